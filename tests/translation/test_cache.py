import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from toy_translators import Shouting

from tui.translation.cache import Cache, Entry

ITALIAN = Shouting()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "translations.db"


def texts(found: dict[str, Entry]) -> dict[str, str]:
    return {sentence: entry.text for sentence, entry in found.items()}


def test_what_was_put_is_there_in_the_next_session(path: Path) -> None:
    """With the time it was made at."""
    Cache(path, clock=lambda: 1000.0).put(ITALIAN, {"ciao": "hello", "gatto": "cat"})
    found = Cache(path, clock=lambda: 2000.0).get(ITALIAN, ["gatto", "cane", "ciao", "gatto"])
    assert found == {"gatto": Entry("cat", 1000.0), "ciao": Entry("hello", 1000.0)}


@pytest.mark.parametrize(
    "other",
    [
        replace(ITALIAN, name="Other"),
        replace(ITALIAN, version="1.1"),
        replace(ITALIAN, build="x"),
        replace(ITALIAN, languages=("it", "fr")),
        replace(ITALIAN, languages=("fr", "en")),
    ],
)
def test_nothing_is_served_from_another_engine_model_or_language(path: Path, other: Shouting) -> None:
    cache = Cache(path)
    cache.put(ITALIAN, {"ciao": "hello"})
    assert cache.get(other, ["ciao"]) == {}
    cache.put(other, {"ciao": "another"})
    assert texts(cache.get(ITALIAN, ["ciao"])) == {"ciao": "hello"}
    assert texts(cache.get(other, ["ciao"])) == {"ciao": "another"}


def test_a_text_that_no_file_can_hold_is_passed_over(path: Path) -> None:
    """Half a surrogate pair is no character; everything else goes on being kept."""
    cache = Cache(path)
    cache.put(ITALIAN, {"ciao \ud800": "hello"})
    assert cache.get(ITALIAN, ["ciao \ud800"]) == {}
    cache.put(ITALIAN, {"ciao": "hello"})
    assert texts(cache.get(ITALIAN, ["ciao"])) == {"ciao": "hello"}


def test_two_readers_share_one_file(path: Path) -> None:
    """Each sees at once what the other has put."""
    one, other = Cache(path), Cache(path)
    for number in range(20):
        one.put(ITALIAN, {f"uno {number}": "one"})
        other.put(ITALIAN, {f"due {number}": "two"})
        assert texts(other.get(ITALIAN, [f"uno {number}"])) == {f"uno {number}": "one"}
        assert texts(one.get(ITALIAN, [f"due {number}"])) == {f"due {number}": "two"}


WRITER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from toy_translators import Shouting
from tui.translation.cache import Cache
cache = Cache(Path(sys.argv[1]))
for number in range(int(sys.argv[4])):
    cache.put(Shouting(), {f"{sys.argv[2]} {number}": "x" * 500})
    print(number, flush=True)
"""


def writer(path: Path, name: str, count: int) -> "subprocess.Popen[str]":
    support = Path(__file__).parent.parent / "support"
    command = [sys.executable, "-c", WRITER, str(path), name, str(support), str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_two_processes_write_at_once(path: Path) -> None:
    """Nothing of either is lost."""
    both = [writer(path, name, 60) for name in ("a", "b")]
    assert [process.communicate()[1] for process in both] == ["", ""]
    wanted = [f"{name} {number}" for name in ("a", "b") for number in range(60)]
    assert list(Cache(path).get(ITALIAN, wanted)) == wanted


def test_a_killed_writer_leaves_all_it_had_put(path: Path) -> None:
    """Killed without warning in the midst of writing."""
    process = writer(path, "a", 1_000_000)
    assert process.stdout
    written = [int(process.stdout.readline()) for _ in range(50)]
    process.kill()
    process.communicate()
    cache = Cache(path)
    assert len(cache.get(ITALIAN, [f"a {number}" for number in written])) == 50
    cache.put(ITALIAN, {"ciao": "hello"})
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.parametrize("damage", ["not a database", "in the middle", "another program's", "cut short"])
def test_a_damaged_file_is_set_aside_and_a_new_one_begun(path: Path, damage: str) -> None:
    """With a message that says where the old one is."""
    cache = Cache(path)
    cache.put(ITALIAN, {f"frase {number}": "x" * 1000 for number in range(100)})
    cache.close()
    content = path.read_bytes()
    if damage == "not a database":
        path.write_bytes(b"nonsense" * 1000)
    elif damage == "in the middle":
        path.write_bytes(content[:4096] + b"\xff" * (len(content) - 8192) + content[-4096:])
    elif damage == "cut short":
        path.write_bytes(content[: len(content) // 2])
    else:
        path.unlink()
        sqlite3.connect(path).execute("CREATE TABLE translation (other TEXT)").connection.close()
    messages: list[str] = []
    cache = Cache(path, notify=messages.append)
    cache.get(ITALIAN, ["frase 50"])
    cache.put(ITALIAN, {"ciao": "hello"})
    assert texts(cache.get(ITALIAN, ["ciao"])) == {"ciao": "hello"}
    assert len(messages) == 1
    assert str(path) + ".damaged" in messages[0]
    assert Path(str(path) + ".damaged").stat().st_size


def test_without_a_place_to_write_nothing_is_kept_and_nothing_fails(tmp_path: Path) -> None:
    """It is said once."""
    (tmp_path / "file").write_text("x")
    messages: list[str] = []
    cache = Cache(tmp_path / "file" / "translations.db", notify=messages.append)
    for _ in range(3):
        cache.put(ITALIAN, {"ciao": "hello"})
        assert cache.get(ITALIAN, ["ciao"]) == {}
    assert len(messages) == 1
    assert messages[0].startswith("Translations are not kept:")


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from toy_translators import Shouting
from tui.translation.cache import Cache
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
cache = Cache(Path(sys.argv[1]), notify=print)
cache.put(Shouting(), {"ciao": "hello"})
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
for number in range(500):
    cache.put(Shouting(), {f"frase {number}": "x" * 1000})
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a quota of writes is set by setrlimit")
def test_a_full_disk_is_said_once_and_what_is_kept_stays(path: Path) -> None:
    support = Path(__file__).parent.parent / "support"
    run = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(path), str(support)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stderr == ""
    assert run.stdout.count("\n") == 1
    assert run.stdout.startswith("Translations are not kept:")
    assert texts(Cache(path).get(ITALIAN, ["ciao"])) == {"ciao": "hello"}


def test_what_was_used_longest_ago_makes_room(path: Path) -> None:
    """The cap holds, in the file too, and reading counts as use."""
    now = 0.0

    def clock() -> float:
        nonlocal now
        now += 1
        return now

    cache = Cache(path, cap=20_000, clock=clock)
    for number in range(100):
        cache.put(ITALIAN, {f"frase {number}": "x" * 1000})
        cache.get(ITALIAN, ["frase 0"])
        assert cache.size() <= 20_000
    kept = cache.get(ITALIAN, [f"frase {number}" for number in range(100)])
    assert "frase 0" in kept
    assert "frase 99" in kept
    assert "frase 50" not in kept
    assert len(kept) >= 15
    cache.put(ITALIAN, {"frase 99": "x"})  # replaced, not added
    assert len(cache.get(ITALIAN, list(kept))) == len(kept)


def test_what_a_wrong_clock_dated_ahead_makes_room_for_what_is_new(path: Path) -> None:
    times = iter([9e9, 9e9 + 1, 50.0, 60.0, 70.0])
    cache = Cache(path, cap=5000, clock=lambda: next(times))
    for text in ("ahead 1", "ahead 2", "back", "new"):
        cache.put(ITALIAN, {text: "x" * 1500})
    assert set(cache.get(ITALIAN, ["ahead 1", "ahead 2", "back", "new"])) == {"back", "new"}
