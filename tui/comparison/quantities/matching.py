"""From the facts of both sides to what has no equal: first inside a bead, then around it, then anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from msgspec import Struct

from tui.alignment import AlignedPair
from tui.articles import SIDES, Side, other_side
from tui.comparison.once import once_a_pair
from tui.comparison.quantities.equality import Likeness, commensurable, converts, likeness, same_unit
from tui.comparison.quantities.extract import read
from tui.comparison.quantities.fact import MARK, PERIOD, Fact, Reading, Strength
from tui.comparison.quantities.vocabulary import vocabulary

Rank = tuple[int, int, float]
"""Likeness or unlikeness, beads apart, apart in their beads: the smaller the better."""

_NEIGHBOURHOOD = 2
"""How many beads away an equal fact is still one that only moved."""


class Placed(Struct, frozen=True):
    """A fact, the bead it stands in and how far into the bead's side, 0 to 1."""

    fact: Fact
    bead: int
    place: float


class Match(Struct, frozen=True):
    """A source fact and the target fact that answers it, or what is left of either side alone."""

    source: Placed | None
    target: Placed | None
    likeness: Likeness
    elsewhere: bool = False
    """A single fact whose value the other side has near by, where it answers another mention."""
    vague: bool = False
    """A single fact where the other side counts without a number (*both*, *hundreds*), unanswered too."""

    @property
    def bead(self) -> int:
        """The bead in which it is told: the source's, where the source has the fact."""
        return next(item.bead for item in (self.source, self.target) if item is not None)


@once_a_pair
def matches(pair: AlignedPair) -> tuple[Match, ...]:
    """Every fact of both articles once, save those whose sentences have no counterpart."""
    return tuple(_matches(pair))


def _matches(pair: AlignedPair) -> Iterator[Match]:
    placed = {side: list(_placed(pair, side)) for side in SIDES}
    by_bead = {side: _by_bead(placed[side]) for side in SIDES}
    left: dict[Side, list[Placed]] = {"source": [], "target": []}
    for bead in sorted(by_bead["source"].keys() | by_bead["target"].keys()):
        source, target = by_bead["source"].get(bead, []), by_bead["target"].get(bead, [])
        found = _pair_off(source, target, Likeness.CONVERTED)
        yield from found
        left["source"] += _rest(source, (m.source for m in found))
        left["target"] += _rest(target, (m.target for m in found))
    moved = _around(left["source"], left["target"])
    left["source"] = _rest(left["source"], (m.source for m in moved))
    left["target"] = _rest(left["target"], (m.target for m in moved))
    yield from _differing(pair, left, placed)


def words_are_known(pair: AlignedPair) -> bool:
    """Whether both languages have their words of quantity listed."""
    return all(vocabulary(pair.article(side).language).has_words for side in SIDES)


def _placed(pair: AlignedPair, side: Side) -> Iterator[Placed]:
    article, bare = pair.article(side), not words_are_known(pair)
    beside = pair.article(other_side(side)).language
    before, paragraph = None, None
    for index, sentence in enumerate(article.sentences):
        bead = pair.alignment.bead_index(side, index)
        around = pair.alignment.beads[bead].side(side)
        start, end = article.sentences[around[0]].start, article.sentences[around[-1]].end
        if sentence.paragraph != paragraph:
            before, paragraph = None, sentence.paragraph
        facts, before = read(
            article.text,
            sentence.start,
            sentence.end,
            article.language,
            bare=bare,
            beside=beside,
            before=before,
        )
        for fact in facts:
            yield Placed(fact, bead, (fact.span.start - start) / max(1, end - start))


def _by_bead(placed: Iterable[Placed]) -> dict[int, list[Placed]]:
    out: dict[int, list[Placed]] = {}
    for item in placed:
        out.setdefault(item.bead, []).append(item)
    return out


def _pair_off(
    source: Sequence[Placed],
    target: Sequence[Placed],
    least: Likeness,
) -> list[Match]:
    """Pairs facts within reach that agree, the likest first and among equals the nearest in place."""
    candidates = [
        ((-like, abs(s.bead - t.bead), abs(s.place - t.place)), i, j)
        for i, s in enumerate(source)
        for j, t in enumerate(target)
        if _within_reach(s, t) and (like := likeness(s.fact, t.fact)) >= least
        if like > Likeness.CONVERTED or not (_said_in(source, s, t) or _said_in(target, t, s))
    ]
    return [Match(source[i], target[j], Likeness(-rank[0])) for rank, i, j in _each_once(candidates)]


def _said_in(siblings: Sequence[Placed], item: Placed, other: Placed) -> bool:
    """Whether the item's side says the same in the unit of the other: `200 grams (7 oz)`, `210 grammi`."""
    said, unit = item.fact.readings[0], other.fact.readings[0].unit
    return any(
        same_unit(sibling.fact.readings[0].unit, unit) and converts(sibling.fact.readings[0], said)
        for sibling in siblings
        if sibling.bead == item.bead and sibling is not item
    )


def _each_once(candidates: list[tuple[Rank, int, int]]) -> Iterator[tuple[Rank, int, int]]:
    """The best candidates, each source and each target fact taken once."""
    sources: set[int] = set()
    targets: set[int] = set()
    for rank, i, j in sorted(candidates):
        if i not in sources and j not in targets:
            sources.add(i)
            targets.add(j)
            yield rank, i, j


def _rest(items: Iterable[Placed], taken: Iterable[Placed | None]) -> list[Placed]:
    gone = {id(item) for item in taken}
    return [item for item in items if id(item) not in gone]


def _around(source: Sequence[Placed], target: Sequence[Placed]) -> list[Match]:
    """Facts that only moved: equal ones left over near by, or anywhere when the value is a telling one.

    Where a fact stands against a different one in its own bead, both must have moved, or neither has: a
    Tuesday made Wednesday is not excused by a Wednesday made Thursday next to it.
    """
    source = [s for s in source if s.fact.strength is Strength.STRONG]
    target = [t for t in target if t.fact.strength is Strength.STRONG]
    moved = [
        m for m in _pair_off(source, target, Likeness.LOOSE) if m.likeness >= Likeness.SAME or _beside(m)
    ]
    opposite = dict(_opposites(source, target))
    while True:
        gone = {id(item) for match in moved for item in (match.source, match.target)}
        kept = [m for m in moved if all(opposite.get(id(i), id(i)) in gone for i in (m.source, m.target))]
        if len(kept) == len(moved):
            return kept
        moved = kept


def _beside(match: Match) -> bool:
    """Whether two facts of which one says less stand near by and have a telling value: *88*, *88 anni*."""
    one, other = match.source, match.target
    if one is None or other is None or abs(one.bead - other.bead) > _NEIGHBOURHOOD:
        return False
    return _telling(one.fact) and _telling(other.fact)


def _opposites(source: Sequence[Placed], target: Sequence[Placed]) -> Iterator[tuple[int, int]]:
    """The facts that would be paired as changed if nothing had moved, both ways round."""
    ours, theirs = _by_bead(source), _by_bead(target)
    for bead in ours.keys() & theirs.keys():
        for match in _oppose(ours[bead], theirs[bead]):
            yield id(match.source), id(match.target)
            yield id(match.target), id(match.source)


def _within_reach(one: Placed, other: Placed) -> bool:
    return abs(one.bead - other.bead) <= _NEIGHBOURHOOD or _telling(one.fact)


def _telling(fact: Fact) -> bool:
    """Whether a value is rare enough that its equal far away is the same fact."""
    reading = fact.readings[0]
    return bool(reading.unit) or reading.value >= 13 or reading.value.denominator > 1


def _differing(
    pair: AlignedPair, left: dict[Side, list[Placed]], placed: dict[Side, list[Placed]]
) -> Iterator[Match]:
    source, target = _by_bead(left["source"]), _by_bead(left["target"])
    everywhere = {side: _by_bead(placed[side]) for side in SIDES}
    for bead in sorted(source.keys() | target.keys()):
        if not (pair.alignment.beads[bead].source and pair.alignment.beads[bead].target):
            continue
        ours = [s for s in source.get(bead, []) if not _stays(pair, s, "source", "target")]
        theirs = [t for t in target.get(bead, []) if not _stays(pair, t, "target", "source")]
        ours, theirs = _without_shares(ours, theirs)
        found = _oppose(ours, theirs)
        yield from found
        for item in _rest(ours, (m.source for m in found)):
            if not _is_part(item, everywhere["target"].get(bead, ())):
                said_twice = _converted(item, everywhere["source"][bead])
                yield Match(item, None, said_twice, _near(item, everywhere["target"]), _vague(theirs, found))
        for item in _rest(theirs, (m.target for m in found)):
            if not _is_part(item, everywhere["source"].get(bead, ())):
                said_twice = _converted(item, everywhere["target"][bead])
                yield Match(None, item, said_twice, _near(item, everywhere["source"]), _vague(ours, found))


def _stays(pair: AlignedPair, item: Placed, side: Side, other: Side) -> bool:
    """Whether a word with a capital stands unchanged in the other text: part of a name (*Holding Four*)."""
    word = item.fact.span.within(pair.article(side).text)
    if not word[:1].isupper() or not word.isalpha():
        return False
    article = pair.article(other)
    sentences = pair.alignment.beads[item.bead].side(other)
    return any(word in re.findall(r"\w+", article.sentence_text(index)) for index in sentences)


def _converted(item: Placed, beside: Sequence[Placed]) -> Likeness:
    """CONVERTED when its own side says the same in other units: `30 metres (100 feet)`."""
    told = any(converts(item.fact.readings[0], other.fact.readings[0]) for other in beside)
    return Likeness.CONVERTED if told else Likeness.NONE


def _is_part(item: Placed, beside: Sequence[Placed]) -> bool:
    """Whether the other side says a fact within a longer one."""
    return _within_a_date(item, beside) or _within_a_period(item, beside)


def _within_a_date(item: Placed, beside: Sequence[Placed]) -> bool:
    """Whether the other side says a year, a month or a day in a figure date: `9 May 1961`, `9/5/1961`."""
    if item.fact.kind != "date":
        return False
    said = item.fact.readings[0]
    for date in (r for other in beside for r in other.fact.readings if r.unit in ("date", "month-year")):
        year, month_day = divmod(date.value, 10000 if date.unit == "date" else 100)
        month = month_day // 100 if date.unit == "date" else month_day
        whole = {"": year, "month-name": month, "month-day": month_day, "short-year": year % 100}
        if whole.get(said.unit) == said.value:
            return True
    return False


_PERIODS = {Fraction(3): "quarter", Fraction(6): "semester"}
"""What so many months in a row are called."""


def _within_a_period(item: Placed, beside: Sequence[Placed]) -> bool:
    """Whether the other side calls some months by their name: `the first six months`, `il primo semestre`."""
    said = item.fact.readings[0]
    named = _PERIODS.get(said.value) if said.unit == "month" else None
    return named is not None and any(
        reading.unit == named for other in beside for reading in other.fact.readings
    )


def _without_shares(ours: list[Placed], theirs: list[Placed]) -> tuple[list[Placed], list[Placed]]:
    """Leaves out a share that the other side says in two numbers: `9/10` or `90%`, `nine out of
    ten`; and a ratio: `2:1`, `due a uno`.
    """
    gone: list[Placed] = []
    for these, others in ((ours, theirs), (theirs, ours)):
        for item in these:
            counted = [o for o in others if o not in gone and o.fact.readings[0].unit == ""]
            parts = next((two for two in pairwise(counted) if _says(item.fact.readings[0], *two)), None)
            if parts is not None:
                gone += [item, *parts]
    return _rest(ours, gone), _rest(theirs, gone)


_WHOLE = {"fraction": 1, "percent": 100}
"""What the whole is of which a share is told."""
_ROUNDED = Fraction(1, 200)
"""A third may be told as 33 per cent."""


def _says(one: Reading, first: Placed, second: Placed) -> bool:
    """Whether two numbers say together what one reading says: a share, or a ratio (`2:1`)."""
    a, b = first.fact.readings[0].value, second.fact.readings[0].value
    if one.unit == "code":
        return one.text in (f"{a}:{b}", f"{a}/{b}")  # 7/2, sette a due
    whole = _WHOLE.get(one.unit)
    if whole is None:
        return False
    share = one.value / whole
    return 0 < a < b and abs(a / b - share) <= (_ROUNDED if share.denominator > 1 else 0)


def _vague(others: Sequence[Placed], found: Sequence[Match]) -> bool:
    left = _rest(others, (item for match in found for item in (match.source, match.target)))
    return any(item.fact.strength < Strength.STRONG for item in left)


def _near(item: Placed, others: dict[int, list[Placed]]) -> bool:
    around = range(item.bead - _NEIGHBOURHOOD, item.bead + _NEIGHBOURHOOD + 1)
    return any(
        likeness(item.fact, other.fact) >= Likeness.SAME for bead in around for other in others.get(bead, ())
    )


def _oppose(source: Sequence[Placed], target: Sequence[Placed]) -> list[Match]:
    """Pairs what is left in one bead, like with like: `12 against 21`."""
    candidates = [
        ((unlike, 0, abs(s.place - t.place)), i, j)
        for i, s in enumerate(source)
        for j, t in enumerate(target)
        if (unlike := _unlikeness(s.fact, t.fact)) is not None
    ]
    return [Match(source[i], target[j], Likeness.NONE) for _, i, j in _each_once(candidates)]


_FAMILIES = {
    "weekday": "weekday",
    "season": "season",
    "round": "round",
    "times": "times",
    "month-name": "month",
    "month-day": "month",
    "date": "month",
    "month-year": "month",
    "clock": "clock",
    "relative-day": "relative day",
    "relative-week": "relative time",
    "relative-month": "relative time",
    "relative-year": "relative time",
}


def _may_differ(one: Fact, other: Fact) -> bool:
    """Whether two facts say enough, or are enough of one kind, for a change of one into the other."""
    if MARK in (one.rule, other.rule):
        return False
    less, more = sorted((one.strength, other.strength))
    named = PERIOD in (one.rule, other.rule)
    if named and not commensurable(one.readings[0].unit, other.readings[0].unit):
        return False
    a, b = one.readings[0], other.readings[0]
    if _multiplies(one) and _multiplies(other):  # a thousandfold, cento volte
        return True
    if a.unit == b.unit and a.unit in ("times", "month-day"):  # doubled, triplicati; Christmas, 24 dicembre
        return True
    if less is Strength.FILLER:
        fractions = a.unit == b.unit == "fraction" and more >= Strength.SOFT  # half, un terzo
        multiples = more is less and a.unit == b.unit == "" and min(a.value, b.value) > 1  # a duo, il trio
        return fractions or multiples
    if less is Strength.SHADOW and not (one.ordinal == other.ordinal and commensurable(a.unit, b.unit)):
        return False
    ordinals = one.ordinal and other.ordinal  # second, terzo
    halves = bool(a.unit) and same_unit(a.unit, b.unit) and more >= Strength.SOFT  # half a point, un punto
    return ordinals or halves or less + more >= Strength.SHADOW + Strength.STRONG


def _multiplies(fact: Fact) -> bool:
    """Whether a fact says how many times."""
    return any(reading.unit == "times" for reading in fact.readings)


def _unlikeness(one: Fact, other: Fact) -> int | None:
    """How unlike two facts are that may be one changed into the other; None when they cannot be."""
    if not _may_differ(one, other):
        return None
    a, b = one.readings[0], other.readings[0]
    first, second = _FAMILIES.get(a.unit, "number"), _FAMILIES.get(b.unit, "number")
    if ("/" in a.text or "/" in b.text) and a.unit != b.unit:  # a law is not exchanged for a year
        return None
    if a.value == b.value and first == second == "number":
        return 0  # only the unit differs
    if same_unit(a.unit, b.unit) or (_multiplies(one) and _multiplies(other)):
        return 1
    if first == second:
        return 2 if one.kind == other.kind else 3
    if {first, second} == {"number", "clock"} or (
        {first, second} == {"number", "month"} and "month-day" in (a.unit, b.unit)
    ):
        return 4
    return None
