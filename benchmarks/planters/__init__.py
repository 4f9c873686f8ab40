"""Single errors put into the target of a sentence pair: each planter says where its error lies."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Planted:
    """A target sentence with one error, and the characters the error touches (at least one)."""

    text: str
    start: int
    end: int
