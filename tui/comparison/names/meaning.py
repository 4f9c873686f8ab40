"""What names mean: whether one that a side lacks is said there by a common word (*Cimetière*, *cimitero*),
and whether two are one in two languages.
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher
from functools import partial
from typing import TYPE_CHECKING

from tui.comparison.names.ordinary import ordinary, said
from tui.comparison.names.spelling import distance
from tui.comparison.names.text import Text
from tui.comparison.rule import Question
from tui.languages import bare, function_words, unaccented

if TYPE_CHECKING:
    from tui.alignment.model import Vectors

_NONE, _SURE = 0.35, 0.6
"""The cosine up to which a name and a word have nothing to do with each other, as nearly all do, and the one
from which on they say the same."""
_FAR, _NEAR = 0.3, 0.5
"""The same for two names: one pair in a hundred of different ones is nearer than the latter."""
_UNLIKE, _ALIKE = 0.4, 0.7
"""The share of letters in the same order up to which two names are unlike, and from which on alike."""
_LETTERS = 4
"""Letters that such a word has at least."""
_ABBREVIATION = 5
"""Letters that one in capitals has at most."""


def meant(name: str, here: Text, there: Text) -> Question | None:
    """`name-meant`: how surely a word of `there` that is no name says what a name of `here` says, 0 to 1.

    Words that translate another word of `here` stand for that one; None where no other is left.
    """
    function = function_words(there.language)
    words = {
        token.key
        for token in there.tokens
        if (token.text[:1].islower() or token.key in there.lower)
        and len(token.text) >= _LETTERS
        and not function.get(bare(token.key))
    } - here.counts.keys()
    free = sorted(word for word in words if not here.means(word, there.language))
    return Question((name.casefold(), *free), _meant, words=True) if free else None


def _meant(vectors: Vectors) -> dict[str, float]:
    likest = float((vectors[1:] @ vectors[0]).max())
    sure = min(1.0, max(0.0, likest - _NONE) / (_SURE - _NONE))
    return {"name-meant": sure} if sure else {}


def telling(name: str, language: str, other: str, other_language: str) -> bool:
    """Whether two names are words of their languages and not of the other's: *Fairy*, *Fata*; one of them may
    only be made of such.
    """
    ours, theirs = ([unaccented(w) for w in text.casefold().split()] for text in (name, other))
    return (
        not _are_abbreviations(name, other)
        and all(said(word, language) and not said(word, other_language) for word in ours)
        and all(said(word, other_language) and not said(word, language) for word in theirs)
        and (
            all(ordinary(word, language) for word in ours)
            or all(ordinary(word, other_language) for word in theirs)
        )
    )


def _are_abbreviations(*names: str) -> bool:
    """Whether names are abbreviations, which are no words though a dictionary may have their letters."""
    return all(name.isupper() and len(name.replace(".", "")) <= _ABBREVIATION for name in names)


def kin(name: str, language: str, other: str, other_language: str) -> Question | None:
    """`name-kin`: how surely two different names are one thing, 0 to 1: they mean nearly the same, and are
    either written much alike or words of their languages: *Magyars* and *Magiari*, *Snail* and *Lumachina*.
    `name-telling`: the same where they are `telling`.

    None where they are neither, and for two abbreviations of which one letter is another: in translation the
    letters change places, too.
    """
    short = _are_abbreviations(name, other)
    if short and distance(name, other) == 1 and len(name) == len(other):
        return None
    a, b = (unaccented(word.casefold()) for word in (name, other))
    alike = (SequenceMatcher(None, a, b, autojunk=False).ratio() - _UNLIKE) / (_ALIKE - _UNLIKE)
    words = not short and said(a, language) and said(b, other_language)
    written = 1.0 if words else min(1.0, max(0.0, alike))
    if not written:
        return None
    evidence = {"name-kin": written, "name-telling": float(telling(name, language, other, other_language))}
    return Question((name.casefold(), other.casefold()), partial(_kin, evidence), words=True)


def _kin(evidence: Mapping[str, float], vectors: Vectors) -> dict[str, float]:
    first, second = vectors
    near = min(1.0, max(0.0, (float(first @ second) - _FAR) / (_NEAR - _FAR)))
    return {name: value * near for name, value in evidence.items() if value * near}
