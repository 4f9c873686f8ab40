"""Words and phrases inside a sentence that have no counterpart in its bead.

Two questions are asked. Of each content word: how little does the other side have for it? And of each run of
words that seem to lack a counterpart: does their side say more exactly what the other says without them? The
sentence encoder answers that, and so takes away most of what idiom and free translation leave unlinked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import exp, log
from typing import TYPE_CHECKING

import numpy as np

from tui.articles import SIDES, Side, Span
from tui.comparison.lexical.bead_words import BeadWords, bead_words
from tui.comparison.lexical.roles import bare as bare_key
from tui.comparison.lexical.roles import roles
from tui.comparison.lexical.word_lists import word_list
from tui.comparison.model import Finding, Kind

if TYPE_CHECKING:
    from tui.alignment import Bead
    from tui.comparison.lexical.lexicon import Flags, Floats, Indexes, Lexicon
    from tui.comparison.pair import Pair
    from tui.comparison.tokens import Token

# The logistic function of each is a chance. Fitted on clean documents and on others with phrases deleted at
# random from one side, as benchmarks/omissions.py makes them.
WORD = np.array([2.2, -2.26, -5.8, -2.77, -0.74, 1.75, -1.71])
"""That a word lacks a counterpart: of the columns of `doubts`."""
RUN = np.array([-2.1, 0.65, 1.41])
"""That a run of words lacks one: of 1, the sum of the logits of its words, and their number."""
CUT = np.array([-2.56, 0.51, 1.21, 8.3])
"""The same, and last of how much the run is in the way: see `gains`."""

_EXCESS = 0.25
"""How many more content words the fuller side of a bead has, over the root of the number of both: nine in ten
deleted phrases that are found leave more than this behind, and one in three clean sentences has it."""
_EQUAL = 100
"""So many words of either side are added to the articles' own before their ratio is taken."""
_DOUBTFUL = 0.1
"""The chance from which on a word is part of a run."""
_APART = 4
"""So many words two doubtful ones of a run may lie apart."""
_NEIGHBOURS = 4
"""Words on either side whose links are looked at."""
_ASK_WORD, _ASK_PHRASE = 0.25, 0.12
"""The chance from which on the encoder is asked about a run of one word, and of several."""
_SAY_WORD, _SAY_PHRASE = 0.3, 0.25
"""The chance from which on one is a finding."""
_UNLIKE = 0.33
_UNLINKED, _UNLINKED_CONTENT = 0.45, 0.25
"""Below this meaning of a free word, this link with any word and this with a content word, the other side has
nothing for a word. Two such words together are in the way in one of a hundred clean sentences."""
_SURE = 0.5
"""The chance from which on a single word is as good as a phrase."""


@dataclass(frozen=True)
class Run:
    """Doubtful words of one side of a bead that stand together."""

    bead: BeadWords
    side: Side
    span: Span
    words: int
    """How many of its words are doubtful."""
    doubt: float
    """The sum of the logits that they lack a counterpart."""
    bare: bool
    """All its words are bare (see `doubts`), and it has several or opens a sentence: *Notably, …*."""


def find_omissions(pair: Pair) -> Iterator[Finding]:
    """Phrases of the source that the target leaves out, phrases it adds, and single words of either kind."""
    asked = [
        run
        for run in all_runs(pair)
        if run.bare
        or _chance(float(RUN @ [1, run.doubt, run.words])) >= (_ASK_WORD if run.words == 1 else _ASK_PHRASE)
    ]
    for run, gain in zip(asked, gains(pair, asked), strict=True):
        chance = _chance(float(CUT @ [1, run.doubt, run.words, gain]))
        if run.bare and (run.words == 1 or gain > 0):
            chance = max(chance, _SAY_WORD if run.words == 1 else _SURE)
        if chance >= (_SAY_WORD if run.words == 1 else _SAY_PHRASE):
            yield _finding(pair, run, chance)


def all_runs(pair: Pair) -> Iterator[Run]:
    """The runs of doubtful words of the beads that have two sides, on the side that says more.

    None where the function words of a language are not known: there they would pass for content.
    """
    if not all(roles(pair.article(side).language) for side in SIDES):
        return
    fuller = _fuller(pair)
    lexicon, beads = bead_words(pair, [bead for bead, _ in fuller], every_vector=False)
    light = {side: word_list(pair.article(side).language, "light") for side in SIDES}
    for bead, (_, side) in zip(beads, fuller, strict=True):
        yield from _runs(bead, side, *doubts(bead, side, lexicon, light[side]))


def _fuller(pair: Pair) -> list[tuple[Bead, Side]]:
    """The beads of which one side has clearly more content words than the other, with that side.

    What is counted on the target is scaled by the ratio of the articles, since languages differ.
    """
    beads = [bead for bead in pair.alignment.beads if bead.source and bead.target]
    counts = np.array([[_content(pair, side, bead) for side in SIDES] for bead in beads], float).reshape(
        -1, 2
    )
    totals = counts.sum(axis=0)
    counts[:, 1] *= (totals[0] + _EQUAL) / (totals[1] + _EQUAL)
    excess = (counts[:, 0] - counts[:, 1]) / np.sqrt(counts.sum(axis=1) + 1)
    return [
        (bead, "source" if more > 0 else "target")
        for bead, more in zip(beads, excess, strict=True)
        if abs(more) >= _EXCESS
    ]


def _content(pair: Pair, side: Side, bead: Bead) -> int:
    """How many words and numbers of one side of a bead are no function words."""
    known = roles(pair.article(side).language)
    return sum(bare_key(token.key) not in known for s in bead.side(side) for token in pair.tokens[side][s])


def gains(pair: Pair, runs: list[Run]) -> list[float]:
    """How much each run is in the way: by how much more the two sides of its bead are alike without it.

    A difference of cosines, over the root of the share of its side that the run is.
    """
    texts = [text for run in runs for text in _texts(pair, run)]
    distinct = list(dict.fromkeys(texts))
    vectors = dict(zip(distinct, pair.encoder.encode(distinct), strict=True)) if distinct else {}
    found = []
    for whole, cut, other in zip(texts[::3], texts[1::3], texts[2::3], strict=True):
        share = max(0.01, 1 - len(cut) / max(1, len(whole)))
        found.append(float((vectors[cut] - vectors[whole]) @ vectors[other]) / share**0.5)
    return found


def _texts(pair: Pair, run: Run) -> tuple[str, str, str]:
    """The run's side of its bead, the same without the run, and the other side."""
    other: Side = "target" if run.side == "source" else "source"
    own = pair.article(run.side)
    whole, cut = [], []
    for number in run.bead.bead.side(run.side):
        sentence = own.sentences[number]
        start = min(max(run.span.start, sentence.start), sentence.end)
        end = min(max(run.span.end, sentence.start), sentence.end)
        whole.append(own.text[sentence.start : sentence.end])
        cut.append(own.text[sentence.start : start] + own.text[end : sentence.end])
    others = [pair.article(other).sentence_text(number) for number in run.bead.bead.side(other)]
    return " ".join(whole), " ".join(" ".join(cut).split()), " ".join(others)


def _finding(pair: Pair, run: Run, chance: float) -> Finding:
    words = run.span.within(pair.article(run.side).text)
    other = "target" if run.side == "source" else "source"
    phrase = run.words > 1 or chance >= _SURE
    kind: Kind = ("omission" if run.side == "source" else "addition") if phrase else "word"
    return Finding(
        kind=kind,
        layer="missing" if phrase else "words",
        severity="major" if phrase else "minor",
        confidence=chance,
        source=(run.span,) if run.side == "source" else (),
        target=(run.span,) if run.side == "target" else (),
        source_value=words if run.side == "source" else None,
        target_value=words if run.side == "target" else None,
        message=f"The {other} has nothing for “{words}”.",
        rule="phrase-without-counterpart" if phrase else "word-without-counterpart",
    )


def _runs(bead: BeadWords, side: Side, places: Indexes, columns: Floats, bare: Flags) -> Iterator[Run]:
    """The runs of doubtful words: near each other, with no other content word between, and no names."""
    tokens, logits = bead.sides[side].tokens, columns @ WORD

    def made(run: list[int]) -> Run:
        span = Span(tokens[places[run[0]]].start, tokens[places[run[-1]]].end)
        telling = len(run) > 1 or _opens(tokens, int(places[run[0]]))
        return Run(bead, side, span, len(run), float(logits[run].sum()), telling and bool(bare[run].all()))

    run: list[int] = []
    for i, place in enumerate(places):
        is_name = place > 0 and tokens[place].text[0].isupper()
        if is_name or not (bare[i] or logits[i] >= _logit(_DOUBTFUL)):
            continue
        if run and (run[-1] != i - 1 or place - places[run[-1]] > _APART):
            yield made(run)
            run = []
        run.append(i)
    if run:
        yield made(run)


def _opens(tokens: tuple[Token, ...], place: int) -> bool:
    """Whether a word stands by itself at the beginning, before a comma."""
    begins = place == 0 or (place == 1 and not tokens[0].text.isalnum())
    return begins and place + 1 < len(tokens) and tokens[place + 1].text == ","


def doubts(
    bead: BeadWords, side: Side, lexicon: dict[Side, Lexicon], light: frozenset[str]
) -> tuple[Indexes, Floats, Flags]:
    """Where the content words of one side stand, what says that each lacks a counterpart, and which are bare.

    Shapes (k), (k, 7) and (k). The other side has nothing at all for a bare word.

    The columns: 1; the likest meaning; the likest meaning of a word no other is linked with; the likeliest
    link with any word; whether it is a light word; how many more content words this side has than the other;
    how well its neighbours are linked.
    """
    other = SIDES[1 - SIDES.index(side)]
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
        np.array([own.tokens[place].key in light for place in places]),
        np.full(len(places), np.log((full.sum() + 1) / (full_there.sum() + 1))),
        around,
    ]
    stacked = np.stack(columns, axis=1, dtype=np.float64)
    bare = (stacked[:, 2] < _UNLIKE) & (stacked[:, 3] < _UNLINKED) & (stacked[:, 4] == 0)
    answer = (own.chance * there.content[others.rows]).max(axis=1, initial=0)
    return places, stacked, bare & (answer[places] < _UNLINKED_CONTENT)


def _logit(chance: float) -> float:
    return log(chance / (1 - chance))


def _chance(logit: float) -> float:
    return 1 / (1 + exp(-logit))
