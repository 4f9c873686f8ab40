"""Letters of another script that look like the ones around them."""

from __future__ import annotations

from collections.abc import Iterator

from tui.alignment import AlignedPair
from tui.articles import SIDES
from tui.comparison.rule import Candidate, Family, Rule

_TWINS = {
    **dict(zip("аеорсухіјѕһԛԝвкмнтпАВЕКМНОРСТХІЈЅУ", "aeopcyxijshqwbkmhtnABEKMHOPCTXIJSY", strict=True)),
    **dict(zip("οαεινκρτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oaeivkptuxABEZHIKMNOPTYX", strict=True)),
}
"""Cyrillic and Greek letters and the Latin ones they pass for (after Unicode Technical Standard 39)."""


_RULE = Rule("lookalike-letter", "lookalike", "words", "minor")


def propose(pair: AlignedPair) -> Iterator[Candidate]:
    """Words in Latin letters with a Cyrillic or Greek letter among them that passes for a Latin one.

    A search for such a word finds nothing, and a name so written is another name.
    """
    for side in SIDES:
        for sentence in pair.tokens[side]:
            for token in sentence:
                if token.text.isascii():
                    continue
                strange = [character for character in token.text if character in _TWINS]
                plain = "".join(_TWINS.get(character, character) for character in token.text)
                latin = sum(character.isascii() and character.isalpha() for character in token.text)
                if strange and latin >= len(strange) and _is_latin(plain):
                    yield Candidate(
                        rule=_RULE,
                        evidence={},
                        source=(token.span,) if side == "source" else (),
                        target=(token.span,) if side == "target" else (),
                        source_value=plain if side == "source" else None,
                        target_value=plain if side == "target" else None,
                        message=f"“{token.text}” is written with “{''.join(strange)}” of another script.",
                    )


FAMILY = Family("lookalikes", (_RULE,), propose, one_language=False)


def _is_latin(word: str) -> bool:
    return all(not character.isalpha() or ord(character) < 0x250 for character in word)
