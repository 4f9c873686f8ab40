"""Copying to where a person can paste from: the desktop's own clipboard, or the terminal's."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping

_PATIENCE_SECONDS = 2.0


def desktop_command(environment: Mapping[str, str] = os.environ, system: str = sys.platform) -> list[str]:
    """The command that fills the desktop's clipboard from its input; empty where there is none.

    Over SSH that would be the clipboard of the other computer. tmux, which may keep what is meant for the
    terminal from it, has one of its own and passes on what it gets.
    """
    candidates: list[list[str]] = []
    if not environment.get("SSH_CONNECTION"):
        if system == "darwin":
            candidates.append(["pbcopy"])
        if environment.get("WAYLAND_DISPLAY"):
            candidates.append(["wl-copy"])
        if environment.get("DISPLAY"):
            candidates += [["xclip", "-selection", "clipboard"], ["xsel", "--clipboard", "--input"]]
    if environment.get("TMUX"):
        candidates.append(["tmux", "load-buffer", "-w", "-"])
    path = environment.get("PATH")
    return next((command for command in candidates if shutil.which(command[0], path=path)), [])


def copy_to_desktop(text: str, command: list[str]) -> bool:
    """Whether the command took the text."""
    try:
        done = subprocess.run(
            command,
            input=text.encode("utf-8", "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE_SECONDS,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0
