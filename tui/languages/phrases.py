"""The one phrase matcher: the longest listed phrase that begins at a word."""

from __future__ import annotations

import marshal
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Generic, TypeVar

from msgspec import Struct

from tui.cache import kept_table
from tui.languages.tokens import tokenize

Meaning = TypeVar("Meaning")

_GAPS = {"*": 3, "…": 10}
"""How many words a sign in a phrase may stand for."""
_NO_FORMS: frozenset[str] = frozenset()
_FEW = 8
"""Phrases that begin with one word up to which each is looked at: most words begin fewer."""


def phrase_words(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase, as the matcher takes it apart."""
    if phrase.isascii() and phrase.replace(" ", "").isalpha():  # most: each part is one word
        return tuple(phrase.lower().split())
    return tuple(
        word
        for part in phrase.split()
        for word in (
            (part,) if part in _GAPS or part.startswith("<") else (token.key for token in tokenize(part))
        )
    )


_Numbered = tuple[int, tuple[str, ...], Meaning]
"""A phrase of several words with what it means, and its place among those that begin alike."""
_Listed = list[tuple[tuple[str, ...], Meaning]]
"""The words of phrases that begin alike, each with what it means, the longest first."""
_Packed = dict[str, bytes]
"""Phrases by their first word, each list of them as bytes: of most nothing is ever asked."""


class _ByFirst(dict[str, _Listed[Meaning]]):
    """Phrases by their first word, unpacked when it is asked for."""

    def __init__(self, packed: _Packed) -> None:
        super().__init__()
        self._packed = packed

    def __missing__(self, word: str) -> _Listed[Meaning]:
        found: _Listed[Meaning] = marshal.loads(self._packed[word])
        self[word] = found
        return found


class _Head(Struct, Generic[Meaning], frozen=True):
    """The phrases that begin with one word, by what they have second: most words that follow are none."""

    alone: tuple[Meaning, ...]
    """What the word means by itself."""
    seconds: Mapping[str, Sequence[_Numbered[Meaning]]]
    gaps: Sequence[_Numbered[Meaning]]
    """Those that have a gap second."""

    @staticmethod
    def of(phrases: Sequence[tuple[tuple[str, ...], Meaning]]) -> _Head[Meaning]:
        """Of phrases, the longest first."""
        seconds: dict[str, list[_Numbered[Meaning]]] = defaultdict(list)
        for number, (words, meaning) in enumerate(phrases):
            if len(words) > 1:
                seconds[words[1]].append((number, words, meaning))
        gaps = sorted(one for gap in _GAPS for one in seconds.pop(gap, ()))
        return _Head(tuple(meaning for words, meaning in phrases if len(words) == 1), seconds, gaps)

    def may_go_on(self, after: frozenset[str]) -> bool:
        """Whether a word with these forms may go on a phrase."""
        return bool(self.gaps) or not after.isdisjoint(self.seconds)

    def longer(
        self, forms: Sequence[frozenset[str]], at: int, after: frozenset[str]
    ) -> list[tuple[int, Meaning]]:
        """Its phrases of several words that stand at word `at`, the longest first; `after`: the forms of the
        next word.
        """
        found = [
            (number, end, meaning)
            for second in self.seconds.keys() & after
            for number, words, meaning in self.seconds[second]
            if (end := _matched(words, 2, forms, at + 2)) is not None
        ] + [
            (number, end, meaning)
            for number, words, meaning in self.gaps
            if (end := _matched(words, 1, forms, at + 1)) is not None
        ]
        found.sort(key=_place)
        return [(end, meaning) for _, end, meaning in found]


_place = itemgetter(0)


class Phrases(Generic[Meaning]):
    """Phrases by their first word, each with what it means.

    A phrase is written as it is read; `*` in it stands for up to three words, `…` for up to ten, and a part
    in angle brackets for a word with that form (`<participle>`), where the caller gives such forms.
    """

    def __init__(
        self, phrases: Iterable[tuple[str, Meaning]], words: Callable[[str], Sequence[str]] = phrase_words
    ) -> None:
        """`words` takes a phrase apart, for texts that are not read in the words of `tokenize`."""
        self._by_first: dict[str, _Listed[Meaning]] = _apart(phrases, words)
        self._heads: dict[str, _Head[Meaning]] = {}
        self.first = frozenset(self._by_first)
        """The words with which they begin."""

    @classmethod
    def kept(
        cls,
        name: str,
        phrases: Callable[[], Iterable[tuple[str, Meaning]]],
        words: Callable[[str], Sequence[str]] = phrase_words,
    ) -> Phrases[Meaning]:
        """The phrases, taken apart by an earlier run; what they mean must be plain (see `kept_table`)."""
        return cls._of(kept_table(name, lambda: _packed(_apart(phrases(), words))))

    @classmethod
    def kept_together(
        cls, name: str, tables: Callable[[], Mapping[str, Iterable[tuple[str, Meaning]]]]
    ) -> Mapping[str, Phrases[Meaning]]:
        """The phrases of several tables by their names, kept in one file: to open one takes as long as to
        read some hundred phrases.
        """
        held: Mapping[str, _Packed] = kept_table(
            name, lambda: {one: _packed(_apart(phrases, phrase_words)) for one, phrases in tables().items()}
        )
        return {one: cls._of(packed) for one, packed in held.items()}

    @classmethod
    def _of(cls, packed: _Packed) -> Phrases[Meaning]:
        made: Phrases[Meaning] = cls(())
        made._by_first = _ByFirst(packed)
        made.first = frozenset(packed)
        return made

    def at(self, forms: Sequence[frozenset[str]], at: int) -> tuple[int, Meaning] | None:
        """The longest phrase that begins at word `at`: the word after its last, and what it means.

        `forms` holds, for each word, the forms under which it may be found (itself and its lemma).
        """
        found = self.all_at(forms, at)
        if len(found) > 1:
            return max(found, key=_place)
        return found[0] if found else None

    def all_at(self, forms: Sequence[frozenset[str]], at: int) -> list[tuple[int, Meaning]]:
        """Every phrase that begins at word `at`: the word after its last, and what it means."""
        begun = self.first & forms[at]
        if not begun:
            return []  # as for most words
        after = forms[at + 1] if at + 1 < len(forms) else _NO_FORMS
        found: list[tuple[int, Meaning]] = []
        for form in sorted(begun) if len(begun) > 1 else begun:
            listed = self._by_first[form]
            if len(listed) > _FEW:
                head = self._heads.get(form) or self._head(form)
                if head.may_go_on(after):
                    found += head.longer(forms, at, after)
                found += [(at + 1, meaning) for meaning in head.alone]
                continue
            for words, meaning in listed:
                if len(words) == 1:
                    found.append((at + 1, meaning))
                elif words[1] in after:
                    if (end := _matched(words, 2, forms, at + 2)) is not None:
                        found.append((end, meaning))
                elif words[1] in _GAPS and (end := _matched(words, 1, forms, at + 1)) is not None:
                    found.append((end, meaning))
        return found

    def _head(self, form: str) -> _Head[Meaning]:
        head = self._heads[form] = _Head.of(self._by_first[form])
        return head

    def begins(self, word: str) -> bool:
        """Whether a phrase begins with a word."""
        return word in self.first

    def begins_any(self, forms: frozenset[str]) -> bool:
        """Whether a phrase begins with a word that may be found under these forms."""
        return not self.first.isdisjoint(forms)

    def goes_on(self, forms: Sequence[frozenset[str]], at: int) -> bool:
        """Whether a phrase of more than one word may begin at word `at`."""
        after = forms[at + 1] if at + 1 < len(forms) else _NO_FORMS
        for form in self.first & forms[at]:
            listed = self._by_first[form]
            if len(listed) > _FEW:
                if (self._heads.get(form) or self._head(form)).may_go_on(after):
                    return True
            elif any(len(words) > 1 and (words[1] in after or words[1] in _GAPS) for words, _ in listed):
                return True
        return False

    def begun(self, forms: Sequence[frozenset[str]]) -> list[int]:
        """The words with which a phrase may begin, of words that may be found under several forms."""
        apart = self.first.isdisjoint
        return [at for at, held in enumerate(forms) if not apart(held)]

    def in_turn(self, forms: Sequence[frozenset[str]]) -> list[tuple[int, int, Meaning]]:
        """The longest phrase at each word from left to right, none inside another: its first word, the word
        after its last, and what it means.
        """
        found: list[tuple[int, int, Meaning]] = []
        free = 0
        for at in self.begun(forms):
            hit = self.at(forms, at) if at >= free else None
            if hit is not None:
                free = hit[0]
                found.append((at, *hit))
        return found

    def exactly_at(self, keys: Sequence[str], at: int) -> Iterator[tuple[int, Meaning]]:
        """Every phrase that begins at word `at` of words that have one form each, the longest first.

        Gaps are not looked for: where most words begin no phrase, this is the quick way.
        """
        after = keys[at + 1] if at + 1 < len(keys) else None
        for words, meaning in self._by_first[keys[at]] if keys[at] in self.first else ():
            end = at + len(words)
            if end == at + 1 or (words[1] == after and tuple(keys[at:end]) == words):
                yield end, meaning


def _apart(
    phrases: Iterable[tuple[str, Meaning]], words: Callable[[str], Sequence[str]]
) -> dict[str, _Listed[Meaning]]:
    by_first: dict[str, _Listed[Meaning]] = defaultdict(list)
    for phrase, meaning in phrases:
        keys = tuple(words(phrase))
        by_first[keys[0]].append((keys, meaning))
    for found in by_first.values():
        found.sort(key=lambda entry: -len(entry[0]))
    return dict(by_first)


def _packed(by_first: Mapping[str, _Listed[Meaning]]) -> _Packed:
    return {word: marshal.dumps(listed) for word, listed in by_first.items()}


def _matched(words: Sequence[str], first: int, forms: Sequence[frozenset[str]], at: int) -> int | None:
    """The word after the last of a phrase whose words from the `first` on begin at word `at`."""
    for number in range(first, len(words)):
        word = words[number]
        if word in _GAPS:
            following = words[number + 1] if number + 1 < len(words) else ""
            for after in range(at, at + _GAPS[word] + 1):
                if (
                    following
                    and following not in _GAPS
                    and (after >= len(forms) or following not in forms[after])
                ):
                    continue  # as at most places
                end = _matched(words, number + 1, forms, after)
                if end is not None:
                    return end
            return None
        if at >= len(forms) or word not in forms[at]:
            return None
        at += 1
    return at
