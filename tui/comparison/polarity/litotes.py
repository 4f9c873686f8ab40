"""Two denials that say it of all: *there is no street that does not flood*, *ogni strada si allaga*."""

from __future__ import annotations

from tui.comparison.polarity.clauses import Stretch, sentence_end
from tui.comparison.polarity.cues import Cue
from tui.comparison.polarity.lexicon import negation

_NOUN = 6
"""Words after a denial among which the clause begins that says of which there is none."""
_VERB = 4
"""Words after what begins it among which its verb is denied."""


def of_all(side: Stretch, first: Cue, second: Cue) -> bool:
    """Whether a denial says that there is none of whom, in a clause of its own, another one denies it."""
    rules = negation(side.language)
    if rules is None or not (first.denies and second.denies) or second.word <= first.word:
        return False
    after = first.word + 1
    none = side.tokens[first.word].key in rules.soft or (
        after < len(side.tokens) and side.tokens[after].key in rules.existential
    )
    return none and any(
        side.tokens[at].key in rules.relatives and second.word - at <= _VERB
        for at in range(after, min(after + _NOUN, second.word))
        if not any(sentence_end(side.between(word)) for word in range(after, second.word + 1))
    )
