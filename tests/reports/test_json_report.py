import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from report_pair import small_report, translated_report, written

from tui.alignment import Alignment
from tui.articles import SIDES, article_from_text
from tui.reports import Report
from tui.reports.formats.jsonl import failure_line, pair_line


def parsed(report: Report) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(written("json", report))
    return document


def test_a_report_has_the_fields_of_its_schema_and_no_others() -> None:
    document = parsed(small_report())
    assert list(document) == [
        "schema",
        "header",
        "settings",
        "source",
        "target",
        "alignment",
        "findings",
        "summary",
        "engine",
    ]
    assert document["schema"] == "afronte/1"
    for side in SIDES:
        assert list(document[side]) == ["path", "language", "text", "paragraphs", "sentences", "lines"]
    assert {tuple(bead) for bead in document["alignment"]} == {("source", "target", "score", "moved")}
    assert {tuple(finding) for finding in document["findings"]} == {
        (
            "id", "kind", "layer", "severity", "confidence", "ceiling", "source", "target",
            "source_value", "target_value", "message", "rule", "evidence", "place",
        )
    }  # fmt: skip
    assert document["engine"] == {"encoder": "toy 1.0", "translator": None}


def test_offsets_count_code_points_of_the_text_in_the_report() -> None:
    """The emoji before them would shift bytes and UTF-16 units."""
    document = parsed(small_report())
    number = document["findings"][0]
    text = document["source"]["text"]
    assert number["source"] == [{"start": text.index("14"), "end": text.index("14") + 2, "text": "14"}]
    for side in SIDES:
        text = document[side]["text"]
        for finding in document["findings"]:
            for place in finding[side]:
                assert text[place["start"] : place["end"]] == place["text"]
        for sentence in document[side]["sentences"]:
            paragraph = document[side]["paragraphs"][sentence["paragraph"]]
            assert paragraph["start"] <= sentence["start"] < sentence["end"] <= paragraph["end"]


def test_a_side_without_a_place_is_empty_and_a_value_that_is_not_there_is_null() -> None:
    negation = parsed(small_report())["findings"][1]
    assert negation["target"] == []
    assert (negation["source_value"], negation["target_value"]) == ("negated", None)


def test_a_moved_pair_is_one_bead_and_a_lone_sentence_has_an_empty_side() -> None:
    beads = parsed(small_report())["alignment"]
    assert [bead for bead in beads if bead["moved"]] == [
        {"source": [3], "target": [1], "score": 0.9, "moved": True}
    ]
    assert [bead["target"] for bead in beads if not bead["source"]] == [[4]]


def test_the_summary_counts_beads_and_findings() -> None:
    summary = parsed(small_report())["summary"]
    assert 0 < summary.pop("correspondence") <= 1
    assert summary == {
        "aligned": 3, "only_source": 0, "only_target": 1, "moved": 1, "critical": 2, "major": 2, "minor": 0,
    }  # fmt: skip


def test_text_stays_as_it_is_and_each_finding_has_a_line_of_its_own() -> None:
    text = written("json", small_report())
    assert "«Abbiamo ceduto»" in text
    assert sum('"severity": "critical"' in line for line in text.splitlines()) == 2


def test_scores_are_rounded_to_four_digits_whatever_kind_of_number_they_are() -> None:
    import numpy as np

    report = small_report()
    score: Any = np.float32(0.123456)
    beads = (replace(report.alignment.beads[0], score=score), *report.alignment.beads[1:])
    assert parsed(replace(report, alignment=Alignment(beads)))["alignment"][0]["score"] == 0.1235


def test_a_score_that_json_cannot_hold_is_refused() -> None:
    report = small_report()
    findings = (replace(report.findings[0], confidence=float("nan")),)
    with pytest.raises(ValueError, match="JSON compliant"):
        written("json", replace(report, findings=findings))


def test_a_back_translation_names_its_sentence_and_engine() -> None:
    document = parsed(translated_report())
    assert document["back_translation"] == [
        {"sentence": 3, "text": "“We gave in,” said Marta *Venier*.", "engine": "Argos it→en 1.0"}
    ]
    assert document["engine"]["translator"] == "Argos it→en 1.0"


def test_json_lines_hold_the_same_report_on_one_line() -> None:
    report = small_report()
    line = written("jsonl", report)
    assert line.count("\n") == 1
    assert line.endswith("\n")
    assert json.loads(line) == parsed(report)


def test_a_line_of_a_list_of_pairs_carries_its_id() -> None:
    report = small_report()
    line = json.loads(pair_line("42", report))
    assert list(line)[:2] == ["schema", "id"]
    assert line == {"id": "42"} | parsed(report)


def test_a_pair_that_failed_says_why() -> None:
    assert json.loads(failure_line("42", "en.txt: no such file")) == {
        "schema": "afronte/1",
        "id": "42",
        "error": "en.txt: no such file",
    }


@given(st.text())
def test_a_report_on_any_text_is_one_line_that_gives_the_text_back(text: str) -> None:
    """Whatever a program takes for the end of a line."""
    source = article_from_text(text, path="en.txt", language="en")
    report = Report(source, source, Alignment(()), (), "toy 1.0")
    line = written("jsonl", report)
    assert len(line.splitlines()) == 1
    assert json.loads(line)["source"]["text"] == source.text
