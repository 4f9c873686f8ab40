"""What one `afronte check` costs beside an earlier build of the program, in one run, in turn.

    git worktree add ../before 830bce3
    python -m benchmarks.start --before ../before [SOURCE TARGET]

Prints processor time over that of the earlier build: of the very first run on a computer, whose cache is
empty; of the first run on a pair; and of the second on the same pair. The least of `--runs` rounds of each.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import tui
from tui.resources import asset

HERE = Path(tui.__file__).parents[1]
RUN = "import sys; from tui.cli import main; sys.exit(main())"


def seconds(build: Path, pair: list[str], cache: Path) -> float:
    """The processor time of one check by a build that has its cache in a folder of its own."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    settings = os.environ | {"PYTHONPATH": str(build), "XDG_CACHE_HOME": str(cache), "OMP_NUM_THREADS": "1"}
    settings.pop("PYTHONDONTWRITEBYTECODE", None)
    told = subprocess.run(
        [sys.executable, "-c", RUN, "check", *pair, "--fail-on", "never"],
        env=settings, cwd=cache, stdout=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    if told.returncode:
        raise SystemExit(f"{build} failed")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Runs the builds in turn and prints their ratios."""
    asking = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    asking.add_argument("--before", type=Path, required=True, help="a checkout of the earlier build")
    asking.add_argument("--runs", type=int, default=5)
    asking.add_argument("pair", nargs="*", help="default: the sample")
    given = asking.parse_args()
    sample = [str(asset(f"sample/{name}.txt")) for name in ("en", "it")]
    pair = [str(Path(name).resolve()) for name in given.pair or sample]
    other = [*sample[::-1], "--source-language", "it", "--target-language", "en"]
    rounds: dict[str, list[float]] = {}
    for number in range(given.runs + 1):
        with tempfile.TemporaryDirectory() as folder:
            cache = Path(folder)
            found = {
                "before": seconds(given.before.resolve(), pair, cache),
                "an empty cache": seconds(HERE, other, cache),
                "the first time": seconds(HERE, pair, cache),
                "the second time": seconds(HERE, pair, cache),
            }
        for name, took in found.items() if number else ():  # the first round compiles the files
            rounds.setdefault(name, []).append(took)
    before = min(rounds["before"])
    for name, each in rounds.items():
        print(f"{name:18}{min(each) / before:6.2f}")


if __name__ == "__main__":
    main()
