"""A *not* that one side has and the other has not.

Each side's denials are paired with the other's: those of one meaning first, then plain ones, then a plain
one with what grammar puts in its place. What is left over changes the sign of its clause; the evidence says
whether the clause is the same one on the other side, and whether something there may carry the denial: a word
that says no by its meaning and is nothing's counterpart itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from tui.articles import Side, Span
from tui.comparison.polarity.anchors import Anchors
from tui.comparison.polarity.answered import is_answered
from tui.comparison.polarity.carried import Beside, says_negatively
from tui.comparison.polarity.clauses import Stretch, clause_around, clause_bounds, clause_near, sentence_end
from tui.comparison.polarity.cues import SLIP, Cue
from tui.comparison.polarity.cues import cues as cues_of
from tui.comparison.polarity.lexicon import negation, suppositions
from tui.comparison.polarity.litotes import of_all
from tui.comparison.polarity.pairing import ONLY, UNLESS, Left, is_lost, unpaired
from tui.comparison.polarity.remainders import affixed_at, meant_at, plain_at, said_plainly
from tui.comparison.polarity.ties import Ties, ties_of
from tui.comparison.rule import AS_READ, Candidate, Rule
from tui.languages import Translations

NEGATION = Rule(
    "negation-one-sided", "negation", "facts", "critical", needs=frozenset({"polarity"}), weighs_bead=True
)  # sentences that are put otherwise deny by other means

_SURE = 0.6
"""How surely a word has a counterpart from which on it denies nothing by itself."""
_LOSE = "lose"
"""The meaning of what, where a verb is denied before it, is to keep: *did not want to lose it*."""
_BACK = 3
"""Words within which a word that says no takes back the negation before it."""
_SCOPE, _WORDS = 4, 2
"""Words after one that may say the same as a denial, and how many of those with a meaning, that show whether
it does.
"""
_BEFORE, _HELD = 3, 8
"""Words before a denial, and after it and what follows it, that may be what it denies."""
_OFFSET = 5
"""Words that a cue stands at most from the word beside whose counterpart its place is looked for."""
_WEAK = 6
"""So many words farther off a word counts whose counterpart is unsure."""
_NEXT = 4
"""Words after a cue among which the word it denies is looked for."""
_OPENING = 4
"""Words at the head of a question among which one that asks for more than consent stands."""
_STOP = re.compile(r"[.!?\n]")
_TAG = re.compile(r".*,\W*+\w++(?:\W\w++){0,2}\s*+$")
"""What stands before the mark of a question that asks for consent only: *, do you*."""
_SAME = 0.75
"""How surely something carries a denial from which on the sides say the same."""
_TIED = 0.2
"""How much of a clause is linked at least that has a counterpart."""
_LONGER = 1.4
"""How many times as long as the other a side is up to which it is no longer."""
_MORE = 20
"""So many words more make a side much longer."""
_LONG = 60
"""Words of a side that is as long as it need be for any pairing to be doubtful."""
_MANY = 4
"""So many denials, and more, make a bead hard to pair."""


def negations(
    source: Stretch,
    target: Stretch,
    cues: tuple[Sequence[Cue], Sequence[Cue]],
    excused: tuple[Set[int], Set[int]],
    anchors: Anchors,
) -> Iterator[Candidate]:
    """Clauses denied on one side only (`negation-one-sided`), but for the `excused` words of each side."""
    places = [anchors.target_of(cue.word) for cue in cues[0]]
    left = unpaired(*cues, places, len(target.tokens))
    alone = any(_may_speak(cue) for side in left.values() for cue in side.cues)
    if not alone and not left["source"].loosely:
        return
    ties = ties_of(source, target)
    if alone:
        places = [_place(cue, source, ties, place) for cue, place in zip(cues[0], places, strict=True)]
    left = unpaired(*cues, places, len(target.tokens), lambda a, b: _held(a, b, ties))
    plain = sum(cue.denies for side in cues for cue in side)
    loose = sum(cue.denies for side in left.values() for cue in side.cues) + left["source"].doubtful
    for here, there, free in ((source, target, excused[0]), (target, source, excused[1])):
        for cue in _speaking(left[here.side].cues, left[there.side].cues, here, there, ties):
            if cue.word not in free and not _is_named(cue, here, there, left[there.side].cues):
                rough_place = (anchors.target_of if here is source else anchors.source_of)(cue.word)
                place = _place(cue, here, ties, rough_place)
                told = _candidate(cue, here, there, left, ties, place, plain if cue.coordinated else loose)
                if told:
                    yield told


def _held(a: Cue, b: Cue, ties: Ties) -> bool | None:
    """Whether a word that may say the same as a denial stands for the words that this denies: one of its own,
    or of those after it, has a counterpart near the denial. None where none has any.
    """
    if a.denies == b.denies:
        return True
    side: Side = "target" if a.denies else "source"
    word, denial = (b, a) if a.denies else (a, b)
    here = ties.target if side == "target" else ties.source
    end = next(
        (at for at in range(word.word, len(here.tokens)) if here.tokens[at].start >= word.end), word.word
    )
    found = [
        other
        for at in ties.content(side, word.word, end + _SCOPE)[:_WORDS]
        if ties.strength(side, at) >= _SURE and (other := ties.counterpart(side, at)) is not None
    ]
    first, last = denial.word - _BEFORE, max(denial.word, denial.follower) + _HELD
    return any(first <= other <= last for other in found) if found else None


def _is_named(cue: Cue, here: Stretch, there: Stretch, others: Sequence[Cue]) -> bool:
    """Whether what says no is the name of a value on both sides: *choose None*, *il valore è nessuno*."""
    return _is_value(cue, here) and any(_is_value(other, there) for other in others)


def _is_value(cue: Cue, side: Stretch) -> bool:
    """Whether a cue has a capital within a sentence, or ends a clause of which nothing says that what it
    counts is part of something else: *ne resta nessuno*.
    """
    rules = negation(side.language)
    token, at = side.tokens[cue.word], cue.word
    if rules is None or (not cue.denies and cue.meaning != SLIP):
        return False
    if at and token.text.istitle() and side.between(at) == " ":
        opens = at == 1 or side.between(at - 1) != " "
        return opens or not side.tokens[at - 1].text.istitle()
    begins, last = clause_bounds(side, at)
    return (
        token.key in rules.values
        and at == last
        and rules.clitics.isdisjoint(one.key for one in side.tokens[begins:at])
    )


def _may_speak(cue: Cue) -> bool:
    return cue.denies or cue.firm or cue.meaning == "affix" or bool(cue.kernel or cue.kernels)


def _speaking(
    left: Sequence[Cue], others: Sequence[Cue], here: Stretch, there: Stretch, ties: Ties
) -> Iterator[Cue]:
    """The cues that are told: those that deny, and words that deny what the other side says plainly.

    A second denial that is no word's counterpart takes back the first: *non mancano*, *never fails to*,
    *there is none that does not*.
    An unpaired cue of the other side may stand for such a word: *homeless*, *senza casa*; and for a phrase
    that denies nothing, unless it is what the phrase would say without its cue: *no doubt*, *dubbio*.
    """
    translations, rules = Translations(here.language, there.language), negation(here.language)
    lacking = any(is_lost(one, others) for one in others) and not any(one.denies for one in others)
    for cue in left:
        if cue.meaning == UNLESS and not _is_supposed(cue, here, there, ties):
            continue
        verbal = cue.clausal and rules is not None and here.tokens[cue.word].key not in rules.soft
        if cue.denies and lacking:
            yield cue
        elif cue.denies or cue.firm:
            if not any(
                0 < other.word - cue.word <= _BACK
                and (other.cancels or (other.meaning == _LOSE and verbal))
                and ties.strength(here.side, other.word) < _SURE
                and not says_negatively(other, here, others, ties)
                for other in left
            ) and not any(
                (0 < cue.word - other.word <= _BACK and other.denies and cue.cancels)
                or of_all(here, cue, other)
                or of_all(here, other, cue)
                for other in left
            ):
                yield cue
        elif cue.meaning == "affix":
            whole = here.tokens[cue.word].key
            if (
                not others
                and not affixed_at(cue, there)
                and not any(  # tested, and untested
                    cue.remainder in held
                    for at, held in enumerate(here.forms)
                    if not cue.word <= at <= cue.word + 1
                )
                and (plain_at(cue.remainder, translations, there) or meant_at(cue, whole, here, there))
                and not plain_at(whole, translations, there)
            ):
                yield cue
        elif cue.kernel or cue.kernels:
            free = [one for one in others if one.meaning != SLIP]
            plain = set[int]() if cue.kernels else plain_at(cue.kernel, translations, there)
            if (plain and all(other.word in plain for other in free)) or (
                cue.kernels
                and not any(one.denies or one.meaning == "idle" for one in free)
                and said_plainly(cue, here, there, others, ties)
            ):
                yield cue


def _is_supposed(unless: Cue, here: Stretch, there: Stretch, ties: Ties) -> bool:
    """Whether the other side has a condition in the place of an *unless* that is no part of a denial said
    without one: *not unless*, *only if*.
    """
    denials = [sum(cue.denies for cue in cues_of(side)) for side in (here, there)]
    opens, place = suppositions(there.language), ties.place(here.side, unless.word)
    return denials[0] <= denials[1] and any(
        token.key in opens and abs(place - at) <= _OFFSET for at, token in enumerate(there.tokens)
    )


def _place(cue: Cue, here: Stretch, ties: Ties, otherwise: float) -> float:
    """Where a cue would stand on the other side, counted in words: beside the counterpart of the nearest word
    of its clause that has one.
    """
    there = ties.target if here is ties.source else ties.source
    first, last = clause_bounds(here, cue.word)
    words = sorted(
        ties.content(here.side, first, last),
        key=lambda at: (
            abs(at - cue.word) + (at < cue.word) * _BACK + (ties.strength(here.side, at) < _SURE) * _WEAK,
            at,
        ),
    )
    for word in words:
        other = ties.counterpart(here.side, word)
        if other is not None:
            begins, ends = clause_bounds(there, other)
            place = float(other) - max(-_OFFSET, min(_OFFSET, word - cue.word))
            return max(begins, min(ends, place))
    if cue.word in here.quoted and there.quoted:
        return float(min(there.quoted, key=lambda at: (abs(at - otherwise), at)))
    return otherwise


def _candidate(
    cue: Cue, here: Stretch, there: Stretch, left: dict[Side, Left], ties: Ties, place: float, plain: int
) -> Candidate | None:
    """What is told of a cue; None where the other side surely says the same by another word.

    `carried`, `hinted`: how surely a word there does, or may; `slip`: how near one stands that only agrees
    with a denial; `stripped`: whether what a phrase denies is said there without a denial; `denials`: how
    many denials make it hard to pair them.
    """
    denied = denied_words(cue, here, ties)
    others = left[there.side]
    if any(ONLY in one.instead for held in left[here.side][:2] for one in held):
        others = others._replace(cues=[one for one in others.cues if not one.expletive])
    if cue.coordinated and _shared(others, there, place):
        return None
    stripped = bool(cue.kernels) and said_plainly(cue, here, there, others.cues, ties)
    beside = Beside(cue, here, there, left[here.side].cues, others.cues, ties, place)
    slipped = beside.nearest([one.word for one in others.cues if one.meaning == SLIP])
    carried = 0.0 if stripped else (1 - slipped) * beside.carried(denied)
    if carried >= _SAME:
        return None
    clause = clause_around(here, cue.word)
    other = clause_near(there, place)
    spans: dict[Side, tuple[Span, ...]] = {here.side: (clause,), there.side: (other,)}
    values: dict[Side, str | None] = {here.side: cue.text.lower(), there.side: None}
    evidence = {
        "denial-carried": carried,
        "denial-slip": slipped,
        "denial-denials": min(1.0, max(0, plain - 1) / _MANY),
        "denial-stripped": float(stripped),
        "denial-hinted": 0.0 if stripped else beside.hinted(),
        **_evidence(cue, here, there, ties, place, denied),
    }
    return Candidate(
        rule=NEGATION, evidence=evidence,
        source=spans["source"], target=spans["target"],
        source_value=values["source"], target_value=values["target"],
        message=f"Only the {AS_READ[here.side]} says “{cue.text.lower()}”: {clause.within(here.text)}.",
    )  # fmt: skip


def _shared(others: Left, there: Stretch, place: float) -> bool:
    """Whether a denial of the other side goes on to a place by an *or*: *not fed or washed*,
    *non nutrito o non lavato*.
    """
    rules = negation(there.language)
    return rules is not None and any(
        token.key in rules.shares
        for cue in others.paired
        if cue.denies
        for token in there.tokens[cue.word + 1 : round(place) + _OFFSET]
    )


def denied_words(cue: Cue, here: Stretch, ties: Ties, within: int = _NEXT) -> list[int]:
    """The content words right after a cue."""
    end = next((at for at in range(cue.word, len(here.tokens)) if here.tokens[at].start >= cue.end), cue.word)
    return ties.content(here.side, end, end + within)


def _evidence(
    cue: Cue, here: Stretch, there: Stretch, ties: Ties, place: float, denied: Sequence[int]
) -> dict[str, float]:
    """How alike the clauses are otherwise, and what kind of denial it is, each 0 to 1.

    `clause-agrees`, `clause-found`, `bead-agrees`: how much of the clause, of the one in its place and of the
    whole is linked; `denied-linked`: how surely what is denied is; `answered`: whether a word there denies
    the same; `clausal`: whether a verb is denied; `soft`: whether the cue is often said otherwise; `idle`:
    whether it is a phrase that denies nothing; `asked`: whether it is a question that asks for consent;
    `coordinated`: whether a denied clause may go on; `long`: the length; `loose`: whether neither the clause
    nor what is denied is linked; `surplus`: how much longer than the other its side is.
    """
    words = ties.content(here.side, *clause_bounds(here, cue.word))
    middle = min(max(0, round(place)), len(there.tokens) - 1)
    others = ties.content(there.side, *clause_bounds(there, middle))
    stop = _STOP.search(here.text, cue.end)
    whole = bool(cue.clausal or cue.firm or cue.meaning == "affix")
    rules = negation(here.language)
    done = bool(denied) and rules is not None and rules.participle.search(here.tokens[denied[0]].key)
    return {
        "denial-clause-agrees": ties.share(here.side, words),
        "denial-clause-found": ties.share(there.side, others),
        "denial-denied-linked": max(
            (ties.strength(here.side, word) for word in denied[: 2 if whole or done else 1]), default=0.0
        ),
        "denial-bead-agrees": min(
            ties.share(side.side, ties.content(side.side, 0, len(side.tokens))) for side in (here, there)
        ),
        "denial-clausal": float(whole),
        "denial-soft": float(cue.soft and not whole and not cue.kernel),
        "denial-answered": float(
            cue.denies and bool(denied) and is_answered(denied[0], here, there, ties, place)
        ),
        "denial-asked": float(
            stop is not None
            and stop[0] == "?"
            and not _TAG.match(here.text[cue.end : stop.start()])
            and not _asks_what(cue, here)
        ),
        "denial-coordinated": float(cue.coordinated),
        "denial-idle": float(bool(cue.kernel)),
        "denial-long": min(1.0, len(here.tokens) / _LONG),
        "denial-loose": float(
            ties.share(here.side, words) < _TIED
            and not any(ties.strength(here.side, word) for word in denied[:2])
        ),
        "denial-surplus": min(1.0, max(0.0, len(here.tokens) - _LONGER * len(there.tokens)) / _MORE),
    }


def _asks_what(cue: Cue, here: Stretch) -> bool:
    """Whether a denial stands in a question that asks for more than consent, since a word that asks begins
    it, not right before the denial as in a proposal: *why was it not told?*, not *why not tell it?*
    """
    rules = negation(here.language)
    first = cue.word
    while first and not sentence_end(here.between(first)):
        first -= 1
    asks = [
        at
        for at in range(first, min(first + _OPENING, cue.word))
        if rules and here.tokens[at].key in rules.what
    ]
    return bool(asks) and cue.word - asks[-1] > 1
