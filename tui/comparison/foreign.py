"""Passages in a language of their own: left untranslated, or in no language of the pair."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from tui.alignment import AlignedPair
from tui.articles import SIDES, Article, Side, Span, detect, other_side
from tui.comparison.by_section import learned, placed, written
from tui.comparison.copied import copied_in, letters, passage, words
from tui.comparison.rule import AS_READ, Candidate, Family, Rule
from tui.comparison.tongues import KEPT, LONG, is_of, prose, script_of, tongue_of
from tui.languages import (
    Token,
    base_language,
    function_words,
    is_program,
    language_name,
    tokenize,
)

if TYPE_CHECKING:
    from tui.alignment import Bead

_LEFT = Rule("passage-untranslated", "untranslated", "missing", "major")
_OTHER = Rule("passage-other-language", "untranslated", "missing", "major")

_TELLING = 2
"""So many words that only the other language has make a copied sentence prose of that language."""
_ENDS, _CLOSING = frozenset(".!?…:"), " \"'”’»)"
"""Marks that end a sentence, and what may stand after them: a command line has none."""
_RUN = 5
"""So many words in a row make a part of a sentence that was left in the other language."""
_QUOTES = frozenset("\"'“”„«»‘’‹›(")
"""Marks before words that are given as they are."""
_MOST = 0.5
"""From this share of a side on, one finding says for all of it that it was left untranslated."""


class _Passage(Struct, frozen=True):
    """Sentences of one side that follow each other in a language, or a script, that is not that side's."""

    side: Side
    sentences: tuple[int, ...]
    tongue: str
    """A language by its base tag, or a script by its name in Unicode."""


def propose(pair: AlignedPair) -> Iterator[Candidate]:
    """Passages of a side left in the language of the other, and passages in a language of neither side.

    A quotation in a third language that both sides have is none; nor are names, figures, code and single
    words that stand alike on both. Where most of a side was left, one finding speaks for all of it.
    """
    read = _read(pair)
    if _is_whole(pair, read.same):
        whole = [_Passage("target", tuple(range(len(pair.target.sentences))), "")]
        yield _candidate(pair, _LEFT, whole, "The target is the source, untranslated.")
        return
    for side in SIDES:
        yield from _of_side(pair, side, read)


def _of_side(pair: AlignedPair, side: Side, read: _Read) -> Iterator[Candidate]:
    """The passages of a side that were left in the language of the other, and those in a third one."""
    article, passages = pair.article(side), list(_passages(pair, side, read.tongues))
    language = base_language(pair.article(other_side(side)).language)
    left = [one for one in passages if one.tongue == language]
    count = sum(len(one.sentences) for one in left)
    if len(left) > 1 and _share(article, left) >= _MOST:
        of_all = f"{count} of its {len(article.sentences)} sentences"
        message = f"Most of the {AS_READ[side]} is left in {language_name(language)}: {of_all}."
        yield _candidate(pair, _LEFT, left, message)
    else:
        for one in left:
            message = f"{_this(one)} left in {language_name(language)}, untranslated."
            yield _candidate(pair, _LEFT, [one], message)
    told = {number for one in left for number in one.sentences}
    for number, source, target in read.inside[side]:
        if number not in told:
            message = f"Words of this sentence are left in {language_name(language)}, untranslated."
            yield _candidate_of(_LEFT, source, target, message)
    for one in passages:
        if one not in left:
            what = language_name(one.tongue) if one.tongue.islower() else f"{one.tongue.title()} letters"
            message = f"{_this(one)} in {what}, unlike the rest of the {AS_READ[side]}."
            yield _candidate(pair, _OTHER, [one], message)


FAMILY = Family("foreign", (_LEFT, _OTHER), propose, one_language=False, whole=True)


class _Read(Struct, frozen=True):
    """What is read of each sentence and each bead of a pair by itself."""

    same: Mapping[Side, set[int]]
    """The sentences that stand on both sides letter for letter."""
    tongues: Mapping[Side, dict[int, str]]
    """The language or script of each sentence that is not in its side's."""
    inside: Mapping[Side, list[tuple[int, tuple[Span, ...], tuple[Span, ...]]]]
    """Where sentences of a side, each with its number, go on in words of the other: in the source, and in the
    target."""


def _read(pair: AlignedPair) -> _Read:
    found = _Read({side: set() for side in SIDES}, {side: {} for side in SIDES}, {side: [] for side in SIDES})
    scripts = {side: script_of(pair.article(side).text) for side in SIDES}

    def read(part: AlignedPair) -> Any:
        return _of_beads(part, list(filter(part.is_asked, part.alignment.beads)), scripts)

    for numbers, (same, tongues, inside) in learned(pair, read, "foreign", str(scripts)):
        for side, copies, spoken in zip(SIDES, same, tongues, strict=True):
            found.same[side].update(numbers[side][number] for number in copies)
            found.tongues[side].update((numbers[side][number], tongue) for number, tongue in spoken)
        for side, left in zip(SIDES, inside, strict=True):
            for said in left:
                source, target = (
                    placed(pair.article(of), numbers[of], one) for of, one in zip(SIDES, said, strict=True)
                )
                number = numbers[side][said[SIDES.index(side)][0]]
                found.inside[side].append((number, (source,), (target,)))
    return found


def _of_beads(pair: AlignedPair, beads: Sequence[Bead], scripts: Mapping[Side, str | None]) -> Any:
    """What is read of some beads, as plain values: the numbers of copied sentences by side, those of
    sentences in another tongue with it, and both sides of the words that were left inside one.
    """
    copies = [copied_in(pair, bead) for bead in beads]
    same = {side: {number for found in copies for number in found.get(side, ())} for side in SIDES}
    spoken = [
        [
            (number, tongue)
            for bead in beads
            for number in bead.side(side)
            if (tongue := _tongue_of(pair, side, number, scripts[side], copied=number in same[side]))
        ]
        for side in SIDES
    ]
    inside = [
        [
            (written(pair.source, spans["source"]), written(pair.target, spans["target"]))
            for spans in _left_inside(pair, side, beads, same[side])
        ]
        for side in SIDES
    ]
    return [sorted(same[side]) for side in SIDES], spoken, inside


def _is_whole(pair: AlignedPair, same: Mapping[Side, Set[int]]) -> bool:
    """Whether the two articles are one text, of which at least something is more than names and figures."""
    return all(len(same[side]) == len(pair.article(side).sentences) for side in SIDES) and any(
        token.key.isalpha() and token.text.islower() for tokens in pair.tokens["target"] for token in tokens
    )


def _tongue_of(pair: AlignedPair, side: Side, number: int, script: str | None, *, copied: bool) -> str | None:
    """The language or script of a sentence of a side in a script, None where it is its own or cannot be
    told.
    """
    own, other = (base_language(pair.article(s).language) for s in (side, other_side(side)))
    text = pair.article(side).sentence_text(number)
    if not copied:
        return tongue_of(text, own, other, script)
    is_text = own != other and not is_program(text)
    return other if is_text and _is_prose(text, other, own) else None


def _passages(pair: AlignedPair, side: Side, tongues: Mapping[Side, Mapping[int, str]]) -> Iterator[_Passage]:
    """Runs of sentences in one foreign tongue that their counterparts are not in as well."""
    there = other_side(side)

    def tongue(number: int) -> str | None:
        own = tongues[side].get(number)
        counterparts = pair.alignment.bead_of(side, number).side(there)
        return None if own in [tongues[there].get(other) for other in counterparts] else own

    count = len(pair.article(side).sentences) if tongues[side] else 0
    for spoken, numbers in groupby(range(count), key=tongue):
        if spoken:
            yield _Passage(side, tuple(numbers), spoken)


def _left_inside(
    pair: AlignedPair, side: Side, beads: Sequence[Bead], copied: Set[int]
) -> Iterator[Mapping[Side, Span]]:
    """Where a sentence of a side that is not `copied` as a whole goes on in words of the other side."""
    there = other_side(side)
    own, other = (base_language(pair.article(of).language) for of in (side, there))
    if own == other:
        return
    for bead in beads:
        if not _share_words(*(passage(pair.article(of), bead.side(of)) for of in SIDES)):
            continue
        theirs = [token for number in bead.side(there) for token in pair.tokens[there][number]]
        keys = [token.key for token in theirs]
        starts = {tuple(keys[at : at + _RUN]): at for at in reversed(range(len(keys) - _RUN + 1))}
        for number in bead.side(side) if starts else ():
            tokens = pair.tokens[side][number]
            own_keys = [token.key for token in tokens]
            at = 0
            while number not in copied and at + _RUN <= len(tokens):
                begun = starts.get(tuple(own_keys[at : at + _RUN]))
                size = 0
                while begun is not None and at + size < len(tokens) and begun + size < len(keys):
                    if own_keys[at + size] != keys[begun + size]:
                        break
                    size += 1
                run = tokens[at : at + size]
                if begun is not None and _is_left(pair.article(side), number, run, other, own):
                    yield {
                        there: Span(theirs[begun].start, theirs[begun + size - 1].end),
                        side: Span(run[0].start, run[-1].end),
                    }
                at += max(1, size)


@lru_cache(maxsize=KEPT)
def _share_words(source: str, target: str) -> bool:
    """Whether two words that follow each other stand so in both texts, which nothing else is read for."""
    twos = [set(pairwise(words(text))) for text in (source, target)]
    return not twos[0].isdisjoint(twos[1])


def _is_left(article: Article, number: int, run: Sequence[Token], language: str, other: str) -> bool:
    """Whether a run of copied words is prose of `language` that nobody quotes."""
    sentence = article.sentences[number]
    words = [
        token for token in prose(run, article.text, sentence.start, sentence.end) if token.text.islower()
    ]
    telling = [token for token in words if is_of(token.key, language) and not is_of(token.key, other)]
    quoted = article.text[run[0].start - 1 : run[0].start] in _QUOTES if run[0].start else False
    grammar = function_words(language)
    return (
        not quoted
        and len(telling) > _TELLING
        and 2 * len(telling) >= len(words)
        and any(token.key in grammar for token in words)
    )


def _is_prose(text: str, language: str, other: str) -> bool:
    """Whether a sentence is made of words of `language` alone, not of names, figures or code."""
    tokens = tokenize(text)
    words = [token for token in prose(tokens, text) if token is tokens[0] or token.text.islower()]
    telling = [token for token in words if is_of(token.key, language) and not is_of(token.key, other)]
    grammar = function_words(language)
    if 2 * sum(len(token.key) > 1 for token in words) < len(words):
        return False
    said = text.rstrip(_CLOSING)[-1:] in _ENDS
    if grammar and not said and not any(token.key in grammar for token in words):
        return False
    if len(telling) >= _TELLING and 2 * len(telling) >= len(words):
        return True
    return len(words) >= LONG and detect(text, other) == language


def _share(article: Article, passages: Sequence[_Passage]) -> float:
    """How much of the letters of an article stands in some passages."""
    lengths = [len(letters(article, number)) for number in range(len(article.sentences))]
    return sum(lengths[number] for one in passages for number in one.sentences) / max(1, sum(lengths))


def _candidate(pair: AlignedPair, rule: Rule, passages: Sequence[_Passage], message: str) -> Candidate:
    """The passages and their counterparts."""
    spans: dict[Side, list[Span]] = {"source": [], "target": []}
    for one in passages:
        there = other_side(one.side)
        others = {n for s in one.sentences for n in pair.alignment.bead_of(one.side, s).side(there)}
        for side, numbers in ((one.side, one.sentences), (there, sorted(others))):
            spans[side] += _joined(pair.article(side), numbers)
    source, target = (tuple(sorted(set(spans[side]), key=lambda span: span.start)) for side in SIDES)
    return _candidate_of(rule, source, target, message)


def _candidate_of(rule: Rule, source: tuple[Span, ...], target: tuple[Span, ...], message: str) -> Candidate:
    return Candidate(rule, source, target, None, None, message, evidence={})


def _joined(article: Article, numbers: Sequence[int]) -> Iterator[Span]:
    """One span for sentences that follow each other."""
    for _, group in groupby(enumerate(numbers), key=lambda item: item[1] - item[0]):
        run = [number for _, number in group]
        yield Span(article.sentences[run[0]].start, article.sentences[run[-1]].end)


def _this(passage: _Passage) -> str:
    count = len(passage.sentences)
    return "This sentence is" if count == 1 else f"These {count} sentences are"
