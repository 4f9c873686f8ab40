"""The lines of a web page, runs of text between the edges of blocks, by which an article is told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field

from tui.articles.formats.markup import BLOCKS, HEADINGS, UNSEEN, is_hidden
from tui.articles.formats.surroundings import BYLINE

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_LINKS = 0.7
"""The share of link text from which on a line leads elsewhere."""
_LONG = 80
"""Characters from which on a line is running text."""
_SENTENCE = 25
"""The same for one that ends as sentences do."""
_BYLINE = 150
"""Characters at most of a byline."""
_SIGNED = (
    f"{BYLINE}, .by-line, .author, .article-author, [class*=author-name], [class*=author_name], "
    "[class*=autore], .firma, time"
)
"""The same, and what is likely to be it or its date in a short line."""
_END = re.compile(r"[.!?…。！？।۔]['\")\]»”’]*\s*$")


class Line(Struct):
    """What a browser shows in one block, up to a break."""

    block: LexborNode
    """The block element it stands in."""
    heading: bool
    nodes: list[LexborNode] = field(default_factory=list)
    """Its pieces of text, which may be taken away."""
    text: str = ""
    """Their text, white space joined."""
    linked: int = 0
    """How many of its characters are in links."""
    signed: bool = False
    """Whether a part of it is called a byline, or a time."""

    @property
    def is_byline(self) -> bool:
        """Whether it says who wrote the article, or when."""
        return self.signed and len(self.text) <= _BYLINE

    @property
    def is_link(self) -> bool:
        """Whether it does little but lead elsewhere."""
        return self.linked > _LINKS * len(self.text)

    @property
    def is_running(self) -> bool:
        """Whether it is text to be read: a sentence, or as long as one."""
        length = len(self.text)
        if self.heading or 2 * self.linked > length:
            return False
        return length >= _LONG or (length >= _SENTENCE and _END.search(self.text) is not None)

    def holds(self, piece: LexborNode) -> bool:
        """Whether a piece of text is one of its own."""
        return any(node.mem_id == piece.mem_id for node in self.nodes)

    def remove(self) -> None:
        """Takes its text out of the page."""
        for node in self.nodes:
            node.decompose()
        self.nodes = []


class _In(NamedTuple):
    """What a piece of text stands in."""

    heading: bool = False
    link: bool = False
    signed: bool = False


def lines_of(root: LexborNode) -> list[Line]:
    """The lines of an element in their order; empty ones are left out."""
    lines: list[Line] = []
    signed = {node.mem_id for node in root.css(_SIGNED)}
    stack: list[tuple[LexborNode, LexborNode, _In]] = [(root, root, _In())]
    line = Line(root, heading=False)
    while stack:
        node, block, within = stack.pop()
        tag = node.tag or ""
        if tag == "-text":
            text = node.text_content or ""
            if block.mem_id != line.block.mem_id:
                line = _begun(lines, line, block, within.heading)
            line.nodes.append(node)
            line.text += text
            line.linked += len(" ".join(text.split())) if within.link else 0
            line.signed = line.signed or (within.signed and bool(text.strip()))
            continue
        if tag in UNSEEN or tag.startswith(("-", "!")) or is_hidden(node):
            continue
        if tag in BLOCKS or tag == "br":
            block = block if tag == "br" else node
            line = _begun(lines, line, block, within.heading or tag in HEADINGS)
        within = _In(
            within.heading or tag in HEADINGS,
            within.link or (tag == "a" and node.attributes.get("href") is not None),
            within.signed or node.mem_id in signed,
        )
        stack += [(child, block, within) for child in reversed(list(node.iter(include_text=True)))]
    _begun(lines, line, root, heading=False)
    return lines


def _begun(lines: list[Line], line: Line, block: LexborNode, heading: bool) -> Line:
    """A new line; the one before is added if it holds text."""
    line.text = " ".join(line.text.split())
    if line.text:
        lines.append(line)
    return Line(block, heading)


def path_of(node: LexborNode) -> Iterator[int]:
    """The ids of an element and of all that it stands in."""
    at: LexborNode | None = node
    while at is not None:
        yield at.mem_id
        at = at.parent


def contains(node: LexborNode, line: Line) -> bool:
    """Whether a line stands in an element."""
    return node.mem_id in path_of(line.block)
