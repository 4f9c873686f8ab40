"""Errors in numbers and dates: a digit, a word, a month, a weekday, a scale, a currency or a unit changed."""

import re
from random import Random

from benchmarks.planters import Planted, Planter

_NUMBER_WORDS = [
    "due", "tre", "quattro", "cinque", "sette", "otto", "nove", "dieci", "undici", "dodici", "tredici",
    "quattordici", "quindici", "sedici", "diciassette", "diciotto", "diciannove", "trenta", "quaranta",
    "cinquanta", "sessanta", "settanta", "ottanta", "novanta",
]  # fmt: skip
_ENGLISH_WORDS = [
    "two", "three", "four", "five", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "thirty", "forty", "fifty",
    "sixty", "seventy", "eighty", "ninety",
]  # fmt: skip
_VALUES = (2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 30, 40, 50, 60, 70, 80, 90)
_MONTHS = [
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
    "ottobre", "novembre", "dicembre",
]  # fmt: skip
_WEEKDAYS = ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"]
_SCALES = ["mila", "milioni", "miliardi"]
_CURRENCIES = ["dollari", "euro", "sterline", "rubli", "yen"]
_UNITS = ["miglia", "chilometri", "metri", "piedi"]
_DURATIONS = ["secondi", "minuti", "ore", "giorni", "settimane", "mesi", "anni", "decenni"]
_DECADES = ["venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta"]
_CENTURIES = ["XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX"]
_MULTIPLIERS = ["raddoppiato", "triplicato", "quadruplicato", "dimezzato"]
_NUMERAL = re.compile(r"(?<![\w./@#])\d[\d.,:]*\d|(?<![\w./@#])\d")


def digit(_: str, target: str, random: Random) -> Planted | None:
    """One digit of a numeral is another."""
    return _digit_in(target, list(_NUMERAL.finditer(target)), random)


def percentage(_: str, target: str, random: Random) -> Planted | None:
    """One digit of a percentage is another."""
    return _digit_in(target, list(re.finditer(r"\d[\d.,]*(?= ?%| per cento)", target)), random)


def year(_: str, target: str, random: Random) -> Planted | None:
    """One digit of a year is another."""
    return _digit_in(target, list(re.finditer(r"(?<![\d.,])(?:1[5-9]|20)\d\d(?![\d.,]\d)", target)), random)


def day(_: str, target: str, random: Random) -> Planted | None:
    """The day before a month is another day."""
    found = list(re.finditer(rf"\b([1-9]|[12]\d|3[01])(?=[º°]? (?:{'|'.join(_MONTHS)})\b)", target))
    if not found:
        return None
    match = random.choice(found)
    return _replaced(target, match, str(random.choice([d for d in range(1, 29) if d != int(match[0])])))


def number_word(source: str, target: str, random: Random) -> Planted | None:
    """A number word that the source has too, in words or in digits, is another."""
    found = [
        match
        for match in _words(target, _NUMBER_WORDS)
        if _has(source, _NUMBER_WORDS.index(match[0].lower()))
    ]
    return _exchanged(target, found, _NUMBER_WORDS, random)


def month(_: str, target: str, random: Random) -> Planted | None:
    """A month is another."""
    return _exchanged(target, _words(target, _MONTHS), _MONTHS, random)


def weekday(_: str, target: str, random: Random) -> Planted | None:
    """A weekday is another."""
    return _exchanged(target, _words(target, _WEEKDAYS), _WEEKDAYS, random)


def scale(_: str, target: str, random: Random) -> Planted | None:
    """Millions become thousand millions, or the reverse."""
    return _exchanged(target, _words(target, _SCALES, after=r"\d "), _SCALES[1:], random)


def currency(_: str, target: str, random: Random) -> Planted | None:
    """Dollars become euros, pounds roubles, and so on."""
    return _exchanged(target, _words(target, _CURRENCIES), _CURRENCIES, random)


def unit(_: str, target: str, random: Random) -> Planted | None:
    """Miles become kilometres, and so on."""
    return _exchanged(target, _words(target, _UNITS, after=r"\d "), _UNITS, random)


def duration(_: str, target: str, random: Random) -> Planted | None:
    """Months become weeks, and so on."""
    after = rf"(?:\d|{'|'.join(_NUMBER_WORDS)}) "
    return _exchanged(target, _words(target, _DURATIONS, after=after), _DURATIONS, random)


def decade(_: str, target: str, random: Random) -> Planted | None:
    """A decade is another."""
    found = [m for m in _words(target.lower(), _DECADES, after=r"\banni ") if m[0] in _DECADES]
    return _exchanged(target, found, _DECADES, random)


def century(_: str, target: str, random: Random) -> Planted | None:
    """A century is another."""
    found = list(re.finditer(r"\b[XVI]+(?= secolo\b)", target))
    return _exchanged(target, found, _CENTURIES, random)


def multiplier(_: str, target: str, random: Random) -> Planted | None:
    """What doubled has tripled, what halved has doubled."""
    return _exchanged(target, _words(target, _MULTIPLIERS), _MULTIPLIERS, random)


PLANTERS: dict[str, Planter] = {
    "digit": digit,
    "percentage": percentage,
    "year": year,
    "day": day,
    "number word": number_word,
    "month": month,
    "weekday": weekday,
    "scale": scale,
    "currency": currency,
    "unit": unit,
    "duration": duration,
    "decade": decade,
    "century": century,
    "multiplier": multiplier,
}


def _has(source: str, index: int) -> bool:
    return bool(re.search(rf"\b(?:{_ENGLISH_WORDS[index]}|{_VALUES[index]})\b", source, re.IGNORECASE))


def _words(target: str, words: list[str], after: str = "") -> list[re.Match[str]]:
    """The words of a list as they stand in the text, where `after` matches right before them."""
    return [
        match
        for match in re.finditer(rf"\b(?:{'|'.join(words)})\b", target)
        if re.search(rf"{after}\Z", target[: match.start()])
    ]


def _digit_in(target: str, found: list[re.Match[str]], random: Random) -> Planted | None:
    if not found:
        return None
    match = random.choice(found)
    at = random.choice([i for i, c in enumerate(match[0]) if c.isdecimal()])
    others = [c for c in "0123456789" if c != match[0][at] and (at or c != "0")]
    return _replaced(target, match, match[0][:at] + random.choice(others) + match[0][at + 1 :])


def _exchanged(target: str, found: list[re.Match[str]], words: list[str], random: Random) -> Planted | None:
    if not found:
        return None
    match = random.choice(found)
    return _replaced(target, match, random.choice([w for w in words if w != match[0]]))


def _replaced(target: str, match: re.Match[str], by: str) -> Planted:
    return Planted(
        target[: match.start()] + by + target[match.end() :], match.start(), match.start() + len(by)
    )
