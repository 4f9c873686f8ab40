"""The same quantity in another form is never a finding."""

import pytest
from quantities_of import differences

EQUAL = [
    # notation and words
    ("It rose by 2.8 per cent.", "È cresciuto del 2,8 per cento."),
    ("It rose by 5 per cent.", "È cresciuto del 5 %."),
    ("It cost 2,500.50 in all.", "È costato in tutto 2.500,50."),
    ("Nearly 1000 people came.", "Sono venute quasi 1.000 persone."),
    ("About 12,000 tickets were sold.", "Sono stati venduti circa 12 000 biglietti."),
    ("He has twelve dogs.", "Ha 12 cani."),
    ("She owns twenty-one houses.", "Possiede ventuno case."),
    ("The book has two hundred and five pages.", "Il libro ha duecentocinque pagine."),
    ("There were two thousand and twenty-four names.", "C'erano duemilaventiquattro nomi."),
    ("The town has 28 streets.", "Il paese ha ventotto strade."),
    ("The museum has 103 rooms.", "Il museo ha centotré sale."),
    ("It is two point five times as long.", "È due virgola cinque volte più lungo."),
    ("Half a million people left.", "È partito mezzo milione di persone."),
    ("One and a half million birds.", "Un milione e mezzo di uccelli."),
    ("They waited two and a half hours.", "Hanno aspettato due ore e mezza."),
    ("A dozen eggs, two dozen bottles.", "Una dozzina di uova, 24 bottiglie."),
    ("Dozens of people came.", "Sono venute decine di persone."),
    ("Hundreds of thousands fled.", "Centinaia di migliaia sono fuggiti."),
    ("A few hundred people stayed.", "Qualche centinaio di persone è rimasto."),
    ("He is the 36th member.", "È il 36° membro."),
    ("It is on 125th Street.", "È sulla 125ª strada."),
    ("Their twenty-first album.", "Il loro ventunesimo album."),
    ("The fourth time.", "La quarta volta."),
    ("A third of voters stayed at home.", "Il 33 % degli elettori è rimasto a casa."),
    ("Two thirds voted.", "Hanno votato due terzi."),
    ("One in three voted.", "Ha votato un terzo."),
    ("Three quarters of the budget.", "Il 75 % del bilancio."),
    # scales and money
    ("A fund of $3bn.", "Un fondo di 3 miliardi di dollari."),
    ("A £2.8bn market.", "Un mercato da 2,8 miliardi di sterline."),
    ("They paid £125m for it.", "L'hanno pagato 125 milioni di sterline."),
    ("Bail was $350,000.", "La cauzione era di 350.000 dollari."),
    ("The 700-billion-dollar plan.", "Il piano da 700 miliardi di dollari."),
    ("It costs US$5.50.", "Costa 5,50 dollari statunitensi."),
    ("It costs 20 roubles.", "Costa 20 rubli."),
    ("It costs €5.", "Costa 5 euro."),
    ("It costs EUR 2,000.", "Costa 2.000 €."),
    ("A loan of 8,000 crowns.", "Un prestito di 8mila corone."),
    ("A loan of 3.2 million euros.", "Un prestito di 3 milioni e 200mila euro."),
    ("She gave the men $1,000 and her only $250.", "Diede agli uomini 1.000 dollari e a lei solo 250."),
    # approximations and ranges
    ("More than 70 people came.", "Sono venute oltre 70 persone."),
    ("At least 70 people came.", "Sono venute almeno 70 persone."),
    ("Fewer than 70 people came.", "Sono venute meno di 70 persone."),
    ("Up to 70 people came.", "Sono venute al massimo 70 persone."),
    ("Between 5 and 10 per cent.", "Tra il 5% e il 10%."),
    ("It grew by 2-3 million.", "È cresciuta di 2 o 3 milioni."),
    ("They won 3-2.", "Hanno vinto per 3 a 2."),
    ("The council voted 14 to 9.", "Il consiglio ha votato 14 a 9."),
    # measures, ages, durations
    ("It is 200 miles away.", "Si trova a 200 miglia."),
    ("It is 1.5 km long.", "È lungo 1500 metri."),
    ("The 44-year-old was found.", "La donna di 44 anni è stata trovata."),
    ("The 44-year-old was found.", "Il 44enne è stato trovato."),
    ("The 31-year-old said so.", "Lo ha detto il trentunenne."),
    ("Saipov, 30, drove it.", "Saipov, 30 anni, lo guidava."),
    ("A man in his 40s.", "Un quarantenne."),
    ("The three-year-long invasion.", "L'invasione di tre anni."),
    ("A decade later.", "Dieci anni dopo."),
    ("For twenty years.", "Da vent'anni."),
    ("Nine straight hours.", "Nove ore di fila."),
    ("A fortnight ago.", "Due settimane fa."),
    ("After 24 hours.", "Dopo un giorno."),
    ("Eighteen months.", "Un anno e mezzo."),
    ("Half an hour.", "Mezz'ora."),
    # dates and times
    ("It ended on April 20.", "È finita il 20 aprile."),
    ("On the 30th of September 2017.", "Il 30 settembre del 2017."),
    ("The October 1 vote.", "Il voto del 1º ottobre."),
    ("The October 1 vote.", "Il voto del primo ottobre."),
    ("On May 9 and 10.", "Il 9 e 10 maggio."),
    ("Since March 2011.", "Dal marzo 2011."),
    ("Friday's vote and Saturdays off.", "Il voto di venerdì e i sabati liberi."),
    ("In the 1980s and the nineties.", "Negli anni ’80 e negli anni Novanta."),
    ("In the 1980s.", "Negli anni'80."),
    ("The early 2000s.", "L'inizio degli anni 2000."),
    ("The 20th century.", "Il XX secolo."),
    ("The twentieth century.", "Il Novecento."),
    ("The season of 2016-17.", "La stagione 2016-2017."),
    ("It happened last year.", "È successo l'anno scorso."),
    ("Signed on 2024-05-09.", "Firmato il 9/5/2024."),
    ("At 5.30pm.", "Alle 17.30."),
    ("At 5:30 p.m.", "Alle 17 e 30."),
    ("At 7.55am.", "Alle 7.55 del mattino."),
    ("At 3 p.m. on Wednesday.", "Alle 15 di mercoledì."),
    ("By noon.", "Entro mezzogiorno."),
    ("At half past five.", "Alle cinque e mezza."),
    # names and codes
    ("Queen Elizabeth II met the G7.", "La regina Elisabetta II ha incontrato il G7."),
    ("An F-16 and COVID-19.", "Un F16 e il Covid-19."),
    ("The Second World War and World War I.", "La seconda guerra mondiale e la prima guerra mondiale."),
    ("Call 0800 555 111.", "Chiamate lo 0800 555 111."),
]

NOT_A_FACT = [
    ("You have been kind.", "Sei stato gentile."),
    ("They don't know you're furious.", "Non sanno che sei furiosa."),
    ("The winds were strong.", "I venti erano forti."),
    ("According to him, it works.", "Secondo lui funziona."),
    ("First of all, no one may march.", "Prima di tutto nessuno può marciare."),
    ("One of them left.", "Qualcuno se n'è andato."),
    ("Both left once.", "Se ne sono andati."),
    ("A couple of friends.", "Alcuni amici."),
    ("The second half.", "La ripresa."),
    ("In the middle of the sea.", "In mezzo al mare."),
    ("A week passed.", "Passarono i giorni."),
    ("Another day.", "Ancora."),
    ("Two men came in.", "Entrarono degli uomini."),
    ("Hundreds came.", "Vennero in tanti."),
    ("4. But if they do?", "Ma se lo fanno?"),
    ("See https://example.org/2019/05 for it.", "Si veda il sito."),
    ("May I march on?", "Posso marciare?"),
    ("The lawyer of Malcolm X.", "L'avvocato."),
]


@pytest.mark.parametrize(("source", "target"), EQUAL)
def test_a_quantity_in_another_form_is_no_finding(source: str, target: str) -> None:
    assert differences(source, target) == []


@pytest.mark.parametrize(("source", "target"), NOT_A_FACT)
def test_words_that_only_look_like_numbers_are_no_finding(source: str, target: str) -> None:
    assert differences(source, target) == []


@pytest.mark.parametrize(("source", "target"), EQUAL)
def test_the_sides_may_be_exchanged(source: str, target: str) -> None:
    """Italian may be the source and English the target."""
    assert differences(target, source, "it en") == []
