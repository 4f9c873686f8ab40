"""Where the other side says what an affix denies: *regular* beside *irregolare*."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from tui.comparison.names import cognate
from tui.comparison.polarity.clauses import Stretch
from tui.comparison.polarity.cues import Cue, cues
from tui.comparison.polarity.lexicon import negation
from tui.comparison.polarity.ties import Ties, nearness
from tui.languages import Translations

_STEM = 5
"""Letters that what an affix denies must have more than to be known again in the other language."""
_ALIKE = 0.78
"""The share of letters in the same order from which on two long words are one: *regular*, *regolare*."""
_MEANT = 0.6
"""The same where no word denies anything on the other side: *inattesa*, *expected*."""
_PREFIX = (1, 2, 3)
"""Letters that a prefix has."""
_NOTHING = "-"
"""The class of phrases in which a word is not what another phrase denies: *quite a few*."""
_BEFORE = 3
"""Words before it among which a cue denies it."""
_NEAR, _REACH = 8, 0.25
"""Words from its place, and the part of the side's length, within which it is looked for."""
_OWN = 0.6
"""How surely a word has another counterpart from which on it is said for that."""


def plain_at(word: str, translations: Translations, there: Stretch) -> set[int]:
    """Where the other side has a word: a listed translation of it, or a word alike."""
    listed = translations.of(word)
    return {
        at
        for at, token in enumerate(there.tokens)
        if (_alike(word, token.key) or not listed.isdisjoint(translations.forms(token.key)))
        and not _outstanding(there, at)
    }


def meant_at(cue: Cue, whole: str, here: Stretch, there: Stretch) -> bool:
    """Whether a word of the other side means what an affix denies, by the table of common words, and not the
    `whole` word: *inattesa*, *expected*.
    """
    keys = [token.key for at, token in enumerate(there.tokens) if not _outstanding(there, at)]
    near = nearness([cue.remainder, whole], here.language, keys, there.language)
    return bool(((near[0] >= _MEANT) & (near[1] < near[0])).any())


def said_plainly(cue: Cue, here: Stretch, there: Stretch, left: Sequence[Cue], ties: Ties) -> bool:
    """Whether the other side has, in the place of a phrase that denies nothing, what this denies, and no cue:
    *not only*, *soltanto*.
    """
    rules = negation(there.language)
    if rules is None:
        return False
    said = cues(there)
    own = {one.word for one in said} - {one.word for one in left}
    ends = max(at for at, token in enumerate(here.tokens) if token.start < cue.end)
    length = len(there.tokens)
    place = ties.place(here.side, cue.word)
    blocked: set[int] = set()
    for at in range(length):
        for after, key in rules.kernels.all_at(there.forms, at):
            if key == _NOTHING:
                blocked.update(range(at, after))
            elif key in cue.kernels and not blocked & set(range(at, after)) and at not in own:
                other = max(
                    (
                        ties.strength(there.side, word)
                        for word in range(at, after)
                        if (its := ties.counterpart(there.side, word)) is not None
                        and not cue.word <= its <= ends
                    ),
                    default=0.0,
                )
                denied = any(
                    0 < at - one.word <= _BEFORE and (one.denies or one.cancels or one.meaning == "idle")
                    for one in said
                )
                near = abs(at - place) <= max(_NEAR, _REACH * length)
                if near and not denied and other < _OWN:
                    return True
    return False


def affixed_at(cue: Cue, there: Stretch) -> bool:
    """Whether the other side has the word with a prefix, too: *discontent*, *scontento*."""
    return any(cognate(cue.remainder, token.key[letters:]) for token in there.tokens for letters in _PREFIX)


def _outstanding(there: Stretch, at: int) -> bool:
    """Whether a word is an infinitive that is still to be done: *da leggere*."""
    rules = negation(there.language)
    return (
        rules is not None
        and at > 0
        and there.tokens[at - 1].key in rules.outstanding
        and rules.infinitive.search(there.tokens[at].key) is not None
    )


def _alike(word: str, other: str) -> bool:
    """Whether two long words look like one: *regular*, *regolare*, but not *irregolare*."""
    if len(word) <= _STEM or word[0] != other[0]:
        return False
    return cognate(word, other) or SequenceMatcher(None, word, other, autojunk=False).ratio() >= _ALIKE
