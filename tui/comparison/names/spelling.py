"""How two spellings of a name compare: accents, transliteration, slips of a letter."""

import re
from collections.abc import Iterable, Mapping, Sequence

from tui.languages import unaccented

_OTHERS = re.compile("[^a-z\n]")
_ONE = re.compile("(?<=[aou])e(?=[^aeiou\n])")
_HISSED = re.compile("shch|sch|sh|sc(?=[eiy])|zh|tz|ts|z")
_SOFT = re.compile("dzh|dj|gi(?=[aou])|g(?=[ei])")
_HARD = re.compile("tch|ch|kh|ck|qu|q|c")
_ROUND = re.compile("ou|oo")
_HISSING = str.maketrans({"ț": "ts", "ţ": "ts", "Ț": "Ts", "Ţ": "Ts"})
_GLIDE = re.compile("(?<=[ou])w(?=[aeiou])")
_FIRST = re.compile("^i(?=e)", re.MULTILINE)
_LAST = re.compile("re$", re.MULTILINE)
_AGAIN = re.compile(r"(.)\1+")
_ENDING = re.compile("(?<=.)ie$", re.MULTILINE)


ROOT = 4
"""Letters that words of one root share at least from the first, as they sound."""
_VOWEL = re.compile("[aeiouy]$")
_FINAL = re.compile("[yij]+$")
_DOUBLE = re.compile(r"(.)\1")


_MANY = 65_536
"""Words of which it is kept how they sound."""
_SOUNDS: dict[str, str] = {}


def sound(word: str) -> str:
    """A rough spelling that the usual ways to write a foreign name into Latin letters share.

    `Zelenskyy`, `Zelensky` and `Zelenskij` are one, so are `Khrushchev` and `Chruščev`; letters that no
    transliteration exchanges stay apart (`Mosolova`, `Mosilova`).
    """
    found = _SOUNDS.get(word)
    return _heard([word])[word] if found is None else found  # another thread may begin anew meanwhile


def hear(words: Iterable[str]) -> None:
    """Finds out how some words sound: those that are asked of next, together, since a search for a letter
    takes about as long in one word as in a hundred.
    """
    if new := [word for word in words if word not in _SOUNDS]:
        _heard(new)


def _heard(new: Sequence[str]) -> Mapping[str, str]:
    """How some words sound, which is kept."""
    if len(_SOUNDS) > _MANY:
        _SOUNDS.clear()
    text = _OTHERS.sub("", "\n".join(map(_letters, new)))
    # Most words have nothing that most of the patterns look for, which costs less to see than to look for.
    if "w" in text:
        text = _GLIDE.sub("", text)  # Zuwara, Zuara
    if "e" in text:
        text = _ONE.sub("", text)
    if "s" in text or "z" in text:
        text = _HISSED.sub("s", text)
    if "g" in text or "d" in text:
        text = _SOFT.sub("j", text)
    if "c" in text or "q" in text or "kh" in text:
        text = _HARD.sub("k", text)
    text = text.replace("gh", "g").replace("ph", "f").replace("x", "ks").replace("w", "v")
    text = text.replace("j", "i").replace("y", "i")
    if "o" in text:
        text = _ROUND.sub("u", text)
    text = text.replace("h", "")
    if "ie" in text:
        text = _FIRST.sub("", text)
    if "re" in text:
        text = _LAST.sub("er", text)
    text = _AGAIN.sub(r"\1", text)
    if "ie" in text:
        text = _ENDING.sub("i", text)
    found = dict(zip(new, text.split("\n"), strict=True))
    _SOUNDS.update(found)
    return found


def _letters(word: str) -> str:
    """A word without case and accents, on one line."""
    if word.isascii() and word.isalpha():
        return word.lower()
    return unaccented(word.replace("đ", "dj").replace("Đ", "Dj").translate(_HISSING)).replace("\n", " ")


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
    a, b = sound(a), sound(b)
    if a[:ROOT] != b[:ROOT]:
        return False  # as of most
    common = _begin_alike(a, b)
    return common >= ROOT and 2 * common >= min(len(a), len(b))


def derived(a: str, b: str) -> bool:
    """Whether one is made from the other by an ending, as `methodism` from `Methodist`."""
    a, b = sound(a), sound(b)
    common = _begin_alike(a, b)
    return common >= ROOT and 3 * common >= 2 * min(len(a), len(b))


def _begin_alike(a: str, b: str) -> int:
    """How many letters two words share from the first."""
    common = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        common += 1
    return common


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
