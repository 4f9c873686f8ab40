"""Hostile input by the thousand: damaged files of every kind that is read, and texts of odd pieces.

    python -m benchmarks.fuzz [--minutes 5] [--only TARGET …] [--seed 0] [--corpus FOLDER] [--keep FOLDER]

Each target gets its share of the processor time. A parser may refuse what it gets in one line, and do nothing
else; a whole comparison ends with no rule failed, gives a report of valid spans and beads in every format,
and reads its own JSON back. What reaches lines that nothing reached before is damaged further, as AFL does
(lcamtuf.coredump.cx/afl). What fails is kept as a file in FOLDER, one of a kind; with `--grow` small cases
that reached new lines are put into the corpus (`tests/corpus`), from which the next run begins.
"""

from __future__ import annotations

import argparse
import signal
import sys
import time
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from benchmarks.fuzzing.reached import Reached
from benchmarks.fuzzing.targets import Target, targets
from tui.errors import AfronteError

_LONGEST = 20.0
"""Seconds of processor time that one case may take: each is a few kilobytes."""
_LARGEST = 65_536
"""Bytes of a case that is damaged further."""
_IN_CORPUS = 2_048
"""Bytes of a case that is kept in the corpus."""
_OF_ONE_TARGET = 6
"""Cases that the corpus keeps of one target."""


@dataclass
class Tally:
    """What became of one target."""

    runs: int = 0
    refused: int = 0
    seconds: float = 0
    share: float = 0
    """Of the lines that the target is about, how many were reached."""
    failures: dict[str, int] = field(default_factory=dict)
    """How often, by the kind of the error and the line that raised it."""
    grown: list[tuple[int, bytes]] = field(default_factory=list)
    """How many new lines a case has reached, and the case."""


def main() -> None:
    """Runs the targets in turn and prints what became of each; the exit code is 1 where one failed."""
    made = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("--minutes", type=float, default=5, help="processor time in all")
    made.add_argument("--only", nargs="+", choices=targets(), default=list(targets()), metavar="TARGET")
    made.add_argument("--seed", type=int, default=0)
    made.add_argument("--corpus", type=Path, default=Path(__file__).parents[1] / "tests" / "corpus")
    made.add_argument("--grow", action="store_true", help="put what reached new lines into the corpus")
    made.add_argument("--keep", type=Path, default=Path("fuzz-failures"))
    options = made.parse_args()
    share = options.minutes * 60 / len(options.only)
    failed = False
    print(f"{'target':12}{'runs':>9}{'refused':>9}{'minutes':>9}{'lines':>7}  failures of a kind")
    signal.signal(signal.SIGVTALRM, _too_long)
    for name in options.only:
        target, corpus = targets()[name], options.corpus / name.replace(" ", "-")
        tally = run(target, corpus, Random(f"{options.seed} {name}"), share, options.keep)
        minutes = f"{tally.seconds / 60:.1f}"
        told = f"{name:12}{tally.runs:9,}{tally.refused:9,}{minutes:>9}{tally.share:7.0%}"
        print(f"{told}  {len(tally.failures)}", flush=True)
        for failure, times in tally.failures.items():
            print(f"    {times}× {failure}")
        if options.grow:
            _grow(corpus, target, tally)
        failed = failed or bool(tally.failures)
    sys.exit(failed)


def run(target: Target, corpus: Path, random: Random, seconds: float, keep: Path) -> Tally:
    """Feeds cases for so much processor time; the first of each failure is kept as a file."""
    tally, begin, reached = Tally(), time.process_time(), Reached(target.modules)
    pool = [*target.seeds(), *(path.read_bytes() for path in sorted(corpus.glob("*")))]
    ahead = list(pool)  # each as it is, before any is damaged
    while (spent := time.process_time() - begin) < seconds:
        is_new = not ahead
        data = target.damage(random.choice(pool), random) if is_new else ahead.pop(0)
        lines = reached.lines
        signal.setitimer(signal.ITIMER_VIRTUAL, _LONGEST)
        try:
            with reached.watching():
                target.feed(data)
        except AfronteError as error:
            tally.refused += 1
            if "\n" in str(error):
                _note(tally, f"a refusal of several lines: {error!s:.80}", data, keep, target)
        except Exception as error:
            at = traceback.extract_tb(error.__traceback__)[-1]
            _note(
                tally, f"{type(error).__name__} in {Path(at.filename).name}:{at.lineno}", data, keep, target
            )
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        tally.runs += 1
        if is_new and reached.lines > lines and len(data) <= _LARGEST:
            pool.append(data)
            tally.grown.append((reached.lines - lines, data))
    tally.seconds, tally.share = spent, reached.share
    return tally


def _too_long(*_: object) -> None:
    raise TimeoutError


def _note(tally: Tally, failure: str, data: bytes, keep: Path, target: Target) -> None:
    if failure not in tally.failures:
        keep.mkdir(parents=True, exist_ok=True)
        name = target.name.replace(" ", "-")
        (keep / f"{name}-{len(tally.failures)}.{target.suffix}").write_bytes(data)
    tally.failures[failure] = tally.failures.get(failure, 0) + 1


def _grow(corpus: Path, target: Target, tally: Tally) -> None:
    small = sorted((case for case in tally.grown if len(case[1]) <= _IN_CORPUS), key=lambda case: -case[0])
    there = len(list(corpus.glob("*")))
    for number, (_, data) in enumerate(small[: max(0, _OF_ONE_TARGET - there)], there):
        corpus.mkdir(parents=True, exist_ok=True)
        (corpus / f"{number}.{target.suffix}").write_bytes(data)


if __name__ == "__main__":
    main()
