"""What was decided with version 1 holds for the findings of this one.

`data/version_1_desk.sql` is the desk that version 1 (commit 830bce3) wrote when every finding of the sample
was given a verdict, some a note; `data/version_1_verdicts.tsv` says in words on what.
"""

from __future__ import annotations

import csv
import sqlite3
from pathlib import Path

import pytest
from msgspec.structs import replace
from reader_pair import FINDINGS, SOURCE, TARGET
from reading import reading

from tui.alignment import UseEncoder, align
from tui.articles import Article, load_pair
from tui.comparison import Finding, compare, identified
from tui.desk import Desk
from tui.desk.carrying import former_ids
from tui.desk.keys import text_keys
from tui.desk.schema import MIGRATIONS
from tui.resources import asset
from tui.sqlite_file import user_data_file

DATA = Path(__file__).parent / "data"


def written(finding: Finding, source: Article, target: Article) -> tuple[str, str, str]:
    """The kind of a finding and what both sides say."""
    sides = ((source, finding.source), (target, finding.target))
    words = (" … ".join(" ".join(s.within(a.text).split()) for s in spans) for a, spans in sides)
    return finding.kind, next(words), next(words)


def test_the_verdicts_on_the_sample_are_carried_over(tmp_path: Path) -> None:
    """Each to the finding of the same words, once; what was decided since then stays."""
    path = tmp_path / "desk.db"
    with sqlite3.connect(path) as file:
        file.executescript((DATA / "version_1_desk.sql").read_text("utf-8"))
    file.close()
    with (DATA / "version_1_verdicts.tsv").open(encoding="utf-8", newline="") as listed:
        rows = list(csv.DictReader(listed, delimiter="\t", quoting=csv.QUOTE_NONE))
    given = {(r["kind"], r["source"], r["target"]): (r["verdict"], r["note"]) for r in rows}
    pair = load_pair(str(asset("sample/en.txt")), str(asset("sample/it.txt")))
    encoder = UseEncoder()
    alignment = align(pair.source, pair.target, encoder)
    found = compare(pair.source, pair.target, alignment, encoder).every
    decided = [finding for finding in found if written(finding, pair.source, pair.target) in given]
    assert len(decided) >= 30
    dossier = Desk(path).open(pair.source, pair.target)
    first = next(f for f in decided if f.id not in dossier.sheet().decisions)
    dossier.annotate(first, "mine")
    sheet = dossier.carry_over(found)
    assert sheet.decision(first).note == "mine"
    for finding in decided:
        decision = sheet.decision(finding)
        if finding is not first:
            assert (decision.verdict, decision.note) == given[written(finding, pair.source, pair.target)]
    again = dossier.carry_over(found)
    assert again == sheet, "nothing is left to carry over"


@pytest.mark.parametrize(
    "former",
    [
        {"rule": "amount"},
        {"rule": "unit", "kind": "number"},
        {"rule": "amount", "source_value": None, "target_value": None},
        {"rule": "amount", "source_value": "300,000 euros", "target_value": "500.000 euro"},
        {"rule": "amount", "target": ()},
    ],
)
def test_a_finding_is_known_by_what_it_was_called(former: dict[str, object]) -> None:
    """By another rule, another kind akin to it, other values, and on one side where it now has both."""
    (then,) = identified([replace(FINDINGS[0], **former)], SOURCE, TARGET)
    assert former_ids(FINDINGS, SOURCE, TARGET, [then.id]) == {then.id: FINDINGS[0].id}


def test_findings_that_were_alike_keep_their_order() -> None:
    twice = identified([FINDINGS[0], FINDINGS[0]], SOURCE, TARGET)
    then = identified([replace(finding, rule="amount") for finding in twice], SOURCE, TARGET)
    names = {before.id: now.id for before, now in zip(then, twice, strict=True)}
    assert former_ids(twice, SOURCE, TARGET, names) == names


def write_desk_of_version_1(path: Path, identity: str) -> None:
    """The file of that version, in which the pair has one finding confirmed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with sqlite3.connect(path) as file:
        for statement in MIGRATIONS[0]:
            file.execute(statement)
        file.execute("PRAGMA user_version = 1")
        file.execute("INSERT INTO pair VALUES (1, 1)")
        file.execute("INSERT INTO edition VALUES (?, ?, 1)", (text_keys(SOURCE)[0], text_keys(TARGET)[0]))
        file.execute("INSERT INTO decision VALUES (1, ?, 'confirmed', '')", (identity,))
    file.close()


async def test_the_reader_shows_the_verdicts_of_version_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    (then,) = identified([replace(FINDINGS[0], rule="amount")], SOURCE, TARGET)
    write_desk_of_version_1(user_data_file("desk.db"), then.id)
    async with reading() as reader:
        page = await reader.press("right_square_bracket")
        page = await reader.until("confirmed ✓")
        assert "The amounts differ." in page.text
