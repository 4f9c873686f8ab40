"""The nouns of a bead that nothing on the other side translates, in pairs that may stand for each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from heapq import nsmallest
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.articles import Span
from tui.comparison.once import once_a_pair
from tui.comparison.polarity import Stretch, Ties, content_words, once, stretches_of_beads, ties_of
from tui.comparison.senses.answers import Answers, answers
from tui.languages import Dictionary, Kinship, base_language, dictionary, kinship, lemma, toml_table

if TYPE_CHECKING:
    from tui.alignment import AlignedPair, Bead

_FEW = 3
"""A side of fewer words of content says too little about what stands in the place of what."""
AWAY = 4
"""Words from where it should stand, within which a word may stand for another."""
AROUND = 4
"""Words to either side that are looked at for others without a counterpart."""
_ANCHORS = 2
"""So many of the nearest words with a counterpart say where a word should stand."""
_STEM = 4
"""Letters that two forms of a word have in common at least."""


@once_a_pair
def beads_of(pair: AlignedPair) -> tuple[Bilingual, ...]:
    """The beads that have both sides, where there is a dictionary of their languages."""
    return tuple(_beads(pair))


def _beads(pair: AlignedPair) -> Iterator[Bilingual]:
    for bead, source, target in stretches_of_beads(pair):
        for one, other in ((source, target), (target, source)):
            words = dictionary(one.language, other.language)
            if words:
                yield Bilingual(one, other, words, bead, pair.is_asked(bead))


def answers_of(beads: Iterable[Bilingual]) -> Mapping[frozenset[str], list[bool]]:
    """By the forms of each word whether each of its places has a counterpart that may translate it."""
    found: dict[frozenset[str], list[bool]] = defaultdict(list)
    for bead in beads:
        for at in content_words(bead.one):
            found[bead.forms(bead.one, at)].append(at in bead.answers.one and at not in bead.answers.alike)
    return found


class StandIn(Struct, frozen=True):
    """Two nouns, each the other's only possible counterpart, that no dictionary has for each other."""

    bead: Bilingual
    here: int
    """The word of the side that the dictionary translates from."""
    there: int
    kin: Kinship | None
    apart: int
    """Words from where `there` should stand."""

    @property
    def spans(self) -> tuple[Span, Span]:
        """Where they stand."""
        return self.bead.one.tokens[self.here].span, self.bead.other.tokens[self.there].span

    @property
    def words(self) -> tuple[frozenset[str], frozenset[str]]:
        """Both in all their forms."""
        return self.bead.forms(self.bead.one, self.here), self.bead.noun_forms(self.there)


class Bilingual(Struct, frozen=True, eq=False, dict=True):
    """A bead, with the side first that the dictionary translates from."""

    one: Stretch
    other: Stretch
    dictionary: Dictionary
    bead: Bead
    asked: bool = True
    """Whether what is found in it is wanted."""

    @staticmethod
    def forms(side: Stretch, word: int) -> frozenset[str]:
        """The forms under which a dictionary may have a word."""
        return _forms(side)[word]

    def noun_forms(self, word: int) -> frozenset[str]:
        """Those of a word of the other side; of one that is in none, the masculine too: *neurologa*."""
        if word not in self._noun_forms:
            self._noun_forms[word] = self._made_noun_forms(word)
        return self._noun_forms[word]

    @cached_property
    def _noun_forms(self) -> dict[int, frozenset[str]]:
        return {}

    def _made_noun_forms(self, word: int) -> frozenset[str]:
        forms = self.forms(self.other, word)
        if self.dictionary.may_mean(forms):
            return forms
        gender = toml_table(f"classes/{base_language(self.other.language)}.toml").get("gender", {})
        return forms | {
            form.removesuffix(feminine) + masculine
            for feminine, masculine in gender.get("agreeing", ())
            for form in forms
            if form.endswith(feminine)
        }

    @cached_property
    def ties(self) -> Ties:
        """What stands for what as far as it is known without the dictionary."""
        return ties_of(self.one, self.other)

    @cached_property
    def answers(self) -> Answers:
        """What answers what."""
        return answers(
            self.one, self.other, (_forms(self.one), _forms(self.other)), self.dictionary, self.ties
        )

    def stand_ins(self) -> Iterator[StandIn]:
        """The nouns that may stand in each other's place."""
        if min(len(content_words(side)) for side in (self.one, self.other)) < _FEW:
            return
        for here, others in self.facing():
            nouns = {one for one in self.forms(self.one, here) if self.dictionary.nouns((one,))}
            if not nouns or not _is_common(self.one, here):
                continue
            possible = self.dictionary.possible(nouns)
            for there in others:
                apart = self.apart(here, there) if _is_common(self.other, there) else AWAY + 1
                forms = self.noun_forms(there) if apart <= AWAY else frozenset()
                meant = self.dictionary.meant(forms)
                if meant and not _inflected(forms, possible):
                    yield StandIn(self, here, there, kinship(nouns, meant, self.one.language), apart)

    def facing(self) -> Iterator[tuple[int, Sequence[int]]]:
        """The words of the first side that are not answered, or only by what is like them, each with what may
        stand in its place.
        """
        yield from ((here, self.lone[1]) for here in self.lone[0])
        yield from ((here, (self.answers.one[here],)) for here in self.answers.alike)

    def apart(self, here: int, there: int) -> int:
        """How many words one lies from where the other should, by the nearest words with a counterpart."""
        if here not in self._due:
            nearest = nsmallest(
                _ANCHORS,
                ((abs(at - here), found + here - at) for at, found in self.answers.one.items() if at != here),
            )
            self._due[here] = [place for _, place in nearest]
        return min((abs(place - there) for place in self._due[here]), default=AWAY + 1)

    @cached_property
    def _due(self) -> dict[int, list[int]]:
        """Of words of the first side: where their counterparts should stand."""
        return {}

    def in_place(self, here: int, there: int) -> float:
        """How many of the words of content right before and after either answer each other, or end a side,
        each on its own: 0, 0.5 or 1.
        """
        beside = zip(_beside(self.one, here), _beside(self.other, there), strict=True)
        return (
            sum(
                other is None if one is None else other is not None and self.answers.one.get(one) == other
                for one, other in beside
            )
            / 2
        )

    def others(self, one: StandIn) -> int:
        """How many other words around either have nothing on the other side."""
        return sum(
            0 < abs(at - word) <= AROUND
            for word, words in zip((one.here, one.there), self.lone, strict=True)
            for at in words
        )

    @cached_property
    def lone(self) -> tuple[list[int], list[int]]:
        """The words of either side that are not answered."""
        one, other = (
            [at for at in content_words(side) if at not in answered]
            for side, answered in (
                (self.one, self.answers.one),
                (self.other, self.answers.other),
            )
        )
        return one, other

    @cached_property
    def common(self) -> tuple[list[int], list[int]]:
        """Those of them that are no names."""
        one, other = (
            [at for at in words if _is_common(side, at)]
            for side, words in zip((self.one, self.other), self.lone, strict=True)
        )
        return one, other

    @cached_property
    def agrees(self) -> float:
        """How much of the words of the side with less has a counterpart."""
        sides = zip((self.one, self.other), self.lone, strict=True)
        return min(1 - len(words) / len(content_words(side)) for side, words in sides)


def _beside(side: Stretch, word: int) -> tuple[int | None, int | None]:
    """The words of content right before and after a word."""
    words = content_words(side)
    at = words.index(word)
    return words[at - 1] if at else None, words[at + 1] if at + 1 < len(words) else None


@once
def _forms(side: Stretch) -> list[frozenset[str]]:
    language = base_language(side.language)
    return [
        forms if (form := lemma(token.key, language)) in forms else forms | {form}
        for forms, token in zip(side.forms, side.tokens, strict=True)
    ]


def _inflected(forms: Iterable[str], possible: Iterable[str]) -> bool:
    """Whether a word is a possible translation but for its last letter: *meccanica*, *meccanico*."""
    stems = {form[:-1] for form in forms if len(form) > _STEM}
    return any(len(one) > _STEM and one[:-1] in stems for one in possible)


def _is_common(side: Stretch, word: int) -> bool:
    """Whether a word is no name: written small, or first."""
    return not word or side.tokens[word].text[0].islower()
