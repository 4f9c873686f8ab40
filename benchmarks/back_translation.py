"""How often a sentence and its back-translation are said to part: for good ones, and with planted errors.

    python -m benchmarks.back_translation --data FOLDER

Reads demetr.tsv, one language only: the reference stands for the source, the machine translation for a good
back-translation, and its perturbed version for one of a target that was changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from statistics import mean

from benchmarks.evaluation_sets import parser, table
from tui.alignment import UseEncoder
from tui.comparison import Parting, parting

GOOD = "good machine translation"


def main() -> None:
    """Prints, for each kind of error, the share that parts, that is reversed, and the mean score."""
    data = parser(__doc__).parse_args().data
    encoder = UseEncoder()
    pairs: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in table(data, "demetr"):
        pairs[row["category"]].add((row["en_reference"], row["en_perturbed"]))
        pairs[GOOD].add((row["en_reference"], row["en_translation"]))
    pairs[GOOD] = {(source, back) for source, back in pairs[GOOD] if source != back}
    for kind in (GOOD, *sorted(set(pairs) - {GOOD})):
        print(f"{kind:32} {summary(parting(source, back, encoder, 'en') for source, back in pairs[kind])}")


def summary(partings: Iterable[Parting]) -> str:
    """The figures of one kind."""
    found = list(partings)
    shares = mean(p.parts() for p in found), mean(bool(p.reversals) for p in found)
    return f"parts {shares[0]:4.0%}  reversed {shares[1]:4.0%}  score {mean(p.score for p in found):.2f}"


if __name__ == "__main__":
    main()
