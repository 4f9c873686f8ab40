"""Words of one side that stand together and of which the other side renders none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from msgspec import Struct

from tui.articles import Side, Span, other_side
from tui.comparison.polarity import Stretch, clause_end, sentence_end
from tui.comparison.unrendered.rendering import Rendering, words_of
from tui.languages import bare, function_words, known, word_list

_APART = 5
"""So many words two of a phrase lie apart at most."""
_LEADS, _TRAILS = 3, 4
"""So many function words before and after its words of content belong to a phrase."""
FEWEST = 1.5
"""What the words of a phrase weigh at least: one that says something, and one more."""
_SINGLE = 1.0
"""And one that is part of a clause and stands before a mark: *pur essendo malato*."""
_REST = 3
"""So many other words of content its side has at least: of fewer nothing says what stands where."""
_WHOLE, _MOST = 2 / 3, 0.6
"""From this share of its words on everything between two marks is one phrase, if it is less than that of its
side."""
_LIGHT = 0.5
"""What a word weighs that says little by itself, where another weighs 1."""
_ANCHORS = 2
"""Rendered words on either side that say where on the other side a phrase would stand."""
_ADJOINING = frozenset({
    "of", "to", "in", "on", "from", "by", "with", "for", "between", "through", "during", "under",
    "above", "beyond", "against", "about", "near", "behind", "before", "after", "until", "since", "without",
    "toward", "according", "despite", "except", "because", "that", "which", "whose", "who", "if", "when",
    "while", "where", "as", "than", "although", "within",
})  # fmt: skip
"""What function words do that make of what follows a part of a clause."""
_CONTINUING = frozenset({"of"})
"""Those that add something to the word before."""
_BEFORE = frozenset({"already", "also", "even", "just", "only", "well", "now", "always", "never", "still"})
"""What those do that may stand before it: *già noto a*, *ben oltre*."""
_NEAR = 3
"""Words of content from these within which something else may stand for it."""


class Phrase(Struct, frozen=True):
    """A phrase of which nothing, or nearly nothing, is rendered."""

    span: Span
    words: tuple[int, ...]
    """Its words of content, as places among the tokens of its side."""
    weight: float
    """What they weigh together."""
    others: float
    """What the other words of its side weigh that are not rendered."""
    between: float
    """What those of the other side weigh that render nothing and stand between the counterparts of its
    neighbours."""
    near: float
    """How much more those weigh that stand near the counterparts of its neighbours than what is not rendered
    near it."""
    spare: float
    """What all words of the other side weigh that render nothing."""
    set_off: bool
    """Whether a mark, or an end of its side, stands before it and after it."""
    ends: bool
    """Whether a mark, or the end of its side, follows."""
    explains: bool
    """Whether it follows a word of the other language that was left as it is: *settled status (…)*."""
    adjoined: bool
    """Whether its first word makes it part of a clause, as a preposition does, or *when*; not *and*. Between
    marks one after its first does, too, as after a participle: *known to the police*.
    """


def phrases(found: Rendering, side: Side) -> Iterator[Phrase]:
    """The phrases of a side of a bead of which the other renders nothing, and in whose place it has not as
    much that renders nothing.
    """
    own, other = (_Open(found.side(one), found) for one in (side, other_side(side)))
    return (one for one in own.phrases(other) if one.near < one.weight)


class _Open(Struct, frozen=True, eq=False, dict=True):
    """A side of a bead by what of it is rendered."""

    side: Stretch
    found: Rendering

    @cached_property
    def words(self) -> list[int]:
        """Its words of content."""
        return list(words_of(self.side))

    @cached_property
    def rendered(self) -> dict[int, tuple[int, float]]:
        """Those that are rendered: by which word, and how surely."""
        return dict(self.found.of(self.side.side))

    @cached_property
    def weight(self) -> dict[int, float]:
        """What each weighs that is not."""
        light = word_list(self.side.language, "light")
        return {
            at: _LIGHT if self.side.tokens[at].key in light else 1.0
            for at in self.words
            if at not in self.rendered
        }

    def phrases(self, other: _Open) -> Iterator[Phrase]:
        """The phrases that are not rendered."""
        for words, bounds in self._places():
            weight = sum(self.weight.get(at, 0.0) for at in words)
            if weight < _SINGLE or len(self.words) - len(words) < _REST:
                continue
            found = self._phrase(words, bounds or self._bounds(words), other)
            if weight >= FEWEST or (found.adjoined and found.ends):
                yield found

    def _places(self) -> Iterator[tuple[list[int], tuple[int, int] | None]]:
        """The words of each phrase; of all that stands between two marks its first and last word, too."""
        runs = list(self._runs())
        for first, last in self._between_marks():
            every = [at for at in self.words if first <= at <= last]
            inside = [run for run in runs if first <= run[0] and run[-1] <= last]
            open_words = sum(map(len, inside))
            if inside and open_words >= _WHOLE * len(every) and len(every) < _MOST * len(self.words):
                runs = [run for run in runs if run not in inside]
                yield every, (first, last)
        yield from ((run, None) for run in runs)

    def _runs(self) -> Iterator[list[int]]:
        """Words that are not rendered, with no other of content and no mark between; no names."""
        run: list[int] = []
        for before, at in zip([-1, *self.words], self.words, strict=False):
            if at not in self.weight or (at and self.side.tokens[at].text[0].isupper()):
                continue
            if run and (run[-1] != before or at - before > _APART or self._parted(before, at)):
                yield from self._trimmed(run)
                run = []
            run.append(at)
        if run:
            yield from self._trimmed(run)

    def _trimmed(self, run: list[int]) -> Iterator[list[int]]:
        """A run without the light words of the next phrase at its end, *senza soste nelle prossime*, or
        a word at its beginning that belongs to what is rendered before it, *direttore d'orchestra*.
        """
        opened = [at for at, (one, other) in enumerate(pairwise(run), 1) if self._opened(one, other)]
        while opened and sum(self.weight[at] for at in run[opened[-1] :]) < 1:
            run = run[: opened.pop()]
        if opened and opened[0] == 1 and self._continues(run[0]):
            run = run[1:]
        yield run

    def _opened(self, one: int, other: int) -> bool:
        """Whether a preposition or a conjunction that opens a phrase stands between two words."""
        return any(not (_ADJOINING - _CONTINUING).isdisjoint(self._does(at)) for at in range(one + 1, other))

    def _continues(self, word: int) -> bool:
        """Whether a word goes on with one that is rendered right before it."""
        return word - 1 in self.rendered or (
            word - 2 in self.rendered and not _CONTINUING.isdisjoint(self._does(word - 1))
        )

    def _between_marks(self) -> Iterator[tuple[int, int]]:
        first = 0
        for at in range(1, len(self.side.tokens) + 1):
            if at == len(self.side.tokens) or self._mark_before(at):
                yield first, at - 1
                first = at

    def _mark_before(self, at: int) -> bool:
        """Whether a mark stands before a word, or nothing."""
        if not 0 < at < len(self.side.tokens):
            return True
        between = self.side.between(at)
        return clause_end(between) or sentence_end(between)

    def _parted(self, one: int, other: int) -> bool:
        return any(self._mark_before(at) for at in range(one + 1, other + 1))

    def _bounds(self, words: Sequence[int]) -> tuple[int, int]:
        """The first and the last word with the function words that belong to these: what leads them, and what
        follows up to a mark.
        """
        content = set(self.words)
        first = words[0]
        while words[0] - first < _LEADS and not self._mark_before(first) and first - 1 not in content:
            if any(char.isdigit() for char in self.side.tokens[first - 1].text):
                break
            first -= 1
        last = words[-1]
        while last - words[-1] < _TRAILS and not self._mark_before(last + 1) and last + 1 not in content:
            last += 1
        return first, last if self._mark_before(last + 1) else words[-1]

    def around(self, words: Sequence[int]) -> set[int]:
        """Its words of content that stand near some of them."""
        places = [self.words.index(word) for word in words]
        return {
            self.words[at]
            for place in places
            for at in range(max(0, place - _NEAR), min(len(self.words), place + _NEAR + 1))
        }

    def _phrase(self, words: Sequence[int], bounds: tuple[int, int], other: _Open) -> Phrase:
        first, last = bounds
        inside = set(words)
        at, after = self.words.index(words[0]), self.words.index(words[-1]) + 1
        before = [one for one in self.words[:at] if one in self.rendered][-_ANCHORS:]
        behind = [one for one in self.words[after:] if one in self.rendered][:_ANCHORS]
        anchors = [self.rendered[one][0] for one in (*before, *behind)]
        low, high = sorted((
            self.rendered[before[-1]][0] if before else -1,
            self.rendered[behind[0]][0] if behind else len(other.side.tokens),
        ))  # fmt: skip
        beside = sum(self.weight.get(one, 0.0) for one in self.around(words) if one not in inside)
        near = sum(other.weight.get(one, 0.0) for one in other.around(anchors))
        return Phrase(
            span=Span(self.side.tokens[first].start, self.side.tokens[last].end),
            words=tuple(words),
            weight=sum(self.weight.get(one, 0.0) for one in words),
            others=sum(weight for one, weight in self.weight.items() if one not in inside),
            between=sum(weight for one, weight in other.weight.items() if low <= one <= high),
            near=max(0.0, near - beside),
            spare=sum(other.weight.values()),
            set_off=self._mark_before(first) and self._mark_before(last + 1),
            ends=self._mark_before(last + 1),
            explains=self._mark_before(first)
            and any(self._is_left(at, other.side) for at in (first - 1, first - 2)),
            adjoined=self._is_adjoined(first, last, words[0]),
        )

    def _is_left(self, at: int, other: Stretch) -> bool:
        """Whether a word is one of the other language alone, that says it too."""
        if at < 0:
            return False
        key = self.side.tokens[at].key
        ours = known(key, self.side.language)
        return not ours and known(key, other.language) and any(token.key == key for token in other.tokens)

    def _is_adjoined(self, first: int, last: int, word: int) -> bool:
        """Whether a phrase, `word` the first that says something, is part of a clause."""
        while first < last and self._does(first) and self._does(first) <= _BEFORE:
            first += 1
        if not _ADJOINING.isdisjoint(self._does(first)):
            return True
        set_off = first == word and first < last and self._mark_before(last + 1)
        return set_off and not _ADJOINING.isdisjoint(self._does(first + 1))

    def _does(self, at: int) -> frozenset[str]:
        """What a word does in a sentence; nothing that one of content does."""
        return frozenset(function_words(self.side.language).get(bare(self.side.tokens[at].key), ()))
