"""Code in the form in which that of two versions is compared."""

from __future__ import annotations

import re

_COMMENT = re.compile(
    r"/\*.*?\*/|<!--.*?-->|(?:(?<=\s)|^)(?:#|//|--|;|%|REM\b)(?=\s|$).*?$|(?:(?<=\s)|^)//.*?$|^\s*[#;%].*?$",
    re.M | re.S,
)
_SPOKEN = re.compile(r"\"[^\"\n]*\s[^\"\n]*\"|'[^'\n]*\s[^'\n]*'|“[^”\n]*”|«[^»\n]*»|`[^`\n]*\s[^`\n]*`")
"""Strings of several words: what the code says to people."""
_PLACEHOLDER = re.compile(r"<[^<>\n]{1,40}>|\{\{?[\w .-]{1,40}\}?\}|\[[^\[\]\n]*\s[^\[\]\n]*\]")
_WORDS = re.compile(r"[^\W\d_]+(?:['’ ][^\W\d_]+)*")
_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")


def code_form(code: str) -> str:
    """Code without what is written for people: comments, strings of several words, placeholders."""
    for pattern, stands in ((_COMMENT, " "), (_SPOKEN, '""'), (_PLACEHOLDER, "<>")):
        code = pattern.sub(stands, code)
    return " ".join(code.split())


def is_wording(code: str) -> bool:
    """Whether code is words alone, such as the label of a button, which a translation may translate."""
    return _WORDS.fullmatch(code) is not None


def parts(code: str) -> list[str]:
    """The words and signs of code."""
    return _WORD.findall(code)
