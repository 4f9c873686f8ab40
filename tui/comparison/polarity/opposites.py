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
from tui.comparison.tokens import tokenize
from tui.resources import asset

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


@dataclass(frozen=True, slots=True)
class _Entry:
    words: tuple[str, ...]
    notion: str
    plus: bool


@cache
def _entries(language: str) -> dict[str, tuple[_Entry, ...]]:
    """The table's words of a language by the first of them; empty for a language it lacks."""
    lines = asset("polarity/opposites.tsv").read_text(encoding="utf-8").splitlines()
    header, *rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    found: dict[str, list[_Entry]] = {}
    for sign in "+-":
        if f"{language}{sign}" not in header:
            return {}
        column = header.index(f"{language}{sign}")
        for row in rows:
            for phrase in row[column].split():
                words = tuple(token.key for token in tokenize(phrase.replace("-", " ")))
                found.setdefault(words[0], []).append(_Entry(words, row[0], sign == "+"))
    return {first: tuple(entries) for first, entries in found.items()}


def poles(stretch: Stretch, cues: Sequence[Cue]) -> list[Pole]:
    """The poles in a stretch; of one notion the longest phrase at each place."""
    entries = _entries(stretch.language)
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
        starting = _starting(entries, held[at])
        if not starting or _named(stretch, at):
            continue
        best: dict[str, _Entry] = {}
        for entry in starting:
            fits = all(
                at + i < len(tokens) and word in held[at + i] for i, word in enumerate(entry.words[1:], 1)
            )
            if fits and len(entry.words) > len(best[entry.notion].words if entry.notion in best else ()):
                best[entry.notion] = entry
        if "idle" in best:
            free = at + len(best["idle"].words)
            continue
        longest = max((len(entry.words) for entry in best.values()), default=0)
        for entry in best.values():
            if len(entry.words) < longest:
                continue
            end = free = at + len(entry.words)
            agrees = tokens[at].key in concord  # non … nessuno says no once
            turned = not agrees and any(_over(stretch, cue, at) for cue in denied) != (at - 1 in little)
            span = Span(tokens[at].start, tokens[end - 1].end)
            out.append(Pole(entry.notion, entry.plus, entry.plus != turned, at, end, span))
    return out


def _named(stretch: Stretch, at: int) -> bool:
    """Whether a word is the later part of a name: *Kirsty Young*; in a headline capitals say nothing."""
    capitals = at > 1 and all(token.text[:1].isupper() for token in stretch.tokens[at - 1 : at + 1])
    return capitals and not title_case(stretch.tokens, stretch.language)


def _starting(entries: dict[str, tuple[_Entry, ...]], words: frozenset[str]) -> list[_Entry]:
    return [entry for word in words for entry in entries.get(word, ())]


def _over(stretch: Stretch, cue: int, word: int) -> bool:
    """Whether a negation at `cue` turns over what stands at `word`."""
    if not 0 < word - cue <= SCOPE:
        return False
    tokens = stretch.tokens
    return not any(clause_end(stretch.text[tokens[i].end : tokens[i + 1].start]) for i in range(cue, word))
