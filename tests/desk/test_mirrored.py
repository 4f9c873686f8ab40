"""Two texts are one pair, whichever of them is read as the source."""

from __future__ import annotations

from pathlib import Path

from by_hand import Zeros, alignment_of
from desk_writer import article

from tui.alignment import Link, Merge, Row, Split
from tui.comparison import Equivalence, Finding, compare
from tui.desk import Decision, Desk, Dossier, Mark, Position

ENGLISH = "The council voted 14 to 9.\n\nThe bridge cost 300 euros.\n\nIt opens on Monday.\n\nOnly here.\n"
ITALIAN = "Il consiglio ha votato 41 a 9.\n\nIl ponte è costato 200 euro.\n\nApre martedì.\n"
EN, IT = article(ENGLISH, "/news/en.txt"), article(ITALIAN, "/news/it.txt", "it")


def opened(path: Path, *, swapped: bool = False) -> Dossier:
    return Desk(path).open(IT, EN) if swapped else Desk(path).open(EN, IT)


def facts(*, swapped: bool = False) -> dict[str, Finding]:
    """What differs, by what the Italian says; the passage that is English only by an empty string."""
    pair = (IT, EN) if swapped else (EN, IT)
    beads = alignment_of("0=0 1=1 2=2 =3" if swapped else "0=0 1=1 2=2 3=")
    found = compare(*pair, beads, Zeros()).every
    spans = {finding: finding.source if swapped else finding.target for finding in found}
    return {
        spans[finding][0].within(ITALIAN) if spans[finding] else "": finding
        for finding in found
        if finding.layer == "facts" or "only" in finding.kind
    }


def test_verdicts_and_notes_go_along_when_the_sides_are_swapped(tmp_path: Path) -> None:
    """Both ways, and also for what only one side has."""
    here, there = facts(), facts(swapped=True)
    assert len(here) == 4
    assert here.keys() == there.keys()
    dossier = opened(tmp_path / "desk.db")
    for finding in here.values():
        dossier.decide(finding, "confirmed")
        dossier.annotate(finding, "seen")
    swapped = opened(tmp_path / "desk.db", swapped=True)
    for finding in there.values():
        assert swapped.sheet().decision(finding) == Decision("confirmed", "seen")
    swapped.decide(there[""], "intended")
    assert dossier.sheet().decision(here[""]).verdict == "intended"
    swapped.undo()
    assert dossier.sheet().decision(here[""]).verdict == "confirmed"


def test_bookmarks_corrections_and_the_place_go_along(tmp_path: Path) -> None:
    dossier = opened(tmp_path / "desk.db")
    dossier.bookmark(Row(range(3, 4), range(0), "only-source"), True)
    for correction in (Link((0,), (1, 2)), Split(3, 2), Merge((1, 2), (1,))):
        dossier.correct(correction)
    dossier.leave(Position("target", 2, 5, only="source"))
    swapped = opened(tmp_path / "desk.db", swapped=True)
    sheet = swapped.sheet()
    assert sheet.mark(Row(range(0), range(3, 4), "only-target")) == Mark(True)
    assert sheet.corrections == (Link((1, 2), (0,)), Split(2, 3), Merge((1,), (1, 2)))
    assert swapped.position() == Position("source", 2, 5, only="target")
    assert swapped.undo().corrections == (Link((1, 2), (0,)), Split(2, 3))
    assert dossier.sheet().corrections == (Link((0,), (1, 2)), Split(3, 2))


def test_the_list_of_recent_pairs_keeps_the_order_of_each_opening(tmp_path: Path) -> None:
    opened(tmp_path / "desk.db")
    opened(tmp_path / "desk.db", swapped=True)
    places = {(recent.source, recent.target) for recent in Desk(tmp_path / "desk.db").recent()}
    assert places == {("/news/en.txt", "/news/it.txt"), ("/news/it.txt", "/news/en.txt")}


def test_an_edit_made_while_the_sides_are_swapped_stays_the_same_pair(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    finding = facts()["martedì"]
    opened(path).decide(finding, "dismissed")
    opened(path, swapped=True)
    edited = article(ITALIAN.replace("consiglio", "Consiglio"), "/news/it.txt", "it")
    Desk(path).open(edited, EN).decide(facts(swapped=True)["200 euro"], "confirmed")
    sheet = Desk(path).open(EN, edited).sheet()
    assert sheet.decision(finding).verdict == "dismissed"
    assert sheet.decision(facts()["200 euro"]).verdict == "confirmed"


def test_a_text_compared_with_itself_is_no_mirror(tmp_path: Path) -> None:
    dossier = Desk(tmp_path / "desk.db").open(EN, EN)
    dossier.bookmark(Row(range(1), range(0), "only-source"), True)
    again = Desk(tmp_path / "desk.db").open(EN, EN).sheet()
    assert list(again.marks) == [("source", 0)]


def test_what_was_decided_before_both_names_were_kept_goes_along_too(tmp_path: Path) -> None:
    """As in a report of a colleague, which names findings in one direction."""
    here, there = facts(), facts(swapped=True)
    dossier = opened(tmp_path / "desk.db")
    told = dossier.sheet()
    theirs = type(told)(0, decisions={here["41"].id: Decision("confirmed")})
    dossier.take_over([("ada.json", theirs)])
    dossier.carry_over(list(here.values()))
    assert opened(tmp_path / "desk.db", swapped=True).sheet().decision(there["41"]).verdict == "confirmed"


def test_figures_are_the_same_in_both_directions_of_one_pair(tmp_path: Path) -> None:
    figures = Equivalence("14", "41", "en", "it", figures=True)
    opened(tmp_path / "desk.db").call_same(figures)
    assert opened(tmp_path / "desk.db", swapped=True).sheet().same.equivalences == {figures}
    other = Desk(tmp_path / "desk.db").open(article("Other."), article("Altro.", language="it"))
    assert not other.sheet().same.equivalences
