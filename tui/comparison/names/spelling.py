"""How two spellings of a name compare: accents, transliteration, slips of a letter."""

import re
from functools import lru_cache

from tui.languages import unaccented

_SOUNDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"[^a-z]", ""),
        (r"(?<=[aou])e(?=[^aeiou])", ""),
        (r"shch|sch|sh|sc(?=[eiy])|zh|tz|ts|z", "s"),
        (r"dzh|dj|gi(?=[aou])|g(?=[ei])", "j"),
        (r"tch|ch|kh|ck|qu|q|c", "k"),
        (r"gh", "g"),
        (r"ph", "f"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"[jy]", "i"),
        (r"ou|oo", "u"),
        (r"h", ""),
        (r"^ie", "e"),
        (r"re$", "er"),
        (r"(.)\1+", r"\1"),
        (r"(?<=.)ie?$", "i"),
    )
)


ROOT = 4
"""Letters that words of one root share at least from the first, as they sound."""
_VOWEL = re.compile("[aeiouy]$")
_FINAL = re.compile("[yij]+$")
_DOUBLE = re.compile(r"(.)\1")


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """A rough spelling that the usual ways to write a foreign name into Latin letters share.

    `Zelenskyy`, `Zelensky` and `Zelenskij` are one, so are `Khrushchev` and `Chruščev`; letters that no
    transliteration exchanges stay apart (`Mosolova`, `Mosilova`).
    """
    text = unaccented(word.replace("đ", "dj").replace("Đ", "Dj"))
    for pattern, replacement in _SOUNDS:
        text = pattern.sub(replacement, text)
    return text


def distance(a: str, b: str, limit: int = 2) -> int:
    """Letters to change, add, drop or swap with a neighbour to turn `a` into `b`; more than `limit` is
    `limit` + 1. (Optimal string alignment: Damerau 1964, Boytsov 2011.)
    """
    if abs(len(a) - len(b)) > limit or len(set(a) ^ set(b)) > 2 * limit:
        return limit + 1
    before: list[int] = []
    above = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            best = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                best = min(best, before[j - 2] + 1)
            row.append(best)
        if min(row) > limit:
            return limit + 1
        before, above = above, row
    return min(above[-1], limit + 1)


def doubled(a: str, b: str) -> bool:
    """Whether two spellings differ in nothing but letters that are double in one: `Keller`, `Keler`.

    A final `yy` or `ij` is one letter of another script.
    """
    a, b = (_FINAL.sub("i", unaccented(word)) for word in (a, b))
    return a != b and _DOUBLE.sub(r"\1", a) == _DOUBLE.sub(r"\1", b)


def slip(a: str, b: str) -> bool:
    """Whether two spellings look like one name with a letter wrong (two in a long name)."""
    a, b = unaccented(a), unaccented(b)
    shorter = min(len(a), len(b))
    if shorter < 3 or a == b or (shorter == 3 and a[0] != b[0]):
        return False
    limit = 2 if shorter >= 8 else 1
    return distance(a, b, limit) <= limit


def ended(a: str, b: str) -> bool:
    """Whether two spellings differ in their last vowel alone, as a name and its form in another language
    may: `Marne`, `Marna`.
    """
    a, b = unaccented(a), unaccented(b)
    return a != b and _VOWEL.sub("", a) == _VOWEL.sub("", b)


def cognate(a: str, b: str) -> bool:
    """Whether a name and a word of the other language seem of one root: `Methodist`, `metodista`."""
    common, shorter = _begin_alike(a, b)
    return common >= ROOT and 2 * common >= shorter


def derived(a: str, b: str) -> bool:
    """Whether one is made from the other by an ending, as `methodism` from `Methodist`."""
    common, shorter = _begin_alike(a, b)
    return common >= ROOT and 3 * common >= 2 * shorter


def _begin_alike(a: str, b: str) -> tuple[int, int]:
    """How many letters two words share from the first, as they sound, and how many the shorter has."""
    a, b = sound(a), sound(b)
    common = next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return common, min(len(a), len(b))


def adapted(a: str, b: str) -> bool:
    """Whether two spellings differ as a foreign name and its naturalised form do: in the ending (`Sudeten`,
    `Sudeti`), or by being written in one word.
    """
    if slip(a, b):
        return False
    short, long = sorted((a, b), key=len)
    return cognate(a, b) or (len(short) >= 4 and len(long) >= len(short) + 2 and long.endswith(short))


def shortened(a: str, b: str) -> bool:
    """Whether one name is the familiar beginning of the other: `Rob`, `Robert`."""
    short, long = sorted((a, b), key=len)
    return len(short) >= 3 and len(long) >= len(short) + 3 and long.startswith(short)
