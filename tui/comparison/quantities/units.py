"""Units of measure and currencies: what holds in every language (`units.toml`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import Any

from msgspec import Struct

from tui.cache import kept_table
from tui.languages import toml_table

_AREA, _VOLUME = "2", "3"
_LITRES = 1000
"""A cubic metre in the base measure of volume."""


class Measure(Struct, frozen=True):
    """A unit of measure: its size in the base measure of its dimension."""

    dimension: str
    size: Fraction
    system: str


_Row = tuple[str, str, str]
"""The fields of a `Measure`, plain as they are kept."""


class _Measures(Mapping[str, Measure]):
    """The measures of all units, each made when it is asked for: an article has few of them."""

    def __init__(self, rows: Mapping[str, _Row]) -> None:
        self._rows = rows
        self._made: dict[str, Measure] = {}

    def __getitem__(self, unit: str) -> Measure:
        if unit not in self._made:
            dimension, size, system = self._rows[unit]
            self._made[unit] = Measure(dimension, Fraction(size), system)
        return self._made[unit]

    def __contains__(self, unit: object) -> bool:
        return unit in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


class Units(Struct, frozen=True, dict=True):
    """The signs, sizes and families of `units.toml`, and every unit that an SI prefix makes."""

    signs: dict[str, str]
    measures: Mapping[str, Measure]
    families: dict[str, frozenset[str]]
    prefixes: tuple[str, ...]
    """The prefixes of the SI, from quecto to quetta."""
    symbols: dict[str, str]
    """The unit of each symbol as it is rightly written (`kWh`, `mL`)."""
    made: dict[str, str]
    """The unit of each symbol that only a prefix makes (`fs`, `ZB`), and that no one writes otherwise."""

    def is_currency(self, unit: str) -> bool:
        """Whether a unit is a currency or a name that several currencies share."""
        if unit in self.measures:
            return False
        return (len(unit) == 3 and unit.isupper()) or unit == "cent" or self._currency_family(unit)

    def _currency_family(self, unit: str) -> bool:
        return any(len(u) == 3 and u.isupper() for u in self.families.get(unit, ()))

    def is_temperature(self, unit: str) -> bool:
        """Whether degrees of a scale are counted, or degrees without saying of which."""
        measure = self.measures.get(unit)
        return unit == "degree" or (measure is not None and measure.dimension == "temperature")

    def related(self, one: str, other: str) -> bool:
        """Whether one is a name that the other answers to (*dollar* and USD)."""
        return other in self.families.get(one, ()) or one in self.families.get(other, ())

    def raised(self, unit: str, power: str) -> str | None:
        """The unit of area or volume (`power` is `2` or `3`) that a length makes; None for other units."""
        if unit == "mile":
            unit = "mi"
        measure = self.measures.get(unit)
        return unit + power if measure is not None and measure.dimension == "length" else None

    def symbol(self, text: str) -> str | None:
        """The unit that a symbol stands for; None for other words.

        Capitals count (`mW`, `MW`), unless the symbol is written in capitals that no unit has (`KM`, `Kg`).
        """
        exactly = self.symbols.get(text) or self.made.get(text)
        return exactly or (self._any_case.get(text.casefold()) if len(text) > 1 else None)

    @cached_property
    def _any_case(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for symbol, unit in self.symbols.items():
            if len(symbol) > 1:
                found.setdefault(symbol.casefold(), unit)
        return found


@lru_cache(maxsize=1)
def units() -> Units:
    """The table `units.toml`."""
    table = toml_table("quantities/units.toml")
    rows, symbols, made = kept_table("units", lambda: _read(table))
    families = {name: frozenset(members) for name, members in table["families"].items()}
    return Units(table["signs"], _Measures(rows), families, tuple(table["si"]["prefixes"]), symbols, made)


def _read(table: dict[str, Any]) -> tuple[dict[str, _Row], dict[str, str], dict[str, str]]:
    """Every measure by its unit, the unit of each symbol, and of each that a prefix makes."""
    measures = {
        name: Measure(d, Fraction(size), system) for name, (d, size, system) in table["measures"].items()
    }
    symbols: dict[str, str] = {}
    spelled: dict[str, str] = table["si"]["spelled"]
    for unit, entry in table["si"]["units"].items():
        measures[unit] = Measure(entry["dimension"], Fraction(entry["size"]), "metric")
        symbols |= {symbol: spelled.get(symbol, symbol) for symbol in entry["symbols"]}
    for unit, entry in table["si"]["units"].items():
        for prefix, power in table["si"]["prefixes"].items():  # a foot is no femtotonne
            size = Fraction(10) ** power * Fraction(entry["size"])
            measures.setdefault(prefix + unit, Measure(entry["dimension"], size, "metric"))
    for unit in [u for u, m in measures.items() if m.dimension == "length"]:
        system, size = measures[unit].system, measures[unit].size
        measures[unit + _AREA] = Measure("area", size**2, system)
        measures[unit + _VOLUME] = Measure("volume", size**3 * _LITRES, system)
        if unit in symbols or unit == "m":
            symbols |= {unit + power: unit + power for power in (_AREA, _VOLUME)}
    rows = {unit: (one.dimension, str(one.size), one.system) for unit, one in measures.items()}
    return rows, symbols, _made(table["si"])


def _made(si: dict[str, Any]) -> dict[str, str]:
    """The unit of every symbol that a prefix makes, but of those that are words."""
    chosen: dict[str, Callable[[int], bool]] = {
        "all": bool, "parts": lambda power: power < 0, "multiples": lambda power: power > 0,
    }  # fmt: skip
    made = {
        prefix + symbol: prefix + unit
        for unit, entry in si["units"].items()
        for which, symbols in entry.get("prefixed", {}).items()
        for prefix, power in si["prefixes"].items()
        for symbol in symbols
        if chosen[which](power)
    }
    return {symbol: unit for symbol, unit in made.items() if symbol not in si["not_symbols"]["words"]}
