"""The formats that articles are read in: whoever opens, lists or describes them reads this one list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from pathlib import PurePath
from pkgutil import iter_modules

from msgspec import Struct

from tui.articles.blocks import Content

MANY_BYTES = 50_000_000
"""Of the largest file that is read."""
VAGUE = 80
"""The rank from which on a format is recognised by what other texts may have too."""


class Format(Struct, frozen=True):
    """One format of articles."""

    name: str
    """What it is, in a few words: `a web page`."""
    suffixes: tuple[str, ...]
    """How the names of such files end."""
    recognise: Callable[[bytes], bool]
    """Whether bytes are in this format without any doubt, whatever the file is called."""
    read: Callable[[bytes, str], Content]
    """The content of the bytes of a file with that name; `AfronteError` when they hold none."""
    rank: int = 50
    """Formats are recognised in this order: the special before the general."""
    text: bool = True
    """Whether such files are text: what is not in another format may be taken for it by its name."""
    pairs: Callable[[bytes], bool] = lambda _: False
    """Whether a text that is said to hold both versions is in this format."""


@cache
def formats() -> tuple[Format, ...]:
    """Every format, in the order in which they are recognised."""
    package = import_module("tui.articles.formats")
    found = (
        each
        for module in iter_modules(package.__path__, f"{package.__name__}.")
        for each in getattr(import_module(module.name), "FORMATS", ())
    )
    return tuple(sorted(found, key=lambda each: each.rank))


def format_of(data: bytes, path: str, *, both: bool = False) -> Format:
    """The format of a file: by its name where the content allows it, or else by the content; plain text when
    nothing tells, or with `both` versions in it the format that has room for them.
    """
    plain = by_suffix()[".txt"]
    named = by_suffix().get(PurePath(path).suffix.lower(), plain)
    if named.recognise(data):
        return named
    likely = named is not plain
    recognised = (each for each in formats() if not (likely and each.rank >= VAGUE) and each.recognise(data))
    found = next(recognised, named if named.text else plain)
    if both and found is plain:
        return next((each for each in formats() if each.pairs(data)), plain)
    return found


@cache
def by_suffix() -> Mapping[str, Format]:
    """The format that each suffix names."""
    return {suffix: each for each in formats() for suffix in each.suffixes}
