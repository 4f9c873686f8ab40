"""Tables and workbooks as people keep them: both versions are found, and cells read as they are shown."""

import io
from collections.abc import Sequence
from datetime import date

import pytest
from xlsxwriter import Workbook

from tui.articles.blocks import Bilingual
from tui.articles.formats.registry import format_of

ROWS = [
    ("The boat leaves from the old pier in the morning.", "La barca parte dal vecchio molo la mattina."),
    ("It does not wait for the people of the island.", "Non aspetta la gente dell'isola."),
]
REMARK = "This is a long remark of the translator, who had a good deal to say about the sentence in this row."


def sides(data: bytes, name: str) -> list[tuple[str, str, str]]:
    """Place of the source, source and target of each unit."""
    content = format_of(data, name).read(data, name)
    assert isinstance(content, Bilingual)
    pairs = zip(content.source.blocks, content.target.blocks, strict=True)
    return [(source.place, source.text, target.text) for source, target in pairs]


def book(sheets: dict[str, Sequence[Sequence[object]]], hidden: str = "") -> bytes:
    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as made:
        shapes = {"%": made.add_format({"num_format": "0.0%"})}
        day = made.add_format({"num_format": 'd" of "mmmm\\ yyyy;@'})
        for title, rows in sheets.items():
            sheet = made.add_worksheet(title)
            if title == hidden:
                sheet.hide()
            for n, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    if isinstance(cell, date):
                        sheet.write_datetime(n, column, cell, day)
                    elif isinstance(cell, float):
                        sheet.write_number(n, column, cell, shapes["%"])
                    else:
                        sheet.write(n, column, cell)
    return out.getvalue()


@pytest.mark.parametrize(
    "heads",
    [
        ("Key", "Source text", "Translated text", "Comment"),
        ("ID", "English", "Italiano", "Note"),
        ("Chiave", "Testo inglese", "Testo italiano", "Commento"),
        ("source file", "source", "target", "date"),
        (),
    ],
)
def test_the_versions_are_found_beside_other_columns(heads: tuple[str, ...]) -> None:
    rows = [(f"a.{n}", *both, REMARK) for n, both in enumerate(ROWS)]
    text = "\n".join(";".join(row) for row in ([heads] if heads else []) + rows)
    first = len(text.splitlines()) - len(ROWS) + 1
    assert sides(text.encode(), "a.csv") == [(f"cell B{first + n}", *both) for n, both in enumerate(ROWS)]


def test_a_table_may_name_its_separator() -> None:
    text = "sep=;\r\nEN;IT\r\n" + "\r\n".join(";".join(row) for row in ROWS)
    assert sides(text.encode(), "a.csv") == [("cell A3", *ROWS[0]), ("cell A4", *ROWS[1])]


def test_a_title_may_stand_above_the_heads() -> None:
    rows = [("The ferry",), (), ("English", "Italian"), *ROWS]
    assert sides(book({"One": rows}), "a.xlsx") == [("cell A4", *ROWS[0]), ("cell A5", *ROWS[1])]


def test_the_sheet_with_both_versions_is_read_and_told() -> None:
    about = [("Project", "Ferry"), ("Words in all of the files together", "many")]
    data = book({"About": about, "Texts": [("EN", "IT"), *ROWS], "Old": [("EN", "IT"), *ROWS, *ROWS]}, "Old")
    assert sides(data, "a.xlsx") == [("cell Texts!A2", *ROWS[0]), ("cell Texts!A3", *ROWS[1])]


def test_dates_and_percentages_are_read_as_they_are_shown() -> None:
    cells = [(date(2023, 3, 14), date(2024, 3, 14)), (0.4, 0.055), (45, "45")]
    found = sides(book({"One": [("EN", "IT"), *ROWS, *cells]}), "a.xlsx")
    assert [both for _, *both in found[2:]] == [["2023-03-14", "2024-03-14"], ["40%", "5.5%"], ["45", "45"]]
