"""Days, decades and hours have many wordings."""

import pytest
from quantities_of import differences

EQUAL = [
    # dates and hours
    ("The bridge was opened in the 1920s.", "Il ponte fu aperto negli anni Venti del Novecento."),
    ("The bridge was opened in the twenties.", "Il ponte fu aperto negli anni '20."),
    ("In the 2010s.", "Negli anni Dieci."),
    ("In the 2010s.", "Negli anni Dieci del Duemila."),
    ("The Roaring Twenties.", "I ruggenti anni Venti."),
    ("In the 1950s and 60s.", "Negli anni Cinquanta e Sessanta."),
    ("In the 1950s and 1960s.", "Negli anni '50 e '60."),
    ("In the fifties and sixties.", "Negli anni '50-'60."),
    ("In the noughties.", "Negli anni Duemila."),
    ("In the nineteen-twenties.", "Negli anni Venti."),
    ("In the 1980s.", "Negli Ottanta."),
    ("In the 1980s.", "Negli anni Ottanta del secolo scorso."),
    ("In the late 1970s.", "Sul finire degli anni settanta."),
    ("In nineteen eighty-four.", "Nel 1984."),
    ("In nineteen hundred and five.", "Nel 1905."),
    ("In twenty twenty-four.", "Nel 2024."),
    ("In 1984.", "Nel millenovecentottantaquattro."),
    ("Sealed on 7 June 2021.", "Sigillato il 7/6/2021."),
    ("Sealed on 7 June 2021.", "Sigillato il 7.6.2021."),
    ("Sealed on 7 June 2021.", "Sigillato il 07-06-2021."),
    ("Sealed on June 7, 2021.", "Sigillato il 7/6/21."),
    ("Sealed on 7/6/2021.", "Sigillato il 7 giugno 2021."),
    ("Sealed on 6/7/2021.", "Sigillato il 7 giugno 2021."),
    ("Sealed on 12/25/2025.", "Sigillato il 25/12/2025."),
    ("On June 9, 1981, five schools opened.", "Il 9 giugno 1981 aprirono cinque scuole."),
    ("Sunrise was around 0645 GMT.", "L'alba fu intorno alle 06:45 GMT."),
    ("They ate at 8:40pm.", "Mangiarono alle 20:40."),
    ("At 9.15pm.", "Alle 21 e 15."),
    ("At 1730 hours.", "Alle 17:30."),
    ("At 1900 local time.", "Alle 19 ora locale."),
    ("At 5:30 PM ET.", "Alle 17:30 ET."),
    ("At 5:30 p.m.", "Alle 17h30."),
    ("At 5:30 p.m.", "Ore 17,30."),
    ("The Jan/Feb issue.", "Il numero di gennaio/febbraio."),
    ("The Jan-Feb issue.", "Il numero di gennaio-febbraio."),
    ("On 3 Nov, 2019.", "Il 3 nov. 2019."),
    ("In Dec. 2020.", "A dic. 2020."),
    ("Over the last two months.", "Nell'ultimo bimestre."),
    ("Over the last two months.", "Negli ultimi due mesi."),
    ("In the last quarter.", "Nell'ultimo trimestre."),
    ("In the last four months.", "Nell'ultimo quadrimestre."),
    ("Two weeks later.", "Quindici giorni dopo."),
    ("Within a fortnight.", "Entro 15 giorni."),
    ("Within a week.", "Entro otto giorni."),
    ("They reached the last four.", "Hanno raggiunto la semifinale."),
    ("They reached the last eight.", "Hanno raggiunto i quarti di finale."),
    ("They won the quarter-final.", "Hanno vinto il quarto di finale."),
    ("They are in the round of 16.", "Sono agli ottavi di finale."),
    ("They are in the last 16.", "Sono agli ottavi."),
    ("The 14-day trial.", "La prova 14-day."),
    ("A 14-day trial.", "Una prova di 14 giorni."),
    ("On the 5th of November.", "Il 5 nov."),
    ("On Monday 5 May.", "Lunedì 5/5."),
    ("June 2023.", "06/2023."),
    ("The image of the set.", "L'immagine del set."),
    ("From Mon to Fri.", "Dal lun. al ven."),
    ("On Mon, 5 May.", "Lun. 5 maggio."),
    ("At one o'clock.", "Al tocco."),
    ("In the 12th century CE.", "Nel XII secolo d.C."),
    ("He died in AD 79.", "Morì nel 79 d.C."),
    ("In 44 BC.", "Nel 44 a.C."),
    ("At 10.30 this morning.", "Stamattina alle 10.30."),
    ("Half past nine.", "Le nove e mezza."),
    ("At ten to six.", "Alle sei meno dieci."),
    ("At five past six.", "Alle sei e cinque."),
    ("At twenty past six.", "Alle sei e venti."),
    ("The ferry sails at 14:30 UTC.", "Il traghetto salpa alle 16:30 ora italiana."),
    ("Kick-off is at 8pm BST.", "Si comincia alle 21 (ora italiana)."),
    ("He rang at 5 p.m. Eastern Time.", "Telefonò alle 17 ora della costa est."),
    ("The call is at 10 a.m. ET.", "La telefonata è alle 16."),
    ("It opens at 9 a.m. EST (3 p.m. CET).", "Apre alle 9 EST (15 CET)."),
    ("They met on Christmas Day.", "Si conobbero il 25 dicembre."),
    ("They met on New Year's Day.", "Si conobbero il 1º gennaio."),
    ("The May Day fair.", "La fiera del 1° maggio."),
    ("The first was in April, the second in June.", "Il primo era di aprile, il secondo di giugno."),
    ("It fell in 404 BC.", "Cadde nel 404 avanti Cristo."),
    ("A vase of the fifth century BC.", "Un vaso del V secolo a.C."),
    ("George V reigned then.", "Allora regnava Giorgio V."),
    ("She was in her mid-thirties.", "Aveva circa trentacinque anni."),
]

DIFFERENT = [
    ("Sealed on 7 June 2021.", "Sigillato il 6/7/2021."),
    ("Sealed on 7 June 2021.", "Sigillato il 6.7.2021."),
    ("Sealed on 7 June 2021.", "Sigillato il 06-07-2021."),
    ("In the 1920s.", "Negli anni Trenta del Novecento."),
    ("At 0730 GMT.", "Alle 08:30 GMT."),
    ("It fell in 404 BC.", "Cadde nel 404 d.C."),
    ("George VI reigned then.", "Allora regnava Giorgio V."),
    ("It opens at 9 a.m. EST.", "Apre alle 9 CET."),
    ("The ferry sails at 14:30 GMT.", "Il traghetto salpa alle 18:30 ora italiana."),
    ("They met on Christmas Day.", "Si conobbero il 24 dicembre."),
]


@pytest.mark.parametrize(("source", "target"), EQUAL)
def test_another_form_is_no_finding(source: str, target: str) -> None:
    assert [f for f in differences(source, target) if f.severity != "minor"] == []
    assert [f for f in differences(target, source, "it en") if f.severity != "minor"] == []


@pytest.mark.parametrize(("source", "target"), DIFFERENT)
def test_another_value_is_one_critical_finding(source: str, target: str) -> None:
    assert [f.severity for f in differences(source, target)].count("critical") == 1
