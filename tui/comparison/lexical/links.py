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
_TOGETHER = 100_000
"""Pairs of words whose signals are known at once, 8 MB: those of a bead of some ten sentences a side."""
_ALL = slice(None)
_RIVALS = 3
"""The best so many similarities of a word say how much of a hub it is."""


def links(
    source: Lexicon, target: Lexicon, rows: Indexes, columns: Indexes, alike: Floats, meaning: Floats
) -> Floats:
    """How likely each word of a bead's source side is linked with each of its target side, 0 to 1: (n, m).

    `rows` and `columns` are the words in their order, as rows of the lexicons; `alike` says how alike two are
    spelt, and `meaning` what they have in common (n, m).
    """
    n, m = len(rows), len(columns)
    if not n or not m:
        return np.zeros((n, m))
    first, second = (weights("links", stage).astype(np.float32) for stage in ("first", "second"))
    hubs = _hubness(meaning, 1), _hubness(meaning, 0)
    # Every signal of two words is kept for so many pairs alone: a person may link all of an article with all
    # of the other, and every signal of its words took 300 MB for sixty sentences.
    height = max(1, _TOGETHER // m)
    stretches = [slice(at, min(n, at + height)) for at in range(0, n, height)]
    every = np.empty((min(n, height), m, len(second)), np.float32)
    alone, around = every[..., : len(first)], every[..., len(first) :]

    def signalled(at: slice) -> Floats:
        return signals(source, target, rows, columns, alike, meaning, at, hubs, alone[: at.stop - at.start])

    chance = np.empty((n, m), np.float32)
    for at in stretches:
        chance[at] = logistic(signalled(at) @ first)
    for _ in range(ROUNDS):
        before, best = chance, _best_two(chance, 0)
        chance = np.empty_like(before)
        for at in stretches:
            count = at.stop - at.start
            if len(stretches) > 1:  # else they stand there still
                signalled(at)
            surroundings(before, at, best, around[:count])
            chance[at] = logistic(every[:count] @ second)
    return chance


def signals(
    source: Lexicon,
    target: Lexicon,
    rows: Indexes,
    columns: Indexes,
    alike: Floats,
    meaning: Floats,
    at: slice = _ALL,
    hubs: tuple[Floats, Floats] | None = None,
    out: Floats | None = None,
) -> Floats:
    """What two words alone say: (n, m, 12).

    `at`: for a stretch of the source's words alone. `hubs`: how much of a hub each word is, when that is
    known. `out`: where it is written, when given.
    """
    of_rows, of_columns = hubs or (_hubness(meaning, 1), _hubness(meaning, 0))
    place = np.abs(_places(len(rows))[at, None] - _places(len(columns)))
    rows, alike, meaning = rows[at], alike[at], meaning[at]
    kinds = [
        (lexicon.content[at], lexicon.function[at], lexicon.mark[at], lexicon.number[at])
        for lexicon, at in ((source, rows), (target, columns))
    ]
    both = [left[:, None] & right for left, right in zip(*kinds, strict=True)]
    (content, function, _, _), (other_content, other_function, _, _) = kinds
    told = [
        np.ones_like(meaning),
        meaning,
        2 * meaning - of_rows[at] - of_columns,
        alike,
        source.identity[rows][:, None] == target.identity[columns],
        source.roles[rows] @ target.roles[columns].T > 0,
        place,
        *both,
        (content[:, None] & other_function) | (function[:, None] & other_content),
    ]
    if out is None:
        return np.stack(told, axis=-1, dtype=np.float32)
    return np.stack(told, axis=-1, out=out)


def surroundings(
    chance: Floats,
    at: slice = _ALL,
    best: tuple[Floats, Floats] | None = None,
    out: Floats | None = None,
) -> Floats:
    """What the neighbours and rivals of each pair say: (n, m, 8), from the chances (n, m).

    `at`: for a stretch of the source's words alone. `best`: the two best chances of each word of the target,
    when they are known. `out`: where it is written, when given.
    """
    start, stop, _ = at.indices(len(chance))
    n, m = stop - start, chance.shape[1]
    above = min(2, start)
    seen = chance[start - above : stop + 2]
    padded = np.zeros((n + 4, m + 4), chance.dtype)  # np.pad takes longer than all the rest
    padded[2 - above : 2 - above + len(seen), 2:-2] = seen
    best = best or _best_two(chance, 0)
    chance = chance[at]

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
            _other(chance, *best),
            chance,
            np.log(chance + 1e-4),
        ],
        axis=-1,
        out=out,
    )


def rival(chance: Floats, axis: int) -> Floats:
    """The best other chance along an axis."""
    return _other(chance, *_best_two(chance, axis))


def _best_two(chance: Floats, axis: int) -> tuple[Floats, Floats]:
    """The best chance along an axis and the next one, which is nothing where there is no other."""
    if chance.shape[axis] < 2:
        return chance, np.zeros_like(chance)
    best = np.sort(chance, axis=axis)
    return (best[:, -1:], best[:, -2:-1]) if axis else (best[-1:], best[-2:-1])


def _other(chance: Floats, first: Floats, second: Floats) -> Floats:
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
