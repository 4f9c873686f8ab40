"""Which of two events comes first, and which is the reason: *A because B*, *A, so B*, *before A, B*.

A joint stands at the head of one clause and ties it to another. It says of its own clause that it comes first
(`ground`: a reason, what was before) or last (`upshot`: a result, an aim, what came after). Where both sides
tie the same two clauses, the same one comes first on both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from msgspec import Struct

from tui.articles import Span
from tui.comparison.polarity import Stretch, Ties, clause_end, meant_ties_of, sentence_end
from tui.comparison.rule import Rule
from tui.languages import Phrases, spelled_out, toml_table

JOINT = Rule(
    "events-turned", "reversal", "facts", "major",
    needs=frozenset({"roles"}), yields_to_touch=True,
    yields_to=frozenset({"opposite-words", "roles-exchanged", "connection-differs", "condition-differs"}),
)  # fmt: skip

_REACH = 16
"""Words of a clause, counted from its joint, that tell what it is."""
_RESULT = "result"
"""What ties a sentence to the one before where it stands at its head."""
_NONE = "none"
"""What a phrase means that only looks like a joint."""


class Joint(Struct, frozen=True):
    """What ties two clauses of one side."""

    word: int
    end: int
    """The word after its last."""
    is_ground: bool
    """Whether its own clause comes first."""
    own: range
    other: range

    def span(self, side: Stretch) -> Span:
        """The joint with the clause that it heads."""
        return Span(side.tokens[self.word].start, side.tokens[max(self.end, self.own.stop) - 1].end)


class TurnedEvents(Struct, frozen=True):
    """Two clauses of which another comes first on the other side."""

    here: Joint
    there: Joint
    least: float
    """How surely the less sure of both clauses has its counterpart: 0 to 1."""
    linked: float
    """How many words of the four clauses are linked so: 0 to 1."""
    about: bool
    """Whether what the others begin with stays where it is."""

    @property
    def crossed(self) -> bool:
        """Whether the clauses have changed places, not the joint its meaning."""
        return self.here.is_ground == self.there.is_ground


def turned_events(source: Stretch, target: Stretch) -> Iterator[TurnedEvents]:
    """The clearest pair of joints of a bead by which different clauses come first."""
    ours = joints(source)
    theirs = joints(target) if ours else []
    if not ours or not theirs:
        return
    ties = meant_ties_of(source, target)
    held = [(a, b, _held(a, b, ties)) for a in ours for b in theirs]
    found = [one for a, b, links in held if (one := _turned(a, b, links, ties)) is not None]
    agreed = [(a, b) for a, b, links in held if sum(links.right) > sum(links.wrong)]
    free = [one for one in found if not any(a is one.here or b is one.there for a, b in agreed)]
    if free:
        yield max(free, key=lambda one: (one.least, one.linked))


def joints(side: Stretch) -> list[Joint]:
    """The joints of a stretch, with the clauses that they tie."""
    listed = _listed(side.language)
    keys = [frozenset({token.key}) for token in side.tokens]
    found = listed.in_turn(keys)
    places = [at for at, _, _ in found]
    out = []
    for at, end, meaning in found:
        own = range(end, _forward(side, end, places, mark=True))
        before = range(_back(side, at, places), at)
        after = range(own.stop, _forward(side, own.stop, places, mark=False))
        if meaning != _NONE and own and (before or meaning != _RESULT):
            out.append(Joint(at, end, meaning == "ground", own, before or after))
    return out


@cache
def _listed(language: str) -> Phrases[str]:
    """The joints of a language, and what only looks like one; none for one that no data describes."""
    data: Mapping[str, list[str]] = toml_table(f"roles/{language}.toml").get("joints", {})
    return Phrases.kept(
        f"joints {language}",
        lambda: (
            (one, meaning)
            for meaning, phrases in data.items()
            for phrase in phrases
            for one in spelled_out(phrase)
        ),
    )


def _forward(side: Stretch, start: int, joints: list[int], *, mark: bool) -> int:
    """The word after the last of the clause that begins at one: up to another joint, the end of the sentence
    or, with `mark`, a mark that ends a clause; none where that stands before its first word.
    """
    end = start
    while end < len(side.tokens) and end - start < _REACH and (end == start or end not in joints):
        between = side.between(end) if end else ""
        if sentence_end(between) or (mark and clause_end(between)):
            break
        end += 1
    return end


def _back(side: Stretch, at: int, joints: list[int]) -> int:
    """The first word of what stands before a joint in its sentence, down to the joint before it."""
    first = at
    while first > 0 and at - first < _REACH and not sentence_end(side.between(first)):
        first -= 1
        if first in joints:
            return first + 1
    return first


class _Held(Struct, frozen=True):
    """How surely the clauses of two joints are linked with each other."""

    right: tuple[float, float]
    """The two pairs of clauses that come first and last by both."""
    wrong: tuple[float, float]
    """The two pairs of which one comes first and the other last."""
    words: int
    """How many words are linked so."""
    about: bool
    """Whether both speak of what they begin with."""


def _held(a: Joint, b: Joint, ties: Ties) -> _Held:
    """The links of the clauses of two joints.

    What both other clauses begin with is what they and the others speak of: *the wine is sweet because it is
    old*. It says of none which it is.
    """
    pairs = (a.own, b.own), (a.other, b.other), (a.own, b.other), (a.other, b.own)
    linked = [
        [
            (word, other)
            for word in ties.content("source", ours.start, ours.stop - 1)
            if (other := ties.counterpart("source", word)) is not None and other in theirs
        ]
        for ours, theirs in pairs
    ]
    words, about = sum(map(len, linked)), linked[1]
    if a.is_ground == b.is_ground and all(linked[2:]):
        first, second = min(word for word, _ in linked[3]), min(other for _, other in linked[2])
        linked[1] = [one for one in linked[1] if not (one[0] < first and one[1] < second)]
    strengths = [[ties.strength("source", word) for word, _ in found] for found in linked]
    sums = [sum(found) for found in strengths]
    right, wrong = (sums[0], sums[1]), (sums[2], sums[3])
    if a.is_ground != b.is_ground:
        right, wrong = wrong, right
    return _Held(right, wrong, words, linked[1] != about)


def _turned(a: Joint, b: Joint, links: _Held, ties: Ties) -> TurnedEvents | None:
    """Two joints that tie the same clauses, and of which each has another come first."""
    if not all(links.wrong) or any(links.right):
        return None
    content = [ties.content("source", part.start, part.stop - 1) for part in (a.own, a.other)]
    content += [ties.content("target", part.start, part.stop - 1) for part in (b.own, b.other)]
    words = sum(map(len, content))
    return TurnedEvents(a, b, min(1.0, *links.wrong), min(1.0, 2 * links.words / max(1, words)), links.about)
