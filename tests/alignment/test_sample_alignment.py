"""The bundled pair, aligned by the real encoder."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tui.alignment import Alignment, UseEncoder, align, rows
from tui.articles import Article, article_from_text
from tui.resources import asset

Pair = tuple[Article, Article, Alignment]


@pytest.fixture(scope="module")
def pair() -> Pair:
    source, target = (
        article_from_text(asset(f"sample/{language}.txt").read_text("utf-8"), language=language)
        for language in ("en", "it")
    )
    return source, target, align(source, target, UseEncoder())


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    paragraphs: dict[str, Any] = json.loads(asset("sample/gold.json").read_text("utf-8"))["paragraphs"]
    return paragraphs


def test_every_paragraph_finds_its_counterpart_and_no_other(pair: Pair, gold: dict[str, Any]) -> None:
    source, target, alignment = pair
    found = {
        (source.sentences[s].paragraph, target.sentences[t].paragraph)
        for bead in alignment.beads
        for s in bead.source
        for t in bead.target
    }
    assert found == {(p, q) for p, q in gold["pairs"]}


def test_the_moved_paragraph_is_called_moved(pair: Pair, gold: dict[str, Any]) -> None:
    source, target, alignment = pair
    moved = {
        (source.sentences[bead.source[0]].paragraph, target.sentences[bead.target[0]].paragraph)
        for bead in alignment.beads
        if bead.moved
    }
    assert moved == {(p, q) for p, q in gold["moved"]}


def test_each_row_says_what_it_is(pair: Pair, gold: dict[str, Any]) -> None:
    laid = rows(*pair)
    assert [p for row in laid if row.kind == "only-source" for p in row.source] == gold["only_en"]
    assert [q for row in laid if row.kind == "only-target" for q in row.target] == gold["only_it"]
    assert [list(row.source) for row in laid if len(row.source) > 1] == [gold["merged"]["en"]]
