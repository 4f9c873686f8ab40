"""One pair from its two articles to its report."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tui.articles import Pair
from tui.comparison import NOTHING_SAME, Same
from tui.languages import canonical_language, language_name
from tui.reports import Report

if TYPE_CHECKING:
    from tui.alignment import Encoder
    from tui.cache import Store


def examine(
    pair: Pair,
    encoder: Encoder,
    arguments: argparse.Namespace,
    tell: Callable[[str], None] | None = None,
    store: Store | None = None,
) -> Report:
    """Aligns and compares a pair; says every word and translates back if the arguments ask for it.

    `tell` is told again and again what is being done; `store` keeps what is found for the next time.
    Raises AfronteError when the pair cannot be translated.
    """
    from tui.cli.back import back_translation, back_translator
    from tui.reports.making import report_on

    same = glossary(arguments)
    translator = back_translator(pair, arguments.translator) if arguments.back_translate else None
    return report_on(
        pair.source,
        pair.target,
        encoder,
        every_word=arguments.words,
        sure=arguments.sure,
        back_translation=back_translation(pair.target, translator, tell or (lambda _: None))
        if translator
        else None,
        translator=f"{translator.name} {translator.version}".rstrip() if translator else None,
        same=same,
        same_from=Path(arguments.same).name if same.equivalences else None,
        tell=tell,
        store=store,
    )


def glossary(arguments: argparse.Namespace) -> Same:
    """What the arguments say is the same. Raises AfronteError when their file is no glossary."""
    path = getattr(arguments, "same", None)
    if not path:
        return NOTHING_SAME
    source, target = arguments.source_language, arguments.target_language
    return _read_glossary(
        str(Path(path).absolute()),
        (canonical_language(source), canonical_language(target)) if source and target else None,
    )


@cache
def _read_glossary(path: str, languages: tuple[str, str] | None) -> Same:
    """Read once for all pairs that this process checks."""
    from tui.desk import read_glossary

    return Same(frozenset(read_glossary(path, languages)))


def swap_note(pair: Pair) -> str:
    """What to say of a pair whose files seem to be named in the wrong order."""
    source, target = (
        f"{article.path} looks {language_name(article.language)}" for article in (pair.source, pair.target)
    )
    return f"{source} and {target}: swap them? They are compared as given"
