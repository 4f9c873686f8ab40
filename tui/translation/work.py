"""Translating sentences so that none is translated twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from tui.translation.cache import Cache
from tui.translation.doubts import doubts
from tui.translation.model import Translation, Translator, always


def recall(translator: Translator, cache: Cache, sentences: Iterable[str]) -> dict[str, Translation]:
    """The translations of those of the sentences that were translated before, by sentence."""
    return {
        sentence: Translation(entry.text, doubts(sentence, entry.text), entry.made, cached=True)
        for sentence, entry in cache.get(translator, sentences).items()
    }


def translate(
    translator: Translator, cache: Cache, sentences: Iterable[str], wanted: Callable[[], bool] = always
) -> Iterator[dict[str, Translation]]:
    """The engine's translations by sentence, batch by batch; all are kept.

    No batch is begun when `wanted` says no. Raises `AfronteError` when the engine fails.
    """
    for batch in translator.translate(sentences, wanted):
        cache.put(translator, batch)
        made = cache.clock()
        yield {
            sentence: Translation(text, doubts(sentence, text), made, cached=False)
            for sentence, text in batch.items()
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
    for batch in translate(translator, cache, missing) if missing else ():
        found |= batch
        if progress:
            progress(len(found), len(wanted))
    return found
