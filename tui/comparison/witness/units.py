"""What two sentences of one language are compared by: quantities, names and the words that carry meaning."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from tui.alignment import AlignedPair
from tui.articles import Side, Span
from tui.comparison.lexical.set_phrases import in_set_phrases
from tui.comparison.names.gazetteer import gazetteer
from tui.comparison.names.seats import metonyms
from tui.comparison.names.spelling import sound
from tui.comparison.quantities.equality import Likeness, likeness
from tui.comparison.quantities.extract import facts
from tui.comparison.quantities.fact import Fact, Strength
from tui.comparison.word_vectors import word_vectors
from tui.languages import (
    Token,
    bare,
    base_language,
    function_words,
    known,
    lemma,
    toml_table,
    word_list,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tui.alignment import Encoder

    Floats = NDArray[np.float32]


class Listed(Struct, frozen=True):
    """A name of the lists, however it is written: *US* and *United States*."""

    span: Span
    things: frozenset[str]
    """What it may name."""


Unit = Token | Fact | Listed

ALIKE = 0.75
"""The cosine from which two words of one language say the same (benchmarks/witness.py)."""


def units(pair: AlignedPair, side: Side, sentences: Iterable[int]) -> tuple[Unit, ...]:
    """What of some sentences should stand on the other side too, in the order of the text."""
    article = pair.article(side)
    found: list[Unit] = []
    for index in sentences:
        start, end = article.sentences[index].start, article.sentences[index].end
        quantities = [
            fact
            for fact in facts(article.text, start, end, article.language)
            if fact.strength >= Strength.SOFT
        ]
        tokens = pair.tokens[side][index]
        hits = [
            hit for hit in gazetteer(base_language(article.language)).find(tokens, article.text) if hit.firm
        ]
        named = {at for hit in hits for at in range(hit.first, hit.last + 1)}
        words: list[Unit] = list(_words(tokens, named, article.language))
        words += (Listed(Span(tokens[hit.first].start, tokens[hit.last].end), hit.things) for hit in hits)
        found += quantities
        found += (
            word
            for word in words
            if not any(fact.span.start <= word.span.start < fact.span.end for fact in quantities)
        )
    return tuple(sorted(found, key=lambda unit: unit.span))


def _words(tokens: Sequence[Token], named: Set[int], language: str) -> Iterator[Token]:
    """The words that carry meaning by themselves, and are not `named`; one said twice in a row, which is a
    machine's slip, is one.
    """
    function, holders = function_words(language), word_list(language, "holders")
    apart = named | in_set_phrases(tokens, language)
    for at, token in enumerate(tokens):
        if at in apart or token.key in holders or function.get(bare(token.key)):
            continue
        if not at or tokens[at - 1].key != token.key:
            yield token


class Words:
    """How alike words, and quantities and names, of one language are."""

    def __init__(self, found: Iterable[Unit], language: str, encoder: Encoder) -> None:
        self._language = base_language(language)
        keys = (unit.key for unit in found if isinstance(unit, Token))
        forms = sorted({form for key in keys for form in (key, lemma(key, self._language))})
        self._vectors = dict(zip(forms, word_vectors(forms, encoder), strict=True)) if forms else {}

    def alike(self, ones: Sequence[Unit], others: Sequence[Unit]) -> Floats:
        """How alike each of some units is to each of others, 0 to 1: (n, m). 1 only for the same."""
        found = np.zeros((len(ones), len(others)), np.float32)
        for row, one in enumerate(ones):
            for column, other in enumerate(others):
                found[row, column] = self._likeness(one, other)
        return found

    def _likeness(self, one: Unit, other: Unit) -> float:
        if not isinstance(one, Token) or not isinstance(other, Token):
            return float(same_thing(one, other))
        a, b = lemma(one.key, self._language), lemma(other.key, self._language)
        if one.key == other.key or a == b or synonyms(a, b, self._language):
            return 1.0
        if one.text[0].isupper() and other.text[0].isupper() and sound(one.text) == sound(other.text):
            return 1.0
        found = max(float(self._vectors[x] @ self._vectors[y]) for x in {one.key, a} for y in {other.key, b})
        return min(max(found, 0.0), 0.99)


def same_thing(one: Unit, other: Unit, *, surely: bool = False) -> bool:
    """Whether two quantities or two listed names are the same; `surely`: not under another reading."""
    if isinstance(one, Listed) and isinstance(other, Listed):
        return bool(one.things & other.things) or metonyms(one.things, other.things)
    if not isinstance(one, Fact) or not isinstance(other, Fact):
        return False
    return likeness(one, other) >= (Likeness.SAME if surely else Likeness.CONVERTED)


def synonyms(one: str, other: str, language: str) -> bool:
    """Whether two lemmas of a base language are listed as words for one another."""
    groups = _groups(language)
    return bool(groups.get(one, frozenset()) & groups.get(other, frozenset()))


@cache
def _groups(language: str) -> dict[str, frozenset[str]]:
    """The groups (as their lines) in which each lemma stands; empty for a language without a list."""
    found: dict[str, set[str]] = defaultdict(set)
    for group in toml_table(f"synonyms/{language}.toml").get("groups", ()):
        for word in group.split():
            found[word].add(group)
    return {word: frozenset(held) for word, held in found.items()}


def is_word(key: str, language: str) -> bool:
    """Whether a folded word, or its dictionary form, stands in the word list of a base language."""
    return known(key, language) or known(lemma(key, language), language)
