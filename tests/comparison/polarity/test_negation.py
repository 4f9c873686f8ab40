"""A *not* on one side only, in three languages; what says no otherwise is the same."""

import pytest
from one_bead import found, marked, pair_of

from tui.comparison.compare import findings_of, proposed
from tui.comparison.polarity import FAMILY as POLARITY

EQUAL = [
    ("The default value is None.", "Il valore predefinito è nessuno."),
    ("Choose None.", "Scegliere Nessuno."),
    ("Set the border to none.", "Imposta il bordo su nessuno."),
    ("Set it to Never.", "Impostarlo su Mai."),
    (
        "The old card does not switch to the safe mode.",
        "La scheda ha dei problemi a passare alla modalità sicura.",
    ),
    ("They had no choice but to leave.", "Sono stati costretti ad andarsene."),
    ("The result was not surprising.", "Il risultato era prevedibile."),
    ("It was not the first time.", "Era già successo."),
    ("The law does not apply to farmers.", "Gli agricoltori sono esclusi dalla legge."),
    ("The lake often freezes.", "Non di rado il lago gela."),
    ("The road is in poor condition.", "La strada non è in buone condizioni."),
    ("She could not hide her joy.", "La sua gioia era evidente."),
    ("He had never seen the sea before.", "Vedeva il mare per la prima volta."),
    ("There is no reason to worry.", "Possiamo stare tranquilli."),
    ("It did not take long for the rain to come.", "La pioggia arrivò presto."),
    ("You can trust her.", "Non c’è motivo di non fidarsi di lei."),
    ("The town has always been poor.", "La città non è mai stata ricca."),
    ("She remembers the name.", "Non dimentica il nome."),
    ("Every street floods in April.", "Non c’è strada che non si allaghi in aprile."),
    ("They walked home along an unlit road.", "Tornarono a casa per una strada non illuminata."),
    ("Bikes are not allowed, except small ones.", "Sono ammesse soltanto le bici piccole."),
    ("The guests have not yet arrived.", "Gli ospiti devono ancora arrivare."),
    ("The tower is still to be built.", "La torre non è stata ancora costruita."),
    ("Few believed the sailor.", "Quasi nessuno credeva al marinaio."),
    ("Almost nobody believed the sailor.", "Pochi credevano al marinaio."),
    ("No one but the cook ate.", "Mangiò soltanto il cuoco."),
    ("I wonder whether the bridge is safe.", "Mi chiedo se non sia sicuro il ponte."),
    ("They didna open the gate.", "Non aprirono il cancello."),
    ("The cook has naught but onions.", "Il cuoco ha soltanto cipolle."),
    ("The bus will come before long.", "L’autobus non tarderà."),
    ("The crew is doomed.", "L’equipaggio non ha scampo."),
    (
        "The roof kept the rain from falling on us.",
        "Il tetto ha fatto sì che la pioggia non ci cadesse addosso.",
    ),
    ("The heirs failed to pay the tax.", "Gli eredi non pagarono la tassa."),
    (
        "He will wait until the day that the harbour thaws.",
        "Aspetterà fino al giorno in cui il porto non si sgela.",
    ),
    ("A hat costs more than a coat costs.", "Un cappello costa più di quanto un cappotto non costi."),
    ("They had been told nothing of its contents.", "Del contenuto nessuno aveva detto loro niente."),
    ("The horse was not fed or washed.", "Il cavallo non era stato nutrito o non era stato lavato."),
    ("He speaks German but not French.", "Non parla francese, ma tedesco."),
    ("They wanted peace, not victory.", "Non volevano la vittoria, ma la pace."),
    ("They sell fiction and non-fiction.", "Vendono narrativa e saggistica."),
    ("We ate a salad.", "Abbiamo mangiato un’insalata."),
    ("The never-ending rain tired us.", "La pioggia interminabile ci stancò."),
    ("They feel the strike is but a beginning.", "Sentono che lo sciopero non sia che un inizio."),
    ("Experts differ on the cause.", "Gli esperti non sono d’accordo sulla causa."),
    ("Keep the code a secret.", "Non rivelare il codice."),
    ("She never fails to write.", "Scrive sempre."),
    ("The guests did not leave until it stopped.", "Gli ospiti non se ne andarono finché non smise."),
    ("The guests did not leave until it stopped.", "Gli ospiti se ne andarono solo quando smise."),
    ("The guests stayed until it stopped.", "Gli ospiti restarono finché non smise."),
    ("I don’t mind.", "Per me va bene."),
    ("Years ago nobody knew him.", "Anni fa nessuno lo conosceva."),
    # plain
    ("He did not sign.", "Non firmò."),
    ("She doesn’t know.", "Lei non lo sa."),
    ("They can’t leave, and they won’t stay.", "Non possono andare e non resteranno."),
    ("Nobody came.", "Nessuno venne."),
    ("Nothing has changed.", "Nulla è cambiato."),
    ("He has never lied.", "Non ha mai mentito."),
    ("Never again.", "Mai più."),
    ("None of which works.", "Nessuna delle quali funziona."),
    ("Neither of them slept.", "Nessuno dei due dormì."),
    # Italian agrees in its denials
    ("He saw nobody.", "Non vide nessuno."),
    ("They never told anyone anything.", "Non dissero mai niente a nessuno."),
    ("She ate neither bread nor meat.", "Non mangiò né pane né carne."),
    ("It is not closed either.", "Non è nemmeno chiuso."),
    ("We no longer believe it.", "Non ci crediamo più."),
    ("No mill and no farm was sold.", "Nessun mulino e nessuna fattoria fu venduta."),
    ("No mill or farm was sold.", "Nessun mulino e nessuna fattoria fu venduta."),
    # questions that ask for consent, and phrases that deny nothing
    ("You will come with us, won’t you, Anna?", "Verrai con noi, Anna, vero?"),
    ("It was cold, wasn’t it?", "Faceva freddo, vero?"),
    ("Make no mistake: the rent will rise.", "State certi: l’affitto salirà."),
    ("Her advice was invaluable.", "I suoi consigli sono stati preziosi."),
    ("The letter needs little explanation.", "Non c’è bisogno di spiegare la lettera."),
    ("The site was down for an hour.", "Il sito non è stato raggiungibile per un’ora."),
    ("He knows better than to trust them.", "Non è così ingenuo da fidarsi di loro."),
    ("You have cheated me for the last time.", "Ormai non m’imbrogli più."),
    ("This is hardly a triumph.", "Questo difficilmente può dirsi un trionfo."),
    ("The crack was not unlike the first.", "La crepa era simile alla prima."),
    ("They sold at most 300 copies.", "Non vendettero più di 300 copie."),
    # what can be done, of a verb
    ("The taste is inimitable.", "Il sapore non è imitabile."),
    ("They sell a book not found elsewhere.", "Vendono un libro introvabile altrove."),
    # what denies nothing
    ("Not only the mill burned.", "Non solo il mulino bruciò."),
    ("As soon as it rained, they left.", "Non appena piovve, partirono."),
    ("Stay until I call.", "Resta finché non chiamo."),
    ("Unless it rains, we leave.", "A meno che non piova, partiamo."),
    ("He nearly fell.", "Per poco non cadde."),
    ("I look forward to the trip.", "Non vedo l’ora di fare il viaggio."),
    ("There is no doubt about it.", "È fuori dubbio."),
    ("The shop will not open until May.", "Il negozio aprirà solo a maggio."),
    ("“No,” he said.", "“No”, disse."),
    # other words that say no
    ("She was unable to walk.", "Non era in grado di camminare."),
    ("He failed to appear.", "Non si presentò."),
    ("It is unlikely to rain.", "Non è probabile che piova."),
    ("They refused to pay.", "Non vollero pagare."),
    ("The town lacks water.", "La città non ha acqua."),
    ("It is hard to believe.", "Non è facile crederci."),
    ("The try was unconverted.", "La meta non fu convertita."),
    ("The door did not open.", "La porta restò chiusa."),
    ("He was not absent.", "Era presente."),
    ("There is never a lack of wine.", "Il vino non manca mai."),
    ("It doesn’t matter any more.", "Non importa più."),
    ("The rule was unconstitutional.", "La regola era incostituzionale."),
    ("A homeless family slept here.", "Qui dormì una famiglia senza casa."),
    ("It was an unofficial visit.", "Fu una visita non ufficiale."),
    # numbers, values, labels, what stayed in its language
    ("Regulation No 45/2001 applies.", "Si applica il regolamento n. 45/2001."),
    ("Returns: None if the file is empty.", "Restituisce: None se il file è vuoto."),
    ("The “can’t open” message is harmless.", "Il messaggio «can’t open» è innocuo."),
    # one denial over several clauses
    ("Do not sell, lend or give your keys to anyone.", "Non vendere, prestare o dare le chiavi a nessuno."),
    ("Never write it in a letter, nor on any wall.", "Non scriverlo mai in una lettera, nemmeno su un muro."),
    # what only adds, limits or measures
    ("They did nothing but sleep.", "Non fecero che dormire."),
    ("It is only a draft.", "Non è che una bozza."),
    ("If nothing else helps, rest.", "Se nient’altro aiuta, riposa."),
    ("She had not slept for hours.", "Erano ore che non dormiva."),
    ("He ran more than ever.", "Non aveva mai corso così."),
    ("I could hardly breathe.", "Respiravo a malapena."),
    # a part of the clause, and verbs that take back
    ("Two untrusted hosts met.", "Si incontrarono due host non affidabili."),
    ("The pupils were hearing-impaired.", "Gli alunni erano non udenti."),
    ("Uncomment the line.", "Togliere il commento alla riga."),
    ("Uninstall the program.", "Togliere il programma installato."),
    ("The goalkeeper was untroubled.", "Il portiere non fu preoccupato."),
    # what says the reverse without its cue
    ("She is, no doubt, the owner.", "Lei è senza dubbio la padrona."),
    ("Not long after, the mill burned.", "Non molto tempo dopo il mulino bruciò."),
    ("There are only old boats here.", "Non ci sono che vecchie barche qui."),
    # a denial and what follows it, said by one word
    ("The gate may not be opened except by the guard.", "Il cancello può essere aperto solo dal guardiano."),
    ("Do not dive unless you can swim.", "Tuffarsi solo se si sa nuotare."),
    ("The well is not very deep.", "Il pozzo è poco profondo."),
    ("The barn is no longer used.", "Il fienile ha smesso di essere usato."),
    ("The rent shall not exceed 300 euros.", "L’affitto è di 300 euro al massimo."),
    ("Children pay no fee.", "Per i bambini è gratuito."),
    ("The salt is insoluble in oil.", "Il sale non è solubile in olio."),
    ("The stick was unmounted.", "La chiavetta non era montata."),
    ("They may stay, so long as they do not shout.", "Possono restare, finché non gridano."),
    ("The mill stopped, without prejudice to the lease.", "Il mulino si fermò, fatto salvo l’affitto."),
    # a word that only looks as if an affix denied it
    ("The training and the information were good.", "La formazione e l’informazione erano buone."),
    ("The talk focused on wheat.", "La conferenza era incentrata sul grano."),
    ("The printer has its own place.", "La stampante ha le sue impostazioni."),
    ("The matter was urgent.", "La questione era importante."),
    ("The unions met on Monday.", "I sindacati si incontrarono lunedì."),
    ("An immigrant bought the shop.", "Un migrante comprò il negozio."),
    # what is left out, other than, taken for no
    ("Skipped tests are shown in grey.", "I test non considerati sono mostrati in grigio."),
    ("Blank lines are discarded.", "Le righe vuote non vengono considerate."),
    ("Unlisted hosts are refused.", "Gli host non elencati vengono rifiutati."),
    ("If the variable is unset, it rains.", "Se la variabile non è impostata, piove."),
    ("A missing file is created.", "Un file non presente viene creato."),
    ("It returns a non-zero value.", "Restituisce un valore diverso da zero."),
    ("Pass any string other than the empty one.", "Si può passare una stringa non vuota."),
    ("She could not help laughing.", "Non poté fare a meno di ridere."),
    ("We can do without a car.", "Possiamo fare a meno di un’auto."),
    # conditions, what is left to do, what is done with trouble
    (
        "A map is of no use if no one can read it.",
        "Una mappa non serve a niente se non c’è nessuno che la legga.",
    ),
    ("Press the key (if you are not using a mouse).", "Premere il tasto (a meno che non si usi un mouse)."),
    ("He does not sing unless he is asked.", "Non canta se non glielo chiedono."),
    ("You cannot enter unless you pay.", "Per entrare occorre pagare."),
    (
        "The bill was not able to reach the floor.",
        "La legge si trovò nell’impossibilità di arrivare in aula.",
    ),
    (
        "The port was unable to say when it would open.",
        "Il porto non è stato in grado di dire quando aprirà.",
    ),
    ("Three letters are still unread.", "Tre lettere sono ancora da leggere."),
    ("Some cards do not start properly.", "Alcune schede hanno problemi ad avviarsi bene."),
    ("A second mill is the last thing we wanted here.", "Qui non volevamo certo un altro mulino."),
    (
        "They could hardly breathe: no one spoke! No one moved.",
        "Non potevano quasi respirare: nessuno parlava! Nessuno si muoveva.",
    ),
]

DIFFERENT = [
    ("The horse was not fed and was washed.", "Il cavallo non era stato nutrito e non era stato lavato.",
     "target", "non"),
    # source, target, the side that denies, the word
    (
        "Horses are not allowed, except white horses.",
        "I cavalli sono ammessi, tranne quelli bianchi.",
        "source",
        "not",
    ),
    ("It is a non-circular orbit.", "È un’orbita circolare.", "source", "non"),
    ("The root account is called manager.", "L’account root non è indicato come gestore.", "target", "non"),
    ("Up to ten hens may live here.", "Fino a dieci galline non possono vivere qui.", "target", "non"),
    ("When the men saw that the plan had failed, they left.",
     "Quando gli uomini videro che il piano non è fallito, partirono.", "target", "non"),
    ("The guests did not leave until it stopped.",
     "Gli ospiti se ne andarono finché non smise.", "source", "not"),
    ("He did not sign the letter.", "Firmò la lettera.", "source", "not"),
    ("He signed the letter.", "Non firmò la lettera.", "target", "non"),
    ("She could hardly walk.", "Riusciva a camminare benissimo.", "source", "hardly"),
    ("The island was explored.", "L’isola era inesplorata.", "target", "inesplorata"),
    ("They have never paid.", "Hanno pagato.", "source", "never"),
    ("Nobody was hurt.", "Tutti furono feriti.", "source", "nobody"),
    ("The mill burned and no one was saved, but the barn did not burn.",
     "Il mulino bruciò e nessuno si salvò, ma il fienile bruciò.", "source", "not"),
    ("She was unable to walk.", "Era in grado di camminare.", "source", "unable"),
    ("The try was unconverted.", "La meta fu convertita.", "source", "unconverted"),
    ("He didn’t deny it.", "Lo ha negato.", "source", "didn’t"),
    ("The rule was unconstitutional.", "La regola era costituzionale.", "source", "unconstitutional"),
    ("Their arrival was unexpected.", "Il loro arrivo era atteso.", "source", "unexpected"),
    ("The tests are shown in grey.", "I test non considerati sono mostrati in grigio.", "target", "non"),
    ("The settings are kept here.", "Le impostazioni non sono conservate qui.", "target", "non"),
    ("A non-zero value was found.", "È stato trovato un valore zero.", "source", "non"),
    ("The guests have not yet arrived.", "Gli ospiti sono già arrivati.", "source", "not"),
    ("The mayor said that work still had to be done.", "Il sindaco non disse che c’era ancora da lavorare.",
     "target", "non"),
    ("The tower has been built.", "La torre non è stata ancora costruita.", "target", "non"),
    ("Almost nobody believed the sailor.", "Molti credevano al marinaio.", "source", "almost nobody"),
    # another denial of the sentence that has its own counterpart excuses nothing
    ("The guests, who had not eaten, did not dance.", "Gli ospiti, che avevano mangiato, non ballarono.",
     "source", "not"),
    ("While the neighbours don’t love the noise, they often don’t complain.",
     "I vicini spesso non si lamentano, nonostante amino il rumore.", "source", "don’t"),
    ("They don’t like the soup, do they?", "A loro piace la zuppa, vero?", "source", "don’t"),
    ("There is no doubt that the monks built the bridge.",
     "C’è alcun dubbio che i monaci abbiano costruito il ponte.", "source", "no doubt"),
]  # fmt: skip

SPANISH = [
    ("He did not sign.", "No firmó."),
    ("Nobody came.", "No vino nadie."),
    ("She has never lied.", "Nunca ha mentido."),
    ("Not only the mill burned.", "No solo ardió el molino."),
    ("There is no doubt: it rains.", "No cabe duda: llueve."),
]


DOUBTFUL = [
    # a *no* that goes with a verb, a word that says no only after a cue, the rest of a phrase with a cue
    ("The report made no mention of the bridge.", "Il rapporto ha fatto menzione del ponte.", "no"),
    ("The mayor did not greet everyone.", "Il sindaco salutò nessuno.", "not"),
    ("I would never sell this house.", "Venderei mai questa casa.", "never"),
    ("There is no doubt that the bridge will fall.", "C’è alcun dubbio che il ponte cadrà.", "no doubt"),
    ("The mill burned not long after the flood.", "Il mulino bruciò molto tempo dopo l’alluvione.",
     "not long after"),
    ("It is not about the vote.", "Si tratta solo del voto.", "not"),
]  # fmt: skip


def negations(source: str, target: str, languages: str = "en it") -> list[str]:
    return [f.message for f in found(POLARITY, source, target, languages) if f.kind == "negation"]


@pytest.mark.parametrize(("source", "target"), EQUAL)
def test_both_sides_deny_or_neither(source: str, target: str) -> None:
    assert found(POLARITY, source, target) == []


@pytest.mark.parametrize(("source", "target", "side", "word"), DIFFERENT)
def test_a_denial_on_one_side_is_critical(source: str, target: str, side: str, word: str) -> None:
    first = next(iter(found(POLARITY, source, target)))

    assert (first.severity, first.source_value or first.target_value) == ("critical", word)
    assert first.source
    assert first.target
    if first.rule == "negation-one-sided":
        assert first.message.startswith(f"Only the {side} says “{word}”: ")


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("He speaks German but not French.", "Parla francese ma non tedesco."),
        ("They wanted peace, not victory.", "Volevano la vittoria, non la pace."),
    ],
)
def test_another_thing_denied_is_critical(source: str, target: str) -> None:
    assert [(f.rule, f.severity) for f in found(POLARITY, source, target)] == [("denied-other", "critical")]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("He promised not to sell the house.", "Non ha promesso di vendere la casa."),
        ("She did not promise to sell the house.", "Ha promesso di non vendere la casa."),
        ("The monk does not say that the bread cures.", "Il monaco dice che il pane non cura."),
    ],
)
def test_a_verb_denied_for_what_stands_under_it_is_told(source: str, target: str) -> None:
    assert [f.rule for f in found(POLARITY, source, target)] == ["denied-other"]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("I don't think the house is sold.", "Penso che la casa non sia venduta."),
        ("She does not want to sell the house.", "Vuole non vendere la casa."),
        ("He promised not to sell the house.", "Ha promesso di non vendere la casa."),
    ],
)
def test_what_languages_deny_over_or_under_is_no_difference(source: str, target: str) -> None:
    assert found(POLARITY, source, target) == []


@pytest.mark.parametrize(("source", "target", "word"), DOUBTFUL)
def test_a_denial_that_may_be_lost_is_told(source: str, target: str, word: str) -> None:
    said = [f.source_value for f in found(POLARITY, source, target) if f.rule == "negation-one-sided"]

    assert said == [word]


def test_the_clause_is_marked_on_both_sides() -> None:
    pair = pair_of(
        ["The mayor spoke for an hour, but the council did not vote, and everybody went home."],
        ["Il sindaco parlò per un’ora, ma il consiglio votò, e tutti andarono a casa."],
    )
    [finding] = findings_of(POLARITY, pair)
    source, target = marked(finding, pair)

    assert source == "but the council did not vote"
    assert "il consiglio votò" in target


def test_the_clause_is_looked_for_on_its_own_side_of_a_quotation() -> None:
    pair = pair_of(
        ["“Those plans can’t be changed,” said the mayor of the town on Friday."],
        ["“Si possono cambiare quei piani”, ha detto venerdì il sindaco della città."],
    )
    [finding] = findings_of(POLARITY, pair)

    assert "Si possono cambiare" in marked(finding, pair)[1]


@pytest.mark.parametrize(("source", "target"), SPANISH)
def test_spanish_needs_data_only(source: str, target: str) -> None:
    assert negations(source, target, "en es") == []


def test_spanish_denials_differ() -> None:
    assert negations("He signed the letter.", "No firmó la carta.", "en es") == [
        "Only the target says “no”: No firmó la carta."
    ]
    assert negations("He did not sign the letter.", "Firmó la carta.", "en es") == [
        "Only the source says “not”: He did not sign the letter."
    ]


def test_a_denial_that_stands_in_the_sentence_beside_is_told_less_surely() -> None:
    english = ["The barn burned.", "It was no great loss, but the price of bread rose again."]
    italian = ["Il granaio bruciò; non fu una gran perdita.", "Il prezzo del pane salì di nuovo."]
    for beads, near in (("0=0 1=1", [1.0, 1.0]), ("0=0", [0.0])):
        told = [
            one
            for one in proposed(pair_of(english, italian, beads), [POLARITY])[0]
            if one.rule.name == "negation-one-sided"
        ]
        assert [one.evidence["beside"] for one in told] == near, beads


def test_a_denial_in_a_sentence_that_stands_alone_beside_is_told_less_surely() -> None:
    english = ["The harvest was rich."]
    italian = ["Il raccolto non fu ricco."]
    alone = pair_of([*english, "Nobody minded."], italian, "0=0 1=")
    for pair, near in ((pair_of(english, italian), 0.0), (alone, 0.5)):
        [told] = proposed(pair, [POLARITY])[0]
        assert told.evidence["beside"] == near


def test_a_language_without_data_is_left_alone() -> None:
    assert found(POLARITY, "He did not sign.", "Er hat unterschrieben.", "en de") == []


@pytest.mark.parametrize("empty", ["…", "—"])
def test_a_sentence_without_words_is_left_alone(empty: str) -> None:
    assert found(POLARITY, "He did not sign.", empty) == []
