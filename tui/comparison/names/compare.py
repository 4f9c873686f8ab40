"""Names that one side has and the other has not, or has otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tui.alignment import Bead
from tui.articles import SIDES, Side, Span
from tui.comparison.model import Finding
from tui.comparison.names.gazetteer import gazetteer, metonyms
from tui.comparison.names.mentions import Mention, pair_mentions
from tui.comparison.names.ordinary import grammar, ordinary
from tui.comparison.names.spelling import adapted, cognate, plain, shortened, slip, sound
from tui.comparison.pair import Pair
from tui.comparison.tokens import Token
from tui.comparison.vocabulary import known, primary

_VOWELS = "aeio"
_NAME = 3
"""Letters that a word beside a name has at least."""
_EXCHANGED = "The source names {source}, the target {target}."
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
        self.by_sentence = pair_mentions(pair)
        self.whole: dict[Side, _Text] = {
            side: self.text(side, range(len(self.by_sentence[side]))) for side in SIDES
        }

    def text(self, side: Side, sentences: Iterable[int]) -> _Text:
        """The names and words of some sentences."""
        held = [index for index in sentences if 0 <= index < len(self.by_sentence[side])]
        tokens = [token for index in held for token in self.pair.tokens[side][index]]
        named = [mention for index in held for mention in self.by_sentence[side][index]]
        return _Text(self.language[side], tokens, named)

    def shorter(self, group: _Lone, side: Side, there: _Text) -> bool:
        """Whether the group only completes a name that `there` gives without it: *Mike* before *Fleiss*."""
        first, last = group.mentions[0], group.mentions[-1]
        rest = [
            plain(token.key)
            for token in self.pair.tokens[side][first.sentence]
            if last.end <= token.start < last.run_end and token.text[:1].isupper()
        ]
        return first.start == first.run and len(rest) == 1 and rest[0] in there.bare

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
        self.capitals = [token for token in tokens if token.text[:1].isupper()]
        self.bare = {
            plain(token.key)
            for before, token in pairwise(tokens)
            if not before.text[:1].isupper() or before.key in grammar(language).words
        }
        self.joined = {plain(a.key) + plain(b.key) for a, b in pairwise(tokens) if b.text[:1].isupper()}
        self.small = {plain(t.key) for t in tokens if len(t.key) > 3 and _derived(t, language)}

    def has(self, mention: Mention) -> bool:
        """Whether something here can stand for the mention."""
        return self.same(mention) or self.like(mention)

    def same(self, mention: Mention) -> bool:
        """Whether the name stands here: in the same letters, another transliteration or its other name."""
        if mention.things & self.things:
            return True
        if mention.sort == "abbreviation":
            return self._abbreviates(mention)
        plural = mention.key.removesuffix("s") if mention.key.endswith("s") else mention.key + "s"
        if (
            mention.key in self.words
            or plural in self.words
            or (mention.sound in self.sounds and len(mention.sound) > 2)
        ):
            return True
        if mention.sort == "listed":
            return all(word in self.words for word in mention.words)
        return mention.key in self.joined

    def like(self, mention: Mention) -> bool:
        """Whether a word here is derived from the name, or a shorter or naturalised form of it."""
        if mention.sort != "opaque":
            return False
        if len(mention.text) < 5 and self._abbreviates(mention):
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
        side: [m for m in here[side].named if not here[_OTHER[side]].same(m)] for side in SIDES
    }
    yield from _misspelt(both, here, lone)
    for side in SIDES:
        lone[side] = [m for m in lone[side] if not here[_OTHER[side]].like(m)]
    yield from _replaced(both, bead, here, lone)
    groups = {side: [g for g in _grouped(lone[side]) if any(m.firm for m in g.mentions)] for side in SIDES}
    yield from _exchanged(both, index, groups)
    for side in SIDES:
        for group in groups[side]:
            whole, near = both.whole[_OTHER[side]], both.near(_OTHER[side], index)
            known = any(whole.same(m) or near.like(m) for m in group.mentions)
            if group.sort == "name" and not known and not both.shorter(group, side, here[_OTHER[side]]):
                yield _missing(both, side, group)


def _misspelt(both: _Both, here: dict[Side, _Text], lone: dict[Side, list[Mention]]) -> Iterator[Finding]:
    """A name that is one letter off its counterpart; both are taken out of `lone`."""
    for side in ("target", "source"):
        other = _OTHER[side]
        for mention in list(lone[side]):
            if mention not in lone[side] or mention.sort != "opaque":
                continue
            match = _meant(both, mention, side, lone[other], here[other])
            if match is None:
                continue
            lone[side].remove(mention)
            lone[other] = [m for m in lone[other] if (m.start, m.end) != (match.start, match.end)]
            yield _spelling(both, side, mention, match)


def _meant(both: _Both, mention: Mention, side: Side, lone: Sequence[Mention], there: _Text) -> Span | None:
    """The name of the other side of which `mention` is a misspelling: one without a counterpart first."""
    forms = gazetteer(both.language[side])
    for candidates in (lone, there.named):
        for candidate in candidates:
            sure = mention.firm or candidate.firm
            if candidate.sort == "abbreviation" or not sure or candidate.text[:1].islower():
                continue
            if slip(mention.key, candidate.key):
                return candidate.span
            if any(slip(mention.key, form) for thing in candidate.things for form in forms.forms(thing)):
                return candidate.span
    word = ordinary(mention.key, both.language[side])
    for token in there.capitals if mention.firm else ():
        name = plain(token.key)
        related = _ending(mention.key, name) or (word and ordinary(token.key, there.language))
        if slip(mention.key, name) and not related:
            return token.span
    return None


def _ending(name: str, word: str) -> bool:
    """Whether two words differ in a final vowel only, as a word and its loan do: `pastoral`, `pastorale`."""
    longer, shorter = (name, word) if len(name) > len(word) else (word, name)
    return longer[-1] in _VOWELS and (
        longer[:-1] == shorter or (shorter[-1] in _VOWELS and longer[:-1] == shorter[:-1])
    )


def _replaced(
    both: _Both, bead: Bead, here: dict[Side, _Text], lone: dict[Side, list[Mention]]
) -> Iterator[Finding]:
    """A name beside a word that both sides have, and another word in its place: `Paul Adler`, `Paul Hicks`.

    It is found wherever else it stands, for no pronoun stands inside a name. Both are taken out of `lone`.
    """
    for side in SIDES:
        other = _OTHER[side]
        for mention in [m for m in lone[side] if m.firm and m.text[0].isupper() and m.sort != "abbreviation"]:
            instead = _instead(both, bead, side, mention)
            if mention not in lone[side] or instead is None or plain(instead.key) in here[side].words:
                continue
            lone[side].remove(mention)
            lone[other] = [m for m in lone[other] if not (m.start < instead.end and instead.start < m.end)]
            spans = {side: (mention.span,), other: (instead.span,)}
            yield _finding(both, spans["source"], spans["target"], "name-exchanged", 0.8, _EXCHANGED)


def _instead(both: _Both, bead: Bead, side: Side, mention: Mention) -> Token | None:
    """The word that stands where a name does beside the same word of its capitalised run."""
    other = _OTHER[side]
    for before in (True, False):
        beside = _neighbour(both, side, mention.sentence, mention.start if before else mention.end, before)
        if beside is None:
            continue
        for sentence in bead.side(other):
            for token in both.pair.tokens[other][sentence]:
                if plain(token.key) != plain(beside.key) or not token.text[:1].isupper():
                    continue
                at = token.end if before else token.start
                instead = _neighbour(both, other, sentence, at, not before)
                if instead is not None and not _related(mention.key, instead.key):
                    return instead
    return None


def _neighbour(both: _Both, side: Side, sentence: int, offset: int, before: bool) -> Token | None:
    """The capitalised word that a blank or a hyphen parts from an offset, on one side of it."""
    text = both.pair.article(side).text
    for token in both.pair.tokens[side][sentence]:
        between = text[token.end : offset] if before else text[offset : token.start]
        if between in (" ", "-", "\u00a0") and len(token.text) >= _NAME and token.text[0].isupper():
            return token
    return None


def _related(name: str, word: str) -> bool:
    return sound(name) == sound(word) or cognate(name, word) or slip(name, word)


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
        left = {side: [g for g in groups[side] if g.sort == sort] for side in SIDES}
        if not left["source"] or not left["target"]:
            continue
        near = {side: both.near(side, index) for side in SIDES}
        for source, target in zip(left["source"], left["target"], strict=False):
            elsewhere = any(near["target"].has(m) for m in source.mentions) or any(
                near["source"].has(m) for m in target.mentions
            )
            if elsewhere and not _alike(source, target):
                continue
            groups["source"].remove(source)
            groups["target"].remove(target)
            if _stands_for(source, target):
                continue
            yield _finding(both, (source.span,), (target.span,), "name-exchanged", 0.8, _EXCHANGED)


def _stands_for(a: _Lone, b: _Lone) -> bool:
    return any(metonyms(m.things, n.things) for m in a.mentions for n in b.mentions)


def _alike(a: _Lone, b: _Lone) -> bool:
    """Whether two lone names surely are names, and neither is an adjective."""
    return all(m.firm and m.text[:1].isupper() for m in (*a.mentions, *b.mentions))


def _missing(both: _Both, side: Side, group: _Lone) -> Finding:
    spans: dict[Side, tuple[Span, ...]] = {"source": (), "target": ()}
    spans[side] = (group.span,)
    message = f"Only the {side} names {{{side}}}."
    return _finding(both, spans["source"], spans["target"], "name-missing", 0.75, message)


def _spelling(both: _Both, side: Side, mention: Mention, match: Span) -> Finding:
    spans = {side: (_full(both, side, mention.span),), _OTHER[side]: (_full(both, _OTHER[side], match),)}
    return _finding(
        both, spans["source"], spans["target"], "name-spelling", 0.95,
        "A name is spelt {source} in the source and {target} in the target.",
    )  # fmt: skip


def _full(both: _Both, side: Side, word: Span) -> Span:
    """The whole name in which a word stands: *Daria Mosolova* for *Mosolova*."""
    for named in both.by_sentence[side][both.pair.article(side).sentence_at(word.start)]:
        if named.start == word.start:
            return Span(named.run, named.run_end)
    return word


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
        source_value=values["source"], target_value=values["target"],
        message=message.format(**values), rule=rule,
    )  # fmt: skip
