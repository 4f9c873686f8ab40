"""A long pair settles from the cursor outward: rows and findings beside it come before all is aligned."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from threading import Event

import pytest
from by_hand import article_of
from listening import Told
from reading import reading
from toy_encoder import ToyEncoder

from tui.alignment import Alignment
from tui.articles import Article
from tui.comparison import Comparison
from tui.reader.outward import LONG, Filling, Listener, settle_outward
from tui.reader.work import PairStudy, Result

COUNT = LONG + 200
BY = 7
"""Paragraphs that only the target has, before all others."""
NUMBERS = ("zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove")


def named(number: int) -> str:
    return "".join(NUMBERS[int(digit)] for digit in str(number))


def sentence(number: int, cost: int) -> str:
    return f"Barca{named(number)} came to Porto{named(number * 7 % 997)} for {cost} euros."


SOURCE = article_of([[sentence(number, 20)] for number in range(COUNT)])
TARGET = article_of(
    [
        *([f"Nothing like it stands anywhere, {named(number)}."] for number in range(BY)),
        *([sentence(number, 30 if number in (400, 10) else 20)] for number in range(COUNT)),
    ]
)


def test_the_rows_at_the_cursor_settle_first_and_then_those_around_them() -> None:
    told = Told(sentence=400)
    settle_outward(SOURCE, TARGET, ToyEncoder(), told)
    settled = [
        {row.source[0] for row in one.rows if row.source and [*row.target] == [row.source[0] + BY]}
        for one in told.outlooks
        if one.rows
    ]
    assert len(settled) > 1
    assert set(range(370, 430)) <= settled[0]
    assert all(smaller <= larger for smaller, larger in pairwise(settled))


def test_every_paragraph_stands_in_one_row_while_only_some_are_settled() -> None:
    told = Told("target", 100)
    settle_outward(SOURCE, TARGET, ToyEncoder(), told)
    for one in told.outlooks:
        if one.rows:
            assert [p for row in one.rows for p in row.source] == list(range(len(SOURCE.paragraphs)))
            assert [q for row in one.rows for q in row.target] == list(range(len(TARGET.paragraphs)))


def test_what_differs_at_the_cursor_is_told_first_and_where_it_stands() -> None:
    told = Told(sentence=400)
    settle_outward(SOURCE, TARGET, ToyEncoder(), told)
    (found,) = [one.found for one in told.outlooks if one.found]
    (amount,) = [one for one in found if one.kind == "amount"]
    assert amount.source[0].within(SOURCE.text) == "20 euros"
    assert amount.target[0].within(TARGET.text) == "30 euros"
    assert SOURCE.sentence_at(amount.source[0].start) == 400


def test_nothing_is_settled_that_has_no_counterpart() -> None:
    stranger = article_of([[f"Quite another thing is said here, {named(n)}."] for n in range(COUNT)])
    told = Told(sentence=400)
    settle_outward(SOURCE, stranger, ToyEncoder(), told)
    assert not told.outlooks


def test_a_short_pair_is_aligned_at_once() -> None:
    told = Told("source", 3)
    few = article_of([[sentence(number, 20)] for number in range(30)])
    settle_outward(few, few, ToyEncoder(), told)
    assert not told.outlooks


def test_what_was_told_on_the_way_is_in_the_end_part_of_the_whole() -> None:
    told = Told(sentence=400)
    *_, alignment, comparison = PairStudy(ToyEncoder())(SOURCE, TARGET, (), told)
    assert isinstance(alignment, Alignment)
    assert isinstance(comparison, Comparison)
    on_the_way = {one.id for each in told.outlooks for one in each.found if one.kind == "amount"}
    assert on_the_way
    assert on_the_way <= {one.id for one in comparison.every}


def test_findings_are_told_in_growing_portions_and_none_twice() -> None:
    told = Told(sentence=400)
    filling = Filling(told)
    for part in range(1, 101):
        filling.add(part / 100, ())
    assert [one.share for one in told.outlooks] == [part / 100 for part in range(1, 101)]


@pytest.fixture
def gate() -> Iterator[Event]:
    made = Event()
    yield made
    made.set()


async def test_the_line_under_the_cursor_stays_while_rows_settle(gate: Event) -> None:
    seen = Event()

    def study(source: Article, target: Article, _: object, listener: Listener) -> Iterator[Result]:
        seen.wait(100)
        settle_outward(source, target, ToyEncoder(), listener)
        gate.wait(100)
        yield Comparison(())

    name = f"Barca{named(4)} "
    async with reading(SOURCE, TARGET, study=study, wait=False) as reader:
        for _ in range(4):
            before = await reader.press("j")
        line = before.line_of(name)
        assert before.lines[line].count(name) == 1
        seen.set()
        after = await reader.until("aligning ")
        assert after.line_of(name) == line
        assert after.lines[line].count(name) == 2
