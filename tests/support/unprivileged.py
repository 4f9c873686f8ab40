"""Without the right to read whatever there is, which root has."""

import os
import shutil

PREFIX: list[str] | None = (
    []
    if os.geteuid()
    else ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]
    if shutil.which("setpriv")
    else None
)
"""What to put before a command so that permissions count for it; None where that can't be had."""
