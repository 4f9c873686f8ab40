"""Times of day: `17:30`, `5.30pm`, `le 17 e 30`, `half past five`, `mezzogiorno`."""

from __future__ import annotations

from fractions import Fraction

from tui.comparison.quantities.dates import Found
from tui.comparison.quantities.fact import Fact, Reading
from tui.comparison.quantities.notation import clock
from tui.comparison.quantities.numbers import Number, number_at
from tui.comparison.quantities.scan import Scan

_NOON, _DAY, _HOUR = 720, 1440, 60


def clock_word(scan: Scan, index: int) -> Found | None:
    """`noon`, `mezzanotte`, `half past five`."""
    named = scan.term(index, "clock")
    if named is not None:
        end, minutes = index + named.width, int(named.number)
        past = _minutes_after(scan, end)
        if past is not None:  # mezzanotte e un quarto
            end, minutes = past[1], (minutes + past[0]) % _DAY
        return Fact("time", scan.span(index, end), (Reading(Fraction(minutes), "clock"),), "clock"), end
    mark = scan.term(index, "clock_marks")
    shift = (
        {"half_past": 30, "quarter_past": 15, "quarter_to": -15}.get(mark.value) if mark is not None else None
    )
    if mark is None or shift is None:
        return None
    number = number_at(scan, index + mark.width)
    if number is None or not _is_hour(number):
        return None
    return _time(scan, index, number.end, int(number.value) * _HOUR + shift)


def clock_numeral(scan: Scan, index: int) -> Found:
    """A lexeme such as `17:30`; what no clock shows (`27:37`, `1:02:04`) is compared as it is written."""
    text = scan.lexemes[index].text
    minutes = clock(text)
    if minutes is None:
        reading = Reading(Fraction(text.replace(":", "")), "code", text)
        return Fact("time", scan.span(index, index + 1), (reading,), "clock"), index + 1
    return _time(scan, index, index + 1, minutes, to_the_minute=True)


def timed_number(scan: Scan, index: int, number: Number) -> Found | None:
    """A number that is an hour: by a mark (`5 p.m.`, `7.55 del mattino`) or the word before (`alle 17`)."""
    lexeme = scan.lexemes[index]
    minutes = clock(lexeme.text) if number.digits and number.end == index + 1 else None
    marked = scan.term(number.end, "clock_marks")
    marked = marked if marked is not None and marked.value in ("am", "pm", "night", "hour") else None
    counted = {"units", "months", "scales"} & scan.terms(number.end).keys()
    introduced = scan.ends_with(index, "clock_before") and not counted
    if minutes is not None and not counted:
        found = _time(scan, index, number.end, minutes, to_the_minute=True)
        return found if marked or introduced else _beside(found, number)
    if not _is_hour(number):
        return None
    hour = int(number.value * _HOUR)
    if marked:
        return _time(scan, index, number.end, hour)
    if not introduced:
        return None
    past_hour = _minutes_after(scan, number.end)
    if past_hour is not None:
        return _time(scan, index, past_hour[1], hour + past_hour[0])
    fact, end = _time(scan, index, number.end, hour)
    bare = Reading(number.value)
    return Fact("number", fact.span, (bare, *fact.readings), "number", number.strength), end


def _minutes_after(scan: Scan, index: int) -> tuple[int, int] | None:
    """`e mezza`, `meno un quarto`, `e 30`, where the language says so."""
    shift = scan.term(index, "clock_shifts")
    if shift is not None:
        return int(shift.value), index + shift.width
    if scan.term(index, "clock_and") is None:
        return None
    minutes = number_at(scan, index + 1)
    plausible = minutes is not None and minutes.value in range(5, 60) and not minutes.ordinal
    if minutes is None or not plausible or {"units", "months"} & scan.terms(minutes.end).keys():
        return None
    return int(minutes.value), minutes.end


def _time(scan: Scan, start: int, end: int, minutes: int, *, to_the_minute: bool = False) -> Found:
    """A time from the minutes it says; one in digits with its minutes is of the morning where days have 24
    hours: `5:30` in Italian, but not `alle 5`.
    """
    mark = scan.term(end, "clock_marks")
    after = end + mark.width if mark is not None and mark.value in ("am", "pm", "night", "hour") else end
    kind = mark.value if mark is not None else ""
    morning, evening = minutes % _NOON, minutes % _NOON + _NOON
    of_the_day = not kind and to_the_minute and scan.vocabulary.counts_24_hours
    if minutes > _NOON + _HOUR - 1 or minutes == 0 or of_the_day:
        read = [minutes % _DAY]
    elif kind == "am":
        read = [morning]
    elif kind == "pm":
        read = [evening]
    else:
        read = [minutes, (minutes + _NOON) % _DAY]
    readings = tuple(Reading(Fraction(m), "clock") for m in read)
    return Fact("time", scan.span(start, after), readings, "clock"), after


def _beside(found: Found, number: Number) -> Found:
    """A time that may as well be a decimal number left in another notation."""
    fact, end = found
    readings = (*(Reading(v) for v in number.values), *fact.readings)
    return Fact("number", fact.span, readings, "number"), end


def _is_hour(number: Number) -> bool:
    return (
        number.value.denominator in (1, 2)
        and 0 <= number.value <= 24
        and not number.ordinal
        and not number.unit
    )
