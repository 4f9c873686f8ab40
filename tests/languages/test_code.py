"""What a text quotes from machines."""

import pytest

from tui.languages import code_spans


@pytest.mark.parametrize(
    "code",
    [
        "`make all clean`",
        "``two words``",
        "<INVIO>",
        "https://example.org/a?b=c",
        "www.example.org",
        "anna@example.org",
        "--colour=never",
        "-v",
        "/usr/share/doc",
        "~/notes",
        "./configure",
        "$HOME",
        "${name}",
        "\\textbf",
        "snake_case",
        "call()",
        "SIZE=10",
        "readFile",
        "CamelCase",
        "notes.txt",
        "Ctrl+Shift+P",
        "Alt-F4",
    ],
)
def test_signs_give_code_away(code: str) -> None:
    """Each kind of sign finds an example of its own."""
    text = f"Scrivere {code} qui"
    assert [span.within(text) for span in code_spans(text)] == [code]


@pytest.mark.parametrize(
    "prose", ["Costa 350 dollari e/o euro.", "Il bel paese – e un-altro.", "L’ora è 17.30."]
)
def test_prose_holds_no_code(prose: str) -> None:
    """Alternatives, dashes and hours are no code."""
    assert not list(code_spans(prose))
