"""How one thing hangs together with another: *despite the rain* beside *per via della pioggia*.

A connective stands before what it joins, a clause or a noun. Where both sides have one before the same words,
they say the same of them: one is not the reason on one side and no obstacle on the other. Each stands in the
table under all that it may say, so two contradict each other only where they have nothing in common.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from msgspec import Struct

from tui.articles import Span
from tui.comparison.polarity import (
    Stretch,
    clause_end,
    content_words,
    cues,
    once,
    sentence_end,
)
from tui.comparison.rule import SOURCE, TARGET, Candidate, Kind, Rule
from tui.comparison.tense.linking import Linking, linking
from tui.comparison.tense.marks import denied_otherwise
from tui.comparison.tense.tables import joining, plain_forms

CONNECTIVE = Rule(
    "connective-differs", "condition", "facts", "major", needs=frozenset({"tense"}),
    yields_to=frozenset({"condition-differs", "connection-differs", "bound-differs", "opposite-words"}),
    yields_to_touch=True,
)  # fmt: skip

_REACH = 12
"""Words after a connective among which stands what it joins."""
_HEAD = 3
"""Words of content after a connective of which the first that it joins is one."""
_LATE = 3
"""So many words more, and still more, before the first that is joined on both sides are many."""
_CLEAR = 0.4
"""So much of what a word may say that joins in many ways excludes what the other side says, at least."""
_ADVERBS = frozenset({"result"})
"""What may stand inside what another joins."""
_TIME = frozenset({"before", "after", "during", "until", "from"})
"""What says when, not why."""
_REASONS = frozenset({"cause", "against", "regardless"})
"""What a word that may join in many ways may stand against."""
_DENIED = frozenset({"unless", "without", "only-if", "prevent"})
"""What says the same as another with a denial."""
_GROUNDS = frozenset({"if", "provided", "only-if"})
_OPPOSITES = (
    (frozenset({"cause"}), frozenset({"result"})),
    (frozenset({"cause"}), frozenset({"aim"})),
    (frozenset({"cause", "result"}), frozenset({"prevent"})),
    (frozenset({"cause", "result", "aim"}), frozenset({"against", "regardless"})),
    (frozenset({"before"}), frozenset({"after"})),
    (frozenset({"until"}), frozenset({"from", "after"})),
    (_GROUNDS, frozenset({"cause", "against", "even-if", "even-without", "regardless", "unless", "without"})),
    (frozenset({"unless", "even-if"}), frozenset({"cause", "with"})),
    (frozenset({"with"}), frozenset({"without"})),
    (frozenset({"unless"}), frozenset({"even-if", "regardless"})),
)
"""What excludes each other; of the rest a translation may say one for another."""


class Joined(Struct, frozen=True):
    """A connective with what it joins."""

    says: frozenset[str]
    word: int
    end: int
    """The word after its last."""
    own: tuple[int, ...]
    """The words of content after it."""
    sure: bool = True
    """Whether it says no more than it is listed for: *because*, not *for*."""

    @property
    def grants(self) -> bool:
        """Whether it says that something is so in any case, which no denial makes a condition."""
        return "even-if" in self.says and "if" not in self.says

    def span(self, side: Stretch) -> Span:
        """The connective alone."""
        return Span(side.tokens[self.word].start, side.tokens[self.end - 1].end)


def connectives(source: Stretch, target: Stretch) -> Iterator[Candidate]:
    """Connectives before the same words that contradict each other."""
    ours, theirs = joined(source), joined(target)
    if not ours or not theirs:
        return
    links_of = linking(source, target)
    pairs = sorted(
        ((_Links.of(a, b, links_of), a, b) for a in ours for b in theirs),
        key=lambda one: (-one[0].share, one[1].word, one[2].word),
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    for sure in (True, False):  # a word that may join in many ways answers nothing that a sure one may
        for links, a, b in pairs:
            same = a.says & b.says and (links.share if sure else links.head)
            if same and (a.sure and b.sure) == sure and a.word not in taken[0] and b.word not in taken[1]:
                taken[0].add(a.word)
                taken[1].add(b.word)
        for links, a, b in pairs:
            if (a.sure and b.sure) != sure or a.word in taken[0] or b.word in taken[1] or not links.head:
                continue
            if not sure and not _stand_apart(a, b):
                continue
            taken[0].add(a.word)
            taken[1].add(b.word)
            turns = bool(a.says & _DENIED) != bool(b.says & _DENIED) and not (a.grants or b.grants)
            if not (turns and denied_otherwise(source, target)):  # unless he comes, se non viene
                again = [any(a.says & other.says for other in theirs if other.sure)]
                again += [any(one.says & b.says for one in ours if one.sure)]
                yield _candidate(source, a, target, b, _evidence(a, b, links, again=any(again)))


@once
def joined(side: Stretch) -> tuple[Joined, ...]:
    """The connectives of a side, in order."""
    found = list(_listed(side))
    begun, ended = {at for at, _, says in found if says}, {end for _, end, says in found if says}
    loose = list(_loosely_listed(side, {word for at, end, _ in found for word in range(at, end)}))
    out = []
    for sure, listed, stops in ((True, found, begun), (False, loose, begun | {at for at, _, _ in loose})):
        for at, end, says in listed:
            last = end
            while (
                last < len(side.tokens)
                and last - end < _REACH
                and (last == end or _goes_on(side, last, stops))
            ):
                last += 1
            own = tuple(
                word for word in content_words(side) if end <= word < last or _is_year(side, at, end, word)
            )
            beside = end in begun or (at in ended and says <= _ADVERBS)  # so, if he comes; senza quindi dire
            if says and own and not beside and not _denied_until(side, at, says):
                out.append(Joined(says, at, end, own, sure))
    return tuple(sorted(out, key=lambda one: one.word))


def _listed(side: Stretch) -> Iterator[tuple[int, int, frozenset[str]]]:
    """The longest phrases of the table from left to right, none inside another, each with all that it may
    say; a verb in any of its forms.
    """
    listed, words = joining(side.language), plain_forms(side)
    sure, verbs = set(listed.sure.begun(words)), set(listed.verbs.begun(side.forms))
    heads = {at for at in listed.inverted.begun(words) if _is_head(side, at)}
    free = 0
    for at in sorted(sure | verbs | heads):
        found = listed.sure.all_at(words, at) if at in sure and at >= free else []
        if at in verbs and at >= free:
            found += listed.verbs.all_at(side.forms, at)
        if at in heads:  # had he known
            found += [(at + 1, says) for _, says in listed.inverted.all_at(words, at)]
        if found:
            free = max(end for end, _ in found)
            yield at, free, frozenset().union(*(says for end, says in found if end == free))


def _is_head(side: Stretch, at: int) -> bool:
    """Whether a word begins a clause of what is told: no question."""
    if at > 0 and not (clause_end(side.between(at)) or sentence_end(side.between(at))):
        return False
    stop = re.search(r"[.!?\n]", side.text[side.tokens[at].end :])
    return stop is None or stop[0] != "?"


def _loosely_listed(side: Stretch, taken: Set[int]) -> Iterator[tuple[int, int, frozenset[str]]]:
    """The words that may join in many ways, where they are no part of a phrase that joins."""
    listed = joining(side.language).loose
    return (hit for hit in listed.in_turn(plain_forms(side)) if taken.isdisjoint(range(*hit[:2])))


def _is_year(side: Stretch, at: int, end: int, word: int) -> bool:
    """Whether a word is a number that belongs to the connective as to what it joins: *dal 1990*."""
    return at < word < end and side.tokens[word].key[0].isdigit()


def _denied_until(side: Stretch, at: int, says: Set[str]) -> bool:
    """Whether something is denied until then, so that it came after: *not until May, solo a maggio*."""
    if "until" not in says:
        return False
    first = at
    while first > 0 and at - first < _REACH and not sentence_end(side.between(first)):
        first -= 1
    return any(cue.denies and first <= cue.word <= at + 1 for cue in cues(side))


def _goes_on(side: Stretch, at: int, begun: Set[int]) -> bool:
    """Whether a word still belongs to what the connective before it joins."""
    between = side.between(at)
    return at not in begun and not clause_end(between) and not sentence_end(between)


class _Links(Struct, frozen=True):
    """How surely two connectives join the same."""

    share: float
    """How much of what the two join is linked with each other: 0 to 1."""
    head: float
    """How surely the first words that they join are."""
    late: float
    """How many more of them stand before those on one side than on the other: 0 to 1."""

    @staticmethod
    def of(a: Joined, b: Joined, links: Linking) -> _Links:
        pairs = links.pairs(a.own, b.own)
        firsts = [
            (at + other, abs(at - other), strength)
            for word, there, strength in pairs
            if (at := a.own.index(word)) < _HEAD and (other := b.own.index(there)) < _HEAD
        ]
        _, late, head = min(firsts, default=(_HEAD, _LATE, 0.0))
        share = 2 * sum(strength for _, _, strength in pairs) / (len(a.own) + len(b.own))
        return _Links(share, head, min(1.0, late / _LATE))


def _stand_apart(a: Joined, b: Joined) -> bool:
    """Whether one of two connectives that may join in many ways is none of the reasons or obstacles that the
    other says.
    """
    one = a if a.sure else b
    return (a.sure or b.sure) and bool(one.says & _REASONS) and _opposed(a.says, b.says) >= _CLEAR


def _opposed(ours: Set[str], theirs: Set[str]) -> float:
    """How many of the pairs of what two connectives may say exclude each other: 0 to 1."""
    if ours & _GROUNDS and theirs & _GROUNDS:
        return 0.0  # if, only if
    pairs = [(one, other) for one in ours for other in theirs]
    excluded = sum(
        any((one in a and other in b) or (one in b and other in a) for a, b in _OPPOSITES)
        for one, other in pairs
    )
    return excluded / len(pairs)


def _evidence(a: Joined, b: Joined, links: _Links, *, again: bool) -> dict[str, float]:
    """`joint-share`, `joint-head`: how surely they join the same; `joint-late`: how many words more
    stand before the first that both join on one side; `joint-loose`: how far they
    need not exclude each other; `joint-when`: whether one says when and the other why; `joint-again`:
    whether the other side has one of them, too, elsewhere; `joint-unsure`: whether one of them is a word
    that may join in many ways.
    """
    return {
        "joint-share": links.share,
        "joint-head": links.head,
        "joint-late": links.late,
        "joint-loose": max(0.0, 1 - 2 * _opposed(a.says, b.says)),
        "joint-when": float(bool(a.says & _TIME) != bool(b.says & _TIME)),
        "joint-again": float(again),
        "joint-unsure": float(not (a.sure and b.sure)),
    }


def _candidate(
    source: Stretch, a: Joined, target: Stretch, b: Joined, evidence: dict[str, float]
) -> Candidate:
    spans = a.span(source), b.span(target)
    said = spans[0].within(source.text), spans[1].within(target.text)
    kind: Kind = "reversal" if a.says & _TIME and b.says & _TIME else "condition"
    return Candidate(
        rule=CONNECTIVE, kind=kind, evidence=evidence,
        source=(spans[0],), target=(spans[1],),
        source_value=said[0].lower(), target_value=said[1].lower(),
        message=f"The {SOURCE} joins it by “{said[0].lower()}”, the {TARGET} by “{said[1].lower()}”.",
    )  # fmt: skip
