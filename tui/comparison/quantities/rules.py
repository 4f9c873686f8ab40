"""The rules of quantities."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from tui.comparison.quantities.fact import FactKind
from tui.comparison.rule import Rule

DIFFERS: Mapping[FactKind, Rule] = {
    kind: Rule(f"{kind}-differs", kind, "facts", "critical") for kind in get_args(FactKind)
}
"""Both sides have a quantity here, and another."""
ALONE: Mapping[FactKind, Rule] = {
    kind: Rule(f"{kind}-alone", kind, "facts", "critical") for kind in get_args(FactKind)
}
"""Only one side has it."""
UNIT = Rule("unit-exchanged", "unit", "facts", "critical")
"""The number is the same, what it counts is not."""
UNSAID = Rule("unit-unsaid", "unit", "facts", "minor")
"""The number is the same, and only one side says what it counts."""
UNREAD = Rule("numeral-differs", "number", "facts", "minor")
"""The numerals differ, and the words of quantity of one of the languages are not listed: a scale or a
twelve-hour clock may hide in one."""
CONVERSION = Rule("conversion", "unit", "facts", "minor")
"""Other units, and the conversion holds."""
NOTATION = Rule("notation", "number", "facts", "minor")
"""Equal only if one of them is read in the other language's notation."""
QUALIFIER = Rule("qualifier", "number", "facts", "critical")
"""More for less: *more than 70*, *meno di 70*."""
QUALIFIER_ALONE = Rule("qualifier-alone", "number", "facts", "minor")
"""*More than 70* for 70."""
DAY = Rule("day-left-out", "date", "facts", "critical")
"""A month for a day of it."""
TURNED = Rule("range-turned", "number", "facts", "critical")
"""*From 20 to 10*, *da 10 a 20*."""

RULES: tuple[Rule, ...] = (
    *DIFFERS.values(), *ALONE.values(), UNIT, UNSAID, UNREAD, CONVERSION, NOTATION, QUALIFIER,
    QUALIFIER_ALONE, DAY, TURNED,
)  # fmt: skip
