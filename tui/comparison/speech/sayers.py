"""Who says something, by any noun: *the growers complain*, *lamentano i coltivatori*.

What a table of offices cannot list the dictionary knows: whether the noun that stands beside a verb of
saying on one side may stand for the one beside its counterpart on the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from msgspec import Struct

from tui.articles import Side, Span
from tui.comparison.names import cognate
from tui.comparison.polarity import Stretch, Ties, ties_of
from tui.comparison.roles.frames import AGENT, phrase_before, phrase_behind
from tui.comparison.roles.reading import Phrase, Reading
from tui.comparison.speech.speakers import Speech, speech
from tui.languages import (
    Dictionary,
    bare,
    dictionary,
    function_words,
    is_kind_of,
    is_listed_noun,
    kinship,
    lemma,
    toml_table,
)

_USUAL = 3
"""So many of a noun's meanings, the most usual first, are asked whether they are of one who may speak."""
_NEAR = 3
"""Steps in the kinds of things between two nouns that may stand for each other at most, with those from their
most usual meanings.
"""
_TIED = 0.45
"""From this likeness on two words may be each other's counterpart."""
_LETTERS = 3
"""Letters of a noun of somebody at least: *un ex direttore*."""
_STEM = 4
"""Letters that two forms of a word have in common at least."""


class Sayer(Struct, frozen=True):
    """One who says something, by a noun."""

    verb: int
    noun: int
    core: tuple[int, ...]
    """The words of the noun phrase without what belongs to it."""
    owner: tuple[int, ...]
    """Those of whom the noun is of: *the owner's lawyer*."""


class OtherSayer(Struct, frozen=True):
    """Two who say the same, and are not the same."""

    here: Span
    """On the side that the dictionary translates from."""
    there: Span
    side: Side
    """That side."""
    right: str
    """What translates the one into the language of the other."""
    link: float
    """How surely the verbs are each other's counterpart: 0 to 1."""
    exchanged: bool
    """Whether the other side has one of them somewhere else."""
    owner: bool
    """Whether they are the same, of another: *the owner's lawyer*."""
    apart: int
    """Steps between them as kinds of things."""

    @property
    def spans(self) -> tuple[Span, Span]:
        """The two in the source and in the target."""
        return (self.here, self.there) if self.side == "source" else (self.there, self.here)


def other_sayer(source: Stretch, target: Stretch) -> OtherSayer | None:
    """The first two of a bead that say the same, by the verbs at which they stand, and are not the same."""
    for one, other in ((source, target), (target, source)):
        words = dictionary(one.language, other.language)
        if not words:
            continue
        held = Sayers(one, words), Sayers(other, words)
        ours = held[0].found() if all(side.may_say for side in held) else {}
        theirs = held[1].found() if any(ours.values()) else {}
        if not any(theirs.values()):
            return None
        ties = ties_of(one, other)
        found = (_parted(*held, *two, ties) for two in _pairs(one.side, ours, theirs, ties))
        return next((two for two in found if two is not None), None)
    return None


def _pairs(
    side: Side, ours: Mapping[int, Sayer | None], theirs: Mapping[int, Sayer | None], ties: Ties
) -> Iterator[tuple[Sayer, Sayer]]:
    """Those at verbs that are linked; where one verb of each side is left, those at the two."""
    found = {at: ties.counterpart(side, at) for at in ours}
    linked = {at: other for at, other in found.items() if other is not None and other in theirs}
    left = [at for at in ours if at not in linked], [at for at in theirs if at not in linked.values()]
    if len(left[0]) == len(left[1]) == 1:
        linked[left[0][0]] = left[1][0]
    for at, other in linked.items():
        here, there = ours[at], theirs[other]
        if here is not None and there is not None:
            yield here, there


class Sayers:
    """One side of a bead, read for who says something."""

    def __init__(self, side: Stretch, words: Dictionary) -> None:
        self.side, self.words = side, words
        self._rules = speech(side.language)
        self._kinds = rules.sayers if (rules := speech(words.source)) else frozenset()

    @property
    def may_say(self) -> bool:
        """Whether any of its words may be one of saying, for which nothing need be read yet."""
        rules = self._rules
        if rules is None:
            return False
        forms = frozenset[str]().union(*self.side.forms, (token.key for token in self.side.tokens))
        saying = rules.verbs, rules.reporting, rules.accusing, (first for first, *_ in rules.according)
        return not all(map(forms.isdisjoint, saying))

    def found(self) -> dict[int, Sayer | None]:
        """By each verb of saying outside quotations who says it; None where no known noun does."""
        reading, rules = Reading.of(self.side), self._rules
        if reading is None or rules is None:
            return {}
        verbs = reading.verbs
        saying = rules.verbs | rules.reporting | rules.accusing
        found: dict[int, Sayer | None] = {}
        for at, forms in enumerate(self.side.forms):
            if at in self.side.quoted:
                continue
            after = _according(reading, at, rules)
            if after is not None:
                found[at] = self._sayer(reading, at, phrase_behind(reading, after - 1, verbs)[:1])
            elif not forms.isdisjoint(saying):
                agents = _agents(reading, at, verbs)
                if agents or _says(reading, at, rules):
                    found[at] = self._sayer(reading, at, agents or _subjects(reading, at, rules, verbs))
        return found

    def _sayer(self, reading: Reading, verb: int, phrases: Sequence[Phrase]) -> Sayer | None:
        """The noun of the first phrase that is of a person or a group; of a name nothing is known."""
        marks = reading.rules.genitive
        for phrase in phrases:
            owned = max(
                (at for at in range(phrase.first, phrase.last) if reading.keys[at] in marks), default=-1
            )
            core = tuple(word for word in phrase.words if word > owned)
            if any(self._named(reading, word) for word in (core[-1:] if marks else core)):
                return None  # *a European diplomat* is no name
            speaking = [word for word in core if self.may_speak(word)]
            if speaking:
                owner = tuple(word for word in phrase.all if word not in core and self.may_speak(word))
                return Sayer(verb, speaking[-1] if marks else speaking[0], core, owner)
            if not any(self._meant(word) for word in core):
                return None
        return None

    def _named(self, reading: Reading, word: int) -> bool:
        """Whether a word is part of a name; the first of all is one where it is of one and stands alone."""
        key = self.side.tokens[word].key
        return reading.named(word) and (word > 0 or lemma(key, self.side.language) == key)

    def may_speak(self, word: int) -> bool:
        """Whether a word is a noun of a person or a group."""
        key = self.side.tokens[word].key
        if len(key) < _LETTERS or function_words(self.side.language).get(bare(key)):
            return False
        return any(
            is_kind_of(noun, kind, self.words.source, rank)
            for noun in self._meant(word)
            for kind in self._kinds
            for rank in range(_USUAL)
        )

    def _meant(self, word: int) -> frozenset[str]:
        """The nouns of the language that has kinds of things that a word may be."""
        forms = self.noun_forms(word)
        if self.side.language != self.words.source:
            return self.words.meant(forms)
        return frozenset(form for form in forms if is_listed_noun(form, self.words.source))

    def noun_forms(self, word: int) -> frozenset[str]:
        """The forms under which a dictionary may have a noun: of hers, his too."""
        key = self.side.tokens[word].key
        held = self.side.forms[word] | {key, lemma(key, self.side.language)}
        endings = toml_table(f"classes/{self.side.language}.toml").get("gender", {}).get("agreeing", ())
        return held | {
            form.removesuffix(hers) + his for hers, his in endings for form in held if form.endswith(hers)
        }


def _according(reading: Reading, at: int, rules: Speech) -> int | None:
    """The word after what stands before a source, in any form of its preposition: *stando alla difesa*."""
    begins = reading.rules.prepositions
    for *first, last in rules.according:
        end = at + len(first)
        if reading.keys[at] != first[0] or end >= len(reading.keys) or reading.keys[at:end] != first:
            continue
        if reading.keys[end] == last or (last in begins and begins.get(reading.keys[end]) == begins[last]):
            return end
    return None


def _says(reading: Reading, at: int, rules: Speech) -> bool:
    """Whether a word that may be a verb of saying is one, in the active and with a subject of its own."""
    grammar, key = reading.rules, reading.keys[at]
    if reading.form(at) in {"gerund", "infinitive"}:
        return False
    before = reading.keys[at - 1] if at and reading.joined(at - 1) else ""
    if before in grammar.determiners:  # *the claim*; *lo nega* is no noun phrase
        return before in grammar.pronouns and lemma(key, reading.side.language) != key
    if before in grammar.prepositions or before in grammar.genitive:
        return False
    helpers = {reading.keys[one] for one in range(_first(reading, at), at)}
    if helpers & (grammar.passive | grammar.be | rules.passive):
        return False
    done = grammar.infinitive is not None and grammar.participle.fullmatch(key) is not None
    return not done or bool(helpers & grammar.auxiliaries) or reading.form(at) == "finite"


def _agents(reading: Reading, at: int, verbs: Set[int]) -> list[Phrase]:
    """Who says it beside a participle in the passive: *accused by her aide*, *accusata dal collaboratore*."""
    grammar = reading.rules
    if grammar.participle.fullmatch(reading.keys[at]) is None:
        return []
    helpers = {reading.keys[one] for one in range(_first(reading, at), at)}
    if helpers & grammar.auxiliaries and not helpers & grammar.passive:
        return []
    after = phrase_behind(reading, at, verbs)
    return [phrase for phrase in after if AGENT in phrase.role][:1]


def _first(reading: Reading, verb: int) -> int:
    """The first of the words of a verb, with the pronouns that it has before it."""
    first = verb
    while first > 0 and reading.joined(first - 1):
        before = reading.keys[first - 1]
        if not (reading.helps(first - 1) or reading.within(first - 1) or before in reading.rules.pronouns):
            break
        first -= 1
    return first


def _subjects(reading: Reading, at: int, rules: Speech, verbs: Set[int]) -> list[Phrase]:
    """The noun phrases that may say it: the one before the verb; where that does not, the one after it."""
    first = _first(reading, at)
    before = phrase_before(reading, first, verbs)
    after = (
        []
        if reading.side.forms[at] & (rules.telling | rules.accusing)
        else _turned(reading, first, at, verbs)
    )
    return ([before] if before is not None else []) + after


def _turned(reading: Reading, first: int, verb: int, verbs: Set[int]) -> list[Phrase]:
    """The noun phrase after a verb; where verbs do not tell their subject, between two marks with it."""
    rules, following = reading.rules, reading.keys[verb + 1] if verb + 1 < len(reading.keys) else ""
    of_what = rules.prepositions.get(following) == frozenset({"of"}) and following not in rules.articled
    if following in rules.that or of_what:  # what is said, not who says it: *dice che i soci*, *di avere*
        return []
    after = phrase_behind(reading, verb, verbs)
    if rules.infinitive is None and after:
        end = max(word for phrase in after for word in phrase.all)
        if not reading.opens(first) or (end + 1 < len(reading.keys) and reading.joined(end)):
            return []
    return [one for one in after if not one.role][:1]


def _parted(ours: Sayers, theirs: Sayers, here: Sayer, there: Sayer, ties: Ties) -> OtherSayer | None:
    """Two who are surely not the same, or are of others."""
    same = _Same(ours, theirs, ties)
    if not same.meet((here.noun,), there.core) and not same.meet(here.core, (there.noun,)):
        if same.meet((here.noun,), there.owner) or same.meet(here.owner, (there.noun,)):
            return None  # *the minister's spokesman*, *il ministro*
        one, other, owner = here.noun, there.noun, False
    elif len(here.owner) == len(there.owner) == 1 and not same.meet(here.owner, there.owner):
        one, other, owner = here.owner[0], there.owner[0], True
    else:
        return None
    apart = same.apart(one, other)
    if apart is None:
        return None
    sides = ours.side, theirs.side
    exchanged = same.meet((one,), range(len(sides[1].tokens))) or same.meet(
        range(len(sides[0].tokens)), (other,)
    )
    linked = ties.counterpart(sides[0].side, here.verb) == there.verb
    right = next(iter(ours.words.nouns(sorted(ours.noun_forms(one)))), "")
    return OtherSayer(
        sides[0].tokens[one].span, sides[1].tokens[other].span, sides[0].side, right,
        ties.strength(sides[0].side, here.verb) if linked else 0.0, exchanged, owner, apart,
    )  # fmt: skip


class _Same(Struct, frozen=True):
    """Which words of two sides may stand for each other."""

    ours: Sayers
    theirs: Sayers
    ties: Ties

    def apart(self, one: int, other: int) -> int | None:
        """The steps between two nouns as kinds of things; None where they may be one, or nothing is known."""
        words, forms = self.ours.words, self.theirs.noun_forms(other)
        nouns, meant = (
            {form for form in self.ours.noun_forms(one) if words.nouns((form,))},
            words.meant(forms),
        )
        kin = kinship(nouns, meant, words.source)
        sure = words.sure(nouns)
        synonyms = any(not sure.isdisjoint(words.nouns((noun,))) for noun in meant)
        rooted = any(cognate(right, form) for right in sure for form in forms)
        near = kin is not None and (kin.above or kin.steps + kin.rare <= _NEAR)
        if kin is None or near or synonyms or rooted:
            return None
        return kin.steps

    def meet(self, ours: Iterable[int], theirs: Iterable[int]) -> bool:
        """Whether one of some words may stand for one of others."""
        held = {other: self.theirs.noun_forms(other) for other in theirs}
        for one in ours:
            possible = self.ours.words.possible(self.ours.noun_forms(one))
            stems = {form[:-1] for form in possible if len(form) > _STEM}
            for other, forms in held.items():
                if forms & possible or any(len(form) > _STEM and form[:-1] in stems for form in forms):
                    return True
                if self._alike(one, other):
                    return True
        return False

    def _alike(self, one: int, other: int) -> bool:
        """Whether two words are of one root, or near."""
        sides = self.ours.side, self.theirs.side
        if cognate(sides[0].tokens[one].key, sides[1].tokens[other].key):
            return True
        places = {sides[0].side: one, sides[1].side: other}
        return self.ties.likeness(places["source"], places["target"]) >= _TIED
