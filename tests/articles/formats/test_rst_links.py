"""Where the roles of Sphinx lead is compared as a target, what they show as text."""

import pytest

from tui.articles.formats.rst import document_of


@pytest.mark.parametrize("role", ["ref", "doc", "any", "numref", "download"])
def test_a_role_that_leads_somewhere_is_a_link(role: str) -> None:
    block = document_of(f"See :{role}:`the map <map-a>` first.").blocks[0]
    assert block.text == "See the map first."
    assert [(block.text[m.start : m.end], m.kind, m.value) for m in block.marks] == [
        ("the map", "link", "map-a")
    ]


def test_a_term_is_text() -> None:
    block = document_of("A :term:`boat <boats>` leaves.").blocks[0]
    assert (block.text, block.marks) == ("A boat leaves.", ())
