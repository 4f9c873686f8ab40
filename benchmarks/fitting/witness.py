"""What each kind of evidence of the witness is worth, fitted on what it says with an engine's translations.

    python -m benchmarks.fitting.witness --data FOLDER --translator COMMAND …

Each COMMAND reads Italian and writes English, a sentence a line; give several to fit on all of them. Real is
what touches a difference planted in `articles/planted-*`, and what is said of an English with one error
(demetr.tsv) and not of the unspoilt translation; what else is said of them and of `articles/equal-*` is not.
Prints the log odds of each kind of evidence for words that part, and how many real and false ones lie above
some probabilities, those of each article and item by weights it took no part in. Writes nothing: the tables
(`assets/judge/witness.toml`, `fitting/expected/witness.toml`) take them rounded, moved so that few are told.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.evaluation_sets import parser, table
from benchmarks.fitting import logistic
from benchmarks.witness import Bench, spots
from tui.alignment import AlignedPair
from tui.articles import SIDES, Side, Span
from tui.comparison.compare import witness_of
from tui.comparison.rule import Candidate

KINDS = ("other", "gone", "new")
"""One for the other; only the source has it; only the back-translation has it."""
STEPS = (0.2, 0.3, 0.5, 0.7)
PARTS = 8
"""Into so many parts the documents fall, each measured by weights of the others."""
RIDGE = 1.0


@dataclass(frozen=True, slots=True)
class Said:
    """A candidate of the witness."""

    document: str
    evidence: Mapping[str, float]
    real: bool

    @property
    def kind(self) -> str:
        """Which of `KINDS` it is; empty where words do not part."""
        return next(
            (kind for kind in KINDS if any(name.startswith(f"{kind}-") for name in self.evidence)), ""
        )


def samples(data: Path, bench: Bench) -> Iterator[Said]:
    """All candidates on all sets, with one engine."""
    articles = data / "articles"
    for path in sorted(articles.glob("*.en.txt")):
        name = path.name.removesuffix(".en.txt")
        pair = bench.pair(path.read_text("utf-8"), path.with_name(f"{name}.it.txt").read_text("utf-8"))
        gold = articles / f"{name}.gold.tsv"
        places = [spots(pair, row) for row in table(articles, f"{name}.gold")] if gold.exists() else []
        for one in own(pair, bench):
            real = any(
                span.start < place[side][1] and place[side][0] < span.end
                for place in places
                for side in SIDES
                if side in place
                for span in _exact(one, pair, side)
            )
            yield Said(name, one.evidence, real)
    yield from _items(data, bench)


def _exact(one: Candidate, pair: AlignedPair, side: Side) -> tuple[Span, ...]:
    """The spans of a side, but for whole sentences that stand for want of a word."""
    whole = {(sentence.start, sentence.end) for sentence in pair.article(side).sentences}
    spans = one.source if side == "source" else one.target
    return tuple(span for span in spans if (span.start, span.end) not in whole)


def _items(data: Path, bench: Bench) -> Iterator[Said]:
    rows = table(data, "demetr")
    for english, italian in sorted({(row["en_reference"], row["it"]) for row in rows}):
        for one in own(bench.pair(english, italian, one_bead=True), bench):
            yield Said(italian, one.evidence, False)
    clean: dict[str, set[tuple[object, ...]]] = {}
    for row in rows:
        if row["item"] not in clean:
            found = own(bench.pair(row["en_translation"], row["it"], one_bead=True), bench)
            clean[row["item"]] = {_plain(one) for one in found}
            for one in found:
                yield Said(row["it"], one.evidence, False)
        if any(error in row["category"] for error in ("removed", "addition", "antonym", "hypernym")):
            for one in own(bench.pair(row["en_perturbed"], row["it"], one_bead=True), bench):
                if _plain(one) not in clean[row["item"]]:
                    yield Said(row["it"], one.evidence, True)


def _plain(one: Candidate) -> tuple[object, ...]:
    return one.rule.name, one.source_value, one.target_value


def own(pair: AlignedPair, bench: Bench) -> list[Candidate]:
    """What the witness says by itself."""
    return [one.candidate for one in witness_of(pair, bench.back(pair), []).own()]


def fitted(said: list[Said]) -> tuple[list[str], logistic.Floats, logistic.Floats]:
    """The names of the evidence, its log odds with the constant first, and each one's chance, left out."""
    names = sorted({name for one in said for name in one.evidence if name.split("-")[0] in KINDS})
    columns = np.array([[1.0, *(one.evidence.get(name, 0.0) for name in names)] for one in said])
    real = np.array([float(one.real) for one in said])
    documents = {name: at % PARTS for at, name in enumerate(dict.fromkeys(one.document for one in said))}
    part = np.array([documents[one.document] for one in said])
    chance = np.zeros(len(said))
    for number in range(PARTS):
        without = logistic.fit(columns[part != number], real[part != number], ridge=RIDGE)
        chance[part == number] = 1 / (1 + np.exp(-columns[part == number] @ without))
    return names, logistic.fit(columns, real, ridge=RIDGE), chance


def main() -> None:
    """Prints the weights of each kind."""
    made = parser(__doc__)
    made.formatter_class = argparse.RawDescriptionHelpFormatter
    made.add_argument(
        "--translator", required=True, nargs="+", help="commands that translate lines into English"
    )
    options = made.parse_args()
    every = [one for command in options.translator for one in samples(options.data, Bench(command))]
    for kind in KINDS:
        said = [one for one in every if one.kind == kind]
        names, weights, chance = fitted(said)
        print(f"{kind}: {len(said)} said, {sum(one.real for one in said)} real")
        print("  constant", round(float(weights[0]), 2), *(
            f"{name} {weight:.2f}" for name, weight in zip(names, weights[1:], strict=True)
        ))  # fmt: skip
        for step in STEPS:
            above = [one.real for one, likely in zip(said, chance, strict=True) if likely >= step]
            print(f"  from {step}: real {sum(above)}, false {len(above) - sum(above)}")


if __name__ == "__main__":
    main()
