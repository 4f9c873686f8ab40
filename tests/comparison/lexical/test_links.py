"""The words of a bead of any size are linked in little memory, and as those of a small one are."""

from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING

import numpy as np
import pytest

from tui.comparison.lexical import links as module
from tui.comparison.lexical.lexicon import lexicons
from tui.comparison.lexical.links import links

if TYPE_CHECKING:
    from tui.comparison.lexical.lexicon import Floats, Indexes, Lexicon

    Words = tuple[Lexicon, Lexicon, Indexes, Indexes, Floats, Floats]


def _words(source: int, target: int) -> Words:
    """So many words on either side, some of them alike, some marks and numbers among them."""
    random = np.random.default_rng(0)
    texts = [
        [("of", ",", "7", f"{letter}word{at % 97}")[at % 4] for at in range(count)]
        for letter, count in (("a", source), ("b", target))
    ]
    keys = [sorted(set(text)) for text in texts]
    left, right = lexicons(keys[0], keys[1], ("en", "it"))
    meaning = random.random((source, target), np.float32)
    alike = np.where(meaning > 0.9, meaning, np.float32(0))
    return left, right, left.rows(texts[0]), right.rows(texts[1]), alike, meaning


@pytest.mark.parametrize(("source", "target"), [(1, 1), (2, 40), (37, 3), (60, 50)])
def test_links_are_the_same_in_whichever_stretches(
    source: int, target: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To the last bit: what is seen beside a stretch counts in it."""
    words = _words(source, target)
    whole = links(*words)
    for height in (1, 2, 7):
        monkeypatch.setattr(module, "_TOGETHER", height * target)
        assert np.array_equal(links(*words), whole)


def test_a_bead_of_a_whole_article_takes_a_few_tables_of_its_words() -> None:
    """Not one for every signal: somebody may link all of a text with all of another."""
    words = _words(1000, 1000)
    table = words[-1].nbytes
    tracemalloc.start()
    try:
        links(*words)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most < 10 * table
