"""What is kept: the same comes back, or nothing does; several processes share it, and any may be killed."""

from __future__ import annotations

import logging
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.cache import Store, digest

WRITER = """
import sys
from pathlib import Path
from tui.cache import Store, digest
store = Store(Path(sys.argv[1]))
begin = int(sys.argv[2])
print("ready", flush=True)
for number in range(begin, begin + int(sys.argv[3])):
    store.put({digest("item", str(number)): b"value %d" % number * 50})
"""


def writer(path: Path, begin: int, count: int) -> subprocess.Popen[str]:
    """A process of its own that keeps values one by one."""
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), str(begin), str(count)], stdout=subprocess.PIPE, text=True
    )


def kept(store: Store, numbers: Iterable[int]) -> dict[int, bytes]:
    """The values of those numbers that are kept."""
    keys = {digest("item", str(number)): number for number in numbers}
    return {keys[key]: value for key, value in store.get(list(keys)).items()}


@given(st.lists(st.tuples(st.text(max_size=9), st.text(max_size=9)), max_size=8, unique=True))
def test_no_two_things_have_the_same_key(things: list[tuple[str, str]]) -> None:
    assert len({digest(*thing) for thing in things}) == len(things)


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    store = Store(tmp_path / "kept.db")
    store.put({digest(str(number)): bytes([number]) for number in range(200)})
    store.close()
    again = Store(tmp_path / "kept.db").get([digest(str(number)) for number in range(300)])
    assert again == {digest(str(number)): bytes([number]) for number in range(200)}


def test_two_processes_share_one_file(tmp_path: Path) -> None:
    path = tmp_path / "kept.db"
    with writer(path, 0, 60) as one, writer(path, 30, 60) as other:
        one.communicate()
        other.communicate()
    assert one.returncode == other.returncode == 0
    assert set(kept(Store(path), range(100))) == set(range(90))


def test_a_killed_process_leaves_whole_values(tmp_path: Path) -> None:
    path = tmp_path / "kept.db"
    store = Store(path)
    with writer(path, 0, 100_000) as process:
        assert process.stdout
        process.stdout.readline()
        while not kept(store, range(20)):
            pass
        process.send_signal(signal.SIGKILL)
    found = kept(store, range(100_000))
    assert found
    assert all(value == b"value %d" % number * 50 for number, value in found.items())
    store.put({digest("item", "new"): b"after"})
    assert store.get([digest("item", "new")]) == {digest("item", "new"): b"after"}


def test_a_damaged_value_is_gone_and_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    store = Store(tmp_path / "kept.db")
    store.put({digest("a"): b"right", digest("b"): b"also right"})
    store.close()
    with sqlite3.connect(store.path) as connection:
        connection.execute("UPDATE kept SET value = ? WHERE key = ?", (b"wrong", digest("a")))
    connection.close()
    with caplog.at_level(logging.WARNING, "afronte.cache"):
        assert Store(store.path).get([digest("a"), digest("b")]) == {digest("b"): b"also right"}
    assert "damaged" in caplog.text


@pytest.mark.parametrize("content", [b"no database", b""], ids=["something else", "nothing"])
def test_a_damaged_file_is_begun_anew(
    tmp_path: Path, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "kept.db"
    path.write_bytes(content)
    store = Store(path)
    with caplog.at_level(logging.WARNING, "afronte.cache"):
        assert store.get([digest("a")]) == {}
    assert bool(caplog.text) == bool(content)
    store.put({digest("a"): b"one"})
    assert store.get([digest("a")]) == {digest("a"): b"one"}


def test_where_nothing_can_be_kept_nothing_fails(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").write_text("")
    store = Store(tmp_path / "file" / "kept.db")
    with caplog.at_level(logging.WARNING, "afronte.cache"):
        store.put({digest("a"): b"one"})
        assert store.get([digest("a")]) == {}
    assert caplog.text.count("nothing is kept") == 1


def test_what_was_used_longest_ago_makes_room(tmp_path: Path) -> None:
    days = iter([0.0, 1.0, 2.0, 3.0, 3.0, 3.0])
    store = Store(tmp_path / "kept.db", cap=5000, clock=lambda: next(days) * 86_400)
    store.put({digest("first"): b"1" * 1500})
    store.put({digest("second"): b"2" * 1500})
    assert store.get([digest("first")])
    store.put({digest("third"): b"3" * 1500, digest("fourth"): b"4" * 1500})
    assert not store.get([digest("second")])
    assert store.get([digest("first"), digest("fourth")])
    assert store.size() <= 5000


def test_a_clock_that_is_set_back_loses_nothing(tmp_path: Path) -> None:
    days = iter([20_000, 3, 2, 1])
    store = Store(tmp_path / "kept.db", clock=lambda: next(days) * 86_400)
    store.put({b"1": b"one"})
    store.put({b"2": b"two"})
    assert store.get([b"1", b"2"]) == {b"1": b"one", b"2": b"two"}
    assert store.get([b"1", b"2"]) == {b"1": b"one", b"2": b"two"}


def test_what_a_wrong_clock_dated_ahead_makes_room_for_what_is_new(tmp_path: Path) -> None:
    days = iter([20_000.0, 3.0, 4.0, 4.0])
    store = Store(tmp_path / "kept.db", cap=5000, clock=lambda: next(days) * 86_400)
    store.put({digest("ahead"): b"1" * 2400})
    store.put({digest("back"): b"2" * 1200})
    store.put({digest("new"): b"3" * 2400})
    assert set(store.get([digest("ahead"), digest("back"), digest("new")])) == {
        digest("back"),
        digest("new"),
    }
