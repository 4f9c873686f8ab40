"""Reports in files: whole or not at all, nothing replaced unasked, no input written over."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tui.errors import AfronteError, ThereAlreadyError
from tui.reports.saving import next_free, save


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_report_is_written_where_nothing_is(tmp_path: Path) -> None:
    """With the permissions of any new file."""
    save(b"text\n", tmp_path / "report.md")
    assert (tmp_path / "report.md").read_text() == "text\n"
    (tmp_path / "other").touch()
    assert (tmp_path / "report.md").stat().st_mode == (tmp_path / "other").stat().st_mode
    assert left(tmp_path) == ["other", "report.md"]


def test_a_file_that_is_there_is_replaced_only_when_that_is_said(tmp_path: Path) -> None:
    """It keeps its permissions; a link to it stays a link."""
    report, link = tmp_path / "report.md", tmp_path / "link.md"
    report.write_text("old")
    report.chmod(0o640)
    link.symlink_to(report)
    for path in (report, link):
        with pytest.raises(ThereAlreadyError, match=f"{path.name} is there already"):
            save(b"new", path)
    assert report.read_text() == "old"
    save(b"new", link, replace=True)
    assert link.is_symlink()
    assert report.read_text() == "new"
    assert report.stat().st_mode & 0o777 == 0o640
    assert left(tmp_path) == ["link.md", "report.md"]


@pytest.mark.parametrize("replace", [False, True])
@pytest.mark.parametrize("name", ["en.txt", "symbolic", "hard", "folder/../en.txt", "gone.txt"])
def test_an_input_is_no_place_for_a_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, replace: bool
) -> None:
    """Under whatever name, also when it has been moved away meanwhile."""
    monkeypatch.chdir(tmp_path)
    article = tmp_path / "en.txt"
    article.write_text("the article")
    (tmp_path / "folder").mkdir()
    (tmp_path / "symbolic").symlink_to(article)
    (tmp_path / "hard").hardlink_to(article)
    with pytest.raises(AfronteError, match="is one of the two texts: name another file"):
        save(b"a report", tmp_path / name, inputs=("en.txt", "gone.txt"), replace=replace)
    assert article.read_text() == "the article"
    assert (tmp_path / "hard").samefile(article)


@pytest.mark.parametrize("replace", [False, True])
def test_only_a_file_can_be_written(tmp_path: Path, replace: bool) -> None:
    """A pipe without a reader would keep the program waiting for ever."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("/dev/null")
    for name, told in (("pipe", "a pipe"), ("link", "a device"), (".", "a folder")):
        with pytest.raises(AfronteError, match=f"is {told}: name a file"):
            save(b"text", tmp_path / name, replace=replace)
    for name in ("none/report.md", "null\0byte", "x" * 300):
        with pytest.raises(AfronteError, match=r"cannot be written: .*: name another file"):
            save(b"text", tmp_path / name, replace=replace)
    assert left(tmp_path) == ["link", "pipe"]


def test_a_full_disk_leaves_what_was_there(tmp_path: Path) -> None:
    """A limit on the size of files stands in for the disk."""
    report = tmp_path / "report.md"
    report.write_text("old")
    code = (
        "import resource, sys\nfrom pathlib import Path\nfrom tui.reports.saving import save\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "save(b'x' * 5000, Path(sys.argv[1]), replace=True)\n"
    )
    run = subprocess.run([sys.executable, "-c", code, str(report)], capture_output=True, check=False)
    assert b"cannot be written: File too large" in run.stderr
    assert report.read_text() == "old"
    assert left(tmp_path) == ["report.md"]


def test_the_next_free_name_keeps_the_end_of_the_format(tmp_path: Path) -> None:
    (tmp_path / "a-report-2.html").touch()
    assert next_free(tmp_path / "a-report.html", ".html").name == "a-report-3.html"
    assert next_free(tmp_path / "a.plain.txt", ".plain.txt").name == "a-2.plain.txt"
    assert next_free(tmp_path / "www.example.org", ".html").name == "www.example-2.org"
    assert next_free(tmp_path / "a", ".html").name == "a-2"
