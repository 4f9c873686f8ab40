"""The names of one bead: which have no counterpart, and what speaks for and against each difference."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from tui.articles import SIDES, Side, Span, other_side
from tui.comparison.names.common import is_common, translates
from tui.comparison.names.mentions import Mention, title_case
from tui.comparison.names.ordinary import made
from tui.comparison.names.sides import Sides
from tui.comparison.names.spelling import doubled
from tui.comparison.names.text import Text
from tui.comparison.names.works import works
from tui.languages import Token, unaccented


class Group(Struct, frozen=True):
    """Mentions of one run without a counterpart in the bead."""

    mentions: tuple[Mention, ...]

    @property
    def span(self) -> Span:
        """From the first to the last of them."""
        return Span(self.mentions[0].start, self.mentions[-1].end)

    @property
    def firm(self) -> bool:
        """Whether one of them surely is a name."""
        return any(mention.firm for mention in self.mentions)

    @property
    def initials(self) -> bool:
        """Whether all of them are written in capital letters."""
        return all(mention.text.isupper() for mention in self.mentions)

    @property
    def abbreviation(self) -> bool:
        """Whether nothing but abbreviations is in it."""
        return all(mention.sort == "abbreviation" for mention in self.mentions)

    @property
    def proper(self) -> bool:
        """Whether all of it surely is a name, and no adjective."""
        return all(
            mention.text.isupper() or (mention.firm and mention.text[:1].isupper())
            for mention in self.mentions
        )


def span_of(end: Group | Span) -> Span:
    """The span of a group, or of a word that need be no name."""
    return end if isinstance(end, Span) else end.span


def grouped(lone: Sequence[Mention]) -> list[Group]:
    """Mentions of one run together."""
    groups: list[list[Mention]] = []
    for mention in lone:
        if groups and groups[-1][-1].run == mention.run and groups[-1][-1].sentence == mention.sentence:
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return [Group(tuple(group)) for group in groups]


class BeadNames:
    """What the rules ask about the names of one bead."""

    def __init__(self, sides: Sides, index: int) -> None:
        self.sides = sides
        self.index = index
        self.here = sides.beads[index]
        self._accounted_for: dict[Side, list[Span]] = {side: [] for side in SIDES}
        self.lone: dict[Side, list[Mention]] = {side: self._lone(side) for side in SIDES}

    def _lone(self, side: Side) -> list[Mention]:
        this, there = self.here[side], self.here[other_side(side)]
        return [
            mention
            for mention in this.named
            if not (
                self._stands(side, mention)
                or self._respelt(side, mention)
                or there.translates(mention)
                or self._shortened(side, mention)
                or there.of_one_place(mention)
            )
        ]

    def _stands(self, side: Side, mention: Mention) -> bool:
        """Whether the name stands on the other side, and not only as a word that means something else."""
        there = self.here[other_side(side)]
        if not there.same(mention) or mention.sort != "opaque":
            return there.same(mention)
        words = [
            word
            for word in (mention.key, f"{mention.key}s", mention.key.removesuffix("s"))
            if word in there.counts
        ]
        return not words or any(self._may_be(side, word) for word in words)

    def _may_be(self, side: Side, word: str) -> bool:
        """Whether a word of the other side may be a name of this one: not where it is in lower case and
        stands for another word here: *last week*, *la settimana scorsa*, is not *NBC Week*.
        """
        there = self.here[other_side(side)]
        return word in there.capital_keys or not self.here[side].in_small.listed(word, there.language)

    def like(self, side: Side, mention: Mention) -> bool:
        """Whether a word of the other side is derived from a name, or a shorter or naturalised form of it."""
        there = self.here[other_side(side)]
        if not there.like(mention):
            return False
        words = list(there.derivations(mention))
        return not words or there.form(mention) or any(self._may_be(side, word) for word in words)

    def _respelt(self, side: Side, mention: Mention) -> bool:
        """Whether the other side has the name in another spelling, and neither article has both spellings.

        Where one has, the text knows how the name is written, and the other spelling is a slip. So is a
        letter single here and double there: hardly a transliteration has it that no list knows.
        """
        whole, own = self.sides.whole[other_side(side)], self.sides.whole[side]
        return any(
            word not in own.counts
            and mention.key not in whole.counts
            and not doubled(mention.key, word)
            and self._may_be(side, word)
            for word in self.here[other_side(side)].respellings(mention)
        )

    def _shortened(self, side: Side, mention: Mention) -> bool:
        """Whether the full name in which a mention stands is an abbreviation on the other side."""
        letters = self.here[other_side(side)].letters.abbreviations
        return bool(letters) and any(
            one in letters for one in self.here[side].letters.initials_over(mention.span)
        )

    @cached_property
    def near(self) -> dict[Side, Text]:
        """The sentences around the bead on each side."""
        return {side: self.sides.near(side, self.index) for side in SIDES}

    @cached_property
    def works(self) -> dict[Side, tuple[Span, ...]]:
        """The titles of works on each side."""
        return {
            side: tuple(works(text.text, text.sentences, text.language)) for side, text in self.here.items()
        }

    def common(self, side: Side, span: Span) -> bool:
        """Whether a word with a capital is a common noun: an article always stands before it, *the House*, or
        it stands in a name of several such words.
        """
        text, whole = self.here[side], self.sides.whole[side]
        if span.within(text.text).isupper():
            return False
        if any(mention.start == span.start for mention in text.named):
            return False
        if not is_common(
            span.within(text.text).casefold(), text.language, self.here[other_side(side)].language
        ):
            return False
        if text.in_a_title(span):
            return True
        return unaccented(span.within(text.text)) in whole.with_article

    def in_one_phrase(self, side: Side, word: Span, name: Span) -> bool:
        """Whether a word of one side qualifies the noun that it stands before, which the other has before its
        name: *the Rossi cabinet*, *il gabinetto Bianchi*.
        """
        this, there = self.here[side], self.here[other_side(side)]
        after, before = this.beside(word, 1), there.beside(name, -1)
        return (
            after is not None
            and before is not None
            and not this.says(after)
            and translates(after.key, this.language, before.key, there.language)
        )

    def account_for(self, side: Side, span: Span) -> None:
        """Takes what overlaps a span out of what is alone on one side."""
        self.lone[side] = [m for m in self.lone[side] if not (m.start < span.end and span.start < m.end)]
        self._accounted_for[side].append(span)

    def accounted_for(self, side: Side, span: Span) -> bool:
        """Whether a span of one side was told or taken out."""
        return any(span.start < one.end and one.start < span.end for one in self._accounted_for[side])

    def spare(self, side: Side) -> list[Token]:
        """The words with a capital on one side that need be no name and that the other side has not."""
        this, there = self.here[side], self.here[other_side(side)]
        return [
            token
            for token in this.loose
            if not self.accounted_for(side, token.span) and not there.kin(token, this.language)
        ]

    def weighed(self, side: Side, group: Group | Span) -> dict[str, float]:
        """The evidence of what stands on one side; a span is that of a word that need be no name.

        Each name of evidence begins with `name-`. `soft`: no word of it surely is a name; `head`: it stands
        where every word has a capital; `made`: and its words are made of words of the language; `lower`: it
        is written without a capital; `initials`: it is written in capitals; `work`: it stands in the title
        of a work; `titles`: and the other side has a title, too; `headline`: most words of its sentence have
        a capital; `near` and `far`: the other side has it around, or anywhere; `never`: it has no counterpart
        in any of the beads in which it stands; `written-out`: the other side has words of which an
        abbreviation may be made; `listed`: a list
        knows it; `people`: it is a people or an adjective of a place.
        """
        span = span_of(group)
        mentions = () if isinstance(group, Span) else group.mentions
        language = self.here[side].language
        near, whole = self.near[other_side(side)], self.sides.whole[other_side(side)]
        headline = self._headline(side, span)
        titled = self._titled(side, span)
        around = any(near.same(m) or near.form(m) or self._stands_near(side, m) for m in mentions)
        return {
            "name-soft": float(not any(m.firm for m in mentions)),
            "name-head": float(bool(mentions) and mentions[0].head),
            "name-made": float(
                (headline or bool(mentions and mentions[0].head))
                and any(m.sort == "opaque" for m in mentions)
                and all(made(m.key, language) for m in mentions if m.sort == "opaque")
            ),
            "name-lower": float(self.here[side].text[span.start].islower()),
            "name-initials": float(
                bool(mentions) and all(m.text.isupper() or m.sort == "abbreviation" for m in mentions)
            ),
            "name-never": float(any(m.key in self.sides.never[side] for m in mentions)),
            "name-titles": float(titled and bool(self.works[other_side(side)])),
            "name-work": float(titled),
            "name-headline": float(headline),
            "name-near": float(around),
            "name-far": float(not around and any(whole.same(m) for m in mentions)),
            "name-written-out": float(any(self._written_out(side, m) for m in mentions)),
            "name-listed": float(any(m.things for m in mentions)),
            "name-people": float(bool(mentions) and all(m.people for m in mentions)),
        }

    def _freely(self, *ends: tuple[Side, Group | Span]) -> float:
        own: set[str] = set()
        for side, end in ends:
            span = span_of(end)
            own |= {m.key for m in self.here[side].named if m.start < span.end and span.start < m.end}
        return min(1.0, max(0.0, (self.sides.freely(own) - _USUAL) / (_FREE - _USUAL)))

    def _titled(self, side: Side, span: Span) -> bool:
        return any(work.start <= span.start and span.end <= work.end for work in self.works[side])

    def _in_one_title(self, source: Span, target: Span) -> bool:
        """Whether two names stand in titles that are one but for them: they have another word in common."""
        spans: dict[Side, Span] = {"source": source, "target": target}
        words = [
            {
                unaccented(token.key)
                for token in self.here[side].tokens
                for work in self.works[side]
                if work.start <= spans[side].start and spans[side].end <= work.end
                if work.start <= token.start < work.end and len(token.text) >= _KEPT
                if not spans[side].start <= token.start < spans[side].end
            }
            for side in SIDES
        ]
        return not words[0].isdisjoint(words[1])

    def _written_out(self, side: Side, mention: Mention) -> bool:
        """Whether an abbreviation may be a body that the other side calls by its name in its language."""
        letters = unaccented(mention.text.replace(".", ""))
        return (
            mention.text.isupper()
            and len(letters) > 2
            and self.here[other_side(side)].letters.name_a_body(letters)
        )

    def _stands_near(self, side: Side, mention: Mention) -> bool:
        """Whether a form that stands for the name throughout is around on the other side."""
        other = self.near[other_side(side)].counts
        return any(
            pair[1 if side == "source" else 0] in other
            for pair in self.sides.standing.pairs
            if pair[0 if side == "source" else 1] == mention.key
        )

    def weighed_both(self, source: Group | Span, target: Group | Span) -> dict[str, float]:
        """The evidence of two that stand for each other; what makes one of them doubtful counts for both.

        `name-one-short`: one alone is an abbreviation that no list knows, which the other may write out;
        `name-freely`: how many of the articles' other names have no counterpart.
        """
        ours, theirs = self.weighed("source", source), self.weighed("target", target)
        short = any(isinstance(end, Group) and end.abbreviation for end in (source, target))
        spans = span_of(source), span_of(target)
        written = [span.within(self.here[side].text) for side, span in zip(SIDES, spans, strict=True)]
        evidence = {
            "name-one-short": float(
                short and not all(text.isupper() or len(text) < _LONG for text in written)
            ),
            "name-freely": self._freely(*zip(SIDES, (source, target), strict=True)),
        } | {
            name: min(ours[name], theirs[name]) if name in _BOTH else max(ours[name], theirs[name])
            for name in ours
            if name not in _ALONE
        }
        if self._in_one_title(*spans):
            evidence |= dict.fromkeys(_OF_A_TITLE, 0.0)
        return evidence

    def _headline(self, side: Side, span: Span) -> bool:
        text = self.here[side]
        return any(
            title_case(tokens, text.language)
            for tokens in text.sentences
            if tokens and tokens[0].start <= span.start < tokens[-1].end
        )


_USUAL, _FREE = 0.12, 0.28
"""The share of names without a counterpart that news with several errors has, and that from which on names
surely are translated freely, as in tales.
"""
_KEPT = 3
"""Letters of a word that a title keeps."""
_LONG = 7
"""Letters of a name from which it is no abbreviation written as a word, as *Unicef* is."""
_BOTH = ("name-soft", "name-head", "name-lower", "name-listed", "name-titles")
"""What counts only where both sides have it."""
_OF_A_TITLE = ("name-work", "name-titles")
"""What says nothing where both stand in one title."""
_ALONE = (
    "name-initials", "name-near", "name-far", "name-never", "name-made", "name-headline", "name-people",
    "name-written-out",
)  # fmt: skip
"""What says nothing where another name stands in the place of one."""


def oftener(mention: Mention, here: Text, there: Text) -> bool:
    """Whether `there` has a name of its own more often than `here`, by any of its forms."""
    if not mention.text[:1].isupper():
        return False
    if any(here.things[thing] >= there.things[thing] for thing in mention.things):
        return False
    return all(here.counts[word] < there.counts[word] for word in mention.words)
