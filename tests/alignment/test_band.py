"""Long articles: what the pass finds in a band around sure anchors is what it finds everywhere."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from tui.alignment import PairVectors, Unlink, realign
from tui.alignment.band import anchors, band
from tui.alignment.beads import Sentences, best_beads
from tui.alignment.chain import heaviest_in_order
from tui.alignment.near import most_alike
from tui.alignment.similarity import SURE, Cosines

Floats = NDArray[np.float32]

EVERYWHERE = 1 << 60


def unit(rows: NDArray[np.float64]) -> Floats:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    divided: Floats = (rows / np.maximum(lengths, 1e-6)).astype(np.float32)
    return divided


def sides(source: Floats, target: Floats) -> tuple[Sentences, Sentences]:
    """Both sides as sentences of one length."""
    ours, theirs = (Sentences(side, np.full(len(side), 80, np.float32)) for side in (source, target))
    return ours, theirs


def two_versions(seed: int, count: int, lost: float, moved: int) -> tuple[Floats, Floats]:
    """Vectors of a text and of a version that lost some, joined some, has others and a passage moved."""
    random = np.random.default_rng(seed)
    source = unit(random.standard_normal((count, 48)))
    told = source + 0.12 * random.standard_normal(source.shape)
    order = list(range(count))
    if moved:
        at = int(random.integers(count - moved))
        passage, order = order[at : at + moved], order[:at] + order[at + moved :]
        place = int(random.integers(len(order)))
        order[place:place] = passage
    rows = [told[i] for i in order if random.random() >= lost]
    target: list[NDArray[np.float64]] = []
    for row, following in pairwise(rows):
        target.append(row + following if random.random() < 0.05 else row)
        if random.random() < 0.05:
            target.append(random.standard_normal(48))
    return source, unit(np.array(target))


@pytest.mark.dear
@settings(max_examples=25, deadline=None)
@given(
    st.integers(0, 10_000), st.integers(120, 500), st.sampled_from([0, 0.1, 0.3]), st.sampled_from([0, 5, 60])
)
def test_the_band_holds_the_best_beads(seed: int, count: int, lost: float, moved: int) -> None:
    source, target = two_versions(seed, count, lost, moved)
    cosines = Cosines(source, target)
    cosines = cosines.preferring(cosines.nearest())
    ours, theirs = sides(source, target)
    assert best_beads(cosines, ours, theirs, whole=1000) == best_beads(
        cosines, ours, theirs, whole=EVERYWHERE
    )


@pytest.mark.parametrize(("lost", "moved"), [(0, 0), (0.3, 5), (0.1, 200)])
def test_counterparts_are_found_where_they_should_stand_or_elsewhere(lost: float, moved: int) -> None:
    source, target = two_versions(3, 700, lost, moved)
    cosines = Cosines(source, target)
    everywhere, found = cosines.nearest().mutual(0.7), most_alike(cosines, at_most=1000).mutual(0.7)
    assert len(everywhere[0]) > 300
    assert [list(side) for side in everywhere] == [list(side) for side in found]


def test_of_what_one_side_lost_alone_nothing_is_sure_anywhere() -> None:
    """All that the other side has is matched, so there is nothing to compare the rest with."""
    source, _ = two_versions(3, 700, 0, 0)
    target = np.delete(source, [90, 300, 301], axis=0)
    cosines = Cosines(source, target)
    assert len(most_alike(cosines, at_most=1000).mutual(0.9)[0]) == 697
    assert len(most_alike(Cosines(target, source), at_most=1000).mutual(0.9)[0]) == 697


def test_of_unrelated_articles_everything_is_compared() -> None:
    random = np.random.default_rng(7)
    source, target = (unit(random.standard_normal((count, 256))) for count in (700, 900))
    cosines = Cosines(source, target)
    everywhere, found = cosines.nearest(), most_alike(cosines, at_most=1000)
    assert np.array_equal(everywhere.column, found.column)
    assert np.allclose(everywhere.of_column, found.of_column)


@pytest.mark.parametrize("count", [1, 2, 3, 63, 64, 65, 150])
def test_how_many_sentences_are_scored_at_once_changes_nothing(
    count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = two_versions(count, count + 1, 0.1, 0)
    cosines = Cosines(source, target, ((0, 0), (1, 2)) if min(len(source), len(target)) > 2 else ())
    random = np.random.default_rng(count)
    left, right = (
        Sentences(side, random.integers(9, 300, len(side)).astype(np.float32)) for side in (source, target)
    )
    together = best_beads(cosines, left, right)
    monkeypatch.setattr("tui.alignment.beads._AT_ONCE", 1)
    assert best_beads(cosines, left, right) == together


def test_unrelated_articles_are_aligned_too() -> None:
    """Every sentence stands in one bead, in order, although nothing is sure anywhere."""
    random = np.random.default_rng(5)
    source, target = (unit(random.standard_normal((count, 256))) for count in (700, 900))
    cosines = Cosines(source, target)
    cosines = cosines.preferring(cosines.nearest())
    ours, theirs = sides(source, target)
    beads = best_beads(cosines, ours, theirs, whole=1000)
    assert [i for s, _ in beads for i in s] == list(range(700))
    assert [j for _, t in beads for j in t] == list(range(900))


def test_the_band_is_narrow_where_anchors_are_many() -> None:
    source = unit(np.random.default_rng(1).standard_normal((3000, 48)))
    cosines = Cosines(source, source)
    cosines = cosines.preferring(cosines.nearest())
    parts = band(cosines, anchors(cosines))
    assert [part.rows.start for part in parts[1:]] == [part.rows.stop for part in parts[:-1]]
    cells = sum((p.rows.stop - p.rows.start) * (p.columns.stop - p.columns.start) for p in parts)
    assert cells < 3000 * 400


@pytest.mark.dear
def test_sentences_kept_apart_stay_apart_in_a_long_article() -> None:
    source, target = two_versions(3, 1300, 0.1, 0)
    ours, theirs = (np.full(len(side), 80, np.float32) for side in (source, target))
    vectors = PairVectors(source, target, ours, theirs)
    before = next(bead for bead in realign(vectors, ()).beads[700:] if bead.source and bead.target)
    after = realign(vectors, [Unlink(before.source, before.target)])
    assert all(
        not (set(bead.source) & set(before.source) and set(bead.target) & set(before.target))
        for bead in after.beads
    )


@given(st.integers(0, 1000), st.integers(0, 60), st.integers(0, 60))
def test_what_is_nearest_is_found_block_by_block(seed: int, n: int, m: int) -> None:
    random = np.random.default_rng(seed)
    source, target = unit(random.standard_normal((n, 8))), unit(random.standard_normal((m, 8)))
    found = Cosines(source, target).nearest()
    whole = source @ target.T
    assert np.allclose(found.of_row, whole.max(axis=1, initial=0), atol=1e-6)
    assert np.allclose(found.of_column, whole.max(axis=0, initial=0), atol=1e-6)
    for row, column in zip(*found.mutual(SURE), strict=True):
        assert whole[row, column] == pytest.approx(max(whole[row].max(), whole[:, column].max()), abs=1e-6)


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12), st.integers(1, 3)), max_size=9))
def test_the_heaviest_choice_that_rises_is_found(links: list[tuple[int, int, int]]) -> None:
    """Against all choices there are; of the links of one sentence only the first is looked at."""
    pairs = list({s: (s, t, w) for s, t, w in reversed(links)}.values())

    def weight(chosen: list[tuple[int, int, int]]) -> int:
        rising = all(a[1] < b[1] for a, b in pairwise(chosen))
        return sum(w for _, _, w in chosen) if rising else 0

    pairs.sort()
    choices = [[p for i, p in enumerate(pairs) if number >> i & 1] for number in range(1 << len(pairs))]
    kept = heaviest_in_order(pairs)
    assert weight([p for p in sorted(pairs) if p[0] in kept]) == max(map(weight, choices))
