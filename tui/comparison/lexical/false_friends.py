"""False friends: a word translated by its lookalike, which means something else; phrases word for word."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from tui.alignment import AlignedPair
from tui.articles import Side, Span, other_side
from tui.comparison.change import change, for_and_against, gain_of
from tui.comparison.lexical.aligned import aligned_tokens
from tui.comparison.rule import Candidate, Family, Question, Rule
from tui.languages import Token, base_language, function_words, lemma, tsv_table

if TYPE_CHECKING:
    from tui.alignment.model import Vectors

_WORD = Rule("false-friend", "false-friend", "words", "major")
_PHRASE = Rule("false-friend-phrase", "false-friend", "words", "major")

_STEM = 2
"""Letters that every form of a listed word shares with it (*sue*, *suing*): only then is its dictionary form
looked up."""
_TRIED = 3
"""So many right words are tried in the place of a lookalike."""
_SCALE = 0.03
"""The gain in likeness, a difference of cosines, that is as much as there need be
(benchmarks/false_friends.py)."""
_OFTEN = 2
"""In so many other places the two stand for each other where they are a term of the text."""


class _FalseFriend(Struct, frozen=True):
    words: tuple[str, ...]
    lookalike: tuple[str, ...]
    right: tuple[str, ...]
    """Words that do translate `words`, the commonest first."""
    meaning: str
    """What the lookalike means, in the language of `words`."""
    unless: frozenset[str]
    """Words of that language beside which the lookalike is right."""

    @property
    def is_phrase(self) -> bool:
        """A phrase rendered word for word says something else altogether; a single word is off the mark."""
        return len(self.words) > 1 and len(self.lookalike) > 1


def propose(pair: AlignedPair) -> Iterator[Candidate]:
    """A listed word or phrase on one side, its lookalike on the other, and no word that does translate it.

    Evidence: `throughout`, in how many other places they stand for each other, to two: a term of the text;
    `friend-gain`, `friend-loss`: by how much the two sides would be more alike, or less, with a right word in
    the place of the lookalike.
    """
    source, target = base_language(pair.source.language), base_language(pair.target.language)
    found = [
        *_find(pair, "source", "target", _listed(source, target)),
        *_find(pair, "target", "source", _listed(target, source)),
    ]
    places = Counter(friend for friend, _ in found)
    for friend, one in found:
        yield replace(one, evidence={"throughout": min(1.0, (places[friend] - 1) / _OFTEN)})


FAMILY = Family("false friends", (_WORD, _PHRASE), propose, one_language=False)


def _find(
    pair: AlignedPair, side: Side, other: Side, listed: Mapping[str, tuple[_FalseFriend, ...]]
) -> Iterator[tuple[_FalseFriend, Candidate]]:
    language, other_language = (
        base_language(pair.article(side).language),
        base_language(pair.article(other).language),
    )
    for tokens in aligned_tokens(pair) if listed else ():
        beginnings = {token.key[:_STEM] for token in tokens[other]}
        for at, token in enumerate(tokens[side]):
            if at and token.text[0].isupper():
                continue  # a name
            friends = listed.get(token.key[:_STEM], ())
            forms = (token.key, lemma(token.key, language)) if friends else ()
            for friend in friends:
                if friend.words[0] not in forms or friend.lookalike[0][:_STEM] not in beginnings:
                    continue
                if not _stands(friend.words, tokens[side], at, language):
                    continue
                lookalike = _place(friend.lookalike, tokens[other], other_language)
                if lookalike is None or tokens[other][lookalike].text == token.text.title():
                    continue  # the other side has none, or the name that opens this sentence
                if _is_right(friend, tokens, side, other, (language, other_language)):
                    continue
                spans = {
                    side: Span(token.start, tokens[side][at + len(friend.words) - 1].end),
                    other: Span(
                        tokens[other][lookalike].start,
                        tokens[other][lookalike + len(friend.lookalike) - 1].end,
                    ),
                }
                written = {name: span.within(pair.article(name).text) for name, span in spans.items()}
                yield (
                    friend,
                    Candidate(
                        rule=_PHRASE if friend.is_phrase else _WORD,
                        evidence={},
                        source=(spans["source"],),
                        target=(spans["target"],),
                        source_value=written["source"],
                        target_value=written["target"],
                        message=f"“{written[other]}” means {friend.meaning}, not “{written[side]}”.",
                        questions=() if friend.is_phrase else (_question(friend, pair, other, spans[other]),),
                    ),
                )


def _question(friend: _FalseFriend, pair: AlignedPair, side: Side, lookalike: Span) -> Question:
    """Whether a right word would make the sides more alike. `side`: that of the lookalike."""
    there = other_side(side)
    bead = pair.alignment.beads[pair.bead(side, lookalike.start)]
    other = " ".join(pair.article(there).sentence_text(index) for index in bead.side(there))
    changes = [
        change(pair.article(side), bead.side(side), (lookalike,), other, word)
        for word in friend.right[:_TRIED]
    ]

    def evidence(vectors: Vectors) -> Mapping[str, float]:
        best = max(gain_of(vectors[0], changed, vectors[1]) for changed in vectors[2:])
        gain, loss = for_and_against(best / _SCALE)
        return {"friend-gain": gain, "friend-loss": loss}

    return Question((changes[0].own, other, *(one.changed for one in changes)), evidence)


def _is_right(
    friend: _FalseFriend,
    tokens: Mapping[Side, tuple[Token, ...]],
    side: Side,
    other: Side,
    languages: tuple[str, str],
) -> bool:
    """Whether a right translation stands beside the lookalike, or something that the lookalike translates."""
    language, other_language = languages
    if any(lemma(word.key, other_language) in friend.right for word in tokens[other]):
        return True
    meant = (
        frozenset()
        if friend.is_phrase
        else frozenset(friend.meaning.split()) - function_words(language).keys()
    )
    beside = meant | friend.unless
    return bool(beside) and any(lemma(word.key, language) in beside for word in tokens[side])


def _place(words: tuple[str, ...], tokens: tuple[Token, ...], language: str) -> int | None:
    """Where a word or phrase stands first."""
    starts = range(len(tokens) - len(words) + 1)
    return next((at for at in starts if _stands(words, tokens, at, language)), None)


def _stands(words: tuple[str, ...], tokens: tuple[Token, ...], at: int, language: str) -> bool:
    """Whether the tokens from `at` are the words, as they are or in another form."""
    found = tokens[at : at + len(words)]
    return len(found) == len(words) and all(
        token.key == word or (token.key[:_STEM] == word[:_STEM] and lemma(token.key, language) == word)
        for token, word in zip(found, words, strict=True)
    )


@cache
def _listed(language: str, other: str) -> Mapping[str, tuple[_FalseFriend, ...]]:
    """The false friends of `language` in `other` by the beginning of the first word; empty without a list."""
    found: dict[str, list[_FalseFriend]] = defaultdict(list)
    for row in tsv_table(f"words/false-friends.{language}-{other}.tsv"):
        words, lookalike, right, meaning, unless = row.values()
        friend = _FalseFriend(
            tuple(words.split()),
            tuple(lookalike.split()),
            tuple(right.split()),
            meaning,
            frozenset(unless.split()),
        )
        found[words.split()[0][:_STEM]].append(friend)
    return {stem: tuple(friends) for stem, friends in found.items()}
