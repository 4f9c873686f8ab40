"""What the lexer takes for a word, and what only looks like one."""

import pytest

from tui.comparison.quantities.lexing import lex


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bridge ponte", "bridge:word ponte:word"),
        ("CO₂ B2B COVID-19", "CO₂:code B2B:code COVID-19:code"),
        ("dell’acqua rock-like", "dell’:word acqua:word rock:word -:sign like:word"),
        ("Kaʼba ʼt", "Kaʼ:word ba:word ʼt:word"),
        ("U.S. a.b", "U.S.:word a:word .:sign b:word"),
        ("¼ x¼ US$5", "¼:numeral x¼:word US$:word 5:numeral"),
        ("field_9", "field:word _:sign 9:numeral"),
    ],
)
def test_kinds(text: str, found: str) -> None:
    assert " ".join(f"{one.text}:{one.kind}" for one in lex(text, 0, len(text))) == found
