"""What one side tells as somebody's word and the other as a fact: *the firm claims*, *nobody was hurt*.

What is somebody's word is told with a verb of saying, of believing or of suspecting. Where the other side has
nothing of the kind (no such verb or noun, no quotation, no mood of hearsay) it vouches for the thing itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from tui.articles import Side, Span
from tui.comparison.polarity import (
    Stretch,
    clause_around,
    clause_bounds,
    is_denied,
    meant_ties_of,
)
from tui.comparison.rule import AS_READ, Candidate, Rule
from tui.languages import Phrases, Section, dictionary, spelled_out

ATTRIBUTED = Rule(
    "attributed-one-sided", "speaker", "facts", "major", needs=frozenset({"speech"}),
    yields_to=frozenset({
        "hedge-one-sided", "supposed-one-sided", "certainty-differs", "sayer-differs", "tense-differs",
        "phrase-left-out", "phrase-put-in", "only-source", "only-target",
    }),
    yields_to_touch=True,
)  # fmt: skip

_SHORT = 5
"""Fewer words are no statement that anybody could vouch for."""
_LONG = 60
"""Words of a bead that are as many as any."""
_QUOTES = '«»“”„"'
"""Marks of what is somebody's word whatever stands beside it."""
_SHOWN = 3
"""Words that are shown to either side."""


class Attributing(Struct, frozen=True):
    """How a language tells that something is somebody's word."""

    phrases: Phrases[bool]
    """What may say so; with True what surely does."""
    idle: Phrases[bool]
    """Phrases that only hold such a word."""
    endings: tuple[str, ...]
    """The endings of a mood that does."""


@cache
def attributing(language: str) -> Attributing | None:
    """The words of a language; None where no data describes it."""
    data = Section.of(f"speech/{language}.toml").section("attributed")
    if not data.values:
        return None
    held = Phrases.kept_together(f"phrases of attribution {language}", lambda: _phrases(data))
    return Attributing(held["says"], held["idle"], tuple(sorted(data.words("endings"))))


def _phrases(data: Section) -> dict[str, list[tuple[str, bool]]]:
    says, idle = (
        [(phrase, True) for one in data.listed(name) for phrase in spelled_out(one)]
        for name in ("says", "idle")
    )
    return {"says": [*says, *((phrase, False) for phrase in sorted(data.words("also")))], "idle": idle}


def attributions(source: Stretch, target: Stretch) -> Iterator[Candidate]:
    """The first word by which one side alone tells what it says as somebody's word."""
    for here, there in ((source, target), (target, source)):
        rules, others = attributing(here.language), attributing(there.language)
        if rules is None or others is None or len(there.tokens) < _SHORT:
            continue
        said = rules.phrases.in_turn(here.forms)
        if not any(sure for _, _, sure in said):
            continue  # as of most
        idle = {
            at
            for first, end, _ in rules.idle.in_turn([frozenset((token.key,)) for token in here.tokens])
            for at in range(first, end)
        }
        own = [(at, end) for at, end, sure in said if sure and at not in idle and not is_denied(here, at)]
        if own and not _is_marked(there) and not _answered(here, said, there, others):
            yield _candidate(here, *own[0], there)
            return


def _answered(here: Stretch, said: list[tuple[int, int, bool]], there: Stretch, others: Attributing) -> bool:
    """Whether anything on the other side may tell it so that has no other counterpart of the kind."""
    if others.endings and any(token.key.endswith(others.endings) for token in there.tokens):
        return True
    ties = meant_ties_of(here, there)
    sure = {word for at, end, is_sure in said if is_sure for word in range(at, end)}
    spent = {word for at, end, is_sure in said if not is_sure for word in range(at, end)}
    meanings = dictionary(there.language, here.language)
    said_so, own = ({form for word in words for form in here.forms[word]} for words in (spent, sure))
    for at, end, _ in others.phrases.in_turn(there.forms):
        counterparts = {ties.counterpart(there.side, word) for word in range(at, end)} - {None}
        possible = frozenset[str]().union(*(meanings.possible(there.forms[word]) for word in range(at, end)))
        listed = not counterparts and not possible.isdisjoint(said_so)
        if not (counterparts & spent or listed) or counterparts & sure or not possible.isdisjoint(own):
            return True
    return False


def _is_marked(side: Stretch) -> bool:
    """Whether quotation marks, a colon or dashes tell that somebody speaks."""
    first, last = side.tokens[0].start, side.tokens[-1].end
    around = side.text[max(0, first - 1) : last + 2]
    return any(mark in around for mark in _QUOTES + ":—–")


def _candidate(here: Stretch, at: int, end: int, there: Stretch) -> Candidate:
    """Evidence, each 0 to 1: `attributed-agrees`, how much of the clause around is linked;
    `attributed-there`, how much of the other side is; `attributed-link`, how surely the word has a
    counterpart all the same; `attributed-long`, how long the bead is.
    """
    ties = meant_ties_of(here, there)
    words = [word for word in ties.content(here.side, *clause_bounds(here, at)) if not at <= word < end]
    span = clause_around(here, at, most=_SHOWN)
    spans: dict[Side, tuple[Span, ...]] = {
        here.side: (span,),
        there.side: (Span(there.tokens[0].start, there.tokens[-1].end),),
    }
    text = Span(here.tokens[at].start, here.tokens[end - 1].end).within(here.text).lower()
    values: dict[Side, str | None] = {here.side: text, there.side: None}
    return Candidate(
        rule=ATTRIBUTED,
        evidence={
            "attributed-agrees": ties.share(here.side, words),
            "attributed-there": ties.share(there.side, ties.content(there.side, 0, len(there.tokens))),
            "attributed-link": max(ties.strength(here.side, word) for word in range(at, end)),
            "attributed-long": min(1.0, max(len(here.tokens), len(there.tokens)) / _LONG),
        },
        source=spans["source"], target=spans["target"],
        source_value=values["source"], target_value=values["target"],
        message=f"Only the {AS_READ[here.side]} tells it as somebody's word: “{text}”.",
    )  # fmt: skip
