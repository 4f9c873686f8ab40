"""A long pair is compared section by section.

What a family learns from the whole of a text it then learns from some hundred sentences and those beside
them: the cost grows with the text and not with its square, what is found is there from the first section on,
and an edit costs the section in which it stands. Sections begin where the text itself says so, so that an
insertion moves the borders beside it and no others.
"""

from __future__ import annotations

import json
import zlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from tui.alignment import AlignedPair, Alignment, Bead
from tui.articles import SIDES, Article, Excerpt, Side, Span, excerpt
from tui.cache import digest, fingerprint
from tui.comparison.model import Finding
from tui.comparison.once import once_a_pair
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


Written = tuple[int, int, int, int]
"""A span told from the sentences in which it begins and ends: the number of each, and how far from where that
begins."""


class Section(Struct, frozen=True, dict=True):
    """Some beads of a pair that follow each other, with those that are read beside them."""

    whole: AlignedPair
    beads: range
    read: Sequence[int]
    """They and those beside them, by rising index."""

    @cached_property
    def sentences(self) -> Mapping[Side, list[int]]:
        """The sentences of each side that are read, by rising index."""
        beads = [self.whole.alignment.beads[at] for at in self.read]
        return {side: sorted(index for bead in beads for index in bead.side(side)) for side in SIDES}

    @cached_property
    def _places(self) -> Mapping[Side, Mapping[int, int]]:
        """Of each sentence that is read, its place among them."""
        return {side: {index: at for at, index in enumerate(self.sentences[side])} for side in SIDES}

    @cached_property
    def _beads(self) -> list[tuple[tuple[int, ...], tuple[int, ...], bool]]:
        """The beads that are read: their sentences by their places among those read, and whether moved."""
        source, target = (self._places[side].__getitem__ for side in SIDES)
        return [
            (tuple(map(source, bead.source)), tuple(map(target, bead.target)), bead.moved)
            for bead in (self.whole.alignment.beads[at] for at in self.read)
        ]

    @cached_property
    def _asked(self) -> range:
        """Its beads among those that are read."""
        first = bisect_left(self.read, self.beads.start)
        return range(first, first + len(self.beads))

    @cached_property
    def is_whole(self) -> bool:
        """Whether it is all of the pair."""
        return len(self.beads) == len(self.whole.alignment.beads)

    @cached_property
    def pair(self) -> AlignedPair:
        """The section as a pair of its own, with what stands beside it."""
        if self.is_whole:
            return self.whole
        source, target = (excerpt(self.whole.article(side), self.sentences[side]).article for side in SIDES)
        scores = (self.whole.alignment.beads[at].score for at in self.read)
        beads = (Bead(s, t, score, moved) for (s, t, moved), score in zip(self._beads, scores, strict=True))
        return replace(
            self.whole, source=source, target=target, alignment=Alignment(tuple(beads)), asked=self._asked
        )

    def distance(self, bead: int) -> int:
        """How many beads lie between it and a bead."""
        return max(self.beads.start - bead, bead - self.beads.stop + 1, 0)

    def key(self, about: Sequence[str]) -> bytes:
        """The key of all that is said of its pair; `about`: who says it, and what else that depends on.

        How sure its beads are is for the judge, who looks at the whole pair.
        """
        return digest("section", fingerprint(), self.whole.encoder.name, *about, self._digest)

    @cached_property
    def _digest(self) -> bytes:
        """Names all that is read of both sides, and how it is aligned."""
        read = (part for side in SIDES for part in self._text(side))
        return digest(*read, repr((self._beads, self._asked)))

    def _text(self, side: Side) -> Iterator[str]:
        """What is read of a side, wherever it stands: its language, its sentences and what is between them,
        and where it is divided.
        """
        article, read = self.whole.article(side), self.sentences[side]
        first = article.sentences[read[0]].paragraph if read else 0
        yield article.language
        for _, group in groupby(enumerate(read), key=lambda item: item[1] - item[0]):
            run = [article.sentences[index] for _, index in group]
            start = run[0].start
            yield article.text[start : run[-1].end]
            yield repr([(one.start - start, one.end - start, one.paragraph - first) for one in run])

    def placed(self, one: Candidate) -> Candidate:
        """A candidate of its pair as it stands in the whole pair."""
        if self.is_whole:
            return one
        source, target = (
            self._spans(side, (written(self.pair.article(side), span) for span in spans))
            for side, spans in zip(SIDES, (one.source, one.target), strict=True)
        )
        return replace(one, source=source, target=target)

    def packed(self, found: Mapping[str, Sequence[Candidate]]) -> bytes:
        """Candidates by their family, as they stand in the whole pair, as bytes."""
        kept = {name: [self._written(one) for one in some] for name, some in found.items() if some}
        return json.dumps(kept).encode("ascii")

    def unpacked(self, data: bytes, families: Iterable[Family]) -> dict[str, list[Candidate]]:
        """The candidates that were packed, as they stand in the whole pair."""
        kept: dict[str, list[Any]] = json.loads(data)
        return {
            family.name: [
                self._read_again(one, {rule.name: rule for rule in family.rules})
                for one in kept.get(family.name, ())
            ]
            for family in families
        }

    def _written(self, one: Candidate) -> list[Any]:
        spans = []
        for side, marked in zip(SIDES, (one.source, one.target), strict=True):
            article, places = self.whole.article(side), self._places[side]
            ends = (written(article, span) for span in marked)
            spans.append([(places[first], start, places[last], end) for first, start, last, end in ends])
        values = one.source_value, one.target_value
        return [one.rule.name, *spans, *values, one.message, dict(one.evidence), one.kind]

    def _read_again(self, kept: list[Any], rules: Mapping[str, Rule]) -> Candidate:
        rule, source, target, source_value, target_value, message, evidence, kind = kept
        spans = self._spans("source", source), self._spans("target", target)
        return Candidate(rules[rule], *spans, source_value, target_value, message, evidence, kind)

    def _spans(self, side: Side, marked: Iterable[Written]) -> tuple[Span, ...]:
        article, numbers = self.whole.article(side), self.sentences[side]
        return tuple(placed(article, numbers, one) for one in marked)


def written(article: Article, span: Span) -> Written:
    """A span as it is said wherever its sentences stand."""
    first, last = article.sentence_at(span.start), article.sentence_at(span.end - 1)
    starts = article.sentences[first].start, article.sentences[last].start
    return first, span.start - starts[0], last, span.end - starts[1]


def placed(article: Article, numbers: Sequence[int], said: Written) -> Span:
    """The span in an article whose sentences of these numbers are those of which it is said."""
    first, start, last, end = said
    return Span(article.sentences[numbers[first]].start + start, article.sentences[numbers[last]].start + end)


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
        return (Section(pair, range(count), range(count)),)
    marks = [_mark(pair, bead) for bead in pair.alignment.beads]
    borders = [0]
    for number in range(_NEAR, count - _NEAR):
        if _is_smallest(marks, number) or number - borders[-1] >= _MOST:
            borders.append(number)
    return tuple(
        Section(pair, range(start, stop), range(max(0, start - _MARGIN), min(count, stop + _MARGIN)))
        for start, stop in zip(borders, [*borders[1:], count], strict=True)
    )


def beside(pair: AlignedPair, beads: range) -> Section:
    """Some beads of a pair, read with no more than the paragraphs in which they and those next to them stand
    that have words on both sides.
    """
    full = _with_words(pair)
    before, after = bisect_left(full, beads.start), bisect_left(full, beads.stop)
    first = full[before - 1] if before else 0
    last = full[after] if after < len(full) else len(pair.alignment.beads) - 1
    read = set(range(first, last + 1))
    for side in SIDES:
        article = pair.article(side)
        numbers = (number for at in range(first, last + 1) for number in pair.alignment.beads[at].side(side))
        for paragraph in {article.sentences[number].paragraph for number in numbers}:
            inside = article.paragraphs[paragraph].sentences
            read.update(pair.alignment.bead_index(side, number) for number in inside)
    return Section(pair, beads, sorted(read))


@once_a_pair
def _with_words(pair: AlignedPair) -> list[int]:
    """The beads that have words on both sides."""
    return [
        at
        for at, bead in enumerate(pair.alignment.beads)
        if all(any(pair.tokens[side][number] for number in bead.side(side)) for side in SIDES)
    ]


def _mark(pair: AlignedPair, bead: Bead) -> int:
    """A number that the text of a bead gives, as good as chance."""
    text = "".join(pair.article(side).sentence_text(index) for side in SIDES for index in bead.side(side))
    return zlib.crc32(text.encode("utf-8", "surrogatepass"))


def _is_smallest(marks: Sequence[int], number: int) -> bool:
    """Whether no mark near one is as small or, behind it, smaller: an edit changes that beside it alone."""
    before, after = marks[number - _NEAR : number], marks[number + 1 : number + _NEAR + 1]
    return marks[number] < min(before) and marks[number] <= min(after)
