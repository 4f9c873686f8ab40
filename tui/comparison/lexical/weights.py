"""The fitted weights of this package, as `python -m benchmarks.fit` writes them to `assets/weights/`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from tui.languages import toml_table

if TYPE_CHECKING:
    from tui.comparison.lexical.lexicon import Floats


@cache
def weights(model: str, part: str) -> Floats:
    """The coefficients of one part of a model, in the order of the columns that they weigh."""
    return np.array(toml_table(f"weights/{model}.toml")[part], np.float64)
