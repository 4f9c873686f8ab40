"""What all checks together cost beside the alignment of the same articles.

    python -m benchmarks.checks --data FOLDER [--rounds N] [--documents N]

Both are measured in processor time on one thread, in turn, article by article, so that other work on the
machine slows both; each round forgets every vector of the one before. The first round also pays for
looking words up for the first time, as a single `check` does; the median of the others is what comes out
again when this is repeated. Lists and weights are loaded before.
"""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks.evaluation_sets import documents, parser
from tui.alignment import UseEncoder, align
from tui.articles import Article, article_from_text, load
from tui.comparison import compare
from tui.resources import asset

LONG = 500
"""Sentences a side of the long article."""

Pair = tuple[Article, Article]


def main() -> None:
    """Prints the ratio over the documents of each set, the sample pair and a long article of each set."""
    arguments = parser(__doc__)
    arguments.add_argument("--rounds", type=int, default=4, help="how often everything is measured")
    arguments.add_argument("--documents", type=int, help="how many documents of each set; all when not given")
    options = arguments.parse_args()
    os.environ |= dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    sample = load(str(asset("sample/en.txt"))), load(str(asset("sample/it.txt")))
    groups = {"sample pair": [sample]} | articles(options.data, options.documents)
    encoder = UseEncoder()
    ratio([sample], encoder)
    rounds = [{name: ratio(pairs, encoder) for name, pairs in groups.items()} for _ in range(options.rounds)]
    for name in groups:
        ratios = [measured[name] for measured in rounds]
        print(f"{name}: first round {ratios[0]:.2f}, median {median(ratios[1:] or ratios):.2f}", end=" ")
        print(f"({min(ratios):.2f} to {max(ratios):.2f})")


def articles(data: Path, most: int | None = None) -> dict[str, list[Pair]]:
    """The documents of each set, at `most` so many, and the first of them joined to one long article."""
    found: dict[str, list[Pair]] = {}
    for name in ("ntrex", "newstest2009"):
        texts = documents(data, name)
        found[f"{name}, {LONG} sentences"] = [
            _pair(
                [text for document in texts for text in document.english][:LONG],
                [text for document in texts for text in document.italian][:LONG],
            )
        ]
        found[name] = [_pair(document.english, document.italian) for document in texts[:most]]
    return found


def ratio(pairs: Sequence[Pair], encoder: UseEncoder) -> float:
    """The time of the checks over the time of the alignment, summed over some pairs."""
    aligning = comparing = 0.0
    encoder.forget()
    for source, target in pairs:
        began = time.process_time()
        alignment = align(source, target, encoder)
        aligned = time.process_time()
        compare(source, target, alignment, encoder)
        comparing += time.process_time() - aligned
        aligning += aligned - began
    return comparing / aligning


def _pair(english: Sequence[str], italian: Sequence[str]) -> Pair:
    return (
        article_from_text("\n\n".join(english), language="en"),
        article_from_text("\n\n".join(italian), language="it"),
    )


if __name__ == "__main__":
    main()
