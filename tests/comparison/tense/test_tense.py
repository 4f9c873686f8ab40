"""When something is, whether it must be, and on what condition."""

import pytest
from one_bead import found, marked, pair_of

from tui.comparison.compare import findings_of
from tui.comparison.tense import FAMILY as TENSE

DIFFERENT = [
    (
        "The old library opens its doors at nine.",
        "La vecchia biblioteca ha aperto le porte alle nove.",
        "past-one-sided",
    ),
    ("The weir was to have opened in May.", "La chiusa aprì a maggio.", "tense-differs"),
    ("The bishop stopped smoking.", "Il vescovo sta fumando.", "tense-differs"),
    ("Back then the mill was a prison.", "Il mulino è tuttora una prigione.", "not-yet-already"),
    ("The firm will receive the money in May.", "L’azienda ricevette il denaro a maggio.", "tense-differs"),
    ("The judge will see the video.", "Il giudice vide il video.", "tense-differs"),
    ("The bridge will be closed in May.", "Il ponte è stato chiuso a maggio.", "tense-differs"),
    (
        "Work on the bridge is due to begin in May.",
        "I lavori sul ponte sono iniziati a maggio.",
        "tense-differs",
    ),
    ("The firm closed its factory.", "L’azienda chiuderà la fabbrica.", "tense-differs"),
    ("The mayor will resign in May.", "Il sindaco si è dimesso a maggio.", "tense-differs"),
    ("The firm closed its factory.", "L’azienda sta chiudendo la fabbrica.", "tense-differs"),
    ("The firm has closed its factory.", "L’azienda chiuderà la fabbrica.", "tense-differs"),
    ("My father used to work in the factory.", "Mio padre lavora nella fabbrica.", "tense-differs"),
    ("The witness will be in the courtroom.", "Il testimone era in aula.", "future-one-sided"),
    (
        "The trial cannot start until the court agrees.",
        "Il processo può iniziare anche se il tribunale non è d’accordo.",
        "condition-differs",
    ),
    ("The court has not yet decided.", "Il tribunale ha già deciso.", "not-yet-already"),
    ("The court has already decided.", "Il tribunale non ha ancora deciso.", "not-yet-already"),
    (
        "Visitors must not pay at the door.",
        "I visitatori non sono tenuti a pagare all’ingresso.",
        "duty-differs",
    ),
    ("Visitors need not pay at the door.", "I visitatori devono pagare all’ingresso.", "duty-differs"),
    ("Visitors must pay at the door.", "I visitatori dovrebbero pagare all’ingresso.", "duty-graded"),
    ("Visitors must pay at the door.", "I visitatori possono pagare all’ingresso.", "duty-graded"),
    ("The clerk ought to open the letter.", "L’impiegato può aprire la lettera.", "duty-graded"),
    (
        "Visitors need not pay at the door.",
        "I visitatori non dovrebbero pagare all’ingresso.",
        "duty-differs",
    ),
    ("The firm is building a factory.", "L’azienda ha già costruito una fabbrica.", "tense-differs"),
    (
        "The strike goes on unless the firm pays.",
        "Lo sciopero continua se l’azienda paga.",
        "condition-differs",
    ),
    (
        "The strike goes on if the firm pays.",
        "Lo sciopero continua a meno che l’azienda non paghi.",
        "condition-differs",
    ),
    ("You pay only if the flight leaves.", "Si paga anche se il volo parte.", "condition-differs"),
    ("You pay even if the flight leaves.", "Si paga se il volo parte.", "condition-differs"),
    ("You pay only if the flight leaves.", "Si paga e il volo parte.", "condition-one-sided"),
    (
        "Because it rains, you pay only if the flight leaves.",
        "Poiché piove, si paga e il volo parte.",
        "condition-one-sided",
    ),
    ("The court had already ruled.", "Il tribunale stava per decidere.", "not-yet-already"),
    (
        "The miller used to bake bread for the village.",
        "Il mugnaio fa tuttora il pane per il villaggio.",
        "not-yet-already",
    ),
    (
        "The owners need not sell the mill.",
        "I proprietari non dovrebbero vendere il mulino.",
        "duty-differs",
    ),
    (
        "If the dam has burst, the valley is under water.",
        "Poiché la diga ha ceduto, la valle è sott’acqua.",
        "condition-differs",
    ),
    # what was meant and what was done
    ("The miller was planning to sell the farm.", "Il mugnaio ha venduto la fattoria.", "tense-differs"),
    ("The miller was due to sell the farm.", "Il mugnaio ha venduto la fattoria.", "tense-differs"),
    ("The miller would have sold the farm.", "Il mugnaio ha venduto la fattoria.", "tense-differs"),
    (
        "The river, which floods every spring, is deep.",
        "Il fiume, che inondava a ogni primavera, è profondo.",
        "tense-differs",
    ),
    # how a period stands to today
    (
        "The rule no longer covers the weavers.",
        "La regola non riguarda ancora i tessitori.",
        "not-yet-already",
    ),
    (
        "The chapel, which once sheltered pilgrims, is closed.",
        "La cappella, che tuttora ospita pellegrini, è chiusa.",
        "not-yet-already",
    ),
    (
        "The flat was sold years later to a dentist.",
        "L’appartamento fu venduto anni prima a un dentista.",
        "earlier-later",
    ),
    # duties by nouns and adjectives
    ("Owners have to pay the tax.", "I proprietari hanno facoltà di pagare l’imposta.", "duty-graded"),
    (
        "The guard should have opened the gate.",
        "Il guardiano avrebbe potuto aprire il cancello.",
        "duty-graded",
    ),
    ("The pilot had to turn back.", "Il pilota ha voluto tornare indietro.", "duty-graded"),
    ("The mill wheel must be replaced.", "La ruota del mulino può essere sostituita.", "duty-graded"),
    ("The wheel may be replaced.", "La ruota va sostituita.", "duty-graded"),
    (
        "The miller is called upon to open the gate.",
        "Il mugnaio ha modo di aprire il cancello.",
        "duty-graded",
    ),
    ("We will sell the mill.", "Vorremmo vendere il mulino.", "duty-graded"),
    ("The tower ought to have been sold.", "La torre poteva essere venduta.", "duty-graded"),
    ("Miners are banned from fishing here.", "I minatori possono pescare qui.", "duty-differs"),
    ("The law forbids miners to fish here.", "Per legge i minatori devono pescare qui.", "duty-differs"),
    ("The ferry is being repaired.", "Il traghetto è stato riparato.", "tense-differs"),
    ("The river keeps rising.", "Il fiume ha smesso di salire.", "tense-differs"),
    ("The river stopped rising.", "Il fiume continua a salire.", "tense-differs"),
    # what is supposed and what is told
    ("The vaccine apparently protects children.", "Il vaccino protegge i bambini.", "supposed-one-sided"),
    ("The vaccine seems to protect children.", "Il vaccino protegge i bambini.", "supposed-one-sided"),
    ("The thief is believed to have sold the boat.", "Il ladro ha venduto la barca.", "supposed-one-sided"),
    ("The vaccine protects children.", "Il vaccino sembra proteggere i bambini.", "supposed-one-sided"),
    (
        "She will stand even if her own party refuses.",
        "Si candiderà a meno che il suo stesso vecchio partito non rifiuti.",
        "condition-differs",
    ),
    (
        "Greta Holm, who turned a dairy into a chain of shops, is due to step down as chair in June.",
        "Greta Holm, che ha fatto di un caseificio una catena di negozi, ha lasciato la presidenza a giugno.",
        "tense-differs",
    ),
]

SAME = [
    (
        "The union hopes that the nurses will receive a raise.",
        "Il sindacato spera che le infermiere ricevano un aumento.",
    ),
    ("The lease expires in May.", "Il contratto di locazione scade a maggio."),
    ("Not long ago the mill was a prison.", "Non molto tempo fa il mulino era una prigione."),
    ("The doubts raise the price.", "I dubbi sollevano il prezzo."),
    ("Mayor resigns", "Il sindaco si è dimesso"),
    ("He admitted that the camp closes.", "Ha ammesso che il campo chiude."),
    ("They hoped every day that it would rain.", "Ogni giorno speravano sempre che piovesse."),
    ("If the water is not already boiling, wait.", "Se l’acqua non bolle già, aspettate."),
    ("The museum has yet to find a director.", "Il museo non ha ancora trovato un direttore."),
    (
        "No page of the letter or of its notes shall be copied.",
        "In nessun caso le pagine della lettera o gli appunti possono essere copiati.",
    ),
    ("A licence shall be given only by the mayor.", "La licenza potrà essere data soltanto dal sindaco."),
    (
        "The van that was to take the band to Ostia was late.",
        "Il furgone che doveva portare la banda a Ostia era in ritardo.",
    ),
    (
        "The miller's first plan to sell the farm failed.",
        "Il primo piano del mugnaio di vendere la fattoria è fallito.",
    ),
    ("In May the guards had to open the gate.", "A maggio le guardie dovevano aprire il cancello."),
    ("The miller was planning to sell the farm.", "Il mugnaio contava di vendere la fattoria."),
    ("The miller tried to sell the farm.", "Il mugnaio ha cercato di vendere la fattoria."),
    ("Nobody may open the gate.", "Nessuno deve aprire il cancello."),
    ("The vaccine seems to protect children.", "A quanto pare il vaccino protegge i bambini."),
    ("The rule no longer covers the weavers.", "La regola non riguarda più i tessitori."),
    ("The flat was sold years later to a dentist.", "Anni dopo l’appartamento fu venduto a un dentista."),
    ("Visitors must be able to pay at the door.", "I visitatori devono poter pagare all’ingresso."),
    ("You can only pay at the door.", "Si deve pagare all’ingresso."),
    # what is used, not what one used to do
    ("The key is only used to open the gate.", "La chiave è usata solo per aprirlo."),
    ("The word used to call a dog explains it.", "La parola usata per chiamarlo lo spiega."),
    # conditions
    ("If the city falls, many will die.", "Se la città cade, molti moriranno."),
    ("Use your own names, if one exists.", "Usate i vostri nomi, se ne esiste uno."),
    ("It should only be used when the bell rings.", "Va usato solo quando suona la campana."),
    (
        "The hall can grow, provided that the mayor agrees.",
        "La sala può crescere, ammesso che il sindaco voglia.",
    ),
    ("We have little choice but to help.", "Non abbiamo altra scelta se non quella di aiutare."),
    ("The boars are curious, if a little weak.", "I cinghiali sono curiosi, anche se un po’ deboli."),
    ("Run it only once, except if it fails.", "Eseguilo una sola volta, a meno che non fallisca."),
    ("The barge passed within 300 metres of the dam.", "La chiatta passò a meno di 300 metri dalla diga."),
    ("Leave less than this many steps before dawn.", "Partite a meno di questo numero di passi dall’alba."),
    ("The guards said they were searching the wood.", "Le guardie dicono che stanno frugando il bosco."),
    ("We are willing to help.", "Siamo stati disposti ad aiutare."),
    ("He deserves it, because he waited.", "Se lo merita, perché ha aspettato."),
    ("You should not lean on the rail.", "Non bisogna appoggiarsi alla ringhiera."),
    # what only looks like a future
    ("The clerk read her last will and testament.", "L’impiegata lesse il suo testamento."),
    ("The coach Will Brown was in court.", "L’allenatore Will Brown era in aula."),
    ("We hope that the firm will be fair.", "Speriamo che l’azienda riceva critiche giuste."),
    # a present that ends like a past
    (
        "The new lock will let guests in at night.",
        "La nuova serratura permette agli ospiti di entrare di notte.",
    ),
    ("The radio will broadcast the match.", "La radio trasmette la partita."),
    ("The judge will decide the case in May.", "Il giudice decide la causa a maggio."),
    ("The firm is closing its factory.", "L’azienda chiuderà la fabbrica."),
    ("The firm closes its factory in May.", "L’azienda chiuderà la fabbrica a maggio."),
    ("He said that the firm would close its factory.", "Ha detto che l’azienda chiuderà la fabbrica."),
    ("The thief probably left.", "Il ladro sarà partito."),
    ("The thief left.", "Il ladro sarebbe partito."),
    ("My father used to work in the factory.", "Mio padre lavorava nella fabbrica."),
    ("The firm bought the factory.", "L’azienda compra la fabbrica."),
    ("By May the firm will have closed its factory.", "Entro maggio l’azienda avrà chiuso la fabbrica."),
    ("The strike goes on unless the firm pays.", "Lo sciopero continua se l’azienda non paga."),
    ("The strike goes on unless the firm pays.", "Lo sciopero continua a meno che l’azienda non paghi."),
    ("The strike does not end if the firm pays.", "Lo sciopero finisce a meno che l’azienda non paghi."),
    ("Visitors must not pay at the door.", "I visitatori non devono pagare all’ingresso."),
    ("You should pay at the door.", "Si deve pagare all’ingresso."),
    ("He was freed on condition that he stayed at home.", "È stato liberato a patto di restare a casa."),
    ("Press the button if you need help.", "In caso di bisogno premere il pulsante."),
    ("He left.", "Se ne andò."),
    ("Users get used to work in the dark.", "Gli utenti si abituano al lavoro al buio."),
    # what forbids, and what leaves no choice
    ("Miners are banned from fishing here.", "Ai minatori è vietato pescare qui."),
    ("Fishing shall be prohibited in the harbour.", "La pesca nel porto sarà proibita."),
    ("The miller must open the gate.", "Il mugnaio non può che aprire il cancello."),
    ("You might have to open the gate.", "Può darsi che dobbiate aprire il cancello."),
    ("The archives were lost in the fire.", "Gli archivi andarono persi nell’incendio."),
]


@pytest.mark.parametrize(("source", "target", "rule"), DIFFERENT)
def test_another_time_duty_or_condition_is_told(source: str, target: str, rule: str) -> None:
    findings = found(TENSE, source, target)
    assert rule in {one.rule for one in findings}
    assert {one.severity for one in findings if one.rule == rule} <= {"critical", "major"}


@pytest.mark.parametrize(
    ("source", "target", "rule"),
    [
        ("Anna was the second speaker.", "Anna sarà la seconda oratrice.", "future-one-sided"),
        ("The plan will be successful.", "Il piano ha successo.", "future-one-sided"),
        (
            "The old brewery on the canal supplies half of the valley with beer.",
            "Il vecchio birrificio sul canale riforniva di birra mezza valle.",
            "past-one-sided",
        ),
    ],
)
def test_a_time_of_one_side_alone_may_be_told_less_surely(source: str, target: str, rule: str) -> None:
    findings = found(TENSE, source, target)
    assert [(one.rule, one.severity) for one in findings] == [(rule, "minor")]


@pytest.mark.parametrize(("source", "target"), SAME)
def test_what_translators_do_with_time_is_no_difference(source: str, target: str) -> None:
    assert not found(TENSE, source, target)


def test_the_message_says_when_it_is_on_each_side() -> None:
    pair = pair_of(["The firm has closed its factory."], ["L’azienda chiuderà la fabbrica."])
    finding = findings_of(TENSE, pair)[0]
    assert (
        finding.message == "In the source this is past (has closed), in the target still to come (chiuderà)."
    )
    assert marked(finding, pair) == ("has closed", "chiuderà")


def test_the_italian_may_be_the_source() -> None:
    findings = found(TENSE, "L’azienda chiuderà la fabbrica.", "The firm closed its factory.", "it en")
    assert [one.kind for one in findings] == ["tense"]


def test_a_language_without_its_table_says_nothing() -> None:
    assert not found(TENSE, "You pay only if he leaves.", "On paie même si il part.", "en fr")


def test_what_goes_on_and_is_done_in_the_other_text_is_told() -> None:
    findings = found(TENSE, "The firm is closing its factory.", "L’azienda ha chiuso la fabbrica.")
    assert [one.rule for one in findings] == ["tense-differs"]
