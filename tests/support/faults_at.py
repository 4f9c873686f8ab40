"""Ends a process at one operation on its files after another, or lets it find the disk full there.

    python tests/support/faults_at.py OPERATION FOLDER [kill|torn|full] [TIMES]

Every system call that changes a file in the folder is counted by `faulty_files.c`, SQLite's own among them.
`kill` ends the process before one of them, `torn` in the middle of it, `full` refuses from there on all that
takes room. Each of them is met, or so many of them, evenly. Fails where the state afterwards is neither the
old nor the new one, where a full disk is not told in one line, or where the same operation does not succeed
then.
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from faulty_operations import OPERATIONS
from loopback import Answer, Loopback

from tui.errors import AfronteError

WAYS = {"count": 0, "kill": 1, "torn": 2, "full": 3}
_SHIM = Path(__file__).with_name("faulty_files.c")


def compiler() -> str | None:
    """What compiles C here, if anything does."""
    return shutil.which("cc") if sys.platform == "linux" else None


def build(folder: Path) -> Path:
    """The library that stands between a program and its files."""
    library = folder / "faulty_files.so"
    command = [compiler() or "cc", "-shared", "-fPIC", "-O1", "-o", str(library), str(_SHIM), "-ldl"]
    subprocess.run(command, check=True)
    return library


def in_a_process(work: Callable[[Callable[[str], None]], object]) -> tuple[int, list[str]]:
    """Does something in a child: what ended it, and what it told, last what `work` gives."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        os.close(read)
        with os.fdopen(write, "w") as pipe:
            code = _work(work, lambda told: print(json.dumps(told), file=pipe, flush=True))
        os._exit(code)
    os.close(write)
    with os.fdopen(read) as pipe:
        told = [json.loads(line) for line in pipe]
    return os.waitpid(child, 0)[1], told


def _work(work: Callable[[Callable[[str], None]], object], tell: Callable[[str], None]) -> int:
    try:
        tell(repr(work(tell)))
    except AfronteError as error:
        tell(str(error))
    except BaseException as error:
        print(f"{type(error).__name__}: {error}", flush=True)
        return 1
    return 0


def main(name: str, place: str, way: str = "kill", times: str = "100000") -> None:
    """Meets the operation of that name with a fault at each of its operations on files."""
    operation, folder = OPERATIONS[name], Path(place).resolve() / "now"
    before = folder.with_name("before")
    before.mkdir()
    library = ctypes.CDLL(None)
    assert in_a_process(lambda _: operation.prepare(before)) == (0, ["None"])

    def run(at: int = 0, how: str = "count") -> tuple[int, list[str]]:
        def faulty(tell: Callable[[str], None]) -> int:
            library.files_fail(ctypes.c_long(at), WAYS[how], os.fsencode(f"{folder}/"))
            operation.run(folder, tell)
            return int(library.files_done())

        return in_a_process(faulty)

    def state() -> str:
        ended, told = in_a_process(lambda _: operation.state(folder))
        assert ended == 0, "what is there cannot be read"
        return told[-1]

    def begin() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(before, folder)

    begin()
    old = state()
    begin()
    total = int(run()[1][-1])
    new = state()
    assert (old != new) == operation.changes, f"from {old} to {new}"
    wanted = min(int(times), total)
    met = 0
    for at in sorted({1 + number * total // wanted for number in range(wanted)}):
        here = f"{way} at {at} of {total}"
        begin()
        ended, told = run(at, way)
        now = state()
        assert now in (old, new), f"neither old nor new, {here}: {now}"
        if way == "full":
            assert ended == 0, f"a traceback, {here}"
            assert all("\n" not in line for line in told), f"several lines, {here}: {told}"
            if now == old and operation.changes and not operation.is_silent:
                lines = [line for line in told if not line.isdigit()]
                assert len(lines) == 1, f"not one line, {here}: {told}"
                if at == total // 2:
                    print(lines[0])
        met += os.WIFSIGNALED(ended) or way == "full"
        if now == old:
            assert run()[0] == 0, f"it does not go on, {here}"
            assert state() == new, f"not new after all, {here}"
    print(f"{met} of {total}")


def with_the_library(arguments: list[str]) -> int:
    """Runs this script again with the library before the system's, beside a server with one model."""
    folder = Path(arguments[1]).resolve()
    folder.mkdir(parents=True)
    package = folder / "offered.argosmodel"
    code = "import sys; from argos_package import write_package; from pathlib import Path; "
    code += "write_package(Path(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", code, str(package)], check=True, cwd=_SHIM.parent)
    with Loopback({"/model": Answer(package.read_bytes())}) as server:
        (folder / "address").write_text(server.url("/model"), "utf-8")
        settings = os.environ | {"LD_PRELOAD": str(build(folder)), "OMP_NUM_THREADS": "1"}
        return subprocess.run([sys.executable, __file__, *arguments], env=settings, check=False).returncode


if __name__ == "__main__":
    if "LD_PRELOAD" in os.environ:
        main(*sys.argv[1:])
    else:
        sys.exit(with_the_library(sys.argv[1:]))
