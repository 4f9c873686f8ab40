"""The findings as W3C Web Annotations, for editors and readers that lay remarks over a text.

https://www.w3.org/TR/annotation-model/: a collection of one page; each annotation points at its passages by a
quotation with what stands around it and by position, in code points of the text that `--format json` carries.
"""

from __future__ import annotations

import json
from hashlib import sha256
from urllib.parse import quote

from tui.articles import SIDES, Article, Side, Span
from tui.comparison import Finding
from tui.reports.document import Value, header
from tui.reports.header import tool
from tui.reports.model import Page, Report
from tui.reports.registry import ReportFormat
from tui.reports.wording import heading

_AROUND = 32
"""Characters before and after a quotation, by which it is found again in a text that has changed."""


def collection_of(report: Report, _page: Page) -> str:
    """The collection as JSON-LD."""
    items: list[Value] = [_annotation(finding, report) for finding in report.findings]
    name = _name(report)
    page: Value = {
        "id": f"{name}:page:1",
        "type": "AnnotationPage",
        "partOf": name,
        "startIndex": 0,
        "items": items,
    }
    collection: Value = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": name,
        "type": "AnnotationCollection",
        "label": heading(report),
        "generator": {"type": "Software", "name": tool()},
        "header": header(report),
        "settings": dict(report.settings),
        "total": len(items),
        "first": page,
    }
    return json.dumps(collection, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def _name(report: Report) -> str:
    """A name of its own for the report on two texts."""
    texts = "\0".join(report.article(side).text for side in SIDES)
    return f"urn:afronte:report:{sha256(texts.encode('utf-8', 'replace')).hexdigest()[:16]}"


def _annotation(finding: Finding, report: Report) -> Value:
    decision = report.decision(finding)
    body: list[Value] = [_body(finding.message, "assessing")]
    body += [_body(tag, "tagging") for tag in (finding.severity, finding.kind)]
    if decision.verdict != "open":
        body.append(_body(decision.verdict, "moderating"))
    if decision.note:
        body.append(_body(decision.note, "commenting"))
    return {
        "id": f"urn:afronte:finding:{finding.id}",
        "type": "Annotation",
        "motivation": "assessing",
        "body": body,
        "target": [_target(span, side, report) for side in SIDES for span in finding.side(side)],
    }


def _body(value: str, purpose: str) -> Value:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _target(span: Span, side: Side, report: Report) -> Value:
    article = report.article(side)
    return {
        "source": _address(article, side),
        "language": article.language,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": span.within(article.text),
                "prefix": article.text[max(0, span.start - _AROUND) : span.start],
                "suffix": article.text[span.end : span.end + _AROUND],
            },
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }


def _address(article: Article, side: Side) -> str:
    """The file as a relative address; what came from no file is named by its side."""
    return f"urn:afronte:{side}" if article.path == "-" else quote(article.path, errors="replace")


FORMATS = (ReportFormat("annotations", ".annotations.json", "W3C Web Annotations", collection_of, "program"),)
