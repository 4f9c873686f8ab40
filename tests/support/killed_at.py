"""Kills a process at one line of what it does after another, and looks at what it leaves.

    python tests/support/killed_at.py OPERATION FOLDER [KILLS]

Prints how often a process was killed in the middle of the operation; fails where the state afterwards is
neither the old nor the new one, or where the same operation does not succeed then.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from types import FrameType
from typing import Any

from argos_package import write_package
from desk_writer import ENGLISH, ITALIAN, article, finding

import tui
from tui.alignment import Link
from tui.cli.batch.listing import Row
from tui.cli.batch.output import Output
from tui.desk import Desk, Sheet
from tui.reports.saving import save
from tui.translation import Shelf, install_file

OURS = str(Path(tui.__file__).parent)


@dataclass(frozen=True)
class Operation:
    """Something that changes what is kept."""

    prepare: Callable[[Path], None]
    """Makes the old state in an empty folder."""
    run: Callable[[Path], None]
    state: Callable[[Path], object]
    """What there is to see, in a value that can be compared."""


def _sheet(folder: Path) -> Sheet:
    desk = Desk(folder / "desk.db")
    try:
        return desk.open(article(ENGLISH), article(ITALIAN, language="it")).sheet()
    finally:
        desk.close()


def _decide(folder: Path) -> None:
    desk = Desk(folder / "desk.db")
    dossier = desk.open(article(ENGLISH), article(ITALIAN, language="it"))
    dossier.decide(finding("second"), "dismissed")
    desk.close()


def _correct(folder: Path) -> None:
    desk = Desk(folder / "desk.db")
    desk.open(article(ENGLISH), article(ITALIAN, language="it")).correct(Link((0,), (1,)))
    desk.close()


def _decided(folder: Path) -> None:
    desk = Desk(folder / "desk.db")
    desk.open(article(ENGLISH), article(ITALIAN, language="it")).decide(finding("first"), "confirmed")
    desk.close()


def _seen(folder: Path) -> object:
    sheet = _sheet(folder)
    return sorted((key, one.verdict) for key, one in sheet.decisions.items()), sheet.corrections


def _packages(folder: Path) -> None:
    for name, word in (("old", "cat"), ("new", "kitten")):
        write_package(folder / f"{name}.argosmodel", words={"gatto": word})


def _stocked(folder: Path) -> None:
    _packages(folder)
    install_file(folder / "old.argosmodel", Shelf(folder / "models"))


def _usable(folder: Path) -> object:
    """What the usable model holds; that its forerunner stands beside it for a moment is no matter."""
    models, strays = Shelf(folder / "models").contents()
    assert not strays, strays
    folders = sorted((model.folder for model in models), key=lambda path: path.suffix == ".former")
    return (
        [sorted(path.read_bytes() for path in folders[0].rglob("*.*") if path.is_file())] if folders else []
    )


def _written(folder: Path) -> None:
    (folder / "report.html").write_bytes(b"old" * 9999)


ROWS = [Row(str(number), "a", "b", "") for number in range(3)]


def _batch(folder: Path) -> None:
    output = Output(folder / "out.jsonl")
    for row in ROWS[len(output.resume(ROWS)) :]:
        output.write(f'{{"id": "{row.id}", "error": "{"x" * 9999}"}}\n')
    output.close()


OPERATIONS = {
    "a verdict": Operation(_decided, _decide, _seen),
    "a correction": Operation(_decided, _correct, _seen),
    "the first of a desk": Operation(lambda _: None, _decide, _seen),
    "an export": Operation(
        _written,
        lambda folder: save(b"new" * 9999, folder / "report.html", replace=True),
        lambda folder: (folder / "report.html").read_bytes(),
    ),
    "an installation": Operation(
        _packages,
        lambda folder: void(install_file(folder / "new.argosmodel", Shelf(folder / "models"))),
        _usable,
    ),
    "a model replaced": Operation(
        _stocked,
        lambda folder: void(install_file(folder / "new.argosmodel", Shelf(folder / "models"))),
        _usable,
    ),
    "a batch": Operation(
        lambda _: None,
        _batch,
        lambda folder: (
            len(Output(folder / "out.jsonl").resume(ROWS)) == len(ROWS)
        ),  # what is there is in order
    ),
}


def void(_: object) -> None:
    """Takes a value and gives none."""


def in_a_process(work: Callable[[], object], killed_at: int | None = None) -> tuple[int, str]:
    """Does something in a child, which is killed at so many lines of ours; what ended it, and what it told.

    A child that ends by itself tells what `work` gives or, if it was to be killed, how many lines it ran.
    """
    read, write = os.pipe()
    child = os.fork()
    if not child:
        os.close(read)
        os._exit(_work(work, killed_at, write))
    os.close(write)
    with os.fdopen(read) as pipe:
        told = pipe.read()
    return os.waitpid(child, 0)[1], told


def _work(work: Callable[[], object], killed_at: int | None, tell: int) -> int:
    lines = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal lines
        if not frame.f_code.co_filename.startswith(OURS):
            return None
        if event == "line":
            lines += 1
            if lines == killed_at:
                os.kill(os.getpid(), signal.SIGKILL)
        return trace

    try:
        if killed_at is not None:
            sys.settrace(trace)
        result = work()
        sys.settrace(None)
        os.write(tell, (repr(result) if killed_at is None else str(lines)).encode())
    except BaseException as error:
        sys.settrace(None)
        print(f"{type(error).__name__}: {error}", flush=True)
        return 1
    return 0


def _begin(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(folder.with_name("before"), folder)


def main(name: str, place: str, kills: str = "40") -> None:
    """Kills the operation of that name at so many of its lines, chosen evenly with some chance."""
    operation, folder = OPERATIONS[name], Path(place, "now")
    before = folder.with_name("before")
    before.mkdir(parents=True)
    assert in_a_process(lambda: operation.prepare(before)) == (0, "None")

    def run(killed_at: int | None = None) -> tuple[int, str]:
        return in_a_process(lambda: operation.run(folder), killed_at)

    def state() -> str:
        ended, told = in_a_process(lambda: operation.state(folder))
        assert ended == 0, "what is there cannot be read"
        return told

    _begin(folder)
    old = state()
    total = int(run(killed_at=0)[1])
    new = state()
    assert old != new, "the operation changes nothing"
    random, killed = Random(name), 0
    for number in range(int(kills)):
        at = 1 + int((number + random.random()) * total / int(kills))
        _begin(folder)
        if not os.WIFSIGNALED(run(at)[0]):  # another way through, with fewer lines
            continue
        killed += 1
        assert state() in (old, new), f"neither old nor new, killed at line {at} of {total}"
        if state() == old:
            assert run()[0] == 0, f"it does not go on, killed at line {at} of {total}"
            assert state() == new, f"not new after all, killed at line {at} of {total}"
    print(f"{killed} kills")


if __name__ == "__main__":
    main(*sys.argv[1:])
