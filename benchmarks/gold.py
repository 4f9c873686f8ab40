"""English and Italian texts as pairs, and the differences that an editor's gold says they have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from benchmarks.evaluation_sets import table
from tui.alignment import AlignedPair, Alignment, Bead, Encoder, align
from tui.articles import SIDES, Article, Side, article_from_text
from tui.comparison import SEVERITIES, Finding
from tui.translation import Translator

Spots = Mapping[Side, tuple[int, int]]
"""Where a difference stands on each side."""
LOUD = SEVERITIES.index("major")
"""From the gravest down to this place among the severities a finding is loud."""


def pair_of_texts(english: str, italian: str, encoder: Encoder, *, one_bead: bool = False) -> AlignedPair:
    """Two texts as an aligned pair, all of both in one bead if so asked."""
    source = article_from_text(english, language="en")
    target = article_from_text(italian, language="it")
    whole = Bead(tuple(range(len(source.sentences))), tuple(range(len(target.sentences))), 1.0)
    made = Alignment((whole,)) if one_bead else align(source, target, encoder)
    return AlignedPair(source, target, made, encoder)


def sentences_of(article: Article) -> tuple[str, ...]:
    """The sentences of an article."""
    return tuple(article.sentence_text(at) for at in range(len(article.sentences)))


def said_by(engine: Translator, sentences: Sequence[str]) -> dict[int, str]:
    """What each sentence says by an engine, by its index."""
    said = {text: back for batch in engine.translate(sentences) for text, back in batch.items()}
    return {at: said[sentence] for at, sentence in enumerate(sentences)}


def written_back(folder: Path, pair: AlignedPair) -> dict[int, str]:
    """What each sentence of the target says, by its index, as a person wrote it in the folder's
    `back_translation.tsv`; without those that are not there.
    """
    said = {row["it"]: row["en"] for row in table(folder, "back_translation")}
    held = enumerate(" ".join(sentence.split()) for sentence in sentences_of(pair.target))
    return {index: said[sentence] for index, sentence in held if sentence in said}


def spots(pair: AlignedPair, row: Mapping[str, str]) -> Spots:
    """Where a difference stands: its words, or its sentence where it has none on that side."""
    found: dict[Side, tuple[int, int]] = {}
    for side, language in zip(SIDES, ("english", "italian"), strict=True):
        text, sentence, words = pair.article(side).text, row[f"{language}_sentence"], row[language]
        start = text.find(sentence) if sentence else -1
        at = text.find(words, max(0, start)) if words else -1
        if at >= 0:
            found[side] = (at, at + len(words))
        elif start >= 0:
            found[side] = (start, start + len(sentence))
    return found


def hits(told: Iterable[Finding], pair: AlignedPair, row: Mapping[str, str]) -> list[Finding]:
    """The findings that touch a difference."""
    there = spots(pair, row)
    return [
        one
        for one in told
        if any(
            span.start < there[side][1] and there[side][0] < span.end
            for side in there
            for span in one.side(side)
        )
    ]


def tally(found: Iterable[Finding], row: Mapping[str, str]) -> Counter[str]:
    """Counts a difference by what touches it: `all`, `found`, `loud` as its editor wanted, and `own`, by the
    witness alone.
    """
    found = list(found)
    wanted = max(LOUD, SEVERITIES.index(row["severity"]))
    return Counter(
        all=1,
        found=int(bool(found)),
        loud=int(any(SEVERITIES.index(one.severity) <= wanted for one in found)),
        own=int(bool(found) and all(one.kind == "back-translation" for one in found)),
    )
