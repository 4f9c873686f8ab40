"""Whom a pronoun is bound to, by number, person and reflexives: *blamed himself*, *lo incolpò*.

Where two are spoken of, a pronoun or the person of a verb says which of them is meant: *it will pay* is the
town, *pagheranno* the tenants. What one side says so is held against what the other says at the same verb
or noun.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, get_args

from msgspec import Struct

from tui.comparison.polarity import Ties
from tui.comparison.roles.person_words import Persons, PersonWords, person_words
from tui.comparison.roles.persons import Act, a_verb_follows, stands_alone
from tui.comparison.roles.reading import Reading
from tui.languages import is_kind_of, lemma

Sort = Literal["self", "number", "acted", "owner", "stressed"]
"""It turns on the one who acts, or on another; one acts or many do; another is acted on, owns it, or is the
one who does it.
"""
SORTS: tuple[Sort, ...] = get_args(Sort)

_FIRST = frozenset({"1s", "1p"})
_THIRD = frozenset({"3s", "3p", "3m", "3f"})
_ONE = frozenset({"3s", "3m", "3f"})
_MANY = frozenset({"3p"})
_OWNED = 3
"""Words after a possessive among which stands what is owned."""
_BESIDE = 3
"""Words before what is owned among which stands its possessive."""


class Bond(Struct, frozen=True):
    """Words of both sides by which another is meant."""

    here: tuple[int, int]
    """The first and the last word."""
    there: tuple[int, int]
    sort: Sort
    link: float
    """How surely the verbs, or what is owned, are each other's counterpart; 0 where nobody else is acted on,
    so that it does not matter.
    """
    elsewhere: bool = False
    """Whether a side speaks of the one who is meant on the other by another word."""
    either: bool = False
    """Whether *they* may be one: *if anyone asks, tell them*, or a group: *the firm said they would*."""
    kept: bool = False
    """Whether what may be meant is of one, or of many, on both sides, and nothing else before is of one here
    and of many there: *the filth*, *i liquami*.
    """
    quoted: bool = False
    """Whether both are words of somebody who is quoted, or neither is, so that *us* is *us*."""


def bonds(here: Reading, there: Reading, ties: Ties, linked: Iterable[tuple[Act, Act]]) -> Iterator[Bond]:
    """The words of a bead by which another is meant on the other side. `linked`: what `acts` gives."""
    words, theirs = person_words(here.side.language), person_words(there.side.language)
    if words is None or theirs is None:
        return
    yield from _owners(here, there, (words, theirs), ties)
    found = False
    for ours, act in linked:
        if here.compares(ours.verb) or there.compares(act.verb):
            continue
        sides = (here, ours, words), (there, act, theirs)
        sort = _self(*sides) or _self(*sides[::-1]) or _acted(ours.acted, act.acted) or _number(*sides, ties)
        if sort == "acted" and any(one.reflexive or one.acted & one.subject & _FIRST for one in (ours, act)):
            continue
        if sort is not None:
            found = True
            elsewhere = sort == "acted" and (
                _spoken_of(ours.acted, there, theirs) or _spoken_of(act.acted, here, words)
            )
            either = sort != "self" and any(_either(*one) for one in sides)
            said = ours.acted | act.acted if sort == "acted" else ours.subject | act.subject
            yield Bond(
                (ours.first, ours.last), (act.first, act.last), sort,
                ties.strength(here.side.side, ours.verb), elsewhere, either,
                kept=said <= _THIRD
                and not either
                and sort in ("number", "acted")
                and _kept(here, there, ours.first, ours.acted if sort == "acted" else ours.subject, ties),
                quoted=not said <= _THIRD
                and (ours.verb in here.side.quoted) == (act.verb in there.side.quoted),
            )  # fmt: skip
    if not found:
        yield from _lone(here, there, words, theirs, ties)
    stressed = list(_stressed(here, words)), list(_stressed(there, theirs))
    if len(stressed[0]) == len(stressed[1]) == 1:
        (place, who), (place_there, whom) = stressed[0][0], stressed[1][0]
        if not _meet(who, whom):
            yield Bond(place, place_there, "stressed", 0.0)


def _stressed(reading: Reading, words: PersonWords) -> Iterator[tuple[tuple[int, int], Persons]]:
    """Those who are said to be the one who does it: *I was the one who paid*, *ero io a pagare*."""
    be = reading.rules.be | reading.rules.passive
    for at, key in enumerate(reading.keys):
        persons = words.subjects.get(key) or words.objects.get(key) or frozenset()
        for first, last in ((at, at + 1), (at - 1, at)) if persons else ():
            if first < 0 or last >= len(reading.keys):
                continue
            other = reading.keys[last if first == at else first]
            following = [reading.keys[last + 1 : last + 1 + len(phrase)] for phrase in words.stressed]
            if other in be and any(
                list(one) == two for one, two in zip(words.stressed, following, strict=True)
            ):
                yield (first, last), persons
                break


Acting = tuple[Reading, Act, PersonWords]
"""A side of a bead, a verb of it with those who act and are acted on, and the words of its language."""


def _self(one: Acting, other: Acting) -> Sort | None:
    """Whether a pronoun says that a verb turns on the one who acts, and its counterpart acts on another."""
    turned = one[1].reflexive and one[2].selves and not other[1].reflexive
    return "self" if turned and other[1].acted & _THIRD and not _turned(other[0], other[2]) else None


def _turned(reading: Reading, words: PersonWords) -> bool:
    """Whether any word of a side says that something turns on the one who acts."""
    return any(key in words.selves or key in words.reflexive or key in words.own for key in reading.keys)


def _either(reading: Reading, act: Act, words: PersonWords) -> bool:
    """Whether a pronoun of many may stand for one: a person or a group that is named before it."""
    many = [
        at
        for at in range(act.first, act.last + 1)
        if any(table.get(reading.keys[at]) == _MANY for table in (words.subjects, words.objects))
    ]
    return bool(many) and _one_before(reading, many[0], words)


def _one_before(reading: Reading, at: int, words: PersonWords) -> bool:
    """Whether persons or a group are spoken of before a word: *drivers*, *anyone*."""
    language = reading.side.language
    return any(
        key in words.anyone
        or (
            (
                lemma(key, language) != key
                or not reading.rules.determiners.isdisjoint(reading.keys[max(0, n - 2) : n])
            )
            and any(is_kind_of(lemma(key, language), kind, language) for kind in words.kinds)
        )
        for n, key in enumerate(reading.keys[:at])
    )


def _kept(here: Reading, there: Reading, at: int, meant: Persons, ties: Ties) -> bool:
    """Whether nouns before a word are of one, and of many, as their counterparts are, and one of them may be
    who is meant: by dictionary forms.
    """
    kept: set[bool] = set()
    for phrase in here.phrases(0, at):
        noun = phrase.words[-1]
        other = ties.counterpart(here.side.side, noun)
        if other is None or here.named(noun):
            continue
        one, two = (
            lemma(reading.keys[word], reading.side.language) == reading.keys[word]
            for reading, word in ((here, noun), (there, other))
        )
        if one != two:
            return False
        kept.add(one)
    return (not meant or not meant <= _MANY) in kept


def _lone(
    here: Reading, there: Reading, words: PersonWords, theirs: PersonWords, ties: Ties
) -> Iterator[Bond]:
    """The only pronoun of each side for one who is acted on, whatever the verbs."""
    ours, others = list(_pronouns(here, words)), list(_pronouns(there, theirs))
    if len(ours) != 1 or len(others) != 1:
        return
    (at, one), (other, two) = ours[0], others[0]
    turned = not one and two and two <= _THIRD and words.selves and not _turned(there, theirs)
    turned = turned or (not two and one and one <= _THIRD and theirs.selves and not _turned(here, words))
    sort: Sort | None = "self" if turned else _acted(one, two)
    if sort is not None:
        many = (at, here, words) if one == _MANY else (other, there, theirs)
        either = _MANY in (one, two) and _one_before(many[1], many[0], many[2])
        kept = sort == "acted" and not either and one | two <= _THIRD and _kept(here, there, at, one, ties)
        yield Bond((at, at), (other, other), sort, 0.0, either=either, kept=kept)


def _pronouns(reading: Reading, words: PersonWords) -> Iterator[tuple[int, Persons]]:
    """Each pronoun for one who is acted on; nobody where it is the one who acts."""
    for at, key in enumerate(reading.keys):
        if reading.side.tokens[at].text.isupper():
            continue  # the US
        attached = words.attached.fullmatch(key)
        if attached is not None:
            yield at, words.clitics.get(attached[1], frozenset())
        elif key in words.reflexive or (key in words.selves and _after_verb(reading, at)):
            yield at, frozenset()
        elif key in words.clitics and _is_clitic(reading, at, words):
            yield at, words.clitics[key]
        elif key in words.objects and not words.clitics and _is_object(reading, at):
            yield at, words.objects[key]


def _is_clitic(reading: Reading, at: int, words: PersonWords) -> bool:
    """Whether a verb stands after a pronoun, or after another one: *me lo sono preso*."""
    second = at + 1 < len(reading.keys) and reading.joined(at) and reading.keys[at + 1] in words.clitics
    return a_verb_follows(reading, at) or (second and a_verb_follows(reading, at + 1))


def _is_object(reading: Reading, at: int) -> bool:
    """Whether a pronoun stands after no preposition, and before no noun of its own."""
    before = reading.keys[at - 1] if at and reading.joined(at - 1) else ""
    return bool(before) and before not in reading.rules.prepositions and stands_alone(reading, at)


def _after_verb(reading: Reading, at: int) -> bool:
    """Whether a word stands right after the form of a verb: *blamed himself*, not *the chef himself*."""
    before = reading.keys[at - 1] if at and reading.joined(at - 1) else ""
    return bool(before) and not reading.named(at - 1) and lemma(before, reading.side.language) != before


def _acted(ours: Persons, theirs: Persons) -> Sort | None:
    """Whether the one who speaks is acted on, and somebody else on the other side; or one, and many."""
    for one, other in ((ours, theirs), (theirs, ours)):
        if one and other and ((one <= _FIRST and other <= _THIRD) or (one <= _MANY and other <= _ONE)):
            return "acted"
    if {*ours, *theirs} == _FIRST and len(ours) == len(theirs) == 1:
        return "acted"  # told me, ci ha detto
    return None


def _number(one: Acting, other: Acting, ties: Ties) -> Sort | None:
    """Whether a pronoun says that one acts and the verb on the other side that many do, or the other way
    round; not where a noun may be its subject.
    """
    if one[1].passive != other[1].passive:
        return None
    for (reading, act, words), (said, verb, _) in ((one, other), (other, one)):
        persons = _pronoun(reading, act, words)
        if not persons or verb.pronoun is not None or verb.noun or not verb.subject or verb.reflexive:
            continue
        differ = (persons <= _ONE and verb.subject <= _MANY) or (persons <= _MANY and verb.subject <= _ONE)
        if differ and not _may_act(said, verb, act, ties):
            return "number"
    return None


def _pronoun(reading: Reading, act: Act, words: PersonWords) -> Persons:
    """The pronoun that stands for the subject of a verb."""
    if act.pronoun is not None:
        return words.subjects[reading.keys[act.pronoun]]
    before = act.first - 1
    if before < 0 or not reading.joined(before):
        return frozenset()
    return words.things.get(reading.keys[before], frozenset())


def _may_act(reading: Reading, verb: Act, act: Act, ties: Ties) -> bool:
    """Whether the noun after a verb may be its subject: its number is that of the verb, and it is nothing
    that stands after the verb of the other side, whose subject is a pronoun.
    """
    phrases = [one for one in reading.phrases(verb.last + 1, _end(reading, verb.last + 1)) if not one.role]
    if not phrases or reading.number(phrases[0]) == (1 if verb.subject <= _MANY else 2):
        return False
    found = (ties.counterpart(reading.side.side, word) for word in phrases[0].all)
    return not any(place is not None and place > act.last for place in found)


def _end(reading: Reading, start: int) -> int:
    """Where a clause ends that goes on at a word."""
    end = start
    while end < len(reading.keys) and reading.joined(end - 1) and not reading.stops(end):
        end += 1
    return end


def _owners(
    here: Reading, there: Reading, words: tuple[PersonWords, PersonWords], ties: Ties
) -> Iterator[Bond]:
    """What somebody owns, and another on the other side."""
    for at, key in enumerate(here.keys):
        persons = words[0].possessives.get(key)
        if persons is None:
            continue
        owned = _owned(here, at, ties)
        other = ties.counterpart(here.side.side, owned) if owned is not None else None
        if owned is None or other is None or (at in here.side.quoted) != (other in there.side.quoted):
            continue
        place = _possessive(there, other, words[1])
        if place is None:
            continue
        theirs = words[1].possessives[there.keys[place]]
        if _apart(persons, theirs):
            strength = ties.strength(here.side.side, owned)
            yield Bond((at, owned), (min(place, other), max(place, other)), "owner", strength)


def _owned(reading: Reading, at: int, ties: Ties) -> int | None:
    """The noun that stands after a possessive."""
    for word in range(at + 1, min(at + 1 + _OWNED, len(reading.keys))):
        if not reading.joined(word - 1):
            return None
        if ties.carries(reading.side.side, word) and ties.counterpart(reading.side.side, word) is not None:
            return word
    return None


def _possessive(reading: Reading, noun: int, words: PersonWords) -> int | None:
    """The possessive of a noun: before it, or right after it."""
    after = noun + 1
    if after < len(reading.keys) and reading.joined(noun) and reading.keys[after] in words.possessives:
        return after
    for at in range(noun - 1, max(-1, noun - 1 - _BESIDE), -1):
        if not reading.joined(at):
            return None
        if reading.keys[at] in words.possessives:
            return at
        if reading.keys[at] in reading.rules.prepositions or reading.keys[at] in reading.rules.determiners:
            return None
    return None


def _meet(one: Persons, other: Persons) -> bool:
    """Whether two who are stressed may be one: a language may have one word for her, him and it."""
    return bool(one & other) or (one <= _ONE and "3s" in other) or (other <= _ONE and "3s" in one)


def _apart(one: Persons, other: Persons) -> bool:
    """Whether two who own something are surely not one."""
    return not one & other and not any(one & persons and other & persons for persons in (_FIRST, _THIRD))


def _spoken_of(persons: Persons, reading: Reading, words: PersonWords) -> bool:
    """Whether a side speaks of those who are acted on, by any pronoun that stands for one who is."""
    return any(persons & said for _, said in _pronouns(reading, words))
