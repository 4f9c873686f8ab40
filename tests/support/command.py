"""The installed command, run the way a person or a script runs it."""

import os
import subprocess
import sysconfig
from pathlib import Path

COMMAND = str(Path(sysconfig.get_path("scripts")) / "afronte")


def afronte(*arguments: str, given: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Runs the command without a terminal, `given` as its standard input, until it ends."""
    return subprocess.run(
        [COMMAND, *arguments], input=given, capture_output=True, env=os.environ | environment, check=False
    )
