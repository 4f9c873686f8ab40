"""Whom a pronoun means: *the novelist … and her family* beside *lo scrittore … e la sua famiglia*.

A language whose pronouns tell her from him leaves it open what her or his nouns say; one whose nouns and
articles tell it may leave out the pronoun. Where a pronoun can mean only one of those whom a sentence speaks
of, it says of that noun what the other language says by an article, a title or an ending. So does a noun that
is said of women or men alone (*a woman of forty*, *un quarantenne*). Where two may be meant nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from tui.articles import Side, Span
from tui.comparison.classes.gender import CALLED, GENDER, ending, tells_another
from tui.comparison.classes.gender_words import GENDERS, Gender, Words, words_of
from tui.comparison.polarity import Stretch
from tui.comparison.rule import SOURCE, TARGET, Candidate
from tui.languages import (
    Dictionary,
    dictionary,
    function_words,
    is_kind_of,
    is_listed_noun,
    known,
    lemma,
)

_USUAL = 3
"""So many of a noun's meanings, the most usual first, are asked whether they are of a person."""
_OWNED = 3
"""Words after a pronoun of an owner among which stands what is owned."""
_ASIDE = 2
"""Words that may stand between an article and its noun, or between a noun and a name."""


class Person(Struct, frozen=True):
    """One person that a side speaks of, by a noun."""

    noun: int
    """The word."""
    names: frozenset[str]
    """The words of the name beside it."""
    span: Span
    """The noun, with the article before it where that tells it."""


class Held(Person, frozen=True):
    """One whom a pronoun may mean."""

    surely: bool
    """Whether the word surely stands for a person here."""


class Told(Person, frozen=True):
    """One of whom the noun, its article or its title says whether it is she or he."""

    gender: Gender


class Bound(Struct, frozen=True):
    """A person of whom the two sides say another gender."""

    said: Span
    """What says it on the side whose articles do not."""
    gender: Gender
    there: Told
    """Who stands for the person on the other side."""


def persons(source: Stretch, target: Stretch) -> list[Candidate]:
    """The person of whom the two sides say another gender, if there is one.

    `gender-bound`: 1, since nobody else can be meant.
    """
    for plain, telling in ((source, target), (target, source)):
        found = bound(plain, telling)
        if found is None:
            continue
        spans: dict[Side, Span] = {plain.side: found.said, telling.side: found.there.span}
        said: dict[Side, Gender] = {plain.side: found.gender, telling.side: found.there.gender}
        told = {
            side.side: f"{CALLED[said[side.side]]} ({spans[side.side].within(side.text)})"
            for side in (source, target)
        }
        return [
            Candidate(
                rule=GENDER, evidence={"gender-bound": 1.0},
                source=(spans["source"],), target=(spans["target"],),
                source_value=said["source"], target_value=said["target"],
                message=f"The {SOURCE} speaks of {told['source']}, the {TARGET} of {told['target']}.",
            )
        ]  # fmt: skip
    return []


def bound(plain: Stretch, telling: Stretch) -> Bound | None:
    """The person who is a woman on one side and a man on the other, if the sentence has one alone who may be;
    `plain`: the side whose pronouns say it, `telling`: that whose articles and nouns do.
    """
    words, theirs = words_of(plain.language), words_of(telling.language)
    meanings = dictionary(plain.language, telling.language)
    if words is None or theirs is None or not meanings:
        return None
    capitals = frozenset(token.key for token in telling.tokens if token.text[0].isupper())
    found = _meant(plain, words, capitals)
    if found is None:
        return None
    said, gender, person = found
    others = list(_told(telling, theirs))
    same = [one for one in others if _is_same(plain, person, telling, one, meanings)]
    if not same and plain.tokens[person.noun].key in words.nouns:
        same = _in_its_place(plain, person, telling, others, meanings)
    if len(same) != 1 or same[0].gender == gender:
        return None
    return Bound(said, gender, same[0])


def _meant(side: Stretch, words: Words, capitals: frozenset[str]) -> tuple[Span, Gender, Held] | None:
    """The only one of whom pronouns can speak, or who is called a woman or a man, with what says it."""
    said = {**words.pronouns, **words.others}
    pronouns = [at for at, token in enumerate(side.tokens) if token.key in said]
    genders = {said[side.tokens[at].key] for at in pronouns}
    people = _people(side, words, capitals) if len(genders) <= 1 else []
    if not people or tells_another(side, words):
        return None
    if all(side.tokens[at].key in words.others for at in pronouns):  # *his husband* is another than he
        owned = {place for at in pronouns for place in range(at + 1, at + 1 + _OWNED)}
        people = [one for one in people if one.noun not in owned]
    called = {one.noun: words.nouns.get(side.tokens[one.noun].key) for one in people}
    people = [one for one in people if called[one.noun] in (genders or GENDERS) or not called[one.noun]]
    if len(people) != 1 or not people[0].surely:
        return None
    (person,) = people
    if pronouns:
        is_after = person.noun < pronouns[0] or _said_of(side, person, words) == pronouns[0]
        return (side.tokens[pronouns[0]].span, genders.pop(), person) if is_after else None
    gender = called[person.noun]
    return (person.span, gender, person) if gender else None


def _people(side: Stretch, words: Words, capitals: frozenset[str]) -> list[Held]:
    """Those whom a side speaks of one by one; none where a name may be of yet another.

    `capitals`: the words with a capital of the other side, where names stand too.
    """
    if not words.person:
        return []
    names, beside = _names(side, words, capitals), set[int]()
    people: list[Held] = []
    for at, token in enumerate(side.tokens):
        rank = _rank(token.key, side.language, words.person)
        if rank is None:
            continue  # as for most words
        is_small = not at or token.text[0].islower() or at + 1 in names
        opened = _opening(side, at, words) is not None
        before_noun = _before_noun(side, at)
        if (not opened and (rank or before_noun)) or (not is_small and before_noun):
            continue
        person = Held(at, frozenset(), token.span, not rank and is_small and not before_noun)
        held = _beside(side, person, names, words)
        beside |= held
        people.append(replace(person, names=frozenset(side.tokens[one].key for one in held)))
    return people if beside >= names else []


@lru_cache(maxsize=8192)
def _rank(key: str, language: str, person: str) -> int | None:
    """Which of the usual meanings of a word, if it is a noun of one, is that of a person."""
    if function_words(language).get(key) or lemma(key, language) != key:
        return None
    return next((rank for rank in range(_USUAL) if is_kind_of(key, person, language, rank)), None)


def _before_noun(side: Stretch, at: int) -> bool:
    """Whether a word says something of a noun that follows: *domestic violence*, *the Welsh painter*."""
    if at + 1 >= len(side.tokens) or not _follows(side, at + 1) or side.tokens[at + 1].text[0].isupper():
        return False
    following = side.tokens[at + 1].key
    is_noun = lemma(following, side.language) == following and is_listed_noun(following, side.language)
    return is_noun and not function_words(side.language).get(following)


def _opening(side: Stretch, noun: int, words: Words) -> int | None:
    """The determiner that a noun stands after."""
    for at in range(noun - 1, max(-1, noun - 2 - _ASIDE), -1):
        if not _follows(side, at + 1):
            return None
        if side.tokens[at].key in words.determiners:
            return at
    return None


def _said_of(side: Stretch, person: Person, words: Words) -> int | None:
    """The last word of the one who is said to be what a noun says: *Rosa Neri was a Tuscan painter*."""
    at = _opening(side, person.noun, words)
    return at - 2 if at is not None and at > 1 and side.tokens[at - 1].key in words.equates else None


def _names(side: Stretch, words: Words, capitals: frozenset[str]) -> set[int]:
    """The words of names that may be of a person: no place by the preposition before it, no people."""
    found, placed = set[int](), False
    for at, token in enumerate(side.tokens):
        before = side.tokens[at - 1] if at else None
        if not (token.text[0].isupper() and token.text[-1].islower()):
            placed = False
            continue
        placed = before is not None and (before.key in words.places or (placed and _follows(side, at)))
        is_word = token.key not in capitals and (known(token.key, side.language) or _before_noun(side, at))
        is_word = is_word or bool(function_words(side.language).get(token.key))
        if not placed and not (is_word and (before is None or at - 1 not in found)):
            found.add(at)
    return found


def _beside(side: Stretch, person: Person, names: set[int], words: Words) -> set[int]:
    """The words of the name right after a noun, or right before what it begins or is said of with."""
    held, at = set[int](), person.noun + 1
    while at in names and side.between(at) in (" ", ", "):
        held.add(at)
        at += 1
    first = _opening(side, person.noun, words)
    at = first - 1 if first is not None else -1
    said_of = _said_of(side, person, words)
    at = said_of if said_of is not None else at
    while at in names:
        held.add(at)
        at -= 1
    return held


def _follows(side: Stretch, at: int) -> bool:
    """Whether nothing but a blank stands before a word and after the one before it."""
    return side.between(at).strip(" ") == ""


def _told(side: Stretch, words: Words) -> Iterator[Told]:
    """Those of whom a noun, its article or a title says it."""
    tokens = side.tokens
    for at, token in enumerate(tokens):
        is_name = at > 0 and token.text[0].isupper()
        if is_name or function_words(side.language).get(token.key) or token.key in words.either:
            continue
        article = _article(side, at, words)
        gender: Gender | None = words.titles.get(token.key)
        if gender is None and article is not None:
            gender = ending(token.key, side.language, words)
        if gender is None and article is not None:
            gender = words.articles[tokens[article].key] if _is_alike(token.key, words) else None
        if gender is None:
            continue
        first = article if article is not None else at
        names = frozenset(
            tokens[one].key
            for one in range(at + 1, min(at + 2 + _ASIDE, len(tokens)))
            if tokens[one].text[0].isupper()
            and all(_follows(side, between) for between in range(at + 1, one + 1))
        )
        yield Told(at, names, Span(tokens[first].start, token.end), gender)


def _article(side: Stretch, noun: int, words: Words) -> int | None:
    """The article that a noun stands after, no word of grammar between: not *la figlia dell'agente*."""
    for at in range(noun - 1, max(-1, noun - 2 - _ASIDE), -1):
        if not _follows(side, at + 1):
            return None
        if side.tokens[at].key in words.articles:
            return at
        if function_words(side.language).get(side.tokens[at].key):
            return None
    return None


def _is_same(plain: Stretch, one: Person, telling: Stretch, other: Told, meanings: Dictionary) -> bool:
    """Whether two nouns are of one person: beside one name, or one translates the other."""
    if one.names & other.names:
        return True
    possible = meanings.possible((plain.tokens[one.noun].key,))
    return _is_person(telling, other, meanings) and not _forms(telling, other).isdisjoint(possible)


def _forms(side: Stretch, one: Told) -> frozenset[str]:
    """The forms under which a dictionary may have a noun; of hers, his: *recluta*, of either, has none."""
    words, key = words_of(side.language), side.tokens[one.noun].key
    held = {key, lemma(key, side.language), *side.forms[one.noun]}
    if words is None or one.gender == "masculine" or _is_alike(key, words):
        return frozenset(held)
    his = {key.removesuffix(own) + other for own, other in words.endings if key.endswith(own)}
    return frozenset(his | held if words.titled_alone.fullmatch(key) else his)


def _is_alike(key: str, words: Words) -> bool:
    """Whether a noun is of women and men alike."""
    return key in words.people or words.alike.fullmatch(key) is not None


def _in_its_place(
    plain: Stretch, person: Person, telling: Stretch, others: Sequence[Told], meanings: Dictionary
) -> list[Told]:
    """Who stands for one that is called a woman or a man, where no word there says so: *un quarantenne*."""
    theirs = {form for forms in telling.forms for form in forms}
    if not theirs.isdisjoint(meanings.possible((plain.tokens[person.noun].key,))):
        return []
    words = words_of(telling.language)
    said = meanings.possible(form for forms in plain.forms for form in forms)
    return [
        one
        for one in others
        if words
        and words.alike.fullmatch(telling.tokens[one.noun].key)
        and _is_person(telling, one, meanings)
        and _forms(telling, one).isdisjoint(said)
    ]


def _is_person(side: Stretch, one: Told, meanings: Dictionary) -> bool:
    """Whether a noun is of a person: by what it means, or by its form alone."""
    words, there = words_of(side.language), words_of(meanings.source)
    key = side.tokens[one.noun].key
    if words is None or there is None:
        return False
    meant = meanings.meant(_forms(side, one))
    return (
        bool(words.alike.fullmatch(key))
        if not meant
        else any(is_kind_of(noun, there.person, meanings.source) for noun in meant)
    )
