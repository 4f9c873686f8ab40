"""Where models are put together before they stand on the shelf, by one process at a time."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tui.errors import AfronteError, StoppedError

Cancelled = Callable[[], bool]
"""Asked between steps: whether the person wants to stop."""


def never() -> bool:
    """For work that nobody stops."""
    return False


@contextmanager
def workshop(shelf: Path, cancelled: Cancelled = never) -> Iterator[Path]:
    """An empty folder from which a rename onto the shelf is atomic; afterwards it is gone.

    Only one process at a time has it: the others wait. What a killed process left in it is swept out.
    """
    try:
        shelf.mkdir(parents=True, exist_ok=True)
        with _locked(shelf / ".afronte.lock", cancelled):
            folder = _beside(shelf)
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            try:
                yield folder
            finally:
                shutil.rmtree(folder, ignore_errors=True)
    except OSError as error:
        raise AfronteError(
            f"{shelf} cannot be written: {error.strerror or error}. "
            "Free some space or name another folder in ARGOS_PACKAGES_DIR."
        ) from error


def _beside(shelf: Path) -> Path:
    """A folder next to the shelf, or on it where the shelf is a file system of its own.

    Argos Translate takes every folder on the shelf for a model and stops at one without metadata, so an
    unfinished one should not stand there even for a moment.
    """
    beside = shelf.with_name(f".{shelf.name}.afronte")
    with suppress(OSError):
        beside.mkdir(exist_ok=True)
        if beside.stat().st_dev == shelf.stat().st_dev:
            return beside
        beside.rmdir()
    return shelf / ".afronte"


@contextmanager
def _locked(path: Path, cancelled: Cancelled) -> Iterator[None]:
    """Holds a file's lock, which the system lets go of when the process ends, however it ends."""
    pause = threading.Event()
    with path.open("a+b") as file:
        while not _try_lock(file.fileno()):
            if cancelled():
                raise StoppedError("Stopped while another afronte was changing the models.")
            pause.wait(0.1)
        yield


if os.name == "nt":  # pragma: no cover

    def _try_lock(descriptor: int) -> bool:
        import msvcrt

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined, unused-ignore]
        except OSError:
            return False
        return True

else:

    def _try_lock(descriptor: int) -> bool:
        import fcntl

        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
