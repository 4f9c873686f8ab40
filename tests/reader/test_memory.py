"""What the reader gives back to the system."""

import sys
from pathlib import Path

import numpy as np
import pytest

from tui.reader.memory import given_back


@pytest.mark.skipif(sys.platform != "linux", reason="only there the C library is told")
def test_many_arrays_that_were_needed_for_a_while_are_gone_from_memory() -> None:
    """Small ones too, between which something stays."""
    before = _resident()
    with given_back():
        arrays = [np.ones(20_000) for _ in range(500)]
        kept = arrays[::50]
        most = _resident()
        del arrays
    assert len(kept) == 10
    assert most - before > 60e6
    assert _resident() - before < 20e6


def _resident() -> int:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * 4096
