"""What each kind of evidence of the witness is worth, fitted on what it says with an engine's translations.

    python -m benchmarks.fitting.witness --data FOLDER --translator COMMAND … [--write]

Each COMMAND reads Italian and writes English, a sentence a line; give several to fit on all of them. Real is
what touches a difference planted in `articles/planted-*`, and what is said of an English with one error
(demetr.tsv) and not of the unspoilt translation; what else is said of them, of `articles/equal-*` and of the
first documents of ntrex and partut is not. One logistic function for all rules, held to what
`expected/witness.toml` expects. Prints how many real and false ones lie above some probabilities, those of
each article and item by weights it took no part in; `--write` writes `assets/judge/witness.toml`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

import numpy as np

from benchmarks import editors
from benchmarks.corpora import texts
from benchmarks.evaluation_sets import parser, table
from benchmarks.fitting import judge, logistic
from benchmarks.gold import spots, written_back
from benchmarks.witness import Bench
from tui.alignment import AlignedPair
from tui.articles import SIDES, Side, Span
from tui.comparison.compare import witnesses
from tui.comparison.judge import Weights
from tui.comparison.rule import Candidate
from tui.comparison.witness import WITNESS
from tui.resources import asset

STEPS = (0.2, 0.3, 0.5, 0.7)
PARTS = 8
"""Into so many parts the documents fall, each measured by weights of the others."""
RIDGE = 1.0
"""How much a weight is held to what is expected."""
FALSE = 1.75
"""What one that is false counts for: a version that is read has fewer errors than these texts."""
ITEM = 3.0
"""How many times as much a candidate of a single sentence counts: of these is learned what a sentence tells
of itself, of the others how freely an article is translated."""
HELD = ("fact", "order", "reversal", "mood", "often")
"""The rules, by the end of their names, and the evidence, by its beginning, that keep what is expected: few
of these texts have such an error, or have it on one side only, and what is false of some is loud."""
RARER = {"new-few": 2.5, "gone-few": 1.9, "other-few": 0.9, "claim-few": 0.2}
"""What is taken from the log odds of what is said of a single sentence: an item of demetr.tsv always has an
error, a sentence that is read seldom."""
TOLD = {"back-translation-word": 0.4, "back-translation-claim": -0.4}
"""What is added to the log odds: one word for another is told as a small thing, of which few are told; most
small words that part are the translator's.
"""
ERRORS = ("noun_removed", "verb_removed", "adj_adv_removed", "antonym")
"""The errors of demetr.tsv that take part: one word left out, or another one for it."""
READ = editors.FOLDER / "read"
"""Articles with a back-translation that a person wrote."""
CLEAN, DOCUMENTS = ("ntrex", "partut"), 10
"""Good translations, and how many documents of each take part."""


@dataclass(frozen=True, slots=True)
class Said:
    """A candidate of the witness."""

    document: str
    rule: str
    evidence: Mapping[str, float]
    real: bool
    item: bool = False
    """Whether the document is a single sentence."""


def said(data: Path, commands: Sequence[str]) -> list[Said]:
    """All candidates on all sets, with each of some engines, and with what persons wrote."""
    by_engines = [one for command in commands for one in samples(data, Bench(command))]
    bench = Bench(commands[0])
    return [*by_engines, *(one for folder in (data / "articles", READ) for one in written(folder, bench))]


def samples(data: Path, bench: Bench) -> Iterator[Said]:
    """All candidates on all sets, with one engine."""
    for path, italian, gold in _articles(data / "articles"):
        pair = bench.pair(path.read_text("utf-8"), italian.read_text("utf-8"))
        yield from _of_article(path.name, pair, bench.back(pair), gold)
    for corpus in CLEAN:
        for text in islice(texts(data, corpus), DOCUMENTS):
            pair = bench.pair(text.english, text.italian)
            for one in own(pair, bench.back(pair)):
                yield Said(f"{corpus} {text.document}", one.rule.name, one.evidence, real=False)
    yield from _items(data, bench)


def written(folder: Path, bench: Bench) -> Iterator[Said]:
    """All candidates on the articles of a folder, with the back-translations that a person wrote."""
    for path, italian, gold in _articles(folder):
        pair = bench.pair(path.read_text("utf-8"), italian.read_text("utf-8"))
        yield from _of_article(path.name, pair, written_back(folder, pair), gold)


def _articles(folder: Path) -> Iterator[tuple[Path, Path, list[dict[str, str]]]]:
    """Each English article of a folder, each Italian one of it, and the differences planted there."""
    for path in sorted(folder.glob("*.en.txt")):
        name = path.name.removesuffix(".en.txt")
        gold = folder / f"{name}.gold.tsv"
        yield path, folder / f"{name}.it.txt", table(folder, gold.stem) if gold.exists() else []
        if (clean := folder / f"{name}.clean.it.txt").exists():
            yield path, clean, []


def _of_article(
    name: str, pair: AlignedPair, back: Mapping[int, str], gold: Sequence[Mapping[str, str]]
) -> Iterator[Said]:
    places = [spots(pair, row) for row in gold]
    for one in own(pair, back):
        real = any(
            span.start < place[side][1] and place[side][0] < span.end
            for place in places
            for side in SIDES
            if side in place
            for span in _exact(one, pair, side)
        )
        yield Said(name, one.rule.name, one.evidence, real)


def _exact(one: Candidate, pair: AlignedPair, side: Side) -> tuple[Span, ...]:
    """The spans of a side, but for whole sentences that stand for want of a word."""
    whole = {(sentence.start, sentence.end) for sentence in pair.article(side).sentences}
    spans = one.source if side == "source" else one.target
    return tuple(span for span in spans if (span.start, span.end) not in whole)


def _items(data: Path, bench: Bench) -> Iterator[Said]:
    rows = table(data, "demetr")
    for english, italian in sorted({(row["en_reference"], row["it"]) for row in rows}):
        for one in _of_item(english, italian, bench):
            yield Said(italian, one.rule.name, one.evidence, real=False, item=True)
    clean: dict[str, set[tuple[object, ...]]] = {}
    for row in rows:
        if row["item"] not in clean:
            found = _of_item(row["en_translation"], row["it"], bench)
            clean[row["item"]] = {_plain(one) for one in found}
            for one in found:
                yield Said(row["it"], one.rule.name, one.evidence, real=False, item=True)
        if row["category"].endswith(ERRORS):
            for one in _of_item(row["en_perturbed"], row["it"], bench):
                if _plain(one) not in clean[row["item"]]:
                    yield Said(row["it"], one.rule.name, one.evidence, real=True, item=True)


def _of_item(english: str, italian: str, bench: Bench) -> list[Candidate]:
    pair = bench.pair(english, italian, one_bead=True)
    return own(pair, bench.back(pair))


def _plain(one: Candidate) -> tuple[object, ...]:
    return one.rule.name, one.source_value, one.target_value


def own(pair: AlignedPair, back: Mapping[int, str]) -> list[Candidate]:
    """What the witness says by itself; `back`: what the target's sentences say, by their index."""
    return [one.candidate for witness in witnesses(pair, back, []) for one in witness.own()]


def fitted(said: Sequence[Said]) -> Weights:
    """The weights that some candidates teach, and those expected of what is `HELD`."""
    guess = judge.expected(WITNESS.name)
    rules = [rule for rule in guess.rules if not rule.endswith(HELD)]
    names = [name for name in guess.evidence if not name.startswith(HELD)]
    own = [one for one in said if one.rule in rules]
    rows = [
        [1.0, *(one.rule == rule for rule in rules), *(one.evidence.get(name, 0.0) for name in names)]
        for one in own
    ]
    real = np.array([float(one.real) for one in own])
    worth = np.array([ITEM if one.item else 1.0 for one in own])
    towards = [0.0, *(guess.rules[rule] for rule in rules), *(guess.evidence[name] for name in names)]
    bias, *found = (
        float(weight)
        for weight in logistic.fit(
            np.array(rows), real, np.where(real > 0, 1.0, FALSE) * worth, RIDGE, np.array(towards)
        )
    )
    learned = [bias + weight for weight in found[: len(rules)]], found[len(rules) :]
    by_rule, by_name = (
        dict(zip(known, map(_short, weights), strict=True))
        for known, weights in zip((rules, names), learned, strict=True)
    )
    for rule, more in TOLD.items():
        by_rule[rule] = _short(by_rule[rule] + more)
    for name, less in RARER.items():
        by_name[name] = _short(by_name[name] - less)
    return Weights({**guess.rules, **by_rule}, {**guess.evidence, **by_name})


def _short(weight: float) -> float:
    return round(weight, 2)


def main() -> None:
    """Prints how well the weights do, or writes them."""
    made = parser(__doc__)
    made.formatter_class = argparse.RawDescriptionHelpFormatter
    made.add_argument(
        "--translator", required=True, nargs="+", help="commands that translate lines into English"
    )
    made.add_argument("--write", action="store_true", help="write the weights")
    options = made.parse_args()
    every = said(options.data, options.translator)
    if options.write:
        write(every)
    report(every)


def write(every: Sequence[Said]) -> None:
    """Writes the weights that some candidates teach."""
    how = f"Fitted on {date.today():%Y-%m-%d} by `python -m benchmarks.fitting.witness`."
    judge.write(fitted(every), asset("judge/witness.toml"), how)


def report(every: Sequence[Said]) -> None:
    """Prints how well the weights do, each candidate judged by those of other documents."""
    part = {name: at % PARTS for at, name in enumerate(dict.fromkeys(one.document for one in every))}
    without = [fitted([one for one in every if part[one.document] != number]) for number in range(PARTS)]
    for rule in WITNESS.rules:
        told = [
            (without[part[one.document]].probability(rule, one.evidence), one.real)
            for one in every
            if one.rule == rule.name
        ]
        print(f"{rule.name}: {len(told)} said, {sum(real for _, real in told)} real")
        for step in STEPS:
            above = [real for chance, real in told if chance >= step]
            print(f"  from {step}: real {sum(above)}, false {len(above) - sum(above)}")


if __name__ == "__main__":
    main()
