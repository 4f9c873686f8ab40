"""What each side denies where both deny once: *not a thief but a fool*, *ladro, ma non sciocco*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.articles import Side, Span
from tui.comparison.polarity.clauses import Stretch, sentence_end
from tui.comparison.polarity.cues import Cue
from tui.comparison.polarity.lexicon import concessions
from tui.comparison.polarity.ties import Ties, ties_of
from tui.comparison.rule import Candidate, Rule

MOVED = Rule("denied-other", "negation", "facts", "critical", needs=frozenset({"polarity"}))

_NEXT = 3
"""Words after a denial among which the first that carries meaning is what it denies."""
_REACH = 8
"""Words between what is denied and what is said instead, at most."""


def moved_denials(
    source: Stretch, target: Stretch, cues: tuple[Sequence[Cue], Sequence[Cue]]
) -> Iterator[Candidate]:
    """Each side denies what the other says instead of it (`denied-other`)."""
    own = [[cue for cue in side if cue.denies] for side in cues]
    if len(own[0]) != 1 or len(own[1]) != 1 or any(cue.meaning == "affix" for side in cues for cue in side):
        return
    ties = ties_of(source, target)
    denied = [_denied(cue, side, ties) for (cue,), side in zip(own, (source, target), strict=True)]
    if denied[0] is None or denied[1] is None:
        return
    said = ties.counterpart("source", denied[0]), ties.counterpart("target", denied[1])
    if said[0] is None or said[1] is None:
        return
    sides = ((source, own[0][0], denied[0], said[1]), (target, own[1][0], denied[1], said[0]))
    if all(_instead(*one) for one in sides):
        spans: dict[Side, Span] = {
            side.side: Span(cue.start, side.tokens[what].end) for side, cue, what, _ in sides
        }
        texts = [spans["source"].within(source.text), spans["target"].within(target.text)]
        yield Candidate(
            rule=MOVED,
            evidence={
                "moved-linked": min(
                    ties.strength("source", denied[0]), ties.strength("target", denied[1])
                )
            },
            source=(spans["source"],), target=(spans["target"],),
            source_value=texts[0].lower(), target_value=texts[1].lower(),
            message=f"Another thing is denied: “{texts[0]}” in the source, “{texts[1]}” in the target.",
        )  # fmt: skip


def _denied(cue: Cue, side: Stretch, ties: Ties) -> int | None:
    """The first word after a denial that carries meaning."""
    end = next((at for at in range(cue.word, len(side.tokens)) if side.tokens[at].start >= cue.end), None)
    return next(iter(ties.content(side.side, end, end + _NEXT)), None) if end is not None else None


def _instead(side: Stretch, cue: Cue, denied: int, other: int) -> bool:
    """Whether another word of the sentence is said instead of what is denied, after a comma or a *but*."""
    if denied == other or cue.word <= other < denied or abs(denied - other) > _REACH:
        return False
    first, last = (denied, other) if other > denied else (other, cue.word)
    gaps = [side.text[side.tokens[at].end : side.tokens[at + 1].start] for at in range(first, last)]
    turns = any(side.tokens[at].key in concessions(side.language) for at in range(first + 1, last))
    return (turns or any("," in gap for gap in gaps)) and not any(map(sentence_end, gaps))
