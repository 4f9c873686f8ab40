"""Members of closed classes: another one on the other side is a difference, its translation is none."""

import pytest
from one_bead import found

from tui.comparison.classes import FAMILY

DIFFERENT = [
    ("The virus is partly to blame.", "La colpa è unicamente del virus.", "quantifier"),
    ("The flood slightly damaged the bridge.", "La piena ha danneggiato gravemente il ponte.", "quantifier"),
    (
        "The two mills grind 80 tonnes between them.",
        "I due mulini macinano 80 tonnellate l'uno.",
        "quantifier",
    ),
    ("The council meets every two weeks.", "Il consiglio si riunisce due volte a settimana.", "unit"),
    ("Refunds are paid only to members.", "I rimborsi sono versati anche ai soci.", "quantifier"),
    ("Output has fallen by two-fifths.", "La produzione è calata a due quinti.", "number"),
    ("Prices have risen to 40 percent.", "I prezzi sono saliti del 40 per cento.", "number"),
    ("Sgt. Miller opened the door.", "Il capitano Miller aprì la porta.", "title"),
    ("Queen Margaret opened the hospital.", "La principessa Margherita inaugurò l'ospedale.", "title"),
    ("Her aunt paid for the flat.", "La nonna ha pagato l'appartamento.", "relation"),
    ("The boy lives with his grandmother.", "Il ragazzo vive con la sorella.", "relation"),
    ("The health minister left at noon.", "Il ministro dei Trasporti è partito a mezzogiorno.", "title"),
    ("The army closed the bridge.", "La marina ha chiuso il ponte.", "title"),
    ("The mayor opened the new library.", "Il vicesindaco ha inaugurato la nuova biblioteca.", "title"),
    ("The deputy director signed the contract.", "Il direttore ha firmato il contratto.", "title"),
    ("The secretary general left at noon.", "Il segretario è partito a mezzogiorno.", "title"),
    ("Most of the bridges are closed.", "Pochi ponti sono chiusi.", "quantifier"),
    ("Most of the bridges are closed.", "Tutti i ponti sono chiusi.", "quantifier"),
    ("They closed the bridge because of the wind.", "Hanno chiuso il ponte malgrado il vento.", "condition"),
    ("Although it rained, the market opened.", "Grazie alla pioggia il mercato ha aperto.", "condition"),
    ("Turn left at the mill.", "Al mulino girate a destra.", "reversal"),
    ("The bridge is closed until Friday.", "Il ponte è chiuso da venerdì.", "reversal"),
    ("Work starts no earlier than March.", "I lavori cominciano entro marzo.", "reversal"),
    ("Applications must arrive by Friday.", "Le domande vanno inviate dopo venerdì.", "reversal"),
    ("It is possible that the vase is a copy.", "È certo che il vaso è una copia.", "modality"),
    (
        "The ministry confirmed that a tanker sank.",
        "Il ministero ipotizza che una petroliera sia affondata.",
        "modality",
    ),
    (
        "The four ferries carried a total of 600 people.",
        "I quattro traghetti portavano ciascuno 600 persone.",
        "quantifier",
    ),
    ("Not everyone likes the new square.", "Nessuno ama la nuova piazza.", "quantifier"),
    ("Her partner paid for the flat.", "Sua sorella ha pagato l'appartamento.", "relation"),
    ("The nephrologist opened the clinic.", "Il neurologo ha aperto l'ambulatorio.", "title"),
    ("The deputy leader of the party left.", "Il presidente del partito è uscito.", "title"),
    ("The assistant cook burned the soup.", "Il capo cuoco ha bruciato la zuppa.", "title"),
    ("The chief engineer signed the plans.", "L'aiuto ingegnere ha firmato i progetti.", "title"),
    ("Both brothers signed the contract.", "Uno dei fratelli ha firmato il contratto.", "quantifier"),
    ("Then a young lawyer, she opened the clinic.", "Oggi giovane avvocata, aprì l'ambulatorio.", "tense"),
    ("It is the third-heaviest bell in Europe.", "È la campana più pesante d'Europa.", "number"),
    ("The widow sold the rye in May.", "A maggio la vedova ha venduto il farro.", "word"),
    ("Both cousins had whooping cough.", "Tutti e due i cugini avevano la rosolia.", "word"),
    ("The hut is built of alder.", "Il capanno è costruito in larice.", "word"),
    ("The ticket inspector fell asleep.", "Il macchinista si è addormentato.", "title"),
    (
        "The outgoing rector thanked the students.",
        "Il rettore entrante ha ringraziato gli studenti.",
        "title",
    ),
    ("The former mayor opened the fair.", "L'attuale sindaco ha aperto la fiera.", "title"),
]
SAME = [
    ("Sgt. Miller opened the door.", "Il sergente Miller aprì la porta."),
    ("Lt. Col. Miller opened the door.", "Il luogotenente colonnello Miller aprì la porta."),
    ("Maj. Gen. Miller opened the door.", "Il generale di divisione Miller aprì la porta."),
    ("Lt Col Miller opened the door.", "Il tenente colonnello Miller aprì la porta."),
    ("Inspector Miller opened the door.", "Il commissario Miller aprì la porta."),
    ("Princess Margaret opened the hospital.", "La principessa Margherita inaugurò l'ospedale."),
    ("The pass didn't open to lorries until May.", "Il passo si è aperto ai camion solo nel maggio."),
    ("She thanked all the guests.", "Ringraziò i vari ospiti."),
    ("She remembers every name.", "Non dimentica un nome."),
    ("The lake often freezes.", "Non di rado il lago gela."),
    ("Not only the mayor but also the council agreed.", "Erano d'accordo sia il sindaco sia il consiglio."),
    ("Prices rose by 10 percent to 40 pounds.", "I prezzi sono saliti del 10 per cento a 40 sterline."),
    ("Output fell 20 percent to 300 tonnes.", "La produzione è scesa di un quinto a 300 tonnellate."),
    ("The rate rose from 3 to 5 percent.", "Il tasso è salito dal 3 al 5 per cento."),
    ("One of the brothers signed the contract.", "Uno dei fratelli ha firmato il contratto."),
    ("Then a young lawyer, she opened the clinic.", "Giovane avvocata a quel tempo, aprì l'ambulatorio."),
    ("It is the third-heaviest bell in Europe.", "È la terza campana più pesante d'Europa."),
    ("Her parents paid for the flat.", "Il padre e la madre hanno pagato l'appartamento."),
    ("His nephew is a cook.", "Suo nipote fa il cuoco."),
    ("Her grandson is a cook.", "Suo nipote fa il cuoco."),
    ("They have three children.", "Hanno tre figli."),
    ("Her mother tongue is Greek.", "La sua madrelingua è il greco."),
    ("The Holy Father prayed with his brother.", "Il papa ha pregato con il fratello."),
    ("The foreign secretary left at noon.", "Il ministro degli Esteri è partito a mezzogiorno."),
    ("The deputy mayor opened the library.", "Il vicesindaco ha inaugurato la biblioteca."),
    ("The assistant cook burned the soup.", "L'aiuto cuoco ha bruciato la zuppa."),
    ("The head cook burned the soup.", "Il capo cuoco ha bruciato la zuppa."),
    ("The head of the cooks burned the soup.", "Il capo dei cuochi ha bruciato la zuppa."),
    ("The union's general secretary left.", "Il segretario generale del sindacato è partito."),
    ("The defence secretary left.", "Il segretario alla Difesa è partito."),
    ("Several bridges are closed.", "Molti ponti sono chiusi."),
    ("The bridge closed because of the wind.", "Il ponte ha chiuso per il vento."),
    ("It is one of the oldest bridges.", "È tra i più antichi ponti."),
    ("The bridge has been closed since Friday.", "Il ponte è chiuso da venerdì."),
    ("After all, some bridges are closed.", "In fondo alcuni ponti sono chiusi."),
    ("Work starts no earlier than March.", "I lavori non cominciano prima di marzo."),
    ("The vase may be a copy.", "È possibile che il vaso sia una copia."),
    ("Police believe that he fled.", "Secondo la polizia è probabile che sia fuggito."),
    ("They carried 600 people in all.", "Portavano complessivamente 600 persone."),
    ("Not everyone likes the new square.", "La nuova piazza non piace a tutti."),
    ("He saw nobody.", "Non ha visto nessuno."),
]


@pytest.mark.parametrize(("source", "target", "kind"), DIFFERENT)
def test_another_member_is_told(source: str, target: str, kind: str) -> None:
    findings = found(FAMILY, source, target)
    assert [one.kind for one in findings] == [kind]
    assert findings[0].severity != "minor"


@pytest.mark.parametrize(("source", "target"), SAME)
def test_the_same_member_is_not(source: str, target: str) -> None:
    assert not found(FAMILY, source, target)


def test_both_words_are_named() -> None:
    (one,) = found(FAMILY, "Her uncle paid for the flat.", "La cugina ha pagato l'appartamento.")
    assert one.message == "Another relative: uncle in the source, cugina in the target."
    assert (one.source_value, one.target_value) == ("uncle", "cousin")


def test_the_classes_run_only_where_both_languages_have_them() -> None:
    assert not found(FAMILY, "Her uncle paid.", "La prima ha pagado.", languages="en es")


FURTHER = [
    ("Republican senators voted no.", "I senatori democratici hanno votato no.", "name"),
    ("The baker was arrested on Monday.", "Il sarto è stato arrestato lunedì.", "title"),
    ("The bridge costs ten dollars an hour.", "Il ponte costa dieci dollari al giorno.", "unit"),
    ("Butter costs nine euros a kilo.", "Il burro costa nove euro al litro.", "unit"),
    ("They meet in the afternoon.", "Si incontrano di mattina.", "time"),
    ("The house was sold last spring.", "La casa è stata venduta lo scorso inverno.", "date"),
    ("The western gate is closed.", "La porta meridionale è chiusa.", "reversal"),
    ("Shares are up 3 points.", "Le azioni sono in calo di tre punti.", "reversal"),
    ("The park is closed until Monday.", "Il parco è chiuso a partire da lunedì.", "reversal"),
    ("It is the second oldest bridge here.", "È il ponte più antico di qui.", "number"),
    ("The latter was sold in May.", "Il primo è stato venduto a maggio.", "quantifier"),
    ("He rarely eats at home.", "Mangia sempre a casa.", "quantifier"),
    ("He bought a red coat.", "Ha comprato un cappotto verde.", "word"),
    ("The acting mayor signed it.", "Il sindaco lo ha firmato.", "title"),
]
ALIKE = [
    ("The company engineered a deal.", "L'azienda ha preparato un accordo."),
    ("The incoming rector thanked the cooks.", "Il nuovo rettore ha ringraziato i cuochi."),
    ("The incoming rector thanked the cooks.", "Il rettore designato ha ringraziato i cuochi."),
    ("The former coach left.", "L'ex allenatore se n'è andato."),
    ("The former owner left the key.", "Il vecchio proprietario ha lasciato la chiave."),
    ("A kestrel flew over the orchard.", "Un falco volava sopra il frutteto."),
    ("The fire engine was stuck.", "Il camion dei pompieri era bloccato."),
    ("The chief executive resigned.", "Il direttore generale si è dimesso."),
    ("The Democratic Party won.", "Il partito democratico ha vinto."),
    ("It sold nine euros apiece.", "È stato venduto a nove euro al pezzo."),
    ("He works nights and sleeps in the morning.", "Lavora di notte e dorme la mattina."),
    ("The acting captain shouted.", "Il capitano ad interim ha gridato."),
    ("They extended the bridge.", "Hanno esteso il ponte."),
    ("The girl's gold ring was found.", "L'anello d'oro della ragazza è stato ritrovato."),
]


@pytest.mark.parametrize(("source", "target", "kind"), FURTHER)
def test_other_classes_are_read_alike(source: str, target: str, kind: str) -> None:
    assert kind in [one.kind for one in found(FAMILY, source, target)]


@pytest.mark.parametrize(("source", "target"), ALIKE)
def test_what_is_said_in_other_words_is_no_difference(source: str, target: str) -> None:
    assert not found(FAMILY, source, target)


def test_a_member_far_from_its_place_is_told_as_surely_where_both_are_linked() -> None:
    (one,) = found(
        FAMILY,
        "The dam is partly to blame for the flood.",
        "Della piena ha colpa, dice chi abita nella valle da tanti anni, unicamente la diga.",
    )
    assert (one.rule, one.severity) == ("degree-differs", "critical")
