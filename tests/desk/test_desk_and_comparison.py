"""The desk together with real findings and real alignments."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from by_hand import Zeros, alignment_of
from toy_encoder import ToyEncoder

from tui.alignment import Correction, Link, Merge, Unlink, encode, realign, rows
from tui.articles import Article, article_from_text
from tui.comparison import Finding, compare
from tui.desk import Desk

ENGLISH = "The council voted 14 to 9.\n\nThe bridge cost 300 euros.\n\nIt opens on Monday.\n"
ITALIAN = "Il consiglio ha votato 41 a 9.\n\nIl ponte è costato 200 euro.\n\nApre martedì.\n"


def read(text: str, name: str, language: str) -> Article:
    return article_from_text(text, path=f"/news/{name}", language=language)


def studied(english: str, italian: str, beads: str) -> tuple[Article, Article, dict[str, Finding]]:
    """Both articles and their facts that differ, by the value in the target."""
    source, target = read(english, "en.txt", "en"), read(italian, "it.txt", "it")
    found = compare(source, target, alignment_of(beads), Zeros()).findings
    return source, target, {f.target[0].within(italian): f for f in found if f.layer == "facts"}


def test_verdicts_follow_the_findings_whose_sentences_did_not_change(tmp_path: Path) -> None:
    """A paragraph is added at the top and one number edited: only its finding is open again."""
    source, target, findings = studied(ENGLISH, ITALIAN, "0=0 1=1 2=2")
    assert len(findings) == 3
    dossier = Desk(tmp_path / "desk.db").open(source, target)
    for finding in findings.values():
        dossier.decide(finding, "confirmed")
    edited = "Un titolo nuovo.\n\n" + ITALIAN.replace("41", "44")
    source, target, findings = studied(ENGLISH, edited, "=0 0=1 1=2 2=3")
    sheet = Desk(tmp_path / "desk.db").open(source, target).sheet()
    verdicts = {value: sheet.decision(finding).verdict for value, finding in findings.items()}
    assert len(verdicts) == 3
    assert [value for value, verdict in verdicts.items() if verdict == "open"] == ["44"]
    assert sheet.progress(findings.values()) == (2, 3)


def test_undo_gives_every_former_alignment_again_and_redo_the_later_ones(tmp_path: Path) -> None:
    """Each step by a reader that has just been started."""
    lines = "\n\n".join(f"Ferry {i} carries lemon{i} crate{i}." for i in range(8))
    source, target = read(lines, "en.txt", "en"), read(lines, "it.txt", "it")
    vectors = encode(source, target, ToyEncoder())
    corrections: list[Correction] = [
        Link((1,), (2,)),
        Unlink((0,), (0,)),
        Merge((0, 1), (0,)),
        Link((5, 6), (5,)),
        Link((1,), (1,)),
    ]

    def seen() -> object:
        sheet = Desk(tmp_path / "desk.db").open(source, target).sheet()
        alignment = realign(vectors, sheet.corrections)
        return alignment, rows(source, target, alignment, sheet.corrections)

    former = [seen()]
    for correction in corrections:
        Desk(tmp_path / "desk.db").open(source, target).correct(correction)
        former.append(seen())
    assert all(before != after for before, after in pairwise(former))
    for before in reversed(former[:-1]):
        Desk(tmp_path / "desk.db").open(source, target).undo()
        assert seen() == before
    for after in former[1:]:
        Desk(tmp_path / "desk.db").open(source, target).redo()
        assert seen() == after
