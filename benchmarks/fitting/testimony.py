"""What a back-translation's word on a finding is worth, fitted on what an engine says of true and false ones.

    python -m benchmarks.fitting.testimony --data FOLDER --translator COMMAND [--write]

True are the differences that readers called real or arguable, and errors planted in the same documents, one
in every third sentence; false the alarms they called false. An engine copies what it does not understand,
loses words and puts some in: so it is counted, family by family of facts, how often it agrees with the source
or parts from it where a finding is true, and where it is false. The weight is the logarithm of the one rate
by the other, both held to those of all families like it together. Prints the counts and, for each corpus, the
loss of the probabilities by weights that it took no part in; `--write` writes `assets/judge/testimony.toml`,
where what is said of other families is set by hand.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from math import exp, log
from pathlib import Path
from random import Random
from statistics import fmean

from benchmarks.corpora import Text, texts, written
from benchmarks.evaluation_sets import Document, parser
from benchmarks.fitting.judge import FACTS
from benchmarks.planters import Planted
from benchmarks.planting import Trial, all_trials
from benchmarks.verdicts import place, verdicts
from benchmarks.witness import Bench
from tui.alignment import AlignedPair
from tui.comparison import Finding
from tui.comparison.compare import family_names, judged, proposed, witnesses
from tui.comparison.evidence import bead_of
from tui.comparison.model import AGREES, PARTS
from tui.languages import toml_table
from tui.resources import asset

CORPORA = ("ntrex", "partut", "debian_docs", "pinocchio", "articles")
PLANTED: Mapping[str, tuple[int, int]] = {
    "ntrex": (3, 62), "partut": (2, 15), "debian_docs": (2, 6), "pinocchio": (2, 4),
}  # fmt: skip
"""Into how many copies of how many documents errors are planted."""
EVERY = 3
"""So many units apart."""
TRIES = 40
"""So many kinds of error are tried on a unit, those planted least often first."""
COPIED = ("names", "quantities", "polarity")
"""Families of what a translator renders as it stands, be it right or wrong."""
HELD = 8.0
"""So many findings of each family are those of all that are like it together."""
FEWEST = 5
"""Families of which fewer true or fewer false findings are known are not told from the others."""
LEAST = 0.5
"""Less than this is chance."""
MOST: Mapping[str, float] = {AGREES: 2.0, PARTS: 0.8}
"""A translator's word is worth no more; least of all does it make critical what was not."""
SAID = (AGREES, PARTS)
BY_HAND = ("omissions", "clauses", "unrendered", "modifiers")
"""Families of words, of which readers judged too few."""


@dataclass(frozen=True, slots=True)
class Testified:
    """A finding of which it is known whether it is real, and what the witness says of it."""

    corpus: str
    family: str
    confidence: float
    """Without the witness."""
    said: Mapping[str, float]
    real: bool


Known = tuple[Finding, bool]


def samples(data: Path, bench: Bench) -> Iterator[Testified]:
    """Every finding of facts that readers judged or that lies on a planted error."""
    for corpus in CORPORA:
        documents = list(texts(data, corpus))
        for text in documents:
            yield from _heard(corpus, *_judged(text, bench), bench)
        if corpus in PLANTED:
            yield from _planted(corpus, documents, bench)


def _findings(text: Text, bench: Bench) -> tuple[AlignedPair, list[Finding]]:
    pair = bench.pair(text.english, text.italian)
    return pair, judged(proposed(pair, FACTS)[0], pair)


def _judged(text: Text, bench: Bench) -> tuple[AlignedPair, list[Known]]:
    pair, found = _findings(text, bench)
    places = [place(text.corpus, text.document, one, pair.source, pair.target) for one in found]
    known = verdicts()
    return pair, [(one, known[at] != "false") for one, at in zip(found, places, strict=True) if at in known]


def _planted(corpus: str, documents: Sequence[Text], bench: Bench) -> Iterator[Testified]:
    trials = all_trials(
        [
            Document(text.document, *(tuple(unit[side] for unit in text.units) for side in (0, 1)))
            for text in documents
        ]
    )
    used: Counter[str] = Counter()
    copies, most = PLANTED[corpus]
    for text in documents[:most]:
        for copy in range(copies):
            random = Random(f"{corpus} {text.document} {copy}")
            spoiled, errors = _spoiled(text, trials, copy, used, random)
            pair, found = _findings(spoiled, bench)
            own = [
                (one, True)
                for one in found
                if any(
                    family_names()[one.rule] == trial.family.name
                    and any(span.start < end and start < span.end for span in one.target)
                    for trial, start, end in errors
                )
            ]
            yield from _heard(corpus, pair, own, bench)


def _spoiled(
    text: Text, trials: Sequence[Trial], copy: int, used: Counter[str], random: Random
) -> tuple[Text, list[tuple[Trial, int, int]]]:
    """A copy with errors, and where each lies in its target."""
    units = [list(unit) for unit in text.units]
    planted: dict[int, tuple[Trial, Planted]] = {}
    for row in range(copy % EVERY, len(units), EVERY):
        order = sorted(trials, key=lambda trial: (used[trial.name], random.random()))
        for trial in islice(order, TRIES):
            if (error := trial.plant(units[row][0], units[row][1], random)) is not None:
                units[row][1], planted[row] = error.text, (trial, error)
                used[trial.name] += 1
                break
    places, start = [], 0
    for row, (_, italian) in enumerate(units):
        if row in planted:
            trial, error = planted[row]
            places.append((trial, start + error.start, start + error.end))
        start += len(italian) + 1
    spoiled = [(english, italian) for english, italian in units]
    return written(text.corpus, text.document, spoiled), places


def _heard(corpus: str, pair: AlignedPair, known: Sequence[Known], bench: Bench) -> Iterator[Testified]:
    """What the witness says where findings stand: only their sentences are translated."""
    if not known:
        return
    sentences = sorted(
        {index for one, _ in known for index in pair.alignment.beads[bead_of(one, pair)].target}
    )
    back = bench.said([pair.target.sentence_text(index) for index in sentences])
    by_bead = {
        bead: witness
        for witness in witnesses(pair, dict(zip(sentences, back, strict=True)), [])
        for bead in witness.beads
    }
    for one, real in known:
        family, witness = family_names()[one.rule], by_bead.get(bead_of(one, pair))
        evidence = witness.testimony(one, family) if witness else {}
        yield Testified(corpus, family, one.confidence, evidence, real)


def fitted(told: Sequence[Testified]) -> dict[str, dict[str, float]]:
    """The weights of what a witness may say, by family; under `any` those of all that a translator does not
    copy, together.
    """
    found = {}
    for copied in (False, True):
        pool = [one for one in told if (one.family in COPIED) == copied]
        if not copied:
            found["any"] = _weights(pool, pool)
        for family in sorted({one.family for one in pool}):
            own = [one for one in pool if one.family == family]
            real = sum(one.real for one in own)
            if min(real, len(own) - real) >= FEWEST:
                found[family] = _weights(own, pool)
    return {family: table for family, table in found.items() if family == "any" or table != found["any"]}


def _weights(told: Sequence[Testified], pool: Sequence[Testified]) -> dict[str, float]:
    found = {}
    for name in SAID:
        rates = [_share(told, name, real, HELD, _share(pool, name, real)) for real in (True, False)]
        strength = fmean([one.said[name] for one in told if name in one.said] or [1.0])
        weight = log(rates[0] / rates[1]) / strength if all(rates) else 0.0
        is_worth = weight <= -LEAST if name == AGREES else weight >= LEAST
        found[name] = round(max(-MOST[name], min(MOST[name], weight)), 1) if is_worth else 0.0
    return found


def _share(told: Sequence[Testified], name: str, real: bool, held: float = 0.0, to: float = 0.0) -> float:
    own = [one for one in told if one.real == real]
    return (sum(name in one.said for one in own) + held * to) / max(1.0, len(own) + held)


def _loss(told: Sequence[Testified], weights: Mapping[str, Mapping[str, float]]) -> float:
    """The mean loss of the probabilities; without weights, of those without a witness."""
    losses = []
    for one in told:
        odds = log(max(one.confidence, 1e-3) / max(1 - one.confidence, 1e-3))
        own = weights.get(one.family, weights.get("any", {}))
        odds += sum(own.get(name, 0.0) * value for name, value in one.said.items())
        losses.append(log(1 + exp(-odds if one.real else odds)))
    return fmean(losses) if losses else 0.0


def _written(weights: Mapping[str, Mapping[str, float]]) -> str:
    """The file with these weights in place of those that it had; its head, and what is set `BY_HAND`, as they
    stand.
    """
    head, *blocks = asset("judge/testimony.toml").read_text("utf-8").rstrip().split("\n\n")
    kept = [block for block in blocks if any(f"[{family}]" in block for family in BY_HAND)]
    made = [
        "\n".join([f"[{family}]", *(f'"{name}" = {value}' for name, value in table.items())])
        for family, table in weights.items()
    ]
    return "\n\n".join([head, *made, *kept]) + "\n"


def main() -> None:
    """Prints how well the weights do, or writes them."""
    made = parser(__doc__)
    made.formatter_class = argparse.RawDescriptionHelpFormatter
    made.add_argument("--translator", required=True, help="a command that translates lines into English")
    made.add_argument("--write", action="store_true", help="write the weights")
    options = made.parse_args()
    told = list(samples(options.data, Bench(options.translator)))
    weights = fitted(told)
    for family, table in weights.items():
        own = [one for one in told if family in ("any", one.family)]
        counts = [
            f"{name} {sum(name in one.said for one in own if one.real == real)}"
            f" of {sum(one.real == real for one in own)} {'real' if real else 'false'}"
            for name in SAID
            for real in (True, False)
        ]
        print(f"{family}: {table}; {', '.join(counts)}")
    for corpus in CORPORA:
        own = [one for one in told if one.corpus == corpus]
        others = fitted([one for one in told if one.corpus != corpus])
        as_now = toml_table("judge/testimony.toml")
        print(
            f"{corpus}, {len(own)}: loss {_loss(own, {}):.3f} without a witness, {_loss(own, others):.3f} by "
            f"weights of the others, {_loss(own, as_now):.3f} by those written"
        )
    if options.write:
        asset("judge/testimony.toml").write_text(_written(weights), "utf-8")


if __name__ == "__main__":
    main()
