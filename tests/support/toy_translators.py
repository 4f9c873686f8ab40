"""A translator whose engine is a dictionary of nothing: it shouts; and what any translator says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from tui.translation.model import Translator, always


@dataclass
class Shouting:
    """Gives every sentence back in capitals, so many sentences a batch, and counts the batches."""

    name: str = "Shouting it→en"
    version: str = "1.0"
    build: str = ""
    languages: tuple[str, str] = ("it", "en")
    batch: int = 4
    before: Callable[[Sequence[str]], None] = lambda _sentences: None
    """Called with each batch before it is translated."""
    calls: list[tuple[str, ...]] = field(default_factory=list)
    """The sentences of each batch."""
    on_close: Callable[[], None] = lambda: None

    def translate(
        self, sentences: Iterable[str], wanted: Callable[[], bool] = always
    ) -> Iterator[dict[str, str]]:
        rest = iter(sentences)
        while wanted() and (batch := tuple(islice(rest, self.batch))):
            self.calls.append(batch)
            self.before(batch)
            yield {sentence: self.says(sentence) for sentence in batch}

    def says(self, sentence: str) -> str:
        return sentence.upper()

    def close(self) -> None:
        self.on_close()


def translated(translator: Translator, *sentences: str) -> list[str]:
    """The translation of each sentence."""
    said = {sentence: text for batch in translator.translate(sentences) for sentence, text in batch.items()}
    return [said[sentence] for sentence in sentences]
