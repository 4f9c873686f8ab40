"""What is counted may be said in many ways, or once for several numbers."""

import pytest
from quantities_of import differences

EQUAL = [
    ("It costs 20 USD and 30 CHF a month.", "Costa 20 Usd e 30 Chf al mese."),
    ("The line carries 256 kbps.", "La linea porta 256 kb/s."),
    # a denial turns what makes a number more
    ("Wait no more than 50 seconds.", "Non aspettate più di 50 secondi."),
    ("Tell it to not wait more than 50 seconds.", "Digli di aspettare non più di 50 secondi."),
    ("They did not sell fewer than 300 copies.", "Vendettero almeno 300 copie."),
    ("He did not come, though more than 300 people did.", "Non venne, anche se vennero più di 300 persone."),
    ("The hall has 90 m2.", "La sala è di 90 m²."),
    ("It was minus 40 degrees.", "C'erano 40 gradi sotto zero."),
    ("It was -12 °C.", "C'erano meno 12 gradi."),
    ("The field is 10 arcmins wide.", "Il campo è largo 10 minuti d'arco."),
    ("An error of 30 arcseconds.", "Un errore di 30 secondi d'arco."),
    ("Disks are joined to LVs of any size.", "I dischi sono uniti in LV di ogni misura."),
    ("It was 10-12 °C.", "C'erano 10-12 °C."),
    ("It took 2:01:39.", "Ci volle 2h01'39\"."),
    ("Add 1 teaspoon of salt.", "Aggiungere un cucchiaino di sale."),
    ("She ran it in 9.58 seconds.", 'Lo corse in 9"58.'),
    ("She ran it in 3:32.53.", "Lo corse in 3'32\"53."),
    ("A three-and-a-half-year lease.", "Un contratto di tre anni e mezzo."),
    ("The pup weighs 7lb 3oz.", "Il cucciolo pesa 3,26 kg."),
    # a unit that stands once
    (
        "It lent $6.4bn to Chad and 1.3bn to Mali.",
        "Ha prestato 6,4 miliardi di dollari al Ciad e 1,3 al Mali.",
    ),
    (
        "It lent $6.4bn to Chad and 1.3bn to Mali, against 4.2bn.",
        "Ha prestato 6,4 miliardi al Ciad e 1,3 al Mali, rispetto ai 4,2.",
    ),
    ("The trip takes 3 hours and 40 minutes.", "Il viaggio richiede tre ore e quaranta."),
    ("The trip takes 3h40.", "Il viaggio richiede 3 ore e 40 minuti."),
    ("The trip takes 220 minutes.", "Il viaggio richiede 3 ore e 40 minuti."),
    ("It lasted 1h 45m.", "È durato un'ora e 45."),
    ("Her best time is 2 minutes 14 seconds.", "Il suo tempo migliore è 2'14\"."),
    ("He won in 3 minutes and 4 seconds.", "Ha vinto in 3′04″."),
    ("They got at least nine hours of sleep.", "Le ore di sonno furono almeno nove."),
    ("He scored in the 27th minute.", "Ha segnato al 27'."),
    ("He scored after 27 minutes.", "Ha segnato al 27° minuto."),
    ("He is 6 feet 2 inches tall.", "È alto 6'2\"."),
    ("(some 30 million Czech crowns) went missing", "sono spariti (circa 30 milioni di corone ceche)"),
    ("Five years and three months.", "Cinque anni e tre mesi."),
    ("A year and three months.", "Un anno e tre mesi."),
    ("A sentence of four and a half years.", "Una pena di quattro anni e mezzo."),
    ("A sentence of four years and six months.", "Una pena di quattro anni e mezzo."),
    ("The child is 18 months.", "Il bambino ha un anno e mezzo."),
    ("Rents grew 5%, wages 3%.", "Gli affitti crebbero del 5%, le paghe del 3."),
    ("Salaries are 1,200, 1,300 and 1,400 euros.", "Gli stipendi sono 1.200 euro, 1.300 euro e 1.400 euro."),
    # units
    ("A ride of 32 km (20 mi) on sand.", "Una corsa di 32 km (20 mi) sulla sabbia."),
    ("It has 7 million euro to spend.", "Ha 7 milioni di Eur da spendere."),
    ("Trains at 62mph (100km/h).", "Treni a 100 chilometri orari (62 miglia)."),
    ("A speed of 90 kilometres per hour.", "Una velocità di 90 km/h."),
    ("A speed of 90 kilometres an hour.", "Una velocità di 90 chilometri l'ora."),
    ("A speed of 90 kph.", "Una velocità di 90 chilometri orari."),
    ("A wind of 12 metres per second.", "Un vento di 12 m/s."),
    ("A wind of 12 m/s.", "Un vento di 12 metri al secondo."),
    ("At 25°C.", "A 25 gradi."),
    ("At 25 °C.", "A 25 gradi centigradi."),
    ("At 77 °F.", "A 77 gradi Fahrenheit."),
    ("Five microseconds.", "5 µs."),
    ("A 3-gigawatt plant.", "Una centrale da 3 GW."),
    ("200 terawatt-hours.", "200 TWh."),
    ("200 terawatt-hours.", "200 terawattora."),
    ("5 milliamperes.", "5 mA."),
    ("1,013 hPa.", "1.013 ettopascal."),
    ("A 10-megabit line.", "Una linea da 10 Mbit."),
    ("3 decilitres of milk.", "3 dl di latte."),
    ("2 nanometres.", "2 nm."),
    ("50 hectolitres.", "50 hl."),
    ("5 hectograms of ham.", "5 etti di prosciutto."),
    ("3 cubic centimetres.", "3 centimetri cubi."),
    ("3 cubic centimetres.", "3 cm³."),
    ("3 cc.", "3 centimetri cubi."),
    ("A 200 m² flat.", "Un appartamento di 200 mq."),
    ("A 200-square-metre flat.", "Un appartamento di 200 metri quadri."),
    ("500 KM away.", "A 500 km."),
    ("a 5-kilogram bag", "una borsa di 5 Kg"),
    ("60 decibels", "60 dB"),
    ("230 volts", "230 V"),
    ("100 watts", "100 W"),
    ("a 3-inch gun", "un cannone da 3 pollici"),
    ("2,000 calories", "2.000 kcal"),
    ("8 GB of RAM", "8 gigabyte di RAM"),
    ("300 nautical miles", "300 miglia nautiche"),
    ("A fuel use of 5 litres per 100 kilometres.", "Un consumo di 5 litri ogni 100 chilometri."),
    ("-5°C", "5 gradi sotto zero"),
    ("Minus 5 °C", "-5 °C"),
    ("14 knots", "14 nodi"),
    ("50 Euros", "50 Euro"),
    ("a £5 note", "un biglietto da 5 sterline"),
    ("20 megapixels", "20 megapixel"),
    # by how much
    ("Sales doubled.", "Le vendite sono raddoppiate."),
    ("Prices tripled.", "I prezzi triplicarono."),
    ("Costs trebled.", "I costi sono triplicati."),
    ("Costs halved.", "I costi si sono dimezzati."),
    ("Prices were cut by half.", "I prezzi furono dimezzati."),
    ("Prices were halved.", "I prezzi si sono ridotti della metà."),
    ("It is twice as long.", "È lungo il doppio."),
    ("It is three times as long.", "È lungo il triplo."),
    ("It is three times as long.", "È tre volte più lungo."),
    ("It doubled.", "È diventato il doppio."),
    ("It quadrupled.", "È quadruplicato."),
    ("It grew fourfold.", "È quadruplicato."),
    ("It rose by 50 per cent.", "È aumentato della metà."),
    ("A double room.", "Una camera doppia."),
    ("The profits rose fivefold.", "I profitti si sono quintuplicati."),
    # characters of no width
    ("It lost two million pesos.", "Ha perso due mi\u00adlioni di pesos."),
    ("It lost 4 per cent.", "Ha perso il 4 per cen\u00adto."),
    ("It lost 9 million pesos.", "Ha perso 9\u2060 milioni di pesos."),
    ("It lost 9 million pesos.", "Ha perso \u200e9 milioni\u200e di pesos."),
    ("It has 2,600 pages.", "Ha 2.\u200b600 pagine."),
    ("Twenty-one people.", "Ven\u00adtuno persone."),
    ("On 20 April.", "Il 20\ufeff apri\u00adle."),
    ("A 5\u200d0 euro note.", "Una banconota da 50 euro."),
    ("12\u202f000 people", "12\u2007000 persone"),
]

DIFFERENT = [
    ("It was -12 °C.", "C'erano 12 °C."),
    ("It was minus 40 degrees.", "C'erano 40 gradi."),
    ("Add 2 tablespoons of oil.", "Aggiungere 2 cucchiaini d'olio."),
    ("She ran it in 9.58 seconds.", 'Lo corse in 9"85.'),
    ("The pup weighs 7lb 3oz.", "Il cucciolo pesa 4,26 kg."),
    ("Add 300 grams (11 oz).", "Aggiungere 340 grammi."),
    ("Bake at 190 °C (375 °F).", "Cuocere a 160 °C."),
    ("A speed of 90 kilometres an hour.", "Una velocità di 90 chilometri al giorno."),
    ("Several million euros.", "Diversi milioni di sterline."),
    ("Sales doubled.", "Le vendite sono triplicate."),
    ("Sales doubled.", "Le vendite si sono dimezzate."),
    ("Prices tripled.", "I prezzi raddoppiarono."),
    ("A speed of 90 km/h.", "Una velocità di 90 m/s."),
    ("3 to 5 miles", "da 5 a 9 km"),
    ("At 77 °F.", "A 35 °C."),
    (
        "It lent $6.4bn to Chad and 1.3bn to Mali.",
        "Ha prestato 6,4 miliardi di dollari al Ciad e 1,7 al Mali.",
    ),
    ("The trip takes 3 hours and 40 minutes.", "Il viaggio richiede tre ore e trenta."),
    ("Her best time is 2 minutes 14 seconds.", "Il suo tempo migliore è 2'24\"."),
    ("The debt is $1.4 trillion.", "Il debito è di 1,4 miliardi di dollari."),
    ("A 2 GB file.", "Un file da 2 MB."),
    ("A 5 mg dose.", "Una dose di 5 g."),
    ("6 years.", "sei mesi"),
]

CONVERTED = [
    ("3 to 5 miles away.", "Da 5 a 8 km."),
    ("A walk of 3-5 miles.", "Una camminata di 5-8 chilometri."),
    ("77 °F outside.", "25 °C fuori."),
    ("A gust of 97mph.", "Una raffica di 156 km/h."),
    ("The odds of 30mph winds.", "Venti a 48 chilometri orari."),
    ("Between 50 and 60 °F.", "Tra i 10 e i 15 gradi."),
    ("a speed of 36 km/h", "una velocità di 10 m/s"),
    ("5 acres", "2 ettari"),
    ("8 ounces", "225 grammi"),
]


@pytest.mark.parametrize(("source", "target"), EQUAL)
def test_another_form_is_no_finding(source: str, target: str) -> None:
    assert [f for f in differences(source, target) if f.severity != "minor"] == []
    assert [f for f in differences(target, source, "it en") if f.severity != "minor"] == []


@pytest.mark.parametrize(("source", "target"), DIFFERENT)
def test_another_value_is_one_critical_finding(source: str, target: str) -> None:
    assert [f.severity for f in differences(source, target)].count("critical") == 1


@pytest.mark.parametrize(("source", "target"), CONVERTED)
def test_a_right_conversion_is_minor(source: str, target: str) -> None:
    assert {f.severity for f in differences(source, target)} == {"minor"}
