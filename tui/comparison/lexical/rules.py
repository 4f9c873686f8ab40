"""The rules of clauses and phrases without a counterpart."""

from collections.abc import Mapping

from tui.articles import Side
from tui.comparison.rule import Rule

_MODIFIERS = ("modifier-left-out", "modifier-put-in")
_CLAUSES = ("clause-left-out", "clause-put-in")
_UNRENDERED = ("unrendered-left-out", "unrendered-put-in")

CLAUSES: Mapping[Side, Rule] = {
    "source": Rule(
        "clause-left-out", "omission", "missing", "major",
        needs=frozenset({"function-words"}), yields_to=frozenset(_UNRENDERED), yields_to_touch=True,
        together=True,
    ),
    "target": Rule(
        "clause-put-in", "addition", "missing", "major",
        needs=frozenset({"function-words"}), yields_to=frozenset(_UNRENDERED), yields_to_touch=True,
        together=True,
    ),
}  # fmt: skip

PHRASES: Mapping[Side, Rule] = {
    "source": Rule(
        "phrase-left-out", "omission", "missing", "major",
        needs=frozenset({"function-words"}),
        yields_to=frozenset({"facts", *_MODIFIERS, *_CLAUSES, *_UNRENDERED}), yields_to_touch=True,
        together=True,
    ),
    "target": Rule(
        "phrase-put-in", "addition", "missing", "major",
        needs=frozenset({"function-words"}),
        yields_to=frozenset({"facts", *_MODIFIERS, *_CLAUSES, *_UNRENDERED}), yields_to_touch=True,
        together=True,
    ),
}  # fmt: skip
