"""Word documents: the text with tracked changes accepted, tables by cell, then foot- and endnotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.articles.blocks import Builder, Document
from tui.articles.formats.packed import attribute, is_zip_with, local, members, parsed
from tui.articles.formats.registry import Format
from tui.errors import AfronteError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_BODY = "word/document.xml"
_LEFT_OUT = frozenset(
    {"del", "moveFrom", "instrText", "delText", "pPr", "rPr", "sectPr", "tblPr", "trPr", "tcPr", "Fallback"}
)
"""What holds no text, or text that a tracked change took away; the older copy of a drawing."""
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")


def read(data: bytes, name: str) -> Document:
    """The document in the bytes of a .docx file."""
    files = members(data, name, ("word/",))
    if _BODY not in files:
        raise AfronteError(f"{name} is damaged: it has no text: save it anew from the program that made it")
    headings = _headings(files.get("word/styles.xml"), name)
    targets = _targets(files.get("word/_rels/document.xml.rels"), name)
    builder = Builder()
    _add(parsed(files[_BODY], name), builder, headings, targets)
    builder.end()
    for notes in _NOTES:
        if notes in files:
            builder.begin_section("")
            builder.unit = "note"
            for note in parsed(files[notes], name):
                if attribute(note, "type") not in (
                    "separator",
                    "continuationSeparator",
                    "continuationNotice",
                ):
                    _add(note, builder, headings, {})
    return builder.document()


def _add(
    element: Element,
    builder: Builder,
    headings: frozenset[str],
    targets: dict[str, str],
    *,
    continues: bool = False,
) -> None:
    """Adds the text of an element; `continues`: the paragraph before it has lost its end to this one."""
    tag = local(element)
    if tag == "t":
        builder.add(element.text or "")
    elif tag in ("tab", "br", "cr"):
        builder.add(" ")
    elif tag == "noBreakHyphen":
        builder.add("\u2011")
    elif tag == "p":
        if not continues:
            builder.end()
        _add_all(element, builder, headings, targets)
        if not _runs_on(element):
            builder.end(heading=_style(element) in headings)
    elif tag == "bookmarkStart":
        builder.anchors.add(attribute(element, "name"))
    elif tag == "hyperlink":
        anchor = attribute(element, "anchor")
        address = targets.get(attribute(element, "id"), f"#{anchor}" if anchor else "")
        with builder.mark("link", address):
            _add_all(element, builder, headings, targets)
    elif tag == "r" and _is_hidden(element):
        return
    elif tag not in _LEFT_OUT:
        _add_all(element, builder, headings, targets)


def _add_all(element: Element, builder: Builder, headings: frozenset[str], targets: dict[str, str]) -> None:
    continues = False
    for child in element:
        _add(child, builder, headings, targets, continues=continues)
        if len(child):  # bookmarks and the like, which are empty, may stand between paragraphs
            continues = local(child) == "p" and _runs_on(child)


def _runs_on(paragraph: Element) -> bool:
    """Whether a tracked change took away the mark that ends a paragraph: the next one goes on with it."""
    return any(
        local(change) in ("del", "moveFrom")
        for properties in paragraph
        if local(properties) == "pPr"
        for mark in properties
        if local(mark) == "rPr"
        for change in mark
    )


def _style(paragraph: Element) -> str:
    return next((attribute(child, "val") for child in paragraph.iter() if local(child) == "pStyle"), "")


def _is_hidden(run: Element) -> bool:
    return any(
        local(child) == "vanish" and attribute(child, "val") not in ("0", "false")
        for properties in run
        if local(properties) == "rPr"
        for child in properties
    )


def _headings(styles: bytes | None, name: str) -> frozenset[str]:
    """The ids of the styles of headings: whatever the language of Word, they have an outline level."""
    if styles is None:
        return frozenset()
    return frozenset(
        attribute(style, "styleId")
        for style in parsed(styles, name)
        if local(style) == "style" and any(local(child) == "outlineLvl" for child in style.iter())
    )


def _targets(relations: bytes | None, name: str) -> dict[str, str]:
    """The addresses of links by the ids under which the text knows them."""
    if relations is None:
        return {}
    return {
        relation.get("Id", ""): relation.get("Target", "")
        for relation in parsed(relations, name)
        if relation.get("TargetMode") == "External"
    }


def _is_docx(data: bytes) -> bool:
    return is_zip_with(data, "[Content_Types].xml", _BODY)


FORMATS = (Format("a Word document", (".docx", ".docm"), _is_docx, read, 10, text=False),)
