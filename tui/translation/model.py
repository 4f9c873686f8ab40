"""What a translator is, and what it gives back."""

from collections.abc import Iterator, Sequence
from typing import Literal, Protocol

from msgspec import Struct

Doubt = Literal["empty", "unchanged", "repeats", "length"]
"""Why an engine's output is not to be trusted: nothing came, the input came back, a phrase runs on and on,
or it is far longer or shorter than the input."""


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

    def translate(self, sentences: Sequence[str]) -> Iterator[Sequence[str]]:
        """The translations of the sentences in order, chunk by chunk; a chunk is one piece of work of the
        engine.

        A chunk is empty when it has ended no sentence. Work goes on only while the iterator is read: to
        cancel, leave it. Raises `AfronteError` when the engine fails; what was yielded before stands.
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
