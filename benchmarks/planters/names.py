"""Errors in names: a letter changed, a name exchanged for another, a name added."""

import re
from random import Random

from benchmarks.planters import Planted

_NAME = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]{3,}")
_LETTERS = "abcdefghilmnoprstuvz"


def names(source: str, target: str) -> list[re.Match[str]]:
    """The capitalised words inside the target sentence that the source has letter for letter."""
    kept = set(_NAME.findall(source))
    return [match for match in _NAME.finditer(target) if match.start() > 1 and match[0] in kept]


def letter_changed(source: str, target: str, random: Random) -> Planted | None:
    """One letter of a name is another, the same on every mention in the sentence."""
    found = names(source, target)
    if not found:
        return None
    name = random.choice(found)
    at = random.randrange(1, len(name[0]))
    letter = random.choice([c for c in _LETTERS if c != name[0][at]])
    return _replaced(target, name, name[0][:at] + letter + name[0][at + 1 :])


def exchanged(source: str, target: str, random: Random, pool: list[str]) -> Planted | None:
    """A name is another one of `pool` that the source sentence has not."""
    found = names(source, target)
    others = [name for name in pool if name not in source and name not in target]
    if not found or not others:
        return None
    return _replaced(target, random.choice(found), random.choice(others))


def added(source: str, target: str, random: Random, pool: list[str]) -> Planted | None:
    """A second name of `pool` is joined to the first: *Rossi* becomes *Rossi e Bianchi*."""
    found = names(source, target)
    others = [name for name in pool if name not in source and name not in target]
    if not found or not others:
        return None
    name = random.choice(found)
    addition = f" e {random.choice(others)}"
    return Planted(
        target[: name.end()] + addition + target[name.end() :], name.end() + 3, name.end() + len(addition)
    )


def _replaced(target: str, name: re.Match[str], by: str) -> Planted:
    return Planted(target[: name.start()] + by + target[name.end() :], name.start(), name.start() + len(by))
