"""The families of the rules for words."""

from __future__ import annotations

from collections.abc import Iterable

from tui.alignment import AlignedPair
from tui.comparison.lexical.doubled import FAMILY as DOUBLED
from tui.comparison.lexical.false_friends import FAMILY as FALSE_FRIENDS
from tui.comparison.lexical.lookalikes import FAMILY as LOOKALIKES
from tui.comparison.lexical.rules import CLAUSES, PHRASES
from tui.comparison.lexical.untranslated import FAMILY as UNTRANSLATED
from tui.comparison.rule import Candidate, Family


def _omissions(pair: AlignedPair) -> Iterable[Candidate]:
    """Phrases without a counterpart."""
    from tui.comparison.lexical.omissions import propose_omissions

    return propose_omissions(pair)


def _clauses(pair: AlignedPair) -> Iterable[Candidate]:
    """Clauses without a counterpart."""
    from tui.comparison.lexical.clauses import propose_clauses

    return propose_clauses(pair)


CLAUSES_ALONE = Family("clauses", tuple(CLAUSES.values()), _clauses)
OMISSIONS = Family("omissions", tuple(PHRASES.values()), _omissions)
FAMILIES: tuple[Family, ...] = (DOUBLED, UNTRANSLATED, FALSE_FRIENDS, LOOKALIKES, CLAUSES_ALONE, OMISSIONS)
