"""Small words that change a claim: *also*, *even*, *very*, *the same*, *now*.

Between two languages it is open whether one has them: each has several, and leaves some to other words. A
sentence and its back-translation are compared in one language, and the target's own small words are asked
too, so that neither a slip of the translator's nor a freer wording is taken for a word left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from tui.alignment import AlignedPair
from tui.articles import SIDES, Side
from tui.comparison.lexical.set_phrases import in_set_phrases
from tui.comparison.witness.differences import Difference
from tui.comparison.witness.hearing import Heard
from tui.comparison.witness.said import Said
from tui.languages import Token, bare, function_words, word_list

_DOES = frozenset({
    "also", "too", "even", "only", "just", "still", "already", "again", "now", "always", "often", "almost",
    "enough", "very", "here", "both", "same", "several", "many", "few",
})  # fmt: skip
"""The roles by which two such words may stand for each other."""


class _Small(Struct, frozen=True):
    """A function word and what of `_DOES` it does."""

    token: Token
    does: frozenset[str]
    idle: bool
    """Whether it belongs to a set phrase (*once again*) and says little by itself."""

    def like(self, other: _Small) -> bool:
        """Whether the two may stand for each other."""
        return not self.does.isdisjoint(other.does)


def claims(heard: Mapping[int, Heard], pair: AlignedPair, what: Said, common: float) -> Iterator[Difference]:
    """Every such word: one that the source has alone, or that the back-translation and the target have alone.

    `pair`: the two articles; `common`: what lacks a counterpart in most beads.

    Evidence: `claim-equal`, `claim-usual`: how much of the bead has a counterpart, and lacks one in most;
    `claim-context`: whether the words around it are each other's; `claim-linked`: how surely it is linked
    with a word of the other article all the same; `claim-more`: how many of them the bead has; `claim-new`:
    whether the target has it, and not the source.
    """
    listed = {side: word_list(pair.article(side).language, "claims") for side in SIDES}
    for number, one in heard.items():
        bead = what.pair.alignment.beads[number]
        source = _small(what.pair, "source", bead.source)
        back = _small(what.pair, "target", bead.target)
        target = _small(pair, "target", bead.target)
        alone = _without(target, source, listed["target"])
        new = [
            (word, there)
            for word in _without(back, source, listed["source"])
            if (there := next((held for held in alone if word.like(held)), None)) is not None
        ]
        nowhere = _without(source, target, listed["source"])
        gone = [word for word in _without(source, back, listed["source"]) if word in nowhere]
        bead_wide = {
            "claim-equal": one.face.equal,
            "claim-usual": common,
            "claim-more": min(1.0, (len(new) + len(gone) - 1) / 2),
        }
        for word, there in new:
            yield Difference(number, (), (word.token.span,), (there.token.span,), {
                **bead_wide, "claim-new": 1.0, "claim-context": _context(one, word.token, "target"),
                "claim-linked": one.words.linked("target", there.token),
            })  # fmt: skip
        for word in gone:
            yield Difference(number, (word.token.span,), (), (), {
                **bead_wide, "claim-new": 0.0, "claim-context": _context(one, word.token, "source"),
                "claim-linked": one.words.linked("source", word.token),
            })  # fmt: skip


def _small(pair: AlignedPair, side: Side, sentences: Sequence[int]) -> tuple[_Small, ...]:
    """The function words of some sentences that may stand for such a word."""
    language = pair.article(side).language
    roles = function_words(language)
    found: list[_Small] = []
    for index in sentences:
        tokens = pair.tokens[side][index]
        idle = in_set_phrases(tokens, language)
        found += (
            _Small(token, does, at in idle)
            for at, token in enumerate(tokens)
            if (does := roles.get(bare(token.key), frozenset()) & _DOES)
        )
    return tuple(found)


def _without(here: Sequence[_Small], there: Sequence[_Small], listed: frozenset[str]) -> list[_Small]:
    """The `listed` words of one side for which the other has no word that may stand for it; each may stand
    for one.
    """
    left = [word for word in here if word.token.key in listed and not word.idle]
    free = list(there)
    for same in (True, False):
        for word in tuple(left):
            other = next(
                (one for one in free if (one.token.key == word.token.key if same else word.like(one))), None
            )
            if other is not None:
                left.remove(word)
                free.remove(other)
    return left


def _context(heard: Heard, token: Token, side: Side) -> float:
    """Whether the units before and after a word are each other's counterparts: 0, .5 or 1."""
    face = heard.face
    units, there = (face.source, len(face.back)) if side == "source" else (face.back, len(face.source))
    links = face.links if side == "source" else {back: source for source, back in face.links.items()}
    after = next((at for at, unit in enumerate(units) if unit.span.start > token.start), len(units))
    before = links.get(after - 1) if after else -1
    following = links.get(after) if after < len(units) else there
    if before is not None and following is not None and following - before == 1:
        return 1.0
    return float(before is not None or following is not None) / 2
