"""Code in the form in which that of two versions is compared."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from tui.languages import fold, known

_COMMENT = re.compile(
    r"/\*.*?\*/|<!--.*?-->|(?:(?<=\s)|^)(?:#|//|--|;|%|REM\b)(?=\s|$).*?$|(?:(?<=\s)|^)//.*?$|^\s*[#;%].*?$",
    re.M | re.S,
)
_SPOKEN = re.compile(r"\"[^\"\n]*\s[^\"\n]*\"|'[^'\n]*\s[^'\n]*'|“[^”\n]*”|«[^»\n]*»|`[^`\n]*\s[^`\n]*`")
"""Strings of several words: what the code says to people."""
_PLACEHOLDER = re.compile(r"<[^<>\n]{1,40}>|\{\{?[\w .-]{1,40}\}?\}|\[[^\[\]\n]*\s[^\[\]\n]*\]")
_JOINTS = frozenset("-_ ")
_MOST = 400
"""Words and signs of a piece of code that are compared."""
_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")


def code_form(code: str) -> str:
    """Code without what is written for people: comments, strings of several words, placeholders."""
    for pattern, stands in ((_COMMENT, " "), (_SPOKEN, '""'), (_PLACEHOLDER, "<>")):
        code = pattern.sub(stands, code)
    return " ".join(code.split())


def parts(code: str) -> list[str]:
    """The words and signs of code."""
    return _WORD.findall(code)


Change = tuple[tuple[str, ...], tuple[str, ...]]
"""Words and signs that stand in place of others."""


def changes(source: str, target: str) -> list[Change]:
    """Where two pieces of code differ, each in its form."""
    one, other = parts(code_form(source))[:_MOST], parts(code_form(target))[:_MOST]
    matcher = SequenceMatcher(None, one, other, False)
    return [
        (tuple(one[a:b]), tuple(other[c:d])) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"
    ]


def is_translation(change: Change, languages: tuple[str, str]) -> bool:
    """Whether a change only says in another language what the code has for a name: *package_name*.

    Then each of its words in the target is one of that language and none of the source's, or stands in the
    source too, and no figure or sign is new.
    """
    source, target = ({word for word in side if word.isalpha()} for side in change)
    signs = [{word for word in side if not word.isalpha() and word not in _JOINTS} for side in change]
    if signs[0] != signs[1] or not source or not target:
        return False
    there = {fold(word) for word in source}
    new = [word for word in map(fold, target) if word not in there]
    return all(
        not word.isascii() or (known(word, languages[1]) and not known(word, languages[0])) for word in new
    )
