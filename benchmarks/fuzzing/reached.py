"""Which lines of the program a case has reached: what reaches new ones is worth damaging further."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

ROOT = Path(__file__).parents[2] / "tui"
_ENOUGH = 300
"""Calls of a function without a new line after which it is watched no longer."""


class Reached:
    """The lines of some modules that were run, by `sys.settrace`."""

    def __init__(self, modules: tuple[str, ...]) -> None:
        """`modules`: files and folders below the program's own, as `articles/formats/rtf.py`."""
        self._files = {str(path): _lines(path) for path in _files(modules)}
        self._seen: dict[str, set[int]] = {name: set() for name in self._files}
        self._idle: dict[CodeType, int] = {}

    @property
    def lines(self) -> int:
        """How many lines were reached."""
        return sum(map(len, self._seen.values()))

    @property
    def share(self) -> float:
        """The part of all lines that was reached."""
        return self.lines / max(1, sum(map(len, self._files.values())))

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Notes what is reached inside."""
        sys.settrace(self._called)
        try:
            yield
        finally:
            sys.settrace(None)

    def _called(self, frame: FrameType, _event: str, _argument: Any) -> Callable[..., Any] | None:
        code = frame.f_code
        seen = self._seen.get(code.co_filename)
        if seen is None or self._idle.get(code, 0) > _ENOUGH:
            return None
        there = self._files[code.co_filename]
        self._idle[code] = self._idle.get(code, 0) + 1

        def ran(frame: FrameType, event: str, _argument: Any) -> Callable[..., Any]:
            line = frame.f_lineno
            if event == "line" and line in there and line not in seen:
                seen.add(line)
                self._idle[code] = 0
            return ran

        return ran


def _files(modules: tuple[str, ...]) -> Iterator[Path]:
    for module in modules:
        path = ROOT / module
        yield from path.rglob("*.py") if path.is_dir() else (path,)


def _lines(path: Path) -> frozenset[int]:
    """The lines inside functions: those of modules and classes are run once, at import."""
    found: set[int] = set()
    ahead: list[tuple[CodeType, bool]] = [(compile(path.read_text("utf-8"), str(path), "exec"), False)]
    while ahead:
        code, inside = ahead.pop()
        is_function = inside or bool(code.co_flags & 0x02)  # CO_NEWLOCALS: a function, not a class
        if is_function:
            found.update(line for *_, line in code.co_lines() if line and line != code.co_firstlineno)
        ahead.extend((const, is_function) for const in code.co_consts if isinstance(const, CodeType))
    return frozenset(found)
