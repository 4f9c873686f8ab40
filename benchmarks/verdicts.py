"""What careful readers said of alarms on good translations: `verdicts.tsv`, by place and without text.

A reader was shown the sentences and the words that a finding marks, not the rule. *Real*: whoever compares
the two wants to be told; *arguable*: they differ in wording, and many would let it pass; *false*: they say
the same.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple, cast

from tui.articles import Article, Span
from tui.comparison import Finding, Kind

Verdict = Literal["real", "arguable", "false"]


class Place(NamedTuple):
    """Where a finding stands in a corpus."""

    corpus: str
    document: str
    kind: Kind
    source_at: int
    """Where the source sentence of its first span starts, in characters; -1 where it has none."""
    target_at: int


@cache
def verdicts() -> Mapping[Place, Verdict]:
    """Every verdict."""
    with (Path(__file__).parent / "verdicts.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {_place_of(row): cast(Verdict, row["verdict"]) for row in rows}


def _place_of(row: Mapping[str, str]) -> Place:
    kind = cast(Kind, row["kind"])
    return Place(row["set"], row["doc"], kind, int(row["source_at"]), int(row["target_at"]))


def place(corpus: str, document: str, finding: Finding, source: Article, target: Article) -> Place:
    """The place of a finding."""
    return Place(
        corpus, document, finding.kind, _starts(source, finding.source), _starts(target, finding.target)
    )


def _starts(article: Article, spans: tuple[Span, ...]) -> int:
    return article.sentences[article.sentence_at(spans[0].start)].start if spans else -1
