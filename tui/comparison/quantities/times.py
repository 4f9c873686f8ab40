"""Times of day: `17:30`, `5.30pm`, `0730 GMT`, `le 17 e 30`, `17h30`, `half past five`, `ten to six`."""

from __future__ import annotations

from fractions import Fraction

from msgspec.structs import replace

from tui.comparison.quantities.fact import Fact, Reading
from tui.comparison.quantities.found import Found
from tui.comparison.quantities.notation import clock, minutes_of_day
from tui.comparison.quantities.numbers import Number
from tui.comparison.quantities.reading import number_at
from tui.comparison.quantities.scan import Scan

_NOON, _DAY, _HOUR = 720, 1440, 60
_MINUTE = 60
_HALF_DAY, _CLOCK_PARTS = 12, 3
_HOURS = frozenset(("am", "pm", "night", "hour"))
"""The marks that make an hour of the number before them."""


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
    """A lexeme such as `17:30`; what no clock shows (`27:37`, `1:02:04`) is compared as it is written.

    It may be a duration as well, of hours and minutes or of minutes and seconds.
    """
    text = scan.text(index)
    split, part = scan.key(index + 1), scan.text(index + 2)
    if (
        split in (".", ",") and part.isdecimal() and scan.glued(index + 1) and scan.glued(index + 2)
    ):  # 3:32.53
        minute, second = text.split(":")[-2:]
        value = int(minute) * _MINUTE + int(second) + Fraction(int(part), 10 ** len(part))
        reading = Reading(value, "second")
        return Fact("time", scan.span(index, index + 3), (reading,), "time"), index + 3
    minutes = clock(text)
    if minutes is None:
        told = _to_the_second(scan, index)
        if told is not None:
            return told
        readings = [Reading(Fraction(text.replace(":", "")), "code", text)]
        if text.count(":") > 1:  # 2:01:39
            readings.append(Reading(_seconds(*map(int, text.split(":"))), "second"))
        return Fact("time", scan.span(index, index + 1), tuple(readings), "clock"), index + 1
    fact, end = _time(scan, index, index + 1, minutes, to_the_minute=True)
    lasting = Reading(Fraction(minutes), "minute"), Reading(Fraction(minutes), "second")
    return replace(fact, readings=(*fact.readings, *lasting)), end


def _to_the_second(scan: Scan, index: int) -> Found | None:
    """`6:57:47 p.m.`: a time with its seconds and the mark of a half of the day."""
    kind, width = _marked(scan, index + 1)
    parts = [int(part) for part in scan.text(index).split(":")]
    if kind not in ("am", "pm") or len(parts) != _CLOCK_PARTS or not 0 < parts[0] <= _HALF_DAY:
        return None
    hour = parts[0] % _HALF_DAY + (_HALF_DAY if kind == "pm" else 0)
    end = index + 1 + width
    return Fact("time", scan.span(index, end), (Reading(_seconds(hour, *parts[1:]), "second"),), "clock"), end


def timed_number(scan: Scan, index: int, number: Number) -> Found | None:
    """A number that is an hour: by a mark (`5 p.m.`, `7.55 del mattino`) or the word before (`alle 17`)."""
    past = _past_an_hour(scan, index, number)
    if past is not None:
        return past
    kind, _ = _marked(scan, number.end)
    introduced = scan.ends_with(index, "clock_before")
    if number.digits and number.end == index + 1:
        unparted = _unparted(scan, index, kind, introduced=introduced)
        if unparted is not None:
            return unparted
    counted = {"units", "months", "scales"} & scan.terms(number.end).keys() and kind != "zone"
    minutes = clock(scan.text(index)) if number.digits and number.end == index + 1 else None
    if minutes is None and scan.ends_with(index, "clock_name"):  # ore 17,30
        minutes = clock(scan.text(index).replace(",", "."))
    if minutes is not None and not counted:
        found = _time(scan, index, number.end, minutes, to_the_minute=True)
        sure = kind in _HOURS or (introduced and not scan.text(index).count(","))
        return found if sure else _beside(found, number)
    if not _is_hour(number):
        return None
    hour = int(number.value * _HOUR)
    if kind in _HOURS:
        return _time(scan, index, number.end, hour)
    if not introduced or counted:
        return None
    past_hour = _minutes_after(scan, number.end)
    if past_hour is not None:
        return _time(scan, index, past_hour[1], hour + past_hour[0])
    fact, end = _time(scan, index, number.end, hour)
    if fact.zones:
        return fact, end
    readings = (Reading(number.value), *fact.readings)
    return replace(fact, kind="number", readings=readings, rule="number", strength=number.strength), end


def _unparted(scan: Scan, index: int, mark: str, *, introduced: bool) -> Found | None:
    """`0730`, `1730 hours`, `1900 GMT`; and `17h30`."""
    text = scan.text(index)
    if len(text) == 4 and text.isdecimal():
        minutes = minutes_of_day(int(text[:2]), int(text[2:]))
        told = mark in ("zone", "hours24") or (text[0] == "0" and introduced)
        return (
            _time(scan, index, index + 1, minutes, to_the_minute=True)
            if minutes is not None and told
            else None
        )
    hours, minute = scan.whole(index), scan.whole(index + 2)
    parted = scan.term(index + 1, "hour_letters") is not None and len(scan.text(index + 2)) == 2
    if hours is None or minute is None or not parted or scan.glued(index + 1) is not scan.glued(index + 2):
        return None
    minutes = minutes_of_day(hours, minute)
    if minutes is None or {"units", "months"} & scan.terms(index + 3).keys():
        return None
    seconds = scan.whole(index + 4) if scan.key(index + 3) == "'" and scan.glued(index + 4) else None
    if seconds is not None and seconds < _MINUTE:  # 2h01'39"
        end = index + 5 + (scan.key(index + 5) == '"')
        reading = Reading(_seconds(hours, minute, seconds), "second")
        return Fact("time", scan.span(index, end), (reading,), "time"), end
    fact, end = _time(scan, index, index + 3, minutes, to_the_minute=True)
    return replace(fact, readings=(*fact.readings, Reading(Fraction(minutes), "minute"))), end


def _seconds(hours: int, minutes: int, seconds: int) -> Fraction:
    return Fraction((hours * _HOUR + minutes) * _MINUTE + seconds)


def _past_an_hour(scan: Scan, index: int, number: Number) -> Found | None:
    """`ten past six`, `twenty minutes to six`, where the language says the minutes first."""
    if number.value not in range(5, 30, 5) or number.ordinal or number.scale > 1:
        return None
    at = scan.past(number.end, "minutes_word")
    sign = 1 if scan.term(at, "past_hour") else -1 if scan.term(at, "to_hour") else 0
    if sign < 0 and at == number.end and (number.digits or not scan.ends_with(index, "clock_at")):
        return None  # from ten to six
    hour = number_at(scan, at + 1) if sign else None
    if hour is None or not _is_hour(hour) or {"units", "months"} & scan.terms(hour.end).keys():
        return None
    return _time(scan, index, hour.end, (int(hour.value) * _HOUR + sign * int(number.value)) % _DAY)


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
    kind, width = _marked(scan, end)
    after = end + width if kind in _HOURS | {"zone", "hours24"} else end
    morning, evening = minutes % _NOON, minutes % _NOON + _NOON
    of_the_day = kind in ("", "zone") and to_the_minute and scan.vocabulary.notation.counts_24_hours
    if minutes > _NOON + _HOUR - 1 or minutes == 0 or of_the_day or kind == "hours24":
        read = [minutes % _DAY]
    elif kind == "am":
        read = [morning]
    elif kind == "pm":
        read = [evening]
    else:
        read = [minutes, (minutes + _NOON) % _DAY]
    readings = tuple(Reading(Fraction(m), "clock") for m in read)
    at = end if kind == "zone" else after + (scan.key(after) in ("(", ","))
    zone = scan.term(at, "zones")
    zones = _hours(zone.value) if zone is not None else frozenset()
    home = _hours(scan.vocabulary.grammar.get("home_zone", "")) if zone is None else frozenset()
    if zone is not None and at >= after:
        after = at + zone.width + (scan.key(at - 1) == "(" and scan.key(at + zone.width) == ")")
    return Fact("time", scan.span(start, after), readings, "clock", zones=zones, home=home), after


def _marked(scan: Scan, index: int) -> tuple[str, int]:
    """What stands after a time, and how many lexemes it has: a mark of the hour, or a `zone`."""
    mark, zone = scan.term(index, "clock_marks"), scan.term(index, "zones")
    if mark is None:
        return ("", 0) if zone is None else ("zone", zone.width)
    return mark.value, mark.width


def _hours(offsets: str) -> frozenset[int]:
    return frozenset(int(offset) for offset in offsets.split())


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
