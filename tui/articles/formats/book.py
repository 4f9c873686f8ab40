"""Workbooks: the sheet that has a column for each version, its cells as they are shown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from tui.articles.blocks import Bilingual, Content
from tui.articles.formats.packed import attribute, is_zip_with, local, members, parsed
from tui.articles.formats.registry import Format
from tui.articles.formats.sheet import Row, content_of, named_columns

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_DIGITS = 10
"""So many digits are no number of a row, a style or a text."""
_CELL = re.compile(r"([A-Z]{1,3})(\d+)")
_BOOK = ("[Content_Types].xml", "xl/workbook.xml")
_DAYS = {14: "%Y-%m-%d", 15: "%Y-%m-%d", 16: "%m-%d", 17: "%Y-%m", 22: "%Y-%m-%d %H:%M"}
_TIMES = dict.fromkeys((18, 19, 20, 21, 45, 46, 47), "%H:%M")
_SHARES = frozenset({9, 10})
"""The built-in formats of numbers (ECMA-376, 18.8.30) that show a date, a time, a percentage."""
_QUOTED = re.compile(r"\"[^\"]*\"|\\.|\[[^\]]*\]|_.|\*.")
"""What a format shows as it is, and its colours and widths."""
_EPOCH = datetime(1899, 12, 30)
_LAST_DAY = 2_958_466
"""Of the calendar of workbooks: the day after 31 December 9999."""


def _read_book(data: bytes, name: str) -> Content:
    files = members(data, name, ("xl/",))
    shared = [_text(item) for item in _elements(files.get("xl/sharedStrings.xml"), "si", name)]
    shown = _formats(files.get("xl/styles.xml"), name)
    sheets = _sheets(files, name)
    found = []
    for title, member in sheets.items():
        rows = list(_rows(files.get(member, b""), shared, shown, name))
        content = content_of(rows, title if len(sheets) > 1 else "")
        found.append((_worth(rows, content), content))
    return max(found, key=lambda one: one[0])[1]


def _worth(rows: Sequence[Row], content: Content) -> tuple[bool, bool, int]:
    """How much speaks for a sheet: it names two columns, it has two, it has much text."""
    filled = [row for row in rows if any(cell.strip() for cell in row[1])]
    documents = (content.source, content.target) if isinstance(content, Bilingual) else (content,)
    letters = sum(map(str.isalpha, "".join(document.text for document in documents)))
    return named_columns(filled) is not None, isinstance(content, Bilingual), letters


def _sheets(files: Mapping[str, bytes], name: str) -> dict[str, str]:
    """The members that hold the sheets of a workbook that are shown, by title, in the book's own order."""
    members_of = {
        relation.get("Id", ""): relation.get("Target", "")
        for relation in _elements(files.get("xl/_rels/workbook.xml.rels"), "Relationship", name)
    }
    found = {}
    for sheet in _elements(files.get("xl/workbook.xml"), "sheet", name):
        target = members_of.get(attribute(sheet, "id"), "worksheets/sheet1.xml")
        if attribute(sheet, "state") not in ("hidden", "veryHidden"):
            found[attribute(sheet, "name")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return found or {"": "xl/worksheets/sheet1.xml"}


def _formats(styles: bytes | None, name: str) -> list[str]:
    """How each style of cells shows a number: as a time for `strftime`, as a share (`%`), or as it is."""
    own = {one.get("numFmtId", ""): one.get("formatCode", "") for one in _elements(styles, "numFmt", name)}
    styles_of_cells = next(iter(_elements(styles, "cellXfs", name)), None)
    return [
        _format(one.get("numFmtId", ""), own)
        for one in (styles_of_cells if styles_of_cells is not None else ())
    ]


def _format(number: str, own: Mapping[str, str]) -> str:
    if number not in own:
        known = _index(number) or 0
        return "%" if known in _SHARES else (_DAYS | _TIMES).get(known, "")
    code = _QUOTED.sub("", own[number].partition(";")[0]).lower()
    if "%" in code:
        return "%"
    day, hour = any(sign in code for sign in "dy"), "h" in code
    return " ".join(filter(None, ("%Y-%m-%d" if day else "", "%H:%M" if hour else "")))


def _shown(value: str, form: str) -> str:
    """A number as its cell shows it, dates in the order of ISO 8601."""
    try:
        number = float(value)
    except ValueError:
        return value
    if form == "%":
        return f"{round(number * 100, 6):g}%"
    if form and 0 <= number < _LAST_DAY:
        return (_EPOCH + timedelta(seconds=round(number * 86400))).strftime(form)
    return value


def _rows(sheet: bytes, shared: Sequence[str], shown: Sequence[str], name: str) -> Iterator[Row]:
    for number, row in enumerate(_elements(sheet, "row", name), 1):
        cells: dict[int, str] = {}
        for cell in (child for child in row if local(child) == "c"):
            place = _CELL.fullmatch(cell.get("r", ""))
            column = _number(place[1]) if place else len(cells)
            value = next((child for child in cell if local(child) in ("v", "is")), None)
            if value is None or column > 1000:
                continue
            text, style = _text(value), cell.get("s", "")
            if cell.get("t") == "s":
                at = _index(text)
                text = shared[at] if at is not None and at < len(shared) else ""
            elif cell.get("t", "n") == "n" and (at := _index(style)) is not None and at < len(shown):
                text = _shown(text, shown[at])
            cells[column] = text
        here = _index(row.get("r", ""))
        width = max(cells, default=-1) + 1
        yield number if here is None else here, tuple(cells.get(n, "") for n in range(width))


def _index(text: str) -> int | None:
    """The number that some digits are; None for other texts, and for more digits than a number has."""
    return int(text) if text.isdecimal() and len(text) < _DIGITS else None


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _elements(xml: bytes | None, tag: str, name: str) -> Iterator[Element]:
    if xml:
        yield from (element for element in parsed(xml, name).iter() if local(element) == tag)


def _text(element: Element) -> str:
    """The text of a cell or string, without the reading aids of Japanese."""
    if local(element) == "rPh":
        return ""
    inner = "".join(_text(child) for child in element)
    return (element.text or "" if local(element) in ("t", "v") else "") + inner


def _is_book(data: bytes) -> bool:
    return is_zip_with(data, *_BOOK)


FORMATS = (Format("a workbook", (".xlsx", ".xlsm"), _is_book, _read_book, 10, text=False),)
