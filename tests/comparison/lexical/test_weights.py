"""The fitted weights that are shipped."""

import pytest

from tui.comparison.lexical.weights import weights
from tui.resources import asset


@pytest.mark.parametrize(
    ("model", "part", "columns"),
    [
        ("links", "first", 12),
        ("links", "second", 20),
        ("fuller", "excess", 3),
        ("fuller", "least", 1),
        ("words", "difference", 7),
        ("omissions", "word", 9),
        ("omissions", "run", 5),
        ("omissions", "cut", 6),
        ("omissions", "ask", 1),
        ("omissions", "say", 1),
    ],
)
def test_there_is_a_weight_for_each_column(model: str, part: str, columns: int) -> None:
    assert weights(model, part).shape == (columns,)


@pytest.mark.parametrize("model", ["links", "fuller", "words", "omissions"])
def test_a_file_of_weights_says_where_they_come_from(model: str) -> None:
    head = asset(f"weights/{model}.toml").read_text("utf-8")
    assert head.startswith("# Coefficients of ")
    assert "Fitted on 20" in head
