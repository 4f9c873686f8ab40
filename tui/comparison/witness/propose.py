"""What only the witness sees, as candidates."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from tui.alignment import AlignedPair
from tui.articles import Article, Span
from tui.comparison.judge import fitted
from tui.comparison.model import Finding, severity
from tui.comparison.names.spelling import sound
from tui.comparison.rule import Candidate, Kind, Rule
from tui.comparison.witness.claims import claims
from tui.comparison.witness.differences import Difference, usual
from tui.comparison.witness.facing import Facing
from tui.comparison.witness.habits import few, habits
from tui.comparison.witness.hearing import Heard
from tui.comparison.witness.moods import moods
from tui.comparison.witness.renders import renders
from tui.comparison.witness.rules import (
    ADDED,
    CLAIM,
    CLAUSE,
    FACT,
    MOOD,
    ORDER,
    REVERSAL,
    WITNESS,
    WORD,
    WORDS,
)
from tui.comparison.witness.said import Said
from tui.comparison.witness.units import Unit, is_word, same_thing, units
from tui.languages import Token, base_language, lemma, tokenize

CLAUSE_WORDS = 3
"""So many words in a row that one side has alone are a clause that parts."""
GUESSED: frozenset[Kind] = frozenset({"gender"})
"""What one language leaves unsaid and another must say: a translator guesses it."""
_OFTEN = 2
"""One word for another so many times more is a translator's habit."""
_EXACT = ("quantities", "names")
"""The families of what two languages have alike, so that it needs no translator."""
_CALLED = {"polarity": REVERSAL}
"""The rule under which what a family finds is told, where it is not that of a fact."""


class Again(Struct, frozen=True):
    """What a family found between the source and the back-translation."""

    family: str
    bead: int
    """The index of its bead in the pair of source and back-translation."""
    finding: Finding
    """Its target spans are offsets into the back-translation."""
    said_once: bool = True
    """Whether no other finding says the same there."""
    strayed: float = 0.0
    """How surely the translator differs from the target in its words."""


class Own(Struct, frozen=True):
    """A candidate of the witness, and the family that found it; empty for words that part."""

    candidate: Candidate
    family: str
    bead: int


def weighed_by_habit(every: Sequence[Own], language: str) -> Iterator[Own]:
    """What the witness says of an article in a language: of one word for another, whether the translator
    takes them for one another elsewhere too is evidence (`often`).
    """
    words = [_one_for_other(own.candidate, base_language(language)) for own in every]
    often = Counter(filter(None, words))
    for own, said in zip(every, words, strict=True):
        if said and often[said] > 1:
            evidence = {**own.candidate.evidence, "often": min(1.0, (often[said] - 1) / _OFTEN)}
            yield replace(own, candidate=replace(own.candidate, evidence=evidence))
        else:
            yield own


def _one_for_other(candidate: Candidate, language: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The words that a candidate says one has for the other's, by their dictionary forms; None where one has
    nothing.
    """
    ours, theirs = (
        tuple(lemma(token.key, language) for token in tokenize(value or "") if token.key[0].isalnum())
        for value in (candidate.source_value, candidate.target_value)
    )
    return (ours, theirs) if ours and theirs else None


def propose(
    pair: AlignedPair,
    what: Said,
    heard: Mapping[int, Heard],
    facts: Sequence[Again],
    parted: Sequence[Difference],
    exchanged: Sequence[Difference],
    lacking: Sequence[Again],
) -> Iterator[Own]:
    """Every candidate. `pair`: the two articles; `facts`: what the families of facts found again, `lacking`
    what those of words did; `parted`: the words that part, `exchanged`: those that stand the other way round.
    Of all, how freely the article is translated is evidence (`habit`). Where a fact is told nothing else is
    said of the same words; one that is not silences nothing.
    """
    common, habit, rare = usual(heard), habits(parted, len(heard)), few(len(heard))
    wide = {"fact-usual": common, "fact-habit": habit["any"]}
    weights = fitted(WITNESS.name)
    covered: dict[int, list[Finding]] = defaultdict(list)
    for one in facts:
        fact = _fact(pair, what, heard[one.bead], one, wide, 1 - rare / few(1))
        if severity(weights.probability(fact.rule, fact.evidence), fact.rule.ceiling):
            covered[one.bead].append(one.finding)
        yield Own(fact, one.family, one.bead)
    for difference in parted:
        if any(_touches(found, difference) for found in covered[difference.bead]):
            continue
        kind = difference.kind
        evidence = {
            **difference.evidence,
            f"{kind}-lacking": _lacking(difference, lacking),
            f"{kind}-habit": habit[kind],
            f"{kind}-few": rare,
        }
        rule = _rule(difference)
        yield Own(_words(pair, what, difference, rule, evidence), "", difference.bead)

    for exchange in exchanged:
        if not any(overlap(found.source, exchange.source) for found in covered[exchange.bead]):
            yield Own(_exchange(pair, what, exchange, habit["any"]), "", exchange.bead)
    for claim in claims(heard, pair, what, common):
        if not any(_touches(found, claim) for found in covered[claim.bead]):
            evidence = {**claim.evidence, "claim-habit": habit["any"], "claim-few": rare}
            yield Own(_words(pair, what, claim, CLAIM, evidence), "", claim.bead)
    for mood in moods(heard, what, common):
        if not any(_touches(found, mood) for found in covered[mood.bead]):
            evidence = {**mood.evidence, "mood-habit": habit["any"]}
            yield Own(_words(pair, what, mood, MOOD, evidence), "", mood.bead)


def _rule(difference: Difference) -> Rule:
    if difference.source and difference.back:
        return WORD
    words = max(len(difference.source), len(difference.back))
    if words >= CLAUSE_WORDS:
        return CLAUSE
    return WORDS if difference.source else ADDED


def _touches(found: Finding, difference: Difference) -> bool:
    """Whether a finding speaks of words that part."""
    return overlap(found.source, difference.source) or overlap(found.target, difference.back)


def overlap(ones: Iterable[Span], others: Sequence[Span]) -> bool:
    """Whether any two spans have a character in common."""
    return any(one.start < other.end and other.start < one.end for one in ones for other in others)


def _lacking(difference: Difference, lacking: Iterable[Again]) -> float:
    return max(
        (
            one.finding.confidence
            for one in lacking
            if one.bead == difference.bead and _touches(one.finding, difference)
        ),
        default=0.0,
    )


def _fact(
    pair: AlignedPair, what: Said, heard: Heard, one: Again, wide: Mapping[str, float], many: float
) -> Candidate:
    """Evidence: `fact-sure`, how sure the family is of it; `fact-equal`, how much of the bead has its
    counterpart, `fact-near` how much of what stands in its words has; `fact-reworded`, how much of two
    clauses has none of which one denies what the other says, as far as not one bead alone is heard (`many`):
    worded otherwise, both may say the same; `fact-stands`, how like its back-translation and the target are;
    `fact-linked`, how surely its source is linked with the target; `fact-guessed`, whether it is what a
    translator has to guess; `fact-garbled` and `fact-copied`, how many of its words the translator has
    mangled, or left as they stand in the target, where the family has seen them; `fact-held`, how surely what
    only the source has is linked with the target; `fact-strayed`, how surely the translator differs there
    from the target itself, `fact-settled`, whether the target has it as the source has, `fact-shared`,
    whether its word may stand for that of the source too; and what is `wide`, evidence of all beads.
    """
    found, face = one.finding, heard.face
    ours = [i for i, unit in enumerate(face.source) if overlap((unit.span,), found.source)]
    theirs = [j for j, unit in enumerate(face.back) if overlap((unit.span,), found.target)]
    linked = max((float(heard.linked[i]) for i in ours), default=0.0)
    near = _near(face, ours, theirs)
    rule = _CALLED.get(one.family, FACT)
    return Candidate(
        rule=rule,
        evidence={
            **wide,
            "fact-sure": found.confidence,
            "fact-equal": face.equal,
            "fact-near": near,
            "fact-reworded": (1 - near) * many if found.kind == "negation" else 0.0,
            "fact-linked": linked,
            "fact-stands": max((float(heard.theirs[j].max(initial=0.0)) for j in theirs), default=0.0),
            "fact-guessed": float(found.kind in GUESSED),
            "fact-garbled": _strange(what.pair, found.target, heard, there=False),
            "fact-copied": _strange(what.pair, found.target, heard, there=True),
            "fact-held": 0.0 if found.target or rule is REVERSAL else linked,
            "fact-strayed": one.strayed,
            "fact-shared": float(found.kind != "negation" and _shared(pair, heard, ours, theirs)),
            "fact-settled": float(_settled(pair, what, one, heard, (ours, theirs))),
        },
        source=found.source or _whole(pair.source, what.pair.alignment.beads[one.bead].source),
        target=heard.in_target(theirs) or _whole(pair.target, what.pair.alignment.beads[one.bead].target),
        source_value=found.source_value, target_value=found.target_value,
        message=_message(pair, what, found.source, found.target),
    )  # fmt: skip


def _shared(pair: AlignedPair, heard: Heard, ours: Sequence[int], theirs: Sequence[int]) -> bool:
    """Whether a dictionary has the word of the target behind one of the back-translation for one of the
    source's that has no counterpart: of its senses the translator took another.
    """
    face, back = heard.face, set(heard.face.links.values())
    languages = (pair.source.language, pair.target.language)
    alone = [unit for i in ours if i not in face.links and isinstance(unit := face.source[i], Token)]
    return any(
        renders(unit, heard.tokens[at], languages)
        for j in theirs
        if j not in back and (at := heard.word(j)) is not None
        for unit in alone
    )


def _settled(
    pair: AlignedPair, what: Said, one: Again, heard: Heard, places: tuple[Sequence[int], Sequence[int]]
) -> bool:
    """Whether the target itself has the quantities or names of the source that a finding is of, be they what
    they will in the back-translation; not where that has exchanged two of the source's.

    `places`: of those of the source and of the back-translation among the units.
    """
    if one.family not in _EXACT or not places[0]:
        return False
    face = heard.face
    there = units(pair, "target", pair.alignment.beads[what.beads[one.bead]].target)
    ours, theirs = [face.source[i] for i in places[0]], [face.back[j] for j in places[1]]
    if not all(any(_stands(unit, other) for other in there) for unit in ours):
        return False
    others = [unit for i, unit in enumerate(face.source) if i not in places[0]]
    return not any(same_thing(unit, other, surely=True) for unit in theirs for other in others)


def _stands(unit: Unit, other: Unit) -> bool:
    """Whether a unit of the target is one of the source as it stands."""
    if isinstance(unit, Token) and isinstance(other, Token):
        return unit.text[0].isupper() and (unit.key == other.key or sound(unit.text) == sound(other.text))
    return same_thing(unit, other)


def _strange(pair: AlignedPair, spans: Sequence[Span], heard: Heard, *, there: bool) -> float:
    """How many words of the back-translation are none of its language, and stand in the target as they are
    (`there`) or not: what the translator left, or names and words that it has mangled.
    """
    article, language = pair.target, base_language(pair.target.language)
    held = {token.key for token in heard.tokens}
    tokens = [token for span in spans for token in tokenize(article.text, span.start, span.end)]
    strange = [
        token.key.isalpha() and (token.key in held) == there and not is_word(token.key, language)
        for token in tokens
    ]
    return sum(strange) / len(strange) if strange else 0.0


def _near(face: Facing, ours: Sequence[int], theirs: Sequence[int]) -> float:
    """How many of these units have their counterpart; 1 where there are none."""
    back = set(face.links.values())
    held = [i in face.links for i in ours] + [j in back for j in theirs]
    return sum(held) / len(held) if held else 1.0


def _words(
    pair: AlignedPair, what: Said, difference: Difference, rule: Rule, evidence: Mapping[str, float]
) -> Candidate:
    bead = what.pair.alignment.beads[difference.bead]
    source, back = difference.source, difference.back
    return Candidate(
        rule=rule,
        evidence=evidence,
        source=source or _whole(pair.source, bead.source),
        target=difference.target or _whole(pair.target, bead.target),
        source_value=_quoted(source, pair.source.text) or None,
        target_value=_quoted(back, what.pair.target.text) or None,
        message=_message(pair, what, source, back),
    )


def _exchange(pair: AlignedPair, what: Said, exchange: Difference, habit: float) -> Candidate:
    bead = what.pair.alignment.beads[exchange.bead]
    ours, theirs = (
        [f"“{span.within(article.text)}”" for span in spans]
        for article, spans in ((pair.source, exchange.source), (what.pair.target, exchange.back))
    )
    return Candidate(
        rule=ORDER,
        evidence={**exchange.evidence, "order-habit": habit},
        source=exchange.source,
        target=exchange.target or _whole(pair.target, bead.target),
        source_value=", ".join(ours), target_value=", ".join(theirs),
        message=f"Translated back, {theirs[0]} stands before {theirs[1]} in the target, "
        "and the other way round in the source.",
    )  # fmt: skip


def _message(pair: AlignedPair, what: Said, source: Sequence[Span], back: Sequence[Span]) -> str:
    ours, theirs = _quoted(source, pair.source.text), _quoted(back, what.pair.target.text)
    if not theirs:
        return f"Translated back, the target has nothing for {ours}."
    if not ours:
        return f"Translated back, the target says {theirs}, which the source does not."
    return f"Translated back, the target says {theirs} where the source says {ours}."


def _quoted(spans: Sequence[Span], text: str) -> str:
    return ", ".join(f"“{span.within(text)}”" for span in spans)


def _whole(article: Article, sentences: Sequence[int]) -> tuple[Span, ...]:
    return tuple(article.sentences[index].span for index in sentences)
