"""The words of quantity of a language: its file under `assets/quantities`, and CLDR.

A language is data: its file says what each phrase is worth; months, weekdays, currency names and number
signs come from CLDR. A language without a file still has those, and its digits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import Any, TypeVar

from msgspec import Struct

from tui.comparison.quantities.lexing import keys
from tui.comparison.quantities.locale import Entry, calendar, money, notation
from tui.languages import Phrases, base_language, lemma, toml_table

Worth = TypeVar("Worth")

_BY_LEMMA = frozenset(("multipliers",))
"""The categories whose words are found in every form of theirs."""
_APART = frozenset(("grammar", "suffixes", "si", "prefixes", "combining"))
"""Tables that are no phrases, or not by what they are worth."""
SHORTEST = 3
"""Letters that a number word has at least of which longer ones are made."""
_LEMMA_LETTERS = 3
"""How many letters a word shares with its dictionary form, in the words that are looked for by it."""


class Term(Struct, frozen=True):
    """What a phrase is worth in one category (`cardinals`, `units`, `months`, …)."""

    value: str
    """A number as text, a unit, or a mark."""
    width: int
    """How many lexemes the phrase has."""

    @property
    def number(self) -> Fraction:
        """The value as a number."""
        return _number(self.value)


@lru_cache(maxsize=4096)
def _number(value: str) -> Fraction:
    return Fraction(value)


_NO_TERMS: dict[str, Term] = {}


class Vocabulary:
    """The phrases of one language with what they are worth, found by their first word."""

    def __init__(self, language: str, *, bare: bool = False) -> None:
        """`bare` leaves out all words but months and weekdays: what any language has."""
        self.language = language
        self.notation = notation(language)
        table = toml_table(f"quantities/{language}.toml")
        self.has_words = "cardinals" in table
        if bare:
            table = {"grammar": {**table.get("grammar", {}), "compounds": False}}
        self._table = table
        self.compounds = bool(self.grammar.get("compounds", False))
        self._phrases = Phrases.kept(
            f"quantities {language}{' bare' if bare else ''}",
            lambda: (
                (phrase, (category, value))
                for entries in (self._entries(), calendar(language), () if bare else money(language))
                for category, value, phrase in entries
            ),
            words=keys,
        )
        self._lemmas = {
            phrase: (category, value)
            for category in _BY_LEMMA
            for value, phrases in table.get(category, {}).items()
            for phrase in phrases
        }
        self._lemma_beginnings = frozenset(phrase[:_LEMMA_LETTERS] for phrase in self._lemmas)

    @property
    def grammar(self) -> dict[str, Any]:
        """The table `grammar`."""
        return self._table.get("grammar", {})  # type: ignore[no-any-return]

    @cached_property
    def suffixes(self) -> tuple[tuple[str, str], ...]:
        """Endings that a number word may grow, each with what it makes of it; the longest first."""
        return _by_length((form, name) for name, form in self._forms("suffixes"))

    @cached_property
    def prefixes(self) -> tuple[tuple[str, Fraction], ...]:
        """What a number is at the beginning of a word (*bi-, tri-*); the longest first."""
        return _by_length((form, Fraction(value)) for value, form in self._forms("prefixes"))

    @cached_property
    def combining(self) -> dict[str, tuple[str, ...]]:
        """What may stand by its use before or after a number that begins a word (`bi` + `dimensional`)."""
        return {use: tuple(forms) for use, forms in self._table.get("combining", {}).items()}

    @cached_property
    def morphemes(self) -> dict[str, Fraction]:
        """The number words of one piece, out of which a language may build longer ones."""
        return {
            form: Fraction(value)
            for category in ("cardinals", "scales")
            for value, form in self._forms(category)
            if len(form) >= SHORTEST
        }

    @cached_property
    def heads(self) -> frozenset[str]:
        """How the number words of one piece begin."""
        return frozenset(form[:SHORTEST] for form in self.morphemes)

    @cached_property
    def numbered(self) -> frozenset[str]:
        """The first two letters of every word that may be made of a number, or its only one."""
        around = (form for use in ("up", "down") for form in self.combining.get(use, ()))
        return frozenset(form[:2] for form in (*self.morphemes, *dict(self.prefixes), *around))

    @cached_property
    def scales(self) -> frozenset[Fraction]:
        """The values that multiply what stands before them."""
        return frozenset(Fraction(value) for value in self._table.get("scales", {}))

    def begins(self, word: str) -> bool:
        """Whether a phrase may begin with a word."""
        return word in self._phrases.first or word[:_LEMMA_LETTERS] in self._lemma_beginnings

    def terms(self, words: Sequence[str], at: int) -> dict[str, Term]:
        """What the phrases that begin at `at` are worth: the longest of each category."""
        if not self.begins(words[at]):
            return _NO_TERMS
        found: dict[str, Term] = {}
        for end, (category, value) in self._phrases.exactly_at(words, at):
            if category not in found:
                found[category] = Term(value, end - at)
        if words[at][:_LEMMA_LETTERS] in self._lemma_beginnings:
            category, value = self._lemmas.get(lemma(words[at], self.language), ("", ""))
            if category and category not in found:
                found[category] = Term(value, 1)
        return found

    def _forms(self, category: str) -> Iterator[tuple[str, str]]:
        for value, forms in self._table.get(category, {}).items():
            yield from ((value, form) for form in forms)

    def _entries(self) -> Iterator[Entry]:
        for category, table in self._table.items():
            if category in _APART:
                continue
            for value, forms in table.items():
                if isinstance(forms, dict):  # [relative.years]
                    for offset, phrases in forms.items():
                        yield from ((category, f"{value}:{offset}", phrase) for phrase in phrases)
                else:
                    yield from ((category, value, phrase) for phrase in forms)
        for use, forms in self.grammar.items():
            if isinstance(forms, list):
                yield from ((use, "", phrase) for phrase in forms)
        yield from self._si()

    def _si(self) -> Iterator[Entry]:
        """The names of the units of the SI with every prefix: *kilowatt hours*, *nanometri*."""
        names = self._table.get("si", {})
        for unit, forms in names.get("units", {}).items():
            for form in forms:
                yield "units", unit, form
                for prefix, written in names.get("prefixes", {}).items():
                    yield from (("units", prefix + unit, before + form) for before in written)


def _by_length(pairs: Iterable[tuple[str, Worth]]) -> tuple[tuple[str, Worth], ...]:
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@lru_cache(maxsize=256)
def vocabulary(tag: str, *, bare: bool = False) -> Vocabulary:
    """The vocabulary for a BCP 47 tag: that of its language."""
    return _vocabulary(base_language(tag), bare)


@lru_cache(maxsize=32)
def _vocabulary(language: str, bare: bool) -> Vocabulary:
    return Vocabulary(language, bare=bare)
