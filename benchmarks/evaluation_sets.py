"""Reads the public evaluation sets from the folder given as `--data` (README.md: where they come from)."""

import argparse
import csv
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Document:
    """A document as sentence pairs: `english[i]` and `italian[i]` say the same."""

    id: str
    english: tuple[str, ...]
    italian: tuple[str, ...]


def parser(description: str | None) -> argparse.ArgumentParser:
    """A command line that takes the folder of the sets."""
    made = argparse.ArgumentParser(description=description)
    made.add_argument("--data", type=Path, required=True, help="folder with the evaluation sets")
    return made


def set_file(data: Path, name: str) -> Path:
    """The file of a set; where it is not there, the command ends in one line."""
    if not (path := data / name).is_file():
        sys.exit(f"{path}: no such set; benchmarks/README.md says what the folder of --data holds")
    return path


def table(data: Path, name: str) -> list[dict[str, str]]:
    """The rows of `NAME.tsv` by column."""
    with set_file(data, f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


UNNAMED = 40
"""So many units in a row are a document where a set names none."""


def documents(data: Path, name: str) -> list[Document]:
    """The documents of a set of sentence pairs, in order: `ntrex`, `newstest2009`, `pinocchio`, or one that
    names none.
    """
    pairs: dict[str, list[tuple[str, str]]] = {}
    for number, row in enumerate(table(data, name)):
        document = row.get("doc_id") or row.get("chapter") or str(number // UNNAMED)
        pairs.setdefault(document, []).append((row["en"].strip(), row["it"].strip()))
    return [
        Document(name, tuple(en for en, _ in rows), tuple(it for _, it in rows))
        for name, rows in pairs.items()
    ]
