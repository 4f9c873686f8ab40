"""Names that one side has and the other has not, or has otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from tui.alignment import AlignedPair
from tui.articles import SIDES, Side, Span, other_side
from tui.comparison.names.bead import BeadNames, Group, grouped, oftener
from tui.comparison.names.beside import added, instead
from tui.comparison.names.candidates import EXCHANGED, EXCHANGED_FOR, MISSING, SPELLING, SPELT, candidate
from tui.comparison.names.common import translates
from tui.comparison.names.gazetteer import gazetteer
from tui.comparison.names.initials import other_initials
from tui.comparison.names.meaning import meant
from tui.comparison.names.mentions import Mention, pair_mentions
from tui.comparison.names.misspelt import misspelt
from tui.comparison.names.ordinary import ordinary
from tui.comparison.names.seats import may_stand_for, stands_for
from tui.comparison.names.sides import Sides
from tui.comparison.names.spelling import slip
from tui.comparison.names.text import Text
from tui.comparison.names.works import in_its_own_language
from tui.comparison.quantities import is_quantity
from tui.comparison.rule import AS_READ, Candidate, Family
from tui.comparison.surplus import measured
from tui.languages import Token, base_language, unaccented


def propose(pair: AlignedPair) -> Iterable[Candidate]:
    """The differences in names, with how each that stands on one side alone fits there."""
    return measured(_proposed(pair), pair)


def _proposed(pair: AlignedPair) -> Iterator[Candidate]:
    """Names misspelt (`name-spelling`), exchanged (`name-exchanged`) or on one side only (`name-missing`).

    A name is looked for in the bead first, then next to it, where it explains a pronoun, then among the names
    of the other article that have no counterpart themselves, for it may only have moved.
    """
    sides = Sides(pair, pair_mentions(pair))
    told = set(sides.written_out)
    for index, bead in enumerate(pair.alignment.beads):
        for found in _in_bead(sides, index, told) if bead.source and bead.target else ():
            if found.rule not in (MISSING, EXCHANGED) or not all(
                is_quantity(pair, side, spans)
                for side, spans in zip(SIDES, (found.source, found.target), strict=True)
                if spans
            ):
                yield found


FAMILY = Family("names", (SPELLING, EXCHANGED, MISSING), propose)


def _in_bead(sides: Sides, index: int, told: set[tuple[str, str]]) -> Iterator[Candidate]:
    """The differences of one bead; `told`: the pairs that keep standing for each other and are told."""
    bead = BeadNames(sides, index)
    here, lone = bead.here, bead.lone
    for source, target in other_initials(here["source"], here["target"]):
        yield candidate(sides, SPELLING, source, target, SPELT, {})
    yield from _standing(bead, told)
    yield from misspelt(bead)
    for side in SIDES:
        lone[side] = [m for m in lone[side] if not here[other_side(side)].like(m)]
    yield from _replaced(bead)
    yield from _peoples(bead)
    yield from _aliases(bead)
    groups = {side: grouped(lone[side]) for side in SIDES}
    yield from _exchanged(bead, groups)
    for side in SIDES:
        for group in groups[side]:
            if group.firm and not bead.accounted_for(side, group.span):
                yield from _alone(bead, side, group, only=sum(g.firm for g in groups[side]) == 1)
        for token in here[side].loose:
            if not here[other_side(side)].kin(token, here[side].language) and added(here, side, token):
                yield _missing(bead, side, token.span, {})


def _standing(bead: BeadNames, told: set[tuple[str, str]]) -> Iterator[Candidate]:
    """Two names that keep standing for each other: told once, and taken out of what is alone."""
    pairs = bead.sides.standing.pairs
    if not pairs:
        return
    lone = {side: {m.key: m for m in bead.lone[side]} for side in SIDES}
    words: dict[Side, list[Mention | Token]] = {
        side: [*bead.lone[side], *bead.here[side].capitals] for side in SIDES
    }
    for one in words["source"]:
        for other in words["target"]:
            keys = (_key(one), _key(other))
            if keys not in pairs:
                continue
            if keys not in told and keys[0] in lone["source"] and keys[1] in lone["target"]:
                weighed = bead.weighed_both(
                    Group((lone["source"][keys[0]],)), Group((lone["target"][keys[1]],))
                )
                rule, message = (SPELLING, SPELT) if slip(*keys) else (EXCHANGED, EXCHANGED_FOR)
                evidence = {**weighed, "name-throughout": 1.0}
                yield candidate(bead.sides, rule, one.span, other.span, message, evidence)
            told.add(keys)
            bead.account_for("source", one.span)
            bead.account_for("target", other.span)


def _key(word: Mention | Token) -> str:
    return word.key if isinstance(word, Mention) else unaccented(word.key)


def _alone(bead: BeadNames, side: Side, group: Group, *, only: bool) -> Iterator[Candidate]:
    """A name of one side that is left: exchanged for what need be no name by itself, or missing.

    Where it is not the `only` one, the sentences may not say the same at all.
    """
    here, other = bead.here, other_side(side)
    if any(_meant_by(m, here[other], here[side]) for m in group.mentions):
        return
    weighed = bead.weighed(side, group)
    moved = any(bead.sides.moved[other].same(m) for m in group.mentions)
    exchanged = group.proper and only and not moved and not weighed["name-written-out"]
    stead = _wanting(bead, side, group) if exchanged else None
    if stead is not None:
        ends: dict[Side, Group | Span] = {side: group, other: stead}
        evidence = bead.weighed_both(ends["source"], ends["target"])
        common = bead.common(other, stead)
        evidence["name-common"] = float(common)
        evidence["name-original"] = float(common and in_its_own_language(group.span.within(here[side].text)))
        bead.account_for(other, stead)
        yield candidate(
            bead.sides, EXCHANGED, _span(ends["source"]), _span(ends["target"]), EXCHANGED_FOR, evidence
        )
        return
    weighed["name-moved"] = float(moved)
    weighed["name-part"] = float(_completes(bead.sides, group, side, here[other]))
    if group.proper and added(here, side, group.mentions[0]):
        weighed |= dict.fromkeys(("name-near", "name-part", "name-work", "name-titles"), 0.0)
    yield _missing(bead, side, group.span, weighed)


def _span(end: Group | Span) -> Span:
    return end if isinstance(end, Span) else end.span


def _wanting(bead: BeadNames, side: Side, group: Group) -> Span | None:
    """What the other side has at about the place of a name, and this one has not, or less often."""
    other = other_side(side)
    this, there = bead.here[side], bead.here[other]
    spans = [
        m.span
        for m in there.named
        if (m.firm or m.sort == "opaque")
        and m.sort != "abbreviation"
        and oftener(m, this, there)
        and not this.translates(m)
        and not this.respellings(m)
    ]
    written = gazetteer(there.language)
    parts = {word for m in group.mentions for thing in m.things for word in written.words(thing)}
    if group.initials:
        spans += [token.span for token in there.numerals if not this.says_number(token)]
    spans = [span for span in spans if not bead.accounted_for(other, span)]
    loose = bead.spare(other)
    if len(loose) > len(bead.spare(side)):  # or each translates one here
        spans += [token.span for token in loose if unaccented(token.key) not in parts]
    place = this.place(group.span)
    return min(spans, key=lambda span: abs(there.place(span) - place), default=None)


def _completes(sides: Sides, group: Group, side: Side, there: Text) -> bool:
    """Whether the group only completes a name that `there` gives without it: *Mike* before *Fleiss*, *UK*
    before *Supreme Court*, after nothing but what it is: *Senator*.
    """
    first, last = group.mentions[0], group.mentions[-1]
    tokens, language = sides.pair.tokens[side][first.sentence], sides.pair.article(side).language
    rest = [
        unaccented(token.key)
        for token in tokens
        if last.end <= token.start < last.run_end and token.text[:1].isupper()
    ]
    before = [token.key for token in tokens if first.run <= token.start < first.start]
    titled = all(ordinary(key, base_language(language)) for key in before)
    short = group.span.within(sides.pair.article(side).text).isupper()  # UK, as no person is called
    known = bool(rest) and rest[0] in there.bare and _in_a_row(rest, there)
    return titled and known and (len(rest) == 1 or short)


def _in_a_row(words: list[str], there: Text) -> bool:
    """Whether some words, without accents, stand beside each other."""
    keys = [unaccented(token.key) for token in there.tokens]
    return any(keys[at : at + len(words)] == words for at in range(len(keys)))


def _replaced(bead: BeadNames) -> Iterator[Candidate]:
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
            bead.account_for(side, mention.span)
            bead.account_for(other, found.span)
            ends: dict[Side, Group | Span] = {side: Group((mention,)), other: found.span}
            evidence = {
                **bead.weighed_both(ends["source"], ends["target"]),
                "name-work": 0.0,
                "name-titles": 0.0,
                "name-beside": 1.0,
            }
            yield candidate(
                bead.sides, EXCHANGED, _span(ends["source"]), _span(ends["target"]), EXCHANGED_FOR, evidence
            )


def _peoples(bead: BeadNames) -> Iterator[Candidate]:
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
    bead.account_for("source", source.span)
    bead.account_for("target", target.span)
    evidence = {**bead.weighed_both(Group((source,)), Group((target,))), "name-peoples": 1.0}
    yield candidate(bead.sides, EXCHANGED, source.span, target.span, EXCHANGED_FOR, evidence)


def _aliases(bead: BeadNames) -> Iterator[Candidate]:
    """An abbreviation beside the words that it is short for, where the other side has one that is short for
    nothing there: *the Federal Roads Office (FRO)*, *l'Ufficio federale delle strade (PPP)*.
    """
    for side in SIDES:
        this, there = bead.here[side], bead.here[other_side(side)]
        ours = [m for m in this.named if m.text.isupper() and this.letters.write_out(m)]
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
            for at, group in ends.items():
                bead.account_for(at, group.span)
            source, target = ends["source"], ends["target"]
            evidence = bead.weighed_both(source, target)
            yield candidate(bead.sides, EXCHANGED, source.span, target.span, EXCHANGED_FOR, evidence)


def _exchanged(bead: BeadNames, groups: dict[Side, list[Group]]) -> Iterator[Candidate]:
    """A name here and another there, each without a counterpart in or near the bead; both leave `groups`."""
    _leave_meant(bead, groups)
    for initials in (True, False):
        left = {
            side: [g for g in groups[side] if (g.initials if initials else g.firm and not g.abbreviation)]
            for side in SIDES
        }
        for source, target in zip(left["source"], left["target"], strict=False):
            elsewhere = any(bead.near["target"].has(m) for m in source.mentions) or any(
                bead.near["source"].has(m) for m in target.mentions
            )
            if (elsewhere and not (source.proper and target.proper)) or not (source.firm or target.firm):
                continue
            groups["source"].remove(source)
            groups["target"].remove(target)
            bead.account_for("source", source.span)
            bead.account_for("target", target.span)
            seat = any(may_stand_for(m, n) for m in source.mentions for n in target.mentions)
            evidence = {
                **bead.weighed_both(source, target),
                "name-around": float(elsewhere),
                "name-seat": float(seat),
            }
            yield candidate(bead.sides, EXCHANGED, source.span, target.span, EXCHANGED_FOR, evidence)


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


def _meant_by(mention: Mention, there: Text, here: Text) -> bool:
    """Whether a name that the other side alone has, or has more often, stands for the mention: *Moscow* for
    *Russia*.
    """
    return any(
        stands_for(mention, other)
        for other in there.named
        if not here.same(other) or any(there.things[thing] > here.things[thing] for thing in other.things)
    )


def _missing(bead: BeadNames, side: Side, span: Span, evidence: Mapping[str, float]) -> Candidate:
    spare = float(bool(bead.spare(other_side(side))))
    source, target = (span, None) if side == "source" else (None, span)
    message = f"Only the {AS_READ[side]} names {{{side}}}."
    here, there = bead.here[side], bead.here[other_side(side)]
    more = {
        "name-spare": spare,
        "name-pronoun": float(bool(evidence.get("name-far")) and there.refers),
        "name-speaks": float(there.told and here.tells(span)),
    }
    said = meant(span.within(here.text), here, there)
    return candidate(bead.sides, MISSING, source, target, message, {**evidence, **more}, said)
