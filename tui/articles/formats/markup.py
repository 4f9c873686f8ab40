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
    "script", "style", "del", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas",
    "audio", "video", "map", "head", "button", "select", "input", "textarea", "datalist", "progress",
    "meter", "dialog", "amp-ad", "amp-analytics", "amp-consent", "amp-sidebar", "amp-social-share",
    "amp-iframe", "amp-twitter", "amp-instagram", "amp-facebook", "amp-youtube", "amp-embed", "amp-list",
})  # fmt: skip
"""Elements that hold no text of an article."""

_MARK = 12
"""Characters at most of the mark of a note or the number of a page."""
_EMPTY = re.compile(
    r"<(?!(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)\b)([a-z][\w-]*)"
    r"((?:\s+[\w:.-]+(?:\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'))?)*)\s*/>",
    re.I,
)
"""An element of XHTML that ends where it begins; HTML takes that for its beginning alone."""
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NOTE = re.compile(r"\s*[\[(]?(?:\d{1,3}|[a-z*†‡§])[\])]?\s*")
_OF_NOTES = re.compile(r"(?:^|[^a-z])(?:_?(?:foot|end)?note|fn|ftn|edn|cite|nota)(?:[^a-z]|ref|back|$)", re.I)
"""How places and links are called that have to do with notes: `fn1`, `fnref1`, `_ftn2`, `footnote-3`."""
_PERMALINK = re.compile(r"[\s#¶§🔗↩↵⏎↑^\ufe0e\ufe0f]*")
"""What a link shows that leads to its own heading, or from a note back to its mark."""
_OF_BOOKS = frozenset({"noteref", "doc-noteref", "pagebreak", "doc-pagebreak", "backlink", "doc-backlink"})
"""What an electronic book calls the marks of notes, the pages of the printed book, and ways back."""


def html_of(xhtml: str) -> str:
    """XHTML as HTML: `<title/>` would otherwise take the whole page into the title."""
    return _EMPTY.sub(r"<\1\2></\1>", xhtml)


def add(node: LexborNode, builder: Builder, language: str = "") -> None:
    """Adds the text of an element to a builder; a block element begins and ends a block."""
    tag = (node.tag or "").lower()
    if tag == "-text":
        add_linked(node.text_content or "", builder)
        return
    attributes = node.attributes
    if tag in UNSEEN or tag.startswith(("-", "!")) or is_hidden(node) or _is_of_a_book(node):
        return
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
    elif tag == "time":
        _add_apart(node, builder, language)
    elif tag == "a" and attributes.get("href"):
        text = node.text(deep=True)
        if _PERMALINK.fullmatch(text) or (_is_mark(node) and _NOTE.fullmatch(text)):
            builder.leave_out_mark()
            return
        with builder.mark("link", (attributes["href"] or "").strip()):
            _add_children(node, builder, language)
    else:
        _add_children(node, builder, language)


def _add_children(node: LexborNode, builder: Builder, language: str) -> None:
    for child in children(node):
        add(child, builder, language)


def _add_apart(node: LexborNode, builder: Builder, language: str) -> None:
    """Adds what is shown apart from the element beside it, even where no white space stands between them."""
    if node.prev is not None and node.prev.tag != "-text":
        builder.add(" ")
    _add_children(node, builder, language)
    if node.next is not None and node.next.tag != "-text":
        builder.add(" ")


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


def _is_mark(link: LexborNode) -> bool:
    """Whether a link is raised, or leads to a note or back from one, as its own name or its target's says."""
    if link.css_first("sup") is not None:
        return True
    target = (link.attributes.get("href") or "").partition("#")[2]
    return any(_OF_NOTES.search(name) for name in (target, link.attributes.get("class") or ""))


def _is_of_a_book(node: LexborNode) -> bool:
    """Whether an element is a mark of the book and no text, so short that a wrong name loses nothing."""
    names = f"{node.attributes.get('epub:type') or ''} {node.attributes.get('role') or ''}".split()
    return not _OF_BOOKS.isdisjoint(names) and len(node.text(deep=True).strip()) <= _MARK


def _is(node: LexborNode | None, tag: str) -> bool:
    while node is not None and node.tag == "-text" and not (node.text_content or "").strip():
        node = node.prev
    return node is not None and node.tag == tag
