"""A family that lacks its lists in one of the languages does not run."""

import pytest
from one_bead import pair_of

from tui.comparison import compare
from tui.languages import RESOURCES, Language, Resource


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("en es", "NATO met in Lisbon.", "La OTAN se reunió en Lisboa."),
        ("en es", "The WHO warned Saxony.", "La OMS advirtió a Sajonia."),
        ("en es", "Aaron left Tuscany.", "Aarón dejó la Toscana."),
        ("en es", "Pliny saw Cologne.", "Plinio vio Colonia."),
        ("en fr", "NATO met in London.", "L’OTAN s’est réunie à Londres."),
        ("en fr", "The EU fined Genoa.", "L’UE a condamné Gênes."),
        ("en de", "Nobody left Tuscany.", "Niemand verließ die Toskana."),
    ],
)
def test_right_sentences_in_a_language_without_a_list_of_names_raise_no_alarm(
    languages: str, source: str, target: str
) -> None:
    pair = pair_of([source], [target], languages=languages)
    findings = compare(pair.source, pair.target, pair.alignment, pair.encoder).findings
    assert not [finding for finding in findings if finding.severity != "minor"]


@pytest.mark.parametrize("resource", RESOURCES)
def test_the_two_languages_the_program_is_made_for_have_everything(resource: Resource) -> None:
    assert Language.of("en-GB").has(resource)
    assert Language.of("it").has(resource)


def test_a_language_with_some_tables_has_those() -> None:
    spanish = Language.of("es")
    assert spanish.has("quantities")
    assert spanish.has("polarity")
    assert not spanish.has("names")
    assert not Language.of("th").has("polarity")
