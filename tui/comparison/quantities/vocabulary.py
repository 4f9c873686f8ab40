"""The words of quantity of a language: its file under `assets/quantities`, and CLDR through babel.

A language is data: its file says what each phrase is worth; months, weekdays, currency names and number
signs come from CLDR. A language without a file still has those, and its digits.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from tui.comparison.quantities.lexing import keys
from tui.languages import base_language, toml_table

if TYPE_CHECKING:
    from babel import Locale


@dataclass(frozen=True, slots=True)
class Term:
    """What a phrase is worth in one category (`cardinals`, `units`, `months`, …)."""

    value: str
    """A number as text, a unit, or a mark."""
    width: int
    """How many lexemes the phrase has."""

    @property
    def number(self) -> Fraction:
        """The value as a number."""
        return Fraction(self.value)


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit of measure: its size in the base measure of its dimension."""

    dimension: str
    size: Fraction
    system: str


@dataclass(frozen=True)
class Units:
    """What holds in every language."""

    signs: dict[str, str]
    measures: dict[str, Measure]
    families: dict[str, frozenset[str]]

    def is_currency(self, unit: str) -> bool:
        """Whether a unit is a currency or a name that several currencies share."""
        if unit in self.measures:
            return False
        return (len(unit) == 3 and unit.isupper()) or unit == "cent" or self._currency_family(unit)

    def _currency_family(self, unit: str) -> bool:
        return any(len(u) == 3 and u.isupper() for u in self.families.get(unit, ()))

    def related(self, one: str, other: str) -> bool:
        """Whether one is a name that the other answers to (*dollar* and USD)."""
        return other in self.families.get(one, ()) or one in self.families.get(other, ())


@lru_cache(maxsize=1)
def units() -> Units:
    """The table `units.toml`."""
    table = _table("units")
    return Units(
        table["signs"],
        {name: Measure(d, Fraction(size), system) for name, (d, size, system) in table["measures"].items()},
        {name: frozenset(members) for name, members in table["families"].items()},
    )


class Vocabulary:
    """The phrases of one language with what they are worth, found by their first word."""

    def __init__(self, language: str, *, bare: bool = False) -> None:
        """`bare` leaves out all words but months and weekdays: what any language has."""
        self.language = language
        self._table = _table(language)
        self.has_words = "cardinals" in self._table
        self._bare = bare
        if bare:
            self._table = {"grammar": {**self.grammar, "compounds": False}}
        self._phrases: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
        for category, value, phrase in self._entries():
            words = keys(phrase)
            if words:
                self._phrases.setdefault(words[0], []).append((words, category, value))
        for phrases in self._phrases.values():
            phrases.sort(key=lambda entry: -len(entry[0]))
        self.decimal, self.group = self._number_signs()
        self.month_first = self._month_first()
        self.compounds = bool(self.grammar.get("compounds", False))

    @property
    def grammar(self) -> dict[str, Any]:
        """The table `grammar`."""
        return self._table.get("grammar", {})  # type: ignore[no-any-return]

    @cached_property
    def suffixes(self) -> tuple[tuple[str, str], ...]:
        """Endings that a number word may grow, each with what it makes of it; the longest first."""
        pairs = [(form, name) for name, forms in self._table.get("suffixes", {}).items() for form in forms]
        return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))

    @cached_property
    def morphemes(self) -> dict[str, Fraction]:
        """The number words of one piece, out of which a language may build longer ones."""
        return {
            form: Fraction(value)
            for category in ("cardinals", "scales")
            for value, forms in self._table.get(category, {}).items()
            for form in forms
            if len(form) > 2
        }

    @cached_property
    def scales(self) -> frozenset[Fraction]:
        """The values that multiply what stands before them."""
        return frozenset(Fraction(value) for value in self._table.get("scales", {}))

    def terms(self, words: list[str], at: int) -> dict[str, Term]:
        """What the phrases that begin at `at` are worth: the longest of each category."""
        found: dict[str, Term] = {}
        for phrase, category, value in self._phrases.get(words[at], ()):
            width = len(phrase)
            if category not in found and (width == 1 or tuple(words[at : at + width]) == phrase):
                found[category] = Term(value, width)
        return found

    def _entries(self) -> Iterator[tuple[str, str, str]]:
        for category, table in self._table.items():
            if category == "suffixes":
                continue
            for value, forms in table.items():
                if isinstance(forms, dict):  # [relative.years]
                    for offset, phrases in forms.items():
                        yield from ((f"{category}", f"{value}:{offset}", phrase) for phrase in phrases)
                elif isinstance(forms, list) and category == "grammar":
                    yield from ((value, "", phrase) for phrase in forms)
                elif isinstance(forms, list):
                    yield from ((category, value, phrase) for phrase in forms)
        yield from self._calendar()
        if not self._bare:
            yield from self._money()

    def _calendar(self) -> Iterator[tuple[str, str, str]]:
        locale = _locale(self.language)
        if locale is None:
            return
        for context in ("format", "stand-alone"):
            for number, name in locale.months[context]["wide"].items():
                yield "months", str(number), name
            for number, name in locale.months[context]["abbreviated"].items():
                yield "months_short", str(number), name
            for number, name in locale.days[context]["wide"].items():
                yield "weekdays", str(number), name

    def _money(self) -> Iterator[tuple[str, str, str]]:
        for sign, unit in units().signs.items():
            yield "units", unit, sign
            yield "signs", unit, sign
        for code, name in _currency_names(_locale(self.language)):
            yield "units", code, name
        for code in _currencies():
            yield "codes", code, code

    def _number_signs(self) -> tuple[str, str]:
        locale = _locale(self.language)
        if locale is None:
            return ".", ","
        signs = locale.number_symbols["latn"]
        return signs["decimal"], signs["group"]

    @cached_property
    def counts_24_hours(self) -> bool:
        """Whether the language writes the hours of a day from 0 to 23."""
        locale = _locale(self.language)
        return locale is not None and "H" in str(locale.time_formats["short"].pattern)

    def _month_first(self) -> bool:
        locale = _locale(self.language)
        if locale is None:
            return False
        pattern = str(locale.date_formats["short"].pattern).lower()
        return pattern.find("m") < pattern.find("d")


def _currency_names(locale: Locale | None) -> Iterator[tuple[str, str]]:
    """The names of several words of every current currency (dollaro statunitense, dollari statunitensi).

    One word (dollaro, franco) is shared by several currencies: those stand in the language's own file.
    """
    from babel.numbers import get_currency_name

    if locale is None:
        return
    for code in sorted(_currencies()):
        for name in {get_currency_name(code, count, locale) for count in (1, 2)}:
            if " " in name:
                yield code, name


@lru_cache(maxsize=1)
def _currencies() -> frozenset[str]:
    """The codes of the currencies that are legal tender somewhere today."""
    from babel.core import get_global

    return frozenset(
        code
        for periods in get_global("territory_currencies").values()
        for code, _, end, tender in periods
        if tender and end is None
    )


def _locale(language: str) -> Locale | None:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return None


def _table(name: str) -> dict[str, Any]:
    return toml_table(f"quantities/{name}.toml")


@lru_cache(maxsize=32)
def vocabulary(tag: str, *, bare: bool = False) -> Vocabulary:
    """The vocabulary for a BCP 47 tag: that of its language."""
    return Vocabulary(base_language(tag), bare=bare)
