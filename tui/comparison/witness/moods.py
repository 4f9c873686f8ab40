"""A verb that a sentence and its back-translation have in common, and what either makes of it.

*May leave* and *will leave*: between two languages a mood has many renderings, and any hedge near by may
stand for one. In one language the same verb is put beside itself, so its own helpers can be compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tui.comparison.polarity import Stretch, is_denied, stretches
from tui.comparison.tense import Reader, grades, hedging
from tui.comparison.witness.differences import Difference
from tui.comparison.witness.hearing import Heard
from tui.comparison.witness.said import Said
from tui.languages import Token

_LESS = frozenset({"possible", "able"})
"""What makes of a verb less than told."""
_AGAINST = frozenset({
    frozenset({"possible", "future"}), frozenset({"able", "future"}), frozenset({"possible", "would"}),
    frozenset({"possible", "must"}), frozenset({"able", "must"}),
})  # fmt: skip
"""What a translation never makes of a verb in place of one another; *would* and *will* go by the tense of
what is said around them.
"""


def moods(heard: Mapping[int, Heard], what: Said, common: float) -> Iterator[Difference]:
    """Every verb that both have and of which they say another thing.

    `common`: what lacks a counterpart in most beads.

    Evidence: `mood-equal`, `mood-usual`: how much of the bead has a counterpart, and lacks one in most.
    """
    beads = what.pair.alignment.beads
    both = (number for number, bead in enumerate(beads) if bead.source and bead.target)
    for number, sides in zip(both, stretches(what.pair), strict=True):
        readers = Reader.of(sides[0]), Reader.of(sides[1])
        if (one := heard.get(number)) is None or readers[0] is None or readers[1] is None:
            continue
        face = one.face
        places = [{token.start: at for at, token in enumerate(side.tokens)} for side in sides]
        for i, j in sorted(face.links.items()):
            if face.alike[i, j] < 1 or not isinstance(face.source[i], Token):
                continue
            a, b = places[0].get(face.source[i].span.start), places[1].get(face.back[j].span.start)
            if a is None or b is None:
                continue
            graded = _grade(readers[0], a), _grade(readers[1], b)
            if frozenset(graded) not in _AGAINST or _hedged_otherwise(sides, graded):
                continue
            if any(is_denied(side, at) for side, at in zip(sides, (a, b), strict=True)):
                continue
            yield Difference(
                number,
                (readers[0].span(a),),
                (readers[1].span(b),),
                one.in_target((j,)),
                {"mood-equal": face.equal, "mood-usual": common},
            )


def _grade(reader: Reader, at: int) -> str | None:
    """What the first helper of a verb makes of it."""
    listed = grades(reader.side.language)
    helpers = (token.key for token in reader.side.tokens[reader.group(at) : at])
    return next((listed[key] for key in helpers if key in listed), None)


def _hedged_otherwise(sides: tuple[Stretch, Stretch], graded: tuple[str | None, str | None]) -> bool:
    """Whether the side that is surer of a verb hedges by a word of its own: *maybe I will*."""
    less, more = sides if graded[0] in _LESS else sides[::-1]
    there = {token.key for token in less.tokens} | grades(more.language).keys()
    return any(more.tokens[at].key not in there for at in hedging(more))
