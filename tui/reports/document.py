"""The report for other programs: JSON, schema `afronte/1`.

The schema is stable: fields may be added; none goes or changes its meaning. All offsets (`start`, `end`)
count Unicode code points of the `text` that the report carries, `end` exclusive; all indexes begin at 0;
scores are rounded to four digits.

    {"schema": "afronte/1",
     "header": {"tool", "source": {"title", "sha256", "modified", "paragraphs", "sentences",
                "coverage": 0..1}, "target": {the same}, "models": {"encoder", "translator"},
                "counts": {"critical", "major", "minor", "decided"}, "notice"},
     "settings": {name: value},
     "source": {"path", "language", "text",
                "paragraphs": [{"start", "end", "place", "unit"}],
                "sentences": [{"start", "end", "paragraph"}],
                "lines": [offsets], "marked": [{"start", "end", "kind", "value"}], "anchors": [names]},
     "target": {the same},
     "alignment": [{"source": [sentences], "target": [sentences], "score": 0..1, "moved": true or false}],
     "findings": [{"id", "kind", "layer", "severity", "confidence": 0..1,
                   "source": [{"start", "end", "text"}], "target": [the same],
                   "source_value", "target_value", "message", "rule", "ceiling", "evidence": {name: 0..1},
                   "place": {"source", "target"}, "witness": "agrees" or "parts", "verdict", "note"}],
     "less_sure": [the same],
     "incomplete": [names of rules],
     "silenced": [the same as findings],
     "words": {"source": [{"start", "end", "difference": 0..1, "counterpart": [start, end] or null}],
               "target": [the same]},
     "back_translation": [{"sentence", "text", "engine"}],
     "marks": [{"side", "paragraph", "bookmarked": true or false, "note"}],
     "corrections": [{"do": "link", "moved", "unlink", "merge" or "split", "source", "target"}],
     "summary": {"aligned", "only_source", "only_target", "moved", "critical", "major", "minor",
                 "correspondence": 0..1},
     "engine": {"encoder", "translator"}}

- `header` says what was compared and with what: `sha256` and `modified` (UTC) are of the file and null where
  there is none; `coverage` is the share of a text that has a counterpart; `notice` that the absence of a mark
  is not a verification. The date of the run is nowhere: the same texts give the same bytes.
- `settings` is what was asked for that the findings depend on.
- `path` is as it was given, `-` for standard input; `language` is a BCP 47 tag.
- `alignment` holds every sentence of both sides in exactly one bead; a bead with one side empty has no
  counterpart, and a moved passage is one bead with `"moved": true`.
- `findings` stand in the order of the text; a side on which a finding has no place is an empty list. The `id`
  stays the same while the sentences around the finding do.
- `lines` are the offsets at which the lines of the file begin; `place` says in words where a finding stands
  in the files of the sides on which it does.
- `confidence` says how many of the findings that are as sure as this a careful reader agrees with; `ceiling`
  how much it matters at most. The severity follows from both and from `--sure`.
- `witness` is there where the back-translation speaks of the finding: that it `agrees` with the source,
  so that the target may say the same after all, or that it `parts` from the source as the target does.
- `less_sure` has what is below the threshold, `incomplete` the rules that failed, `silenced` what a person or
  a glossary calls the same on both sides; each is there only when not empty.
- A paragraph has a `place` where lines mean nothing (`page 3`) and a `unit` where the file says what
  corresponds; `marked` are code, links and tags inside the text, `anchors` what a link may lead to: each is
  there where there is any.
- `verdict` (`open`, `confirmed`, `dismissed` or `intended`) and `note` are there in a report written from the
  reader, where a person has decided; `afronte check` depends on the two texts alone. So are
  `marks`, what was put beside paragraphs, and `corrections` of the alignment, by the indexes of sentences (of
  paragraphs in `merge` and `split`), which the alignment and the person's rows follow; and `decided`.
- `words` is there with `--words`: every word of each side, `difference` 1 where the other side has nothing
  like it.
- `back_translation` is there with `--back-translate`; `sentence` is an index into the target's sentences.
- `summary` counts beads (`aligned` to `moved`) and findings (`critical` to `minor`), and says how much of a
  text has a counterpart (`correspondence`): below 0.3 the two may not belong together.
- `translator` is null when nothing was translated.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from tui.alignment import correspondence
from tui.articles import SIDES, Article, Paragraph, Span
from tui.comparison import SEVERITIES, Finding
from tui.printable import STEERING
from tui.reports.header import NOTICE, heading_of, tool
from tui.reports.model import Report

if TYPE_CHECKING:
    from tui.comparison import Word

SCHEMA = "afronte/1"

_ESCAPED = re.compile(f"{STEERING.pattern}|[\u2028\u2029]")
"""What JSON allows inside a string, and a terminal obeys or some programs take for the end of a line."""

Value = str | int | float | bool | None | list["Value"] | dict[str, "Value"]


def document(report: Report) -> dict[str, Value]:
    """The report as a value of schema `afronte/1`."""
    out: dict[str, Value] = {"schema": SCHEMA, "header": header(report), "settings": {**report.settings}}
    for side in SIDES:
        out[side] = _article(report.article(side))
    out["alignment"] = [
        {
            "source": list(bead.source),
            "target": list(bead.target),
            "score": _rounded(bead.score),
            "moved": bead.moved,
        }
        for bead in report.alignment.beads
    ]
    out["findings"] = [_finding(finding, report) for finding in report.findings]
    if report.less_sure:
        out["less_sure"] = [_finding(finding, report) for finding in report.less_sure]
    if report.incomplete:
        out["incomplete"] = list(report.incomplete)
    if report.silenced:
        out["silenced"] = [_finding(finding, report) for finding in report.silenced]
    if report.words is not None:
        out["words"] = {side: [_word(word) for word in report.words[side]] for side in SIDES}
    if report.back_translation is not None:
        out["back_translation"] = [
            {"sentence": item.sentence, "text": item.text, "engine": report.translator}
            for item in report.back_translation
        ]
    if report.sheet is not None:
        out["marks"] = [
            {"side": side, "paragraph": paragraph, "bookmarked": mark.bookmarked, "note": mark.note}
            for (side, paragraph), mark in sorted(report.sheet.marks.items())
        ]
        out["corrections"] = [
            {
                "do": type(correction).__name__.lower(),
                "source": _index(correction.source),
                "target": _index(correction.target),
            }
            for correction in report.sheet.corrections
        ]
    related = correspondence(report.source, report.target, report.alignment)
    out["summary"] = {**report.summary, "correspondence": _rounded(related)}
    out["engine"] = {"encoder": report.encoder, "translator": report.translator}
    return out


def compact(value: Value) -> str:
    """A value on one line; text stays as it is and a number that JSON cannot hold is an error."""
    written = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", written)


def header(report: Report) -> dict[str, Value]:
    """What the report is about and what it was made with."""
    out: dict[str, Value] = {"tool": tool()}
    for side in SIDES:
        about = heading_of(side, report)
        out[side] = {
            "title": about.title,
            "sha256": about.origin.sha256 if about.origin else None,
            "modified": about.origin.modified if about.origin else None,
            "paragraphs": about.paragraphs,
            "sentences": about.sentences,
            "coverage": _rounded(about.coverage),
        }
    out["models"] = {"encoder": report.encoder, "translator": report.translator}
    counts: dict[str, Value] = {severity: report.summary[severity] for severity in SEVERITIES}
    if report.sheet is not None:
        counts["decided"] = report.sheet.progress(report.findings).decided
    out["counts"] = counts
    out["notice"] = NOTICE
    return out


def _index(named: int | tuple[int, ...]) -> Value:
    return named if isinstance(named, int) else list(named)


def _article(article: Article) -> dict[str, Value]:
    out: dict[str, Value] = {
        "path": article.path,
        "language": article.language,
        "text": article.text,
        "paragraphs": [_paragraph(paragraph) for paragraph in article.paragraphs],
        "sentences": [{"start": s.start, "end": s.end, "paragraph": s.paragraph} for s in article.sentences],
        "lines": list(article.line_starts),
    }
    if article.marks:
        out["marked"] = [
            {"start": mark.start, "end": mark.end, "kind": mark.kind, "value": mark.value}
            for mark in article.marks
        ]
    if article.anchors:
        out["anchors"] = [*sorted(article.anchors)]
    return out


def _paragraph(paragraph: Paragraph) -> dict[str, Value]:
    out: dict[str, Value] = {"start": paragraph.start, "end": paragraph.end}
    if paragraph.place:
        out["place"] = paragraph.place
    if paragraph.unit >= 0:
        out["unit"] = paragraph.unit
    return out


def _finding(finding: Finding, report: Report) -> dict[str, Value]:
    out: dict[str, Value] = {
        "id": finding.id,
        "kind": finding.kind,
        "layer": finding.layer,
        "severity": finding.severity,
        "confidence": _rounded(finding.confidence),
        "ceiling": finding.ceiling,
    }
    for side in SIDES:
        out[side] = [_place(span, report.article(side)) for span in finding.side(side)]
    out |= {
        "source_value": finding.source_value,
        "target_value": finding.target_value,
        "message": finding.message,
        "rule": finding.rule,
        **({"witness": finding.witness} if finding.witness else {}),
        "evidence": dict(finding.evidence),
        "place": {
            side: report.article(side).where(finding.side(side)[0].start)
            for side in SIDES
            if finding.side(side)
        },
    }
    if report.sheet is not None:
        decision = report.decision(finding)
        out |= {"verdict": decision.verdict, "note": decision.note}
    return out


def _place(span: Span, article: Article) -> dict[str, Value]:
    return {"start": span.start, "end": span.end, "text": span.within(article.text)}


def _word(word: Word) -> dict[str, Value]:
    counterpart = word.counterpart
    return {
        "start": word.start,
        "end": word.end,
        "difference": _rounded(word.difference),
        "counterpart": None if counterpart is None else [counterpart.start, counterpart.end],
    }


def _rounded(score: float) -> float:
    """Four digits; a plain float even where a rule computed with another kind of number."""
    return round(float(score), 4)
