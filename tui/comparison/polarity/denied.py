"""What each side denies where both deny once: *not a thief but a fool*, *ladro, ma non sciocco*.

So it is where one side denies a verb and the other what stands under it: *promised not to come*, *non promise
di venire*. Of some verbs languages deny either (*I don't think so*).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.articles import Span
from tui.comparison.polarity.clauses import Stretch, clause_end, sentence_end
from tui.comparison.polarity.cues import Cue
from tui.comparison.polarity.lexicon import concessions, nested
from tui.comparison.polarity.negation import denied_words
from tui.comparison.polarity.ties import Ties, meant_ties_of
from tui.comparison.rule import SOURCE, TARGET, Candidate, Rule

DENIED_OTHER = Rule("denied-other", "negation", "facts", "critical", needs=frozenset({"polarity"}))

_NEXT = 3
"""Words after a denial among which the first that carries meaning is what it denies."""
_UNDER = 6
"""Words from a verb to what stands under it, at most."""
_REACH = 8
"""Words between what is denied and what is said instead, at most."""


def other_denials(
    source: Stretch, target: Stretch, cues: tuple[Sequence[Cue], Sequence[Cue]]
) -> Iterator[Candidate]:
    """Each side denies what the other says instead of it, or over or under it (`denied-other`).

    Evidence, each 0 to 1: `other-linked`, how surely what the sides deny is on the other side, too;
    `other-under`, whether one stands under the other.
    """
    own, other = ([cue for cue in side if cue.denies] for side in cues)
    if len(own) != 1 or len(other) != 1 or any(cue.meaning == "affix" for side in cues for cue in side):
        return
    ties = meant_ties_of(source, target)
    here, there = _denied(own[0], source, ties), _denied(other[0], target, ties)
    if here is None or there is None:
        return
    said_here, said_there = ties.counterpart("target", there), ties.counterpart("source", here)
    if said_here is None or said_there is None:
        return
    turned = _instead(source, own[0], here, said_here) and _instead(target, other[0], there, said_there)
    nests = not turned and not (own[0].soft or other[0].soft)
    if turned or (
        nests
        and (
            (_under(source, own[0], here, said_here) and _over(target, there, said_there))
            or (_under(target, other[0], there, said_there) and _over(source, here, said_here))
        )
    ):
        span = Span(own[0].start, source.tokens[here].end)
        other_span = Span(other[0].start, target.tokens[there].end)
        text, other_text = span.within(source.text), other_span.within(target.text)
        yield Candidate(
            rule=DENIED_OTHER,
            evidence={
                "other-linked": min(ties.strength("source", here), ties.strength("target", there)),
                "other-under": float(not turned),
            },
            source=(span,), target=(other_span,), source_value=text.lower(), target_value=other_text.lower(),
            message=f"Another thing is denied: “{text}” in the {SOURCE}, “{other_text}” in the {TARGET}.",
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


def _under(side: Stretch, cue: Cue, denied: int, verb: int) -> bool:
    """Whether a denial stands between a verb and what it denies under that: *promised not to come*."""
    return (
        0 < cue.word - verb <= _UNDER
        and any(at <= cue.word + 1 for at in _openers(side, verb, denied))
        and _goes_through(side, verb, denied)
    )


def _over(side: Stretch, denied: int, under: int) -> bool:
    """Whether what is denied stands right before what stands under it: *did not promise to come*."""
    return (
        0 < under - denied <= _UNDER
        and bool(_openers(side, denied, under))
        and _goes_through(side, denied, under)
    )


def _openers(side: Stretch, verb: int, under: int) -> list[int]:
    """The words between a verb and another that put this under it, where languages do not deny either of the
    two for the other.
    """
    rules = nested(side.language)
    if not rules.raising.isdisjoint(side.forms[verb]):
        return []
    return [at for at in range(verb + 1, under) if side.tokens[at].key in rules.openers]


def _goes_through(side: Stretch, first: int, last: int) -> bool:
    """Whether nothing parts two words."""
    return not any(
        clause_end(side.between(at)) or sentence_end(side.between(at)) for at in range(first + 1, last + 1)
    )
