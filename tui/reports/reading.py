"""A report read back: from its JSON, or from an HTML page that carries it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any, cast, get_args

from tui.alignment import Alignment, Bead, Correction, Link, Merge, Moved, Split, Unlink
from tui.articles import SIDES, Article, Paragraph, Sentence, Side, Span
from tui.articles import Mark as Marked
from tui.articles.blocks import MarkKind
from tui.articles.loading import MOST_SENTENCES
from tui.comparison import LAYERS, SEVERITIES, Finding, Kind, Word
from tui.desk import VERDICTS, Decision, Mark, Sheet
from tui.errors import AfronteError
from tui.languages import canonical_language
from tui.reports.document import SCHEMA
from tui.reports.formats.html import DATA
from tui.reports.model import BackTranslation, Origin, Report, Setting
from tui.reports.values import (
    index,
    indexes,
    insist,
    listed,
    named,
    number,
    share,
    slug,
    text,
    text_or_none,
    truth,
    word,
)
from tui.untrusted import json_of, open_regular

_LARGEST = 100_000_000
"""Bytes of a report: some 100,000 sentences with every word of both sides."""
_OF_SENTENCES: Mapping[str, type[Link | Moved | Unlink]] = {"link": Link, "moved": Moved, "unlink": Unlink}


def read_report(path: str) -> Report:
    """The report in a file; raises AfronteError, one line, when it is none or does not fit together."""
    try:
        with open_regular(path) as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        raise AfronteError(f"{path}: {error.strerror}: name a report") from error
    if len(data) > _LARGEST:
        raise AfronteError(
            f"{path} is too large: more than {_LARGEST // 1_000_000} MB: have it written without --words"
        )
    try:
        _, marked, carried = data.decode().partition(DATA)
        return report_of(json_of(carried.partition("<")[0] if marked else data))
    except (KeyError, ValueError) as error:
        raise AfronteError(
            f"{path} is no report: name one written with --format json or html, or from the reader"
        ) from error


def report_of(document: object) -> Report:
    """The report that a value of schema `afronte/1` describes; raises ValueError or KeyError when it is none.

    Every value is taken only as what it has to be, and only where it fits what stands around it.
    """
    told = named(document)
    word(told["schema"], (SCHEMA,))
    source, target = (_article(named(told[side])) for side in SIDES)
    beads = tuple(_bead(named(bead), source, target) for bead in listed(told["alignment"]))
    for side, article in zip(SIDES, (source, target), strict=True):
        held = sorted(sentence for bead in beads for sentence in bead.side(side))
        insist(held == list(range(len(article.sentences))))
    engine = named(told["engine"])
    back = told.get("back_translation")
    return Report(
        source,
        target,
        Alignment(beads),
        _findings(told["findings"], source, target),
        text(engine["encoder"]),
        incomplete=tuple(map(text, listed(told.get("incomplete", [])))),
        silenced=_findings(told.get("silenced", []), source, target),
        words=_words(named(told["words"]), source, target) if "words" in told else None,
        back_translation=None if back is None else tuple(_back(named(each), target) for each in listed(back)),
        translator=text_or_none(engine["translator"]),
        sheet=_sheet(told, source, target),
        origins=_origins(named(told.get("header", {}))),
        settings={text(name): _setting(value) for name, value in named(told.get("settings", {})).items()},
    )


def _article(told: Mapping[str, Any]) -> Article:
    written, end = text(told["text"]), len(told["text"])
    count = len(listed(told["paragraphs"]))
    insist(0 < count <= len(listed(told["sentences"])) <= MOST_SENTENCES)
    sentences = tuple(
        Sentence(*_ends(one, end), index(one["paragraph"], count)) for one in map(named, told["sentences"])
    )
    paragraphs = []
    at = 0
    for place, one in enumerate(map(named, told["paragraphs"])):
        first = at
        start, stop = _ends(one, end)
        while at < len(sentences) and sentences[at].paragraph == place:
            insist(start <= sentences[at].start and sentences[at].end <= stop)
            at += 1
        insist(at > first)
        unit = index(one["unit"], MOST_SENTENCES) if "unit" in one else -1
        paragraphs.append(Paragraph(start, stop, range(first, at), text(one.get("place", "")), unit))
    insist(at == len(sentences))
    insist(all(before.end <= after.start for before, after in pairwise(sentences)))
    insist(all(before.end <= after.start for before, after in pairwise(paragraphs)))
    lines = indexes(told.get("lines", [0]), end + 1)
    insist(all(before <= after for before, after in pairwise(lines)))
    return Article(
        text(told["path"]),
        _language(text(told["language"])),
        written,
        tuple(paragraphs),
        sentences,
        lines,
        tuple(_marked(named(mark), end) for mark in listed(told.get("marked", []))),
        frozenset(map(text, listed(told.get("anchors", [])))),
    )


def _language(tag: str) -> str:
    try:
        return canonical_language(tag)
    except AfronteError as error:
        raise ValueError(tag) from error


def _ends(told: Mapping[str, Any], end: int) -> tuple[int, int]:
    """Where something begins and ends in a text of so many characters."""
    stop = index(told["end"], end + 1)
    return index(told["start"], stop), stop


def _marked(told: Mapping[str, Any], end: int) -> Marked:
    return Marked(*_ends(told, end), word(told["kind"], get_args(MarkKind)), text(told["value"]))


def _bead(told: Mapping[str, Any], source: Article, target: Article) -> Bead:
    return Bead(
        indexes(told["source"], len(source.sentences)),
        indexes(told["target"], len(target.sentences)),
        share(told["score"]),
        truth(told["moved"]),
    )


def _findings(told: object, source: Article, target: Article) -> tuple[Finding, ...]:
    return tuple(_finding(named(each), source, target) for each in listed(told))


def _finding(told: Mapping[str, Any], source: Article, target: Article) -> Finding:
    insist(bool(told["id"] and (told["source"] or told["target"])))
    return Finding(
        cast("Kind", slug(told["kind"])),  # a newer program knows more of them
        word(told["layer"], LAYERS),
        word(told["severity"], SEVERITIES),
        share(told["confidence"]),
        _spans(told["source"], source),
        _spans(told["target"], target),
        text_or_none(told["source_value"]),
        text_or_none(told["target_value"]),
        text(told["message"]),
        slug(told["rule"]),
        text(told["id"]),
        ceiling=word(told.get("ceiling", "critical"), SEVERITIES),
        evidence=tuple(
            (text(name), number(value)) for name, value in named(told.get("evidence", {})).items()
        ),
    )


def _spans(told: object, article: Article) -> tuple[Span, ...]:
    return tuple(Span(*_ends(named(place), len(article.text))) for place in listed(told))


def _words(told: Mapping[str, Any], source: Article, target: Article) -> dict[Side, tuple[Word, ...]]:
    ends = {"source": len(source.text), "target": len(target.text)}
    return {
        side: tuple(
            Word(*_ends(one, ends[side]), share(one["difference"]), _other(one["counterpart"], ends[other]))
            for one in map(named, listed(told[side]))
        )
        for side, other in zip(SIDES, reversed(SIDES), strict=True)
    }


def _other(told: object, end: int) -> Span | None:
    """A word's counterpart, on a side of so many characters."""
    if told is None:
        return None
    start, stop = indexes(told, end + 1)
    insist(start < stop)
    return Span(start, stop)


def _back(told: Mapping[str, Any], target: Article) -> BackTranslation:
    return BackTranslation(index(told["sentence"], len(target.sentences)), text(told["text"]))


def _setting(value: object) -> Setting:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return text(value)
    return value if isinstance(value, int) and number(value) is not None else number(value)


def _sheet(told: Mapping[str, Any], source: Article, target: Article) -> Sheet | None:
    """What a person decided, where somebody did; `marks` is there in every report that has a person."""
    findings = told["findings"]
    if "marks" not in told and not any("verdict" in finding for finding in findings):
        return None
    decisions = {}
    for finding in findings:
        decision = Decision(word(finding.get("verdict", "open"), VERDICTS), text(finding.get("note", "")))
        if decision != Decision():
            decisions[text(finding["id"])] = decision
    counts: dict[Side, int] = {"source": len(source.paragraphs), "target": len(target.paragraphs)}
    marks = {
        (side, index(mark["paragraph"], counts[side])): Mark(truth(mark["bookmarked"]), text(mark["note"]))
        for mark in map(named, listed(told.get("marks", [])))
        for side in (word(mark["side"], SIDES),)
    }
    corrections = (_correction(named(each), source, target) for each in listed(told.get("corrections", [])))
    return Sheet(0, decisions, marks, tuple(corrections))


def _correction(told: Mapping[str, Any], source: Article, target: Article) -> Correction:
    articles = (source, target)
    if told["do"] == "split":
        return Split(
            *(index(told[side], len(a.paragraphs) + 1) for side, a in zip(SIDES, articles, strict=True))
        )
    if told["do"] == "merge":
        return Merge(
            *(indexes(told[side], len(a.paragraphs)) for side, a in zip(SIDES, articles, strict=True))
        )
    made = _OF_SENTENCES[word(told["do"], tuple(_OF_SENTENCES))]
    return made(*(indexes(told[side], len(a.sentences)) for side, a in zip(SIDES, articles, strict=True)))


def _origins(header: Mapping[str, Any]) -> dict[Side, Origin]:
    found = {side: named(header.get(side, {})) for side in SIDES}
    return {
        side: Origin(text(told["sha256"]), text(told["modified"]))
        for side, told in found.items()
        if told.get("sha256")
    }
