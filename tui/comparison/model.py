"""What a finding is."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from tui.articles import Article, Side, Span

Layer = Literal["facts", "missing", "words"]
Severity = Literal["critical", "major", "minor"]
Kind = Literal[
    "number", "percentage", "amount", "unit", "date", "time", "name", "negation", "reversal", "modality",
    "speaker", "quotation", "only-source", "only-target", "moved", "omission", "addition", "word",
    "untranslated", "doubled", "false-friend", "back-translation", "lookalike", "engine",
]  # fmt: skip

LAYERS: tuple[Layer, ...] = ("facts", "missing", "words")
_GLYPHS: dict[Kind, str] = {"only-source": "−", "omission": "−", "only-target": "+", "addition": "+"}
_LAYER_GLYPHS: dict[Layer, str] = {"facts": "≠", "missing": "⇄", "words": "~"}
SEVERITIES: tuple[Severity, ...] = ("critical", "major", "minor")


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where the two sides part."""

    kind: Kind
    layer: Layer
    severity: Severity
    confidence: float
    """0 to 1: how likely a careful reader agrees."""
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

    @property
    def glyph(self) -> str:
        """One character that says what kind of finding it is."""
        return _GLYPHS.get(self.kind) or _LAYER_GLYPHS[self.layer]

    def side(self, side: Side) -> tuple[Span, ...]:
        """The spans of one side."""
        return self.source if side == "source" else self.target


def identified(findings: Iterable[Finding], source: Article, target: Article) -> tuple[Finding, ...]:
    """Gives each finding its id: a digest of its kind, rule and values and of the sentences it stands in.

    The place in the file takes no part, so an edit elsewhere leaves the id alone; equal findings in equal
    sentences are numbered in order.
    """
    seen: dict[str, int] = {}
    out: list[Finding] = []
    for finding in findings:
        digest = hashlib.blake2b(digest_size=6)
        for part in _identity(finding, source, target):
            digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
        key = digest.hexdigest()
        seen[key] = seen.get(key, 0) + 1
        out.append(replace(finding, id=key if seen[key] == 1 else f"{key}-{seen[key]}"))
    return tuple(out)


def _identity(finding: Finding, source: Article, target: Article) -> Iterable[str]:
    yield finding.kind
    yield finding.rule
    yield finding.source_value or ""
    yield finding.target_value or ""
    for article, spans in ((source, finding.source), (target, finding.target)):
        for span in spans:
            yield span.within(article.text)
            yield article.sentence_text(article.sentence_at(span.start))
