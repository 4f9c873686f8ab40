"""All layers together: what every family of rules found, once each and in the order of the text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.alignment import AlignedPair, hardly_correspond
from tui.articles import SIDES, Article, Side
from tui.comparison.back_translation import find_back_translation
from tui.comparison.lexical import Word, find_lexical
from tui.comparison.missing import find_missing
from tui.comparison.model import LAYERS, Finding, identified
from tui.comparison.names import find_names
from tui.comparison.polarity import find_polarity
from tui.comparison.quantities import Strength, facts, find_quantities
from tui.comparison.speech import find_speech

if TYPE_CHECKING:
    from tui.alignment import Alignment, Encoder

Family = Callable[[AlignedPair], Iterable[Finding]]

FAMILIES: tuple[Family, ...] = (
    find_quantities,
    find_names,
    find_polarity,
    find_speech,
    find_missing,
    find_lexical,
)
"""A family finds every difference of its kind; what two of them report is settled here."""
DOUBTFUL = 0.35
"""The score under which a bead may join what does not belong together: two in a thousand true ones, and a
fifth of the critical findings where sentences are missing (benchmarks/alarms.py)."""
UNLIKE = 0.6
"""The same for a bead in which two names or more are exchanged."""


def compare(
    source: Article,
    target: Article,
    alignment: Alignment,
    encoder: Encoder,
    back_translations: Mapping[int, str] | None = None,
) -> tuple[Finding, ...]:
    """The findings of all layers, with their ids, in the order of the text across both sides.

    `back_translations`: what target sentences, by index, say in the source's language according to a
    translator.
    """
    pair = AlignedPair(source, target, alignment, encoder)
    found = unrepeated([finding for family in FAMILIES for finding in family(pair)], pair)
    unrelated = hardly_correspond(source, target, alignment)
    beads = [_bead(finding, pair) for finding in found]
    exchanged = Counter(
        bead for finding, bead in zip(found, beads, strict=True) if finding.rule == "name-exchanged"
    )
    found = [
        _quieter(finding, alignment.beads[bead].score, exchanged[bead], unrelated)
        for finding, bead in zip(found, beads, strict=True)
    ]
    found += find_back_translation(pair, back_translations or {})
    return identified(sorted(found, key=lambda finding: _place(finding, pair)), source, target)


def words(
    source: Article, target: Article, alignment: Alignment, encoder: Encoder
) -> dict[Side, tuple[Word, ...]]:
    """Every word and punctuation mark of each side, in order: its difference and its counterpart."""
    from tui.comparison.lexical.words import compare_words

    return compare_words(AlignedPair(source, target, alignment, encoder))


def compare_back_translation(
    source: Article,
    target: Article,
    alignment: Alignment,
    encoder: Encoder,
    back_translations: Mapping[int, str],
) -> tuple[Finding, ...]:
    """The findings that `compare` adds for `back_translations` to the others, alone and with the same ids."""
    found = find_back_translation(AlignedPair(source, target, alignment, encoder), back_translations)
    return identified(found, source, target)


def _quieter(finding: Finding, score: float, exchanged: int, unrelated: bool) -> Finding:
    """A fact is no more than major where it is doubtful that sentences or texts correspond at all.

    `score` and `exchanged` are of its bead: how many names are exchanged in it. `unrelated`: the texts hardly
    correspond.
    """
    doubtful = unrelated or score < (UNLIKE if exchanged > 1 else DOUBTFUL)
    loud = finding.layer == "facts" and finding.severity == "critical"
    return replace(finding, severity="major") if doubtful and loud else finding


def _bead(finding: Finding, pair: AlignedPair) -> int:
    """The index of the bead in which a finding stands first."""
    return pair.alignment.bead_index(*next(_sentences(finding, pair)))


def unrepeated(findings: Iterable[Finding], pair: AlignedPair) -> list[Finding]:
    """Leaves out what another finding already says.

    A text without a counterpart says so once, for all that stands in it. Elsewhere the louder layer speaks:
    a finding all of whose spans lie inside those of one finding of a higher layer is left out, and so are an
    opposite that a quantity tells already, a phrase said to be omitted or added when a fact is said to differ
    in it, and a phrase or a name that is part of a quantity, such as *svizzeri* in *franchi svizzeri*: the
    facts have found its equal.
    """
    kept: list[Finding] = []
    standing: dict[tuple[Side, int], list[Finding]] = defaultdict(list)
    for finding in sorted(findings, key=_loudness):
        sentences = list(_sentences(finding, pair))
        said = any(_said(finding, other) for other in standing[sentences[0]])
        part = finding.kind in _PHRASE or finding.rule == "name-missing"
        if not said and not (part and _is_quantity(finding, pair)):
            kept.append(finding)
            for sentence in sentences:
                standing[sentence].append(finding)
    return kept


def _is_quantity(finding: Finding, pair: AlignedPair) -> bool:
    """Whether what a finding of one side marks is a number, a date or the like and nothing more."""
    side, sentence = next(_sentences(finding, pair))
    article = pair.article(side)
    within = article.sentences[sentence]
    quantities = [
        fact.span
        for fact in facts(article.text, within.start, within.end, article.language)
        if fact.strength is Strength.STRONG
    ]
    return all(any(q.start <= s.start and s.end <= q.end for q in quantities) for s in finding.side(side))


def _loudness(finding: Finding) -> int:
    return -1 if finding.kind in _LONE else LAYERS.index(finding.layer)


_LONE = ("only-source", "only-target")
_PHRASE = ("omission", "addition")


def _said(finding: Finding, other: Finding) -> bool:
    """Whether `other`, which came first, says what `finding` says."""
    twice = finding.kind == "reversal" and other.rule == "qualifier"  # more than 70, meno di 70
    if other.kind == "moved" or (_loudness(other) == _loudness(finding) and not twice):
        return False
    if finding.kind in _PHRASE and other.layer == "facts":
        return any(
            outer.start < span.end and span.start < outer.end
            for side in SIDES
            for span in finding.side(side)
            for outer in other.side(side)
        )
    return all(
        any(outer.start <= span.start and span.end <= outer.end for outer in other.side(side))
        for side in SIDES
        for span in finding.side(side)
    )


def _sentences(finding: Finding, pair: AlignedPair) -> Iterator[tuple[Side, int]]:
    """Every sentence in which a finding stands."""
    for side in SIDES:
        article = pair.article(side)
        for span in finding.side(side):
            for sentence in range(article.sentence_at(span.start), article.sentence_at(span.end - 1) + 1):
                yield side, sentence


def _place(finding: Finding, pair: AlignedPair) -> tuple[int, float, int, int]:
    """Sorts by bead, then by how far into its side of the bead the finding stands, then by offset."""
    places = []
    for number, side in enumerate(SIDES):
        article = pair.article(side)
        for span in finding.side(side):
            index = pair.alignment.bead_index(side, article.sentence_at(span.start))
            sentences = pair.alignment.beads[index].side(side)
            start, end = article.sentences[min(sentences)].start, article.sentences[max(sentences)].end
            places.append((index, (span.start - start) / max(1, end - start), number, span.start))
    return min(places)
