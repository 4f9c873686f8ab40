"""The lexemes of a sentence: numerals, words, codes and signs, each with its place."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct

from tui.languages import INVISIBLE, fold

LexemeKind = Literal["skip", "date", "phone", "code", "clock", "numeral", "word", "sign"]

_APOSTROPHE = "['’‘ʼ]"
_SPACE = "[\u00a0\u202f\u2007\u2008\u2009 ]"
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_SKIP = r"(?P<skip>https?://\S+|www\.\S+|[\w.+-]+@\w[\w-]*\.[\w.]*\w|[@\#][^\W\d]\w*)|"
_SKIPPED = re.compile(r"[@#]|://|www\.")
"""What stands in every text that is skipped: where it does not, the lexemes are found quicker."""
_PATTERN = rf"""
      (?![¼-¾⅐-⅞º])[^\W\d_₀-₉ʼ]++(?![\w.$\-‐‑]|{_APOSTROPHE})    # most words: nothing else fits
    | (?P<date>
          (?<![\w/.-])
          (?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}(?P<sep>[/.-])\d{{1,2}}(?P=sep)(?:\d{{4}}|\d{{2}}))
          (?![\w/-]))
    | (?P<phone>(?<!\w)(?:\+\d{{1,3}}|0\d+)(?:[ -]\d{{2,}})+(?!\w))
    | (?P<code>(?<!\w)(?:[A-Z][^\W\d_]*[\d₀-₉]+(?:[A-Za-z]\w*)?|[A-Z]{{1,5}}[-‐‑]\d+[A-Z]?)(?!\w))
    | (?P<clock>(?<![\w.,:])\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?![\d:]))
    | (?P<numeral>
          (?<![\d.,])\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)
        | \d+(?:[.,:]\d+|['’‘]\d{{3}}(?!\d))*
        | [¼-¾⅐-⅞])
    | (?P<word>
          (?:[^\W\d_]\.){{2,}}
        | (?:(?i:US|AU|CA|NZ|HK)|[ACSRacsr])\$
        | ['’](?:s|re|ve|ll|d|m)\b
        | [^\W\d_]+{_APOSTROPHE}(?=[^\W_])(?!(?:s|re|ve|ll|d|m)\b)
        | [°º]{_SPACE}?[CFcf]\b
        | [^\W\d_]+)
    | (?P<sign>\S)
    """
_LEXEME = re.compile(_PATTERN, re.VERBOSE)
_LONGEST = 200
"""Characters of a numeral; what is longer is data, and counts nothing."""
_STRAIGHT = str.maketrans({"‘": "'", "′": "'", "″": '"', "”": '"', "“": '"', "⁄": "/", "∕": "/"})


class Lexeme(Struct, frozen=True):
    """One numeral, word, code or sign."""

    kind: LexemeKind
    start: int
    end: int
    text: str
    """As written, without characters of no width."""
    key: str
    """Folded, for looking up."""
    glued: bool
    """Nothing stands between it and the lexeme before."""


def lex(text: str, start: int, end: int) -> list[Lexeme]:
    """The lexemes of `text[start:end]`, in order; characters of no width part nothing and say nothing."""
    if _INVISIBLE.search(text, start, end) is None:
        return _lexemes(text, start, end, None)
    places = [at for at in range(start, end) if _INVISIBLE.match(text, at) is None]
    return _lexemes("".join(text[at] for at in places), 0, len(places), places)


def _lexemes(text: str, start: int, end: int, places: Sequence[int] | None) -> list[Lexeme]:
    """`places` says where each character stands in the article, where this is not the article's own text."""
    out: list[Lexeme] = []
    last = -1
    pattern = _LEXEME if _SKIPPED.search(text, start, end) is None else _lexeme_or_skip()
    for match in pattern.finditer(text, start, end):
        begins, ends = match.span()
        word, glued, last = match[0], begins == last, ends
        if places is not None:
            begins, ends = places[begins], places[ends - 1] + 1
        kind = match.lastgroup or "word"
        if kind == "numeral" and len(word) > _LONGEST:
            kind = "skip"
        out.append(Lexeme(kind, begins, ends, word, _key(word), glued))  # type: ignore[arg-type]
    return out


@cache
def _lexeme_or_skip() -> re.Pattern[str]:
    return re.compile(_SKIP + _PATTERN, re.VERBOSE)


@lru_cache(maxsize=8192)
def _key(word: str) -> str:
    if word.isascii():
        return word.lower()
    if word[0] in "ºª°":
        return word if len(word) == 1 else "°" + word[-1].lower()
    return fold(word.translate(_STRAIGHT)).translate(_STRAIGHT)


def keys(phrase: str) -> tuple[str, ...]:
    """The keys of a phrase of a word list: the same lexer reads lists and articles."""
    if phrase.isascii() and phrase.replace(" ", "").isalpha():  # most: each part is one lexeme
        return tuple(phrase.lower().split())
    text = phrase + "a" if phrase.endswith("'") else phrase  # an elided word is one only before another
    return tuple(lexeme.key for lexeme in lex(text, 0, len(text)))[: -1 if text != phrase else None]
