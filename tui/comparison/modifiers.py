"""Small words that change a claim, said on one side only: *partly*, *voluntarily*, *already*.

A table holds them by kind in each language, with what else may carry them. A kind that a bead says more often
on one side than the other has words for is left out or put in, if the clause is the same otherwise. Where the
other side has another kind alone in the same place, one is said for the other: *at once*, *a poco a poco*.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from tui.alignment import AlignedPair, Bead
from tui.articles import SIDES, Side, Span, other_side
from tui.comparison.lone import missed
from tui.comparison.polarity import Stretch, Ties, asked_stretches, clause_around, clause_bounds, ties_of
from tui.comparison.rule import AS_READ, SOURCE, TARGET, Candidate, Family, Rule
from tui.languages import Phrases, tsv_table

_RULES: Mapping[Side, Rule] = {
    "source": Rule(
        "modifier-left-out", "omission", "missing", "major",
        needs=frozenset({"function-words"}), yields_to=frozenset({"facts"}),
    ),
    "target": Rule(
        "modifier-put-in", "addition", "missing", "major",
        needs=frozenset({"function-words"}), yields_to=frozenset({"facts"}),
    ),
}  # fmt: skip
_DIFFERS = Rule(
    "modifier-differs", "word", "words", "major",
    needs=frozenset({"function-words"}), yields_to=frozenset({"facts"}),
)  # fmt: skip
_PAIRED = "pair-"
"""How kinds begin that are told only where another is said for them: by itself each is often left out."""
_COMMENT = "stance-"
"""How kinds begin that only comment on what is said: *unfortunately*."""
_TIME = "time-"
"""How kinds begin that say when: languages leave more of them to the verb."""
_FOCUS = "focus-"
"""How kinds begin that a language often leaves to the order of words: *only*."""
_IDLE = "idle"
"""The kind of phrases in which a word of the table says something else, or nothing by itself: *let alone*,
*già da maggio*; it may carry its kind there all the same.
"""
_STOPS = ".!?:…\n"
"""Marks after which a capital says nothing."""
_FACING = 3
"""So far from where one word would stand on the other side another may be said for it."""
_NEAR = 3
"""Words to either side of where a word would stand in the other language that could carry it."""
_TAKEN = 0.8
"""So alike two words are each other's counterpart, whatever else either may stand for."""
_BESIDE = 4
"""Words of the clause that are shown to either side."""
_LONG = 60
"""Words of a side that is as long as it need be for anything to be said otherwise."""
_MODIFIERS = "words/modifiers.tsv"


def propose(pair: AlignedPair) -> Iterator[Candidate]:
    """The words of the table that one side of a bead has alone."""
    for bead, source, target in asked_stretches(pair):
        if all(_listed(side.language, own=True) for side in (source, target)):
            yield from _in_bead(pair, bead, {"source": source, "target": target})


FAMILY = Family("modifiers", (*_RULES.values(), _DIFFERS), propose, beside=True)


class _Alone(Struct, frozen=True):
    """A word of a kind that its side says more often than the other."""

    side: Side
    kind: str
    at: int
    """Its first word among those of its side."""
    end: int
    """The word after its last."""
    again: bool
    """Whether the other side says its kind, too, but not as often."""

    def span(self, sides: Mapping[Side, Stretch]) -> Span:
        """Where it stands."""
        tokens = sides[self.side].tokens
        return Span(tokens[self.at].start, tokens[self.end - 1].end)


def _in_bead(pair: AlignedPair, bead: Bead, sides: Mapping[Side, Stretch]) -> Iterator[Candidate]:
    said = {side: _kinds(sides[side], own=True) for side in SIDES}
    alone: dict[Side, list[_Alone]] = {side: [] for side in SIDES}
    ties: Ties | None = None
    for side in SIDES:
        there = _kinds(sides[other_side(side)], own=False) if said[side] else {}
        for kind, places in said[side].items():
            may_carry = there.get(kind, ())
            if len(places) <= len(may_carry):
                own = _kinds(sides[other_side(side)], own=True).get(kind, ())
                ties = ties or ties_of(sides["source"], sides["target"])
                may_carry = [
                    one for one in may_carry if one in own or not _is_taken(one, sides, side, places, ties)
                ]
            if len(places) > len(may_carry):
                ties = ties or ties_of(sides["source"], sides["target"])
                at, end = min(places, key=lambda one: (ties.strength(side, one[0]), one[0]))
                alone[side].append(_Alone(side, kind, at, end, again=bool(may_carry)))
    if ties is None:
        return
    for one, other in _facing(sides, alone, ties):
        alone["source"].remove(one)
        alone["target"].remove(other)
        yield _exchange(sides, one, other, ties)
    for word in (*alone["source"], *alone["target"]):
        if not word.kind.startswith(_PAIRED):
            found = _candidate(sides, word, ties)
            yield replace(found, questions=(missed(pair, bead, word.side, word.span(sides)),))


def _is_taken(
    place: tuple[int, int],
    sides: Mapping[Side, Stretch],
    side: Side,
    places: Sequence[tuple[int, int]],
    ties: Ties,
) -> bool:
    """Whether a word that may carry a kind surely stands for another word of a side than those that say it:
    *closed* for *chiusi* in *i porti chiusi*, where something happens behind closed doors, too.
    """
    at, end = place
    here, there = sides[side], sides[other_side(side)]
    other = ties.counterpart(there.side, at)
    if end > at + 1 or other is None or ties.strength(there.side, at) < _TAKEN:
        return False
    alike = [one for one, forms in enumerate(here.forms) if not forms.isdisjoint(here.forms[other])]
    others = [one for one in alike if not any(first <= one < last for first, last in places)]
    same = [one for one, forms in enumerate(there.forms) if not forms.isdisjoint(there.forms[at])]
    return len(others) >= len(same)


def _facing(
    sides: Mapping[Side, Stretch], alone: Mapping[Side, Sequence[_Alone]], ties: Ties
) -> list[tuple[_Alone, _Alone]]:
    """The words of either side that stand in each other's place, the nearest first, each in one pair.

    Not those that comment or belong to another word: these stand beside anything.
    """
    if not alone["source"] or not alone["target"]:
        return []
    due = {
        one: _due(sides, one, ties)
        for side in SIDES
        for one in alone[side]
        if not one.kind.startswith((_COMMENT, _FOCUS))
    }
    apart = sorted(
        (
            (min(abs(due[one] - other.at), abs(due[other] - one.at)), one, other)
            for one in alone["source"]
            for other in alone["target"]
            if one in due and other in due
        ),
        key=lambda found: (found[0], *((word.at, -word.end, word.kind) for word in found[1:])),
    )
    found: list[tuple[_Alone, _Alone]] = []
    for far, one, other in apart:
        if far <= _FACING and not any(one in two or other in two for two in found):
            found.append((one, other))
    return found


def _listed(language: str, *, own: bool) -> Phrases[str] | None:
    """The table's words of a language by kind: its `own`, or with those that may carry them; None without."""
    listed = _tables(language)["own" if own else "also"]
    return listed if listed.first else None


@cache
def _tables(language: str) -> Mapping[str, Phrases[str]]:
    columns = {"own": (language,), "also": (language, f"{language} also")}
    return Phrases.kept_together(
        f"phrases of modifiers {language}",
        lambda: {
            name: [
                (phrase.replace("-", " "), row["kind"])
                for row in tsv_table(_MODIFIERS)
                if name == "own" or row["kind"] != _IDLE
                for column in held
                for phrase in row.get(column, "").split()
            ]
            for name, held in columns.items()
        },
    )


def _kinds(side: Stretch, *, own: bool) -> dict[str, list[tuple[int, int]]]:
    """The kinds that a side says: the first word of each place and the one after its last."""
    listed = _listed(side.language, own=own)
    found: dict[str, list[tuple[int, int]]] = {}
    if listed is None:
        return found
    held = side.forms
    begun = listed.begun(held)
    keys = [frozenset((token.key,)) for token in side.tokens] if begun else []
    free = 0
    for at in begun:
        if at < free:
            continue  # da solo is no solo
        here = dict.fromkeys(listed.all_at(held, at))  # da sola is da solo, too
        longer = any(end > at + 1 for end, _ in here)
        written = listed.all_at(keys, at) if longer else ()  # di misura, not di misure
        idle = max((end for end, kind in here if kind == _IDLE), default=at)
        free = max(free, idle)
        for end, kind in here:
            if end <= idle or (end > at + 1 and (end, kind) not in written):
                continue
            if not any(_named(side, word) for word in range(at, end)):
                found.setdefault(kind, []).append((at, end))
                free = max(free, end)
    return found


def _named(side: Stretch, at: int) -> bool:
    """Whether a word is written with a capital inside a sentence."""
    token = side.tokens[at]
    if not at or not token.text[0].isupper():
        return False
    return not any(mark in side.between(at) for mark in _STOPS)


def _candidate(sides: Mapping[Side, Stretch], word: _Alone, ties: Ties) -> Candidate:
    """A word of a kind that one side has alone.

    Evidence, each 0 to 1: what `_evidence` says; `free`, whether a word that is no counterpart stands in its
    place there; `comment`, whether it only comments; `when`, whether it says when; `focus`, whether a
    language often leaves it to the order of words; `again`, whether the other side says it once, which may
    stand for both: *partly … and partly*; `lone`, whether nothing of its clause has a counterpart, so that
    all of that is left out. The encoder is asked how much more the sides say the same without it: `eased`, or
    less: `missed`.
    """
    side, here, there = word.side, sides[word.side], sides[other_side(word.side)]
    others = ties.content(there.side, 0, len(there.tokens))
    place = _due(sides, word, ties)
    text = word.span(sides).within(here.text)
    shown = clause_around(here, word.at, most=_BESIDE)
    evidence = _evidence(sides, word, ties)
    return Candidate(
        rule=_RULES[side],
        evidence={
            **evidence,
            "lone": float(not evidence["agrees"] and evidence["there"] > 0),
            "free": float(
                any(abs(one - place) <= _NEAR and not ties.strength(there.side, one) for one in others)
            ),
            "comment": float(word.kind.startswith(_COMMENT)),
            "when": float(word.kind.startswith(_TIME)),
            "focus": float(word.kind.startswith(_FOCUS)),
            "again": float(word.again),
        },
        source=(shown,) if side == "source" else (),
        target=(shown,) if side == "target" else (),
        source_value=text.lower() if side == "source" else None,
        target_value=text.lower() if side == "target" else None,
        message=f"Only the {AS_READ[side]} says “{text}”: {shown.within(here.text)}.",
    )


def _exchange(sides: Mapping[Side, Stretch], one: _Alone, other: _Alone, ties: Ties) -> Candidate:
    """A word of the source and one of another kind that the target says in its place.

    Evidence: what `_evidence` says of the two, where they part the one that speaks against a difference.
    """
    said = [_evidence(sides, word, ties) for word in (one, other)]
    worst: Mapping[str, Callable[[float, float], float]] = {"held": max, "long": max}
    spans = [word.span(sides) for word in (one, other)]
    texts = [span.within(sides[side].text) for span, side in zip(spans, SIDES, strict=True)]
    return Candidate(
        rule=_DIFFERS,
        evidence={name: worst.get(name, min)(said[0][name], said[1][name]) for name in said[0]},
        source=(spans[0],),
        target=(spans[1],),
        source_value=texts[0].lower(),
        target_value=texts[1].lower(),
        message=f"The {SOURCE} says “{texts[0]}”, the {TARGET} “{texts[1]}”.",
    )


def _evidence(sides: Mapping[Side, Stretch], word: _Alone, ties: Ties) -> dict[str, float]:
    """Of a word, each 0 to 1: `held`, how surely it has a counterpart all the same; `agrees`, how much of the
    clause around it is linked; `there`, how much of the words of the other side is; `long`, the length.
    """
    here, there = sides[word.side], sides[other_side(word.side)]
    return {
        "held": ties.strength(word.side, word.at),
        "agrees": ties.share(word.side, _clause(here, word, ties)),
        "there": ties.share(there.side, ties.content(there.side, 0, len(there.tokens))),
        "long": min(1.0, len(here.tokens) / _LONG),
    }


def _clause(here: Stretch, word: _Alone, ties: Ties) -> list[int]:
    """The words of content of the clause that it is said of: the one it stands in; where it is set off alone
    the one before it in its sentence, or after: *Notably, …*.
    """
    before, after = max(0, word.at - 1), min(word.end, len(here.tokens) - 1)
    begins = not word.at or any(mark in here.between(word.at) for mark in _STOPS)
    for of in (word.at, after, before) if begins else (word.at, before, after):
        words = [
            one for one in ties.content(here.side, *clause_bounds(here, of)) if not word.at <= one < word.end
        ]
        if words:
            return words
    return []


def _due(sides: Mapping[Side, Stretch], word: _Alone, ties: Ties) -> float:
    """Where a word would stand on the other side: beside the counterpart of its nearest linked neighbour."""
    here, there = sides[word.side], sides[other_side(word.side)]
    for near in sorted(_clause(here, word, ties), key=lambda one: abs(one - word.at)):
        other = ties.counterpart(word.side, near)
        if other is not None:
            return float(other)
    return word.at * len(there.tokens) / max(1, len(here.tokens))
