"""A bead's side as one run of words, and the clauses in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, wraps
from typing import Any, TypeVar
from weakref import ref

from msgspec import Struct

from tui.alignment import AlignedPair, Bead
from tui.articles import Side, Span
from tui.comparison.once import once_a_pair
from tui.comparison.polarity.lexicon import forms_of
from tui.comparison.quotations import Quotations
from tui.languages import Token, base_language

_Answer = TypeVar("_Answer")
_CLAUSE = 8
"""Words that a clause may reach to either side of the word it is shown for."""
_ABOUT = 12
"""The same of a place that is only about right."""


class Stretch(Struct, frozen=True, eq=False, dict=True):
    """The words of some sentences of one side, in order, and what several rules ask of them."""

    side: Side
    language: str
    text: str
    """The whole article's text."""
    tokens: tuple[Token, ...]
    quoted: frozenset[int]
    """The words that stand in a quotation."""
    answers: Callable[[], Answers | None] = lambda: None
    """Where `once` and `once_of_two` keep what they were told; a stretch of its own asks again."""

    @cached_property
    def forms(self) -> tuple[frozenset[str], ...]:
        """The forms under which lists may hold each word."""
        return forms_of(self.tokens, self.language)

    def between(self, at: int) -> str:
        """What stands between a word, not the first, and the one before it."""
        return self.text[self.tokens[at - 1].end : self.tokens[at].start]


class Answers(dict[tuple[object, ...], Any]):
    """What was asked about the stretches of a pair, and the answers.

    Many answers hold a stretch, so no stretch holds them: they go with the pair, without waiting for the
    collector of cycles.
    """


def once(ask: Callable[[Stretch], _Answer]) -> Callable[[Stretch], _Answer]:
    """Asks a question about a stretch once, whichever rules ask it."""

    @wraps(ask)
    def asked(side: Stretch) -> _Answer:
        answers = side.answers()
        if answers is None:
            return ask(side)
        question = ask, side
        try:
            answer: _Answer = answers[question]
        except KeyError:
            answer = answers[question] = ask(side)
        return answer

    return asked


def once_of_two(ask: Callable[[Stretch, Stretch], _Answer]) -> Callable[[Stretch, Stretch], _Answer]:
    """Asks a question about the two sides of a bead once, whichever rules ask it."""

    @wraps(ask)
    def asked(source: Stretch, target: Stretch) -> _Answer:
        answers = source.answers()
        if answers is None:
            return ask(source, target)
        question = ask, source, target
        try:
            answer: _Answer = answers[question]
        except KeyError:
            answer = answers[question] = ask(source, target)
        return answer

    return asked


def stretches(pair: AlignedPair) -> tuple[tuple[Stretch, Stretch], ...]:
    """Source and target of each bead that has both, for all families that look at clauses."""
    return _answering(pair)[0]


def stretches_of_beads(pair: AlignedPair) -> Iterator[tuple[Bead, Stretch, Stretch]]:
    """The same, each with its bead."""
    beads = (bead for bead in pair.alignment.beads if bead.source and bead.target)
    for bead, (source, target) in zip(beads, stretches(pair), strict=True):
        yield bead, source, target


def asked_stretches(pair: AlignedPair) -> Iterator[tuple[Bead, Stretch, Stretch]]:
    """Those of the beads that are asked about: for rules that look at one bead at a time."""
    return (found for found in stretches_of_beads(pair) if pair.is_asked(found[0]))


@once_a_pair
def _answering(pair: AlignedPair) -> tuple[tuple[tuple[Stretch, Stretch], ...], Answers]:
    """The stretches, and where what is asked about them is kept as long as the pair is there."""
    quotations = Quotations(pair.source), Quotations(pair.target)
    answers = Answers()
    found = tuple(
        (
            _stretch(pair, "source", bead.source, quotations[0], ref(answers)),
            _stretch(pair, "target", bead.target, quotations[1], ref(answers)),
        )
        for bead in pair.alignment.beads
        if bead.source and bead.target
    )
    return found, answers


def _stretch(
    pair: AlignedPair,
    side: Side,
    sentences: Sequence[int],
    quotations: Quotations,
    answers: Callable[[], Answers | None],
) -> Stretch:
    """The words of the given sentences."""
    article = pair.article(side)
    tokens = tuple(token for index in sentences for token in pair.tokens[side][index])
    quoted = frozenset[int]()
    if tokens and quotations.reaches(tokens[0].start, tokens[-1].start):
        quoted = frozenset(at for at, token in enumerate(tokens) if quotations.at(token.start))
    return Stretch(side, base_language(article.language), article.text, tokens, quoted, answers)


def clause_around(side: Stretch, word: int, least: int = 0, most: int = _CLAUSE) -> Span:
    """The clause in which a word stands: up to the next comma or the like, `most` words each way.

    `least` words to either side belong to it whatever stands between them, but for quotation marks.
    """
    first, last = clause_bounds(side, word, least, most)
    return Span(side.tokens[first].start, side.tokens[last].end)


def clause_bounds(side: Stretch, word: int, least: int = 0, most: int = _CLAUSE) -> tuple[int, int]:
    """The first and the last word of the clause in which a word stands (see `clause_around`)."""
    tokens = side.tokens
    first = last = word
    while first > 0 and word - first < most and _joined(side, first, near=word - first < least):
        first -= 1
    while last + 1 < len(tokens) and last - word < most and _joined(side, last + 1, near=last - word < least):
        last += 1
    return first, last


def clause_near(side: Stretch, place: float) -> Span:
    """The clause at a place counted in words, which is only about right."""
    return clause_around(side, min(max(0, round(place)), len(side.tokens) - 1), least=4, most=_ABOUT)


def _joined(side: Stretch, word: int, *, near: bool) -> bool:
    """Whether a word belongs to the clause of the one before it."""
    between = side.between(word)
    if near:
        return not any(c in between for c in '“”"«»')
    return not clause_end(between) and not sentence_end(between)


def sentence_end(between: str) -> bool:
    """Whether the characters between two words part two sentences."""
    if between in (" ", ""):
        return False  # as between most words
    return any(c in between for c in ".!?\n")


def clause_end(between: str) -> bool:
    """Whether the characters between two words part two clauses."""
    if between in (" ", "", "'", "’"):
        return False  # as between most words
    return any(c in between for c in ',;:()[]—–“”"«»…') or " - " in between
