"""Killed in the middle of whatever it keeps, the program leaves the old state or the new one, and goes on."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.long

SCRIPT = Path(__file__).parent / "support" / "killed_at.py"
KILLS = {
    "a verdict": 6, "a correction": 4, "the first of a desk": 4, "an export": 12, "a batch": 8,
    "an installation": 1, "a model replaced": 2,
}  # fmt: skip
"""How often each operation is killed; a trial translation takes its time."""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be forked here")
@pytest.mark.parametrize("operation", KILLS)
def test_a_kill_at_any_line_leaves_the_old_state_or_the_new_one(operation: str, tmp_path: Path) -> None:
    """And the same operation succeeds then. `killed_at.py OPERATION FOLDER 1000` does it a thousand times."""
    command = [sys.executable, str(SCRIPT), operation, str(tmp_path / "at"), str(KILLS[operation])]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert int(done.stdout.split()[-2]) >= KILLS[operation] // 2
