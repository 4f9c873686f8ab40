"""Hostile input by the thousand: damaged files of every format, and texts of odd pieces compared whole.

    python -m benchmarks.fuzz [--minutes 5] [--only TARGET …] [--seed 0] [--keep FOLDER]

Each target gets its share of the processor time. A parser may refuse what it gets in one line, and do nothing
else; a whole comparison ends with no rule failed, gives a report of valid spans and beads, in
every format, and reads its own JSON back. What ends otherwise is kept as a file in FOLDER, one of a kind.
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
import time
import traceback
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "support"))

import written_formats as written
from odd_pieces import ODD_PIECES
from toy_encoder import ToyEncoder

from tui.articles import SIDES
from tui.articles.blocks import Bilingual
from tui.articles.loading import article_of, read
from tui.articles.pairing import load_pair
from tui.errors import AfronteError
from tui.reports import report_formats
from tui.reports.making import report_on
from tui.reports.reading import report_of
from tui.resources import asset

_FILES: dict[str, Callable[[Sequence[str]], bytes]] = {
    "md": written.markdown, "rst": written.rst, "html": written.html, "docx": written.docx,
    "odt": written.odt, "rtf": written.rtf, "epub": written.epub, "pdf": written.pdf, "srt": written.srt,
    "vtt": written.vtt, "txt": written.wrapped, "csv": written.column,
}  # fmt: skip
_PAIRS: dict[str, Callable[[Sequence[str], Sequence[str]], bytes]] = {
    "po": written.po, "csv": written.sheet, "xlsx": written.xlsx, "tmx": written.tmx,
    "xliff": written.xliff, "xlf": written.xliff2,
}  # fmt: skip
_ZIPPED = ("docx", "odt", "epub", "xlsx")
_ODD = [
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"<", b">", b"&", b"&#x110000;", b"&#0;", b"]]>", b"<!--",
    b"<![CDATA[", b"\\u-99999?", b"{\\", b"}", b"```", b"---", b"|", b"::", b".. ", b"\x1b]0;x\x07", b"\r",
    b"\n" * 9, b"1 --> 2", b"%PDF-", b"PK\x03\x04", b'msgid "', b'"', b",", b"\t", b"A" * 4000, b"(" * 400,
    b"[" * 400, b"<p>" * 400, b"-1", b"9" * 5000, b"0", "\u202e".encode(), "\u2028".encode(),
    "é".encode("utf-16"),
]  # fmt: skip
"""At what parsers stumble."""
_LONGEST = 20.0
"""Seconds of processor time that one case may take: each is a few kilobytes."""


@dataclass
class Tally:
    """What became of one target."""

    runs: int = 0
    refused: int = 0
    seconds: float = 0
    failures: dict[str, int] = field(default_factory=dict)
    """How often, by the kind of the error and the line that raised it."""


def main() -> None:
    """Runs the targets in turn and prints what became of each; the exit code is 1 where one failed."""
    made = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    targets = {**{f"read {suffix}": suffix for suffix in (*_FILES, *_PAIRS)}, "compare": ""}
    made.add_argument("--minutes", type=float, default=5, help="processor time in all")
    made.add_argument("--only", nargs="+", choices=targets, default=list(targets), metavar="TARGET")
    made.add_argument("--seed", type=int, default=0)
    made.add_argument("--keep", type=Path, default=Path("fuzz-failures"))
    options = made.parse_args()
    share = options.minutes * 60 / len(options.only)
    failed = False
    print(f"{'target':12}{'runs':>9}{'refused':>9}{'minutes':>9}  failures of a kind")
    signal.signal(signal.SIGVTALRM, _too_long)
    for name in options.only:
        cases = _comparisons if name == "compare" else _readings
        tally = run(cases(targets[name], Random(f"{options.seed} {name}")), share, options.keep, name)
        minutes = f"{tally.seconds / 60:.1f}"
        print(f"{name:12}{tally.runs:9,}{tally.refused:9,}{minutes:>9}  {len(tally.failures)}", flush=True)
        for failure, times in tally.failures.items():
            print(f"    {times}× {failure}")
        failed = failed or bool(tally.failures)
    sys.exit(failed)


Case = tuple[bytes, Callable[[], None]]
"""What is fed, and what feeds it."""


def run(cases: Iterator[Case], seconds: float, keep: Path, name: str) -> Tally:
    """Runs cases for so much processor time; the first of each failure is kept as a file."""
    tally, begin = Tally(), time.process_time()
    while (spent := time.process_time() - begin) < seconds:
        data, feed = next(cases)
        tally.runs += 1
        signal.setitimer(signal.ITIMER_VIRTUAL, _LONGEST)
        try:
            feed()
        except AfronteError as error:
            tally.refused += 1
            if "\n" in str(error):
                _note(tally, f"a refusal of several lines: {error!s:.80}", data, keep, name)
        except Exception as error:
            at = traceback.extract_tb(error.__traceback__)[-1]
            _note(tally, f"{type(error).__name__} in {Path(at.filename).name}:{at.lineno}", data, keep, name)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    tally.seconds = spent
    return tally


def _too_long(*_: object) -> None:
    raise TimeoutError


def _note(tally: Tally, failure: str, data: bytes, keep: Path, name: str) -> None:
    if failure not in tally.failures:
        keep.mkdir(parents=True, exist_ok=True)
        suffix = name.rpartition(" ")[2] if name.startswith("read ") else "json"
        (keep / f"{name.replace(' ', '-')}-{len(tally.failures)}.{suffix}").write_bytes(data)
    tally.failures[failure] = tally.failures.get(failure, 0) + 1


def _readings(suffix: str, random: Random) -> Iterator[Case]:
    """Damaged files of one format."""
    texts = [asset(f"sample/{tag}.txt").read_text("utf-8").split("\n\n")[:6] for tag in ("en", "it")]
    whole = [make(texts[0]) for made, make in _FILES.items() if made == suffix]
    whole += [make(*texts) for made, make in _PAIRS.items() if made == suffix]
    assert whole
    with TemporaryDirectory() as folder:
        path = Path(folder, f"x.{suffix}")
        while True:
            data = random.choice(whole)
            data = _damaged_inside(data, random) if suffix in _ZIPPED else _damaged(data, random)
            path.write_bytes(data)
            yield data, partial(_read, str(path))


def _read(path: str) -> None:
    content = read(path)
    for document in [content.source, content.target] if isinstance(content, Bilingual) else [content]:
        article = article_of(document, path, "en", None)
        at = 0
        for sentence in article.sentences:
            assert at <= sentence.start < sentence.end <= len(article.text), "sentences out of order"
            at = sentence.end


def _damaged(data: bytes, random: Random) -> bytes:
    """The data with a few pieces cut, doubled, exchanged or put in."""
    for _ in range(random.choice((1, 1, 2, 3, 8))):
        start = random.randrange(len(data) + 1)
        end = min(len(data), start + random.choice((0, 1, 2, 8, 60, 600)))
        match random.randrange(5):
            case 0:
                data = data[:start] + data[end:]
            case 1:
                data = data[:start] + random.choice(_ODD) + data[end:]
            case 2:
                data = data[:start] + data[start:end] * random.choice((2, 3, 50)) + data[end:]
            case 3:
                data = data[:start] + random.randbytes(end - start) + data[end:]
            case _:
                at = random.randrange(len(data) + 1)
                data = data[:at] + data[start:end] + data[at:]
    return data


def _damaged_inside(data: bytes, random: Random) -> bytes:
    """A zip file with a member damaged, or now and then damaged as it is."""
    if random.random() < 0.2:
        return _damaged(data, random)
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        chosen = random.choice(old.namelist())
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, _damaged(content, random) if name == chosen else content)
    return out.getvalue()


def _comparisons(_: str, random: Random) -> Iterator[Case]:
    """Two texts of odd pieces, compared and written in every format."""
    encoder = ToyEncoder()

    def side() -> str:
        paragraphs = range(random.randint(1, 5))
        return "\n\n".join(
            " ".join(random.choice(ODD_PIECES) for _ in range(random.randint(1, 25))) for _ in paragraphs
        )

    while True:
        texts = (f"Begin. {side()}", f"Inizio. {side()}")
        yield json.dumps(texts).encode(), partial(_compare, texts, encoder)


def _compare(texts: tuple[str, str], encoder: ToyEncoder) -> None:
    data = (texts[0].encode(), texts[1].encode())
    pair = load_pair("-", "-", source_language="en", target_language="it", pasted=data)
    report = report_on(pair.source, pair.target, encoder, every_word=False)
    assert not report.incomplete, f"rules failed: {report.incomplete}"
    for finding in report.findings:
        assert finding.source or finding.target, "a finding points nowhere"
        for side in SIDES:
            for span in finding.side(side):
                assert 0 <= span.start < span.end <= len(report.article(side).text), "a span out of range"
    assert len({finding.id for finding in report.findings}) == len(report.findings), "two share an id"
    for form in report_formats().values():
        form.content(report)
    again = report_of(json.loads(report_formats()["json"].content(report)))
    assert again.findings == report.findings, "its JSON read back differs"


if __name__ == "__main__":
    main()
