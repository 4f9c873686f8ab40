"""What a zipped or XML article may hold to do harm, in each format: bombs, entities, ways out."""

from __future__ import annotations

import io
import stat
import zipfile
from pathlib import Path

import pytest
from written_formats import docx, epub, odt, tmx, xliff, xliff2, xlsx

from tui.articles import load
from tui.errors import AfronteError

TEXT = ["The river port will reopen in spring, the council said."]
OTHER = ["Il porto fluviale riaprirà in primavera, ha detto il consiglio."]
ZIPPED = {
    "a.docx": (docx(TEXT), "word/document.xml"),
    "a.odt": (odt(TEXT), "content.xml"),
    "a.epub": (epub(TEXT), "in/book.opf"),
    "chapter.epub": (epub(TEXT), "in/c 0.xhtml"),
    "a.xlsx": (xlsx(TEXT, OTHER), "xl/sharedStrings.xml"),
}
"""A file of each format, and the member in which its text stands or that leads to it."""
XML = {"a.tmx": tmx(TEXT, OTHER), "a.xliff": xliff(TEXT, OTHER), "a.xlf": xliff2(TEXT, OTHER)}


def with_member(data: bytes, name: str, content: bytes) -> bytes:
    """The zip file with another content of a member."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            new.writestr(each, content if each == name else old.read(each))
    return out.getvalue()


def member(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return file.read(name)


def outcome(path: Path, content: bytes) -> str:
    """The text that is read, or the one line that says why not."""
    path.write_bytes(content)
    try:
        return load(str(path), fallback="en").text
    except AfronteError as error:
        told = str(error)
    assert str(path) in told
    assert len(told.splitlines()) == 1
    return told


@pytest.mark.long  # a hundred megabytes take seconds to be packed
@pytest.mark.parametrize("name", ZIPPED)
def test_a_member_that_unpacks_to_too_much_is_refused(name: str, tmp_path: Path) -> None:
    data, part = ZIPPED[name]
    bomb = with_member(data, part, member(data, part) + b" " * 100_000_000)
    assert len(bomb) < 1_000_000
    assert "unpacks to more than any article has" in outcome(tmp_path / name, bomb)


def declared(xml: bytes, declaration: str) -> bytes:
    """The XML with an entity declared at its head and named in its first words."""
    root = xml[xml.index(b"?>") + 2 :] if xml.lstrip().startswith(b"<?xml") else xml
    with_entity = root.replace(TEXT[0].split()[0].encode(), b"&x; The", 1)
    return b"<!DOCTYPE d [" + declaration.encode() + b"]>" + with_entity


MULTIPLIED = '<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefg", "bcdefgx", strict=True)
)


@pytest.mark.parametrize("name", [*ZIPPED, *XML])
@pytest.mark.parametrize("kind", ["multiplied", "a file", "a parameter"])
def test_no_entity_of_the_documents_own_is_followed(name: str, kind: str, tmp_path: Path) -> None:
    """Neither ten million laughs nor a file of this computer get into the text."""
    secret = tmp_path / "secret.txt"
    secret.write_text("hahaha", "utf-8")
    declaration = {
        "multiplied": MULTIPLIED,
        "a file": f'<!ENTITY x SYSTEM "{secret.as_uri()}">',
        "a parameter": f'<!ENTITY % p SYSTEM "{secret.as_uri()}"> %p;',
    }[kind]
    if name in XML:
        content = declared(XML[name], declaration)
    else:
        data, part = ZIPPED[name]
        content = with_member(data, part, declared(member(data, part), declaration))
    assert "haha" not in outcome(tmp_path / name, content)


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.epub", "a.xlsx"])
def test_members_that_lead_out_are_not_followed(name: str, tmp_path: Path) -> None:
    """The file is read as without them, and nothing is written anywhere."""
    data, _ = ZIPPED[name]
    folder = tmp_path / "deep" / "down"
    folder.mkdir(parents=True)
    plain = outcome(folder / name, data)
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as file:
        for way in ("../../out.txt", str(tmp_path / "out.txt"), "..\\..\\out.txt"):
            file.writestr(way, "out")
        link = zipfile.ZipInfo("word/media/link")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        file.writestr(link, "/etc/passwd")
    assert outcome(folder / name, out.getvalue()) == plain
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [folder / name]


BOMBS = {
    "bold that never ends": "<b>" * 9000 + "The port opens.",
    "formats across paragraphs": "<b><i><u><p>" * 2000 + "The port opens.",
    "links in tables": "<a><table>" * 900 + "The port opens.",
    "an attribute of a megabyte": f'<p title="{"x" * 1_000_000}">The port opens.</p>',
    "attributes without number": f"<p {' '.join(f'a{n}=1' for n in range(5000))}>The port opens.</p>",
    "entities without number": "<p>The port opens.</p>" + "&amp;" * 200_000,
    "comments that do not end": "<p>The port opens.</p>" + "<!--" * 100_000,
}


@pytest.mark.parametrize("name", ZIPPED)
def test_a_member_without_a_name_is_damage_or_left_out(name: str, tmp_path: Path) -> None:
    """As this Python's own library has it."""
    out = io.BytesIO(ZIPPED[name][0])
    with zipfile.ZipFile(out, "a") as file:
        nameless = zipfile.ZipInfo("x")
        nameless.filename = ""
        file.writestr(nameless, b"Rain.")
    told = outcome(tmp_path / name, out.getvalue())
    assert "damaged" in told or told == outcome(tmp_path / name, ZIPPED[name][0])


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_page_made_to_be_expensive_is_read_or_refused(bomb: str, tmp_path: Path) -> None:
    content = f"<!DOCTYPE html><html><body>{BOMBS[bomb]}</body></html>".encode()
    text = outcome(tmp_path / "a.html", content)
    assert "The port opens." in text or "nested too deep" in text
