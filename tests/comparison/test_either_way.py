"""A pair says the same, whichever of its texts is read as the source."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pytest
from rule_pairs import SPEAKS

from tui.alignment import AlignedPair, Alignment, Bead, Link, Unlink, UseEncoder, align, encode, realign
from tui.alignment.corrections import Correction, turned
from tui.articles import SIDES, Article, article_from_text, load, other_side
from tui.comparison import Comparison, compare, words
from tui.comparison.model import mirrored
from tui.resources import asset


@cache
def encoder() -> UseEncoder:
    return UseEncoder()


def both_ways(one: Article, other: Article) -> tuple[Comparison, Comparison]:
    """What is said of two articles, read so and the other way round."""
    here, there = ((one, other), (other, one))
    return compare(*here, align(*here, encoder()), encoder()), compare(
        *there, align(*there, encoder()), encoder()
    )


def assert_mirrored(here: Comparison, there: Comparison) -> None:
    """That each finding has its mirror, as sure, as loud, and with the sides called so in its message."""
    turned_round = {
        (one.rule, one.kind, one.source, one.target, one.source_value, one.target_value):
        (one.severity, one.confidence, one.evidence, _turned_message(one.message))
        for one in map(mirrored, there.every)
    }  # fmt: skip
    straight = {
        (one.rule, one.kind, one.source, one.target, one.source_value, one.target_value):
        (one.severity, one.confidence, one.evidence, one.message)
        for one in here.every
    }  # fmt: skip
    assert straight == turned_round
    assert here.incomplete == there.incomplete == ()


def _turned_message(message: str) -> str:
    """A message with the names of the sides exchanged: the texts of these tests have no such words."""
    return message.replace("source", "ſ").replace("target", "source").replace("ſ", "target")


@cache
def sample() -> tuple[Article, Article]:
    english, italian = (load(str(asset(f"sample/{tag}.txt")), language=tag) for tag in ("en", "it"))
    return english, italian


def test_the_sample_says_the_same_either_way() -> None:
    here, there = both_ways(*sample())
    assert len(here.findings) > 30
    assert_mirrored(here, there)


@pytest.mark.parametrize("name", [name for name, (*_, last) in SPEAKS.items() if last not in ("en en",)])
def test_each_rule_says_the_same_either_way(name: str) -> None:
    source, target, *languages = SPEAKS[name]
    tags = (languages[0] if languages else "en it").split()
    pair = [article_from_text(text, language=tag) for text, tag in zip((source, target), tags, strict=True)]
    assert_mirrored(*both_ways(pair[0], pair[1]))


LEFT = [
    ("The mayor spoke.\n\nThe guides wait at the gate of the old town.", "Il mayor ha parlato.\n\nPiove."),
    ("The sindaco spoke.\n\nIt rained.", "Il sindaco ha parlato.\n\nPioveva."),
    (
        "The people of the village are not happy with their mayor. It rained.",
        "The people of the village are not happy with their mayor. Pioveva.",
    ),
    (
        "La gente del paese non ama il suo sindaco. It rained.",
        "La gente del paese non ama il suo sindaco. Pioveva.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("english", "italian"), LEFT)
def test_what_was_left_in_the_other_language_is_told_either_way(english: str, italian: str) -> None:
    here, there = both_ways(
        article_from_text(english, language="en"), article_from_text(italian, language="it")
    )
    assert_mirrored(here, there)
    assert "untranslated" in [one.kind for one in here.findings]


def test_the_beads_are_the_same_either_way_under_corrections_too() -> None:
    english, italian = sample()
    by_hand: list[Correction] = [Link((3, 4), (6,)), Unlink((8,), (9,)), Link((20,), (2,))]
    for corrections in ([], by_hand):
        here = aligned(english, italian, corrections)
        there = aligned(italian, english, list(map(turned, corrections)))
        assert here == there.turned
        assert there == here.turned


def aligned(source: Article, target: Article, corrections: Sequence[Correction]) -> Alignment:
    return realign(encode(source, target, encoder()), corrections)


def test_words_are_the_same_either_way() -> None:
    english, italian = sample()
    alignment = align(english, italian, encoder())
    here = words(english, italian, alignment, encoder())
    there = words(italian, english, alignment.turned, encoder())
    assert all(here[side] == there[other_side(side)] for side in SIDES)


def test_what_only_one_side_has_stands_where_it_is_read() -> None:
    """First what the source has there, then what the target has; moved text at its place in the source."""
    beads = [Bead((0,), (0,), 1.0), Bead((), (1,), 1.0), Bead((1,), (3,), 1.0, True), Bead((2,), (2,), 1.0)]
    alignment = Alignment(tuple(beads)).turned
    assert [(bead.source, bead.target) for bead in alignment.beads] == [
        ((0,), (0,)),
        ((1,), ()),
        ((2,), (2,)),
        ((3,), (1,)),
    ]
    pair = AlignedPair(*sample(), alignment.turned, encoder())
    assert [bead.source for bead in pair.alignment.beads] == [(0,), (1,), (), (2,)]
