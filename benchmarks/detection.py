"""Measures how the language and the encoding of a file are found.

    python benchmarks/detection.py --data DIR

DIR holds `ntrex.tsv` and `newstest2009.tsv` (columns doc_id, en, it and more), one sentence a row. Printed:
of all documents and of all sentences those whose language was found, none or wrong, with nothing to fall back
on; and of all documents, saved in an encoding that can hold them, those that were read as they were written.
"""

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from tui.articles import detect
from tui.articles.encodings import decode
from tui.errors import AfronteError

LANGUAGES = ("en", "it")
ENCODINGS = ("utf-8-sig", "utf-16", "utf-16-le", "cp1252", "mac_roman", "latin-1", "iso8859-15")


def documents(folder: Path, language: str) -> Iterator[list[str]]:
    """The sentences of each document."""
    for name in ("ntrex.tsv", "newstest2009.tsv"):
        found = defaultdict(list)
        with (folder / name).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                found[row["doc_id"]].append(row[language])
        yield from found.values()


def outcome(text: str, language: str) -> str:
    """`found`, `none` or `wrong`."""
    return {language: "found", None: "none"}.get(detect(text), "wrong")


def is_read(text: str, encoding: str) -> bool:
    """Whether a text saved in an encoding is read as it was written."""
    try:
        return decode(text.encode(encoding), "") == text
    except AfronteError:
        return False


def main() -> None:
    """Prints the languages, then the encodings."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="folder of the evaluation sets")
    folder = parser.parse_args().data
    for language in LANGUAGES:
        texts = list(documents(folder, language))
        print(language, "documents", dict(Counter(outcome("\n".join(text), language) for text in texts)))
        print(
            language,
            "sentences",
            dict(Counter(outcome(sentence, language) for text in texts for sentence in text)),
        )
    for encoding in ENCODINGS:
        fits = [
            text
            for language in LANGUAGES
            for text in map("\n".join, documents(folder, language))
            if text.encode(encoding, "ignore").decode(encoding) == text and not text.isascii()
        ]
        print(f"{encoding:10} read {sum(is_read(text, encoding) for text in fits)} of {len(fits)}")


if __name__ == "__main__":
    main()
