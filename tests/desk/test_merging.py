"""Several people's verdicts on the same pair."""

import pytest

from tui.alignment import Link
from tui.desk import Decision, Mark, Sheet
from tui.desk.merging import disagreements, merged_decision, merged_sheet

OPEN = Decision()
YES, NO = Decision("confirmed"), Decision("dismissed")


@pytest.mark.parametrize(
    ("mine", "ada", "bob", "verdict", "note"),
    [
        (OPEN, OPEN, OPEN, "open", ""),
        (OPEN, YES, OPEN, "confirmed", ""),
        (OPEN, YES, YES, "confirmed", ""),
        (OPEN, YES, NO, "open", "ada says: confirmed\nbob says: dismissed"),
        (YES, NO, OPEN, "confirmed", "ada says: dismissed"),
        (YES, YES, YES, "confirmed", ""),
        (OPEN, Decision("open", "why?"), OPEN, "open", "why?"),
        (OPEN, Decision("open", "why?"), Decision("open", "so"), "open", "ada: why?\nbob: so"),
        (Decision("open", "mine"), Decision("confirmed", "why?"), OPEN, "confirmed", "mine\nada: why?"),
    ],
)
def test_who_has_decided_counts_and_who_disagrees_is_told(
    mine: Decision, ada: Decision, bob: Decision, verdict: str, note: str
) -> None:
    voices = [("ada", ada), ("bob", bob)]
    merged = merged_decision(mine, voices)
    assert (merged.verdict, merged.note) == (verdict, note)
    assert merged_decision(merged, voices) == merged


def test_marks_of_all_stand_and_corrections_are_those_of_the_first_who_has_some() -> None:
    ada = Sheet(0, marks={("source", 1): Mark(True, "look")}, corrections=(Link((1,), (2,)),))
    bob = Sheet(0, marks={("source", 1): Mark(False, "why?")}, corrections=(Link((3,), (3,)),))
    merged = merged_sheet(Sheet(7), [("ada", ada), ("bob", bob)])
    assert merged.marks == {("source", 1): Mark(True, "ada: look\nbob: why?")}
    assert merged.corrections == ada.corrections
    assert merged.version == 7


def test_disagreements_are_counted_by_finding() -> None:
    sheets = [Sheet(0, {"1": YES, "2": YES, "3": OPEN}), Sheet(0, {"1": NO, "2": YES, "3": NO})]
    assert disagreements([("ada", sheets[0]), ("bob", sheets[1])]) == 1
