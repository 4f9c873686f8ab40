"""What is over on one side, where nothing of the other may be past.

A past for what is so now, or still to come, is another time. A present for the past is normal in a headline,
and in languages whose present tells a story (*nel 1861 nasce il Regno*): what such a language tells in the
present may be over. Nothing in the whole bead may speak of the past.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.articles import Side
from tui.comparison.polarity import Stretch, clause_bounds, sentence_end, ties_of
from tui.comparison.rule import AS_READ, Candidate, Rule
from tui.comparison.tense.linking import linking
from tui.comparison.tense.reader import Reader

PAST = Rule("past-one-sided", "tense", "facts", "major", needs=frozenset({"tense"}))

_LONG = 60
"""Words of a bead that are as many as any."""
_SHORT = 3
"""Fewer words are no sentence."""


def pasts(source: Stretch, target: Stretch) -> Iterator[Candidate]:
    """The first past verb of a side, where the other is a sentence that has nothing of the past.

    Of two texts of one language only of the target: that may be a translation back out of any other.
    """
    yield from _pasts(source, target, "target")
    if source.language != target.language:
        yield from _pasts(source, target, "source")


def _pasts(source: Stretch, target: Stretch, side: Side) -> Iterator[Candidate]:
    own, other = (target, source) if side == "target" else (source, target)
    here, there = Reader.of(own), Reader.of(other)
    if here is None or there is None or len(other.tokens) <= _SHORT or not _is_told(other):
        return
    if there.rules.story or there.may_be_past():
        return
    links, every = linking(source, target), range(len(other.tokens))
    for verb in here.pasts():
        if verb and own.tokens[verb].text[0].isupper():
            continue  # a name
        pairs = links.pairs(every, (verb,)) if side == "target" else links.pairs((verb,), every)
        words = ((a if side == "target" else b, how) for a, b, how in pairs)
        told = [(word, how) for word, how in words if there.group(word) == word]
        if told:
            yield _candidate(here, there, verb, *told[0])
            return


def _is_told(side: Stretch) -> bool:
    """Whether a stretch ends as sentences do: no headline."""
    last = side.tokens[-1].end
    return sentence_end(side.text[last : last + 3] or "")


def _candidate(here: Reader, there: Reader, verb: int, word: int, how: float) -> Candidate:
    """Evidence, each 0 to 1: `past-link`, how surely a word of the other side is the verb's counterpart;
    `past-agrees`, how much of the clause is linked; `past-only`, whether all that its side tells is past;
    `past-open`, how far the words of the other leave the time open; `past-long`.
    """
    side, other = here.side, there.side
    ties = ties_of(*((other, side) if side.side == "target" else (side, other)))
    spans = {side.side: here.span(verb), other.side: other.tokens[word].span}
    said = {one.side: spans[one.side].within(one.text) for one in (side, other)}
    return Candidate(
        rule=PAST,
        evidence={
            "past-link": how,
            "past-agrees": ties.share(side.side, ties.content(side.side, *clause_bounds(side, verb))),
            "past-only": float(here.only_past()),
            "past-open": there.leaves_open(),
            "past-long": min(1.0, max(len(side.tokens), len(other.tokens)) / _LONG),
        },
        source=(spans["source"],), target=(spans["target"],),
        source_value=said["source"].lower(), target_value=said["target"].lower(),
        message=f"Only in the {AS_READ[side.side]} this is over ({said[side.side]}).",
    )  # fmt: skip
