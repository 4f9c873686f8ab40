"""What CLDR, through babel, says of a language's months, weekdays, currencies, numerals, dates and hours."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.cache import kept_table
from tui.comparison.quantities.units import units

if TYPE_CHECKING:
    from babel import Locale

Entry = tuple[str, str, str]
"""A category, what the phrase is worth in it, and the phrase."""


class Notation(Struct, frozen=True):
    """How a language writes numbers, days and hours in figures."""

    decimal: str = "."
    group: str = ","
    month_first: bool = False
    """Whether some of its readers take 4/3 for the third of April."""
    counts_24_hours: bool = False


def notation(language: str) -> Notation:
    """The notation of a language; the plain one where CLDR does not know it."""
    return Notation(*kept_table(f"notation {language}", lambda: _notation(language)))


def _notation(language: str) -> tuple[str, str, bool, bool] | tuple[()]:
    locale = _locale(language)
    if locale is None:
        return ()
    signs, day = locale.number_symbols["latn"], str(locale.date_formats["short"].pattern).lower()
    return (
        signs["decimal"],
        signs["group"],
        day.find("m") < day.find("d"),
        "H" in str(locale.time_formats["short"].pattern),
    )


def calendar(language: str) -> Iterator[Entry]:
    """The names of months and weekdays."""
    locale = _locale(language)
    if locale is None:
        return
    for context in ("format", "stand-alone"):
        for number, name in locale.months[context]["wide"].items():
            yield "months", str(number), name
        for number, name in locale.months[context]["abbreviated"].items():
            yield "months_short", str(number), name
        for number, name in locale.days[context]["wide"].items():
            yield "weekdays", str(number), name


def money(language: str) -> Iterator[Entry]:
    """The signs, names and codes of currencies."""
    for sign, unit in units().signs.items():
        yield "units", unit, sign
        yield "signs", unit, sign
    for code, name in _currency_names(_locale(language)):
        yield "units", code, name
    for code in _currencies():
        yield "codes", code, code


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
