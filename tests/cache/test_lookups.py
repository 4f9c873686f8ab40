"""Dictionaries looked up in the cache say what was put there, and are made again when their file changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.cache import kept_lookup

TABLE = {"boat": "barca\tscafo", "boatyard": "cantiere", "città": "city", "": "nothing"}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "words.tsv"
    path.write_text("one", "utf-8")
    return path


def never() -> dict[str, str]:
    raise AssertionError("made again")


def test_a_lookup_is_the_table_now_and_the_next_time(file: Path, tmp_path: Path) -> None:
    for make in (lambda: TABLE, never):
        found = kept_lookup("words/en", make, file=file, folder=tmp_path / "kept")
        assert dict(found) == TABLE
        assert len(found) == len(TABLE)
        assert "boat" in found
        assert found["boat"] == "barca\tscafo"
        assert "boa" not in found
        assert found.get("boats") is None


def test_a_lookup_is_made_again_when_its_file_was_written(file: Path, tmp_path: Path) -> None:
    kept_lookup("words", lambda: TABLE, file=file, folder=tmp_path / "kept")
    file.write_text("another", "utf-8")
    assert kept_lookup("words", lambda: {"oar": "remo"}, file=file, folder=tmp_path / "kept") == {
        "oar": "remo"
    }


def test_a_damaged_lookup_is_made_again(file: Path, tmp_path: Path) -> None:
    kept_lookup("words", lambda: TABLE, file=file, folder=tmp_path)
    (kept,) = tmp_path.glob("*.kept")
    kept.write_bytes(kept.read_bytes()[:-9] + bytes(9))
    assert kept_lookup("words", lambda: TABLE, file=file, folder=tmp_path) == TABLE


def test_a_lookup_is_there_without_a_cache(file: Path) -> None:
    assert kept_lookup("words", lambda: TABLE, file=file, folder=file / "no folder") == TABLE
