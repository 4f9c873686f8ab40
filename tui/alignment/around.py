"""What corresponds around one place of a long pair, found before all of it is encoded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from tui.alignment.align import realign
from tui.alignment.correspondence import HARDLY, correspondence
from tui.alignment.model import Alignment, Encoder
from tui.alignment.rows import Row, rows
from tui.alignment.vectors import encode
from tui.articles import SIDES, Article, Excerpt, Side, excerpt, other_side

_SLACK = 30
"""Sentences on either side of where the counterpart should stand that are read as well."""
_DRIFT = 0.01
"""And so much of the text: by how far two versions of one part are out of step, seen from the beginning."""
_STRETCH = 1.25
"""How much longer one side may be over a stretch than the lengths of the whole say."""
_HELD = 0.6
"""The share of the paragraphs asked for that must have found their place."""


class Region(Struct, frozen=True):
    """Some whole paragraphs of each side, one after the other, and how they correspond."""

    parts: Mapping[Side, Excerpt]
    """What was read of each side: the region and what stands beside it."""
    alignment: Alignment
    """Of the two parts."""
    paragraphs: Mapping[Side, range]
    """The region: indexes into each whole article."""
    rows: tuple[Row, ...]
    """Its rows, of paragraphs of the whole articles; `elsewhere` counts from the first of them."""

    def holds(self, side: Side, paragraph: int) -> bool:
        """Whether a paragraph of a whole article belongs to it."""
        return paragraph in self.paragraphs[side]


def around(
    articles: Mapping[Side, Article],
    side: Side,
    sentence: int,
    reach: int,
    encoder: Encoder,
    known: Region | None = None,
) -> Region | None:
    """The region around a sentence of one side, `reach` sentences each way; None where that cannot be told.

    `known`: a smaller region around the same place, which says where the other side goes on.
    """
    own, other = articles[side], articles[other_side(side)]
    asked = _paragraphs(own, sentence - reach, sentence + reach)
    first, last = own.paragraphs[asked[0]].sentences[0], own.paragraphs[asked[-1]].sentences[-1]
    near = _opposite(own, other, side, first, last, known)
    ranges = {side: asked, other_side(side): _paragraphs(other, *near)}
    parts = {at: excerpt(articles[at], _sentences(articles[at], ranges[at])) for at in SIDES}
    pair = parts["source"].article, parts["target"].article
    alignment = realign(encode(*pair, encoder), ())
    if correspondence(*pair, alignment) < HARDLY:
        return None
    laid = rows(*pair, alignment)
    both = [number for number, row in enumerate(laid) if row.source and row.target]
    if not both:
        return None
    kept = laid[both[0] : both[-1] + 1]
    paragraphs = {
        at: range(
            min(row.side(at).start for row in kept if row.side(at)) + ranges[at].start,
            max(row.side(at).stop for row in kept if row.side(at)) + ranges[at].start,
        )
        for at in SIDES
    }
    if len(paragraphs[side]) < _HELD * len(asked):
        return None
    moved = tuple(
        replace(
            row,
            source=_shifted(row.source, ranges["source"].start),
            target=_shifted(row.target, ranges["target"].start),
            elsewhere=tuple(index - both[0] for index in row.elsewhere if both[0] <= index <= both[-1]),
        )
        for row in kept
    )
    return Region(parts, alignment, paragraphs, moved)


def rows_around(source: Article, target: Article, region: Region) -> tuple[Row, ...]:
    """The rows of a whole pair of which only a region is known: before and behind it paragraph stands beside
    paragraph, counted from the region.
    """
    s, t = region.paragraphs["source"], region.paragraphs["target"]
    before = [
        Row(_at(s.start - back, s.start), _at(t.start - back, t.start), "aligned")
        for back in range(max(s.start, t.start), 0, -1)
    ]
    n, m = len(source.paragraphs), len(target.paragraphs)
    after = [
        Row(_at(s.stop + on, n), _at(t.stop + on, m), "aligned") for on in range(max(n - s.stop, m - t.stop))
    ]
    inside = (
        replace(row, elsewhere=tuple(index + len(before) for index in row.elsewhere)) for row in region.rows
    )
    return (*before, *inside, *after)


def _at(paragraph: int, end: int) -> range:
    """One paragraph, or none where there is none before `end`."""
    return range(paragraph, paragraph + 1) if 0 <= paragraph < end else range(0)


def _paragraphs(article: Article, first: int, last: int) -> range:
    """The paragraphs in which the sentences from `first` to `last` stand, as far as there are any."""
    end = len(article.sentences) - 1
    ends = [article.sentences[min(max(index, 0), end)].paragraph for index in (first, last)]
    return range(ends[0], ends[1] + 1)


def _sentences(article: Article, paragraphs: range) -> Sequence[int]:
    held = article.paragraphs[paragraphs.start : paragraphs.stop]
    return range(held[0].sentences[0], held[-1].sentences[-1] + 1)


def _opposite(
    own: Article, other: Article, side: Side, first: int, last: int, known: Region | None
) -> tuple[int, int]:
    """Between which sentences the counterpart of others should stand."""
    ratio = len(other.sentences) / len(own.sentences)
    if known is None:
        slack = _SLACK + _DRIFT * len(other.sentences)
        return round(first * ratio - slack), round(last * ratio + slack)
    here, there = (_sentences(a, known.paragraphs[at]) for a, at in ((own, side), (other, other_side(side))))
    back, on = (max(0, count) * ratio * _STRETCH + _SLACK for count in (here[0] - first, last - here[-1]))
    return round(there[0] - back), round(there[-1] + on)


def _shifted(run: range, by: int) -> range:
    return range(run.start + by, run.stop + by) if run else range(0)
