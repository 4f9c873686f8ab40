"""When something is: a verb that is past on one side and still to come on the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tui.articles import Side
from tui.comparison.polarity import (
    Anchors,
    Stretch,
    Ties,
    anchors_of,
    clause_bounds,
    is_denied,
    ties_of,
)
from tui.comparison.rule import SOURCE, TARGET, Candidate, Rule
from tui.comparison.tense.linking import linking
from tui.comparison.tense.reader import Reader
from tui.comparison.tense.tables import Time

TENSE = Rule("tense-differs", "tense", "facts", "critical", needs=frozenset({"tense"}))

_AGAINST: frozenset[frozenset[Time]] = frozenset({
    frozenset({"future", "past"}), frozenset({"coming", "past"}), frozenset({"habit", "present"}),
    frozenset({"habit", "future"}), frozenset({"habit", "coming"}), frozenset({"going", "past"}),
    frozenset({"meant", "past"}), frozenset({"imperfect", "future"}), frozenset({"imperfect", "coming"}),
    frozenset({"present", "imperfect"}), frozenset({"going", "imperfect"}),
    frozenset({"unreal", "past"}), frozenset({"went-on", "future"}), frozenset({"habit", "going"}),
    frozenset({"habit", "goes-on"}),
})  # fmt: skip
"""Times of which a translation never has one for the other."""
_SAYS: Mapping[Time, str] = {
    "future": "still to come", "coming": "still to come", "meant": "only meant to be",
    "past": "past", "habit": "a habit that is over", "imperfect": "how things were",
    "present": "so today", "going": "going on", "goes-on": "going on still", "went-on": "going on then",
    "unreal": "only what might have been",
}  # fmt: skip
_PLACE = 3
"""Words from the place of a verb to one that may stand for it."""


def tenses(source: Stretch, target: Stretch) -> Iterator[Candidate]:
    """Verbs that are each other's counterpart and whose times contradict each other (`tense-differs`)."""
    ours, theirs = Reader.of(source), Reader.of(target)
    if ours is None or theirs is None:
        return
    told = ours.told, theirs.told
    said = set(told[0].values()), set(told[1].values())
    if not any(frozenset({a, b}) in _AGAINST for a in said[0] for b in said[1]):
        return
    ties = ties_of(source, target)
    anchors = anchors_of(source, target)
    for word, time in sorted(told[0].items()):
        other = ties.counterpart("source", word)
        if other is None:
            other = next((at for _, at, _ in linking(source, target).pairs((word,), sorted(told[1]))), None)
        if other is None and time not in said[1]:
            other = _unlinked(word, told[1], anchors, ties)
            if other is not None and _nearest(other, told[0], anchors, ties) != word:
                continue
        if other is None:
            continue
        when = time, told[1].get(other, "other")
        if frozenset(when) in _AGAINST and not _is_undone(ties, (word, other), when):
            yield _candidate((ours, theirs), (word, other), told, ties)


def _is_undone(ties: Ties, words: tuple[int, int], when: tuple[Time, Time]) -> bool:
    """Whether of a verb that is past and another that is not the past one alone is denied: *has yet to find*,
    *non ha ancora trovato*.
    """
    denied = is_denied(ties.source, words[0]), is_denied(ties.target, words[1])
    return denied[0] != denied[1] and when[denied.index(True)] in ("past", "imperfect")


def _unlinked(word: int, told: Mapping[int, Time], anchors: Anchors, ties: Ties) -> int | None:
    """The verb in the place of one without a counterpart, if it has none either."""
    place = anchors.target_of(word)
    near = [at for at in told if ties.counterpart("target", at) is None and abs(at - place) <= _PLACE]
    return min(near, key=lambda at: (abs(at - place), at), default=None)


def _nearest(other: int, told: Mapping[int, Time], anchors: Anchors, ties: Ties) -> int:
    """Of the verbs of the source without a counterpart the one in whose place a verb of the target stands."""
    free = [at for at in told if ties.counterpart("source", at) is None]
    return min(free, key=lambda at: (abs(anchors.target_of(at) - other), at))


def _candidate(
    readers: tuple[Reader, Reader], words: tuple[int, int],
    told: tuple[Mapping[int, Time], Mapping[int, Time]], ties: Ties,
) -> Candidate:  # fmt: skip
    spans, said = [], []
    for reader, word in zip(readers, words, strict=True):
        span = reader.span(word)
        spans.append((span,))
        said.append(span.within(reader.side.text))
    when = [_SAYS[told[at][word]] for at, word in enumerate(words)]
    return Candidate(
        rule=TENSE, evidence=_evidence(readers, words, told, ties),
        source=spans[0], target=spans[1], source_value=said[0].lower(), target_value=said[1].lower(),
        message=f"In the {SOURCE} this is {when[0]} ({said[0]}), in the {TARGET} {when[1]} ({said[1]}).",
    )  # fmt: skip


def _both_ways(
    readers: tuple[Reader, Reader], words: tuple[int, int]
) -> Iterator[tuple[Reader, int, Reader, int]]:
    yield readers[0], words[0], readers[1], words[1]
    yield readers[1], words[1], readers[0], words[0]


def _evidence(
    readers: tuple[Reader, Reader], words: tuple[int, int],
    told: tuple[Mapping[int, Time], Mapping[int, Time]], ties: Ties,
) -> dict[str, float]:  # fmt: skip
    """What speaks for another time, each 0 to 1.

    `link`: how surely the verbs are each other's counterpart; `agrees`: how much of the less linked of both
    clauses is linked; `elsewhere`: whether one side has the other's time in a verb for which the other side
    has none; `alone`: whether the form of a verb is all that tells its time; `reduced`: whether that form
    may be a passive participle (*the cash used*), as it is on the other side, or does by itself what goes on
    there in the passive; `habit`, `coming`, `meant`: which times they are; `going`: whether one goes on, and
    the two are only in each other's place; `done`: whether one says in so many words that it is over;
    `asked`: whether it is a question.
    """
    sides: tuple[Side, Side] = ("source", "target")
    shares = [
        ties.share(side, ties.content(side, *clause_bounds(reader.side, word)))
        for side, reader, word in zip(sides, readers, words, strict=True)
    ]
    own = told[0][words[0]], told[1][words[1]]
    elsewhere = any(
        list(told[here].values()).count(own[there]) > list(told[there].values()).count(own[there]) - 1
        for here, there in ((0, 1), (1, 0))
    )
    linked = linking(readers[0].side, readers[1].side)
    link = max((how for _, _, how in linked.pairs(words[:1], words[1:])), default=0.0)
    alone = sum(reader.group(word) == word for reader, word in zip(readers, words, strict=True))
    text, last = readers[0].side.text, readers[0].side.tokens[-1].end
    return {
        "tense-link": link,
        "tense-agrees": min(shares),
        "tense-elsewhere": float(elsewhere),
        "tense-alone": alone / 2,
        "tense-reduced": float(
            any(
                b.passive(j) and (a.reduced(i) or (a.middle(i) and "going" in own))
                for a, i, b, j in _both_ways(readers, words)
            )
        ),
        "tense-habit": float("habit" in own),
        "tense-coming": float("coming" in own),
        "tense-going": float("going" in own and not link),
        "tense-meant": float("meant" in own),
        "tense-done": float(any(reader.over(word) for reader, word in zip(readers, words, strict=True))),
        "tense-asked": float("?" in text[last : last + 2]),
    }
