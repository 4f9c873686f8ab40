"""What is over on the target's side, where nothing of the source may be past.

A present for the past is normal in a story and in a headline; a past for what is so now, or still to come, is
another time. Nothing in the whole bead may speak of the past.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.comparison.polarity import Stretch, clause_bounds, sentence_end, ties_of
from tui.comparison.rule import Candidate, Rule
from tui.comparison.tense.linking import linking
from tui.comparison.tense.reader import Reader

PAST = Rule("past-one-sided", "tense", "facts", "major", needs=frozenset({"tense"}))

_LONG = 60
"""Words of a bead that are as many as any."""
_SHORT = 3
"""Fewer words are no sentence."""


def pasts(source: Stretch, target: Stretch) -> Iterator[Candidate]:
    """The first past verb of the target, where the source is a sentence that has nothing of the past."""
    here, there = Reader.of(target), Reader.of(source)
    if here is None or there is None or len(source.tokens) <= _SHORT or not _is_told(source):
        return
    if there.may_be_past():
        return
    links = linking(source, target)
    for verb in here.pasts():
        if verb and target.tokens[verb].text[0].isupper():
            continue  # a name
        told = [
            (word, how)
            for word, _, how in links.pairs(range(len(source.tokens)), (verb,))
            if there.group(word) == word
        ]
        if told:
            yield _candidate(here, there, verb, *told[0])
            return


def _is_told(side: Stretch) -> bool:
    """Whether a stretch ends as sentences do: no headline."""
    last = side.tokens[-1].end
    return sentence_end(side.text[last : last + 3] or "")


def _candidate(here: Reader, there: Reader, verb: int, word: int, how: float) -> Candidate:
    """Evidence, each 0 to 1: `past-link`, how surely a word of the source is the verb's counterpart;
    `past-agrees`, how much of the clause is linked; `past-only`, whether all that the target tells is past;
    `past-open`, how far the words of the source leave the time open; `past-long`.
    """
    side, other = here.side, there.side
    ties = ties_of(other, side)
    span = here.span(verb)
    said = span.within(side.text), other.tokens[word].text
    return Candidate(
        rule=PAST,
        evidence={
            "past-link": how,
            "past-agrees": ties.share("target", ties.content("target", *clause_bounds(side, verb))),
            "past-only": float(here.only_past()),
            "past-open": there.leaves_open(),
            "past-long": min(1.0, max(len(side.tokens), len(other.tokens)) / _LONG),
        },
        source=(other.tokens[word].span,), target=(span,),
        source_value=said[1].lower(), target_value=said[0].lower(),
        message=f"Only in the target this is over ({said[0]}).",
    )  # fmt: skip
