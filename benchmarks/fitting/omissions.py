"""The weights of missing words and phrases, fitted on good translations with phrases deleted from one side.

Which words of the other side then lack a counterpart is known from the sentences before: those that were
linked with what is deleted. In this order: which side of a bead says more (`fuller`), the words that lack a
counterpart, the runs of such words, and the runs when the encoder has been asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.corpora import texts
from benchmarks.evaluation_sets import Document, documents
from benchmarks.fitting import logistic
from benchmarks.fitting.memory import RememberingEncoder
from benchmarks.omissions import Deleted, spoiled
from benchmarks.planting import pair_of
from tui.alignment import AlignedPair, Encoder, standard_encoder
from tui.articles import Side, other_side
from tui.comparison.lexical.bead_words import BeadTokens, BeadWords, bead_tokens, bead_words
from tui.comparison.lexical.fuller import excesses
from tui.comparison.lexical.omissions import Run, doubts, gains_without, runs
from tui.comparison.lexical.words import LINKED
from tui.languages import word_list

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tui.comparison.lexical.lexicon import Lexicon

    Floats = NDArray[np.float64]

CORPORA = ("ntrex", "debian_docs", "pinocchio")
"""Close translations: where nothing was deleted, next to nothing is missing."""
DRIFTING = ("newstest2009", "partut")
"""Sets whose sides part by themselves: their clean beads are none to learn from; measured only."""
_FIRST = {"partut": 26}
"""So many documents of a set are read; the others are nobody's."""
CLEAN = 0.4
"""The share of the beads of clean texts in which one side is said to be fuller."""
ASKED = 0.9
"""The share of real runs about which the encoder is asked."""
MARKS = 16.0
"""Runs proposed in 100 clean beads: the judge decides which of them are told."""
RIDGE = 1.0

Weights = Mapping[str, list[float]]


@dataclass(frozen=True)
class Spoiled:
    """A document from which phrases were deleted."""

    pair: AlignedPair
    deleted: Mapping[int, Deleted]
    """By bead."""
    lexicon: Mapping[Side, Lexicon]
    beads: Sequence[BeadTokens]
    words: Sequence[BeadWords]
    """With the vectors of every word."""
    vectors: Mapping[Side, Lexicon]
    excess: Floats
    """Of each bead (n, 3)."""
    lacking: Mapping[int, Floats]
    """Of beads with a deletion: of each word on the fuller side 1 if it lost what it was linked with, 0 if it
    did not, −1 where that cannot be told."""

    @property
    def clean(self) -> NDArray[np.bool_]:
        """Which beads nothing was deleted from."""
        return np.array([at not in self.deleted for at in range(len(self.beads))], np.bool_)


def fit(data: Path) -> Mapping[str, Weights]:
    """The weights of `fuller` and of `omissions`."""
    encoder = RememberingEncoder(standard_encoder())
    return fitted([one for corpus in CORPORA for one in samples(data, corpus, encoder)])


def samples(data: Path, corpus: str, encoder: Encoder) -> Iterator[Spoiled]:
    """The documents of a corpus, spoiled at random."""
    clean = list(clean_documents(data, corpus))
    for document, (pair, deleted) in zip(clean, spoiled(clean, encoder), strict=True):
        lexicon, beads = bead_tokens(pair, pair.alignment.beads)
        vectors, words = bead_words(lexicon, beads, encoder, every_vector=True)
        before = replace(pair_of(document), encoder=encoder)
        yield Spoiled(
            pair, deleted, lexicon, beads, words, vectors, np.asarray(excesses(lexicon, beads), np.float64),
            dict(_lacking(before, deleted)),
        )  # fmt: skip


def fitted(texts: Sequence[Spoiled]) -> Mapping[str, Weights]:
    """The weights that these documents teach."""
    fuller = _fuller(texts)
    columns, labels = [], []
    for text in texts:
        for at, side, places, signals in _doubted(text, fuller):
            known = _labels(text, at, side)[places]
            columns.append(signals[known >= 0])
            labels.append(known[known >= 0])
    word = logistic.fit(np.concatenate(columns), np.concatenate(labels), ridge=RIDGE).round(3)
    found = [(text, *one) for text in texts for one in _runs(text, fuller, word)]
    real = np.array([label for *_, label in found])
    told = np.array([run.signals() for _, _, run, _ in found])
    run = logistic.fit(told, real, ridge=RIDGE).round(3)
    chance = 1 / (1 + np.exp(-told @ run))
    ask = float(np.quantile(chance[real > 0.5], 1 - ASKED).round(3))
    asked = [one for one, likely in zip(found, chance, strict=True) if likely >= ask]
    gained = np.array(
        [
            gain
            for text in texts
            for gain in gains_without(text.pair, [r.place for t, _, r, _ in asked if t is text])
        ]
    )
    cut_columns = np.array([[*r.signals(), gain] for (_, _, r, _), gain in zip(asked, gained, strict=True)])
    cut = logistic.fit(cut_columns, np.array([label for *_, label in asked]), ridge=RIDGE).round(3)
    final = 1 / (1 + np.exp(-cut_columns @ cut))
    clean = np.array([at not in text.deleted for text, at, *_ in asked])
    beads = sum(int(text.clean.sum()) for text in texts)
    loudest = np.sort(final[clean])[::-1]
    say = float(loudest[min(len(loudest) - 1, int(MARKS * beads / 100))].round(3))
    return {
        "fuller": fuller,
        "omissions": {
            "word": word.tolist(), "run": run.tolist(), "cut": cut.tolist(), "ask": [ask], "say": [say],
        },
    }  # fmt: skip


def figures(data: Path) -> Iterator[str]:
    """How many deletions are told, and marks in 100 clean beads: tuned, and by weights of other corpora."""
    encoder = RememberingEncoder(standard_encoder())
    held = {corpus: list(samples(data, corpus, encoder)) for corpus in (*CORPORA, *DRIFTING)}
    tuned = fitted([text for corpus in CORPORA for text in held[corpus]])
    for corpus, found in held.items():
        told, marks = _measure(found, tuned)
        line = f"omissions, {corpus}: deletions told {told:.2f}, marks in 100 clean pairs {marks:.1f}"
        if corpus in CORPORA:
            others = [text for other in CORPORA if other != corpus for text in held[other]]
            told, marks = _measure(found, fitted(others))
            line += f"; left out {told:.2f}, {marks:.1f}"
        yield line


def _measure(texts: Sequence[Spoiled], weights: Mapping[str, Weights]) -> tuple[float, float]:
    own = weights["omissions"]
    hits = marks = deletions = clean = 0
    for text in texts:
        deletions += len(text.deleted)
        clean += int(text.clean.sum())
        found = [
            (at, run)
            for at, run, _ in _runs(text, weights["fuller"], np.array(own["word"]))
            if _chance(own["run"], run.signals()) >= own["ask"][0]
        ]
        told = {
            (at, run.side)
            for (at, run), gain in zip(
                found, gains_without(text.pair, [run.place for _, run in found]), strict=True
            )
            if _chance(own["cut"], [*run.signals(), gain]) >= own["say"][0]
        }
        marks += sum(at not in text.deleted for at, _ in told)
        hits += sum(at in text.deleted and text.deleted[at].side != side for at, side in told)
    return hits / max(1, deletions), 100 * marks / max(1, clean)


def clean_documents(data: Path, corpus: str) -> Iterator[Document]:
    """The documents of a set from which something is left out, without rows that have one side only."""
    if corpus == "newstest2009":
        found = documents(data, corpus)
    else:
        found = [Document(t.document, *zip(*t.units, strict=True)) for t in texts(data, corpus)]
    for document in found[: _FIRST.get(corpus)]:
        if rows := [row for row in zip(document.english, document.italian, strict=True) if all(row)]:
            yield Document(document.id, *zip(*rows, strict=True))


def _lacking(before: AlignedPair, deleted: Mapping[int, Deleted]) -> Iterator[tuple[int, Floats]]:
    """By bead with a deletion: of each word of the other side whether it lost what it was linked with."""
    chosen = [before.alignment.beads[at] for at in deleted]
    lexicon, beads = bead_tokens(before, chosen)
    _, words = bead_words(lexicon, beads, before.encoder, every_vector=True)
    for bead, (at, gone) in zip(words, deleted.items(), strict=True):
        (sentence,) = bead.bead.side(gone.side)
        start = before.article(gone.side).sentences[sentence].start
        tokens = bead.sides[gone.side].tokens
        inside = [gone.start <= token.start - start < gone.end for token in tokens]
        chance = bead.sides[other_side(gone.side)].chance
        best = chance.argmax(axis=1)
        linked = chance.max(axis=1) >= LINKED
        yield at, np.where(linked, np.array(inside, np.float64)[best], -1.0)


def _fuller(texts: Sequence[Spoiled]) -> Weights:
    rows = [
        (text.excess[at], float(gone.side == "target")) for text in texts for at, gone in text.deleted.items()
    ]
    excess = logistic.fit(
        np.array([row for row, _ in rows]), np.array([y for _, y in rows]), ridge=RIDGE
    ).round(3)
    clean = np.concatenate([np.abs(text.excess[text.clean] @ excess) for text in texts])
    return {"excess": excess.tolist(), "least": [float(np.quantile(clean, 1 - CLEAN).round(3))]}


def _doubted(text: Spoiled, fuller: Weights) -> Iterator[tuple[int, Side, NDArray[np.intp], Floats]]:
    """The beads that are fuller on a side: that side, and `doubts` of its words."""
    for at, more in enumerate(text.excess @ np.array(fuller["excess"])):
        if abs(more) >= fuller["least"][0]:
            side: Side = "source" if more > 0 else "target"
            light = word_list(text.pair.article(side).language, "light")
            places, signals = doubts(text.words[at], side, abs(float(more)), dict(text.vectors), light)
            if len(places):
                yield at, side, places, np.asarray(signals, np.float64)


def _labels(text: Spoiled, at: int, side: Side) -> Floats:
    """Of each word on a side of a bead whether it lacks a counterpart, −1 where that cannot be told."""
    gone = text.deleted.get(at)
    if gone and gone.side != side:
        return text.lacking[at]
    return np.zeros(len(text.words[at].sides[side].tokens))


def _runs(text: Spoiled, fuller: Weights, word: Floats) -> Iterator[tuple[int, Run, float]]:
    """The runs of each bead, 1 where a word of it lacks a counterpart or may, 0 where none does."""
    for at, side, places, signals in _doubted(text, fuller):
        labels = _labels(text, at, side)
        tokens = text.words[at].sides[side].tokens
        for run in runs(text.words[at], side, text.pair.article(side).language, places, signals, word):
            inside = [run.span.start <= token.start < run.span.end for token in tokens]
            yield at, run, float(labels[np.array(inside, np.bool_)].any())


def _chance(weights: Sequence[float], signals: Sequence[float]) -> float:
    return float(1 / (1 + np.exp(-np.array(weights) @ np.array(signals))))
