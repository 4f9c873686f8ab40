"""Words as spans: one tokeniser for every rule that looks at words."""

import re
from dataclasses import dataclass

from tui.languages.folding import fold
from tui.languages.spans import Span

_APOSTROPHE = "['’ʼ]"
_TOKEN = re.compile(
    rf"""
      \d+(?:[.,:]\d+)*                                     # 2,500.50  17.30  14:05
    | (?:[^\W\d_]\.){{2,}}                                 # U.S.  S.p.A.
    | [^\W\d_]*n{_APOSTROPHE}t\b                           # didn't
    | {_APOSTROPHE}(?:s|re|ve|ll|d|m)\b                    # 's  're
    | [^\W\d_]+{_APOSTROPHE}(?=[^\W\d_])(?!(?:s|re|ve|ll|d|m)\b)   # dell'  l'
    | [^\W_]+(?:\u00ad[^\W_]+)*                            # word  B2B  a word with a soft hyphen
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MARK = re.compile(r"[^\w\s]|_")


@dataclass(frozen=True, slots=True)
class Token:
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

    An elided article (`l'`) is a word of its own, and so is an English `'s`; `didn't` stays whole.
    """
    return tuple(
        Token(match.start(), match.end(), match[0], fold(match[0]))
        for match in _TOKEN.finditer(text, start, len(text) if end is None else end)
    )


def tokens_and_marks(text: str, tokens: tuple[Token, ...], start: int, end: int) -> tuple[Token, ...]:
    """The `tokens` of `text[start:end]` and, between them, each punctuation mark or symbol as a token."""
    merged: list[Token] = []
    gap = start
    for token in (*tokens, None):
        until = end if token is None else token.start
        merged += (Token(m.start(), m.end(), m[0], fold(m[0])) for m in _MARK.finditer(text, gap, until))
        if token is not None:
            merged.append(token)
            gap = token.end
    return tuple(merged)
