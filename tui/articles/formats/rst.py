"""reStructuredText, by its reference parser; nothing is included or run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tui.articles.blocks import Builder, Document, normalized_lines
from tui.articles.encodings import decode
from tui.articles.formats.registry import Format
from tui.articles.formats.text import add_linked
from tui.errors import AfronteError

if TYPE_CHECKING:
    from docutils.nodes import Node

_SIGNS = (
    re.compile(rb"^\.\. [\w:-]+::", re.M),
    re.compile(rb"^\.\. _[^:\n]++:", re.M),
    re.compile(rb"^\S[^\n]*\n(?:={3,}|~{3,}|\^{3,}|\"{3,})[ \t]*$", re.M),
    re.compile(rb"`[^`<\n]{1,500} <[^`>\n]{1,500}>`__?"),
    re.compile(rb"(?<!`)``[^`\n]+``(?!`)"),
    re.compile(rb":[a-z][\w:]{0,60}:`[^`\n]+`"),
    re.compile(rb"::[ \t]*\n[ \t]*\n[ \t]+\S"),
)
_LONGEST_LINE = 20_000
"""Characters: docutils takes the square of them, and reads nothing of a text with a longer line."""
_SETTINGS = {
    "report_level": 5,
    "halt_level": 6,
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "line_length_limit": _LONGEST_LINE,
    "_disable_config": True,
    "smart_quotes": False,
    "syntax_highlight": "none",
    "input_encoding": "unicode",
}
_TITLED = "seealso todo tab rubric dropdown card grid-item-card details"
"""Directives whose argument is text."""
_NESTED = (
    "versionadded versionchanged deprecated tabs glossary centered hlist only describe function class method"
    " data attribute module exception option envvar confval grid"
)
_CODE = "code-block sourcecode literalinclude prompt console ipython doctest"
_DROPPED = (
    "toctree index currentmodule py:currentmodule highlight automodule autoclass autofunction autosummary"
    " tabularcolumns graphviz mermaid plantuml bibliography"
)
_ROLES = "ref doc term guilabel menuselection kbd abbr any numref dfn download option envvar rfc pep cve"
_LEADING = "ref doc numref any download"
"""Roles that lead to a place or a file, whose name is the same in every language."""
_CODE_ROLES = (
    "file command program samp func class meth mod attr data const exc obj py:func py:class py:meth py:mod"
    " py:attr py:data py:exc py:obj py:const c:func c:type regexp makevar"
)
_ROLE_TARGET = re.compile(r"(?<!\s)\s*+<([^<>]*)>\s*\Z")


def document_of(text: str) -> Document:
    """The document in a reStructuredText."""
    from docutils.core import publish_doctree

    _know_sphinx()
    text = re.sub(r"^[ \t]*\|[\w-]+\|[ \t]*$", "", normalized_lines(text), flags=re.M)
    builder = Builder()
    _add(publish_doctree(text, settings_overrides=_SETTINGS), builder)
    return builder.document()


def _add(node: Node, builder: Builder) -> None:
    from docutils import nodes

    if isinstance(node, nodes.Text):
        add_linked(node.astext(), builder)
        return
    if isinstance(node, nodes.Element):
        builder.anchors.update(node.get("ids", ()))
    if isinstance(node, _unread()):
        return
    if isinstance(node, nodes.literal_block | nodes.doctest_block):
        builder.code(node.astext())
    elif isinstance(node, nodes.literal):
        with builder.mark("code", node.astext()):
            builder.add(node.astext())
    elif isinstance(node, nodes.reference):
        address = node.get("refuri") or f"#{node.get('refid') or nodes.make_id(node.get('refname', ''))}"
        with builder.mark("link", address):
            _add_all(node, builder)
    elif isinstance(node, nodes.TextElement) and not isinstance(node, nodes.Inline):
        builder.end()
        _add_all(node, builder)
        builder.end(heading=isinstance(node, nodes.title))
    else:
        _add_all(node, builder)


def _add_all(node: Node, builder: Builder) -> None:
    for child in node.children:
        _add(child, builder)


def _unread() -> tuple[type[Any], ...]:
    from docutils import nodes

    return (
        nodes.comment,
        nodes.system_message,
        nodes.substitution_definition,
        nodes.image,
        nodes.target,
        nodes.footnote_reference,
        nodes.citation_reference,
        nodes.label,
        nodes.math,
        nodes.math_block,
        nodes.raw,
        nodes.pending,
        nodes.docinfo,
        nodes.meta,
    )


def _know_sphinx() -> None:
    """Teaches the parser what Sphinx adds: what is inside is read, and nothing of it is done."""
    from docutils import nodes
    from docutils.parsers.rst import Directive, directives, roles
    from docutils.statemachine import StringList

    class Nested(Directive):
        optional_arguments = 1
        final_argument_whitespace = True
        has_content = True
        option_spec = _Anything()

        def run(self) -> list[nodes.Node]:
            inside = nodes.container()
            first, _, rest = (self.arguments or [""])[0].partition("\n")
            words = f"{first}\n{rest}" if self.name in _TITLED.split() else rest
            self.state.nested_parse(StringList(words.split("\n"), self.name), 0, inside)
            self.state.nested_parse(self.content, self.content_offset, inside)
            return [inside]

    class Code(Nested):
        def run(self) -> list[nodes.Node]:
            code = "\n".join(self.content)
            return [nodes.literal_block(code, code)]

    class Dropped(Nested):
        def run(self) -> list[nodes.Node]:
            return []

    for names, directive in ((f"{_TITLED} {_NESTED}", Nested), (_CODE, Code), (_DROPPED, Dropped)):
        for name in names.split():
            directives.register_directive(name, directive)

    def spoken(
        name: str, _raw: str, text: str, *_: object, **__: object
    ) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        target = _ROLE_TARGET.search(text)
        words = text[: target.start()] if target else text.replace(" --> ", " > ").lstrip("~!")
        if name.lower() in _LEADING.split():
            return [nodes.reference(words, words, refuri=target[1] if target else text)], []
        return [nodes.inline(words, words)], []

    def code(
        _name: str, _raw: str, text: str, *_: object, **__: object
    ) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        return [nodes.literal(text, text.lstrip("~!"))], []

    for names, role in ((_ROLES, spoken), (_CODE_ROLES, code)):
        for name in names.split():
            roles.register_local_role(name, role)  # type: ignore[arg-type]


class _Anything(dict[str, Any]):
    """The options of a directive, of whatever name: none means anything here."""

    def __getitem__(self, _name: str) -> Any:
        return lambda value: value

    def __contains__(self, _name: object) -> bool:
        return True

    def __bool__(self) -> bool:
        return True


def is_rst(data: bytes) -> bool:
    """Whether bytes have at least two of the signs that only reStructuredText has, three times in all."""
    sample = data[:200_000].replace(b"\r\n", b"\n")
    counts = [len(sign.findall(sample)) for sign in _SIGNS]
    return sum(count > 0 for count in counts) > 1 and sum(counts) > 2


def _read(data: bytes, name: str) -> Document:
    text = decode(data, name)
    if any(len(line) > _LONGEST_LINE for line in text.splitlines()):
        raise AfronteError(f"{name} has a line of more than {_LONGEST_LINE:,} characters: break it")
    return document_of(text)


FORMATS = (Format("reStructuredText", (".rst", ".rest"), is_rst, _read, rank=85),)
