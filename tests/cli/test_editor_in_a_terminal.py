"""The reader lends its terminal to the person's editor and has it back, whatever becomes of the editor."""

from pathlib import Path

import pytest
from command import COMMAND
from terminal import Terminal

pytestmark = pytest.mark.long


def opened(folder: Path, editor: str) -> Terminal:
    """A short pair on the screen, for a person who has named that editor."""
    (folder / "en.txt").write_text("The mill was sold in May.\n\nIt rained.\n", "utf-8")
    (folder / "it.txt").write_text("Il mulino è stato venduto a maggio.\n\nPioveva.\n", "utf-8")
    terminal = Terminal(
        *(COMMAND, str(folder / "en.txt"), str(folder / "it.txt")),
        XDG_DATA_HOME=str(folder / "data"),
        XDG_CONFIG_HOME=str(folder),
        VISUAL="",
        EDITOR=editor,
    )
    terminal.see("Pioveva.")
    return terminal


@pytest.mark.parametrize(
    ("editor", "told"),
    [
        ("/nonexist/ed", "VISUAL"),
        ("nosuchprog", "VISUAL"),
        ("false", "false ended with an error (code 1)."),
        ("true", "Read again: nothing has changed."),
    ],
)
def test_the_reader_goes_on_after_an_editor_that_did_nothing(editor: str, told: str, tmp_path: Path) -> None:
    """One that is not there, one that fails, one that is left as it was opened: one message for each."""
    terminal = opened(tmp_path, editor)
    try:
        terminal.press("a")
        lines = terminal.see(told)
        assert ("Read again" in "".join(lines)) == (editor == "true")
        terminal.press("?")
        terminal.see("Go to the row below")
        terminal.press("\x1b")
        terminal.see(lambda lines: "Go to the row below" not in "".join(lines))
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert "no finding is mended" not in terminal.written
        assert "Traceback" not in terminal.written
    finally:
        terminal.close()
