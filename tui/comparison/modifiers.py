"""Small words that change a claim, said on one side only: *partly*, *voluntarily*, *already*.

A table holds them by kind in each language, with what else may carry them. A kind that a bead says more often
on one side than the other has words for is left out or put in, if the clause is the same otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from tui.alignment import AlignedPair, Bead
from tui.articles import SIDES, Side, Span, other_side
from tui.comparison.lone import missed
from tui.comparison.polarity import Stretch, Ties, clause_around, clause_bounds, stretches_of_beads, ties_of
from tui.comparison.rule import Candidate, Family, Rule
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
_COMMENT = "stance-"
"""How kinds begin that only comment on what is said: *unfortunately*."""
_TIME = "time-"
"""How kinds begin that say when: languages leave more of them to the verb."""
_FOCUS = "focus-"
"""How kinds begin that a language often leaves to the order of words: *only*."""
_STOPS = ".!?:…\n"
"""Marks after which a capital says nothing."""
_NEAR = 3
"""Words to either side of where a word would stand in the other language that could carry it."""
_BESIDE = 4
"""Words of the clause that are shown to either side."""
_LONG = 60
"""Words of a side that is as long as it need be for anything to be said otherwise."""
_MODIFIERS = "words/modifiers.tsv"


def propose(pair: AlignedPair) -> Iterator[Candidate]:
    """The words of the table that one side of a bead has alone."""
    for bead, source, target in stretches_of_beads(pair):
        if all(_listed(side.language, own=True) for side in (source, target)):
            yield from _in_bead(pair, bead, {"source": source, "target": target})


FAMILY = Family("modifiers", tuple(_RULES.values()), propose)


def _in_bead(pair: AlignedPair, bead: Bead, sides: Mapping[Side, Stretch]) -> Iterator[Candidate]:
    said = {side: _kinds(sides[side], own=True) for side in SIDES}
    ties: Ties | None = None
    for side in SIDES:
        there = _kinds(sides[other_side(side)], own=False) if said[side] else {}
        for kind, places in said[side].items():
            if len(places) > len(there.get(kind, ())):
                ties = ties or ties_of(sides["source"], sides["target"])
                at, end = min(places, key=lambda one: (ties.strength(side, one[0]), one[0]))
                words = Span(sides[side].tokens[at].start, sides[side].tokens[end - 1].end)
                found = _candidate(sides, side, kind, (at, end), ties)
                yield replace(found, questions=(missed(pair, bead, side, words),))


@cache
def _listed(language: str, *, own: bool) -> Phrases[str] | None:
    """The table's words of a language by kind: its `own`, or with those that may carry them; None without."""
    columns = (language,) if own else (language, f"{language} also")
    entries = [
        (phrase.replace("-", " "), row["kind"])
        for row in tsv_table(_MODIFIERS)
        for column in columns
        for phrase in row.get(column, "").split()
    ]
    return Phrases(entries) if entries else None


def _kinds(side: Stretch, *, own: bool) -> dict[str, list[tuple[int, int]]]:
    """The kinds that a side says: the first word of each place and the one after its last."""
    listed = _listed(side.language, own=own)
    found: dict[str, list[tuple[int, int]]] = {}
    if listed is None:
        return found
    held = side.forms
    begun = listed.begun(held)
    keys = [token.key for token in side.tokens] if begun else []
    free = 0
    for at in begun:
        if at < free:
            continue  # da solo is no solo
        written = list(listed.exactly_at(keys, at))  # di misura, not di misure
        places = [one for one in listed.all_at(held, at) if one[0] == at + 1 or one in written]
        for end, kind in dict.fromkeys(places):  # da sola is da solo, too
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


def _candidate(
    sides: Mapping[Side, Stretch], side: Side, kind: str, word: tuple[int, int], ties: Ties
) -> Candidate:
    """A word of a kind, by its first word and the one after its last.

    Evidence, each 0 to 1: `held`, how surely it has a counterpart all the same; `agrees`, how much of the
    clause around it is linked; `there`, how much of the words of the other side is; `free`, whether a word
    that is no counterpart stands in its place there; `comment`, whether it only comments; `when`, whether it
    says when; `focus`, whether a language often leaves it to the order of words; `long`, the length.
    The encoder is asked how much more the sides say the same without it: `eased`, or less: `missed`.
    """
    here, there = sides[side], sides[other_side(side)]
    at, end = word
    clause = _clause(here, word, ties)
    others = ties.content(there.side, 0, len(there.tokens))
    place = _place(at, side, clause, ties, len(there.tokens) / max(1, len(here.tokens)))
    text = here.text[here.tokens[at].start : here.tokens[end - 1].end]
    shown = clause_around(here, at, most=_BESIDE)
    return Candidate(
        rule=_RULES[side],
        evidence={
            "held": ties.strength(side, at),
            "agrees": ties.share(side, clause),
            "there": ties.share(there.side, others),
            "free": float(
                any(abs(word - place) <= _NEAR and not ties.strength(there.side, word) for word in others)
            ),
            "comment": float(kind.startswith(_COMMENT)),
            "when": float(kind.startswith(_TIME)),
            "focus": float(kind.startswith(_FOCUS)),
            "long": min(1.0, len(here.tokens) / _LONG),
        },
        source=(shown,) if side == "source" else (),
        target=(shown,) if side == "target" else (),
        source_value=text.lower() if side == "source" else None,
        target_value=text.lower() if side == "target" else None,
        message=f"Only the {side} says “{text}”: {shown.within(here.text)}.",
    )


def _clause(here: Stretch, word: tuple[int, int], ties: Ties) -> list[int]:
    """The words of content of the clause that it is said of: the one it stands in; where it is set off alone
    the one after it, or before: *Notably, …*.
    """
    at, end = word
    for of in (at, min(end, len(here.tokens) - 1), max(0, at - 1)):
        words = [one for one in ties.content(here.side, *clause_bounds(here, of)) if not at <= one < end]
        if words:
            return words
    return []


def _place(at: int, side: Side, clause: Sequence[int], ties: Ties, scale: float) -> float:
    """Where a word would stand on the other side: beside the counterpart of its nearest linked neighbour."""
    for word in sorted(clause, key=lambda word: abs(word - at)):
        other = ties.counterpart(side, word)
        if other is not None:
            return float(other)
    return at * scale
