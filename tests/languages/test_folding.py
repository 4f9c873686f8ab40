"""Texts that look alike are alike once they are made comparable."""

import pytest

from tui.languages import normalized


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("l’accordo", "l'accordo"),
        ("coo\u00adpe\u200bration", "cooperation"),
        ("perche\u0301", "perché"),
        ("ﬁne ½\u00a0km²", "fine 1⁄2 km2"),
        ("Ｐｏｒｔ", "Port"),
        ("\u202aport\ufeff", "port"),
    ],
)
def test_the_form_for_comparison(written: str, form: str) -> None:
    assert normalized(written) == form
