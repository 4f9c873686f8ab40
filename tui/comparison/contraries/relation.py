"""Which words of two languages are contraries, and how that is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from tui.comparison.polarity import derived, negation, notions_of, turns_round
from tui.languages import Dictionary, contraries, dictionary, known

_NOUN, _VERB, _OTHER = range(3)
"""The classes of words that have contraries of their own."""
_MANY = 24
"""A word of so many translations or more may mean anything."""
_LEAST, _ALONE = 0.1, 0.3
"""How surely a source says at least that two words are contraries; and one that is the only one to say it."""


class Relation(Struct, frozen=True):
    """How it is known that two words are contraries: each 0 to 1."""

    share: float = 0.0
    """How much of what the second means is contrary to the first."""
    affix: float = 0.0
    """Whether one denies, by an affix, what translates the other."""
    listed: float = 0.0
    """Whether they stand at the two poles of a notion of the table of opposites."""
    like: float = 0.0
    """How much of what translates one stands there at the other pole than the other."""
    kin: float = 0.0
    """How much of what means the same as the first is contrary to the second."""
    meanings: float = 0.0
    """How many translations the first has."""

    @property
    def sources(self) -> tuple[float, ...]:
        """How surely they are contraries by each source that says something, the surest first."""
        found = (self.share, self.affix, self.listed, self.like, self.kin)
        return tuple(sorted((one for one in found if one >= _LEAST), reverse=True))

    def __bool__(self) -> bool:
        return len(self.sources) > 1 or (bool(self.sources) and self.sources[0] >= _ALONE)


_NONE = Relation()


@lru_cache(maxsize=4096)
def relation(ours: frozenset[str], theirs: frozenset[str], source: str, target: str) -> Relation:
    """How a word of the target is contrary to one of the source, by their forms; not at all where it may
    translate it. The dictionary is that of `source` and `target`.
    """
    words = dictionary(source, target)
    ours, theirs = _with_adjectives(ours, source), _with_adjectives(theirs, target)
    if not theirs.isdisjoint(words.possible(ours)):
        return _NONE
    own, other = notions_of(ours, source), notions_of(theirs, target)
    if any(turns_round(notion) for notion, _ in _turned(own) & other):
        return _NONE  # compared by the table, with what stands around them
    meant, right = _meant(theirs, words), _right(ours, words)
    listed, like = _by_notion(ours, theirs, meant, right, words)
    return Relation(
        _share(ours, meant, source),
        _by_affix(ours, theirs, meant, right, words),
        float(listed),
        like,
        _kin(meant, right, words),
        min(1.0, sum(map(len, right.values())) / _MANY),
    )


def _share(ours: frozenset[str], meant: Mapping[int, frozenset[str]], source: str) -> float:
    """How much of what a word of the target means is contrary to one of the source."""
    return max(
        (
            sum(not ours.isdisjoint(contraries(one, source)[of]) for one in said) / len(said)
            for of, said in meant.items()
            if not ours.isdisjoint(_against(said, source, of))
        ),
        default=0.0,
    )


def _kin(
    meant: Mapping[int, frozenset[str]], right: Mapping[int, frozenset[str]], words: Dictionary
) -> float:
    """How much of what means the same as a word of the source is contrary to one of the target."""
    best = 0.0
    for of, said in meant.items():
        against = _against(said, words.source, of)
        for one in right.get(of, ()) if against else ():
            back = words.translated_as((one,), noun=of == _NOUN)
            best = max(best, len(back & against) / len(back))
    return best


@lru_cache(maxsize=4096)
def _against(said: frozenset[str], source: str, of: int) -> frozenset[str]:
    """The contraries of some words as words of a class."""
    return frozenset().union(*(contraries(one, source)[of] for one in said))


@lru_cache(maxsize=4096)
def _meant(theirs: frozenset[str], words: Dictionary) -> Mapping[int, frozenset[str]]:
    """What a word of the target surely translates, by the class in which it does."""
    verbs = frozenset(one for one in theirs if is_verb(one, words.target))
    others = [one for one in theirs if one not in verbs]
    found = {
        _NOUN: words.translated_as(others, noun=True),
        _VERB: words.translated_as(verbs, noun=False),
        _OTHER: words.translated_as(others, noun=False),
    }
    return {of: said for of, said in found.items() if said}


@lru_cache(maxsize=4096)
def _right(ours: frozenset[str], words: Dictionary) -> Mapping[int, frozenset[str]]:
    """What surely translates a word of the source, by the class of the translation."""
    others = words.sure_as(ours, noun=False)
    verbs = frozenset(one for one in others if is_verb(one, words.target))
    return {_NOUN: words.sure_as(ours, noun=True), _VERB: verbs, _OTHER: others - verbs}


def is_verb(form: str, language: str) -> bool:
    """Whether a form ends as the infinitive of a verb does."""
    rules = negation(language)
    return rules is not None and rules.infinitive.search(form) is not None


def _by_affix(
    ours: frozenset[str],
    theirs: frozenset[str],
    meant: Mapping[int, frozenset[str]],
    right: Mapping[int, frozenset[str]],
    words: Dictionary,
) -> float:
    """How much of what a word means it means in a class in which an affix parts it from the other."""
    whole = sum(map(len, meant.values()))
    return max(
        (
            len(said) / whole
            for of, said in meant.items()
            if _parted(theirs, right[of], words.target, verb=of == _VERB)
            or _parted(ours, said, words.source, verb=of == _VERB)
        ),
        default=0.0,
    )


def _parted(some: frozenset[str], others: frozenset[str], language: str, *, verb: bool) -> bool:
    """Whether a word of some is one of others but for a prefix that denies, or the other way round."""
    return not (
        _undenied(others, language, verb=verb).isdisjoint(some)
        and _undenied(some, language, verb=verb).isdisjoint(others)
    )


@lru_cache(maxsize=4096)
def _undenied(some: frozenset[str], language: str, *, verb: bool) -> frozenset[str]:
    """What is left of those of some words that begin with a prefix that denies, without it."""
    rules = negation(language)
    if rules is None:
        return frozenset()
    prefixes = rules.taking_back if verb else rules.prefixes
    denied = (one for one in some if one.startswith(prefixes) and not rules.alike.fullmatch(one))
    return frozenset(one[len(prefix) :] for one in denied for prefix in prefixes if one.startswith(prefix))


def _by_notion(
    ours: Iterable[str],
    theirs: Iterable[str],
    meant: Mapping[int, frozenset[str]],
    right: Mapping[int, frozenset[str]],
    words: Dictionary,
) -> tuple[bool, float]:
    """Whether two words are opposites of the table; and how much of what translates either, as a word of one
    class, is the opposite of the other. Nothing of either where any of these says the same.
    """
    own, other = notions_of(ours, words.source), notions_of(theirs, words.target)
    if not own and not other:
        return False, 0.0
    said = {of: [notions_of((one,), words.target) for one in right[of]] for of in meant if other}
    back = [[notions_of((one,), words.source) for one in found] for found in meant.values() if own]
    if not own.isdisjoint(other.union(*(one for found in back for one in found))) or any(
        not one.isdisjoint(other) for found in said.values() for one in found
    ):
        return False, 0.0
    against = [(found, _turned(other)) for found in said.values()] + [(found, _turned(own)) for found in back]
    shares = (
        sum(not one.isdisjoint(poles) for one in found) / len(found) for found, poles in against if found
    )
    listed = any(right[of] for of in meant) and not _turned(own).isdisjoint(other)
    return listed, max(shares, default=0.0)


def _turned(notions: Iterable[tuple[str, bool]]) -> frozenset[tuple[str, bool]]:
    """The other poles of some notions."""
    return frozenset((notion, not plus) for notion, plus in notions)


@lru_cache(maxsize=4096)
def _with_adjectives(forms: frozenset[str], language: str) -> frozenset[str]:
    """The forms of a word and, of an adverb made of an adjective, the adjective: *lieve* of *lievemente*."""
    return forms | {one for form in forms for one in _adjectives(form, language)}


def _adjectives(form: str, language: str) -> Iterator[str]:
    for ending, other in derived(language):
        match = ending.fullmatch(form)
        if match and known(match["stem"] + other, language):
            yield match["stem"] + other
