"""Closed classes of quantities: every member equal to its own name, and told where it is another."""

import pytest
from quantities_of import differences

EQUAL = [
    # periods
    ("Sales fell over the past three months.", "Le vendite sono calate nell'ultimo trimestre."),
    ("Sales fell over the past six months.", "Le vendite sono calate nell'ultimo semestre."),
    ("It comes out every three months.", "Esce ogni trimestre."),
    ("Profit fell in the first quarter.", "L'utile è calato nel primo trimestre."),
    ("Profit fell in the first half of 2010.", "L'utile è calato nel primo semestre del 2010."),
    ("Profit fell in the first quarter.", "L'utile è calato nei primi tre mesi."),
    ("They led in the third quarter.", "Erano in testa nel terzo quarto."),
    ("A quarter of the voters stayed at home.", "Un quarto degli elettori è rimasto a casa."),
    ("He rests every other day.", "Riposa un giorno sì e uno no."),
    ("They stayed for two weeks.", "Sono rimasti una quindicina di giorni."),
    # differences of temperature, beside temperatures
    ("The temperature rose 9°F in a day.", "La temperatura è salita di 5 °C in un giorno."),
    ("It was 18 degrees Fahrenheit warmer.", "C'erano 10 gradi Celsius in più."),
    ("It is 50°F here.", "Qui ci sono 10 °C."),
    ("It costs 200 pounds.", "Costa 200 sterline."),
    ("He weighs 200 pounds.", "Pesa 91 chili."),
    # every prefix before a symbol
    ("The pulse lasts 40 fs.", "L'impulso dura 40 femtosecondi."),
    ("The flash lasts 50 as.", "Il lampo dura 50 attosecondi."),
    ("It holds 3 ZB and 2 YB of data.", "Contiene 3 zettabyte e 2 yottabyte di dati."),
    ("It draws 2 PW for 3 fJ.", "Assorbe 2 petawatt per 3 femtojoule."),
    ("It rose by 50 as of June.", "È salito di 50 fino a giugno."),
    ("There are 3 TV sets, 2 EVs and 5 PM.", "Ci sono 3 televisori, 2 EV e 5 PM."),
    # months cut short, years by a word
    ("The figures are for Jan/Feb.", "I dati sono di gen/feb."),
    ("Mar/Apr was better than May/Jun.", "Mar/apr è stato meglio di mag/giu."),
    ("Sales in Feb rose.", "Le vendite di feb. sono salite."),
    ("The students of 1968 are old now.", "Gli studenti del Sessantotto sono ormai vecchi."),
    ("After 1848 he left for Oslo.", "Dopo il Quarantotto partì per Oslo."),
    ("It begins at 14:00 GMT.", "Comincia alle 14, ora di Greenwich."),
    ("In the 1960s and 1970s it grew.", "Negli anni 1960 e 1970 crebbe."),
    ("In the 1800s it was rich.", "Nel 1800 era ricca."),
    # one quantity in two numbers
    ("He ran it in one minute and 27 seconds.", "L'ha corsa in un minuto e 27."),
    ("She finished in 2h 5m 30s.", "Ha finito in 2h 5' 30\"."),
    ("The debt is 1.5 trillion euros.", "Il debito è di 1,5 migliaia di miliardi di euro."),
    ("The debt is 1.5 trillion euros.", "Il debito è di mille e cinquecento miliardi di euro."),
    ("Between a thousand and two million came.", "Ne vennero tra mille e due milioni."),
    ("It grew a hundredfold.", "È cresciuto di cento volte."),
    ("The horse started at 7/2.", "Il cavallo è partito a 7 a 2."),
    ("The pilot has 20/20 vision.", "Il pilota ha una vista di 10/10."),
    ("The church dates from the XII century.", "La chiesa risale al Millecento."),
]
DIFFER = [
    ("He ran it in one minute and 27 seconds.", "L'ha corsa in un minuto e 37."),
    ("She finished in 2h 5m 30s.", "Ha finito in 2h 5' 40\"."),
    ("The debt is 1.5 trillion euros.", "Il debito è di mille e seicento miliardi di euro."),
    ("The cost grew a thousandfold.", "Il costo è cresciuto di cento volte."),
    ("The horse started at 7/2.", "Il cavallo è partito a 7 a 4."),
    ("The church dates from the XIII century.", "La chiesa risale al Millecento."),
    ("The figures are for Jan/Feb.", "I dati sono di gen/mar."),
    ("The students of 1968 are old now.", "Gli studenti del Settantasette sono ormai vecchi."),
    ("The pulse lasts 40 fs.", "L'impulso dura 40 picosecondi."),
    ("It holds 3 ZB of data.", "Contiene 3 yottabyte di dati."),
    ("He weighs 200 pounds.", "Pesa 200 chili."),
    ("They carry 10 to 20 pounds.", "Portano tra 10 e 20 kg."),
    ("The temperature rose 9°F in a day.", "La temperatura è salita di 9 °C in un giorno."),
    ("The temperature rose to 9°F in a day.", "La temperatura è salita a 5 °C in un giorno."),
    ("Sales fell over the past two months.", "Le vendite sono calate nell'ultimo trimestre."),
    ("Profit fell in the second quarter.", "L'utile è calato nel secondo semestre."),
    ("It comes out every two months.", "Esce ogni trimestre."),
    ("It grew three times as fast.", "È cresciuto quattro volte più in fretta."),
]


@pytest.mark.parametrize(("source", "target"), EQUAL)
def test_the_same_by_another_name_is_no_finding(source: str, target: str) -> None:
    assert [f for f in differences(source, target) if f.severity != "minor"] == []
    assert [f for f in differences(target, source, "it en") if f.severity != "minor"] == []


@pytest.mark.parametrize(("source", "target"), DIFFER)
def test_another_one_is_told(source: str, target: str) -> None:
    assert [f for f in differences(source, target) if f.severity != "minor"] != []
    assert [f for f in differences(target, source, "it en") if f.severity != "minor"] != []


def test_a_decade_is_not_its_first_year() -> None:
    found = differences("The house was built in the 1960s.", "La casa fu costruita nel 1960.")
    assert [f.severity for f in found] == ["minor"]
