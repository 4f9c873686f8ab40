"""The log: what fails in the background leaves a trace in a file of the user's, which goes nowhere by itself.

Nothing is written before there is something to write; then the file is begun, and turned over when it is
large. With AFRONTE_DEBUG set it has every step of the reader as well.
"""

from __future__ import annotations

import errno
import logging
import os
import threading
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from logging.handlers import RotatingFileHandler

LOG = logging.getLogger("afronte")
"""Of everything that has no log of its own below it."""

_LARGEST = 1_000_000
"""Bytes of a log before another one is begun."""
_KEPT = 2
"""Former logs."""
_LINE = "%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s"


def log_path() -> Path:
    """Where the log is, whether or not there is one yet."""
    import platformdirs

    return Path(platformdirs.user_state_dir("afronte")) / "afronte.log"


def is_debugging() -> bool:
    """Whether the person wants every step in the log and errors as they are."""
    return bool(os.environ.get("AFRONTE_DEBUG"))


def begin_log() -> None:
    """Sends warnings and errors of this program and of its libraries to the file, also those of threads."""
    root = logging.getLogger()
    if not any(isinstance(handler, _Lazy) for handler in root.handlers):
        root.addHandler(_Lazy())
        threading.excepthook = _log_thread
    LOG.setLevel(logging.DEBUG if is_debugging() else logging.INFO)


class _Lazy(logging.Handler):
    """Begins the file with the first record; where that cannot be, the record is lost and nothing is said."""

    def __init__(self) -> None:
        super().__init__()
        self._file: tuple[Path, RotatingFileHandler] | None = None

    def emit(self, record: logging.LogRecord) -> None:
        path = log_path()
        try:
            if self._file is None or self._file[0] != path:
                self._let_go()
                self._file = path, _begun(path)
            self._file[1].emit(record)
        except OSError:
            return

    def close(self) -> None:
        self._let_go()
        super().close()

    def _let_go(self) -> None:
        if self._file is not None:
            self._file[1].close()
            self._file = None


def _begun(path: Path) -> RotatingFileHandler:
    from logging.handlers import RotatingFileHandler

    class Quiet(RotatingFileHandler):
        def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
            """A full disk is no reason to write on the screen."""

    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "it is a pipe or a device", str(path))
    file = Quiet(path, "a", _LARGEST, _KEPT, encoding="utf-8", errors="backslashreplace")
    file.setFormatter(logging.Formatter(_LINE))
    return file


def _log_thread(failed: threading.ExceptHookArgs) -> None:
    if failed.exc_value is not None and not isinstance(failed.exc_value, SystemExit):
        trace: TracebackType | None = failed.exc_traceback
        name = failed.thread.name if failed.thread else "a thread"
        LOG.error("%s failed", name, exc_info=(failed.exc_type, failed.exc_value, trace))
