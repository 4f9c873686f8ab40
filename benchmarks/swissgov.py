"""How well `words` ranks what differs: Spearman's correlation with the differences that people marked.

    python -m benchmarks.swissgov --data FOLDER [--ingredients]

The texts are read, aligned and compared as any pair is. A blank-separated token of the set has the mean
difference of the words found in it; the correlation is over all tokens of both sides that carry a label.
`--ingredients` also says what each signal is worth: alone, and what the fit loses without it (fitted on one
half of the documents, measured on the other).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.evaluation_sets import parser, set_file
from benchmarks.fitting import logistic
from tui.alignment import AlignedPair, Encoder, align, standard_encoder
from tui.articles import SIDES, article_from_text
from tui.comparison.lexical.weights import weights
from tui.comparison.lexical.words import evidence

Floats = NDArray[np.float64]

INGREDIENTS = (
    "",
    "the word's links",
    "its neighbours' links",
    "function words",
    "lone numbers",
    "the passage beside it",
    "the passage anywhere",
)
SPLITS = 10


def main() -> None:
    """Prints the correlation, and what each ingredient gives."""
    arguments = parser(__doc__)
    arguments.add_argument("--ingredients", action="store_true", help="what each signal is worth")
    options = arguments.parse_args()
    labelled = list(documents(options.data, standard_encoder()))
    signals = np.concatenate([document[0] for document in labelled])
    labels = np.concatenate([document[1] for document in labelled])
    target = np.concatenate([document[2] for document in labelled])
    chances = np.asarray(signals @ weights("words", "difference"), np.float64)
    print(f"Spearman over {len(labels)} tokens of {len(labelled)} documents: {spearman(chances, labels):.3f}")
    for number, side in enumerate(SIDES):
        there = target == number
        print(f"  {side}: {spearman(chances[there], labels[there]):.3f}")
    if options.ingredients:
        ingredients(labelled)


def ingredients(labelled: list[tuple[Floats, Floats, Floats]]) -> None:
    """Prints what each signal is worth."""
    everything = list(range(len(INGREDIENTS)))
    print(f"fitted on half of the documents, measured on the rest: {halves(labelled, everything):.3f}")
    for column, name in enumerate(INGREDIENTS[1:], 1):
        without = halves(labelled, [other for other in everything if other != column])
        print(f"  {name}: alone {halves(labelled, [0, column]):.3f}, without it {without:.3f}")


def documents(data: Path, encoder: Encoder) -> Iterator[tuple[Floats, Floats, Floats]]:
    """The signals (n, 7), labels (n) and sides (n) of the labelled tokens of each document."""
    with set_file(data, "swissgov.jsonl").open(encoding="utf-8") as file:
        for line in file:
            yield document(json.loads(line), encoder)


def document(given: dict[str, Any], encoder: Encoder) -> tuple[Floats, Floats, Floats]:
    """The signals, labels and sides of the labelled tokens of one document."""
    texts = given["text_a"], given["text_b"]
    source, target = article_from_text(texts[0], language="en"), article_from_text(texts[1], language="it")
    found = evidence(AlignedPair(source, target, align(source, target, encoder), encoder))
    signals, labels, sides = [], [], []
    for number, (side, name) in enumerate(zip(SIDES, ("labels_a", "labels_b"), strict=True)):
        starts = [match.start() for match in re.finditer(r"\S+", texts[number])]
        own = np.searchsorted(starts, [token.start for token in found[side].tokens], side="right") - 1
        total = np.zeros((len(starts), 7))
        np.add.at(total, own, found[side].signals)
        label = np.array(given[name], float)
        counted = (label >= 0) & (total[:, 0] > 0)
        signals.append(total[counted] / total[counted, :1])
        labels.append(label[counted])
        sides.append(np.full(counted.sum(), float(number)))
    return np.concatenate(signals), np.concatenate(labels), np.concatenate(sides)


def halves(labelled: list[tuple[Floats, Floats, Floats]], columns: list[int]) -> float:
    """The mean correlation on a random half of the documents with weights fitted on the other half."""
    random = np.random.default_rng(1)
    measured = []
    for _ in range(SPLITS):
        order = random.permutation(len(labelled))
        half = len(order) // 2
        train, test = (
            [np.concatenate([labelled[i][part] for i in chosen]) for part in (0, 1)]
            for chosen in (order[:half], order[half:])
        )
        weights = logistic.fit(train[0][:, columns], np.asarray(train[1] > 0, np.float64))
        measured.append(spearman(test[0][:, columns] @ weights, test[1]))
    return float(np.mean(measured))


def spearman(one: Floats, other: Floats) -> float:
    """The correlation of the ranks, equal values sharing their mean rank."""
    return float(np.corrcoef(ranks(one), ranks(other))[0, 1])


def ranks(values: Floats) -> Floats:
    """The rank of each value; equal values share theirs."""
    _, place, count = np.unique(values, return_inverse=True, return_counts=True)
    ends = np.cumsum(count)
    mean: Floats = (ends - (count - 1) / 2)[place]
    return mean


if __name__ == "__main__":
    main()
