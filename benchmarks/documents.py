"""Real documents, read as they are: what is said of manuals and their translations that many people read.

    python -m benchmarks.documents --data FOLDER [--only SET …] [--list FILE.tsv] [--each N]

FOLDER holds what these packages of Debian hold, all unpacked there (`apt-get download NAME`, `dpkg-deb -x`):
debian-reference-en, debian-reference-it, debian-faq, debian-faq-it, installation-guide-amd64, manpages,
manpages-it, gnome-user-docs, vim-runtime, debian-handbook, debian-history, developers-reference,
developers-reference-it. Pages of the manual are read as `man PAGE | col -b` shows them.

For each set: pairs, those that fail, English sentences, and findings in 100 of them by severity; and of the
criticals and majors that a careful reader judged (`documents.tsv`: kept by a digest of both sentences) how
many say what is not so. `--list` writes the criticals and majors with their sentences into a table; `--each`:
at most so many documents of a set, spread over it.
"""

from __future__ import annotations

import csv
import os
import re
import subprocess
import sys
import tempfile
from argparse import RawDescriptionHelpFormatter
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from benchmarks.evaluation_sets import parser
from tui.alignment import Encoder, standard_encoder
from tui.articles import SIDES, Side, load_pair
from tui.cache import Store
from tui.comparison import SEVERITIES, Finding
from tui.errors import AfronteError
from tui.reports import Report
from tui.reports.making import report_on
from tui.reports.quotation import quotations

_SHARE = "usr/share"
_SETS: Mapping[str, tuple[str, str, str]] = {
    "debian-reference": ("debian-reference/*.it.html", r"\.it\.html$", ".en.html"),
    "debian-faq": ("doc/debian/FAQ/it/*.it.html", r"it/([^/]+)\.it\.html$", r"\1.en.html"),
    "installation-guide": ("doc/installation-guide-amd64/it/*.html", "/it/", "/en/"),
    "gnome-help": ("help/it/gnome-help/*.page", "/it/", "/C/"),
    "manpages": ("man/it/man?/*.gz", "/it/", "/"),
    "debian-handbook": ("doc/debian-handbook/html/it-IT/*.html", "/it-IT/", "/en-US/"),
    "debian-history": ("doc/debian-history/docs/*.it.html", r"\.it\.html$", ".en.html"),
    "developers-reference": ("developers-reference/it/*.html", "/it/", "/"),
    "vim-tutor": ("vim/vim*/tutor/tutor.it.utf-8", r"\.it\.utf-8$", ".utf-8"),
}
"""Where the Italian files of a set lie, and how the name of the English one is made of theirs."""
_LOUD = SEVERITIES[:2]
_COLUMNS = ("set", "doc", "severity", "kind", "rule", "digest", "source", "target", "marked", "message")


@dataclass
class Counted:
    """What was said of a set."""

    pairs: int = 0
    sentences: int = 0
    failed: list[str] = field(default_factory=list)
    severities: Counter[str] = field(default_factory=Counter)
    said: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Of the criticals and majors: severity and what a reader said."""

    def line(self) -> str:
        """What there is to say of it."""
        hundreds = max(1, self.sentences) / 100
        rates = ", ".join(
            f"{self.severities[step]} {step} ({self.severities[step] / hundreds:.2f} in 100)"
            for step in SEVERITIES
        )
        told = f"{self.pairs} pairs, {len(self.failed)} failed, {self.sentences} sentences: {rates}"
        for step in _LOUD:
            judged = {said: n for (severity, said), n in self.said.items() if severity == step and said}
            if judged:
                wrong = judged.get("false", 0) / sum(judged.values()) * self.severities[step]
                told += f"; {step}s judged: {judged}, {wrong / hundreds:.2f} false in 100"
        return told


def main() -> None:
    """Prints a line a set."""
    made = parser(__doc__)
    made.formatter_class = RawDescriptionHelpFormatter
    made.add_argument("--only", nargs="*", choices=_SETS, help="the sets (all that are there)")
    made.add_argument("--list", type=Path, metavar="FILE.tsv", help="write criticals and majors there")
    made.add_argument("--each", type=int, default=sys.maxsize, metavar="N", help="documents of a set at most")
    options = made.parse_args()
    store = Store()
    encoder = standard_encoder(threads=1, store=store)
    known = _verdicts()
    rows: list[Sequence[str]] = []
    with tempfile.TemporaryDirectory() as folder:
        for name in options.only or _SETS:
            pairs = list(_pairs(options.data, name))
            step = max(1, len(pairs) // options.each)
            counted = Counted()
            for document, english, italian in pairs[::step][: options.each]:
                counted.pairs += 1
                try:
                    report = _report(_shown(english, folder), _shown(italian, folder), encoder, store)
                except AfronteError as error:
                    counted.failed.append(f"{document}: {error}")
                    continue
                counted.sentences += len(report.source.sentences)
                for finding in report.findings:
                    counted.severities[finding.severity] += 1
                    if finding.severity in _LOUD:
                        row = _row(name, document, finding, report)
                        rows.append(row)
                        counted.said[finding.severity, known.get(_key(row), "")] += 1
            if pairs:
                print(f"{name}: {counted.line()}", *counted.failed, sep="\n  ", flush=True)
    if options.list:
        with options.list.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter="\t").writerows([_COLUMNS, *rows])


def _pairs(data: Path, name: str) -> Iterator[tuple[str, Path, Path]]:
    """The documents of a set that are there in both languages: name, English, Italian."""
    wanted, pattern, replacement = _SETS[name]
    seen: set[bytes] = set()
    for italian in sorted((data / _SHARE).glob(wanted)):
        english = Path(re.sub(pattern, replacement, str(italian)))
        if english.is_file() and not italian.is_symlink() and (content := italian.read_bytes()) not in seen:
            seen.add(content)
            yield italian.name.split(".")[0], english, italian


def _shown(path: Path, folder: str) -> str:
    """The file to read: a page of the manual as it is shown, everything else as it is."""
    if path.suffix != ".gz":
        return str(path)
    text = Path(folder, f"{'it' if '/it/' in str(path) else 'en'}-{path.stem}.txt")
    environment = {**os.environ, "MANWIDTH": "80", "LC_ALL": "C.UTF-8", "MAN_KEEP_FORMATTING": ""}
    page = subprocess.run(
        ["man", "-l", str(path)], capture_output=True, env=environment, stdin=subprocess.DEVNULL, check=True
    )
    text.write_bytes(subprocess.run(["col", "-b"], input=page.stdout, capture_output=True, check=True).stdout)
    return str(text)


def _report(english: str, italian: str, encoder: Encoder, store: Store) -> Report:
    pair = load_pair(english, italian, source_language="en", target_language="it")
    return report_on(pair.source, pair.target, encoder, store=store)


def _row(name: str, document: str, finding: Finding, report: Report) -> Sequence[str]:
    sides = [_sentences(report, finding, side) for side in SIDES]
    marked = " | ".join(
        "; ".join(span.within(report.article(side).text) for span in finding.side(side)) for side in SIDES
    )
    digest = blake2b("\n".join(sides).encode(), digest_size=6).hexdigest()
    fields = (
        name,
        document,
        finding.severity,
        finding.kind,
        finding.rule,
        digest,
        *sides,
        marked,
        finding.message,
    )
    return [" ".join(each.split()) for each in fields]


def _sentences(report: Report, finding: Finding, side: Side) -> str:
    """The sentences in which a finding stands, or those beside which it does."""
    article, spans = report.article(side), finding.side(side)
    if spans:
        numbers = dict.fromkeys(article.sentence_at(span.start) for span in spans)
        return " ".join(article.sentence_text(number) for number in numbers)
    return " ".join(text for quoted in quotations(finding, report, side) for text, _ in quoted.parts)


def _key(row: Sequence[str]) -> tuple[str, str, str]:
    return row[0], row[3], row[5]


def _verdicts() -> Mapping[tuple[str, str, str], str]:
    """What a careful reader said, by set, kind and digest."""
    path = Path(__file__).with_name("documents.tsv")
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return {(row["set"], row["kind"], row["digest"]): row["verdict"] for row in rows}


if __name__ == "__main__":
    main()
