"""What is fed to which part of the program, and what has to hold of what comes out."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[2] / "tests" / "support"))

import desk_writer
from argos_package import write_package
from odd_pieces import ODD_PIECES
from report_pair import decided_report, translated_report
from toy_encoder import ToyEncoder
from written_formats import BOTH, ONE

from benchmarks.fuzzing.damage import damaged, damaged_inside, damaged_json
from tui.alignment import AlignedPair, Alignment, Link, align, rows
from tui.articles import SIDES, Article, article_from_text
from tui.articles.blocks import Bilingual
from tui.articles.formats.registry import Format, formats
from tui.articles.loading import article_of, read
from tui.articles.pairing import load_pair
from tui.cli.batch.listing import read_rows
from tui.comparison.names import pair_mentions
from tui.comparison.quantities import facts
from tui.config import load
from tui.desk import Desk, Dossier
from tui.desk.glossary import read_glossary
from tui.errors import AfronteError
from tui.reader.page.edition import Edition
from tui.reader.page.layout import Layout, Mode, Wraps
from tui.reports import Report, report_formats
from tui.reports.making import report_on
from tui.reports.reading import read_report, report_of
from tui.resources import asset
from tui.translation import Shelf, install_file
from tui.translation.index import newest

Damage = Callable[[bytes, Random], bytes]


@dataclass(frozen=True)
class Target:
    """One part of the program that is given what strangers may have written."""

    name: str
    seeds: Callable[[], Sequence[bytes]]
    """What is right, to begin with."""
    damage: Damage
    """Makes another case of one."""
    feed: Callable[[bytes], None]
    """Raises AfronteError of one line for what is refused, and something else only for a fault."""
    modules: tuple[str, ...]
    """The files of the program that it is about."""
    suffix: str


_MODES: tuple[Mode, ...] = ("facing", "stacked", "source", "target")
_GLOSSARIES = (
    b"source\ttarget\tsource_language\ttarget_language\n"
    b"harbour master\tcapitano di porto\ten\tit\n5\t6\ten\tit\n",
    b'<?xml version="1.0"?><tbx xmlns="urn:iso:std:iso:30042:ed-2" xml:lang="en" type="TBX-Basic">'
    b'<text><body><conceptEntry id="1"><langSec xml:lang="en"><termSec><term>pier</term></termSec></langSec>'
    b'<langSec xml:lang="it"><termSec><term>molo</term></termSec></langSec></conceptEntry>'
    b"</body></text></tbx>",
)

_INDEX = json.dumps(
    [
        {
            "package_version": f"1.{n}", "argos_version": "1.5", "from_code": "it", "from_name": "Italian",
            "to_code": code, "to_name": "English", "links": ["https://example.org/it_en.argosmodel"],
            "size": 5000, "sha256": "0" * 64,
        }
        for n, code in enumerate(("en", "en", "es"))
    ]
).encode()  # fmt: skip
_SETTINGS = b"""theme = "textual-dark"
view = "stacked"
certainty = 0.8

[keymap]
next-finding = "n,f3"
"""
_LIST = b"id\tsource\ttarget\none\ten/one.txt\tit/one.txt\ntwo\ten/two.txt\tit/two.txt\n"


@cache
def targets() -> Mapping[str, Target]:
    """All of them by name."""
    every = [
        *(_file(suffix, form) for form in formats() for suffix in _suffixes(form)),
        Target("open report", _reports, damaged_json, _open_report, ("reports/reading.py",), "json"),
        Target("glossary", lambda: _GLOSSARIES, damaged, _glossary, ("desk/glossary.py",), "tsv"),
        Target("model", _packages, damaged_inside, _install, ("translation/archive.py",), "argosmodel"),
        Target("index", lambda: (_INDEX,), damaged_json, _index, ("translation/index.py",), "json"),
        Target("settings", lambda: (_SETTINGS,), damaged, _settings, ("config/loading.py",), "toml"),
        Target("list of pairs", lambda: (_LIST,), damaged, _listed, ("cli/batch/listing.py",), "tsv"),
        Target("desk", _desks, damaged, _desk, ("desk/soundness.py", "desk/dossier.py"), "db"),
        _texts("quantities", 30, _quantities, "comparison/quantities"),
        _texts("names", 30, _names, "comparison/names"),
        _texts("align", 30, _align, "alignment"),
        _texts("layout", 30, _layout, "reader/page/layout.py", "reader/page/wrapping.py"),
        _texts("compare", 25, _compare, "comparison", "reports/formats"),
    ]
    return {target.name: target for target in every}


# Files


def _suffixes(form: Format) -> list[str]:
    """Those of the names of a format's files for which there is a writer, in `tests/support`."""
    names = [suffix.removeprefix(".") for suffix in form.suffixes]
    return [name for name in names if name in ONE or name in BOTH]


def _file(suffix: str, form: Format) -> Target:
    def seeds() -> list[bytes]:
        texts = [asset(f"sample/{tag}.txt").read_text("utf-8").split("\n\n")[:6] for tag in ("en", "it")]
        whole = [ONE[suffix](texts[0])] if suffix in ONE else []
        return whole + ([BOTH[suffix](*texts)] if suffix in BOTH else [])

    module = form.read.__module__.removeprefix("tui.").replace(".", "/") + ".py"
    return Target(f"read {suffix}", seeds, damaged_inside, _from_file(_read, suffix), (module,), suffix)


def _from_file(feed: Callable[[str], object], suffix: str) -> Callable[[bytes], None]:
    def written_and_fed(data: bytes) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, f"x.{suffix}")
            path.write_bytes(data)
            feed(str(path))

    return written_and_fed


def _read(path: str) -> None:
    content = read(path)
    for document in [content.source, content.target] if isinstance(content, Bilingual) else [content]:
        article = article_of(document, path, "en", None)
        at = 0
        for sentence in article.sentences:
            assert at <= sentence.start < sentence.end <= len(article.text), "sentences out of order"
            at = sentence.end


def _reports() -> list[bytes]:
    whole = decided_report(), translated_report()
    return [report_formats()["json"].content(report) for report in whole]


def _open_report(data: bytes) -> None:
    """What is taken for a report can be written again in every format, and laid out."""
    _from_file(_written_again, "json")(data)


def _written_again(path: str) -> None:
    report = read_report(path)
    _written(report)
    edition = Edition.unaligned(report.source, report.target).aligned(report.alignment, report.rows)
    for mode in _MODES:
        Layout(edition, mode, 60, Wraps()).complete()


def _glossary(data: bytes) -> None:
    _from_file(read_glossary, "tsv")(data)


def _packages() -> list[bytes]:
    with tempfile.TemporaryDirectory() as folder:
        return [write_package(Path(folder) / "it_en.argosmodel").read_bytes()]


def _install(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path, shelf = Path(folder, "x.argosmodel"), Shelf(Path(folder, "home", "packages"))
        path.write_bytes(data)
        install_file(path, shelf)
        left = {
            place.name for place in Path(folder).rglob("*") if not place.is_relative_to(shelf.folder.parent)
        }
        assert left == {path.name}, "something was written beside the shelf"


def _index(data: bytes) -> None:
    try:
        offered = newest(data)
    except ValueError as error:
        raise AfronteError("no index") from error
    for offer in offered:
        assert "\n" not in offer.assurance, "more than a line"


def _settings(data: bytes) -> None:
    """Reading settings never fails: what does not count is told, each in a line."""
    _from_file(_loaded, "toml")(data)


def _loaded(path: str) -> None:
    loaded = load(Path(path), environment={})
    assert not any("\n" in line for line in (*loaded.problems, *loaded.conflicts)), "more than a line"


def _listed(data: bytes) -> None:
    _from_file(_rows_of, "tsv")(data)


def _rows_of(path: str) -> None:
    for row in read_rows(path):
        assert row.fault or (row.source and row.target), "a row of no pair that says nothing"


def _desks() -> list[bytes]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "desk.db")
        dossier = _opened(Desk(path))
        for name in "abc":
            dossier.decide(desk_writer.finding(name), "confirmed")
            dossier.annotate(desk_writer.finding(name), f"note {name}")
        dossier.correct(Link((0,), (1,)))
        return [path.read_bytes()]


def _opened(desk: Desk) -> Dossier:
    english = desk_writer.article(desk_writer.ENGLISH, "/en.txt")
    return desk.open(english, desk_writer.article(desk_writer.ITALIAN, "/it.txt", "it"))


def _desk(data: bytes) -> None:
    """Whatever the file is, the desk opens, and what is decided then is there: in the file if it says so."""
    with tempfile.TemporaryDirectory() as folder:
        path, found = Path(folder, "desk.db"), desk_writer.finding("new")
        path.write_bytes(data)
        desk = Desk(path)
        dossier = _opened(desk)
        dossier.position()
        desk.recent()
        desk.same()
        dossier.decide(found, "dismissed")
        assert dossier.sheet().decision(found).verdict == "dismissed", "a verdict is lost"
        if desk.is_kept:
            again = _opened(Desk(path)).sheet()
            assert again.decision(found).verdict == "dismissed", "a verdict is not in the file"


# Texts


def _texts(name: str, pieces: int, feed: Callable[[str, str], None], *modules: str) -> Target:
    """Two texts of odd pieces, up to so many in a paragraph; a case is made of nothing but chance."""

    def side(random: Random) -> str:
        paragraphs = range(random.randint(1, 5))
        return "\n\n".join(
            " ".join(random.choice(ODD_PIECES) for _ in range(random.randint(1, pieces))) for _ in paragraphs
        )

    def another(data: bytes, random: Random) -> bytes:
        texts = json.loads(data)
        place = random.randrange(2)
        words = texts[place].split(" ")
        if random.random() < 0.5:
            texts[place] = f"{('Begin.', 'Inizio.')[place]} {side(random)}"
        else:
            words.insert(random.randrange(len(words) + 1), random.choice(ODD_PIECES))
            texts[place] = " ".join(words[: 6 * pieces])
        return json.dumps(texts).encode()

    def fed(data: bytes) -> None:
        feed(*json.loads(data))

    return Target(name, lambda: [json.dumps(["Begin.", "Inizio."]).encode()], another, fed, modules, "json")


def _quantities(source: str, target: str) -> None:
    for text, language in ((source, "en"), (target, "it"), (target, "de")):
        at = 0
        for fact in facts(text, 0, len(text), language):
            assert at <= fact.span.start < fact.span.end <= len(text), "facts overlap or point nowhere"
            assert fact.readings, "a fact that is read in no way"
            at = fact.span.end


def _articles(source: str, target: str) -> tuple[Article, Article]:
    return article_from_text(source, language="en"), article_from_text(target, language="it")


def _names(source: str, target: str) -> None:
    articles = _articles(source, target)
    found = pair_mentions(AlignedPair(*articles, _aligned(*articles), ToyEncoder()))
    for side, article in zip(SIDES, articles, strict=True):
        for sentence, mentions in zip(article.sentences, found[side], strict=True):
            for mention in mentions:
                assert sentence.start <= mention.start < mention.end <= sentence.end, (
                    "a name out of its sentence"
                )


def _aligned(source: Article, target: Article) -> Alignment:
    alignment = align(source, target, ToyEncoder())
    for side, article in zip(SIDES, (source, target), strict=True):
        held = sorted(index for bead in alignment.beads for index in bead.side(side))
        assert held == list(range(len(article.sentences))), "a sentence in no bead or in two"
    return alignment


def _align(source: str, target: str) -> None:
    alignment = _aligned(*_articles(source, target))
    for side in SIDES:
        in_place = [
            bead.side(side) for bead in alignment.beads if bead.source and bead.target and not bead.moved
        ]
        assert in_place == sorted(in_place), "crossing beads that are not said to be moved"


def _layout(source: str, target: str) -> None:
    articles = _articles(source, target)
    alignment = _aligned(*articles)
    edition = Edition.unaligned(*articles).aligned(alignment, rows(*articles, alignment))
    for mode in _MODES:
        layout = Layout(edition, mode, 12 + len(source) * 7 % 150, Wraps())
        layout.complete()
        heights = sum(len(layout.row_lines(row)) + 1 for row in range(len(edition.rows)))
        assert layout.height == heights - 1, "rows and page differ in height"
        for pane in layout.panes:
            for sentence in edition.article(pane.side).sentences:
                assert 0 <= layout.y_of(pane.side, sentence.start) < layout.height, "a sentence off the page"


def _compare(source: str, target: str) -> None:
    data = source.encode("utf-8", "replace"), target.encode("utf-8", "replace")
    pair = load_pair("-", "-", source_language="en", target_language="it", pasted=data)
    report = report_on(pair.source, pair.target, ToyEncoder(), every_word=False)
    assert not report.incomplete, f"rules failed: {report.incomplete}"
    for finding in report.findings:
        assert finding.source or finding.target, "a finding points nowhere"
        for side in SIDES:
            for span in finding.side(side):
                assert 0 <= span.start < span.end <= len(report.article(side).text), "a span out of range"
    assert len({finding.id for finding in report.findings}) == len(report.findings), "two share an id"
    _written(report)


def _written(report: Report) -> None:
    for form in report_formats().values():
        form.content(report)
    again = report_of(json.loads(report_formats()["json"].content(report)))
    assert again.findings == report.findings, "its JSON read back differs"
