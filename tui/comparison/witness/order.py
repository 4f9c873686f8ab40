"""Who stands first: two of a sentence's units that its back-translation has the other way round.

*The council sued the firm* and *the firm sued the council* have every word in common. Moving a phrase to
another place leaves the order inside it and inside the rest alone; only an exchange around something that
stays between them turns three units round. The passive does so too: it shows in the little words between.

A word that joins (*before*, *because*, *than*) may change what it joins with what it joins that to, wherever
either stands: *they complain before they break*, *they break before they complain*.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from tui.alignment import AlignedPair, Bead
from tui.articles import SIDES, Side
from tui.comparison.polarity import clause_end, stretches
from tui.comparison.quantities import Fact
from tui.comparison.tense import Reader
from tui.comparison.witness.differences import Difference
from tui.comparison.witness.facing import Facing
from tui.comparison.witness.hearing import Heard
from tui.comparison.witness.said import Said
from tui.comparison.witness.units import Unit
from tui.languages import bare, function_words, tokenize, word_list

_NEAR = 6
"""So many units two that are exchanged may lie apart."""
_ANY = frozenset({"definite", "indefinite"})
"""The roles of words that come and go with no change of meaning."""

_JOINING = frozenset("-‐–'’‘\"“”«»")
"""Marks that stand inside a compound."""
_EQUAL = 0.75
"""How much of a bead at least has its counterpart where what a word joins was exchanged."""


def exchanges(heard: Mapping[int, Heard], what: Said, common: float) -> Iterator[Difference]:
    """Two units that stand the other way round, of each bead at most those that lie nearest, or those that a
    word joins.

    `common`: what lacks a counterpart in most beads.

    Evidence: `order-equal`, `order-usual`: how much of the bead has a counterpart, and lacks one in most;
    `order-voice`: how many of the little words between the two differ; `order-wide`: how far they lie apart;
    `order-exact`: how many of the units are the same words; `order-joint`: whether a word joins them;
    `order-compound`: whether either side has them in one compound; `order-kept`: whether the target has all
    of them in the source's order, so that the translator exchanged them; `order-joint`: whether a word joins
    them; `order-verb`: whether a verb stands between them that tells a time.
    """
    verbs = {side: frozenset(_verbs(what.pair, side)) for side in SIDES}
    for number, one in heard.items():
        face = one.face
        joined = next(_joined(face, what.pair, what.pair.alignment.beads[number]), None)
        found = joined or _turned(face)
        if found is None:
            continue
        ends = found[0], found[-1]
        back = face.links[ends[1]], face.links[ends[0]]
        voice, wide = 0.0, 0.0
        if not joined:
            voice = _voice(what.pair, face.source, ends, face.back, back)
            wide = min(1.0, (_width(face, *ends) - 2) / (_NEAR - 2))
        yield Difference(
            number,
            tuple(face.source[i].span for i in ends),
            tuple(face.back[j].span for j in back),
            one.in_target(back),
            {
                "order-equal": face.equal,
                "order-usual": common,
                "order-voice": voice,
                "order-wide": wide,
                "order-exact": sum(float(face.alike[i, face.links[i]]) >= 1 for i in found) / len(found),
                "order-compound": float(
                    not joined and _is_compound(what.pair, (face.source, face.back), (ends, back), verbs)
                ),
                "order-kept": float(not joined and _kept(one, found)),
                "order-joint": float(joined is not None),
                "order-verb": float(
                    all(
                        face.source[i].span.start in verbs["source"]
                        and face.back[face.links[i]].span.start in verbs["target"]
                        for i in found[1:-1]
                    )
                    and not joined
                ),
            },
        )


def _verbs(pair: AlignedPair, side: Side) -> Iterator[int]:
    """Where each verb of a side that tells a time begins."""
    for both in stretches(pair):
        here = both[SIDES.index(side)]
        if (reader := Reader.of(here)) is not None:
            yield from (here.tokens[at].start for at in reader.told)


def _is_compound(
    pair: AlignedPair,
    units: tuple[Sequence[Unit], Sequence[Unit]],
    ends: tuple[tuple[int, int], tuple[int, int]],
    verbs: Mapping[Side, frozenset[int]],
) -> bool:
    """Whether either side has two units in one compound, which the other takes apart from its end: *system
    provided groups*, *groups provided by the system*.
    """
    between = [
        tokenize(article.text, held[first].span.end, held[last].span.start)
        for article, held, (first, last) in zip((pair.source, pair.target), units, ends, strict=True)
    ]
    roles = function_words(pair.source.language)
    small = [[roles[key] for token in tokens if (key := bare(token.key)) in roles] for tokens in between]
    told = [
        any(token.start in verbs[side] for token in tokens)
        for side, tokens in zip(SIDES, between, strict=True)
    ]
    return any(
        not small[side]
        and all(token.key[0].isalnum() or token.text in _JOINING for token in between[side])
        and (not told[side] or any(not does & _ANY for does in small[1 - side]))
        for side in (0, 1)
    )


def _kept(heard: Heard, found: Sequence[int]) -> bool:
    """Whether the target has the words of some units of the source one after the other, as the source has."""
    places = [heard.word(heard.face.links[at]) for at in found]
    known = [place for place in places if place is not None]
    return len(known) == len(places) and all(one < other for one, other in pairwise(known))


def _width(face: Facing, first: int, last: int) -> int:
    return max(last - first, face.links[first] - face.links[last])


def _turned(face: Facing) -> tuple[int, ...] | None:
    """Three units of the source that stand the other way round there, the nearest ones; the outer two are not
    the same word.
    """
    found = sorted(
        (_width(face, a, c), (a, b, c))
        for a, b, c in combinations(sorted(face.links), 3)
        if c - a <= _NEAR
        and face.links[a] > face.links[b] > face.links[c]
        and not (_is_time(face.source[a]) or _is_time(face.source[c]))
        and float(face.alike[a, face.links[c]]) < 1
    )
    return found[0][1] if found else None


def _joined(face: Facing, pair: AlignedPair, bead: Bead) -> Iterator[tuple[int, int]]:
    """What a word joins in the source and what it joins there, each having the other's part; an exchange
    leaves the rest as it is.
    """
    if face.equal < _EQUAL:
        return
    turned = {j: i for i, j in face.links.items()}
    ours, theirs = _joints(pair, "source", bead), _joints(pair, "target", bead)
    for key, here in ours.items():
        there = theirs.get(key)
        first, second = _after(face.source, here), _after(face.back, there)
        if first not in face.links or second not in turned or there is None:
            continue
        other, back = turned[second], face.links[first]
        if _apart(face.source, here, first, other, pair.source.text) and _apart(
            face.back, there, second, back, pair.target.text
        ):
            yield (first, other) if first < other else (other, first)


def _joints(pair: AlignedPair, side: Side, bead: Bead) -> dict[str, int]:
    """The words of a side that join, each with where it ends; none that stands there twice."""
    listed = word_list(pair.article(side).language, "joints")
    tokens = [token for index in bead.side(side) for token in pair.tokens[side][index] if token.key in listed]
    keys = [token.key for token in tokens]
    return {token.key: token.end for token in tokens if keys.count(token.key) == 1}


def _after(units: Sequence[Unit], place: int | None) -> int | None:
    """The first unit after a place."""
    if place is None:
        return None
    return next((at for at, unit in enumerate(units) if unit.span.start >= place), None)


def _apart(units: Sequence[Unit], joint: int, joins: int, other: int, text: str) -> bool:
    """Whether another unit does not belong to what a word joins that ends at a place: it stands before that,
    or in another clause.
    """
    start = units[other].span.start
    return start < joint or clause_end(text[units[joins].span.end : start])


def _is_time(unit: Unit) -> bool:
    """Whether it says when: that stands anywhere in a sentence."""
    return isinstance(unit, Fact) and unit.kind in ("date", "time")


def _voice(
    pair: AlignedPair,
    source: Sequence[Unit],
    ours: tuple[int, int],
    back: Sequence[Unit],
    theirs: tuple[int, int],
) -> float:
    """How many function words between two units of either side do nothing that one of the other side does."""
    sides = [
        _between(article.text, held[first], held[last], article.language)
        for article, held, (first, last) in ((pair.source, source, ours), (pair.target, back, theirs))
    ]
    lone = [not any(does & other for other in there) for here, there in (sides, sides[::-1]) for does in here]
    return min(1.0, (sum(lone) / 2) ** 2)


def _between(text: str, first: Unit, last: Unit, language: str) -> list[frozenset[str]]:
    roles = function_words(language)
    tokens = tokenize(text, first.span.end, last.span.start)
    found = (roles.get(bare(token.key), frozenset()) for token in tokens)
    return [does for does in found if does and not does & _ANY]
