"""Who acts and who is acted on, by the voice of a verb: *bought by a rival*, *che ha acquistato un rivale*.

A clause need not have both of them, nor stand alone: a relative clause, a participle after a noun and a cleft
say as much. One of the two in the other's place on the other side is enough, where nobody stands in their
own.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from msgspec import Struct

from tui.comparison.roles.converses import are_converses
from tui.comparison.roles.exchange import is_one_noun
from tui.comparison.roles.frames import AGENT, has_agent, phrase_before, phrase_behind
from tui.comparison.roles.links import WordLink, WordLinks
from tui.comparison.roles.person_words import person_words
from tui.comparison.roles.reading import Phrase, Reading
from tui.comparison.roles.verbal import verbal
from tui.languages import Dictionary, dictionary

_ANTECEDENT = 6
"""Words before a clause among which the noun is that it is about."""
_VERBAL = 0.5
"""So much of what translates a word is no noun where it is mostly a verb."""
_TO = "to"
"""The role of the preposition before the infinitive of a cleft: *è stata lei a chiamare*."""
_CLEFT = 3
"""Words before a noun phrase among which the verb stands that a cleft begins with."""


class Voiced(Struct, frozen=True):
    """A verb with who acts and who is acted on, as far as its voice tells them."""

    verb: int
    first: int
    """The first of the words of the verb."""
    passive: bool
    actor: Phrase | None
    patient: Phrase | None
    unsure: bool = False
    """Whether the two may be meant the other way round: *che ha visto il cane*."""

    @property
    def words(self) -> range:
        """All its words, from the first to the last."""
        ends = [one for one in (self.actor, self.patient) if one is not None]
        first = min(self.first, *(one.first for one in ends)) if ends else self.first
        return range(first, max([self.verb, *(one.last for one in ends)]) + 1)


class TurnedVoice(Struct, frozen=True):
    """A verb of both sides that who acts on one side is acted on by on the other."""

    here: Voiced
    there: Voiced
    verb: float
    """How surely the verbs are each other's counterpart."""
    across: tuple[WordLink, ...]
    """What links the one who acts here with the one acted on there."""
    back: tuple[WordLink, ...]

    @property
    def strength(self) -> float:
        """How surely one of them is on both sides."""
        return max(link.strength for link in (*self.across, *self.back))


def turned_voices(here: Reading, there: Reading, links: WordLinks) -> Iterator[TurnedVoice]:
    """The verbs of `here`, whose forms tell them, that have changed places with what stands around them."""
    verbs = here.verbs
    meanings = dictionary(there.side.language, here.side.language)
    for verb in range(len(here.keys)):
        other = links.counterpart(verb)
        if other is None and _gives(here, verb):
            other = _only_giver(there, links)
        if (
            other is None
            or not (
                (_gives(here, verb) and _gives(there, other))
                or _may_act(meanings, there.side.forms[other], here.side.forms[verb])
            )
            or not _is_verb(here, verb, verbs)
            or _either_way(here, verb, there, other)
        ):
            continue
        ours = _voiced(here, verb, verbs)
        theirs = _voiced(there, other, frozenset()) if ours is not None else None
        if ours is None or theirs is None:
            continue
        across = _linked(ours.actor, theirs.patient, links)
        back = _linked(ours.patient, theirs.actor, links)
        stay = _linked(ours.actor, theirs.actor, links) or _linked(ours.patient, theirs.patient, links)
        told = (across and ours.passive) or (back and theirs.passive)
        given = _is_given(here, ours, there, theirs, back) or _is_given(there, theirs, here, ours, across)
        if ((across and back) or (told and ours.passive != theirs.passive) or given) and not (
            stay
            or is_one_noun(here, ours.actor, ours.patient)
            or is_one_noun(there, theirs.actor, theirs.patient)
        ):
            yield TurnedVoice(ours, theirs, links.verbs(verb, other, closely=True), across, back)


def _is_given(
    one: Reading, ours: Voiced, other: Reading, theirs: Voiced, links: tuple[WordLink, ...]
) -> bool:
    """Whether one to whom something is given gives it on the other side: *the winners were given a medal*, *i
    vincitori hanno dato una medaglia*; `links`: what links the two.
    """
    return (
        ours.passive
        and not theirs.passive
        and bool(links)
        and theirs.actor is not None
        and not theirs.actor.role
        and _gives(one, ours.verb)
        and _gives(other, theirs.verb)
    )


def _only_giver(there: Reading, links: WordLinks) -> int | None:
    """The only verb of giving that is no word's counterpart: some are nouns as well, *dato*, or so common
    that nothing links them.
    """
    found = [at for at in range(len(there.keys)) if _gives(there, at) and links.returned(at) is None]
    return found[0] if len(found) == 1 else None


def _gives(reading: Reading, verb: int) -> bool:
    """Whether a word may be a verb of giving."""
    return not reading.rules.giving.isdisjoint(reading.side.forms[verb])


def _linked(one: Phrase | None, other: Phrase | None, links: WordLinks) -> tuple[WordLink, ...]:
    return tuple(links.between(one.all, other.all)) if one is not None and other is not None else ()


def _is_verb(reading: Reading, at: int, verbs: Set[int]) -> bool:
    """Whether a word may be a verb whose voice tells who acts."""
    if at in verbs:
        return True
    return (
        reading.form(at) == "infinitive" or reading.rules.participle.fullmatch(reading.keys[at]) is not None
    )


def _may_act(meanings: Dictionary, one: Set[str], other: Set[str]) -> bool:
    """Whether two words, of the dictionary's source and of its target, may both be verbs: not where the first
    is mostly a noun and the second may be one, *points*, *punti*. Of one language each says it for itself.
    """
    if meanings.source == meanings.target:
        return min(verbal(frozenset(word), meanings.source) for word in (one, other)) >= _VERBAL
    no_noun = meanings.no_noun(one)
    return no_noun >= _VERBAL or (no_noun > 0 and not meanings.may_mean(other))


def _either_way(here: Reading, verb: int, there: Reading, other: int) -> bool:
    """Whether two verbs may be said of either of the two."""
    for reading, at in ((here, verb), (there, other)):
        words, forms = person_words(reading.side.language), reading.side.forms[at]
        turning = words.turning if words is not None else frozenset()
        if reading.even(at) or reading.named(at) or forms & (turning | reading.rules.receiving):
            return True
    return are_converses(here.written(verb), there.written(other))


def _voiced(reading: Reading, verb: int, verbs: Set[int]) -> Voiced | None:
    """What the voice of a verb tells; None where nothing does."""
    rules, keys = reading.rules, reading.keys
    if verb and reading.side.between(verb) == "-":
        return None  # energy-using
    first, helpers = verb, list[str]()
    while first > 0 and reading.joined(first - 1):
        if reading.helps(first - 1):
            helpers.append(keys[first - 1])
        elif keys[first - 1] in rules.pronouns and keys[first - 1] not in rules.determiners:
            return None
        elif not reading.within(first - 1):
            break
        first -= 1
    before = keys[first - 1] if first > 0 and reading.joined(first - 1) else ""
    if before in rules.determiners or before[:1].isdigit():
        return None
    if before in rules.joins and not helpers:
        return None
    after = phrase_behind(reading, verb, verbs)
    done = rules.participle.fullmatch(keys[verb]) is not None
    by = has_agent(reading, verb, after)
    if helpers and helpers[0] in rules.passive and not done:
        if rules.gerund.fullmatch(keys[verb]) is None and not by:
            return None
        done = by  # was found by
    if done and (
        any(key in rules.passive for key in helpers)
        or (helpers and helpers[0] in rules.be and not reading.side.forms[verb] & rules.intransitive)
    ):
        return _passive(reading, verb, first, after if by else (), verbs)
    if done and not helpers and by:
        return _passive(reading, verb, first, after, verbs)
    if done and not helpers and rules.infinitive is not None:
        return None
    return _active(reading, verb, first, after, verbs)


def _passive(reading: Reading, verb: int, first: int, after: tuple[Phrase, ...], verbs: Set[int]) -> Voiced:
    actor = next((phrase for phrase in after if AGENT in phrase.role), None)
    subject = _subject(reading, first, verbs) or (_antecedent(reading, first) if first == verb else None)
    return Voiced(verb, first, True, actor, subject)


def _active(
    reading: Reading, verb: int, first: int, after: tuple[Phrase, ...], verbs: Set[int]
) -> Voiced | None:
    rules = reading.rules
    whom = next((phrase for phrase in after[:1] if not phrase.role), None)
    if whom is not None and not all(map(reading.within, range(verb + 1, whom.first))):
        whom = None
    if reading.form(verb) == "infinitive" and first == verb:
        who = _in_cleft(reading, first, verbs)
        return Voiced(verb, first, False, who, whom) if who is not None else None
    who = _subject(reading, first, verbs)
    relative = first > 0 and reading.keys[first - 1] in rules.relatives
    if whom is None and who is not None and not relative and who.first > 0:
        opener = reading.keys[who.first - 1]
        if opener in rules.relatives or opener in rules.whom:
            return Voiced(verb, first, False, who, _antecedent(reading, who.first - 1))
    if who is None and rules.plural is None:
        return None
    unsure = (
        rules.plural is not None
        and (relative or who is None)
        and whom is not None
        and not _disagrees(reading, range(first, verb + 1), whom)
    )
    return Voiced(verb, first, False, who, whom, unsure) if who is not None or whom is not None else None


def _disagrees(reading: Reading, group: range, phrase: Phrase) -> bool:
    """Whether a verb is of one and a noun phrase of many, or the other way round: it is not its subject."""
    number, plural = reading.number(phrase), reading.rules.plural
    if number is None or plural is None:
        return False
    finite = next((at for at in group if reading.helps(at)), group[-1])
    return number != 1 + bool(plural.fullmatch(reading.keys[finite]))


def _subject(reading: Reading, first: int, verbs: Set[int]) -> Phrase | None:
    """What stands before the words of a verb, or what its relative is about."""
    if first > 0 and reading.keys[first - 1] in reading.rules.relatives:
        return _antecedent(reading, first - 1)
    found = phrase_before(reading, first, verbs)
    return found if found is not None and found.words else None


def _antecedent(reading: Reading, at: int) -> Phrase | None:
    """The noun right before a clause, whatever part of its own it is; a mark may stand between."""
    start = at
    while start > 0 and at - start < _ANTECEDENT and (start == at or reading.joined(start - 1)):
        if reading.stops(start - 1):
            break
        start -= 1
    found = reading.phrases(start, at)
    return found[-1] if found else None


def _in_cleft(reading: Reading, verb: int, verbs: Set[int]) -> Phrase | None:
    """Who acts where a cleft says it: *è stata la vedova a citare*."""
    rules, keys = reading.rules, reading.keys
    if verb < 2 or _TO not in rules.prepositions.get(keys[verb - 1], ()):
        return None
    found = phrase_before(reading, verb - 1, verbs)
    if found is None or found.last != verb - 2:
        return None
    before = keys[max(0, found.first - _CLEFT) : found.first]
    return found if any(key in rules.be or key in rules.passive for key in before) else None
