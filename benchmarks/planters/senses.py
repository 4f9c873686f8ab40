"""Errors of sense: a noun of the target is exchanged for the name of another thing of its kind."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from random import Random

from benchmarks.planters import Planted, Planter
from tui.comparison.word_vectors import shipped
from tui.languages import Token, dictionary, function_words, kinship, lemma, tokenize
from tui.languages.dictionary import KINDS, places_of, rows

_VOWELS = "aeiouàèéìòù"
_NEAR = 4
"""Steps in the kinds of things that lie at most between a thing and another of its kind."""
_LIKEST = 4
"""So many of the nearest in meaning are taken: what is taken for another thing is seldom far from it."""
_PLURALS = {"a": "e", "o": "i"}


def exchanged(source: str, target: str, random: Random) -> Planted | None:
    """A noun that a noun of the source means is the name of another thing, in its gender and number."""
    places = [
        (token, others)
        for token, noun, form in _meant(tokenize(source), tokenize(target))
        if (others := _others(noun, form))
    ]
    if not places:
        return None
    token, others = random.choice(places)
    other = random.choice(others)
    if token.key != lemma(token.key, "it"):
        other = _plural(other)
    return Planted(target[: token.start] + other + target[token.end :], token.start, token.start + len(other))


def _meant(source: tuple[Token, ...], target: tuple[Token, ...]) -> list[tuple[Token, str, str]]:
    """Each noun of the target that one noun of the source means, with that one and its dictionary form."""
    words = dictionary("en", "it")
    nouns = {lemma(token.key, "en") for token in source if token.text[0].islower()} - {*function_words("en")}
    found = []
    for token in target:
        form = lemma(token.key, "it")
        meant = [noun for noun in nouns if form in words.nouns((noun,))]
        is_plain = token.text.islower() and form[-1] in _PLURALS and token.key in (form, _plural(form))
        if is_plain and len(meant) == 1 and places_of(meant[0], "en"):
            found.append((token, meant[0], form))
    return found


@cache
def _others(noun: str, form: str) -> tuple[str, ...]:
    """Common Italian nouns that take the articles of `form` and name things of a kind with a noun."""
    words = dictionary("en", "it")
    possible = words.possible((noun,))
    found = set()
    for other in _beside(places_of(noun, "en")[0]):
        kin = kinship((noun,), (other,), "en")
        if kin and kin.things and not kin.above and not kin.rare and 0 < kin.steps <= _NEAR:
            found |= {
                one
                for one in words.nouns((other,))[:1]
                if one not in possible and _like(one, form) and one in shipped().row
            }
    others = sorted(found)
    if not others or form not in shipped().row:
        return tuple(others)
    near = shipped().vectors(others) @ shipped().vectors([form])[0]
    return tuple(others[at] for at in (-near).argsort()[:_LIKEST])


def _beside(place: tuple[str, ...]) -> frozenset[str]:
    """The nouns whose most usual meaning lies near a place."""
    return frozenset().union(*(_by_kind().get(place[: len(place) - up], ()) for up in (1, 2)))


@cache
def _by_kind() -> dict[tuple[str, ...], set[str]]:
    """The nouns by the kinds, up to two steps above, of their most usual meaning."""
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for noun in rows(KINDS.format("en")):
        for place in places_of(noun, "en")[:1]:
            for up in (1, 2):
                found[place[: len(place) - up]].add(noun)
    return found


def _like(one: str, other: str) -> bool:
    """Whether two nouns take the same articles."""
    return one[-1] == other[-1] and _beginning(one) == _beginning(other)


def _beginning(noun: str) -> str:
    if noun[0] in _VOWELS:
        return "vowel"
    hard = noun[0] == "z" or noun[:2] in ("gn", "ps", "pn") or (noun[0] == "s" and noun[1:2] not in _VOWELS)
    return "cluster" if hard else "consonant"


def _plural(noun: str) -> str:
    stem, ending = noun[:-1], noun[-1]
    if ending == "a" and stem.endswith(("c", "g")):
        return f"{stem}he"
    return stem if ending == "o" and stem.endswith("i") else stem + _PLURALS.get(ending, ending)


PLANTERS: dict[str, Planter] = {"sense exchanged": exchanged}
