"""What was decided is there again: tomorrow, after an edit, in another reader, after a crash."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest
from desk_writer import ENGLISH, ITALIAN, article, finding
from msgspec.structs import replace

from tui.alignment import Correction, Link, Merge, Row, Split, Unlink
from tui.desk import Decision, Desk, Dossier, Mark, Position
from tui.errors import AfronteError

_SCHEMA_FORMAT = 47
"""Where a file of SQLite says how its schema is written."""
EVERY_FINDING = [finding(name) for name in "abcd"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "desk.db"


def opened(path: Path, english: str = ENGLISH, italian: str = ITALIAN, folder: str = "/news") -> Dossier:
    """The pair as a reader that has just been started sees it."""
    source = article(english, f"{folder}/en.txt")
    return Desk(path).open(source, article(italian, f"{folder}/it.txt", "it"))


def test_a_verdict_and_a_note_are_there_in_the_next_session(path: Path) -> None:
    dossier = opened(path)
    dossier.decide(finding("a"), "confirmed")
    dossier.annotate(finding("a"), "Ask the desk.\nBy Friday.")
    sheet = opened(path).sheet()
    assert sheet.decision(finding("a")) == Decision("confirmed", "Ask the desk.\nBy Friday.")
    assert sheet.decision(finding("b")) == Decision("open", "")


def test_progress_counts_what_is_decided_of_the_findings_there_are(path: Path) -> None:
    dossier = opened(path)
    dossier.decide(finding("a"), "confirmed")
    dossier.decide(finding("b"), "dismissed")
    dossier.decide(finding("gone since the edit"), "dismissed")
    dossier.decide(finding("c"), "intended")
    dossier.annotate(finding("d"), "a note is no verdict")
    assert dossier.sheet().progress(EVERY_FINDING) == (3, 4)
    assert dossier.decide(finding("c"), "open").progress(EVERY_FINDING) == (2, 4)


def test_an_edited_text_keeps_what_was_decided(path: Path) -> None:
    """By the same two paths, also when both files have changed."""
    opened(path).decide(finding("a"), "confirmed")
    edited = opened(path, ENGLISH + "\nOne more.\n", ITALIAN.replace("vento", "molto vento"))
    assert edited.sheet().decision(finding("a")).verdict == "confirmed"
    edited.decide(finding("b"), "dismissed")
    assert opened(path).sheet().decision(finding("b")).verdict == "dismissed"


def test_the_same_texts_elsewhere_are_the_same_pair(path: Path) -> None:
    opened(path).decide(finding("a"), "confirmed")
    assert opened(path, folder="/elsewhere").sheet().decision(finding("a")).verdict == "confirmed"


def test_another_pair_has_verdicts_of_its_own(path: Path) -> None:
    opened(path).decide(finding("a"), "confirmed")
    other = opened(path, "Something else.\n", "Altro.\n", folder="/elsewhere")
    assert other.sheet().decision(finding("a")).verdict == "open"


def test_articles_from_standard_input_are_known_by_their_texts_only(path: Path) -> None:
    """All of them are called `-`, which makes none an edit of another."""
    desk = Desk(path)
    desk.open(article(ENGLISH), article(ITALIAN)).decide(finding("a"), "confirmed")
    assert desk.open(article("Other."), article("Altro.")).sheet().decisions == {}
    again = Desk(path).open(article(ENGLISH), article(ITALIAN)).sheet()
    assert again.decision(finding("a")).verdict == "confirmed"
    assert desk.recent() == ()


ROW = Row(range(1, 2), range(1, 2), "aligned")


def test_a_bookmark_and_a_note_stay_at_their_row_when_paragraphs_are_added_above(path: Path) -> None:
    dossier = opened(path)
    dossier.bookmark(ROW, True)
    dossier.annotate_row(ROW, "Who says so?\nCheck.")
    sheet = opened(path, "New.\n\n" + ENGLISH, "Nuovo.\n\n" + ITALIAN).sheet()
    assert sheet.mark(Row(range(2, 3), range(2, 3), "aligned")) == Mark(True, "Who says so?\nCheck.")
    assert sheet.mark(ROW) == Mark()


def test_a_bookmark_can_be_taken_away_from_whatever_row_its_paragraph_is_in(path: Path) -> None:
    """The row may have been merged with others since."""
    dossier = opened(path)
    dossier.bookmark(ROW, True)
    dossier.annotate_row(ROW, "second")
    merged = Row(range(3), range(3), "aligned")
    dossier.annotate_row(Row(range(1), range(1), "aligned"), "first")
    assert dossier.sheet().mark(merged) == Mark(True, "first\nsecond")
    dossier.annotate_row(merged, "both")
    assert dossier.bookmark(merged, False).mark(merged) == Mark(False, "both")
    assert dossier.bookmark(merged, True).mark(merged) == Mark(True, "both")


def test_equal_paragraphs_have_marks_of_their_own(path: Path) -> None:
    dossier = opened(path, "Same.\n\nSame.\n\nSame.\n")
    sheet = dossier.bookmark(Row(range(1, 2), range(0), "only-source"), True)
    assert [place for place, mark in sheet.marks.items() if mark.bookmarked] == [("source", 1)]


def test_corrections_are_undone_and_redone_without_limit_and_across_sessions(path: Path) -> None:
    corrections = [Link((i % 3,), (i % 4,)) for i in range(30)]
    dossier = opened(path)
    for correction in corrections:
        dossier.correct(correction)
    for left in reversed(range(30)):
        assert opened(path).undo().corrections == tuple(corrections[:left])
    sheet = opened(path).undo()
    assert (sheet.can_undo, sheet.can_redo) == (False, True)
    for there in range(1, 31):
        assert opened(path).redo().corrections == tuple(corrections[:there])
    assert not dossier.sheet().can_redo


def test_a_new_correction_ends_what_could_be_redone(path: Path) -> None:
    dossier = opened(path)
    dossier.correct(Link((0,), (0,)))
    dossier.correct(Merge((0, 1), (0,)))
    dossier.undo()
    sheet = dossier.correct(Unlink((1,), (1,)))
    assert sheet.corrections == (Link((0,), (0,)), Unlink((1,), (1,)))
    assert not sheet.can_redo


def test_corrections_follow_their_sentences_through_an_edit(path: Path) -> None:
    """One about a sentence that was edited away waits for it, and is no step of undo meanwhile."""
    dossier = opened(path)
    kept: list[Correction] = [Link((1, 2), (3,)), Split(2, 3), Merge((1, 2), (1,))]
    for correction in (*kept, Unlink((0,), (1,))):
        dossier.correct(correction)
    changed = ENGLISH.replace("on Monday", "on Tuesday")
    edited = opened(path, "New.\n\n" + changed)
    assert edited.sheet().corrections == (Link((2, 3), (3,)), Split(3, 3), Merge((2, 3), (1,)))
    assert edited.undo().corrections == (Link((2, 3), (3,)), Split(3, 3))
    assert opened(path).sheet().corrections == (*kept[:2], Unlink((0,), (1,)))


def edited(path: Path, english: str, before: str = ENGLISH) -> Dossier:
    """The pair as a reader sees it that has it on the screen while the source is edited."""
    dossier = opened(path, english)
    dossier.follow_edit(article(before, "/news/en.txt"), article(ITALIAN, "/news/it.txt", "it"))
    return dossier


def test_what_stands_beside_a_paragraph_stays_when_a_word_of_it_is_mended(path: Path) -> None:
    """Bookmark, note and corrections, for whoever has both versions; undo knows them by their new names."""
    dossier = opened(path)
    first = Row(range(1), range(1), "aligned")
    dossier.bookmark(first, True)
    dossier.correct(Unlink((0,), (1,)))
    dossier.correct(Merge((0, 1), (0,)))
    dossier.annotate_row(first, "who says so?")
    mended = ENGLISH.replace("on Monday", "on Tuesday")
    now = edited(path, "New.\n\n" + mended)
    sheet, moved = now.sheet(), Row(range(1, 2), range(1), "aligned")
    assert sheet.mark(moved) == Mark(True, "who says so?")
    assert sheet.corrections == (Unlink((1,), (1,)), Merge((1, 2), (0,)))
    assert now.undo().mark(moved) == Mark(True, "")
    assert edited(path, ENGLISH, "New.\n\n" + mended).sheet().mark(first) == Mark(True, "")


def test_what_stands_beside_paragraphs_stays_when_every_second_one_is_lost(path: Path) -> None:
    there = [f"{n} {n * 7} {n * 11} boxes." for n in range(4_000)]
    before = "\n\n".join(there)
    dossier = opened(path, before)
    for n in (2_000, 2_001, 3_998):
        dossier.annotate_row(Row(range(n, n + 1), range(0), "only-source"), str(n))
    there[3_998] = there[3_998].replace("boxes", "large boxes")
    sheet = edited(path, "\n\n".join(there[::2]), before).sheet()
    assert {place: mark.note for place, mark in sheet.marks.items()} == {
        ("source", 1_000): "2000",
        ("source", 1_999): "3998",
    }


def test_what_stands_beside_a_paragraph_does_not_pass_to_another_that_takes_its_place(path: Path) -> None:
    opened(path).bookmark(Row(range(1, 2), range(0), "only-source"), True)
    other = ENGLISH.replace("Nobody was surprised.", "Ships lay at anchor all night.")
    assert edited(path, other).sheet().marks == {}


def test_the_undo_of_a_verdict_finds_it_where_an_edit_has_renamed_the_finding(path: Path) -> None:
    dossier = opened(path)
    dossier.decide(finding("a"), "confirmed")
    now = opened(path, ENGLISH.replace("on Monday", "on Tuesday"))
    texts = article(ENGLISH, "/news/en.txt"), article(ITALIAN, "/news/it.txt", "it")
    assert now.carry([(finding("a"), finding("b"))], *texts).decision(finding("b")).verdict == "confirmed"
    assert now.undo().decision(finding("b")).verdict == "open"
    assert now.redo().decision(finding("b")).verdict == "confirmed"


def test_a_pair_opens_where_it_was_left(path: Path) -> None:
    left = Position("target", 2, 7, frozenset({"facts"}), "target", "light", "stacked")
    opened(path).leave(left)
    assert opened(path).position() == left
    moved = opened(path, italian="Nuovo.\n\n" + ITALIAN).position()
    assert moved
    assert moved.sentence == 3
    shorter = opened(path, italian="Tutt'altro.").position()
    assert shorter
    assert (shorter.side, shorter.sentence) == ("target", 0)


def test_a_sentence_said_twice_is_found_again_where_it_was_left(path: Path) -> None:
    refrain = "The tide turns.\n\nIt rained.\n\nThe tide turns."
    opened(path, refrain).leave(Position("source", 2))
    again = opened(path, f"Evening.\n\n{refrain}").position()
    assert again
    assert again.sentence == 3


def test_a_pair_never_opened_has_no_position(path: Path) -> None:
    assert opened(path).position() is None


def test_recent_pairs_come_latest_first(path: Path, tmp_path: Path) -> None:
    clock = count(1)
    desk = Desk(path, clock=lambda: next(clock))
    source, target = article(ENGLISH, "/a/en.txt"), article(ITALIAN, "/a/it.txt", "it")
    desk.open(source, target, source_title="The port", target_title="Il porto 🚢")
    here = Path.cwd()
    os.chdir(tmp_path)
    try:
        desk.open(article("One.", "one.txt"), article("Uno.", "uno.txt", "it"))
    finally:
        os.chdir(here)
    first, second = desk.recent()
    assert (first.source, first.opened) == (str(tmp_path / "one.txt"), 2)
    assert (second.source_title, second.target_title, second.target_language) == (
        "The port",
        "Il porto 🚢",
        "it",
    )
    desk.open(source, target)
    assert [recent.source for recent in desk.recent(limit=1)] == ["/a/en.txt"]
    desk.forget(desk.recent()[0])
    assert [recent.source for recent in desk.recent()] == [str(tmp_path / "one.txt")]


def test_a_pair_that_is_shown_before_it_is_named_is_known_all_the_same(path: Path) -> None:
    source, target = article(ENGLISH, "/news/en.txt"), article(ITALIAN, "/news/it.txt", "it")
    desk = Desk(path)
    first, second = (desk.open(source, target, at_once=False) for _ in range(2))
    assert (first.sheet(), first.position()) == (second.sheet(), None)
    assert desk.recent() == ()
    decided = first.decide(finding("a"), "confirmed")
    assert second.since(second.sheet().version - 1) == decided
    assert [recent.source for recent in desk.recent()] == ["/news/en.txt"]
    # Other texts of the very same length, from other files; and the same texts from other files.
    other = desk.open(
        article(ENGLISH[::-1], "/en.txt"), article(ITALIAN[::-1], "/it.txt", "it"), at_once=False
    )
    assert other.sheet().decisions == {}
    again = Desk(path).open(replace(source, path="/a"), replace(target, path="/b"), at_once=False)
    assert again.sheet().decisions == decided.decisions


def test_each_chapter_of_a_book_is_a_pair_of_its_own(path: Path) -> None:
    """It is offered again as what it was, and no chapter is taken for another that was edited."""
    desk = Desk(path)
    english = [replace(article(text, "/en.epub"), chapter=n) for n, text in ((1, ENGLISH), (2, "The end."))]
    italian = [
        replace(article(text, "/it.epub", "it"), chapter=n) for n, text in ((1, ITALIAN), (2, "Fine."))
    ]
    for source, target in zip(english, italian, strict=True):
        desk.open(source, target)
    assert sorted(recent.chapters or () for recent in desk.recent()) == [(1, 1), (2, 2)]
    desk.open(english[0], italian[0]).bookmark(Row(range(1), range(1), "aligned"), True)
    assert not desk.open(english[1], italian[1]).sheet().can_undo
    edited = replace(article(f"New. {ENGLISH}", "/en.epub"), chapter=1)
    assert desk.open(edited, italian[0]).sheet().can_undo
    desk.forget(next(recent for recent in desk.recent() if recent.chapters == (1, 1)))
    assert [recent.chapters for recent in desk.recent()] == [(2, 2)]


def test_a_path_or_a_note_that_is_no_text_is_kept_too(path: Path) -> None:
    name = os.fsdecode(b"/news/caf\xe9.txt")
    desk = Desk(path)
    dossier = desk.open(article(ENGLISH, name), article(ITALIAN, "/news/it.txt"), source_title="half \ud83d")
    dossier.annotate(finding("a"), "half \ud83d")
    assert desk.recent()[0].source == name
    assert dossier.sheet().decision(finding("a")).note == "half ?"


def test_two_readers_see_each_others_verdicts(path: Path) -> None:
    """And one who writes a note does not take back the verdict the other has just given."""
    one, other = opened(path), opened(path)
    version = other.sheet().version
    assert other.since(version) is None
    one.decide(finding("a"), "dismissed")
    seen = other.since(version)
    assert seen
    assert seen.decision(finding("a")).verdict == "dismissed"
    assert other.since(seen.version) is None
    both = other.annotate(finding("a"), "why?")
    assert both.decision(finding("a")) == Decision("dismissed", "why?")


def test_threads_may_decide_at_once(path: Path) -> None:
    """Also through one and the same desk."""
    dossier = opened(path)
    names = [str(number) for number in range(60)]
    with ThreadPoolExecutor(6) as threads:
        list(threads.map(lambda name: dossier.decide(finding(name), "intended"), names))
    assert set(opened(path).sheet().decisions) == set(names)


WRITER = Path(__file__).parent.parent / "support" / "desk_writer.py"


def writer(path: Path, name: str, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, str(WRITER), str(path), name, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_two_readers_deciding_at_once_lose_nothing(path: Path) -> None:
    """Both begin with no file there."""
    both = [writer(path, name, 40) for name in ("a", "b")]
    assert [process.communicate()[1] for process in both] == ["", ""]
    sheet = Desk(path).open(article(ENGLISH), article(ITALIAN)).sheet()
    assert sheet.decisions == {
        f"{name}-{number}": Decision("confirmed", f"note {number}\nof {name}")
        for name in ("a", "b")
        for number in range(40)
    }
    assert len(sheet.corrections) == 16


def test_a_reader_killed_at_any_moment_loses_nothing_it_had_shown_as_saved(path: Path) -> None:
    for kill in range(3):
        process = writer(path, f"kill {kill}", 1_000_000)
        assert process.stdout
        process.stdout.readline()
        shown = [int(process.stdout.readline()) for _ in range(3 + 4 * kill)]
        process.kill()
        process.communicate()
        sheet = Desk(path).open(article(ENGLISH), article(ITALIAN)).sheet()
        for number in shown:
            assert sheet.decision(finding(f"kill {kill}-{number}")).verdict == "confirmed"
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_reader_waits_for_another_that_is_writing(path: Path) -> None:
    dossier = opened(path)
    dossier.decide(finding("a"), "confirmed")
    holder = "import sqlite3, sys\nc = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
    holder += "c.execute('BEGIN EXCLUSIVE')\nprint('held', flush=True)\nsys.stdin.read()\nc.execute('COMMIT')"
    process = subprocess.Popen(
        [sys.executable, "-c", holder, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout
    process.stdout.readline()
    other = writer(path, "other", 1)
    assert other.stdout
    other.stdout.readline()  # it goes for the lock now
    process.communicate(b"")
    assert other.communicate() == ("0\n", "")
    assert dossier.sheet().decision(finding("other-0")).verdict == "confirmed"


@pytest.fixture
def damaged(path: Path) -> tuple[Path, list[str]]:
    """A desk with fifty verdicts, and the messages it gives."""
    dossier = opened(path)
    for number in range(50):
        dossier.decide(finding(f"{number}"), "confirmed")
        dossier.annotate(finding(f"{number}"), "x" * 500)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path, []


def test_a_file_that_is_no_database_is_set_aside_with_a_message(damaged: tuple[Path, list[str]]) -> None:
    path, messages = damaged
    path.write_bytes(b"nonsense" * 1000)
    dossier = Desk(path, notify=messages.append).open(article(ENGLISH), article(ITALIAN))
    assert dossier.decide(finding("a"), "dismissed").decision(finding("a")).verdict == "dismissed"
    assert len(messages) == 1
    assert f"{path}.damaged" in messages[0]
    assert "\n" not in messages[0]
    assert path.with_name("desk.db.damaged").read_bytes() == b"nonsense" * 1000


def test_what_can_still_be_read_of_a_damaged_file_is_taken_over(damaged: tuple[Path, list[str]]) -> None:
    path, messages = damaged
    content = bytearray(path.read_bytes())
    content[-8192:] = b"\xff" * 8192
    path.write_bytes(content)
    dossier = Desk(path, notify=messages.append).open(
        article(ENGLISH, "/news/en.txt"), article(ITALIAN, "/news/it.txt", "it")
    )
    kept = dossier.sheet().decisions
    assert 0 < len(kept) < 50
    assert all(decision == Decision("confirmed", "x" * 500) for decision in kept.values())
    assert "entries could still be read" in messages[0]


def test_a_file_in_a_format_that_is_not_known_is_set_aside(path: Path) -> None:
    """SQLite then calls the statement wrong, and not the file."""
    opened(path).decide(finding("a"), "confirmed")
    data = bytearray(path.read_bytes())
    data[_SCHEMA_FORMAT] = 9
    path.write_bytes(data)
    for beside in path.parent.glob("desk.db-*"):
        beside.unlink()
    now = opened(path).decide(finding("b"), "dismissed")
    assert now.decision(finding("b")).verdict == "dismissed"
    assert path.with_name("desk.db.damaged").read_bytes()[_SCHEMA_FORMAT] == 9


def test_a_second_damaged_file_does_not_replace_the_first(damaged: tuple[Path, list[str]]) -> None:
    path, messages = damaged
    for content in (b"first" * 1000, b"second" * 1000):
        path.write_bytes(content)
        desk = Desk(path, notify=messages.append)
        desk.recent()
        desk.close()
    assert path.with_name("desk.db.damaged").read_bytes().startswith(b"first")
    assert path.with_name("desk.db.damaged-2").read_bytes().startswith(b"second")


def test_a_reader_goes_on_when_another_has_set_the_file_aside(damaged: tuple[Path, list[str]]) -> None:
    """Its next verdict goes into the new file, not into the one that was set aside."""
    path, _ = damaged
    reader = opened(path)
    before = reader.sheet()
    for suffix in ("", "-wal", "-shm"):
        moved = path.with_name(f"desk.db{suffix}")
        moved.rename(path.with_name(f"desk.db.damaged{suffix}"))
    assert reader.since(before.version) is not None
    reader.decide(finding("after"), "intended")
    assert opened(path).sheet().decision(finding("after")).verdict == "intended"


def test_another_programs_database_is_left_as_it_is(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE theirs (x)")
    messages: list[str] = []
    assert Desk(path, notify=messages.append).recent() == ()
    with closing(sqlite3.connect(f"{path}.damaged")) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("theirs",)]
    assert "another program's" in messages[0]


def test_a_newer_versions_file_is_not_touched(path: Path) -> None:
    """This session's verdicts are in memory, and the person is told."""
    opened(path).decide(finding("a"), "confirmed")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    messages: list[str] = []
    dossier = Desk(path, notify=messages.append).open(article(ENGLISH), article(ITALIAN))
    assert dossier.decide(finding("a"), "dismissed").decision(finding("a")).verdict == "dismissed"
    assert len(messages) == 1
    assert "newer version of afronte" in messages[0]
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT DISTINCT verdict FROM decision").fetchall() == [("confirmed",)]


def test_without_a_place_to_write_the_reader_still_works(tmp_path: Path) -> None:
    """What is decided lasts as long as the program; it is said once that it will not last longer."""
    (tmp_path / "file").write_text("x")
    messages: list[str] = []
    desk = Desk(tmp_path / "file" / "desk.db", notify=messages.append)
    dossier = desk.open(article(ENGLISH), article(ITALIAN))
    dossier.decide(finding("a"), "confirmed")
    assert dossier.sheet().decision(finding("a")).verdict == "confirmed"
    assert len(messages) == 1
    assert messages[0].startswith("What you decide is not kept after you quit")


FULL_DISK = """
import resource, signal, sys
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from desk_writer import ENGLISH, ITALIAN, article, finding
from tui.errors import AfronteError
from tui.desk import Desk
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
dossier = Desk(Path(sys.argv[1])).open(article(ENGLISH), article(ITALIAN))
dossier.decide(finding("a"), "confirmed")
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
for number in range(500):
    try:
        dossier.annotate(finding("a"), f"{number} " + "x" * 1000)
    except AfronteError as error:
        print(error)
        break
    saved = number
print(dossier.sheet().decision(finding("a")).note.split()[0] == str(saved))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a quota of writes is set by setrlimit")
def test_on_a_full_disk_what_cannot_be_saved_is_said_and_what_was_saved_stays(path: Path) -> None:
    support = Path(__file__).parent.parent / "support"
    run = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(path), str(support)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.stderr == ""
    message, still_there = run.stdout.splitlines()
    assert message.startswith(f"Not saved: {path}")
    assert still_there == "True"


def test_an_error_that_cannot_be_saved_is_one_the_command_line_can_print() -> None:
    from tui.errors import UnusableFileError

    assert issubclass(UnusableFileError, AfronteError)


def test_a_clock_that_is_set_back_costs_nothing(path: Path) -> None:
    """What was decided before and after stands, in the order of the keys."""
    times = iter([9e9, 5.0, 4.0])
    for verdict in ("confirmed", "dismissed", "intended"):
        desk = Desk(path, clock=lambda: next(times))
        desk.open(article(ENGLISH, "/en.txt"), article(ITALIAN, "/it.txt", "it")).decide(
            finding("a"), verdict
        )
        desk.close()
    dossier = Desk(path).open(article(ENGLISH), article(ITALIAN, language="it"))
    assert dossier.sheet().decision(finding("a")).verdict == "intended"
    assert dossier.undo().decision(finding("a")).verdict == "dismissed"
    assert [pair.source for pair in Desk(path).recent()] == ["/en.txt"]


def test_the_pair_opened_last_comes_first_whatever_the_clock_says(path: Path) -> None:
    times = iter([9e9, 5.0, 4.0])
    desk = Desk(path, clock=lambda: next(times))
    for name in ("a", "b", "c"):
        desk.open(article(ENGLISH, f"/{name}/en.txt"), article(ITALIAN, f"/{name}/it.txt", "it"))
    assert [pair.source for pair in desk.recent()] == ["/c/en.txt", "/b/en.txt", "/a/en.txt"]
