"""A clause as far as it can be read without a parser: a verb, what stands before it and what after it."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass

from tui.comparison.polarity import Stretch, clause_end, forms
from tui.comparison.roles.grammar import Grammar, grammar

_REACH = 12
"""Words to either side of a verb among which its noun phrases are looked for."""
_AFTER = 4
"""Phrases after a verb that may belong to it."""
AGENT = "by"
"""The role of the preposition before the agent of a passive."""
_OF = "of"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: where it begins and ends, as indexes of tokens, both included."""

    first: int
    last: int
    words: tuple[int, ...]
    """Its words of content, without those that another phrase adds to it (*of the town*)."""
    more: tuple[int, ...] = ()
    """The words of content of the phrases that follow and may belong to it."""
    role: frozenset[str] = frozenset()
    """What its preposition does; empty without one."""

    @property
    def all(self) -> tuple[int, ...]:
        """All its words of content."""
        return self.words + self.more


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb and its noun phrases."""

    verb: int
    passive: bool
    before: Phrase | None
    after: tuple[Phrase, ...]

    @property
    def agent(self) -> Phrase | None:
        """Who acts."""
        if not self.passive:
            return self.before
        return next((phrase for phrase in self.after if AGENT in phrase.role), None)

    @property
    def others(self) -> tuple[Phrase, ...]:
        """On whom, with whom, to whom: the one acted on first."""
        if not self.passive:
            return self.after
        rest = tuple(phrase for phrase in self.after if phrase.role and AGENT not in phrase.role)
        return (self.before, *rest) if self.before else rest


class Clauses:
    """The clauses of a stretch."""

    def __init__(self, side: Stretch, rules: Grammar) -> None:
        self.side, self.rules = side, rules
        self._keys = [token.key for token in side.tokens]

    @staticmethod
    def of(side: Stretch) -> Clauses | None:
        """The clauses of a stretch whose language is described."""
        rules = grammar(side.language)
        return Clauses(side, rules) if rules else None

    def verbs(self) -> Iterator[int]:
        """The words whose form says that they are verbs of a clause; none where forms do not say it."""
        if self.rules.infinitive is not None:
            yield from (at for at in range(len(self._keys)) if self._finite(at) or self._perfect(at))

    def frame(self, verb: int, verbs: Set[int]) -> Frame | None:
        """The clause of a verb; None where what stands before it says that it is none, or that the order of
        its words is free. `verbs` are the other verbs of the stretch.
        """
        group = self._group(verb)
        if group is None:
            return None
        first, passive = group
        before = self._before(first, verbs)
        after = self._after(verb, verbs)
        reduced = first == verb and self.rules.participle.fullmatch(self._keys[verb]) is not None
        if reduced and after and after[0].role == {AGENT}:
            passive = True  # those hired by the mill
        return Frame(verb, passive, before, after) if before or after else None

    def even(self, verb: int) -> bool:
        """Whether both sides of a verb may change places."""
        return bool(forms(self._keys[verb], self.side.language) & self.rules.even)

    def _finite(self, at: int) -> bool:
        """Whether a word is a finite form that stands for itself."""
        rules, key = self.rules, self._keys[at]
        if rules.infinitive is None or self._grammatical(at) or not key[0].isalpha():
            return False
        if self._form(at) != "finite" or rules.participle.fullmatch(key):
            return False
        before = self._keys[at - 1] if at and self._joined(at - 1) else ""
        return before not in rules.determiners and before not in rules.prepositions

    def _form(self, at: int) -> str:
        """`infinitive`, `gerund` or `finite`, as the form of a word says; empty where it says nothing."""
        rules, key = self.rules, self._keys[at]
        if rules.gerund.fullmatch(key):
            return "gerund"
        if rules.infinitive is None:
            return ""
        verbs = [form for form in forms(key, self.side.language) if rules.infinitive.fullmatch(form)]
        if not verbs:
            return ""
        return "infinitive" if key in verbs else "finite"

    def _perfect(self, at: int) -> bool:
        """Whether a word is a participle after its auxiliary, or an infinitive after a modal verb."""
        rules = self.rules
        if self._grammatical(at):
            return False
        if rules.participle.fullmatch(self._keys[at]):
            helped = rules.auxiliaries | rules.be | rules.passive
        elif self._form(at) == "infinitive":
            helped = rules.modals
        else:
            return False
        left = at - 1
        while left >= 0 and self._joined(left) and self._within(left):
            left -= 1
        return left >= 0 and self._joined(left) and self._keys[left] in helped

    def _within(self, at: int) -> bool:
        key = self._keys[at]
        return key in self.rules.within or self.rules.adverb.fullmatch(key) is not None

    def _helps(self, at: int) -> bool:
        rules, key = self.rules, self._keys[at]
        return key in rules.auxiliaries or key in rules.modals or key in rules.be or key in rules.passive

    def _grammatical(self, at: int) -> bool:
        return self._helps(at) or self._within(at) or self._keys[at] in self.rules.breaks

    def _group(self, verb: int) -> tuple[int, bool] | None:
        """Where the words of a verb begin, and whether they make a passive; None where it is no verb with a
        subject of its own, or has a pronoun.
        """
        rules, keys = self.rules, self._keys
        first, helpers = verb, []
        while first > 0 and self._joined(first - 1):
            key = keys[first - 1]
            if self._helps(first - 1):
                helpers.append(key)
            elif key in rules.pronouns and not self._article(first - 1):
                return None
            elif not self._within(first - 1):
                break
            first -= 1
        opens = keys[first - 1] if first > 0 and self._joined(first - 1) else ""
        if opens in rules.determiners or opens in rules.prepositions:
            return None
        participle = rules.participle.fullmatch(keys[verb]) is not None
        if participle and any(key in rules.passive for key in helpers):
            return first, True
        if participle and helpers and helpers[0] in rules.be:
            return first, not forms(keys[verb], self.side.language) & rules.intransitive
        return first, False

    def _article(self, at: int) -> bool:
        """Whether a word that is a pronoun or an article is the latter: no verb follows it."""
        after = at + 1
        if self._keys[at] not in self.rules.determiners or after >= len(self._keys):
            return False
        return not self._helps(after) and self._form(after) != "finite"

    def _joined(self, at: int) -> bool:
        """Whether no mark parts a word from the next."""
        tokens = self.side.tokens
        between = self.side.text[tokens[at].end : tokens[at + 1].start]
        return not clause_end(between) and not any(c in between for c in ".!?\n")

    def _stops(self, at: int, verbs: Set[int]) -> bool:
        if at in verbs or self._keys[at] in self.rules.breaks or self._helps(at):
            return True
        return self._form(at) in {"gerund", "infinitive"}

    def _before(self, first: int, verbs: Set[int]) -> Phrase | None:
        """The last noun phrase without a preposition before the words of a verb."""
        start = first
        while (
            start > 0
            and first - start < _REACH
            and self._joined(start - 1)
            and not self._stops(start - 1, verbs)
        ):
            start -= 1
        phrases = self._phrases(start, first)
        bare = [n for n, phrase in enumerate(phrases) if not phrase.role]
        if not bare:
            return None
        head, rest = phrases[bare[-1]], phrases[bare[-1] + 1 :]
        more = tuple(word for phrase in rest for word in phrase.words)
        return Phrase(head.first, head.last, head.words, more)

    def _after(self, verb: int, verbs: Set[int]) -> tuple[Phrase, ...]:
        end = verb + 1
        while (
            end < len(self._keys)
            and end - verb <= _REACH
            and self._joined(end - 1)
            and not self._stops(end, verbs)
            and self._keys[end] not in self.rules.pronouns - self.rules.determiners
        ):
            end += 1
        out: list[Phrase] = []
        for phrase in self._phrases(verb + 1, end):
            if out and _OF in phrase.role:
                last = out[-1]
                out[-1] = Phrase(last.first, last.last, last.words, last.more + phrase.words, last.role)
            else:
                out.append(phrase)
        return tuple(out[:_AFTER])

    def _phrases(self, start: int, end: int) -> list[Phrase]:
        """The noun phrases of a run of words."""
        rules = self.rules
        found: list[tuple[int, list[int], frozenset[str]]] = []  # where it begins, its words, its role
        glued = False
        for at in range(start, end):
            key = self._keys[at]
            if key in rules.prepositions:
                if glued and found and found[-1][2] == rules.prepositions[key]:
                    continue
                found.append((at, [], rules.prepositions[key]))
                glued = False
            elif key in rules.determiners:
                if not found or (found[-1][1] and not glued):
                    found.append((at, [], frozenset()))
                glued = False
            elif key in rules.joins:
                glued = True
            elif not self._within(at) and key != "'s":
                if not found:
                    found.append((at, [], frozenset()))
                found[-1][1].append(at)
                glued = False
        return [Phrase(first, words[-1], tuple(words), role=role) for first, words, role in found if words]
