"""What the back-translation says of a finding that was made without it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.articles import Span
from tui.comparison.model import AGREES, PARTS, Finding
from tui.comparison.rule import Kind
from tui.comparison.witness.echo import Echo
from tui.comparison.witness.hearing import Heard
from tui.comparison.witness.propose import GUESSED, Again, overlap

_HEARD = 0.2
"""The confidence from which what a family finds again counts as found."""
_OF_CLAUSES: frozenset[Kind] = frozenset({"negation"})
"""What is said of a whole clause, which may be worded otherwise: the family reads its sign in both."""
_HALF = 0.5
"""So much of a clause as the source has it stands in a back-translation that has not lost it."""


def testimony(
    finding: Finding, heard: Heard, echo: Echo, again: Iterable[Again], *, asked: bool, one_of_words: bool
) -> dict[str, float]:
    """The evidence of the witness, at most one: `witness-agrees`, that the back-translation says what the
    source says in the very place, or `witness-parts`, that it differs from it as the target does; each 0 to
    1.

    `echo`: the bead, word by word; `again`: what the finding's family found in it between source and
    back-translation; `asked`: whether that makes sense for it in one language. `one_of_words`: whether the
    finding is of words, which are looked for one by one.
    """
    found = max((one.finding.confidence for one in again if _same_place(finding, one.finding)), default=0.0)
    if found >= _HEARD:
        return {} if finding.kind in GUESSED else {PARTS: found * heard.face.equal}
    if not asked:
        return {}
    if one_of_words:
        return _of_words(finding, heard)
    return {AGREES: heard.face.equal} if _says_the_same(finding, heard, echo) else {}


def _says_the_same(finding: Finding, heard: Heard, echo: Echo) -> bool:
    """Whether the back-translation has the words of the source that a finding is of, and of the target's
    nothing that the source has not.
    """
    found = echo.of(finding.source)
    if finding.kind in _OF_CLAUSES:
        return found is None or found >= _HALF
    if found is not None and found < 1:
        return False
    rendered = [j for j in range(len(heard.face.back)) if _renders(heard, j, finding.target)]
    return echo.same.issuperset(rendered)


def _renders(heard: Heard, back: int, target: Sequence[Span]) -> bool:
    """Whether a unit of the back-translation is what some words of the target say."""
    word = heard.word(back)
    return word is not None and overlap((heard.tokens[word].span,), target)


def _same_place(finding: Finding, again: Finding) -> bool:
    """Whether two findings of a family, one of them in the back-translation, are of one place."""
    if finding.source and again.source:
        return overlap(finding.source, again.source)
    return not finding.source and not again.source


def _of_words(finding: Finding, heard: Heard) -> dict[str, float]:
    """How many of the words of a finding have their counterpart in source or back-translation."""
    face = heard.face
    links = set(face.links.values())
    held: list[bool] = [
        i in face.links for i, unit in enumerate(face.source) if overlap((unit.span,), finding.source)
    ]
    held += [
        j in links
        for j in range(len(face.back))
        if (word := heard.word(j)) is not None and overlap((heard.tokens[word].span,), finding.target)
    ]
    if not held:
        return {}
    share = sum(held) / len(held)
    if share == 1:
        return {AGREES: face.equal}
    return {PARTS: 1 - share} if share <= 1 / 2 else {}
