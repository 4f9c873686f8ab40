"""The shelf: the models (Argos packages) installed on this computer."""

from __future__ import annotations

import hashlib
import re
from collections import deque
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from tui.errors import AfronteError
from tui.translation.languages import closest, is_language
from tui.translation.settings import models_folder
from tui.translation.workshop import workshop
from tui.untrusted import json_of, open_regular

LARGEST_CARD = 1 << 20
"""Bytes of a `metadata.json`; real ones have some hundred."""
_LONGEST_VERSION = 40
"""Characters; it becomes part of a file's name."""
TOKENIZERS = ("sentencepiece.model", "bpe.model")


class Card(Struct, frozen=True):
    """What a package says of itself in its `metadata.json`."""

    source: str
    """The language it reads, as a code of Argos."""
    target: str
    """The language it writes, as a code of Argos."""
    version: str

    @property
    def pair(self) -> str:
        """Such as `it→en`."""
        return f"{self.source}→{self.target}"

    @property
    def order(self) -> tuple[int, ...]:
        """Sorts versions: 1.10 after 1.9."""
        return tuple(int(part) for part in re.findall(r"\d{1,9}", self.version))


class Model(Struct, frozen=True):
    """An installed model."""

    card: Card
    folder: Path
    size: int
    """Bytes on the disk."""
    build: str
    """A digest of the names, sizes and dates of its files: changes when the model is replaced."""


class Stray(Struct, frozen=True):
    """A folder on the shelf that is no usable model."""

    folder: Path
    problem: str
    """What is wrong with it, in a few words."""


class Shelf:
    """The folder of installed models; reads it anew at every question, since other programs use it too."""

    def __init__(self, folder: Path | None = None) -> None:
        """`folder`: Argos Translate's own when not given."""
        self.folder = folder or models_folder()

    def models(self) -> tuple[Model, ...]:
        """The usable models, by pair, the newest version of a pair first."""
        return self.contents()[0]

    def contents(self) -> tuple[tuple[Model, ...], tuple[Stray, ...]]:
        """The usable models, and the folders that are none; an absent folder is an empty shelf."""
        models: list[Model] = []
        strays: list[Stray] = []
        try:
            folders = sorted(path for path in self.folder.iterdir() if path.is_dir())
        except FileNotFoundError:
            folders = []
        except OSError as error:
            raise AfronteError(f"The models in {self.folder} cannot be read: {error.strerror}.") from error
        for folder in folders:
            if folder.name.startswith("."):
                continue
            try:
                models.append(open_model(folder))
            except ValueError as error:
                if folder.exists():  # else another process has just taken it away
                    strays.append(Stray(folder, str(error)))
        models.sort(key=lambda m: m.card.order, reverse=True)
        models.sort(key=lambda m: (m.card.source, m.card.target))
        return tuple(models), tuple(strays)

    def route(self, source: str, target: str) -> tuple[Model, ...]:
        """The fewest models that lead from one language (a BCP 47 tag) to another; empty when none do."""
        steps: dict[str, dict[str, Model]] = {}
        for model in self.models():
            steps.setdefault(model.card.source, {}).setdefault(model.card.target, model)
        start = closest(source, steps)
        end = closest(target, {code for onward in steps.values() for code in onward})
        if start is None or end is None or start == end:
            return ()
        routes: deque[tuple[Model, ...]] = deque([()])
        seen = {start}
        while routes:
            route = routes.popleft()
            for code, model in steps.get(route[-1].card.target if route else start, {}).items():
                if code == end:
                    return (*route, model)
                if code not in seen:
                    seen.add(code)
                    routes.append((*route, model))
        return ()

    def find(self, source: str, target: str) -> tuple[Model, ...]:
        """Every installed version of the model of exactly this pair (BCP 47 tags), the newest first."""
        models = self.models()
        start = closest(source, {m.card.source for m in models})
        end = closest(target, {m.card.target for m in models})
        return tuple(m for m in models if (m.card.source, m.card.target) == (start, end))

    def remove(self, model: Model) -> None:
        """Takes a model off the shelf."""
        with workshop(self.folder) as bench:
            # Moved first, so that an interrupted removal leaves no half of a model behind.
            model.folder.rename(bench / model.folder.name)


def open_model(folder: Path) -> Model:
    """The model in `folder`. Raises `ValueError`, saying in a few words what is missing, when it is none."""
    try:
        with open_regular(folder / "metadata.json") as metadata:
            card = read_card(metadata.read(LARGEST_CARD))
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        details = [(path.relative_to(folder).as_posix(), path.stat()) for path in files]
    except FileNotFoundError:
        raise ValueError("no metadata.json, so no Argos package") from None
    except OSError as error:
        raise ValueError(f"cannot be read: {error.strerror}") from error
    names = {name for name, stat in details if stat.st_size}
    if "model/model.bin" not in names:
        raise ValueError("half installed: no model/model.bin")
    if not names.intersection(TOKENIZERS):
        raise ValueError(f"half installed: no {TOKENIZERS[0]}")
    digest = hashlib.blake2b(digest_size=6)
    for name, stat in details:
        digest.update(f"{name} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return Model(card, folder, sum(stat.st_size for _, stat in details), digest.hexdigest())


def read_card(content: bytes) -> Card:
    """The card in a package's `metadata.json`. Raises `ValueError`, in a few words, when it has none."""
    try:
        about = json_of(content)
    except ValueError:
        raise ValueError("its metadata.json is not JSON") from None
    return card_of(about)


def card_of(about: object) -> Card:
    """The card in the parsed metadata of a package. Raises `ValueError`, in a few words, when it has none."""
    if not isinstance(about, Mapping):
        raise ValueError("its metadata is not a JSON object")  # noqa: TRY004 (one kind of error to catch)
    if about.get("type", "translate") != "translate":
        raise ValueError(f"not a translation model but {about['type']!r}")
    languages = []
    for key in ("from_code", "to_code"):
        code = about.get(key)
        if not isinstance(code, str) or not is_language(code):
            raise ValueError(f"its metadata names no language in {key!r}")
        languages.append(code)
    version = str(about.get("package_version", ""))
    if len(version) > _LONGEST_VERSION:
        raise ValueError("its metadata names no version of any use")
    return Card(languages[0], languages[1], version)
