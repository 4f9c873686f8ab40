"""Tables with a column for each version: .csv, .tsv and the first sheet of .xlsx."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tui.articles.blocks import Bilingual, Block, Content, Document, normalized_lines
from tui.articles.encodings import decode
from tui.articles.formats.packed import attribute, is_zip_with, local, members, parsed
from tui.articles.formats.registry import Format
from tui.errors import AfronteError
from tui.languages import LANGUAGES, base_language

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_HEADS = (
    frozenset({"source", "original", "src", "english", "originale", "sorgente"}),
    frozenset({"target", "translation", "tgt", "traduzione", "destinazione", "italian", "italiano"}),
)
"""What the heads of the two columns are called when they are not called after languages."""
_CELL = re.compile(r"([A-Z]{1,3})(\d+)")
_BOOK = ("[Content_Types].xml", "xl/workbook.xml")

_SEPARATORS = "\t;,|"
"""What may stand between two cells, the surest first."""

Row = tuple[int, tuple[str, ...]]
"""The number of a row, from 1, and the text of its cells."""


def content_of(rows: Sequence[Row]) -> Content:
    """The two columns that the first row names, or with the most text; a document of the only one."""
    filled = [row for row in rows if any(cell.strip() for cell in row[1])]
    if not filled:
        return Document(())
    names = [cell.strip().lower() for cell in filled[0][1]]
    columns, languages, headed = _columns(filled, names)
    body = filled[1:] if headed else filled
    documents = [
        Document(
            tuple(
                Block(
                    " ".join(normalized_lines(cells[column] if column < len(cells) else "").split()),
                    place=f"cell {_letters(column)}{number}",
                    unit=unit,
                )
                for unit, (number, cells) in enumerate(body)
            ),
            language,
        )
        for column, language in zip(columns, languages, strict=True)
    ]
    return Bilingual(documents[0], documents[1]) if len(documents) > 1 else documents[0]


def _columns(rows: Sequence[Row], names: Sequence[str]) -> tuple[list[int], list[str], bool]:
    """The columns of source and target, or the only one, with their languages; whether the first row names
    them.
    """
    said = {n: tag for n, name in enumerate(names) if (tag := _language(name)) in LANGUAGES}
    named = [next((n for n, name in enumerate(names) if name in heads), None) for heads in _HEADS]
    if named[0] is not None and named[1] is not None:
        return [named[0], named[1]], [said.get(named[0], ""), said.get(named[1], "")], True
    if len(said) > 1:
        first, second = list(said)[:2]
        return [first, second], [said[first], said[second]], True
    width = max(len(cells) for _, cells in rows)
    sizes = [
        sum(sum(map(str.isalpha, cells[column])) for _, cells in rows if column < len(cells))
        for column in range(width)
    ]
    two = sorted(sorted(range(width), key=lambda column: -sizes[column])[:2])
    if len(two) == 2 and min(sizes[column] for column in two) > 0:
        return two, ["", ""], False
    return [max(range(width), key=sizes.__getitem__)], [""], False


def _language(name: str) -> str:
    """The tag of a language that a head names by tag or name, empty for any other."""
    import langcodes

    tag = re.fullmatch(r"[a-z]{2,3}(?:[-_][a-z]{2,4})?", name)
    if tag:
        return base_language(name)
    try:
        return langcodes.find(name).to_tag() if name.isalpha() and len(name) > 3 else ""
    except LookupError:
        return ""


def _letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _read_text(data: bytes, name: str) -> Content:
    text = decode(data, name)
    if even := _even_rows(text):
        return content_of(even)
    try:
        dialect: type[csv.Dialect] | csv.Dialect = csv.Sniffer().sniff(text[:20_000], delimiters=_SEPARATORS)
    except csv.Error:
        dialect = csv.excel_tab if "\t" in text[:2000] else csv.excel
    dialect.doublequote = True
    rows = csv.reader(text.splitlines(keepends=True), dialect)
    return content_of([(number, tuple(cells)) for number, cells in enumerate(rows, 1)])


def _even_rows(text: str) -> list[Row]:
    """The rows of a table whose every row has as many cells, two or more; none where no separator gives that.

    A comma or semicolon with a blank behind it is one of a sentence and separates nothing.
    """
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    lines = text.splitlines(keepends=True)
    for separator in _SEPARATORS:
        rows: list[Row] = []
        for number, cells in enumerate(csv.reader(lines, delimiter=separator), 1):
            if not cells:
                continue
            wordy = separator in ",;" and any(cell.startswith(" ") for cell in cells[1:])
            if len(cells) < 2 or wordy or (rows and len(cells) != len(rows[0][1])):
                break
            rows.append((number, tuple(cells)))
        else:
            if len(rows) > 1:
                return rows
    return []


def _holds_both(data: bytes) -> bool:
    """Whether bytes are a text of even rows, two columns of which have words."""
    try:
        return isinstance(content_of(_even_rows(decode(data, ""))), Bilingual)
    except AfronteError:
        return False


def _read_book(data: bytes, name: str) -> Content:
    files = members(data, name, ("xl/",))
    shared = [_text(item) for item in _elements(files.get("xl/sharedStrings.xml"), "si", name)]
    return content_of(list(_rows(files.get(_first_sheet(files, name), b""), shared, name)))


def _first_sheet(files: Mapping[str, bytes], name: str) -> str:
    """The member that holds the first sheet of a workbook, by the book's own list."""
    sheet = next(iter(_elements(files.get("xl/workbook.xml"), "sheet", name)), None)
    wanted = attribute(sheet, "id") if sheet is not None else ""
    for relation in _elements(files.get("xl/_rels/workbook.xml.rels"), "Relationship", name):
        if relation.get("Id") == wanted:
            target = relation.get("Target", "")
            return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return "xl/worksheets/sheet1.xml"


def _rows(sheet: bytes, shared: Sequence[str], name: str) -> Iterator[Row]:
    for number, row in enumerate(_elements(sheet, "row", name), 1):
        cells: dict[int, str] = {}
        for cell in (child for child in row if local(child) == "c"):
            place = _CELL.fullmatch(cell.get("r", ""))
            column = _number(place[1]) if place else len(cells)
            value = next((child for child in cell if local(child) in ("v", "is")), None)
            if value is None or column > 1000:
                continue
            text = _text(value)
            if cell.get("t") == "s":
                text = shared[int(text)] if text.isdecimal() and int(text) < len(shared) else ""
            cells[column] = text
        here = row.get("r", "")
        width = max(cells, default=-1) + 1
        yield int(here) if here.isdecimal() else number, tuple(cells.get(n, "") for n in range(width))


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


FORMATS = (
    Format("a table", (".csv", ".tsv"), lambda _: False, _read_text, pairs=_holds_both),
    Format("a workbook", (".xlsx", ".xlsm"), _is_book, _read_book, 10, text=False),
)
