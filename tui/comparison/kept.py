"""Findings kept from an earlier run: those of the same texts, aligned alike, by the same program."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from tui.articles import Article, Span
from tui.cache import digest, fingerprint
from tui.comparison.model import Finding

if TYPE_CHECKING:
    from tui.alignment import Alignment


def key_of(
    source: Article,
    target: Article,
    alignment: Alignment,
    encoder: str,
    back_translations: Mapping[int, str] | None,
) -> bytes:
    """The key of everything that a comparison depends on; `encoder`: its name."""
    return digest(
        "findings",
        fingerprint(),
        encoder,
        source.contents(),
        target.contents(),
        repr([(bead.source, bead.target, bead.score, bead.moved) for bead in alignment.beads]),
        repr(sorted((back_translations or {}).items())),
    )


def packed(findings: tuple[Finding, ...]) -> bytes:
    """Findings as bytes."""
    return json.dumps(
        [
            [
                one.kind, one.layer, one.severity, one.confidence,
                [(span.start, span.end) for span in one.source],
                [(span.start, span.end) for span in one.target],
                one.source_value, one.target_value, one.message, one.rule, one.id, one.ceiling, one.evidence,
            ]
            for one in findings
        ]
    ).encode("ascii")  # fmt: skip


def unpacked(data: bytes) -> tuple[Finding, ...]:
    """The findings that were packed."""
    return tuple(
        Finding(
            kind, layer, severity, confidence,
            tuple(Span(start, end) for start, end in source),
            tuple(Span(start, end) for start, end in target),
            source_value, target_value, message, rule, identity, ceiling,
            tuple((name, value) for name, value in evidence),
        )
        for kind, layer, severity, confidence, source, target, source_value, target_value, message, rule,
        identity, ceiling, evidence in json.loads(data)
    )  # fmt: skip
