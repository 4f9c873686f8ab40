"""Rich text: its paragraphs and cells, text boxes and notes, without what only lists and pages have.

The library that turns it into text drops notes and text boxes, and keeps the marks of lists and what was
deleted; so the groups that matter are put in order first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct, field

from tui.articles.blocks import Builder, Document
from tui.articles.formats.registry import Format
from tui.errors import AfronteError

_TOKEN = re.compile(r"\\bin(\d{1,9}) ?|\\([a-zA-Z]+)-?\d* ?|\\[^a-zA-Z]|[{}]", re.S)
_GROUP = re.compile(r"\{\s*(?:\\\*\s*)?\\(listtext|pntext|deleted|footnote|shptxt|field)(?![a-zA-Z])")
"""The beginning of a group that striprtf does not read as it is meant."""
_SHOWN = re.compile(r"\{\s*(?:\\\*\s*)?\\fldrslt(?![a-zA-Z])")
_LONGEST = 5000
"""Characters in which a field says what it is to show."""
_SIGN = re.compile(r"(?<!\\)\\(?:\*|[a-zA-Z]+-?\d* ?)|[{}\r\n]")
_LAID_OUT = re.compile(r"\s*(?:TOC|INDEX|PAGE|NUMPAGES|PAGEREF)\b", re.I)
_LINK = re.compile(r"HYPERLINK\s+(\\\\l\s*)?\"([^\"]*)\"", re.I)
_INSTEAD = {
    **dict.fromkeys(("cell", "nestcell", "row", "nestrow"), r"\par "),
    "tab": "{\t}",
    "line": "{ }",
}
"""A cell is a paragraph; a line break ends none."""
_ITEM = re.compile(r"\s*(?:[-•·–▪◦‣*]|\(?(?:\d{1,3}|[a-z])[.)])[ \xa0]*\t")
"""The mark of a list's item that is written as text."""
_BEGIN, _END, _NOTES = "\ue000", "\ue001", "\ue002"
"""Stand in the text before and behind what a link shows, and before the notes."""
_MARKED = re.compile(f"{_BEGIN}(\\d+){_BEGIN}([^{_END}]*){_END}?")


def read(data: bytes, name: str) -> Document:
    """The document in the bytes of an .rtf file; text boxes and notes follow the text."""
    from striprtf.striprtf import rtf_to_text

    ordered = _Ordered(data.decode("cp1252", "replace"))
    try:
        text = rtf_to_text(ordered.text(), errors="ignore")  # type: ignore[no-untyped-call]
    except Exception as error:  # in a damaged file the library trips over anything
        raise AfronteError(f"{name} is damaged: save it anew from the program that made it") from error
    builder = Builder()
    body, _, notes = text.partition(_NOTES)
    for part in (body, notes):
        for written in part.split("\n"):
            line = _ITEM.sub("", written, count=1) if _ITEM.match(written) else written.strip()
            at = 0
            for marked in _MARKED.finditer(line):
                builder.add(line[at : marked.start()])
                with builder.mark("link", ordered.addresses[int(marked[1])]):
                    builder.add(marked[2])
                at = marked.end()
            builder.add(line[at:].replace(_END, ""))
            builder.end()
        builder.begin_section("")
        builder.unit = "note"
    return builder.document()


class _Ordered(Struct):
    """A rich text whose groups are put in order."""

    rtf: str
    addresses: list[str] = field(default_factory=list)
    """Of its links, by the numbers that stand in the text."""
    _ends: dict[int, int] = field(default_factory=dict)
    """Behind the end of each group, by its beginning."""
    _notes: list[tuple[int, int]] = field(default_factory=list)
    """Where the inner part of each note begins and ends."""
    _boxes: list[tuple[int, int]] = field(default_factory=list)
    """The same of text boxes."""

    def text(self) -> str:
        """The rich text with text boxes and notes at its end."""
        self._find_ends()
        start = self.rtf.find("{")
        body = "".join(self._pieces(start, self._ends.get(start, len(self.rtf) + 1) - 1))
        return f"{body}{self._inner(self._boxes)}\\par {_NOTES}{self._inner(self._notes)}}}"

    def _inner(self, groups: list[tuple[int, int]]) -> str:
        """What stands inside some groups, each a paragraph at least; what they hold of their kind follows."""
        return "".join("".join((r"\par {", *self._pieces(*group), "}")) for group in groups)

    def _find_ends(self) -> None:
        begun: list[int] = []
        at = 0
        while token := _TOKEN.search(self.rtf, at):
            at = token.end() + int(token[1] or 0)
            if token[0] == "{":
                begun.append(token.start())
            elif token[0] == "}" and begun:
                self._ends[begun.pop()] = token.end()

    def _pieces(self, start: int, end: int) -> Iterator[str]:
        """What stands between two places, put in order."""
        rtf = self.rtf
        written = place = start
        links: dict[int, int] = {}  # behind the field of a link, by the place behind what it shows
        while token := _TOKEN.search(rtf, place, end):
            begin, place = token.start(), token.end() + int(token[1] or 0)
            group = _GROUP.match(rtf, begin) if token[0] == "{" else None
            if group:
                close = min(self._ends.get(begin, end), end)
                place, instead = self._taken(group, close, links)
            elif token[0] == "}" and place in links:
                place, instead = links[place], f"{_END}}}"
            elif token[2] in _INSTEAD:
                instead = _INSTEAD[token[2]]
            else:
                continue
            yield rtf[written:begin] + instead
            written = place
        yield rtf[written:end]

    def _taken(self, group: re.Match[str], close: int, links: dict[int, int]) -> tuple[int, str]:
        """Where to read on behind the beginning of a group that ends at `close`; what to write for it."""
        rtf, kind = self.rtf, group[1]
        if kind in ("footnote", "shptxt"):
            (self._notes if kind == "footnote" else self._boxes).append((group.end(), close - 1))
            return close, ""
        if kind != "field":
            return close, ""
        shown = _SHOWN.search(rtf, group.end(), min(close, group.end() + _LONGEST))
        if shown is None:
            return close, ""
        said = _SIGN.sub("", rtf[group.end() : shown.start()])
        if _LAID_OUT.match(said):
            return close, ""
        if link := _LINK.search(said):
            links[self._ends.get(shown.start(), close)] = close
            self.addresses.append(f"{'#' if link[1] else ''}{link[2]}")
            return shown.end(), f"{{{_BEGIN}{len(self.addresses) - 1}{_BEGIN}"
        return shown.start(), ""


FORMATS = (Format("rich text", (".rtf",), lambda data: data.startswith(b"{\\rtf"), read, 10, text=False),)
