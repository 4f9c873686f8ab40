"""From two articles to their report, the same way for the command line and for other programs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.articles import Article
from tui.comparison import NOTHING_SAME, SURE, Same, compare, words
from tui.reports.header import origins_of
from tui.reports.model import BackTranslation, Report

if TYPE_CHECKING:
    from tui.alignment import Encoder
    from tui.cache import Store


def report_on(
    source: Article,
    target: Article,
    encoder: Encoder,
    *,
    every_word: bool = False,
    sure: float = SURE,
    back_translation: tuple[BackTranslation, ...] | None = None,
    translator: str | None = None,
    same: Same = NOTHING_SAME,
    same_from: str | None = None,
    tell: Callable[[str], None] | None = None,
    store: Store | None = None,
) -> Report:
    """Aligns and compares two articles.

    `every_word`: also says how each word differs. `sure`: the probability from which a finding may be
    critical. `translator`: the name of what made the `back_translation`. `same`: what is not to be told
    apart, and `same_from` where that was read.
    `tell` is told again and again what is being done. `store`: where what is found is kept for the next time.
    """
    from tui.alignment import align

    tell = tell or (lambda _: None)
    origins = origins_of(source, target)
    alignment = align(source, target, encoder, lambda share: tell(f"aligning {share:.0%}"), store)
    tell("comparing")
    said = {item.sentence: item.text for item in back_translation or ()}
    comparison = compare(source, target, alignment, encoder, said, sure, same, store=store)
    return Report(
        source,
        target,
        alignment,
        comparison.findings,
        encoder.name,
        less_sure=comparison.less_sure,
        incomplete=comparison.incomplete,
        silenced=comparison.silenced,
        words=words(source, target, alignment, encoder) if every_word else None,
        back_translation=back_translation,
        translator=translator,
        origins=origins,
        settings={
            "sure": comparison.sure,
            "words": every_word,
            "back_translate": back_translation is not None,
            **({"same": same_from} if same_from else {}),
        },
    )
