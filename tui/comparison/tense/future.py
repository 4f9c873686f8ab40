"""What is still to come on one side, and nowhere on the other.

A present for the future is normal where something is planned; where the other side tells only what was, or
how things are, it is another time. It is asked of the whole bead, so it needs no link between the verbs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from tui.articles import Side, Span
from tui.comparison.polarity import Stretch, clause_bounds, ties_of
from tui.comparison.rule import AS_READ, Candidate, Rule
from tui.comparison.tense.reader import Reader

FUTURE = Rule("future-one-sided", "tense", "facts", "major", needs=frozenset({"tense"}))

_LONG = 60
"""Words of a bead that are as many as any."""
_OFTEN = 3
"""In so many other beads a text that says the future by the present does so all the time."""


def futures(source: Stretch, target: Stretch) -> Iterator[Candidate]:
    """The first verb of the future of a side, where the other has none and nothing that may stand for one."""
    for here, there in ((source, target), (target, source)):
        own, other = Reader.of(here), Reader.of(there)
        if own is None or other is None:
            continue
        found = own.futures()
        if found and not other.may_come():
            yield _candidate(own, other, found[0])
            return


def habitual(found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The candidates of a text or of a section of it, those of this rule with `future-throughout`: in how
    many other beads it says the same.
    """
    every = list(found)
    count = sum(one.rule is FUTURE for one in every)
    more = min(1.0, (count - 1) / _OFTEN)
    for one in every:
        is_own = one.rule is FUTURE
        yield replace(one, evidence={**one.evidence, "future-throughout": more}) if is_own else one


def _candidate(own: Reader, other: Reader, verb: tuple[int, int]) -> Candidate:
    """Evidence: `future-past`, whether the other side tells only what is past; `future-open`, how far its
    words leave the time open; `future-be`, whether it is how things will be;
    `future-agrees`, how much of the clause is linked; `future-long`; `future-back`, whether the target has
    the future.
    """
    first, last = verb
    here, there = own.side, other.side
    ties = ties_of(here, there)
    span = Span(here.tokens[first].start, here.tokens[last].end)
    clause = ties.content(here.side, *clause_bounds(here, last))
    places = [place for word in clause if (place := ties.counterpart(here.side, word)) is not None]
    there_span = Span(there.tokens[min(places)].start, there.tokens[max(places)].end) if places else None
    said = span.within(here.text)
    spans: dict[Side, tuple[Span, ...]] = {
        here.side: (span,),
        there.side: (there_span,) if there_span else (),
    }
    values: dict[Side, str | None] = {here.side: said.lower(), there.side: None}
    return Candidate(
        rule=FUTURE,
        evidence={
            "future-past": float(other.only_past()),
            "future-open": other.leaves_open(),
            "future-be": float(any(token.key in own.rules.been for token in here.tokens[first : last + 1])),
            "future-agrees": ties.share(here.side, clause),
            "future-long": min(1.0, max(len(here.tokens), len(there.tokens)) / _LONG),
            "future-back": float(here.side == "target"),
        },
        source=spans["source"], target=spans["target"],
        source_value=values["source"], target_value=values["target"],
        message=f"Only in the {AS_READ[here.side]} this is still to come ({said}).",
    )  # fmt: skip
