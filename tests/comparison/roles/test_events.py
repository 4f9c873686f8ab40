"""Which of two events comes first, and the persons that pronouns and the forms of verbs tell."""

import pytest
from one_bead import found

from tui.comparison.roles import FAMILY as ROLES

TURNED = [
    (
        "The club sold its stadium so that it could buy two players.",
        "Il club ha venduto lo stadio per aver comprato due giocatori.",
    ),
    (
        "The minister resigned because the newspaper published the letter.",
        "Il giornale ha pubblicato la lettera perché il ministro si è dimesso.",
    ),
    (
        "The firm closed its factory after the bank had refused a loan.",
        "L’azienda ha chiuso la fabbrica prima che la banca rifiutasse il prestito.",
    ),
    (
        "After the bank had refused a loan, the firm closed its factory.",
        "Prima che la banca rifiutasse il prestito, l’azienda ha chiuso la fabbrica.",
    ),
    # what both begin with says of none which it is
    ("The wine is sweet because it is old.", "Il vino è vecchio perché è dolce."),
    (
        "The widow sold the piano because she was leaving the city.",
        "La vedova lasciava la città perché vendette il pianoforte.",
    ),
]
IN_ORDER = [
    ("The wine is sweet because it is old.", "Il vino è dolce perché è vecchio."),
    ("The wine is sweet because it is old.", "Poiché è vecchio, il vino è dolce."),
    (
        "The minister resigned because the newspaper published the letter.",
        "Poiché il giornale ha pubblicato la lettera, il ministro si è dimesso.",
    ),
    (
        "The newspaper published the letter, and as a result the minister resigned.",
        "Il ministro si è dimesso perché il giornale ha pubblicato la lettera.",
    ),
    (
        "The bank refused the loan before the firm closed its factory.",
        "L’azienda ha chiuso la fabbrica dopo che la banca ha rifiutato il prestito.",
    ),
    # at the head of a sentence it goes on about the one before
    ("Thus, the firm closed its factory.", "L’azienda, a causa della crisi, ha chiuso la fabbrica."),
]


@pytest.mark.parametrize(("source", "target"), TURNED)
def test_events_in_another_order_are_told(source: str, target: str) -> None:
    (finding,) = (one for one in found(ROLES, source, target) if one.rule == "events-turned")
    assert finding.severity == "major"


@pytest.mark.parametrize(("source", "target"), IN_ORDER)
def test_the_same_order_told_otherwise_is_no_difference(source: str, target: str) -> None:
    assert not [one for one in found(ROLES, source, target) if one.rule == "events-turned"]


PERSONS = [
    ("They never showed us the contract.", "Non gli abbiamo mai mostrato il contratto."),
    ("We warned them in March.", "Ci hanno avvertiti a marzo."),
    ("That evening she asked the lawyer to wait.", "Quella sera l’avvocato le ha chiesto di aspettare."),
    (
        "The clerk told him that the bank was closed.",
        "Il sindaco ha detto all’impiegato che la banca era chiusa.",
    ),
    (
        "Her brother waited because she had lost the key.",
        "Il fratello aspettò perché lui aveva perso la chiave.",
    ),
    ("The nurses praised her in March.", "A marzo gli infermieri lo lodarono."),
    ("The guard told him that the door was locked.", "La guardia le ha detto che la porta era chiusa."),
    (
        "Rosa wrote to her cousin that from May he would run the shop.",
        "Rosa scrisse al cugino che da maggio sarebbe stata lei a dirigere il negozio.",
    ),
]
NO_PERSONS = [
    (
        "I told her the truth, she told me a lie, and I told her another lie.",
        "Io le dissi la verità, lei mi disse una bugia, e io le dissi un'altra bugia.",
    ),
    ("There she met the lawyer.", "L’avvocato l’ha conosciuto lì."),
    ("The bishop wrote to him in March.", "A marzo il vescovo gli scrisse."),
    ("They never showed us the contract.", "Non ci hanno mai mostrato il contratto."),
    ("We were warned in March.", "Ci hanno avvertiti a marzo."),
    ("I like the contract.", "Mi piace il contratto."),
    ("That evening she invited the lawyer.", "Quella sera lei ha invitato l’avvocato."),
    ("We can see the bridge from here.", "Da qui si può vedere il ponte."),
    ("The nurses praised her in March.", "A marzo gli infermieri la lodarono."),
    ("The guard told them that the door was locked.", "La guardia gli ha detto che la porta era chiusa."),
    ("The guard told her that he had lost the key.", "La guardia le ha detto che lui aveva perso la chiave."),
]


@pytest.mark.parametrize(("source", "target"), PERSONS)
def test_other_persons_around_a_verb_are_told(source: str, target: str) -> None:
    (finding,) = (one for one in found(ROLES, source, target) if one.rule == "persons-turned")
    assert finding.severity != "minor"


@pytest.mark.parametrize(("source", "target"), NO_PERSONS)
def test_the_same_persons_said_otherwise_are_no_difference(source: str, target: str) -> None:
    assert not [one for one in found(ROLES, source, target) if one.rule == "persons-turned"]
