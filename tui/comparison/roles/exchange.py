"""The same verb on both sides, and those around it have changed places."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from tui.comparison.roles.converses import are_converses
from tui.comparison.roles.frames import Frame, frame_of
from tui.comparison.roles.links import WordLink, WordLinks
from tui.comparison.roles.reading import Phrase, Reading

ALL = 3
"""The verb and the two that changed places."""
_SHOWN = 2
"""So many of them must be linked."""
_VERB = 0.3
"""How alike verbs are at least that count as linked."""
_NEAR = 5
"""Words from a phrase to a verb of which nothing else is known."""
_MEANS = "with"
"""The role of a phrase that says by what means."""
_BESIDE = frozenset({"from", "to", "for", "against", "with"})
"""The roles of phrases that may change places with the one acted on."""
_CORE = frozenset({"to"})
"""The roles of phrases that one language may have with a preposition and another without."""


class Exchange(Struct, frozen=True):
    """Two phrases of each side that have changed places around a verb: here and there."""

    frames: tuple[Frame, Frame]
    agents: tuple[Phrase | None, Phrase | None]
    """Who acts."""
    others: tuple[Phrase | None, Phrase | None]
    """Those that changed places with them; None beside a passive without a subject."""
    across: tuple[WordLink, ...]
    """The words of the agent here that are linked with the other of there."""
    back: tuple[WordLink, ...]
    straight: bool
    """Whether what belongs to the phrases is linked as if nothing had changed."""
    verb: float
    """How surely the verbs are linked."""

    @property
    def shown(self) -> int:
        """How many of the three are linked."""
        return bool(self.across) + bool(self.back) + (self.verb > 0)

    @property
    def governed(self) -> bool:
        """Whether the verb of one side takes a preposition where that of the other takes none."""
        roles = [bool(one.role) for one in self.others if one is not None]
        return len(roles) == 2 and roles[0] != roles[1]

    @property
    def dropped(self) -> bool:
        """Whether one side leaves out one of the two."""
        return None in self.others or None in self.agents


def exchanges(here: Reading, there: Reading, links: WordLinks) -> Iterator[Exchange]:
    """The clearest exchange of each clause of `here`, whose forms tell its verbs."""
    verbs = here.verbs
    for verb in sorted(verbs):
        frame = frame_of(here, verb, verbs)
        if frame is None or here.even(verb):
            continue
        pairs = list(_counterparts(there, frame, verbs, links))
        beside = [one for ours, theirs in pairs for one in _beside(here, ours, there, theirs, links)]
        yield from beside[:1]
        if frame.agent is None and not frame.opens:
            continue
        turned = [pair for pair in pairs if _turn_round(here, pair[0], there, pair[1])]
        found = [
            exchange
            for ours, theirs in turned or pairs
            for exchange in (
                _kept(ours, theirs, links)
                if turned
                else _exchanges(*_as_received(here, ours, there, theirs), links)
            )
            if not any(
                is_one_noun(side, *ends)
                for side, *ends in zip((here, there), exchange.agents, exchange.others, strict=True)
            )
        ]
        if found:
            yield max(found, key=lambda one: one.shown)


def _as_received(here: Reading, frame: Frame, there: Reading, other: Frame) -> tuple[Frame, Frame]:
    """Two clauses of which one side says from whom something comes: there that one acts."""
    ours, theirs = frame.received(here), other.received(there)
    if (ours is None) == (theirs is None):
        return frame, other
    return ours or frame, theirs or other


def _beside(
    here: Reading, frame: Frame, there: Reading, other: Frame, links: WordLinks
) -> Iterator[Exchange]:
    """Whom, and from whom or to whom, exchanged: *hid the heirs from the guards*."""
    pairs = [two for two in product(_two(frame), _two(other)) if two[0][1].role & two[1][1].role]
    if not pairs or frame.passive or other.passive:
        return
    mutual = any(
        side.side.forms[one.verb] & side.rules.mutual for side, one in ((here, frame), (there, other))
    )
    for ours, theirs in pairs if not mutual else ():
        exchange = _exchange((frame, other), ours, theirs, links, closely=True)
        if exchange is not None and exchange.shown == ALL and not exchange.straight:
            yield exchange


def _two(frame: Frame) -> list[tuple[Phrase, Phrase]]:
    """Whom a verb acts on, with each of the others after a preposition that belong to it."""
    whom = [phrase for phrase in frame.after if not phrase.role]
    return [(whom[0], phrase) for phrase in frame.after if phrase.role & _BESIDE] if len(whom) == 1 else []


def _turn_round(here: Reading, frame: Frame, there: Reading, other: Frame) -> bool:
    """Whether the verb of one clause turns round what that of the other says."""
    return are_converses(here.written(frame.verb), there.written(other.verb))


def _kept(frame: Frame, other: Frame, links: WordLinks) -> Iterator[Exchange]:
    """Those who stand where they stood though the verb turns them round: *the firm owns the bridge*, *la
    società appartiene al ponte*.
    """
    if frame.agent is None or other.agent is None:
        return
    for phrase in frame.others:
        for phrase_there in other.others:
            ours, theirs = (frame.agent, phrase), (phrase_there, other.agent)
            exchange = _exchange((frame, other), ours, theirs, links, closely=False)
            if exchange is not None and exchange.across and exchange.back:
                yield replace(
                    exchange, agents=(ours[0], other.agent), others=(phrase, phrase_there), verb=1.0
                )


def is_one_noun(side: Reading, agent: Phrase | None, other: Phrase | None) -> bool:
    """Whether one who acts and the other are called by one noun and nothing else tells them apart, so that
    nobody can say which is which: *one case implies all cases*.
    """
    if agent is None or other is None:
        return False
    ours, theirs = ([side.side.forms[word] for word in phrase.words] for phrase in (agent, other))
    return any(
        one and all(any(word & held for held in both) for word in one)
        for one, both in ((ours, theirs), (theirs, ours))
    )


def _counterparts(
    there: Reading, frame: Frame, verbs: frozenset[int], links: WordLinks
) -> Iterator[tuple[Frame, Frame]]:
    """The clauses of the other side that may have the same verb, each beside that of this side: the verb's
    counterpart; that of a word which makes one verb with it; the words between two that both clauses have.
    """
    linked = links.counterpart(frame.verb)
    others = frozenset(links.counterpart(verb) for verb in verbs) - {None, linked}
    stops = frozenset(other for other in others if other is not None)
    words = [(frame, linked)]
    if frame.complement is not None:
        words.append((frame.completed(), links.counterpart(frame.complement)))
    words += ((frame, word) for word in _between(frame, links) if word != linked)
    if all(word is None for _, word in words):
        tried = [frame] if frame.complement is None else [frame, frame.completed()]
        words += ((ours, word) for word in _near(frame, links) for ours in tried)
    for ours, word in words:
        if word is None or there.named(word) or there.even(word):
            continue
        other = frame_of(there, word, stops)
        if other is not None:
            yield ours, other


def _between(frame: Frame, links: WordLinks) -> list[int]:
    """The words of the other side that stand between the counterparts of two phrases and are none of them;
    one that says how may be a verb there: *colpire con un pugno*, *punch*.
    """
    phrases = [phrase for phrase in (frame.agent, *frame.others) if phrase]
    words = [word for phrase in phrases for word in phrase.all]
    places = [other for word in words if (other := links.counterpart(word)) is not None]
    if len(places) < 2:
        return []
    held = {word for phrase in phrases if _MEANS not in phrase.role for word in phrase.all}
    return [
        word for word in links.content(min(places) + 1, max(places) - 1) if links.returned(word) not in held
    ]


def _near(frame: Frame, links: WordLinks) -> list[int]:
    """The words of the other side without a counterpart around that of a phrase."""
    words = [word for phrase in (frame.agent, *frame.others) if phrase for word in phrase.words]
    places = [other for word in words if (other := links.counterpart(word)) is not None]
    near = {
        word
        for place in places
        for word in links.content(place - _NEAR, place + _NEAR)
        if links.returned(word) is None
    }
    return sorted(near)


def _exchanges(frame: Frame, other: Frame, links: WordLinks) -> Iterator[Exchange]:
    """The phrases that have changed places with those who act; the encoder is asked where the clauses are
    not yet known to belong together, and have something in common.
    """
    for ours, theirs in _pairs(frame, other):
        for closely in (False, True):
            exchange = _exchange((frame, other), ours, theirs, links, closely=closely)
            if exchange is None:
                break
            if exchange.shown >= (_SHOWN if closely else ALL):
                yield exchange
                break


Ends = tuple[Phrase | None, Phrase | None]
"""Who acts, and the other."""


def _pairs(frame: Frame, other: Frame) -> Iterator[tuple[Ends, Ends]]:
    """Those of each side that may have changed places; of a passive without its subject, the agent alone."""
    if frame.agent is not None and other.agent is not None:
        for phrase in frame.others:
            for phrase_there in other.others:
                if _alike(phrase, phrase_there) or _governed(frame, phrase, other, phrase_there):
                    yield (frame.agent, phrase), (other.agent, phrase_there)
    if frame.headless and not other.passive:
        yield from (((frame.agent, None), (other.agent, one)) for one in other.others[:1] if not one.role)
    if other.headless and not frame.passive:
        yield from (((frame.agent, one), (other.agent, None)) for one in frame.others[:1] if not one.role)


def _exchange(
    frames: tuple[Frame, Frame], ours: Ends, theirs: Ends, links: WordLinks, *, closely: bool
) -> Exchange | None:
    """What is linked across between two clauses; None where nothing is, or their words are linked as they
    stand.
    """
    across = _linked(ours[0], theirs[1], links, closely=closely)
    back = _linked(ours[1], theirs[0], links, closely=closely)
    if not across and not back:
        return None
    if any(_linked(*pair, links, closely=closely) for pair in zip(ours, theirs, strict=True)):
        return None
    if not _meant(ours, theirs, links):
        return None
    straight = any(
        links.between(one.all, other.all)
        for one, other in zip(ours, theirs, strict=True)
        if one is not None and other is not None
    )
    verb = links.verbs(frames[0].verb, frames[1].verb, closely=closely)
    return Exchange(
        frames,
        (ours[0], theirs[0]),
        (ours[1], theirs[1]),
        across,
        back,
        straight,
        verb if verb >= _VERB else 0.0,
    )


def _meant(ours: Ends, theirs: Ends, links: WordLinks) -> bool:
    """Whether a pronoun that acts on one side may stand for the other one of the other side: that is named
    nowhere else.
    """
    for (agent, _), (_, other), linked in (
        (ours, theirs, links.returned),
        (theirs, ours, links.counterpart),
    ):
        if agent is not None and not agent.words:
            return other is None or all(linked(word) is None for word in other.words)
    return True


def _linked(
    one: Phrase | None, other: Phrase | None, links: WordLinks, *, closely: bool
) -> tuple[WordLink, ...]:
    if one is None or other is None:
        return ()
    return tuple(links.between(one.words, other.words, closely=closely))


def _governed(frame: Frame, phrase: Phrase, other: Frame, phrase_there: Phrase) -> bool:
    """Whether a verb of one side takes right after a preposition what that of the other takes without one:
    *the storm resulted in a delay*, *la tempesta ha causato un ritardo*.
    """
    if frame.passive or other.passive or bool(phrase.role) == bool(phrase_there.role):
        return False
    return phrase.first == frame.verb + 1 and phrase_there.first == other.verb + 1


def _alike(one: Phrase, other: Phrase) -> bool:
    """Whether two phrases may play one role: both on whom, to whom, or after one preposition."""
    return bool(one.role & other.role) or (one.role <= _CORE and other.role <= _CORE)
