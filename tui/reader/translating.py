"""The engines behind the translation panel, and what is made of what they say, beside the app."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from threading import Lock
from typing import TypeVar

from msgspec import Struct

from tui.alignment import Encoder, standard_encoder
from tui.articles import Article, Side
from tui.cache import Store
from tui.comparison import Comparison, Finding, Gloss, Parting, gloss, parting, witnessed, words
from tui.config import ARGOS
from tui.reader.memory import given_back
from tui.reader.page.edition import Edition
from tui.reader.page.passages import Passage, excerpt
from tui.reader.work import in_background, turn
from tui.translation import Cache, CommandTranslator, Shelf, Translation, Translator, argos_translator

_T = TypeVar("_T")

Engine = Callable[[str, str], Translator | None]
"""Gives what translates from one language (a BCP 47 tag) into another; None when nothing does."""


def _kept(notify: Callable[[str], None]) -> Cache:
    return Cache(notify=notify)


class Equipment(Struct, frozen=True):
    """What the translation panel works with."""

    engine: Engine
    shelf: Shelf
    """Where a model is installed."""
    encoder: Encoder
    open_cache: Callable[[Callable[[str], None]], Cache] = _kept
    """Gives the cache, which tells the function it gets what goes wrong with it."""
    store: Store | None = None
    """Where alignments and findings are kept."""


def equipment(translator: str, source: str, target: str) -> Equipment:
    """The installed models, and the command that the settings name, if they do.

    `translator`: `argos` or a command, which reads the language `target` and writes `source`.
    """
    shelf = Shelf()

    def engine(read: str, written: str) -> Translator | None:
        if translator != ARGOS and (read, written) == (target, source):
            return CommandTranslator(translator, target, source)
        return argos_translator(shelf, read, written)

    store = Store()
    return Equipment(engine, shelf, standard_encoder(store=store), store=store)


def find_engines(engine: Engine, source: str, target: str) -> dict[Side, Translator]:
    """What translates each side into the language of the other, where anything does."""
    found: dict[Side, Translator | None] = {
        "target": engine(target, source),
        "source": engine(source, target),
    }
    return {side: translator for side, translator in found.items() if translator is not None}


_encoding, _hearing = Lock(), Lock()
"""One comparison of what is on the screen at a time, and one of a whole article, which takes long: the
encoder is loaded once, and what is no longer wanted never begins.
"""

Compared = Mapping[tuple[str, str], Parting]
"""Where two texts of one language part: what stands in the article, and a translation."""


def compare_translations(
    texts: Iterable[tuple[str, str]], encoder: Encoder, language: str, stopped: Callable[[], bool]
) -> Compared:
    """Compares pairs of texts of a language, until it is no longer wanted."""
    out: dict[tuple[str, str], Parting] = {}
    for article, translation in texts:
        with turn(_encoding, stopped) as ours:
            if not ours:
                break
            out[article, translation] = parting(article, translation, encoder, language)
    return out


def look_up_words(
    edition: Edition, passages: Sequence[Passage], encoder: Encoder, stopped: Callable[[], bool]
) -> tuple[tuple[Gloss, ...], ...]:
    """The gloss of each passage of an aligned edition; none when it is no longer wanted."""
    source, target, alignment = excerpt(edition, passages)
    with turn(_encoding, stopped) as ours:
        if not ours:
            return ()
        linked = words(source, target, alignment, encoder)["target"]
    return tuple(
        tuple(entry for sentence in bead.target for entry in gloss(source, target, linked, sentence))
        for bead in alignment.beads
    )


def compare_article(
    edition: Edition, translations: Mapping[int, str], encoder: Encoder, stopped: Callable[[], bool]
) -> tuple[Finding, ...]:
    """The findings of an aligned edition after the witness was heard; those it has when that is no longer
    wanted. `translations`: by target sentence.
    """
    assert edition.alignment is not None
    with given_back(), turn(_hearing, stopped) as ours:
        if not ours:
            return edition.found
        return witnessed(
            Comparison(edition.found),
            edition.source,
            edition.target,
            edition.alignment,
            encoder,
            translations,
        ).every


def translated(target: Article, known: Callable[[str], Translation | None]) -> dict[int, str]:
    """What those sentences of a target say that are translated, by index."""
    said = map(known, article_sentences(target))
    return {index: translation.text for index, translation in enumerate(said) if translation}


async def result_of(work: Callable[[Callable[[], bool]], _T]) -> _T:
    """What blocking work gives, done beside the app; it is told by its argument when nobody waits any more.

    Raises what the work raises.
    """
    outcome: list[_T] = []
    problems: list[Exception] = []

    def run(stopped: Callable[[], bool]) -> None:
        try:
            outcome.append(work(stopped))
        except Exception as error:
            problems.append(error)

    await in_background(run)
    for problem in problems:
        raise problem
    return outcome[0]


def article_sentences(article: Article) -> tuple[str, ...]:
    """Every sentence, in order."""
    return tuple(article.sentence_text(index) for index in range(len(article.sentences)))
