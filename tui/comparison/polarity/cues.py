"""Where a sentence says no: cues that deny a clause, and words that deny by their meaning."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tui.articles import Span
from tui.comparison.polarity.lexicon import Negation, negation
from tui.comparison.tokens import Token
from tui.comparison.vocabulary import known, lemma


@dataclass(frozen=True, slots=True)
class Cue:
    """One word or phrase that says no."""

    start: int
    end: int
    word: int
    """The index of its first word among those of the bead's side."""
    text: str
    denies: bool
    """Whether it denies its clause; one that does not can only stand for one that does."""
    meaning: str
    """The key of its lexical class; empty for a plain cue."""

    @property
    def span(self) -> Span:
        """The cue as a span."""
        return Span(self.start, self.end)


def forms(token: Token, language: str) -> frozenset[str]:
    """The forms under which lists may hold a word: as written, folded, and its lemma."""
    return _forms(token.key, language)


@lru_cache(maxsize=65536)
def _forms(key: str, language: str) -> frozenset[str]:
    return frozenset((key, lemma(key, language)))


def cues(tokens: Sequence[Token], text: str, language: str) -> list[Cue]:
    """The cues among some words, in order; words that agree with an earlier cue are part of it."""
    rules = negation(language)
    return list(_cues(tokens, text, language, rules)) if rules else []


def _cues(tokens: Sequence[Token], text: str, language: str, rules: Negation) -> Iterator[Cue]:
    held = [forms(token, language) for token in tokens]
    denied = False  # whether a cue earlier in the clause makes concord words add nothing
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if at and clause_end(text[tokens[at - 1].end : token.start]):
            denied = False
        end, denies, meaning = at + 1, False, ""
        phrase = rules.idle.at(held, at)
        word = rules.lexical.at(held, at)
        if phrase:
            end, meaning = phrase
        elif denied and token.key in rules.concord:
            at += 1
            continue
        elif rules.is_cue(token.key):
            alone = at + 1 == len(tokens) or clause_end(text[token.end : tokens[at + 1].start])
            if alone and token.key in rules.answers:
                meaning = "no"
            else:
                denies = denied = True
        elif word:
            end, meaning = word
        elif affixed(token.key, language, rules):
            meaning = "affix"
        else:
            at += 1
            continue
        first, last = tokens[at], tokens[end - 1]
        yield Cue(first.start, last.end, at, text[first.start : last.end], denies, meaning)
        at = end


def clause_end(between: str) -> bool:
    """Whether the characters between two words part two clauses."""
    return any(c in between for c in ',;:()[]—–“”"«»…') or " - " in between


def affixed(key: str, language: str, rules: Negation) -> bool:
    """Whether an affix denies a word: *unhappy*, *inutile*, *harmless*."""
    return _affixed(key, language, rules) if len(key) > 5 else False


@lru_cache(maxsize=65536)
def _affixed(key: str, language: str, rules: Negation) -> bool:
    for form in {key, lemma(key, language)}:
        match = rules.affixed.fullmatch(form)
        if match and any(rest and known(rest, language) for rest in match.groups()):
            return True
    return False
