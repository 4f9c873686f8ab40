"""Whom a sentence goes on about: a pronoun on one side, the name of another on the other side.

*Her firm sued the bank. It won.* is about the firm. Where the translation says *La banca vinse*, it is about
another: it names what the sentence before has in another place than at its head.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from tui.comparison.polarity import Stretch, Ties, forms, meant_ties_of
from tui.comparison.roles.reading import Phrase, Reading

_HEAD = 4
"""Words from the beginning of a sentence among which its subject begins."""


class Named(Struct, frozen=True):
    """A pronoun that another side has a name for."""

    pronoun: tuple[Stretch, int]
    name: tuple[Stretch, Phrase]
    sure: float
    """How surely the name stands for another word of that sentence: 0 to 1."""
    alone: bool
    """Whether only one thing stands at the head of that sentence."""


def named(beads: Sequence[tuple[Stretch, Stretch]]) -> Iterator[Named]:
    """Every sentence that follows another and begins with a pronoun on one side, with a name on the other."""
    for before, here in pairwise(beads):
        for own in (0, 1):
            found = _named(before[own], before[1 - own], here[own], here[1 - own])
            if found:
                yield found


def _named(first: Stretch, there: Stretch, pronoun: Stretch, name: Stretch) -> Named | None:
    """`first`, `there`: the sentence before on the side of the pronoun, and on that of the name."""
    if not pronoun.tokens or not _goes_on(first, pronoun) or not _goes_on(there, name):
        return None
    reading = Reading.of(pronoun)
    if reading is None or pronoun.tokens[0].key not in reading.rules.subjects or 0 in pronoun.quoted:
        return None
    before, called = Reading.of(first), Reading.of(name)
    if before is None or called is None:
        return None
    subject, head = _subject(called), _subject(before)
    if subject is None or head is None or name.tokens[0].key not in called.rules.determiners:
        return None
    if subject.words[0] != 1:
        return None
    noun = replace(subject, last=1, words=(1,), more=())
    return _of_another(first, there, (pronoun, 0), (name, noun), head, meant_ties_of(first, there))


def _of_another(
    first: Stretch,
    there: Stretch,
    pronoun: tuple[Stretch, int],
    name: tuple[Stretch, Phrase],
    head: Phrase,
    ties: Ties,
) -> Named | None:
    side, subject = name
    meant = forms(side.tokens[subject.words[0]].key, side.language)
    places = [at for at, token in enumerate(there.tokens) if forms(token.key, there.language) & meant]
    if len(places) != 1:
        return None
    said = ties.counterpart(there.side, places[0])
    known = [ties.counterpart(first.side, word) for word in head.words]
    if said is None or said in head.all or places[0] in known or not any(at is not None for at in known):
        return None
    return Named(pronoun, name, ties.strength(there.side, places[0]), not head.more)


def _goes_on(first: Stretch, other: Stretch) -> bool:
    """Whether a stretch follows another in the same paragraph."""
    if not first.tokens or not other.tokens or first.tokens[-1].end > other.tokens[0].start:
        return False
    between = first.text[first.tokens[-1].end : other.tokens[0].start]
    return "\n" not in between and not any(char.isalnum() for char in between)


def _subject(reading: Reading) -> Phrase | None:
    """The noun phrase without a preposition at the head of a sentence."""
    for phrases in reading.clauses():
        for phrase in phrases:
            return phrase if not phrase.role and phrase.first < _HEAD else None
    return None
