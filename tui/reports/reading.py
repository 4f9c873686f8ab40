"""A report read back: from its JSON, or from an HTML page that carries it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from tui.alignment import Alignment, Bead, Correction, Link, Merge, Moved, Split, Unlink
from tui.articles import SIDES, Article, Paragraph, Sentence, Side, Span
from tui.articles import Mark as Marked
from tui.comparison import LAYERS, SEVERITIES, Finding, Word
from tui.desk import VERDICTS, Decision, Mark, Sheet
from tui.errors import AfronteError
from tui.reports.document import SCHEMA
from tui.reports.formats.html import DATA
from tui.reports.model import BackTranslation, Origin, Report
from tui.untrusted import json_of, open_regular

_CORRECTIONS = {kind.__name__.lower(): kind for kind in (Link, Moved, Unlink, Merge, Split)}


def read_report(path: str) -> Report:
    """The report in a file; raises AfronteError, one line, when it is none or does not fit together."""
    try:
        with open_regular(path) as file:
            text = file.read().decode()
    except OSError as error:
        raise AfronteError(f"{path}: {error.strerror}: name a report") from error
    except UnicodeDecodeError as error:
        raise _none(path) from error
    _, marked, carried = text.partition(DATA)
    try:
        return report_of(cast("Mapping[str, Any]", json_of(carried.partition("<")[0] if marked else text)))
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        raise _none(path) from error


def report_of(document: Mapping[str, Any]) -> Report:
    """The report that a value of schema `afronte/1` describes.

    Raises ValueError, KeyError, TypeError, IndexError or AttributeError when it is none.
    """
    if document["schema"] != SCHEMA:
        raise ValueError(document["schema"])
    source, target = (_article(document[side]) for side in SIDES)
    alignment = Alignment(tuple(_bead(bead) for bead in document["alignment"]))
    for side, article in zip(SIDES, (source, target), strict=True):
        held = sorted(index for bead in alignment.beads for index in bead.side(side))
        _insist(held == list(range(len(article.sentences))))
    findings = tuple(_finding(finding, source, target) for finding in document["findings"])
    sheet = _sheet(document)
    for correction in sheet.corrections if sheet else ():
        _insist(_fits(correction, source, target))
    engine = document["engine"]
    back = document.get("back_translation")
    return Report(
        source,
        target,
        alignment,
        findings,
        str(engine["encoder"]),
        incomplete=tuple(map(str, document.get("incomplete", ()))),
        silenced=tuple(_finding(finding, source, target) for finding in document.get("silenced", ())),
        words=_words(document["words"]) if "words" in document else None,
        back_translation=None
        if back is None
        else tuple(BackTranslation(int(b["sentence"]), b["text"]) for b in back),
        translator=engine["translator"],
        sheet=sheet,
        origins=_origins(document.get("header", {})),
        settings=dict(document.get("settings", {})),
    )


def _article(told: Mapping[str, Any]) -> Article:
    text = str(told["text"])
    sentences = tuple(Sentence(s["start"], s["end"], s["paragraph"]) for s in told["sentences"])
    paragraphs = []
    at = 0
    for number, p in enumerate(told["paragraphs"]):
        first = at
        while at < len(sentences) and sentences[at].paragraph == number:
            at += 1
        _insist(at > first)
        paragraphs.append(
            Paragraph(p["start"], p["end"], range(first, at), str(p.get("place", "")), int(p.get("unit", -1)))
        )
    _insist(at == len(sentences))
    for spans in (sentences, paragraphs):
        edge = 0
        for span in spans:
            _insist(edge <= span.start < span.end <= len(text))
            edge = span.end
    lines = tuple(int(offset) for offset in told.get("lines", (0,)))
    return Article(
        str(told["path"]),
        str(told["language"]),
        text,
        tuple(paragraphs),
        sentences,
        lines,
        tuple(_marked(mark, text) for mark in told.get("marked", ())),
        frozenset(map(str, told.get("anchors", ()))),
    )


def _marked(told: Mapping[str, Any], text: str) -> Marked:
    _insist(0 <= told["start"] < told["end"] <= len(text))
    return Marked(told["start"], told["end"], told["kind"], str(told["value"]))


def _bead(told: Mapping[str, Any]) -> Bead:
    return Bead(
        tuple(map(int, told["source"])),
        tuple(map(int, told["target"])),
        float(told["score"]),
        bool(told["moved"]),
    )


def _finding(told: Mapping[str, Any], source: Article, target: Article) -> Finding:
    _insist(told["layer"] in LAYERS and told["severity"] in SEVERITIES and bool(told["id"]))
    _insist(bool(told["source"] or told["target"]))
    return Finding(
        told["kind"],
        told["layer"],
        told["severity"],
        float(told["confidence"]),
        _spans(told["source"], source),
        _spans(told["target"], target),
        told["source_value"],
        told["target_value"],
        str(told["message"]),
        str(told["rule"]),
        str(told["id"]),
        ceiling=told.get("ceiling", "critical"),
        evidence=tuple((str(name), float(value)) for name, value in told.get("evidence", {}).items()),
    )


def _spans(told: list[Mapping[str, Any]], article: Article) -> tuple[Span, ...]:
    spans = tuple(Span(place["start"], place["end"]) for place in told)
    _insist(all(0 <= span.start < span.end <= len(article.text) for span in spans))
    return spans


def _words(told: Mapping[str, Any]) -> dict[Side, tuple[Word, ...]]:
    return {
        side: tuple(
            Word(
                w["start"],
                w["end"],
                float(w["difference"]),
                Span(*w["counterpart"]) if w["counterpart"] else None,
            )
            for w in told[side]
        )
        for side in SIDES
    }


def _sheet(document: Mapping[str, Any]) -> Sheet | None:
    """What a person decided, where somebody did; `marks` is there in every report that has a person."""
    findings = document["findings"]
    if "marks" not in document and not any("verdict" in finding for finding in findings):
        return None
    decisions = {}
    for finding in findings:
        decision = Decision(finding.get("verdict", "open"), str(finding.get("note", "")))
        _insist(decision.verdict in VERDICTS)
        if decision != Decision():
            decisions[str(finding["id"])] = decision
    marks = {
        (side, int(mark["paragraph"])): Mark(bool(mark["bookmarked"]), str(mark["note"]))
        for mark in document.get("marks", ())
        for side in SIDES
        if mark["side"] == side
    }
    return Sheet(0, decisions, marks, tuple(_correction(told) for told in document.get("corrections", ())))


def _correction(told: Mapping[str, Any]) -> Correction:
    source, target = (
        tuple(map(int, s)) if isinstance(s, list) else int(s) for s in (told["source"], told["target"])
    )
    made: Correction = _CORRECTIONS[told["do"]](source, target)  # type: ignore[arg-type]
    return made


def _fits(correction: Correction, source: Article, target: Article) -> bool:
    """Whether a correction is about sentences, or paragraphs, that are there."""
    for side, article in zip(SIDES, (source, target), strict=True):
        named = correction.source if side == "source" else correction.target
        if isinstance(named, int):
            if not 0 <= named <= len(article.paragraphs):
                return False
            continue
        count = len(article.paragraphs if isinstance(correction, Merge) else article.sentences)
        if not all(0 <= index < count for index in named):
            return False
    return True


def _origins(header: Mapping[str, Any]) -> dict[Side, Origin]:
    return {
        side: Origin(str(header[side]["sha256"]), str(header[side]["modified"]))
        for side in SIDES
        if header.get(side, {}).get("sha256")
    }


def _insist(true: bool) -> None:
    if not true:
        raise ValueError


def _none(path: str) -> AfronteError:
    return AfronteError(
        f"{path} is no report: name one written with --format json or html, or from the reader"
    )
