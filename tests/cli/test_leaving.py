"""Leaving the reader in a real terminal while an engine is at work."""

import os
import re
from pathlib import Path

import pytest
from command import COMMAND
from terminal import Terminal


@pytest.mark.long
def test_leaving_in_the_middle_of_a_translation_is_quiet(tmp_path: Path) -> None:
    """A command that does not answer translates the article: `q` is obeyed, and the command is ended."""
    never = tmp_path / "never"
    os.mkfifo(never)
    texts = {"en.txt": "The bridge was sold on Monday.\n", "it.txt": "Il ponte è stato venduto lunedì.\n"}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    pair = (str(tmp_path / name) for name in texts)
    terminal = Terminal(
        COMMAND, *pair, "--translator", f"cat '{never}'", XDG_DATA_HOME=str(tmp_path / "data")
    )
    try:
        terminal.wait_for("S1 of 1")
        terminal.press("T")
        terminal.wait_for("translating")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert "Traceback" not in terminal.written
        _, left, after = terminal.written.rpartition("\x1b[?1049l")
        assert left
        assert not re.sub(r"\x1b\[[^a-zA-Z]*[a-zA-Z]", "", after).strip()
    finally:
        terminal.close()
    with pytest.raises(OSError, match="No such device"):  # nobody waits to read any more
        os.open(never, os.O_WRONLY | os.O_NONBLOCK)
