"""Putting a model on the shelf: complete and tried, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from msgspec import Struct

from tui.errors import AfronteError, StoppedError
from tui.translation.archive import LIMITS, Limits, open_package
from tui.translation.argos import try_model
from tui.translation.download import download, forget
from tui.translation.index import Offer
from tui.translation.languages import language_name
from tui.translation.shelf import Card, Model, Shelf, open_model
from tui.translation.workshop import Cancelled, never, workshop


class Step(Struct, frozen=True):
    """How far an installation has come."""

    stage: Literal["waiting", "download", "unpack", "try"]
    """`waiting`: for another process that is changing the models; `try`: the model translates its first
    words."""
    done: int = 0
    """Bytes."""
    total: int | None = None
    """Bytes; None when nobody says."""
    left_out: tuple[str, ...] = ()
    """The files of the package that no model needs, and that are not unpacked."""


Report = Callable[[Step], None]


def install_offer(
    offer: Offer,
    shelf: Shelf,
    report: Report | None = None,
    cancelled: Cancelled = never,
    downloads: Path | None = None,
) -> Model:
    """Downloads an offered model and puts it on the shelf; one that is there already is left as it is.

    `downloads`: where unfinished downloads wait, in the user's cache folder when not given. Raises
    `AfronteError` with the shelf as it was; `StoppedError` when `cancelled` said so.
    """
    import platformdirs

    report = report or _quiet
    folder = downloads or Path(platformdirs.user_cache_dir("afronte")) / "downloads"
    report(Step("waiting"))
    with workshop(shelf.folder, cancelled) as bench:
        for model in shelf.models():
            if model.card == offer.card:
                return model
        part = download(offer, folder, lambda done, total: report(Step("download", done, total)), cancelled)
        try:
            model = _install(part, shelf, bench, report, cancelled, LIMITS, offer.card)
        except StoppedError:
            raise
        except AfronteError:
            forget(part)  # complete, and no good: to go on from it would be no use
            raise
        forget(part)
        return model


def install_file(
    path: Path,
    shelf: Shelf,
    report: Report | None = None,
    cancelled: Cancelled = never,
    limits: Limits = LIMITS,
) -> Model:
    """Puts the model of an `.argosmodel` file on the shelf, in the place of one of the same name.

    Raises `AfronteError` with the shelf as it was; `StoppedError` when `cancelled` said so.
    """
    report = report or _quiet
    open_package(path, limits)  # before anything waits or is made
    report(Step("waiting"))
    with workshop(shelf.folder, cancelled) as bench:
        return _install(path, shelf, bench, report, cancelled, limits)


def verify(model: Model) -> None:
    """Looks whether an installed model is complete and translates. Raises `AfronteError` when it does not."""
    try:
        open_model(model.folder)
    except ValueError as error:
        raise AfronteError(f"{model.folder} is no usable model: {error}.") from None
    try_model(model)


def _install(
    path: Path,
    shelf: Shelf,
    bench: Path,
    report: Report,
    cancelled: Cancelled,
    limits: Limits,
    expected: Card | None = None,
) -> Model:
    package = open_package(path, limits)
    if expected and (package.card.source, package.card.target) != (expected.source, expected.target):
        raise AfronteError(
            f"{path} translates {_spoken(package.card)}, and {_spoken(expected)} was asked for; "
            "it is not installed."
        )
    place = shelf.folder / package.root
    if problem := _taken(place, package.card):
        raise AfronteError(f"{place} is in the way: {problem}. Move it elsewhere and try again.")
    report(Step("unpack", 0, package.size, package.left_out))
    folder = package.unpack(bench, lambda done: report(Step("unpack", done, package.size)), cancelled)
    report(Step("try"))
    try:
        try_model(open_model(folder))
    except ValueError as error:
        raise AfronteError(f"{path} is no Argos model: {error}.") from None
    _put_up(folder, place, bench)
    return open_model(place)


def _put_up(folder: Path, place: Path, bench: Path) -> None:
    """Moves a complete model to its place on the shelf, where there is a usable one at every moment."""
    former = place.with_name(f"{place.name}.former")
    if place.exists():
        if former.exists():  # left by a process that was killed here
            former.rename(bench / f"{former.name}.earlier")
        place.rename(former)
    folder.rename(place)
    if former.exists():
        former.rename(bench / former.name)


def _taken(place: Path, card: Card) -> str | None:
    """Why the folder at `place` must not be replaced by the model of `card`; None when it may, or is not
    there.
    """
    if not place.exists():
        return None
    try:
        there = open_model(place).card
    except ValueError:
        # Half a model may go; anything else is not ours to delete.
        half = {path.name for path in place.iterdir()} & {"metadata.json", "model"} if place.is_dir() else ()
        return None if half else "it is no model"
    same = (there.source, there.target) == (card.source, card.target)
    return None if same else f"it translates {_spoken(there)}"


def _spoken(card: Card) -> str:
    return f"{language_name(card.source)} into {language_name(card.target)}"


def _quiet(_step: Step) -> None:
    pass
