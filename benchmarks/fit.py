"""Makes every weight of the program again, the same from run to run.

    python -m benchmarks.fit --data FOLDER [--only judge …] [--figures]

Writes `assets/judge.toml`. `--figures` prints instead how well each does on a corpus that took no part.
"""

from __future__ import annotations

import argparse
from collections import Counter
from datetime import date
from pathlib import Path

from benchmarks.evaluation_sets import parser
from benchmarks.fitting import judge
from tui.comparison.judge import Weights
from tui.comparison.model import SURE
from tui.comparison.rule import LAYERS
from tui.resources import asset


def main() -> None:
    """Fits what the command line names and writes it."""
    made = parser(__doc__)
    made.formatter_class = argparse.RawDescriptionHelpFormatter
    made.add_argument("--figures", action="store_true", help="print figures left out; write nothing")
    options = made.parse_args()
    samples = judge.samples(options.data)
    if options.figures:
        judge_figures(samples)
    else:
        write_judge(judge.fit(samples), asset("judge.toml"))


def write_judge(weights: Weights, path: Path) -> None:
    """Writes the judge's weights."""
    lines = [
        "# The judge's weights, in log odds: of each rule before any evidence, and of each kind of evidence.",
        f"# Fitted on {date.today():%Y-%m-%d} by `python -m benchmarks.fit` on judged alarms and planted",
        f"# errors of {', '.join(judge.CORPORA)}.",
        "",
        "[rules]",
        *(f'"{name}" = {value}' for name, value in weights.rules.items()),
    ]
    for layer in LAYERS:
        lines += ["", f"[evidence.{layer}]"]
        lines += [f'"{name}" = {value}' for name, value in sorted(weights.evidence[layer].items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def judge_figures(samples: list[judge.Sample]) -> None:
    """Prints the reliability table of judged candidates, each by weights that its corpus took no part in."""
    found = list(judge.left_out(samples))
    for corpus in (*judge.CORPORA, "all"):
        told = [(chance, one.real) for name, one, chance in found if corpus in (name, "all")]
        if not told:
            continue
        error, rows = judge.calibration(told)
        loud = [real for chance, real in told if chance >= SURE]
        print(f"{corpus}: {len(told)} judged, expected calibration error {error:.3f}; ", end="")
        real = sum(is_real for _, is_real in told)
        print(f"from {SURE} on {len(loud)}, {sum(loud)} of them real; real in all {real}")
        for begins, count, mean, share in rows if corpus == "all" else ():
            print(f"  from {begins:.1f}: {count:4d} candidates, said {mean:.2f}, real {share:.2f}")
    planted: Counter[tuple[str, bool]] = Counter()
    for corpus in judge.CORPORA:
        weights = judge.fit([one for one in samples if one.corpus != corpus])
        planted.update(
            (one.rule.name, weights.probability(one.rule, one.evidence) >= SURE)
            for one in samples
            if one.corpus == corpus and one.planted
        )
    for name in sorted({name for name, _ in planted}):
        right, wrong = planted[name, True], planted[name, False]
        print(f"planted, {name}: {right} of {right + wrong} critical")


if __name__ == "__main__":
    main()
