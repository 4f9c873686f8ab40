"""Who said it, and in whose words: differences of speaker, quotations that became reported speech, claims
that became facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tui.alignment import AlignedPair
from tui.articles import SIDES, Article, Side, Span, other_side
from tui.comparison.change import change, for_and_against, gain_of
from tui.comparison.names import Mention, pair_mentions, title_case
from tui.comparison.polarity import Stretch, asked_stretches
from tui.comparison.quotations import Quotations
from tui.comparison.rule import AS_READ, SOURCE, TARGET, Candidate, Family, Question, Rule
from tui.comparison.speech.attributed import ATTRIBUTED, attributions
from tui.comparison.speech.roles import Role, roles, roles_of, speaking
from tui.comparison.speech.sayers import OtherSayer, other_sayer
from tui.comparison.speech.speakers import reports, says, speakers, speech
from tui.languages import Resource, Token, dictionary, dictionary_forms, tokenize

if TYPE_CHECKING:
    from tui.alignment import Bead
    from tui.alignment.model import Vectors

_SPEECH: frozenset[Resource] = frozenset({"speech"})
SPEAKER = Rule("speaker-differs", "speaker", "facts", "critical", needs=_SPEECH)
ROLE = Rule("role-differs", "speaker", "facts", "critical", needs=_SPEECH)
SAYER = Rule(
    "sayer-differs", "speaker", "facts", "major", needs=_SPEECH,
    yields_to=frozenset(
        {"role-differs", "speaker-differs", "roles-exchanged", "office-differs", "person-differs"}
    ),
    yields_to_touch=True,
)  # fmt: skip
UNMARKED = Rule("quotation-unmarked", "quotation", "facts", "major", needs=_SPEECH)

_BOTH: tuple[tuple[Side, Side], ...] = (("source", "target"), ("target", "source"))
_MANY = 3
"""So many others who speak, and more, make it doubtful who is meant."""
_WORDS = 5
"""Words that a quotation has at least: fewer are a term in quotation marks."""
_SEVERAL = 3
"""So many quotations of an article, and more, tell that the other leaves out its marks throughout."""
_FAR = 12
"""Steps in the kinds of things between two who have nothing in common but that they may speak."""
_GAIN = 0.1
"""By so much more, as a cosine, the sides say the same with a right translation, to count fully."""
_LONG = 15
"""Words of a quotation that is as long as it need be to be more than a part of a sentence."""


def propose(pair: AlignedPair) -> Iterable[Candidate]:
    """Speakers that differ (`speaker-differs`, `role-differs`, `sayer-differs`), quotations without their
    marks (`quotation-unmarked`), claims told as facts (`attributed-one-sided`).
    """
    quotations = {side: Quotations(pair.article(side)) for side in SIDES}
    named = pair_mentions(pair)
    for bead, source, target in asked_stretches(pair):
        sentences: dict[Side, tuple[int, ...]] = {"source": bead.source, "target": bead.target}
        others = list(_speaker(pair, sentences, named, quotations))
        found = None if others else other_sayer(source, target)
        if found is not None and not _one_role(source, target, found):
            others.append(_sayer(pair, bead, found))
        yield from others
        if source.tokens and target.tokens:
            yield from attributions(source, target)
        yield from _unmarked(pair, sentences, quotations)


FAMILY = Family("speech", (SPEAKER, ROLE, SAYER, UNMARKED, ATTRIBUTED), propose)


def _sayer(pair: AlignedPair, bead: Bead, found: OtherSayer) -> Candidate:
    """Two nouns, no dictionary's for each other, at verbs of saying that are each other's counterpart.

    Evidence, each 0 to 1: `sayer-link`, how surely the verbs are; `sayer-exchanged`, whether the other side
    has one of the two elsewhere; `sayer-owner`, whether the two are of others; `sayer-apart`, how far they
    lie apart as kinds of things; `sayer-near`, how near the two words are; `sayer-fits` and `sayer-unfit`,
    how much more, or less, the sides say the same with a translation of the one in the place of the other.
    """
    spans = found.spans
    said = spans[0].within(pair.source.text), spans[1].within(pair.target.text)
    who = "Somebody of another speaks" if found.owner else "Another speaks"
    return Candidate(
        rule=SAYER,
        evidence={
            "sayer-link": found.link,
            "sayer-exchanged": float(found.exchanged),
            "sayer-owner": float(found.owner),
            "sayer-apart": min(1.0, found.apart / _FAR),
        },
        source=(spans[0],), target=(spans[1],), source_value=said[0], target_value=said[1],
        message=f"{who}: “{said[0]}” in the {SOURCE}, “{said[1]}” in the {TARGET}.",
        questions=_asked(pair, bead, found),
    )  # fmt: skip


def _one_role(source: Stretch, target: Stretch, found: OtherSayer) -> bool:
    """Whether the table of offices has the two for one: *the prime minister*, *il premier*."""
    ours, theirs = (
        [role for role in roles_of(side) if role.span.start <= span.start < role.span.end]
        for side, span in zip((source, target), found.spans, strict=True)
    )
    return any(not one.other_than(other) for one in ours for other in theirs)


def _asked(pair: AlignedPair, bead: Bead, found: OtherSayer) -> tuple[Question, Question]:
    """What the encoder says of two who speak."""
    side, other = found.side, other_side(found.side)
    own = " ".join(pair.article(side).sentence_text(number) for number in bead.side(side))
    changed = change(pair.article(other), bead.side(other), (found.there,), own, found.right)
    words = [span.within(pair.article(at).text) for at, span in ((side, found.here), (other, found.there))]

    def fits(vectors: Vectors) -> Mapping[str, float]:
        fit, unfit = for_and_against(gain_of(*vectors) / _GAIN)
        return {"sayer-fits": fit, "sayer-unfit": unfit}

    def near(vectors: Vectors) -> Mapping[str, float]:
        return {"sayer-near": min(1.0, max(0.0, float(vectors[0] @ vectors[1])))}

    return Question(changed.texts, fits), Question(tuple(words), near, words=True)


def _speaker(
    pair: AlignedPair,
    sentences: dict[Side, tuple[int, ...]],
    named: dict[Side, tuple[tuple[Mention, ...], ...]],
    quotations: dict[Side, Quotations],
) -> Iterator[Candidate]:
    """Each side names one speaker whom the other has not, and names the other's too, in another part."""
    names = {side: [m for index in sentences[side] for m in named[side][index]] for side in SIDES}
    heard = {
        side: speakers(
            pair.article(side), _tokens(pair, side, sentences[side]), names[side], quotations[side]
        )
        for side in SIDES
    }
    if not heard["source"] and not heard["target"]:
        yield from _role(pair, sentences, quotations)
    left = {
        side: [one for one in heard[side] if not any(_same(one, other) for other in heard[there])]
        for side, there in _BOTH
    }
    if len(left["source"]) != 1 or len(left["target"]) != 1:
        return
    source, target = left["source"][0], left["target"][0]
    swapped = any(_same(source, m) for m in names["target"]) and any(
        _same(target, m) for m in names["source"]
    )
    if swapped and source.run != target.run and not _one_name(source, target, names, pair):
        others = max(len(heard["source"]), len(heard["target"])) - 1
        yield Candidate(
            rule=SPEAKER,
            evidence={
                "speakers": min(1.0, others / _MANY),
                "quoted": float(_speaks(pair, quotations, source)),
            },
            source=(source.span,), target=(target.span,), source_value=source.text, target_value=target.text,
            message=f"In the {SOURCE} {source.text} speaks, in the {TARGET} {target.text}.",
        )  # fmt: skip


def _speaks(pair: AlignedPair, quotations: dict[Side, Quotations], name: Mention) -> bool:
    """Whether the paragraph in which the source names somebody quotes."""
    sentence = pair.source.sentences[pair.source.sentence_at(name.start)]
    return quotations["source"].marked(sentence.paragraph)


def _role(
    pair: AlignedPair, sentences: dict[Side, tuple[int, ...]], quotations: dict[Side, Quotations]
) -> Iterator[Candidate]:
    """Each side has one speaker without a name, and the two are not the same: both are told apart wherever
    they stand, or each stands on the other side too.
    """
    words = {side: _tokens(pair, side, sentences[side]) for side in SIDES}
    heard: list[Role] = []
    for side in SIDES:
        found = speaking(pair.article(side), words[side], quotations[side])
        if len(found) != 1:
            return
        heard += found
    source, target = heard
    named = {side: roles(pair.article(side), words[side], quotations[side]) for side in SIDES}
    here = all(source.other_than(role) for role in named["target"])
    there = all(target.other_than(role) for role in named["source"])
    same = not source.kinds & target.kinds and _translates(source.span, target.span, pair)
    if source.other_than(target) and here == there and not same:
        said = source.span.within(pair.source.text), target.span.within(pair.target.text)
        yield Candidate(
            rule=ROLE, evidence={},
            source=(source.span,), target=(target.span,), source_value=said[0], target_value=said[1],
            message=f"In the {SOURCE} the {said[0]} speaks, in the {TARGET} the {said[1]}.",
        )  # fmt: skip


def _translates(source: Span, target: Span, pair: AlignedPair) -> bool:
    """Whether a dictionary has one of what two are called for the other: *expert*, *perito*."""
    words = dictionary(pair.source.language, pair.target.language)
    said = [
        {
            form
            for token in tokenize(span.within(pair.article(side).text))
            for form in dictionary_forms(token.key, pair.article(side).language)
        }
        for side, span in zip(SIDES, (source, target), strict=True)
    ]
    return not words.possible(said[0]).isdisjoint(said[1])


def _one_name(source: Mention, target: Mention, names: dict[Side, list[Mention]], pair: AlignedPair) -> bool:
    """Whether the two are words of one full name, or the same: *the Fenland Journal of Botany*."""
    if _same(source, target):
        return True
    full = {m.key for m in names["source"] if m.run == source.run}
    if any(m.key in full for m in names["target"] if m.run == target.run):
        return True
    return all(
        any(
            _of(pair.article(side), *sorted((one, other), key=lambda name: name.start))
            for one in names[side]
            for other in names[side]
            if _same(one, source) and _same(other, target)
        )
        for side in SIDES
    )


def _of(article: Article, one: Mention, other: Mention) -> bool:
    """Whether a preposition alone stands between two names."""
    rules = speech(article.language)
    between = article.text[one.run_end : other.run].strip()
    return rules is not None and between.isalpha() and between not in rules.joins


def _same(a: Mention, b: Mention) -> bool:
    return a.key == b.key or a.sound == b.sound or bool(a.things & b.things)


def _unmarked(
    pair: AlignedPair, sentences: dict[Side, tuple[int, ...]], quotations: dict[Side, Quotations]
) -> Iterator[Candidate]:
    """A whole quotation on one side, from mark to mark, and no mark in the paragraph on the other.

    Evidence, each 0 to 1: `long` and `share`, how much is quoted; `reported`: whether the other side says
    what was said with a conjunction after its verb; `inside`: whether the quotation goes on a clause, as a
    term does; `title`: whether it is written as an English title; `never`: whether the other article has no
    quotation marks at all where this one has several, so that they say nothing of one place.
    """
    for side, other in _BOTH:
        quoted = _quoted(pair, side, sentences[side], quotations[side])
        article = pair.article(other)
        paragraphs = {article.sentences[index].paragraph for index in sentences[other]}
        if len(quoted) < _WORDS or any(quotations[other].maybe_marked(paragraph) for paragraph in paragraphs):
            continue
        if not all(says(pair.article(at), _tokens(pair, at, sentences[at]), quotations[at]) for at in SIDES):
            continue
        spans: dict[Side, tuple[Span, ...]] = {
            side: (Span(quoted[0].start, quoted[-1].end),),
            other: tuple(article.sentences[index].span for index in sentences[other]),
        }
        yield Candidate(
            rule=UNMARKED,
            evidence={
                "quote-long": min(1.0, len(quoted) / _LONG),
                "quote-share": len(quoted) / max(1, len(_tokens(pair, side, sentences[side]))),
                "quote-reported": float(
                    reports(article, _tokens(pair, other, sentences[other]), quotations[other])
                ),
                "quote-inside": float(quotations[side].inside(quoted[0].start)),
                "quote-title": float(title_case(quoted, pair.article(side).language)),
                "quote-never": float(
                    not quotations[other].spans and len(quotations[side].spans) >= _SEVERAL
                ),
            },
            source=spans["source"], target=spans["target"], source_value=None, target_value=None,
            message=f"The {AS_READ[side]} quotes, the {AS_READ[other]} does not.",
        )  # fmt: skip


def _quoted(pair: AlignedPair, side: Side, sentences: Sequence[int], quotations: Quotations) -> list[Token]:
    """The longest run of words in one quotation that a mark ends."""
    runs: dict[Span, list[Token]] = {}
    tokens = _tokens(pair, side, sentences)
    if not tokens or not quotations.reaches(tokens[0].start, tokens[-1].start):
        return []
    for token in tokens:
        span = quotations.at(token.start)
        if span and quotations.closed(span):
            runs.setdefault(span, []).append(token)
    return max(runs.values(), key=len, default=[])


def _tokens(pair: AlignedPair, side: Side, sentences: Sequence[int]) -> list[Token]:
    return [token for index in sentences for token in pair.tokens[side][index]]
