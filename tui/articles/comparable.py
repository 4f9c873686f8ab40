"""Texts in the form in which they are compared; they are shown as written."""

import re
import unicodedata

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_APOSTROPHES = str.maketrans("’ʼ", "''")


def comparable(text: str) -> str:
    """A text in the form in which texts are compared.

    Compatibility forms as in Unicode's NFKC, apostrophes straight, soft hyphens and characters of no width
    dropped; the case stays.
    """
    if text.isascii():
        return text
    return unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).translate(_APOSTROPHES)
