"""The one phrase matcher: the longest listed phrase that begins at a word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from tui.languages.tokens import tokenize

Meaning = TypeVar("Meaning")

_GAPS = {"*": 3, "…": 10}
"""How many words a sign in a phrase may stand for."""


def _words(phrase: str) -> tuple[str, ...]:
    if phrase.isascii() and phrase.replace(" ", "").isalpha():  # most: each part is one word
        return tuple(phrase.lower().split())
    return tuple(
        word
        for part in phrase.split()
        for word in ((part,) if part in _GAPS else (token.key for token in tokenize(part)))
    )


class Phrases(Generic[Meaning]):
    """Phrases by their first word, each with what it means.

    A phrase is written as it is read; `*` in it stands for up to three words, `…` for up to ten.
    """

    def __init__(
        self, phrases: Iterable[tuple[str, Meaning]], words: Callable[[str], Sequence[str]] = _words
    ) -> None:
        """`words` takes a phrase apart, for texts that are not read in the words of `tokenize`."""
        by_first: dict[str, list[tuple[tuple[str, ...], Meaning]]] = defaultdict(list)
        for phrase, meaning in phrases:
            keys = tuple(words(phrase))
            by_first[keys[0]].append((keys, meaning))
        for found in by_first.values():
            found.sort(key=lambda entry: -len(entry[0]))
        self._by_first = dict(by_first)

    def at(self, forms: Sequence[frozenset[str]], at: int) -> tuple[int, Meaning] | None:
        """The longest phrase that begins at word `at`: the word after its last, and what it means.

        `forms` holds, for each word, the forms under which it may be found (itself and its lemma).
        """
        found = self.all_at(forms, at)
        return max(found, key=lambda one: one[0]) if found else None

    def all_at(self, forms: Sequence[frozenset[str]], at: int) -> list[tuple[int, Meaning]]:
        """Every phrase that begins at word `at`: the word after its last, and what it means."""
        by_first = self._by_first
        begun = [form for form in forms[at] if form in by_first]
        if not begun:
            return []  # as for most words
        return [
            (end, meaning)
            for form in sorted(begun)
            for words, meaning in by_first[form]
            if (end := _matched(words, forms, at)) is not None
        ]

    def exactly_at(self, keys: Sequence[str], at: int) -> Iterator[tuple[int, Meaning]]:
        """Every phrase that begins at word `at` of words that have one form each, the longest first.

        Gaps are not looked for: where most words begin no phrase, this is the quick way.
        """
        for words, meaning in self._by_first.get(keys[at], ()):
            end = at + len(words)
            if end == at + 1 or tuple(keys[at:end]) == words:
                yield end, meaning


def _matched(words: Sequence[str], forms: Sequence[frozenset[str]], at: int) -> int | None:
    """The word after the last of a phrase that begins at word `at`."""
    if not words:
        return at
    if words[0] in _GAPS:
        for skip in range(_GAPS[words[0]] + 1):
            end = _matched(words[1:], forms, at + skip)
            if end is not None:
                return end
        return None
    if at < len(forms) and words[0] in forms[at]:
        return _matched(words[1:], forms, at + 1)
    return None
