"""Who speaks: the name beside a verb of saying."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from msgspec import Struct

from tui.articles import Article
from tui.comparison.names import Mention
from tui.comparison.polarity import forms_of
from tui.comparison.quotations import Quotations
from tui.languages import Section, Token, base_language, known

_NEAR = 3
"""Words that may stand between a verb of saying and the name of the speaker."""
_BESIDE = 2
"""The same for a place, which more often is only where somebody speaks."""
_APPOSITION = 12
"""As many when they are set off by commas: `Keller, who runs the port, said`."""
_AUXILIARY = 2
"""Words of the verb itself: `ha detto`."""


class Speech(Struct, frozen=True):
    """How a language tells who speaks, from `assets/speech/<language>.toml`."""

    verbs: frozenset[str]
    reporting: frozenset[str]
    """Verbs that say who speaks beside a noun of somebody, not surely beside a name."""
    accusing: frozenset[str]
    passive: frozenset[str]
    not_before: frozenset[str]
    according: frozenset[tuple[str, ...]]
    breaks: frozenset[str]
    telling: frozenset[str]
    """Verbs after which stands the one who is told."""
    that: frozenset[str]
    """Conjunctions that begin what is reported."""
    pronouns: frozenset[str]
    joins: frozenset[str]
    """What joins two who speak together."""
    articles: frozenset[str]
    sayers: frozenset[str]
    """The kinds of things that may say something, by the nouns that name them."""


@cache
def speech(language: str) -> Speech | None:
    """The rules of a language; None where no data describes it."""
    data = Section.of(f"speech/{language}.toml")
    if not data.values:
        return None
    return Speech(
        data.words("verbs"),
        data.words("reporting"),
        data.words("accusing"),
        data.words("passive"),
        data.words("not_before"),
        frozenset(tuple(phrase.split()) for phrase in data.listed("according")),
        data.words("breaks"),
        data.words("telling"),
        data.words("that"),
        data.words("pronouns"),
        data.words("joins"),
        data.words("articles"),
        data.words("sayers"),
    )


class _Name(Struct, frozen=True):
    """A name among the words outside quotations, and the first and last of its capitalised words."""

    mention: Mention
    first: int
    last: int


def speakers(
    article: Article, tokens: Sequence[Token], named: Sequence[Mention], quotations: Quotations
) -> list[Mention]:
    """The names beside the verbs of saying of some sentences, outside quotations; all of a list of them."""
    language = base_language(article.language)
    rules = speech(language)
    if rules is None:
        return []
    outside = quotations.outside(tokens)
    names = [name for name in _names(outside, named) if not _institution(outside, name, language, rules)]
    found: list[Mention] = []
    held = forms_of(outside, language) if names else ()
    for at, said in enumerate(held):
        accuses = not said.isdisjoint(rules.accusing)
        if not (accuses or not said.isdisjoint(rules.verbs)) or (at and outside[at - 1].key in rules.passive):
            continue
        if any(word.key in rules.pronouns for word in outside[max(0, at - _AUXILIARY) : at]):
            continue
        free = [name for name in names if not _object(outside, name.first, rules)]
        before = [name for name in free if name.last < at]
        subjects = [name for name in reversed(before) if _near(article.text, outside, name, at, rules)]
        subjects += [name for name in before if _apposed(article.text, outside[name.last : at + 1])]
        if not accuses:
            subjects += [name for name in free if _near(article.text, outside, name, at, rules, after=True)]
        if subjects:
            found += [name.mention for name in _listed(article.text, outside, names, subjects[0], rules)]
    return found


def _listed(
    text: str, outside: Sequence[Token], names: Sequence[_Name], one: _Name, rules: Speech
) -> list[_Name]:
    """The names that speak together with one: *the Times and the Guardian*."""
    apart = list(dict.fromkeys((name.first, name.last) for name in names))
    at = apart.index((one.first, one.last))
    first = last = at
    links: list[Sequence[Token]] = []
    while first > 0 and _joined(text, outside, apart[first - 1], apart[first], rules):
        links.append(outside[apart[first - 1][1] + 1 : apart[first][0]])
        first -= 1
    while last + 1 < len(apart) and _joined(text, outside, apart[last], apart[last + 1], rules):
        links.append(outside[apart[last][1] + 1 : apart[last + 1][0]])
        last += 1
    if not any(token.key in rules.joins for link in links for token in link):
        return [one]
    others = {(name.first, name.last): name for name in reversed(names)}
    return [one if place == (one.first, one.last) else others[place] for place in apart[first : last + 1]]


def _joined(
    text: str, outside: Sequence[Token], one: tuple[int, int], other: tuple[int, int], rules: Speech
) -> bool:
    """Whether only commas, articles and conjunctions stand between two names."""
    between = outside[one[1] + 1 : other[0]]
    gap = text[outside[one[1]].end : outside[other[0]].start]
    if not all(token.key in rules.joins or token.key in rules.articles for token in between):
        return False
    return any(token.key in rules.joins for token in between) or gap.strip().startswith(",")


def _institution(outside: Sequence[Token], name: _Name, language: str, rules: Speech) -> bool:
    """Whether a name is one word that means something by itself after an article: *the Council*."""
    before = outside[name.first - 1].key if name.first else ""
    if name.mention.sort == "listed":
        return False
    return name.first == name.last and before in rules.articles and known(outside[name.first].key, language)


def _names(outside: Sequence[Token], named: Sequence[Mention]) -> Iterator[_Name]:
    place = {token.start: at for at, token in enumerate(outside)}
    for name in named:
        if name.start in place and name.sort != "abbreviation" and name.text[0].isupper():
            first = last = place[name.start]
            while first > 0 and outside[first - 1].start >= name.run and outside[first - 1].text[0].isupper():
                first -= 1
            while last + 1 < len(outside) and outside[last + 1].end <= name.run_end:
                last += 1
            yield _Name(name, first, last)


def _near(
    text: str, outside: Sequence[Token], name: _Name, verb: int, rules: Speech, *, after: bool = False
) -> bool:
    """Whether a name stands before a verb, or `after` it, with few words and no mark between them."""
    first, last = (verb, name.first) if after else (name.last, verb)
    near = _BESIDE if name.mention.sort == "listed" else _NEAR
    return 0 < last - first <= near and not _parted(text, outside[first : last + 1], rules)


def _apposed(text: str, between: Sequence[Token]) -> bool:
    """Whether commas stand right after the name and right before the verb, with no other name between."""
    if any(token.text[0].isupper() for token in between[1:-1]):
        return False
    gaps = [text[a.end : b.start] for a, b in pairwise(between)]
    marked = [at for at, gap in enumerate(gaps) if any(c in gap for c in ',;:()"“”«»')]
    if len(marked) != 2 or len(gaps) > _APPOSITION or any(gaps[at].strip() != "," for at in marked):
        return False
    return marked[0] == 0 and marked[1] >= len(gaps) - _AUXILIARY


def _parted(text: str, between: Sequence[Token], rules: Speech) -> bool:
    """Whether a conjunction or a mark stands between the verb and the name, which are first and last."""
    if any(token.key in rules.breaks for token in between[1:-1]):
        return True
    return any(c in text[a.end : b.start] for a, b in pairwise(between) for c in ",;:()")


def says(article: Article, tokens: Sequence[Token], quotations: Quotations) -> bool:
    """Whether a verb of saying stands among the words, outside quotations."""
    language = base_language(article.language)
    rules = speech(language)
    held = forms_of(quotations.outside(tokens), language) if rules else ()
    return rules is not None and any(said & rules.verbs for said in held)


def reports(article: Article, tokens: Sequence[Token], quotations: Quotations) -> bool:
    """Whether a clause says, after a verb of saying and a conjunction, what was said: *ha detto che …*"""
    language = base_language(article.language)
    rules = speech(language)
    outside = quotations.outside(tokens)
    held = forms_of(outside, language) if rules else ()
    return rules is not None and any(
        token.key in rules.that and any(said & rules.verbs for said in held[max(0, at - _NEAR) : at])
        for at, token in enumerate(outside)
    )


def _object(outside: Sequence[Token], first: int, rules: Speech) -> bool:
    """Whether the name that begins at a word is spoken to or of: a preposition stands before it."""
    if any(
        tuple(token.key for token in outside[max(0, first - len(phrase)) : first]) == phrase
        for phrase in rules.according
    ):
        return False
    return first > 0 and outside[first - 1].key in rules.not_before
