"""A clause as far as it can be read without a parser: a verb, what stands before it and what after it."""

from __future__ import annotations

from collections.abc import Set
from itertools import dropwhile

from msgspec import Struct
from msgspec.structs import replace

from tui.comparison.roles.reading import Phrase, Reading

_REACH = 12
"""Words to either side of a verb among which its noun phrases are looked for."""
_AFTER = 4
"""Phrases after a verb that may belong to it."""
AGENT = "by"
"""The role of the preposition before the agent of a passive."""
_OF, _FROM = "of", "from"


class Frame(Struct, frozen=True):
    """A verb and its noun phrases."""

    verb: int
    passive: bool
    before: Phrase | None
    after: tuple[Phrase, ...]
    opens: bool
    """Whether it begins with its verb, or with a relative for its subject."""

    @property
    def agent(self) -> Phrase | None:
        """Who acts."""
        if not self.passive:
            return self.before
        return next((phrase for phrase in self.after if AGENT in phrase.role), None)

    @property
    def others(self) -> tuple[Phrase, ...]:
        """On whom, with whom, to whom: the one acted on first."""
        if not self.passive:
            return self.after
        rest = tuple(phrase for phrase in self.after if phrase.role and AGENT not in phrase.role)
        return (self.before, *rest) if self.before else rest

    @property
    def headless(self) -> bool:
        """Whether it is a passive that leaves out its subject."""
        return self.passive and self.opens

    @property
    def complement(self) -> int | None:
        """A single word after the verb without an article, which may make one verb with it: *fare causa*."""
        first = self.after[0] if self.after else None
        if first is None or first.role or first.all != (first.first,):
            return None
        return first.first

    def received(self, reading: Reading) -> Frame | None:
        """The same as one where whom it comes from acts: *received a warning from the judge*."""
        if self.passive or not reading.side.forms[self.verb] & reading.rules.receiving:
            return None
        places = [n for n, phrase in enumerate(self.after) if _FROM in phrase.role]
        if not places or self.before is None:
            return None
        after = tuple(
            replace(phrase, role=frozenset({AGENT})) if n == places[0] else phrase
            for n, phrase in enumerate(self.after)
        )
        return replace(self, passive=True, after=after)

    def completed(self) -> Frame:
        """The same without its complement, which is part of the verb."""
        return replace(self, after=self.after[1:])


def frame_of(reading: Reading, verb: int, verbs: Set[int]) -> Frame | None:
    """The clause of a verb; None where what stands before it says that it is none, or that the order of its
    words is free. `verbs` are the other verbs of the stretch.
    """
    caused = _caused(reading, verb)
    group = reading.group(verb) if caused is None else (caused, True)
    if group is None:
        return None
    first, passive = group
    verb += caused is not None
    before, after = phrase_before(reading, first, verbs), phrase_behind(reading, verb, verbs)
    after += _fronted(reading, first, before)
    reduced = first == verb and reading.rules.participle.fullmatch(reading.keys[verb]) is not None
    if reduced and has_agent(reading, verb, after):
        passive = True  # those hired by the mill
    elif reduced and before and (not after or after[0].role) and _governed(reading, before, verbs):
        return None  # cancelled a fine imposed on another; said the ship arrived in port
    if passive and before is not None and not before.words:
        before = None
    if not passive and before is not None:
        turned = _agreeing(reading, range(first, verb + 1), before, after, verbs)
        if turned is None:
            return None
        before, after = turned
    opens = reading.opens(first) or reading.keys[first - 1] in reading.rules.relatives
    return Frame(verb, passive, before, after, opens) if before or after else None


def _caused(reading: Reading, verb: int) -> int | None:
    """Where the words of a verb begin after which an infinitive says what somebody has another do to her or
    him: *si è fatto prestare*; None where it is none.
    """
    following = verb + 1
    if not reading.side.forms[verb] & reading.rules.causative or following >= len(reading.keys):
        return None
    if not reading.joined(verb) or reading.form(following) != "infinitive":
        return None
    first = verb
    while first > 0 and reading.joined(first - 1) and (reading.helps(first - 1) or reading.within(first - 1)):
        first -= 1
    before = reading.keys[first - 1] if first > 0 and reading.joined(first - 1) else ""
    return first - 1 if before in reading.rules.reflexive else None


def has_agent(reading: Reading, verb: int, after: tuple[Phrase, ...]) -> bool:
    """Whether one who acts stands after a participle, none on whom between: *reported to the police by her
    aide*; right after it where the preposition says more than that.
    """
    if reading.side.forms[verb] & reading.rules.intransitive:
        return False
    rest = tuple(dropwhile(lambda phrase: phrase.role and AGENT not in phrase.role, after))
    if not rest or AGENT not in rest[0].role:
        return False
    is_count = any(reading.keys[at][0].isdigit() for at in rest[0].words)
    return not is_count and (rest[0].role == {AGENT} or rest[0].first == verb + 1)


def _governed(reading: Reading, phrase: Phrase, verbs: Set[int]) -> bool:
    """Whether what may be a verb stands right before a noun phrase and its article."""
    at = phrase.first - 1
    while at > 0 and reading.joined(at) and reading.keys[at] in reading.rules.determiners:
        at -= 1
    if at < 0 or not reading.joined(at):
        return False
    return at in verbs or reading.rules.participle.fullmatch(reading.keys[at]) is not None


def _agreeing(
    reading: Reading, group: range, before: Phrase, after: tuple[Phrase, ...], verbs: Set[int]
) -> tuple[Phrase, tuple[Phrase, ...]] | None:
    """The two sides of a verb, changed where it agrees with what stands after it: *quali porte apre il mago*.
    None where a question leaves open which is the subject, and where what stands before it belongs to a verb
    before that: *chi teme i cani resta*.
    """
    rules = reading.rules
    if rules.plural is None or not after or after[0].role:
        return before, after
    finite = next((at for at in group if reading.helps(at)), group[-1])
    verb = 2 if rules.plural.fullmatch(reading.keys[finite]) else 1
    numbers = reading.number(before), reading.number(after[0])
    if numbers[0] == verb or numbers[0] is None:
        asked = reading.keys[before.first] in rules.asking
        return None if asked and numbers[1] != 3 - verb else (before, after)
    if numbers[1] != verb or before.first - 1 in verbs:
        return None
    return after[0], (before, *after[1:])


def phrase_before(reading: Reading, first: int, verbs: Set[int]) -> Phrase | None:
    """The last noun phrase without a preposition before the words of a verb; or a pronoun for its subject."""
    start = first
    while (
        start > 0
        and first - start < _REACH
        and reading.joined(start - 1)
        and not (start - 1 in verbs or reading.stops(start - 1))
    ):
        start -= 1
    phrases = reading.phrases(start, first)
    bare = [n for n, phrase in enumerate(phrases) if not phrase.role]
    if not bare:
        return _pronoun(reading, first)
    head, rest = phrases[bare[-1]], phrases[bare[-1] + 1 :]
    return replace(head, more=head.more + tuple(word for phrase in rest for word in phrase.all))


def _pronoun(reading: Reading, first: int) -> Phrase | None:
    """A pronoun that stands for a subject named before, right before the words of a verb: without words."""
    at = first - 1
    if at < 0 or not reading.joined(at) or reading.keys[at] not in reading.rules.subjects:
        return None
    return Phrase(at, at, ())


def _fronted(reading: Reading, first: int, before: Phrase | None) -> tuple[Phrase, ...]:
    """What a question puts before the verb's helper and its subject: *which doors does the key open*."""
    if before is None or before.first == 0 or not reading.helps(before.first - 1) or before.first >= first:
        return ()
    start = end = before.first - 1
    while start > 0 and reading.joined(start - 1) and not reading.stops(start - 1):
        start -= 1
    if reading.keys[start] not in reading.rules.asking:
        return ()
    return tuple(reading.phrases(start, end)[:1])


def phrase_behind(reading: Reading, verb: int, verbs: Set[int]) -> tuple[Phrase, ...]:
    """The noun phrases after a verb, with what belongs to each; those of a clause that says what is said."""
    rules, keys = reading.rules, reading.keys
    start = verb + 1
    if start < len(keys) and keys[start] in rules.that and reading.joined(verb):
        start += 1
    if start + 1 < len(keys) and reading.joined(start) and keys[start] in rules.prepositions:
        start += AGENT in rules.prepositions.get(keys[start + 1], ())  # taken over by
    end = start
    while (
        end < len(keys)
        and end - verb <= _REACH
        and reading.joined(end - 1)
        and not (end in verbs or reading.stops(end))
        and keys[end] not in rules.pronouns - rules.determiners
    ):
        end += 1
    out: list[Phrase] = []
    for phrase in reading.phrases(start, end):
        if out and _OF in phrase.role:
            out[-1] = replace(out[-1], more=out[-1].more + phrase.all)
        else:
            out.append(phrase)
    return tuple(out[:_AFTER])
