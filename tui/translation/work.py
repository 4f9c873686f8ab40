"""Translating sentences so that none is translated twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from tui.translation.cache import Cache
from tui.translation.doubts import doubts
from tui.translation.model import Translation, Translator


def recall(translator: Translator, cache: Cache, sentences: Iterable[str]) -> dict[str, Translation]:
    """The translations of those of the sentences that were translated before, by sentence."""
    return {
        sentence: Translation(entry.text, doubts(sentence, entry.text), entry.made, cached=True)
        for sentence, entry in cache.get(translator, sentences).items()
    }


def translate(
    translator: Translator, cache: Cache, sentences: Iterable[str]
) -> Iterator[dict[str, Translation]]:
    """The engine's translations by sentence, in order, chunk by chunk; all are kept.

    The engine works only while the iterator is read. Raises `AfronteError` when it fails.
    """
    wanted = list(dict.fromkeys(sentences))
    start = 0
    for texts in translator.translate(wanted):
        chunk = dict(zip(wanted[start : start + len(texts)], texts, strict=True))
        start += len(texts)
        cache.put(translator, chunk)
        made = cache.clock()
        yield {
            sentence: Translation(text, doubts(sentence, text), made, cached=False)
            for sentence, text in chunk.items()
        }


def translate_all(
    translator: Translator,
    cache: Cache,
    sentences: Iterable[str],
    progress: Callable[[int, int], None] | None = None,
) -> dict[str, Translation]:
    """The translation of every sentence, from the cache or the engine, by sentence.

    `progress` gets how many are done and how many there are. Raises `AfronteError` when the engine fails.
    """
    wanted = list(dict.fromkeys(sentences))
    found = recall(translator, cache, wanted)
    missing = [sentence for sentence in wanted if sentence not in found]
    for chunk in translate(translator, cache, missing) if missing else ():
        found |= chunk
        if progress:
            progress(len(found), len(wanted))
    return found
