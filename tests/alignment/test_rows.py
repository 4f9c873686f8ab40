"""What stands beside what on the page."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from by_hand import alignment_of, article_of
from hypothesis import given
from hypothesis import strategies as st

from tui.alignment import Row, rows


def laid(source: list[int], target: list[int], beads: str) -> list[Row]:
    """The rows of two articles given by the number of sentences of each paragraph."""
    made = [
        article_of([[f"Sentence {i}."] * size for i, size in enumerate(side)]) for side in (source, target)
    ]
    return list(rows(made[0], made[1], alignment_of(beads)))


def places(found: list[Row]) -> list[tuple[list[int], list[int], str]]:
    return [(list(row.source), list(row.target), row.kind) for row in found]


def test_paragraphs_that_correspond_stand_beside_each_other() -> None:
    assert places(laid([1, 2], [1, 2], "0=0 1=1 2=2")) == [([0], [0], "aligned"), ([1], [1], "aligned")]


def test_a_paragraph_without_counterpart_has_a_row_of_its_own() -> None:
    found = laid([1, 1], [1, 1, 1], "0=0 =1 1=2")
    assert places(found) == [([0], [0], "aligned"), ([], [1], "only-target"), ([1], [2], "aligned")]


def test_a_split_paragraph_stands_beside_both_its_parts() -> None:
    assert places(laid([2], [1, 1], "0=0 1=1")) == [([0], [0, 1], "aligned")]


def test_merged_paragraphs_share_a_row() -> None:
    assert places(laid([1, 1], [2], "0=0 1=1")) == [([0, 1], [0], "aligned")]


def test_a_paragraph_that_goes_on_later_points_to_its_other_part_and_back() -> None:
    found = laid([2, 1], [1, 1, 1, 1], "0=0 =1 1=2 2=3")
    assert places(found) == [
        ([0], [0], "aligned"),
        ([], [1], "only-target"),
        ([], [2], "continued"),
        ([1], [3], "aligned"),
    ]
    assert found[0].elsewhere == (2,)
    assert found[2].elsewhere == (0,)


def test_a_moved_paragraph_points_to_its_counterpart_and_back() -> None:
    found = laid([1, 1, 1], [1, 1, 1], "0~2 1=0 2=1")
    assert places(found) == [
        ([0], [], "moved"),
        ([1], [0], "aligned"),
        ([2], [1], "aligned"),
        ([], [2], "moved"),
    ]
    assert (found[0].elsewhere, found[3].elsewhere) == ((3,), (0,))


def test_a_sentence_that_slipped_into_the_next_paragraph_does_not_weld_the_two_rows() -> None:
    found = laid([3, 2], [2, 3], "0=0 1=1 2=2 3=3 4=4")
    assert [row.kind for row in found] == ["aligned", "aligned"]
    assert found[0].elsewhere == (1,)


def chance_beads(rng: Random, source: int, target: int) -> Iterator[str]:
    """Beads that partition so many sentences: in order, lone and moved."""
    lone: tuple[list[int], list[int]] = ([], [])
    s = t = 0
    while s < source or t < target:
        k, h = rng.randint(0, min(2, source - s)), rng.randint(0, min(2, target - t))
        here, there = range(s, s + k), range(t, t + h)
        if k and h:
            yield f"{','.join(map(str, here))}={','.join(map(str, there))}"
        else:
            lone[0].extend(here)
            lone[1].extend(there)
        s, t = s + k, t + h
    for side in lone:
        rng.shuffle(side)
    moved = rng.randint(0, min(map(len, lone)))
    yield from (f"{i}~{j}" for i, j in zip(lone[0][:moved], lone[1][:moved], strict=True))
    yield from (f"{i}=" for i in lone[0][moved:])
    yield from (f"={j}" for j in lone[1][moved:])


sizes = st.lists(st.integers(1, 3), min_size=1, max_size=6)


@given(sizes, sizes, st.integers(0, 1_000_000))
def test_every_paragraph_stands_in_exactly_one_row_in_order(
    source: list[int], target: list[int], seed: int
) -> None:
    found = laid(source, target, " ".join(chance_beads(Random(seed), sum(source), sum(target))))
    assert [p for row in found for p in row.source] == list(range(len(source)))
    assert [q for row in found for q in row.target] == list(range(len(target)))
    for index, row in enumerate(found):
        for other in row.elsewhere:
            assert index in found[other].elsewhere
