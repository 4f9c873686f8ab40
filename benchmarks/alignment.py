"""How well sentences are aligned when text was deleted, cut into other paragraphs and moved; at what cost.

    python -m benchmarks.alignment --data FOLDER            quality on news and on a novel
    python -m benchmarks.alignment --data FOLDER --cost     time beside the encoder, memory, growth

Each document is written out as two texts, read back and aligned as any article is; the gold sentences are
found again by their offsets, so sentence splitting is part of what is measured. A sentence without a stop,
such as a headline, ends its paragraph: no splitter could know.
"""

from __future__ import annotations

import random
import re
import resource
import time
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.evaluation_sets import Document, documents, parser
from tui.alignment import Alignment, Encoder, align, standard_encoder
from tui.articles import SIDES, Article, Side, article_from_text

if TYPE_CHECKING:
    from tui.alignment.model import Vectors

SETS = ("ntrex", "newstest2009", "pinocchio")
DELETED = 0.16
MERGED = 0.15
PASSAGE = (2, 4)
FAR = 10
"""How many sentences a passage is moved past: past fewer it is open which of the two moved."""


_STOP = re.compile(r"[.!?…][\"'”’»)\]]*$")
_JOINTS = {"en": (",", ";", ", and", ", while"), "it": (",", ";", " e", ", mentre")}
"""What joins a sentence to the next when the two are merged."""


@dataclass(frozen=True, slots=True)
class Case:
    """Two versions of a document: which of its sentences each side has, in order, and which were moved."""

    document: Document
    source: list[int]
    target: list[int]
    moved: frozenset[int]


def cases(texts: Sequence[Document], rng: random.Random, passages: int, both: bool) -> Iterator[Case]:
    """Each document with sentences deleted at random from one side (or `both`) and `passages` moved."""
    for document in texts:
        n = len(document.english)
        if n < 4:
            continue
        sides = [list(range(n)), list(range(n))]
        chosen = rng.random() < 0.5
        for i in rng.sample(range(n), max(1, round(DELETED * n))):
            sides[(rng.random() < 0.5) if both else chosen].remove(i)
        moved: set[int] = set()
        for _ in range(passages):
            sides[1] = _with_a_passage_moved(sides[1], rng, moved)
        yield Case(document, sides[0], sides[1], frozenset(moved))


def _with_a_passage_moved(order: list[int], rng: random.Random, moved: set[int]) -> list[int]:
    size = rng.randint(*PASSAGE)
    places = [
        (a, b)
        for a in range(len(order) - size + 1)
        for b in range(len(order) - size + 1)
        if abs(a - b) >= FAR and not moved & set(order[a : a + size])
    ]
    if not places:
        return order
    a, b = rng.choice(places)
    passage, rest = order[a : a + size], order[:a] + order[a + size :]
    moved |= set(passage)
    return rest[:b] + passage + rest[b:]


def written(
    sentences: Sequence[str], order: list[int], rng: random.Random, language: str, merged: float = 0.0
) -> Written:
    """The sentences as an article with paragraphs of one to four of them.

    A share of them, `merged`, goes on with the next where that follows it in the document.
    """
    text, starts, owners = "", [], []
    left = rng.randint(1, 4)
    sentences = list(sentences)
    for i, following in pairwise(order):
        if following == i + 1 and rng.random() < merged and sentences[i].endswith("."):
            sentences[i] = sentences[i][:-1] + rng.choice(_JOINTS[language])
            sentences[following] = sentences[following][:1].lower() + sentences[following][1:]
    for i in order:
        if text:
            text += "\n\n" if left == 0 else " "
            left = left or rng.randint(1, 4)
        starts.append(len(text))
        text += sentences[i]
        left = (
            max(1, left)
            if sentences[i].endswith(_JOINTS[language])
            else left - 1
            if _STOP.search(sentences[i])
            else 0
        )
    article = article_from_text(text, language=language)
    owners = [
        {order[k] for k in range(_at(starts, s.start + 2), _at(starts, s.end - 2) + 1)}
        for s in article.sentences
    ]
    return Written(article, owners)


def sides(case: Case, rng: random.Random, merged: float = 0.0) -> tuple[Written, Written]:
    """Both versions of a case as articles; sentences are merged in one of them."""
    in_source = rng.random() < 0.5
    return (
        written(case.document.english, case.source, rng, "en", merged * in_source),
        written(case.document.italian, case.target, rng, "it", merged * (not in_source)),
    )


def _at(starts: list[int], offset: int) -> int:
    return max(0, bisect_right(starts, offset) - 1)


@dataclass(frozen=True, slots=True)
class Written:
    article: Article
    owners: list[set[int]]
    """The document's sentences that each sentence of the article holds a part of."""


def score(case: Case, source: Written, target: Written, alignment: Alignment) -> Counter[str]:
    """Counts of what was found, what is there, and what is right: links, lone sentences, moved sentences."""
    owners: dict[Side, list[set[int]]] = {"source": source.owners, "target": target.owners}
    links, moved, linked = set(), set(), set()
    for bead in alignment.beads:
        pairs = set().union(
            *(joined(owners["source"][s], owners["target"][t]) for s in bead.source for t in bead.target)
        )
        links |= pairs
        if bead.moved:
            moved |= pairs
        if bead.source and bead.target:
            linked |= {(side, i) for side in SIDES for k in bead.side(side) for i in owners[side][k]}
    everything = {(side, i) for side in SIDES for i in set().union(*owners[side])}
    here, there = set(case.source), set(case.target)
    gold_links = {(i, i) for i in here & there}
    gold_lone = {("source", i) for i in here - there} | {("target", i) for i in there - here}
    gold_moved = {(i, i) for i in case.moved & here}
    counts: Counter[str] = Counter()
    found: tuple[tuple[str, set[object], set[object]], ...] = (
        ("links", set(links), set(gold_links)),
        ("lone", set(everything - linked), set(gold_lone)),
        ("moved", set(moved), set(gold_moved)),
        ("best", set(out_of_order(case)), set(gold_moved)),
    )
    for name, got, gold in found:
        counts.update(
            {f"{name} found": len(got), f"{name} there": len(gold), f"{name} right": len(got & gold)}
        )
    return counts


def joined(source: set[int], target: set[int]) -> set[tuple[int, int]]:
    """The document's sentences that a link of two sentences joins: those they share, if there are any.

    Where the article's sentences are longer than the document's, a right link is not also a wrong one.
    """
    return {(i, i) for i in source & target} or set(product(source, target))


def out_of_order(case: Case) -> set[tuple[int, int]]:
    """The fewest sentences without which the rest stand in one order: what a perfect aligner marks."""
    here = set(case.source)
    order = [i for i in case.target if i in here]
    longest: list[tuple[int, ...]] = []
    for i in order:
        longest.append((*max(((), *(kept for kept in longest if kept[-1] < i)), key=len), i))
    kept = max(((), *longest), key=len)
    return {(i, i) for i in order if i not in kept}


def f1(counts: Counter[str], name: str) -> float:
    """The harmonic mean of precision and recall."""
    both = counts[f"{name} found"] + counts[f"{name} there"]
    return 2 * counts[f"{name} right"] / both if both else 1.0


def quality(data: Path, encoder: Encoder, runs: int) -> None:
    """Prints a line for each set and each way of spoiling it."""
    print(f"{'set':14}{'spoiled by':34}{'links':>8}{'lone':>8}{'moved':>8}{'of at most':>12}")
    for name in SETS:
        for passages, both, merged, label in (
            (0, False, 0, "deletions from one side"),
            (0, True, 0, "deletions from both"),
            (0, True, MERGED, "deletions from both, merged"),
            (2, False, 0, "deletions from one, 2 moved"),
            (2, True, 0, "deletions from both, 2 moved"),
        ):
            counts: Counter[str] = Counter()
            for run in range(runs):
                rng = random.Random(run)
                for case in cases(documents(data, name), rng, passages, both):
                    source, target = sides(case, rng, merged)
                    counts += score(case, source, target, align(source.article, target.article, encoder))
            row = "".join(f"{f1(counts, kind):8.4f}" for kind in ("links", "lone"))
            row += f"{f1(counts, 'moved'):8.4f}{f1(counts, 'best'):12.4f}" if passages else ""
            print(f"{name:14}{label:34}{row}", flush=True)


class Timed:
    """The encoder, with the time it takes."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self.name = encoder.name
        self.seconds = 0.0

    def encode(self, texts: Sequence[str]) -> Vectors:
        began = time.process_time()
        vectors = self._encoder.encode(texts)
        self.seconds += time.process_time() - began
        return vectors


def cost(data: Path, encoder: Encoder) -> None:
    """Prints the time of an alignment over that of its encoding, how it grows, and the memory it takes."""
    encoder.encode(["warm"])
    pairs = [
        pair
        for name in ("ntrex", "newstest2009")
        for document in documents(data, name)
        for pair in zip(document.english, document.italian, strict=True)
        if all(len(article_from_text(text, language="en").sentences) == 1 for text in pair)
    ]
    totals = {}
    for size in (500, 5000):
        chosen = random.Random(size).choices(pairs, k=size)
        sides = [
            article_from_text(
                "\n\n".join(f"{i}: {pair[k]}" for i, pair in enumerate(chosen)), language=language
            )
            for k, language in enumerate(("en", "it"))
        ]
        timed = Timed(encoder)
        began = time.process_time()
        align(sides[0], sides[1], timed)
        totals[size] = time.process_time() - began
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{len(sides[0].sentences)} by {len(sides[1].sentences)} sentences: "
            f"{totals[size] / timed.seconds:.2f} times the encoding, peak memory {peak:.0f} MB"
        )
    print(f"from 500 to 5,000: {totals[5000] / totals[500]:.1f}-fold")


def main() -> None:
    """Runs what the command line asks for."""
    arguments = parser(__doc__)
    arguments.add_argument("--cost", action="store_true", help="measure time and memory instead of quality")
    arguments.add_argument("--runs", type=int, default=3, help="how often each document is spoiled")
    given = arguments.parse_args()
    encoder = standard_encoder()
    if given.cost:
        cost(given.data, encoder)
    else:
        quality(given.data, encoder, given.runs)


if __name__ == "__main__":
    main()
