"""OpenDocument texts: paragraphs, lists, tables by cell and notes, with tracked changes accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from tui.articles.blocks import Builder, Document
from tui.articles.formats.packed import (
    attribute,
    is_zip_with,
    local,
    member_begins,
    members,
    parsed,
    xml_root,
)
from tui.articles.formats.registry import Format
from tui.errors import AfronteError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LEFT_OUT = frozenset({
    "tracked-changes", "annotation", "annotation-end", "note-citation", "sequence-decls", "forms", "object",
    "table-of-content-source", "desc", "title", "variable-decls", "user-field-decls", "number",
    "page-number", "page-count", "ruby-text",
})  # fmt: skip
_GENERATED = frozenset({"table-of-content", "illustration-index", "alphabetical-index", "bibliography"})


def read(data: bytes, name: str) -> Document:
    """The document in the bytes of an .odt or .fodt file."""
    content = data
    if data.startswith(b"PK"):
        content = members(data, name, ("content.xml",)).get("content.xml", b"")
        if not content:
            raise AfronteError(
                f"{name} is damaged: it has no text: save it anew from the program that made it"
            )
    body = next((element for element in parsed(content, name).iter() if local(element) == "body"), None)
    builder = Builder()
    apart = _Apart()
    if body is not None:
        _delete(body, _deletions(body), gone=False)
        _add(body, builder, apart)
        _add_boxes(builder, apart)
        builder.begin_section("")
        builder.unit = "note"
        for note in apart.notes:
            _add_all(note, builder, _Apart())
    return builder.document()


def _deletions(body: Element) -> frozenset[str]:
    """The ids of the tracked deletions whose text still stands where it was, as in flat files."""
    return frozenset(
        attribute(region, "id")
        for region in body.iter()
        if local(region) == "changed-region" and any(local(change) == "deletion" for change in region)
    )


def _delete(element: Element, deletions: frozenset[str], *, gone: bool) -> bool:
    """Takes away the text between the beginnings and the ends of deletions; gives whether one is open."""
    if gone:
        element.text = ""
    for child in element:
        tag = local(child)
        if tag in ("change-start", "change-end") and attribute(child, "change-id") in deletions:
            gone = tag == "change-start"
        else:
            gone = _delete(child, deletions, gone=gone)
        if gone:
            child.tail = ""
    return gone


class _Apart(Struct):
    """What hangs on a paragraph and is no part of it."""

    notes: list[Element] = field(default_factory=list)
    """They follow the text."""
    boxes: list[Element] = field(default_factory=list)
    """Text boxes, which follow the paragraph that is being read."""


def _add(element: Element, builder: Builder, apart: _Apart) -> None:
    tag = local(element)
    if tag in ("p", "h"):
        builder.end()
        _add_all(element, builder, apart)
        builder.end(heading=tag == "h")
        _add_boxes(builder, apart)
    elif tag == "text-box":
        apart.boxes.append(element)
    elif tag in ("s", "tab", "line-break"):
        builder.add(" ")
    elif tag == "note":
        apart.notes.extend(child for child in element if local(child) == "note-body")
    elif tag == "a":
        with builder.mark("link", attribute(element, "href")):
            _add_all(element, builder, apart)
    elif tag in ("bookmark", "bookmark-start"):
        builder.anchors.add(attribute(element, "name"))
    elif tag not in _LEFT_OUT and tag not in _GENERATED:
        _add_all(element, builder, apart)


def _add_all(element: Element, builder: Builder, apart: _Apart) -> None:
    builder.add(element.text or "")
    for child in element:
        _add(child, builder, apart)
        builder.add(child.tail or "")


def _add_boxes(builder: Builder, apart: _Apart) -> None:
    boxes, apart.boxes = apart.boxes, []
    for box in boxes:
        _add_all(box, builder, apart)
        builder.end()


def _is_odt(data: bytes) -> bool:
    text = b"application/vnd.oasis.opendocument.text"
    if xml_root(data) == b"document":
        return text in data[:4096]
    return is_zip_with(data, "content.xml") and member_begins(data, "mimetype", text)


FORMATS = (Format("an OpenDocument text", (".odt", ".fodt", ".ott"), _is_odt, read, 10, text=False),)
