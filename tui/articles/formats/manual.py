"""Manuals in XML, as Mallard and DocBook have them: their text, code and links as such."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.articles.blocks import Builder, Document
from tui.articles.formats.packed import attribute, local, parsed, xml_root
from tui.articles.formats.registry import Format
from tui.articles.formats.text import add_linked

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ROOTS = frozenset({
    b"page", b"book", b"article", b"part", b"chapter", b"appendix", b"preface", b"section", b"sect1",
    b"sect2", b"sect3", b"refentry", b"topic", b"glossary",
})  # fmt: skip
_SIGNS = (b"projectmallard.org", b"docbook", b"DocBook")
_UNREAD = frozenset({
    "revision", "credit", "years", "license", "include", "media", "comment", "keyword", "indexterm",
    "remark", "imageobject", "revhistory", "date", "copyright", "legalnotice", "author", "editor",
    "publisher", "releaseinfo", "pubdate",
})  # fmt: skip
"""What is about the manual, or seen and not read."""
_CODE_BLOCKS = frozenset({"code", "screen", "programlisting", "synopsis", "cmdsynopsis", "literallayout"})
_CODE = frozenset({
    "code", "cmd", "file", "input", "output", "sys", "var", "command", "filename", "literal", "option",
    "userinput", "computeroutput", "varname", "envar", "function", "parameter", "prompt", "systemitem",
    "classname", "constant", "tag", "replaceable",
})  # fmt: skip
_INLINE = frozenset({
    "app", "em", "email", "gui", "guiseq", "hi", "key", "keyseq", "link", "name", "span", "abbrev",
    "acronym", "application", "citation", "citetitle", "emphasis", "firstterm", "foreignphrase",
    "guibutton", "guiicon", "guilabel", "guimenu", "guimenuitem", "guisubmenu", "keycap", "keycombo",
    "menuchoice", "phrase", "productname", "quote", "shortcut", "subscript", "superscript", "trademark",
    "ulink", "uri", "wordasword", "xref",
})  # fmt: skip
_BETWEEN = {"keyseq": "+", "keycombo": "+", "guiseq": " ▸ ", "menuchoice": " ▸ "}
"""What is shown between the keys or the steps that such an element holds."""
_TARGETS = ("href", "xref", "linkend", "url")


def is_manual(data: bytes) -> bool:
    """Whether bytes begin as a document of one of the two vocabularies."""
    return xml_root(data) in _ROOTS and any(sign in data[:4096] for sign in _SIGNS)


def _read(data: bytes, name: str) -> Document:
    root = parsed(data, name)
    builder = Builder()
    _add(root, builder)
    return builder.document(attribute(root, "lang"))


def _add(element: Element, builder: Builder, *, running: bool = False) -> None:
    """Adds an element; `running`: it stands in a text, of which it is then a part."""
    tag = local(element)
    if anchor := element.get("id") or attribute(element, "id"):
        builder.anchors.add(anchor)
    if not tag or tag in _UNREAD:
        return
    if tag in _CODE_BLOCKS and not running:
        builder.code("".join(element.itertext()))
    elif tag in _CODE:
        code = " ".join("".join(element.itertext()).split())
        with builder.mark("code", code):
            builder.add(code)
    elif tag == "footnote":
        builder.add(" ")
        _add_inside(element, builder, running=True)
    elif running or tag in _INLINE:
        target = next(filter(None, (attribute(element, name) for name in _TARGETS)), "")
        if target and tag in ("link", "ulink", "uri"):
            with builder.mark("link", target):
                _add_inside(element, builder, running=True)
        else:
            _add_inside(element, builder, running=True)
    else:
        builder.end()
        _add_inside(element, builder, running=_has_text(element))
        builder.end(heading=tag == "title")


def _add_inside(element: Element, builder: Builder, *, running: bool) -> None:
    between = _BETWEEN.get(local(element), "")
    if not between:
        add_linked(element.text or "", builder)
    for number, child in enumerate(element):
        if between and number:
            builder.add(between)
        _add(child, builder, running=running)
        if not between:
            add_linked(child.tail or "", builder)


def _has_text(element: Element) -> bool:
    """Whether an element holds text itself: what stands in it is then part of that text."""
    return bool((element.text or "").strip() or any((child.tail or "").strip() for child in element))


FORMATS = (Format("a manual in XML", (".page", ".docbook", ".dbk"), is_manual, _read, rank=30),)
