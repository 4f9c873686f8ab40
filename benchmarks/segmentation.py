"""Measures the sentence splitter: the sentences of a paragraph are joined by blanks and must be found again.

    python benchmarks/segmentation.py --data DIR [--wrong]

DIR holds `ntrex.tsv` (columns doc_id, en, it) and `newstest2009.tsv` (doc_id, paragraph, en, it): one
sentence a row. A paragraph is what the file calls one, or else the whole document; a sentence without a stop,
such as a headline, ends its paragraph, because no splitter can know. Printed a file and language: the
boundaries inside paragraphs, precision, recall and F1 of finding them, and the time that all of it took. Rows
that hold two sentences count as mistakes, so that precision cannot reach 1.
"""

import argparse
import csv
import time
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from tui.articles import article_from_text

LANGUAGES = ("en", "it")


def paragraphs(path: Path, language: str) -> Iterator[list[str]]:
    """The sentences of each paragraph of a file."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for _, group in groupby(rows, key=lambda row: (row["doc_id"], row.get("paragraph"))):
        paragraph: list[str] = []
        for row in group:
            paragraph.append(" ".join(row[language].split()))
            if not any(mark in paragraph[-1][-3:] for mark in ".!?…"):
                yield paragraph
                paragraph = []
        if paragraph:
            yield paragraph


def ends(sentences: list[str]) -> set[int]:
    """The offsets at which all sentences but the last end when joined by blanks."""
    found = set()
    end = -1
    for sentence in sentences[:-1]:
        end += 1 + len(sentence)
        found.add(end)
    return found


def main() -> None:
    """Prints one line a file and language."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="folder of the evaluation sets")
    parser.add_argument("--wrong", action="store_true", help="print every boundary missed or invented")
    arguments = parser.parse_args()
    for name in ("ntrex.tsv", "newstest2009.tsv"):
        for language in LANGUAGES:
            right = gold = predicted = 0
            seconds = 0.0
            for sentences in paragraphs(arguments.data / name, language):
                text = " ".join(sentences)
                begun = time.perf_counter()
                article = article_from_text(text, language=language)
                seconds += time.perf_counter() - begun
                want = ends(sentences)
                have = {sentence.end for sentence in article.sentences[:-1]}
                gold, predicted, right = gold + len(want), predicted + len(have), right + len(want & have)
                if arguments.wrong:
                    for end in sorted(want ^ have):
                        sign = "missed  " if end in want else "invented"
                        print(name, language, sign, text[max(0, end - 50) : end], "|", text[end : end + 40])
            precision, recall = right / predicted, right / gold
            print(
                f"{name:18} {language}  boundaries {gold:5}  precision {precision:.4f}  recall {recall:.4f}  "
                f"F1 {2 * right / (gold + predicted):.4f}  {seconds:.2f} s"
            )


if __name__ == "__main__":
    main()
