"""Reads when the verbs of a side put what they say: past, going on, still to come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache

from tui.articles import Span
from tui.comparison.polarity import Stretch, clause_end, once, sentence_end
from tui.comparison.tense.tables import Time, Times, times
from tui.languages import bare, function_words, known

_BEFORE_NOUNS = frozenset({"definite", "indefinite", "my", "your", "his", "our", "their"})
"""The roles of words after which a noun stands."""
_GROUP = 4
"""Words before a verb that may belong to it."""


class Reader:
    """Reads the verbs of one side."""

    def __init__(self, side: Stretch, rules: Times) -> None:
        self.side, self.rules = side, rules
        self._keys = [token.key for token in side.tokens]
        self._belonging = [_belongs(key, rules) for key in self._keys]
        self._bound = [belongs and self._joined(at) for at, belongs in enumerate(self._belonging[:-1])]
        """Whether a word may belong to the next one."""
        self._phrases = self._leading_phrases()
        """By the verb, the phrase that ends right before it: where that begins, and what it makes of it."""

    @staticmethod
    def of(side: Stretch) -> Reader | None:
        """The verbs of a stretch whose language is described."""
        return _reader(side)

    @cached_property
    def told(self) -> Mapping[int, Time]:
        """The times of the words that may be verbs and tell one."""
        read = ((at, self._time(at)) for at, belongs in enumerate(self._belonging) if not belongs)
        return {at: time for at, time in read if time not in (None, "other")}

    def futures(self) -> list[tuple[int, int]]:
        """The first and last word of each verb that is still to come."""
        rules, last = self.rules, len(self._keys) - 1
        found = [(self.group(at), at) for at, time in self.told.items() if time == "future"]
        within = {at for first, end in found for at in range(first, end + 1)}
        found += [
            (at, min(last, at + 1))
            for at, key in enumerate(self._keys)
            if at not in within and (rules.helpers.get(key) == "future" or self._bare_future(at))
        ]
        return sorted(verb for verb in found if not self._is_noun(verb[0]))

    def _bare_future(self, at: int) -> bool:
        """Whether a word is a helper that has the form of a future, and nothing after it makes it a guess:
        *sarà partito*.
        """
        key, after = self._keys[at], self._keys[at + 1 : at + 2]
        return (
            key in self.rules.helpers
            and not (after and self.rules.participle.fullmatch(after[0]))
            and any(time == "future" and ending.fullmatch(key) for ending, time in self.rules.forms)
        )

    def _is_noun(self, at: int) -> bool:
        """Whether what looks like a helper is a noun or a name: *her will*, *Will Wade*."""
        if self.rules.helpers.get(self._keys[at]) != "future" or not at:
            return False
        roles = function_words(self.side.language)
        before, after = (
            roles.get(bare(self._keys[near]), frozenset())
            for near in (at - 1, min(at + 1, len(self._keys) - 1))
        )
        return self.side.tokens[at].text[0].isupper() or bool(before & _BEFORE_NOUNS) or "and" in after

    def may_be_past(self) -> bool:
        """Whether anything of the side may be past."""
        rules = self.rules
        return (
            bool({"past", "habit", "meant", "unreal", "went-on", "imperfect"} & set(self.told.values()))
            or not rules.ever_past.isdisjoint(self._keys)
            or any(
                rules.helpers.get(key) == "past" or key in rules.was or key in rules.been
                for key in self._keys
            )
            or any(
                time in ("past", "imperfect") and ending.fullmatch(key)
                for key in self._keys
                for ending, time in rules.forms
            )
            or self._is_headline()
        )

    def _is_headline(self) -> bool:
        """Whether a participle may stand for a verb, where forms tell verbs: *arrestato ieri il sindaco*."""
        if self.rules.infinitive is None or not self._keys:
            return False
        return any(self.reduced(at) for at in (range(1) if self.told else range(len(self._keys))))

    def pasts(self) -> list[int]:
        """The last word of each verb that is past."""
        return [at for at, time in sorted(self.told.items()) if time in ("past", "imperfect")]

    def may_come(self) -> bool:
        """Whether anything of the side is still to come, or may be."""
        coming = self.told.values()
        return (
            bool({"future", "coming", "going"} & set(coming))
            or any(self.rules.helpers.get(key) == "future" for key in self._keys)
            or any(
                time == "future" and ending.fullmatch(key)
                for key in self._keys
                for ending, time in self.rules.forms
            )
            or any(time == "coming" for _, time in self._phrases.values())
        )

    def leaves_open(self) -> float:
        """How far it leaves the time open: 1 with a word that says for no time that it is meant (*may*,
        *would*, a subjunctive), .5 with an infinitive.
        """
        rules = self.rules
        if any(rules.helpers.get(key) == "other" and key not in rules.going for key in self._keys):
            return 1.0
        verbs = [(key, self._infinitives(at)) for at, key in enumerate(self._keys)]
        if any(_is_subjunctive(key, held, rules) for key, held in verbs):
            return 1.0
        return 0.5 if any(key in held for key, held in verbs) else 0.0

    def _infinitives(self, at: int) -> list[str]:
        """The dictionary forms of verbs that a word may be of, where they tell a verb."""
        ending = self.rules.infinitive
        return [form for form in self.side.forms[at] if ending and ending.fullmatch(form)]

    def only_past(self) -> bool:
        """Whether all that it tells is past, and nothing how things are."""
        told, keys = set(self.told.values()) - {"imperfect", "meant", "unreal", "went-on"}, set(self._keys)
        past = bool(told & {"past", "habit"}) or not keys.isdisjoint(self.rules.was)
        return past and told <= {"past", "habit"} and keys.isdisjoint(self.rules.going | self.rules.be)

    def group(self, at: int) -> int:
        """Where the words of a verb begin."""
        phrase = self._phrases.get(at)
        if phrase is not None:
            return phrase[0]
        return self._group(at)

    def _leading_phrases(self) -> dict[int, tuple[int, Time]]:
        openers = self.rules.phrases.first
        if openers.isdisjoint(self._keys):
            return {}
        forms_of = [frozenset({key}) for key in self._keys]
        found: dict[int, tuple[int, Time]] = {}
        for start, key in enumerate(self._keys):
            if key in openers and (hit := self.rules.phrases.at(forms_of, start)):
                verb = hit[0]
                while verb + 1 < len(self._keys) and self._keys[verb] in self.rules.been:
                    verb += 1  # was due to be sold
                if self.rules.infinitive is None or (verb < len(self._keys) and self._infinitives(verb)):
                    found.setdefault(verb, (start, hit[1]))
        return found

    def _group(self, at: int) -> int:
        first = at
        while first > 0 and at - first < _GROUP and self._bound[first - 1]:
            first -= 1
        return first

    def span(self, at: int) -> Span:
        """The words of a verb."""
        return Span(self.side.tokens[self.group(at)].start, self.side.tokens[at].end)

    def reduced(self, at: int) -> bool:
        """Whether a word stands alone and may be a participle."""
        return self.group(at) == at and self.rules.participle.fullmatch(self._keys[at]) is not None

    def middle(self, at: int) -> bool:
        """Whether a verb is a past that somebody or something does by itself: *si è formato*."""
        first = self.group(at)
        return first > 0 and first < at and self._keys[first - 1] in self.rules.reflexive

    def over(self, at: int) -> bool:
        """Whether the words of a verb say that it is over: *ha già costruito*."""
        return not self.rules.done.isdisjoint(self._keys[self.group(at) : at])

    def passive(self, at: int) -> bool:
        """Whether a word is a participle with words before it that may make a passive."""
        return self.group(at) < at and self.rules.participle.fullmatch(self._keys[at]) is not None

    def _joined(self, at: int) -> bool:
        tokens = self.side.tokens
        between = self.side.text[tokens[at].end : tokens[at + 1].start]
        return between == " " or not (clause_end(between) or sentence_end(between))

    def _time(self, at: int) -> Time | None:
        rules, key = self.rules, self._keys[at]
        if not key[0].isalpha():
            return None
        if at in self._phrases:
            return self._phrases[at][1]
        first = self._group(at)
        helpers = [
            one for one in range(first, at) if self._keys[one] in rules.helpers or self._keys[one] in rules.be
        ]
        if helpers:
            return self._helped(at, helpers)
        if self._is_present(at):
            return "present"
        time = _form(self._keys[at], self.side.forms[at], self.rules, self.side.language)
        return "other" if time == "past" and self._shifted(at) else time

    def _is_present(self, at: int) -> bool:
        """Whether a form that a noun may have, too, stands right after a subject: *which floods*."""
        rules = self.rules
        return (
            rules.present_form is not None
            and at > 0
            and self._keys[at - 1] in rules.subjects
            and self._joined(at - 1)
            and rules.present_form.fullmatch(self._keys[at]) is not None
        )

    def _shifted(self, at: int) -> bool:
        """Whether a past tells what was still to come: *he warned that it would close unless they paid*."""
        if self.rules.shifted_by.isdisjoint(self._keys):
            return False
        while at > 0 and self._joined(at - 1):
            at -= 1
            if self._keys[at] in self.rules.shifted_after:
                return True
        return False

    def _helped(self, at: int, helpers: list[int]) -> Time | None:
        """The time of a verb with words of its own before it: the first of them tells it."""
        rules, first = self.rules, self._keys[helpers[0]]
        participle = rules.participle.fullmatch(self._keys[at]) is not None
        if first in rules.going and rules.gerund and rules.gerund.fullmatch(self._keys[at]):
            return "going" if len(helpers) == 1 else None
        if first in rules.going and participle and self._keys[at - 1] in rules.going_passive:
            return "going"
        if first in rules.was and rules.gerund and rules.gerund.fullmatch(self._keys[at]):
            return "went-on" if first in rules.went_on and len(helpers) == 1 else None
        if first in rules.be:
            been = any(self._keys[one] in rules.been for one in range(helpers[0], at))
            been = been or (helpers[0] > 0 and self._keys[helpers[0] - 1] in rules.reflexive)
            past = been or bool(self.side.forms[at] & rules.intransitive)
            return ("past" if past else None) if participle else None
        time = rules.helpers[first]
        if self._keys[at - 1] in rules.been and not participle:
            return None  # will be successful
        if rules.infinitive is not None and not participle:
            return None
        return time


@once
def _reader(side: Stretch) -> Reader | None:
    """Several rules read the verbs of a stretch."""
    rules = times(side.language)
    return Reader(side, rules) if rules else None


@lru_cache(maxsize=8192)
def _belongs(key: str, rules: Times) -> bool:
    """Whether a folded word may belong to a verb after it."""
    if key in rules.helpers or key in rules.be or key in rules.within or key in rules.been:
        return True
    return rules.adverb.fullmatch(key) is not None


@lru_cache(maxsize=8192)
def _form(key: str, held: frozenset[str], rules: Times, language: str) -> Time | None:
    """The time that the form of a verb, of which the lists hold others, tells by itself."""
    if rules.infinitive is not None:
        verbs = [form for form in held if rules.infinitive.fullmatch(form)]
        if not verbs or key in verbs or rules.participle.fullmatch(key):
            return None
        singular = key.removesuffix(rules.present_plural)
        if rules.present and known(singular + rules.present, language):
            return "present"  # permette, decide, arrivano: not credette, vide, parlavano
    if any(key.endswith(end) and key.removesuffix(end) + verb in held for verb, end in rules.perfect):
        return "past"  # misurò of misurare, not amerò of amare
    for ending, time in rules.forms:
        if ending.fullmatch(key):
            return None if time == "imperfect" and _is_subjunctive(key, held, rules) else time
    return "present" if rules.infinitive is not None else None


def _is_subjunctive(key: str, held: Iterable[str], rules: Times) -> bool:
    """Whether a form of a verb, of which the lists hold others, leaves open when something is: *ricevano*."""
    return any(
        key.endswith(ending) and key.removesuffix(ending) + infinitive in held
        for ending, infinitive in rules.subjunctive
    )
