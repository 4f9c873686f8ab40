"""Shelves with real models on them, for every test that translates."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from argos_package import write_package

from tui.translation import Shelf, install_file

ROOT = "translate-it_en-1_0"
"""The folder of the model it→en, in its package and on the shelf."""


@pytest.fixture(scope="session")
def italian_english(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a real model it→en of a few words."""
    return write_package(tmp_path_factory.mktemp("packages") / "it_en.argosmodel")


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """An empty shelf."""
    return Shelf(tmp_path / "home" / "packages")


@pytest.fixture
def stocked(shelf: Shelf, italian_english: Path) -> Shelf:
    """A shelf with the model it→en."""
    install_file(italian_english, shelf)
    return shelf


@pytest.fixture
def package(tmp_path: Path) -> Callable[..., Path]:
    """Writes a package with the given words and settings."""

    def write(name: str = "package", **settings: Any) -> Path:
        return write_package(tmp_path / f"{name}.argosmodel", **settings)

    return write


def left_in(shelf: Shelf) -> set[str]:
    """What an installation that failed left on the shelf and beside it."""
    places = (shelf.folder, shelf.folder.parent)
    return {path.name for place in places if place.exists() for path in place.iterdir()} - {
        "packages",
        ".afronte.lock",
    }
