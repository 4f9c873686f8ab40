"""What the program keeps, operation by operation: how the old state is made, and how a state is looked at."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from argos_package import write_package
from desk_writer import ENGLISH, ITALIAN, article, finding
from toy_translators import Shouting

from tui.alignment import Link
from tui.cache import Store, digest
from tui.cache.arrays import kept_arrays
from tui.cli.batch.listing import Row
from tui.cli.batch.output import Output
from tui.config.writing import write_template
from tui.desk import Desk, Dossier, Position, Sheet
from tui.reports.saving import save
from tui.translation import Shelf, install_file
from tui.translation.cache import Cache
from tui.translation.index import Offer
from tui.translation.install import install_offer
from tui.translation.shelf import Card

Tell = Callable[[str], None]
DATA = Path(__file__).parents[1] / "desk" / "data"


@dataclass(frozen=True)
class Operation:
    """Something that changes what is kept."""

    prepare: Callable[[Path], None]
    """Makes the old state in an empty folder."""
    run: Callable[[Path, Tell], None]
    """Does it, and tells what a person would be told."""
    state: Callable[[Path], object]
    """What there is to see, in a value that can be compared."""
    changes: bool = True
    """Whether the new state is to be seen at all: a migration shows none."""
    is_silent: bool = False
    """Whether a failure is nobody's business: what can be made again is made again."""


def _on_the_desk(folder: Path, tell: Tell, work: Callable[[Dossier], object]) -> None:
    desk = Desk(folder / "desk.db", notify=tell)
    work(desk.open(article(ENGLISH), article(ITALIAN, language="it")))
    desk.close()


def _desk(work: Callable[[Dossier], object], begin: Callable[[Path], None] | None = None) -> Operation:
    return Operation(begin or _decided, lambda folder, tell: _on_the_desk(folder, tell, work), _seen)


def _sheet(folder: Path) -> Sheet:
    sheets: list[Sheet] = []
    _on_the_desk(folder, _never, lambda dossier: sheets.append(dossier.sheet()))
    return sheets[0]


def _never(told: str) -> None:
    raise AssertionError(told)


def nothing(_: object) -> None:
    """Begins with nothing."""


def _decided(folder: Path) -> None:
    _on_the_desk(folder, _never, lambda dossier: dossier.decide(finding("first"), "confirmed"))


def _seen(folder: Path) -> object:
    positions: list[object] = []
    _on_the_desk(folder, _never, lambda dossier: positions.append(dossier.position()))
    sheet = _sheet(folder)
    decisions = sorted((key, one.verdict, one.note) for key, one in sheet.decisions.items())
    return decisions, sheet.corrections, positions


def _version_1(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "desk.db")) as connection:
        connection.executescript((DATA / "version_1_desk.sql").read_text("utf-8"))


def _damaged(folder: Path) -> None:
    """A desk that lacks a table."""
    _decided(folder)
    with closing(sqlite3.connect(folder / "desk.db")) as connection:
        connection.execute("DROP TABLE mark")


def _kept_on_the_desk(folder: Path) -> object:
    """The verdicts; that the damage is told is no matter."""
    sheets: list[Sheet] = []
    _on_the_desk(folder, nothing, lambda dossier: sheets.append(dossier.sheet()))
    return sorted((key, one.verdict) for key, one in sheets[0].decisions.items())


def _verdicts(folder: Path) -> object:
    """How many verdicts of each kind there are, in whatever version of the desk."""
    with closing(sqlite3.connect(folder / "desk.db")) as connection:
        query = "SELECT verdict, count(*) FROM decision GROUP BY verdict ORDER BY verdict"
        return connection.execute(query).fetchall()


def _packages(folder: Path) -> None:
    for name, word in (("old", "cat"), ("new", "kitten")):
        write_package(folder / f"{name}.argosmodel", words={"gatto": word})


def _stocked(folder: Path) -> None:
    _packages(folder)
    install_file(folder / "old.argosmodel", Shelf(folder / "models"))


def _usable(folder: Path) -> object:
    """What the usable model holds; that its forerunner stands beside it for a moment is no matter."""
    models, strays = Shelf(folder / "models").contents()
    assert not strays, strays
    folders = sorted((model.folder for model in models), key=lambda path: path.suffix == ".former")
    return (
        [sorted(path.read_bytes() for path in folders[0].rglob("*.*") if path.is_file())] if folders else []
    )


def _install(folder: Path, _: Tell) -> None:
    install_file(folder / "new.argosmodel", Shelf(folder / "models"))


def _download(folder: Path, _: Tell) -> None:
    """From the server whose address stands in a file beside the folder."""
    address = folder.with_name("address").read_text("utf-8")
    offer = Offer(Card("it", "en", "1.0"), (address,), None, None)
    install_offer(offer, Shelf(folder / "models"), downloads=folder / "downloads")


ROWS = [Row(str(number), "a", "b", "") for number in range(3)]


def _batch(folder: Path, _: Tell) -> None:
    output = Output(folder / "out.jsonl")
    for row in ROWS[len(output.resume(ROWS)) :]:
        output.write(f'{{"id": "{row.id}", "error": "{"x" * 9999}"}}\n')
    output.close()


def _translated(folder: Path, tell: Tell) -> None:
    cache = Cache(folder / "translations.db", notify=tell)
    cache.put(Shouting(), {"ciao": "HELLO", "mondo": "WORLD"})
    cache.close()


def _translations(folder: Path) -> object:
    cache = Cache(folder / "translations.db", notify=_never)
    found = {text: entry.text for text, entry in cache.get(Shouting(), ["ciao", "mondo"]).items()}
    cache.close()
    return found


KEYS = [digest(str(number)) for number in range(3)]


def _kept(folder: Path, _: Tell) -> None:
    store = Store(folder / "kept.db")
    store.put({key: key * 500 for key in KEYS})
    store.close()


def _results(folder: Path) -> object:
    store = Store(folder / "kept.db")
    found = store.get(KEYS)
    store.close()
    return found


def _mapped(folder: Path, _: Tell) -> None:
    kept_arrays("vectors", "this", lambda: {"a": np.arange(5000)}, folder)


def _arrays(folder: Path) -> object:
    """Whether they need not be made: whatever comes back is what was kept."""
    made: list[str] = []

    def make() -> dict[str, np.ndarray]:
        made.append("made")
        raise LookupError

    with suppress(LookupError):
        assert (kept_arrays("vectors", "this", make, folder)["a"] == np.arange(5000)).all()
    return made


def _report(folder: Path) -> None:
    (folder / "report.html").write_bytes(b"old" * 9999)


OPERATIONS = {
    "a verdict": _desk(lambda dossier: dossier.decide(finding("second"), "dismissed")),
    "a note": _desk(lambda dossier: dossier.annotate(finding("first"), "Ask the mayor.\n" * 400)),
    "a correction": _desk(lambda dossier: dossier.correct(Link((0,), (1,)))),
    "an undo": _desk(lambda dossier: dossier.undo()),
    "a position": _desk(lambda dossier: dossier.leave(Position("target", 1))),
    "the first of a desk": _desk(lambda dossier: dossier.decide(finding("second"), "dismissed"), nothing),
    "a migration": Operation(
        _version_1,
        lambda folder, tell: _on_the_desk(folder, tell, lambda dossier: dossier.sheet()),
        _verdicts,
        changes=False,
    ),
    "a damaged desk": Operation(
        _damaged,
        lambda folder, tell: _on_the_desk(folder, tell, lambda dossier: dossier.sheet()),
        _kept_on_the_desk,
        changes=False,
    ),
    "a translation kept": Operation(nothing, _translated, _translations),
    "a result kept": Operation(nothing, _kept, _results, is_silent=True),
    "arrays kept": Operation(nothing, _mapped, _arrays, is_silent=True),
    "settings": Operation(
        nothing,
        lambda folder, _: write_template(folder / "config.toml"),
        lambda folder: (folder / "config.toml").exists() and (folder / "config.toml").read_text("utf-8"),
    ),
    "an export": Operation(
        _report,
        lambda folder, _: save(b"new" * 9999, folder / "report.html", replace=True),
        lambda folder: (folder / "report.html").read_bytes(),
    ),
    "a batch": Operation(
        nothing,
        _batch,
        lambda folder: (
            len(Output(folder / "out.jsonl").resume(ROWS)) == len(ROWS)
        ),  # what is there is in order
    ),
    "an installation": Operation(_packages, _install, _usable),
    "a model replaced": Operation(_stocked, _install, _usable),
    "a download": Operation(nothing, _download, _usable),
}
