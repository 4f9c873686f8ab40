"""From a tree of HTML to blocks: what every format that is made of HTML shares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.articles.blocks import Builder
from tui.articles.formats.text import add_linked

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
CODE = frozenset({"code", "samp", "tt"})
BLOCKS = HEADINGS | frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr",
    "html", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul", "amp-accordion", "amp-fit-text",
})  # fmt: skip
UNSEEN = frozenset({
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas",
    "audio", "video", "map", "head", "button", "select", "input", "textarea", "datalist", "progress",
    "meter", "dialog", "amp-ad", "amp-analytics", "amp-consent", "amp-sidebar", "amp-social-share",
    "amp-iframe",
})  # fmt: skip
"""Elements that hold no text of an article."""

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NOTE = re.compile(r"\s*[\[(]?(?:\d{1,3}|[a-z*†‡§])[\])]?\s*")
_PERMALINK = re.compile(r"[\s#¶§🔗]*")


def add(node: LexborNode, builder: Builder, language: str = "") -> None:
    """Adds the text of an element to a builder; a block element begins and ends a block."""
    tag = (node.tag or "").lower()
    if tag == "-text":
        add_linked(node.text_content or "", builder)
        return
    if tag in UNSEEN or tag.startswith(("-", "!")) or is_hidden(node):
        return
    attributes = node.attributes
    builder.anchors.update(
        filter(None, (attributes.get("id"), attributes.get("name") if tag == "a" else None))
    )
    language = attributes.get("lang") or attributes.get("xml:lang") or language
    if tag == "pre":
        builder.language = language
        builder.code(node.text(deep=True))
    elif tag in BLOCKS:
        builder.end()
        for child in children(node):
            add(child, builder, language)
        builder.language = language
        builder.end(heading=tag in HEADINGS)
    elif tag == "br":
        if _is(node.prev, "br"):
            builder.end()
        builder.add(" ")
    elif tag == "sup":
        _add_raised(node, builder)
    elif tag in CODE:
        code = " ".join(node.text(deep=True).split())
        with builder.mark("code", code):
            builder.add(code)
    elif tag == "a" and attributes.get("href"):
        text = node.text(deep=True)
        if _PERMALINK.fullmatch(text) or (node.css_first("sup") is not None and _NOTE.fullmatch(text)):
            return
        with builder.mark("link", (attributes["href"] or "").strip()):
            _add_children(node, builder, language)
    else:
        _add_children(node, builder, language)


def _add_children(node: LexborNode, builder: Builder, language: str) -> None:
    for child in children(node):
        add(child, builder, language)


def _add_raised(node: LexborNode, builder: Builder) -> None:
    """Adds what is written raised: an exponent as such, the mark of a note not at all."""
    text = node.text(deep=True).strip()
    if node.css_first("a") is not None and _NOTE.fullmatch(text):
        return
    builder.add(text.translate(_SUPERSCRIPTS) if text.isdecimal() else text)


def children(node: LexborNode) -> Iterator[LexborNode]:
    """The children of an element, text among them."""
    return node.iter(include_text=True)


def is_hidden(node: LexborNode) -> bool:
    """Whether an element says that it is not shown."""
    attributes = node.attributes
    style = (attributes.get("style") or "").replace(" ", "").lower()
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or "display:none" in style
        or "visibility:hidden" in style
    )


def _is(node: LexborNode | None, tag: str) -> bool:
    while node is not None and node.tag == "-text" and not (node.text_content or "").strip():
        node = node.prev
    return node is not None and node.tag == tag
