"""The families of the rules for words."""

from __future__ import annotations

from collections.abc import Iterable

from tui.alignment import AlignedPair
from tui.comparison.lexical.doubled import FAMILY as DOUBLED
from tui.comparison.lexical.false_friends import FAMILY as FALSE_FRIENDS
from tui.comparison.lexical.lookalikes import FAMILY as LOOKALIKES
from tui.comparison.lexical.rules import PHRASES, WORDS
from tui.comparison.lexical.untranslated import FAMILY as UNTRANSLATED
from tui.comparison.rule import Candidate, Family


def _omissions(pair: AlignedPair) -> Iterable[Candidate]:
    """Phrases and words without a counterpart."""
    from tui.comparison.lexical.omissions import propose_omissions

    return propose_omissions(pair)


OMISSIONS = Family("omissions", (*PHRASES.values(), *WORDS.values()), _omissions)
FAMILIES: tuple[Family, ...] = (DOUBLED, UNTRANSLATED, FALSE_FRIENDS, LOOKALIKES, OMISSIONS)
