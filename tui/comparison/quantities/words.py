"""Number words: `twenty-one`, `two hundred and five`, `duemilaventiquattro`, `tre miliardi e duecento`."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from tui.comparison.quantities.scan import Scan
from tui.comparison.quantities.vocabulary import SHORTEST, Vocabulary, vocabulary

_HUNDRED, _THOUSAND = Fraction(100), Fraction(1000)


class Sum:
    """Number words summed up as they come: each is added, multiplies what precedes it, or does not belong."""

    def __init__(self) -> None:
        self._total = Fraction(0)
        self._tail: Fraction | None = None
        self._ceiling: Fraction | None = None

    @property
    def value(self) -> Fraction:
        """The sum so far."""
        return self._total + (self._tail or 0)

    def add(self, value: Fraction, *, scale: bool) -> bool:
        """Takes one more word; False, and nothing changed, when it cannot follow the ones before."""
        if scale and value >= _THOUSAND:
            return self._multiply(value)
        if self._tail is None:
            if self._ceiling is not None and value >= self._ceiling:
                return False
            self._tail = value
            return True
        if scale and 0 < self._tail < _HUNDRED:
            self._tail *= value
            return True
        if value <= 0 or not _leaves_room(self._tail, value):
            return False
        self._tail += value
        return True

    def takes_joiner(self, after: str, following: Fraction) -> bool:
        """Whether `and` may stand here (`hundreds`: two hundred and five; `tens`: treinta y uno)."""
        if self._tail is None:
            return self._ceiling is not None
        if after == "tens":
            return self._tail % 10 == 0 and self._tail % 100 >= 20 and following < 10
        return self._tail >= _HUNDRED and self._tail % 100 == 0 and following < _HUNDRED

    @property
    def open(self) -> bool:
        """Whether the last word was a scale (two million …), so a smaller number may follow."""
        return self._tail is None

    def too_high(self, scale: Fraction) -> bool:
        """Whether a scale is as high as one that was already taken: another number begins before it."""
        return self._ceiling is not None and scale >= self._ceiling

    def _multiply(self, scale: Fraction) -> bool:
        if self._tail is None and self._ceiling is not None:  # mil millones
            self._total, self._ceiling = self._total * scale, scale
            return True
        if self.too_high(scale):
            return False
        self._total += (1 if self._tail is None else self._tail) * scale
        self._tail, self._ceiling = None, scale
        return True


def _leaves_room(tail: Fraction, value: Fraction) -> bool:
    if value < 10:
        return tail % 10 == 0 and tail % 100 != 10
    if value < _HUNDRED:
        return tail % 100 == 0
    return tail % 1000 == 0 and value < _THOUSAND


def cardinal_at(scan: Scan, index: int) -> tuple[Fraction, int] | None:
    """The number in words that begins at `index`, as its value and the index after it."""
    total, at = Sum(), index
    if scan.term(index, "articles") is not None and scan.term(index + 1, "scales") is not None:
        total.add(Fraction(1), scale=False)  # a million
        at += 1
    while True:
        following = scan.past_hyphen(at) if at > index else at
        joined = at > index and scan.term(following, "joiners") is not None
        if joined:
            following += 1
        word = _word(scan, following)
        if word is None:
            break
        value, width, scale = word
        if at == index and scale and scan.term(following, "cardinals") is None:
            break
        thousands = joined and _thousands_of_a_scale(scan, total, index, following + width, value)
        if joined and not (thousands or _may_join(scan, total, following + width, value)):
            break
        if not total.add(value, scale=scale):
            break
        at = following + width
    return (total.value, at) if at > index else None


def _word(scan: Scan, index: int) -> tuple[Fraction, int, bool] | None:
    scale, cardinal = scan.term(index, "scales"), scan.term(index, "cardinals")
    if scale is not None and len(scan.key(index)) > 2:
        return scale.number, scale.width, True
    if cardinal is not None:
        return cardinal.number, cardinal.width, False
    if scan.vocabulary.compounds and scan.kind(index) == "word":
        value = compound(scan.key(index), scan.vocabulary.language)
        if value is not None:
            return value, 1, False
    return None


def _thousands_of_a_scale(scan: Scan, total: Sum, start: int, after: int, following: Fraction) -> bool:
    """Whether thousands and hundreds count one scale together: `mille e cinquecento miliardi`; not where
    they are the ends of a range.
    """
    scale = scan.term(after, "scales")
    if scale is None or scale.number <= _THOUSAND or not total.open or total.value >= _THOUSAND**2:
        return False
    between = scan.ends_with(start, "range") or scan.ends_with(start, "range_from")
    return following >= _HUNDRED and following % _HUNDRED == 0 and not between


def _may_join(scan: Scan, total: Sum, after: int, following: Fraction) -> bool:
    """`one hundred and two`, but not `one hundred and two hundred` nor `a thousand and two thousand`."""
    scale = scan.term(scan.past_hyphen(after), "scales")
    if scale is not None and (total.too_high(scale.number) or (not total.open and scale.number == _HUNDRED)):
        return False
    return total.takes_joiner(scan.vocabulary.grammar.get("joiner_after", "hundreds"), following)


@lru_cache(maxsize=8192)
def says_number(word: str, language: str) -> bool:
    """Whether a folded word is a number, and no other word that is written like one: *novantamila*."""
    words = vocabulary(language)
    if "homographs" in words.terms((word,), 0):
        return False
    return word in words.morphemes or compound(word, language) is not None


@lru_cache(maxsize=8192)
def compound(word: str, language: str) -> Fraction | None:
    """A number written as one word out of several (`duemilaventiquattro`), or None."""
    words = vocabulary(language)
    if len(word) < 6 or word in words.morphemes or word[:SHORTEST] not in words.heads:
        return None
    for pieces in _pieces(word, words):
        total = Sum()
        if all(total.add(words.morphemes[p], scale=words.morphemes[p] in words.scales) for p in pieces):
            return total.value
    return None


def _pieces(word: str, words: Vocabulary) -> Iterator[tuple[str, ...]]:
    for cut in range(min(len(word), 12), SHORTEST - 1, -1):
        if word[:cut] in words.morphemes:
            if cut == len(word):
                yield (word,)
            for rest in _pieces(word[cut:], words):
                yield (word[:cut], *rest)
