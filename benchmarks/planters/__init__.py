"""Single errors put into the target of a sentence pair: each planter says where its error lies."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Planted:
    """A target sentence with one error, and the characters the error touches (at least one)."""

    text: str
    start: int
    end: int
    lost: str = ""
    """A word of the source that is without a counterpart now: a finding may cover it instead."""


Planter = Callable[[str, str, Random], Planted | None]
"""Takes the source sentence and the target sentence; None when there is nothing to spoil."""
