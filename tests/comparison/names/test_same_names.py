"""Names that are the same, however they are written, and capitals that are no names."""

import pytest
from one_bead import found, pair_of

from tui.comparison.compare import findings_of
from tui.comparison.names import FAMILY as NAMES

RESPELT = [
    ("Then Zelenskyy rang Dmitry Peskov.", "Poi Zelensky chiamò Dmitrij Peskov."),
    ("We met in Kyiv with Khrushchev.", "Ci incontrammo a Kiev con Krusciov."),
    ("They spoke with Günther Müller.", "Parlarono con Guenther Mueller."),
    ("They praised the Adidas Centre.", "Lodarono l’Adidas Center."),
    ("Both Morettis stayed in Crotone.", "I due Moretti rimasero a Crotone."),
]
EXONYMS = [
    ("The trial is in The Hague.", "Il processo è all’Aja."),
    ("The Velkarian fleet left Velkaria.", "La flotta di Velkaria lasciò Velkaria."),
    ("They feared the Nightsongs.", "Temevano le canzoni della notte."),
    ("Grrrr, the dog was angry.", "Ggrrrrr, il cane era arrabbiato."),
    ("He left Wien for Moskva and Praha.", "Lasciò Vienna per Mosca e Praga."),
    ("An office in Garching bei Munchen.", "Un ufficio a Garching, presso Monaco."),
    ("It is in Genève and Köln.", "È a Ginevra e a Colonia."),
    ("She sang in Sinbad and in Siegfried.", "Cantò in Simbad e in Sigfrido."),
    ("The Victorians built it.", "Lo costruirono i vittoriani."),
    ("They left Malaysia for Kyrgyzstan.", "Lasciarono la Malesia per il Kirghizistan."),
    ("It was an Easter tradition.", "Era una tradizione pasquale."),
    ("They hung a picture of the Pre-Raphaelites.", "Appesero un quadro dei Preraffaelliti."),
    ("She flew from London to Moscow by way of Brussels.", "Volò da Londra a Mosca passando per Bruxelles."),
    ("The US and the UK warned the UN.", "Gli Stati Uniti e il Regno Unito avvertirono l’ONU."),
    ("Nato asked the European Union for help.", "La NATO chiese aiuto all’UE."),
    ("He moved to The Hague, then to Cologne.", "Si trasferì all’Aia, poi a Colonia."),
    ("The Russian and the Dutch teams left.", "Le squadre russa e olandese partirono."),
    ("They live in Switzerland.", "Sono svizzeri."),
    ("The White House was silent.", "La Casa Bianca tacque."),
    ("Pope Francis greeted Queen Elizabeth.", "Papa Francesco salutò la regina Elisabetta."),
]
METONYMS = [
    ("The pilots asked the UK Met Office.", "I piloti hanno chiesto al Met Office."),
    ("English farmers protested.", "Gli agricoltori britannici protestarono."),
    ("The Kremlin was silent.", "Mosca tacque."),
    ("Washington was silent.", "La Casa Bianca tacque."),
    ("Downing Street was silent.", "Londra tacque."),
    ("Moscow agreed to the talks.", "La Russia acconsentì ai colloqui."),
    ("Ukraine was not asked.", "Kiev non fu interpellata."),
    ("The White House was silent.", "Gli Stati Uniti tacquero."),
    ("Washington imposed tariffs on Beijing.", "Gli Stati Uniti hanno imposto dazi alla Cina."),
    ("According to Oslo, the bridge is safe.", "Secondo la Norvegia il ponte è sicuro."),
    ("Ottawa rejected the plan.", "Il Canada ha respinto il piano."),
    ("Palazzo Chigi rejected the plan.", "Il governo italiano ha respinto il piano."),
]
CITIZENS = [
    ("A Moscow lawyer won the case.", "Un avvocato moscovita ha vinto la causa."),
    ("A Paris lawyer won the case.", "Un avvocato parigino ha vinto la causa."),
    ("An Athens lawyer won the case.", "Un avvocato ateniese ha vinto la causa."),
    ("A Havana lawyer won the case.", "Un avvocato avanero ha vinto la causa."),
    ("A Naples lawyer won the case.", "Un avvocato partenopeo ha vinto la causa."),
    ("The Lombard banks closed.", "Le banche della Lombardia hanno chiuso."),
    ("North Africa is dry.", "Il Nordafrica è arido."),
    ("He worked in Southeast Asia.", "Ha lavorato nel Sud-est asiatico."),
    ("West Germany won the cup.", "La Germania Ovest vinse la coppa."),
]
STATES = [
    ("A man from Erie, Pa., won the prize.", "Un uomo di Erie, in Pennsylvania, ha vinto il premio."),
    ("A man from Macon, Ga., won the prize.", "Un uomo di Macon, in Georgia, ha vinto il premio."),
    ("A man from Houma, La., won the prize.", "Un uomo di Houma, in Louisiana, ha vinto il premio."),
    ("A man from Stowe, VT, won the prize.", "Un uomo di Stowe, nel Vermont, ha vinto il premio."),
]
INITIALS = [
    ("The Bank of Common Good (BCG) closed.", "La BCG ha chiuso."),
    ("A report by Rand was quoted.", "È stato citato un rapporto della RAND."),
    ("The WHO and the IMF agree.", "L’OMS e il FMI sono d’accordo."),
    ("A book by J. R. Fischlin.", "Un libro di J.R. Fischlin."),
    ("A book by J. R. Fischlin.", "Un libro di R. Fischlin."),
    ("Workers from the EU left.", "Sono partiti i lavoratori europei."),
]
EASTERN = [
    ("Mori Takeshi left Kyoto for Osaka.", "Takeshi Mori è partito da Kyoto per Osaka."),
    (
        "Chen Hao met Wang Fang in Beijing and Nanjing.",
        "Chen Hao ha incontrato Wang Fang a Pechino e Nanchino.",
    ),
    ("Tokyo and Seoul agreed.", "Tokyo e Seul erano d’accordo."),
    ("The ferry from Guangzhou sank.", "Il traghetto da Canton è affondato."),
    ("They met on Tiananmen Square.", "Si incontrarono in piazza Tienanmen."),
    ("The Rhône flows past Lyon.", "Il Rodano passa per Lione."),
    ("A tanker left the Persian Gulf for Kolkata.", "Una petroliera lasciò il Golfo Persico per Calcutta."),
]
REGULAR = [
    ("They read Domitian and Statius.", "Lessero Domiziano e Stazio."),
    ("The Plantagenets lost it.", "I Plantageneti lo persero."),
    ("A beetle of the Coleoptera.", "Un insetto dei Coleotteri."),
    ("The Khanate fell.", "Il Khanato cadde."),
    ("A letter to Navalny.", "Una lettera a Naval’nyj."),
    ("The house of Ipatiev.", "La casa di Ipat’ev."),
    ("They prayed to Saint Paul.", "Pregarono san Paolo."),
]
WRITTEN_OUT = [
    ("The FDA and Keller agree.", "La Food and Drug Administration e Keller sono d’accordo."),
    ("The blood test (NAT) found it.", "L’esame (TAN) lo ha trovato."),
    ("The Daily Herald Mail calls it odd.", "Il Dhm lo trova strano."),
    ("The ABC sued him.", "L’Australian Broadcasting Corporation lo ha citato in giudizio."),
    ("Use it before the date on the pack (EXP).", "Usare entro la data sulla confezione (Scad.)."),
]
NO_NAMES = [
    ("SEE ALSO", "VEDERE ANCHE"),
    ("MORE THAN ONE LAMP", "PIU' DI UNA LAMPADA"),
    ("HERE IS A LAMP", "LA LAMPADA È QUI"),
    ("The meeting opens late.", "La riunione si apre tardi."),
    ("The Defence Secretary spoke on Monday in April.", "Il segretario alla Difesa parlò lunedì in aprile."),
    ("Farmers Fear Dry Summer After Warm Spring", "Gli agricoltori temono un’estate secca dopo la primavera"),
    ("I think the School of Economics is right.", "Credo che la scuola di Economia abbia ragione."),
    ("Nice to see you.", "Che bello vederti."),
    ("Tell him yes.", "Dirgli di sì."),
    ("Furthermore, it rained.", "Inoltre pioveva."),
    ("“Perhaps,” he said.", "“Forse”, disse."),
    ("The Methodist church is old.", "La chiesa metodista è antica."),
    ("She cried: “Enough!”", "Gridò: “Basta!”"),
    ("The chairman of the board wrote to the ministry.", "Il Presidente del Consiglio scrisse al Ministero."),
]
ADAPTED = [
    ("The temple of Poseidon is empty.", "Il tempio di Poseidone è vuoto."),
    ("They read Herodotus and Xenophon.", "Leggevano Erodoto e Senofonte."),
    ("King Frederick wrote to Pope Gregory.", "Re Federico scrisse a papa Gregorio."),
    ("The church of St Agnes is closed.", "La chiesa di Sant’Agnese è chiusa."),
    ("A Carthaginian fleet met the Etruscans.", "Una flotta cartaginese incontrò gli etruschi."),
    ("He was born in Aachen, in Lower Saxony.", "Nacque ad Aquisgrana, in Bassa Sassonia."),
]
ACRONYMS = [
    ("It ran on PowerPC.", "Girava su Power PC."),
    (
        "It was built in about 2000 B.C. and burnt in A.D. 7.",
        "Fu costruito verso il 2000 AC e bruciò nel 7 DC.",
    ),
    ("The REs are read from the left.", "Le ER sono lette da sinistra."),
    ("Both OSes are old.", "Entrambi i SO sono vecchi."),
    ("Most Unices have this command.", "La maggior parte degli Unix ha questo comando."),
    ("It runs on Unix-like machines.", "Funziona su macchine di tipo Unix."),
    ("Press <ENTER> to go on.", "Premere <INVIO> per continuare."),
    ("The EIB and the EBRD lent the money.", "La BEI e la BERS prestarono il denaro."),
    ("They spoke at the U.N. General Assembly.", "Parlarono all’Assemblea generale dell’ONU."),
    ("The JRC and the OHIM wrote to the ESRB.", "Il CCR e l’UAMI scrissero al CERS."),
    ("ECOWAS asked the OPCW and the OHCHR.", "La CEDEAO ha chiesto all’OPAC e all’ACNUDH."),
    ("The EAW is older than the MFF.", "Il MAE è più vecchio del QFP."),
    ("The EESC and the CoR were heard.", "Furono sentiti il CESE e il CdR."),
    ("The Board for Public Gardens (BPG) agreed.", "L’Ente per i giardini pubblici (EGP) era d’accordo."),
    ("She lives in Modesto, Calif., with him.", "Vive con lui a Modesto, in California."),
    ("The A.I. Fund grew.", "Il fondo per l’IA è cresciuto."),
    ("Directive 2004/18/EC applies.", "Si applica la direttiva 2004/18/CE."),
]
TRANSLATED = [
    ("They admired the White Queen.", "Ammirarono la Regina Bianca."),
    ("The film won the Golden Lion.", "Il film vinse il Leone d’oro."),
    ("Then the Agency wrote to him.", "Poi l’Agenzia gli scrisse."),
    ("NOTE: do NOT open it.", "NOTA: NON aprirlo."),
    ("Write it as “LikeThis” or not at all.", "Scrivilo come “InQuestoModo” o per niente."),
    ("Press the Shift key.", "Premere il tasto Maiusc."),
    ("What is the new song?", "Qual è la nuova canzone?"),
    ("It was a real roller coaster.", "Furono vere montagne russe."),
    ("Motherboards are cheap.", "Le schede madri costano poco."),
    ("Amendments Nos 1 and 2 passed.", "Gli emendamenti 1 e 2 sono passati."),
]


@pytest.mark.parametrize(
    ("source", "target"),
    RESPELT
    + EXONYMS
    + METONYMS
    + CITIZENS
    + STATES
    + INITIALS
    + EASTERN
    + NO_NAMES
    + ADAPTED
    + ACRONYMS
    + TRANSLATED
    + REGULAR
    + WRITTEN_OUT,
)
def test_a_name_written_otherwise_is_no_finding(source: str, target: str) -> None:
    assert found(NAMES, source, target) == []


@pytest.mark.parametrize(("source", "target"), RESPELT + EXONYMS)
def test_the_italian_may_be_the_original(source: str, target: str) -> None:
    assert found(NAMES, target, source, "it en") == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (["Anna Keller left.", "She was tired."], ["Anna Keller partì.", "Keller era stanca."]),
        (
            ["The talks with Keller began.", "Then they ended."],
            ["I colloqui iniziarono.", "Poi quelli con Keller finirono."],
        ),
        (["We asked Jonas Keller.", "He agreed."], ["Abbiamo chiesto a Keller.", "Jonas ha accettato."]),
        (["Only Mr. Keller stayed."], ["Rimase soltanto Jonas Keller."]),
    ],
)
def test_a_name_that_stands_elsewhere_was_only_replaced(source: list[str], target: list[str]) -> None:
    assert list(findings_of(NAMES, pair_of(source, target))) == []


def test_what_has_no_counterpart_at_all_is_not_compared() -> None:
    """A sentence without a counterpart is said to be missing; its names are not told again."""
    pair = pair_of(["It rained."], ["Pioveva.", "Lo ha visto Jonas Keller."], "0=0 =1")

    assert list(findings_of(NAMES, pair)) == []


def test_a_language_without_data_compares_the_letters() -> None:
    """Names are compared letter by letter where no list and no lemma knows the language."""
    assert found(NAMES, "We met Jonas Keller in Oslo.", "Ni renkontis Jonas Keller en Oslo.", "en eo") == []


def test_a_name_translated_throughout_is_told_once_and_quietly() -> None:
    source = ["Wickett sang.", "Nobody heard Wickett.", "They asked for Wickett again.", "So Wickett left."]
    target = [
        "Lucignolo cantò.",
        "Nessuno sentì Lucignolo.",
        "Chiesero ancora Lucignolo.",
        "Così Lucignolo partì.",
    ]
    found_names = findings_of(NAMES, pair_of(source, target))

    assert [(f.source_value, f.target_value) for f in found_names] == [("Wickett", "Lucignolo")]
    assert found_names[0].severity == "minor"


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The Federal Office for Housing (FOH) paid.", "Pagò l’Ufficio federale delle abitazioni (UFA)."),
        (
            "Chronic obstructive pulmonary disease (COPD) is common.",
            "La broncopneumopatia cronica ostruttiva (BPCO) è comune.",
        ),
        ("The gross domestic product (GDP) fell.", "Il prodotto interno lordo (PIL) è sceso."),
        ("In the 16th century the BBC was unknown.", "Nel XVI secolo la BBC era ignota."),
    ],
)
def test_an_abbreviation_of_the_words_beside_it_is_its_languages_own(source: str, target: str) -> None:
    assert found(NAMES, source, target) == []


def test_what_has_no_counterpart_wherever_it_stands_is_told_quietly() -> None:
    """An abbreviation that the other language writes out, in every sentence."""
    source = ["The EUPx is a product.", "Every EUPx uses energy.", "No EUPx is alike."]
    target = ["È un prodotto.", "Ciascuno consuma energia.", "Nessuno è uguale."]

    assert all(f.severity != "critical" for f in findings_of(NAMES, pair_of(source, target)))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The Italian ministry closed it.", "Il ministero l’ha chiuso."),
        ("It was sold by Giorgio Bellinzoni.", "Bellinzoni lo vendette."),
        ("The navy lost three ships.", "La marina britannica perse tre navi."),
        ("The Deutsche Bundesbank agreed.", "La Bundesbank era d’accordo."),
        ("The EPA closed it.", "L’ha chiuso l’Agenzia per l’ambiente."),
        ("He plays in the series Cedric Wins.", "Recita nella serie La vittoria di Vanozzi."),
        ("He conducted The Magic Flute.", "Ha diretto Die Zauberflöte."),
        ("They performed The Twilight of the Gods.", "Hanno eseguito Götterdämmerung."),
    ],
)
def test_a_people_or_a_part_left_out_and_a_body_named_otherwise_are_no_loud_finding(
    source: str, target: str
) -> None:
    assert [f for f in found(NAMES, source, target) if f.severity != "minor"] == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("They crossed the Yvelle.", "Attraversarono la Yvella."),
        ("They read Vasconcelia.", "Lessero Vascancelio."),
        ("The report by QVX was read.", "Fu letto il rapporto di Vanozzi."),
        ("They saw the Turin Shroud.", "Videro la Sindone di Torino."),
        ("They sang Song to the Sun.", "Cantarono Taiyokuta."),
    ],
)
def test_a_form_that_a_list_may_lack_is_not_critical(source: str, target: str) -> None:
    assert "critical" not in [f.severity for f in found(NAMES, source, target)]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("“It was a long winter,” she said.", "«È stato un lungo inverno», ha detto Bruni."),
        ("He added that the bridge was safe.", "Bruni ha aggiunto che il ponte era sicuro."),
    ],
)
def test_the_name_of_one_who_is_a_pronoun_elsewhere_is_no_alarm(source: str, target: str) -> None:
    assert all(one.severity == "minor" for one in found(NAMES, source, target))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("They heard Senator Thomas Keller.", "Ascoltarono il senatore Keller."),
        ("They heard Prime Minister Gordon Brown.", "Ascoltarono il premier Brown."),
        ("They wrote to Dr Anna Keller.", "Scrissero alla dottoressa Keller."),
    ],
)
def test_a_first_name_after_a_title_may_be_left_out(source: str, target: str) -> None:
    assert all(one.severity == "minor" for one in found(NAMES, source, target))
