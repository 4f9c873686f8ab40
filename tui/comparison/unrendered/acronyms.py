"""Acronyms that one side writes out: *SMEs*, *piccole e medie imprese*."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set

from tui.languages import Token, unaccented

_FEWEST, _MOST = 3, 8
"""Letters of an acronym, a word for each."""


def written_out(
    ours: Mapping[int, Token], theirs: Mapping[int, Token], may_translate: Callable[[int], Set[str]]
) -> Iterator[tuple[int, int]]:
    """The words of content of one side, by their places, with which it writes out an acronym among those of
    the other, each with the place of that.

    They stand in the order of its letters, or, as it is read in the other language, in the order of that or
    turned round; `may_translate`: what may stand for a word there. An acronym that both sides have is a name.
    """
    here = {token.key for token in ours.values()}
    for place, token in theirs.items():
        letters = "" if token.key in here else _letters(token)
        if not letters:
            continue
        places = list(ours)
        for first in range(len(places) - len(letters) + 1):
            run = places[first : first + len(letters)]
            begins = [{unaccented(ours[at].key)[:1]} for at in run]
            there = [
                one | {unaccented(word)[:1] for word in may_translate(at)}
                for one, at in zip(begins, run, strict=True)
            ]
            if _spells(begins, letters) or _spells(there, letters) or _spells(there[::-1], letters):
                yield from ((at, place) for at in run)


def _letters(token: Token) -> str:
    """The letters of an acronym; empty of another word."""
    letters = token.text.removesuffix("s")
    is_one = letters.isupper() and letters.isalpha() and _FEWEST <= len(letters) <= _MOST
    return unaccented(letters.lower()) if is_one else ""


def _spells(begins: list[set[str]], letters: str) -> bool:
    return all(letter in one for one, letter in zip(begins, letters, strict=True))
