"""What a language denies with, read from `assets/polarity/<language>.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from msgspec import Struct

from tui.languages import NEVER, Phrases, Section, Token, bare, function_words, known, lemma

_LONG = 6
"""Letters that a word has at least of which a wrong consonant shows what it should be."""
_VOWELS = frozenset("aeiouy")


class Negation(Struct, frozen=True, eq=False):
    """How a language says no."""

    language: str
    cues: frozenset[str]
    endings: tuple[str, ...]
    openers: frozenset[str]
    """Cues only at the head of a clause: Italian *mai*."""
    answers: frozenset[str]
    """Cues that deny nothing when they stand alone: *No, …*"""
    concord: frozenset[str]
    """What adds nothing after a cue of the same clause."""
    followed: Phrases[str]
    """What, anywhere after a cue, lets words of a lexical class say the same: *not … until*, *only*."""
    followed_closely: Phrases[str]
    """What does right after a cue: *not very*, *little*; *no longer*, *stop*."""
    preceded: Phrases[str]
    """Conjunctions of its clause that let words of a lexical class say the same: *if … not*, *unless*."""
    conditions: frozenset[tuple[str, ...]]
    """What ends a phrase of `idle` or `followed` unless a finite verb follows, which makes it a condition."""
    asking: frozenset[str]
    """Verbs that ask, after which a cue right after one of `asking_joins` denies nothing."""
    asking_joins: frozenset[str]
    what: frozenset[str]
    """Words that ask for more than consent, at the head of a question: *why*."""
    joins: frozenset[str]
    """What may join two concord words before a verb: *nessun partito e nessuna lista*."""
    auxiliaries: frozenset[str]
    """Words right after which a cue denies the verb of its clause, not a part of it."""
    whole: Phrases[str]
    """Cues that do wherever they stand."""
    clitics: frozenset[str]
    """What may stand between a cue and the verb that it denies."""
    participle: re.Pattern[str]
    """How a participle ends."""
    outstanding: frozenset[str]
    """What says of the infinitive after it that it is not done: *da leggere*."""
    postverbal: frozenset[str]
    """What says no after a verb only if a cue stands before it (*non vedo niente*)."""
    needing: frozenset[str]
    """What says no within a clause only if a cue stands before it, on whichever side of the verb: *né*."""
    values: frozenset[str]
    """Words that, at the end of a clause, may be the name of a value: *set to none*."""
    heads: frozenset[str]
    """What begins a clause: a verb before it has no part in what follows."""
    relatives: frozenset[str]
    """What joins a clause to the noun before it."""
    existential: frozenset[str]
    """What says right after a cue that something is not there: *non c'è*."""
    infinitive: re.Pattern[str]
    """How the lemma of a verb ends."""
    coordinates: frozenset[str]
    """What goes on with a clause that was denied before: *non mangiare e bere*."""
    shares: frozenset[str]
    """Those of them through which one cue denies what stands before and after: *not fed or washed*."""
    soft: frozenset[str]
    """Cues that hold less than a clause, or are said otherwise more often than the others."""
    firm: Phrases[str]
    """Those of the lexical words that are found by themselves."""
    hints: Phrases[str]
    """Words that may carry a denial in some context."""
    idle: Phrases[str]
    """Phrases with a cue that deny nothing."""
    kernels: Phrases[str]
    """What such phrases deny, by a class: without a cue it says the reverse."""
    lexical: Phrases[str]
    """Words that say no by their meaning, with what they mean."""
    affixed: re.Pattern[str]
    """Words that an affix denies; each group is what remains without it."""
    alike: re.Pattern[str]
    """Words that only begin or end like one: *important*."""
    verbal: tuple[tuple[re.Pattern[str], str], ...]
    """Endings of words made from verbs, and those of their infinitives."""
    able: tuple[tuple[re.Pattern[str], str], ...]
    """Endings of adjectives of what can be done, and those of the verbs they are made from."""
    reversing: frozenset[str]
    """What an affix does not deny but take back: *uninstall*."""
    prefixes: tuple[str, ...]
    """The prefixes that deny a word, where a dictionary has both with and without: *un-*."""
    taking_back: tuple[str, ...]
    """Those of verbs."""
    turned_after: frozenset[str]
    """Words that a cue right after them turns over: *could not*, *probably not*."""

    def is_cue(self, key: str) -> bool:
        """Whether a folded word denies its clause."""
        return key in self.cues or (bool(self.endings) and key.endswith(self.endings))


class Hedge(Struct, frozen=True):
    """One way of a language to be less than sure."""

    says: frozenset[str]
    inverted: frozenset[str]
    """Those of them that ask or wish at the head of a clause."""
    nouns: frozenset[str]
    """Words after which, or before which, they are nouns: *the might*, *might of*."""
    unreal: frozenset[str]
    """Words right after them with which they say what did not come about: *avrebbe dovuto*."""
    later: frozenset[str]
    """Words of a sentence in which they say what came after: *anni dopo avrebbe ricordato*."""
    hedging: frozenset[str]
    """These and what else may stand for another language's `says`."""
    endings: tuple[str, ...]
    """Endings of verb forms that do."""
    sure: frozenset[str]
    """Words that say it as sure; where any is listed, another language's `says` is missed only beside one."""
    sure_endings: tuple[str, ...]
    """Endings of verb forms that do."""
    sure_before: frozenset[str]
    """Words that do before a participle: *ha perso*."""
    participle: re.Pattern[str]

    @property
    def needs_sure(self) -> bool:
        """Whether only a sure statement in its place shows that it is missing."""
        return bool(self.sure or self.sure_endings or self.sure_before)


@cache
def hedges(language: str) -> dict[str, Hedge]:
    """The hedges of a language by kind; empty where no data describes them."""
    data = _data(language).section("modality")
    return {kind: _hedge(data.section(kind)) for kind in data.values}


def _hedge(data: Section) -> Hedge:
    return Hedge(
        data.words("says"),
        data.words("inverted"),
        data.words("nouns"),
        data.words("unreal"),
        data.words("later"),
        data.words("says") | data.words("also"),
        tuple(data.listed("endings")),
        data.words("sure"),
        tuple(data.listed("sure_endings")),
        data.words("sure_before"),
        data.pattern("participle") or NEVER,
    )


def _data(language: str) -> Section:
    return Section.of(f"polarity/{language}.toml")


@cache
def concessions(language: str) -> frozenset[str]:
    """The words by which a sentence goes on after what it grants: *it may be slow, but …*"""
    return _data(language).section("concession").words("goes-on")


class Nested(Struct, frozen=True):
    """How a language puts one verb under another."""

    openers: frozenset[str]
    """What stands between the two."""
    raising: frozenset[str]
    """The verbs of which languages deny them, or what stands under them, for one another: *I don't think
    so*.
    """


@cache
def nested(language: str) -> Nested:
    """How a language puts one verb under another; of one that is not described nothing."""
    data = _data(language).section("nested")
    return Nested(data.words("openers"), data.words("raising"))


@cache
def suppositions(language: str) -> frozenset[str]:
    """The words that leave open whether something is so, or of whom it is said: *whether*, *any*."""
    return _data(language).section("supposition").words("opens")


@cache
def passives(language: str) -> frozenset[str]:
    """The words that make a passive of the one after them: *was*."""
    return _data(language).section("voice").words("passive")


def _respelt(key: str, language: str) -> Iterator[str]:
    """What a word that no list has is spelt wrongly for, by the commonest slip: *admited*, *occassion*."""
    if len(key) < _LONG or not key.isalpha() or known(key, language):
        return
    at_consonants = [at for at in range(1, len(key) - 1) if key[at] not in _VOWELS]
    respelt = {key[:at] + key[at] + key[at:] for at in at_consonants}
    respelt |= {key[:at] + key[at + 1 :] for at in at_consonants if key[at] == key[at + 1]}
    if len(right := [word for word in respelt if known(word, language)]) == 1:
        yield from (right[0], lemma(right[0], language))


@lru_cache(maxsize=8192)
def forms(key: str, language: str) -> frozenset[str]:
    """The forms under which lists may hold a folded word: itself, its lemma, a verb form's infinitive.

    A number is also `0`; a word that is none is also what it is with a consonant doubled or single.
    """
    found = {key, lemma(key, language), *_respelt(key, language)} if not key[0].isdigit() else {key, "0"}
    for ending, infinitive in _verbs(language):
        match = ending.fullmatch(key)
        if match:
            found.add(match["stem"] + infinitive)
    return frozenset(found)


def forms_of(words: Sequence[Token], language: str) -> tuple[frozenset[str], ...]:
    """The forms of each of some words in their order; of one that the lemma list takes for a noun those of a
    verb, too, where the word before it lets it be one: *lei accusa*, not *l'accusa*.
    """
    finite = _finite(language)
    if not finite.endings:
        return tuple(forms(word.key, language) for word in words)
    keys = ["", *(word.key for word in words)]
    return tuple(
        forms(key, language)
        if before in finite.nominal
        else _with_verbs(key, language, verbal=before in finite.verbal)
        for before, key in pairwise(keys)
    )


@lru_cache(maxsize=8192)
def _with_verbs(key: str, language: str, *, verbal: bool) -> frozenset[str]:
    """The forms of a word with those of a verb, where one may stand; after a `verbal` word any verb may."""
    return forms(key, language) | _finite(language).verbs(key, verbal=verbal)


class _Finite(Struct, frozen=True):
    """What tells a finite form from the noun or adjective that is written alike."""

    language: str
    endings: Mapping[str, str]
    """Of the form, each with that of the infinitive."""
    nominal: frozenset[str]
    """Words after which there is a noun."""
    verbal: frozenset[str]
    """Words after which there is a verb."""
    adjectives: tuple[str, ...]
    """Endings of the dictionary forms of adjectives, which may stand after any noun."""

    def verbs(self, key: str, *, verbal: bool) -> frozenset[str]:
        """The infinitive of which a word may be a form: any after a `verbal` word, else a common one."""
        if function_words(self.language).get(bare(key)):
            return frozenset()
        form = lemma(key, self.language)
        found = {
            key[: -len(ending)] + infinitive
            for ending, infinitive in self.endings.items()
            if key.endswith(ending) and not form.endswith(infinitive)
        }
        if verbal:
            return frozenset(verb for verb in found if known(verb, self.language))
        if not found or form.endswith(self.adjectives):
            return frozenset()
        from tui.comparison.word_vectors import shipped  # numpy: not before the first frame

        return frozenset(found & shipped().row.keys())


@cache
def _finite(language: str) -> _Finite:
    data = _data(language).section("finite")
    return _Finite(
        language,
        data.section("endings").values,
        data.words("nominal"),
        data.words("verbal"),
        tuple(data.listed("adjectives")),
    )


@cache
def _verbs(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return _stems(_data(language).section("verbs"))


@cache
def derived(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The endings of adverbs that are made of adjectives, and those of these."""
    return tuple(
        _stem(ending, other)
        for ending, others in _data(language).section("adverbs").values.items()
        for other in others
    )


def _stems(rules: Section) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(_stem(ending, new) for ending, new in rules.values.items())


def _stem(ending: str, new: str) -> tuple[re.Pattern[str], str]:
    return re.compile(rf"(?P<stem>\w{{2,}})(?:{ending})"), new


def _ending(pattern: str) -> re.Pattern[str]:
    return re.compile(f"(?:{pattern})$") if pattern else NEVER


def _by_class(classes: Section) -> list[tuple[str, str]]:
    """Phrases, a hyphen between the words of each, by the class they are listed under."""
    return [(phrase.replace("-", " "), key) for key in classes.values for phrase in classes.listed(key)]


def _phrases(data: Section) -> dict[str, list[tuple[str, str]]]:
    """The phrases with which a language says no, by what they are for."""
    return {
        "followed": _by_class(data.section("followed")),
        "followed-closely": _by_class(data.section("followed-closely")),
        "preceded": _by_class(data.section("preceded")),
        "whole": [(phrase, "whole") for phrase in data.listed("whole")],
        "firm": [(phrase, "firm") for phrase in data.listed("firm")],
        "hints": [(phrase.replace("-", " "), "hint") for phrase in data.listed("hints")],
        "idle": [(phrase, "idle") for phrase in data.listed("idle")],
        "kernels": _by_class(data.section("kernels")),
        "lexical": _by_class(data.section("lexical")),
    }


@cache
def negation(language: str) -> Negation | None:
    """The negation of a language, or None where no data describes it."""
    data = _data(language).section("negation")
    if not data.values:
        return None
    affixes = data.section("affixes")
    phrases = Phrases.kept_together(f"phrases of negation {language}", lambda: _phrases(data))
    return Negation(
        language,
        data.words("cues"),
        tuple(data.listed("endings")),
        data.words("openers"),
        data.words("answers"),
        data.words("concord"),
        phrases["followed"],
        phrases["followed-closely"],
        phrases["preceded"],
        frozenset(tuple(phrase.split()) for phrase in data.listed("conditions")),
        data.words("asking"),
        data.words("asking-joins"),
        data.words("what"),
        data.words("joins"),
        data.words("auxiliaries"),
        phrases["whole"],
        data.words("clitics"),
        _ending(data.text("participle")),
        data.words("outstanding"),
        data.words("postverbal"),
        data.words("needing"),
        data.words("values"),
        data.words("heads"),
        data.words("relatives"),
        data.words("existential"),
        _ending(data.text("infinitive")),
        data.words("coordinates"),
        data.words("shares"),
        data.words("soft"),
        phrases["firm"],
        phrases["hints"],
        phrases["idle"],
        phrases["kernels"],
        phrases["lexical"],
        re.compile("|".join(affixes.listed("denied")) or NEVER.pattern),
        re.compile("".join(affixes.listed("alike")) or NEVER.pattern),
        _stems(affixes.section("verbal")),
        tuple(
            _stem(ending, verb) for ending, verbs in affixes.section("able").values.items() for verb in verbs
        ),
        affixes.words("reversing"),
        tuple(affixes.listed("prefixes")),
        tuple(affixes.listed("taking-back")),
        data.words("turned-after"),
    )
