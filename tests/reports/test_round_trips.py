"""What is written for translators' tools is read back as the same pair, with the same alignment."""

from __future__ import annotations

from pathlib import Path

import pytest
from report_pair import small_report, written
from toy_encoder import ToyEncoder

from tui.articles import load_pair
from tui.reports.beads import units
from tui.reports.making import report_on


@pytest.mark.parametrize(("name", "suffix"), [("tmx", ".tmx"), ("xliff", ".xlf")])
def test_a_bitext_gives_articles_and_alignment_back(tmp_path: Path, name: str, suffix: str) -> None:
    report = small_report()
    path = tmp_path / f"pair{suffix}"
    path.write_text(written(name, report), "utf-8")
    pair = load_pair(str(path), None)
    assert (pair.source.language, pair.target.language) == ("en", "it")
    again = report_on(pair.source, pair.target, ToyEncoder())
    told = [(unit.source, unit.target) for unit in units(report)]
    assert sorted((unit.source, unit.target) for unit in units(again)) == sorted(told)
