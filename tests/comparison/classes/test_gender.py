"""A woman in one language and a man in the other: by pronouns, and by the words that agree."""

import pytest
from one_bead import found

from tui.comparison.classes import FAMILY

CROSSED = [
    ("Before she took office, Ford was elected here.", "Prima di insediarsi, Ford è stato eletto qui."),
    ("Ford said that she was elected here.", "Ford ha detto di essere stato eletto qui."),
    ("She was elected in May and resigned.", "È stato eletto a maggio e si è dimesso."),
    ("He says that he became rich in Genoa.", "Dice di essere diventata ricca a Genova."),
    ("The prize was given to her, said the mayor.", "Il premio è stato dato a lui, ha detto il sindaco."),
    ("She graduated in Pavia, where she stayed.", "Si è laureato a Pavia, dove è rimasto."),
    ("Born in Bari, he moved north and he never returned.", "Nata a Bari, si trasferì al nord."),
    ("The queen opened the bridge.", "Il re ha inaugurato il ponte."),
    ("Mrs Rossi sold the house.", "Il signor Rossi ha venduto la casa."),
    ("Two women were hurt.", "Due uomini sono rimasti feriti."),
    ("His niece sold the farm.", "Suo nipote ha venduto la fattoria."),
    ("The women's race starts at noon.", "La gara maschile parte a mezzogiorno."),
    ("The keeper did not disappoint her.", "Il custode non l'ha deluso."),
    ("She became the editor in 1990.", "Nel 1990 è diventato il direttore."),
    (
        "Appointed on Sunday, Alex Moor said that she would stay.",
        "Nominato domenica, Alex Moor ha detto che resta.",
    ),
    ("The 34-year-old said she was asleep.", "Il trentaquattrenne ha detto che dormiva."),
]
RIGHT = [
    ("She was awarded the prize.", "Le è stato assegnato il premio."),
    ("She had been offered a post in Bari.", "Le era stato offerto un posto a Bari."),
    ("He was given a room.", "Gli è stata data una stanza."),
    ("She was given a boat.", "È stato dato un battello a lei."),
    ("She was promised a palace.", "È stato promesso a lei un palazzo."),
    ("He was told a story.", "È stata raccontata a lui una storia."),
    ("The prize was offered to her in May.", "A maggio è stato offerto a lei il premio."),
    ("Her fourth visit since Moretti resigned.", "La sua quarta visita da quando Moretti si è dimesso."),
    ("He replaced pianist Anna Ford, who was ill.", "Ha sostituito la pianista Anna Ford, che era malata."),
    ('He said that his "new era" was over.', "Ha detto che la sua «nuova era» è finita."),
    ("He lied, since he had the keys in his pocket.", "Mentì, perché le chiavi le aveva in tasca."),
    (
        "The 34-year-old told the judge that she slept.",
        "La trentaquattrenne ha detto al giudice che dormiva.",
    ),
    ("She was elected in May and resigned.", "È stata eletta a maggio e si è dimessa."),
    ("She said that the bridge was closed.", "Ha detto che il ponte era chiuso."),
    ("His house was sold in May.", "La sua casa è stata venduta a maggio."),
    ("Her grandson is a cook.", "Suo nipote fa il cuoco."),
    ("He met her in Rome and told her everything.", "La incontrò a Roma e le disse tutto."),
    ("She told the journalist that he was wrong.", "Ha detto al giornalista che si sbagliava."),
    ("The company was founded here.", "La società è stata fondata qui."),
    ("Her book was printed and was translated.", "Il suo libro è stato stampato ed è stato tradotto."),
    (
        "She lost her key, which was found by a guard.",
        "Ha perso la chiave, che è stata trovata da un custode.",
    ),
    ("He had a fine welcome.", "C'è stata una bella accoglienza."),
    ("He is a person of great charm.", "È una persona di grande fascino."),
    ("Her granddaughters run the shop.", "Le sue nipoti gestiscono il negozio."),
    ("The keeper did not disappoint her.", "Il custode non l'ha delusa."),
    ("She reported it, and they thanked her.", "Lo segnalò e la ringraziarono."),
    ("The women's race starts at noon.", "La gara femminile parte a mezzogiorno."),
]


def test_who_is_sent_somewhere_is_no_gift() -> None:
    (finding,) = found(FAMILY, "She was sent to Bari.", "È stato mandato a Bari.")
    assert finding.kind == "gender"


@pytest.mark.parametrize(("source", "target"), CROSSED)
def test_a_woman_who_became_a_man_is_told(source: str, target: str) -> None:
    findings = found(FAMILY, source, target)
    assert "gender" in [one.kind for one in findings if one.severity != "minor"]


@pytest.mark.parametrize(("source", "target"), RIGHT)
def test_the_same_person_is_not(source: str, target: str) -> None:
    assert not [one for one in found(FAMILY, source, target) if one.severity != "minor"]
