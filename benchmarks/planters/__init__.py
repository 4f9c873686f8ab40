"""Single errors put into the target of a sentence pair: each planter says where its error lies."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from random import Random

from tui.articles import Span


@dataclass(frozen=True, slots=True)
class Planted:
    """A target sentence with one error, and the characters the error touches (at least one)."""

    text: str
    start: int
    end: int
    lost: str = ""
    """A word of the source that is without a counterpart now: a finding may cover it instead."""

    def is_in(self, spans: Iterable[Span], start: int = 0) -> bool:
        """Whether the error lies in one of some spans of a text in which its sentence begins at `start`."""
        return any(span.start < start + self.end and start + self.start < span.end for span in spans)


Planter = Callable[[str, str, Random], Planted | None]
"""Takes the source sentence and the target sentence; None when there is nothing to spoil."""
