"""Words of a back-translation, or of the source, that are no news though the other side has not the same.

A translator takes one sense of a word for another: *contante*, which is *cash*, comes back as *accountant*. A
dictionary shows it that has the target's word for one of the source's, and not for the translator's. What it
puts in altogether stands for no word of the target. And a word may be part of one that the other side writes
as one: *water*, *seawater*.
"""

from __future__ import annotations

from collections.abc import Iterable

from tui.comparison.witness.facing import Gap
from tui.comparison.witness.hearing import Heard
from tui.comparison.witness.renders import renders
from tui.comparison.witness.units import Unit
from tui.languages import Token, base_language, known

_PART, _REST = 4, 3
"""Letters that a part of a compound has at least, and that the rest of it has."""


def telling(gap: Gap, heard: Heard, language: str) -> Gap:
    """What of a gap is left without them; `language`: that of the source."""
    face, languages = heard.face, (language, heard.words.languages["target"])
    if gap.source and gap.back:
        return Gap((), (), gap.context) if all(_is_slip(at, heard, languages) for at in gap.back) else gap
    return Gap(
        tuple(at for at in gap.source if not _is_part(face.source[at], face.back, language)),
        tuple(
            at
            for at in gap.back
            if heard.word(at) is not None
            and not _is_slip(at, heard, languages)
            and not _is_part(face.back[at], face.source, language)
        ),
        gap.context,
    )


def _is_slip(back: int, heard: Heard, languages: tuple[str, str]) -> bool:
    """Whether the target's word behind a unit of the back-translation is a word of the source's, not that."""
    said, at = heard.face.back[back], heard.word(back)
    if at is None or not isinstance(said, Token) or renders(said, heard.tokens[at], languages):
        return False
    return any(
        isinstance(unit, Token) and renders(unit, heard.tokens[at], languages, surely=True)
        for unit in heard.face.source
    )


def _is_part(unit: Unit, others: Iterable[Unit], language: str) -> bool:
    """Whether a word begins or ends a longer one of some, the rest of which is a word too."""
    if not isinstance(unit, Token) or len(unit.key) < _PART:
        return False
    return any(
        _REST <= len(rest) < len(other.key) and known(rest, base_language(language))
        for other in others
        if isinstance(other, Token)
        for rest in (other.key.removeprefix(unit.key), other.key.removesuffix(unit.key))
    )
