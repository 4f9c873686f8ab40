"""Who did what to whom: the same verb on both sides, and those around it have changed places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from tui.alignment import AlignedPair
from tui.articles import Side, Span
from tui.comparison.polarity import Stretch, Ties, stretch
from tui.comparison.quotations import Quotations
from tui.comparison.roles.frames import Clauses, Frame, Phrase
from tui.comparison.rule import Candidate, Family, Rule

SWAP = Rule("roles-exchanged", "role", "facts", "critical", needs=frozenset({"roles"}))

_SHOWN = 2
"""Of the verb and the two that changed places so many must be linked."""
_LIKE = 0.45
"""From this likeness on two words are linked whatever their places."""
_CORE = frozenset({"to"})
"""The roles of phrases that one language may have with a preposition and another without."""


def propose(pair: AlignedPair) -> Iterable[Candidate]:
    """Clauses in which two have changed places (`roles-exchanged`)."""
    quotations = Quotations(pair.source), Quotations(pair.target)
    for bead in pair.alignment.beads:
        if bead.source and bead.target:
            source = stretch(pair, "source", bead.source, quotations[0])
            target = stretch(pair, "target", bead.target, quotations[1])
            yield from _in_bead(source, target)


FAMILY = Family("roles", (SWAP,), propose)


@dataclass(frozen=True, slots=True)
class _Link:
    """A word of one side and its counterpart."""

    here: int
    there: int
    strength: float


def _in_bead(source: Stretch, target: Stretch) -> Iterator[Candidate]:
    sides: dict[Side, Clauses | None] = {"source": Clauses.of(source), "target": Clauses.of(target)}
    ours, theirs = sides["source"], sides["target"]
    if ours is None or theirs is None:
        return
    ties: Ties | None = None
    for here, there in ((theirs, ours), (ours, theirs)):
        verbs = frozenset(here.verbs())
        for verb in sorted(verbs):
            frame = here.frame(verb, verbs)
            if frame is None or frame.agent is None or not frame.others or here.even(verb):
                continue
            ties = ties or Ties(source, target)
            found = (
                candidate
                for other in _counterparts(here, there, frame, verbs, ties)
                for candidate in _compared(here, there, frame, other, ties)
            )
            yield from islice(found, 1)
        if verbs:
            return


def _counterparts(
    here: Clauses, there: Clauses, frame: Frame, verbs: frozenset[int], ties: Ties
) -> Iterator[Frame]:
    """The clauses of the other side that may have the same verb: that of its counterpart; without one, those
    whose verb is a word without a counterpart between two that both clauses have.
    """
    side = here.side.side
    linked = ties.counterpart(side, frame.verb)
    others = frozenset(ties.counterpart(side, verb) for verb in verbs) - {None, linked}
    stops = frozenset(other for other in others if other is not None)
    words = [linked] if linked is not None else _between(here, there, frame, ties)
    for word in words:
        other = None if there.even(word) else there.frame(word, stops)
        if other is not None:
            yield other


def _between(here: Clauses, there: Clauses, frame: Frame, ties: Ties) -> list[int]:
    """The words of the other side without a counterpart that stand between those of two of its phrases."""
    side = here.side.side
    places = [
        other
        for phrase in (frame.agent, *frame.others)
        if phrase
        for word in phrase.words
        if (other := ties.counterpart(side, word)) is not None
    ]
    if len(places) < 2:
        return []
    free = (
        word
        for word in ties.content(there.side.side, min(places) + 1, max(places) - 1)
        if ties.counterpart(there.side.side, word) is None
    )
    return list(free)


def _compared(here: Clauses, there: Clauses, frame: Frame, other: Frame, ties: Ties) -> Iterator[Candidate]:
    """The pairs of phrases that have changed places with those who act."""
    agent, agent_there = frame.agent, other.agent
    if agent is None or agent_there is None:
        return
    side = here.side.side
    same_verb = ties.counterpart(side, frame.verb) == other.verb
    for phrase in frame.others:
        for phrase_there in other.others:
            if not _alike(phrase, phrase_there):
                continue
            across = _links(ties, side, agent.words, phrase_there.words)
            back = _links(ties, side, phrase.words, agent_there.words)
            straight = _links(ties, side, agent.all, agent_there.all)
            straight += _links(ties, side, phrase.all, phrase_there.all)
            if bool(across) + bool(back) + same_verb >= _SHOWN and (across or back) and not straight:
                yield _candidate(here, there, (frame, other), (phrase, phrase_there), (across, back), ties)


def _alike(one: Phrase, other: Phrase) -> bool:
    """Whether two phrases may play one role: both on whom, to whom, or after one preposition."""
    return bool(one.role & other.role) or (one.role <= _CORE and other.role <= _CORE)


def _links(ties: Ties, side: Side, words: Sequence[int], others: Sequence[int]) -> list[_Link]:
    """The words that are linked with one of the others; two without a counterpart are if they are alike,
    however far from each other they stand.
    """
    found = []
    there: Side = "target" if side == "source" else "source"
    for word in words:
        other = ties.counterpart(side, word)
        if other is not None and other in others:
            found.append(_Link(word, other, ties.strength(side, word)))
        elif other is None:
            alike = [
                (ties.likeness(word, one) if side == "source" else ties.likeness(one, word), one)
                for one in others
                if ties.counterpart(there, one) is None
            ]
            best = max(alike, default=(0.0, 0))
            if best[0] >= _LIKE:
                found.append(_Link(word, best[1], best[0]))
    return found


def _candidate(
    here: Clauses, there: Clauses, frames: tuple[Frame, Frame], phrases: tuple[Phrase, Phrase],
    links: tuple[list[_Link], list[_Link]], ties: Ties,
) -> Candidate:  # fmt: skip
    said: dict[Side, tuple[Clauses, Frame, Phrase]] = {
        here.side.side: (here, frames[0], phrases[0]),
        there.side.side: (there, frames[1], phrases[1]),
    }
    spans = {side: _span(*found) for side, found in said.items()}
    return Candidate(
        rule=SWAP, evidence=_evidence(here, there, frames, phrases, links, ties),
        source=(spans["source"],), target=(spans["target"],),
        source_value=spans["source"].within(ties.source.text),
        target_value=spans["target"].within(ties.target.text),
        message=_message(*said["source"]),
    )  # fmt: skip


def _parts(frame: Frame, phrase: Phrase) -> tuple[Phrase, Phrase]:
    """The two that changed places, in the order of the text."""
    assert frame.agent is not None
    first, second = sorted((frame.agent, phrase), key=lambda one: one.first)
    return first, second


def _span(clauses: Clauses, frame: Frame, phrase: Phrase) -> Span:
    first, second = _parts(frame, phrase)
    tokens = clauses.side.tokens
    return Span(tokens[first.first].start, tokens[second.last].end)


def _message(clauses: Clauses, frame: Frame, phrase: Phrase) -> str:
    text, tokens = clauses.side.text, clauses.side.tokens

    def said(part: Phrase) -> str:
        first = part.first + bool(part.role)
        words = text[tokens[first].start : tokens[part.last].end]
        small = tokens[first].key in clauses.rules.determiners
        return words[0].lower() + words[1:] if small else words

    first, second = _parts(frame, phrase)
    begins = second.first + bool(second.role)
    between = text[tokens[first.last].end : tokens[begins].start]
    one, other = said(first), said(second)
    return f"In the source {one}{between}{other}; in the target {other}{between}{one}."


def _bare(clauses: Clauses, phrase: Phrase) -> bool:
    """Whether a phrase without a preposition has no article and no capital: it may be no noun phrase."""
    first = clauses.side.tokens[phrase.first]
    return not phrase.role and first.key not in clauses.rules.determiners and not first.text[0].isupper()


def _evidence(
    here: Clauses, there: Clauses, frames: tuple[Frame, Frame], phrases: tuple[Phrase, Phrase],
    links: tuple[list[_Link], list[_Link]], ties: Ties,
) -> dict[str, float]:  # fmt: skip
    """What speaks for a real exchange, each 0 to 1.

    `verb`: how surely the verbs are linked; `three`: whether they and both exchanged phrases are; `least`,
    `most`: how surely the less and the more sure of the two are; `crossing`, `linked`: how many words of the
    four phrases are linked across, and at all; `repeated`: whether a word of theirs stands twice on its side;
    `voice`: whether one side is in the passive; `bare`: whether one may be no noun phrase; `preposition`:
    whether one of the two stands after a preposition.
    """
    side, other = here.side.side, there.side.side
    ours = [word for phrase in (frames[0].agent, phrases[0]) if phrase for word in phrase.words]
    theirs = [word for phrase in (frames[1].agent, phrases[1]) if phrase for word in phrase.words]
    crossing = links[0] + links[1]
    counts = [Counter(token.key for token in clauses.side.tokens) for clauses in (here, there)]
    repeated = any(
        counts[0][here.side.tokens[link.here].key] > 1 or counts[1][there.side.tokens[link.there].key] > 1
        for link in crossing
    )
    linked = sum(ties.counterpart(side, word) is not None for word in ours)
    linked += sum(ties.counterpart(other, word) is not None for word in theirs)
    return {
        "role-verb": ties.strength(side, frames[0].verb),
        "role-three": float(bool(links[0] and links[1]) and ties.strength(side, frames[0].verb) > 0),
        "role-least": min(max((link.strength for link in found), default=0.0) for found in links),
        "role-most": max(link.strength for link in crossing),
        "role-crossing": 2 * len(crossing) / len(ours + theirs),
        "role-linked": linked / len(ours + theirs),
        "role-repeated": float(repeated),
        "role-voice": float(frames[0].passive != frames[1].passive),
        "role-bare": float(any(_bare(here, phrase) for phrase in (frames[0].agent, phrases[0]) if phrase)),
        "role-preposition": float(bool(phrases[0].role or phrases[1].role)),
    }
