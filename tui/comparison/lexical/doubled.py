"""Words written twice in a row."""

from __future__ import annotations

from collections.abc import Iterator

from tui.alignment import AlignedPair
from tui.articles import SIDES, Article, Side, Span
from tui.comparison.rule import AS_READ, Candidate, Family, Rule
from tui.languages import Token, base_language, fold, function_words, word_list

_LONGEST = 3
"""Words of a phrase that is looked for twice."""


_RULE = Rule("doubled-word", "doubled", "words", "minor")


def propose(pair: AlignedPair) -> Iterator[Candidate]:
    """A word or short phrase repeated with nothing but blanks between, unless the other side repeats one too.

    Doublings that a language uses (`via via`, `had had`) are listed in its word list. Evidence: `emphatic`,
    whether it is one word that is no word of grammar, written alike both times, as it is for emphasis (*lungo
    lungo*); a slip of the pen is rather a word of grammar or two forms of one.
    """
    doubled = {side: list(_doubled(pair, side)) for side in SIDES}
    for side, other in zip(SIDES, SIDES[::-1], strict=True):
        answered = {pair.alignment.bead_index(other, sentence) for sentence, _, _ in doubled[other]}
        for sentence, span, words in doubled[side]:
            if pair.alignment.bead_index(side, sentence) not in answered:
                yield Candidate(
                    rule=_RULE,
                    evidence={"emphatic": float(_is_emphatic(pair.article(side), span, words))},
                    source=(span,) if side == "source" else (),
                    target=(span,) if side == "target" else (),
                    source_value=words if side == "source" else None,
                    target_value=words if side == "target" else None,
                    message=f"The {AS_READ[side]} has “{words}” twice in a row.",
                )


FAMILY = Family("doubled", (_RULE,), propose, one_language=False)


def _doubled(pair: AlignedPair, side: Side) -> Iterator[tuple[int, Span, str]]:
    """The sentence, the whole repetition and the repeated words."""
    article = pair.article(side)
    usual = word_list(article.language, "doubled")
    for sentence, tokens in enumerate(pair.tokens[side]):
        keys = [token.key for token in tokens]
        at = 0
        while at < len(tokens):
            if keys[at] not in keys[at + 1 : at + 1 + _LONGEST]:
                at += 1
                continue  # as for most words
            for size in range(1, _LONGEST + 1):
                if at + size >= len(keys) or keys[at] != keys[at + size]:
                    continue
                end = _end(article, tokens, at, size)
                if end == at + size:
                    continue
                words = tokens[at : at + size]
                if size > 1 or words[0].key not in usual:
                    written = article.text[words[0].start : words[-1].end]
                    yield sentence, Span(words[0].start, tokens[end - 1].end), written
                at = end
                break
            else:
                at += 1


def _is_emphatic(article: Article, span: Span, words: str) -> bool:
    """Whether a repetition is of one word that says something by itself, and the same to the letter."""
    said = span.within(article.text).split()
    return (
        len(words.split()) == 1
        and set(said) == {words}
        and fold(words) not in function_words(base_language(article.language))
    )


def _end(article: Article, tokens: tuple[Token, ...], at: int, size: int) -> int:
    """The place after the last repetition of the `size` words at `at`; after these if they are not repeated.

    A phrase that goes on with its own first word is a figure of speech: *again and again and again*.
    """
    words = [token.key for token in tokens[at : at + size]]
    if any(not word.isalpha() for word in words) or len(set(words)) < size:
        return at + size
    end = at + size
    while [token.key for token in tokens[end : end + size]] == words and _adjoin(
        article, tokens, at, end + size
    ):
        end += size
    goes_on = end < len(tokens) and tokens[end].key == words[0]
    came_before = at > 0 and tokens[at - 1].key == words[-1]
    return at + size if size > 1 and (goes_on or came_before) else end


def _adjoin(article: Article, tokens: tuple[Token, ...], first: int, end: int) -> bool:
    return all(
        article.text[one.end : two.start].isspace()
        for one, two in zip(tokens[first : end - 1], tokens[first + 1 : end], strict=True)
    )
