"""What a finding quotes: its places on one side, in the sentences they stand in."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from tui.articles import Article, Side, Span, other_side
from tui.comparison import Finding
from tui.reports.model import Report

_CONTEXT = 70
"""Characters of its sentence shown on either side of a place."""
_LONGEST = 400
"""Characters of a place shown before its middle is left out: enough for most paragraphs of a news story."""


class Quotation(Struct, frozen=True):
    """A passage of one article, in parts."""

    start: int | None
    """The offset in the article at which it begins; None for what stands in no file."""
    parts: tuple[tuple[str, bool], ...]
    """Its text, in order; with each part whether the finding is about just this."""

    @property
    def whole(self) -> bool:
        """The finding is about the whole passage, or the passage only stands beside it."""
        return len({marked for _, marked in self.parts}) == 1


def quotations(finding: Finding, report: Report, side: Side) -> tuple[Quotation, ...]:
    """The passages of one side that the finding is about, in order.

    Where it has no place on that side, the counterpart of its sentence on the other, unmarked, so that there
    is something to look at; nothing when there is no counterpart or the finding is that it is missing.
    """
    article = report.article(side)
    spans = finding.side(side)
    if spans:
        return tuple(_quoted(article, group) for group in _by_sentence(article, spans))
    if finding.layer == "missing" and finding.kind in ("only-source", "only-target"):
        return ()
    return tuple(
        Quotation(
            article.sentences[sentence].start,
            ((_shortened(article.sentence_text(sentence)), False),),
        )
        for sentence in _counterparts(finding, report, side)
    )


def back_translated(finding: Finding, report: Report) -> str:
    """What the target says there in the source's language; empty where nothing was translated back."""
    article = report.target
    sentences = [
        sentence
        for span in finding.target
        for sentence in range(article.sentence_at(span.start), article.sentence_at(span.end - 1) + 1)
    ]
    back = {item.sentence: item.text for item in report.back_translation or ()}
    wanted = dict.fromkeys(sentences or _counterparts(finding, report, "target"))
    return _shortened(" ".join(back[sentence] for sentence in wanted if sentence in back))


def _counterparts(finding: Finding, report: Report, side: Side) -> Iterator[int]:
    """The sentences of one side that are aligned with those of the finding on the other."""
    other = other_side(side)
    here = report.article(other)
    sentences = {here.sentence_at(span.start) for span in finding.side(other)}
    for bead in sorted({report.alignment.bead_index(other, sentence) for sentence in sentences}):
        yield from report.alignment.beads[bead].side(side)


def _by_sentence(article: Article, spans: tuple[Span, ...]) -> Iterator[tuple[Span, ...]]:
    """The spans in order, those of one sentence together; one that is inside another is left out."""
    group: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if group and span.start < group[-1].end:
            continue
        if group and article.sentence_at(span.start) != article.sentence_at(group[0].start):
            yield tuple(group)
            group = []
        group.append(span)
    yield tuple(group)


def _quoted(article: Article, spans: tuple[Span, ...]) -> Quotation:
    """The spans, which share a sentence, with that sentence around them."""
    sentence = article.sentences[article.sentence_at(spans[0].start)]
    at, end = min(sentence.start, spans[0].start), max(sentence.end, spans[-1].end)
    parts: list[tuple[str, bool]] = []
    for span in spans:
        between = article.text[at : span.start]
        parts.append((_shortened(between, _CONTEXT) if parts else _before(between), False))
        parts.append((_shortened(span.within(article.text)), True))
        at = span.end
    parts.append((_after(article.text[at:end]), False))
    return Quotation(spans[0].start, tuple(part for part in parts if part[0].strip()))


def _before(text: str) -> str:
    if len(text) <= _CONTEXT:
        return text
    return "…" + _from_word(text[-_CONTEXT:])


def _after(text: str) -> str:
    if len(text) <= _CONTEXT:
        return text
    return _to_word(text[:_CONTEXT]) + "…"


def _shortened(text: str, longest: int = _LONGEST) -> str:
    """The text, its middle left out where it is longer than `longest`."""
    if len(text) <= longest:
        return text
    return f"{_to_word(text[: longest // 2])} … {_from_word(text[-longest // 2 :])}"


def _to_word(text: str) -> str:
    """Without the word that was cut at the end, unless that is all there is."""
    return text.rpartition(" ")[0] or text


def _from_word(text: str) -> str:
    """Without the word that was cut at the beginning, unless that is all there is."""
    return text.partition(" ")[2] or text
