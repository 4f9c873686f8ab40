"""Where a sentence says no: cues that deny a clause, and words that deny by their meaning."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tui.articles import Span
from tui.comparison.polarity.clauses import Stretch, clause_end
from tui.comparison.polarity.lexicon import Negation, forms, negation
from tui.languages import Token, known

_CLAUSE = 4
"""Words before *nessuno* among which a verb makes it say nothing without a cue of its own."""
_DELAY = 12
"""Words within which *until* after a negation makes it *only then*."""


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
    """The key of its lexical class; empty for most plain cues."""
    remainder: str
    """What an affix denies: *converted* in *unconverted*."""
    firm: bool
    """Whether a word that says no by its meaning is found when the other side has nothing like it."""

    @property
    def cancels(self) -> bool:
        """Whether a negation before it makes a yes: *not unlike*, *non mancare*."""
        return self.meaning in _CANCELLING

    @property
    def span(self) -> Span:
        """The cue as a span."""
        return Span(self.start, self.end)


_CANCELLING = frozenset({
    "affix", "deny", "disagree", "exclude", "fail", "forbid", "impossible", "lack", "prevent", "quit",
    "refuse", "stop", "unable", "unaware", "unlikely", "untouched", "without", "wrong",
})  # fmt: skip


def cues(side: Stretch) -> list[Cue]:
    """The cues of a stretch, in order; words that agree with an earlier cue are part of it."""
    rules = negation(side.language)
    return list(_cues(side.tokens, side.text, side.language, rules)) if rules else []


def _cues(tokens: Sequence[Token], text: str, language: str, rules: Negation) -> Iterator[Cue]:
    held = [forms(token.key, language) for token in tokens]
    said = ""  # the cue before
    denied = False  # whether a cue earlier in the clause makes concord words add nothing
    at = 0
    while at < len(tokens):
        token = tokens[at]
        head = at == 0 or clause_end(text[tokens[at - 1].end : token.start])
        denied = denied and not head
        found = _at(at, held, tokens, text, head, rules)
        lost = token.key in rules.concord and (
            denied or (token.key in rules.postverbal and _after_verb(tokens, held, at, text, rules))
        )
        if lost and at and tokens[at - 1].key in rules.joins and said in rules.concord:
            found, lost = (at + 1, "nor"), False
        if found is None or (lost and found[1] != "idle"):
            at += 1
            continue
        end, meaning = found
        said = token.key
        denies = not meaning
        denied = denied or denies or meaning == "without"
        if denies and any(later.key in rules.delays for later in tokens[end : end + _DELAY]):
            meaning = "only"
        first, last = tokens[at], tokens[end - 1]
        yield Cue(
            first.start,
            last.end,
            at,
            text[first.start : last.end],
            denies,
            meaning,
            _remainder(held[at], rules) if meaning == "affix" else "",
            rules.firm.at(held, at) is not None,
        )
        at = end


def _at(
    at: int, held: Sequence[frozenset[str]], tokens: Sequence[Token], text: str, head: bool, rules: Negation
) -> tuple[int, str] | None:
    """The cue at a word: the word after its last, and its meaning (empty for one that denies)."""
    token = tokens[at]
    idle = rules.idle.at(held, at)
    if idle:
        return idle
    if rules.is_cue(token.key) or (head and token.key in rules.openers):
        alone = at + 1 == len(tokens) or text[token.end] in ",.;:!?…"
        return at + 1, "no" if alone and token.key in rules.answers else ""
    word = rules.lexical.at(held, at)
    if word:
        return word
    return (at + 1, "affix") if _remainder(held[at], rules) else None


def _after_verb(
    tokens: Sequence[Token], held: Sequence[frozenset[str]], at: int, text: str, rules: Negation
) -> bool:
    """Whether a verb of the same clause stands before a word."""
    for before in range(at - 1, max(-1, at - 1 - _CLAUSE), -1):
        if (
            clause_end(text[tokens[before].end : tokens[before + 1].start])
            or tokens[before].key in rules.heads
        ):
            return False
        if any(rules.infinitive.search(form) for form in held[before]):
            return True
    return False


@lru_cache(maxsize=65536)
def _remainder(word: frozenset[str], rules: Negation) -> str:
    """What an affix denies in a word (*happy* in *unhappy*); empty where the rest is no word."""
    for form in sorted(word):
        match = rules.affixed.fullmatch(form) if len(form) > 5 else None
        for rest in match.groups() if match else ():
            if rest and known(rest, rules.language):
                return str(rest)
    return ""
