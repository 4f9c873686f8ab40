"""How many of demetr's planted errors are found, by category, and what is said of its clean references.

    python -m benchmarks.demetr --data FOLDER [--translator 'apertium -u ita-eng'] [--show CATEGORY …]

The English with one error is the source, the Italian original the target; each item is one bead. `critical`
and `any` count the items with such a finding that the unspoilt translation of the same item has not;
`raised` counts critical ones whatever the unspoilt translation has.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable
from functools import cache

from benchmarks.evaluation_sets import parser, table
from benchmarks.gold import said_by
from tui.alignment import Alignment, Bead, standard_encoder
from tui.articles import article_from_text
from tui.comparison import Finding
from tui.comparison.compare import compare
from tui.translation import CommandTranslator

Check = Callable[[str, str], tuple[Finding, ...]]


def checker(translator: str | None) -> Check:
    """Compares an English text with an Italian one; `translator` is a command from Italian to English."""
    encoder = standard_encoder()
    engine = CommandTranslator(translator, "it", "en") if translator else None

    @cache
    def back(sentences: tuple[str, ...]) -> dict[int, str]:
        return said_by(engine, sentences) if engine else {}

    @cache
    def check(english: str, italian: str) -> tuple[Finding, ...]:
        source = article_from_text(english, language="en")
        target = article_from_text(italian, language="it")
        whole = [tuple(range(len(article.sentences))) for article in (source, target)]
        alignment = Alignment((Bead(whole[0], whole[1], score=1.0),))
        sentences = tuple(target.sentence_text(index) for index in range(len(target.sentences)))
        return compare(source, target, alignment, encoder, back(sentences)).findings

    return check


def _facts(findings: tuple[Finding, ...]) -> set[tuple[object, ...]]:
    """Findings without their places, which the planted error moves."""
    return {(f.kind, f.rule, f.severity, f.source_value, f.target_value) for f in findings}


def _print_row(name: str, rows: list[dict[str, str]], check: Check, *, show: bool) -> None:
    counts = [0, 0, 0]
    for row in rows:
        spoilt, clean = check(row["en_perturbed"], row["it"]), check(row["en_translation"], row["it"])
        new = _facts(spoilt) - _facts(clean)
        hits = any(severity == "critical" for _, _, severity, *_ in new), bool(new)
        raised = any(finding.severity == "critical" for finding in spoilt)
        counts = [count + hit for count, hit in zip(counts, (*hits, raised), strict=True)]
        if show and not hits[0]:
            print(f"    {row['en_perturbed']}\n    {row['en_translation']}\n    {row['it']}\n")
    shares = "".join(f"{count / len(rows):>10.2f}" for count in counts)
    print(f"{name:<32}{len(rows):>6}{shares}")


def main() -> None:
    made = parser(__doc__)
    made.formatter_class = argparse.RawDescriptionHelpFormatter
    made.add_argument("--translator", help="a command that translates lines from Italian to English")
    made.add_argument("--show", nargs="*", default=[], help="categories whose missed items are printed")
    options = made.parse_args()
    check = checker(options.translator)
    categories: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in table(options.data, "demetr"):
        categories[row["category"]].append(row)
    clean = {(row["en_reference"], row["it"]) for rows in categories.values() for row in rows}
    alarms = [f for pair in sorted(clean) for f in check(*pair) if f.severity == "critical"]
    share = 100 * len(alarms) / len(clean)
    print(f"{len(alarms)} critical findings on {len(clean)} references, {share:.1f} per 100")
    for finding in alarms:
        print(f"    {finding.rule}: {finding.message}")
    print(f"{'category':<32}{'items':>6}{'critical':>10}{'any':>10}{'raised':>10}")
    for name, rows in sorted(categories.items()):
        _print_row(name, rows, check, show=name in options.show)


if __name__ == "__main__":
    main()
