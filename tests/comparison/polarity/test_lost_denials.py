"""A *not* that is lost where something else of the sentence says no, or seems to."""

import pytest
from one_bead import found

from tui.comparison.polarity import FAMILY as POLARITY

LOST = [
    # what only agrees with a denial
    ("Nobody was hurt when the bridge collapsed.", "Quando il ponte è crollato si è fatto male nessuno."),
    ("The recipe contains neither milk nor eggs.", "La ricetta contiene né latte né uova."),
    ("The lake never freezes, even in January.", "Il lago gela mai, nemmeno a gennaio."),
    # phrases that deny nothing, in other words
    ("She plays not only the harp but also the cello.", "Suona soltanto l’arpa, ma anche il violoncello."),
    ("I cannot help admiring his patience.", "Posso fare a meno di ammirare la sua pazienza."),
    ("The children can't wait for the holidays.", "I bambini vedono l’ora che arrivino le vacanze."),
    # two negations and one
    ("The hypothesis cannot be excluded.", "L’ipotesi è da escludere."),
    ("He would not sign unless the price was lowered.", "Non avrebbe firmato se il prezzo fosse calato."),
    # a question that asks for more than consent
    ("Why were the neighbours not warned about the flood?", "Perché i vicini sono stati avvertiti?"),
    # words that say no for others
    (
        "The sisters were denied the visa, and the workers did not protest.",
        "Alle sorelle hanno rifiutato il visto e gli operai hanno protestato.",
    ),
]
SAME = [
    ("Neither patients nor doctors knew the name.", "Né i pazienti né i medici sapevano il nome."),
    ("The children can't wait for the holidays.", "I bambini aspettano con ansia le vacanze."),
    ("He always pays his debts.", "Non manca mai di pagare i suoi debiti."),
    ("They did not answer until after midnight.", "Risposero soltanto dopo mezzanotte."),
    ("It was shown beyond any doubt.", "È stato dimostrato senza alcun dubbio."),
    ("Doctors advised people not to travel.", "I medici hanno sconsigliato alla gente di viaggiare."),
    ("The firm wanted to keep its contracts.", "La ditta non voleva perdere i suoi contratti."),
    ("There will be no peace if we do not do that.", "Senza questo non ci sarà la pace."),
    ("Unless it rains, the procession will set out.", "Se non piove, la processione partirà."),
]


@pytest.mark.parametrize(("source", "target"), LOST)
def test_a_lost_denial_is_told(source: str, target: str) -> None:
    [told] = [one for one in found(POLARITY, source, target) if one.kind == "negation"]
    assert told.severity in ("critical", "major")


@pytest.mark.parametrize(("source", "target"), SAME)
def test_what_says_no_otherwise_is_the_same(source: str, target: str) -> None:
    assert [one for one in found(POLARITY, source, target) if one.severity == "critical"] == []
