"""The words of a stretch as far as their forms and places tell what they do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import pairwise

from msgspec import Struct, field

from tui.comparison.polarity import Stretch, once
from tui.comparison.quantities import counts as says_many
from tui.comparison.roles.converses import Verb
from tui.comparison.roles.grammar import Grammar, grammar
from tui.comparison.roles.verbal import verbal
from tui.languages import known

_BESIDE = 5
"""Words to one side of a number among which stands what it counts."""
_APART = re.compile(r"[,;:()\[\]—–“”\"«»….!?\n]| - ")
"""Marks that part two clauses."""
_VERBAL = 0.5
"""So much of what translates a word is a verb where it is one."""
_SMALL = 3
"""Letters of a word that stands inside a name."""


class Phrase(Struct, frozen=True):
    """A noun phrase: where it begins and ends, as indexes of tokens, both included."""

    first: int
    last: int
    words: tuple[int, ...]
    """Its words of content, without those that another adds to it (*of the town, and the mayor*)."""
    more: tuple[int, ...] = ()
    """The words of content of what follows and may belong to it."""
    role: frozenset[str] = frozenset()
    """What its preposition does; empty without one."""

    @property
    def all(self) -> tuple[int, ...]:
        """All its words of content."""
        return self.words + self.more


class _Run(Struct):
    """A noun phrase while it is read."""

    first: int
    role: frozenset[str]
    words: list[int] = field(default_factory=list)
    more: list[int] = field(default_factory=list)
    joined: bool = False
    """Whether a conjunction stands in it: what follows is another thing."""


@lru_cache(maxsize=8192)
def _form(key: str, held: frozenset[str], rules: Grammar) -> str:
    """What the form of a folded word, of which the lists hold others, says of it as a verb."""
    if rules.gerund.fullmatch(key):
        return "gerund"
    if rules.infinitive is None:
        return ""
    verbs = [form for form in held if rules.infinitive.fullmatch(form)]
    if not verbs:
        return ""
    return "infinitive" if key in verbs else "finite"


@lru_cache(maxsize=8192)
def _is_participle(key: str, rules: Grammar) -> bool:
    """Whether a folded word is a participle; a past that only ends like one has no other forms: *scrisse*."""
    if not rules.participle.fullmatch(key):
        return False
    return not (rules.past and rules.past.fullmatch(key)) or known(key[:-1] + rules.agreeing, rules.language)


@lru_cache(maxsize=8192)
def _inside(key: str, rules: Grammar) -> bool:
    """Whether a folded word may stand inside or beside a verb and is no noun."""
    return key in rules.within or rules.adverb.fullmatch(key) is not None


@lru_cache(maxsize=8192)
def _compares(key: str, rules: Grammar) -> bool:
    """Whether a folded word compares: *longer*, *più*."""
    if key in rules.more or key in rules.less:
        return True
    return rules.comparative is not None and rules.comparative.fullmatch(key) is not None


class Reading:
    """The words of one side of a bead."""

    def __init__(self, side: Stretch, rules: Grammar) -> None:
        self.side, self.rules = side, rules
        self.keys = [token.key for token in side.tokens]
        self._joined = [
            (between := side.text[one.end : other.start]) == " " or _APART.search(between) is None
            for one, other in pairwise(side.tokens)
        ]
        self._forms = [_form(key, held, rules) for key, held in zip(self.keys, side.forms, strict=True)]
        self._within = [_inside(key, rules) for key in self.keys]
        self._clauses: dict[bool, list[list[Phrase]]] = {}

    @staticmethod
    @once
    def of(side: Stretch) -> Reading | None:
        """The words of a stretch whose language is described."""
        rules = grammar(side.language)
        return Reading(side, rules) if rules else None

    @cached_property
    def verbs(self) -> frozenset[int]:
        """The words whose form says that they are verbs of a clause; where forms do not say it, those that a
        dictionary has as verbs.
        """
        if self.rules.infinitive is None:
            return frozenset(at for at in range(len(self.keys)) if self._perfect(at) or self._meant(at))
        return frozenset(at for at in range(len(self.keys)) if self._finite(at) or self._perfect(at))

    def written(self, verb: int) -> Verb:
        """A verb as lists of verbs may have it."""
        following = self.keys[verb + 1] if verb + 1 < len(self.keys) else ""
        return self.side.language, self.side.forms[verb], following

    def even(self, verb: int) -> bool:
        """Whether both sides of a verb may change places."""
        return bool(self.side.forms[verb] & self.rules.even)

    def named(self, at: int) -> bool:
        """Whether a word is or may be part of a name: *Ponte di Legno*."""
        around = self.side.tokens[max(0, at - 1) : at + 2]
        inside = len(around) == 3 and len(self.keys[at]) <= _SMALL
        return self.side.tokens[at].text[0].isupper() or (
            inside and around[0].text[0].isupper() and around[2].text[0].isupper()
        )

    def _finite(self, at: int) -> bool:
        """Whether a word is a finite form that stands for itself."""
        rules, key = self.rules, self.keys[at]
        if rules.infinitive is None or self._grammatical(at) or not key[0].isalpha():
            return False
        if self.form(at) != "finite" or _is_participle(key, rules):
            return False
        if self.named(at) and not self.opens(at):
            return False
        if at + 1 < len(self.keys) and self.joined(at) and self.helps(at + 1):
            return False  # Bianchi ha detto
        before = self.keys[at - 1] if at and self.joined(at - 1) else ""
        return before not in rules.determiners and before not in rules.prepositions

    def _meant(self, at: int) -> bool:
        """Whether a word is a verb by what it means, and stands where one may."""
        rules, key = self.rules, self.keys[at]
        if self._grammatical(at) or not key[0].isalpha() or (self.named(at) and not self.opens(at)):
            return False
        before = self.keys[at - 1] if at and self.joined(at - 1) else ""
        if before in rules.determiners or before in rules.prepositions or before in rules.genitive:
            return False
        share = verbal(self.side.forms[at], self.side.language)
        return share >= _VERBAL or (share > 0 and rules.participle.fullmatch(key) is not None)

    def form(self, at: int) -> str:
        """`infinitive`, `gerund` or `finite`, as the form of a word says; empty where it says nothing."""
        return self._forms[at]

    def _perfect(self, at: int) -> bool:
        """Whether a word is a participle after its auxiliary, or an infinitive after a modal verb."""
        rules = self.rules
        if self._grammatical(at):
            return False
        if rules.participle.fullmatch(self.keys[at]):
            helped = rules.auxiliaries | rules.be | rules.passive
        elif self.form(at) == "infinitive":
            helped = rules.modals
        else:
            return False
        left = at - 1
        while left >= 0 and self.joined(left) and self.within(left):
            left -= 1
        return left >= 0 and self.joined(left) and self.keys[left] in helped

    def opens(self, at: int) -> bool:
        """Whether a word stands at the head of a clause."""
        return at == 0 or not self.joined(at - 1)

    def within(self, at: int) -> bool:
        """Whether a word may stand inside or beside a verb and is no noun."""
        return self._within[at]

    def helps(self, at: int) -> bool:
        """Whether a word belongs to a verb after it."""
        rules, key = self.rules, self.keys[at]
        if key in rules.genitive:
            return at + 1 < len(self.keys) and (self.form(at + 1) == "gerund" or self.within(at + 1))
        return key in rules.helping

    def _grammatical(self, at: int) -> bool:
        return self.helps(at) or self.within(at) or self.keys[at] in self.rules.breaks

    def group(self, verb: int) -> tuple[int, bool] | None:
        """Where the words of a verb begin, and whether they make a passive; None where it is no verb with a
        subject of its own, or has a pronoun.
        """
        rules, keys = self.rules, self.keys
        first, helpers = verb, []
        while first > 0 and self.joined(first - 1):
            key = keys[first - 1]
            if self.helps(first - 1):
                helpers.append(key)
            elif key in rules.pronouns and not self._article(first - 1):
                return None
            elif not self.within(first - 1):
                break
            first -= 1
        opens = keys[first - 1] if first > 0 and self.joined(first - 1) else ""
        if opens in rules.determiners or opens in rules.prepositions or opens in rules.joins:
            return None  # the crew, … or sold the boat: its subject is that of another verb
        participle = rules.participle.fullmatch(keys[verb]) is not None
        predicate = not participle and rules.gerund.fullmatch(keys[verb]) is None
        if predicate and helpers and helpers[0] in rules.passive:
            return None  # has been rare
        if participle and any(key in rules.passive for key in helpers):
            return first, True
        if participle and helpers and helpers[0] in rules.be:
            return first, not self.side.forms[verb] & rules.intransitive
        return first, False

    def _article(self, at: int) -> bool:
        """Whether a word that is a pronoun or an article is the latter: no verb follows it."""
        after = at + 1
        if self.keys[at] not in self.rules.determiners or after >= len(self.keys):
            return False
        return not self.helps(after) and self.form(after) != "finite"

    def joined(self, at: int) -> bool:
        """Whether no mark parts a word from the next."""
        return self._joined[at]

    def stops(self, at: int) -> bool:
        """Whether no noun phrase goes on over a word."""
        return self._stops[at]

    @cached_property
    def _stops(self) -> list[bool]:
        return [self._stopping(at) for at in range(len(self.keys))]

    def _stopping(self, at: int) -> bool:
        if self.keys[at] in self.rules.breaks or self.helps(at):
            return True
        if self.keys[at] in self.rules.asking and not self.opens(at):
            return True
        if self.form(at) not in {"gerund", "infinitive"}:
            return False
        before = "" if self.opens(at) else self.keys[at - 1]
        return before not in self.rules.determiners and before not in self.rules.articled

    def clauses(self, *, whole: bool = False) -> list[list[Phrase]]:
        """The noun phrases between marks and, unless `whole`, between verbs and conjunctions."""
        if whole not in self._clauses:
            self._clauses[whole] = list(self._parted(whole))
        return self._clauses[whole]

    def _parted(self, whole: bool) -> Iterator[list[Phrase]]:
        start = 0
        for at in range(1, len(self.keys) + 1):
            if at == len(self.keys) or not self.joined(at - 1) or (not whole and self.stops(at)):
                if at > start:
                    yield self.phrases(start, at)
                start = at

    def compares(self, at: int) -> bool:
        """Whether a word compares: *longer*, *più*."""
        return _compares(self.keys[at], self.rules)

    def counts(self, at: int) -> bool:
        """Whether a word is a number, in figures, or in letters and above one."""
        key = self.keys[at]
        return key[0].isdigit() or says_many(key, self.side.language)

    def numbers(self) -> dict[str, int]:
        """Where each number in figures stands that stands once, by its figures."""
        found: dict[str, list[int]] = {}
        for at, key in enumerate(self.keys):
            if key[0].isdigit():
                found.setdefault("".join(c for c in key if c.isdigit()), []).append(at)
        return {number: places[0] for number, places in found.items() if len(places) == 1}

    def beside(self, number: int, *, before: bool) -> tuple[int, ...]:
        """The words of content right before a number, or right after it, up to a mark or another number."""
        step = -1 if before else 1
        words: list[int] = []
        at = number
        for _ in range(_BESIDE):
            if not 0 <= at + step < len(self.keys) or not self.joined(min(at, at + step)):
                break
            at += step
            if self.keys[at][0].isdigit():
                break
            words.append(at)
        run = sorted(words)
        return (
            tuple(word for phrase in self.phrases(run[0], run[-1] + 1) for word in phrase.all) if run else ()
        )

    def number(self, phrase: Phrase) -> int | None:
        """Whether a noun phrase is of one or of many (2); None where nothing says it."""
        key = self.keys[phrase.first]
        if phrase.more or not (key in self.rules.one or key in self.rules.many):
            return None
        return 2 if key in self.rules.many else 1

    def phrases(self, start: int, end: int) -> list[Phrase]:
        """The noun phrases of a run of words."""
        if start >= end:
            return []  # as beside most words
        rules, keys, within = self.rules, self.keys, self._within
        found: list[_Run] = []
        glued = False
        for at in range(start, end):
            key = keys[at]
            role = rules.prepositions.get(key)
            if role is not None and not (at > start and keys[at - 1] in rules.determiners):
                if found and found[-1].role and not found[-1].words:
                    continue  # up to about
                if glued and found and found[-1].role == role:
                    continue
                found.append(_Run(at, role))
                glued = False
            elif key in rules.determiners or key in rules.asking:
                if not found or (found[-1].words and not glued):
                    found.append(_Run(at, frozenset()))
                glued = False
            elif key in rules.joins:
                glued = True
                if found:
                    found[-1].joined = True
            elif not within[at] and key != "'s":
                if not found:
                    found.append(_Run(at, frozenset()))
                run = found[-1]
                (run.more if run.joined and run.words else run.words).append(at)
                glued = False
        return [
            Phrase(run.first, (run.more or run.words)[-1], tuple(run.words), tuple(run.more), run.role)
            for run in found
            if run.words and not self._tells_when(run)
        ]

    def _tells_when(self, run: _Run) -> bool:
        """Whether a noun phrase without a preposition ends in what says when: *four decades later*."""
        after = (run.more or run.words)[-1] + 1
        return not run.role and after < len(self.keys) and self.keys[after] in self.rules.timing
