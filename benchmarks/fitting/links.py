"""Fits how sure it is that sentences correspond (`assets/alignment.toml`).

    python -m benchmarks.fitting.links --data FOLDER [--write]

Documents are spoiled as in `benchmarks/alignment.py` and aligned without taking anything apart; each link,
each moved pair, and each sentence at the end of a bead of several or alone beside a bead is an example, right
or wrong by the gold. A logistic function of what `tui/alignment/evidence.py` sees is fitted to each question,
and for each set one to the other sets alone, whose errors on it are printed.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

import numpy as np

from benchmarks.alignment import MERGED, SETS, Written, cases, joined, sides
from benchmarks.evaluation_sets import documents, parser
from benchmarks.fitting import logistic
from tui.alignment import Encoder, standard_encoder
from tui.alignment.align import realign
from tui.alignment.beads import Sentences
from tui.alignment.evidence import Evidence, Question, Seen, Weights, fitted
from tui.alignment.parts import EVEN
from tui.alignment.vectors import encode
from tui.languages import toml_table
from tui.resources import asset

RUNS = 4
ASSET = "alignment.toml"


class Example(NamedTuple):
    """One thing seen, and whether it is right."""

    set: str
    question: Question
    seen: Seen
    right: bool


def examples(data: Path, encoder: Encoder) -> list[Example]:
    """What is seen of the spoiled documents of every set."""
    found = []
    for name in SETS:
        for passages, merged in ((0, 0.0), (0, MERGED), (2, 0.0)):
            for run in range(RUNS):
                rng = random.Random(1000 + run)
                for case in cases(documents(data, name), rng, passages, both=True):
                    source, target = sides(case, rng, merged)
                    found += [Example(name, *rest) for rest in _seen(source, target, encoder)]
    return found


def _seen(source: Written, target: Written, encoder: Encoder) -> Iterator[tuple[Question, Seen, bool]]:
    vectors = encode(source.article, target.article, encoder)
    beads = realign(vectors, (), weights=Weights({})).beads
    scale = vectors.source_lengths.sum() / vectors.target_lengths.sum()
    evidence = Evidence(
        Sentences(vectors.source, vectors.source_lengths),
        Sentences(vectors.target, vectors.target_lengths * scale),
    )
    owners = source.owners, target.owners
    for place, bead in enumerate(beads):
        both = bead.source, bead.target
        if not all(both):
            continue
        if len(bead.source) == len(bead.target) == 1:
            pairs = joined(source.owners[bead.source[0]], target.owners[bead.target[0]])
            question: Question = "moved" if bead.moved else "in_place"
            yield question, evidence.of_link(*both), all(s == t for s, t in pairs)
        if bead.moved:
            continue
        around = [
            (b.source, b.target) for b in beads[max(0, place - 1) : place + 2] if not (b.source and b.target)
        ]
        for side in _SIDES:
            if len(both[1 - side]) > 1:
                continue
            there = set().union(*(owners[1 - side][i] for i in both[1 - side]))
            here, ends = both[side], {both[side][0], both[side][-1]} if len(both[side]) > 1 else set()
            ends |= {
                lone[side][0]
                for lone in around
                if lone[side] and lone[side][0] in (here[0] - 1, here[-1] + 1)
            }
            for end in sorted(ends):
                yield "part", evidence.of_part(both, side, end), bool(owners[side][end] & there)


_SIDES: tuple[Literal[0], Literal[1]] = (0, 1)


def fitted_to(given: Sequence[Example]) -> Weights:
    """A logistic function for each question: the weights of `assets/alignment.toml`."""
    questions: tuple[Question, ...] = ("in_place", "moved", "part")
    return Weights({q: _logistic([e for e in given if e.question == q]) for q in questions})


def _logistic(given: Sequence[Example]) -> Mapping[str, float]:
    """Weights by name, fitted on standardised values and given back per unit."""
    names = sorted(given[0].seen)
    values = np.array([[e.seen[name] for name in names] for e in given])
    mean, spread = values.mean(axis=0), values.std(axis=0) + 1e-9
    rows = np.column_stack([np.ones(len(values)), (values - mean) / spread])
    weights = logistic.fit(rows, np.array([e.right for e in given], float))
    each = weights[1:] / spread
    bias = float(weights[0] - each @ mean)
    return {"bias": round(bias, 3)} | {name: round(float(w), 3) for name, w in zip(names, each, strict=True)}


def report(given: Sequence[Example]) -> None:
    """Prints the wrong examples kept and the right ones lost, by weights of all sets and of the others."""
    print(f"{'set':14}{'question':10}{'right':>8}{'wrong':>8}{'tuned':>14}{'left out':>14}")
    tuned = fitted_to(given)
    for name in SETS:
        left_out = fitted_to([e for e in given if e.set != name])
        for question in tuned.of:
            here = [e for e in given if e.set == name and e.question == question]
            right = sum(e.right for e in here)
            errors = "".join(f"{_errors(here, weights)!s:>14}" for weights in (tuned, left_out))
            print(f"{name:14}{question:10}{right:8}{len(here) - right:8}{errors}")


def _errors(given: Sequence[Example], weights: Weights) -> tuple[int, int]:
    """How many wrong examples are taken for right, and right ones for wrong."""
    likely = [(weights.probability(e.question, e.seen) >= EVEN, e.right) for e in given]
    return likely.count((True, False)), likely.count((False, True))


def write(weights: Weights) -> None:
    """Writes the asset, which whatever is aligned next reads."""
    lines = [
        "# How sure it is that sentences correspond: log odds per unit of what was seen",
        "# (`tui/alignment/evidence.py`).",
        f"# Fitted by `python -m benchmarks.fitting.links` on {', '.join(SETS)}, {date.today():%Y-%m-%d}.",
    ]
    for question, named in weights.of.items():
        lines += ["", f"[{question}]", *(f"{name} = {weight}" for name, weight in named.items())]
    asset(ASSET).write_text("\n".join(lines) + "\n", encoding="utf-8")
    toml_table.cache_clear()
    fitted.cache_clear()


def main() -> None:
    """Fits, reports and, when asked to, writes the asset."""
    arguments = parser(__doc__)
    arguments.add_argument("--write", action="store_true", help=f"write assets/{ASSET}")
    given = arguments.parse_args()
    found = examples(given.data, standard_encoder())
    report(found)
    if given.write:
        write(fitted_to(found))


if __name__ == "__main__":
    main()
