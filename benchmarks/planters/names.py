"""Errors in names: a letter changed, a name exchanged for another, a name added or dropped."""

import re
from collections.abc import Mapping
from functools import cache
from random import Random

from babel import Locale

from benchmarks.planters import Planted

_NAME = re.compile(r"\b[A-ZÀ-Þ][a-zà-ÿ]{3,}\b")
_FULL = re.compile(r"\b[A-ZÀ-Þ][a-zà-ÿ]{2,}(?: [A-ZÀ-Þ][a-zà-ÿ]{2,})+\b")
_LONGER = re.compile(r"\b[A-ZÀ-Þ][\w.’'-]*(?:[ -](?:of |the |di |del |della )?[A-ZÀ-Þ][\w.’'-]*)+")
_ACRONYM = re.compile(r"\b[A-Z]{2,5}\b")
_LETTERS = "abcdefghilmnoprstuvz"


def letter_changed(source: str, target: str, random: Random) -> Planted | None:
    """One letter of a name, not its first, is another."""
    name = _some_name(source, target, random)
    if name is None:
        return None
    at = random.randrange(1, len(name[0]))
    letter = random.choice([c for c in _LETTERS if c != name[0][at]])
    return _replaced(target, name, name[0][:at] + letter + name[0][at + 1 :])


def letter_dropped(source: str, target: str, random: Random) -> Planted | None:
    """One letter of a name, not its first, is left out."""
    name = _some_name(source, target, random)
    if name is None:
        return None
    at = random.randrange(1, len(name[0]))
    return _replaced(target, name, name[0][:at] + name[0][at + 1 :])


def letter_doubled(source: str, target: str, random: Random) -> Planted | None:
    """One letter of a name, not its first, stands twice."""
    name = _some_name(source, target, random)
    if name is None:
        return None
    at = random.randrange(1, len(name[0]))
    return _replaced(target, name, name[0][: at + 1] + name[0][at:])


def exchanged(source: str, target: str, random: Random, pool: list[str]) -> Planted | None:
    """A name is another one of `pool` that the sentence has not."""
    name, other = _some_name(source, target, random), _other(source, target, random, pool)
    return _replaced(target, name, other) if name and other else None


def exchanged_within(
    source: str, target: str, random: Random, pools: Mapping[str, list[str]]
) -> Planted | None:
    """A name is another one of the same document, whose names `pools` holds by source sentence."""
    return exchanged(source, target, random, pools[source])


def added(source: str, target: str, random: Random, pool: list[str]) -> Planted | None:
    """A second name of `pool` is joined to the first: *Rossi* becomes *Rossi e Bianchi*."""
    name, other = _some_name(source, target, random), _other(source, target, random, pool)
    if not name or not other:
        return None
    text = f"{target[: name.end()]} e {other}{target[name.end() :]}"
    return Planted(text, name.end() + len(" e "), name.end() + len(" e ") + len(other))


def dropped_alone(source: str, target: str, random: Random, around: Mapping[str, str]) -> Planted | None:
    """The same for a name that stands alone: not in the text `around` a source sentence, nor as a part of a
    longer name, of which the rest would stay.
    """
    return dropped(source, target, random, around[source], whole=True)


def dropped(
    source: str, target: str, random: Random, around: str = "", *, whole: bool = False
) -> Planted | None:
    """A name that stands once on each side is taken out of the target, with the small word before it.

    Names that stand in the text `around` are left alone, and, where only `whole` ones are wanted, parts of
    longer ones.
    """
    found = [m for m in names(source, target) if source.count(m[0]) == target.count(m[0]) == 1]
    found = [m for m in found if m[0] not in around]
    if whole:
        longer = {at for m in _LONGER.finditer(target) for at in range(m.start(), m.end())}
        found = [m for m in found if m.start() not in longer]
    if not found:
        return None
    name = random.choice(found)
    before = re.search(r"(?:\b[a-zà-ÿ]{1,5}[ ’'])?\Z", target[: name.start()])
    at = before.start() if before else name.start()
    return Planted(target[:at] + target[name.end() :], at, at + 1, lost=name[0])


def full_exchanged(source: str, target: str, random: Random, pool: list[str]) -> Planted | None:
    """A name of several words is another one of `pool`."""
    return _exchanged_in(full_names(source, target), source, target, random, pool)


def surname_exchanged(source: str, target: str, random: Random, pool: list[str]) -> Planted | None:
    """The last word of a name of several words is that of another."""
    found, other = full_names(source, target), _other(source, target, random, pool)
    if not found or not other:
        return None
    name, surname = random.choice(found), other.rsplit(" ", 1)[1]
    at = name.end() - len(name[0].rsplit(" ", 1)[1])
    if surname in source:
        return None
    return Planted(target[:at] + surname + target[name.end() :], at, at + len(surname))


def country_exchanged(source: str, target: str, random: Random) -> Planted | None:
    """A country is another one, as CLDR names them in Italian."""
    countries = _countries()
    found = [m for m in _NAME.finditer(target) if m[0] in countries]
    return _exchanged_in(found, source, target, random, countries)


def acronym_exchanged(source: str, target: str, random: Random, pool: list[str]) -> Planted | None:
    """A name of capital letters that both sides have is another one of `pool`."""
    return _exchanged_in(acronyms(source, target), source, target, random, pool)


def full_names(source: str, target: str) -> list[re.Match[str]]:
    """The runs of capitalised words inside the target sentence that the source has letter for letter."""
    return [match for match in _FULL.finditer(target) if match.start() > 1 and match[0] in source]


def acronyms(source: str, target: str) -> list[re.Match[str]]:
    """The words in capital letters that both sides have."""
    kept = set(_ACRONYM.findall(source))
    return [match for match in _ACRONYM.finditer(target) if match[0] in kept]


@cache
def _countries() -> list[str]:
    names = Locale("it").territories
    return sorted(name for code, name in names.items() if len(code) == 2 and _NAME.fullmatch(name))


def names(source: str, target: str) -> list[re.Match[str]]:
    """The capitalised words inside the target sentence that the source has letter for letter."""
    kept = set(_NAME.findall(source))
    return [match for match in _NAME.finditer(target) if match.start() > 1 and match[0] in kept]


def _some_name(source: str, target: str, random: Random) -> re.Match[str] | None:
    found = names(source, target)
    return random.choice(found) if found else None


def _exchanged_in(
    found: list[re.Match[str]], source: str, target: str, random: Random, pool: list[str]
) -> Planted | None:
    other = _other(source, target, random, pool)
    return _replaced(target, random.choice(found), other) if found and other else None


def _replaced(target: str, name: re.Match[str], by: str) -> Planted:
    return Planted(target[: name.start()] + by + target[name.end() :], name.start(), name.start() + len(by))


def _other(source: str, target: str, random: Random, pool: list[str]) -> str | None:
    others = [name for name in pool if name not in source and name not in target]
    return random.choice(others) if others else None
