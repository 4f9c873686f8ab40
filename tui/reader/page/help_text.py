"""The help in words: what the marks mean and every key by task, filtered and laid out in lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from tui.reader.page.search import fold
from tui.reader.page.words import Pieces, clipped, wrapped

LEGEND = (
    ("=", "aligned: the two sides say this beside each other"),
    ("−  ╱╱╱", "only in the source: the other side has nothing for it"),
    ("+  ╱╱╱", "only in the target"),
    ("⇄", "moved: the counterpart stands elsewhere; {counterpart} goes there and back"),
    ("⤷ T12", "continued: what belongs here stands beside that paragraph"),
    ("≠", "a fact differs: number, date, name, negation, speaker"),
    ("~", "a word without a counterpart; faint: a link less sure than those around it"),
    ("‹word›", "in the translation: a word or clause that the text beside it lacks"),
    ("✓ × ≈ ✎", "a finding confirmed, dismissed, intended, or open with a note"),
    ("▸ ✎ ✦", "before a paragraph: a bookmark, a note, both"),
    ("▌", "where the cursor is, in both panes"),
    ("◆ ▪ ·", "in the column at the right: facts, missing text, words"),
    ("S12  T14", "paragraph 12 of the source, paragraph 14 of the target"),
    ("97% sure", "how likely it is that the two sides really differ there"),
    ("⟨RLO⟩ ␛", "a character that a terminal would obey or hide"),
)
"""Each mark and what it means; the ids of actions stand in braces, for their keys."""
_SIGNS = 15
"""Cells of the column of signs and keys."""


class Entry(Struct, frozen=True):
    """One line of the help."""

    sign: str
    told: str
    name: str = ""
    """What the action is called, to be looked for."""

    def says(self, wanted: Sequence[str], title: str) -> bool:
        """Whether all of some folded words stand in it or in the title above it."""
        there = fold(f"{self.sign} {self.told} {self.name} {title}").text
        return all(word in there for word in wanted)


class Section(Struct, frozen=True):
    """Entries under one title."""

    title: str
    entries: tuple[Entry, ...]


def help_lines(sections: Sequence[Section], words: str, width: int) -> list[Pieces]:
    """What the help says with all of some words in it, in lines of at most `width` cells."""
    return list(_lines(sections, fold(words).text.split(), width)) or [
        ((" Nothing in the help says that.", ()),)
    ]


def _lines(sections: Sequence[Section], wanted: Sequence[str], width: int) -> Iterator[Pieces]:
    for section in sections:
        shown = [entry for entry in section.entries if entry.says(wanted, section.title)]
        if not shown:
            continue
        yield ((f" {section.title}", ("title",)),)
        for entry in shown:
            sign = clipped(((f"  {entry.sign}", ("key",)),), _SIGNS)
            for line in wrapped(entry.told, width - _SIGNS - 3):
                yield (*sign, ("  ", ()), (line, ()))
                sign = ((" " * _SIGNS, ()),)
        yield ()
