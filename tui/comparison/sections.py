"""A long pair is compared section by section.

What a family learns from the whole of a text it then learns from some hundred sentences and those beside
them: the cost grows with the text and not with its square, what is found is there from the first section on,
and an edit costs the section in which it stands. Sections begin where the text itself says so, so that an
insertion moves the borders beside it and no others.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from typing import Any

from tui.alignment import AlignedPair, Alignment, Bead
from tui.articles import SIDES, Excerpt, Side, Span, excerpt
from tui.cache import digest, fingerprint
from tui.comparison.model import Finding
from tui.comparison.rule import Candidate, Family, Rule

WHOLE = 400
"""Beads up to which a pair is one section."""
_NEAR = 60
"""A section of a longer one begins where no bead so near has a smaller mark: it has at least so many beads,
and about twice as many as a rule."""
_MOST = 300
"""Beads of a section, at most: in a text that says one thing over and over no mark is the smallest."""
_MARGIN = 8
"""Beads on either side that are read with a section."""


@dataclass(frozen=True)
class Section:
    """A run of beads of a pair."""

    whole: AlignedPair
    beads: range

    @cached_property
    def _read(self) -> range:
        """The beads with those beside them."""
        count = len(self.whole.alignment.beads)
        return range(max(0, self.beads.start - _MARGIN), min(count, self.beads.stop + _MARGIN))

    @cached_property
    def _sentences(self) -> Mapping[Side, list[int]]:
        """The sentences of each side that are read, by rising index."""
        beads = self.whole.alignment.beads[self._read.start : self._read.stop]
        return {side: sorted(index for bead in beads for index in bead.side(side)) for side in SIDES}

    @cached_property
    def _beads(self) -> list[tuple[tuple[int, ...], tuple[int, ...], bool]]:
        """The beads that are read: their sentences by their places among those read, and whether moved."""
        places = [{index: at for at, index in enumerate(self._sentences[side])} for side in SIDES]
        source, target = (place.__getitem__ for place in places)
        return [
            (tuple(map(source, bead.source)), tuple(map(target, bead.target)), bead.moved)
            for bead in self.whole.alignment.beads[self._read.start : self._read.stop]
        ]

    @cached_property
    def is_whole(self) -> bool:
        """Whether it is all of the pair."""
        return len(self.beads) == len(self.whole.alignment.beads)

    @cached_property
    def pair(self) -> AlignedPair:
        """The section as a pair of its own, with what stands beside it."""
        if self.is_whole:
            return self.whole
        source, target = (excerpt(self.whole.article(side), self._sentences[side]).article for side in SIDES)
        scores = (self.whole.alignment.beads[index].score for index in self._read)
        beads = (Bead(s, t, score, moved) for (s, t, moved), score in zip(self._beads, scores, strict=True))
        asked = range(self.beads.start - self._read.start, self.beads.stop - self._read.start)
        return replace(
            self.whole, source=source, target=target, alignment=Alignment(tuple(beads)), asked=asked
        )

    def distance(self, bead: int) -> int:
        """How many beads lie between it and a bead."""
        return max(self.beads.start - bead, bead - self.beads.stop + 1, 0)

    def key(self, families: Sequence[str]) -> bytes:
        """The key of all that the candidates of these families in its pair depend on.

        How sure its beads are is for the judge, who looks at the whole pair.
        """
        return digest(
            "section", fingerprint(), self.whole.encoder.name, *families,
            *(part for side in SIDES for part in self._text(side)), repr(self._beads),
        )  # fmt: skip

    def _text(self, side: Side) -> Iterator[str]:
        """What is read of a side, wherever it stands: its language, its sentences and what is between them,
        and where it is divided.
        """
        article, read = self.whole.article(side), self._sentences[side]
        first = article.sentences[read[0]].paragraph if read else 0
        yield article.language
        for _, group in groupby(enumerate(read), key=lambda item: item[1] - item[0]):
            run = [article.sentences[index] for _, index in group]
            start = run[0].start
            yield article.text[start : run[-1].end]
            yield repr([(one.start - start, one.end - start, one.paragraph - first) for one in run])

    def packed(self, found: Mapping[str, Sequence[Candidate]]) -> bytes:
        """The candidates of its pair by their family as bytes."""
        kept = {name: [self._written(one) for one in some] for name, some in found.items()}
        return json.dumps(kept).encode("ascii")

    def unpacked(self, data: bytes, families: Iterable[Family]) -> dict[str, list[Candidate]]:
        """The candidates that were packed, as they stand in the whole pair."""
        kept: dict[str, list[Any]] = json.loads(data)
        return {
            family.name: [
                self._placed(one, {rule.name: rule for rule in family.rules}) for one in kept[family.name]
            ]
            for family in families
        }

    def _written(self, one: Candidate) -> list[Any]:
        """Where a span begins and ends is told from the sentences in which it does, each with its number."""
        spans = []
        for side, marked in zip(SIDES, (one.source, one.target), strict=True):
            article = self.pair.article(side)
            ends = [(span.start, span.end - 1) for span in marked]
            numbers = [tuple(map(article.sentence_at, both)) for both in ends]
            spans.append(
                [
                    (first, start - article.sentences[first].start, last, end - article.sentences[last].start)
                    for (start, end), (first, last) in zip(ends, numbers, strict=True)
                ]
            )
        values = one.source_value, one.target_value
        return [one.rule.name, *spans, *values, one.message, dict(one.evidence), one.kind]

    def _placed(self, kept: list[Any], rules: Mapping[str, Rule]) -> Candidate:
        rule, source, target, source_value, target_value, message, evidence, kind = kept
        spans = self._spans("source", source), self._spans("target", target)
        return Candidate(rules[rule], *spans, source_value, target_value, message, evidence, kind)

    def _spans(self, side: Side, written: list[tuple[int, int, int, int]]) -> tuple[Span, ...]:
        sentences, read = self.whole.article(side).sentences, self._sentences[side]
        return tuple(
            Span(sentences[read[first]].start + start, sentences[read[last]].start + end + 1)
            for first, start, last, end in written
        )


def at_origin(one: Finding, excerpts: Mapping[Side, Excerpt]) -> Finding:
    """What was found in two excerpts, at its places in the whole articles."""
    source, target = (excerpts[side] for side in SIDES)
    return replace(
        one,
        source=tuple(source.origin(span) for span in one.source),
        target=tuple(target.origin(span) for span in one.target),
    )


def sections(pair: AlignedPair) -> tuple[Section, ...]:
    """The sections of a pair, in order: every bead stands in one; a pair of ordinary length is one."""
    count = len(pair.alignment.beads)
    if count <= WHOLE:
        return (Section(pair, range(count)),)
    marks = [_mark(pair, bead) for bead in pair.alignment.beads]
    borders = [0]
    for number in range(_NEAR, count - _NEAR):
        if _is_smallest(marks, number) or number - borders[-1] >= _MOST:
            borders.append(number)
    return tuple(Section(pair, range(*ends)) for ends in zip(borders, [*borders[1:], count], strict=True))


def _mark(pair: AlignedPair, bead: Bead) -> int:
    """A number that the text of a bead gives, as good as chance."""
    text = "".join(pair.article(side).sentence_text(index) for side in SIDES for index in bead.side(side))
    return zlib.crc32(text.encode("utf-8", "surrogatepass"))


def _is_smallest(marks: Sequence[int], number: int) -> bool:
    """Whether no mark near one is as small or, behind it, smaller: an edit changes that beside it alone."""
    before, after = marks[number - _NEAR : number], marks[number + 1 : number + _NEAR + 1]
    return marks[number] < min(before) and marks[number] <= min(after)
