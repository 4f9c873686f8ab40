"""Words that stand for one pole of a notion: *rise* and *fall*, *aumentare* and *calare*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from tui.articles import Span
from tui.cache import kept_table
from tui.comparison.names import title_case
from tui.comparison.polarity.clauses import Stretch, once
from tui.comparison.polarity.cues import SLIP, Cue
from tui.comparison.polarity.cues import cues as cues_of
from tui.comparison.polarity.lexicon import negation, passives
from tui.comparison.polarity.scope import SCOPE, turns_over
from tui.languages import Phrases, tsv_table

HAND, MADE = "polarity/opposites.tsv", "dictionary/opposites.tsv"
"""The table of opposites that is our own, and the one that is made of antonyms."""
DEGREE = "degree"
"""The notion of *more* and *less*."""
ORDER = "before"
"""The notion of *before* and *after*, of which a sentence turned round has the other pole."""
TURNING = frozenset(
    {"without", "lack", "instead", "far", "fail", "unable", "refuse", "deny", "prevent", "stop"}
)
"""Meanings of words that turn over what follows as a denial does: *senza utilità* is *useless*."""
_IDLE = "idle"
"""The row of phrases in which a word says no pole."""
_CONVERSE = "converse-"
"""How notions begin whose passive is the other pole: *was lent*, *borrowed*."""
_VOICE = 2
"""Words before a word among which an auxiliary makes it a passive."""
EXCEPT = "except"
"""What the cues say that take something from what a word says: *attended all but two*."""


class Pole(Struct, frozen=True):
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
    rank: int
    """Its place in the table's list, which begins with the words that say nothing else."""
    less: bool = False
    """Whether a *less* before the word turns it over: *less long*."""
    turning: frozenset[int] = frozenset()
    """The words that do so by a denial: *never* in *never safe*."""

    @property
    def turned(self) -> bool:
        """Whether something in the clause turns it over."""
        return self.plus != self.means_plus

    @property
    def turns_round(self) -> bool:
        """Whether who acts is acted on in the other pole: *buy*, *sell*."""
        return self.notion.startswith(_CONVERSE)


@cache
def _listed(language: str) -> Phrases[tuple[str, bool, int]]:
    """The table's phrases of a language with their notion, pole and rank; none for a language it lacks."""
    return Phrases.kept(
        f"opposites {language}",
        lambda: (
            (phrase.replace("-", " "), (row["concept"], sign == "+", rank))
            for sign in "+-"
            for table in (HAND, MADE)
            for row in tsv_table(table)
            for rank, phrase in enumerate(row.get(f"{language}{sign}", "").split())
        ),
    )


@cache
def _notions(language: str) -> Mapping[str, frozenset[tuple[str, bool]]]:
    return kept_table(f"notions {language}", lambda: _notions_of(language))


def _notions_of(language: str) -> dict[str, frozenset[tuple[str, bool]]]:
    found: dict[str, set[tuple[str, bool]]] = defaultdict(set)
    for table in (HAND, MADE):
        for row in tsv_table(table):
            for sign in "+-" if row["concept"] != _IDLE else "":
                for word in row.get(f"{language}{sign}", "").split():
                    found[word].add((row["concept"], sign == "+"))
    return {word: frozenset(held) for word, held in found.items()}


def notions_of(words: Iterable[str], language: str) -> frozenset[tuple[str, bool]]:
    """The notions of which any of some words says a pole by itself, each with the pole."""
    held = _notions(language)
    found = [held[word] for word in words if word in held]
    return found[0] if len(found) == 1 else frozenset().union(*found)


@once
def idle_words(stretch: Stretch) -> frozenset[int]:
    """The words of phrases in which none says a pole: *alla peggio*."""
    return frozenset(
        word
        for at, found in _phrases_of(stretch).items()
        for end, (notion, _, _) in found
        if notion == _IDLE
        for word in range(at, end)
    )


@once
def _phrases_of(stretch: Stretch) -> Mapping[int, Sequence[tuple[int, tuple[str, bool, int]]]]:
    """The phrases of the table in a stretch, by their first word: the word after the last, and its row."""
    held, listed = stretch.forms, _listed(stretch.language)
    found = ((at, listed.all_at(held, at)) for at in listed.begun(held))
    return {at: here for at, here in found if here}


def turns_round(notion: str) -> bool:
    """Whether two sides may say the same by either pole of a notion, with what stands around it the other way
    round.
    """
    return notion.startswith(_CONVERSE) or notion == ORDER


def poles(stretch: Stretch, cues: Sequence[Cue]) -> Sequence[Pole]:
    """The poles in a stretch, of whose cues those given count; of one notion the longest phrase at each
    place.
    """
    return _poles_of_all(stretch) if list(cues) == cues_of(stretch) else _poles(stretch, cues)


@once
def _poles_of_all(stretch: Stretch) -> Sequence[Pole]:
    """The same where all its cues count: of most beads, for several rules."""
    return _poles(stretch, cues_of(stretch))


def _poles(stretch: Stretch, cues: Sequence[Cue]) -> list[Pole]:
    tokens = stretch.tokens
    denied = [
        c.word for c in cues if (c.denies or c.meaning in TURNING) and stretch.text[c.end : c.end + 1] != "-"
    ]
    plain = {c.word for c in cues if c.denies}
    joined = {  # non-smoker
        c.word + 1
        for c in cues
        if (c.denies or c.meaning == "affix") and stretch.text[c.end : c.end + 1] == "-"
    }
    rules = negation(stretch.language)
    concord = rules.concord if rules else frozenset()
    slips = {cue.word for cue in cues if cue.meaning == SLIP}
    little = {cue.word for cue in cues if cue.meaning == "few"}  # poco probabile
    out: list[Pole] = []
    degrees = set[int]()
    free = 0  # the word after the last phrase
    for at, found in _phrases_of(stretch).items():
        if at < free or at in slips or _named(stretch, at) or _makes_passive(stretch, at):
            continue
        if is_excepted(cues, at):
            continue
        idle = max((end for end, (notion, _, _) in found if notion == _IDLE), default=0)
        if idle:
            free = idle
            continue
        end = free = max(end for end, _ in found)
        agrees = tokens[at].key in concord and end == at + 1  # non … nessuno says no once, non … più di turns
        graded = any(notion == DEGREE for _, (notion, _, _) in found)  # a little less
        if graded:
            degrees.add(at)  # fewer, which turns over what follows by being less
        over = frozenset(cue for cue in denied if not agrees and turns_over(stretch, cue, at))
        if (turned_by := denied_after(stretch, end - 1, plain)) is not None:
            over |= {turned_by}
        within = range(min((cue for cue in over & plain if cue < at), default=at), at)
        turning = (over & plain).union(word for word in within if tokens[word].key in concord)
        turned = not agrees and bool(over) != ((at - 1 in little - degrees and not graded) or at in joined)
        span = Span(tokens[at].start, tokens[end - 1].end)
        poles_here = {notion: (plus, rank) for last, (notion, plus, rank) in reversed(found) if last == end}
        out += [
            Pole(notion, plus, plus != turned, at, end, span, rank, turning=turning)
            for notion, (plus, rank) in poles_here.items()
            if not (notion.startswith(_CONVERSE) and is_passive(stretch, at))
        ]
    return _graded(stretch, [pole for pole in out if not _one_of_two(stretch, pole)])


def denied_after(stretch: Stretch, at: int, denials: Set[int]) -> int | None:
    """The denial after a word that it turns over, a helper at most between the two: *could not*, *probably
    did not*; None where there is none. `denials`: the words that deny.
    """
    rules, tokens = negation(stretch.language), stretch.tokens
    if rules is None or tokens[at].key not in rules.turned_after:
        return None
    word = at + 1
    if tokens[at].key not in rules.auxiliaries and word not in denials and word < len(tokens):
        word += tokens[word].key in rules.auxiliaries
    return word if word in denials else None


def _one_of_two(stretch: Stretch, pole: Pole) -> bool:
    """Whether a slash joins a pole to another word: *up/down* says neither for the other."""
    start, end = pole.span.start, pole.span.end
    return "/" in (stretch.text[max(0, start - 1) : start], stretch.text[end : end + 1])


def _graded(stretch: Stretch, found: Sequence[Pole]) -> list[Pole]:
    """The poles without the degrees that belong to the one after them, which a *less* turns over: *less long*
    is *shorter*, *più piccolo* is *smaller*.
    """
    out: list[Pole] = []
    degrees = {
        pole.end: pole
        for pole in found
        if pole.notion == DEGREE and stretch.text[pole.span.end : pole.span.end + 1] == " "
    }
    bound = {
        pole.word: degrees[pole.word] for pole in found if pole.notion != DEGREE and pole.word in degrees
    }
    for pole in found:
        if pole in bound.values():
            continue
        degree = bound.get(pole.word)
        less = degree is not None and not degree.means_plus
        says_less = degree is not None and not degree.plus
        is_own = not (less or says_less)
        out.append(pole if is_own else replace(pole, means_plus=pole.means_plus != less, less=says_less))
    return out


def is_excepted(cues: Iterable[Cue], at: int) -> bool:
    """Whether something is taken from what a word says, of which the other side may say the opposite: *missed
    only two* for *attended all but two*.
    """
    return any(cue.meaning == EXCEPT and 0 < cue.word - at <= SCOPE for cue in cues)


def is_passive(stretch: Stretch, at: int) -> bool:
    """Whether a word is in the passive."""
    makes = passives(stretch.language)
    return any(token.key in makes for token in stretch.tokens[max(0, at - _VOICE) : at])


def _makes_passive(stretch: Stretch, at: int) -> bool:
    """Whether a word only makes a passive of the one after it: *venne cacciata*."""
    tokens, rules = stretch.tokens, negation(stretch.language)
    if rules is None or at + 1 == len(tokens) or tokens[at].key not in passives(stretch.language):
        return False
    return rules.participle.search(tokens[at + 1].key) is not None


def _named(stretch: Stretch, at: int) -> bool:
    """Whether a word is a name or part of one: *Kirsty Young*, *press Enter*; in a headline capitals say
    nothing, and neither do words in capitals.
    """
    token = stretch.tokens[at]
    if at == 0 or not token.text[:1].isupper() or (token.text.isupper() and len(token.text) > 1):
        return False
    gap = stretch.between(at)
    return not gap.strip() and "\n" not in gap and not title_case(stretch.tokens, stretch.language)
