"""Names that one side has and the other has not, or has otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from tui.alignment import AlignedPair
from tui.articles import SIDES, Side, Span, other_side
from tui.comparison.names.bead import BeadNames, Group, grouped, oftener
from tui.comparison.names.beside import added
from tui.comparison.names.candidates import EXCHANGED, EXCHANGED_FOR, MISSING, SPELLING, SPELT, candidate
from tui.comparison.names.exchanges import (
    aliases,
    exchanged,
    for_each_other,
    peoples,
    replaced,
    words_replaced,
)
from tui.comparison.names.gazetteer import gazetteer
from tui.comparison.names.initials import other_initials
from tui.comparison.names.meaning import meant
from tui.comparison.names.mentions import Mention, pair_mentions
from tui.comparison.names.misspelt import misspelt
from tui.comparison.names.ordinary import ordinary
from tui.comparison.names.seats import stands_for
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
        lone[side] = [m for m in lone[side] if not bead.like(side, m)]
    yield from replaced(bead)
    yield from words_replaced(bead)
    yield from peoples(bead)
    yield from aliases(bead)
    groups = {side: grouped(lone[side]) for side in SIDES}
    yield from exchanged(bead, groups)
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
    lone = {side: {m.key: m for m in reversed(bead.lone[side])} for side in SIDES}
    words: dict[Side, list[Mention | Token]] = {
        side: [*bead.lone[side], *bead.here[side].capitals] for side in SIDES
    }
    for one in words["source"]:
        for other in words["target"]:
            keys = (_key(one), _key(other))
            if keys not in pairs:
                continue
            if keys not in told and keys[0] in lone["source"] and keys[1] in lone["target"]:
                rule, message = (SPELLING, SPELT) if slip(*keys) else (EXCHANGED, EXCHANGED_FOR)
                source, target = (Group((lone[side][key],)) for side, key in zip(SIDES, keys, strict=True))
                yield for_each_other(bead, source, target, {"name-throughout": 1.0}, rule, message)
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
    stead = _wanting(bead, side, group) if group.proper and only and not moved else None
    if stead is not None and weighed["name-written-out"] and not stead.within(here[other].text).isupper():
        stead = None  # it may be short for the words of the other side
    if stead is not None:
        ends: dict[Side, Group | Span] = {side: group, other: stead}
        common = bead.common(other, stead) and not bead.in_one_phrase(other, stead, group.span)
        original = common and in_its_own_language(group.span.within(here[side].text))
        more = {"name-common": float(common), "name-original": float(original)}
        yield for_each_other(bead, ends["source"], ends["target"], more)
        return
    weighed["name-moved"] = float(moved)
    weighed["name-part"] = float(_completes(bead.sides, group, side, here[other]))
    if group.proper and added(here, side, group.mentions[0]):
        weighed |= dict.fromkeys(("name-near", "name-part", "name-work", "name-titles"), 0.0)
    yield _missing(bead, side, group.span, weighed)


def _wanting(bead: BeadNames, side: Side, group: Group) -> Span | None:
    """What the other side has at about the place of a name, and this one has not, or less often."""
    other = other_side(side)
    this, there = bead.here[side], bead.here[other]
    spans = [
        m.span
        for m in there.named
        if (m.firm or m.sort == "opaque" or (group.initials and m.text.isupper()))
        and (m.sort != "abbreviation" or group.initials)
        and oftener(m, this, there)
        and (m.key in this.counts or not this.translates(m))
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
