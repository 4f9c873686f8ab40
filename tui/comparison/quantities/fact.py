"""What a quantity is once it is read: one or more readings of a stretch of text."""

from enum import IntEnum
from fractions import Fraction
from typing import Literal

from msgspec import Struct

from tui.articles import Span

FactKind = Literal["number", "percentage", "amount", "unit", "date", "time"]
Qualifier = Literal["", "up", "down", "limit", "about"]
End = Literal["", "from", "to"]


MARK = "mark"
"""The rule of a number that counts nothing: the mark of a note, an exponent."""


PERIOD = "period"
"""The rule of a stretch of time that a word names without a number: it differs only from other times."""


class Strength(IntEnum):
    """How much a fact counts when nothing answers it on the other side."""

    FILLER = 0
    """A count that texts also give without a number (*both*, *half*): takes up a counterpart, no more."""
    SHADOW = 1
    """Said again only by another number (*a week*, *first*): differs from a strong fact beside it."""
    SOFT = 2
    """Differs from a fact of its kind beside it, and alone is nothing (*two*, *hundreds*, *yesterday*)."""
    STRONG = 3


class Reading(Struct, frozen=True):
    """One way to read a fact: a value and what it counts.

    `unit` is `""` for a bare number, a measure or currency of `units.toml`, or one of `month-name` (1 to 12),
    `month-day` and, where two numbers may be one, `day-month` (month × 100 + day), `date` (year × 10000 +
    month × 100 + day), `weekday` (0 is Monday),
    `season` (spring is 1), `clock` (minutes since midnight), `decade` (1990, or 90 without its century),
    `short-year` (63, without its century), `month-year` (year × 100 + month), `relative-year` and its like
    (last year is -1), `indefinite` (*hundreds*), `fraction`, `times` (*doubled* is 2, *halved* 1/2), `round`
    (how many are left in a cup: 4 is the semi-final), `code` (as written, in `text`).
    """

    value: Fraction
    unit: str = ""
    text: str = ""


class Fact(Struct, frozen=True):
    """A number, percentage, amount, measure, date or time as it stands in the text."""

    kind: FactKind
    span: Span
    readings: tuple[Reading, ...]
    """The likeliest first; the others where notation or words leave a doubt."""
    rule: str
    strength: Strength = Strength.STRONG
    qualifier: Qualifier = ""
    end: End = ""
    """Which end of a change or range it is said to be, by the word before it."""
    change: bool = False
    """Of a temperature: whether the text says that it rose or fell by so much."""
    ordinal: bool = False
    many: str = ""
    """What it counts where the number is indefinite (*millions of euros*)."""
    per: str = ""
    """The time in which it happens (`hour`: 90 kilometres an hour)."""
    era: str = ""
    """Of a year or a century: `bc` or `ad`, where the text says so."""
    zones: frozenset[int] = frozenset()
    """Of a time of day: how many hours from UTC the zone may be that stands beside it."""
    home: frozenset[int] = frozenset()
    """Of a time of day without a zone: the hours from UTC where its language is at home."""
    ambiguous: bool = False
    """Its numeral has two values, by the notation of one language or another (`1,500`)."""

    @property
    def value(self) -> str:
        """The normal form that reports print: `2500`, `33 percent`, `04-20`, `17:30`."""
        rate = f"/{self.per}" if self.per else ""
        return _QUALIFIER_SIGN[self.qualifier] + written(self.readings[0]) + rate


_QUALIFIER_SIGN = {"": "", "up": "> ", "down": "< ", "limit": "≤ ", "about": "~ "}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = ("spring", "summer", "autumn", "winter")
_RELATIVE = {-1: "last", 0: "this", 1: "next"}
_RELATIVE_DAY = {-1: "yesterday", 0: "today", 1: "tomorrow"}


def written(reading: Reading) -> str:
    """The normal form of a reading."""
    value, unit = reading.value, reading.unit
    if reading.text:
        return reading.text
    whole = int(value)
    match unit:
        case "weekday":
            return _WEEKDAYS[whole]
        case "month-name":
            return _MONTHS[whole - 1]
        case "month-day":
            return f"{whole // 100:02}-{whole % 100:02}"
        case "date":
            return f"{whole // 10000:04}-{whole // 100 % 100:02}-{whole % 100:02}"
        case "clock":
            return f"{whole // 60:02}:{whole % 60:02}"
        case "decade":
            return f"{whole:02}s"
        case "short-year":
            return f"'{whole:02}"
        case "month-year":
            return f"{whole // 100:04}-{whole % 100:02}"
        case "times":
            return f"× {digits(value)}"
        case "round":
            return f"last {whole}"
        case "season":
            return _SEASONS[whole - 1]
        case "fraction":
            return f"{value.numerator}/{value.denominator}"
        case "indefinite":
            return f"{digits(value)}s"
        case "relative-day":
            return _RELATIVE_DAY[whole]
        case "":
            return digits(value)
    if unit.startswith("relative-"):
        return f"{_RELATIVE[whole]} {unit.removeprefix('relative-')}"
    return f"{digits(value)} {unit}"


def digits(value: Fraction) -> str:
    """A value as decimal digits, at most six after the point."""
    if value.denominator == 1:
        return str(value.numerator)
    return f"{float(value):.6f}".rstrip("0").rstrip(".")
