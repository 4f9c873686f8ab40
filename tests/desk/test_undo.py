"""Whatever was decided can be undone and redone, in order and by name."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk_writer import ENGLISH, ITALIAN, article, finding

from tui.alignment import Link, Row
from tui.comparison import Equivalence
from tui.desk import Decision, Desk, Dossier, Sheet

ROW = Row(range(1, 2), range(1, 2), "aligned")
SAME = Equivalence("the harbour", "il porto", "en", "it")


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    return Desk(tmp_path / "desk.db").open(article(ENGLISH), article(ITALIAN, language="it"))


def test_every_kind_of_decision_is_undone_and_redone_in_order(dossier: Dossier) -> None:
    sheets = [
        dossier.sheet(),
        dossier.decide(finding("a"), "confirmed"),
        dossier.annotate(finding("a"), "ask"),
        dossier.bookmark(ROW, True),
        dossier.annotate_row(ROW, "who?"),
        dossier.correct(Link((0,), (1,))),
        dossier.call_same(SAME),
        dossier.decide(finding("a"), "dismissed"),
        dossier.decide(finding("a"), "open"),
    ]

    def seen(sheet: Sheet) -> object:
        return sheet.decision(finding("a")), sheet.mark(ROW), sheet.corrections, sheet.same

    words = []
    for before in reversed(sheets[:-1]):
        words.append(dossier.sheet().next_undo)
        assert seen(dossier.undo()) == seen(before)
    assert words == [
        "the verdict taken back on “They differ.”",
        "the verdict dismissed on “They differ.”",
        "“the harbour” and “il porto” are the same",
        "the link",
        "the note beside the row",
        "the bookmark",
        "the note on “They differ.”",
        "the verdict confirmed on “They differ.”",
    ]
    assert not dossier.sheet().can_undo
    for after in sheets[1:]:
        told = dossier.sheet().next_redo
        assert told == words.pop()
        assert seen(dossier.redo()) == seen(after)
    assert not dossier.sheet().can_redo


def test_what_changes_nothing_is_no_step(dossier: Dossier) -> None:
    """A note that is opened and closed, a verdict given again."""
    dossier.decide(finding("a"), "confirmed")
    dossier.annotate(finding("a"), "")
    sheet = dossier.decide(finding("a"), "confirmed")
    assert sheet.next_undo == "the verdict confirmed on “They differ.”"
    assert not dossier.undo().can_undo


def test_undo_takes_back_what_a_colleagues_report_brought(dossier: Dossier) -> None:
    theirs = Sheet(0, decisions={finding("a").id: Decision("intended", "house style")})
    sheet = dossier.take_over([("ada.json", theirs)])
    assert sheet.decision(finding("a")) == Decision("intended", "house style")
    assert sheet.next_undo == "what ada.json decided"
    assert dossier.undo().decision(finding("a")) == Decision()


def test_after_something_new_what_was_undone_is_gone_for_good(dossier: Dossier) -> None:
    dossier.decide(finding("a"), "confirmed")
    dossier.correct(Link((0,), (0,)))
    dossier.undo()
    sheet = dossier.bookmark(ROW, True)
    assert not sheet.can_redo
    assert dossier.redo().corrections == ()


def test_a_second_reader_sees_what_the_first_undid(tmp_path: Path) -> None:
    one, other = (
        Desk(tmp_path / "desk.db").open(article(ENGLISH), article(ITALIAN, language="it")) for _ in range(2)
    )
    version = one.decide(finding("a"), "confirmed").version
    other.undo()
    seen = one.since(version)
    assert seen
    assert seen.decision(finding("a")).verdict == "open"
