"""What one `afronte check`, or a reader up to its findings, costs beside an earlier build, in turn.

    git worktree add ../before 830bce3
    python -m benchmarks.start --before ../before [--reader] [SOURCE TARGET]

Prints processor time over that of the earlier build: of the very first run on a computer, whose cache is
empty; of the first run on a pair; and of the second on the same pair. The least of `--runs` rounds of each.
With `--reader` a whole reader is started in a terminal of its own, and its time taken when the first sign of
a finding has been drawn.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import resource
import signal
import struct
import subprocess
import sys
import tempfile
import termios
from pathlib import Path

import tui
from tui.resources import asset

HERE = Path(tui.__file__).parents[1]
FOUND = "≠".encode()
"""What stands beside a row with a finding, in every build."""
RUN = "import sys; from tui.cli import main; sys.exit(main())"


def seconds(build: Path, pair: list[str], cache: Path) -> float:
    """The processor time of one check by a build that has its cache in a folder of its own."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    told = subprocess.run(
        [sys.executable, "-c", RUN, "check", *pair, "--fail-on", "never"],
        env=_settings(build, cache), cwd=cache, stdout=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    if told.returncode:
        raise SystemExit(f"{build} failed")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def seconds_of_reader(build: Path, pair: list[str], cache: Path) -> float:
    """The processor time of a reader by a build until it draws the sign of a finding, which ends it."""
    child, terminal = pty.fork()
    if not child:
        os.chdir(cache)
        command = [sys.executable, "-c", RUN, *pair]
        os.execve(sys.executable, command, _settings(build, cache) | {"TERM": "xterm-256color"})
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    drawn = b""
    while FOUND not in drawn:
        drawn = drawn[-len(FOUND) :] + os.read(terminal, 65_536)
    spent = Path(f"/proc/{child}/stat").read_text("ascii").rpartition(")")[2].split()[11:13]
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(terminal)
    return sum(map(int, spent)) / os.sysconf("SC_CLK_TCK")


def _settings(build: Path, cache: Path) -> dict[str, str]:
    """The environment of a build that keeps everything in one folder."""
    folders = {f"XDG_{name}_HOME": str(cache / name.lower()) for name in ("CACHE", "CONFIG", "DATA", "STATE")}
    settings = os.environ | folders | {"PYTHONPATH": str(build), "OMP_NUM_THREADS": "1"}
    settings.pop("PYTHONDONTWRITEBYTECODE", None)
    return settings


def main() -> None:
    """Runs the builds in turn and prints their ratios."""
    asking = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    asking.add_argument("--before", type=Path, required=True, help="a checkout of the earlier build")
    asking.add_argument("--runs", type=int, default=5)
    asking.add_argument("--reader", action="store_true", help="measure the reader, not the command line")
    asking.add_argument("pair", nargs="*", help="default: the sample")
    given = asking.parse_args()
    measure = seconds_of_reader if given.reader else seconds
    sample = [str(asset(f"sample/{name}.txt")) for name in ("en", "it")]
    pair = [str(Path(name).resolve()) for name in given.pair or sample]
    other = [*sample[::-1], "--source-language", "it", "--target-language", "en"]
    rounds: dict[str, list[float]] = {}
    for number in range(given.runs + 1):
        with tempfile.TemporaryDirectory() as folder:
            cache = Path(folder)
            found = {
                "before": measure(given.before.resolve(), pair, cache),
                "an empty cache": measure(HERE, other, cache),
                "the first time": measure(HERE, pair, cache),
                "the second time": measure(HERE, pair, cache),
            }
        for name, took in found.items() if number else ():  # the first round compiles the files
            rounds.setdefault(name, []).append(took)
    before = min(rounds["before"])
    for name, each in rounds.items():
        print(f"{name:18}{min(each) / before:6.2f}")


if __name__ == "__main__":
    main()
