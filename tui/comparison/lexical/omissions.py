"""Words and phrases inside a sentence that have no counterpart in its bead.

Two questions are asked. Of each content word: how little does the other side have for it? And of each run of
words that seem to lack a counterpart: does their side say more exactly what the other says without them? The
sentence encoder answers that, and so takes away most of what idiom and free translation leave unlinked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import exp, log
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from tui.articles import SIDES, Side, Span, other_side
from tui.comparison.change import gains, without
from tui.comparison.lexical.bead_words import BeadWords, bead_tokens, bead_words
from tui.comparison.lexical.fuller import fuller
from tui.comparison.lexical.rules import PHRASES
from tui.comparison.lexical.set_phrases import in_set_phrases
from tui.comparison.lexical.weights import weights
from tui.comparison.lone import nothing_for
from tui.comparison.once import once_a_pair
from tui.comparison.quantities import is_quantity
from tui.comparison.rule import Candidate
from tui.comparison.unrendered import rendered
from tui.languages import bare, function_words, word_list

if TYPE_CHECKING:
    from tui.alignment import AlignedPair, Bead
    from tui.comparison.lexical.lexicon import Floats, Indexes, Lexicon

_DOUBTFUL = 0.08
"""The chance from which on a word is part of a run."""
_APART = 4
"""So many words two doubtful ones of a run may lie apart."""
_BREAKS = frozenset(",;:()—–")
"""Marks at which a run ends."""
_ANCHOR = 0.5
"""From this chance on a link says which places of the two sides correspond."""
_NEIGHBOURS = 4
"""Words on either side whose links are looked at."""
_SURE = 0.8
"""The chance from which on a single word is as good as a phrase."""
_UNLINKED, _UNLINKED_FREE = 0.45, 0.2
"""Below this link with any word and this with a free one a word has no link."""
_UNLIKE, _SURPLUS = 0.5, 1.5
"""Below this meaning of a free word and from this surplus on, the other side has nothing for a word."""
_UNLIKE_ALONE, _SURPLUS_ALONE = 0.33, 0.7
"""The same for a word alone."""
_HALF = 0.5
"""The share of its words from which on it says something that a dictionary finds them on the other side."""


class Run(Struct, frozen=True):
    """Doubtful words of one side of a bead that stand together."""

    bead: BeadWords
    side: Side
    span: Span
    words: tuple[Span, ...]
    """Its doubtful words."""
    doubt: float
    """The sum of the logits that they lack a counterpart."""
    lost: bool
    """Whether the other side has nothing at all for any of its words."""
    governing: bool
    """Whether it is a word alone, after one of direction or purpose (*to*), for which the other side has
    nothing at all, though it has what the word governs."""

    @property
    def place(self) -> tuple[Bead, Side, Span]:
        """Where it stands."""
        return self.bead.bead, self.side, self.span

    def signals(self) -> list[float]:
        """What says that it lacks a counterpart, before the encoder is asked: the columns of `run`."""
        return [
            1.0,
            self.doubt,
            float(len(self.words)),
            float(self.lost),
            float(self.lost and len(self.words) > 1),
        ]


def propose_omissions(pair: AlignedPair) -> Iterator[Candidate]:
    """Phrases of the source that the target leaves out, and phrases it adds.

    Those that one side of a bead has alone are one candidate. Single words count where they say as much as a
    phrase: others are left to idiom and to free translation. Weights: `assets/weights/omissions.toml`.
    """
    ask, say = (float(weights("omissions", name)[0]) for name in ("ask", "say"))
    run_weights, cut_weights = weights("omissions", "run"), weights("omissions", "cut")
    asked = [run for run in all_runs(pair) if _chance(float(run_weights @ run.signals())) >= ask]
    said: dict[tuple[int, Side], list[tuple[Run, float]]] = defaultdict(list)
    for run, gain in zip(asked, gains_without(pair, [run.place for run in asked]), strict=True):
        chance = _chance(float(cut_weights @ [*run.signals(), gain]))
        if chance >= say and _is_phrase(run, chance) and not is_quantity(pair, run.side, run.words):
            said[id(run.bead), run.side].append((run, chance))
    for (_, side), found in said.items():
        yield _candidate(pair, side, found)


def _is_phrase(run: Run, chance: float) -> bool:
    """Whether a run says as much as a phrase does."""
    return len(run.words) > 1 or run.governing or chance >= _SURE


class Doubtful(Struct, frozen=True):
    """A bead of which one side says more."""

    words: BeadWords
    lexicon: dict[Side, Lexicon]
    side: Side
    excess: float
    """How much more: the log odds that it is this side."""


@once_a_pair
def doubtful(pair: AlignedPair) -> tuple[Doubtful, ...]:
    """The beads that are asked about and have two sides one of which says more.

    None where the function words of a language are not known: there they would pass for content.
    """
    known = all(function_words(pair.article(side).language) for side in SIDES)
    return tuple(_doubtful(pair)) if known else ()


def _doubtful(pair: AlignedPair) -> Iterator[Doubtful]:
    lexicon, beads = bead_tokens(pair, [bead for bead in pair.alignment.beads if bead.source and bead.target])
    fullers = fuller(lexicon, beads)
    lexicon, words = bead_words(lexicon, [one.bead for one in fullers], pair.encoder, every_vector=False)
    for bead, one in zip(words, fullers, strict=True):
        if pair.is_asked(bead.bead):
            yield Doubtful(bead, lexicon, one.side, one.excess)


def all_runs(pair: AlignedPair) -> Iterator[Run]:
    """The runs of doubtful words of the beads that have two sides, on the side that says more."""
    for one in doubtful(pair):
        language = pair.article(one.side).language
        signals = doubts(one.words, one.side, one.excess, one.lexicon, word_list(language, "light"))
        yield from runs(one.words, one.side, language, *signals, weights("omissions", "word"))


def gains_without(pair: AlignedPair, cuts: Sequence[tuple[Bead, Side, Span]]) -> list[float]:
    """By how much more the two sides of a bead are alike without what stands in a span of one side.

    A difference of cosines, over the root of the share of its side that the span is.
    """
    changes = [without(pair, bead, side, (span,)) for bead, side, span in cuts]
    return [one.eased(gain) for gain, one in zip(gains(changes, pair.encoder), changes, strict=True)]


def _candidate(pair: AlignedPair, side: Side, found: list[tuple[Run, float]]) -> Candidate:
    """What stands on one side of a bead alone.

    Its evidence: `lacking`, the greatest chance among them that nothing stands for it; `share`, how much of
    the words of its side is doubtful; `several`, how many phrases there are, to four; `lost`, that the other
    side has nothing at all for a phrase, and `governing`, for a word alone that governs what is linked;
    `rendered`, how many of its words the other side renders by a dictionary, if that is half of them.
    """
    spans = tuple(run.span for run, _ in found)
    words = [word.start for run, _ in found for word in run.words]
    said = rendered(pair, found[0][0].bead.bead, side)
    share_said = sum(start in said for start in words) / len(words)
    written = [span.within(pair.article(side).text) for span in spans]
    tokens = found[0][0].bead.sides[side].tokens
    return Candidate(
        rule=PHRASES[side],
        evidence={
            "lacking": max(chance for _, chance in found),
            "share": min(1.0, sum(len(run.words) for run, _ in found) / max(1, len(tokens)) * 2),
            "several": min(1.0, (len(found) - 1) / 3),
            "lost": float(any(run.lost and len(run.words) > 1 for run, _ in found)),
            "governing": float(any(run.governing for run, _ in found)),
            "rendered": share_said if share_said >= _HALF else 0.0,
        },
        source=spans if side == "source" else (),
        target=spans if side == "target" else (),
        source_value=" … ".join(written) if side == "source" else None,
        target_value=" … ".join(written) if side == "target" else None,
        message=nothing_for(written, other_side(side)),
    )


def runs(
    bead: BeadWords, side: Side, language: str, places: Indexes, columns: Floats, word: Floats
) -> Iterator[Run]:
    """The runs of doubtful words: near each other, with no other content word between, no names, and
    nothing of a set phrase.

    `places` and `columns` are those of `doubts`; `word` weighs the columns.
    """
    tokens, logits = bead.sides[side].tokens, columns @ word
    free, link, free_link, light, surplus = (columns[:, column] for column in (2, 3, 4, 5, 8))
    unlinked = (link < _UNLINKED) & (free_link < _UNLINKED_FREE) & (light == 0)
    lost = unlinked & (free < _UNLIKE) & (surplus >= _SURPLUS)
    lone = unlinked & (free < _UNLIKE_ALONE) & (surplus >= _SURPLUS_ALONE)
    leads = function_words(language)
    idle = in_set_phrases(tokens, language)
    opened = [place > 0 and "to" in leads.get(bare(tokens[place - 1].key), ()) for place in places]
    governing = lone & np.append(link >= _ANCHOR, True)[1:] & np.array(opened, np.bool_)

    def made(run: list[int]) -> Run:
        span = Span(tokens[places[run[0]]].start, tokens[places[run[-1]]].end)
        single = len(run) == 1
        words = tuple(tokens[places[i]].span for i in run)
        return Run(
            bead, side, span, words, float(logits[run].sum()), bool(lost[run].all()),
            single and bool(governing[run[0]]),
        )  # fmt: skip

    run: list[int] = []
    for i, place in enumerate(places):
        is_name = place > 0 and tokens[place].text[0].isupper()
        if is_name or place in idle or not (lost[i] or governing[i] or logits[i] >= _logit(_DOUBTFUL)):
            continue
        clause = any(token.text in _BREAKS for token in tokens[places[run[-1]] : place]) if run else False
        if run and (clause or run[-1] != i - 1 or place - places[run[-1]] > _APART):
            yield made(run)
            run = []
        run.append(i)
    if run:
        yield made(run)


def doubts(
    bead: BeadWords, side: Side, excess: float, lexicon: dict[Side, Lexicon], light: frozenset[str]
) -> tuple[Indexes, Floats]:
    """Where the content words of one side stand (k), and what says that each lacks a counterpart (k, 9).

    The columns: 1; the likest meaning; the likest meaning of a word no other is linked with; the likeliest
    link with any word, and with one no other is linked with; whether it is a light word; how much more this
    side says; how well its neighbours are linked; how much more stands unlinked beside it than in the same
    place of the other side.
    """
    other = other_side(side)
    own, others = bead.sides[side], bead.sides[other]
    here, there = lexicon[side], lexicon[other]
    full, full_there = ((lex.content | lex.number)[s.rows] for lex, s in ((here, own), (there, others)))
    chance = own.chance * full_there
    meaning = own.meaning * full_there
    ranked = np.sort(own.chance * full[:, None], axis=0)
    first, second = ranked[-1], ranked[-2] if len(ranked) > 1 else np.zeros(len(others.rows))
    taken = np.where(own.chance == first, second, first)
    link = chance.max(axis=1, initial=0)
    places = np.flatnonzero(here.content[own.rows])
    near = np.abs(places[:, None] - places)
    near = (near > 0) & (near <= _NEIGHBOURS)
    around = np.where(near.any(axis=1), near @ link[places] / np.maximum(1, near.sum(axis=1)), 1)
    columns = [
        np.ones(len(places)),
        meaning.max(axis=1, initial=0)[places],
        (meaning * (1 - taken)).max(axis=1, initial=0)[places],
        own.chance.max(axis=1, initial=0)[places],
        (chance * (1 - taken)).max(axis=1, initial=0)[places],
        np.array([own.tokens[place].key in light for place in places]),
        np.full(len(places), excess),
        around,
        _surplus(places, chance, np.where(full, 1 - link, 0), np.where(full_there, 1 - first, 0)),
    ]
    return places, np.stack(columns, axis=1, dtype=np.float64)


def _surplus(places: Indexes, chance: Floats, alone: Floats, alone_there: Floats) -> Floats:
    """How much more is unlinked between the linked words on either side of each place than between theirs.

    `alone` and `alone_there` say how little each word of the sides is linked, 0 for function words (n), (m).
    """
    anchors = np.flatnonzero(chance.max(axis=1, initial=0) >= _ANCHOR)
    if not chance.shape[1]:
        return np.full(len(places), alone.sum())
    ends = np.concatenate([[-1], anchors, [len(alone)]])
    there = np.concatenate([[-1], chance[anchors].argmax(axis=1), [len(alone_there)]])
    sums, sums_there = (np.concatenate([[0], np.cumsum(values)]) for values in (alone, alone_there))
    before = np.searchsorted(anchors, places)
    after = np.searchsorted(anchors, places, side="right") + 1
    low, high = np.minimum(there[before], there[after]), np.maximum(there[before], there[after])
    here = sums[ends[after]] - sums[ends[before] + 1]
    surplus: Floats = here - np.maximum(0, sums_there[high] - sums_there[np.minimum(low + 1, high)])
    return surplus


def _logit(chance: float) -> float:
    return log(chance / (1 - chance))


def _chance(logit: float) -> float:
    return 1 / (1 + exp(-logit))
