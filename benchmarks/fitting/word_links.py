"""The weights of word links, fitted on sentence pairs whose words were linked by hand (xlwa).

The first stage is fitted on the pairs of words alone; the second on the same with what the first says of
their surroundings, then again with what it says itself, since it is asked more than once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.evaluation_sets import table
from benchmarks.fitting import logistic
from benchmarks.gold import pair_of_texts
from benchmarks.xlwa import tokens_in
from tui.alignment import Encoder, standard_encoder
from tui.articles import SIDES
from tui.comparison.lexical.bead_words import bead_tokens, bead_words
from tui.comparison.lexical.links import ROUNDS, signals, surroundings
from tui.comparison.lexical.links import logistic as chance_of
from tui.comparison.lexical.words import counterpart

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

CORPORA = ("xlwa",)
FOLDS = 5
RIDGE = 1.0


@dataclass(frozen=True)
class Sentences:
    """A sentence pair with its links."""

    alone: Floats
    """What two words alone say (n, m, 12)."""
    own: Sequence[range]
    """For each word of the source the tokens of the set that it is part of, or is (n)."""
    other: Sequence[range]
    """The same for the target (m)."""
    links: Set[tuple[int, int]]
    """The tokens of the set that were linked by hand."""

    def linked(self) -> Floats:
        """Which words are linked, 0 or 1 (n, m)."""
        return np.array(
            [
                [any((i, j) in self.links for i in mine for j in yours) for yours in self.other]
                for mine in self.own
            ],
            np.float64,
        )

    def weights(self) -> Floats:
        """What each pair of words counts for: words that share a token, the less (n, m)."""
        shares = []
        for words in (self.own, self.other):
            held = Counter(token for word in words for token in word)
            shares.append(np.array([1 / max(held[token] for token in word) for word in words]))
        return np.outer(shares[0], shares[1])


def fit(data: Path) -> Mapping[str, Mapping[str, list[float]]]:
    """The weights of both stages."""
    return {"links": fitted(list(samples(data, standard_encoder())))}


def samples(data: Path, encoder: Encoder) -> Iterator[Sentences]:
    """The sentence pairs of the set, in order."""
    for row in table(data, "xlwa"):
        pair = pair_of_texts(row["en"], row["it"], encoder, one_bead=True)
        lexicon, (bead,) = bead_tokens(pair, pair.alignment.beads)
        lexicon, (words,) = bead_words(lexicon, [bead], encoder, every_vector=True)
        rows, columns = bead.rows["source"], bead.rows["target"]
        common = words.sides["source"].meaning
        alone = signals(lexicon["source"], lexicon["target"], rows, columns, bead.alike, common)
        links = {(int(i), int(j)) for i, j in (link.split("-") for link in row["links"].split())}
        own, other = (
            [tokens_in(text, token.span) for token in bead.tokens[side]]
            for side, text in zip(SIDES, (row["en"], row["it"]), strict=True)
        )
        yield Sentences(np.asarray(alone, np.float64), own, other, links)


def fitted(pairs: Sequence[Sentences]) -> dict[str, list[float]]:
    """The weights of both stages that these sentence pairs teach."""
    labels = np.concatenate([pair.linked().ravel() for pair in pairs])
    counts = np.concatenate([pair.weights().ravel() for pair in pairs])
    first = _fit([pair.alone for pair in pairs], labels, counts)
    heard = [[chance_of(pair.alone @ first)] for pair in pairs]
    second = np.zeros(0)
    for _ in range(ROUNDS):
        stacked = [
            np.concatenate([pair.alone, surroundings(chances[round_])], axis=-1)
            for round_ in range(len(heard[0]))
            for pair, chances in zip(pairs, heard, strict=True)
        ]
        times = len(heard[0])
        second = _fit(stacked, np.tile(labels, times), np.tile(counts, times))
        for pair, chances in zip(pairs, heard, strict=True):
            del chances[1:]
            for _ in range(ROUNDS - 1):
                around = surroundings(chances[-1])
                chances.append(chance_of(np.concatenate([pair.alone, around], axis=-1) @ second))
    return {"first": first.round(3).tolist(), "second": second.round(3).tolist()}


def chances(pair: Sentences, weights: Mapping[str, Sequence[float]]) -> Floats:
    """How likely each pair of words is a link, by some weights (n, m)."""
    found = chance_of(pair.alone @ np.array(weights["first"]))
    for _ in range(ROUNDS):
        around = surroundings(found)
        found = chance_of(np.concatenate([pair.alone, around], axis=-1) @ np.array(weights["second"]))
    return np.asarray(found, np.float64)


def figures(data: Path) -> Iterator[str]:
    """What the links are worth: F1 over pairs of words, fitted on all and on four fifths each."""
    pairs = list(samples(data, standard_encoder()))
    tuned = fitted(pairs)
    yield f"links: F1 tuned {_f1([(pair, tuned) for pair in pairs]):.3f}"
    folds = [fitted([p for at, p in enumerate(pairs) if at % FOLDS != fold]) for fold in range(FOLDS)]
    held_out = [(pair, folds[at % FOLDS]) for at, pair in enumerate(pairs)]
    yield f"links: F1 cross-validated over {FOLDS} folds {_f1(held_out):.3f}"


def _fit(features: Sequence[Floats], labels: Floats, counts: Floats) -> Floats:
    flat = np.concatenate([part.reshape(-1, part.shape[-1]) for part in features])
    return logistic.fit(np.asarray(flat, np.float64), labels, counts, RIDGE)


def _f1(pairs: Sequence[tuple[Sentences, Mapping[str, Sequence[float]]]]) -> float:
    """Of the links that the program says, as benchmarks/xlwa.py counts them."""
    right = found = gold = 0
    for pair, weights in pairs:
        said: set[tuple[int, int]] = set()
        chance = chances(pair, weights)
        for at, row in enumerate(chance):
            said |= {(i, j) for c in counterpart(row) for i in pair.own[at] for j in pair.other[c]}
        for at, row in enumerate(chance.T):
            said |= {(i, j) for c in counterpart(row) for i in pair.own[c] for j in pair.other[at]}
        right += len(said & pair.links)
        found += len(said)
        gold += len(pair.links)
    return 2 * right / (found + gold)
