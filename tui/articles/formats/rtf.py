"""Rich text: its paragraphs, as plain text has them."""

from __future__ import annotations

from tui.articles.blocks import Builder, Document
from tui.articles.formats.registry import Format
from tui.errors import AfronteError


def read(data: bytes, name: str) -> Document:
    """The document in the bytes of an .rtf file; a line of it is a paragraph."""
    from striprtf.striprtf import rtf_to_text

    try:
        text = rtf_to_text(data.decode("cp1252", "replace"), errors="ignore")  # type: ignore[no-untyped-call]
    except Exception as error:  # in a damaged file the library trips over anything
        raise AfronteError(f"{name} is damaged: save it anew from the program that made it") from error
    builder = Builder()
    for line in text.replace("\t", "\n").split("\n"):
        for cell in line.split("|") if line.count("|") > 1 else (line,):
            builder.add(cell)
            builder.end()
    return builder.document()


FORMATS = (Format("rich text", (".rtf",), lambda data: data.startswith(b"{\\rtf"), read, 10, text=False),)
