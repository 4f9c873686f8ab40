"""What the back-translation says of a finding that was made without it."""

from __future__ import annotations

from collections.abc import Iterable

from tui.comparison.model import AGREES, PARTS, Finding
from tui.comparison.witness.hearing import Heard
from tui.comparison.witness.propose import GUESSED, Again, overlap

_HEARD = 0.2
"""The confidence from which what a family finds again counts as found."""
_HALF = 0.5
"""The share of the source's words that are disputed which the back-translation has, from which on it says
something of them: a translator that has lost them says nothing.
"""


def testimony(
    finding: Finding, heard: Heard, again: Iterable[Again], *, asked: bool, one_of_words: bool
) -> dict[str, float]:
    """The evidence of the witness, at most one: `witness-agrees`, that the back-translation says what the
    source says in the very place, or `witness-parts`, that it differs from it as the target does; each 0 to
    1.

    `again`: what the finding's family found in the bead between source and back-translation; `asked`:
    whether that makes sense for it in one language. `one_of_words`: whether the finding is of words, which
    are looked for one by one.
    """
    found = max((one.finding.confidence for one in again if _same_place(finding, one.finding)), default=0.0)
    if found >= _HEARD:
        return {} if finding.kind in GUESSED else {PARTS: found}
    if not asked:
        return {}
    if one_of_words:
        return _of_words(finding, heard)
    alike = _said_alike(finding, heard)
    if any(one.finding.confidence >= _HEARD for one in again):
        return {AGREES: 1.0} if alike == 1 else {}
    return {AGREES: heard.face.equal} if alike is None or alike >= _HALF else {}


def _said_alike(finding: Finding, heard: Heard) -> float | None:
    """How many of the source's words that a finding is of the back-translation has, the very same; None where
    it is of none that is looked for.
    """
    face = heard.face
    places = [at for at, unit in enumerate(face.source) if overlap((unit.span,), finding.source)]
    held = [at in face.links and face.alike[at, face.links[at]] >= 1 for at in places]
    return sum(held) / len(held) if held else None


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
