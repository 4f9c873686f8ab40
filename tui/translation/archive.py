"""An Argos package as it travels: a zip file, trusted in nothing."""

from __future__ import annotations

import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from errno import EINVAL
from itertools import compress
from pathlib import Path, PurePosixPath

from msgspec import Struct

from tui.errors import AfronteError, StoppedError
from tui.translation.shelf import LARGEST_CARD, Card, read_card
from tui.translation.workshop import Cancelled, never
from tui.untrusted import open_regular

_EXPECTED = re.compile(
    r"metadata\.json|(README|LICENSE|LICENCE|NOTICE)(\.\w+)?|sentencepiece\.model|bpe\.model"
    r"|model/[\w.-]+\.(bin|json|txt)|(stanza|spacy|minisbd)/.+"
)
"""What Argos looks for in a package: the model, its tokenizer and the data of three sentence splitters."""
_ROOT = re.compile(r"\w[\w.-]*")


class Limits(Struct, frozen=True):
    """How much a package may be; real ones unpack to some 100 MB, hardly smaller than they travel."""

    unpacked: int = 2 << 30
    """Bytes in all."""
    ratio: int = 50
    """How many times its packed size a file of over 32 MB may unpack to."""
    files: int = 2000


LIMITS = Limits()


class Package(Struct, frozen=True):
    """A package whose list of contents is as it should be."""

    path: Path
    root: str
    """The one folder that holds everything in it."""
    card: Card
    files: tuple[zipfile.ZipInfo, ...]
    """What is unpacked."""
    left_out: tuple[str, ...]
    """The names of the files in it that no model needs."""

    @property
    def size(self) -> int:
        """Bytes it unpacks to."""
        return sum(entry.file_size for entry in self.files)

    def unpack(
        self, folder: Path, progress: Callable[[int], None] | None = None, cancelled: Cancelled = never
    ) -> Path:
        """Unpacks into `folder`, checking every file's CRC, and returns the folder of the model.

        `progress` gets the bytes written so far. Raises `AfronteError` for a damaged package, `OSError` when
        the disk is full.
        """
        done = 0
        with _opened(self.path) as package:
            for entry in self.files:
                target = folder / entry.filename
                target.parent.mkdir(parents=True, exist_ok=True)
                with package.open(entry) as read, target.open("xb") as write:
                    while block := read.read(1 << 20):
                        if cancelled():
                            raise StoppedError("The installation was stopped; nothing was installed.")
                        write.write(block)
                        done += len(block)
                        if progress:
                            progress(done)
        return folder / self.root


def open_package(path: Path, limits: Limits = LIMITS) -> Package:
    """Reads a package's list of contents and its metadata; nothing is written.

    Raises `AfronteError` when it is truncated or too big, does not keep to one folder (a path that leads out
    of it, a link, a device), or says nothing of its languages. Other files that no model needs are left out.
    """
    with _opened(path) as package:
        entries = package.infolist()
        if problem := _problem(entries, limits):
            raise AfronteError(f"{path} is not installed: {problem}.")
        root = PurePosixPath(entries[0].filename).parts[0]
        try:
            with package.open(f"{root}/metadata.json") as metadata:
                card = read_card(metadata.read(LARGEST_CARD))
        except KeyError:
            raise AfronteError(f"{path} is no Argos model: it holds no metadata.json.") from None
        except ValueError as error:
            raise AfronteError(f"{path} is no Argos model: {error}.") from None
        files = [entry for entry in entries if not entry.is_dir()]
        needed = [bool(_EXPECTED.fullmatch(entry.filename.removeprefix(f"{root}/"))) for entry in files]
        return Package(
            path,
            root,
            card,
            tuple(compress(files, needed)),
            tuple(entry.filename for entry, wanted in zip(files, needed, strict=True) if not wanted),
        )


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        file = open_regular(path)
    except FileNotFoundError:
        raise AfronteError(f"{path} does not exist.") from None
    except IsADirectoryError:
        raise AfronteError(f"{path} is a folder; name the .argosmodel file.") from None
    except OSError as error:
        raise AfronteError(f"{path} cannot be read: {error.strerror}; name the .argosmodel file.") from error
    try:
        with file, zipfile.ZipFile(file) as package:
            yield package
    except (
        zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, NotImplementedError, OSError,
    ) as error:  # fmt: skip
        if isinstance(error, OSError) and error.errno != EINVAL:  # not a place before the file's beginning
            raise
        raise AfronteError(f"{path} is damaged or no Argos model (a zip file); get it again.") from error


def _problem(entries: list[zipfile.ZipInfo], limits: Limits) -> str | None:
    """What speaks against unpacking these entries, in a few words."""
    if not entries:
        return "it is empty"
    if len(entries) > limits.files:
        return f"it holds {len(entries)} files, and a model needs a dozen"
    if sum(entry.file_size for entry in entries) > limits.unpacked:
        return f"it unpacks to more than {limits.unpacked >> 20} MB"
    seen: set[str] = set()
    root = entries[0].filename.partition("/")[0]
    for entry in entries:
        name = entry.filename
        if not _ROOT.fullmatch(root) or not _is_inside(entry, root):
            return f"{name!r} leads out of its folder"
        if stat.S_IFMT(entry.external_attr >> 16) not in (0, stat.S_IFREG, stat.S_IFDIR):
            return f"{name!r} is a link or a device"
        if entry.flag_bits & 1 or entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            return f"{name!r} is encrypted or packed in an unknown way"
        if name.casefold() in seen:
            return f"{name!r} stands in it twice"
        if entry.file_size > limits.ratio * max(entry.compress_size, 1) and entry.file_size > 32 << 20:
            return f"{name!r} unpacks to {entry.file_size // max(entry.compress_size, 1)} times its size"
        seen.add(name.casefold())
    return None


def _is_inside(entry: zipfile.ZipInfo, root: str) -> bool:
    # `filename` has the system's separators made into slashes; `orig_filename` is what the file says.
    name = entry.orig_filename
    parts = name.removesuffix("/").split("/")
    return (
        parts[0] == root
        and not any(part in ("", ".", "..") for part in parts)
        and not set(name) & set("\\:\0")
    )
