"""The words and forms by which a language says a person, from `persons` in `assets/roles/<language>.toml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from tui.languages import toml_table

Persons = frozenset[str]


class PersonWords(Struct, frozen=True, eq=False):
    """The words and forms of a language that say a person."""

    subjects: Mapping[str, Persons]
    objects: Mapping[str, Persons]
    """What stands after a verb, or after *to*, and is acted on."""
    clitics: Mapping[str, Persons]
    """What does before a verb."""
    to_whom: frozenset[str]
    """Those of them that take up no noun before them as what is acted on: *la moglie l'ha conosciuta*."""
    owners: Mapping[str, Persons]
    """What says whose something is."""
    helpers: Mapping[str, Persons]
    endings: tuple[tuple[re.Pattern[str], Persons], ...]
    reflexive: frozenset[str]
    selves: frozenset[str]
    """What stands right after a verb that turns on the one who acts: *blamed himself*."""
    own: frozenset[str]
    """What says by other words that something turns on the one who acts: *incolpò se stesso*."""
    anyone: frozenset[str]
    """What is taken up by a pronoun of many and may be one."""
    kinds: frozenset[str]
    """The kinds of things, by the nouns that name them, of which the same is true."""
    stressed: tuple[tuple[str, ...], ...]
    """What stands after one who is said to be the one who does it: *it was she who*."""
    things: Mapping[str, Persons]
    """What stands for a thing, as a subject or an object."""
    possessives: Mapping[str, Persons]
    """What stands beside what somebody owns."""
    attached: re.Pattern[str]
    """How a verb ends that holds such a word: its group is the word."""
    towards: frozenset[str]
    """What may stand between a verb and a pronoun that it acts on."""
    turning: frozenset[str]
    """Dictionary forms of verbs by which another acts than in the other language: *mi piace*, *I like*."""


@cache
def person_words(language: str) -> PersonWords | None:
    """The words of a base language; None where no data describes them."""
    data = toml_table(f"roles/{language}.toml").get("persons")
    if not data:
        return None

    def by_word(name: str) -> dict[str, Persons]:
        table: dict[str, Persons] = {}
        for person, words in data.get(name, {}).items():
            for word in words.split():
                table[word] = table.get(word, frozenset()) | {person}
        return table

    return PersonWords(
        by_word("subjects"), by_word("objects"), by_word("clitics"),
        frozenset(by_word("to_whom")), by_word("owners"), by_word("helpers"),
        tuple((re.compile(ending), frozenset({one})) for one, ending in data.get("endings", {}).items()),
        frozenset(data.get("reflexive", "").split()),
        frozenset(data.get("selves", "").split()),
        frozenset(data.get("own", "").split()),
        frozenset(data.get("anyone", "").split()),
        frozenset(data.get("kinds", "").split()),
        tuple(tuple(phrase.split()) for phrase in data.get("stressed", ())),
        by_word("things"), by_word("possessives"), re.compile(data.get("attached", "(?!)")),
        frozenset(data.get("towards", "").split()),
        frozenset(data.get("turning", "").split()),
    )  # fmt: skip
