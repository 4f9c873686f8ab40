"""What is compared as it is written: codes (`G7`), formulas (`CO₂`), pairs across a stroke (`642/2010`)."""

from __future__ import annotations

import re
from fractions import Fraction

from tui.comparison.quantities.dates import days_in_order
from tui.comparison.quantities.fact import Fact, Reading, Strength
from tui.comparison.quantities.found import Found
from tui.comparison.quantities.scan import Scan
from tui.languages import normalized

_YEARS = range(1800, 2100)
_SHORT_YEARS = range(50, 150)
"""From where on two digits are of the last century, and to where of this one (1950 to 2049)."""
_LARGEST_DENOMINATOR = 100
_SHORT_WORD = 3
_DIATOMIC = frozenset(("H2", "N2", "O2", "O3", "F2", "CL2", "BR2", "I2"))
_ELEMENTS = (
    "AC AG AL AR AS AT AU BA BE BI BR CA CD CE CL CO CR CS CU FE FR GA GE HE HG IN IR KR LA LI LU MG MN MO "
    "NA NB NE NI NP OS PB PD PO PT PU RA RB RE RH RN RU SB SC SE SI SN SR TA TC TE TH TI TL XE ZN ZR "
    "B C F H I K N O P S U V W Y"
)
"""The symbols of the elements that have compounds, in capitals, the longer first."""
_FORMULA = rf"(?=\D*[2-9])(?:(?:{_ELEMENTS.replace(' ', '|')})(?:[2-9]|1\d)?){{2,}}\Z"


def code(scan: Scan, index: int) -> Found:
    """A number in a name (`G7`), a telephone number, odd notation; a formula may be said in words as well."""
    text = normalized(scan.text(index))
    digits = "".join(c for c in text if c.isdecimal())
    name = "".join(c for c in text.upper() if c.isalnum() or c == ":")
    readings = (Reading(Fraction(digits), "code", name), Reading(Fraction(digits)))
    formula = name in _DIATOMIC or (re.match(_FORMULA, name) and scan.kind(index) == "code")
    strength = Strength.SOFT if formula else Strength.STRONG
    return Fact("number", scan.span(index, index + 1), readings, "code", strength), index + 1


def stroke(scan: Scan, index: int) -> Found | None:
    """Two whole numbers with a stroke between: a fraction, a day and month, a year of laws.

    Two years that follow each other (`2012/13`) are left to stand apart, like any span of years.
    """
    above, below = scan.whole(index), scan.whole(index + 2)
    joined = scan.key(index + 1) == "/" and scan.glued(index + 1) and scan.glued(index + 2)
    if not joined or above is None or below is None or (scan.key(index - 1) == "/" and scan.glued(index)):
        return None
    long = len(scan.text(index)) == 4 and above in _YEARS
    if long and (below == above + 1 or (len(scan.text(index + 2)) == 2 and below == (above + 1) % 100)):
        return None
    readings = [Reading(Fraction(above), "code", f"{above}/{scan.text(index + 2)}")]
    if 0 < above < below <= _LARGEST_DENOMINATOR:
        readings.insert(0, Reading(Fraction(above, below), "fraction"))
    readings += (Reading(Fraction(m * 100 + d), "day-month") for m, d in days_in_order(scan, above, below))
    if above <= 12 and len(scan.text(index + 2)) == 4 and below in _YEARS:
        readings.append(Reading(Fraction(below * 100 + above), "month-year"))
    for year in {below, below + 1900, below + 2000} & set(_YEARS):  # law 241/90
        if year - 1900 in _SHORT_YEARS:
            readings.append(Reading(Fraction(above), "code", f"{above}/{year}"))
    rule = readings[0].unit
    return Fact("number", scan.span(index, index + 3), tuple(readings), rule), index + 3


def exponent(scan: Scan, index: int) -> bool:
    """Whether a figure is written close to a short word in small letters: `mc2`, `x3`."""
    word = scan.text(index - 1)
    return (
        scan.glued(index)
        and len(scan.text(index)) == 1
        and scan.kind(index) == "numeral"
        and scan.kind(index - 1) == "word"
        and len(word) <= _SHORT_WORD
        and word.islower()
    )


def mark(scan: Scan, index: int, end: int) -> bool:
    """Whether a number only marks a note or counts paragraphs: `[9]`, `(2) No one`, `4. But`, `1.2 Scope`."""
    before, after = scan.key(index - 1), scan.key(end)
    if before == "[" and after in ("]", ",", "-", "–"):
        return True
    short = scan.kind(index) == "numeral" and end == index + 1 and len(scan.key(index)) <= 5
    opens = all(scan.key(at) in ("(", "[", "-", "–", "•", "*", "·", "§") for at in range(index))
    if not short or not opens or len(scan) <= end + 1:
        return False
    closed = end + (scan.glued(end) and scan.key(end) in (".", ")", "]"))
    parts = scan.key(index).split(".")
    if closed == end:
        return len(parts) > 1 and scan.text(end)[:1].isupper() and not scan.glued(end)
    return len(parts[0]) <= 2 and not scan.glued(closed)
