"""The same paragraphs as a file of every format that is read, written by hand or by a library of its own."""

from __future__ import annotations

import csv
import io
import textwrap
import zipfile
from collections.abc import Callable, Sequence
from html import escape

from xlsxwriter import Workbook

Paragraphs = Sequence[str]

_XHTML = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{}</body></html>'


def zipped(files: dict[str, str | bytes], first: str | None = None) -> bytes:
    """A zip file of these members; `first` is stored and not packed, as its format wants."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in files.items():
            file.writestr(name, content, zipfile.ZIP_STORED if name == first else zipfile.ZIP_DEFLATED)
    return out.getvalue()


def wrapped(paragraphs: Paragraphs) -> bytes:
    return "\n\n".join(textwrap.fill(each, 64, break_on_hyphens=False) for each in paragraphs).encode()


def markdown(paragraphs: Paragraphs) -> bytes:
    return ("---\ntags: [port]\n---\n\n" + "\n\n".join(f"- {each}" for each in paragraphs)).encode()


def rst(paragraphs: Paragraphs) -> bytes:
    return (".. _top:\n\n" + "\n\n".join(paragraphs) + "\n").encode()


def html(paragraphs: Paragraphs) -> bytes:
    body = "\n".join(f"<p>{escape(each)}</p>" for each in paragraphs)
    return f"<!doctype html><title>x</title><nav><a href=/>Home</a></nav><main>{body}</main>".encode()


def manual(paragraphs: Paragraphs) -> bytes:
    """A page of Mallard, with what is about it and an element inside running text."""
    body = "".join(
        f"<item><p>{escape(each[:9])}<em>{escape(each[9:14])}</em>{escape(each[14:])}</p></item>"
        for each in paragraphs
    )
    about = '<info><link type="guide" xref="index"/><credit><name>Anna</name></credit></info>'
    return f'<page xmlns="http://projectmallard.org/1.0/" id="x">{about}<list>{body}</list></page>'.encode()


def docbook(paragraphs: Paragraphs) -> bytes:
    """A chapter of DocBook."""
    body = "".join(f"<para>{escape(each)}</para>" for each in paragraphs)
    return f'<chapter xmlns="http://docbook.org/ns/docbook" version="5.0">{body}</chapter>'.encode()


def docx(paragraphs: Paragraphs) -> bytes:
    runs = (
        f"<w:p><w:r><w:t>{escape(each[:9])}</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        f'<w:ins><w:r><w:t xml:space="preserve">{escape(each[9:])}</w:t></w:r></w:ins></w:p>'
        for each in paragraphs
    )
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document = f'<w:document xmlns:w="{word}"><w:body>{"".join(runs)}</w:body></w:document>'
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": document})


def odt(paragraphs: Paragraphs) -> bytes:
    body = "".join(f"<text:p>{escape(each)}</text:p>" for each in paragraphs)
    names = " ".join(f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "text"))
    content = (
        f"<office:document-content {names}><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    return zipped({"mimetype": kind, "content.xml": content}, "mimetype")


def rtf(paragraphs: Paragraphs) -> bytes:
    def coded(text: str) -> str:
        return "".join(char if char.isascii() else f"\\u{ord(char)}?" for char in text)

    return ("{\\rtf1\\ansi " + "\\par\n".join(map(coded, paragraphs)) + "\\par}").encode("ascii")


def epub(paragraphs: Paragraphs) -> bytes:
    container = '<container><rootfiles><rootfile full-path="in/book.opf"/></rootfiles></container>'
    items = "".join(
        f'<item id="c{n}" href="c%20{n}.xhtml" media-type="application/xhtml+xml"/>'
        for n in range(len(paragraphs))
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(paragraphs)))
    chapters = {
        f"in/c {n}.xhtml": _XHTML.format(f"<p>{escape(each)}</p>") for n, each in enumerate(paragraphs)
    }
    return zipped({
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": container,
        "in/book.opf": f"<package><manifest>{items}</manifest><spine>{spine}</spine></package>",
        **chapters,
    }, "mimetype")  # fmt: skip


def pdf(paragraphs: Paragraphs, head: str = "The River Port") -> bytes:
    """Three pages with a running head and, where there is one, page numbers; the paragraphs are wrapped."""
    lines = "\n\n".join(textwrap.fill(each, 60, break_on_hyphens=False) for each in paragraphs).split("\n")
    third = len(lines) // 3 + 1
    pages = [lines[at : at + third] for at in range(0, len(lines), third)]
    objects = ["<</Type/Catalog/Pages 2 0 R>>", ""]
    objects.append("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
    kids = []
    for number, page in enumerate(pages, 1):
        drawn = [head, "", *page, "", str(number) if head else ""]
        text = "".join(
            f"1 0 0 1 50 {780 - 14 * row} Tm ({_literal(line)}) Tj\n"
            for row, line in enumerate(drawn)
            if line
        )
        stream = f"BT /F 10 Tf\n{text}ET"
        size = len(stream.encode("cp1252"))
        objects.append(f"<</Length {size}>>\nstream\n{stream}\nendstream")
        objects.append(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>"
            f"/Contents {len(objects)} 0 R>>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return out + (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF"
    ).encode("ascii")


def _literal(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def srt(paragraphs: Paragraphs) -> bytes:
    return "\n".join(
        f"{n}\n00:00:{n:02},{n * 37 % 1000:03} --> 00:00:{n:02},900\n<i>{each[:30]}</i>{each[30:]}\n"
        for n, each in enumerate(paragraphs, 1)
    ).encode()


def vtt(paragraphs: Paragraphs) -> bytes:
    cues = "\n".join(
        f"00:{n:02}.000 --> 00:{n:02}.900 align:start\n<v Anna>{each}</v>\n"
        for n, each in enumerate(paragraphs)
    )
    return f"WEBVTT\n\nNOTE no text\n\n{cues}".encode()


def column(paragraphs: Paragraphs) -> bytes:
    return table([[each] for each in paragraphs])


def table(rows: Sequence[Sequence[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


ONE: dict[str, Callable[[Paragraphs], bytes]] = {
    "txt": lambda paragraphs: "\n".join(paragraphs).encode(),
    "text": wrapped,
    "md": markdown,
    "rst": rst,
    "html": html,
    "page": manual,
    "dbk": docbook,
    "docx": docx,
    "odt": odt,
    "rtf": rtf,
    "epub": epub,
    "pdf": pdf,
    "srt": srt,
    "vtt": vtt,
    "csv": column,
}
"""A file of one version, by the suffix."""


def po(source: Paragraphs, target: Paragraphs) -> bytes:
    quoted = [[each.replace('"', '\\"') for each in side] for side in (source, target)]
    entries = "\n".join(f'msgid "{s}"\nmsgstr "{t}"\n' for s, t in zip(*quoted, strict=True))
    return f'msgid ""\nmsgstr "Language: it\\n"\n\n{entries}'.encode()


def sheet(source: Paragraphs, target: Paragraphs) -> bytes:
    return table(
        [["id", "en", "it"], *([str(n), s, t] for n, (s, t) in enumerate(zip(source, target, strict=True)))]
    )


def xlsx(source: Paragraphs, target: Paragraphs) -> bytes:
    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        page = book.add_worksheet()
        for row, cells in enumerate([("Source", "Target"), *zip(source, target, strict=True)]):
            page.write_row(row, 1, cells)
    return out.getvalue()


def tmx(source: Paragraphs, target: Paragraphs) -> bytes:
    units = "".join(
        f'<tu><tuv xml:lang="it"><seg>{escape(t)}</seg></tuv>'
        f'<tuv xml:lang="en-GB"><seg>{escape(s)}</seg></tuv></tu>'
        for s, t in zip(source, target, strict=True)
    )
    return (
        f'<?xml version="1.0"?><tmx version="1.4"><header srclang="en"/><body>{units}</body></tmx>'.encode()
    )


def xliff(source: Paragraphs, target: Paragraphs) -> bytes:
    units = "".join(
        f'<trans-unit id="{n}"><source>{escape(s)}</source><target>{escape(t)}</target></trans-unit>'
        for n, (s, t) in enumerate(zip(source, target, strict=True))
    )
    return (
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file source-language="en"'
        f' target-language="it"><body>{units}</body></file></xliff>'
    ).encode()


def xliff2(source: Paragraphs, target: Paragraphs) -> bytes:
    units = "".join(
        f'<unit id="{n}"><segment><source>{escape(s)}</source><target>{escape(t)}</target></segment></unit>'
        for n, (s, t) in enumerate(zip(source, target, strict=True))
    )
    return (
        '<xliff version="2.0" srcLang="en" trgLang="it" xmlns="urn:oasis:names:tc:xliff:document:2.0">'
        f'<file id="f">{units}</file></xliff>'
    ).encode()


BOTH: dict[str, Callable[[Paragraphs, Paragraphs], bytes]] = {
    "po": po,
    "csv": sheet,
    "xlsx": xlsx,
    "tmx": tmx,
    "xliff": xliff,
    "xlf": xliff2,
}
"""A file of both versions, by the suffix."""
