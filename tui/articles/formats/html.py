"""Web pages: the article in them, without what stands around it."""

from __future__ import annotations

import re

from tui.articles.blocks import Builder, Document
from tui.articles.encodings import decode
from tui.articles.formats.registry import Format
from tui.errors import AfronteError

_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>|<!--.*?-->|\s)*(?:<!doctype\s+html|<html\b|<head\b|<body\b)", re.I | re.S
)
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w-]+)", re.I)
_ENCODINGS = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}
"""What browsers take these names for."""


def is_page(data: bytes) -> bool:
    """Whether bytes begin as an HTML page does."""
    return _PAGE.match(data.removeprefix(b"\xef\xbb\xbf")[:4096]) is not None


def document_of(html: str, *, whole: bool = False) -> Document:
    """The article in a page or, with `whole`, everything that it shows."""
    from selectolax.lexbor import LexborHTMLParser

    from tui.articles.formats.markup import add
    from tui.articles.formats.page import parts

    tree = LexborHTMLParser(html)
    root = tree.root
    said = (root.attributes.get("lang") or root.attributes.get("xml:lang") or "") if root is not None else ""
    builder = Builder()
    builder.anchors.update(_places(tree.css("[id], a[name]")))
    body = tree.body
    for part in ([body] if body is not None else []) if whole else parts(tree):
        add(part, builder)
        builder.end()
    return builder.document(said)


def _places(nodes: list) -> list[str]:  # type: ignore[type-arg]
    return [
        name for node in nodes for name in (node.attributes.get("id"), node.attributes.get("name")) if name
    ]


def _read(data: bytes, name: str) -> Document:
    html = _decoded(data, name)
    try:
        return document_of(html)
    except RecursionError as error:
        raise AfronteError(
            f"{name} cannot be read: its elements are nested too deep: save it as text"
        ) from error


def _decoded(data: bytes, name: str) -> str:
    """The page's text in the encoding it names, or else the one in which it makes sense."""
    said = _CHARSET.search(data[:4096])
    if said:
        encoding = said[1].decode("ascii", "replace").lower()
        try:
            return data.decode(_ENCODINGS.get(encoding, encoding))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data, name)


FORMATS = (Format("a web page", (".html", ".htm", ".xhtml", ".shtml"), is_page, _read, rank=40),)
