"""`--back-translate`: the target in the source's language, by an installed model or a command."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from tui.articles import Article, Pair
from tui.cli.config import configured
from tui.errors import AfronteError
from tui.languages import base_language, language_name
from tui.reports import BackTranslation

if TYPE_CHECKING:
    from tui.translation import Cache, Translator


def back_translator(pair: Pair, command: str | None) -> Translator:
    """What translates a pair's target back: a command, or `argos` for an installed model.

    Where none is given, that of the settings. The command reads and writes a sentence a line. Raises
    AfronteError when no model leads there.
    """
    return _translator(pair.target.language, pair.source.language, command or configured().translator)


def back_translation(
    target: Article, translator: Translator, tell: Callable[[str], None]
) -> tuple[BackTranslation, ...]:
    """Each sentence of the target translated back; `tell` is told how far it has come.

    Raises AfronteError when the engine fails.
    """
    from tui.translation import translate_all

    texts = [target.sentence_text(index) for index in range(len(target.sentences))]
    found = translate_all(
        translator, _kept(), texts, lambda done, total: tell(f"translating {done} of {total} sentences")
    )
    return tuple(BackTranslation(index, found[text].text) for index, text in enumerate(texts))


@cache
def _translator(source: str, target: str, command: str) -> Translator:
    """One engine for all pairs of the same languages that this process checks."""
    from tui.config import ARGOS
    from tui.translation import CommandTranslator, Shelf, argos_translator

    if command != ARGOS:
        return CommandTranslator(command, source, target)
    translator = argos_translator(Shelf(), source, target)
    if translator is None:
        install = f"afronte models install {base_language(source)} {base_language(target)}"
        raise AfronteError(
            f"no model translates from {language_name(source)} to {language_name(target)}: "
            f"get one with `{install}`, or name a --translator"
        )
    return translator


@cache
def _kept() -> Cache:
    from tui.translation import Cache

    return Cache()
