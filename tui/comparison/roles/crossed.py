"""What goes with what in two parts of a sentence: *wages rose in the north and fell in the south*.

A translation may put the parts in another order, or what a part says. It does not say of the one what is said
of the other: then each part has words that stand in both parts of the other side.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import combinations, product
from statistics import fmean

from msgspec import Struct

from tui.articles import SIDES, Side, Span
from tui.comparison.polarity import Ties, clause_end, nearness, sentence_end
from tui.comparison.roles.reading import Reading
from tui.comparison.rule import SOURCE, TARGET, Candidate, Rule
from tui.languages import bare, function_words

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
        "roles-exchanged", "ends-exchanged", "voice-turned", "events-turned", "parts-crossed",
        "persons-turned",
    }),
)  # fmt: skip

_SAYS = frozenset({
    "now", "then", "here", "there", "all", "some", "many", "most", "few", "no", "nobody", "never",
    "always", "often",
})  # fmt: skip
"""The roles of small words that are linked where each side has one of them."""
_SURE = 0.85
"""How surely they are."""
_LEAST = 0.6
"""How surely each of the four has its counterpart at least."""
_LONG = 60
"""Words of a side that is as long as it need be for anything to be said otherwise."""
_APART = 2
"""So many parts farther, at most, stands the other one."""
_TWO, _THREE = 2, 3


_Linked = Mapping[int, tuple[int, float]]
"""The words of the source whose counterpart is known: which that is, and how surely."""
_Cells = Mapping[tuple[int, int], Sequence[int]]
"""The linked words of the source by their part and that of their counterpart."""


class Crossed(Struct, frozen=True):
    """Words of two parts of the source of which each stands in both parts of the target."""

    here: tuple[int, int]
    """Two words that go together in the source."""
    there: tuple[int, int]
    """The counterpart of the first of them, and what it goes with in the target."""
    least: float
    """How surely the least sure of the four has its counterpart: 0 to 1."""
    share: float
    """How much of both parts has: 0 to 1."""
    joined: float
    """On how many sides a word joins the second part to what is before it, as a part of both."""
    even: float
    """How alike both parts are in length: 0 to 1."""
    apart: bool
    """Whether anything stands between the two parts of a side."""
    guessed: bool
    """Whether one of the four is only the one that is left over."""
    alike: float
    """How near in meaning those are that have changed places, or what they stand with: 0 to 1."""


def parts_crossed(ours: Reading, theirs: Reading, ties: Ties) -> Iterator[Candidate]:
    """The two parts of a bead that have most surely exchanged something."""
    here, there = parts(ours), parts(theirs)
    if min(len(set(here)), len(set(there))) < _TWO:
        return
    linked = _linked(ours, theirs, ties)
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for word, (other, _) in linked.items():
        cells[here[word], there[other]].append(word)
    near = product(_near({part for part, _ in cells}), _near({part for _, part in cells}))
    joined = _joined(ours, here), _joined(theirs, there)
    found = [
        one
        for pair, other in near
        if (one := _crossed((here, there), joined, cells, ties, linked, pair, other)) is not None
    ]
    if found and not _in_turn(ours) and not _in_turn(theirs):
        best = max(found, key=lambda one: (not one.guessed, one.least, one.share, -one.here[0]))
        yield _of_parts(ours, theirs, best)


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


def _joined(reading: Reading, parts: Sequence[int]) -> frozenset[int]:
    """The parts at the head of which a word joins them to what is before."""
    joins = reading.rules.joins | reading.rules.contrasts
    return frozenset(
        part
        for at, part in enumerate(parts)
        if (not at or parts[at - 1] != part) and reading.side.tokens[at].key in joins
    )


def _near(parts: Iterable[int]) -> list[tuple[int, int]]:
    """The parts of which one is near the other."""
    return [(one, other) for one, other in combinations(sorted(parts), 2) if other - one <= _APART]


def _crossed(
    parts: tuple[Sequence[int], Sequence[int]],
    joined: tuple[Set[int], Set[int]],
    cells: _Cells,
    ties: Ties,
    linked: _Linked,
    ours: tuple[int, int],
    theirs: tuple[int, int],
) -> Crossed | None:
    """What two parts of either side have exchanged: each has words of both parts of the other side. Of one
    that lacks the fourth the one word that is left over in either part may be each other's.
    """
    full = [cell for cell in product(ours, theirs) if cells.get(cell)]
    coordinate = sum(two[1] in heads for two, heads in zip((ours, theirs), joined, strict=True)) / 2
    if len(full) < _THREE or coordinate not in (0, 1) or (len(full) == _THREE and not coordinate):
        return None
    content = {*ties.content("source", 0, len(parts[0]) - 1), *linked}
    held = [[word for word in content if parts[0][word] == part] for part in ours]
    four = {
        cell: (word := max(cells[cell], key=lambda word: linked[word][1]), linked[word][0]) for cell in full
    }
    least = min(linked[word][1] for word, _ in four.values())
    if len(full) == _THREE:
        (lacking,) = set(product(ours, theirs)).difference(full)
        left = [
            [
                at
                for at in ties.content(side, 0, len(of) - 1)
                if of[at] == part and ties.counterpart(side, at) is None
            ]
            for side, of, part in zip(SIDES, parts, lacking, strict=True)
        ]
        if [len(some) for some in left] != [1, 1]:
            return None
        four[lacking] = left[0][0], left[1][0]
    told, there = zip(*(four[cell] for cell in product(ours, theirs)), strict=True)
    if least < _LEAST or not (_in_one_order(told, (0, 1, 3, 2)) and _in_one_order(there, (0, 2, 3, 1))):
        return None
    keys = [ties.source.tokens[word].key for word in told]
    alike = nearness(keys[:2], ties.source.language, keys[:1:-1], ties.source.language)
    return Crossed(
        (told[0], told[1]),
        (there[0], there[2]),
        least,
        fmean(
            linked[word][1] if word in linked else ties.strength("source", word) for word in held[0] + held[1]
        ),
        coordinate,
        min(map(len, held)) / max(map(len, held)),
        ours[1] - ours[0] > 1 or theirs[1] - theirs[0] > 1,
        len(full) == _THREE,
        max(float(alike[0, 0]), float(alike[1, 1])),
    )


def _in_one_order(words: Sequence[int], of: tuple[int, int, int, int]) -> bool:
    """Whether of two words that go together and two others the same one stands first: what is said in one way
    of two may be exchanged, not a word that both have and one of them.
    """
    one, two, other, another = (words[at] for at in of)
    return (one < two) == (other < another)


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


def relative_turned(here: Reading, there: Reading, ties: Ties) -> Iterator[Candidate]:
    """The relative clause that has changed places with the clause around it: *who smoke cough*, *chi tossisce
    fuma*. `here`: the side whose verbs are known by their forms.
    """
    side = here.side.side
    for part in _told_of(here):
        linked = {word: other for word in part if (other := ties.counterpart(side, word)) is not None}
        verbs = [word for word in part if word in here.verbs]
        if len(verbs) != _TWO or not all(verb in linked for verb in verbs):
            continue
        for place in _told_of(there):
            first, second = (
                [back for word, back in linked.items() if back in place and (word < verbs[1]) is own]
                for own in (True, False)
            )
            if linked[verbs[0]] in first and linked[verbs[1]] in second and min(first) > max(second):
                words = ties.content(side, part.start, part.stop - 1)
                told = Converted(
                    (verbs[0], verbs[1]),
                    (linked[verbs[1]], linked[verbs[0]]),
                    min(ties.strength(side, verb) for verb in verbs),
                    len(first + second) / max(len(words), len(first + second)),
                )
                yield _of_relative(here, there, told)


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


def _linked(ours: Reading, theirs: Reading, ties: Ties) -> _Linked:
    """Words that stand on either side once, with their counterpart."""
    here, there = _once(ours), _once(theirs)
    found = {
        word: (other, ties.strength("source", word))
        for word in ties.content("source", 0, len(ours.side.tokens) - 1)
        if (other := ties.counterpart("source", word)) is not None and word in here and other in there
    }
    small = [_small(reading) for reading in (ours, theirs)]
    for role in small[0].keys() & small[1].keys():
        (one, *more), (other, *others) = small[0][role], small[1][role]
        if not more and not others:
            found[one] = other, _SURE
    return found


def _small(reading: Reading) -> Mapping[str, Sequence[int]]:
    """The small words of a side by their role."""
    roles = function_words(reading.side.language)
    found: dict[str, list[int]] = defaultdict(list)
    for at, token in enumerate(reading.side.tokens):
        for role in _SAYS & roles.get(bare(token.key), frozenset()):
            found[role].append(at)
    return found


def _once(reading: Reading) -> frozenset[int]:
    """The words of which nothing else of their side has any form."""
    times = Counter(form for forms in reading.side.forms for form in forms)
    return frozenset(
        at for at, forms in enumerate(reading.side.forms) if forms and all(times[form] == 1 for form in forms)
    )


def _in_turn(reading: Reading) -> bool:
    """Whether a word says of two lists which belong together."""
    return any(token.key in reading.rules.in_turn for token in reading.side.tokens)


def _of_parts(ours: Reading, theirs: Reading, found: Crossed) -> Candidate:
    """Words that go together in the source and apart in the target.

    Evidence, each 0 to 1: `crossed-least`, how surely the least sure of the four has its counterpart;
    `crossed-share`, how much of both parts has; `crossed-joined`, on how many sides a word joins the two;
    `crossed-even`, how alike they are in length; `crossed-apart`, whether anything stands between them;
    `crossed-guessed`, whether one of the four is only left over; `crossed-alike`, how near in meaning those
    are that have changed places; `crossed-long`, how long the source is.
    """
    spans, text = [], []
    for reading, words in ((ours, found.here), (theirs, found.there)):
        side, places = reading.side, sorted(words)
        spans.append(Span(side.tokens[places[0]].start, side.tokens[places[-1]].end))
        text.append([side.tokens[word].text for word in places])
    said = [f"“{' … '.join(words)}”" for words in text]
    return Candidate(
        rule=CROSSED,
        evidence={
            "crossed-least": found.least,
            "crossed-share": found.share,
            "crossed-joined": found.joined,
            "crossed-even": round(found.even, 3),
            "crossed-apart": float(found.apart),
            "crossed-guessed": float(found.guessed),
            "crossed-alike": round(found.alike, 3),
            "crossed-long": min(1.0, len(ours.side.tokens) / _LONG),
        },
        source=(spans[0],), target=(spans[1],),
        source_value=" ".join(text[0]).lower(), target_value=" ".join(text[1]).lower(),
        message=f"Other words go together: {said[0]} in the {SOURCE}, {said[1]} in the {TARGET}.",
    )  # fmt: skip


def _of_relative(here: Reading, there: Reading, found: Converted) -> Candidate:
    """What tells who is meant on one side and what is so of them on the other.

    Evidence, each 0 to 1: `converted-least`, how surely the less sure of the verbs has its counterpart;
    `converted-share`, how much of what is said has.
    """
    spans: dict[Side, Span] = {}
    text: dict[Side, str] = {}
    for reading, verbs in ((here, found.here), (there, found.there)):
        first, second = (reading.side.tokens[verb] for verb in verbs)
        spans[reading.side.side] = Span(first.start, second.end)
        text[reading.side.side] = f"{first.text} … {second.text}"
    return Candidate(
        rule=CONVERTED,
        evidence={"converted-least": found.least, "converted-share": found.share},
        source=(spans["source"],), target=(spans["target"],),
        source_value=text["source"].lower(), target_value=text["target"].lower(),
        message="What tells who is meant and what is said of them have changed places: "
        f"“{text['source']}” in the {SOURCE}, “{text['target']}” in the {TARGET}.",
    )  # fmt: skip
