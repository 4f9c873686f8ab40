"""Right translations that say the same by other means, and their wrong neighbours."""

import pytest
from one_bead import loud, pair_of

from tui.comparison.compare import findings_of
from tui.comparison.families import FAMILIES
from tui.comparison.quantities import FAMILY as QUANTITIES

SAME = [
    ("The new conductor is no stranger to Verdi.", "Il nuovo direttore conosce bene Verdi."),
    ("The second volume is not as long as the first.", "Il secondo volume è più breve del primo."),
    ("The price of copper has never been so high.", "Il prezzo del rame è ai massimi storici."),
    ("He is too polite to blame the traffic.", "È talmente educato che non dà la colpa al traffico."),
    ("The face has never been safe.", "La parete è da sempre pericolosa."),
    ("The judge told the clerk to leave.", "Il giudice disse al cancelliere di uscire."),
    ("She grew up with her maternal aunt.", "Crebbe con la sorella della madre."),
    ("A litre costs €1.29 in the shop.", "Un litro costa un euro e 29 nella bottega."),
    ("It costs ten cents less.", "Costa dieci centesimi in meno."),
    ("She died before her ninetieth birthday.", "Morì prima di compiere novant'anni."),
    ("All but two of the twenty-seven states voted.", "Hanno votato venticinque dei ventisette stati."),
    ("A third of the 90 seats are empty.", "Dei novanta seggi trenta sono vuoti."),
    ("She recalled the winter four decades later.", "Quarant'anni dopo avrebbe ricordato l'inverno."),
    (
        "The mayor warned that the museum would close unless the region paid its share.",
        "Se la regione non verserà la sua parte, ha avvertito il sindaco, il museo chiuderà.",
    ),
    ("She will leave when a successor is found.", "Lei lascerà quando sarà trovato un successore."),
    ("A dozen were hurt, none of them seriously.", "In dodici sono rimasti feriti in modo lieve."),
    ("The bank will quickly pass the plan.", "La banca approverà rapidamente il piano."),
]
OTHER = [
    ("The second volume is not as long as the first.", "Il secondo volume è lungo come il primo."),
    ("The price of copper has never been so high.", "Il prezzo del rame è stato così alto."),
    ("The face has never been safe.", "La parete è sempre stata sicura."),
    ("A litre costs €1.29 in the shop.", "Un litro costa un euro e 92 nella bottega."),
    ("It costs ten cents less.", "Costa dodici centesimi in meno."),
    ("She died before her ninetieth birthday.", "Morì prima di compiere ottant'anni."),
    ("All but two of the twenty-seven states voted.", "Hanno votato ventitré dei ventisette stati."),
    ("A third of the 90 seats are empty.", "Dei novanta seggi quaranta sono vuoti."),
    ("She was found in the garden.", "Lui è stato trovato in giardino."),
    ("The bank will slowly pass the plan.", "La banca approverà rapidamente il piano."),
]


@pytest.mark.parametrize(("source", "target"), SAME)
def test_it_is_no_difference(source: str, target: str) -> None:
    assert loud(FAMILIES, source, target) == []


@pytest.mark.parametrize(("source", "target"), OTHER)
def test_a_wrong_neighbour_is_told(source: str, target: str) -> None:
    assert loud(FAMILIES, source, target)


def test_a_number_of_thousands_of_digits_costs_no_other_its_rule() -> None:
    digits = "9" * 5000
    pair = pair_of([f"The key {digits} opens 12 doors."], [f"La chiave {digits} apre 13 porte."])
    assert [one.rule for one in findings_of(QUANTITIES, pair)] == ["number-differs"]
