"""Of beads that are only read beside those that are asked about nothing is looked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from one_bead import pair_of
from toy_encoder import ToyEncoder

from tui.alignment import AlignedPair
from tui.comparison.compare import proposed
from tui.comparison.evidence import bead_of
from tui.comparison.families import FAMILIES
from tui.comparison.quantities.matching import matches

if TYPE_CHECKING:
    from tui.alignment.model import Vectors

HERE = range(1, 2)
SOURCE = [
    "The old bridge was not closed.",
    "The new road was not closed.",
    "Only the tall tower was not closed.",
]
TARGET = ["Il vecchio ponte fu chiuso.", "La strada nuova fu chiusa.", "La torre alta fu chiusa."]
ONE_BY_ONE = frozenset({"polarity", "roles", "contraries", "unrendered", "modifiers", "speech", "tense"})
"""The families that look at one bead at a time."""


class Recorder(ToyEncoder):
    """Knows what it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.texts += texts
        return super().encode(texts)


@pytest.fixture
def pair() -> AlignedPair:
    return replace(pair_of(SOURCE, TARGET), encoder=Recorder())


def test_only_the_beads_asked_about_have_candidates(pair: AlignedPair) -> None:
    every, _ = proposed(pair)
    found, failed = proposed(replace(pair, asked=HERE))
    kept = {(one.rule.name, one.source, one.target) for one in every if bead_of(one, pair) in HERE}
    assert not failed
    assert {(one.rule.name, one.source, one.target) for one in found} == kept
    assert 0 < len(found) < len(every)


@pytest.mark.parametrize("name", sorted(ONE_BY_ONE))
def test_a_family_that_reads_bead_by_bead_reads_no_other(pair: AlignedPair, name: str) -> None:
    (family,) = (one for one in FAMILIES if one.name == name)
    found = list(family.propose(replace(pair, asked=HERE)))
    assert all(bead_of(one, pair) in HERE for one in found)


@pytest.mark.parametrize(("asked", "is_asked"), [(None, True), (HERE, False)])
def test_the_encoder_is_asked_about_no_other(pair: AlignedPair, asked: range | None, is_asked: bool) -> None:
    proposed(replace(pair, asked=asked))
    assert isinstance(pair.encoder, Recorder)
    assert any("tower" in text and " " in text for text in pair.encoder.texts) == is_asked


def test_facts_are_matched_once_a_pair(pair: AlignedPair) -> None:
    assert matches(pair) is matches(pair)
