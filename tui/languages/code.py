"""What a text quotes from machines, and no language translates: commands, names in programs, paths, keys."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.languages.spans import Span

_CODE = re.compile(
    r"""
      ``[^`\n]+``? | `[^`\n]+`                                     # between backticks
    | <[^\W\d_][^<>\n]{0,80}>                                      # <TAG attribute="x">  <ENTER>
    | \b[a-z][a-z0-9+.-]{1,9}://\S+ | \bwww\.\S+                   # addresses
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
    | (?<![\w-])--?[^\W\d_][\w-]*(?:=\S+)?                         # --option=value  -v
    | (?<![\w/])(?:~|\.{1,2})?(?:/[\w.+-]+){2,}/?                  # /usr/share/doc  ~/notes/today
    | (?<![\w/])(?:~|\.{1,2})/[\w.+-]+
    | [$@%]\{?[^\W\d]\w*\}? | \\[^\W\d_]+                          # $HOME  ${name}  \textbf
    | \w*[^\W_]_\w+(?:\(\))? | \w+\(\) | \w+=\S+                   # snake_case  call()  SIZE=10
    | \b[^\W\d_]+[a-z0-9](?:[A-Z][a-z0-9]+)+\b                     # CamelCase
    | \b[^\W\d_]\w+(?:\.[^\W\d_]\w*)*\.[a-z]{1,4}\d?\b(?!\.\w)       # notes.txt  package.module.py
    | \b(?:[A-Z][^\W\d_]{1,8}[+-])+(?:[A-Z]|F\d{1,2})(?!\w)        # Ctrl+Shift+P  Alt-F4
    """,
    re.VERBOSE,
)
_CUE = re.compile(
    r"[`<@/$\\_=]|%\{?[^\W\d]|\(\)|www\.|(?<![\w-])--?[^\W\d_]|(?<=[a-z0-9])[A-Z]|(?<=\w)\.[a-z]"
    r"|(?<=[^\W\d_])[+-][A-Z]"
)
"""One of these stands in everything that is code, and in few sentences."""


def code_spans(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Where code stands in `text[start:end]`, in order: what a sign that prose does not have gives away."""
    end = len(text) if end is None else end
    if _CUE.search(text, start, end):
        for match in _CODE.finditer(text, start, end):
            yield Span(match.start(), match.end())


_ENDED = re.compile(r"[;{}]\s*$")
_OPERATOR = re.compile(r"[{}=|]|\w[(\[]|->|::|(?:^|\s)[*&]+\w|\w[*&]")


def is_program(text: str) -> bool:
    """Whether a sentence is a piece of a program: it ends as a statement or a block does, and has a sign that
    prose has not; a semicolon alone ends the items of many a list.
    """
    return _ENDED.search(text) is not None and _OPERATOR.search(text) is not None
