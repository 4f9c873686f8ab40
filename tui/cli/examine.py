"""One pair from its two articles to its report."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.articles import Pair
from tui.languages import language_name
from tui.reports import Report

if TYPE_CHECKING:
    from tui.alignment import Encoder


def examine(
    pair: Pair, encoder: Encoder, arguments: argparse.Namespace, tell: Callable[[str], None] | None = None
) -> Report:
    """Aligns and compares a pair; says every word and translates back if the arguments ask for it.

    `tell` is told again and again what is being done. Raises AfronteError when the pair cannot be translated.
    """
    from tui.alignment import align
    from tui.cli.back import back_translation, back_translator
    from tui.comparison import compare, words
    from tui.reports.header import origins_of

    tell = tell or (lambda _: None)
    origins = origins_of(pair.source, pair.target)
    translator = back_translator(pair, arguments.translator) if arguments.back_translate else None
    source, target = pair.source, pair.target
    alignment = align(source, target, encoder, lambda share: tell(f"aligning {share:.0%}"))
    back = back_translation(target, translator, tell) if translator else None
    tell("comparing")
    said = {item.sentence: item.text for item in back or ()}
    comparison = compare(source, target, alignment, encoder, said)
    return Report(
        source,
        target,
        alignment,
        comparison.findings,
        encoder.name,
        less_sure=comparison.less_sure,
        incomplete=comparison.incomplete,
        words=words(source, target, alignment, encoder) if arguments.words else None,
        back_translation=back,
        translator=f"{translator.name} {translator.version}".rstrip() if translator else None,
        origins=origins,
        settings={"words": arguments.words, "back_translate": arguments.back_translate},
    )


def swap_note(pair: Pair) -> str:
    """What to say of a pair whose files seem to be named in the wrong order."""
    source, target = (
        f"{article.path} looks {language_name(article.language)}" for article in (pair.source, pair.target)
    )
    return f"{source} and {target}: swap them? They are compared as given"
