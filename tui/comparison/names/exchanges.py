"""Names that stand in each other's place: beside a word that both sides have, of peoples, of abbreviations,
or each the only one without a counterpart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tui.articles import SIDES, Side, Span, other_side
from tui.comparison.names.bead import BeadNames, Group, span_of
from tui.comparison.names.beside import instead
from tui.comparison.names.candidates import EXCHANGED, EXCHANGED_FOR, candidate
from tui.comparison.names.common import translates
from tui.comparison.names.mentions import Mention
from tui.comparison.names.seats import may_stand_for, stands_for
from tui.comparison.rule import Candidate, Rule
from tui.languages import Token

_BESIDE = {"name-work": 0.0, "name-titles": 0.0, "name-beside": 1.0}
"""What is otherwise beside a word that both sides have."""


def for_each_other(
    bead: BeadNames,
    source: Group | Span,
    target: Group | Span,
    more: Mapping[str, float] | None = None,
    rule: Rule = EXCHANGED,
    message: str = EXCHANGED_FOR,
) -> Candidate:
    """The candidate of two names that stand for each other; neither is compared with anything else after.

    `more`: what is known of them beside the evidence of both.
    """
    spans = span_of(source), span_of(target)
    for side, span in zip(SIDES, spans, strict=True):
        bead.account_for(side, span)
    evidence = {**bead.weighed_both(source, target), **(more or {})}
    return candidate(bead.sides, rule, *spans, message, evidence)


def replaced(bead: BeadNames) -> Iterator[Candidate]:
    """A name beside a word that both sides have, and another word in its place: `Paul Adler`, `Paul Hicks`.

    Both are taken out of what is alone.
    """
    for side in SIDES:
        other = other_side(side)
        for mention in [
            m for m in bead.lone[side] if m.firm and m.text[0].isupper() and m.sort != "abbreviation"
        ]:
            found = instead(bead.here, side, mention) if mention in bead.lone[side] else None
            if found is None or translates(
                mention.key, mention.language, found.key, bead.here[other].language
            ):
                continue
            ends: dict[Side, Group | Span] = {side: Group((mention,)), other: found.span}
            yield for_each_other(bead, ends["source"], ends["target"], _BESIDE)


def words_replaced(bead: BeadNames) -> Iterator[Candidate]:
    """The same of a word that need be no name, or may be translated though both articles keep it elsewhere:
    *Linden Place*, *Linden Risa*.
    """
    for side in SIDES:
        this, there = bead.here[side], bead.here[other_side(side)]
        other = other_side(side)
        kept = bead.sides.whole[other].capital_keys
        names: list[Mention | Token] = [
            m
            for m in this.named
            if m.sort == "opaque" and m.firm and m.key in kept and m.key not in there.counts
        ]
        for name in names + bead.spare(side):
            found = instead(bead.here, side, name, listed=False)
            if (
                found is None
                or name.text.isupper()
                or found.text.isupper()
                or bead.accounted_for(side, name.span)
                or bead.accounted_for(other, found.span)
                or this.means(found.key, there.language)
                or translates(name.key, this.language, found.key, there.language)
            ):
                continue
            ends: dict[Side, Group | Span] = {side: name.span, other: found.span}
            yield for_each_other(bead, ends["source"], ends["target"], {**_BESIDE, "name-soft": 0.0})


def peoples(bead: BeadNames) -> Iterator[Candidate]:
    """One people or adjective of a place here and another there, each the only one without a counterpart in
    or near the bead: *Dutch farmers*, *agricoltori danesi*. Both are taken out of what is alone.
    """
    left = {side: [m for m in bead.lone[side] if m.people] for side in SIDES}
    if any(len(left[side]) != 1 for side in SIDES):
        return
    source, target = left["source"][0], left["target"][0]
    near = bead.near["target"].same(source) or bead.near["source"].same(target)
    if near or stands_for(source, target):
        return
    yield for_each_other(bead, Group((source,)), Group((target,)), {"name-peoples": 1.0})


def aliases(bead: BeadNames) -> Iterator[Candidate]:
    """An abbreviation beside the words that it is short for, where the other side has one that is short for
    nothing there: *the Federal Roads Office (FRO)*, *l'Ufficio federale delle strade (PPP)*.
    """
    for side in SIDES:
        this, there = bead.here[side], bead.here[other_side(side)]
        ours = [
            m
            for m in this.named
            if m.text.isupper() and there.things.keys().isdisjoint(m.things) and this.letters.write_out(m)
        ]
        theirs = [
            m for m in bead.lone[other_side(side)] if m.text.isupper() and not there.letters.write_out(m)
        ]
        if len(ours) != 1 or len(theirs) != 1:
            continue
        one, other = ours[0], theirs[0]
        if sorted(one.key) == sorted(other.key):  # one in two orders of letters, but OSCE and OCSE are not
            apart = bool(one.things and other.things) and one.things.isdisjoint(other.things)
        else:
            apart = not there.letters.hold(one)
        if apart:
            ends: dict[Side, Group] = {side: Group((one,)), other_side(side): Group((other,))}
            yield for_each_other(bead, ends["source"], ends["target"])


def exchanged(bead: BeadNames, groups: dict[Side, list[Group]]) -> Iterator[Candidate]:
    """A name here and another there, each without a counterpart in or near the bead; both leave `groups`."""
    _leave_meant(bead, groups)
    for initials in (True, False):
        left = {
            side: [g for g in groups[side] if (g.initials if initials else g.firm and not g.abbreviation)]
            for side in SIDES
        }
        for source, target in _paired(bead, left["source"], left["target"]):
            elsewhere = any(bead.near["target"].has(m) for m in source.mentions) or any(
                bead.near["source"].has(m) for m in target.mentions
            )
            if (elsewhere and not (source.proper and target.proper)) or not (source.firm or target.firm):
                continue
            groups["source"].remove(source)
            groups["target"].remove(target)
            seat = any(may_stand_for(m, n) for m in source.mentions for n in target.mentions)
            yield for_each_other(
                bead, source, target, {"name-around": float(elsewhere), "name-seat": float(seat)}
            )


def _paired(
    bead: BeadNames, source: Sequence[Group], target: Sequence[Group]
) -> Iterable[tuple[Group, Group]]:
    """Names of both sides in order; where one side has more, those that stand at about the same place, and
    not what the other side says near by.
    """
    if len(source) == len(target):
        return list(zip(source, target, strict=True))
    costs = [[_apart(bead, one, other) for other in target] for one in source]
    best: dict[tuple[int, int], tuple[float, tuple[tuple[Group, Group], ...]]] = {}
    for i in range(len(source) + 1):
        for j in range(len(target) + 1):
            if not i or not j:
                best[i, j] = 0.0, ()
                continue
            cost, pairs = best[i - 1, j - 1]
            ways = [(cost + costs[i - 1][j - 1], (*pairs, (source[i - 1], target[j - 1])))]
            ways += [best[i - 1, j]] if i > j else [best[i, j - 1]] if j > i else []
            best[i, j] = min(ways, key=lambda way: way[0])
    return best[len(source), len(target)][1]


def _apart(bead: BeadNames, source: Group, target: Group) -> float:
    """How little two names seem to stand for each other."""
    places = bead.here["source"].place(source.span), bead.here["target"].place(target.span)
    near = any(bead.near["target"].has(m) for m in source.mentions) + any(
        bead.near["source"].has(m) for m in target.mentions
    )
    return abs(places[0] - places[1]) + near


def _leave_meant(bead: BeadNames, groups: dict[Side, list[Group]]) -> None:
    """Takes out of `groups` each name of which one of the other side stands for the other."""
    for source in list(groups["source"]):
        for target in groups["target"]:
            if any(stands_for(m, n) for m in source.mentions for n in target.mentions):
                groups["source"].remove(source)
                groups["target"].remove(target)
                bead.account_for("source", source.span)
                bead.account_for("target", target.span)
                break
