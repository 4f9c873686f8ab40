"""All layers together: what every family proposes, judged, once each and in the order of the text."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.alignment import AlignedPair, Alignment, Encoder, hardly_correspond, is_turned
from tui.articles import SIDES, Article, Side, other_side
from tui.comparison import kept as kept_findings
from tui.comparison.evidence import bead_of, places
from tui.comparison.judge import FLOOR, attested, finding, fitted, table_name
from tui.comparison.model import SURE, Comparison, Finding, as_read, identified, severity
from tui.comparison.once import once_a_pair
from tui.comparison.proposals import Near, by_section, said_by
from tui.comparison.repeats import unrepeated
from tui.comparison.rule import Candidate, Family, Rule
from tui.comparison.same import NOTHING_SAME, Same
from tui.comparison.sections import sections
from tui.comparison.together import said_together
from tui.comparison.witness.rules import WITNESS

if TYPE_CHECKING:
    from tui.cache import Store
    from tui.comparison.lexical.word import Word
    from tui.comparison.witness.witness import Witness

DOUBTFUL = 0.3
"""The score up to which a bead may join what does not belong together."""

_LOG = logging.getLogger("afronte.comparison")

Told = Callable[[float, tuple[Finding, ...]], None]
"""Told how much is compared, 0 to 1, and what was found in the section compared last, which what the other
sections say may still change a little.
"""


def compare(
    source: Article,
    target: Article,
    alignment: Alignment,
    encoder: Encoder,
    back_translations: Mapping[int, str] | None = None,
    sure: float = SURE,
    same: Same = NOTHING_SAME,
    store: Store | None = None,
    near: Near | None = None,
    told: Told | None = None,
) -> Comparison:
    """The findings of all layers, with their ids, in the order of the text across both sides.

    `back_translations`: what target sentences, by index, say in the source's language according to a
    translator. `sure`: the probability from which a finding may be critical, 0 to 1. `same`: what is not to
    be told apart; it silences findings and changes no other. `store`: where what is found is kept, for when
    it is asked again. A long pair is compared section by section: first that of the bead that `near` gives,
    which is asked again before each, then those beside it; `told` is called after each, and may raise to end
    the work.
    A rule that fails costs its own findings alone: `incomplete` names it, and the log has the traceback.
    """
    pair = AlignedPair(source, target, alignment, encoder)
    incomplete: list[str] = []

    def kept(
        translations: Mapping[int, str] | None, find: Callable[[], tuple[Finding, ...]]
    ) -> tuple[Finding, ...]:
        key = kept_findings.key_of(source, target, alignment, encoder.name, translations) if store else b""
        if store and (held := store.get([key])):
            return kept_findings.unpacked(held[key])
        found = find()
        if store and not incomplete:
            store.put({key: kept_findings.packed(found)})
        return found

    every = kept(None, lambda: _found(pair, incomplete, store, near, told))
    if back_translations:
        alone = every
        every = kept(back_translations, lambda: _witnessed(alone, pair, back_translations, incomplete))
    found, silenced = same.parted(every, source, target, alignment)
    return Comparison(found, incomplete=tuple(incomplete), silenced=silenced).at(sure)


def _found(
    pair: AlignedPair, incomplete: list[str], store: Store | None, near: Near | None, told: Told | None
) -> tuple[Finding, ...]:
    """What the families find; the rules that failed are added to `incomplete`."""
    asked = _as_asked(pair)
    turned = asked is not pair
    prose = replace(asked, source=asked.source.prose(), target=asked.target.prose())
    every: list[Finding] = []
    for share, candidates in by_section(prose, None, incomplete, store, _near(near, pair, asked)):
        found = judged(_with_weights(candidates, incomplete), prose)
        every += found
        if told and share < 1:
            told(share, _read(_said(found, prose), pair, turned))
    return _read(_said(every, prose), pair, turned)


def _as_asked(pair: AlignedPair) -> AlignedPair:
    """The pair in the direction in which its languages are asked about, which may be the other one."""
    if not is_turned(pair.source, pair.target):
        return pair
    return AlignedPair(pair.target, pair.source, pair.alignment.turned, pair.encoder)


def _near(near: Near | None, pair: AlignedPair, asked: AlignedPair) -> Near | None:
    """Gives the bead that matters most, by its index in the pair as it is asked about."""
    if near is None or asked is pair:
        return near
    place = {bead: at for at, bead in enumerate(asked.alignment.beads)}
    return lambda: place[pair.alignment.beads[near()].turned]


def _read(found: Iterable[Finding], pair: AlignedPair, turned: bool) -> tuple[Finding, ...]:
    """Findings as a person reads them who reads the pair so, in its order."""
    return _ordered((as_read(one, turned=turned) for one in found), pair)


def _said(found: list[Finding], pair: AlignedPair) -> Iterator[Finding]:
    """What is said of what the families find."""
    return said_together(unrepeated(found, rules(), pair), rules(), pair)


def witnessed(
    comparison: Comparison,
    source: Article,
    target: Article,
    alignment: Alignment,
    encoder: Encoder,
    back_translations: Mapping[int, str],
    same: Same = NOTHING_SAME,
) -> Comparison:
    """A comparison after the witness was heard: its findings louder where the back-translation parts from the
    source too, quieter where it agrees with it, and what only the back-translation shows.

    What an earlier one said is forgotten. `back_translations`: by the index of the target sentence, for as
    many as there are; `same`: what is not to be told apart.
    """
    pair = AlignedPair(source, target, alignment, encoder)
    incomplete = list(comparison.incomplete)
    every = _witnessed((*comparison.every, *comparison.silenced), pair, back_translations, incomplete)
    told, silenced = same.parted(every, source, target, alignment)
    failed = tuple(dict.fromkeys(incomplete))
    return Comparison(told, incomplete=failed, silenced=silenced).at(comparison.sure)


def _witnessed(
    told: tuple[Finding, ...], pair: AlignedPair, back_translations: Mapping[int, str], incomplete: list[str]
) -> tuple[Finding, ...]:
    try:
        return _ordered(_heard(told, pair, back_translations, incomplete), pair)
    except Exception:
        _LOG.exception("the witness failed")
        incomplete += [rule.name for rule in WITNESS.rules]
        return told


def words(
    source: Article, target: Article, alignment: Alignment, encoder: Encoder
) -> dict[Side, tuple[Word, ...]]:
    """Every word and punctuation mark of each side, in order: its difference and its counterpart."""
    from tui.comparison.lexical.words import compare_words

    pair = AlignedPair(source, target, alignment, encoder)
    asked = _as_asked(pair)
    said = compare_words(asked)
    return said if asked is pair else {side: said[other_side(side)] for side in SIDES}


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by its name."""
    from tui.comparison.families import FAMILIES

    return {rule.name: rule for family in (*FAMILIES, WITNESS) for rule in family.rules}


@cache
def family_names() -> Mapping[str, str]:
    """The name of the family of each rule, by the name of the rule."""
    from tui.comparison.families import FAMILIES

    return {rule.name: family.name for family in (*FAMILIES, WITNESS) for rule in family.rules}


def proposed(
    pair: AlignedPair, families: Iterable[Family] | None = None
) -> tuple[list[Candidate], list[str]]:
    """The candidates of the families whose languages have what they need; the rules of those that failed.

    None of facts and words in text that stands letter for letter on both sides: there is nothing to compare.
    `families`: all where none are given.
    """
    incomplete: list[str] = []
    found = [one for _, some in by_section(pair, families, incomplete) for one in some]
    return found, list(dict.fromkeys(incomplete))


def findings_of(family: Family, pair: AlignedPair) -> list[Finding]:
    """What one family alone says of a pair, sure enough to be told. Raises what the family raises."""
    asked = _as_asked(pair)
    told = judged(said_by(family, asked), asked)
    return [as_read(one, turned=asked is not pair) for one in told if severity(one.confidence, one.ceiling)]


def _with_weights(candidates: list[Candidate], incomplete: list[str]) -> list[Candidate]:
    """The candidates that can be judged; a rule without a weight is told as one that failed."""
    names = family_names()
    without = {one.rule.name for one in candidates if one.rule.name not in fitted(names[one.rule.name]).rules}
    for rule in sorted(without.difference(incomplete)):
        _LOG.error("%s has no weight in assets/judge/%s", rule, table_name(names[rule]))
        incomplete.append(rule)
    return [one for one in candidates if one.rule.name not in without]


def judged(candidates: list[Candidate], pair: AlignedPair) -> list[Finding]:
    """The candidates as findings, each as sure as its evidence and that of its place make it."""
    return list(_weighed(candidates, pair, FLOOR))


def _weighed(candidates: list[Candidate], pair: AlignedPair, least: float = 0.0) -> Iterator[Finding]:
    """A finding of each candidate that is at least so sure.

    Where it is doubtful that the sentences, or the texts, belong together no fact matters more than that.
    """
    unrelated = _unrelated(pair)
    for candidate, place in zip(candidates, places(candidates, pair), strict=True):
        evidence = {**place, **candidate.evidence}
        confidence = fitted(family_names()[candidate.rule.name]).probability(candidate.rule, evidence)
        if confidence < least:
            continue
        one = finding(candidate, evidence, confidence)
        doubtful = unrelated or place["bead"] <= DOUBTFUL
        if doubtful and one.ceiling == "critical":
            one = replace(one, ceiling="major", severity=severity(one.confidence, "major") or "minor")
        yield one


@once_a_pair
def _unrelated(pair: AlignedPair) -> bool:
    return hardly_correspond(pair.source, pair.target, pair.alignment)


def witnesses(
    pair: AlignedPair, back_translations: Mapping[int, str], incomplete: list[str]
) -> Iterator[Witness]:
    """The witness that a back-translation is, one for each section that has some; the rules that failed are
    added to `incomplete`.
    """
    from tui.comparison.families import FAMILIES
    from tui.comparison.witness.propose import Again
    from tui.comparison.witness.said import parts, said
    from tui.comparison.witness.strayed import strayed
    from tui.comparison.witness.witness import Witness

    what = said(pair, back_translations)
    families = [family for family in FAMILIES if family.one_language]
    layers = {family.name: family.rules[0].layer for family in families}
    names = family_names()

    def ask(asked: AlignedPair, some: Collection[str]) -> list[Finding]:
        own = [family for family in families if family.name in some]
        return [
            one
            for _, candidates in by_section(asked, own, incomplete)
            for one in judged(_with_weights(candidates, incomplete), asked)
        ]

    found = ask(what.pair, layers.keys())
    once = set(map(id, unrepeated(found, rules(), what.pair)))
    every = [Again(names[one.rule], bead_of(one, what.pair), one, id(one) in once) for one in found]
    again: dict[int, list[Again]] = defaultdict(list)
    for heard in strayed(every, pair, what, names, ask):
        again[heard.bead].append(heard)
    for part in parts(what, [section.beads.start for section in sections(pair)]):
        yield Witness(pair, part, [one for bead in part.beads for one in again[bead]], layers)


def _heard(
    told: Sequence[Finding], pair: AlignedPair, back_translations: Mapping[int, str], incomplete: list[str]
) -> list[Finding]:
    """The findings told without it, and those of its own, after the witness was heard."""
    from tui.comparison.witness.witness import few, said_once

    names = family_names()
    others: dict[int, list[Finding]] = defaultdict(list)
    for one in told:
        if one.kind != "back-translation":
            others[bead_of(one, pair)].append(one)
    findings: list[Finding] = []
    alone: list[Finding] = []
    sentences = 0
    for witness in witnesses(pair, back_translations, incomplete):
        here = [one for bead in witness.beads for one in others.pop(bead, ())]
        testified = [(_attested(one, witness), names.get(one.rule, "")) for one in here]
        own = witness.own()
        weighed = _weighed([one.candidate for one in own], pair)
        loud = [(one, found) for one, found in zip(own, weighed, strict=True) if found.confidence >= FLOOR]
        louder, unsaid = said_once(testified, loud, witness)
        findings += louder
        alone += unsaid
        sentences += len(witness.beads)
    unheard = (_attested(one, None) for some in others.values() for one in some)
    return [*findings, *unheard, *few(alone, sentences)]


def _attested(one: Finding, witness: Witness | None) -> Finding:
    """A finding after the witness was heard on it; without one nothing of an earlier witness is left."""
    if (family := family_names().get(one.rule)) is None:
        return one
    heard = witness.testimony(one, family) if witness else {}
    return attested(one, rules()[one.rule], heard, fitted(family)) if heard or one.witness else one


def _ordered(found: Iterable[Finding], pair: AlignedPair) -> tuple[Finding, ...]:
    """Findings in the order of the text, with their ids."""
    ordered = sorted(found, key=lambda one: _place(one, pair))
    return identified(ordered, pair.source, pair.target)


def _place(finding: Finding, pair: AlignedPair) -> tuple[int, float, int, int]:
    """Sorts by bead, then by how far into its side of the bead the finding stands, then by offset."""
    found = []
    for number, side in enumerate(SIDES):
        article = pair.article(side)
        for span in finding.side(side):
            index = pair.bead(side, span.start)
            sentences = pair.alignment.beads[index].side(side)
            start, end = article.sentences[min(sentences)].start, article.sentences[max(sentences)].end
            found.append((index, (span.start - start) / max(1, end - start), number, span.start))
    return min(found)
