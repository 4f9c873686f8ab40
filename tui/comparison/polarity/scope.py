"""How far a denial reaches."""

from __future__ import annotations

from tui.comparison.polarity.clauses import Stretch, clause_end
from tui.comparison.polarity.cues import cues
from tui.comparison.polarity.lexicon import negation

SCOPE = 4
"""How many words before a word a plain negation may stand to turn it over."""


def is_denied(side: Stretch, word: int) -> bool:
    """Whether a denial turns over what stands at a word, which does not only agree with it."""
    rules = negation(side.language)
    if rules is None or side.tokens[word].key in rules.concord:
        return False
    return any(cue.denies and turns_over(side, cue.word, word) for cue in cues(side))


def turns_over(side: Stretch, cue: int, word: int) -> bool:
    """Whether a negation at `cue` turns over what stands at `word`."""
    if not 0 < word - cue <= SCOPE:
        return False
    return not any(clause_end(side.between(at)) for at in range(cue + 1, word + 1))
