"""Where a translator strays from what it translates: beside the target itself its words are compared too.

What a family finds between source and back-translation is either the target's doing or the translator's.
So the back-translation is put beside the target: if the family says of the same words that these two differ,
the translator has lost a number, mangled a name or rendered an idle *non*, and the target need not differ
from the source. Only sentences in which something was found are asked about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from msgspec.structs import replace

from tui.alignment import AlignedPair, Alignment, Bead
from tui.articles import Span
from tui.comparison.model import Finding
from tui.comparison.polarity import cues, stretches
from tui.comparison.witness.propose import Again, overlap
from tui.comparison.witness.said import Said, article_of

_SCORE = 0.9
"""How sure it is that a sentence and its translation correspond."""

Ask = Callable[[AlignedPair, Collection[str]], Iterable[Finding]]
"""What some families, by their names, find in a pair."""
_Apart = tuple[float, tuple[Span, ...]]
"""How surely the two differ, and in which words of the back-translation."""


def strayed(
    again: Sequence[Again], pair: AlignedPair, what: Said, names: Mapping[str, str], ask: Ask
) -> list[Again]:
    """What was found `again`, each with how surely the translator strays from the target there.

    `pair`: the two articles; `names`: of the families, by those of their rules; `ask`: asks families once
    more.
    """
    beads = what.pair.alignment.beads
    sentences = sorted({index for one in again for index in beads[one.bead].target})
    if not sentences:
        return list(again)
    back, target = what.pair.target, pair.target
    mirrored = AlignedPair(
        article_of([back.sentence_text(index) for index in sentences], back.language),
        article_of([target.sentence_text(index) for index in sentences], target.language),
        Alignment(tuple(Bead((at,), (at,), _SCORE) for at in range(len(sentences)))),
        pair.encoder,
    )
    shift = [
        back.sentences[index].start - held.start
        for index, held in zip(sentences, mirrored.source.sentences, strict=True)
    ]
    number = {index: at for at, index in enumerate(sentences)}
    apart: dict[tuple[str, int], list[_Apart]] = defaultdict(list)
    for found in ask(mirrored, {one.family for one in again}):
        family, held = names[found.rule], _sentence(found, mirrored)
        moved = tuple(Span(span.start + shift[held], span.end + shift[held]) for span in found.source)
        apart[family, held].append((found.confidence, moved))
    idle = _idle(mirrored) if any(_is_denial(one.finding) for one in again) else frozenset()
    return [
        replace(
            one,
            strayed=1.0
            if _is_denial(one.finding) and not idle.isdisjoint(rows)
            else _strayed(one, (held for at in rows for held in apart[one.family, at])),
        )
        for one in again
        for rows in [[number[index] for index in beads[one.bead].target]]
    ]


def _is_denial(found: Finding) -> bool:
    """Whether it is a denial that only the back-translation has."""
    return found.kind == "negation" and bool(found.target_value) and not found.source_value


def _idle(mirrored: AlignedPair) -> frozenset[int]:
    """The sentences of the target that have a denial which adds nothing, and which a translator renders as it
    stands: *a meno che non*.
    """
    return frozenset(
        at for at, (_, target) in enumerate(stretches(mirrored)) if any(cue.expletive for cue in cues(target))
    )


def _sentence(found: Finding, mirrored: AlignedPair) -> int:
    """The index of the sentence in which something was found."""
    if found.source:
        return mirrored.source.sentence_at(found.source[0].start)
    return mirrored.target.sentence_at(found.target[0].start)


def _strayed(one: Again, apart: Iterable[_Apart]) -> float:
    """How surely the translator strays from the target in the words of a finding."""
    words = one.finding.target
    return max(
        (sure for sure, spans in apart if (overlap(spans, words) if words else not spans)), default=0.0
    )
