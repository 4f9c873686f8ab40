"""The aligned texts for translators' tools, read back by a library that knows the formats."""

import io
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace
from report_pair import decided_report, small_report, with_other_text, written
from translate.storage.tmx import tmxfile
from translate.storage.xliff2 import Xliff2File

from tui.articles import article_from_text
from tui.reports import Report
from tui.reports.beads import units
from tui.reports.header import NOTICE


def aligned(report: Report) -> list[tuple[str, str]]:
    return [(unit.source, unit.target) for unit in units(report) if unit.source and unit.target]


def test_a_memory_gives_the_aligned_passages_back() -> None:
    report = small_report()
    memory = tmxfile.parsestring(written("tmx", report).encode())  # type: ignore[no-untyped-call]
    read = [(unit.source, unit.target) for unit in memory.units if unit.source and unit.target]
    assert read == aligned(report)
    root = ElementTree.fromstring(written("tmx", report))
    assert len(root.findall(".//tu")) == len(report.alignment.beads)
    (alone,) = [tu for tu in root.iter("tu") if len(tu.findall("tuv")) == 1]
    assert alone.findtext(".//seg") == "Il ministro tace."
    assert [note.text for note in root.findall("header/note")][-1] == NOTICE


def test_findings_and_verdicts_are_notes_of_their_unit() -> None:
    root = ElementTree.fromstring(written("tmx", decided_report()))
    notes = {tu.get("tuid"): tu.findtext("note") for tu in root.iter("tu")}
    assert notes["1"] is None
    assert notes["2"] == (
        "critical, number: The source says 14, the target 41. [confirmed] — ask Ada *twice* <b>"
    )


def test_xliff_gives_the_aligned_passages_back() -> None:
    report = small_report()
    read = Xliff2File.parsestring(written("xliff", report).encode())  # type: ignore[no-untyped-call]
    assert [(str(u.source), str(u.target)) for u in read.units if u.source and u.target] == aligned(report)
    assert len(read.units) == len(report.alignment.beads)
    assert (read.getsourcelanguage(), read.gettargetlanguage()) == ("en", "it")


@pytest.mark.parametrize("name", ["tmx", "xliff"])
def test_any_character_of_a_text_makes_a_file_that_can_be_parsed(name: str) -> None:
    """XML has no way to write a control character; what looks like markup is text."""
    text = "<b>&amp;amp; \x0b\x00 \ufffe]]> “fine”."
    report = with_other_text(small_report(), source=article_from_text(text, path="<&\x01>", language="en"))
    root = ElementTree.parse(io.BytesIO(written(name, replace(report, findings=())).encode())).getroot()
    texts = [element.text for element in root.iter() if element.tag.rpartition("}")[2] in ("seg", "source")]
    whole = " ".join(filter(None, texts))
    assert "<b>&" in whole
    assert "]]> “fine”." in whole
