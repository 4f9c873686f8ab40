"""The note on security names a test of each defence, and those tests are there."""

import re
from pathlib import Path

HERE = Path(__file__).parents[1]


def test_each_defence_has_its_test() -> None:
    note = (HERE / "SECURITY.md").read_text("utf-8")
    rows = [line.split("|") for line in note.splitlines() if line.startswith("|")][2:]
    assert rows
    for _, what, _, _, tests, _ in rows:
        named = re.findall(r"`([^`]+)`", tests)
        assert named, what
        folder = HERE
        for name in named:
            if name.startswith("tests/"):
                folder = (HERE / name).parent
                assert (HERE / name).is_file(), name
            elif name.startswith("test_"):
                assert (folder / name).is_file() or list((HERE / "tests").rglob(name)), name
            else:
                assert name == "make fuzz", name
