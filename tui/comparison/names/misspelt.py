"""Names that are a letter or two off their counterparts."""

from __future__ import annotations

from collections.abc import Iterator

from tui.articles import Side, Span, other_side
from tui.comparison.names.bead import BeadNames
from tui.comparison.names.candidates import SPELLING, SPELT, candidate
from tui.comparison.names.gazetteer import gazetteer
from tui.comparison.names.mentions import Mention
from tui.comparison.names.ordinary import made, ordinary
from tui.comparison.names.sides import Sides
from tui.comparison.names.spelling import distance, ended, slip, sound
from tui.comparison.rule import Candidate
from tui.languages import known, unaccented

_VOWELS = "aeio"


def misspelt(bead: BeadNames) -> Iterator[Candidate]:
    """A name that is one letter off its counterpart; both are taken out of what is alone."""
    for side in ("target", "source"):
        other = other_side(side)
        for mention in list(bead.lone[side]):
            if mention not in bead.lone[side] or mention.sort != "opaque":
                continue
            match = _meant(bead, mention, side)
            if match is None:
                continue
            bead.account_for(side, mention.span)
            bead.account_for(other, match)
            yield _spelling(bead, side, mention, match)


def _meant(bead: BeadNames, mention: Mention, side: Side) -> Span | None:
    """The name of the other side of which `mention` is a misspelling: one without a counterpart first."""
    there = bead.here[other_side(side)]
    forms = gazetteer(mention.language)
    for named in (bead.lone[other_side(side)], there.named):
        for one in named:
            sure = mention.firm or one.firm
            if one.sort == "abbreviation" or not sure or one.text[:1].islower():
                continue
            if slip(mention.key, one.key):
                return one.span
            if any(slip(mention.key, form) for thing in one.things for form in forms.forms(thing)):
                return one.span
    word = ordinary(mention.key, mention.language) or made(mention.key, mention.language)
    for token in there.capitals if mention.firm else ():
        name = unaccented(token.key)
        related = _ending(mention.key, name) or (word and ordinary(token.key, there.language))
        left = known(mention.key, there.language) and known(token.key, there.language)  # Licence, License
        if slip(mention.key, name) and not related and not left:
            return token.span
    return None


def _ending(name: str, word: str) -> bool:
    """Whether two words differ in a final vowel only, as a word and its loan do: `pastoral`, `pastorale`."""
    longer, shorter = (name, word) if len(name) > len(word) else (word, name)
    return longer[-1] in _VOWELS and (
        longer[:-1] == shorter or (shorter[-1] in _VOWELS and longer[:-1] == shorter[:-1])
    )


def _spelling(bead: BeadNames, side: Side, mention: Mention, match: Span) -> Candidate:
    ends = {side: mention.span, other_side(side): match}
    spans = {one: _full(bead.sides, one, word) for one, word in ends.items()}
    words = {one: unaccented(word.within(bead.here[one].text)) for one, word in ends.items()}
    right = {words[other_side(side)], *_listed_forms(bead, other_side(side), match, mention.language)}
    evidence: dict[str, float] = {
        **bead.weighed_both(ends["source"], ends["target"]),
        "name-soft": float(not mention.firm),
        "name-work": 0.0,
        "name-titles": 0.0,
        "name-freely": 0.0,
        "name-two": float(all(distance(mention.key, form) > 1 for form in right)),
        "name-ended": float(any(ended(mention.key, form) for form in right)),
        "name-alike": float(sound(words["source"]) == sound(words["target"])),
        "name-again": float(
            words["source"] in bead.sides.whole["target"].counts
            or words["target"] in bead.sides.whole["source"].counts
        ),
    }
    return candidate(bead.sides, SPELLING, spans["source"], spans["target"], SPELT, evidence)


def _listed_forms(bead: BeadNames, side: Side, word: Span, language: str) -> Iterator[str]:
    """How a language writes what the lists say a name of a side means, folded."""
    for named in bead.here[side].named:
        if named.start == word.start:
            for thing in named.things:
                yield from (unaccented(form) for form in gazetteer(language).forms(thing))


def _full(sides: Sides, side: Side, word: Span) -> Span:
    """The whole name in which a word stands: *Daria Mosolova* for *Mosolova*."""
    for named in sides.by_sentence[side][sides.pair.article(side).sentence_at(word.start)]:
        if named.start == word.start:
            return Span(named.run, named.run_end)
    return word
