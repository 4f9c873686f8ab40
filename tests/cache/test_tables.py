"""Kept tables: what comes back is what was read, by this very program."""

from __future__ import annotations

import os
from pathlib import Path

from tui.cache import kept_table
from tui.cache.files import kept_file
from tui.languages import Phrases

Table = dict[str, tuple[object, ...]]
TABLE: Table = {"ferry": ("traghetto", 2, None, True), "città": (0.5, frozenset({"a"}))}


def never() -> Table:
    raise AssertionError("it is kept")


def test_a_table_is_made_once(tmp_path: Path) -> None:
    assert kept_table("words/en", lambda: TABLE, folder=tmp_path) == TABLE
    assert kept_table("words/en", never, folder=tmp_path) == TABLE


def test_a_table_of_a_file_that_was_written_anew_is_read_anew(tmp_path: Path) -> None:
    file = tmp_path / "weights.toml"
    for text in ("bias = 1", "bias = 2.5"):
        file.write_text(text)
        for _ in range(2):
            assert kept_table("weights", file.read_text, file=file, folder=tmp_path / "kept") == text


def test_a_damaged_table_is_made_again(tmp_path: Path) -> None:
    kept_table("words", lambda: TABLE, folder=tmp_path)
    (path,) = tmp_path.iterdir()
    data = path.read_bytes()
    path.write_bytes(data[:-9] + b"?" + data[-8:])
    assert kept_table("words", lambda: TABLE, folder=tmp_path) == TABLE
    assert kept_table("words", never, folder=tmp_path) == TABLE


def test_a_pipe_in_the_place_of_a_table_is_not_waited_for(tmp_path: Path) -> None:
    kept_table("words", lambda: TABLE, folder=tmp_path)
    (path,) = tmp_path.iterdir()
    path.unlink()
    os.mkfifo(path)
    assert kept_table("words", lambda: TABLE, folder=tmp_path) == TABLE
    assert kept_table("words", never, folder=tmp_path) == TABLE


def test_phrases_are_found_as_they_were_before_they_were_kept() -> None:
    phrases = [("out of order", "broken"), ("out", "away"), ("in … order", "tidy")]
    words = "in", "an", "out", "of", "order"
    forms = [frozenset({word}) for word in words]
    for _ in range(2):
        kept = Phrases.kept("phrases", lambda: phrases)
        assert [kept.all_at(forms, at) for at in range(5)] == [
            Phrases(phrases).all_at(forms, at) for at in range(5)
        ]


def test_of_a_large_file_a_stretch_that_was_never_written_is_seen(tmp_path: Path) -> None:
    """As after a crash, which leaves zeros where the disk had not come to."""
    blocks = [bytes(range(1, 256)) * 40_000]
    kept_file("large", "1", lambda: blocks, tmp_path)
    (path,) = tmp_path.iterdir()
    data = path.read_bytes()
    path.write_bytes(data[:5_000_000] + bytes(131_072) + data[5_131_072:])
    assert bytes(kept_file("large", "1", lambda: [b"made again"], tmp_path)) == b"made again"
