"""Words that tell a fact from a plan, a duty or a condition: *not yet* and *already*, *if* and *unless*."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from msgspec import Struct

from tui.articles import SIDES, Side, Span
from tui.comparison.polarity import (
    Stretch,
    anchors_of,
    clause_around,
    clause_bounds,
    content_words,
    cues,
    sentence_end,
    ties_of,
)
from tui.comparison.polarity.lexicon import negation
from tui.comparison.rule import AS_READ, SOURCE, TARGET, Candidate, Rule
from tui.comparison.tense.linking import linking
from tui.comparison.tense.tables import Marks, marks, plain_forms
from tui.languages import bare, function_words

YET = Rule("not-yet-already", "tense", "facts", "critical", needs=frozenset({"tense"}))
PLACE = Rule(
    "earlier-later", "tense", "facts", "critical", needs=frozenset({"tense"}),
    yields_to=frozenset({"opposite-words", "connective-differs"}), yields_to_touch=True,
)  # fmt: skip
DUTY = Rule("duty-differs", "modality", "facts", "critical", needs=frozenset({"tense"}))
GRADE = Rule("duty-graded", "modality", "facts", "major", needs=frozenset({"tense"}))
CONDITION = Rule("condition-differs", "condition", "facts", "critical", needs=frozenset({"tense"}))
ONE_SIDED = Rule("condition-one-sided", "condition", "facts", "critical", needs=frozenset({"tense"}))

_AGAINST: Mapping[str, Mapping[frozenset[str], Rule]] = {
    "yet": {
        frozenset({"not-yet", "already"}): YET,
        frozenset({"not-yet", "just"}): YET,
        frozenset({"not-yet", "over"}): YET,
        frozenset({"still", "over"}): YET,
        frozenset({"still", "already"}): YET,
        frozenset({"now", "over"}): YET,
        frozenset({"so-far", "from-now"}): YET,
    },
    "place-in-time": {frozenset({"earlier", "later"}): PLACE},
    "duty": {
        frozenset({"must-not", "need-not"}): DUTY,
        frozenset({"must", "need-not"}): DUTY,
        frozenset({"duty", "need-not"}): DUTY,
        frozenset({"should-not", "need-not"}): DUTY,
        frozenset({"cannot", "need-not"}): DUTY,
        **{frozenset({"forbid", one}): DUTY for one in ("must", "duty", "should", "can", "need-not")},
        frozenset({"must-not", "should-not"}): GRADE,
        frozenset({"cannot", "should-not"}): GRADE,
        frozenset({"cannot", "refuse"}): GRADE,
        frozenset({"must", "should"}): GRADE,
        frozenset({"can", "must"}): GRADE,
        frozenset({"can", "duty"}): GRADE,
        frozenset({"can", "should"}): GRADE,
        frozenset({"must", "want"}): GRADE,
        frozenset({"should-have", "could-have"}): GRADE,
        frozenset({"must", "cannot"}): DUTY,
        frozenset({"can", "not-must"}): DUTY,
        frozenset({"must", "would-like"}): GRADE,
        frozenset({"duty", "would-like"}): GRADE,
        frozenset({"will", "would-like"}): GRADE,
        **{frozenset({"had-to", one}): DUTY for one in ("need-not", "forbid", "cannot")},
        **{
            frozenset({"had-to", one}): GRADE
            for one in ("can", "should", "want", "would-like", "should-have", "could-have")
        },
        frozenset({"should-have", "can"}): GRADE,
        frozenset({"could-have", "must"}): GRADE,
        frozenset({"could-have", "duty"}): GRADE,
        frozenset({"duty", "want"}): GRADE,
    },
    "condition": {
        frozenset({"if", "unless"}): CONDITION,
        frozenset({"even-if", "only-if"}): CONDITION,
        frozenset({"even-if", "provided"}): CONDITION,
        frozenset({"even-if", "unless"}): CONDITION,
        frozenset({"provided", "unless"}): CONDITION,
        frozenset({"only-if", "unless"}): CONDITION,
        frozenset({"if", "even-if"}): CONDITION,
        frozenset({"even-if", "until"}): CONDITION,
        **{
            frozenset({one, "because"}): CONDITION
            for one in ("if", "even-if", "only-if", "provided", "unless")
        },
    },
}
"""What contradicts what, by group."""
_ALIKE = frozenset({
    frozenset({"must", "duty"}), frozenset({"duty", "should"}), frozenset({"want", "would-like"}),
    frozenset({"had-to", "must"}), frozenset({"had-to", "duty"}),
    frozenset({"not-must", "cannot"}), frozenset({"not-must", "must-not"}), frozenset({"forbid", "must-not"}),
    frozenset({"forbid", "cannot"}), frozenset({"forbid", "should-not"}), frozenset({"forbid", "not-must"}),
})  # fmt: skip
"""What a translation says for each other."""
_WIDE = frozenset(frozenset({"can", one}) for one in ("must", "had-to", "duty"))
"""The grades that lie farthest apart."""
_ALONE = {"condition": frozenset({"only-if", "unless", "provided", "if"})}
"""What is missed where the other side has nothing of its group."""
_DENIABLE = {"duty": frozenset({"must", "had-to", "duty", "should", "can", "want", "forbid"})}
"""What of each group a denial a few words before it makes another thing."""
_FEW = 4
_DENIED = frozenset({"unless"})
"""What says the same as another of its group with a denial."""
_GRANTS = "even-if"
"""What no denial makes a condition."""
_REASON = "because"
"""What is no condition, but stands against one."""
_FAR = 12
"""Words apart that are as far as any."""
_SHOWN = 3
_FIRST = 2
"""Words of content after a mark of which one is the verb that it belongs to."""


class Mark(Struct, frozen=True):
    """A phrase of a group, from its first word to that after its last."""

    key: str
    word: int
    end: int


def contradictions(source: Stretch, target: Stretch) -> Iterator[Candidate]:
    """Phrases of one group that contradict each other, and conditions that one side lacks."""
    ours, theirs = marks(source.language), marks(target.language)
    for name in sorted(ours.keys() & theirs.keys()):
        found = tuple(
            [
                mark
                for mark in _found(side, group[name])
                if not (_is_denied(side, name, mark) or _is_name(side, mark))
            ]
            for side, group in zip((source, target), (ours, theirs), strict=True)
        )
        if not found[0] and not found[1]:
            continue
        said = tuple({mark.key for mark in held} for held in found)
        opposed = False
        for a in found[0]:
            for b in found[1]:
                rule = _AGAINST.get(name, {}).get(frozenset({a.key, b.key}))
                if rule and not _answered(a.key, said[1]) and not _answered(b.key, said[0]):
                    yield from _opposed(rule, source, target, a, b)
                    opposed = True
                    break
        if name in _ALONE and not opposed:
            ours_alone, theirs_alone = ([mark for mark in held if mark.key != _REASON] for held in found)
            for here, there, held, other, group in (
                (source, target, ours_alone, theirs_alone, theirs),
                (target, source, theirs_alone, ours_alone, ours),
            ):
                if len(held) == 1 and not other and held[0].key in _ALONE[name]:
                    also = {token.key for token in there.tokens} & group[name].also
                    yield _alone(here, there, held[0], bool(also))


def _answered(key: str, said: Set[str]) -> bool:
    """Whether a side says what a mark of the other does."""
    return key in said or any(frozenset({key, other}) in _ALIKE for other in said)


def _found(side: Stretch, group: Marks) -> list[Mark]:
    return [Mark(key, at, end) for at, end, key in group.phrases.in_turn(plain_forms(side)) if key != "idle"]


def _is_denied(side: Stretch, group: str, mark: Mark) -> bool:
    """Whether a duty or a freedom is denied by another word before it: *nobody may leave*, *no part of the
    text may be copied*.
    """
    if mark.key not in _DENIABLE.get(group, ()):
        return False
    rules, first = negation(side.language), clause_bounds(side, mark.word, most=_FAR)[0]
    subjects = rules.soft if rules else frozenset[str]()
    return any(
        cue.denies
        and (first if side.tokens[cue.word].key in subjects else mark.word - _FEW) <= cue.word < mark.word
        for cue in cues(side)
    )


def _is_name(side: Stretch, mark: Mark) -> bool:
    """Whether a word of one mark is written with a capital inside a sentence: the month of *May*."""
    before, first = side.tokens[mark.word - 1 : mark.word], side.tokens[mark.word]
    return (
        bool(before)
        and first.text[0].isupper()
        and not first.text.isupper()
        and not sentence_end(side.text[before[0].end : first.start])
        and mark.end == mark.word + 1
    )


def _asked(side: Stretch) -> bool:
    last = side.tokens[-1].end
    return "?" in side.text[last : last + 2].split("\n")[0]


def denied_otherwise(source: Stretch, target: Stretch) -> bool:
    """Whether one side denies more than the other, so that *unless he comes* may say the same as *if*."""
    counts = [sum(cue.denies for cue in cues(side)) for side in (source, target)]
    return counts[0] != counts[1]


def _holds_denial(side: Stretch, mark: Mark) -> bool:
    """Whether a denial is among the words of a mark: *se non*."""
    functions = function_words(side.language)
    return any("not" in functions.get(bare(token.key), ()) for token in side.tokens[mark.word : mark.end])


def _opposed(rule: Rule, source: Stretch, target: Stretch, a: Mark, b: Mark) -> Iterator[Candidate]:
    turns = (a.key in _DENIED) != (b.key in _DENIED) and _GRANTS not in (a.key, b.key)
    if turns and (_holds_denial(source, a) or _holds_denial(target, b) or denied_otherwise(source, target)):
        return  # unless he comes, se non viene
    anchors = anchors_of(source, target)
    ties = ties_of(source, target)
    spans = _span(source, a), _span(target, b)
    said = spans[0].within(source.text), spans[1].within(target.text)
    shares = [
        ties.share(side.side, ties.content(side.side, *clause_bounds(side, mark.word, least=_SHOWN)))
        for side, mark in ((source, a), (target, b))
    ]
    yield Candidate(
        rule=rule,
        evidence={
            "mark-apart": min(1.0, abs(anchors.target_of(a.word) - b.word) / _FAR),
            "mark-agrees": min(shares),
            "mark-verb": _same_verb(source, a, target, b),
            "mark-asked": float(_asked(source) or _asked(target)),
            "mark-weak": float(frozenset({a.key, b.key}) == frozenset({"if", "even-if"})),
            "mark-wide": float(rule is GRADE and frozenset({a.key, b.key}) in _WIDE),
        },
        source=(clause_around(source, a.word, most=_SHOWN),),
        target=(clause_around(target, b.word, most=_SHOWN),),
        source_value=said[0].lower(), target_value=said[1].lower(),
        message=f"The {SOURCE} says “{said[0].lower()}”, the {TARGET} “{said[1].lower()}”.",
    )  # fmt: skip


def _same_verb(source: Stretch, a: Mark, target: Stretch, b: Mark) -> float:
    """How surely the first words after two marks are each other's counterpart."""
    first = [
        [word for word in content_words(side) if word >= mark.end][:_FIRST]
        for side, mark in ((source, a), (target, b))
    ]
    pairs = linking(source, target).pairs(first[0], first[1])
    return max((strength for _, _, strength in pairs), default=0.0)


def _alone(here: Stretch, there: Stretch, mark: Mark, also: bool) -> Candidate:
    ties = ties_of(here, there)
    last = clause_bounds(here, mark.word, most=_FAR)[1]
    words = ties.content(here.side, mark.end, last)
    places = [place for word in words if (place := ties.counterpart(here.side, word)) is not None]
    other = Span(there.tokens[min(places)].start, there.tokens[max(places)].end) if places else None
    spans: dict[Side, tuple[Span, ...]] = {
        here.side: (Span(here.tokens[mark.word].start, here.tokens[last].end),),
        there.side: (other,) if other else (),
    }
    said = _span(here, mark).within(here.text).lower()
    values: dict[Side, str | None] = {here.side: said, there.side: None}
    return Candidate(
        rule=ONE_SIDED,
        evidence={
            "mark-also": float(also),
            "mark-agrees": ties.share(here.side, words),
            "mark-if": float(mark.key == "if"),
            "mark-asked": float(_asked(here)),
            "mark-long": min(1.0, len(here.tokens) / 60),
        },
        source=spans[SIDES[0]], target=spans[SIDES[1]],
        source_value=values[SIDES[0]], target_value=values[SIDES[1]],
        message=f"Only the {AS_READ[here.side]} makes it a condition: “{said}”.",
    )  # fmt: skip


def _span(side: Stretch, mark: Mark) -> Span:
    return Span(side.tokens[mark.word].start, side.tokens[mark.end - 1].end)
