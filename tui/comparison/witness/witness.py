"""The witness of one pair: asked of each finding, then what it has to say by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property

from msgspec.structs import replace

from tui.alignment import AlignedPair
from tui.articles import Side, Span
from tui.comparison.model import AGREES, PARTS, UNPROVEN, Finding, severity
from tui.comparison.rule import SEVERITIES, Layer, Severity
from tui.comparison.witness.differences import Difference, differences, usual
from tui.comparison.witness.echo import Echo
from tui.comparison.witness.hearing import Heard, hearing
from tui.comparison.witness.order import exchanges
from tui.comparison.witness.propose import Again, Own, overlap, propose, weighed_by_habit
from tui.comparison.witness.said import Said
from tui.comparison.witness.testimony import testimony

EACH = 20
"""Of so many sentences one small finding of the witness is told at most (benchmarks/witness.py)."""
_MINOR, _QUIET = 0.2, 0.19
"""The probability from which a finding is minor, and what is less."""
_TURNED = 0.5
"""Fewer little words that differ between two words make no passive of what they stand around."""
_LENT: Mapping[Severity, float] = {"major": UNPROVEN, "minor": 0.49}
"""How sure a rule's finding becomes at most by what the witness says by itself, by the ceiling of that: no
louder than the witness may be.
"""


class Witness:
    """What a back-translation says of a pair."""

    def __init__(
        self, pair: AlignedPair, what: Said, again: Iterable[Again], asked: Mapping[str, Layer]
    ) -> None:
        """`again`: what the families found between source and back-translation; `asked`: those that were
        asked, each with the layer of its rules.
        """
        self._pair = pair
        self._what = what
        self._asked = asked
        self._again: dict[tuple[int, str], list[Again]] = defaultdict(list)
        for one in again:
            self._again[one.bead, one.family].append(one)
        self._bead = {bead: number for number, bead in what.beads.items()}
        self._echoes: dict[int, Echo] = {}

    @property
    def beads(self) -> Collection[int]:
        """The beads of the two articles that it speaks of."""
        return self._bead.keys()

    @cached_property
    def heard(self) -> dict[int, Heard]:
        """Every bead that is compared, by its index in the pair of source and back-translation."""
        return hearing(self._pair, self._what)

    def testimony(self, finding: Finding, family: str) -> dict[str, float]:
        """The evidence of the witness on a finding of a family; empty where it has none."""
        if (bead := self._bead_of(finding)) is None:
            return {}
        heard = testimony(
            finding, self.heard[bead], self._echo(bead), self._again.get((bead, family), ()),
            asked=family in self._asked, one_of_words=finding.layer != "facts",
        )  # fmt: skip
        parted = [one.finding.source for (at, _), found in self._again.items() if at == bead for one in found]
        parted += [(span,) for span in self._exchanged[bead]]
        if AGREES in heard and any(overlap(spans, finding.source) for spans in parted):
            return {}  # another family says that they part there, or the same words stand in another order
        return heard

    def _echo(self, bead: int) -> Echo:
        """A bead word by word, once for all that is found in it."""
        if bead not in self._echoes:
            pair = self._what.pair
            self._echoes[bead] = Echo(self.heard[bead].face, pair, pair.alignment.beads[bead])
        return self._echoes[bead]

    @cached_property
    def _exchanges(self) -> list[Difference]:
        return list(exchanges(self.heard, self._what, usual(self.heard)))

    @cached_property
    def _exchanged(self) -> Mapping[int, list[Span]]:
        """From where to where words of the source are exchanged, by the bead."""
        found: dict[int, list[Span]] = defaultdict(list)
        for one in self._exchanges:
            if one.evidence["order-voice"] < _TURNED:
                found[one.bead].append(Span(one.source[0].start, one.source[-1].end))
        return found

    def _bead_of(self, finding: Finding) -> int | None:
        """The bead in which a finding stands, if that was translated."""
        side: Side = "source" if finding.source else "target"
        return self._bead.get(self._pair.bead(side, finding.side(side)[0].start))

    def own(self) -> list[Own]:
        """What the witness says by itself."""
        every = [one for found in self._again.values() for one in found if one.said_once]
        facts = [one for one in every if self._asked[one.family] == "facts"]
        others = [one for one in every if self._asked[one.family] != "facts"]
        parted = list(differences(self.heard, self._pair, self._what))
        said = list(propose(self._pair, self._what, self.heard, facts, parted, self._exchanges, others))
        return list(weighed_by_habit(said, self._pair.source.language))

    def same(self, finding: Finding, family: str, own: Own) -> bool:
        """Whether the witness says by itself what a finding says."""
        if self._bead_of(finding) != own.bead or own.family not in ("", family):
            return False
        if own.family and not (finding.source and own.candidate.source_value):
            return not finding.source and not own.candidate.source_value
        return overlap(finding.source, own.candidate.source) or overlap(finding.target, own.candidate.target)


def said_once(
    told: Sequence[tuple[Finding, str]], own: Iterable[tuple[Own, Finding]], witness: Witness
) -> tuple[list[Finding], list[Finding]]:
    """What a rule has found, as loud as the witness is, and what the witness alone says: each said once.

    `told`: the findings, each with its family; `own`: what the witness says, judged.
    """
    findings = [finding for finding, _ in told]
    alone: list[Finding] = []
    for one, said in own:
        for at, (_, family) in enumerate(told):
            found = findings[at]
            if found.witness == "agrees" or not witness.same(found, family, one):
                continue
            if SEVERITIES.index(found.ceiling) <= SEVERITIES.index(said.severity):
                findings[at] = _no_quieter(found, said)
                break
        else:
            alone.append(said)
    return findings, alone


def few(alone: Sequence[Finding], sentences: int) -> list[Finding]:
    """What the witness alone says, of small findings only the surest aloud: a reader soon passes over the
    marks of an article that has many.
    """
    small = [said for said in alone if said.severity == "minor" and said.confidence >= _MINOR]
    ranked = sorted(small, key=lambda said: -said.confidence)
    quiet = {id(said) for said in ranked[max(1, round(sentences / EACH)) :]}
    return [replace(said, confidence=_QUIET) if id(said) in quiet else said for said in alone]


def _no_quieter(found: Finding, said: Finding) -> Finding:
    confidence = max(found.confidence, min(said.confidence, _LENT[said.ceiling]))
    evidence = {name: value for name, value in found.evidence if name not in (AGREES, PARTS)}
    evidence[PARTS] = said.confidence
    return replace(
        found,
        confidence=confidence,
        severity=severity(confidence, found.ceiling) or "minor",
        evidence=tuple(sorted(evidence.items())),
    )
