"""What an edit has done to the findings: which are mended, which are there still under another name, which
are new. Pure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence

from msgspec import Struct

from tui.articles import SIDES, Side
from tui.comparison import Finding
from tui.reader.page.edition import Edition
from tui.reader.page.words import as_written


class Mending(Struct, frozen=True):
    """The findings before and after an edit."""

    mended: tuple[Finding, ...] = ()
    """Those that were told and are gone."""
    renamed: tuple[tuple[Finding, Finding], ...] = ()
    """The same findings in sentences that have changed: before, now."""
    changed: tuple[tuple[Finding, Finding], ...] = ()
    """What differs still, but otherwise: before, now."""
    fresh: tuple[Finding, ...] = ()
    """Those that are told and were not there."""


def mending(before: Edition, now: Edition) -> Mending:
    """Compares the findings of two editions of one pair."""
    here, there = ({one.id for one in edition.every} for edition in (now, before))
    gone = [one for one in before.every if one.id not in here]
    fresh = [one for one in now.every if one.id not in there]
    renamed = _matched(gone, fresh, lambda one, edition: (*_said(one), *_words(one, edition)), before, now)
    changed = _matched(gone, fresh, _one_side("source"), before, now)
    changed += _matched(gone, fresh, _one_side("target"), before, now)
    told, told_before = ({one.id for one in edition.findings} for edition in (now, before))
    return Mending(
        tuple(one for one in gone if one.id in told_before),
        tuple(renamed),
        tuple(changed),
        tuple(one for one in fresh if one.id in told),
    )


def _matched(
    gone: list[Finding],
    fresh: list[Finding],
    key: Callable[[Finding, Edition], Hashable],
    before: Edition,
    now: Edition,
) -> list[tuple[Finding, Finding]]:
    """Takes from both lists, in the order of the text, what has the same key; None is none."""
    waiting: dict[Hashable, list[Finding]] = defaultdict(list)
    for one in fresh:
        waiting[key(one, now)].append(one)
    pairs = []
    for one in list(gone):
        known = key(one, before)
        if known is not None and waiting[known]:
            other = waiting[known].pop(0)
            pairs.append((one, other))
            gone.remove(one)
            fresh.remove(other)
    return pairs


def _said(finding: Finding) -> tuple[str | None, ...]:
    return finding.kind, finding.rule, finding.source_value, finding.target_value


def _words(finding: Finding, edition: Edition, sides: Sequence[Side] = SIDES) -> tuple[str, ...]:
    return tuple(
        span.within(edition.article(side).text) + f" {side}" for side in sides for span in finding.side(side)
    )


def _one_side(side: Side) -> Callable[[Finding, Edition], Hashable]:
    """What is found at the same words of a sentence that has not changed."""

    def key(finding: Finding, edition: Edition) -> Hashable:
        if not finding.side(side):
            return None
        article = edition.article(side)
        sentence = article.sentence_text(article.sentence_at(finding.side(side)[0].start))
        return finding.kind, sentence, _words(finding, edition, (side,))

    return key


def told(found: Mending) -> str:
    """In one sentence or two what was mended and what is new."""
    mended, fresh = len(found.mended), len(found.fresh)
    words = []
    if mended == 1:
        words.append(f"Mended: “{as_written(found.mended[0].message)}”")
    elif mended:
        words.append(f"{mended} findings are mended.")
    elif found.changed:
        words.append(f"Still there: “{as_written(found.changed[0][1].message)}”")
    else:
        words.append("Read again: no finding is mended.")
    if fresh:
        words.append("1 new finding." if fresh == 1 else f"{fresh} new findings.")
    return " ".join(words)
