"""Clauses that one side has alone."""

import pytest
from by_hand import alignment_of, article_of

from tui.alignment import AlignedPair, UseEncoder
from tui.comparison.compare import findings_of
from tui.comparison.lexical.families import CLAUSES_ALONE
from tui.comparison.model import Finding

SOURCE = (
    "The ferry company, which lost two ships in the storm last winter, has promised cheaper tickets to all "
    "passengers from the islands."
)
WHOLE = (
    "La compagnia di traghetti, che ha perso due navi nella tempesta dello scorso inverno, ha promesso "
    "biglietti più economici a tutti i passeggeri delle isole."
)
SHORT = "La compagnia di traghetti ha promesso biglietti più economici a tutti i passeggeri delle isole."


@pytest.fixture(scope="module")
def encoder() -> UseEncoder:
    return UseEncoder()


def found(encoder: UseEncoder, source: str, target: str) -> list[Finding]:
    pair = AlignedPair(
        article_of([[source]], "en"), article_of([[target]], "it"), alignment_of("0=0"), encoder
    )
    return findings_of(CLAUSES_ALONE, pair)


def test_a_clause_left_out_is_told_as_one(encoder: UseEncoder) -> None:
    (finding,) = found(encoder, SOURCE, SHORT)
    assert (finding.kind, finding.severity) == ("omission", "major")
    assert finding.message == ("The target has nothing for “which lost two ships in the storm last winter”.")


def test_a_clause_put_in_is_told_as_one(encoder: UseEncoder) -> None:
    short = "The ferry company has promised cheaper tickets to all passengers from the islands."
    (finding,) = found(encoder, short, WHOLE)
    assert finding.kind == "addition"
    assert finding.target_value == "che ha perso due navi nella tempesta dello scorso inverno"


def test_a_clause_said_in_another_place_is_none(encoder: UseEncoder) -> None:
    moved = (
        "Dopo aver perso due navi nella tempesta dello scorso inverno, la compagnia di traghetti ha promesso "
        "biglietti più economici a tutti i passeggeri delle isole."
    )
    assert not found(encoder, SOURCE, WHOLE)
    assert not found(encoder, SOURCE, moved)


def test_a_clause_of_dates_that_the_other_side_has_is_none(encoder: UseEncoder) -> None:
    """The facts have read it: what became of it is for them to say."""
    source = (
        "The ninth meeting, Harbour9, was held in Cáceres, Spain, from July 10th to 17th, 2008 with two "
        "hundred guests from all the islands."
    )
    target = (
        "Il nono incontro, Harbour9, si è tenuto a Cáceres in Spagna, dal 10 al 17 luglio 2008 con duecento "
        "ospiti di tutte le isole."
    )
    assert not found(encoder, source, target)
