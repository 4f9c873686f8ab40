"""What stands on one side only, and what has moved: the beads as findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal

from tui.alignment import AlignedPair, Bead, exchanged
from tui.articles import SIDES, Article, Side, Span
from tui.comparison.missing_evidence import around
from tui.comparison.rule import AS_READ, SOURCE, TARGET, Candidate, Family, Rule

_ONLY: dict[Side, Literal["only-source", "only-target"]] = {"source": "only-source", "target": "only-target"}
_PARAGRAPHS = {side: Rule(f"paragraph-{kind}", kind, "missing", "major") for side, kind in _ONLY.items()}
_SENTENCES = {side: Rule(f"sentence-{kind}", kind, "missing", "major") for side, kind in _ONLY.items()}
_PASSAGE = Rule("moved-passage", "moved", "missing", "major")


def propose(pair: AlignedPair) -> Iterator[Candidate]:
    """Paragraphs and sentences without a counterpart, and moved passages.

    A paragraph none of whose sentences has a counterpart is one finding; in other paragraphs each run of such
    sentences is one. Moved beads that follow each other on both sides are one passage, and two passages that
    have changed places are told together. A dash or another mark that stands alone says nothing that could be
    missing, and what stands twice in a row has not moved.
    """
    for side in SIDES:
        yield from _only(pair, side)
    yield from _moved(pair)


_RULES = (*_PARAGRAPHS.values(), *_SENTENCES.values(), _PASSAGE)
FAMILY = Family("missing", _RULES, propose, one_language=False, whole=True)


def _only(pair: AlignedPair, side: Side) -> Iterator[Candidate]:
    article, kind = pair.article(side), _ONLY[side]
    lone = {number for bead in pair.alignment.beads if bead.kind == kind for number in bead.side(side)}
    for number in sorted({article.sentences[one].paragraph for one in lone}):
        paragraph = article.paragraphs[number]
        alone = [s in lone for s in paragraph.sentences]
        for run in _runs(s for s, is_alone in zip(paragraph.sentences, alone, strict=True) if is_alone):
            if not any(pair.tokens[side][s] for s in run):
                continue
            whole = all(alone)
            span = (_span(article, run),)
            yield Candidate(
                rule=(_PARAGRAPHS if whole else _SENTENCES)[side],
                evidence={
                    "alone": sum(pair.alignment.bead_of(side, s).score for s in run) / len(run),
                    **around(pair, side, run),
                },
                source=span if side == "source" else (),
                target=span if side == "target" else (),
                source_value=None,
                target_value=None,
                message=f"Only the {AS_READ[side]} has {_what(run, whole)}.",
            )


def _moved(pair: AlignedPair) -> Iterator[Candidate]:
    for passage in _together(pair, [bead for bead in pair.alignment.beads if bead.kind == "moved"]):
        source, target = (sorted(s for bead in passage for s in bead.side(side)) for side in SIDES)
        if not all(
            any(pair.tokens[side][s] for s in found)
            for side, found in zip(SIDES, (source, target), strict=True)
        ) or any(map(_is_doubled, (pair.source, pair.target), (source, target))):
            continue
        source_spans, target_spans = _spans(pair.source, source), _spans(pair.target, target)
        yield Candidate(
            rule=_PASSAGE,
            evidence={"alike": sum(bead.score for bead in passage) / len(passage)},
            source=source_spans,
            target=target_spans,
            source_value=None,
            target_value=None,
            message=_elsewhere(pair, passage),
        )


def _elsewhere(pair: AlignedPair, passage: Sequence[Bead]) -> str:
    """What is said of moved beads: of one passage, or of two that have changed places."""
    places = [
        (
            pair.source.sentences[min(some[0].source)].paragraph + 1,
            pair.target.sentences[min(some[0].target)].paragraph + 1,
        )
        for some in _passages(passage)
    ]
    first, last = places[0], places[-1]
    if first[0] < last[0] and first[1] > last[1]:
        return (
            f"These have changed places: paragraphs {first[0]} and {last[0]} of the {SOURCE}, "
            f"{first[1]} and {last[1]} of the {TARGET}."
        )
    return f"This stands elsewhere: paragraph {first[0]} of the {SOURCE}, {first[1]} of the {TARGET}."


def _together(pair: AlignedPair, moved: Sequence[Bead]) -> Iterator[list[Bead]]:
    """Moved beads that are told as one: those of a passage, or of two passages that have changed places."""
    both = [bead for bead in pair.alignment.beads if bead.source and bead.target]
    partner: dict[int, list[Bead]] = {}
    for one, _, other in exchanged([(bead.source, bead.target) for bead in both]) if moved else ():
        beads = [both[at] for at in (*one, *other)]
        if all(bead.kind == "moved" for bead in beads):
            partner |= dict.fromkeys(map(id, beads), beads)
    told: set[int] = set()
    for passage in _passages(moved):
        if id(passage[0]) in told:
            continue
        beads = partner.get(id(passage[0]), passage)
        told.update(map(id, beads))
        yield beads


def _is_doubled(article: Article, sentences: list[int]) -> bool:
    """Whether right before or after some sentences the same stands once more, as a title above its heading:
    either of the two may be the counterpart.
    """
    count, texts = len(sentences), [article.sentence_text(number) for number in sentences]
    beside = (range(start, start + count) for start in (sentences[0] - count, sentences[-1] + 1))
    return any(
        run.start >= 0
        and run.stop <= len(article.sentences)
        and [article.sentence_text(number) for number in run] == texts
        for run in beside
    )


def _passages(beads: Iterable[Bead]) -> Iterator[list[Bead]]:
    """Runs of beads whose sentences follow each other on both sides."""
    passage: list[Bead] = []
    for bead in beads:
        if passage and any(min(bead.side(side)) != max(passage[-1].side(side)) + 1 for side in SIDES):
            yield passage
            passage = []
        passage.append(bead)
    if passage:
        yield passage


def _runs(numbers: Iterable[int]) -> Iterator[list[int]]:
    for _, run in groupby(enumerate(numbers), key=lambda item: item[1] - item[0]):
        yield [number for _, number in run]


def _spans(article: Article, sentences: list[int]) -> tuple[Span, ...]:
    """One span a run of sentences in one paragraph."""
    return tuple(
        _span(article, run)
        for _, group in groupby(sentences, key=lambda s: article.sentences[s].paragraph)
        for run in _runs(group)
    )


def _span(article: Article, run: list[int]) -> Span:
    return Span(article.sentences[run[0]].start, article.sentences[run[-1]].end)


def _what(run: list[int], whole: bool) -> str:
    if whole:
        return "this paragraph"
    return "this sentence" if len(run) == 1 else f"these {len(run)} sentences"
