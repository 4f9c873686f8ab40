"""Sentences of editors, put together as articles, with what a person wrote that they say.

How freely an article is translated, and how well its back-translation, is seen over many sentences; one
sentence tells little of either. So some twenty rows of `editors/sentences.tsv` make an article, each a
paragraph of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.evaluation_sets import table
from benchmarks.gold import pair_of_texts
from tui.alignment import AlignedPair, Encoder
from tui.articles import Article, Side, Span, article_from_text

ROWS = 20
"""So many rows make an article."""
EVERY = 4
"""One row in so many has its wrong wording."""
_CHOICE = re.compile(r"\{([^|{}]*)\|([^|{}]*)\}")


@dataclass(frozen=True)
class Collected:
    """Rows as an article."""

    pair: AlignedPair
    back: Mapping[int, str]
    """What each sentence of the target says, by its index."""
    wrong: frozenset[int]
    """The rows that have their wrong wording, by their numbers in the table."""
    rows: tuple[int, ...]
    starts: Mapping[Side, tuple[int, ...]]
    """Where each of them begins."""

    def row(self, source: Sequence[Span], target: Sequence[Span]) -> int:
        """The row in which something stands."""
        side: Side = "source" if source else "target"
        at = (source or target)[0].start
        return self.rows[sum(start <= at for start in self.starts[side]) - 1]


def wording(text: str, *, wrong: bool) -> str:
    """A sentence with the right or the wrong one of its two wordings."""
    return " ".join(_CHOICE.sub(r"\2" if wrong else r"\1", text).split())


def collected(folder: Path, half: int, encoder: Encoder, *, spoilt: bool) -> Iterator[Collected]:
    """The articles of one half of the rows (0 or 1), as they are right or, `spoilt`, `EVERY` times over, so
    that each row is wrong in one of them.
    """
    rows = dict(enumerate(table(folder, "sentences")))
    numbers = [number for number in rows if number % 2 == half]
    Random(half).shuffle(numbers)
    for at in range(0, len(numbers), ROWS):
        held = numbers[at : at + ROWS]
        for turn in range(EVERY) if spoilt else (0,):
            wrong = frozenset(held[turn::EVERY] if spoilt else ())
            yield _article({number: rows[number] for number in held}, wrong, encoder)


def _article(rows: Mapping[int, Mapping[str, str]], wrong: frozenset[int], encoder: Encoder) -> Collected:
    english = [row["english"] for row in rows.values()]
    italian, said = (
        [wording(row[name], wrong=number in wrong) for number, row in rows.items()]
        for name in ("italian", "back")
    )
    pair = pair_of_texts("\n\n".join(english), "\n\n".join(italian), encoder)
    return Collected(
        pair, dict(_said(pair.target, said)), wrong, tuple(rows),
        {"source": tuple(_starts(english)), "target": tuple(_starts(italian))},
    )  # fmt: skip


def _starts(paragraphs: Iterable[str]) -> Iterator[int]:
    start = 0
    for paragraph in paragraphs:
        yield start
        start += len(paragraph) + 2


def _said(target: Article, said: Sequence[str]) -> Iterator[tuple[int, str]]:
    """What each sentence says, where a paragraph and what it says have as many sentences."""
    for paragraph, text in zip(target.paragraphs, said, strict=True):
        back = article_from_text(text, language="en")
        own = list(paragraph.sentences)
        if len(own) == len(back.sentences):
            yield from ((index, back.sentence_text(at)) for at, index in enumerate(own))
