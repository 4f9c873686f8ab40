"""The facing edition: the two articles with all that is known so far about how they correspond.

It begins as two texts in plain order; the alignment, then the findings, give new editions of the same pair.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median
from typing import overload

from msgspec import Struct
from msgspec.structs import replace

from tui.alignment import Alignment, Bead, Row
from tui.articles import SIDES, Article, Side, other_side
from tui.comparison import NOTHING_SAME, SEVERITIES, SURE, Comparison, Finding, Same, Severity

_AROUND = 3
"""Links on either side to which one is held."""
_WEAK, _BELOW = 0.5, 0.2
"""Under which score a link may be weak, and how far under those around it it is."""


@dataclass(frozen=True, slots=True)
class PlainRows(Sequence[Row]):
    """Paragraph i beside paragraph i: the rows before anything is known, each made when it is asked for."""

    sources: int
    """How many paragraphs the source has."""
    targets: int

    def __len__(self) -> int:
        return max(self.sources, self.targets)

    @overload
    def __getitem__(self, place: int) -> Row: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...

    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        if isinstance(place, slice):
            return [self[row] for row in range(*place.indices(len(self)))]
        row = range(len(self))[place]
        return Row(range(self.sources)[row : row + 1], range(self.targets)[row : row + 1], "aligned")


class Edition(Struct, frozen=True, dict=True):
    """Source and target, their rows and, once known, their alignment and findings."""

    source: Article
    target: Article
    rows: Sequence[Row]
    alignment: Alignment | None = None
    found: tuple[Finding, ...] = ()
    """What the comparison found, in any order."""
    translated: tuple[Finding, ...] = ()
    """The findings after the target was translated back and the witness heard; none before that is done."""
    sure: float = SURE
    """The probability from which a finding may be critical."""
    is_compared: bool = False
    """Whether the comparison of this alignment is done."""
    incomplete: tuple[str, ...] = ()
    """The names of the rules that failed: their findings are missing."""
    same: Same = NOTHING_SAME
    """What a person says is the same: it silences findings."""

    @classmethod
    def unaligned(cls, source: Article, target: Article, sure: float = SURE) -> Edition:
        """The pair before it is aligned."""
        rows = PlainRows(len(source.paragraphs), len(target.paragraphs))
        return cls(source, target, rows, sure=sure)

    def aligned(self, alignment: Alignment, rows: tuple[Row, ...]) -> Edition:
        """The same pair with its alignment; the findings known before stay until there are others."""
        return replace(self, alignment=alignment, rows=rows, is_compared=False)

    def laid(self, rows: tuple[Row, ...]) -> Edition:
        """The same pair in other rows, before all of it is aligned."""
        return replace(self, rows=rows)

    def adding(self, found: Iterable[Finding]) -> Edition:
        """The same pair with findings of a part of it, in place of those of the same ids."""
        every = {one.id: one for one in (*self.found, *found)}
        return replace(self, found=tuple(every.values()))

    def compared(self, found: Iterable[Finding], incomplete: tuple[str, ...] = ()) -> Edition:
        """The same pair with its findings, told and untold."""
        return replace(self, found=tuple(found), is_compared=True, incomplete=incomplete)

    def translated_back(self, found: Iterable[Finding]) -> Edition:
        """The same pair with its findings after the witness was heard, in place of earlier ones."""
        return replace(self, translated=tuple(found))

    def knowing(self, same: Same) -> Edition:
        """The same pair with other things said to be the same."""
        return self if same == self.same else replace(self, same=same)

    def at(self, sure: float) -> Edition:
        """The same pair with another probability from which a finding may be critical."""
        return replace(self, sure=sure)

    @cached_property
    def every(self) -> tuple[Finding, ...]:
        """Every finding in the order in which they are met going down the rows, also those that are not sure
        enough to be told.
        """
        rated = Comparison(self._parted[0]).at(self.sure).every
        return tuple(sorted(rated, key=self._place))

    @property
    def silenced(self) -> tuple[Finding, ...]:
        """The findings whose two sides a person says are the same."""
        return self._parted[1]

    @cached_property
    def _parted(self) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        heard = {one.id: one for one in self.translated}
        findings = tuple(heard.get(one.id, one) for one in self.found)
        findings += tuple(one for one in self.translated if one.kind == "back-translation")
        if self.alignment is None:
            return findings, ()
        return self.same.parted(findings, self.source, self.target, self.alignment)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Those that are sure enough to be told."""
        return Comparison(self.every, self.sure).findings

    @cached_property
    def less_sure(self) -> tuple[Finding, ...]:
        """Those that are not."""
        return Comparison(self.every, self.sure).less_sure

    def number_of(self, finding: Finding) -> int | None:
        """The index of what is the same finding here; None where there is none."""
        same = (number for number, one in enumerate(self.findings) if one.id == finding.id)
        return next(same, None)

    def article(self, side: Side) -> Article:
        """The article of one side."""
        return self.source if side == "source" else self.target

    def paragraphs(self, row: int, side: Side) -> range:
        """The indexes of a row's paragraphs on one side."""
        return self.rows[row].side(side)

    def sentences(self, row: int, side: Side) -> range:
        """The indexes of a row's sentences on one side."""
        paragraphs = self.paragraphs(row, side)
        if not paragraphs:
            return range(0)
        made = self.article(side).paragraphs
        return range(made[paragraphs[0]].sentences.start, made[paragraphs[-1]].sentences.stop)

    @cached_property
    def _row_of_paragraph(self) -> dict[Side, dict[int, int]]:
        return {
            side: {p: row for row in range(len(self.rows)) for p in self.paragraphs(row, side)}
            for side in SIDES
        }

    def row_of_paragraph(self, side: Side, paragraph: int) -> int:
        """The index of the row in which a paragraph stands."""
        if isinstance(self.rows, PlainRows):
            return paragraph
        return self._row_of_paragraph[side][paragraph]

    def row_of(self, side: Side, sentence: int) -> int:
        """The index of the row in which a sentence stands."""
        return self.row_of_paragraph(side, self.article(side).sentences[sentence].paragraph)

    def paragraph_at(self, side: Side, offset: int) -> int:
        """The last paragraph that begins at or before an offset (0 before the first)."""
        starts = self.article(side).paragraphs
        return max(0, bisect_right(starts, offset, key=lambda paragraph: paragraph.start) - 1)

    def counterparts(self, side: Side, sentence: int) -> tuple[int, ...]:
        """The sentences of the other side that correspond to a sentence."""
        if self.alignment is None:
            return ()
        return self.alignment.bead_of(side, sentence).side(other_side(side))

    def fellows(self, side: Side, sentence: int) -> tuple[int, ...]:
        """The sentences of the same side that correspond to the same thing, itself among them."""
        if self.alignment is None:
            return (sentence,)
        return self.alignment.bead_of(side, sentence).side(side)

    @cached_property
    def _order(self) -> dict[Bead, int]:
        return {bead: place for place, bead in enumerate(self.alignment.beads)} if self.alignment else {}

    def order_of(self, bead: Bead) -> int:
        """The place of a bead of the alignment among all of them."""
        return self._order[bead]

    @cached_property
    def weak_links(self) -> tuple[Bead, ...]:
        """The beads that are far less sure than those around them: what they link may not correspond."""
        beads = (
            [bead for bead in self.alignment.beads if bead.source and bead.target] if self.alignment else []
        )
        scores = [bead.score for bead in beads]
        weak: list[Bead] = []
        for place, bead in enumerate(beads):
            if bead.score >= _WEAK or bead.moved:
                continue
            around = [*scores[max(0, place - _AROUND) : place], *scores[place + 1 : place + 1 + _AROUND]]
            if around and bead.score < median(around) - _BELOW:
                weak.append(bead)
        return tuple(weak)

    def count(self, kind: str) -> int:
        """How many rows are of a kind."""
        return self._counts.get(kind, 0)

    @cached_property
    def _counts(self) -> dict[str, int]:
        counts: dict[str, int] = {}
        for row in self.rows:
            counts[row.kind] = counts.get(row.kind, 0) + 1
        return counts

    @cached_property
    def severities(self) -> dict[Severity, int]:
        """How many findings there are of each severity."""
        return {severity: sum(f.severity == severity for f in self.findings) for severity in SEVERITIES}

    @cached_property
    def finding_rows(self) -> tuple[int, ...]:
        """The row in which each finding is met first."""
        return tuple(self._place(finding)[0] for finding in self.findings)

    def _place(self, finding: Finding) -> tuple[int, float]:
        """Row, and how far into the row (0 to 1), of the first character of a finding."""
        places = [self._place_of(side, span.start) for side in SIDES for span in finding.side(side)[:1]]
        return min(places, default=(0, 0.0))

    def _place_of(self, side: Side, offset: int) -> tuple[int, float]:
        row = self.row_of_paragraph(side, self.paragraph_at(side, offset))
        paragraphs, made = self.paragraphs(row, side), self.article(side).paragraphs
        start, end = made[paragraphs[0]].start, made[paragraphs[-1]].end
        return row, (offset - start) / max(1, end - start)
