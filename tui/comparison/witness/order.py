"""Who stands first: two of a sentence's units that its back-translation has the other way round.

*The council sued the firm* and *the firm sued the council* have every word in common. Moving a phrase to
another place leaves the order inside it and inside the rest alone; only an exchange around something that
stays between them turns three units round. The passive does so too: it shows in the little words between.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from tui.alignment import AlignedPair
from tui.comparison.quantities import Fact
from tui.comparison.witness.differences import Difference
from tui.comparison.witness.hearing import Heard
from tui.comparison.witness.said import Said
from tui.comparison.witness.units import Unit
from tui.languages import bare, function_words, tokenize

_NEAR = 6
"""So many units two that are exchanged may lie apart."""
_ANY = frozenset({"definite", "indefinite"})
"""The roles of words that come and go with no change of meaning."""


def exchanges(heard: Mapping[int, Heard], what: Said, common: float) -> Iterator[Difference]:
    """Two units that stand the other way round, of each bead at most those that lie nearest.

    `common`: what lacks a counterpart in most beads.

    Evidence: `order-equal`, `order-usual`: how much of the bead has a counterpart, and lacks one in most;
    `order-voice`: how many of the little words between the two differ; `order-wide`: how far they lie apart;
    `order-exact`: how many of the three units are the same words.
    """
    for number, one in heard.items():
        face = one.face
        found = sorted(
            (
                (max(c - a, face.links[a] - face.links[c]), (a, b, c))
                for a, b, c in combinations(sorted(face.links), 3)
                if c - a <= _NEAR
                and face.links[a] > face.links[b] > face.links[c]
                and not (_is_time(face.source[a]) or _is_time(face.source[c]))
            ),
        )
        if not found:
            continue
        width, (a, b, c) = found[0]
        back = [face.links[c], face.links[b], face.links[a]]
        yield Difference(
            number,
            (face.source[a].span, face.source[c].span),
            (face.back[back[0]].span, face.back[back[2]].span),
            one.in_target((back[0], back[2])),
            {
                "order-equal": face.equal,
                "order-usual": common,
                "order-voice": _voice(what.pair, face.source, (a, c), face.back, (back[0], back[2])),
                "order-wide": min(1.0, (width - 2) / (_NEAR - 2)),
                "order-exact": sum(float(face.alike[i, face.links[i]]) >= 1 for i in (a, b, c)) / 3,
            },
        )


def _is_time(unit: Unit) -> bool:
    """Whether it says when: that stands anywhere in a sentence."""
    return isinstance(unit, Fact) and unit.kind in ("date", "time")


def _voice(
    pair: AlignedPair,
    source: Sequence[Unit],
    ours: tuple[int, int],
    back: Sequence[Unit],
    theirs: tuple[int, int],
) -> float:
    """How many function words between two units of either side do nothing that one of the other side does."""
    sides = [
        _between(article.text, held[first], held[last], article.language)
        for article, held, (first, last) in ((pair.source, source, ours), (pair.target, back, theirs))
    ]
    lone = [not any(does & other for other in there) for here, there in (sides, sides[::-1]) for does in here]
    return min(1.0, (sum(lone) / 2) ** 2)


def _between(text: str, first: Unit, last: Unit, language: str) -> list[frozenset[str]]:
    roles = function_words(language)
    tokens = tokenize(text, first.span.end, last.span.start)
    found = (roles.get(bare(token.key), frozenset()) for token in tokens)
    return [does for does in found if does and not does & _ANY]
