"""Articles, alignments and encoders made by hand, for tests that say exactly what corresponds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.alignment import Alignment, Bead
from tui.articles import Article, Paragraph, Sentence

if TYPE_CHECKING:
    from tui.alignment.model import Vectors


def article_of(paragraphs: list[list[str]], language: str = "en") -> Article:
    """An article of the given sentences: a blank between two of them, a line feed between paragraphs."""
    text = ""
    made: list[Paragraph] = []
    sentences: list[Sentence] = []
    for number, paragraph in enumerate(paragraphs):
        text += "\n" if text else ""
        first, start = len(sentences), len(text)
        for place, sentence in enumerate(paragraph):
            text += " " if place else ""
            sentences.append(Sentence(len(text), len(text) + len(sentence), number))
            text += sentence
        made.append(Paragraph(start, len(text), range(first, len(sentences))))
    return Article("-", language, text, tuple(made), tuple(sentences))


def alignment_of(beads: str) -> Alignment:
    """Beads written as `0=0 1,2=1 3= =2 4~7`: an equals sign aligns, a tilde says moved."""
    return Alignment(tuple(_bead(bead) for bead in beads.split()))


def _bead(bead: str) -> Bead:
    source, sign, target = bead.partition("~" if "~" in bead else "=")
    return Bead(_numbers(source), _numbers(target), score=0.9, moved=sign == "~")


def _numbers(listed: str) -> tuple[int, ...]:
    return tuple(int(number) for number in listed.split(",") if number)


class Zeros:
    """An encoder for which nothing resembles anything."""

    name = "zeros"

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Zero vectors of four dimensions."""
        import numpy as np

        return np.zeros((len(texts), 4), np.float32)
