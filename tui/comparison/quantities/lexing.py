"""The lexemes of a sentence: numerals, words, codes and signs, each with its place."""

import re
from dataclasses import dataclass
from typing import Literal

from tui.languages import fold

LexemeKind = Literal["skip", "date", "phone", "code", "clock", "numeral", "word", "sign"]

_APOSTROPHE = "['’‘ʼ]"
_LEXEME = re.compile(
    rf"""
      (?P<skip>https?://\S+|www\.\S+|[\w.+-]+@\w[\w-]*\.[\w.]*\w|[@\#][^\W\d]\w*)
    | (?P<date>
          (?<![\w/.-])
          (?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}(?P<sep>[/.-])\d{{1,2}}(?P=sep)(?:\d{{4}}|\d{{2}}))
          (?![\w/-]))
    | (?P<phone>(?<!\w)(?:\+\d{{1,3}}|0\d+)(?:[ -]\d{{2,}})+(?!\w))
    | (?P<code>(?<!\w)(?:[A-Z][^\W\d_]*\d+(?:[A-Za-z]\w*)?|[A-Z]{{1,5}}-\d+[A-Z]?)(?!\w))
    | (?P<clock>(?<![\w.,:])\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?![\w:]))
    | (?P<numeral>
          (?<![\d.,])\d{{1,3}}(?:[\u00a0\u202f\u2009 ]\d{{3}})+(?!\d)
        | \d+(?:[.,:]\d+|['’‘]\d{{3}}(?!\d))*
        | [½¼¾⅓⅔⅛])
    | (?P<word>
          (?:[^\W\d_]\.){{2,}}
        | (?:(?i:US|AU|CA|NZ|HK)|[ACSRacsr])\$
        | ['’](?:s|re|ve|ll|d|m)\b
        | [^\W\d_]+{_APOSTROPHE}(?=[^\W_])(?!(?:s|re|ve|ll|d|m)\b)
        | °[CF]\b
        | [^\W\d_]+)
    | (?P<sign>\S)
    """,
    re.VERBOSE,
)
_STRAIGHT = str.maketrans({"‘": "'"})


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One numeral, word, code or sign."""

    kind: LexemeKind
    start: int
    end: int
    text: str
    key: str
    """Folded, for looking up."""
    glued: bool
    """Nothing stands between it and the lexeme before."""


def lex(text: str, start: int, end: int) -> list[Lexeme]:
    """The lexemes of `text[start:end]`, in order."""
    out: list[Lexeme] = []
    last = -1
    for match in _LEXEME.finditer(text, start, end):
        word = match[0]
        key = word if word in "ºª" else fold(word).translate(_STRAIGHT)
        out.append(Lexeme(match.lastgroup, match.start(), match.end(), word, key, match.start() == last))  # type: ignore[arg-type]
        last = match.end()
    return out


def keys(phrase: str) -> tuple[str, ...]:
    """The keys of a phrase of a word list: the same lexer reads lists and articles."""
    text = phrase + "a" if phrase.endswith("'") else phrase  # an elided word is one only before another
    return tuple(lexeme.key for lexeme in lex(text, 0, len(text)))[: -1 if text != phrase else None]
