"""Names that one side has and the other has not, or has otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tui.articles import SIDES, Side, Span
from tui.comparison.model import Finding
from tui.comparison.names.gazetteer import gazetteer
from tui.comparison.names.mentions import Mention, mentions
from tui.comparison.names.spelling import adapted, cognate, plain, shortened, slip, sound
from tui.comparison.pair import Pair
from tui.comparison.tokens import Token
from tui.comparison.vocabulary import known, primary

_OTHER: dict[Side, Side] = {"source": "target", "target": "source"}


def find_names(pair: Pair) -> Iterable[Finding]:
    """Names misspelt (`name-spelling`), exchanged (`name-exchanged`) or on one side only (`name-missing`).

    A name is looked for in the bead first, then next to it, then in the whole other article: one that stands
    elsewhere was replaced by a pronoun or a role, which is no difference of fact.
    """
    both = _Both(pair)
    for index, bead in enumerate(pair.alignment.beads):
        if bead.source and bead.target:
            yield from _in_bead(both, index)


class _Both:
    """What the rules ask about the two articles."""

    def __init__(self, pair: Pair) -> None:
        self.pair = pair
        self.language: dict[Side, str] = {side: primary(pair.article(side).language) for side in SIDES}
        self.by_sentence: dict[Side, tuple[tuple[Mention, ...], ...]] = {
            side: mentions(pair.article(side), pair.tokens[side]) for side in SIDES
        }
        self.whole: dict[Side, _Text] = {
            side: self.text(side, range(len(self.by_sentence[side]))) for side in SIDES
        }

    def text(self, side: Side, sentences: Iterable[int]) -> _Text:
        """The names and words of some sentences."""
        held = [index for index in sentences if 0 <= index < len(self.by_sentence[side])]
        tokens = [token for index in held for token in self.pair.tokens[side][index]]
        named = [mention for index in held for mention in self.by_sentence[side][index]]
        return _Text(self.language[side], tokens, named)

    def matched(self, mention: Mention, side: Side, there: _Text) -> bool:
        """Whether `there` has the mention, or the singular of an English plural that `side` uses too."""
        singular = mention.key.removesuffix("s")
        if singular != mention.key and singular in there.words and singular in self.whole[side].words:
            return True
        return there.has(mention)

    def near(self, side: Side, bead: int) -> _Text:
        """The sentences of a side within two beads of a bead."""
        beads = self.pair.alignment.beads[max(0, bead - 2) : bead + 3]
        return self.text(side, (index for other in beads for index in other.side(side)))


class _Text:
    """Some sentences of one side, made ready to look for the counterpart of a name."""

    def __init__(self, language: str, tokens: Sequence[Token], named: Sequence[Mention]) -> None:
        self.language = language
        self.named = named
        self.words = {plain(token.key) for token in tokens}
        self.sounds = {sound(token.key) for token in tokens if token.text[:1].isupper()}
        self.things = frozenset(thing for mention in named for thing in mention.things)
        self.opaque = {mention.key for mention in named if mention.sort == "opaque"}
        self.initials = _initials(tokens)
        self.joined = {plain(a.key) + plain(b.key) for a, b in pairwise(tokens) if b.text[:1].isupper()}
        self.small = {plain(t.key) for t in tokens if len(t.key) > 3 and _derived(t, language)}

    def has(self, mention: Mention) -> bool:
        """Whether something here can stand for the mention."""
        if mention.things & self.things:
            return True
        if mention.sort == "abbreviation":
            return self._abbreviates(mention)
        if mention.key in self.words or (mention.sound in self.sounds and len(mention.sound) > 2):
            return True
        if mention.sort == "listed":
            return all(word in self.words for word in mention.words)
        if mention.key in self.joined:
            return True
        if any(shortened(mention.key, word) or adapted(mention.key, word) for word in self.opaque):
            return True
        return any(mention.key in word or cognate(mention.key, word) for word in self.small)

    def _abbreviates(self, mention: Mention) -> bool:
        letters = plain(mention.text.replace(".", "").removesuffix("s"))
        if letters in self.words or letters + "s" in self.words or ".".join(letters) + "." in self.words:
            return True
        orders = {"".join(sorted(letters))}
        return any("".join(sorted(run[: len(letters)])) in orders for run in self.initials)


def _derived(token: Token, language: str) -> bool:
    """Whether a word may be derived from a name: one in lower case, or a word of the language."""
    return token.text[:1].islower() or known(token.key, language)


def _initials(tokens: Sequence[Token]) -> set[str]:
    """First letters of six words running, from each word on, with and without the small ones."""
    out: set[str] = set()
    for words in (tokens, [token for token in tokens if len(token.text) > 3]):
        firsts = "".join(plain(token.key)[:1] for token in words)
        out.update(firsts[at : at + 6] for at in range(len(firsts)))
    return out


@dataclass(frozen=True, slots=True)
class _Lone:
    """Mentions of one run without a counterpart in the bead."""

    mentions: tuple[Mention, ...]

    @property
    def span(self) -> Span:
        return Span(self.mentions[0].start, self.mentions[-1].end)

    @property
    def sort(self) -> str:
        """`abbreviation` when nothing else is in it."""
        sorts = {mention.sort for mention in self.mentions}
        return "abbreviation" if sorts == {"abbreviation"} else "name"


def _in_bead(both: _Both, index: int) -> Iterator[Finding]:
    bead = both.pair.alignment.beads[index]
    here: dict[Side, _Text] = {side: both.text(side, bead.side(side)) for side in SIDES}
    lone: dict[Side, list[Mention]] = {
        side: [m for m in here[side].named if not both.matched(m, side, here[_OTHER[side]])] for side in SIDES
    }
    yield from _misspelt(both, here, lone)
    groups = {side: [g for g in _grouped(lone[side]) if any(m.firm for m in g.mentions)] for side in SIDES}
    yield from _exchanged(both, index, groups)
    for side in SIDES:
        for group in groups[side]:
            if group.sort == "name" and not any(both.whole[_OTHER[side]].has(m) for m in group.mentions):
                yield _missing(both, side, group)


def _misspelt(both: _Both, here: dict[Side, _Text], lone: dict[Side, list[Mention]]) -> Iterator[Finding]:
    """A name that is one letter off its counterpart; both are taken out of `lone`."""
    for side in ("target", "source"):
        other = _OTHER[side]
        for mention in list(lone[side]):
            if mention not in lone[side] or not mention.firm or mention.sort == "abbreviation":
                continue
            match = _near_spelling(both, mention, lone[other], here[other].named, side)
            if match is None:
                continue
            lone[side].remove(mention)
            if match in lone[other]:
                lone[other].remove(match)
            yield _spelling(both, side, mention, match)


def _near_spelling(
    both: _Both, mention: Mention, lone: Sequence[Mention], named: Sequence[Mention], side: Side
) -> Mention | None:
    """The name of the other side that `mention` was meant to be: one without a counterpart before any other."""
    if mention.things:
        return None
    names = gazetteer(both.language[side])
    for candidates in (lone, named):
        for candidate in candidates:
            if candidate.sort == "abbreviation" or (candidate.sort == "opaque" and mention.sort != "opaque"):
                continue
            if slip(mention.key, candidate.key):
                return candidate
            if any(slip(mention.key, form) for thing in candidate.things for form in names.forms(thing)):
                return candidate
    return None


def _grouped(lone: Sequence[Mention]) -> list[_Lone]:
    """Mentions of one run together."""
    groups: list[list[Mention]] = []
    for mention in lone:
        if groups and groups[-1][-1].run == mention.run and groups[-1][-1].sentence == mention.sentence:
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return [_Lone(tuple(group)) for group in groups]


def _exchanged(both: _Both, index: int, groups: dict[Side, list[_Lone]]) -> Iterator[Finding]:
    """A name here and another there, each without a counterpart in or near the bead; both leave `groups`."""
    for sort in ("name", "abbreviation"):
        left: dict[Side, list[_Lone]] = {}
        for side in SIDES:
            near = both.near(_OTHER[side], index)
            left[side] = [
                g for g in groups[side] if g.sort == sort and not any(near.has(m) for m in g.mentions)
            ]
        for source, target in zip(left["source"], left["target"], strict=False):
            groups["source"].remove(source)
            groups["target"].remove(target)
            yield _finding(
                both, (source.span,), (target.span,), "name-exchanged", 0.8,
                "the source names {source}, the target {target}",
            )  # fmt: skip


def _missing(both: _Both, side: Side, group: _Lone) -> Finding:
    spans: dict[Side, tuple[Span, ...]] = {"source": (), "target": ()}
    spans[side] = (group.span,)
    message = f"only the {side} names {{{side}}}"
    return _finding(both, spans["source"], spans["target"], "name-missing", 0.75, message)


def _spelling(both: _Both, side: Side, mention: Mention, match: Mention) -> Finding:
    spans = {side: (_full(both, side, mention),), _OTHER[side]: (_full(both, _OTHER[side], match),)}
    return _finding(
        both, spans["source"], spans["target"], "name-spelling", 0.95,
        "a name is spelt {source} in the source and {target} in the target",
    )  # fmt: skip


def _full(both: _Both, side: Side, mention: Mention) -> Span:
    """The whole name in which a word stands: *Daria Mosolova* for *Mosolova*."""
    words = [m for m in both.by_sentence[side][mention.sentence] if m.run == mention.run]
    first = last = words.index(mention)
    while first > 0 and words[first - 1].sort == "opaque":
        first -= 1
    while last + 1 < len(words) and words[last + 1].sort == "opaque":
        last += 1
    return Span(words[first].start, words[last].end)


def _finding(
    both: _Both,
    source: tuple[Span, ...],
    target: tuple[Span, ...],
    rule: str,
    confidence: float,
    message: str,
) -> Finding:
    values = {
        "source": source[0].within(both.pair.source.text) if source else None,
        "target": target[0].within(both.pair.target.text) if target else None,
    }
    return Finding(
        kind="name", layer="facts", severity="critical", confidence=confidence, source=source, target=target,
        source_value=values["source"], target_value=values["target"], message=message.format(**values), rule=rule,
    )  # fmt: skip
