"""Errors in names: a letter changed, a name exchanged for another, a name added."""

import re
from collections.abc import Mapping
from random import Random

from benchmarks.planters import Planted

_NAME = re.compile(r"\b[A-ZÀ-Þ][a-zà-ÿ]{3,}\b")
_LETTERS = "abcdefghilmnoprstuvz"


def letter_changed(source: str, target: str, random: Random) -> Planted | None:
    """One letter of a name, not its first, is another."""
    name = _some_name(source, target, random)
    if name is None:
        return None
    at = random.randrange(1, len(name[0]))
    letter = random.choice([c for c in _LETTERS if c != name[0][at]])
    return _replaced(target, name, name[0][:at] + letter + name[0][at + 1 :])


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


def names(source: str, target: str) -> list[re.Match[str]]:
    """The capitalised words inside the target sentence that the source has letter for letter."""
    kept = set(_NAME.findall(source))
    return [match for match in _NAME.finditer(target) if match.start() > 1 and match[0] in kept]


def _some_name(source: str, target: str, random: Random) -> re.Match[str] | None:
    found = names(source, target)
    return random.choice(found) if found else None


def _replaced(target: str, name: re.Match[str], by: str) -> Planted:
    return Planted(target[: name.start()] + by + target[name.end() :], name.start(), name.start() + len(by))


def _other(source: str, target: str, random: Random, pool: list[str]) -> str | None:
    others = [name for name in pool if name not in source and name not in target]
    return random.choice(others) if others else None
