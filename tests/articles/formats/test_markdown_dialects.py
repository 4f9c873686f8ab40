"""Markdown as the programs that build sites write it: their signs are no text, and nothing else is lost."""

import pytest

from tui.articles.formats.markdown import document_of


def texts(text: str) -> list[str]:
    return [block.text for block in document_of(text).blocks]


def lines(text: str) -> dict[int, str]:
    return {block.line: block.text for block in document_of(text).blocks}


@pytest.mark.parametrize(
    "box",
    [
        ":::note Mind the step\n{}\n:::",
        ":::note[Mind the step]\n{}\n:::",
        "::: warning Mind the step\n{}\n:::",
        '!!! warning "Mind the step"\n    {}\n',
        '???+ tip "Mind the step"\n\n    {}\n',
        '=== "Mind the step"\n\n    {}\n',
    ],
)
def test_a_box_is_its_title_and_its_text(box: str) -> None:
    assert texts(f"Before.\n\n{box.format('It is *wet*.')}\n\nAfter.") == [
        "Before.", "Mind the step", "It is wet.", "After.",
    ]  # fmt: skip


@pytest.mark.parametrize("box", ["::: {.note #a}\n{}\n:::", "!!! note\n    {}\n", ":::\n{}\n:::"])
def test_a_box_without_a_title_is_its_text(box: str) -> None:
    assert texts("Before.\n\n" + box.replace("{}", "It is wet.") + "\n\nAfter.") == [
        "Before.", "It is wet.", "After.",
    ]  # fmt: skip


def test_what_stands_in_code_is_code() -> None:
    code = ':::note\nimport a from "b"\n[^1]: x\n    deep\n!!! tip'
    found = document_of(f"Text.\n\n~~~\n{code}\n~~~\n\nMore.").blocks
    assert [mark.value for block in found for mark in block.marks] == [code]
    assert found[-1].text == "More."


def test_a_formula_is_no_text() -> None:
    assert lines("Before.\n\n$$\nE = mc^2\n$$\n\nThe shell is `$$`, not $3 or `$$`.\n") == {
        1: "Before.", 7: "The shell is $$, not $3 or $$.",
    }  # fmt: skip


def test_a_footnote_is_a_text_and_its_mark_is_none() -> None:
    assert lines("It rained[^1] for 3 days.[^b]\n\n[^1]: Hard.\n\n    Very hard.\n\n[^b]: In May.\n") == {
        1: "It rained for 3 days.", 3: "Hard.", 5: "Very hard.", 7: "In May.",
    }  # fmt: skip


def test_imports_and_exports_are_no_text() -> None:
    page = "import Chart from '../chart'\nimport {\n  a,\n} from \"b\"\nexport const year = 2018\n\nText.\n"
    assert lines(page) == {7: "Text."}
    assert texts("import duties rose.\n\nThey say: “import from abroad”.") == [
        "import duties rose.", "They say: “import from abroad”.",
    ]  # fmt: skip


@pytest.mark.parametrize("sign", [">", "|", ">-", ""])
def test_a_description_may_stand_on_several_lines(sign: str) -> None:
    front = f"---\ndescription: {sign}\n  A boat for two towns,\n  at last.\ntags:\n  - sea\n---\nText.\n"
    assert texts(front) == ["A boat for two towns, at last.", "Text."]


def test_an_address_that_is_its_own_link_is_one_link() -> None:
    found = document_of("See <https://example.org/x> and [https://example.org/y](https://example.org/y/).")
    assert [mark.value for mark in found.blocks[0].marks] == [
        "https://example.org/x", "https://example.org/y/",
    ]  # fmt: skip
