"""What engines get wrong in ways that can be seen without knowing either language."""

import re
import unicodedata
from collections.abc import Sequence

from tui.translation.model import Doubt

_WORD = re.compile(r"[^\W_]+")
_LONGEST_LOOP = 8
"""The longest phrase, in words, whose immediate repetition is looked for."""


def doubts(source: str, translation: str) -> tuple[Doubt, ...]:
    """Why `translation` is not to be trusted as the translation of the sentence `source`; mostly empty."""
    read, written = _words(source), _words(translation)
    if not read:  # a row of asterisks: there is nothing to get wrong
        return ()
    if not written:
        return ("empty",)
    found: list[Doubt] = []
    if read == written and _has_common_words(source):
        found.append("unchanged")
    if _runs_on(written) and not _runs_on(read):
        found.append("repeats")
    if _off_the_scale(source, translation):
        found.append("length")
    return tuple(found)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _has_common_words(text: str) -> bool:
    """Whether the text is more than names, numbers and single words, which may well stay as they are."""
    words = _WORD.findall(text)
    return any(word[0].islower() for word in words[1:]) or any(
        len(word) > 2 and _is_dense(word[0]) for word in words
    )


def _runs_on(words: Sequence[str]) -> bool:
    """Whether a phrase of up to eight words follows itself three times (a single word: four times)."""
    for size in range(1, _LONGEST_LOOP + 1):
        needed = size * (3 if size == 1 else 2)
        run = 0
        for here, before in zip(words[size:], words, strict=False):
            run = run + 1 if here == before else 0
            if run >= needed:
                return True
    return False


def _off_the_scale(source: str, translation: str) -> bool:
    """Whether one text is three times the other and more than a few words longer.

    A character of a dense script (Han, kana, Hangul) counts as three.
    """
    shorter, longer = sorted((_size(source), _size(translation)))
    return longer - shorter > 30 and longer > 3 * shorter


def _size(text: str) -> int:
    return sum(3 if _is_dense(character) else 1 for character in text)


def _is_dense(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"
