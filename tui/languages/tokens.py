"""Words as spans: one tokeniser for every rule that looks at words."""

import re

from msgspec import Struct

from tui.languages.folding import INVISIBLE, fold
from tui.languages.spans import Span

_APOSTROPHE = "['’ʼ]"
_RAISED = "⁰¹²³⁴-⁹"
"""Figures of footnotes: they stand at words and belong to none."""
_LETTER = rf"[^\W\d_{_RAISED}]"
_TOKEN = re.compile(
    rf"""
      (?!\d)[^\W_{_RAISED}]++(?![.]|{_APOSTROPHE})           # most words: nothing else fits
    | \d+(?:[.,:]\d+)*                                     # 2,500.50  17.30  14:05
    | (?:{_LETTER}\.){{2,}}                                 # U.S.  S.p.A.
    | {_LETTER}*n{_APOSTROPHE}t\b                           # didn't
    | {_APOSTROPHE}(?:s|re|ve|ll|d|m)\b                    # 's  're
    | {_LETTER}+{_APOSTROPHE}(?={_LETTER})(?!(?:s|re|ve|ll|d|m)\b)   # dell'  l'
    | [^\W_{_RAISED}]+                                     # word  B2B
    """,
    re.VERBOSE | re.IGNORECASE,
)
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_MARK = re.compile(rf"(?!{_INVISIBLE.pattern})[^\w\s]|_")


class Token(Struct, frozen=True):
    """One word or number of an article."""

    start: int
    end: int
    text: str
    """As written."""
    key: str
    """For comparing: NFKC, case folded, apostrophes straight."""

    @property
    def span(self) -> Span:
        """The token as a span."""
        return Span(self.start, self.end)


def tokenize(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The words and numbers of `text[start:end]`, in order; punctuation and blanks are left out.

    An elided article (`l'`) is a word of its own, and so is an English `'s`; `didn't` stays whole. A
    character of no width parts no word, and the raised figure of a footnote belongs to none.
    """
    end = len(text) if end is None else end
    if _INVISIBLE.search(text, start, end):
        places = [at for at in range(start, end) if not _INVISIBLE.match(text[at])]
        seen = "".join(text[at] for at in places)
        spans = [(places[m.start()], places[m.end() - 1] + 1) for m in _TOKEN.finditer(seen)]
    else:
        spans = [match.span() for match in _TOKEN.finditer(text, start, end)]
    return tuple(Token(first, last, text[first:last], fold(text[first:last])) for first, last in spans)


def tokens_and_marks(text: str, tokens: tuple[Token, ...], start: int, end: int) -> tuple[Token, ...]:
    """The `tokens` of `text[start:end]` and, between them, each punctuation mark or symbol as a token."""
    merged: list[Token] = []
    gap = start
    for token in (*tokens, None):
        until = end if token is None else token.start
        if text[gap:until] != " ":
            merged += (Token(m.start(), m.end(), m[0], fold(m[0])) for m in _MARK.finditer(text, gap, until))
        if token is not None:
            merged.append(token)
            gap = token.end
    return tuple(merged)
