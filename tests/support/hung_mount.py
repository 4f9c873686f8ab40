"""A file system that has stopped answering, as that of a server that is gone."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_DETACHED = 2
"""`MNT_DETACH` of umount2(2)."""


@contextmanager
def hung(folder: Path) -> Iterator[Path]:
    """Mounts over a folder what nobody serves: whoever looks into it, or below it, waits until this ends.

    Raises `OSError` where that is not allowed: it takes Linux, FUSE and the rights to mount.
    """
    if sys.platform != "linux":
        raise OSError("only Linux mounts what this process serves")
    system = ctypes.CDLL(None, use_errno=True)
    server = os.open("/dev/fuse", os.O_RDWR | os.O_CLOEXEC)
    try:
        options = f"fd={server},rootmode=40000,user_id={os.getuid()},group_id={os.getgid()}"
        if system.mount(b"hung", os.fsencode(folder), b"fuse", 0, options.encode()):
            raise OSError(ctypes.get_errno(), "not mounted")
        try:
            yield folder
        finally:
            system.umount2(os.fsencode(folder), _DETACHED)
    finally:
        os.close(server)  # and whoever still waits is told that nobody is there
