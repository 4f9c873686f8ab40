"""What each side denies where both deny once: *not a thief but a fool*, *ladro, ma non sciocco*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.articles import Span
from tui.comparison.polarity.clauses import Stretch, sentence_end
from tui.comparison.polarity.cues import Cue
from tui.comparison.polarity.lexicon import concessions
from tui.comparison.polarity.negation import denied_words
from tui.comparison.polarity.ties import Ties, ties_of
from tui.comparison.rule import Candidate, Rule

DENIED_OTHER = Rule("denied-other", "negation", "facts", "critical", needs=frozenset({"polarity"}))

_NEXT = 3
"""Words after a denial among which the first that carries meaning is what it denies."""
_REACH = 8
"""Words between what is denied and what is said instead, at most."""


def other_denials(
    source: Stretch, target: Stretch, cues: tuple[Sequence[Cue], Sequence[Cue]]
) -> Iterator[Candidate]:
    """Each side denies what the other says instead of it (`denied-other`)."""
    own, other = ([cue for cue in side if cue.denies] for side in cues)
    if len(own) != 1 or len(other) != 1 or any(cue.meaning == "affix" for side in cues for cue in side):
        return
    ties = ties_of(source, target)
    here, there = _denied(own[0], source, ties), _denied(other[0], target, ties)
    if here is None or there is None:
        return
    said_here, said_there = ties.counterpart("target", there), ties.counterpart("source", here)
    if said_here is None or said_there is None:
        return
    if _instead(source, own[0], here, said_here) and _instead(target, other[0], there, said_there):
        span = Span(own[0].start, source.tokens[here].end)
        other_span = Span(other[0].start, target.tokens[there].end)
        text, other_text = span.within(source.text), other_span.within(target.text)
        yield Candidate(
            rule=DENIED_OTHER,
            evidence={"other-linked": min(ties.strength("source", here), ties.strength("target", there))},
            source=(span,), target=(other_span,), source_value=text.lower(), target_value=other_text.lower(),
            message=f"Another thing is denied: “{text}” in the source, “{other_text}” in the target.",
        )  # fmt: skip


def _denied(cue: Cue, side: Stretch, ties: Ties) -> int | None:
    """The first word after a denial that carries meaning."""
    return next(iter(denied_words(cue, side, ties, _NEXT)), None)


def _instead(side: Stretch, cue: Cue, denied: int, other: int) -> bool:
    """Whether another word of the sentence is said instead of what is denied, after a comma or a *but*."""
    if denied == other or cue.word <= other < denied or abs(denied - other) > _REACH:
        return False
    first, last = (denied, other) if other > denied else (other, cue.word)
    gaps = [side.text[side.tokens[at].end : side.tokens[at + 1].start] for at in range(first, last)]
    turns = any(side.tokens[at].key in concessions(side.language) for at in range(first + 1, last))
    return (turns or any("," in gap for gap in gaps)) and not any(map(sentence_end, gaps))
