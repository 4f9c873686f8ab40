"""Killed in the middle of whatever it keeps, or with no room on the disk, the program leaves the old state or
the new one, says so in a line, and goes on.
"""

import subprocess
import sys
from pathlib import Path

import pytest
from faults_at import compiler
from faulty_operations import OPERATIONS

SCRIPT = Path(__file__).parent / "support" / "faults_at.py"
SLOW = ("an installation", "a model replaced", "a download")
"""A trial translation takes its time."""

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(
        compiler() is None, reason="nothing here compiles what stands between us and the files"
    ),
]


@pytest.mark.parametrize("way", ["kill", "torn", "full"])
@pytest.mark.parametrize("operation", OPERATIONS)
def test_a_fault_at_any_operation_on_a_file_leaves_the_old_state_or_the_new_one(
    operation: str, way: str, tmp_path: Path
) -> None:
    """And the same operation succeeds then. Without a number `faults_at.py` meets every one."""
    times = "3" if operation in SLOW else "8"
    command = [sys.executable, str(SCRIPT), operation, str(tmp_path / "at"), way, times]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    met, _, total = done.stdout.split()[-3:]
    assert int(met) >= min(int(times), int(total)) // 2
