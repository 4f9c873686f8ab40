"""How far probabilities are from how many of what they speak of is real."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np


def calibration(
    told: Sequence[tuple[float, float, bool]],
) -> tuple[float, list[tuple[float, float, float, float]]]:
    """The expected calibration error of (probability, count, real), and by tenths: from, how many, mean
    probability, share that is real.
    """
    chances, counts, real = (np.array(column, np.float64) for column in zip(*told, strict=True))
    rows, error = [], 0.0
    for step in range(10):
        within = (chances >= step / 10) & ((chances < (step + 1) / 10) | (step == 9))
        count = float(counts[within].sum())
        if count:
            mean = float((chances * counts)[within].sum()) / count
            share = float((real * counts)[within].sum()) / count
            error += abs(mean - share) * count / float(counts.sum())
            rows.append((step / 10, count, mean, share))
    return error, rows
