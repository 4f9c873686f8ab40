"""Single errors planted in clean translations: how many are found as loud as can be, at the right place?

    python -m benchmarks.planting --data FOLDER [--set ntrex] [--only KIND …] [--show]

Each document is spoiled once in every sentence that can carry the error, always one error at a time, and
compared as a whole; sentences are aligned row by row, as the set gives them. An error counts as found when a
finding that the clean document does not have covers it in the target and is as loud as the loudest rule of
its family may be, critical or major; `sentence` also counts those elsewhere in the same pair of sentences.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from random import Random

from benchmarks.evaluation_sets import Document, documents, parser
from benchmarks.fitting.memory import RememberingEncoder
from benchmarks.planters import (
    Planted,
    Planter,
    classes,
    contraries,
    names,
    polarity,
    quantities,
    roles,
    senses,
    speech,
    tense,
    words,
)
from tui.alignment import AlignedPair, Alignment, Bead, Encoder, standard_encoder
from tui.articles import Article, Paragraph, Sentence
from tui.comparison import Finding
from tui.comparison.classes import FAMILY as CLASSES
from tui.comparison.compare import findings_of
from tui.comparison.contraries import FAMILY as CONTRARIES
from tui.comparison.modifiers import FAMILY as MODIFIERS
from tui.comparison.names import FAMILY as NAMES
from tui.comparison.polarity import FAMILY as POLARITY
from tui.comparison.quantities import FAMILY as QUANTITIES
from tui.comparison.roles import FAMILY as ROLES
from tui.comparison.rule import SEVERITIES, Family
from tui.comparison.senses import FAMILY as SENSES
from tui.comparison.speech import FAMILY as SPEECH
from tui.comparison.tense import FAMILY as TENSE


@dataclass(frozen=True, slots=True)
class Trial:
    """A kind of error and the rules that should find it."""

    name: str
    plant: Planter
    family: Family


def all_trials(clean: list[Document]) -> list[Trial]:
    """Every kind of error; a name is exchanged for another one of the set, or of its own document."""
    own = [(document, _names(document)) for document in clean]
    pools = {english: pool for document, pool in own for english in document.english}
    pool = sorted({name for _, held in own for name in held})
    fulls = _pool(clean, names.full_names)
    letters = _pool(clean, names.acronyms)
    return [
        *(Trial(name, plant, QUANTITIES) for name, plant in quantities.PLANTERS.items()),
        Trial("name letter", names.letter_changed, NAMES),
        Trial("name exchanged", partial(names.exchanged, pool=pool), NAMES),
        Trial("name swapped", partial(names.exchanged_within, pools=pools), NAMES),
        Trial("name added", partial(names.added, pool=pool), NAMES),
        Trial("name dropped", names.dropped, NAMES),
        Trial("dropped alone", partial(names.dropped_alone, around=_around(clean)), NAMES),
        Trial("letter dropped", names.letter_dropped, NAMES),
        Trial("letter doubled", names.letter_doubled, NAMES),
        Trial("full name", partial(names.full_exchanged, pool=fulls), NAMES),
        Trial("surname", partial(names.surname_exchanged, pool=fulls), NAMES),
        Trial("country", names.country_exchanged, NAMES),
        Trial("acronym", partial(names.acronym_exchanged, pool=letters), NAMES),
        *(Trial(name, plant, POLARITY) for name, plant in polarity.PLANTERS.items()),
        *(Trial(name, plant, SPEECH) for name, plant in speech.PLANTERS.items()),
        *(Trial(name, plant, MODIFIERS) for name, plant in words.PLANTERS.items()),
        Trial("roles", roles.exchanged, ROLES),
        *(Trial(name, plant, TENSE) for name, plant in tense.PLANTERS.items()),
        *(Trial(name, plant, SENSES) for name, plant in senses.PLANTERS.items()),
        *(Trial(name, plant, CLASSES) for name, plant in classes.PLANTERS.items()),
        *(Trial(name, plant, CONTRARIES) for name, plant in contraries.PLANTERS.items()),
    ]


def _around(clean: Iterable[Document]) -> dict[str, str]:
    """By source sentence, the sentences of both sides up to two before and after it."""
    return {
        english: "\n".join(
            text
            for side in (document.english, document.italian)
            for text in (*side[max(0, row - 2) : row], *side[row + 1 : row + 3])
        )
        for document in clean
        for row, english in enumerate(document.english)
    }


def _names(document: Document) -> list[str]:
    return _pool([document], names.names)


def _pool(documents: Iterable[Document], find: Callable[[str, str], list[re.Match[str]]]) -> list[str]:
    """What `find` sees in the sentence pairs of some documents, each once."""
    rows = (row for document in documents for row in zip(document.english, document.italian, strict=True))
    return sorted({match[0] for english, italian in rows for match in find(english, italian)})


@cache
def _encoder() -> Encoder:
    return RememberingEncoder(standard_encoder())


@dataclass(frozen=True, slots=True)
class Result:
    """One planted error and what was said of it."""

    document: Document
    row: int
    planted: Planted
    at_place: bool
    in_sentence: bool


def pair_of(document: Document, encoder: Encoder | None = None) -> AlignedPair:
    """A document as an aligned pair, one bead a row."""
    beads = tuple(Bead((i,), (i,), 1.0) for i in range(len(document.english)))
    return AlignedPair(
        _article(document.english, "en"),
        _article(document.italian, "it"),
        Alignment(beads),
        encoder or _encoder(),
    )


def _article(rows: tuple[str, ...], language: str) -> Article:
    sentences: list[Sentence] = []
    start = 0
    for number, row in enumerate(rows):
        sentences.append(Sentence(start, start + len(row), number))
        start += len(row) + 1
    paragraphs = tuple(Paragraph(s.start, s.end, range(i, i + 1)) for i, s in enumerate(sentences))
    return Article("-", language, "\n".join(rows), paragraphs, tuple(sentences))


def trials(trial: Trial, documents: list[Document], seed: int) -> Iterator[Result]:
    """Plants the error in every sentence that can carry it, one at a time."""
    for document in documents:
        clean: set[tuple[object, ...]] | None = None
        for row, (english, italian) in enumerate(zip(document.english, document.italian, strict=True)):
            planted = trial.plant(english, italian, Random(f"{seed} {trial.name} {document.id} {row}"))
            if planted is None:
                continue
            if clean is None:
                clean = {
                    _identity(f, pair) for pair in [pair_of(document)] for f in _loud(trial.family, pair)
                }
            rows = (*document.italian[:row], planted.text, *document.italian[row + 1 :])
            pair = pair_of(Document(document.id, document.english, rows))
            fresh = [f for f in _loud(trial.family, pair) if _identity(f, pair) not in clean]
            start = pair.target.sentences[row].start
            yield Result(
                document,
                row,
                planted,
                any(planted.is_in(finding.target, start) for finding in fresh)
                or any(
                    planted.lost in span.within(pair.source.text)
                    for finding in fresh
                    for span in finding.source
                    if planted.lost and _row(pair, finding) == row
                ),
                any(_row(pair, finding) == row for finding in fresh),
            )


def _loud(family: Family, pair: AlignedPair) -> list[Finding]:
    """The findings as loud as the loudest rule of their family may be."""
    loudest = min((rule.ceiling for rule in family.rules), key=SEVERITIES.index)
    return [finding for finding in findings_of(family, pair) if finding.severity == loudest]


def _identity(finding: Finding, pair: AlignedPair) -> tuple[object, ...]:
    texts = [[s.within(pair.article(side).text) for s in finding.side(side)] for side in ("source", "target")]
    return (_row(pair, finding), finding.kind, str(texts))


def _row(pair: AlignedPair, finding: Finding) -> int:
    if finding.target:
        return pair.target.sentence_at(finding.target[0].start)
    return pair.source.sentence_at(finding.source[0].start)


def main() -> None:
    made = parser(__doc__)
    made.formatter_class = argparse.RawDescriptionHelpFormatter
    made.add_argument("--set", default="ntrex", help="ntrex or newstest2009")
    made.add_argument("--only", nargs="*", help="the kinds of error to plant (all)")
    made.add_argument("--seed", type=int, default=1)
    made.add_argument("--show", action="store_true", help="print what was not found")
    options = made.parse_args()
    clean = documents(options.data, options.set)
    planned = [one for one in all_trials(clean) if not options.only or one.name in options.only]
    _print_alarms(clean, planned)
    print(f"{'error':<14}{'planted':>8}{'found':>8}{'share':>8}{'sentence':>10}")
    for trial in planned:
        results = list(trials(trial, clean, options.seed))
        found, near = sum(r.at_place for r in results), sum(r.at_place or r.in_sentence for r in results)
        total = max(1, len(results))
        print(f"{trial.name:<14}{len(results):>8}{found:>8}{found / total:>8.3f}{near / total:>10.3f}")
        for missed in [r for r in results if options.show and not r.at_place]:
            print(f"    {missed.document.english[missed.row]}\n    {missed.planted.text}\n")


def _print_alarms(clean: list[Document], planned: list[Trial]) -> None:
    """Loud findings on the documents as they are."""
    sentences = sum(len(document.english) for document in clean)
    for family in dict.fromkeys(trial.family for trial in planned):
        alarms = sum(len(_loud(family, pair_of(document))) for document in clean)
        print(f"{family.name}: {alarms} loud findings on {sentences} clean sentences, ", end="")
        print(f"{100 * alarms / sentences:.2f} per 100")


if __name__ == "__main__":
    main()
