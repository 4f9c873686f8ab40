"""A pair of which a little was edited is aligned as if it had never been seen before."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.alignment import Alignment, PairVectors, realign
from tui.alignment.align import Aligner
from tui.alignment.kept_trace import KeptTrace
from tui.cache import Store

Sides = tuple[list[int], list[int]]
"""The sentences of a text and of its translation, by what they say."""


def vectors_of(texts: Sides) -> PairVectors:
    """Vectors of sentences that say something of their own, the target's with an accent."""
    sides = []
    for accent, side in enumerate(texts):
        made = []
        for meaning in side:
            said = np.random.default_rng(meaning).normal(size=24)
            made.append(said + accent * 0.6 * np.random.default_rng(10_000 + meaning).normal(size=24))
        vectors = np.array(made, np.float32)
        sides.append(vectors / np.linalg.norm(vectors, axis=1, keepdims=True))
    lengths = [np.array([20 + meaning % 90 for meaning in side], np.float32) for side in texts]
    return PairVectors(sides[0], sides[1], lengths[0], lengths[1])


def translated(seed: int, size: int) -> Sides:
    """A text and a translation from which sentences are missing, in which some are new and some moved."""
    random = np.random.default_rng(seed)
    source = list(range(size))
    target = [meaning for meaning in source if random.random() > 0.06]
    for _ in range(size // 40):
        target.insert(int(random.integers(len(target))), int(random.integers(2_000, 3_000)))
        moved = int(random.integers(len(target) - 3))
        passage = target[moved : moved + 2]
        del target[moved : moved + 2]
        target[(at := int(random.integers(len(target)))) : at] = passage
    return source, target


def edited(texts: Sides, random: np.random.Generator) -> Sides:
    """The texts with some sentences at one place of either replaced, taken out or put in."""
    sides = list(texts[0]), list(texts[1])
    side = sides[random.integers(2)]
    at = int(random.integers(len(side)))
    new = [int(meaning) for meaning in random.integers(4_000, 9_000, random.integers(3))]
    side[at : at + random.integers(3)] = new
    return sides


def said(alignment: Alignment) -> list[tuple[tuple[int, ...], tuple[int, ...], bool, float]]:
    return [(bead.source, bead.target, bead.moved, round(bead.score, 6)) for bead in alignment.beads]


@pytest.mark.dear
@pytest.mark.parametrize("seed", [0, pytest.param(1, marks=pytest.mark.long)])
def test_an_edited_pair_is_aligned_as_it_is_anew(seed: int) -> None:
    align, random, texts = Aligner(), np.random.default_rng(seed), translated(seed, 240)
    align(vectors_of(texts), ())
    for _ in range(3):
        texts = edited(texts, random)
        vectors = vectors_of(texts)
        assert said(align(vectors, ())) == said(realign(vectors, ()))


@pytest.mark.dear
@pytest.mark.parametrize("seed", [2, 3])
def test_an_edited_pair_is_aligned_to_the_last_bit_by_what_was_kept(tmp_path: Path, seed: int) -> None:
    store, random, texts = Store(tmp_path / "kept.db"), np.random.default_rng(seed), translated(seed, 200)
    for _ in range(4):
        vectors, sides = vectors_of(texts), (str(texts[0]).encode(), str(texts[1]).encode())
        kept = KeptTrace(store, sides, "toy")
        align = Aligner(kept.recalled())
        assert align(vectors, ()) == realign(vectors, ())
        assert align.last is not None
        kept.remember(align.last)
        texts = edited(texts, random)


def test_another_pair_is_aligned_as_it_is_anew() -> None:
    align = Aligner()
    align(vectors_of(translated(1, 60)), ())
    other = vectors_of((list(range(500, 560)), list(range(500, 560))))
    assert said(align(other, ())) == said(realign(other, ()))


@given(st.integers(0, 10_000))
@settings(max_examples=40, deadline=None)
def test_after_every_edit_each_sentence_stands_in_one_bead(seed: int) -> None:
    random = np.random.default_rng(seed)
    align, texts = Aligner(), translated(seed, 60)
    for side in texts:  # what is said again and again has its counterpart nowhere for sure
        begin = int(random.integers(len(side)))
        side[begin : begin + int(random.integers(40))] = [5] * int(random.integers(40))
    for _ in range(4):
        alignment = align(vectors_of(texts), ())
        for number, side in enumerate(texts):
            held = sorted(i for bead in alignment.beads for i in (bead.source, bead.target)[number])
            assert held == list(range(len(side)))
        texts = edited(texts, random)
