"""What a finding is, and what a comparison gives."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from tui.articles import Article, Side, Span
from tui.comparison.rule import SEVERITIES, SOURCE, TARGET, Kind, Layer, Severity

AGREES, PARTS = "witness-agrees", "witness-parts"
"""The evidence of the witness: how surely the back-translation says what the source says, or that it differs
from it as the target does."""
WITNESSED: Mapping[str, str] = {
    "agrees": "the back-translation agrees with the source",
    "parts": "the back-translation says so too",
}
"""What the witness says of a finding that was made without it, in words."""
SURE = 0.8
"""The probability from which a finding may be critical, where nobody says otherwise."""
UNPROVEN = 0.79
"""So sure a translator's word makes a fact at most, and leaves one that it speaks against: what a translation
of a translation says proves nothing critical (benchmarks/witness.py).
"""
_STEPS: Mapping[Severity, float] = {"critical": 1.0, "major": 0.625, "minor": 0.25}
"""The share of it from which a finding has each severity: .8, .5 and .2."""
_GLYPHS: dict[Kind, str] = {
    "only-source": "−",
    "omission": "−",
    "only-target": "+",
    "addition": "+",
    "untranslated": "~",
}
_MIRRORED: Mapping[Kind, Kind] = {
    "only-source": "only-target",
    "only-target": "only-source",
    "omission": "addition",
    "addition": "omission",
}
_MIRRORED_RULES = (("-only-source", "-only-target"), ("-left-out", "-put-in"))
"""How the names of two rules end that find the same in one direction and in the other."""
_SIDES_IN_MESSAGES, _NAMES = (ord(SOURCE), ord(TARGET)), ("source", "target")
_LAYER_GLYPHS: dict[Layer, str] = {"facts": "≠", "missing": "⇄", "words": "~"}


class Finding(Struct, frozen=True):
    """One place where the two sides part."""

    kind: Kind
    layer: Layer
    severity: Severity
    confidence: float
    """0 to 1: how many of the findings that are as sure as this a careful reader agrees with."""
    source: tuple[Span, ...]
    """Where it stands in the source; empty when only the target has it."""
    target: tuple[Span, ...]
    source_value: str | None
    """The normal form compared (`12`, `2024-05-09`), or None when that side has none."""
    target_value: str | None
    message: str
    """One plain sentence that says what differs."""
    rule: str
    """The name of the rule that found it."""
    id: str = ""
    """Stable while the sentences around it stay the same; given by `identified`."""
    ceiling: Severity = "critical"
    """How much it matters at most, however sure it is."""
    evidence: tuple[tuple[str, float], ...] = ()
    """What the judge weighed, by name: each 0 to 1."""

    @property
    def glyph(self) -> str:
        """One character that says what kind of finding it is."""
        return _GLYPHS.get(self.kind) or _LAYER_GLYPHS[self.layer]

    @property
    def witness(self) -> Literal["agrees", "parts"] | None:
        """Whether the back-translation agrees with the source there or parts from it; None if it says
        neither.
        """
        names = {name for name, _ in self.evidence}
        if self.kind == "back-translation" or PARTS in names:
            return "parts"
        return "agrees" if AGREES in names else None

    def side(self, side: Side) -> tuple[Span, ...]:
        """The spans of one side."""
        return self.source if side == "source" else self.target


def severity(confidence: float, ceiling: Severity, sure: float = SURE) -> Severity | None:
    """How loud a finding may be; None where it is not sure enough for any severity.

    `sure`: the probability from which a finding may be critical; the other steps follow it.
    """
    for step in SEVERITIES[SEVERITIES.index(ceiling) :]:
        if confidence >= sure * _STEPS[step]:
            return step
    return None


class Comparison(Struct, frozen=True):
    """What comparing two articles gives: every finding, and from where on they are told."""

    every: tuple[Finding, ...]
    """In the order of the text across both sides; what is not told is minor."""
    sure: float = SURE
    """The probability from which a finding may be critical."""
    incomplete: tuple[str, ...] = ()
    """The names of the rules that failed: their findings are missing."""
    silenced: tuple[Finding, ...] = ()
    """What would be found if a person had not said that its two sides are the same."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Those that are sure enough to be told."""
        return tuple(one for one in self.every if severity(one.confidence, one.ceiling, self.sure))

    @property
    def less_sure(self) -> tuple[Finding, ...]:
        """Those below the threshold."""
        return tuple(one for one in self.every if not severity(one.confidence, one.ceiling, self.sure))

    def at(self, sure: float) -> Comparison:
        """The same comparison at another threshold."""
        every, silenced = (
            tuple(
                replace(one, severity=severity(one.confidence, one.ceiling, sure) or "minor") for one in some
            )
            for some in (self.every, self.silenced)
        )
        return Comparison(every, sure, self.incomplete, silenced)


def identified(findings: Iterable[Finding], source: Article, target: Article) -> tuple[Finding, ...]:
    """Gives each finding its id: a digest of its kind, rule and values and of the sentences it stands in.

    The place in the file takes no part, so an edit elsewhere leaves the id alone; equal findings in equal
    sentences are numbered in order.
    """
    seen: dict[str, int] = {}
    out: list[Finding] = []
    for finding in findings:
        key = _digest(finding, source, target)
        seen[key] = seen.get(key, 0) + 1
        out.append(replace(finding, id=key if seen[key] == 1 else f"{key}-{seen[key]}"))
    return tuple(out)


def mirrored(finding: Finding) -> Finding:
    """What a finding is when the pair is read the other way round; its message and id stay."""
    rule = finding.rule
    for endings in _MIRRORED_RULES if finding.layer != "facts" else ():
        for ending, other in (endings, endings[::-1]):
            if finding.rule.endswith(ending):
                rule = finding.rule.removesuffix(ending) + other
    return replace(
        finding,
        kind=_MIRRORED.get(finding.kind, finding.kind),
        rule=rule,
        source=finding.target,
        target=finding.source,
        source_value=finding.target_value,
        target_value=finding.source_value,
    )


def as_read(finding: Finding, *, turned: bool) -> Finding:
    """What was found of a pair as it is told to whom reads it so, or (`turned`) the other way round."""
    names = _NAMES[::-1] if turned else _NAMES
    told = replace(
        finding, message=finding.message.translate(dict(zip(_SIDES_IN_MESSAGES, names, strict=True)))
    )
    return mirrored(told) if turned else told


def mirror_id(finding: Finding, source: Article, target: Article) -> str:
    """The id that `identified` gives a finding when the pair is read the other way round."""
    _, dash, number = finding.id.partition("-")
    return f"{_digest(mirrored(finding), target, source)}{dash}{number}"


def _digest(finding: Finding, source: Article, target: Article) -> str:
    digest = hashlib.blake2b(digest_size=6)
    for part in _identity(finding, source, target):
        digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()


def _identity(finding: Finding, source: Article, target: Article) -> Iterable[str]:
    yield finding.kind
    yield finding.rule
    yield finding.source_value or ""
    yield finding.target_value or ""
    for article, spans in ((source, finding.source), (target, finding.target)):
        for span in spans:
            yield span.within(article.text)
            yield article.sentence_text(article.sentence_at(span.start))
