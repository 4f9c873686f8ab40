"""What is kept of a row, and what it holds at first, is said in the schema and in the value alone."""

import pytest

from tui.desk.columns import columns, made, names_of
from tui.desk.model import Decision, Mark


@pytest.mark.parametrize(("kind", "table"), [(Decision, "decision"), (Mark, "mark")])
def test_a_value_has_the_columns_of_its_table_and_what_they_hold_at_first(
    kind: type[Decision | Mark], table: str
) -> None:
    there = {name: column for name, column in columns()[table].items() if not column.is_key}
    assert set(kind.__struct_fields__) == there.keys() - {"former"}
    assert made(kind, (there[name].first for name in names_of(kind).split(", "))) == kind()
