"""Who did what to whom: how many exchanges are found, and how often right sentences are called exchanged.

    python -m benchmarks.roles --data FOLDER [--exam | --show]

In every sentence of ntrex and partut that has one, the subject and the object of an Italian verb are
exchanged; for control the same clause is put in the passive, which says what it said. Found and false: a
critical or major finding of the family in that sentence. Sentences are aligned row by row.

With `--exam` the exam sets instead, whose sentences nobody has read: only counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

from benchmarks.corpora import EXAM, Text, texts
from benchmarks.evaluation_sets import Document, parser
from benchmarks.fitting.memory import RememberingEncoder
from benchmarks.planters import Planted
from benchmarks.planters.roles import exchanged, passive
from benchmarks.planting import pair_of
from tui.alignment import Encoder, standard_encoder
from tui.comparison import Finding
from tui.comparison.compare import findings_of
from tui.comparison.roles import FAMILY

CORPORA = ("ntrex", "partut")


def said(english: str, italian: str, encoder: Encoder) -> list[Finding]:
    """The loud findings of one sentence and its translation."""
    pair = pair_of(Document("-", (english,), (italian,)), encoder)
    return [finding for finding in findings_of(FAMILY, pair) if finding.severity != "minor"]


def spoiled(
    text: Text, plant: Callable[[str, str, Random], Planted | None], encoder: Encoder
) -> Iterator[tuple[str, str, list[Finding]]]:
    """Each sentence that can carry it with the change, and what is said of it."""
    for row, (english, italian) in enumerate(text.units):
        planted = plant(english, italian, Random(f"{text.document} {row}"))
        if planted is not None:
            yield english, planted.text, said(english, planted.text, encoder)


def main() -> None:
    made = parser(__doc__)
    either = made.add_mutually_exclusive_group()
    either.add_argument("--exam", action="store_true", help="count on the exam sets")
    either.add_argument("--show", action="store_true", help="print what was missed and what was false")
    options = made.parse_args()
    encoder = RememberingEncoder(standard_encoder())
    for corpus in EXAM if options.exam else CORPORA:
        documents = list(texts(options.data, corpus))
        for name, plant, wanted in (("exchanged", exchanged, True), ("passive", passive, False)):
            rows = [row for text in documents for row in spoiled(text, plant, encoder)]
            told = sum(bool(findings) for _, _, findings in rows)
            print(f"{corpus:<16}{name:<11}{told:>4} of {len(rows):>4}  {told / max(1, len(rows)):.3f}")
            for english, italian, findings in rows:
                if options.show and bool(findings) != wanted:
                    print(f"    {english}\n    {italian}\n    {[one.message for one in findings]}\n")
        units = [unit for text in documents for unit in text.units]
        false = sum(bool(said(*unit, encoder)) for unit in units)
        print(f"{corpus:<16}{'untouched':<11}{false:>4} of {len(units):>4}  {false / len(units):.3f}")


if __name__ == "__main__":
    main()
