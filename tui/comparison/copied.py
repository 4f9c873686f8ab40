"""Text that stands on both sides letter for letter, where nothing can differ, or nearly so."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from tui.articles import SIDES, Article, Side, other_side
from tui.comparison.tongues import script_of, tongue_of
from tui.languages import base_language, function_words, normalized

if TYPE_CHECKING:
    from tui.alignment import AlignedPair, Bead
    from tui.comparison.rule import Candidate, Rule

_PHRASES = frozenset({"omission", "addition"})
"""Kinds of the layer *missing* that speak of what a sentence says, not of where it stands."""
_UNREAD = frozenset({"code", "link"})
"""Kinds that speak of what no sentence reads: code, and where links lead."""
_READ_AS_WRITTEN = frozenset({
    "number", "percentage", "amount", "unit", "date", "time", "name", "lookalike",
    "untranslated", "doubled",
})  # fmt: skip
"""Kinds of facts that are compared whatever the language is they stand in, and those that say of text left in
the source's language what is wrong with it."""
_FEW, _MOST = 5, 0.6
"""So many words in small letters, and such a share of them in the source too, show a sentence left in its
language."""
_HEAD = 24
"""Characters of a sentence by which most are told apart."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("‘’‚‛‹›", "'"))
"""Quotation marks, which the language of the other side may have changed in text that is copied."""


def copied_in(pair: AlignedPair, bead: Bead) -> Mapping[Side, Collection[int]]:
    """The sentences of each side of a bead that it has on the other too, letter for letter.

    Blanks, characters of no width and compatibility forms aside. Where only all sentences of a bead together
    are equal, each of them counts.
    """
    heads = [[_head(pair.article(side), number) for number in bead.side(side)] for side in SIDES]
    if not any(_may_begin_alike(one, other) for one in heads[0] for other in heads[1]):
        return {}
    texts = {side: {n: letters(pair.article(side), n) for n in bead.side(side)} for side in SIDES}
    both = set(texts["source"].values()) & set(texts["target"].values())
    if " ".join(texts["source"].values()) == " ".join(texts["target"].values()):
        both = set(texts["source"].values()) | set(texts["target"].values())
    return {side: [n for n, text in texts[side].items() if text in both] for side in SIDES}


def _head(article: Article, sentence: int) -> str:
    """How a sentence begins, in the form in which two are compared."""
    start, end = article.sentences[sentence].start, article.sentences[sentence].end
    return _letters(article.text[start : min(end, start + _HEAD)])


def _may_begin_alike(one: str, other: str) -> bool:
    shorter = min(len(one), len(other)) - 1  # the last may be half of a character
    return one[: max(0, shorter)] == other[: max(0, shorter)]


def letters(article: Article, sentence: int) -> str:
    """A sentence in the form in which two are compared letter by letter."""
    return _letters(article.sentence_text(sentence))


def _letters(text: str) -> str:
    return " ".join(normalized(text).translate(_QUOTES).split())


def passage(article: Article, sentences: Iterable[int]) -> str:
    """The texts of some sentences, one after the other."""
    return " ".join(map(article.sentence_text, sentences))


def words(text: str) -> list[str]:
    """The words of a text without case, in order: looked at before anything is read closely."""
    return _WORD.findall(text.casefold())


def may_differ(pair: AlignedPair) -> Callable[[Candidate], bool]:
    """Tells of a candidate of a pair whether anything can differ where it stands: one of facts or words does
    not stand wholly in copied sentences, one of grammar not in sentences left in the other side's language,
    and none of either where a side is in a language of neither.

    Code and the targets of links are no text, so that they may differ where all that is read is equal.
    """

    @cache
    def same(index: int) -> Mapping[Side, Collection[int]]:
        return copied_in(pair, pair.alignment.beads[index])

    @cache
    def is_left(index: int) -> bool:
        return bool(tongues(index)) or _is_left(pair, pair.alignment.beads[index])

    @cache
    def tongues(index: int) -> frozenset[str]:
        return _tongues(pair, pair.alignment.beads[index])

    @cache
    def is_read(index: int) -> bool:
        return tongues(index) <= own

    own = frozenset(base_language(pair.article(side).language) for side in SIDES)

    def is_unread(rule: Rule) -> bool:
        return rule.kind in _UNREAD or (rule.layer == "missing" and rule.kind not in _PHRASES)

    def told(one: Candidate) -> bool:
        if is_unread(one.rule):
            return True
        places = [
            (pair.alignment.bead_index(side, sentence), side, sentence)
            for side, spans in zip(SIDES, (one.source, one.target), strict=True)
            for sentence in (pair.article(side).sentence_at(span.start) for span in spans)
        ]
        if all(sentence in same(index).get(side, ()) for index, side, sentence in places):
            return False
        if not all(is_read(index) for index, _, _ in places):
            return False
        return one.rule.kind in _READ_AS_WRITTEN or not all(is_left(index) for index, _, _ in places)

    return told


def _tongues(pair: AlignedPair, bead: Bead) -> frozenset[str]:
    """The languages and scripts of a bead that are not those of their side, nor on the other side as well."""
    found = {side: frozenset(_foreign(pair, side, bead.side(side))) for side in SIDES}
    return found["source"] ^ found["target"]


def _foreign(pair: AlignedPair, side: Side, sentences: Iterable[int]) -> Iterator[str]:
    own, other = (base_language(pair.article(one).language) for one in (side, other_side(side)))
    for sentence in sentences:
        text = pair.article(side).sentence_text(sentence)
        if tongue := tongue_of(text, own, other, _script_of_language(own)):
            yield tongue


@lru_cache(maxsize=64)
def _script_of_language(language: str) -> str | None:
    """The script of a language, where its grammar is known."""
    return script_of(" ".join(function_words(language)))


def _is_left(pair: AlignedPair, bead: Bead) -> bool:
    """Whether the target of a bead is mostly words of its source, left there in its language."""
    if base_language(pair.source.language) == base_language(pair.target.language):
        return False
    source, target = (words(passage(pair.article(side), bead.side(side))) for side in SIDES)
    if sum(map(set(source).__contains__, target)) < _MOST * _FEW:
        return False
    small = [
        token.key
        for number in bead.target
        for token in pair.tokens["target"][number]
        if token.text.isalpha() and token.text.islower() and len(token.text) > 1
    ]
    if len(small) < _FEW:
        return False
    theirs = {token.key for number in bead.source for token in pair.tokens["source"][number]}
    return sum(word in theirs for word in small) >= _MOST * len(small)
