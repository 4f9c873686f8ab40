"""What a person has decided goes into every report written from the reader, and into no other."""

import json

import pytest
from report_pair import NOTE, decided_report, small_report, written

from tui.reports import Report

TEXTS = ("text", "json", "jsonl", "md", "html", "plain")


def told(name: str, report: Report | None = None) -> str:
    return written(name, report or decided_report())


@pytest.mark.parametrize("name", ["text", "md", "html", "plain"])
def test_verdicts_notes_and_how_much_is_decided_are_told(name: str) -> None:
    text = told(name)
    assert "Decided: 3 of 4 (1 confirmed, 1 dismissed, 1 intended)." in text
    for words in ("confirmed", "intended", "ask Ada", "who is the minister?"):
        assert words in text


@pytest.mark.parametrize("name", ["text", "md", "html"])
def test_what_was_dismissed_stands_apart_at_the_end_of_the_findings(name: str) -> None:
    """And the heading of its severity no longer counts it."""
    text = told(name)
    heads = [text.lower().index(head) for head in ("critical", "major", "dismissed")]
    dismissed = text.index("Only the source says")
    assert heads == sorted(heads)
    assert text.index("The source says 14") < text.index("Only the target has this") < dismissed
    assert {"text": "CRITICAL  1", "md": "## Critical (1)", "html": "Critical <small>1<"}[name] in text


def test_a_note_is_text_whatever_the_format_makes_of_its_characters() -> None:
    """Line by line, as it was written."""
    assert "ask Ada\\\n\\*twice\\* \\<b\\>" in told("md")
    assert "ask Ada<br>*twice* &lt;b&gt;" in told("html")
    lines = told("text").splitlines()
    first = next(i for i, line in enumerate(lines) if "ask Ada" in line)
    assert lines[first].split() == ["note", "ask", "Ada"]
    assert lines[first + 1].index("*twice*") == lines[first].index("ask")


def test_a_dismissed_finding_is_not_marked_in_the_texts_of_the_page() -> None:
    number, negation, *_ = decided_report().findings
    texts = told("html").partition("The two texts")[2]
    assert f'href="#f-{number.id}"' in texts
    assert f'href="#f-{negation.id}"' not in texts


def test_rows_are_as_the_person_has_corrected_them() -> None:
    """The second paragraph of the target, which had a row of its own, lies between those merged."""
    assert told("plain", small_report()).count("\nRow ") == told("plain").count("\nRow ") + 2
    assert told("html", small_report()).count("<tr class") == told("html").count("<tr class") + 2


def test_findings_of_the_json_report_gain_two_fields_and_the_rest_is_beside_them() -> None:
    plain, decided = (json.loads(told("json", r)) for r in (small_report(), decided_report()))
    assert [(f.pop("verdict"), f.pop("note")) for f in decided["findings"]] == [
        ("confirmed", NOTE),
        ("dismissed", ""),
        ("intended", ""),
        ("open", ""),
    ]
    assert decided["header"]["counts"].pop("decided") == 3
    assert decided.pop("marks") == [
        {"side": "target", "paragraph": 4, "bookmarked": True, "note": "who is the minister?"}
    ]
    assert decided.pop("corrections") == [{"do": "merge", "source": [0, 1], "target": [0, 2]}]
    assert decided == plain


@pytest.mark.parametrize("name", TEXTS)
def test_a_report_on_the_texts_alone_has_nothing_of_it(name: str) -> None:
    text = told(name, small_report()).lower().rpartition("</style>")[2]
    assert not any(word in text for word in ("decided", "verdict", "confirmed", "dismissed"))
