"""What is said of good translations, and what a careful reader said of it.

    python -m benchmarks.alarms --data FOLDER [--exam] [--only CORPUS …]

Each document is read, aligned and compared as a whole. For each corpus: findings in 100 sentences by
severity; the criticals and the majors that a reader did not call real or arguable (what nobody judged counts
as false) in 100 sentences; and how many of the places that readers called real still have a critical or
major finding.
With `--exam` the exam sets instead, whose findings nobody has read: only counted.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from benchmarks.corpora import EXAM, TUNING, Text, texts
from benchmarks.evaluation_sets import parser
from benchmarks.gold import LOUD
from benchmarks.verdicts import Place, place, verdicts
from tui.alignment import Encoder, align, standard_encoder
from tui.articles import Article, article_from_text
from tui.comparison import SEVERITIES, Comparison, Severity, compare


@dataclass
class Counted:
    """What was said of a corpus."""

    sentences: int = 0
    severities: Counter[str] = field(default_factory=Counter)
    said: Counter[tuple[Severity, str]] = field(default_factory=Counter)
    """Of the criticals and the majors: what readers said."""
    loud: set[Place] = field(default_factory=set)
    """Where a critical or major finding stands."""

    def per_hundred(self, count: int) -> float:
        """A count in 100 sentences."""
        return 100 * count / max(1, self.sentences)

    def said_of(self, severity: Severity) -> dict[str, int]:
        """What readers said of those so severe."""
        return {said: count for (of, said), count in self.said.items() if of == severity}

    def false(self, severity: Severity) -> int:
        """Those so severe that no reader called real or arguable."""
        return self.said[severity, "false"] + self.said[severity, "unjudged"]


def compared(
    documents: Iterable[Text], encoder: Encoder
) -> Iterator[tuple[Text, Article, Article, Comparison]]:
    """Each document, its two sides as articles, and what differs between them."""
    for text in documents:
        source = article_from_text(text.english, language="en")
        target = article_from_text(text.italian, language="it")
        yield text, source, target, compare(source, target, align(source, target, encoder), encoder)


def counted(documents: Iterable[Text], encoder: Encoder) -> Counted:
    """What is said of some documents."""
    out = Counted()
    known = verdicts()
    for text, source, target, comparison in compared(documents, encoder):
        out.sentences += len(source.sentences)
        for finding in comparison.findings:
            at = place(text.corpus, text.document, finding, source, target)
            out.severities[finding.severity] += 1
            if finding.severity != "minor":
                out.said[finding.severity, known.get(at, "unjudged")] += 1
                out.loud.add(at)
    return out


def main() -> None:
    """Prints a line a corpus and one for all."""
    made = parser(__doc__)
    made.formatter_class = argparse.RawDescriptionHelpFormatter
    made.add_argument("--exam", action="store_true", help="count on the exam sets")
    made.add_argument("--only", nargs="*", help="the corpora (all)")
    options = made.parse_args()
    encoder = standard_encoder()
    total = Counted()
    for corpus in options.only or (EXAM if options.exam else TUNING):
        one = counted(texts(options.data, corpus), encoder)
        total.sentences += one.sentences
        total.said += one.said
        rates = ", ".join(f"{one.per_hundred(one.severities[step]):.2f} {step}" for step in SEVERITIES)
        print(f"{corpus}: {one.sentences} sentences, in 100 of them {rates}", end="")
        if not options.exam:
            real = {at for at, verdict in verdicts().items() if at.corpus == corpus and verdict == "real"}
            kept = sum(any(_same_sentence(at, other) for other in one.loud) for at in real)
            for severity in SEVERITIES[: LOUD + 1]:
                rate, said = one.per_hundred(one.false(severity)), one.said_of(severity)
                print(f"; {rate:.2f} false {severity}s ({said})", end="")
            print(f"; {kept} of {len(real)} real differences told", end="")
        print(flush=True)
    if not options.exam:
        said = total.said_of("critical")
        right = said.get("real", 0) + said.get("arguable", 0)
        print(
            f"all: {total.per_hundred(total.false('critical')):.2f} false criticals in 100 sentences, "
            f"precision {right / max(1, sum(said.values())):.3f}"
        )


def _same_sentence(one: Place, other: Place) -> bool:
    return (one.corpus, one.document) == (other.corpus, other.document) and (
        one.source_at == other.source_at != -1 or one.target_at == other.target_at != -1
    )


if __name__ == "__main__":
    main()
