"""Names that one side has and the other has not, or has otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tui.alignment import AlignedPair
from tui.articles import SIDES, Side, Span, other_side
from tui.comparison.names.beside import added, instead
from tui.comparison.names.gazetteer import gazetteer, metonyms
from tui.comparison.names.initials import other_initials
from tui.comparison.names.mentions import Mention, pair_mentions
from tui.comparison.names.ordinary import ordinary
from tui.comparison.names.sides import Sides, Text
from tui.comparison.names.spelling import slip
from tui.comparison.quantities import is_quantity
from tui.comparison.rule import Candidate, Family, Rule
from tui.languages import unaccented

SPELLING = Rule("name-spelling", "name", "facts", "critical", needs=frozenset({"names"}))
EXCHANGED = Rule("name-exchanged", "name", "facts", "critical", needs=frozenset({"names"}))
MISSING = Rule("name-missing", "name", "facts", "critical", needs=frozenset({"names"}))

_VOWELS = "aeio"
_SPELT = "A name is spelt {source} in the source and {target} in the target."
_EXCHANGED = "The source names {source}, the target {target}."


def propose(pair: AlignedPair) -> Iterable[Candidate]:
    """Names misspelt (`name-spelling`), exchanged (`name-exchanged`) or on one side only (`name-missing`).

    A name is looked for in the bead first, then next to it, where it explains a pronoun, then among the names
    of the other article that have no counterpart themselves, for it may only have moved.
    """
    sides = Sides(pair, pair_mentions(pair))
    for index, bead in enumerate(pair.alignment.beads):
        for found in _in_bead(sides, index) if bead.source and bead.target else ():
            if found.rule is not MISSING or not any(
                is_quantity(pair, side, spans)
                for side, spans in zip(SIDES, (found.source, found.target), strict=True)
                if spans
            ):
                yield found


FAMILY = Family("names", (SPELLING, EXCHANGED, MISSING), propose)


@dataclass(frozen=True, slots=True)
class _Lone:
    """Mentions of one run without a counterpart in the bead."""

    mentions: tuple[Mention, ...]

    @property
    def span(self) -> Span:
        return Span(self.mentions[0].start, self.mentions[-1].end)

    @property
    def sort(self) -> str:
        """`abbreviation` when nothing else is in it."""
        sorts = {mention.sort for mention in self.mentions}
        return "abbreviation" if sorts == {"abbreviation"} else "name"

    @property
    def firm(self) -> bool:
        """Whether one of them surely is a name."""
        return any(mention.firm for mention in self.mentions)

    @property
    def initials(self) -> bool:
        """Whether all of them are written in capital letters."""
        return all(mention.text.isupper() for mention in self.mentions)


def _in_bead(sides: Sides, index: int) -> Iterator[Candidate]:
    here = sides.beads[index]
    lone: dict[Side, list[Mention]] = {
        side: [m for m in here[side].named if not here[other_side(side)].same(m)] for side in SIDES
    }
    for source, target in other_initials(here["source"], here["target"]):
        yield _candidate(sides, (source,), (target,), SPELLING, _SPELT)
    yield from _misspelt(sides, here, lone)
    for side in SIDES:
        lone[side] = [m for m in lone[side] if not here[other_side(side)].like(m)]
    yield from _replaced(sides, here, lone)
    groups = {side: [g for g in _grouped(lone[side]) if g.firm or g.initials] for side in SIDES}
    yield from _exchanged(sides, index, groups)
    for side in SIDES:
        for group in groups[side]:
            if group.sort == "name" and group.firm:
                yield from _alone(sides, index, side, group, only=len(groups[side]) == 1)
        for token in here[side].loose:
            if not here[other_side(side)].kin(token) and added(here, side, token):
                yield _missing(sides, side, token.span)


def _alone(sides: Sides, index: int, side: Side, group: _Lone, *, only: bool) -> Iterator[Candidate]:
    """A name of one side that is left: exchanged for what need be no name by itself, or missing.

    Where it is not the `only` one, the sentences may not say the same at all.
    """
    here, other = sides.beads[index], other_side(side)
    near = sides.near(other, index)
    if any(sides.moved[other].same(m) or _meant_by(m, here[other], here[side]) for m in group.mentions):
        return
    firm = all(m.firm and m.text[:1].isupper() for m in group.mentions)
    stead = _wanting(sides, here, side, group) if firm and only else None
    if stead is not None:
        spans = {side: (group.span,), other: (stead,)}
        yield _candidate(sides, spans["source"], spans["target"], EXCHANGED, _EXCHANGED)
        return
    known = any(near.same(m) or near.form(m) for m in group.mentions)
    if known and not (firm and added(here, side, group.mentions[0])):
        return
    if not _completes(sides, group, side, here[other]):
        yield _missing(sides, side, group.span)


def _wanting(sides: Sides, here: dict[Side, Text], side: Side, group: _Lone) -> Span | None:
    """What the other side has at about the place of a name, and this one has not, or less often."""
    this, there = here[side], here[other_side(side)]
    spans = [m.span for m in there.named if m.firm and m.sort != "abbreviation" and _oftener(m, this, there)]
    written = gazetteer(sides.language[other_side(side)])
    parts = {word for m in group.mentions for thing in m.things for word in written.words(thing)}
    loose = [token for token in there.loose if not this.kin(token)]
    if len(loose) > sum(not there.kin(token) for token in this.loose):  # or each translates one here
        spans += [token.span for token in loose if unaccented(token.key) not in parts]
    place = this.place(group.span)
    return min(spans, key=lambda span: abs(there.place(span) - place), default=None)


def _oftener(mention: Mention, here: Text, there: Text) -> bool:
    """Whether `there` has a name of its own more often than `here`."""
    if not mention.text[:1].isupper():
        return False
    if mention.things:
        return all(here.things[thing] < there.things[thing] for thing in mention.things)
    return all(here.counts[word] < there.counts[word] for word in mention.words)


def _completes(sides: Sides, group: _Lone, side: Side, there: Text) -> bool:
    """Whether the group only completes a name that `there` gives without it: *Mike* before *Fleiss*."""
    first, last = group.mentions[0], group.mentions[-1]
    rest = [
        unaccented(token.key)
        for token in sides.pair.tokens[side][first.sentence]
        if last.end <= token.start < last.run_end and token.text[:1].isupper()
    ]
    return first.start == first.run and len(rest) == 1 and rest[0] in there.bare


def _misspelt(sides: Sides, here: dict[Side, Text], lone: dict[Side, list[Mention]]) -> Iterator[Candidate]:
    """A name that is one letter off its counterpart; both are taken out of `lone`."""
    for side in ("target", "source"):
        other = other_side(side)
        for mention in list(lone[side]):
            if mention not in lone[side] or mention.sort != "opaque":
                continue
            match = _meant(sides, mention, side, lone[other], here[other])
            if match is None:
                continue
            lone[side].remove(mention)
            lone[other] = [m for m in lone[other] if (m.start, m.end) != (match.start, match.end)]
            yield _spelling(sides, side, mention, match)


def _meant(sides: Sides, mention: Mention, side: Side, lone: Sequence[Mention], there: Text) -> Span | None:
    """The name of the other side of which `mention` is a misspelling: one without a counterpart first."""
    forms = gazetteer(sides.language[side])
    for candidates in (lone, there.named):
        for candidate in candidates:
            sure = mention.firm or candidate.firm
            if candidate.sort == "abbreviation" or not sure or candidate.text[:1].islower():
                continue
            if slip(mention.key, candidate.key):
                return candidate.span
            if any(slip(mention.key, form) for thing in candidate.things for form in forms.forms(thing)):
                return candidate.span
    word = ordinary(mention.key, sides.language[side])
    for token in there.capitals if mention.firm else ():
        name = unaccented(token.key)
        related = _ending(mention.key, name) or (word and ordinary(token.key, there.language))
        if slip(mention.key, name) and not related:
            return token.span
    return None


def _ending(name: str, word: str) -> bool:
    """Whether two words differ in a final vowel only, as a word and its loan do: `pastoral`, `pastorale`."""
    longer, shorter = (name, word) if len(name) > len(word) else (word, name)
    return longer[-1] in _VOWELS and (
        longer[:-1] == shorter or (shorter[-1] in _VOWELS and longer[:-1] == shorter[:-1])
    )


def _replaced(sides: Sides, here: dict[Side, Text], lone: dict[Side, list[Mention]]) -> Iterator[Candidate]:
    """A name beside a word that both sides have, and another word in its place: `Paul Adler`, `Paul Hicks`.

    Both are taken out of `lone`.
    """
    for side in SIDES:
        other = other_side(side)
        for mention in [m for m in lone[side] if m.firm and m.text[0].isupper() and m.sort != "abbreviation"]:
            found = instead(here, side, mention) if mention in lone[side] else None
            if found is None:
                continue
            lone[side].remove(mention)
            lone[other] = [m for m in lone[other] if not (m.start < found.end and found.start < m.end)]
            spans = {side: (mention.span,), other: (found.span,)}
            yield _candidate(sides, spans["source"], spans["target"], EXCHANGED, _EXCHANGED)


def _grouped(lone: Sequence[Mention]) -> list[_Lone]:
    """Mentions of one run together."""
    groups: list[list[Mention]] = []
    for mention in lone:
        if groups and groups[-1][-1].run == mention.run and groups[-1][-1].sentence == mention.sentence:
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return [_Lone(tuple(group)) for group in groups]


def _exchanged(sides: Sides, index: int, groups: dict[Side, list[_Lone]]) -> Iterator[Candidate]:
    """A name here and another there, each without a counterpart in or near the bead; both leave `groups`."""
    for initials in (True, False):
        left = {
            side: [g for g in groups[side] if (g.initials if initials else g.firm and g.sort == "name")]
            for side in SIDES
        }
        if not left["source"] or not left["target"]:
            continue
        near = {side: sides.near(side, index) for side in SIDES}
        for source, target in zip(left["source"], left["target"], strict=False):
            elsewhere = any(near["target"].has(m) for m in source.mentions) or any(
                near["source"].has(m) for m in target.mentions
            )
            if (elsewhere and not _alike(source, target)) or not (source.firm or target.firm):
                continue
            groups["source"].remove(source)
            groups["target"].remove(target)
            if any(metonyms(m.things, n.things) for m in source.mentions for n in target.mentions):
                continue
            yield _candidate(sides, (source.span,), (target.span,), EXCHANGED, _EXCHANGED)


def _meant_by(mention: Mention, there: Text, here: Text) -> bool:
    """Whether a name that only the other side has stands for the mention: *Moscow* for *Russia*."""
    return any(metonyms(mention.things, other.things) for other in there.named if not here.same(other))


def _alike(a: _Lone, b: _Lone) -> bool:
    """Whether two lone names surely are names, and neither is an adjective."""
    return all(m.firm and m.text[:1].isupper() for m in (*a.mentions, *b.mentions))


def _missing(sides: Sides, side: Side, span: Span) -> Candidate:
    spans: dict[Side, tuple[Span, ...]] = {"source": (), "target": ()}
    spans[side] = (span,)
    message = f"Only the {side} names {{{side}}}."
    return _candidate(sides, spans["source"], spans["target"], MISSING, message)


def _spelling(sides: Sides, side: Side, mention: Mention, match: Span) -> Candidate:
    spans = {
        side: (_full(sides, side, mention.span),),
        other_side(side): (_full(sides, other_side(side), match),),
    }
    return _candidate(sides, spans["source"], spans["target"], SPELLING, _SPELT)


def _full(sides: Sides, side: Side, word: Span) -> Span:
    """The whole name in which a word stands: *Daria Mosolova* for *Mosolova*."""
    for named in sides.by_sentence[side][sides.pair.article(side).sentence_at(word.start)]:
        if named.start == word.start:
            return Span(named.run, named.run_end)
    return word


def _candidate(
    sides: Sides,
    source: tuple[Span, ...],
    target: tuple[Span, ...],
    rule: Rule,
    message: str,
) -> Candidate:
    values = {
        "source": source[0].within(sides.pair.source.text) if source else None,
        "target": target[0].within(sides.pair.target.text) if target else None,
    }
    return Candidate(
        rule=rule, source=source, target=target,
        source_value=values["source"], target_value=values["target"],
        message=message.format(**values), evidence={},
    )  # fmt: skip
