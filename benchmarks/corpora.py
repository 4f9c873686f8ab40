"""Good translations that nobody spoiled, as whole documents: what alarms and the judge are measured on.

Each is read from `NAME.tsv` in the folder given as `--data` (README.md: where they come from), `articles`
from its pairs of text files. A document's sides are written out one unit a line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.evaluation_sets import UNNAMED, table

TUNING = ("ntrex", "partut", "debian_docs", "pinocchio", "articles", "gnome_help")
"""The sets that verdicts speak of; rules were written beside all but `gnome_help` and the end of `partut`."""
EXAM = ("pud", "newssyscomb2009")
"""The sets that nobody reads."""

_NAMES = {"ntrex": "doc_id", "gnome_help": "doc", "debian_docs": "doc", "pinocchio": "chapter"}
_SHORTEST = {"ntrex": 5}
"""Units that a document of a set has at least."""


@dataclass(frozen=True, slots=True)
class Text:
    """A document and its translation."""

    corpus: str
    document: str
    english: str
    italian: str
    units: tuple[tuple[str, str], ...] = ()
    """What corresponds, unit by unit; empty where the corpus does not say."""


def texts(data: Path, corpus: str) -> Iterator[Text]:
    """The documents of a corpus, in order."""
    if corpus == "articles":
        yield from _articles(data / "articles")
        return
    units: dict[str, list[tuple[str, str]]] = {}
    for number, row in enumerate(table(data, corpus)):
        if row["en"].strip() and row["it"].strip():
            name = row[_NAMES[corpus]] if corpus in _NAMES else str(number // UNNAMED)
            units.setdefault(name, []).append((row["en"], row["it"]))
    for name, rows in units.items():
        if len(rows) >= _SHORTEST.get(corpus, 1):
            yield written(corpus, name, rows)


def written(corpus: str, document: str, units: Sequence[tuple[str, str]]) -> Text:
    """A document of these units, each a line of its side."""
    english, italian = ("\n".join(unit[side] for unit in units) + "\n" for side in (0, 1))
    return Text(corpus, document, english, italian, tuple(units))


def _articles(folder: Path) -> Iterator[Text]:
    """The pairs that say the same, and the right translations of those that were spoiled."""
    for english in sorted(folder.glob("*.en.txt")):
        name = english.name.removesuffix(".en.txt")
        clean = folder / f"{name}.clean.it.txt"
        italian = clean if clean.exists() else folder / f"{name}.it.txt"
        yield Text("articles", name, english.read_text("utf-8"), italian.read_text("utf-8"))
