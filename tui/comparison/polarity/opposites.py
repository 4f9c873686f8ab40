"""Words that stand for one pole of a notion: *rise* and *fall*, *aumentare* and *calare*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tui.articles import Span
from tui.comparison.names import title_case
from tui.comparison.polarity.clauses import Stretch, clause_end
from tui.comparison.polarity.cues import Cue
from tui.comparison.polarity.lexicon import forms, negation
from tui.languages import Phrases, tsv_table

SCOPE = 4
"""How many words before a pole a plain negation may stand to turn it over."""


@dataclass(frozen=True, slots=True)
class Pole:
    """One word or phrase that says one side of a notion."""

    notion: str
    plus: bool
    """Which side the word says."""
    means_plus: bool
    """Which side the text says: turned over by a negation before the word."""
    word: int
    """The index of its first word among those of the stretch."""
    end: int
    """The index after its last word."""
    span: Span


@cache
def _listed(language: str) -> Phrases[tuple[str, bool]]:
    """The table's phrases of a language with their notion and pole; none for a language it lacks."""
    rows = tsv_table("polarity/opposites.tsv")
    return Phrases(
        (phrase.replace("-", " "), (row["concept"], sign == "+"))
        for sign in "+-"
        for row in rows
        for phrase in row.get(f"{language}{sign}", "").split()
    )


def poles(stretch: Stretch, cues: Sequence[Cue]) -> list[Pole]:
    """The poles in a stretch; of one notion the longest phrase at each place."""
    listed = _listed(stretch.language)
    tokens = stretch.tokens
    denied = [c.word for c in cues if c.denies and stretch.text[c.end : c.end + 1] != "-"]  # non-smoker
    rules = negation(stretch.language)
    concord = rules.concord if rules else frozenset()
    little = {cue.word for cue in cues if cue.meaning == "few"}  # poco probabile
    held = [forms(token.key, stretch.language) for token in tokens]
    out: list[Pole] = []
    free = 0  # the word after the last phrase
    for at in range(len(tokens)):
        if at < free:
            continue
        found = listed.all_at(held, at)
        if not found or _named(stretch, at):
            continue
        idle = max((end for end, (notion, _) in found if notion == "idle"), default=0)
        if idle:
            free = idle
            continue
        end = free = max(end for end, _ in found)
        agrees = tokens[at].key in concord  # non … nessuno says no once
        turned = not agrees and any(_over(stretch, cue, at) for cue in denied) != (at - 1 in little)
        span = Span(tokens[at].start, tokens[end - 1].end)
        poles_here = dict(meaning for last, meaning in reversed(found) if last == end)
        out += [Pole(notion, plus, plus != turned, at, end, span) for notion, plus in poles_here.items()]
    return out


def _named(stretch: Stretch, at: int) -> bool:
    """Whether a word is the later part of a name: *Kirsty Young*; in a headline capitals say nothing."""
    capitals = at > 1 and all(token.text[:1].isupper() for token in stretch.tokens[at - 1 : at + 1])
    return capitals and not title_case(stretch.tokens, stretch.language)


def _over(stretch: Stretch, cue: int, word: int) -> bool:
    """Whether a negation at `cue` turns over what stands at `word`."""
    if not 0 < word - cue <= SCOPE:
        return False
    tokens = stretch.tokens
    return not any(clause_end(stretch.text[tokens[i].end : tokens[i + 1].start]) for i in range(cue, word))
