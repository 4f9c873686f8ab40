"""Word documents: the text with tracked changes accepted, tables by cell, then foot- and endnotes."""

from __future__ import annotations

import re
from contextlib import ExitStack
from typing import TYPE_CHECKING

from msgspec import Struct, field

from tui.articles.blocks import Builder, Document
from tui.articles.formats.packed import attribute, is_zip_with, local, members, parsed
from tui.articles.formats.registry import Format
from tui.errors import AfronteError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_BODY = "word/document.xml"
_LEFT_OUT = frozenset({
    "del", "moveFrom", "delText", "pPr", "rPr", "sectPr", "tblPr", "trPr", "tcPr", "sdtPr", "Fallback", "rt",
})  # fmt: skip
"""What holds no text, or text that a tracked change took away; the older copy of a drawing; reading aids."""
_NOTES = ("footnotes", "endnotes")
_LAID_OUT = re.compile(r"\s*(?:TOC|INDEX|TOA|PAGE|NUMPAGES|SECTIONPAGES|PAGEREF)\b", re.I)
"""Fields that say where something stands on which page."""
_LINK = re.compile(r"\s*HYPERLINK\b\s*(?:\"([^\"]*)\")?(?:.*?\\l\s+\"([^\"]*)\")?", re.I | re.S)


def read(data: bytes, name: str) -> Document:
    """The document in the bytes of a .docx file."""
    files = members(data, name, ("word/",))
    if _BODY not in files:
        raise AfronteError(f"{name} is damaged: it has no text: save it anew from the program that made it")
    headings = _headings(files.get("word/styles.xml"), name)
    builder = Builder()
    body = _Reader(builder, headings, _targets(files.get("word/_rels/document.xml.rels"), name))
    body.add(parsed(files[_BODY], name))
    builder.end()
    for kind in _NOTES:
        if f"word/{kind}.xml" in files:
            builder.begin_section("")
            builder.unit = "note"
            notes = _Reader(builder, headings, _targets(files.get(f"word/_rels/{kind}.xml.rels"), name))
            for note in parsed(files[f"word/{kind}.xml"], name):
                if attribute(note, "type") not in (
                    "separator",
                    "continuationSeparator",
                    "continuationNotice",
                ):
                    notes.add(note)
    return builder.document()


class _Field(Struct):
    """A field, such as a link or a page number: what it is to show, and what it shows until that is done."""

    instruction: str = ""
    shown: bool = False
    """What follows is what it shows."""
    link: ExitStack = field(default_factory=ExitStack)


class _Reader(Struct):
    """Adds the elements of one part of a document to a builder."""

    builder: Builder
    headings: frozenset[str]
    """The ids of the styles of headings."""
    targets: dict[str, str]
    """The addresses of links by their ids."""
    fields: list[_Field] = field(default_factory=list)
    """Those that are begun and not ended, the outermost first."""
    boxes: list[Element] = field(default_factory=list)
    """Text boxes that hang on the paragraph which is being read: they follow it."""

    def add(self, element: Element, *, continues: bool = False) -> None:
        """Adds the text of an element; `continues`: the paragraph before it has lost its end to this one."""
        tag = local(element)
        if tag == "t":
            self._add_text(element.text or "")
        elif tag in ("tab", "br", "cr", "ptab"):
            self._add_text(" ")
        elif tag == "noBreakHyphen":
            self._add_text("\u2011")
        elif tag == "p":
            self._add_paragraph(element, continues=continues)
        elif tag == "bookmarkStart":
            self.builder.anchors.add(attribute(element, "name"))
        elif tag == "hyperlink":
            anchor = attribute(element, "anchor")
            address = self.targets.get(attribute(element, "id"), f"#{anchor}" if anchor else "")
            with self.builder.mark("link", address):
                self._add_all(element)
        elif tag == "txbxContent":
            self.boxes.append(element)
        elif tag == "fldChar":
            self._turn(attribute(element, "fldCharType"))
        elif tag == "instrText":
            if self.fields:
                self.fields[-1].instruction += element.text or ""
        elif tag == "fldSimple":
            self.fields.append(_Field(attribute(element, "instr")))
            self._turn("separate")
            self._add_all(element)
            self._turn("end")
        elif tag not in _LEFT_OUT and not _is_hidden(element) and not _is_contents(element):
            self._add_all(element)

    def _add_text(self, text: str) -> None:
        if not any(each.shown and _LAID_OUT.match(each.instruction) for each in self.fields):
            self.builder.add(text)

    def _add_all(self, element: Element) -> None:
        continues = False
        for child in element:
            self.add(child, continues=continues)
            if len(child):  # bookmarks and the like, which are empty, may stand between paragraphs
                continues = local(child) == "p" and _runs_on(child)

    def _add_paragraph(self, element: Element, *, continues: bool) -> None:
        if not continues:
            self.builder.end()
        self._add_all(element)
        if _runs_on(element):
            return
        for each in self.fields:  # a link ends with its paragraph
            each.link.close()
        self.builder.end(heading=_style(element) in self.headings)
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            self._add_all(box)
            self.builder.end()

    def _turn(self, kind: str) -> None:
        """Begins a field, or goes from what it is to what it shows, or ends it."""
        if kind == "begin":
            self.fields.append(_Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].shown = True
            if link := _LINK.match(self.fields[-1].instruction):
                address = (link[1] or "") + (f"#{link[2]}" if link[2] else "")
                self.fields[-1].link.enter_context(self.builder.mark("link", address))
        elif kind == "end" and self.fields:
            self.fields.pop().link.close()


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
    return local(run) == "r" and any(
        local(child) == "vanish" and attribute(child, "val") not in ("0", "false")
        for properties in run
        if local(properties) == "rPr"
        for child in properties
    )


def _is_contents(element: Element) -> bool:
    """Whether an element is the table of contents that Word makes, with its heading."""
    return local(element) == "sdt" and any(
        local(kind) == "docPartGallery" and attribute(kind, "val") == "Table of Contents"
        for properties in element
        if local(properties) == "sdtPr"
        for kind in properties.iter()
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
