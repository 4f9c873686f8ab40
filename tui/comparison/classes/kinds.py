"""The classes that are compared: of each its table in `assets/classes/`, its rule, its name for a member."""

from __future__ import annotations

from dataclasses import dataclass

from tui.comparison.rule import Kind, Rule, Severity


@dataclass(frozen=True, slots=True)
class WordClass:
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
    of: str = ""
    """The class of the words that a member changes; where there is none it changes any."""


def _class(
    name: str,
    kind: Kind,
    member: str,
    *,
    ceiling: Severity = "critical",
    beside: bool = False,
    capital: bool = False,
    alone: bool = False,
    of: str = "",
) -> WordClass:
    rule = Rule(
        f"{name}-differs", kind, "facts", ceiling,
        needs=frozenset({"classes"}), yields_to=frozenset({"opposite-words", "negation", "role-differs"}),
    )  # fmt: skip
    return WordClass(name, rule, member, beside, capital, alone, of)


CLASSES = (
    _class("kin", "relation", "relative"),
    _class("office", "title", "office or occupation", capital=True),
    _class("portfolio", "title", "portfolio", beside=True, capital=True),
    _class("service", "title", "service", capital=True),
    _class("deputy", "title", "rank", alone=True, capital=True, of="office"),
    _class("former", "title", "time in office", alone=True, capital=True, of="office"),
    _class("party", "name", "party or side", capital=True),
    _class("quantity", "quantifier", "quantity"),
    _class("frequency", "quantifier", "frequency"),
    _class("person", "gender", "sex", capital=True),
    _class("two", "quantifier", "number of the two"),
    _class("rate", "unit", "rate"),
    _class("time-of-day", "time", "part of the day", ceiling="major"),
    _class("season", "date", "season", ceiling="major"),
    _class("compass", "reversal", "direction", ceiling="major"),
    _class("change", "reversal", "direction"),
    _class("degree-often", "reversal", "degree"),
    _class("bound", "reversal", "limit"),
    _class("superlative-rank", "number", "rank", alone=True),
    _class("thing", "word", "", ceiling="major"),
)
"""`thing` holds classes of one rule, each an axis that is called by its name."""
