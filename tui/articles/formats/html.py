"""Web pages: the article in them, without what stands around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.articles.blocks import Builder, Document
from tui.articles.encodings import decode
from tui.articles.formats.registry import Format

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_PAGE = re.compile(
    rb"(?:\s++|<\?xml[^>]*+>|<!--.*?-->)*+(?:<!doctype\s+html|<html\b|<head\b|<body\b)", re.I | re.S
)
_CHARSET = re.compile(rb"<meta[^<>]+charset\s*=\s*[\"']?([\w-]+)", re.I)
_ENCODINGS = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}
"""What browsers take these names for."""
_DEEPEST = 512
"""Levels of elements, as in Chromium and WebKit; to look for an article takes levels times characters."""
_NEVER_CLOSED = 5000
"""Begun elements without their end, at which a page is not parsed: parsing takes the square of them."""
_CLOSABLE = re.compile(
    r"<(/?)(?!(?:area|base|body|br|col|dd|dt|embed|head|hr|html|img|input|li|link|meta|option|p|param|rp|rt|"
    r"source|t[dhr]|tbody|tfoot|thead|track|wbr)\b)[a-z]",
    re.I,
)
"""The begin or the end of an element that may not be left open."""


def is_page(data: bytes) -> bool:
    """Whether bytes begin as an HTML page does."""
    return _PAGE.match(data.removeprefix(b"\xef\xbb\xbf")[:4096]) is not None


def document_of(html: str, *, whole: bool = False) -> Document:
    """The article in a page or, with `whole`, everything that it shows.

    Raises RecursionError for a page whose elements are nested deeper than in any browser.
    """
    from selectolax.lexbor import LexborHTMLParser

    from tui.articles.formats.markup import add
    from tui.articles.formats.page import parts

    if _is_left_open(html):
        raise RecursionError
    tree = LexborHTMLParser(html)
    root = tree.root
    said = (root.attributes.get("lang") or root.attributes.get("xml:lang") or "") if root is not None else ""
    builder = Builder()
    builder.anchors.update(_places(tree.css("[id], a[name]")))
    body = tree.body
    if body is not None and _is_deep(body):
        raise RecursionError
    for part in ([body] if body is not None else []) if whole else parts(tree):
        add(part, builder)
        builder.end()
    return builder.document(said)


def _places(nodes: list) -> list[str]:  # type: ignore[type-arg]
    return [
        name for node in nodes for name in (node.attributes.get("id"), node.attributes.get("name")) if name
    ]


def _read(data: bytes, name: str) -> Document:
    from tui.articles.formats.markup import html_of

    page = _decoded(data, name)
    is_xhtml = name.lower().endswith(".xhtml") or page.lstrip().startswith("<?xml")
    return document_of(html_of(page) if is_xhtml else page)


def _is_left_open(html: str) -> bool:
    depth = 0
    for tag in _CLOSABLE.finditer(html):
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > _NEVER_CLOSED:
            return True
    return False


def _is_deep(body: LexborNode) -> bool:
    """Whether elements stand in one another beyond what browsers keep apart."""
    above: list[int] = []
    for node in body.traverse():
        parent = node.parent.mem_id if node.parent is not None else 0
        while above and above[-1] != parent:
            above.pop()
        above.append(node.mem_id)
        if len(above) > _DEEPEST:
            return True
    return False


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
