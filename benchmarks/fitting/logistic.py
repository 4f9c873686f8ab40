"""Logistic regression, the same to the last digit from run to run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_ROUNDS = 100
_CLOSE = 1e-9
_LONGEST = 4.0
"""How far a weight goes in one round at most: a longer way may lead past what is sought and never back."""


def fit(
    features: Floats,
    labels: Floats,
    weights: Floats | None = None,
    ridge: float | Floats = 1.0,
    towards: Floats | None = None,
) -> Floats:
    """The coefficients (k) that make `labels` (n; 0 to 1) likeliest, given `features` (n, k).

    The first column stands for the constant and is free; the others are held by `ridge` (one, or one a
    column) times half the squares of their distance from `towards` (k; from nothing). `weights` (n) says what
    each row counts for. By iteratively reweighted least squares (Green 1984, "Iteratively Reweighted Least
    Squares for Maximum Likelihood Estimation").
    """
    counts = np.ones(len(labels)) if weights is None else weights
    shrink: Floats = np.full(features.shape[1], 1.0) * ridge
    shrink[0] = 1e-6
    start: Floats = np.zeros(features.shape[1]) if towards is None else towards
    found = start.copy()
    for _ in range(_ROUNDS):
        chance = 1 / (1 + np.exp(-np.clip(features @ found, -30, 30)))
        slope = features.T @ (counts * (labels - chance)) - shrink * (found - start)
        bend = (features * (counts * np.maximum(chance * (1 - chance), 1e-6))[:, None]).T @ features
        step = np.linalg.solve(bend + np.diag(shrink), slope)
        found += step / max(1.0, np.abs(step).max() / _LONGEST)
        if np.abs(step).max() < _CLOSE:
            break
    return found
