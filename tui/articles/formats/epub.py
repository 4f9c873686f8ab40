"""Electronic books: the chapters in the order in which they are read, each a section."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import unquote

from msgspec.structs import replace

from tui.articles.blocks import Builder, Document
from tui.articles.formats.packed import is_zip_with, local, members, parsed
from tui.articles.formats.registry import Format
from tui.errors import AfronteError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_CONTAINER = "META-INF/container.xml"
_TEXT = ("application/xhtml+xml", "text/html")


def read(data: bytes, name: str) -> Document:
    """All chapters of the book in the bytes of an .epub file; its contents page is left out."""
    from selectolax.lexbor import LexborHTMLParser

    from tui.articles.formats.markup import add, html_of

    files = members(data, name)
    if "META-INF/encryption.xml" in files and b"EncryptedData" in files["META-INF/encryption.xml"]:
        content = files["META-INF/encryption.xml"]
        if b"adobe.com/adept" in content or b"readium.org/2014/01/lcp" in content:
            raise AfronteError(f"{name} is locked by its shop (DRM) and cannot be read: use a free copy")
    place, package = _package(files, name)
    builder = Builder()
    chapters: list[int] = []
    for member in _chapters(package, place):
        tree = LexborHTMLParser(html_of(files.get(member, b"").decode("utf-8", "replace")))
        if tree.body is not None:
            builder.end()
            builder.begin_section(f"chapter {len(chapters) + 1}")
            start = len(builder.blocks)
            add(tree.body, builder)
            builder.end()
            chapters += [start] if len(builder.blocks) > start else []
    language = next((element.text or "" for element in package.iter() if local(element) == "language"), "")
    return replace(builder.document(language.strip()), chapters=tuple(chapters))


def _package(files: Mapping[str, bytes], name: str) -> tuple[str, Element]:
    """The member that lists all others, and its content."""
    roots = [e for e in parsed(files.get(_CONTAINER, b""), name).iter() if local(e) == "rootfile"]
    place = roots[0].get("full-path", "") if roots else ""
    if place not in files:
        raise AfronteError(f"{name} is damaged: it has no list of its chapters: get it anew")
    return place, parsed(files[place], name)


def _member(reference: str, place: str) -> str:
    """The member to which a reference in the list of members leads, that list being at `place`."""
    path = unquote(reference.partition("#")[0])
    return posixpath.normpath(posixpath.join(posixpath.dirname(place), path))


def _chapters(package: Element, place: str) -> list[str]:
    """The members that hold text, in the order in which they are read."""
    items = {
        item.get("id", ""): _member(item.get("href", ""), place)
        for item in package.iter()
        if local(item) == "item"
        and item.get("media-type") in _TEXT
        and "nav" not in item.get("properties", "").split()
    }
    contents = {
        _member(guide.get("href", ""), place)
        for guide in package.iter()
        if local(guide) == "reference" and guide.get("type") == "toc" and "#" not in guide.get("href", "#")
    }
    spine = (item.get("idref", "") for item in package.iter() if local(item) == "itemref")
    return [items[reference] for reference in spine if items.get(reference, "") not in {"", *contents}]


def _is_epub(data: bytes) -> bool:
    return is_zip_with(data, _CONTAINER)


FORMATS = (Format("an electronic book", (".epub",), _is_epub, read, 11, text=False),)
