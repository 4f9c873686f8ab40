"""What is said of clean translations: critical findings on whole documents, read, aligned and compared.

    python -m benchmarks.alarms --data FOLDER [--show]

Each document is written out in paragraphs of one to three sentences, cut differently on the two sides; then
again with 8 % of the sentences of each side left out, so that some beads join what does not belong together.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from random import Random

from benchmarks.evaluation_sets import Document, documents, parser
from tui.alignment import UseEncoder, align
from tui.articles import article_from_text
from tui.comparison import Finding, compare

_LEFT_OUT = 0.08


def alarms(clean: Sequence[Document], left_out: float, encoder: UseEncoder) -> Iterator[Finding]:
    """The critical findings on documents from which a share of the sentences is left out."""
    random = Random(7)
    for document in clean:
        texts = [
            _paragraphs([row for row in rows if random.random() >= left_out], random)
            for rows in (document.english, document.italian)
        ]
        if not all(texts):
            continue
        source, target = (
            article_from_text(text, language=tag) for text, tag in zip(texts, ("en", "it"), strict=True)
        )
        found = compare(source, target, align(source, target, encoder), encoder).findings
        yield from (finding for finding in found if finding.severity == "critical")


def _paragraphs(rows: Sequence[str], random: Random) -> str:
    paragraphs: list[str] = []
    at = 0
    while at < len(rows):
        size = random.randint(1, 3)
        paragraphs.append(" ".join(rows[at : at + size]))
        at += size
    return "\n\n".join(paragraphs)


def main() -> None:
    made = parser(__doc__)
    made.formatter_class = argparse.RawDescriptionHelpFormatter
    made.add_argument("--show", action="store_true", help="print what is said")
    options = made.parse_args()
    encoder = UseEncoder()
    for name in ("ntrex", "newstest2009"):
        clean = documents(options.data, name)
        sentences = sum(len(document.english) for document in clean)
        for left_out in (0.0, _LEFT_OUT):
            found = list(alarms(clean, left_out, encoder))
            kinds = ", ".join(
                f"{kind} {count}" for kind, count in Counter(f.kind for f in found).most_common()
            )
            share = 100 * len(found) / (sentences * (1 - left_out))
            print(f"{name}, {left_out:.0%} left out: {len(found)} critical, {share:.2f} per 100 ({kinds})")
            for finding in found if options.show else ():
                print(f"    {finding.rule}: {finding.message}")


if __name__ == "__main__":
    main()
