"""How a language says whether a woman or a man is spoken of: `assets/classes/<language>.toml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, cached_property
from typing import Any, Literal

from msgspec import Struct

from tui.languages import Section, toml_table

Gender = Literal["feminine", "masculine"]
GENDERS: tuple[Gender, Gender] = ("feminine", "masculine")


class Words(Struct, frozen=True, eq=False, dict=True):
    """The words of a language; what it has not is empty."""

    pronouns: Mapping[str, Gender]
    others: Mapping[str, Gender]
    """What stands for her or him, and may be another than the one a sentence is about."""
    selves: Mapping[tuple[str, ...], Gender]
    """What does in two words."""
    before: Mapping[str, Gender]
    """What stands for her or him before one of `auxiliaries` only."""
    auxiliaries: frozenset[str]
    owning: frozenset[str]
    """Those of them that say by themselves that somebody has something."""
    clitics: Mapping[str, Gender]
    """What does before any verb."""
    objects: Mapping[str, Gender]
    """What does before a verb: `verb` says what the dictionary form of one looks like."""
    elided: frozenset[str]
    """What does for either of them before one of `auxiliaries`: the participle after it agrees."""
    object_words: frozenset[str]
    """The words that stand for whom something is done to: where there is one the other side's may be it."""
    verb: re.Pattern[str]
    attached: re.Pattern[str]
    """Verbs that end in such a word: its group says which."""
    endings: tuple[tuple[str, str], ...]
    """How words end that agree with her and with him."""
    participle: re.Pattern[str]
    adverb: re.Pattern[str]
    copulas: frozenset[str]
    becoming: frozenset[str]
    """Participles after which a determiner opens what somebody becomes."""
    found: frozenset[str]
    """Copulas after one of `reflexives` only."""
    reflexives: frozenset[str]
    existential: frozenset[str]
    """What stands before copulas that only say that something is there."""
    nonfinite: frozenset[str]
    between: frozenset[str]
    """What may stand between a copula and what agrees."""
    determiners: frozenset[str]
    """What names the subject of a copula before it, but after one of `prepositions`."""
    prepositions: frozenset[str]
    heads: frozenset[str]
    """What a clause without a subject begins with."""
    joins: frozenset[str]
    """What joins a clause to one with the same subject."""
    things: frozenset[str]
    """What stands for a thing."""
    says: frozenset[str]
    """What one begins with after a verb."""
    opens: frozenset[str]
    """What stands after a word at the head of a sentence that agrees with its subject."""
    roles: frozenset[str]
    """What stands before what somebody is; `titled` says how such a word ends."""
    titled: re.Pattern[str]
    titled_alone: re.Pattern[str]
    """How nouns end that say it wherever they stand."""
    never: frozenset[str]
    """What agrees and says nothing of a person."""
    never_opens: frozenset[str]
    """The same at the head of a sentence."""
    addressing: frozenset[str]
    """Verbs after which somebody stands to whom the rest is said, and who may be meant by it."""
    people: frozenset[str]
    """Nouns for her and him alike."""
    alike: re.Pattern[str]
    """How more of them end."""
    aged: re.Pattern[str]
    """How those end that say how old she or he is, of which the article tells it wherever they stand."""
    either: frozenset[str]
    """Nouns of men by their form, of which many are said of women too."""
    articles: Mapping[str, Gender]
    """What stands before them."""
    titles: Mapping[str, Gender]
    """What stands before a name only."""
    nouns: Mapping[str, Gender]
    """What women alone are called, and men."""
    person: str
    """The noun that says what all persons are, where kinds of things are known."""
    equates: frozenset[str]
    """What stands between somebody and what she or he is."""
    places: frozenset[str]
    """What makes the name after it that of a place."""
    giving: frozenset[str]
    """Verbs, in the form of the dictionary, of which what is given is the subject of the passive."""

    @cached_property
    def telling(self) -> frozenset[str]:
        """The listed words that may say it, by themselves or with the word after them."""
        tables = (self.pronouns, self.others, self.before, self.clitics, self.objects, self.articles)
        return self.roles.union(*tables, self.elided, (first for first, *_ in self.selves))


@cache
def words_of(language: str) -> Words | None:
    """The words of a language; None where no data describes them."""
    data: dict[str, Any] = toml_table(f"classes/{language}.toml").get("gender", {})
    if not data:
        return None

    def listed(name: str) -> frozenset[str]:
        return frozenset(data.get(name, "").split())

    def by_gender(suffix: str) -> dict[str, Gender]:
        return {word: gender for gender in GENDERS for word in listed(gender + suffix)}

    def pattern(name: str) -> re.Pattern[str]:
        return re.compile(data.get(name, r"(?!)"))

    return Words(
        pronouns=by_gender(""),
        others=by_gender("_other"),
        selves={tuple(words.split("-")): gender for words, gender in by_gender("_self").items()},
        before=by_gender("_before"),
        auxiliaries=listed("auxiliaries"),
        owning=listed("owning"),
        clitics=by_gender("_clitics"),
        objects=by_gender("_object"),
        elided=listed("elided"),
        object_words=listed("objects"),
        verb=pattern("verb"),
        attached=pattern("attached"),
        endings=tuple((feminine, masculine) for feminine, masculine in data.get("agreeing", ())),
        participle=pattern("participle"),
        adverb=pattern("adverb"),
        copulas=listed("copulas"),
        becoming=listed("becoming"),
        found=listed("found"),
        reflexives=listed("reflexives"),
        existential=listed("existential"),
        nonfinite=listed("nonfinite"),
        between=listed("between"),
        determiners=listed("determiners"),
        prepositions=listed("prepositions"),
        heads=listed("heads"),
        joins=listed("joins"),
        things=listed("things"),
        says=listed("says"),
        opens=listed("opens_before"),
        roles=listed("roles"),
        titled=pattern("titled"),
        titled_alone=pattern("titled_alone"),
        never=listed("never"),
        never_opens=listed("never_opens"),
        addressing=listed("addressing"),
        people=listed("people"),
        alike=pattern("alike"),
        aged=pattern("aged"),
        either=listed("either"),
        articles=by_gender("_article"),
        titles=by_gender("_title"),
        nouns=by_gender("_noun"),
        person=data.get("person", ""),
        equates=listed("equates"),
        places=listed("places"),
        giving=Section.of(f"roles/{language}.toml").section("verbs").words("giving"),
    )
