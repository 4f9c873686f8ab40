"""Where the target, translated back into the source's language, parts from the source.

Both texts are then in one language, so words are compared by their lemmas and vectors, and a *not* or an
opposite by the rules of polarity. Neither sees what the engine got wrong by itself: a finding says what the
back-translation says, and the person looks at the target.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from statistics import median
from typing import TYPE_CHECKING

from tui.alignment import AlignedPair, Alignment, Bead
from tui.articles import Article, Paragraph, Sentence, Side, Span
from tui.comparison.names.gazetteer import gazetteer, metonyms
from tui.comparison.names.spelling import sound
from tui.comparison.polarity import FAMILY as POLARITY
from tui.comparison.quantities.equality import likeness
from tui.comparison.quantities.extract import facts
from tui.comparison.quantities.fact import Fact, Strength
from tui.comparison.rule import Candidate, Family, Rule
from tui.languages import Token, bare, base_language, function_words, lemma, toml_table

if TYPE_CHECKING:
    from tui.alignment import Encoder


@dataclass(frozen=True, slots=True)
class _Name:
    """A name of the lists, however it is written: *US* and *United States*."""

    span: Span
    things: frozenset[str]
    """What it may name."""


_Unit = Token | Fact | _Name

ALIKE = 0.75
"""The cosine from which two words of one language say the same (benchmarks/back_translation.py)."""
PARTED = 0.12
"""The score from which two sentences part: nine in ten of a good machine translation stay below it
(benchmarks/back_translation.py)."""
UNUSUAL = 2.0
"""So many times the article's median score a sentence must reach: a poor engine parts from every sentence."""
ENOUGH = 5
"""So many sentences tell what is usual for an engine; fewer would excuse themselves."""
CLAUSE_WORDS = 4
"""So many content words in a row without a counterpart are a clause that parts."""


@dataclass(frozen=True, slots=True)
class Parting:
    """Where a sentence and a back-translation part: spans are offsets into the two texts compared."""

    source: tuple[Span, ...]
    """The words of the sentence that the back-translation has nothing for."""
    back: tuple[Span, ...]
    """The words of the back-translation that the sentence has nothing for."""
    score: float
    """The share of the content words of both that lack a counterpart, each by how much it lacks one: 0 to
    1."""
    clause: bool
    """Four content words in a row lack a counterpart on one side."""
    reversals: tuple[tuple[Span, Span], ...] = ()
    """Where one denies or reverses what the other says: a clause of each."""

    def parts(self, usual: float = 0.0) -> bool:
        """Whether it is worth telling; `usual` is the median score of the article's sentences."""
        return bool(self.reversals) or self.score >= max(PARTED, UNUSUAL * usual)


def parting(sentence: str, back_translation: str, encoder: Encoder, language: str) -> Parting:
    """Compares a source sentence (or several in a row) with a back-translation into its language."""
    source, back = _article([sentence], language), _article([back_translation], language)
    bead = Bead((0,), (0,), 1.0)
    return next(iter(_partings(AlignedPair(source, back, Alignment((bead,)), encoder)).values()))


def propose_back_translation(
    pair: AlignedPair, back_translations: Mapping[int, str]
) -> tuple[Candidate, ...]:
    """Candidates of kind `back-translation`, one for each bead that parts from what it says translated back.

    `back_translations`: by the index of the target sentence, in the source's language; a bead is compared
    when all its target sentences have one.
    """
    texts = [back_translations.get(index, "") for index in range(len(pair.target.sentences))]
    compared = Alignment(
        tuple(
            bead
            for bead in pair.alignment.beads
            if bead.source and bead.target and all(index in back_translations for index in bead.target)
        )
    )
    back = AlignedPair(pair.source, _article(texts, pair.source.language), compared, pair.encoder)
    partings = _partings(back)
    usual = median(parts.score for parts in partings.values()) if len(partings) >= ENOUGH else 0.0
    return tuple(
        _candidate(pair, back, bead, parts) for bead, parts in partings.items() if parts.parts(usual)
    )


def _article(sentences: Sequence[str], language: str) -> Article:
    """An article of these sentences, one a line; unlike what is read from a file, some may be empty."""
    made: list[Sentence] = []
    start = 0
    for sentence in sentences:
        made.append(Sentence(start, start + len(sentence), 0))
        start += len(sentence) + 1
    text = "\n".join(sentences)
    return Article("-", language, text, (Paragraph(0, len(text), range(len(made))),), tuple(made))


def _partings(pair: AlignedPair) -> dict[Bead, Parting]:
    """Compares the beads of a source and its back-translation."""
    units = {
        bead: (_units(pair, "source", bead.source), _units(pair, "target", bead.target))
        for bead in pair.alignment.beads
    }
    words = _Words(
        (unit.key for sides in units.values() for side in sides for unit in side if isinstance(unit, Token)),
        base_language(pair.source.language),
        pair.encoder,
    )
    reversals: dict[int, list[tuple[Span, Span]]] = defaultdict(list)
    for finding in POLARITY.propose(pair):
        bead = pair.alignment.bead_index("source", pair.source.sentence_at(finding.source[0].start))
        reversals[bead].append((finding.source[0], finding.target[0]))
    return {
        bead: _parting(source, back, words, tuple(reversals[index]))
        for index, (bead, (source, back)) in enumerate(units.items())
    }


def _units(pair: AlignedPair, side: Side, sentences: Iterable[int]) -> list[_Unit]:
    """What should stand on the other side too: quantities, and words that carry meaning."""
    article = pair.article(side)
    function = function_words(article.language)
    units: list[_Unit] = []
    for index in sentences:
        start, end = article.sentences[index].start, article.sentences[index].end
        quantities = [
            fact
            for fact in facts(article.text, start, end, article.language)
            if fact.strength >= Strength.SOFT
        ]
        units += quantities
        tokens = pair.tokens[side][index]
        hits = [
            hit for hit in gazetteer(base_language(article.language)).find(tokens, article.text) if hit.firm
        ]
        named = {at for hit in hits for at in range(hit.first, hit.last + 1)}
        words: list[_Unit] = [
            token for at, token in enumerate(tokens) if at not in named and not function.get(bare(token.key))
        ]
        words += (_Name(Span(tokens[hit.first].start, tokens[hit.last].end), hit.things) for hit in hits)
        units += (
            word
            for word in words
            if not any(fact.span.start <= word.span.start < fact.span.end for fact in quantities)
        )
    return sorted(units, key=lambda unit: unit.span)


def _parting(
    source: Sequence[_Unit], back: Sequence[_Unit], words: _Words, reversals: tuple[tuple[Span, Span], ...]
) -> Parting:
    lacks = [
        [1 - max((words.likeness(unit, other) for other in there), default=0.0) for unit in here]
        for here, there in ((source, back), (back, source))
    ]
    lacking = [[lack > 1 - ALIKE for lack in side] for side in lacks]
    amount = sum(lack for side in lacks for lack in side if lack > 1 - ALIKE)
    spans = [
        tuple(unit.span for unit, without in zip(units, missing, strict=True) if without)
        for units, missing in zip((source, back), lacking, strict=True)
    ]
    return Parting(
        spans[0],
        spans[1],
        amount / max(1, len(source) + len(back)),
        any(len(list(run)) >= CLAUSE_WORDS for side in lacking for without, run in groupby(side) if without),
        reversals,
    )


class _Words:
    """How alike two words, or quantities, of one language are."""

    def __init__(self, keys: Iterable[str], language: str, encoder: Encoder) -> None:
        self._language = language
        self._groups = _groups(language)
        forms = sorted({form for key in keys for form in (key, lemma(key, language))})
        self._vectors = dict(zip(forms, encoder.encode(forms), strict=True)) if forms else {}

    def likeness(self, one: _Unit, other: _Unit) -> float:
        """0 to 1: 1 for the same word in any form, the same quantity, what the same name may stand for."""
        if isinstance(one, _Name) and isinstance(other, _Name):
            return float(bool(one.things & other.things) or metonyms(one.things, other.things))
        if isinstance(one, _Name) or isinstance(other, _Name):
            return 0.0
        if isinstance(one, Fact) or isinstance(other, Fact):
            return float(isinstance(one, Fact) and isinstance(other, Fact) and bool(likeness(one, other)))
        a, b = lemma(one.key, self._language), lemma(other.key, self._language)
        if one.key == other.key or a == b or self._groups.get(a, {a}) & self._groups.get(b, {b}):
            return 1.0
        if one.text[0].isupper() and other.text[0].isupper() and sound(one.text) == sound(other.text):
            return 1.0
        return max(float(self._vectors[x] @ self._vectors[y]) for x in {one.key, a} for y in {other.key, b})


@cache
def _groups(language: str) -> dict[str, set[str]]:
    """The groups (as their lines) in which each lemma stands; empty for a language without a list."""
    found: dict[str, set[str]] = defaultdict(set)
    for group in toml_table(f"synonyms/{language}.toml").get("groups", ()):
        for word in group.split():
            found[word].add(group)
    return dict(found)


REVERSAL = Rule("back-translation-reversal", "back-translation", "words", "major")
CLAUSE = Rule("back-translation-clause", "back-translation", "words", "major")
WORDS = Rule("back-translation-words", "back-translation", "words", "minor")
BACK_TRANSLATION = Family("back-translation", (REVERSAL, CLAUSE, WORDS), lambda _: ())
"""Proposes nothing by itself: see `propose_back_translation`."""


def _candidate(pair: AlignedPair, back: AlignedPair, bead: Bead, parts: Parting) -> Candidate:
    target = tuple(pair.target.sentences[index].span for index in bead.target)
    if parts.reversals:
        rule = REVERSAL
        source, said = (tuple(spans) for spans in zip(*parts.reversals, strict=True))
    else:
        rule = CLAUSE if parts.clause else WORDS
        source, said = parts.source, parts.back
    source = source or tuple(pair.source.sentences[index].span for index in bead.source)
    ours, theirs = _quoted(source, pair.source.text), _quoted(said, back.target.text)
    return Candidate(
        rule=rule, evidence={"parting": parts.score},
        source=source, target=target, source_value=ours, target_value=theirs or None,
        message=f"Translated back, the target says {theirs or 'nothing'} where the source says {ours}.",
    )  # fmt: skip


def _quoted(spans: Sequence[Span], text: str) -> str:
    return ", ".join(f"“{span.within(text)}”" for span in spans)
