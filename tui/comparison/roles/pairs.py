"""Two that have changed places without a verb: from A to B, more than B, so many A and so many B."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec import Struct

from tui.comparison.polarity import DEGREE, Stretch, poles
from tui.comparison.roles.links import WordLink, WordLinks
from tui.comparison.roles.reading import Phrase, Reading

_ORIGIN = frozenset({"of", "by", "from"})
_GOAL = "to"
_THAN = frozenset({"than"})
_OF = "of"
_NEAR = 3
"""Phrases within which one *to* belongs to one *from*."""
_OWNER = 3
"""Words of a name before a genitive."""
_COMPARED = 6
"""Words between a comparative and what it compares with."""


class Two(Struct, frozen=True):
    """Two things that one side puts in an order, by the words that name each."""

    one: tuple[int, ...]
    other: tuple[int, ...]
    less: bool = False
    """Whether a word between them turns their order round."""
    clause: bool = False
    """Whether the words of the first go on over the verb."""

    @property
    def head(self) -> tuple[int, ...]:
        """The words of the first that surely are its name."""
        return self.one if not self.clause else ()

    @property
    def words(self) -> tuple[int, ...]:
        """The words of both."""
        return self.one + self.other


class Turned(Struct, frozen=True):
    """Two things whose order is another on the other side."""

    here: Two
    there: Two
    across: tuple[WordLink, ...]
    back: tuple[WordLink, ...]


def ends(here: Reading, there: Reading, links: WordLinks) -> Iterator[Turned]:
    """*From A to B* and *A's letter to B*, the other way round."""
    yield from _turned(_ends(here), _ends(there), links)


def comparisons(here: Reading, there: Reading, links: WordLinks) -> Iterator[Turned]:
    """*A is longer than B*, the other way round; not where the word that compares is turned round, too."""
    ours = list(_comparisons(here))
    theirs = list(_comparisons(there)) if ours else []
    if theirs and not _opposed(here.side, there.side):
        yield from _turned(ours, theirs, links)


def _opposed(here: Stretch, there: Stretch) -> bool:
    """Whether the sides say opposites: what is *longer* here is *shorter* there."""
    said = [{(pole.notion, pole.plus) for pole in poles(side, ())} for side in (here, there)]
    return any(
        notion != DEGREE and (notion, not plus) in said[1] and (notion, plus) not in said[1]
        for notion, plus in said[0]
    )


def counts(here: Reading, there: Reading, links: WordLinks) -> Iterator[Turned]:
    """*So many A and so many B*, where the other side has the numbers exchanged."""
    ours, theirs = here.numbers(), there.numbers()
    both = [number for number in ours if number in theirs]
    for first, second in pairwise(both):
        for before in (False, True):
            counted = [
                Two(
                    reading.beside(places[first], before=before),
                    reading.beside(places[second], before=before),
                )
                for reading, places in ((here, ours), (there, theirs))
            ]
            if all(two.one and two.other for two in counted):
                yield from _turned(counted[:1], counted[1:], links)
                break


def _turned(ours: Iterable[Two], theirs: Iterable[Two], links: WordLinks) -> Iterator[Turned]:
    """Those of which each one is linked with the other's other, and none with its own; where one of the two
    is, the encoder is asked.
    """
    others = list(theirs)
    for one in ours if others else ():
        for other in others:
            if one.less != other.less or not one.one or not one.other:
                continue
            for closely in (False, True):
                across = links.between(one.one, other.other, closely=closely)
                back = links.between(one.other, other.one, closely=closely)
                straight = links.between(one.other, other.other) or links.between(one.head, other.head)
                if straight or not (across or back):
                    break
                if across and back:
                    yield Turned(one, other, tuple(across), tuple(back))
                    break


def _ends(reading: Reading) -> Iterator[Two]:
    for phrases in reading.clauses():
        for at, phrase in enumerate(phrases):
            goal = next((one for one in phrases[at + 1 : at + 1 + _NEAR] if _GOAL in one.role), None)
            if goal is None:
                continue
            if all(any(map(reading.counts, one.words)) for one in (phrase, goal)):
                continue  # from 3 to 5 euros: the quantities see to that
            if phrase.role & _ORIGIN:
                yield Two(phrase.words, goal.words)
            owner = _owner(reading, phrase)
            if owner:
                yield Two(owner, goal.words)


def _owner(reading: Reading, phrase: Phrase) -> tuple[int, ...]:
    """The words of a phrase before its genitive."""
    marks = [at for at in range(phrase.first, phrase.last) if reading.keys[at] in reading.rules.genitive]
    return tuple(word for word in phrase.words if marks and 0 < marks[-1] - word <= _OWNER)


def _comparisons(reading: Reading) -> Iterator[Two]:
    """The subject of a clause and what it is compared with."""
    rules = reading.rules
    if not any(map(reading.compares, range(len(reading.keys)))):
        return
    for phrases in reading.clauses(whole=True):
        subject = next((phrase for phrase in phrases if not phrase.role), None)
        for phrase in phrases:
            if subject is None or phrase is subject or not (phrase.role & _THAN or _OF in phrase.role):
                continue
            before = range(max(0, phrase.first - _COMPARED), phrase.first)
            degrees = [at for at in before if reading.compares(at)]
            if degrees and degrees[-1] > subject.first:
                yield Two(
                    subject.words, phrase.words, less=reading.keys[degrees[-1]] in rules.less, clause=True
                )
