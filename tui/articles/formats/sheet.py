"""Tables with a column for each version."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence

from tui.articles.blocks import Bilingual, Block, Content, Document, normalized_lines
from tui.articles.detection import detect
from tui.articles.encodings import decode
from tui.articles.formats.registry import Format
from tui.errors import AfronteError
from tui.languages import LANGUAGES, base_language

_HEADS = (
    frozenset({"source", "original", "src", "english", "originale", "sorgente", "origine"}),
    frozenset(
        {
            "target",
            "translation",
            "translated",
            "tgt",
            "traduzione",
            "tradotto",
            "destinazione",
            "italian",
            "italiano",
        }
    ),
)
"""What the heads of the two columns are called when they are not called after languages."""
_FEW = 0.1
"""The share of the text of the fullest column up to which another holds no version."""
_HEAD_WORDS = 3
"""Words of a cell at most that names its column."""
_LONGEST_NAME = 40
"""Letters of the name of a language: it is looked for in each of its parts."""
_HEAD_ROWS = 5
"""Rows at the top in which the columns may be named; above it stands no more than a title."""
_SAID = re.compile(r"\Asep=(.)\r?\n", re.I)
"""The line by which a table tells spreadsheets its separator."""
_SEPARATORS = "\t;,|"
"""What may stand between two cells, the surest first."""

_SNIFFED = 4_000
"""Characters in which the separator of uneven rows is looked for; of quotation marks it takes the square."""

Row = tuple[int, tuple[str, ...]]
"""The number of a row, from 1, and the text of its cells."""


def content_of(rows: Sequence[Row], sheet: str = "") -> Content:
    """The two columns that a row at the top names, or else the two in different languages, or else those with
    the most text; a document of the only one.

    `sheet`: the name of the sheet, where places are to say it.
    """
    filled = [row for row in rows if any(cell.strip() for cell in row[1])]
    if not filled:
        return Document(())
    columns, languages, body = named_columns(filled) or _unnamed_columns(filled)
    documents = [
        Document(
            tuple(
                Block(
                    " ".join(normalized_lines(cells[column] if column < len(cells) else "").split()),
                    place=f"cell {f'{sheet}!' if sheet else ''}{_letters(column)}{number}",
                    unit=unit,
                )
                for unit, (number, cells) in enumerate(body)
            ),
            language,
        )
        for column, language in zip(columns, languages, strict=True)
    ]
    return Bilingual(documents[0], documents[1]) if len(documents) > 1 else documents[0]


_Columns = tuple[list[int], list[str], Sequence[Row]]
"""Columns, the language that each is said to be in, and the rows that are no heads."""


def named_columns(rows: Sequence[Row]) -> _Columns | None:
    """The columns of source and target where a row names them; no row may be empty."""
    for index, (_, cells) in enumerate(rows[:_HEAD_ROWS]):
        names = [cell.strip().lower() for cell in cells]
        if found := _named(names):
            return *found, rows[index + 1 :]
        if sum(map(bool, names)) > 1:
            return None
    return None


def _named(names: Sequence[str]) -> tuple[list[int], list[str]] | None:
    """The columns of source and target among names, by the whole name before its words; their languages."""
    words = [found if len(found := re.findall(r"[\w-]+", name)) <= _HEAD_WORDS else [] for name in names]
    said = {
        n: tag
        for n, each in enumerate(words)
        if (tag := next(filter(LANGUAGES.__contains__, map(_language, each)), ""))
    }
    source, target = (
        next(
            (
                n
                for exact in (True, False)
                for n, name in enumerate(names)
                if name in heads or not (exact or heads.isdisjoint(words[n]))
            ),
            None,
        )
        for heads in _HEADS
    )
    if source is not None and target is not None and source != target:
        return [source, target], [said.get(source, ""), said.get(target, "")]
    for first, second in ((a, b) for a in said for b in said if a < b and said[a] != said[b]):
        return [first, second], [said[first], said[second]]
    return None


def _unnamed_columns(rows: Sequence[Row]) -> _Columns:
    """The first two columns in different languages, or else the two with the most text, or the only one."""
    columns: list[list[str]] = [[] for _ in range(max(len(cells) for _, cells in rows))]
    for _, row in rows:
        for cells, cell in zip(columns, row, strict=False):
            cells.append(cell)
    sizes = [sum(sum(map(str.isalpha, cell)) for cell in cells) for cells in columns]
    enough = _FEW * max(sizes)
    found: dict[str, int] = {}
    for column, cells in enumerate(columns):
        if sizes[column] > enough and (language := detect("\n".join(cells))) in LANGUAGES:
            found.setdefault(str(language), column)
    two = sorted(sorted(range(len(sizes)), key=lambda column: -sizes[column])[:2])
    if len(found) > 1:
        return list(found.values())[:2], ["", ""], rows
    if len(two) == 2 and min(sizes[column] for column in two) > 0:
        return two, ["", ""], rows
    return [max(range(len(sizes)), key=sizes.__getitem__)], [""], rows


def _language(name: str) -> str:
    """The tag of a language that a head names by tag or name, empty for any other."""
    import langcodes

    tag = re.fullmatch(r"[a-z]{2,3}(?:[-_][a-z]{2,4})?", name)
    if tag:
        return base_language(name)
    try:
        return langcodes.find(name).to_tag() if name.isalpha() and 3 < len(name) <= _LONGEST_NAME else ""
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
    if said := _SAID.match(text):
        rows = csv.reader(text.splitlines(keepends=True)[1:], delimiter=said[1])
        return content_of([(number, tuple(cells)) for number, cells in enumerate(rows, 2)])
    if even := _even_rows(text):
        return content_of(even)
    try:
        dialect: type[csv.Dialect] | csv.Dialect = csv.Sniffer().sniff(
            text[:_SNIFFED], delimiters=_SEPARATORS
        )
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


FORMATS = (Format("a table", (".csv", ".tsv"), lambda _: False, _read_text, pairs=_holds_both),)
