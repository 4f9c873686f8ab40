"""Texts in the forms in which they are compared; they are shown as written."""

import re
import unicodedata
from functools import lru_cache

INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
"""Characters of no width, as a class of a regular expression: soft hyphens, joiners, marks of direction,
variation selectors (Default_Ignorable_Code_Point of Unicode, without tags and Hangul fillers)."""

_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_APOSTROPHES = str.maketrans("’ʼ", "''")
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "ß": "ss", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "’": "'"})


def normalized(text: str) -> str:
    """A text in the form in which texts are compared.

    Compatibility forms as in Unicode's NFKC, apostrophes straight, characters of no width dropped; the case
    stays.
    """
    if text.isascii():
        return text
    return unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).translate(_APOSTROPHES)


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """A word in the form in which words are compared: `normalized`, and without case."""
    return normalized(word).casefold()


@lru_cache(maxsize=8192)
def unaccented(word: str) -> str:
    """A word without case and accents: `Dmitrijević` gives `dmitrijevic`."""
    if word.isascii():
        return word.casefold()
    decomposed = unicodedata.normalize("NFKD", word.casefold().translate(_LETTERS))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_LETTERS)
