"""Tables kept as they are after reading: parsed, taken apart and looked up by their keys."""

from __future__ import annotations

import gc
import marshal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from tui.cache.files import Block, kept_file
from tui.cache.folder import cache_folder, fingerprint, state_of

Table = TypeVar("Table")


def kept_table(
    name: str, make: Callable[[], Table], *, file: Path | None = None, folder: Path | None = None
) -> Table:
    """What `make` gives, from the file where an earlier run of this very program kept it.

    `file`: what it is read from, where it is one file, so that a running program sees that it was written.
    Only plain values are kept: strings, numbers, and exact tuples, lists, dictionaries and sets of these.
    There are as many files as tables and languages: a dictionary has some megabytes, the others have fewer.
    """

    def made() -> list[Block]:
        with no_garbage():
            plain: Any = make()
        return [marshal.dumps(plain)]

    made_from = f"{fingerprint()} {sys.version} {state_of(file) if file else ''}"
    data = table_file(name, made_from, made, folder)
    with no_garbage():
        found: Table = marshal.loads(data)
    return found


def table_file(
    name: str, made_from: str, make: Callable[[], Sequence[Block]], folder: Path | None
) -> memoryview:
    """The bytes of a table, by `kept_file`, among those of the others."""
    return kept_file(
        name.replace("/", "-").replace(" ", "-"), made_from, make, folder or cache_folder() / "tables"
    )


def kept_version(distribution: str) -> str:
    """The version of what is installed, asked once: that loads a parser of mail, a tenth of a short run."""

    def asked() -> str:
        from importlib.metadata import version

        return version(distribution)

    return kept_table(f"version {distribution}", asked)


@contextmanager
def no_garbage() -> Iterator[None]:
    """For what makes much that stays, so that garbage in it is not looked for again and again."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
