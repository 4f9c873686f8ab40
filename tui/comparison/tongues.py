"""In which language, or script, a sentence is written that is not in its side's."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from tui.articles import detect
from tui.languages import (
    Token,
    base_language,
    code_spans,
    function_words,
    is_program,
    known,
    tokenize,
    word_list,
)

LONG = 5
"""Words of a sentence of which the language can be told by itself."""
_MARGIN = 3
"""So many times as many of its words must be words of the other language alone as of its own alone."""
_ALONE = re.compile(r"(?<![^\W\d_])[^\W\d_](?![^\W\d_])")
"""A letter alone, which is a symbol more often than a word."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_BEYOND_LATIN = re.compile("[ªµº]|[^\0-\u024f\u2000-\u206f\u20a0-\u20cf]")
"""What is no Latin letter, or may be none: punctuation and signs of currencies are no letters at all."""
_THREE = re.compile(r"[^\W\d_]{3}")
KEPT = 16_384
"""Sentences of which it is kept what language they are in, some 6 MB: most come again when one was edited."""
_LETTERS = 3
"""Letters of a sentence of which the script tells something."""


@lru_cache(maxsize=KEPT)
def tongue_of(text: str, own: str, other: str, script: str | None) -> str | None:
    """The language or script of a sentence of a side of that language and script; None where it is its own,
    or cannot be told.
    """
    if is_program(text):
        return None
    written = script_of(text)
    if written and script and written != script:
        return detected if (detected := detect(text)) == other else written
    return _other_language(text, own)


def prose(tokens: Sequence[Token], text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words of a sentence, `text[start:end]`, that stand in no code."""
    code = tuple(code_spans(text, start, end))
    return [
        token
        for token in tokens
        if token.key.isalpha() and not (code and any(span.start <= token.start < span.end for span in code))
    ]


def is_of(key: str, language: str) -> bool:
    """Whether a folded word is one of a language: of its grammar, its dictionary or its loans."""
    return key in function_words(language) or key in word_list(language, "loans") or known(key, language)


def _other_language(text: str, own: str) -> str | None:
    """The language of a sentence that is clearly not its side's `own`."""
    found = detect(text, own)
    if found is None or base_language(found) == own:
        return None
    words = [token.key for token in prose(tokenize(text), text) if len(token.key) > 1]
    if len(words) < LONG:
        return None
    there = base_language(found)
    known_here, known_there = ({word for word in words if is_of(word, tag)} for tag in (own, there))
    return there if len(known_there - known_here) >= _MARGIN * len(known_here - known_there) else None


def script_of(text: str) -> str | None:
    """The script of most letters of a text, by the first word of their names in Unicode (`CYRILLIC`).

    A letter that stands alone is a symbol: *2 π r*, *µ*.
    """
    if not _BEYOND_LATIN.search(text):
        several = _THREE.search(text) or sum(map(len, _WORD.findall(text))) >= _LETTERS
        return "LATIN" if several else None
    others = len(_BEYOND_LATIN.findall(text))
    if sum(1 for _ in islice(_THREE.finditer(text), others + 1)) > others:
        return "LATIN"  # more than twice as many letters as are of any other script
    counts: Counter[str] = Counter()
    for char, times in Counter(_ALONE.sub("", text)).items():
        if char.isalpha():
            counts[_script_of(char)] += times
    return counts.most_common(1)[0][0] if counts.total() >= _LETTERS else None


@lru_cache(maxsize=4096)
def _script_of(char: str) -> str:
    first = unicodedata.name(char, "LATIN").split()[0].split("-")[0]
    return "CJK" if first in _JAPANESE else first


_JAPANESE = frozenset({"CJK", "HIRAGANA", "KATAKANA", "FULLWIDTH", "HALFWIDTH"})
"""Kinds of letters that one text mixes."""
