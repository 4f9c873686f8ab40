"""Which words of two sides answer each other: each one word of the other side at most, the sure ones first.

What something sure has used up stands for nothing else: *rame* where the source has *lead* is free even if
something far-fetched could stand for either, as long as that is the surer answer to another word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.comparison.polarity import content_words, likest_first

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.comparison.polarity import Stretch, Ties
    from tui.languages import Dictionary

_SURE, _POSSIBLE = 0.85, 0.7
"""How alike words count of which one surely translates the other, or may translate it."""
_ALIKE = 0.8
"""From this likeness on, words that no dictionary knows surely answer each other."""

Places = tuple[int, int]
"""A word of one side and one of the other."""


class Answers(Struct, frozen=True):
    """The words of two sides by what answers them."""

    one: Mapping[int, int]
    """Those of the first side that are answered, each with its answer."""
    other: Mapping[int, int]
    """Those of the second, likewise."""
    wanted: tuple[frozenset[int], frozenset[int]]
    """The words of either side that something there may translate, be it used up."""
    alike: frozenset[int]
    """Those of the first side that are only like their answers: the dictionary knows both, and does not have
    them for each other.
    """


def answers(
    one: Stretch, other: Stretch, forms: tuple[Sequence[frozenset[str]], ...], words: Dictionary, ties: Ties
) -> Answers:
    """What answers what, by the dictionary of `one` into `other` and by what the words have in common.

    `forms`: those under which the dictionary may have the words of either side.
    """
    sure: dict[Places, float] = {}
    possible: dict[Places, float] = {}
    for here, there, surely in _translated(one, other, forms, words):
        (sure if surely else possible)[here, there] = _SURE if surely else _POSSIBLE
    translated = {*sure, *possible}
    for like, source, target in ties.alike:
        pair = (source, target) if one.side == "source" else (target, source)
        kept = sure if like >= _ALIKE else possible
        kept[pair] = max(like, kept.get(pair, 0.0))
    held: dict[int, int] = {}
    taken: dict[int, int] = {}
    for alike in (sure, possible):
        for here, there in likest_first(alike, one, other):
            if here not in held and there not in taken:
                held[here], taken[there] = there, here
    alike_only = (
        here
        for here, there in held.items()
        if (here, there) not in translated
        and max(sure.get((here, there), 0.0), possible.get((here, there), 0.0)) < _SURE
        and words.possible(forms[0][here])
        and words.translated(forms[1][there])
    )
    wanted = frozenset(here for here, _ in translated), frozenset(there for _, there in translated)
    return Answers(held, taken, wanted, frozenset(alike_only))


def _translated(
    one: Stretch, other: Stretch, forms: tuple[Sequence[frozenset[str]], ...], words: Dictionary
) -> Iterable[tuple[int, int, bool]]:
    """The words that translate each other, and whether surely."""
    theirs: dict[str, list[int]] = defaultdict(list)
    for there in content_words(other):
        for form in forms[1][there]:
            theirs[form].append(there)
    for here in content_words(one):
        said = theirs.keys() & words.possible(forms[0][here])
        surely = words.sure(forms[0][here]) if said else frozenset()
        for form in said:
            for there in theirs[form]:
                yield here, there, form in surely
