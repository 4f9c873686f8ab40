"""A pair that was checked before: the same report from the cache, and a new one where anything changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from listening import Told
from msgspec.structs import replace
from toy_encoder import ToyEncoder

from tui.alignment import Alignment, Link, PairVectors
from tui.articles import Article, article_from_text
from tui.cache import Store
from tui.reader.work import PairStudy
from tui.reports.making import report_on

SOURCE = "The bridge opened in 1998. It cost 14 million euros.\n\nNobody objected to the plan."
TARGET = "The bridge opened in 1997. It cost 14 million euros.\n\nEverybody objected to the plan."


def article(text: str, name: str) -> Article:
    return article_from_text(text, path=name, language="en")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "kept.db")


def test_the_second_report_is_the_first(store: Store) -> None:
    source, target = article(SOURCE, "a.txt"), article(TARGET, "b.txt")
    first = report_on(source, target, ToyEncoder(), store=store)
    assert first.findings
    unused = ToyEncoder()
    assert report_on(source, target, unused, store=store) == first
    assert unused.encoded == 0


def test_it_says_the_same_as_one_made_without_a_store(store: Store) -> None:
    source, target = article(SOURCE, "a.txt"), article(TARGET, "b.txt")
    report_on(source, target, ToyEncoder(), store=store)
    assert report_on(source, target, ToyEncoder(), store=store) == report_on(source, target, ToyEncoder())


def test_another_threshold_is_applied_to_what_was_kept(store: Store) -> None:
    source, target = article(SOURCE, "a.txt"), article(TARGET, "b.txt")
    report_on(source, target, ToyEncoder(), store=store)
    strict = report_on(source, target, ToyEncoder(), store=store, sure=1.0)
    assert strict.findings == report_on(source, target, ToyEncoder(), sure=1.0).findings


def test_an_edited_text_is_compared_anew(store: Store) -> None:
    source, target = article(SOURCE, "a.txt"), article(TARGET, "b.txt")
    report_on(source, target, ToyEncoder(), store=store)
    edited = article(TARGET.replace("1997", "1998"), "b.txt")
    again = report_on(source, edited, ToyEncoder(), store=store)
    assert again.findings == report_on(source, edited, ToyEncoder()).findings
    assert not any("1997" in finding.message for finding in again.findings)


def test_another_encoder_finds_for_itself(store: Store) -> None:
    class Other(ToyEncoder):
        name = "other"

    source, target = article(SOURCE, "a.txt"), article(TARGET, "b.txt")
    report_on(source, target, ToyEncoder(), store=store)
    other = Other()
    report_on(source, target, other, store=store)
    assert other.encoded


def test_the_same_text_in_another_language_is_another(store: Store) -> None:
    source, target = article(SOURCE, "a.txt"), article(TARGET, "b.txt")
    report_on(source, target, ToyEncoder(), store=store)
    italian = ToyEncoder()
    report_on(source, replace(target, language="it"), italian, store=store)
    assert italian.encoded


def test_a_pair_opened_again_is_complete_before_anything_is_encoded(store: Store) -> None:
    source, target = article(SOURCE, "a.txt"), article(TARGET, "b.txt")
    first = list(PairStudy(ToyEncoder(), store)(source, target, (), Told()))
    encoder = ToyEncoder()
    study = PairStudy(encoder, store)(source, target, (), Told())
    alignment, comparison = next(study), next(study)
    assert encoder.encoded == 0
    assert [alignment, comparison] == first[1:]
    assert isinstance(next(study), PairVectors)


def test_a_corrected_pair_is_kept_as_corrected(store: Store) -> None:
    source, target = article(SOURCE, "a.txt"), article(TARGET, "b.txt")
    linked = [Link((0,), (2,))]
    for corrections in ((), linked):
        for _ in range(2):
            found = PairStudy(ToyEncoder(), store)(source, target, corrections, Told())
            (alignment,) = (each for each in found if isinstance(each, Alignment))
            assert any((bead.source, bead.target) == ((0,), (2,)) for bead in alignment.beads) == bool(
                corrections
            )
