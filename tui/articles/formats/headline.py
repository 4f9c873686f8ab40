"""The headline of a web page: the line that the page's own title repeats."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, product
from typing import TYPE_CHECKING

from tui.articles.formats.surroundings import is_inside, plain

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

    from tui.articles.formats.lines import Line

_TITLES = "meta[property='og:title'], meta[name='twitter:title'], meta[name='title']"
_PARTS = re.compile(r"(?<!\s)(?:\s++[|–—·:»«›~-]++\s++|\s*+[|»«›]\s*+|:\s++)")
"""What stands between the headline and the name of the site in a title."""
_MOST_PARTS = 8
_MOST = 50
"""Lines that are looked at."""
_HOME = re.compile(r"(?:https?://[^/]+)?/?(?:index\.\w+)?")


def headline_of(tree: LexborHTMLParser, lines: list[Line]) -> LexborNode | None:
    """A piece of text of the headline; None for a page without."""
    shared = {plain(node.attributes.get("content") or "") for node in tree.css(_TITLES)} - {""}
    named = shared | set(_parts_of(tree))
    found = [
        ((plain(line.text) in shared, line.heading, len(line.text)), -number, line)
        for number, line in enumerate(lines)
        if plain(line.text) in named and (line.heading or not line.linked)
    ]
    found = [each for each in found[:_MOST] if not _is_of_site(each[-1])]
    if found:
        return _piece(max(found, key=lambda each: each[:2])[-1])
    first = (line for line in lines if line.heading and _is_in_h1(line.block) and not _is_of_site(line))
    line = next(first, None)
    return _piece(line) if line is not None else None


def _is_in_h1(block: LexborNode) -> bool:
    """Whether a block is a heading of the first level or a part of one."""
    return block.tag == "h1" or is_inside(block, ("h1",))


def _parts_of(tree: LexborHTMLParser) -> Iterator[str]:
    title = tree.css_first("head > title")
    text = title.text() if title is not None else ""
    edges = [
        0,
        *(edge for part in islice(_PARTS.finditer(text), _MOST_PARTS) for edge in part.span()),
        len(text),
    ]
    for start, end in product(edges[::2], edges[1::2]):
        if part := plain(text[start:end]):
            yield part


def _is_of_site(line: Line) -> bool:
    """Whether a heading is the name of the site, which leads home."""
    return line.heading and any(
        _HOME.fullmatch((link.attributes.get("href") or "#").strip()) is not None
        for link in line.block.css("a[href]")
    )


def _piece(line: Line) -> LexborNode | None:
    return next((node for node in line.nodes if (node.text_content or "").strip()), None)
