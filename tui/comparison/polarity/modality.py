"""How sure a statement is: *may* on one side, a plain assertion or *must* on the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tui.articles import Side, Span
from tui.comparison.polarity.anchors import Anchors
from tui.comparison.polarity.clauses import Stretch, clause_around, clause_bounds, clause_end, clause_near
from tui.comparison.polarity.cues import cues
from tui.comparison.polarity.lexicon import Hedge, concessions, hedges, negation, suppositions
from tui.comparison.polarity.ties import ties_of
from tui.comparison.rule import AS_READ, Candidate, Rule
from tui.languages import function_words

HEDGE = Rule("hedge-one-sided", "modality", "facts", "critical", needs=frozenset({"modality"}))

_QUOTED = 3
"""Words that are shown to either side of a hedge."""
_NEAR = 4
_VERB, _GROUP = 3, 2
"""Words after a hedge among which its verb stands, and words before a verb that belong to it."""
_BEFORE = 6
"""Words before one that is said surely among which what hedges it has a clause of its own."""
_STOP = re.compile(r"[.!?\n]")
_LONG = 60
"""Words of a side that is as long as it need be for its hedges to stand anywhere."""
_AFTER = 2
"""Words within which a *hardly* after *could* does."""
_DENIED = 4
"""Words within which a *no* before *could* makes it say what was not possible."""
_REACH = 0.2
"""How far, in words or as a part of the side's length, a sure statement may stand from its hedge's place."""


def certainties(source: Stretch, target: Stretch, anchors: Anchors) -> Iterator[Candidate]:
    """Beads that one side makes less than sure and the other, from end to end, not (`hedge-one-sided`)."""
    for here, there in ((source, target), (target, source)):
        others = hedges(there.language)
        told: set[int] = set()
        for kind, hedge in hedges(here.language).items():
            said = _said(here, hedge)
            if not said or said[0] in told or kind not in others or _denied(here, said[0]):
                continue  # no trace could be found, I could hardly breathe
            place = anchors.target_of(said[0]) if here is source else anchors.source_of(said[0])
            if others[kind].needs_sure:
                if len(_said(there, others[kind])) >= len(said):
                    continue  # each has its counterpart, wherever the sentence has that
                sure = _sure(here, said[0], there, others[kind], place)
                if sure is None or _hedged(there, others[kind], sure):
                    continue
                other = clause_around(there, sure, most=_QUOTED)
            elif _has(there, others[kind], within=said[0] in here.quoted):
                continue
            else:
                other = clause_near(there, place)
            told.add(said[0])
            yield _candidate(here, said[0], there, other, place, kind)


def _said(side: Stretch, hedge: Hedge) -> list[int]:
    """The words of a side that hedge by themselves."""
    return [at for at, token in enumerate(side.tokens) if token.key in hedge.says and _says(side, at, hedge)]


def _says(side: Stretch, at: int, hedge: Hedge) -> bool:
    """Whether a word of the hedge is used as one."""
    token = side.tokens[at]
    inside = at > 0 and not clause_end(side.between(at))
    if token.key in hedge.inverted and (not inside or _asked_on(side, at)):
        return False  # a wish or a question: may heaven help you
    after = side.tokens[at + 1].key if at + 1 < len(side.tokens) else ""
    if hedge.later and any(word.key in hedge.later for word in side.tokens):
        return False  # what was still to come
    if after in hedge.unreal or (inside and side.tokens[at - 1].key in hedge.nouns) or after in hedge.nouns:
        return False
    return not (inside and token.text[:1].isupper())  # the month of May


def _asked_on(side: Stretch, at: int) -> bool:
    """Whether a word goes on a question or an outcry after a conjunction: *… and could he swim?*"""
    rules = negation(side.language)
    stop = _STOP.search(side.text, side.tokens[at].end)
    joined = rules is not None and side.tokens[at - 1].key in rules.coordinates
    return joined and stop is not None and stop[0] in "?!"


def _has(side: Stretch, hedge: Hedge, *, within: bool) -> bool:
    """Whether a side hedges in any way; what is hedged `within` a quotation only by words in one: the verb
    that reports it has no part in it.
    """
    return any(
        _hedges(side, at, hedge)
        for at in range(len(side.tokens))
        if not (within and side.quoted) or at in side.quoted
    )


def _hedged(side: Stretch, hedge: Hedge, word: int) -> bool:
    """Whether what a word says is hedged: in its clause, from an *and* before it on, or some words before it,
    where what hedges it stands that has a clause of its own (*it is likely that*).
    """
    first, last = clause_bounds(side, word)
    rules = negation(side.language)
    joins = rules.coordinates if rules else frozenset[str]()
    joined = [at for at in range(max(0, word - _GROUP), word) if side.tokens[at].key in joins]
    begin = joined[-1] if joined else max(0, min(first, word - _BEFORE))
    return any(_hedges(side, at, hedge) for at in range(begin, last + 1))


def _hedges(side: Stretch, at: int, hedge: Hedge) -> bool:
    ends = bool(hedge.endings) and side.tokens[at].key.endswith(hedge.endings)
    return ends or not hedge.hedging.isdisjoint(side.forms[at])


def _sure(here: Stretch, word: int, there: Stretch, hedge: Hedge, place: float) -> int | None:
    """The word that says as sure what a word hedges: at its verb's counterpart, else nearest to its place."""
    ties = ties_of(here, there)
    verb = next(iter(ties.content(here.side, word + 1, word + _VERB)), None)
    linked = ties.counterpart(here.side, verb) if verb is not None else None
    if linked is not None:
        group = range(max(0, linked - _GROUP), linked + 1)
        if any(_says_surely(there, at, hedge) for at in group):
            return linked
        if any(_hedges(there, at, hedge) for at in group):
            return None
    words = (at for at in range(len(there.tokens)) if _says_surely(there, at, hedge))
    nearest = min(words, key=lambda at: abs(at - place), default=None)
    near = max(_NEAR, _REACH * len(there.tokens))
    return nearest if nearest is not None and abs(nearest - place) <= near else None


def _says_surely(side: Stretch, at: int, hedge: Hedge) -> bool:
    key = side.tokens[at].key
    ends = bool(hedge.sure_endings) and key.endswith(hedge.sure_endings)
    return (
        key in hedge.sure
        or (ends and key not in function_words(side.language))
        or (key in hedge.sure_before and _done(side, at + 1, hedge))
    )


def _done(side: Stretch, at: int, hedge: Hedge) -> bool:
    """Whether a participle stands at a word."""
    return at < len(side.tokens) and hedge.participle.search(side.tokens[at].key) is not None


def _denied(side: Stretch, at: int) -> bool:
    """Whether a *no* stands a few words before a word, or a *hardly* or *no* right after it, or a phrase that
    denies nothing holds it: *could not agree more*.
    """
    token = side.tokens[at]
    return any(
        (cue.meaning == "idle" and cue.start <= token.start < cue.end)
        or (at - _DENIED <= cue.word < at and cue.denies)
        or (at < cue.word <= at + _AFTER and (cue.denies or cue.meaning == "hardly"))
        for cue in cues(side)
    )


def _granted(side: Stretch, at: int) -> bool:
    """Whether the sentence goes on, after a mark, with a word that sets something against its hedge."""
    goes_on = concessions(side.language)
    for before, token in pairwise(side.tokens[at:]):
        between = side.text[before.end : token.start]
        if _STOP.search(between):
            return False
        if token.key in goes_on and clause_end(between):
            return True
    return False


def _supposed(side: Stretch, at: int) -> bool:
    """Whether some words before a hedge, with no mark between, stands one that leaves open what it hedges."""
    opens = suppositions(side.language)
    for word in range(at - 1, max(-1, at - _BEFORE), -1):
        if clause_end(side.text[side.tokens[word].end : side.tokens[word + 1].start]):
            return False
        if side.tokens[word].key in opens:
            return True
    return False


def _candidate(here: Stretch, word: int, there: Stretch, other: Span, place: float, kind: str) -> Candidate:
    said = here.tokens[word].text.lower()
    clause = clause_around(here, word, most=_QUOTED)
    side = there.side
    spans: dict[Side, Span] = {here.side: clause, side: other}
    values: dict[Side, str | None] = {here.side: said, side: None}
    return Candidate(
        rule=HEDGE, evidence=_evidence(here, word, there, place, kind),
        source=(spans["source"],), target=(spans["target"],),
        source_value=values["source"], target_value=values["target"],
        message=f"Only the {AS_READ[here.side]} says “{said}”: {clause.within(here.text)}.",
    )  # fmt: skip


def _evidence(here: Stretch, word: int, there: Stretch, place: float, kind: str) -> dict[str, float]:
    """How alike the clauses are otherwise, and what kind of hedge it is, each 0 to 1.

    `agrees`, `found`: how much of the clause, and of the one in its place, is linked; `asked`: whether it is
    a question; `granted`: whether the sentence only grants it (*it may be slow, but …*); `supposed`: whether
    what it hedges is left open by another word (*whether it may suit*); `sure`: whether the other side says
    it as sure in so many words; `long`: the length.
    """
    ties = ties_of(here, there)
    words = ties.content(here.side, *clause_bounds(here, word))
    middle = min(max(0, round(place)), len(there.tokens) - 1)
    others = ties.content(there.side, *clause_bounds(there, middle))
    stop = _STOP.search(here.text, here.tokens[word].end)
    return {
        "hedge-agrees": ties.share(here.side, words),
        "hedge-found": ties.share(there.side, others),
        "hedge-asked": float(stop is not None and stop[0] == "?"),
        "hedge-granted": float(_granted(here, word)),
        "hedge-supposed": float(_supposed(here, word)),
        "hedge-sure": float(hedges(there.language)[kind].needs_sure),
        "hedge-long": min(1.0, len(here.tokens) / _LONG),
    }
