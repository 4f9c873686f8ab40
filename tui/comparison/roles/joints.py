"""Which of two events comes first, and which is the reason: *A because B*, *A, so B*, *before A, B*.

A joint stands at the head of one clause and ties it to another. It says of its own clause that it comes first
(`ground`: a reason, what was before) or last (`upshot`: a result, an aim, what came after). Where both sides
tie the same two clauses, the same one comes first on both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from tui.articles import Span
from tui.comparison.polarity import Stretch, Ties, clause_end, ties_of
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


@dataclass(frozen=True, slots=True)
class Joint:
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


@dataclass(frozen=True, slots=True)
class TurnedEvents:
    """Two clauses of which another comes first on the other side."""

    here: Joint
    there: Joint
    least: float
    """How surely the less sure of both clauses has its counterpart: 0 to 1."""
    linked: float
    """How many words of the four clauses are linked so: 0 to 1."""

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
    ties = ties_of(source, target)
    found = [one for a in ours for b in theirs if (one := _turned(a, b, ties)) is not None]
    agreed = [(a, b) for a in ours for b in theirs if _agree(a, b, ties)]
    free = [one for one in found if not any(a is one.here or b is one.there for a, b in agreed)]
    if free:
        yield max(free, key=lambda one: (one.least, one.linked))


def joints(side: Stretch) -> list[Joint]:
    """The joints of a stretch, with the clauses that they tie."""
    listed = _listed(side.language)
    keys = [frozenset({token.key}) for token in side.tokens]
    found: list[tuple[int, int, str]] = []
    free = 0
    for at in listed.begun(keys):
        hit = listed.at(keys, at) if at >= free else None
        if hit is not None:
            free = hit[0]
            found.append((at, *hit))
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
    return Phrases(
        (one, meaning)
        for meaning, phrases in data.items()
        for phrase in phrases
        for one in spelled_out(phrase)
    )


def _between(side: Stretch, word: int) -> str:
    """What stands between a word and the one before it."""
    return side.text[side.tokens[word - 1].end : side.tokens[word].start]


def _ends(between: str) -> bool:
    return any(char in between for char in ".!?\n")


def _forward(side: Stretch, start: int, joints: list[int], *, mark: bool) -> int:
    """The word after the last of the clause that begins at one: up to another joint, the end of the sentence
    or, with `mark`, a mark that ends a clause; none where that stands before its first word.
    """
    end = start
    while end < len(side.tokens) and end - start < _REACH and (end == start or end not in joints):
        between = _between(side, end) if end else ""
        if _ends(between):
            break
        if mark and clause_end(between):
            break
        end += 1
    return end


def _back(side: Stretch, at: int, joints: list[int]) -> int:
    """The first word of what stands before a joint in its sentence, down to the joint before it."""
    first = at
    while first > 0 and at - first < _REACH and not _ends(_between(side, first)):
        first -= 1
        if first in joints:
            return first + 1
    return first


def _counts(a: Joint, b: Joint, ties: Ties) -> tuple[dict[str, float], int]:
    """How surely each clause of one is linked with each of the other, and how many words are."""
    sides = {"own-own": (a.own, b.own), "other-other": (a.other, b.other),
             "own-other": (a.own, b.other), "other-own": (a.other, b.own)}  # fmt: skip
    strengths = dict.fromkeys(sides, 0.0)
    count = 0
    for name, (ours, theirs) in sides.items():
        for word in ties.content("source", ours.start, ours.stop - 1):
            if ties.counterpart("source", word) in theirs:
                strengths[name] += ties.strength("source", word)
                count += 1
    return strengths, count


def _turned(a: Joint, b: Joint, ties: Ties) -> TurnedEvents | None:
    """Two joints that tie the same clauses, and of which each has another come first."""
    strengths, count = _counts(a, b, ties)
    straight = strengths["own-own"], strengths["other-other"]
    crossed = strengths["own-other"], strengths["other-own"]
    right, wrong = (crossed, straight) if a.is_ground != b.is_ground else (straight, crossed)
    if not all(wrong) or any(right):
        return None
    content = [ties.content("source", part.start, part.stop - 1) for part in (a.own, a.other)]
    content += [ties.content("target", part.start, part.stop - 1) for part in (b.own, b.other)]
    words = sum(map(len, content))
    return TurnedEvents(a, b, min(1.0, *wrong), min(1.0, 2 * count / max(1, words)))


def _agree(a: Joint, b: Joint, ties: Ties) -> bool:
    """Whether the same clause comes first by both joints."""
    strengths, _ = _counts(a, b, ties)
    names = ("own-own", "other-other") if a.is_ground == b.is_ground else ("own-other", "other-own")
    others = {"own-own", "other-other", "own-other", "other-own"} - {*names}
    return sum(strengths[name] for name in names) > sum(strengths[name] for name in others)
