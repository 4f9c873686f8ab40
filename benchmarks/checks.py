"""What all checks together cost beside the alignment of the same articles, and beside an earlier build's.

    git worktree add ../before 830bce3
    python -m benchmarks.checks --data FOLDER [--rounds N] [--documents N] [--before ../before]

Processor time on one thread, article by article, the two in turn, so that other work on the machine slows
both. Each round is a process of its own, which reads a pair of articles before it measures; with an earlier
build the rounds of both alternate. Printed is the median of the rounds and, in brackets, the least and the
greatest; of the earlier build the median round.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from benchmarks.evaluation_sets import documents, parser
from benchmarks.start import HERE
from tui.resources import asset

LONG = 500
"""Sentences a side of the long article."""
MEASURE = """
import json, sys, time
from tui.alignment import UseEncoder, align
from tui.articles import article_from_text
from tui.comparison import compare

encoder = UseEncoder()
def times(english, italian):
    source = article_from_text(english, language="en")
    target = article_from_text(italian, language="it")
    encoder.forget()
    began = time.process_time()
    alignment = align(source, target, encoder)
    aligned = time.process_time()
    compare(source, target, alignment, encoder)
    return aligned - began, time.process_time() - aligned

warm, groups = json.load(sys.stdin)
times(*warm)
found = {name: [times(*pair) for pair in pairs] for name, pairs in groups.items()}
print(json.dumps({name: [sum(each) for each in zip(*some)] for name, some in found.items()}))
"""
"""Prints how long the aligning and the checks of each group of articles take, in a build of any age."""

Texts = tuple[str, str]


def main() -> None:
    """Prints the ratios over the documents of each set, the sample pair and a long article of each set."""
    arguments = parser(__doc__)
    arguments.add_argument("--rounds", type=int, default=3, help="how often everything is measured")
    arguments.add_argument("--documents", type=int, help="how many documents of each set; all when not given")
    arguments.add_argument("--before", type=Path, help="a checkout of an earlier build")
    options = arguments.parse_args()
    sample = tuple(asset(f"sample/{name}.txt").read_text("utf-8") for name in ("en", "it"))
    groups = {"sample pair": [sample]} | articles(options.data, options.documents)
    own: list[Mapping[str, Sequence[float]]] = []
    earlier: list[Mapping[str, Sequence[float]]] = []
    for _ in range(options.rounds):
        own.append(times(HERE, sample, groups))
        if options.before:
            earlier.append(times(options.before.resolve(), sample, groups))
    for name in groups:
        ratios = [found[name][1] / found[name][0] for found in own]
        print(f"{name}: {median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})", end="")
        if earlier:
            then = [found[name] for found in earlier]
            beside = median(now[name][1] / before[0] for now, before in zip(own, then, strict=True))
            print(f"; beside the earlier alignment {beside:.2f}, whose own checks took ", end="")
            print(f"{median(checks / aligning for aligning, checks in then):.2f} of it", end="")
        print(flush=True)


def articles(data: Path, most: int | None = None) -> dict[str, list[Texts]]:
    """The documents of each set, at `most` so many, and the first of them joined to one long article."""
    found: dict[str, list[Texts]] = {}
    for name in ("ntrex", "newstest2009"):
        texts = documents(data, name)
        english = [text for one in texts for text in one.english][:LONG]
        italian = [text for one in texts for text in one.italian][:LONG]
        found[f"{name}, {LONG} sentences"] = [_written(english, italian)]
        found[name] = [_written(one.english, one.italian) for one in texts[:most]]
    return found


def times(
    build: Path, warm: Sequence[str], groups: Mapping[str, Sequence[Sequence[str]]]
) -> dict[str, list[float]]:
    """Seconds of aligning and of checking each group by a build, after it has read the pair `warm`."""
    threads = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    ran = subprocess.run(
        [sys.executable, "-c", MEASURE],
        input=json.dumps([warm, groups]), env=os.environ | threads | {"PYTHONPATH": str(build)},
        cwd=build, capture_output=True, text=True, check=True,
    )  # fmt: skip
    found: dict[str, list[float]] = json.loads(ran.stdout)
    return found


def _written(english: Sequence[str], italian: Sequence[str]) -> Texts:
    return "\n\n".join(english), "\n\n".join(italian)


if __name__ == "__main__":
    main()
