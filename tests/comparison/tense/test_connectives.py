"""How one thing hangs together with another, and what comes first."""

import pytest
from one_bead import found

from tui.comparison.tense import FAMILY as TENSE

JOINED = [
    # reason, result, obstacle
    ("The barge sank despite the new pumps.", "La chiatta affondò per via delle nuove pompe."),
    ("The barge sank because of the new pumps.", "La chiatta affondò malgrado le nuove pompe."),
    (
        "The mill closed, and so the weavers left the town.",
        "Il mulino chiuse, perché i tessitori lasciarono la città.",
    ),
    ("The mill closed as a result of the flood.", "Il mulino chiuse, provocando l’alluvione."),
    ("The weir burst owing to neglect.", "La briglia cedette a dispetto dell’incuria."),
    ("The frost triggered a rise in prices.", "Il gelo è stato provocato da un rialzo dei prezzi."),
    ("The frost was brought about by the rise of the river.", "Il gelo provocò la piena del fiume."),
    (
        "The mill sold so little that the owner closed it.",
        "Il mulino vendeva poco perché il padrone lo chiuse.",
    ),
    ("The barge was delayed by the fog.", "La chiatta ritardò nonostante la nebbia."),
    (
        "The barge was late, nevertheless the crew got its pay.",
        "La chiatta tardò, pertanto l’equipaggio fu pagato.",
    ),
    (
        "Had the pump worked, the cellar would be dry.",
        "Benché la pompa funzionasse, la cantina sarebbe asciutta.",
    ),
    ("Should the dyke break, the ferry would stop.", "Poiché la diga è rotta, il traghetto si fermerebbe."),
    # why against when
    ("The roof fell after the storm of March.", "Il tetto cadde a causa della tempesta di marzo."),
    # conditions
    ("The fair will open if the river falls.", "La fiera aprirà poiché il fiume scende."),
    (
        "Guests may stay provided that the owner agrees.",
        "Gli ospiti possono restare anche senza che il proprietario accetti.",
    ),
    (
        "Guests may stay even if the owner refuses.",
        "Gli ospiti possono restare purché il proprietario rifiuti.",
    ),
    (
        "The crane works only in the presence of an engineer.",
        "La gru funziona anche in assenza di un ingegnere.",
    ),
    # when
    ("She sold the orchard before the wedding.", "Vendette il frutteto dopo le nozze."),
    ("He sold the orchard on the eve of the trial.", "Vendette il frutteto all’indomani del processo."),
    ("As soon as the bell rang, the porter left.", "Prima che suonasse la campana, il portiere se ne andò."),
    (
        "The ferry was closed until the summer of 1990.",
        "Il traghetto rimase chiuso a partire dall’estate del 1990.",
    ),
    ("The ferry was closed until the harvest.", "Il traghetto rimase chiuso dopo il raccolto."),
]
SAME = [
    ("Help can only arrive if the road is open.", "Gli aiuti possono arrivare solo se la strada è aperta."),
    ("The poet died before finishing the novel.", "Il poeta morì senza aver finito il romanzo."),
    ("We use it once the rain stops.", "Lo usiamo anche quando la pioggia si ferma."),
    ("The barge sank despite the new pumps.", "La chiatta affondò nonostante le nuove pompe."),
    ("The barge sank because of the new pumps.", "La chiatta affondò a causa delle nuove pompe."),
    ("While the bell rang, the porter left.", "Mentre suonava la campana, il portiere se ne andò."),
    ("The porter left when the bell rang.", "Il portiere se ne andò dopo che suonò la campana."),
    # each says both
    ("The frost caused a rise in prices.", "Il gelo ha fatto salire i prezzi."),
    ("The rise in prices stemmed from the frost.", "Il rialzo dei prezzi fu causato in gran parte dal gelo."),
    ("The barge was delayed by the fog.", "La chiatta ritardò a causa della nebbia."),
    ("They built it over the objections of the priest.", "La costruirono malgrado le obiezioni del prete."),
    ("Following the flood, the mill closed.", "In seguito all’alluvione il mulino chiuse."),
    ("Following the flood, the mill closed.", "Dopo l’alluvione il mulino chiuse."),
    ("He has lived alone since the flood.", "Vive solo dopo l’alluvione."),
    ("Since the mill has closed, the weavers leave.", "Poiché il mulino ha chiuso, i tessitori partono."),
    # not until then is only after it
    ("The ferry did not run until the harvest.", "Il traghetto circolò solo dopo il raccolto."),
    # a denial turns it over
    ("The fair will open unless the river rises.", "La fiera aprirà se il fiume non sale."),
    # what joins nothing
    ("The maps are provided by the owner.", "Le mappe sono fornite prima dal proprietario."),
    ("He asked whether the owner would come.", "Chiese se il proprietario sarebbe venuto."),
    ("If the owner agrees, so be it.", "Qualora il proprietario accetti, così sia."),
]


@pytest.mark.parametrize(("source", "target"), JOINED)
def test_what_joins_the_same_otherwise_is_told(source: str, target: str) -> None:
    loud = [one.rule for one in found(TENSE, source, target) if one.severity != "minor"]
    assert loud, source


@pytest.mark.parametrize(("source", "target"), SAME)
def test_what_a_translation_joins_alike_is_no_difference(source: str, target: str) -> None:
    assert not found(TENSE, source, target)


def test_another_order_is_told() -> None:
    for source, target in (
        ("Open the valve, then the gate, and wait.", "Aprite il cancello e poi la valvola, e aspettate."),
        ("The guests ate and then sang in the yard.", "Gli ospiti cantarono e poi mangiarono in cortile."),
        ("The speech was followed by a concert.", "Il concerto fu seguito da un discorso."),
    ):
        assert [one.rule for one in found(TENSE, source, target)] == ["sequence-turned"], source


def test_the_same_order_by_other_words_is_none() -> None:
    for source, target in (
        ("The guests ate and then sang in the yard.", "Gli ospiti mangiarono e poi cantarono in cortile."),
        ("The concert was preceded by a speech.", "Il discorso fu seguito dal concerto."),
        ("By then the guests had sung.", "Gli ospiti poi avevano cantato."),
    ):
        assert not found(TENSE, source, target), source
