"""Files that change while they are read, names that are no text, and folders that may not be read."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from tui.articles import load
from tui.errors import AfronteError

SENTENCE = "The river port will reopen in spring, the council said.\n\n"


def test_a_file_that_grows_and_shrinks_while_it_is_read_is_an_article_or_a_line(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(SENTENCE * 200, "utf-8")
    done = threading.Event()

    def change() -> None:
        while not done.is_set():
            with path.open("a") as file:
                file.write(SENTENCE * 3000)
            os.truncate(path, 7)
            os.truncate(path, 0)

    changing = threading.Thread(target=change)
    changing.start()
    try:
        for _ in range(20):
            text, told = "", ""
            try:
                text = load(str(path), language="en").text
            except AfronteError as error:
                told = str(error)
            if told:
                assert told.startswith(str(path))
                assert len(told.splitlines()) == 1
            else:
                assert SENTENCE[-20:].strip() in text or text in SENTENCE
    finally:
        done.set()
        changing.join()


def test_a_name_that_is_no_text_is_a_name(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(path, "wb") as file:  # noqa: PTH123 — a path of bytes
        file.write(SENTENCE.encode())
    assert load(os.fsdecode(path), language="en").text == SENTENCE.strip()
    os.unlink(path)  # noqa: PTH108
    with pytest.raises(AfronteError, match=r"caf\ufffd.*there is no such file"):
        load(os.fsdecode(path))


@pytest.mark.parametrize(
    ("made", "told"),
    [
        ("loop", "cannot be read"),
        ("pipe", "a pipe or a device"),
        ("gone", "no such file"),
        ("through", "no such file"),
    ],
)
def test_links_are_followed_to_files_alone(made: str, told: str, tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    if made == "pipe":
        os.mkfifo(tmp_path / "pipe")
    (tmp_path / "file").write_text("x")
    link.symlink_to({"loop": "link.txt", "pipe": "pipe", "gone": "gone", "through": "file/a.txt"}[made])
    with pytest.raises(AfronteError, match=told) as raised:
        load(str(link))
    assert len(str(raised.value).splitlines()) == 1
