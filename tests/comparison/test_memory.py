"""What a comparison reads of a pair goes when it is done, without waiting for the collector of cycles."""

import gc
from pathlib import Path

import pytest

from tui.alignment import AlignedPair, align, standard_encoder
from tui.articles import article_from_text
from tui.cache import Store
from tui.comparison import compare, sections, witnessed
from tui.resources import asset


def test_no_cycle_keeps_what_was_read() -> None:
    """A section of a long pair is forgotten before the next one is read: only then is memory flat."""
    source, target = (
        article_from_text(asset(f"sample/{tag}.txt").read_text("utf-8"), language=tag) for tag in ("en", "it")
    )
    encoder = standard_encoder()
    alignment = align(source, target, encoder)
    back = {n: f"{target.sentence_text(n)} He did not." for n in range(len(target.sentences))}

    def read() -> None:
        found = compare(source, target, alignment, encoder)
        witnessed(found, source, target, alignment, encoder, back)

    read()  # the first time tables are read, by libraries with cycles of their own
    gc.collect()
    gc.disable()
    try:
        gc.set_debug(gc.DEBUG_SAVEALL)
        read()
        gc.collect()
        kept = {type(one).__qualname__ for one in gc.garbage if type(one).__module__.startswith("tui.")}
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()
    assert not kept


@pytest.mark.parametrize("whole", [400, 4])
def test_nothing_keeps_the_pair_that_was_compared_last(
    whole: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With it goes what is known of its words: a table of each bead, of two articles in one bead 20 MB."""
    monkeypatch.setattr(sections, "WHOLE", whole)
    monkeypatch.setattr(sections, "_NEAR", 2)
    source, target = (
        article_from_text(asset(f"sample/{tag}.txt").read_text("utf-8"), language=tag) for tag in ("en", "it")
    )
    encoder = standard_encoder()
    alignment = align(source, target, encoder)
    found = compare(source, target, alignment, encoder, store=Store(tmp_path / "kept.db"))
    witnessed(found, source, target, alignment, encoder, {3: "He did not."})
    gc.collect()
    kept = [
        one for one in gc.get_objects() if isinstance(one, AlignedPair) and one.source.text == source.text
    ]
    assert not kept
