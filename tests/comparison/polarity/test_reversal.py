"""Meanings turned round by an opposite."""

import pytest
from one_bead import found, marked, pair_of

from tui.comparison.compare import findings_of
from tui.comparison.contraries import FAMILY as CONTRARIES
from tui.comparison.polarity import FAMILY as POLARITY

DIFFERENT = [
    (
        "Half of them drank a glass of juice twice a day, before meals; the others had water.",
        "Metà di loro beveva, dopo i pasti, un bicchiere di succo.",
        ("before", "dopo"),
    ),
    ("It was the least expensive of the plans.", "Era il progetto più costoso.", ("expensive", "costoso")),
    (
        "The king was ready to roll back the decree.",
        "Il re era pronto a ripristinare il decreto.",
        ("roll back", "ripristinare"),
    ),
    (
        "Wages in Turin rose at half the pace of rents.",
        "I salari a Torino sono cresciuti a un ritmo doppio rispetto agli affitti.",
        ("half the pace", "doppio"),
    ),
    ("They lifted the blockade.", "Hanno imposto il blocco.", ("lifted", "imposto")),
    ("The clerk earns less than the cook.", "L'impiegato guadagna più del cuoco.", ("less than", "più")),
    (
        "The herd is moving away from the river.",
        "La mandria si avvicina al fiume.",
        ("moving away", "avvicina"),
    ),
    ("The road goes down to the harbour.", "La strada sale al porto.", ("goes down", "sale")),
    ("The crane lowered the statue.", "La gru ha sollevato la statua.", ("lowered", "sollevato")),
    ("They walked into the church.", "Uscirono dalla chiesa.", ("walked into", "Uscirono")),
    ("The queue is getting longer.", "La coda si accorcia.", ("getting longer", "accorcia")),
    (
        "Ann Moor bought it from a baker, for 40 pounds.",
        "Ann Moor lo vendette a un fornaio, per 40 sterline.",
        ("bought", "vendette"),
    ),
    ("Prices rose sharply.", "I prezzi sono calati bruscamente.", ("rose", "calati")),
    ("Prices went up.", "I prezzi sono scesi.", ("went up", "scesi")),
    ("He left before the vote.", "Partì dopo il voto.", ("before", "dopo")),
    ("The council accepted the offer.", "Il consiglio ha respinto l’offerta.", ("accepted", "respinto")),
    ("She bought the mill.", "Ha venduto il mulino.", ("bought", "venduto")),
    ("The home side won.", "La squadra di casa ha perso.", ("won", "perso")),
    ("It lies in the north.", "Si trova nel sud.", ("north", "sud")),
    ("The oldest church burned.", "La chiesa più giovane bruciò.", ("oldest", "giovane")),
    ("He denied the charge.", "Ha ammesso l’accusa.", ("denied", "ammesso")),
    ("The judge admited the charge.", "Il giudice negò l’accusa.", ("admited", "negò")),
    ("The shops are open.", "I negozi sono chiusi.", ("open", "chiusi")),
    ("It is the largest mill.", "È il mulino più piccolo.", ("largest", "piccolo")),
    ("The strongest team left.", "È partita la squadra più debole.", ("strongest", "debole")),
    ("It was the highest price.", "Era il prezzo più basso.", ("highest", "basso")),
    ("The youngest guest is a girl.", "L’ospite più anziano è una ragazza.", ("youngest", "anziano")),
    ("It takes longer now.", "Ora ci vuole meno tempo.", ("longer", "meno")),
    ("Bread costs more.", "Il pane costa di meno.", ("more", "di meno")),
    ("The bishops supported the law.", "I vescovi si sono opposti alla legge.", ("supported", "opposti")),
    ("They withdrew their ships.", "Hanno inviato le navi.", ("withdrew", "inviato")),
    ("The deadline was postponed.", "La scadenza è stata anticipata.", ("postponed", "anticipata")),
    ("The judge upheld the sentence.", "Il giudice ha annullato la condanna.", ("upheld", "annullato")),
    ("The guards were armed.", "Le guardie erano disarmate.", ("armed", "disarmate")),
    ("He left shortly after the vote.", "Partì poco prima del voto.", ("shortly after", "poco prima")),
    ("The troops left the city.", "Le truppe sono entrate in città.", ("left", "entrate")),
    ("Every village voted.", "Alcuni villaggi hanno votato.", ("Every", "Alcuni")),
    (
        "The office gave the family a house.",
        "L’ufficio ottenne una casa dalla famiglia.",
        ("gave", "ottenne"),
    ),
    ("The list below is long.", "L’elenco sopra è lungo.", ("below", "sopra")),
    ("Save the document later.", "Salvare subito il documento.", ("later", "subito")),
    ("The rule is simple.", "La regola è complicata.", ("simple", "complicata")),
    ("They wanted longer nights.", "Volevano notti più brevi.", ("longer", "brevi")),
    ("The miller was unpopular.", "Il mugnaio era popolare.", ("unpopular", "popolare")),
    ("The bell has a concave rim.", "La campana ha un bordo convesso.", ("concave", "convesso")),
    ("The miller was grateful.", "Il mugnaio fu ingrato.", ("grateful", "ingrato")),
    ("Uncomment the line.", "Commentare la riga.", ("Uncomment", "Commentare")),
    ("Unplug the cable.", "Collegare il cavo.", ("Unplug", "Collegare")),
    ("Install the program.", "Disinstallare il programma.", ("Install", "Disinstallare")),
    ("Unmount the disk.", "Montare il disco.", ("Unmount", "Montare")),
    ("Unzip the archive.", "Comprimere l’archivio.", ("Unzip", "Comprimere")),
    ("The key was disabled.", "Il tasto è stato abilitato.", ("disabled", "abilitato")),
    ("Untie the rope.", "Legare la corda.", ("Untie", "Legare")),
    ("They maximised the losses.", "Hanno minimizzato le perdite.", ("maximised", "minimizzato")),
    ("The youngest church burned.", "La chiesa più vecchia bruciò.", ("youngest", "vecchia")),
    ("The left-wing party won.", "Il partito di destra ha vinto.", ("left-wing", "destra")),
]

EQUAL = [
    ("The shop opens before the bank does.", "La banca apre dopo il negozio."),
    ("Prices fell more slowly than before.", "I prezzi scesero meno in fretta di prima."),
    ("There were fewer women than men.", "C'erano meno donne che uomini."),
    ("Quite a few farmers have sold their cows.", "Parecchi contadini hanno venduto le vacche."),
    ("The train is less and less useful.", "Il treno è sempre meno utile."),
    ("The judge admited the charge.", "Il giudice ammise l’accusa."),
    ("The bell has a concave rim.", "La campana ha un bordo concavo."),
    ("The miller was not ungrateful.", "Il mugnaio fu grato."),
    ("They minimised the losses.", "Hanno minimizzato le perdite."),
    ("The Scottish international has signed.", "Il giocatore della nazionale scozzese ha firmato."),
    ("He ate before leaving the house.", "È uscito di casa dopo aver mangiato."),
    ("It breaks less often than the old one.", "Si rompe meno di frequente di quello vecchio."),
    ("The recipe gives a soft dough.", "Con la ricetta si ottiene un impasto morbido."),
    ("The options are described below.", "Per le opzioni vedi oltre."),
    ("She sang as best she could.", "Cantò alla peggio."),
    ("They hired non-regular staff.", "Assunsero personale irregolare."),
    ("They were paid five euros.", "Hanno ricevuto cinque euro."),
    ("They were lent a boat.", "Hanno avuto in prestito una barca."),
    ("He was beaten in the final.", "Ha perso in finale."),
    ("The route is smaller.", "Il percorso è più piccolo."),
    ("He has one of the shortest names.", "Ha uno dei nomi meno lunghi."),
    ("The data is useless.", "I dati sono senza utilità."),
    ("It was hard.", "Fu tutt’altro che facile."),
    ("Press Enter to leave.", "Premere Invio per partire."),
    ("The most important vote is hours away.", "Mancano poche ore al voto più importante."),
    ("The king wants to roll back his promise.", "Il re vuole rimuovere la sua promessa."),
    ("Prices rose and wages fell.", "I prezzi salirono e i salari calarono."),
    ("It did not rise.", "Non è salito."),
    ("The shop did not open.", "Il negozio è rimasto chiuso."),
    ("He is not guilty.", "È innocente."),
    (
        "She left before noon and came back after dark.",
        "Tornò dopo il tramonto ed era partita prima di mezzogiorno.",
    ),
    ("The prime minister came last.", "Il primo ministro arrivò ultimo."),
    ("It is unlikely.", "È poco probabile."),
    ("They supported the plan.", "Hanno sostenuto il piano."),
    ("The least expensive rooms are taken.", "Le camere più economiche sono prese."),
    ("It no longer works.", "Non funziona più."),
    ("It moves up and down.", "Si muove su e giù."),
    ("He did not disappoint everyone.", "Non ha deluso nessuno."),
    ("The largest mill is not the oldest.", "Il mulino più grande non è il più vecchio."),
    ("The plan will get the green light.", "Al piano sarà dato il via libera."),
    ("They sent a letter.", "Hanno inviato una lettera."),
    ("Such a non-answer is not acceptable.", "Una tale non-risposta è inaccettabile."),
    ("All of it was lost at all events.", "È comunque andato tutto perduto."),
    ("The old mill of Ada Young is open.", "Il vecchio mulino di Ada Young è aperto."),
]


@pytest.mark.parametrize(("source", "target", "quoted"), DIFFERENT)
def test_an_opposite_is_critical(source: str, target: str, quoted: tuple[str, str]) -> None:
    pair = pair_of([source], [target])
    [finding] = findings_of(POLARITY, pair)

    assert (finding.kind, finding.rule, finding.severity) == ("reversal", "opposite-words", "critical")
    assert marked(finding, pair) == quoted
    assert finding.message == f"Opposite meanings: {quoted[0]} in the source, {quoted[1]} in the target."


@pytest.mark.parametrize(("source", "target"), EQUAL)
def test_one_meaning_is_no_finding(source: str, target: str) -> None:
    assert found(POLARITY, source, target) == []


@pytest.mark.parametrize(("source", "target"), [("The shops are open.", "The shops are closed.")])
def test_two_versions_in_one_language_compare(source: str, target: str) -> None:
    assert [f.rule for f in found(POLARITY, source, target, "en en")] == ["opposite-words"]


def test_a_pair_of_both_poles_is_neither() -> None:
    """*Up/down* names both, so neither side says the one for the other."""
    assert found(POLARITY, "The up/down key moves the mill.", "Il tasto giù/su muove il mulino.") == []


def test_a_denial_that_is_an_opposite_is_told_as_that_alone() -> None:
    [finding] = found(POLARITY, "The mill never burned in winter.", "Il mulino bruciava sempre in inverno.")
    assert (finding.rule, finding.severity) == ("opposite-words", "critical")


def test_a_little_less_is_less() -> None:
    assert found(POLARITY, "It is a little less likely.", "È un po’ meno probabile.") == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The miller could not name the buyer.", "The miller was unable to name the buyer."),
        ("The miller was unable to name the buyer.", "The miller could not name the buyer."),
        ("The ferry is unlikely to sail.", "The ferry will probably not sail."),
    ],
)
def test_what_a_denial_right_after_it_turns_over_is_no_opposite(source: str, target: str) -> None:
    assert "opposite-words" not in {one.rule for one in found(POLARITY, source, target, "en en")}


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The bakery is unlikely to open.", "Il forno probabilmente non aprirà."),
        ("The bakery will probably not open.", "È improbabile che il forno apra."),
        ("She probably did not read the letter.", "È improbabile che abbia letto la lettera."),
    ],
)
def test_what_is_probably_not_is_unlikely(source: str, target: str) -> None:
    assert found(POLARITY, source, target) == []
    assert found(CONTRARIES, source, target) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The bakery will probably not open.", "Il forno probabilmente aprirà."),
        ("The bakery is likely to open.", "Il forno probabilmente non aprirà."),
        ("The bakery will probably not open.", "È probabile che il forno apra."),
    ],
)
def test_what_is_probably_not_is_not_likely(source: str, target: str) -> None:
    assert [one.severity for one in found(POLARITY, source, target)] == ["critical"]


def test_in_italian_a_denial_after_a_modal_verb_denies_what_follows() -> None:
    target = "Il mugnaio può non aver venduto."
    assert "opposite-words" not in {
        one.rule for one in found(POLARITY, "The miller may not have sold.", target)
    }
