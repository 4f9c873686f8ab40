"""The terminal's driver: Textual's own, for a process that is stopped, goes on and is told to end."""

from __future__ import annotations

import asyncio
import signal
from typing import TYPE_CHECKING, Any

from textual.driver import Driver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.app import App

_PAUSE = 0.02
"""Seconds between two looks whether there is a screen."""
_NO_SHELL = "No shell waits behind this reader: there is nothing to go back to."


def going_on(driver: type[Driver]) -> type[Driver]:
    """The driver class for this system, if it is Textual's for a Unix terminal one that survives SIGSTOP."""
    try:
        from textual.drivers.linux_driver import LinuxDriver
    except ImportError:  # no Unix
        return driver
    if driver is not LinuxDriver:
        return driver

    class GoingOnDriver(LinuxDriver):
        """Takes the terminal anew when the process goes on, however it was stopped; it stops only where a
        shell can make it go on, and gives the terminal back when it is told to end.
        """

        _was_woken = False

        def start_application_mode(self) -> None:
            _end_when_told(self._app)  # before anything is taken that has to be given back
            super().start_application_mode()  # type: ignore[no-untyped-call]

        def _sigtstp_application(self, *_: object) -> None:
            self._between_steps(self._stop)

        def _sigcont_application(self, *_: object) -> None:
            self._was_woken = True
            self._between_steps(self._go_on)

        def _between_steps(self, do: Callable[[], None]) -> None:
            """Has something done when the app is in no step of its own: a signal comes in the midst of one,
            which may hold the lock that writing to the terminal waits for.
            """
            if not self._loop.is_closed():
                self._loop.call_soon_threadsafe(do)

        def _stop(self) -> None:
            self._was_woken = False
            if self._auto_restart:
                self.suspend_application_mode()
                self._must_signal_resume = True
            # By default the system does not stop what nobody could wake: a session of its own, as in a window
            # that runs this one command.
            signal.signal(signal.SIGTSTP, signal.SIG_DFL)
            signal.raise_signal(signal.SIGTSTP)
            signal.signal(signal.SIGTSTP, self._sigtstp_application)
            if not self._was_woken and self._auto_restart:
                self.resume_application_mode()
                self._app.call_later(self._app.notify, _NO_SHELL)

        def _go_on(self) -> None:
            if not self._auto_restart or self._writer_thread is None:
                return
            # SIGTSTP is told and gives the terminal back; SIGSTOP is not, and leaves both threads at work.
            if self._writer_thread.is_alive():
                self.suspend_application_mode()
            self._must_signal_resume = True
            self.resume_application_mode()

    return GoingOnDriver


def _end_when_told(app: App[Any]) -> None:
    """Makes SIGTERM and SIGHUP leave the app as its own key does, with the exit code that shells expect."""
    loop = asyncio.get_running_loop()
    for told in _told_to_end():
        loop.add_signal_handler(told, _leave, app, 128 + told)


def _leave(app: App[Any], code: int) -> None:
    """Leaves the app as soon as there is a screen: Textual cannot leave while it builds the first one."""
    if any(screen.is_mounted for screen in app.screen_stack):
        app.exit(return_code=code)
    else:
        asyncio.get_running_loop().call_later(_PAUSE, _leave, app, code)


def _told_to_end() -> Iterator[signal.Signals]:
    for name in ("SIGTERM", "SIGHUP"):  # Windows has neither, and its event loop takes no handlers
        if hasattr(signal, name) and hasattr(signal, "SIGTSTP"):
            yield getattr(signal, name)
