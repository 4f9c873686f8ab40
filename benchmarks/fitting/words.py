"""The weights of how different each word is, fitted on documents in which people marked it (swissgov)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.fitting import logistic
from benchmarks.swissgov import documents, halves, spearman
from tui.alignment import standard_encoder

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

CORPORA = ("swissgov",)
RIDGE = 1.0


def fit(data: Path) -> Mapping[str, Mapping[str, list[float]]]:
    """The weights of the signals of a word."""
    return {"words": fitted(list(documents(data, standard_encoder())))}


def fitted(labelled: list[tuple[Floats, Floats, Floats]]) -> dict[str, list[float]]:
    """The weights that these documents teach: signals (n, 7), labels (n) and sides (n) each."""
    signals, labels = (np.concatenate([document[part] for document in labelled]) for part in (0, 1))
    differs = np.asarray(labels > 0, np.float64)
    return {"difference": logistic.fit(signals, differs, ridge=RIDGE).round(3).tolist()}


def figures(data: Path) -> Iterator[str]:
    """Spearman's correlation: fitted on all documents, and on halves measured on the other halves."""
    labelled = list(documents(data, standard_encoder()))
    weights = np.array(fitted(labelled)["difference"])
    signals, labels = (np.concatenate([document[part] for document in labelled]) for part in (0, 1))
    yield f"words: Spearman tuned {spearman(signals @ weights, labels):.3f}"
    yield f"words: Spearman on documents left out {halves(labelled, list(range(signals.shape[1]))):.3f}"
