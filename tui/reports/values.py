"""Values of a JSON document that a stranger may have written, each taken only as what it has to be.

Every function raises `ValueError` for another value: also for a truth where a number is to be, for numbers
that are none or endless, and for halves of surrogate pairs, which no file can hold.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection
from typing import Any, TypeVar

_T = TypeVar("_T", bound=str)
_SLUG = re.compile(r"[a-z0-9]{1,40}(?:-[a-z0-9]{1,40}){0,8}")


def text(value: object) -> str:
    """A text that can be written."""
    insist(isinstance(value, str))
    assert isinstance(value, str)
    value.encode()
    return value


def text_or_none(value: object) -> str | None:
    """A text, or None where there is none."""
    return None if value is None else text(value)


def word(value: object, words: Collection[_T]) -> _T:
    """One of some words."""
    found = next((each for each in words if each == value), None)
    insist(found is not None)
    assert found is not None
    return found


def slug(value: object) -> str:
    """A name as kinds and rules have them: small letters and digits, hyphens between them."""
    found = text(value)
    insist(_SLUG.fullmatch(found) is not None)
    return found


def truth(value: object) -> bool:
    """True or false."""
    insist(isinstance(value, bool))
    return value is True


def index(value: object, end: int) -> int:
    """A whole number from 0 to below `end`."""
    insist(type(value) is int)
    assert isinstance(value, int)
    insist(0 <= value < end)
    return value


def indexes(value: object, end: int) -> tuple[int, ...]:
    """Several of them."""
    return tuple(index(each, end) for each in listed(value))


def number(value: object) -> float:
    """A number that is one and not endless."""
    insist(type(value) in (int, float))
    assert isinstance(value, int | float)
    insist(abs(value) < math.inf)
    try:
        return float(value)
    except OverflowError as error:
        raise ValueError(value) from error


def share(value: object) -> float:
    """A number from 0 to 1."""
    found = number(value)
    insist(0 <= found <= 1)
    return found


def listed(value: object) -> list[Any]:
    """A list of anything."""
    insist(isinstance(value, list))
    assert isinstance(value, list)
    return value


def named(value: object) -> dict[str, Any]:
    """Anything by names."""
    insist(isinstance(value, dict))
    assert isinstance(value, dict)
    return value


def insist(holds: bool) -> None:
    """Raises `ValueError` where something does not hold."""
    if not holds:
        raise ValueError
