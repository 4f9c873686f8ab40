"""Official names in two languages: how many right pairs stay quiet, how many wrong ones are told?

    python -m benchmarks.entity_names --data FOLDER [--show right|wrong] [--family names]

`entity_names.tsv` (SapienzaNLP/ea-mt, SemEval-2025 task 2, validation) asks a question about a named thing in
English and in Italian, with its right Italian name (`name_ok` 1) or another one (0: not always wrong). A pair
is compared as an article of one sentence each; it is told when the names raise a finding of major or more.
"""

from __future__ import annotations

import argparse
from collections import Counter

from benchmarks.evaluation_sets import Document, parser, table
from benchmarks.planting import pair_of
from tui.comparison.compare import findings_of
from tui.comparison.names import FAMILY

_LOUD = ("critical", "major")


def main() -> None:
    made = parser(__doc__)
    made.formatter_class = argparse.RawDescriptionHelpFormatter
    made.add_argument(
        "--show", choices=("right", "wrong"), help="print the right pairs told, or the wrong missed"
    )
    options = made.parse_args()
    counts: Counter[tuple[bool, str]] = Counter()
    for row in table(options.data, "entity_names"):
        right = row["name_ok"] == "1"
        pair = pair_of(Document(row["id"], (row["en"],), (row["it"],)))
        found = findings_of(FAMILY, pair)
        loud = next((level for level in _LOUD if any(f.severity == level for f in found)), "quiet")
        counts[right, loud] += 1
        if options.show == ("right" if right else "wrong") and (loud != "quiet") == right:
            print(f"{row['en']}\n{row['it']}")
            print(*(f"    {f.severity} {f.rule}: {f.message}" for f in found), sep="\n", end="\n\n")
    for right in (True, False):
        total = sum(count for (is_right, _), count in counts.items() if is_right == right)
        told = ", ".join(f"{level} {counts[right, level]}" for level in (*_LOUD, "quiet"))
        share = counts[right, "quiet"] / max(1, total)
        print(f"{'right' if right else 'wrong'} names: {total}; {told}; quiet {share:.3f}")


if __name__ == "__main__":
    main()
