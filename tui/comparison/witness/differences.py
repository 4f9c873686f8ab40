"""Where a sentence and its back-translation part, and what speaks for it that the target does so too."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from statistics import fmean, median

from msgspec import Struct

from tui.alignment import AlignedPair, Bead
from tui.articles import SIDES, Side, Span
from tui.comparison.change import Change, change, for_and_against, gains
from tui.comparison.witness.around import Sentence, around
from tui.comparison.witness.facing import Facing, Gap, gaps
from tui.comparison.witness.hearing import Heard
from tui.comparison.witness.renders import renders, share_translation
from tui.comparison.witness.said import Said
from tui.comparison.witness.slips import telling
from tui.comparison.witness.units import Unit, is_word
from tui.languages import Token, base_language, word_list

MANY = 4
"""So many differences in one bead, and more, speak for a poor translation."""
SCALE = 0.15
"""The gain in likeness to the target, a difference of cosines, that is as much as there need be."""
FAIR, ADDED = 0.25, 4
"""What a fair engine leaves without a counterpart, and how many beads of it are added to an article's."""


_IDLE: Mapping[str, frozenset[str]] = {
    "other": frozenset({"held", "lost", "free", "loss", "eased", "missed"}),
    "gone": frozenset({"held", "stands", "free", "nearer", "farther", "foreign", "name"}),
    "new": frozenset({"there", "lost", "nearer", "farther", "name", "context"}),
}
"""The evidence that says nothing of a kind of difference."""


class Difference(Struct, frozen=True):
    """Words of a sentence, of its back-translation, or of both, where the two part."""

    bead: int
    """The index of the bead in the pair of source and back-translation."""
    source: tuple[Span, ...]
    back: tuple[Span, ...]
    target: tuple[Span, ...]
    """The words of the target that those of the back-translation render, as far as they are known."""
    evidence: Mapping[str, float]

    @property
    def kind(self) -> str:
        """One for the `other`; `gone`: only the source has it; `new`: only the back-translation has it."""
        return _kind(self.source, self.back)


def usual(heard: Mapping[int, Heard]) -> float:
    """How much of a bead has no counterpart in its back-translation, in most beads: 0 to 1.

    Few beads tell little of an engine: to theirs some of a fair one are added.
    """
    if not heard:
        return FAIR
    own = 1 - median(one.face.equal for one in heard.values())
    return (own * len(heard) + FAIR * ADDED) / (len(heard) + ADDED)


def differences(heard: Mapping[int, Heard], pair: AlignedPair, what: Said) -> Iterator[Difference]:
    """Every place where words part; quantities and listed names are compared by their families.

    `pair`: the two articles.
    """
    common = usual(heard)
    parted = {
        number: [telling(_words_of(gap, one), one, pair.source.language) for gap in gaps(one.face)]
        for number, one in heard.items()
    }
    held = {number: [gap for gap in some if gap.source or gap.back] for number, some in parted.items()}
    found = [(number, gap, len(some)) for number, some in held.items() for gap in some]
    changes = [_change(gap, heard[number], number, pair, what) for number, gap, _ in found]
    cuts = [_cut(gap, heard[number], number, pair, what) for number, gap, _ in found]
    gained = gains([*changes, *cuts], pair.encoder)
    for (number, gap, count), gain, cut, shorter in zip(
        found, gained[: len(found)], cuts, gained[len(found) :], strict=True
    ):
        one = heard[number]
        more, less = for_and_against(gain / SCALE)
        eased, missed = for_and_against(cut.eased(shorter) / SCALE)
        yield Difference(
            bead=number,
            source=tuple(one.face.source[i].span for i in gap.source),
            back=tuple(one.face.back[j].span for j in gap.back),
            target=one.in_target(gap.back),
            evidence=_named(
                gap,
                {
                    **_evidence(one, gap, pair.source.language),
                    **_by_dictionary(one, gap, pair.source.language),
                    **_alone(one, gap),
                    **_around(one, gap, what.pair, what.pair.alignment.beads[number]),
                    "many": min(1.0, (count - 1) / MANY),
                    "usual": common,
                    "gain": more,
                    "loss": less,
                    "eased": eased,
                    "missed": missed,
                },
            ),
        )


def _named(gap: Gap, evidence: Mapping[str, float]) -> dict[str, float]:
    """The evidence under the names of what it speaks of: one for the other, only there, or only here."""
    kind = _kind(gap.source, gap.back)
    idle = _IDLE[kind]
    return {f"{kind}-{name}": value for name, value in evidence.items() if name not in idle}


def _kind(source: Sequence[object], back: Sequence[object]) -> str:
    return "other" if source and back else "gone" if source else "new"


def _change(gap: Gap, heard: Heard, number: int, pair: AlignedPair, what: Said) -> Change:
    """The source with what the back-translation has in a gap."""
    face, bead = heard.face, what.pair.alignment.beads[number]
    places = [face.source[i].span for i in gap.source] or [_place(gap, face)]
    words = " ".join(face.back[j].span.within(what.pair.target.text) for j in gap.back)
    target = " ".join(pair.target.sentence_text(index) for index in bead.target)
    return change(pair.source, bead.source, places, target, words)


def _cut(gap: Gap, heard: Heard, number: int, pair: AlignedPair, what: Said) -> Change:
    """The side that has words alone without them, beside the other one; unchanged where both have some."""
    bead = what.pair.alignment.beads[number]
    sides: tuple[Side, Side] = ("target", "source") if gap.back else ("source", "target")
    spans = _spans(heard, gap)
    other = " ".join(pair.article(sides[1]).sentence_text(index) for index in bead.side(sides[1]))
    return change(pair.article(sides[0]), bead.side(sides[0]), spans, other, "")


def _spans(heard: Heard, gap: Gap) -> tuple[Span, ...]:
    """The words of the articles that one side has alone; none where both have some."""
    if gap.source and gap.back:
        return ()
    return tuple(heard.face.source[i].span for i in gap.source) or heard.in_target(gap.back)


def _alone(heard: Heard, gap: Gap) -> dict[str, float]:
    """What else says that one side has words alone: `alone.Linked.of`; `beside`, whether what has no
    counterpart either stands in their place; `more`, how much of their side has none.
    """
    if gap.source and gap.back:
        return {}
    face, own = heard.face, gap.source or gap.back
    here = face.links if gap.source else {back: source for source, back in face.links.items()}
    taken = set(here.values())
    count, there = (len(face.source), len(face.back)) if gap.source else (len(face.back), len(face.source))
    before = here.get(own[0] - 1, -1 if not own[0] else None)
    after = here.get(own[-1] + 1, there if own[-1] + 1 == count else None)
    rivals = [None if before is None else before + 1, None if after is None else after - 1]
    return {
        **heard.words.of("source" if gap.source else "target", _spans(heard, gap)),
        "beside": float(any(at is not None and 0 <= at < there and at not in taken for at in rivals)),
        "more": 1 - len(here) / max(1, count),
    }


def _around(heard: Heard, gap: Gap, pair: AlignedPair, bead: Bead) -> dict[str, float]:
    """What stands around words that one side has alone: `around.around`. `pair`: source and
    back-translation.
    """
    if gap.source and gap.back:
        return {}
    face = heard.face
    sides = [
        Sentence([token for index in bead.side(side) for token in pair.tokens[side][index]], units)
        for side, units in zip(SIDES, (face.source, face.back), strict=True)
    ]
    if gap.source:
        return around(sides[0], sides[1], face.links, gap.source, pair.source.language)
    links = {back: source for source, back in face.links.items()}
    return around(sides[1], sides[0], links, gap.back, pair.source.language)


def _place(gap: Gap, face: Facing) -> Span:
    """Where the source would have what only the back-translation has: after the counterpart of what stands
    before it there, or before that of what stands after it.
    """
    here = {back: source for source, back in face.links.items()}
    for back in range(gap.back[0] - 1, -1, -1):
        if back in here:
            end = face.source[here[back]].span.end
            return Span(end, end)
    for back in range(gap.back[-1] + 1, len(face.back)):
        if back in here:
            start = face.source[here[back]].span.start
            return Span(start, start)
    return Span(0, 0)


def _words_of(gap: Gap, heard: Heard) -> Gap:
    face = heard.face
    return Gap(
        tuple(i for i in gap.source if isinstance(face.source[i], Token)),
        tuple(j for j in gap.back if isinstance(face.back[j], Token)),
        gap.context,
    )


def _evidence(heard: Heard, gap: Gap, language: str) -> dict[str, float]:
    """What speaks for a difference, by name, each 0 to 1.

    `context`: whether the units around it are each other's; `equal`: how much of the bead has its
    counterpart; `run`: how many words it has; `near`: how like a word of it and the likest of the other side
    are; `gain`, `loss`: by how much the source, saying what the back-translation says, would be more like the
    target, or less; `many`: how many differences the bead has; `usual`: how much has no counterpart in most
    beads; `there`: how like its source and a word of the target are; `lost`: how surely the target has
    nothing for it; `stands`: how like its back-translation and a word of the target are; `held`: how like
    that word and the likest of the source are; `free`: how surely the source has nothing for it; `nearer`,
    `farther`: by how much it is nearer to the back-translation than to the source, or farther; `light`:
    whether it is a word that says little; `foreign`: whether the back-translation has a word that its
    language has not; `name`: whether it is written as a name.
    """
    face = heard.face
    ours, theirs = [face.source[i] for i in gap.source], [face.back[j] for j in gap.back]
    near = [
        *(float(face.alike[i].max(initial=0.0)) for i in gap.source),
        *(float(face.alike[:, j].max(initial=0.0)) for j in gap.back),
    ]
    said = [int(heard.theirs[j].argmax()) for j in gap.back] if len(heard.tokens) else []
    margin = max(
        (
            float(heard.theirs[j, k]) - max(float(heard.ours[i, k]) for i in gap.source)
            for j, k in zip(gap.back, said, strict=bool(said))
            if gap.source
        ),
        default=0.0,
    )
    nearer, farther = for_and_against(margin)
    there = _mean(float(heard.ours[i].max(initial=0.0)) for i in gap.source)
    linked = _mean(float(heard.linked[i]) for i in gap.source)
    light, base = word_list(language, "light"), base_language(language)
    said_little = word_list(heard.words.languages["target"], "light")
    return {
        "context": gap.context,
        "equal": face.equal,
        "run": min(1.0, (max(len(ours), len(theirs)) - 1) / 3),
        "near": fmean(near),
        "there": there,
        "held": max((float(heard.ours[:, k].max(initial=0.0)) for k in said), default=0.0),
        "lost": (1 - there) * (1 - linked),
        "stands": _mean(float(heard.theirs[j].max(initial=0.0)) for j in gap.back),
        "free": _mean(float(heard.free[k]) for k in said),
        "nearer": nearer,
        "farther": farther,
        "light": max(
            _share((*ours, *theirs), lambda word: word.key in light),
            sum(heard.tokens[k].key in said_little for k in said) / max(1, len(said)) if not ours else 0.0,
        ),
        "foreign": _share(theirs, lambda word: not is_word(word.key, base)),
        "name": _share((*ours, *theirs), lambda word: word.text[0].isupper()),
    }


def _by_dictionary(heard: Heard, gap: Gap, language: str) -> dict[str, float]:
    """What a dictionary says of one for the other, each 0 to 1.

    `shared`: whether a word of the target's language may stand for both, so that it may be the same said
    otherwise; `said`: whether the word of the target is surely that of the back-translation, and not a word
    of the source.
    """
    languages = (language, heard.words.languages["target"])
    ours = [unit for i in gap.source if isinstance(unit := heard.face.source[i], Token)]
    theirs = [(j, unit) for j in gap.back if isinstance(unit := heard.face.back[j], Token)]
    if not ours or not theirs:
        return {}
    shared = any(share_translation(one, other, languages) for one in ours for _, other in theirs)
    behind = [(said, heard.tokens[at]) for j, said in theirs if (at := heard.word(j)) is not None]
    said = any(
        renders(said, word, languages, surely=True) and not any(renders(one, word, languages) for one in ours)
        for said, word in behind
    )
    return {"shared": float(shared), "said": float(said)}


def _mean(values: Iterator[float]) -> float:
    found = list(values)
    return fmean(found) if found else 0.0


def _share(found: Sequence[Unit], holds: Callable[[Token], bool]) -> float:
    return sum(isinstance(unit, Token) and holds(unit) for unit in found) / max(1, len(found))
