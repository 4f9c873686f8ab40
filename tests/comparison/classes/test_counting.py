"""What is counted by what, how many of them, and how two things compare: said otherwise it is told."""

import pytest
from one_bead import found

from tui.comparison.classes import FAMILY

OTHERWISE = [
    ("Almost no barges were repaired.", "La maggior parte delle chiatte fu riparata."),
    ("Half the island had no water.", "Tutta l'isola era senz'acqua."),
    ("A small number of weavers stayed.", "Restò la maggior parte dei tessitori."),
    ("All but two of the bells were melted down.", "Furono fuse poche campane."),
    ("The repair took less than a week.", "La riparazione durò più di una settimana."),
    ("Wages rose at the same rate as rents.", "I salari sono saliti più degli affitti."),
    ("Every other house on the lane is blue.", "In quel vicolo ogni singola casa è blu."),
    ("Nearly all the rooms were taken by noon.", "A mezzogiorno tutte le camere erano occupate."),
    ("Everyone in the office speaks Greek.", "Nell'ufficio qualcuno parla greco."),
    ("All three engines failed.", "Si guastarono due dei tre motori."),
    ("At least one of the windows was open.", "Nessuna delle finestre era aperta."),
    ("Several bells were melted down.", "Fu fusa una sola campana."),
    ("On the new boats every cabin has a window.", "Sulle nuove barche una cabina ha la finestra."),
    ("Tickets must be collected by 6 June.", "I biglietti vanno ritirati dopo il 6 giugno."),
    ("Pay within thirty days of the invoice.", "Pagare dopo trenta giorni dalla fattura."),
    ("The shop stays open until eight.", "Il negozio resta aperto dalle otto."),
    ("Since March the ferry has run at night.", "Fino a marzo il traghetto viaggia di notte."),
    (
        "Offers have to reach the office in Bern no later than 9 May.",
        "Le offerte devono pervenire all'ufficio di Berna a partire dal 9 maggio.",
    ),
    ("The pumps use six litres in total.", "Le pompe consumano sei litri in media."),
    ("Overall, the strikes cost the firm two million.", "In media gli scioperi sono costati due milioni."),
    (
        "The mill loses two million a year for six years.",
        "Il mulino perde due milioni nell'arco di sei anni.",
    ),
    ("Each of the two dams holds nine tonnes.", "Le due dighe contengono insieme nove tonnellate."),
    (
        "Each of the three mills was sold for six million.",
        "I tre mulini furono venduti per complessivi sei milioni.",
    ),
    (
        "The brewery reported a net profit of 9 million.",
        "Il birrificio ha dichiarato un utile lordo di 9 milioni.",
    ),
    ("The dam lost another 40 workers in May.", "A maggio la diga ha perso 40 operai in tutto."),
    ("The sluice was shut for nine days in a row.", "La chiusa è rimasta ferma per nove giorni in tutto."),
    ("The widow received a lump sum of 900 euros.", "La vedova ha ricevuto 900 euro al mese."),
    ("The song was played 60 times in May alone.", "Fino a maggio il brano è stato suonato 60 volte."),
    ("The ferries carry 90 cars at a time.", "I traghetti portano in tutto 90 auto."),
    ("The barges have an overall length of 9 metres.", "Le chiatte hanno una lunghezza media di 9 metri."),
    ("They own ninety boats, of which six leak.", "Possiedono novanta barche, più altre sei che perdono."),
    ("The rent is ninety euros, not including heating.", "L'affitto è di novanta euro, acqua compresa."),
    ("The mill uses as much water as the old one.", "Il mulino consuma meno acqua di quello vecchio."),
    ("The costs were similar to those of 2010.", "I costi erano superiori a quelli del 2010."),
    ("The coat is slightly cheaper than the hat.", "Il cappotto costa molto meno del cappello."),
    ("The train is increasingly late.", "Il treno è sempre meno puntuale."),
    ("He is the only doctor on the island.", "È uno dei pochi medici dell'isola."),
    ("It is the highest tower in the city.", "È la seconda torre più alta della città."),
    ("It is the second-highest tower in the city.", "È la prima per altezza tra le torri della città."),
]
THE_SAME = [
    ("Half the island had no water.", "Mezza isola era senz'acqua."),
    ("The whole island had no water.", "Tutta l'isola era senz'acqua."),
    ("More than half the ballots were burnt.", "Oltre metà delle schede fu bruciata."),
    (
        "Nothing on the long list cost more than a lira.",
        "Tutto quel che c'era in elenco costava al massimo una lira.",
    ),
    ("The mill will not open until June.", "Il mulino non aprirà prima di giugno."),
    ("The locks hold no more than a barge.", "Le chiuse contengono al massimo una chiatta."),
    ("Every other house on the lane is blue.", "In quel vicolo una casa su due è blu."),
    ("Every other country has signed.", "Tutti gli altri paesi hanno firmato."),
    ("Nearly all the rooms were taken.", "La quasi totalità delle camere era occupata."),
    ("Every cabin has a window.", "Tutte le cabine hanno una finestra."),
    ("Every now and then a boat calls.", "Ogni tanto un'ora passa e arriva una barca."),
    ("All three engines failed.", "Si guastarono tutti e tre i motori."),
    ("Pay within thirty days.", "Il pagamento va fatto entro trenta giorni."),
    ("The shop stays open until eight.", "Il negozio è aperto fino alle otto."),
    ("It has been closed since March.", "È chiuso da marzo."),
    ("The jars cost four euros apiece.", "I vasetti costano quattro euro l'uno."),
    ("The trip costs forty euros per person.", "La gita costa quaranta euro a testa."),
    ("The pumps use six litres on average.", "Le pompe consumano mediamente sei litri."),
    ("They lost ninety acres over ten years.", "In dieci anni hanno perso novanta acri."),
    (
        "Each of the three mills was sold for six million.",
        "I tre mulini furono venduti per sei milioni l'uno.",
    ),
    ("The two of them share a prize of 900 euros.", "I due si dividono un premio di 900 euro."),
    (
        "The guild lost ninety members last week.",
        "Rispetto alla settimana scorsa la gilda ha perso novanta membri.",
    ),
    ("Another 40 workers left, 90 in all.", "Se ne sono andati altri 40 operai, in tutto 90."),
    (
        "The brewery made 9 million after tax.",
        "Il birrificio ha guadagnato 9 milioni al netto delle imposte.",
    ),
    ("They lose nine acres a year.", "Perdono nove acri ogni anno."),
    ("The climate of the Middle East is dry.", "Il clima del Medio Oriente è secco."),
    ("Ninety people, including six children, fled.", "Novanta persone, tra cui sei bambini, sono fuggite."),
    ("The driver is not included in the price.", "L'autista non è incluso nel prezzo."),
    ("In addition to the fine, he paid the costs.", "Oltre alla multa ha pagato le spese."),
    ("Come as soon as possible.", "Venite il più presto possibile."),
    ("The soup is no worse than yesterday's.", "La zuppa non è peggiore di quella di ieri."),
    ("He is as tall as his brother.", "È alto quanto il fratello."),
    ("As many as 500 people came.", "Sono venute più di 499 persone."),
    ("He is one of the few doctors here.", "È tra i pochi medici di qui."),
    ("He was the last but one to leave.", "Fu il penultimo a uscire."),
    ("The oldest but one of the bells was sold.", "Fu venduta la seconda campana più antica."),
]


@pytest.mark.parametrize(("source", "target"), OTHERWISE)
def test_another_way_of_counting_is_told(source: str, target: str) -> None:
    assert [one for one in found(FAMILY, source, target) if one.severity != "minor"]


@pytest.mark.parametrize(("source", "target"), THE_SAME)
def test_the_same_way_is_not(source: str, target: str) -> None:
    assert not found(FAMILY, source, target)
