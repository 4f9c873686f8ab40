"""The two articles and each bead of theirs, as the rules of names read them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Set
from functools import cached_property

from tui.alignment import AlignedPair
from tui.articles import SIDES, Side, other_side
from tui.comparison.names.entities import BeadForms, Standing
from tui.comparison.names.mentions import Mention
from tui.comparison.names.text import Text
from tui.languages import base_language, unaccented

_NEAR = 2
"""Beads to either side in which a name explains a pronoun or a role."""
_FEW = 8
"""So many names that have their counterpart are added to those of two articles."""


class Sides:
    """The two articles, each sentence's names read once."""

    def __init__(self, pair: AlignedPair, by_sentence: dict[Side, tuple[tuple[Mention, ...], ...]]) -> None:
        self.pair = pair
        self.language: dict[Side, str] = {side: base_language(pair.article(side).language) for side in SIDES}
        self.by_sentence = by_sentence
        self.small = {
            side: frozenset(
                token.key for tokens in pair.tokens[side] for token in tokens if token.text[:1].islower()
            )
            for side in SIDES
        }
        self.beads = [
            {side: self.text(side, bead.side(side)) for side in SIDES} for bead in pair.alignment.beads
        ]

    def text(self, side: Side, sentences: Iterable[int]) -> Text:
        """The names and words of some sentences."""
        held = [index for index in sentences if 0 <= index < len(self.by_sentence[side])]
        return Text(
            self.language[side],
            self.pair.article(side).text,
            [self.pair.tokens[side][index] for index in held],
            [mention for index in held for mention in self.by_sentence[side][index]],
            self.small[side],
        )

    def near(self, side: Side, bead: int) -> Text:
        """The sentences of a side within two beads of a bead, and the rest of its paragraphs."""
        beads = self.pair.alignment.beads[max(0, bead - _NEAR) : bead + _NEAR + 1]
        article = self.pair.article(side)
        own = self.pair.alignment.beads[bead].side(side)
        held = {index for other in beads for index in other.side(side)}
        for paragraph in {article.sentences[index].paragraph for index in own}:
            held.update(article.paragraphs[paragraph].sentences)
        return self.text(side, sorted(held))

    @cached_property
    def standing(self) -> Standing:
        """The forms that stand for each other throughout."""
        met = Standing.of(
            (self._forms(here, "source"), self._forms(here, "target"))
            for here, bead in zip(self.beads, self.pair.alignment.beads, strict=True)
            if bead.source and bead.target
        )
        return Standing(met.pairs | self.written_out)

    @cached_property
    def written_out(self) -> frozenset[tuple[str, str]]:
        """The abbreviations that the two sides of a bead write out: *(FOH)* here, *(UFA)* there."""
        pairs: set[tuple[str, str]] = set()
        for here in self.beads:
            ours, theirs = (
                [m for m in here[side].named if m.text.isupper() and here[side].letters.write_out(m)]
                for side in SIDES
            )
            if len(ours) == len(theirs) == 1:
                pairs.add((ours[0].key, theirs[0].key))
        return frozenset(pairs)

    def _forms(self, here: dict[Side, Text], side: Side) -> BeadForms:
        this, other = here[side], here[other_side(side)]
        names = {mention.key for mention in this.named if not other.same(mention)}
        loose = {unaccented(token.key) for token in this.loose} - other.counts.keys()
        return BeadForms(this.counts.keys() | names, names | loose)

    @cached_property
    def _alone(self) -> dict[Side, list[list[Mention]]]:
        """For each bead, the names of a side that the other side of the bead has nothing for."""
        return {
            side: [
                [mention for mention in here[side].named if not here[other_side(side)].has(mention)]
                for here in self.beads
            ]
            for side in SIDES
        }

    @cached_property
    def never(self) -> dict[Side, frozenset[str]]:
        """The names of a side that stand in several beads and have a counterpart in none."""
        found: dict[Side, frozenset[str]] = {}
        for side in SIDES:
            with_one: set[str] = set()
            without: Counter[str] = Counter()
            for here, lone in zip(self.beads, self._alone[side], strict=True):
                if here[other_side(side)].tokens:
                    alone = set(map(id, lone))
                    matched = {m.key for m in here[side].named if id(m) not in alone}
                    with_one |= matched
                    without.update({m.key for m in lone} - matched)
            found[side] = frozenset(
                key for key, times in without.items() if times > 1 and key not in with_one
            )
        return found

    def freely(self, own: Collection[str]) -> float:
        """The share of the names of both articles, each counted once, that no bead has a counterpart of, but
        for `own`: how freely names are translated. 0 to 1; few names tell little.
        """
        free = sum(len(self._free[side][0] - set(own)) for side in SIDES)
        every = sum(len(self._free[side][1] - set(own)) for side in SIDES)
        return free / (every + _FEW)

    @cached_property
    def _free(self) -> dict[Side, tuple[Set[str], Set[str]]]:
        """The names of a side that no bead has a counterpart of, and all; those that surely are names."""
        found: dict[Side, tuple[Set[str], Set[str]]] = {}
        for side in SIDES:
            held: set[str] = set()
            every: set[str] = set()
            for here, lone in zip(self.beads, self._alone[side], strict=True):
                alone = set(map(id, lone))
                names = [m for m in here[side].named if m.firm and m.text[:1].isupper()]
                if here[other_side(side)].tokens:
                    every |= {m.key for m in names if m.sort != "abbreviation"}
                    held |= {m.key for m in names if id(m) not in alone}
            found[side] = (every - held, every)
        return found

    @cached_property
    def whole(self) -> dict[Side, Text]:
        """Each article in one."""
        return {side: self.text(side, range(len(self.by_sentence[side]))) for side in SIDES}

    @cached_property
    def moved(self) -> dict[Side, Text]:
        """The names that a side has and their bead has not, which may be the counterparts of others."""
        return {
            side: Text.of_names(self.language[side], [one for lone in self._alone[side] for one in lone])
            for side in SIDES
        }
