"""What speaks for a member of a class standing for another one, each 0 to 1."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from tui.articles import Side
from tui.comparison.classes.members import Member
from tui.comparison.classes.pairing import Opposed
from tui.comparison.names import cognate
from tui.comparison.polarity import Ties, clause_bounds, content_words, is_denied, nearness
from tui.languages import Translations

_BESIDE = 2
"""Words to either side of a member that are its neighbours."""
_FAR = 8
"""So many words from its place, and more, a member is far away."""
_ALIKE, _SAME = 0.45, 0.8
"""How alike two words are at least that count as counterparts, and how alike those of one root are."""
_MANY = 3
"""So many members without a counterpart, and more, speak for sides that are built otherwise."""


def of_opposed(found: Opposed, ties: Ties, nearby: bool) -> dict[str, float]:
    """`own`: how surely one has another counterpart; `linked`: whether each is the other's; `alike`: how near
    their meanings are otherwise; `agrees`: how much of both clauses is linked; `beside`: how surely a
    neighbour of one is linked with a neighbour of the other; `apart`: how far one is from the other's place,
    unless they are linked or may stand anywhere;
    `step`: how far they lie apart on their scale; `uneven`: whether one side lacks more members than
    the other; `many`: how many are lacking; `repeated`, `nearby`: whether the other side, or the sentence
    before or after, has one of them too; `denied`: whether a denial turns over one of them alone, so that the
    other may be what is left: *never married*, *single*.
    """
    a, b = found.source, found.target
    counts = found.left
    linked = _linked(ties, a, b)
    return {
        "member-own": max(_own(ties, "source", a, b), _own(ties, "target", b, a)),
        "member-linked": float(linked),
        "member-alike": max(ties.likeness(s, t) for s in range(a.word, a.end) for t in range(b.word, b.end)),
        "member-agrees": min(_share(ties, "source", a), _share(ties, "target", b)),
        "member-beside": _beside(ties, a, b),
        "member-apart": 0.0 if linked or a.word_class.floats else min(1.0, found.apart / _FAR),
        "member-step": a.apart(b),
        "member-uneven": float(counts[0] != counts[1]),
        "member-many": min(1.0, (max(counts) - 1) / _MANY),
        "member-repeated": float(found.repeated),
        "member-nearby": float(nearby),
        "member-denied": float(is_denied(ties.source, a.word) != is_denied(ties.target, b.word)),
    }


def of_alone(member: Member, side: Side, head: Head, ties: Ties, nearby: bool) -> dict[str, float]:
    """The same of a member of one side; `head`: how surely the word it changes has its counterpart."""
    return {
        "member-alone": 1.0,
        "member-head": head.strength,
        "member-agrees": _share(ties, side, member),
        "member-nearby": float(nearby),
    }


class Head(Struct, frozen=True):
    """The counterpart of a word that a member changes."""

    word: int
    """Its index among the words of the other side."""
    strength: float


def head_of(
    member: Member, side: Side, ties: Ties, here: Sequence[Member], there: Sequence[Member]
) -> Head | None:
    """The counterpart of the word that a member changes: the rest of its own, the one after or before it.

    `here`, `there`: the members of the classes that it changes; of these one that may be the same is its
    counterpart, too, where it is the only one: *deputy leader*, *presidente*.
    """
    if member.rest:
        return _like(member.rest, side, ties)
    for word in member.heads:
        other = ties.counterpart(side, word)
        if other is not None:
            return Head(other, ties.strength(side, word))
    changed = [one for one in here if one.word in member.heads]
    same = [one for one in there if any(one.agrees(head) for head in changed)]
    return Head(same[0].word, _SAME) if len(same) == 1 else None


def _like(rest: str, side: Side, ties: Ties) -> Head | None:
    """The word of the other side that means what a part of a word does: *presidente* in *vicepresidente*."""
    here, there = (ties.source, ties.target) if side == "source" else (ties.target, ties.source)
    words = content_words(there)
    keys = [there.tokens[word].key for word in words]
    meant = Translations(here.language, there.language)
    found = [
        Head(
            word,
            max(float(near), _SAME * (cognate(rest, key) or not meant.of(rest).isdisjoint(meant.forms(key)))),
        )
        for word, key, near in zip(
            words, keys, nearness([rest], here.language, keys, there.language)[0], strict=True
        )
    ]
    best = max(found, key=lambda head: head.strength, default=None)
    return best if best and best.strength >= _ALIKE else None


def _own(ties: Ties, side: Side, member: Member, opposite: Member) -> float:
    """How surely a member has a counterpart that is not the one it stands against: all of its words have.

    What a phrase only says its limit of may stand right after the other one: *since May*, *fino a maggio*.
    """
    own = []
    end = opposite.end + (_BESIDE if member.end - member.word > 1 else 0)
    for word in ties.content(side, member.word, member.end - 1):
        other = ties.counterpart(side, word)
        apart = other is not None and not opposite.word <= other < end
        own.append(ties.strength(side, word) if apart else 0.0)
    return min(own, default=0.0)


def _linked(ties: Ties, a: Member, b: Member) -> bool:
    return any(
        (other := ties.counterpart("source", word)) is not None and b.word <= other < b.end
        for word in range(a.word, a.end)
    )


def _share(ties: Ties, side: Side, member: Member) -> float:
    """How much of a member's clause is linked."""
    text = ties.source if side == "source" else ties.target
    first, last = clause_bounds(text, member.word)
    words = [word for word in ties.content(side, first, last) if not member.word <= word < member.end]
    return ties.share(side, words)


def _beside(ties: Ties, a: Member, b: Member) -> float:
    """How surely a neighbour of one is linked with a neighbour of the other."""
    return max(
        (
            ties.strength("source", word)
            for word in range(max(0, a.word - _BESIDE), a.end + _BESIDE)
            if not a.word <= word < a.end
            and (other := ties.counterpart("source", word)) is not None
            and b.word - _BESIDE - 1 <= other < b.end + _BESIDE + 1
        ),
        default=0.0,
    )
