"""What a translator is, and what it gives back."""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal, Protocol

from msgspec import Struct

Doubt = Literal["empty", "unchanged", "repeats", "length"]
"""Why an engine's output is not to be trusted: nothing came, the input came back, a phrase runs on and on,
or it is far longer or shorter than the input."""


def always() -> bool:
    """For work that is wanted to its end."""
    return True


class Translator(Protocol):
    """Turns sentences of one language into sentences of another."""

    @property
    def name(self) -> str:
        """The engine and its languages, as the panel prints it: `Argos it→en`."""
        ...

    @property
    def version(self) -> str:
        """The version of the model, as the panel prints it; empty when the engine has none."""
        ...

    @property
    def build(self) -> str:
        """Tells apart models of the same name and version: results of another build are not reused."""
        ...

    @property
    def languages(self) -> tuple[str, str]:
        """The language it reads and the language it writes, as BCP 47 tags."""
        ...

    def translate(
        self, sentences: Iterable[str], wanted: Callable[[], bool] = always
    ) -> Iterator[dict[str, str]]:
        """The translations by sentence, batch by batch as they end; the first sentences come first, the rest
        in any order.

        A batch is one piece of work of the engine; it may have ended no sentence. No other is begun when
        `wanted` says no; what is begun is given. Raises `AfronteError` when the engine fails; what was
        yielded before stands.
        """
        ...

    def close(self) -> None:
        """Lets go of the model or the process; a later `translate` gets it again."""
        ...


class Translation(Struct, frozen=True):
    """One sentence translated."""

    text: str
    """What the engine gave, in one line."""
    doubts: tuple[Doubt, ...]
    """Empty when nothing about the text looks wrong."""
    made: float
    """When the engine gave it: seconds since the epoch."""
    cached: bool
    """It came from the cache, not from the engine."""
