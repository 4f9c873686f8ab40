"""Web Annotations, SARIF and GitHub's workflow commands."""

import json

from msgspec.structs import replace
from report_pair import decided_report, small_report, written

from tui.articles import SIDES


def test_an_annotation_points_at_its_passages_by_quotation_and_position() -> None:
    report = decided_report()
    collection = json.loads(written("annotations", report))
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (collection["type"], collection["total"]) == ("AnnotationCollection", 4)
    number, _, moved, alone = collection["first"]["items"]
    assert [body["value"] for body in number["body"]] == [
        "The source says 14, the target 41.", "critical", "number", "confirmed", "ask Ada\n*twice* <b>",
    ]  # fmt: skip
    assert [target["source"] for target in number["target"]] == ["en.txt", "it.txt"]
    assert (len(moved["target"]), len(alone["target"])) == (2, 1)
    for annotation in collection["first"]["items"]:
        for target in annotation["target"]:
            quote, position = target["selector"]
            text = report.article(next(s for s in SIDES if report.article(s).path == target["source"])).text
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert text[: position["start"]].endswith(quote["prefix"])
            assert text[position["end"] :].startswith(quote["suffix"])


def test_sarif_points_at_the_target_and_names_the_source_beside_it() -> None:
    (run,) = json.loads(written("sarif", decided_report()))["runs"]
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == {r["ruleId"] for r in run["results"]}
    number, negation, moved, alone = run["results"]
    place = number["locations"][0]["physicalLocation"]
    assert (place["artifactLocation"]["uri"], place["region"]["startLine"]) == ("it.txt", 5)
    beside = number["relatedLocations"][0]["physicalLocation"]
    assert (beside["artifactLocation"]["uri"], beside["region"]["snippet"]["text"]) == ("en.txt", "14")
    assert negation["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "en.txt"
    assert [r["level"] for r in run["results"]] == ["error", "error", "warning", "warning"]
    assert ["suppressions" in r for r in (number, negation, moved, alone)] == [False, True, True, False]


def test_workflow_commands_are_lines_that_an_article_cannot_write() -> None:
    report = small_report()
    message = "100% of\n::error::it"
    findings = (replace(report.findings[0], message=message), *report.findings[1:])
    path = "a:b,c.txt"
    report = replace(report, target=replace(report.target, path=path), findings=findings)
    lines = [line for line in written("github", report).splitlines() if not line.startswith("::debug::")]
    assert lines[0] == "::error file=a%3Ab%2Cc.txt,line=5,title=number::100%25 of ::error::it"
    assert [line.split()[0] for line in lines] == ["::error", "::error", "::warning", "::warning"]


def test_what_was_dismissed_or_intended_is_not_said_again() -> None:
    said = [
        [line for line in written("github", report).splitlines() if not line.startswith("::debug::")]
        for report in (small_report(), decided_report())
    ]
    assert len(said[1]) == len(said[0]) - 2
