"""Markdown: its text, by the CommonMark parser with tables, and the title and description of front matter."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from html import unescape
from itertools import accumulate, takewhile
from typing import TYPE_CHECKING

from tui.articles.blocks import Builder, Document, normalized_lines
from tui.articles.encodings import decode
from tui.articles.formats.html import document_of as html_document
from tui.articles.formats.registry import Format
from tui.articles.formats.text import add_linked

if TYPE_CHECKING:
    from markdown_it.token import Token

_SIGNS = tuple(
    re.compile(pattern, re.M)
    for pattern in (
        rb"^#{1,6} \S",
        rb"^ {0,3}(?:```|~~~)",
        rb"\]\([^)\s]{1,500}\)",
        rb"^\|.*\|\s*$\n^\|[ :|-]+\|",
        rb"\*\*\w[^*\n]*+\*\*",
        rb"^[*-] \[[^\]\n]+\]\(",
    )
)
"""What Markdown has and prose has not."""
_FRONT = re.compile(r"\A(---|\+\+\+)[ \t]*\n(.*?)^\1[ \t]*(?:\n|\Z)", re.M | re.S)
_FIELD = re.compile(r"^(title|description|summary|subtitle)\s*[:=]\s*(.*)$", re.I)
_FOLDED = re.compile(r"[>|][+-]?\d?[ \t]*")
"""Says that the value of a field stands on the lines below."""
_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})")
_DIRECTIVE = re.compile(
    r"^[ \t]*\$\$[^`]{1,4000}?\$\$[ \t]*$"
    r"|\{\{[%<].{0,1000}?[%>]\}\}|\{%.{0,1000}?%\}|^\[_?_?TOC_?_?\]\]?$|^> ?\[!\w+\]|^\[\^[^\]\s]+\]:[ \t]?"
    r"|^import\s[^\"';.]{0,500}[\"'][^\"'\n]+[\"'];?[ \t]*$"
    r"|^export[ \t]+(?:const|let|default|function)\b[^\n]*$",
    re.M | re.S,
)
"""What programs that build sites replace: formulas, shortcodes, template tags, imports, names of notes."""
_BOX = re.compile(
    r"^[ \t]*(?::{3,}[ \t]*[\w.-]*[ \t]*\[?|(?:!!!|\?\?\?)\+?[ \t]*[\w -]*\"?|===[+!]?[ \t]*\")([^\n]*)$",
    re.M,
)
"""The line above a box or beside a tab, or under it; with its title."""
_INDENTED = re.compile(r"^(?:[ \t]*(?:!!!|\?\?\?|===[+!]?[ \t]*\")|\[\^[^\]\s]+\]:)")
"""What the indented lines below belong to."""
_NOTE = re.compile(r"\[\^[^\]\s]+\]")
_TASK = re.compile(r"\[[ xX]\][ \t]+")
_HEADING_ID = re.compile(r"[ \t]{0,9}\{:?[ \t]*#([\w-]++)[^{}]*\}[ \t]*$")
_NAMED = re.compile(r"<[a-zA-Z][^<>]*\s(?:id|name)\s*=\s*[\"']?([^\s\"'<>]+)", re.I)
_UNSHOWN = re.compile(r"<!--.*?(?:-->|\Z)|</?[a-zA-Z][^<>]*>", re.S)
"""What of HTML is no text: comments and tags."""
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*+)([^>]*)>")
_HREF = re.compile(r"\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.I)
_NOT_IN_SLUGS = re.compile(r"[^\w\- ]")


def document_of(text: str) -> Document:
    """The document in a Markdown text."""
    from markdown_it import MarkdownIt

    text = normalized_lines(text)
    builder = Builder(lines=True)
    front = _FRONT.match(text)
    if front:
        _add_front_matter(front, builder)
        text = _blanked(front) + text[front.end() :]
    text = _without_directives(text)
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    _add_blocks(parser.parse(text), builder)
    return builder.document()


def slug(heading: str) -> str:
    """The name under which a heading can be linked to, as the large code hosts make it."""
    return _NOT_IN_SLUGS.sub("", heading.strip().lower()).replace(" ", "-")


def _blanked(match: re.Match[str]) -> str:
    """Nothing in place of what was matched, on as many lines."""
    return "\n" * match[0].count("\n")


def _without_directives(text: str) -> str:
    """The text without what is no text outside code, on as many lines; boxes and notes are not indented."""
    lines: list[str] = []
    written: list[str] = []
    fence, inside = "", False

    def close() -> None:
        lines.extend(_BOX.sub(_titled, _DIRECTIVE.sub(_blanked, "\n".join(written))).split("\n"))
        written.clear()

    for written_line in text.split("\n"):
        line = written_line
        inside = (inside and (not line.strip() or line.startswith(("    ", "\t")))) or (
            not fence and _INDENTED.match(line) is not None
        )
        if inside and not _INDENTED.match(line):
            line = line[1:] if line.startswith("\t") else line[4:]
        found = _FENCE.match(line)
        if fence:
            lines.append(line)
            fence = "" if found and found[1].startswith(fence) and not line[found.end() :].strip() else fence
        elif found:
            if written:
                close()
            lines.append(line)
            fence = found[1]
        else:
            written.append(line)
    if written:
        close()
    return "\n".join(lines)


def _titled(box: re.Match[str]) -> str:
    """The title of a box as a heading, which is a paragraph of its own."""
    title = "" if "{" in box[0] else box[1].rstrip(' \t]"')
    return f"###### {title}" if title else ""


def _add_front_matter(front: re.Match[str], builder: Builder) -> None:
    lines = front[2].split("\n")
    for number, line in enumerate(lines):
        if found := _FIELD.match(line):
            builder.line = number + 2
            value = found[2].strip()
            if value[:1] not in ("'", '"'):
                value = "" if _FOLDED.fullmatch(value) else value
                below = takewhile(lambda each: each[:1] in (" ", "\t") or not each, lines[number + 1 :])
                value = " ".join([value, *below]).strip()
            builder.add(value[1:-1] if value[:1] in "\"'" and value[-1:] == value[:1] else value)
            builder.end()


def _add_blocks(tokens: Sequence[Token], builder: Builder) -> None:
    called: Counter[str] = Counter()
    for index, token in enumerate(tokens):
        if token.map:
            builder.line = token.map[0] + 1
        if token.type == "inline":
            heading = index > 0 and tokens[index - 1].type == "heading_open"
            children = list(token.children or ())
            if children and (task := _TASK.match(children[0].content)):
                children[0].content = children[0].content[task.end() :]
            if heading:
                _take_name(children, builder, called)
            _add_inline(children, builder)
            builder.end()
        elif token.type in ("fence", "code_block"):
            builder.line += token.type == "fence"
            builder.code(token.content)
        elif token.type == "html_block":
            _add_html(token.content, builder)


def _take_name(children: list[Token], builder: Builder, called: Counter[str]) -> None:
    """Takes a heading's name, which is in its text or follows from it; `called`: how many are named so."""
    if children and (name := _HEADING_ID.search(children[-1].content)):
        children[-1].content = children[-1].content[: name.start()]
        builder.anchors.add(name[1])
    name_of_text = slug("".join(child.content for child in children if child.type in ("text", "code_inline")))
    while (name_ := _numbered(name_of_text, called[name_of_text])) in builder.anchors:
        called[name_of_text] += 1
    builder.anchors.add(name_)


def _numbered(name: str, number: int) -> str:
    return f"{name}-{number}" if number else name


def _add_inline(children: Sequence[Token], builder: Builder) -> None:
    """Adds what is inside a block. Links are closed in the order in which they were opened."""
    with ExitStack() as stack:
        links: list[ExitStack] = []
        for token in children:
            if token.type == "text":
                add_linked(_NOTE.sub("", token.content), builder)
            elif token.type in ("softbreak", "hardbreak"):
                builder.line_break()
            elif token.type == "code_inline":
                with builder.mark("code", token.content):
                    builder.add(token.content)
            elif token.type == "link_open":
                links.append(_link(str(token.attrGet("href") or ""), builder, stack))
            elif token.type == "link_close" and links:
                links.pop().close()
            elif token.type == "html_inline":
                _add_tag(token.content, builder, links, stack)


def _link(address: str, builder: Builder, stack: ExitStack) -> ExitStack:
    from urllib.parse import unquote

    link = stack.enter_context(ExitStack())
    link.enter_context(builder.mark("link", unquote(address)))
    return link


def _add_tag(tag: str, builder: Builder, links: list[ExitStack], stack: ExitStack) -> None:
    """What an HTML tag in running text means."""
    builder.anchors.update(_NAMED.findall(tag))
    match = _TAG.match(tag)
    if not match:
        return
    name = match[2].lower()
    if name == "br":
        builder.add(" ")
    elif name == "a" and match[1] and links:
        links.pop().close()
    elif name == "a" and (href := _HREF.search(match[3])):
        links.append(_link(next(filter(None, href.groups()), ""), builder, stack))


def _add_html(html: str, builder: Builder) -> None:
    """Adds a block of HTML: its own blocks, each on the line on which its text begins."""
    builder.anchors.update(_NAMED.findall(html))
    lines = [_without_blanks(unescape(line)) for line in _UNSHOWN.sub(_blanked, html).split("\n")]
    letters, starts = "".join(lines), [0, *accumulate(map(len, lines))]
    first, at = builder.line, 0
    for block in html_document(html, whole=True).blocks:
        text = _without_blanks(block.text)
        # what is written otherwise than it is shown, such as an exponent, stands near what is before it
        if (found := letters.find(text, at)) >= 0:
            builder.line = first + bisect_right(starts, found) - 1
            at = found + len(text)
        builder.append(block)


def _without_blanks(text: str) -> str:
    return "".join(normalized_lines(text).split())


def is_markdown(data: bytes) -> bool:
    """Whether bytes have at least two of the signs that only Markdown has, one of them twice."""
    sample = data[:200_000].replace(b"\r\n", b"\n")
    counts = [len(sign.findall(sample)) for sign in _SIGNS]
    return sum(count > 0 for count in counts) > 1 and sum(counts) > 2


def _read(data: bytes, name: str) -> Document:
    return document_of(decode(data, name))


FORMATS = (
    Format(
        "Markdown",
        (".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd", ".rmd"),
        is_markdown,
        _read,
        rank=90,
    ),
)
