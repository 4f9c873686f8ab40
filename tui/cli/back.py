"""`--back-translate`: the target in the source's language, by an installed model or a command."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from tui.articles import AfronteError, Pair, base_language, language_name
from tui.reports import BackTranslation

if TYPE_CHECKING:
    from tui.translation import Cache, Translator


def back_translation(
    pair: Pair, command: str | None, tell: Callable[[str], None]
) -> tuple[tuple[BackTranslation, ...], str]:
    """Each target sentence translated back, and the name and version of the engine.

    `command` reads and writes a sentence a line; without one the installed models are used. `tell` is told
    what is being done. Raises AfronteError when no model leads there or the engine fails.
    """
    from tui.translation import translate_all

    engine = _engine(pair.target.language, pair.source.language, command)
    texts = [pair.target.sentence_text(index) for index in range(len(pair.target.sentences))]
    found = translate_all(
        engine, _kept(), texts, lambda done, total: tell(f"translating {done} of {total} sentences")
    )
    sentences = tuple(BackTranslation(index, found[text].text) for index, text in enumerate(texts))
    return sentences, f"{engine.name} {engine.version}".rstrip()


@cache
def _engine(source: str, target: str, command: str | None) -> Translator:
    """One engine for all pairs of the same languages that this process checks."""
    from tui.translation import CommandTranslator, Shelf, argos_translator

    if command is not None:
        return CommandTranslator(command, source, target)
    engine = argos_translator(Shelf(), source, target)
    if engine is None:
        raise AfronteError(
            f"no model translates from {language_name(source)} to {language_name(target)}: get one with "
            f"`afronte models install {base_language(source)} {base_language(target)}`, or name a --translator"
        )
    return engine


@cache
def _kept() -> Cache:
    from tui.translation import Cache

    return Cache()
