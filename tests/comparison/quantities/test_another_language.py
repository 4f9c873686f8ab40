"""Spanish is a file of words: no rule names it."""

import pytest
from quantities_of import differences, values

EQUAL = [
    ("Thirty-one people died.", "Murieron treinta y una personas."),
    ("There were 1,234 of them.", "Eran mil doscientos treinta y cuatro."),
    ("A fund of $3bn.", "Un fondo de 3 mil millones de dólares."),
    ("A fund of $3bn.", "Un fondo de 3.000 millones de dólares."),
    ("It rose by 2.8 per cent.", "Subió un 2,8 por ciento."),
    ("On April 20, 2024.", "El 20 de abril de 2024."),
    ("On Wednesday.", "El miércoles."),
    ("In the 1990s.", "En los años noventa."),
    ("At 5.30pm.", "A las 17.30."),
    ("At half past five.", "A las cinco y media."),
    ("More than 70 people.", "Más de 70 personas."),
    ("A third of it.", "Un tercio."),
    ("This year.", "Este año."),
    ("A dozen eggs.", "Una docena de huevos."),
    ("Two and a half years.", "Dos años y medio."),
    ("It fell from 20 to 10.", "Bajó de 20 a 10."),
    ("In the summer.", "En verano."),
]
DIFFERENT = [
    ("Thirty-one people died.", "Murieron treinta y dos personas.", "number"),
    ("It rose by 2.8 per cent.", "Subió un 2,9 por ciento.", "percentage"),
    ("On April 20.", "El 20 de mayo.", "date"),
    ("On Wednesday.", "El jueves.", "date"),
    ("A fund of $3bn.", "Un fondo de 3 millones de dólares.", "amount"),
    ("At 5.30pm.", "A las 18.30.", "time"),
    ("More than 70 people.", "Menos de 70 personas.", "number"),
    ("It fell from 20 to 10.", "Bajó de 10 a 20.", "number"),
    ("In the summer.", "En invierno.", "date"),
]


@pytest.mark.parametrize(("source", "target"), EQUAL)
def test_spanish_quantities_in_another_form_are_no_finding(source: str, target: str) -> None:
    assert differences(source, target, "en es") == []


@pytest.mark.parametrize(("source", "target", "kind"), DIFFERENT)
def test_spanish_quantities_that_differ_are_one_critical_finding(source: str, target: str, kind: str) -> None:
    (finding,) = differences(source, target, "en es")
    assert (finding.kind, finding.severity) == (kind, "critical")


def test_spanish_and_italian_are_compared_without_english() -> None:
    assert differences("Treinta y un años, el 20 de abril.", "Trentuno anni, il 20 aprile.", "es it") == []


def test_a_language_without_a_file_still_has_digits_months_and_weekdays() -> None:
    assert values("Am Mittwoch, 20. April 2024: 2.500,50 Zeilen.", "de") == [
        "date Wednesday",
        "date 04-20",
        "date 2024",
        "number 2500.5",
    ]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Three men paid $3 million on Friday.", "Drei Männer zahlten am Freitag 3 Millionen Dollar."),
        ("It rose by 2.8 per cent.", "Es stieg um 2,8 Prozent."),
        ("You may march on May 9.", "Am 9. Mai dürft ihr marschieren."),
    ],
)
def test_a_language_without_a_file_raises_no_alarm_over_its_words(source: str, target: str) -> None:
    assert differences(source, target, "en de") == []


def test_a_language_without_a_file_still_shows_numerals_that_differ_but_quietly() -> None:
    (finding,) = differences("It rose by 2.8 per cent.", "Es stieg um 2,9 Prozent.", "en de")
    assert (finding.severity, finding.source_value, finding.target_value) == ("minor", "2.8", "2.9")
