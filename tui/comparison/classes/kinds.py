"""The classes that are compared: of each its table in `assets/classes/`, its rule, its name for a member."""

from __future__ import annotations

from msgspec import Struct

from tui.comparison.rule import Kind, Rule, Severity


class WordClass(Struct, frozen=True):
    """Words that exclude each other: where one side has one, the other does not have another."""

    name: str
    """Of its table: `kin` is `assets/classes/kin.tsv`."""
    rule: Rule
    member: str
    """What a reader calls a member of it."""
    beside: bool = False
    """Whether a member counts only near a word of the table's row `near`."""
    capital: bool = False
    """Whether a member may be written with a capital and is no name."""
    alone: bool = False
    """Whether a member that only one side has is a difference, since it changes the word it stands at."""
    of: tuple[str, ...] = ()
    """The classes of the words that a member changes; where there are none it changes any."""
    floats: bool = False
    """Whether a member may stand anywhere in its clause: *each of them got six*, *ne ebbero sei ciascuno*."""


_OTHERS = ("opposite-words", "role-differs", "speaker-differs")
"""The rules of other families that say of a member what these say."""
_NUMBERS = ("number-differs", "unit-differs", "date-differs", "time-differs", "qualifier")
_DENIALS = ("negation-one-sided",)


def _class(
    name: str,
    kind: Kind,
    member: str,
    *,
    ceiling: Severity = "critical",
    beside: bool = False,
    capital: bool = False,
    alone: bool = False,
    of: tuple[str, ...] = (),
    floats: bool = False,
    said_by: tuple[str, ...] = (),
) -> WordClass:
    rule = Rule(
        f"{name}-differs", kind, "facts", ceiling, needs=frozenset({"classes"}),
        yields_to=frozenset({*_OTHERS, *said_by}), yields_to_touch=True,
    )  # fmt: skip
    return WordClass(name, rule, member, beside, capital, alone, of, floats)


CLASSES = (
    _class("kin", "relation", "relative"),
    _class("office", "title", "office or occupation", capital=True),
    _class("general", "title", "office", ceiling="major", capital=True),
    _class("portfolio", "title", "portfolio", beside=True, capital=True),
    _class("service", "title", "service", capital=True),
    _class("deputy", "title", "rank", alone=True, capital=True, of=("office",)),
    _class("rank", "title", "rank", capital=True, of=("office",)),
    _class("former", "title", "time in office", alone=True, capital=True, of=("office", "kin")),
    _class("party", "name", "party or side", capital=True),
    _class("quantity", "quantifier", "quantity", said_by=_DENIALS),
    _class("nearly", "quantifier", "extent", ceiling="major", said_by=(*_DENIALS, "quantity-differs")),
    _class("frequency", "quantifier", "frequency", said_by=_DENIALS),
    _class("person", "gender", "sex", capital=True),
    _class("two", "quantifier", "number of the two", said_by=_DENIALS),
    _class("rate", "unit", "rate", said_by=_NUMBERS),
    _class("time-of-day", "time", "part of the day", ceiling="major", said_by=_NUMBERS),
    _class("season", "date", "season", ceiling="major", said_by=_NUMBERS),
    _class("compass", "reversal", "direction", ceiling="major"),
    _class("side", "reversal", "side"),
    _class("change", "reversal", "direction", said_by=_NUMBERS),
    _class("degree-often", "reversal", "degree"),
    _class("bound", "reversal", "limit"),
    _class(
        "limit",
        "reversal",
        "limit",
        ceiling="major",
        said_by=(*_NUMBERS, "bound-differs", "compared-differs"),
    ),
    _class(
        "certainty", "modality", "certainty", ceiling="major", said_by=("hedge-one-sided", "duty-differs")
    ),
    _class(
        "directive",
        "modality",
        "force of a request",
        ceiling="major",
        said_by=("duty-differs", "duty-graded"),
    ),
    _class("outcome", "modality", "outcome", ceiling="major", said_by=("tense-differs", "duty-graded")),
    _class("share", "quantifier", "share", floats=True, said_by=_NUMBERS),
    _class("inclusion", "quantifier", "way of counting", said_by=_NUMBERS),
    _class("sole", "quantifier", "number of them", said_by=_DENIALS),
    _class("compared", "reversal", "degree", ceiling="major", said_by=_NUMBERS),
    _class("order", "number", "place in the order", said_by=_NUMBERS),
    _class("era", "tense", "time", ceiling="major", said_by=("tense-differs",)),
    _class("superlative-rank", "number", "rank", alone=True, said_by=_NUMBERS),
    _class("connection", "condition", "connection"),
    _class("degree", "quantifier", "degree", said_by=(*_DENIALS, "focus-differs")),
    _class("extent", "number", "extent", beside=True, said_by=_NUMBERS),
    _class("focus", "quantifier", "scope", ceiling="major", said_by=_DENIALS),
    _class("thing", "word", "", ceiling="major"),
)
"""`thing` holds classes of one rule, each an axis that is called by its name."""
