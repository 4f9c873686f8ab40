"""A right word of the target exchanged for a lookalike that means something else: how many are found?

    python -m benchmarks.false_friends --data FOLDER [--only CORPUS …] [--show]

In every sentence pair that has a listed word and a right translation of it (`assets/words/false-friends`) the
lookalike is put in its place, in number and gender as far as its ending tells, one at a time. Found is a
finding of the family that covers the place. Beside it what the family says of the sentences as they are.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from benchmarks.corpora import TUNING, texts
from benchmarks.evaluation_sets import Document, parser
from benchmarks.planters import Planted
from benchmarks.planters.words import false_friends
from benchmarks.planting import pair_of
from tui.comparison import Finding
from tui.comparison.compare import findings_of
from tui.comparison.lexical.false_friends import FAMILY

UNITED = ("articles", "gnome_help")
"""The corpora that do not say which units correspond, or that nobody reads."""


def found(english: str, planted: Planted) -> list[Finding]:
    """The findings that cover an error."""
    return [finding for finding in _said(english, planted.text) if planted.is_in(finding.target)]


def _said(english: str, italian: str) -> list[Finding]:
    return findings_of(FAMILY, pair_of(Document("-", (english,), (italian,))))


def _rows(corpus: str, options: argparse.Namespace) -> Iterator[tuple[str, str]]:
    for text in texts(options.data, corpus):
        yield from text.units


def main() -> None:
    """Prints a line a corpus."""
    made = parser(__doc__)
    made.formatter_class = argparse.RawDescriptionHelpFormatter
    made.add_argument("--only", nargs="*", help="the corpora (all)")
    made.add_argument(
        "--show", action="store_true", help="print what was not found, and what is said of clean ones"
    )
    options = made.parse_args()
    for corpus in options.only or [name for name in TUNING if name not in UNITED]:
        planted = hits = majors = sentences = 0
        alarms: list[Finding] = []
        for english, italian in _rows(corpus, options):
            sentences += 1
            own = _said(english, italian)
            alarms += own
            if options.show and own:
                print(f"    said: {own[0].message}\n      {english}\n      {italian}")
            for error in false_friends(english, italian):
                planted += 1
                hit = found(english, error)
                hits += bool(hit)
                majors += any(finding.severity == "major" for finding in hit)
                if options.show and not hit:
                    print(f"    missed: {english}\n      {error.text}")
        loud = sum(finding.severity != "minor" for finding in alarms)
        shares = [count / max(1, planted) for count in (hits, majors)]
        print(
            f"{corpus}: of {planted} found {shares[0]:.3f}, as major {shares[1]:.3f}; "
            f"on {sentences} sentences as they are {loud} major, {len(alarms) - loud} minor",
            flush=True,
        )


if __name__ == "__main__":
    main()
