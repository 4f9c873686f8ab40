"""Which words of two corresponding stretches are surely each other's counterpart, without an encoder.

What the polarity of a clause is compared with must be the same clause: its other words say so. A word's
counterpart is the best of the words that are equal, name one thing of the lists, are listed as translations,
of one root, or near in the table of common words that comes with the program.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from tui.articles import Side
from tui.comparison.names import ROOT, cognate, hear, sound
from tui.comparison.names.gazetteer import gazetteer
from tui.comparison.polarity.clauses import Stretch, once, once_of_two
from tui.comparison.polarity.lexicon import forms
from tui.languages import Translations, bare, dictionary, function_words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Likeness = NDArray[np.float32]

_NAMED, _LISTED, _COGNATE = 0.95, 0.85, 0.8
_LINK = 0.45
"""How alike two words are at least that count as linked."""
_MEANT = 0.6
"""How surely words are linked of which only a dictionary says so."""
_FAR = 0.35
"""What a link loses over the whole length of a side."""
_SHORT = 20
"""Words that a side counts for at least when distances are measured."""
_CHANCE, _SURE = 0.4, 0.9
"""The cosines, in the table, of words that have nothing to do with each other and of translations."""


class Ties:
    """The words of two stretches and how alike each of one side is with each of the other."""

    def __init__(
        self, source: Stretch, target: Stretch, also: tuple[Set[int], Set[int]] = (frozenset(), frozenset())
    ) -> None:
        """`also`: words of each side that count as content words whatever they are."""
        self.source, self.target = source, target
        own: dict[Side, list[int]] = {"source": content_words(source), "target": content_words(target)}
        self._own = {side: frozenset(words) for side, words in own.items()}
        self._content: dict[Side, list[int]] = {
            "source": sorted({*also[0], *own["source"]}),
            "target": sorted({*also[1], *own["target"]}),
        }

    @cached_property
    def _likeness(self) -> Likeness:
        """How alike the content words are, 0 to 1: (content words of the source, of the target)."""
        import numpy as np

        ours = [self.source.tokens[at].key for at in self._content["source"]]
        theirs = [self.target.tokens[at].key for at in self._content["target"]]
        hear((*ours, *theirs))
        alike = nearness(ours, self.source.language, theirs, self.target.language)
        here = _places(_named(self.source), self._content["source"])
        named = _places(_named(self.target), self._content["target"]) if here else []
        for i, things in here:
            for j, others in named:
                if things & others:
                    alike[i, j] = max(alike[i, j], _NAMED)
        languages = self.source.language, self.target.language
        equal, listed, rooted = (defaultdict[str, list[int]](list) for _ in range(3))
        for j, key in enumerate(theirs):
            equal[key].append(j)
            for form in self.target.forms[self._content["target"][j]]:
                listed[form].append(j)
            if len(key) >= ROOT:
                rooted[sound(key)[:ROOT]].append(j)
        for i, key in enumerate(ours):
            if len(key) >= ROOT:
                for j in rooted.get(sound(key)[:ROOT], ()):
                    if cognate(key, theirs[j]):
                        alike[i, j] = max(alike[i, j], _COGNATE)
            said = self.source.forms[self._content["source"][i]]
            for form in _translations(said, *languages):
                for j in listed.get(form, ()):
                    alike[i, j] = max(alike[i, j], _LISTED)
            for j in equal.get(key, ()):
                alike[i, j] = 1.0
        return np.round(alike, 4)

    @cached_property
    def _linked(self) -> dict[Side, dict[int, tuple[int, float]]]:
        """For each side, the words that have a counterpart: which, and how alike; each at most once."""
        alike = {(s, t): like for like, s, t in self.alike}
        source: dict[int, tuple[int, float]] = {}
        target: dict[int, tuple[int, float]] = {}
        for s, t in likest_first(alike, self.source, self.target):
            if s not in source and t not in target:
                source[s] = t, alike[s, t]
                target[t] = s, alike[s, t]
        return {"source": source, "target": target}

    @cached_property
    def alike(self) -> Sequence[tuple[float, int, int]]:
        """How alike two words are that may be linked, and the two: of the source and of the target."""
        import numpy as np

        ours, theirs = self._content["source"], self._content["target"]
        rows, columns = np.nonzero(self._likeness >= _LINK)
        found = zip(rows.tolist(), columns.tolist(), self._likeness[rows, columns].tolist(), strict=True)
        return [(like, ours[i], theirs[j]) for i, j, like in found]

    def counterpart(self, side: Side, word: int) -> int | None:
        """The word of the other side that is linked with a word of `side`."""
        found = self._linked[side].get(word)
        return found[0] if found else None

    def strength(self, side: Side, word: int) -> float:
        """How surely a word has a counterpart: 0 to 1."""
        found = self._linked[side].get(word)
        return found[1] if found else 0.0

    def place(self, side: Side, word: int) -> float:
        """Where a word of a side would stand on the other, counted in words: beside the counterpart of the
        nearest that has one, else as far along as here.
        """
        linked = self._linked[side]
        if not linked:
            sides = (self.source, self.target) if side == "source" else (self.target, self.source)
            return word * len(sides[1].tokens) / max(1, len(sides[0].tokens))
        near = min(linked, key=lambda at: (abs(at - word), at < word, at))
        return float(linked[near][0])

    def content(self, side: Side, first: int, last: int) -> list[int]:
        """The content words of a side between two of its words, both included."""
        return [at for at in self._content[side] if first <= at <= last]

    def share(self, side: Side, words: Sequence[int]) -> float:
        """How much of some words of a side is linked: 0 to 1; 0 of none."""
        return sum(self.strength(side, word) for word in words) / len(words) if words else 0.0

    def carries(self, side: Side, word: int) -> bool:
        """Whether a word carries meaning of its own, as function words do not."""
        return word in self._own[side]

    def likeness(self, source: int, target: int) -> float:
        """How alike two content words are; 0 where one is none."""
        ours, theirs = self._content["source"], self._content["target"]
        if source not in ours or target not in theirs:
            return 0.0
        return float(self._likeness[ours.index(source), theirs.index(target)])


class MeantTies(Ties):
    """Ties, and words that have none of them are linked where a dictionary may translate one by the other.

    They are for rules that ask who or what stands where: how sure a *not* is is weighed by the others.
    """

    def __init__(self, ties: Ties) -> None:
        super().__init__(ties.source, ties.target)
        self._ties = ties

    @cached_property
    def _likeness(self) -> Likeness:
        return self._ties._likeness

    @cached_property
    def _linked(self) -> dict[Side, dict[int, tuple[int, float]]]:
        """The words that only a dictionary links."""
        source: dict[int, tuple[int, float]] = {}
        target: dict[int, tuple[int, float]] = {}
        for s, t in self._meant():
            if s not in source and t not in target:
                source[s] = t, _MEANT
                target[t] = s, _MEANT
        return {"source": source, "target": target}

    def counterpart(self, side: Side, word: int) -> int | None:
        found = self._ties.counterpart(side, word)
        return super().counterpart(side, word) if found is None else found

    def strength(self, side: Side, word: int) -> float:
        return self._ties.strength(side, word) or super().strength(side, word)

    def _meant(self) -> Sequence[tuple[int, int]]:
        """The words without a tie that may translate each other, those in the same place first; of words that
        stand more than once nobody knows which is meant.
        """
        source, target = self.source, self.target
        sides: dict[Side, Stretch] = {"source": source, "target": target}
        free = {
            name: [
                at
                for at in self._content[name]
                if self._ties.counterpart(name, at) is None and side.forms.count(side.forms[at]) == 1
            ]
            for name, side in sides.items()
        }
        meanings = dictionary(source.language, target.language) if all(free.values()) else None
        if not meanings:
            return ()
        pairs = {
            (s, t): _MEANT
            for s in free["source"]
            if (possible := meanings.possible(source.forms[s]))
            for t in free["target"]
            if not possible.isdisjoint(target.forms[t])
        }
        return likest_first(pairs, source, target)


def ties_of(one: Stretch, other: Stretch) -> Ties:
    """The ties of a bead, in whichever order its sides are given."""
    return _ties(one, other) if one.side == "source" else _ties(other, one)


def meant_ties_of(one: Stretch, other: Stretch) -> Ties:
    """The ties of a bead with those that only a dictionary knows, in whichever order its sides are given."""
    return _meant_ties(one, other) if one.side == "source" else _meant_ties(other, one)


@once_of_two
def _ties(source: Stretch, target: Stretch) -> Ties:
    return Ties(source, target)


@once_of_two
def _meant_ties(source: Stretch, target: Stretch) -> Ties:
    return MeantTies(_ties(source, target))


@once
def _named(stretch: Stretch) -> Mapping[int, frozenset[str]]:
    """What each word names that is a name of the lists by itself: *Hungary*, *ungherese*."""
    found = gazetteer(stretch.language).find(stretch.tokens, stretch.text)
    return {hit.first: hit.things for hit in found if hit.first == hit.last and (hit.firm or hit.people)}


def _places(named: Mapping[int, frozenset[str]], words: Sequence[int]) -> list[tuple[int, frozenset[str]]]:
    """The places in `words` of those that name something."""
    return [(place, named[at]) for place, at in enumerate(words) if at in named] if named else []


@once
def content_words(stretch: Stretch) -> list[int]:
    """The words of a stretch that are no function words."""
    functions = function_words(stretch.language)
    return [at for at, token in enumerate(stretch.tokens) if not functions.get(bare(token.key))]


def nearness(ours: Sequence[str], language: str, theirs: Sequence[str], other: str) -> Likeness:
    """How near folded words are in the table of common words, from what chance gives (0) to equal (1).

    Shape (ours, theirs); 0 for words that are not in the table.
    """
    import numpy as np

    from tui.comparison.word_vectors import shipped

    table = shipped()
    matrices = []
    for keys, tag in ((ours, language), (theirs, other)):
        matrix = np.zeros((len(keys), table.values.shape[1]), np.float32)
        listed = [(at, known) for at, key in enumerate(keys) if (known := _listed(key, tag))]
        if listed:
            matrix[[at for at, _ in listed]] = table.vectors([known for _, known in listed])
        matrices.append(matrix)
    cosines = matrices[0] @ matrices[1].T
    scaled: Likeness = np.clip((cosines - _CHANCE) / (_SURE - _CHANCE), 0, 1).astype(np.float32)
    return scaled


def likest_first(
    alike: Mapping[tuple[int, int], float], one: Stretch, other: Stretch
) -> list[tuple[int, int]]:
    """Pairs of words of two sides: first those that are most alike and stand in the same place."""
    length, length_there = (max(len(side.tokens), _SHORT) for side in (one, other))
    return sorted(
        alike,
        key=lambda pair: (_FAR * abs(pair[0] / length - pair[1] / length_there) - alike[pair], pair),
    )


@lru_cache(maxsize=8192)
def _translations(forms: frozenset[str], source: str, target: str) -> frozenset[str]:
    """What is listed as a translation of a word by any of its forms."""
    listed = Translations(source, target)
    return frozenset().union(*(listed.of(form) for form in forms))


@lru_cache(maxsize=8192)
def _listed(key: str, language: str) -> str | None:
    """The form under which the table of common words has a folded word."""
    from tui.comparison.word_vectors import shipped

    row = shipped().row
    return next((form for form in (key, *sorted(forms(key, language))) if form in row), None)
