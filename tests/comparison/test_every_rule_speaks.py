"""Each rule says something of a small pair of its own."""

from functools import cache

import pytest

from tui.alignment import AlignedPair, UseEncoder, align
from tui.articles import article_from_text
from tui.comparison.compare import compare, findings_of
from tui.comparison.families import FAMILIES

SPEAKS: dict[str, tuple[str, ...]] = {
    "number-differs": ("The two towers.", "Le tre torri."),
    "percentage-differs": ("A third of voters.", "Il 43 % degli elettori."),
    "amount-differs": ("Nobody paid 5 euros.", "Tutti hanno pagato 6 euro."),
    "unit-differs": ("At 77 °F.", "A 35 °C."),
    "date-differs": ("In 1963.", "Nel '64."),
    "time-differs": ("At 9am.", "Alle 19."),
    "number-alone": ("The ship carried forty cars.", "La nave portava delle auto."),
    "percentage-alone": ("It grew.", "È cresciuto del 5 %."),
    "amount-alone": ("The bus costs 5 euros.", "L'autobus costa."),
    "unit-alone": ("The tower is 40 metres high.", "La torre è alta."),
    "date-alone": ("It happened on Friday.", "È successo."),
    "time-alone": ("He was jailed for four months.", "È stato in carcere."),
    "unit-exchanged": ("6 years.", "sei mesi"),
    "unit-unsaid": ("a 1080p screen", "uno schermo 1080p"),
    "numeral-differs": ("It rose by 2.8 per cent.", "Es stieg um 2,9 Prozent.", "en de"),
    "conversion": ("5 acres", "2 ettari"),
    "notation": ("It has 1,500 pages.", "Ha 1,500 pagine."),
    "qualifier": ("400 kW or less.", "Oltre 400 kW."),
    "qualifier-alone": ("It occupies 70 per cent.", "Occupa oltre il 70%."),
    "day-left-out": ("It ended on April 20.", "È finita in aprile."),
    "range-turned": ("It fell from 20 to 10.", "Bajó de 10 a 20.", "en es"),
    "name-spelling": ("They left Berlin.", "Lasciarono Berlimo."),
    "name-exchanged": ("HIV is spreading.", "L’HSBC si diffonde."),
    "name-missing": ("She met Anna Bruni.", "L'ha incontrata."),
    "negation-one-sided": ("We did not give in.", "Cedemmo."),
    "denied-other": ("He speaks German but not French.", "Parla francese ma non tedesco."),
    "opposite-words": ("He must pay.", "Può pagare."),
    "hedge-one-sided": ("Perhaps he lied.", "Ha mentito."),
    "speaker-differs": (
        "We met Keller and Lindqvist in the hall. “Lindqvist is wrong,” said Keller.",
        "Nella sala incontrammo Keller e Lindqvist. “Keller ha torto”, ha detto Lindqvist.",
    ),
    "role-differs": ("L’attuale sindaco ha detto di no.", "The former mayor said no.", "it en"),
    "sayer-differs": ("His uncle warned the baker in the square.", "Il fornaio avvertì sua zia in piazza."),
    "quotation-unmarked": (
        "Keller ha detto che piove e non smetterà.",
        "“It rains and it will not stop,” said Keller.",
        "it en",
    ),
    "attributed-one-sided": (
        "The owner claims that the gardener sold the tower.",
        "Il giardiniere ha venduto la torre.",
    ),
    "kin-differs": ("My uncle bought the boat.", "My aunt bought the boat.", "en en"),
    "office-differs": ("The ticket inspector fell asleep.", "Il macchinista si è addormentato."),
    "general-differs": ("The secretary general left at noon.", "Il segretario è partito a mezzogiorno."),
    "portfolio-differs": (
        "The health minister left at noon.",
        "Il ministro dei Trasporti è partito a mezzogiorno.",
    ),
    "service-differs": ("The army closed the bridge.", "La marina ha chiuso il ponte."),
    "deputy-differs": ("The deputy leader of the party left.", "Il presidente del partito è uscito."),
    "rank-differs": ("The assistant cook burned the soup.", "Il capo cuoco ha bruciato la zuppa."),
    "former-differs": ("The acting mayor signed it.", "Il sindaco lo ha firmato."),
    "party-differs": ("Republican senators voted no.", "I senatori democratici hanno votato no."),
    "quantity-differs": ("Most of the bridges are closed.", "Tutti i ponti sono chiusi."),
    "nearly-differs": (
        "Nearly all the rooms were taken by noon.",
        "A mezzogiorno tutte le camere erano occupate.",
    ),
    "frequency-differs": ("He sometimes eats at home.", "Mangia quasi sempre a casa."),
    "person-differs": ("His niece sold the farm.", "Suo nipote ha venduto la fattoria."),
    "two-differs": ("The latter was sold in May.", "Il primo è stato venduto a maggio."),
    "rate-differs": ("Butter costs nine euros a kilo.", "Il burro costa nove euro al litro."),
    "time-of-day-differs": ("They meet in the afternoon.", "Si incontrano di mattina."),
    "season-differs": ("The house was sold last spring.", "La casa è stata venduta lo scorso inverno."),
    "compass-differs": ("The western gate is closed.", "La porta meridionale è chiusa."),
    "side-differs": ("Turn left at the mill.", "Al mulino girate a destra."),
    "change-differs": ("Shares are up 3 points.", "Le azioni sono in calo di tre punti."),
    "degree-often-differs": ("The train is increasingly late.", "Il treno è sempre meno puntuale."),
    "bound-differs": ("The bridge is closed until Friday.", "Il ponte è chiuso da venerdì."),
    "limit-differs": ("We saw more than 70 ships.", "Abbiamo visto meno di 70 navi."),
    "certainty-differs": ("It is possible that the vase is a copy.", "È certo che il vaso è una copia."),
    "directive-differs": ("She was forced to sell the farm.", "Le fu consigliato di vendere la fattoria."),
    "outcome-differs": ("The thief tried to open the safe.", "Il ladro riuscì ad aprire la cassaforte."),
    "share-differs": ("The pumps use six litres in total.", "Le pompe consumano sei litri in media."),
    "inclusion-differs": (
        "The rent is ninety euros, not including heating.",
        "L'affitto è di novanta euro, acqua compresa.",
    ),
    "sole-differs": ("He is the only doctor on the island.", "È uno dei pochi medici dell'isola."),
    "compared-differs": ("Wages rose at the same rate as rents.", "I salari sono saliti più degli affitti."),
    "order-differs": (
        "It is the second-highest tower in the city.",
        "È la prima per altezza tra le torri della città.",
    ),
    "era-differs": (
        "Then a young lawyer, she opened the clinic.",
        "Oggi giovane avvocata, aprì l'ambulatorio.",
    ),
    "superlative-rank-differs": ("It is the second oldest bridge here.", "È il ponte più antico di qui."),
    "connection-differs": (
        "Although it rained, the market opened.",
        "Grazie alla pioggia il mercato ha aperto.",
    ),
    "degree-differs": ("The virus is partly to blame.", "La colpa è unicamente del virus."),
    "extent-differs": ("Output has fallen by two-fifths.", "La produzione è calata a due quinti."),
    "focus-differs": ("Refunds are paid only to members.", "I rimborsi sono versati anche ai soci."),
    "thing-differs": ("He bought a red coat.", "Ha comprato un cappotto verde."),
    "gender-differs": ("She was elected in May and resigned.", "È stato eletto a maggio e si è dimesso."),
    "roles-exchanged": ("Hungary invited Greece.", "La Grecia ha invitato l'Ungheria."),
    "ends-exchanged": ("The train from Rome to Paris was late.", "Il treno da Parigi a Roma era in ritardo."),
    "comparison-turned": (
        "Germany sells more cars than France.",
        "La Francia vende più auto della Germania.",
    ),
    "counts-exchanged": (
        "The men won 4 medals and the women 9.",
        "Gli uomini hanno vinto 9 medaglie e le donne 4.",
    ),
    "voice-turned": ("The girls were taught music.", "Le ragazze hanno insegnato musica."),
    "goal-turned": ("The train from Naples was full.", "Il treno per Napoli era pieno."),
    "pronoun-named": (
        "Her firm sued the bank in March and won. It gave the money to a hospital.",
        "La sua ditta fece causa alla banca a marzo e vinse. La banca diede il denaro a un ospedale.",
    ),
    "events-turned": (
        "The club sold its stadium so that it could buy two players.",
        "Il club ha venduto lo stadio per aver comprato due giocatori.",
    ),
    "parts-crossed": (
        "He was loved by the poor and hated by the rich.",
        "Era odiato dai poveri e amato dai ricchi.",
    ),
    "relative-turned": ("Those who smoke cough more.", "Chi tossisce fuma di più."),
    "persons-turned": ("We warned them in March.", "Ci hanno avvertiti a marzo."),
    "bond-differs": (
        "The plumber painted his own house last week.",
        "La settimana scorsa l'idraulico ha dipinto la vostra casa.",
    ),
    "tense-differs": ("The bishop stopped smoking.", "Il vescovo sta fumando."),
    "future-one-sided": ("The witness will be in the courtroom.", "Il testimone era in aula."),
    "past-one-sided": ("La porta resta chiusa.", "The door was closed.", "it en"),
    "not-yet-already": ("The river stopped rising.", "Il fiume continua a salire."),
    "earlier-later": (
        "The flat was sold years later to a dentist.",
        "L’appartamento fu venduto anni prima a un dentista.",
    ),
    "duty-differs": ("Visitors need not pay at the door.", "I visitatori devono pagare all’ingresso."),
    "duty-graded": ("The pilot had to turn back.", "Il pilota ha voluto tornare indietro."),
    "condition-differs": ("You pay even if the flight leaves.", "Si paga se il volo parte."),
    "condition-one-sided": ("You pay only if the flight leaves.", "Si paga e il volo parte."),
    "connective-differs": ("The barge was delayed by the fog.", "La chiatta ritardò nonostante la nebbia."),
    "sequence-turned": ("The speech was followed by a concert.", "Il concerto fu seguito da un discorso."),
    "supposed-one-sided": ("The vaccine seems to protect children.", "Il vaccino protegge i bambini."),
    "paragraph-only-source": (
        "The bakery opens at dawn.\n\nThe mayor of the town sold his three horses.",
        "La panetteria apre all'alba.",
    ),
    "paragraph-only-target": (
        "The bakery opens at dawn.",
        "La panetteria apre all'alba.\n\nIl sindaco della città ha venduto i suoi tre cavalli.",
    ),
    "sentence-only-source": (
        "The bakery opens at dawn. The mayor of the town sold his three horses.",
        "La panetteria apre all'alba.",
    ),
    "sentence-only-target": (
        "The bakery opens at dawn.",
        "La panetteria apre all'alba. Il sindaco della città ha venduto i suoi tre cavalli.",
    ),
    "moved-passage": (
        "It rained all night long.\n\nThe guides went home before the evening.\n\nNobody bought "
        "the two old boats.\n\nThe museum sold its clock.",
        "Le guide tornarono a casa prima di sera.\n\nNessuno comprò le due vecchie barche.\n\nIl "
        "museo vendette il suo orologio.\n\nPiovve per tutta la notte.",
    ),
    "modifier-left-out": ("The king almost lost the war.", "Il re perse la guerra."),
    "modifier-put-in": ("The witness spoke.", "La testimone parlò sotto giuramento."),
    "modifier-differs": ("She went to Genoa by train.", "Andò a Genova in autobus."),
    "passage-untranslated": (
        "The people of the village are not happy with their mayor. It rained.",
        "The people of the village are not happy with their mayor. Pioveva.",
    ),
    "passage-other-language": (
        "The museum opened. The museum does not open on Mondays, and 12 guides wait.",
        "Το μουσείο άνοιξε. Il museo non apre di lunedì, e 12 guide aspettano.",
    ),
    "sense-differs": (
        "La polizia ha trovato un violino nella chiesa.",
        "The police found a viola in the church.",
        "it en",
    ),
    "contrary-words": (
        "Il ponte oscillò visibilmente nella tempesta.",
        "The bridge swayed invisibly in the storm.",
        "it en",
    ),
    "doubled-word": ("He has refused.", "Ha ha rifiutato."),
    "untranslated-word": ("Ha parlato il sindaco.", "The sindaco spoke.", "it en"),
    "false-friend": ("La libreria è chiusa.", "The library is closed.", "it en"),
    "false-friend-phrase": ("It was an about-face.", "È stato un faccia a faccia."),
    "lookalike-letter": ("The mayor spoke.", "Il sindaсo ha parlato."),
    "clause-left-out": (
        "The ferry company, which lost two ships in the storm last winter, has promised cheaper "
        "tickets to all passengers from the islands.",
        "La compagnia di traghetti ha promesso biglietti più economici a tutti i passeggeri delle isole.",
    ),
    "clause-put-in": (
        "The ferry company has promised cheaper tickets to all passengers from the islands.",
        "La compagnia di traghetti, che ha perso due navi nella tempesta dello scorso inverno, "
        "ha promesso biglietti più economici a tutti i passeggeri delle isole.",
    ),
    "phrase-left-out": (
        "The minister wants the council to simplify customs rules for the harbour.",
        "Il ministro vuole dal consiglio le norme doganali per il porto.",
    ),
    "phrase-put-in": (
        "The mayor opened the bridge.",
        "Il sindaco ha inaugurato il ponte tra gli applausi dei pescatori.",
    ),
    "unrendered-left-out": (
        "The museum will stay open on Sundays unless the guards go on strike again.",
        "Il museo resterà aperto la domenica.",
    ),
    "unrendered-put-in": (
        "The museum will stay open on Sundays.",
        "Il museo resterà aperto la domenica a meno che i custodi non scioperino di nuovo.",
    ),
}
"""A source and a target of which a rule speaks, and their languages unless they are English and Italian."""
OUTSPOKEN = frozenset({"phrase-put-in", "order-differs", "season-differs", "limit-differs", "earlier-later"})
"""Rules that speak of their pair, though another that it yields to says it better."""
ELSEWHERE = frozenset({"word-left-out", "link-leads-nowhere", "word-put-in", "code-differs", "link-differs"})
"""Rules without a pair: of markup, which plain text has not, and of single words, of which the rules of
modifiers, phrases and senses leave so little that no small pair is known."""
FAMILY_OF = {rule.name: family for family in FAMILIES for rule in family.rules}


@cache
def encoder() -> UseEncoder:
    return UseEncoder()


def test_every_rule_has_a_pair() -> None:
    assert SPEAKS.keys() | ELSEWHERE == FAMILY_OF.keys()
    assert not SPEAKS.keys() & ELSEWHERE


@pytest.mark.parametrize("name", SPEAKS)
def test_a_rule_speaks(name: str) -> None:
    source, target, *languages = SPEAKS[name]
    tags = (languages[0] if languages else "en it").split()
    one, other = (
        article_from_text(text, language=tag) for text, tag in zip((source, target), tags, strict=True)
    )
    alignment = align(one, other, encoder())
    findings = compare(one, other, alignment, encoder()).findings
    if name in OUTSPOKEN:
        assert name not in {found.rule for found in findings}
        findings = tuple(findings_of(FAMILY_OF[name], AlignedPair(one, other, alignment, encoder())))
    assert name in {found.rule for found in findings}
