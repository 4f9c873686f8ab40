"""A meaning turned round: one side says *lift*, the other *impose*."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tui.articles import SIDES, Side
from tui.comparison.polarity.anchors import Anchors
from tui.comparison.polarity.clauses import Stretch, clause_bounds
from tui.comparison.polarity.opposites import DEGREE, ORDER, Pole
from tui.comparison.polarity.relations import beside, related_crosswise
from tui.comparison.polarity.ties import Ties, ties_of
from tui.comparison.rule import SOURCE, TARGET, Candidate, Rule

OPPOSITE = Rule(
    "opposite-words",
    "reversal",
    "facts",
    "critical",
    needs=frozenset({"opposites"}),
    yields_to=frozenset({"qualifier"}),  # more than 70, meno di 70
)

_LEAST = frozenset({"least", "minimum"})
"""The notions of *at least*, *less than* and *minimum*, which may stand for a *less*."""
_REACH = 0.15
"""How far, as a part of the side's length, opposite words may stand from each other's place."""
_RANKS = 8
"""So far down its list in the table a word has other senses, too."""
_BESIDE = 2
"""Words to either side of a pole that are its neighbours."""
_ALIKE = 0.45
"""How alike two opposites are that are held to be each other's counterpart by that alone."""
_TIED = 0.6
"""How much of two clauses is linked that hold their opposites together."""
_TELLING = 3
"""Content words beside an opposite from which on it tells something that none of them is linked."""
_OWN = 0.8
"""How surely a pole has another word for its counterpart from which on it is explained."""


def reversals(
    source: Stretch, target: Stretch, poles: tuple[Sequence[Pole], Sequence[Pole]], anchors: Anchors
) -> Iterator[Candidate]:
    """Notions of which each side has another pole, and neither has the other's (`opposite-words`)."""
    found = _turned(source, target, poles, anchors)
    if not found:
        return
    words = {a.word for a in poles[0]}, {b.word for b in poles[1]}
    ties = Ties(source, target, words)
    for apart, a, b in found:
        if any(_beside(a, c) and _beside(b, d) for _, c, d in found):
            continue
        own = max(_own(ties, "source", a, b), _own(ties, "target", b, a))
        if own < _OWN:
            yield _candidate(a, b, ties, own, apart)


def _turned(
    source: Stretch, target: Stretch, poles: tuple[Sequence[Pole], Sequence[Pole]], anchors: Anchors
) -> list[tuple[float, Pole, Pole]]:
    """The opposites that are left when what both sides say is paired, with their distance in words."""
    pairs, taken, spent = _paired(poles, anchors)
    left = [
        (apart, a, b)
        for apart, a, b in pairs
        if a.means_plus != b.means_plus
        and _otherwise(a, b, poles)
        and not taken & _places(a, b)
        and a.word not in spent[0]
        and b.word not in spent[1]
    ]
    near = max(3.5, _REACH * len(target.tokens))
    if left:
        ties = ties_of(source, target)
        far = any(apart > near or a.notion == ORDER for apart, a, _ in left)
        left = [one for one in left if not is_converse(*one[1:], ties)]
        if far:
            left = sorted(
                ((min(apart, _held(a, b, ties)), a, b) for apart, a, b in left), key=lambda pair: pair[0]
            )
    found: list[tuple[float, Pole, Pole]] = []
    for apart, a, b in left:
        if apart <= near and not taken & _places(a, b):
            taken |= _places(a, b)
            found.append((apart, a, b))
    return found


Spent = tuple[dict[int, int], dict[int, int]]
"""The words of either side that turn a word over which the other side has the opposite for, and so say no
more, each with that word: *never* in *never safe*, where the other side says *da sempre pericoloso*.
"""


def spent(poles: tuple[Sequence[Pole], Sequence[Pole]], anchors: Anchors) -> Spent:
    """What the poles of both sides are turned over by, where they say the same."""
    return _paired(poles, anchors)[2]


def _paired(
    poles: tuple[Sequence[Pole], Sequence[Pole]], anchors: Anchors
) -> tuple[list[tuple[float, Pole, Pole]], set[tuple[str, int, bool]], Spent]:
    """The poles of both sides that are of one notion, with their distance in words; the places of those that
    say the same; and what turned them over.
    """
    pairs = sorted(
        (
            (abs(anchors.target_of(a.word) - b.word), a, b)
            for a in poles[0]
            for b in poles[1]
            if a.notion == b.notion
        ),
        key=lambda pair: pair[0],
    )
    taken: set[tuple[str, int, bool]] = set()
    turning: Spent = ({}, {})
    for _, a, b in pairs:
        if a.means_plus == b.means_plus and not taken & _places(a, b):
            taken |= _places(a, b)
            if a.plus != b.plus:
                turning[0].update(dict.fromkeys(a.turning, a.word))
                turning[1].update(dict.fromkeys(b.turning, b.word))
    return pairs, taken, turning


def _otherwise(a: Pole, b: Pole, poles: tuple[Sequence[Pole], Sequence[Pole]]) -> bool:
    """Whether two poles differ by their words, or by a *less* before one for which the other side has none:
    what a denial alone turns over is compared by itself.
    """
    return a.plus != b.plus or (a.less and not _says_less(poles[1])) or (b.less and not _says_less(poles[0]))


def _says_less(poles: Iterable[Pole]) -> bool:
    return any(one.notion in _LEAST or (one.notion == DEGREE and not one.means_plus) for one in poles)


def _held(a: Pole, b: Pole, ties: Ties) -> float:
    """How far two poles stand from each other's place by the words that carry meaning beside each: near it
    where one is the other's counterpart, however differently the sentences are built.

    An adjective may stand right before its noun in one language and right after it in the other.
    """
    if ties.counterpart("source", a.word) == b.word:
        return float(_BESIDE)
    ours, theirs = beside(a, ties, "source"), beside(b, ties, "target")
    pairs = list(zip(ours, theirs, strict=True))
    if a.notion != ORDER:
        pairs += [(ours[0][-1:], theirs[1][:1]), (ours[1][:1], theirs[0][-1:])]
    return float(_BESIDE) if _tied(pairs, ties) else float("inf")


def is_converse(a: Pole, b: Pole, ties: Ties) -> bool:
    """Whether two poles say the same with what stands around them the other way round: one event before
    another is the other after the one, who buys from another is sold something by the other.
    """
    ours, theirs = beside(a, ties, "source"), beside(b, ties, "target")
    if a.notion == ORDER:
        straight, crossed = zip(ours, theirs, strict=True), zip(ours, theirs[::-1], strict=True)
        across = [_tied([ends], ties) for ends in crossed]
        return all(across) or (any(across) and not _tied(straight, ties))
    if a.turns_round:
        ends = ((ours[0], theirs[1]), (ours[1], theirs[0]))
        return _tied(ends, ties) and not _tied([(ours[0], theirs[0])], ties)
    return related_crosswise(a, b, ties)


def _tied(pairs: Iterable[tuple[Sequence[int], Sequence[int]]], ties: Ties) -> bool:
    """Whether a word of some is the counterpart of one of those beside them."""
    return any(ties.counterpart("source", word) in others for words, others in pairs for word in words)


def _beside(a: Pole, b: Pole) -> bool:
    """Whether two poles stand together, so that two opposites cancel: *least expensive*, *più economico*."""
    return 0 < abs(a.word - b.word) <= _BESIDE


def _places(a: Pole, b: Pole) -> set[tuple[str, int, bool]]:
    """The places of two poles; a degree takes a place of its own, since *longer* is *più* and *lungo*."""
    degree = a.notion == DEGREE
    return {("source", a.word, degree), ("target", b.word, degree)}


def _own(ties: Ties, side: Side, pole: Pole, opposite: Pole) -> float:
    """How surely a pole has a counterpart that is not its opposite: *the most* and *il più*.

    What stands beside the opposite is part of it where degrees are compared: *longer*, *meno tempo*. Of a
    phrase with several words that carry meaning all have one but those of the opposite: *half the pace* has
    none for *ritmo* alone.
    """
    beside = _BESIDE if pole.notion == DEGREE else 0
    theirs = range(opposite.word - beside, opposite.end + beside)
    words = ties.content(side, pole.word, pole.end - 1)
    whole = len(words) > 1
    own = [
        ties.strength(side, word)
        for word in (words if whole else range(pole.word, pole.end))
        if ties.counterpart(side, word) not in theirs
    ]
    return (min if whole else max)(own, default=0.0)


def _candidate(a: Pole, b: Pole, ties: Ties, own: float, apart: float) -> Candidate:
    source, target = ties.source, ties.target
    said = a.span.within(source.text), b.span.within(target.text)
    modal = a.notion.startswith("modal-")
    return Candidate(
        rule=OPPOSITE, kind="modality" if modal else "reversal",
        evidence=_evidence(a, b, ties, own, apart),
        source=(a.span,), target=(b.span,),
        source_value=said[0].lower(), target_value=said[1].lower(),
        message=f"Opposite meanings: {said[0]} in the {SOURCE}, {said[1]} in the {TARGET}.",
    )  # fmt: skip


def _evidence(a: Pole, b: Pole, ties: Ties, own: float, apart: float) -> dict[str, float]:
    """What speaks for two opposites being each other's counterpart, each 0 to 1.

    `own`: how surely one has another counterpart; `alike`: how near their meanings are otherwise (opposites
    are used alike); `agrees`: how much of both clauses is linked; `beside`: how surely a neighbour of one is
    linked with a neighbour of the other; `core`: whether both say nothing else; `apart`: how far one is from
    the other's place; `function`: whether both are words of grammar, which say many things; `turned`: whether
    a denial turns one over; `loose`: whether neither their neighbours, nor their clauses, nor their
    own likeness tie them; `bare`: the same where hardly a word stands beside them; `phrase`: whether one is
    of several words; `converse`, `modal`: kinds of notion.
    """
    clauses = [
        [w for w in ties.content(side.side, *clause_bounds(side, pole.word)) if w != pole.word]
        for side, pole in ((ties.source, a), (ties.target, b))
    ]
    shares = [ties.share(side, words) for side, words in zip(SIDES, clauses, strict=True)]
    near = [
        ties.strength("source", word)
        for word in range(max(0, a.word - _BESIDE), a.end + _BESIDE)
        if not a.word <= word < a.end
        and (other := ties.counterpart("source", word)) is not None
        and abs(other - b.word) <= _BESIDE + 1
    ]
    held = max([*near, ties.likeness(a.word, b.word) - _ALIKE], default=0.0)
    return {
        "opposite-own": own,
        "opposite-loose": float(held <= 0 and min(shares) < _TIED and max(map(len, clauses)) >= _TELLING),
        "opposite-bare": float(held <= 0 and not any(shares) and max(map(len, clauses)) < _TELLING),
        "opposite-alike": ties.likeness(a.word, b.word),
        "opposite-agrees": min(shares),
        "opposite-beside": max(near, default=0.0),
        "opposite-core": 1 - min(1.0, max(a.rank, b.rank) / _RANKS),
        "opposite-apart": min(1.0, apart / _RANKS),
        "opposite-function": float(not ties.carries("source", a.word) and not ties.carries("target", b.word)),
        "opposite-turned": float(a.turned or b.turned),
        "opposite-phrase": float(max(a.end - a.word, b.end - b.word) > 1),
        "opposite-converse": float(a.turns_round),
        "opposite-modal": float(a.notion.startswith("modal-")),
    }
