"""Which words of a bead correspond: how likely each pair of words is a link.

Two stages, each a logistic function of a few signals, with the weights of `assets/weights/links.toml`. The
first looks at the two words alone, their places and what else each resembles; the second adds what the first
said about the words around them and about their rivals. It takes the place of the heuristics of Och and Ney
(2003), "A Systematic Comparison of Various Statistical Alignment Models": a link attracts links beside it and
repels others in its row and column.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tui.comparison.lexical.weights import weights

if TYPE_CHECKING:
    from tui.comparison.lexical.lexicon import Floats, Indexes, Lexicon

ROUNDS = 2
"""How often the second stage looks at what it said itself."""
_RIVALS = 3
"""The best so many similarities of a word say how much of a hub it is."""


def links(
    source: Lexicon, target: Lexicon, rows: Indexes, columns: Indexes, alike: Floats, meaning: Floats
) -> Floats:
    """How likely each word of a bead's source side is linked with each of its target side, 0 to 1: (n, m).

    `rows` and `columns` are the words in their order, as rows of the lexicons; `alike` says how alike two are
    spelt, and `meaning` what they have in common (n, m).
    """
    if not len(rows) or not len(columns):
        return np.zeros((len(rows), len(columns)))
    alone = signals(source, target, rows, columns, alike, meaning)
    chance = logistic(alone @ weights("links", "first").astype(np.float32))
    second = weights("links", "second").astype(np.float32)
    every = np.empty((len(rows), len(columns), len(second)), np.float32)
    every[..., : alone.shape[-1]] = alone
    for _ in range(ROUNDS):
        surroundings(chance, out=every[..., alone.shape[-1] :])
        chance = logistic(every @ second)
    return chance


def signals(
    source: Lexicon, target: Lexicon, rows: Indexes, columns: Indexes, alike: Floats, meaning: Floats
) -> Floats:
    """What two words alone say: (n, m, 12)."""
    kinds = [
        (lexicon.content[at], lexicon.function[at], lexicon.mark[at], lexicon.number[at])
        for lexicon, at in ((source, rows), (target, columns))
    ]
    both = [left[:, None] & right for left, right in zip(*kinds, strict=True)]
    (content, function, _, _), (other_content, other_function, _, _) = kinds
    place = np.abs(_places(len(rows))[:, None] - _places(len(columns)))
    return np.stack(
        [
            np.ones_like(meaning),
            meaning,
            2 * meaning - _hubness(meaning, 1) - _hubness(meaning, 0),
            alike,
            source.identity[rows][:, None] == target.identity[columns],
            source.roles[rows] @ target.roles[columns].T > 0,
            place,
            *both,
            (content[:, None] & other_function) | (function[:, None] & other_content),
        ],
        axis=-1,
        dtype=np.float32,
    )


def surroundings(chance: Floats, out: Floats | None = None) -> Floats:
    """What the neighbours and rivals of each pair say: (n, m, 8), from the chances (n, m).

    `out`: where it is written, when given.
    """
    n, m = chance.shape
    padded = np.zeros((n + 4, m + 4), chance.dtype)  # np.pad takes longer than all the rest
    padded[2:-2, 2:-2] = chance

    def beside(down: int, right: int) -> Floats:
        return padded[2 + down : 2 + down + n, 2 + right : 2 + right + m]

    before = np.maximum(np.maximum(beside(-1, -1), beside(-1, -2)), beside(-2, -1))
    after = np.maximum(np.maximum(beside(1, 1), beside(1, 2)), beside(2, 1))
    return np.stack(
        [
            np.maximum(beside(-1, -1), beside(1, 1)),
            np.maximum(np.maximum(beside(0, 1), beside(0, -1)), np.maximum(beside(1, 0), beside(-1, 0))),
            np.minimum(before, after),
            np.maximum(beside(1, -1), beside(-1, 1)),
            rival(chance, 1),
            rival(chance, 0),
            chance,
            np.log(chance + 1e-4),
        ],
        axis=-1,
        out=out,
    )


def rival(chance: Floats, axis: int) -> Floats:
    """The best other chance along an axis."""
    if chance.shape[axis] < 2:
        return np.zeros_like(chance)
    best = np.sort(chance, axis=axis)
    second, first = (best[:, -2:-1], best[:, -1:]) if axis else (best[-2:-1], best[-1:])
    return np.where(chance == first, second, first)


def _hubness(meaning: Floats, axis: int) -> Floats:
    """The mean of the best similarities along an axis.

    Twice the similarity less both means is the CSLS of Conneau et al. (2018), "Word Translation Without
    Parallel Data".
    """
    ranked = np.sort(meaning, axis=axis)
    best = ranked[:, -_RIVALS:] if axis else ranked[-_RIVALS:]
    mean: Floats = best.mean(axis=axis, keepdims=True)
    return mean


def _places(count: int) -> Floats:
    return (np.arange(count, dtype=np.float32) + 0.5) / max(1, count)


def logistic(x: Floats) -> Floats:
    """The chance of log odds."""
    return 1 / (1 + np.exp(-np.clip(x, -30, 30)))
