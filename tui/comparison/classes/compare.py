"""Reads each bead once for all classes: a member against another one, or one that changes a word alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from tui.alignment import AlignedPair
from tui.articles import SIDES, Side, Span
from tui.comparison.classes.bound import persons
from tui.comparison.classes.evidence import head_of, of_alone, of_opposed
from tui.comparison.classes.gender import GENDER, genders
from tui.comparison.classes.kinds import CLASSES
from tui.comparison.classes.members import Member, members
from tui.comparison.classes.pairing import Opposed, opposed, unanswered
from tui.comparison.classes.singled import ALL, singled
from tui.comparison.polarity import (
    Anchors,
    Stretch,
    Ties,
    anchors_of,
    related_crosswise,
    spent_on_opposites,
    stretches_of_beads,
)
from tui.comparison.rule import AS_READ, SOURCE, TARGET, Candidate, Family

Named = Mapping[tuple[str, str], Sequence[Member]]
"""The members that some words name, by the name of the class and the axis."""


class _Bead(Struct, frozen=True):
    """A bead with both sides and the members that they name."""

    source: Stretch
    target: Stretch
    named: Mapping[Side, Named]
    asked: bool
    """Whether what is found in it is wanted."""


def propose(pair: AlignedPair) -> Iterable[Candidate]:
    """Members of a class that stand against each other, and those that only one side has."""
    beads = list(_read(pair))
    for at, bead in enumerate(beads):
        if not bead.asked:
            continue
        around = beads[max(0, at - 1) : at] + beads[at + 1 : at + 2]
        yield from _in_bead(bead, around)
        yield from persons(bead.source, bead.target) or genders(bead.source, bead.target)


FAMILY = Family("classes", (*(word_class.rule for word_class in CLASSES), GENDER), propose, beside=True)


def _read(pair: AlignedPair) -> Iterator[_Bead]:
    for bead, source, target in stretches_of_beads(pair):
        if source.tokens and target.tokens:
            named = {side.side: _by_axis(members(side)) for side in (source, target)}
            yield _Bead(source, target, named, pair.is_asked(bead))


def _by_axis(found: Iterable[Member]) -> Named:
    by_axis: dict[tuple[str, str], list[Member]] = defaultdict(list)
    for member in found:
        by_axis[member.word_class.name, member.axis].append(member)
    return by_axis


def _in_bead(bead: _Bead, around: Sequence[_Bead]) -> Iterator[Candidate]:
    tools: list[tuple[Anchors, Ties]] = []
    told: set[Span] = set()  # what changes a word and stands against another that does
    alone: list[Candidate] = []
    ours, theirs = bead.named["source"], bead.named["target"]
    for at in sorted(ours.keys() | theirs.keys()):
        source, target = ours.get(at, ()), theirs.get(at, ())
        word_class = (*source, *target)[0].word_class
        singles = any(ALL in one.says for one in source)
        sure = [any(one.says for one in some) for some in (source, target)]
        if not (all(sure) or (word_class.alone and any(sure)) or singles):
            continue
        if not tools:
            tools.append((anchors_of(bead.source, bead.target), _ties(bead)))
        anchors, ties = tools[0]
        if singles:
            yield from singled(source, target, bead.target, ties)
        near = {side: [one for other in around for one in other.named[side].get(at, ())] for side in SIDES}
        against = [*opposed(source, target, anchors, (bead.source, bead.target))] if all(sure) else []
        if against:
            for found in against:
                if _is_related(found, ties) or _is_spent(found, bead):
                    continue
                there = {"source": found.target, "target": found.source}
                nearby = any(there[side].agrees(one) for side in SIDES for one in near[side])
                if word_class.of:
                    told |= {found.source.span, found.target.span}
                yield _opposed(found.source, found.target, of_opposed(found, ties, nearby))
        elif word_class.alone:  # also where the other side has one that says nothing surely: *attuale*
            alone += _alone(source, target, bead, ties, near)
    yield from (one for one in alone if told.isdisjoint((*one.source, *one.target)))


def _is_related(found: Opposed, ties: Ties) -> bool:
    """Whether members relate the same two the other way round; those that say how many relate nothing."""
    counts = found.source.word_class.rule.kind == "quantifier"
    return not counts and related_crosswise(found.source, found.target, ties)


def _is_spent(found: Opposed, bead: _Bead) -> bool:
    """Whether a member only turns over what follows it and the other side says by its opposite: *none of them
    seriously*; not where what follows is part of the member: *not everyone*.
    """
    spent = spent_on_opposites(bead.source, bead.target)
    return any(
        member.word in turned and turned[member.word] >= member.end
        for member, turned in zip((found.source, found.target), spent, strict=True)
    )


def _ties(bead: _Bead) -> Ties:
    words = [
        {at for found in bead.named[side].values() for one in found for at in range(one.word, one.end)}
        for side in SIDES
    ]
    return Ties(bead.source, bead.target, (words[0], words[1]))


def _opposed(a: Member, b: Member, evidence: Mapping[str, float]) -> Candidate:
    return Candidate(
        rule=a.word_class.rule, evidence=evidence,
        source=(a.span,), target=(b.span,), source_value=_value(a), target_value=_value(b),
        message=f"Another {a.word_class.member or a.axis}: {a.text} in the {SOURCE}, "
        f"{b.text} in the {TARGET}.",
    )  # fmt: skip


def _alone(
    source: Sequence[Member],
    target: Sequence[Member],
    bead: _Bead,
    ties: Ties,
    near: Mapping[Side, Sequence[Member]],
) -> Iterator[Candidate]:
    """Members without any on the other side, whose word has its counterpart there."""
    for side, here, other, there in (
        (SIDES[0], source, SIDES[1], target),
        (SIDES[1], target, SIDES[0], source),
    ):
        for member in unanswered(here, there):
            changed = (_of(member, bead.named[side]), _of(member, bead.named[other]))
            head = head_of(member, side, ties, *changed)
            if head is None:
                continue
            tokens = (bead.source if other == "source" else bead.target).tokens
            spans: dict[Side, tuple[Span, ...]] = {side: (member.span,), other: (tokens[head.word].span,)}
            said: dict[Side, str | None] = {side: _value(member), other: None}
            nearby = any(member.agrees(one) for one in near[other])
            yield Candidate(
                rule=member.word_class.rule, evidence=of_alone(member, side, head, ties, nearby),
                source=spans["source"], target=spans["target"],
                source_value=said["source"], target_value=said["target"],
                message=f"Only the {AS_READ[side]} says {member.text}: "
                f"{tokens[head.word].text} in the {AS_READ[other]}.",
            )  # fmt: skip


def _of(member: Member, named: Named) -> list[Member]:
    """The members of the classes that a member changes."""
    return [one for (name, _), some in named.items() if name in member.word_class.of for one in some]


def _value(member: Member) -> str:
    return "/".join(sorted(key.rpartition("/")[2] for key in member.says))
