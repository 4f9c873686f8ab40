"""Addresses in running text end where a reader would end them."""

import pytest

from tui.articles.formats.text import addresses


@pytest.mark.parametrize("around", ["⟨{}⟩", "<{}>", "({})", "“{}”.", "«{}»,", "〈{}〉"])
def test_brackets_and_quotation_marks_are_no_part_of_an_address(around: str) -> None:
    address = "https://example.org/a_(b)/c"
    assert [mark.value for mark in addresses(f"See {around.format(address)} or ask.")] == [address]
