"""Whether a back-translation has the very words of the source that a finding is of, and none beside them.

What a wrong translation says, translated back, is like the source but for the words that are wrong: so not
how alike the two sentences are says that they agree, but whether those words stand there, in their order and
with the same small words between them. *She beat the champion* is not in *she was beaten by the champion*.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tui.alignment import AlignedPair, Bead
from tui.articles import Side, Span
from tui.comparison.witness.facing import Facing
from tui.comparison.witness.units import Unit
from tui.languages import Token, bare, function_words

_Mark = frozenset[str]
"""What a word is known by on both sides: it is the same as one with which it has a mark in common."""
_UNIT = "unit "
"""How the mark of a unit begins."""
_ANY = frozenset({"definite", "indefinite"})
"""The roles of words that come and go with no change of meaning."""
_LONGER = 2
"""So many times as many words are compared with some at most."""


_NEAR = 0.75
"""More than this has a place of two words that stand beside each other in the source, with one between."""


class Echo:
    """A bead's source beside its back-translation, word by word."""

    def __init__(self, face: Facing, pair: AlignedPair, bead: Bead) -> None:
        """`pair`: source and back-translation; `bead`: one of its beads, the units of which `face` has."""
        links = {i: j for i, j in face.links.items() if face.alike[i, j] >= 1}
        self.same = frozenset(links.values())
        """The units of the back-translation that the source has too."""
        self._here = tuple(_marked(pair, "source", bead, face.source, {i: i for i in links}))
        turned = {j: i for i, j in links.items()}
        self._there = [mark for _, mark in _marked(pair, "target", bead, face.back, turned)]

    def of(self, spans: Sequence[Span]) -> float | None:
        """How much of some words of the source the back-translation has in one place, and of that place
        those words: 0 to 1, 1 for the same words; None where they say nothing. Small words alone say it of
        what comes after them, which stands there, too.
        """
        inside = [any(span.start <= start < span.end for span in spans) for start, _ in self._here]
        ours = [mark for (_, mark), held in zip(self._here, inside, strict=True) if held]
        if not ours:
            return None
        found = _best(ours, self._there)
        if found == 1 and not any(_is_unit(mark) for mark in ours):
            last = len(inside) - inside[::-1].index(True)
            after = next((mark for _, mark in self._here[last:] if _is_unit(mark)), None)
            if after and _best([*ours, after], self._there) < _NEAR:
                return 0.0
        return found


def _marked(
    pair: AlignedPair, side: Side, bead: Bead, units: Sequence[Unit], numbers: Mapping[int, int]
) -> Iterator[tuple[int, _Mark]]:
    """The words of a side of a bead, of which a unit is one, that say something: where each starts, and its
    marks. `numbers`: by its place, what a unit is known by that the other side has too.
    """
    roles = function_words(pair.article(side).language)
    last = None
    for token in (token for index in bead.side(side) for token in pair.tokens[side][index]):
        at = next((at for at, unit in enumerate(units) if _within(token, unit.span)), None)
        if at is not None and at != last:
            yield (
                token.start,
                frozenset({f"{_UNIT}{side} {at}" if at not in numbers else f"{_UNIT}{numbers[at]}"}),
            )
        elif at is None and token.key[0].isalnum():
            does = roles.get(bare(token.key)) or frozenset({token.key})
            if not does <= _ANY:
                yield token.start, does
        last = at


def _is_unit(mark: _Mark) -> bool:
    return any(one.startswith(_UNIT) for one in mark)


def _within(token: Token, span: Span) -> bool:
    return span.start <= token.start < span.end


def _best(ours: Sequence[_Mark], theirs: Sequence[_Mark]) -> float:
    """How much the likest stretch of some words has in common with others, in order."""
    best = 0.0
    for start in range(len(theirs)):
        row = [0] * (len(ours) + 1)
        for length, other in enumerate(theirs[start : start + _LONGER * len(ours)], 1):
            above = row[:]
            for at, one in enumerate(ours):
                row[at + 1] = above[at] + 1 if one & other else max(above[at + 1], row[at])
            best = max(best, 2 * row[-1] / (len(ours) + length))
    return best
