"""A file that changed on disk is noticed."""

import os
from pathlib import Path

from tui.desk import look


def test_a_file_left_alone_keeps_its_stamp(tmp_path: Path) -> None:
    """Without being read again: what it holds now goes unseen while time and size are the same."""
    file = tmp_path / "it.txt"
    file.write_text("uno")
    before = look(str(file))
    assert look(str(file), before) == before
    file.write_text("due")
    os.utime(file, ns=(before.modified, before.modified))
    assert look(str(file), before) == before


def test_an_edited_file_has_another_digest_and_a_touched_one_has_not(tmp_path: Path) -> None:
    file = tmp_path / "it.txt"
    file.write_text("uno")
    before = look(str(file))
    os.utime(file, ns=(1, 1))
    touched = look(str(file), before)
    assert touched.digest == before.digest
    assert touched.modified == 1
    file.write_text("uno e due")
    assert look(str(file), touched).digest != before.digest


def test_a_file_that_is_replaced_while_it_is_gone_for_a_moment_is_noticed(tmp_path: Path) -> None:
    """As editors do that write a new file and rename it."""
    file = tmp_path / "it.txt"
    file.write_text("uno")
    before = look(str(file))
    file.unlink()
    gone = look(str(file), before)
    assert gone.digest == ""
    file.write_text("uno")
    os.utime(file, ns=(before.modified, before.modified))
    assert look(str(file), gone) == before


def test_standard_input_and_a_folder_never_change(tmp_path: Path) -> None:
    for path in (str(tmp_path), str(tmp_path / "-")):
        assert look(path, look(path)) == look(path)
