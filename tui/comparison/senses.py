"""One thing for another: a noun whose place on the other side is taken by one that means something else.

A dictionary of wide cover says which words may stand for each other. Where a noun of one side has nothing on
the other that may translate it, and a noun there stands for nothing, in the same place, the two are held
against each other: do they name two kinds of one thing, as *viola* and *violin* do? And does the sentence say
more nearly the same with a right translation in the place of the other word? The encoder answers that, which
takes away most of what free translation leaves.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tui.alignment import AlignedPair
from tui.articles import Side, Span
from tui.comparison.change import change, for_and_against, gain_of
from tui.comparison.names import cognate
from tui.comparison.polarity import Stretch, Ties, content_words, stretches, ties_of
from tui.comparison.quantities import is_quantity
from tui.comparison.rule import Candidate, Family, Question, Rule
from tui.languages import Dictionary, Kinship, base_language, dictionary, kinship, lemma

if TYPE_CHECKING:
    from tui.alignment import Bead
    from tui.alignment.model import Vectors

RULE = Rule(
    "sense-differs", "word", "words", "major",
    needs=frozenset({"function-words", "lemmas"}), yields_to=frozenset({"facts", "false-friend"}),
    yields_to_touch=True,
)  # fmt: skip

_TIED = 0.45
"""From this likeness on a word counts as the counterpart of another that no dictionary knows."""
_FEW = 3
"""A side of fewer words of content says too little about what stands in the place of what."""
_AWAY = 4
"""Words from where it should stand, within which a word may stand for another."""
_AROUND = 4
"""Words to either side that are looked at for others without a counterpart."""
_ANCHORS = 2
"""So many of the nearest words with a counterpart say where a word should stand."""
_STEM = 4
"""Letters that two forms of a word have in common at least."""
_STEPS = 8
"""Steps in the kinds of things, and more, that part two words which have nothing in common."""
_RARE = 6
"""Other, more usual meanings of two words, together, from which on the nearest ones are far-fetched."""
_MEANINGS = 12
"""A word of so many translations or more may mean anything."""
_RIGHT = 2
"""Right translations that are tried in the place of a word."""
_GAIN = 0.1
"""By so much more, as a cosine, a sentence says the same with a right translation, to count fully."""


def propose(pair: AlignedPair) -> Iterator[Candidate]:
    """The nouns of a bead that stand in each other's place and do not mean the same."""
    beads = list(_beads(pair))
    found = [one for bead in beads for one in bead.stand_ins()]
    if not found:
        return
    times = Counter(one.words for one in found)
    answers = _answers(beads)
    for one in found:
        sides = one.bead.one.side, one.bead.other.side
        if not any(is_quantity(pair, side, (span,)) for side, span in zip(sides, one.spans, strict=True)):
            yield _candidate(pair, one, times[one.words], answers[one.words[0]])


FAMILY = Family("senses", (RULE,), propose, one_language=False)


def _beads(pair: AlignedPair) -> Iterator[_Bead]:
    beads = [bead for bead in pair.alignment.beads if bead.source and bead.target]
    for bead, (source, target) in zip(beads, stretches(pair), strict=True):
        for one, other in ((source, target), (target, source)):
            words = dictionary(one.language, other.language)
            if words:
                yield _Bead(one, other, words, bead)


def _answers(beads: Iterable[_Bead]) -> Mapping[frozenset[str], list[bool]]:
    """By the forms of each word whether each of its places has a counterpart that may translate it."""
    found: dict[frozenset[str], list[bool]] = defaultdict(list)
    for bead in beads:
        for at in content_words(bead.one):
            found[bead.forms(bead.one, at)].append(at in bead.answered[0])
    return found


@dataclass(frozen=True)
class _StandIn:
    """Two nouns, each the other's only possible counterpart, that no dictionary has for each other."""

    bead: _Bead
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
        return self.bead.forms(self.bead.one, self.here), self.bead.forms(self.bead.other, self.there)


@dataclass(frozen=True, eq=False)
class _Bead:
    """A bead, with the side first that the dictionary translates from."""

    one: Stretch
    other: Stretch
    dictionary: Dictionary
    bead: Bead

    @staticmethod
    def forms(side: Stretch, word: int) -> frozenset[str]:
        """The forms under which a dictionary may have a word."""
        return side.forms[word] | {lemma(side.tokens[word].key, base_language(side.language))}

    @cached_property
    def ties(self) -> Ties:
        """What stands for what as far as it is known without the dictionary."""
        return ties_of(self.one, self.other)

    @cached_property
    def answered(self) -> tuple[frozenset[int], frozenset[int]]:
        """The words of either side for which the other one has something that may translate them."""
        theirs = [(at, self.forms(self.other, at)) for at in content_words(self.other)]
        found: tuple[set[int], set[int]] = set(), set()
        for at in content_words(self.one):
            possible = self.dictionary.possible(self.forms(self.one, at))
            for word, forms in theirs:
                if not possible.isdisjoint(forms):
                    found[0].add(at)
                    found[1].add(word)
        return frozenset(found[0]), frozenset(found[1])

    def stand_ins(self) -> Iterator[_StandIn]:
        """The nouns that may stand in each other's place."""
        if min(len(content_words(side)) for side in (self.one, self.other)) < _FEW:
            return
        lone = [
            [at for at in content_words(side) if at not in answered and _is_common(side, at)]
            for side, answered in zip((self.one, self.other), self.answered, strict=True)
        ]
        for here in lone[0] if lone[1] else ():
            nouns = {one for one in self.forms(self.one, here) if self.dictionary.nouns((one,))}
            possible = self.dictionary.possible(nouns)
            for there in lone[1] if nouns else ():
                apart = self.apart(here, there)
                forms = self.forms(self.other, there)
                meant = self.dictionary.meant(forms)
                if apart <= _AWAY and meant and self._free(here, there) and not _inflected(forms, possible):
                    yield _StandIn(self, here, there, kinship(nouns, meant, self.one.language), apart)

    def _free(self, here: int, there: int) -> bool:
        """Whether neither has another counterpart."""
        found = self.ties.counterpart(self.one.side, here), self.ties.counterpart(self.other.side, there)
        return found[0] in (None, there) and found[1] in (None, here)

    def apart(self, here: int, there: int) -> int:
        """How many words one lies from where the other should, by the nearest words with a counterpart."""
        anchors = sorted(
            (abs(at - here), found + here - at)
            for at in content_words(self.one)
            if at != here and (found := self.ties.counterpart(self.one.side, at)) is not None
        )
        return min((abs(place - there) for _, place in anchors[:_ANCHORS]), default=_AWAY + 1)

    def others(self, one: _StandIn) -> int:
        """How many other words around either have nothing on the other side."""
        return sum(
            at not in answered and 0 < abs(at - word) <= _AROUND and self._untied(side, at)
            for side, word, answered in zip(
                (self.one, self.other), (one.here, one.there), self.answered, strict=True
            )
            for at in content_words(side)
        )

    @cached_property
    def agrees(self) -> float:
        """How much of the words of the side with less has a counterpart."""
        shares = []
        for side, answered in zip((self.one, self.other), self.answered, strict=True):
            words = content_words(side)
            shares.append(sum(at in answered or not self._untied(side, at) for at in words) / len(words))
        return min(shares)

    def _untied(self, side: Stretch, word: int) -> bool:
        return self.ties.strength(side.side, word) < _TIED


def _inflected(forms: Iterable[str], possible: Iterable[str]) -> bool:
    """Whether a word is a possible translation but for its last letter: *meccanica*, *meccanico*."""
    stems = {form[:-1] for form in forms if len(form) > _STEM}
    return any(len(one) > _STEM and one[:-1] in stems for one in possible)


def _is_common(side: Stretch, word: int) -> bool:
    """Whether a word is no name: written small, or first."""
    return not word or side.tokens[word].text[0].islower()


def _candidate(pair: AlignedPair, found: _StandIn, times: int, answers: Sequence[bool]) -> Candidate:
    """Two nouns that stand for each other `times` times; `answers`: of the places of the first.

    Evidence, each 0 to 1: `kin`, how near they are as two kinds of one thing; `above`, whether one is a kind
    of the other; `one-sense`, whether they share a meaning; `strange`, that nothing is known of their kinds;
    `things`, whether both can be pointed at; `rare`, how unusual the meanings are of which this is said;
    `rooted`, whether one has the root of a translation of the other; `classes`, how many of them may be no
    nouns; `synonym`, whether something translates both; `meanings`, how many translations there are; `away`,
    how far one lies from its place; `others`, how much around them has no counterpart; `agrees`, how much of
    the bead has; `tied`, whether they are alike; `throughout`, in how many other places they stand for each
    other; `elsewhere`, in how much of the other places of the first it has a right counterpart; `nowhere`,
    that it has others, and in none.
    """
    bead, kin = found.bead, found.kin
    here, there = bead.one.tokens[found.here], bead.other.tokens[found.there]
    forms, forms_there = found.words
    sure = bead.dictionary.sure(forms)
    right = bead.dictionary.nouns(forms)
    meant = bead.dictionary.may_mean(forms_there)
    is_synonym = any(not sure.isdisjoint(bead.dictionary.nouns((one,))) for one in meant)
    apart = kin is not None and kin.steps > 0 and not kin.above
    evidence = {
        "kin": max(0.0, 1 - kin.steps / _STEPS) if kin and apart else 0.0,
        "above": float(kin is not None and kin.above),
        "one-sense": float(kin is not None and not kin.steps),
        "strange": float(kin is None),
        "things": float(kin is not None and kin.things),
        "rare": min(1.0, kin.rare / _RARE) if kin else 0.0,
        "synonym": float(is_synonym),
        "rooted": float(any(cognate(one, two) for one in sure for two in forms_there)),
        "classes": bead.dictionary.classes(forms, forms_there) / 2,
        "meanings": min(1.0, len(sure) / _MEANINGS),
        "away": found.apart / _AWAY,
        "others": min(1.0, bead.others(found) / _AROUND),
        "agrees": bead.agrees,
        "tied": bead.ties.strength(bead.one.side, found.here),
        "throughout": min(1.0, (times - 1) / 2),
        "elsewhere": sum(answers) / (len(answers) - 1) if sum(answers) else 0.0,
        "nowhere": float(len(answers) > 1 and not any(answers)),
    }
    spans: Mapping[Side, tuple[Span, ...]] = {bead.one.side: (here.span,), bead.other.side: (there.span,)}
    values = {bead.one.side: here.key, bead.other.side: there.key}
    means = _usual(bead.dictionary, forms_there, kin)
    return Candidate(
        rule=RULE, evidence=evidence,
        source=spans["source"], target=spans["target"],
        source_value=values["source"], target_value=values["target"],
        message=f"“{there.text}” means “{means}”, not “{here.text}”.",
        questions=(
            Question((here.key, there.key, right[0]), _nearer, words=True),
            _question(pair, found, right[:_RIGHT], means),
        ),
    )  # fmt: skip


def _usual(words: Dictionary, forms: frozenset[str], kin: Kinship | None) -> str:
    """What a noun means: of what is as near to the other noun, that of which it is the first translation."""

    def place(noun: str) -> tuple[int, bool, str]:
        translations = words.nouns((noun,))
        first = min((at for at, one in enumerate(translations) if one in forms), default=len(translations))
        return first, not any(cognate(noun, form) for form in forms), noun

    return min(kin.others if kin else words.meant(forms), key=place)


def _question(pair: AlignedPair, found: _StandIn, right: Sequence[str], means: str) -> Question:
    """Do the sides say more nearly the same with a right translation in the place of the other word, without
    that one, or with what it means in the place of the first?
    """
    one, other = found.bead.one.side, found.bead.other.side
    bead, (here, there) = found.bead.bead, found.spans
    own, said = (
        " ".join(pair.article(side).sentence_text(number) for number in bead.side(side))
        for side in (one, other)
    )
    tried = [
        change(pair.article(other), bead.side(other), (there,), own, words).changed for words in (*right, "")
    ]
    meant = change(pair.article(one), bead.side(one), (here,), said, means).changed
    return Question((own, said, meant, *tried), _fits)


def _fits(vectors: Vectors) -> Mapping[str, float]:
    """`fits` and `misfits`: how much more, or less, the sides say the same with a right translation; `spare`
    and `missed` without the other word; `meant` and `unmeant` with what that means on the other side.
    """
    own, said, meant, *tried, without = vectors
    found: dict[str, float] = {}
    for names, gain in (
        (("fits", "misfits"), max(gain_of(said, one, own) for one in tried)),
        (("spare", "missed"), gain_of(said, without, own)),
        (("meant", "unmeant"), gain_of(own, meant, said)),
    ):
        found |= dict(zip(names, for_and_against(gain / _GAIN), strict=True))
    return found


def _nearer(vectors: Vectors) -> Mapping[str, float]:
    """`near`: how near the two words are; `nearer`: how much nearer the first is to its translation."""
    here, there, right = vectors
    near, best = float(here @ there), float(here @ right)
    return {"near": min(1.0, max(0.0, near)), "nearer": min(1.0, max(0.0, best - near))}
