"""Who says something, by a noun that no table of offices has to list."""

import pytest
from one_bead import found, pair_of

from tui.alignment import AlignedPair, standard_encoder
from tui.comparison.compare import findings_of
from tui.comparison.speech import FAMILY as SPEECH


def told(source: str, target: str) -> list[tuple[str, str, str | None, str | None]]:
    made = pair_of([source], [target])
    pair = AlignedPair(made.source, made.target, made.alignment, standard_encoder())
    return [(one.rule, one.severity, one.source_value, one.target_value) for one in findings_of(SPEECH, pair)]


@pytest.mark.parametrize(
    ("source", "target", "who"),
    [
        (
            "The bread was stale, the greengrocer complained to the inspectors.",
            "Il pane era raffermo, ha lamentato la parrucchiera davanti agli ispettori.",
            ("greengrocer", "parrucchiera"),
        ),
        (
            "The plumber confirmed that the tenant had paid the bill.",
            "L'inquilino ha confermato che l'idraulico aveva pagato il conto.",
            ("plumber", "inquilino"),
        ),
        (
            "The pipes, say the plumbers, were laid by the gardener.",
            "I tubi, dicono i giardinieri, furono posati dall'idraulico.",
            ("plumbers", "giardinieri"),
        ),
        (
            "According to the gardener, the plumber broke the pipe.",
            "A detta dell'idraulico, il giardiniere ha rotto il tubo.",
            ("gardener", "idraulico"),
        ),
        (
            "The farm was sold, the tailor's lawyer explained to the reporters.",
            "La fattoria è stata venduta, ha spiegato ai cronisti l'avvocato del macellaio.",
            ("tailor", "macellaio"),
        ),
    ],
)
def test_another_noun_speaks(source: str, target: str, who: tuple[str, str]) -> None:
    assert ("sayer-differs", who) in [(rule, (here, there)) for rule, _, here, there in told(source, target)]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (
            "The greengrocer complained to the inspectors.",
            "La fruttivendola si è lamentata con gli ispettori.",
        ),
        ("The minister's spokesman denied it.", "Il ministro lo ha negato."),
        ("The plumber said that the members had paid.", "Ha dichiarato che i soci avevano pagato."),
        ("The suspect said he had given a sample.", "L'indagato ha detto di aver fornito un campione."),
        ("The plumber's claim angered the tenants.", "L'affermazione del giardiniere irritò gli inquilini."),
        ("A European diplomat denied it.", "Un diplomatico europeo lo ha negato."),
        ("“It rains,” said the plumber then.", "«Piove», disse allora l'idraulico."),
    ],
)
def test_what_may_be_the_same_is_no_finding(source: str, target: str) -> None:
    assert [one for one in told(source, target) if one[0] == "sayer-differs"] == []


def test_a_language_without_a_dictionary_has_no_such_finding() -> None:
    assert found(SPEECH, "The plumber says no.", "El jardinero dice que no.", "en es") == []
