"""A long pair is compared section by section.

What a family learns from the whole of a text it then learns from some hundred sentences and those beside
them: the cost grows with the text and not with its square, what is found is there from the first section on,
and an edit costs the section in which it stands. Sections begin where the text itself says so, so that an
insertion moves the borders beside it and no others.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar

from tui.alignment import AlignedPair, Alignment, Bead
from tui.articles import SIDES, Article, Excerpt, Side, Span, excerpt
from tui.cache import digest, fingerprint
from tui.comparison.evidence import bead_of
from tui.comparison.model import Finding
from tui.comparison.rule import Candidate, Family, Rule

_Mark = TypeVar("_Mark", Candidate, Finding)

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
    def _excerpts(self) -> Mapping[Side, Excerpt]:
        return {
            side: excerpt(
                self.whole.article(side), sorted(index for bead in self._read for index in bead.side(side))
            )
            for side in SIDES
        }

    @property
    def _read(self) -> Sequence[Bead]:
        """The beads with those beside them."""
        start, end = max(0, self.beads.start - _MARGIN), self.beads.stop + _MARGIN
        return self.whole.alignment.beads[start:end]

    @cached_property
    def pair(self) -> AlignedPair:
        """The section as a pair of its own, with what stands beside it."""
        if len(self.beads) == len(self.whole.alignment.beads):
            return self.whole
        place = {
            side: {index: at for at, index in enumerate(self._excerpts[side].sentences)} for side in SIDES
        }
        beads = tuple(
            replace(
                bead,
                source=tuple(place["source"][index] for index in bead.source),
                target=tuple(place["target"][index] for index in bead.target),
            )
            for bead in self._read
        )
        source, target = (self._excerpts[side].article for side in SIDES)
        return replace(self.whole, source=source, target=target, alignment=Alignment(beads))

    def distance(self, bead: int) -> int:
        """How many beads lie between it and a bead."""
        return max(self.beads.start - bead, bead - self.beads.stop + 1, 0)

    def placed(self, found: Sequence[_Mark]) -> list[_Mark]:
        """What was found in its pair, as it stands in the whole pair; nothing of the beads beside it."""
        if self.pair is self.whole:
            return list(found)
        moved = (at_origin(one, self._excerpts) for one in found)
        return [one for one in moved if bead_of(one, self.whole) in self.beads]

    def key(self, families: Sequence[str]) -> bytes:
        """The key of all that the candidates of these families in its pair depend on.

        How sure its beads are is for the judge, who looks at the whole pair.
        """
        pair = self.pair
        articles = [pair.article(side) for side in SIDES]
        return digest(
            "section", fingerprint(), pair.encoder.name, *families,
            *(part for one in articles for part in (one.language, one.text, _spans_of(one))),
            repr([(bead.source, bead.target, bead.moved) for bead in pair.alignment.beads]),
        )  # fmt: skip


def at_origin(one: _Mark, excerpts: Mapping[Side, Excerpt]) -> _Mark:
    """What was found in two excerpts, at its places in the whole articles."""
    source, target = (excerpts[side] for side in SIDES)
    return replace(
        one,
        source=tuple(source.origin(span) for span in one.source),
        target=tuple(target.origin(span) for span in one.target),
    )


def _spans_of(article: Article) -> str:
    return repr([(one.start, one.end, one.paragraph) for one in article.sentences])


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


def packed(found: Mapping[str, Sequence[Candidate]]) -> bytes:
    """Candidates by their family as bytes."""
    return json.dumps({name: [_written(one) for one in some] for name, some in found.items()}).encode("ascii")


def unpacked(data: bytes, families: Iterable[Family]) -> dict[str, list[Candidate]]:
    """The candidates that were packed."""
    kept: dict[str, list[Any]] = json.loads(data)
    return {
        family.name: [_read(one, {rule.name: rule for rule in family.rules}) for one in kept[family.name]]
        for family in families
    }


def _written(one: Candidate) -> list[Any]:
    spans = ([(span.start, span.end) for span in side] for side in (one.source, one.target))
    values = one.source_value, one.target_value
    return [one.rule.name, *spans, *values, one.message, dict(one.evidence), one.kind]


def _read(kept: list[Any], rules: Mapping[str, Rule]) -> Candidate:
    rule, source, target, source_value, target_value, message, evidence, kind = kept
    spans = [tuple(Span(start, end) for start, end in side) for side in (source, target)]
    return Candidate(rules[rule], spans[0], spans[1], source_value, target_value, message, evidence, kind)
