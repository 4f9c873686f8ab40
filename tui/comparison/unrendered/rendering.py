"""Which words of a bead the other side renders, by a dictionary and by what is known without one.

A word renders one word at most: of two *losses* of which the other side says one, one is not rendered.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache, partial
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.articles import Side
from tui.comparison.names import ROOT, cognate, hear, sound
from tui.comparison.once import once_a_pair
from tui.comparison.polarity import (
    Stretch,
    Ties,
    asked_stretches,
    content_words,
    likest_first,
    once,
    once_of_two,
    ties_of,
)
from tui.comparison.quantities import says_number
from tui.comparison.unrendered.acronyms import written_out
from tui.languages import Dictionary, Token, dictionary

if TYPE_CHECKING:
    from tui.alignment import AlignedPair, Bead

_SURE, _POSSIBLE, _DERIVED = 0.85, 0.7, 0.55
"""How alike words count of which one surely translates the other, may translate it, or is of the root of what
surely does: *unemployed*, *disoccupazione*."""
_LONGEST = 300
"""Words of a side above which it is no sentence: what stands for what can't be told there."""

Edge = tuple[float, int, int]
"""How alike a word of one side and a word of the other are, and the two."""


class Rendering(Struct, frozen=True, eq=False, dict=True):
    """A bead, with the side first that the dictionary translates from."""

    one: Stretch
    other: Stretch
    dictionary: Dictionary

    def side(self, side: Side) -> Stretch:
        """A side of the bead."""
        return self.one if side == self.one.side else self.other

    def of(self, side: Side) -> Mapping[int, tuple[int, float]]:
        """The words of a side that are rendered, each by which word, and how surely."""
        return self._rendered[side != self.one.side]

    def may_translate(self, side: Side, word: int) -> frozenset[str]:
        """What may stand for a word of a side in the language of the other."""
        if side == self.one.side:
            return self.dictionary.possible(self.one.forms[word])
        return self.dictionary.translated(self.other.forms[word])

    @cached_property
    def _rendered(self) -> tuple[Mapping[int, tuple[int, float]], Mapping[int, tuple[int, float]]]:
        alike: dict[tuple[int, int], float] = {}
        for like, here, there in (*self._translated(), *self._tied(), *self._derived()):
            alike[here, there] = max(like, alike.get((here, there), 0.0))
        paired = matched(likest_first(alike, self.one, self.other))
        found = (
            {here: (there, alike[here, there]) for here, there in paired.items()},
            {there: (here, alike[here, there]) for here, there in paired.items()},
        )
        for own, other in ((0, 1), (1, 0)):
            sides = (self.one, self.other)
            for word, acronym in written_out(
                words_of(sides[own]),
                words_of(sides[other]),
                partial(self.may_translate, sides[own].side),
            ):
                found[own].setdefault(word, (acronym, _POSSIBLE))
                found[other].setdefault(acronym, (word, _POSSIBLE))
        return found

    def _translated(self) -> Iterator[Edge]:
        """The words that translate each other."""
        for here in words_of(self.one):
            forms = self.one.forms[here]
            found = self._theirs.keys() & self.dictionary.possible(forms)
            sure = self.dictionary.sure(forms) if found else frozenset()
            for form in found:
                for there in self._theirs[form]:
                    yield _SURE if form in sure else _POSSIBLE, here, there

    def _tied(self) -> Iterator[Edge]:
        """The words that are alike without a dictionary."""
        ties: Ties = ties_of(self.one, self.other)
        ours, theirs = words_of(self.one), words_of(self.other)
        for like, source, target in ties.alike:
            here, there = (source, target) if self.one.side == "source" else (target, source)
            if here in ours and there in theirs:
                yield like, here, there

    def _derived(self) -> Iterator[Edge]:
        """The words of which one is of the root of what surely translates the other."""
        rights = {here: self.dictionary.sure(self.one.forms[here]) for here in words_of(self.one)}
        words = {*self._theirs, *chain.from_iterable(rights.values())}
        hear(word for word in words if len(word) >= ROOT)
        rooted: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for form, places in self._theirs.items():
            if len(form) >= ROOT:
                rooted[sound(form)[:ROOT]] += ((form, place) for place in places)
        for here, listed in rights.items():
            roots = _roots(listed)
            for root in rooted.keys() & roots.keys():
                for form, there in rooted[root]:
                    if any(cognate(right, form) for right in roots[root]):
                        yield _DERIVED, here, there

    @cached_property
    def _theirs(self) -> Mapping[str, Sequence[int]]:
        """The words of the other side by their forms."""
        found: dict[str, list[int]] = defaultdict(list)
        for there in words_of(self.other):
            for form in self.other.forms[there]:
                found[form].append(there)
        return found


@lru_cache(maxsize=2048)
def _roots(rights: frozenset[str]) -> Mapping[str, Sequence[str]]:
    """What surely translates a word, by how it begins as it sounds."""
    found: dict[str, list[str]] = defaultdict(list)
    for right in rights:
        if len(right) >= ROOT:
            found[sound(right)[:ROOT]].append(right)
    return found


@once_of_two
def rendering(source: Stretch, target: Stretch) -> Rendering | None:
    """The words of a bead by the dictionary of its languages; None without one, or of no sentence."""
    if max(len(source.tokens), len(target.tokens)) > _LONGEST:
        return None
    for one, other in ((source, target), (target, source)):
        if words := dictionary(one.language, other.language):
            return Rendering(one, other, words)
    return None


def rendered(pair: AlignedPair, bead: Bead, side: Side) -> frozenset[int]:
    """Where the words of a side of a bead begin that are rendered; none without a dictionary."""
    found = _by_bead(pair).get(id(bead))
    read = rendering(*found) if found else None
    return frozenset(read.side(side).tokens[at].start for at in read.of(side)) if read else frozenset()


@once_a_pair
def _by_bead(pair: AlignedPair) -> Mapping[int, tuple[Stretch, Stretch]]:
    """The sides of the beads that have both, by the identity of the bead."""
    return {id(bead): (source, target) for bead, source, target in asked_stretches(pair)}


@once
def words_of(side: Stretch) -> Mapping[int, Token]:
    """The words of content of a side, by their places, that are no numbers: these are compared by
    themselves.
    """
    words = ((at, side.tokens[at]) for at in content_words(side))
    return {
        at: token
        for at, token in words
        if (token.text.isalpha() or not any(char.isdigit() for char in token.text))
        and not says_number(token.key, side.language)
    }


def matched(wished: Iterable[tuple[int, int]]) -> dict[int, int]:
    """As many pairs as can be, each of either side in one at most; those named first come first.

    By augmenting paths (Kuhn 1955, "The Hungarian Method for the Assignment Problem").
    """
    wishes: dict[int, list[int]] = defaultdict(list)
    held: dict[int, int] = {}
    taken: dict[int, int] = {}
    for here, there in wished:
        wishes[here].append(there)
        if here not in held and there not in taken:
            held[here], taken[there] = there, here

    def settle(here: int, asked: set[int]) -> bool:
        for there in wishes[here]:
            if there not in asked:
                asked.add(there)
                if there not in taken or settle(taken[there], asked):
                    held[here], taken[there] = there, here
                    return True
        return False

    for here in wishes:
        if here not in held:
            settle(here, set())
    return held
