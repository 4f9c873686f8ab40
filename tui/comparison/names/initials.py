"""First names of one letter: *J. R. Whitfield*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.articles import Span
from tui.comparison.names.text import Text
from tui.languages import unaccented

_INITIALS = re.compile(r"(?<!\w)(?P<letters>(?:[^\W\d_]\.[ \u00a0-]?)+)(?P<name>[^\W\d_][^\W\d_]+)")


def other_initials(source: Text, target: Text) -> Iterator[tuple[Span, Span]]:
    """The places of a surname that both sides have with initials, and not with the same.

    One side may have fewer of them: *R. Whitfield* for *J. R. Whitfield*.
    """
    there = {unaccented(match["name"]): match for match in _found(target)}
    for match in _found(source):
        other = there.get(unaccented(match["name"]))
        if other is None:
            continue
        ours, theirs = (frozenset(_letters(m["letters"])) for m in (match, other))
        if not (ours <= theirs or theirs <= ours):
            yield Span(*match.span()), Span(*other.span())


def _found(text: Text) -> Iterator[re.Match[str]]:
    for sentence in text.sentences:
        if sentence:
            for match in _INITIALS.finditer(text.text, sentence[0].start, sentence[-1].end):
                if match["letters"].isupper() and match["name"][0].isupper():
                    yield match


def _letters(initials: str) -> Iterator[str]:
    return (unaccented(letter) for letter in initials if letter.isalpha())
