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
    # a notion of which something is taken, and only that
    ("She had attended all but three of the meetings.", "Aveva mancato soltanto tre riunioni."),
    (
        "You may change any setting except the language, which is fixed.",
        "L'unica impostazione che non si può cambiare è la lingua, che è fissa.",
    ),
    (
        "If the door has not been fully closed, the oven will not start.",
        "Il forno si accende solo a porta completamente chiusa.",
    ),
    (
        "No mountain on the island is higher than the Pico, which draws climbers.",
        "Il Pico, che attira gli alpinisti, è il monte più alto dell'isola.",
    ),
    ("By June she could no longer walk.", "A giugno camminare le era ormai impossibile."),
    ("People who know nothing about law will enjoy it.", "Chi è a digiuno di diritto se lo godrà."),
    ("There is as yet no proof that it works.", "Che funzioni è ancora tutto da dimostrare."),
    (
        "The skipper could no longer hold the boat and called for help.",
        "Il comandante non riusciva più a tenere la barca e chiese aiuto.",
    ),
    # words that say no pole
    ("A chair was leaning against the wall.", "Una sedia era appoggiata al muro."),
    (
        "A heater left on overnight in the hallway caused the fire.",
        "L'incendio è stato causato da una stufa rimasta accesa tutta la notte nell'ingresso.",
    ),
    # quantities
    ("The driver received a ten-second penalty.", "Il pilota ha ricevuto una penalità di dieci secondi."),
    (
        "It must contain less than 2 grams of sugar per hundred grams.",
        "Deve contenere meno di 2 grammi di zucchero per cento grammi.",
    ),
    ("In May and August the valley is hot.", "A maggio e ad agosto la valle è calda."),
    ("The clinic pays them three months.", "La clinica paga loro tre stipendi."),
    (
        "The number of births halved in 2010, then rose again to 40,000.",
        "Nel 2010 le nascite sono diminuite del 50 per cento, per poi risalire a quarantamila.",
    ),
    # names, titles, persons and speakers
    (
        "Sister Clara taught French to the doctor's son.",
        "Suor Clara insegnava francese al figlio del medico.",
    ),
    ("Traders in Galați and Constanța agreed.", "I commercianti di Galati e Costanza erano d'accordo."),
    ("Villages near Zuwara were flooded.", "I villaggi vicino a Zuara furono allagati."),
    ("The new line along the Adriatic has three stations.", "La nuova linea adriatica ha tre stazioni."),
    (
        "Judge Rosa Farini told Mullen that he had not been careless.",
        "La giudice Rosa Farini ha detto a Mullen che non era stato sbadato.",
    ),
    ("Engineers say that two bridges will be closed.", "Secondo i tecnici, due ponti saranno chiusi."),
    ("Get off at the last stop but one.", "Scendete alla penultima fermata."),
    ("The presiding judge closed the session.", "Il presidente ha chiuso la seduta."),
    (
        "A factory within three hundred metres of a school must close.",
        "Una fabbrica situata a meno di trecento metri da una scuola deve chiudere.",
    ),
]
OTHER = [
    ("She had attended all three of the meetings.", "Aveva mancato tutte e tre le riunioni."),
    ("If the door has been closed, the oven will not start.", "Il forno si accende a porta chiusa."),
    ("The driver received a twenty-second penalty.", "Il pilota ha ricevuto una penalità di dieci secondi."),
    ("The clinic pays them three months.", "La clinica paga loro tre settimane."),
    ("The number of births rose to 40,000.", "Le nascite sono aumentate di quarantamila."),
    ("Traders in Galați and Brașov agreed.", "I commercianti di Galati e Brescia erano d'accordo."),
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
