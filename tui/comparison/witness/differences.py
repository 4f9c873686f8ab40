"""Where a sentence and its back-translation part, and what speaks for it that the target does so too."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from tui.articles import Span
from tui.comparison.witness.facing import Gap, gaps
from tui.comparison.witness.hearing import Heard
from tui.comparison.witness.units import Unit
from tui.languages import Token, base_language, known, lemma, word_list

MANY = 4
"""So many differences in one bead, and more, speak for a poor translation."""
ENOUGH = 5
"""So many beads tell what is usual for an engine; fewer would excuse themselves."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of a sentence, of its back-translation, or one for the other."""

    bead: int
    """The index of the bead in the pair of source and back-translation."""
    source: tuple[Span, ...]
    back: tuple[Span, ...]
    target: tuple[Span, ...]
    """The words of the target that those of the back-translation render, as far as they are known."""
    evidence: Mapping[str, float]


def usual(heard: Mapping[int, Heard]) -> float:
    """How much of a bead has no counterpart in its back-translation, in most beads: 0 to 1."""
    return 1 - median(one.face.equal for one in heard.values()) if len(heard) >= ENOUGH else 0.0


def differences(heard: Mapping[int, Heard], language: str) -> Iterator[Difference]:
    """Every place where words part; quantities and listed names are compared by their families."""
    common = usual(heard)
    for number, one in heard.items():
        found = [_words_of(gap, one) for gap in gaps(one.face)]
        found = [gap for gap in found if gap.source or gap.back]
        for gap in found:
            yield Difference(
                bead=number,
                source=tuple(one.face.source[i].span for i in gap.source),
                back=tuple(one.face.back[j].span for j in gap.back),
                target=one.in_target(gap.back),
                evidence={
                    **_evidence(one, gap, language),
                    "many": min(1.0, (len(found) - 1) / MANY),
                    "usual": common,
                },
            )


def _words_of(gap: Gap, heard: Heard) -> Gap:
    face = heard.face
    return Gap(
        tuple(i for i in gap.source if isinstance(face.source[i], Token)),
        tuple(j for j in gap.back if isinstance(face.back[j], Token)),
        gap.context,
    )


def _evidence(heard: Heard, gap: Gap, language: str) -> dict[str, float]:
    """What speaks for a difference, by name, each 0 to 1.

    `context`: whether the units around it are each other's; `equal`: how much of the bead has its
    counterpart; `run`: how many words it has; `near`: how like a word of it and the likest of the other side
    are; `there`: how like its source and a word of the target are; `linked`: how surely that is its
    counterpart; `stands`: how like its back-translation and a word of the target are; `free`: how surely the
    source has nothing for that word; `nearer`, `farther`: by how much that word is nearer to the
    back-translation than to the source, or farther; `light`: whether it is a word that says little;
    `foreign`: whether the back-translation has a word that its language has not; `name`: whether it is
    written as a name.
    """
    face = heard.face
    ours, theirs = [face.source[i] for i in gap.source], [face.back[j] for j in gap.back]
    near = [
        *(float(face.alike[i].max(initial=0.0)) for i in gap.source),
        *(float(face.alike[:, j].max(initial=0.0)) for j in gap.back),
    ]
    said = [int(heard.theirs[j].argmax()) for j in gap.back] if len(heard.tokens) else []
    margin = max(
        (
            float(heard.theirs[j, k]) - max(float(heard.ours[i, k]) for i in gap.source)
            for j, k in zip(gap.back, said, strict=bool(said))
            if gap.source
        ),
        default=0.0,
    )
    light, base = word_list(language, "light"), base_language(language)
    return {
        "context": gap.context,
        "equal": face.equal,
        "run": min(1.0, (max(len(ours), len(theirs)) - 1) / 3),
        "near": fmean(near),
        "there": _mean(float(heard.ours[i].max(initial=0.0)) for i in gap.source),
        "linked": _mean(float(heard.linked[i]) for i in gap.source),
        "stands": _mean(float(heard.theirs[j].max(initial=0.0)) for j in gap.back),
        "free": _mean(float(heard.free[k]) for k in said),
        "nearer": min(1.0, max(0.0, margin)),
        "farther": min(1.0, max(0.0, -margin)),
        "light": _share((*ours, *theirs), lambda word: word.key in light),
        "foreign": _share(theirs, lambda word: not _is_known(word.key, base)),
        "name": _share((*ours, *theirs), lambda word: word.text[0].isupper()),
    }


def _mean(values: Iterator[float]) -> float:
    found = list(values)
    return fmean(found) if found else 0.0


def _share(found: Sequence[Unit], holds: Callable[[Token], bool]) -> float:
    return sum(isinstance(unit, Token) and holds(unit) for unit in found) / max(1, len(found))


def _is_known(key: str, language: str) -> bool:
    return known(key, language) or known(lemma(key, language), language)
