"""The judge's weights: fitted on what readers said of alarms and on errors planted in good translations.

Of each family a logistic function: a bias for each rule and a weight for each kind of evidence, held to what
`expected/` says its authors expect, where the corpora say little. Judged alarms count one each, arguable
ones as real. Planted errors are real by construction, and what is said of sentences that were joined wrongly
is false: both show the judge what good translations seldom do.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from operator import itemgetter
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.corpora import Text, texts, written
from benchmarks.evaluation_sets import Document
from benchmarks.fitting import denials, logistic
from benchmarks.fitting.left_out import holes
from benchmarks.fitting.memory import RememberingEncoder
from benchmarks.planting import all_trials
from benchmarks.verdicts import Place, place, verdicts
from tui.alignment import AlignedPair, align, standard_encoder
from tui.articles import Side, article_from_text
from tui.comparison.compare import family_names, proposed
from tui.comparison.evidence import bead_of, places
from tui.comparison.families import FAMILIES
from tui.comparison.judge import Weights, finding, fitted, table_name
from tui.comparison.model import SURE
from tui.comparison.polarity import FAMILY as POLARITY
from tui.comparison.rule import Candidate, Family, Rule
from tui.languages import toml_table

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

CORPORA = ("ntrex", "partut", "debian_docs", "pinocchio", "articles")
"""The corpora whose alarms are judged and that take part; each is left out once."""
PLANTED_IN = ("ntrex", "partut", "debian_docs", "pinocchio")
EVERY = 6
"""So many units apart errors are planted in one copy of a document."""
MOST = 40
"""Samples of one kind from one corpus."""
LEFT_OUT = 0.08
"""The share of the sentences of each side that a copy lacks in which sentences are joined wrongly."""
ERRORS = 0.15
"""How many errors a sentence of a version that needs checking has: one in seven in the articles that the
program was made for. So much the planted ones count for, those of each family alike, beside the differences
that readers found in good translations."""
CLOSE = ("ntrex", "debian_docs", "pinocchio")
"""Close translations: what is said there of words and of what is missing is false where nobody judged it."""
SAME = ("articles",)
"""Articles that say the same: all that is said of them is false where nobody judged it."""
GAPS = ("omissions", "missing")
"""The families of what is missing: stretches are left out of copies for the one, sentences for the other."""
FALSE_IN_CLOSE = (*GAPS, "senses")
"""The families of which what nobody judged is false in close translations."""
STRETCHES = 160
"""Samples of what is left out from one corpus."""
RIDGE = 10.0
"""How much a weight is held to what is expected."""
FEWEST = 20
"""Judged alarms of a family from which on it is fitted."""
HELD = ("classes", "omissions", "polarity", "senses", "tense")
"""Families that keep what is expected, though a fit has the smaller loss. Of negations it is, left out, less
sure of one planted *not* in seven, for two false alarms fewer: they are weighed beside more that are planted
(`denials.py`). Of things of another kind it makes two in three major, not one in two, for twice the false
ones, and free translations have ten times those of close ones. Of time and duty few alarms are judged: on
right translations of new text (benchmarks/editors.py) it tells half as many loud again, most of them of this
family. Of the closed classes it makes an office critical in an article that says the same (*junior minister*,
*sottosegretaria*), and finds no more of new text. Of phrases left out or put in it makes majors of which, on
new text, hardly one is real."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A candidate of which it is known whether it is real."""

    corpus: str
    rule: Rule
    evidence: Mapping[str, float]
    real: bool
    planted: bool = False
    counts: float = 1.0
    """What it counts for where denials are weighed."""


Told = tuple[Sample, float, float]
"""A sample, what it counts for, and the probability that weights give it."""


@dataclass(frozen=True, slots=True)
class Learned:
    """What the judge learns from some corpora."""

    samples: tuple[Sample, ...]
    sentences: Mapping[str, int]
    """How many sentences of each corpus were read for alarms."""
    errors: Mapping[tuple[str, str], int]
    """By corpus and family: how many errors were planted, whether anything is proposed there or not."""

    def without(self, corpus: str) -> Learned:
        """The same with a corpus left out."""
        return Learned(
            tuple(one for one in self.samples if one.corpus != corpus),
            {name: count for name, count in self.sentences.items() if name != corpus},
            {key: count for key, count in self.errors.items() if key[0] != corpus},
        )

    def of(self, family: Family) -> list[Sample]:
        """The samples of the rules of a family."""
        names = {rule.name for rule in family.rules}
        return [one for one in self.samples if one.rule.name in names]

    def counts(self, samples: Sequence[Sample]) -> Floats:
        """What each of the samples of one family counts for.

        An error counts for the same whether its family proposes anything there or not: otherwise the less a
        family notices the more would each of the few that it does notice count for.
        """
        planted = [family_names()[one.rule.name] for one in samples if one.planted]
        errors = sum(count for (_, family), count in self.errors.items() if family in planted[:1])
        families = {family_names()[one.rule.name] for one in self.samples if one.planted}
        share = ERRORS / max(1, len(families)) * sum(self.sentences.values()) / max(1, len(planted), errors)
        return np.array([share if one.planted else 1.0 for one in samples])


def samples(data: Path, corpora: Sequence[str] = CORPORA) -> Learned:
    """Everything the judge learns from."""
    encoder = RememberingEncoder(standard_encoder())
    found: list[Sample] = []
    sentences: Counter[str] = Counter()
    errors: Counter[tuple[str, str]] = Counter()
    for corpus in corpora:
        documents = list(texts(data, corpus))
        for text in documents:
            pair, weighed = candidates(text, encoder)
            sentences[corpus] += len(pair.source.sentences)
            found += _judged(text, pair, weighed)
        if corpus in PLANTED_IN:
            found += _planted(documents, encoder, errors)
            found += _left_out(documents, encoder, errors)
            found += _joined(documents, encoder)
    for corpus in denials.PLANTED_IN:
        for counts, told in denials.planted(data, corpus, encoder):
            errors[corpus, POLARITY.name] += 1
            found += [
                Sample(corpus, one.rule, evidence, real=True, planted=True, counts=counts)
                for one, evidence in told
            ]
    return Learned(tuple(found), dict(sentences), dict(errors))


def expected(family: str) -> Weights:
    """What the authors of a family expect of its rules and their evidence: where the fit begins."""
    table = tomllib.loads((Path(__file__).parent / "expected" / table_name(family)).read_text("utf-8"))
    return Weights(table["rules"], table["evidence"])


def write(weights: Weights, path: Path, how: str) -> None:
    """Writes the weights of one family, and `how` they were fitted, or that they are not; what is judged next
    is judged by them.
    """
    held = weights == expected(path.stem.replace("-", " "))
    lines = [
        f"# {f'Not fitted: as `benchmarks/fitting/expected/{path.name}` has them.' if held else how}",
        *("", "[rules]", *(f'"{name}" = {value}' for name, value in weights.rules.items())),
        *("", "[evidence]", *(f'"{name}" = {value}' for name, value in weights.evidence.items())),
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    toml_table.cache_clear()
    fitted.cache_clear()


def weights(learned: Learned, family: Family) -> Weights:
    """The weights of a family: those fitted where, of what took no part, they are better than those expected:
    their loss is less, and no more that is false is so sure that it may be critical.
    """
    return _weighed(learned, family)[0]


def left_out(learned: Learned) -> Iterator[Told]:
    """Every sample with the probability that the other corpora give it; that which its authors expect where
    a family is not fitted.
    """
    for family in FAMILIES:
        yield from _weighed(learned, family)[1]


def _weighed(learned: Learned, family: Family) -> tuple[Weights, list[Told]]:
    """The weights of a family, and what such weights say of samples that took no part."""
    own = learned.of(family)
    counted = [(one, float(count)) for one, count in zip(own, learned.counts(own), strict=True)]
    guess, made = expected(family.name), fit(learned, family)
    expecting = [(one, count, guess.probability(one.rule, one.evidence)) for one, count in counted]
    if made == guess:
        return guess, expecting
    others = {corpus: fit(learned.without(corpus), family) for corpus in {one.corpus for one in own}}
    found = [(one, count, others[one.corpus].probability(one.rule, one.evidence)) for one, count in counted]
    if family.name in HELD:
        return made, found
    (loss, false), (loss_expected, false_expected) = _cost(found), _cost(expecting)
    is_better = loss < loss_expected and false <= false_expected
    return (made, found) if is_better else (guess, expecting)


def _cost(told: Sequence[Told]) -> tuple[float, int]:
    """The loss of probabilities, and how many false candidates are so sure that they may be critical."""
    loss = sum(-count * log(max(1e-6, chance if one.real else 1 - chance)) for one, count, chance in told)
    return loss, sum(chance >= SURE and not one.real for one, _, chance in told)


def fit(learned: Learned, family: Family) -> Weights:
    """The weights that the samples of a family teach; those expected, where nobody plants its errors or few
    of its alarms are judged, or where the family is `HELD`, but for what `denials` weighs.

    Judged alarms alone would teach that what never differs in good translations never differs; planted errors
    alone, that whatever is proposed is one.
    """
    guess = expected(family.name)
    names = [rule.name for rule in family.rules]
    own = learned.of(family)
    planted = sum(one.planted for one in own)
    if not planted or len(own) - planted < FEWEST:
        return guess
    if family.name in HELD:
        return denials.weighed(own, guess) if family == POLARITY else guess
    kinds = sorted({name for one in own for name in one.evidence})
    rows = [
        [1.0, *(one.rule.name == name for name in names), *(one.evidence.get(kind, 0.0) for kind in kinds)]
        for one in own
    ]
    labels = np.array([one.real for one in own], np.float64)
    ridge = np.full(1 + len(names) + len(kinds), RIDGE)
    towards = [
        0.0,
        *(guess.rules[name] for name in names),
        *(guess.evidence.get(kind, 0.0) for kind in kinds),
    ]
    bias, *solved = (
        float(weight)
        for weight in logistic.fit(
            np.array(rows, np.float64), labels, learned.counts(own), ridge, np.array(towards)
        )
    )
    by_rule, by_kind = solved[: len(names)], solved[len(names) :]
    return Weights(
        {name: round(bias + weight, 3) for name, weight in zip(names, by_rule, strict=True)},
        {kind: round(weight, 3) for kind, weight in zip(kinds, by_kind, strict=True)},
    )


FACTS = tuple(family for family in FAMILIES if any(rule.layer == "facts" for rule in family.rules))


def candidates(
    text: Text, encoder: RememberingEncoder, families: Sequence[Family] = FAMILIES
) -> tuple[AlignedPair, list[tuple[Candidate, dict[str, float]]]]:
    """A document's candidates of some families, each with all its evidence."""
    source = article_from_text(text.english, language="en")
    target = article_from_text(text.italian, language="it")
    pair = AlignedPair(source, target, align(source, target, encoder), encoder)
    found, incomplete = proposed(pair, families)
    if incomplete:
        raise RuntimeError(f"{text.corpus} {text.document}: {incomplete} failed")
    weighed = [
        (one, {**where, **one.evidence}) for one, where in zip(found, places(found, pair), strict=True)
    ]
    return pair, weighed


def _judged(
    text: Text, pair: AlignedPair, weighed: Sequence[tuple[Candidate, dict[str, float]]]
) -> Iterator[Sample]:
    """The candidates that readers judged: of several of a kind at one place they saw the surest."""
    known = verdicts()
    shown: dict[Place, tuple[float, Sample]] = {}
    for candidate, evidence in weighed:
        weights = fitted(family_names()[candidate.rule.name])
        one = finding(candidate, evidence, weights.probability(candidate.rule, evidence))
        at = place(text.corpus, text.document, one, pair.source, pair.target)
        in_close = family_names()[candidate.rule.name] in FALSE_IN_CLOSE and text.corpus in CLOSE
        if at in known:
            sample = Sample(text.corpus, candidate.rule, evidence, known[at] != "false")
            shown[at] = max(shown.get(at, (-1.0, sample)), (one.confidence, sample), key=itemgetter(0))
        elif in_close or text.corpus in SAME:
            yield Sample(text.corpus, candidate.rule, evidence, real=False)
    yield from (sample for _, sample in shown.values())


def _planted(
    documents: Sequence[Text], encoder: RememberingEncoder, count: Counter[tuple[str, str]]
) -> Iterator[Sample]:
    """The candidates at errors planted in copies of the documents, a few in each; the errors are added to
    `count`, by corpus and family.
    """
    clean = [
        Document(text.document, *(tuple(unit[side] for unit in text.units) for side in (0, 1)))
        for text in documents
    ]
    for trial in all_trials(clean):
        left = MOST
        for text in documents:
            if left <= 0:
                break
            random = Random(f"{text.corpus} {text.document} {trial.name}")
            units, errors = [list(unit) for unit in text.units], []
            for row in range(random.randrange(EVERY), len(units), EVERY):
                planted = trial.plant(units[row][0], units[row][1], random)
                if planted is not None and left > 0:
                    units[row][1] = planted.text
                    errors.append((row, planted))
                    count[text.corpus, trial.family.name] += 1
                    left -= 1
            if not errors:
                continue
            spoiled = written(text.corpus, text.document, [(unit[0], unit[1]) for unit in units])
            _, found = candidates(spoiled, encoder, FACTS if trial.family in FACTS else (trial.family,))
            starts = _starts(spoiled.italian, [unit[1] for unit in units])
            spots = [(starts[row] + one.start, starts[row] + one.end) for row, one in errors]
            for candidate, evidence in found:
                if candidate.rule in trial.family.rules and any(
                    span.start < end and start < span.end for span in candidate.target for start, end in spots
                ):
                    yield Sample(text.corpus, candidate.rule, evidence, real=True, planted=True)


def _left_out(
    documents: Sequence[Text], encoder: RememberingEncoder, count: Counter[tuple[str, str]]
) -> Iterator[Sample]:
    """The candidates behind stretches and units that copies of the documents lack; how many the copies that
    are read to their end lack is added to `count`, by corpus and family.
    """
    families = [family for family in FAMILIES if family.name in GAPS]
    left = STRETCHES
    for hole in holes(documents):
        if left <= 0:
            break
        _, found = candidates(hole.text, encoder, families)
        for candidate, evidence in found:
            if bool(candidate.source) == bool(candidate.target):
                continue
            side: Side = "source" if candidate.source else "target"
            if left > 0 and hole.behind(side, (candidate.source or candidate.target)[0].start):
                left -= 1
                yield Sample(hole.text.corpus, candidate.rule, evidence, real=True, planted=True)
        if left > 0:
            for family, lacking in zip(GAPS, (len(hole.sides) - hole.whole, hole.whole), strict=True):
                count[hole.text.corpus, family] += lacking


def _joined(documents: Sequence[Text], encoder: RememberingEncoder) -> Iterator[Sample]:
    """The candidates in beads that join what does not belong together, since both sides lost sentences."""
    left = MOST
    for text in documents:
        random = Random(f"{text.corpus} {text.document} joined")
        numbers = [
            [number for number in range(len(text.units)) if random.random() >= LEFT_OUT] for _ in range(2)
        ]
        if left <= 0 or not all(numbers):
            continue
        lines = [[text.units[number][side] for number in numbers[side]] for side in (0, 1)]
        english, italian = ("\n".join(side) + "\n" for side in lines)
        pair, found = candidates(Text(text.corpus, text.document, english, italian), encoder, FACTS)
        starts = [_starts(whole, side) for whole, side in zip((english, italian), lines, strict=True)]
        for candidate, evidence in found:
            bead = pair.alignment.beads[bead_of(candidate, pair)]
            units = [
                {
                    numbers[at][bisect_right(starts[at], article.sentences[index].start) - 1]
                    for index in indexes
                }
                for at, (article, indexes) in enumerate(
                    ((pair.source, bead.source), (pair.target, bead.target))
                )
            ]
            if left > 0 and not units[0] & units[1]:
                left -= 1
                yield Sample(text.corpus, candidate.rule, evidence, real=False)


def _starts(text: str, units: Sequence[str]) -> list[int]:
    """Where each unit begins in the text they make."""
    return [match.start() for match in re.finditer(r"^", text, re.MULTILINE)][: len(units)]
