"""Words of one side's language left standing on the other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from tui.alignment import AlignedPair, Bead
from tui.articles import SIDES, Article, Side, Span, other_side
from tui.comparison.by_section import learned
from tui.comparison.lexical.aligned import tokens_of
from tui.comparison.rule import AS_READ, Candidate, Family, Rule
from tui.languages import (
    Token,
    base_language,
    code_spans,
    function_words,
    known,
    lemma,
    normalized,
    word_list,
)

_WORD = re.compile(r"[^\W\d_]+")
_AGAIN = -1
_SHORTEST = 3
"""Letters a word needs to be told from an abbreviation."""
_STEM, _ENDING = 6, 3
"""Letters that a word has at least to be known again without its ending, and an ending at most."""
_PARTICLE = 4
"""Letters that a word inside a name has at most: *Osama bin Laden, Ludwig van Beethoven*."""
_PARTICLES = 3
"""So many of them stand together at most: *Ursula von der Leyen*."""
_TITLE = 3
"""Copied words in a row, one of them with a capital, that make a title."""
_SIGNS = frozenset("/@\"“”„«»‘’'‹›")


_RULE = Rule(
    "untranslated-word", "untranslated", "words", "minor", yields_to=frozenset({"passage-untranslated"})
)


def propose(pair: AlignedPair) -> Iterator[Candidate]:
    """Words of one side that copy a word of the other and are none of its own language.

    Left alone: names, titles, code, the loans of that language, what a quotation mark adjoins, a term that
    brackets set beside its translation or that a word before it introduces (*the word hobo*), and a word that
    the side uses more than once, which it has made its own.
    """
    if base_language(pair.source.language) != base_language(pair.target.language):
        for side in SIDES:
            yield from _left(pair, side)


def _left(pair: AlignedPair, side: Side) -> Iterator[Candidate]:
    """The words of a side that were left in the language of the other."""
    there = other_side(side)
    here = pair.article(side)
    own, other = base_language(here.language), base_language(pair.article(there).language)
    once = _once(pair, side)
    rare = defaultdict[int, list[str]](list)
    for word, number in once.items():
        rare[pair.alignment.bead_index(side, number)].append(word)
    for index in sorted(rare):
        bead = pair.alignment.beads[index]
        if not bead.side(there) or not _may_be_copied(pair, bead, there, rare[index]):
            continue
        tokens = tokens_of(pair, bead)
        originals = {token.key: token for token in reversed(tokens[there])}
        stems = defaultdict[str, list[str]](list)
        for key in originals:
            stems[key[:_STEM]].append(key)
        forms = {lemma(key, other): original for key, original in originals.items()}
        copied = [
            (place, original)
            for place, token in enumerate(tokens[side])
            if token.key in once
            and (
                original := originals.get(token.key)
                or forms.get(token.key)
                or originals.get(_longer(token.key, stems.get(token.key[:_STEM], ())))
            )
            and _is_foreign(token, original, other, own)
            and not _in_a_name(tokens[side], place)
            and not _on_purpose(here.text, token)
        ]
        code = _code(here.text, tokens[side]) if copied else frozenset()
        copied = [(place, original) for place, original in copied if tokens[side][place].start not in code]
        for run in _runs(here.text, tokens[side], copied, originals):
            if not _is_part(here.text, tokens[side], run) and not _is_called(
                here, tokens[side], run, originals, other
            ):
                yield _candidate(pair, side, tokens[side], run)


def _candidate(
    pair: AlignedPair, side: Side, tokens: Sequence[Token], run: Sequence[tuple[int, Token]]
) -> Candidate:
    there, text = other_side(side), pair.article(side).text
    words = [tokens[place] for place, _ in run]
    span = Span(words[0].start, words[-1].end)
    originals = sorted({original.span for _, original in run})
    spans = {side: (span,), there: tuple(_joined(pair.article(there).text, originals))}
    said = {
        side: " ".join(word.key for word in words),
        there: " ".join(original.key for _, original in run),
    }
    return Candidate(
        rule=_RULE, evidence={},
        source=spans["source"], target=spans["target"],
        source_value=said["source"], target_value=said["target"],
        message=f"“{span.within(text)}” is left as in the {AS_READ[there]}.",
    )  # fmt: skip


FAMILY = Family("untranslated", (_RULE,), propose, one_language=False, whole=True)


def _once(pair: AlignedPair, side: Side) -> dict[str, int]:
    """The words that a side has once and that may be none of its language, without case, each with the
    sentence in which it stands.
    """
    language = base_language(pair.article(side).language)

    def read(part: AlignedPair) -> dict[str, int]:
        beads = filter(part.is_asked, part.alignment.beads)
        numbers = sorted(number for bead in beads for number in bead.side(side))
        places = _places(
            (word.casefold(), number) for number in numbers for word in _words(part.article(side), number)
        )
        return {word: number for word, number in places.items() if _may_be_foreign(word, language)}

    found = _places(
        (word, number if number == _AGAIN else numbers[side][number])
        for numbers, words in learned(pair, read, "untranslated", side)
        for word, number in words.items()
    )
    return {word: number for word, number in found.items() if number != _AGAIN}


def _places(words: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Where each word stands, or that it does so again."""
    found: dict[str, int] = {}
    for word, number in words:
        found[word] = _AGAIN if word in found else number
    return found


def _words(article: Article, number: int) -> list[str]:
    return _WORD.findall(normalized(article.sentence_text(number)))


def _may_be_copied(pair: AlignedPair, bead: Bead, side: Side, rare: Iterable[str]) -> bool:
    """Whether a side of a bead has any of some words otherwise than as a name, or not at all: looked up
    before anything is read closely.
    """
    words = [word for number in bead.side(side) for word in _words(pair.article(side), number)]
    originals = {word.casefold(): word for word in reversed(words)}
    return any(not originals.get(word, word)[0].isupper() for word in rare)


def _may_be_foreign(key: str, language: str) -> bool:
    """Whether a word may be none of a language."""
    return not (
        len(key) < _SHORTEST
        or not key.isalpha()
        or key in function_words(language)
        or key in word_list(language, "loans")
        or known(key, language)
    )


def _joined(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """The spans, those that a single hyphen or blank parts as one."""
    held: Span | None = None
    for span in spans:
        if held and text[held.end : span.start] in ("-", " "):
            held = Span(held.start, span.end)
            continue
        if held:
            yield held
        held = span
    if held:
        yield held


def _longer(key: str, alike: Sequence[str]) -> str:
    """The word, among those that begin like it, that a word of the other side shortens by its
    ending: *hardline*, *hardliners*; empty where there is none.
    """
    if len(key) < _STEM:
        return ""
    return next((word for word in alike if word.startswith(key) and len(word) <= len(key) + _ENDING), "")


def _is_foreign(token: Token, original: Token, other: str, own: str) -> bool:
    """Whether a word that copies `original` is a word of the other language and none of its `own`."""
    return _may_be_foreign(token.key, own) and not (
        original.text[0].isupper()
        or original.key in function_words(other)
        or lemma(token.key, own) != token.key
        or not known(original.key, other)
    )


def _in_a_name(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word is written large beside another that is, or is a short one between two such words."""
    if tokens[place].text[0].isupper():
        around = tokens[max(0, place - 1) : place + 2]
        return sum(token.text[0].isupper() for token in around) > 1
    first, last = place, place
    while first and _is_particle(tokens[first]):
        first -= 1
    while last + 1 < len(tokens) and _is_particle(tokens[last]):
        last += 1
    ends = tokens[first], tokens[last]
    return last - first - 1 <= _PARTICLES and all(token.text[0].isupper() for token in ends)


def _is_particle(token: Token) -> bool:
    return token.text.islower() and len(token.text) <= _PARTICLE


def _code(text: str, tokens: Sequence[Token]) -> frozenset[int]:
    """Where the words begin that stand in code."""
    spans = list(code_spans(text, tokens[0].start, tokens[-1].end)) if tokens else []
    return frozenset(t.start for t in tokens for span in spans if span.start <= t.start < span.end)


def _runs(
    text: str, tokens: Sequence[Token], copied: list[tuple[int, Token]], originals: Mapping[str, Token]
) -> Iterator[list[tuple[int, Token]]]:
    """Copied words that stand together, each with the words of the other side that hyphens tie to it."""
    end = -1
    for place, original in copied:
        if place <= end:
            continue
        run = [(place, original)]
        while run[0][0] > 0 and _tied(text, tokens, run[0][0] - 1, "-"):
            before = originals.get(tokens[run[0][0] - 1].key)
            if before is None:
                break
            run.insert(0, (run[0][0] - 1, before))
        while (end := run[-1][0]) + 1 < len(tokens):
            after = dict(copied).get(end + 1) or originals.get(tokens[end + 1].key)
            if after is None or not _tied(text, tokens, end, " -" if (end + 1, after) in copied else "-"):
                break
            run.append((end + 1, after))
        yield run


def _is_part(text: str, tokens: Sequence[Token], run: Sequence[tuple[int, Token]]) -> bool:
    """Whether a run is part of a name (*Park Ji-sung*) or of a word that is translated: *sub-sahariana*."""
    first, last = run[0][0], run[-1][0]
    named = len(run) > 1 and run[0][1].text[:1].isupper() and tokens[first].text[:1].isupper()
    return (
        named
        or (first > 0 and _tied(text, tokens, first - 1, "-"))
        or (last + 1 < len(tokens) and _tied(text, tokens, last, "-"))
    )


def _is_called(
    article: Article,
    tokens: Sequence[Token],
    run: Sequence[tuple[int, Token]],
    originals: Mapping[str, Token],
    language: str,
) -> bool:
    """Whether a run is what something is called in the other `language`: a title of which more words are
    copied, a term alone in brackets or with brackets after it, or after a word that says so (*the word
    hobo*), or an identifier (*debian-devel*), in which no word of grammar stands.
    """
    first, last = run[0][0], run[-1][0]
    parts = tokens[first : last + 1]
    grammar = function_words(language)
    text = article.text
    if any("-" in text[a.end : b.start] for a, b in pairwise(parts)) and not any(
        t.key in grammar for t in parts
    ):
        return True
    if text[: tokens[first].start].rstrip()[-1:] == "(" and _sign_behind(text, tokens[last].end) == ")":
        return True
    whole = first, last  # with the words of the other language that its own has, too
    while whole[0] and tokens[whole[0] - 1].key in originals:
        whole = whole[0] - 1, last
    while whole[1] + 1 < len(tokens) and tokens[whole[1] + 1].key in originals:
        whole = whole[0], whole[1] + 1
    if "(" in (_sign_behind(text, tokens[last].end), _sign_behind(text, tokens[whole[1]].end)):
        return True
    naming = word_list(base_language(article.language), "naming")
    if any(at and tokens[at - 1].key in naming for at in (first, whole[0])):
        return True
    first, last = whole
    return last - first + 1 >= _TITLE and any(
        tokens[place].text[0].isupper() and place for place in range(first, last + 1)
    )


def _sign_behind(text: str, end: int) -> str:
    """The sign that stands after a place, or after a blank there."""
    return text[end : end + 2].lstrip()[:1]


def _tied(text: str, tokens: Sequence[Token], place: int, signs: str) -> bool:
    """Whether nothing but one of `signs` stands between a word and the next."""
    between = text[tokens[place].end : tokens[place + 1].start]
    return len(between) == 1 and between in signs


def _on_purpose(text: str, token: Token) -> bool:
    """Whether a quotation mark adjoins the word, or it is part of an address."""
    before, after = text[max(0, token.start - 2) : token.start], text[token.end : token.end + 1]
    elided = len(before) == 2 and before[0].isalpha() and before[1] in "'’"
    return after in _SIGNS or (before[-1:] in _SIGNS | {"."} and not elided)
