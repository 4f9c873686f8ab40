"""Names beside a word that both sides have: another in its place, or one joined to it."""

from __future__ import annotations

from collections.abc import Iterator

from tui.articles import Side, other_side
from tui.comparison.names.mentions import Mention
from tui.comparison.names.ordinary import grammar
from tui.comparison.names.spelling import cognate, slip, sound
from tui.comparison.names.text import Text
from tui.languages import Token, unaccented

_NAME = 3
"""Letters that a word beside a name has at least, unless all are capitals."""


def instead(
    here: dict[Side, Text], side: Side, name: Mention | Token, *, listed: bool = True
) -> Token | None:
    """The word of the other side where `name` should stand: *Hicks* for *Adler* beside *Paul*.

    It is found wherever else the two names stand, for no pronoun stands inside a name or in a list of names;
    the word must be wanting on the side of `name`. `listed`: whether it may be a list in which they stand.
    """
    there = here[other_side(side)]
    for before in (True, False):
        for beside in _neighbours(here[side], name, before, listed):
            for token in there.capitals:
                if unaccented(token.key) != unaccented(beside.key):
                    continue
                for found in _neighbours(there, token, not before, listed):
                    if here[side].lacks(found, there) and not _related(name.key, found.key):
                        return found
    return None


def added(here: dict[Side, Text], side: Side, name: Mention | Token) -> bool:
    """Whether a conjunction joins a name to one that stands alone on the other side: *Rossi and Bianchi*,
    *Rossi*.
    """
    there = here[other_side(side)]
    for before in (True, False):
        for beside, joins in _beside(here[side], name, before):
            places = [token for token in there.capitals if unaccented(token.key) == unaccented(beside.key)]
            if joins and places and not any(_joins(there, token) for token in places):
                return True
    return False


def _neighbours(text: Text, name: Mention | Token, before: bool, listed: bool) -> Iterator[Token]:
    """The capitalised word on one side of a name, in its run or, where it may be `listed`, its list."""
    for token, _ in _beside(text, name, before):
        ends = (token.end, name.start) if before else (name.end, token.start)
        if listed or text.text[slice(*ends)] in _INSIDE:
            yield token


def _beside(text: Text, name: Mention | Token, before: bool) -> Iterator[tuple[Token, bool]]:
    """The capitalised word on one side of a name, and whether a conjunction joins the two."""
    joining = grammar(text.language).joining
    for token in text.capitals:
        if len(token.text) < _NAME and not token.text.isupper():
            continue
        between = text.text[token.end : name.start] if before else text.text[name.end : token.start]
        if len(between) > _GAP or not (token.end <= name.start if before else name.end <= token.start):
            continue
        words = between.casefold().replace(",", " ").split()
        joins = bool(words) and all(word in joining for word in words)
        if between in _INSIDE or between.strip() in _LISTING or joins:
            yield token, joins


_INSIDE = (" ", "-", "\u00a0", "’s ", "'s ")
_LISTING = (",", "/")
_GAP = 6
"""Characters between two names of a list."""


def _joins(text: Text, token: Token) -> bool:
    """Whether a conjunction stands right before or after a word."""
    joining = grammar(text.language).joining
    around = text.text[max(0, token.start - _GAP) : token.start], text.text[token.end : token.end + _GAP]
    before, after = around[0].casefold().split(), around[1].casefold().replace(",", " ").split()
    return bool(before and before[-1] in joining) or bool(after and after[0] in joining)


def _related(name: str, word: str) -> bool:
    return sound(name) == sound(word) or cognate(name, word) or slip(name, word)
