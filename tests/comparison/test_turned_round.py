"""What is told from its other end says the same: buying and selling, north and south, older and younger."""

import pytest
from one_bead import loud

from tui.comparison.classes import FAMILY as CLASSES
from tui.comparison.polarity import FAMILY as POLARITY
from tui.comparison.roles import FAMILY as ROLES
from tui.languages import lemma, tsv_table

SAME = [
    ("The bridge belongs to the company.", "La società possiede il ponte."),
    ("The company owns the bridge.", "Il ponte appartiene alla società."),
    ("Rossi bought the house from Bianchi.", "Bianchi ha venduto la casa a Rossi."),
    ("The mayor feared the storm.", "La tempesta spaventava il sindaco."),
    ("The law benefits the farmers.", "Gli agricoltori beneficiano della legge."),
    ("The soldiers followed the peasants.", "I contadini precedevano i soldati."),
    ("The fire resulted from a fault.", "L'incendio è stato causato da un guasto."),
    ("The fire resulted in a delay.", "L'incendio ha causato un ritardo."),
    ("Milan lies north of Rome.", "Roma si trova a sud di Milano."),
    ("Anna is older than Marco.", "Marco è più giovane di Anna."),
    ("The bank is above the school.", "La scuola è sotto la banca."),
    ("The church stands to the left of the school.", "La scuola è a destra della chiesa."),
    ("The rule allows farmers to sell milk.", "La norma consente agli agricoltori di vendere il latte."),
    ("I did not lose the four coins.", "Le quattro monete non le ho perdute."),
    ("Do not work on floors higher than 20.", "Non lavorate a piani superiori al 20."),
]  # fmt: skip
OTHER = [
    ("The company owns the bridge.", "La società appartiene al ponte."),
    ("The company owns the bridge.", "Il ponte possiede la società."),
    ("Rossi bought the house from Bianchi.", "Rossi ha venduto la casa a Bianchi."),
    ("The mayor feared the storm.", "Il sindaco spaventava la tempesta."),
    ("The soldiers followed the peasants.", "I soldati precedevano i contadini."),
    ("Milan lies north of Rome.", "Milano si trova a sud di Roma."),
    ("Anna is older than Marco.", "Anna è più giovane di Marco."),
    ("The bank is above the school.", "La banca è sotto la scuola."),
    ("Prices rose in Italy.", "In Italia sono calati i prezzi."),
]


@pytest.mark.parametrize(("source", "target"), SAME)
def test_it_is_no_difference(source: str, target: str) -> None:
    assert loud((ROLES, POLARITY, CLASSES), source, target) == []


@pytest.mark.parametrize(("source", "target"), OTHER)
def test_it_is_one_where_only_the_word_is_turned_round(source: str, target: str) -> None:
    assert loud((ROLES, POLARITY, CLASSES), source, target)


def test_the_verbs_are_in_their_dictionary_forms() -> None:
    """The lemma list has no verb for some of them, which it takes for nouns."""
    for row in tsv_table("roles/converses.tsv"):
        for column in ("en", "en_turned", "it", "it_turned"):
            verbs = [verb.partition("-")[0] for verb in row[column].split()]
            assert verbs
            assert len(row[column].split()) == len(set(row[column].split())), row["concept"]
            language = column.partition("_")[0]
            assert [verb for verb in verbs if lemma(verb, language) != verb] == [], row["concept"]
