"""What a back-translation adds, and what it costs: the same texts compared without it and with it.

    python -m benchmarks.witness --data FOLDER --translator COMMAND [--only planted equal demetr]

COMMAND reads Italian and writes English, a sentence a line. `planted`: differences of many kinds in articles
(`articles/planted-*`), found at all and as loud as the editor who planted them wanted. `equal`: translations
that say the same (`articles/equal-*`): every critical or major finding is false. `demetr`: English with one
error, the Italian being right (demetr.tsv), found at any severity where the unspoilt translation has no such
finding; and what is said of a hundred references.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path

from benchmarks.evaluation_sets import parser, table
from benchmarks.gold import hits, pair_of_texts, said_by, sentences_of, tally
from tui.alignment import AlignedPair, standard_encoder
from tui.articles import Article
from tui.comparison import SEVERITIES, Comparison, Finding, compare, witnessed
from tui.translation import CommandTranslator

PARTS = ("planted", "equal", "demetr")


class Bench:
    """One encoder and one engine for all texts."""

    def __init__(self, translator: str) -> None:
        self._encoder = standard_encoder()
        self._back = cache(partial(said_by, CommandTranslator(translator, "it", "en")))

    def pair(self, english: str, italian: str, *, one_bead: bool = False) -> AlignedPair:
        """Two texts as an aligned pair, all of both in one bead if so asked."""
        return pair_of_texts(english, italian, self._encoder, one_bead=one_bead)

    def both(self, pair: AlignedPair) -> tuple[Comparison, Comparison]:
        """The comparison without the back-translation, and with it."""
        without = compare(pair.source, pair.target, pair.alignment, self._encoder)
        back = self.back(pair)
        return without, witnessed(without, pair.source, pair.target, pair.alignment, self._encoder, back)

    def back(self, pair: AlignedPair) -> Mapping[int, str]:
        """What each sentence of the target says, by its index."""
        return self._back(sentences_of(pair.target))

    def said(self, sentences: Sequence[str]) -> list[str]:
        """What each of some sentences of the target says."""
        return list(self._back(tuple(sentences)).values())


def planted(data: Path, bench: Bench) -> Iterator[str]:
    """How many of the planted differences are found, without and with."""
    found: list[Counter[str]] = [Counter(), Counter()]
    for path in sorted((data / "articles").glob("planted-*.en.txt")):
        name = path.name.removesuffix(".en.txt")
        pair = bench.pair(path.read_text("utf-8"), path.with_name(f"{name}.it.txt").read_text("utf-8"))
        for count, compared in zip(found, bench.both(pair), strict=True):
            for row in table(data / "articles", f"{name}.gold"):
                count.update(tally(hits(compared.findings, pair, row), row))
    for label, count in zip(("without", "with"), found, strict=True):
        shares = (
            f"found {count['found'] / count['all']:.3f}, as loud as wanted {count['loud'] / count['all']:.3f}"
        )
        yield f"planted, {label}: {shares} of {count['all']}; by the witness alone {count['own']}"


def equal(data: Path, bench: Bench) -> Iterator[str]:
    """What is said of translations that say the same, without and with."""
    found: list[Counter[str]] = [Counter(), Counter()]
    sentences = 0
    for path in sorted((data / "articles").glob("equal-*.en.txt")):
        other = path.with_name(path.name.replace(".en.", ".it."))
        pair = bench.pair(path.read_text("utf-8"), other.read_text("utf-8"))
        sentences += len(pair.source.sentences)
        for count, compared in zip(found, bench.both(pair), strict=True):
            count.update(f.severity for f in compared.findings)
            count.update(f"own {f.severity}" for f in compared.findings if f.kind == "back-translation")
    for label, count in zip(("without", "with"), found, strict=True):
        said = ", ".join(f"{count[name]} {name}" for name in SEVERITIES)
        own = ", ".join(f"{count[f'own {name}']} {name}" for name in SEVERITIES[1:])
        yield f"equal, {label}: {said} in {sentences} sentences; by the witness alone {own}"


def demetr(data: Path, bench: Bench) -> Iterator[str]:
    """How many items of each category raise a finding that the unspoilt translation does not."""

    @cache
    def said(english: str, italian: str) -> tuple[frozenset[tuple[object, ...]], ...]:
        pair = bench.pair(english, italian, one_bead=True)
        return tuple(_plain(compared.findings, pair.source) for compared in bench.both(pair))

    rows = table(data, "demetr")
    hits: dict[str, list[tuple[bool, bool]]] = {}
    for row in rows:
        spoilt, clean = (said(row[name], row["it"]) for name in ("en_perturbed", "en_translation"))
        hits.setdefault(row["category"], []).append((bool(spoilt[0] - clean[0]), bool(spoilt[1] - clean[1])))
    for category, found in sorted(hits.items()):
        shares = [sum(column) / len(found) for column in zip(*found, strict=True)]
        yield f"demetr, {category}: without {shares[0]:.2f}, with {shares[1]:.2f} of {len(found)}"
    references = sorted({(row["en_reference"], row["it"]) for row in rows})
    counts = [sum(len(said(*pair)[at]) for pair in references) for at in (0, 1)]
    shares = [100 * count / len(references) for count in counts]
    yield f"demetr, findings in 100 references: without {shares[0]:.1f}, with {shares[1]:.1f}"


def _plain(findings: tuple[Finding, ...], source: Article) -> frozenset[tuple[object, ...]]:
    """Findings by what they mark in the source, without the offsets, which an error moves."""
    return frozenset(
        (f.kind, f.target, tuple(span.within(source.text) for span in f.source)) for f in findings
    )


RUNS: Mapping[str, Callable[[Path, Bench], Iterator[str]]] = {
    "planted": planted,
    "equal": equal,
    "demetr": demetr,
}


def main() -> None:
    """Prints the figures that the command line asks for."""
    made = parser(__doc__)
    made.formatter_class = argparse.RawDescriptionHelpFormatter
    made.add_argument("--translator", required=True, help="a command that translates lines into English")
    made.add_argument("--only", nargs="+", choices=PARTS, default=PARTS)
    options = made.parse_args()
    bench = Bench(options.translator)
    for part in options.only:
        for line in RUNS[part](options.data, bench):
            print(line, flush=True)


if __name__ == "__main__":
    main()
