"""The commands that can be looked for: which of them what one writes means, best first, and how they look."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from msgspec import Struct

from tui.reader.page.drawing import BAR, Piece
from tui.reader.page.search import fold
from tui.reader.page.words import Pieces, clipped

_NAME, _KEYS, _ROOMY = 32, 16, 90
"""Cells of a name and of keys, and those from which there is room for what a command is for."""


class Command(Struct, frozen=True):
    """Something to be done, with the words by which it is found."""

    name: str
    told: str
    """What it is for."""
    run: Callable[[], object]
    keys: str = ""
    is_place: bool = False
    """Whether it goes to a place of the text, and is called as that reads: after all others, and only as it
    is written.
    """


class Match(Struct, frozen=True):
    """A command that is meant, and the characters of its name by which it is."""

    command: Command
    by: frozenset[int] = frozenset()


def matching(commands: Iterable[Command], query: str) -> list[Match]:
    """The commands that a query means: by words of their names, by letters of these, by what they are for."""
    query = fold(query).text.strip()
    if not query:
        return [Match(command) for command in commands]
    found = (_match(command, query) for command in commands)
    ranked = sorted((one for one in found if one is not None), key=lambda one: one[0])
    return [match for _, match in ranked]


def _match(command: Command, query: str) -> tuple[int, Match] | None:
    name = fold(command.name).text
    at, sort = name.find(query), 4 if command.is_place else 0
    if at >= 0:
        return sort, Match(command, frozenset(range(at, at + len(query))))
    if command.is_place:
        return None
    words = query.split()
    if all(word in name for word in words):
        by = (range(name.find(word), name.find(word) + len(word)) for word in words)
        return 1, Match(command, frozenset(place for places in by for place in places))
    if (letters := _letters(name, query.replace(" ", ""))) is not None:
        return 2, Match(command, letters)
    there = fold(command.told).text
    return (3, Match(command)) if all(word in there for word in words) else None


def _letters(name: str, letters: str) -> frozenset[int] | None:
    """Where letters stand in a name in turn, each at the head of a word or behind the one before."""
    found: list[int] = []
    at = 0
    for letter in letters:
        heads = (n for n in range(at, len(name)) if name[n] == letter and (not n or name[n - 1] == " "))
        there = at if found and at < len(name) and name[at] == letter else next(heads, None)
        if there is None:
            return None
        found.append(there)
        at = there + 1
    return frozenset(found)


def command_line(match: Match, width: int, *, at_cursor: bool) -> Pieces:
    """One command: its name with what it was found by, its keys and, where there is room, what it is for."""
    command = match.command
    name: list[Piece] = [
        ("".join(character for _, character in run), ("name", "found") if is_found else ("name",))
        for is_found, run in groupby(enumerate(command.name), key=lambda one: one[0] in match.by)
    ]
    bar: Piece = (f"{BAR} ", ("bar",)) if at_cursor else ("  ", ())
    told: Piece = (command.told, ("quiet",))
    if command.is_place:
        line: Sequence[Piece] = (bar, *name, ("   ", ()), told)
    elif width < _ROOMY:
        line = (bar, *clipped(tuple(name), width - 3 - _KEYS), (" ", ()), (command.keys, ("key",)))
    else:
        line = (
            bar,
            *clipped(tuple(name), _NAME),
            *clipped(((command.keys, ("key",)),), _KEYS),
            *(("  ", ()), told),
        )
    made = clipped(tuple(line), width)
    return tuple((text, ("cursor", *names)) for text, names in made) if at_cursor else made
