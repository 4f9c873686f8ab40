"""How sure the two sides are."""

import pytest
from one_bead import found, marked, pair_of

from tui.comparison.compare import findings_of
from tui.comparison.polarity import FAMILY as POLARITY

DIFFERENT = [
    (
        "The law would add to costs and could force the mill to move.",
        "La legge farebbe salire i costi e costringerà il mulino a trasferirsi.",
        "hedge-one-sided",
    ),
    ("“The thief left,” he said.", "«Il ladro sarebbe partito», ha detto.", "hedge-one-sided"),
    ("The mill may close.", "Il mulino chiude.", "hedge-one-sided"),
    ("The mill closes.", "Il mulino potrebbe chiudere.", "hedge-one-sided"),
    ("The alleged thief left.", "Il ladro partì.", "hedge-one-sided"),
    ("The thief left.", "Il presunto ladro partì.", "hedge-one-sided"),
    ("Perhaps he lied.", "Ha mentito.", "hedge-one-sided"),
    ("Rents could double by spring.", "Gli affitti raddoppieranno entro primavera.", "hedge-one-sided"),
    (
        "Rents will double by spring.",
        "Gli affitti potrebbero raddoppiare entro primavera.",
        "hedge-one-sided",
    ),
    ("The mill might close.", "Il mulino chiuderà.", "hedge-one-sided"),
    ("The mill will close.", "Forse il mulino chiuderà.", "hedge-one-sided"),
    ("The mill is likely to close.", "Il mulino chiuderà.", "hedge-one-sided"),
    ("The thief left.", "Il ladro sarebbe partito.", "hedge-one-sided"),
    ("They can leave.", "Devono partire.", "opposite-words"),
    ("It was proved that he lied.", "Si presume che abbia mentito.", "opposite-words"),
    ("He must pay.", "Può pagare.", "opposite-words"),
    ("The mill could lose its licence.", "Il mulino ha perso la licenza.", "hedge-one-sided"),
    ("The mill probably burned.", "Il mulino è certamente bruciato.", "opposite-words"),
    ("The mills will probably merge.", "I mulini si fonderanno.", "hedge-one-sided"),
]

EQUAL = [
    ("The might of the river moved the mill.", "La potenza del fiume mosse il mulino."),
    ("We woulda left.", "Saremmo partiti."),
    ("It may rain and the fair will be cancelled.", "Può darsi che piova e la fiera sarà annullata."),
    ("I could not agree more with you.", "Sono completamente d’accordo con voi."),
    ("I could hardly breathe.", "Ho respirato a malapena."),
    ("May heaven help you.", "Che il cielo ti aiuti."),
    ("The keys may be found at the mill.", "Le chiavi sono reperibili al mulino."),
    ("The mill may close.", "Il mulino potrebbe chiudere."),
    ("The mill may close.", "È possibile che il mulino chiuda."),
    ("The mill might close.", "Il mulino rischia di chiudere."),
    ("Perhaps he lied.", "Avrà mentito."),
    ("The alleged thief left.", "Il ladro, secondo l’accusa, partì."),
    ("He reportedly lied.", "Avrebbe mentito."),
    ("He must pay.", "Deve pagare."),
    ("Rents could double by spring.", "Gli affitti potrebbero raddoppiare entro primavera."),
    ("Rents could double by spring.", "Gli affitti rischiano di raddoppiare entro primavera."),
    ("Rents could double, and he will leave.", "Gli affitti potrebbero raddoppiare, e lui partirà."),
    ("He could see the sea.", "Vedeva il mare."),
    ("He said the mill would close.", "Ha detto che il mulino avrebbe chiuso."),
    ("If he came, they left.", "Se fosse venuto, sarebbero partiti."),
    ("They met in May.", "Si incontrarono a maggio."),
    ("She met Theresa May.", "Incontrò Theresa May."),
    ("No answer could be obtained.", "Non si è ottenuta nessuna risposta."),
    ("The mill certainly burned.", "Il mulino è sicuramente bruciato."),
]


@pytest.mark.parametrize(("source", "target", "rule"), DIFFERENT)
def test_another_degree_of_certainty_is_told_loudly(source: str, target: str, rule: str) -> None:
    findings = found(POLARITY, source, target)

    assert [(f.kind, f.rule) for f in findings] == [("modality", rule)]
    assert findings[0].severity != "minor"


@pytest.mark.parametrize(("source", "target"), EQUAL)
def test_the_same_certainty_is_no_finding(source: str, target: str) -> None:
    assert found(POLARITY, source, target) == []


def test_a_hedge_on_what_is_left_open_is_less_sure() -> None:
    """Which mill it is, or whether, is not said; so *might* takes nothing back."""
    [open_one] = found(
        POLARITY, "Any mill that might close will be sold.", "Qualsiasi mulino che chiuderà sarà venduto."
    )
    [told] = found(POLARITY, "The mill might close and will be sold.", "Il mulino chiuderà e sarà venduto.")

    assert open_one.severity != "critical"
    assert open_one.confidence < told.confidence


def test_the_finding_quotes_the_clause() -> None:
    pair = pair_of(["It rained, and the mill may close."], ["Pioveva, e il mulino chiude."])
    [finding] = findings_of(POLARITY, pair)

    assert finding.message == "Only the source says “may”: and the mill may close."
    assert marked(finding, pair) == ("and the mill may close", "Pioveva, e il mulino chiude")


def test_a_hedge_that_each_side_has_is_no_finding_wherever_it_stands() -> None:
    source = "A new mill will be rare; perhaps a fire is the likeliest cause."
    target = "Un mulino nuovo sarà raro; l’incendio è forse la causa principale."
    assert found(POLARITY, source, target) == []
