"""A translator whose engine is a dictionary of nothing: it shouts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field


@dataclass
class Shouting:
    """Gives every sentence back in capitals, so many sentences a chunk, and counts the chunks."""

    name: str = "Shouting it→en"
    version: str = "1.0"
    build: str = ""
    languages: tuple[str, str] = ("it", "en")
    chunk: int = 4
    before: Callable[[Sequence[str]], None] = lambda _sentences: None
    """Called with each chunk before it is translated."""
    calls: list[tuple[str, ...]] = field(default_factory=list)
    """The sentences of each chunk."""
    on_close: Callable[[], None] = lambda: None

    def translate(self, sentences: Sequence[str]) -> Iterator[list[str]]:
        for start in range(0, len(sentences), self.chunk):
            chunk = tuple(sentences[start : start + self.chunk])
            self.calls.append(chunk)
            self.before(chunk)
            yield [sentence.upper() for sentence in chunk]

    def close(self) -> None:
        self.on_close()
