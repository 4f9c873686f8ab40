"""The screen while native libraries write to file descriptor 2."""

import subprocess
import sys


def test_what_is_written_to_the_descriptor_stays_off_the_screen() -> None:
    """Standard error, on which the screen is drawn, gets through; afterwards everything does."""
    code = """
import os, subprocess, sys
from tui.reader import undisturbed

with undisturbed():
    os.write(2, b"noise of a library")
    subprocess.run("echo noise of a program >&2", shell=True, check=True)
    print("the screen", file=sys.__stderr__)
    print("a message", file=sys.stderr)
os.write(2, b"afterwards\\n")
print("the end", file=sys.stderr)
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stderr.split("\n") == ["the screen", "a message", "afterwards", "the end", ""]
