"""What goes with what in two parts of a sentence: *wages rose in the north and fell in the south*.

A translation may put the parts in another order, or what a part says. It does not say of the one what is said
of the other: then each part has words that stand in both parts of the other side.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from msgspec import Struct

from tui.articles import SIDES
from tui.comparison.polarity import Ties, clause_end, sentence_end
from tui.comparison.roles.reading import Reading
from tui.comparison.rule import Rule

CROSSED = Rule(
    "parts-crossed", "role", "facts", "major",
    needs=frozenset({"roles"}), yields_to_touch=True,
    yields_to=frozenset({
        "roles-exchanged", "counts-exchanged", "ends-exchanged", "comparison-turned", "voice-turned",
        "events-turned", "persons-turned", "opposite-words",
    }),
)  # fmt: skip
CONVERTED = Rule(
    "relative-turned", "role", "facts", "major",
    needs=frozenset({"roles"}), yields_to_touch=True,
    yields_to=frozenset({
        "roles-exchanged", "ends-exchanged", "voice-turned", "events-turned", "parts-crossed", "persons-turned",
    }),
)  # fmt: skip

_APART = 2
"""So many parts farther, at most, stands the other one."""
_TWO, _THREE = 2, 3


_Cells = Mapping[tuple[int, int], Sequence[int]]
"""The linked words of the source by their part and that of their counterpart."""


class Crossed(Struct, frozen=True):
    """Words of two parts of the source of which each stands in both parts of the target."""

    first: tuple[int, int]
    """Two words that go together in the source."""
    second: tuple[int, int]
    """Two that go together in the other part: the counterpart of the one stands with that of `first[0]`."""
    least: float
    """How surely the least sure of the four has its counterpart: 0 to 1."""
    share: float
    """How much of both parts has: 0 to 1."""
    apart: bool
    """Whether anything stands between the two parts of a side."""
    guessed: bool
    """Whether one of the four is only the one that is left over."""


def crossed(ours: Reading, theirs: Reading, ties: Ties) -> Iterator[Crossed]:
    """The two parts that have most surely exchanged something, those of a sentence."""
    here, there = parts(ours), parts(theirs)
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for word, part in enumerate(here):
        other = ties.counterpart("source", word)
        if other is not None and _once(ours, word) and _once(theirs, other):
            cells[part, there[other]].append(word)
    near = product(_near({part for part, _ in cells}), _near({part for _, part in cells}))
    found = [
        one
        for pair, other in near
        if (one := _crossed((here, there), cells, ties, pair, other)) is not None
    ]
    if found and not _in_turn(ours) and not _in_turn(theirs):
        yield max(found, key=lambda one: (not one.guessed, one.least, one.share, -one.first[0]))


def parts(reading: Reading) -> list[int]:
    """In which part of its sentence each word stands: parts end at a mark and at what joins or breaks.

    The parts of another sentence are far away.
    """
    side, stops = reading.side, reading.rules.joins | reading.rules.breaks
    out: list[int] = []
    part, begun = 0, True
    for at, token in enumerate(side.tokens):
        between = side.between(at) if at else ""
        if sentence_end(between):
            part, begun = part + _APART + 1, True
        elif not begun and (clause_end(between) or token.key in stops):
            part, begun = part + 1, True
        out.append(part)
        begun = begun and token.key in stops
    return out


def _near(parts: Iterable[int]) -> list[tuple[int, int]]:
    """The parts of which one is near the other."""
    return [(one, other) for one, other in combinations(sorted(parts), 2) if other - one <= _APART]


def _crossed(
    parts: tuple[Sequence[int], Sequence[int]],
    cells: _Cells,
    ties: Ties,
    ours: tuple[int, int],
    theirs: tuple[int, int],
) -> Crossed | None:
    """What two parts of either side have exchanged: each has words of both parts of the other side. Of one
    that lacks the fourth the one word that is left over in either part may be each other's.
    """
    full = [cell for cell in product(ours, theirs) if cells.get(cell)]
    if len(full) < _THREE:
        return None
    best = {cell: max(cells[cell], key=lambda word: ties.strength("source", word)) for cell in full}
    least = min(ties.strength("source", word) for word in best.values())
    words = [word for word in ties.content("source", 0, len(parts[0]) - 1) if parts[0][word] in ours]
    if len(full) == _THREE:
        (lacking,) = set(product(ours, theirs)).difference(full)
        left = [
            [at for at in ties.content(side, 0, len(of) - 1) if of[at] == part and ties.counterpart(side, at) is None]
            for side, of, part in zip(SIDES, parts, lacking, strict=True)
        ]
        if [len(some) for some in left] != [1, 1]:
            return None
        best[lacking] = left[0][0]
    told = [best[cell] for cell in product(ours, theirs)]
    return Crossed(
        (told[0], told[1]),
        (told[2], told[3]),
        least,
        ties.share("source", words),
        ours[1] - ours[0] > 1 or theirs[1] - theirs[0] > 1,
        len(full) == _THREE,
    )


class Converted(Struct, frozen=True):
    """A verb that tells who is meant and another that tells what is so of them, each other's on the other
    side.
    """

    here: tuple[int, int]
    """The two verbs, in order."""
    there: tuple[int, int]
    least: float
    """How surely the less sure of the two has its counterpart: 0 to 1."""
    share: float
    """How much of what is said of them has: 0 to 1."""


def converted(here: Reading, there: Reading, ties: Ties) -> Iterator[Converted]:
    """The relative clause that has changed places with the clause around it: *who smoke cough*, *chi tossisce
    fuma*. `here`: the side whose verbs are known by their forms.
    """
    side = here.side.side
    for part in _told_of(here):
        linked = {word: other for word in part if (other := ties.counterpart(side, word)) is not None}
        verbs = [word for word in part if word in here.verbs]
        if len(verbs) != _TWO or not all(verb in linked for verb in verbs):
            continue
        for other in _told_of(there):
            first, second = (
                [back for word, back in linked.items() if back in other and (word < verbs[1]) is own]
                for own in (True, False)
            )
            if linked[verbs[0]] in first and linked[verbs[1]] in second and min(first) > max(second):
                words = ties.content(side, part.start, part.stop - 1)
                yield Converted(
                    (verbs[0], verbs[1]),
                    (linked[verbs[1]], linked[verbs[0]]),
                    min(ties.strength(side, verb) for verb in verbs),
                    len(first + second) / max(len(words), len(first + second)),
                )


def _told_of(reading: Reading) -> Iterator[range]:
    """What stands after each word that begins a relative clause, up to what ends the clause around it."""
    side, rules = reading.side, reading.rules
    opens = rules.relatives | rules.whoever
    for at, token in enumerate(side.tokens):
        if token.key not in opens:
            continue
        end = at + 1
        while end < len(side.tokens) and side.tokens[end].key not in rules.breaks | rules.joins:
            between = side.between(end)
            if clause_end(between) or sentence_end(between):
                break
            end += 1
        yield range(at + 1, end)


def _once(reading: Reading, word: int) -> bool:
    """Whether nothing else of its side has any of a word's forms."""
    forms = reading.side.forms
    return sum(not forms[word].isdisjoint(other) for other in forms) == 1


def _in_turn(reading: Reading) -> bool:
    """Whether a word says of two lists which belong together."""
    return any(token.key in reading.rules.in_turn for token in reading.side.tokens)
