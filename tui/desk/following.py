"""What was put beside paragraphs and said of sentences follows these through an edit of their file."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.alignment import heaviest_in_order
from tui.articles import SIDES, Article, Side
from tui.desk.keys import paragraph_keys, sentence_keys
from tui.desk.pair_keys import PARAGRAPHS, is_correction
from tui.desk.steps import Key, steps
from tui.untrusted import json_of

if TYPE_CHECKING:
    import sqlite3

    from tui.desk.lens import Lens

_ALIKE = 0.5
"""The share of words in common from which a passage is another version of one."""
_MANY = 50
"""Passages changed in one run from which the run is another text."""

Names = Mapping[Side, Mapping[str, str]]
"""By the side as it is written: the names of what was edited, and those that it has now."""


def follow_edit(
    connection: sqlite3.Connection, lens: Lens, before: Sequence[Article], now: Sequence[Article]
) -> bool:
    """Gives marks, corrections and the steps that made them the names of the edited text; whether any.

    `before`, `now`: source and target.
    """
    there = "SELECT 1 FROM mark WHERE pair = ? UNION ALL SELECT 1 FROM correction WHERE pair = ? LIMIT 1"
    if connection.execute(there, (lens.pair, lens.pair)).fetchone() is None:
        return False
    paragraphs: dict[Side, Mapping[str, str]] = {}
    sentences: dict[Side, Mapping[str, str]] = {}
    for side, old, new in zip(SIDES, before, now, strict=True):
        written = lens.keys.written_side(side)
        paragraphs[written] = renamed(
            paragraph_keys(old), paragraph_keys(new), old.paragraph_text, new.paragraph_text
        )
        sentences[written] = renamed(
            sentence_keys(old), sentence_keys(new), old.sentence_text, new.sentence_text
        )
    moved = _move_marks(connection, lens.pair, paragraphs)
    return _move_corrections(connection, lens.pair, paragraphs, sentences) or moved


def renamed(
    before: Sequence[str], now: Sequence[str], old: Callable[[int], str], new: Callable[[int], str]
) -> dict[str, str]:
    """The names that passages had before an edit and have now, where these are not the same.

    `old`, `new`: the text of a passage by its index.
    """
    there = {name: index for index, name in enumerate(before)}
    here = {name: index for index, name in enumerate(now)}
    kept = heaviest_in_order([(there[name], here[name], 1) for name in before if name in here])
    stay = [(-1, -1), *((index, here[before[index]]) for index in sorted(kept)), (len(before), len(now))]
    out: dict[str, str] = {}
    for (start, first), (end, last) in pairwise(stay):
        at = first + 1
        for index in range(start + 1, end) if max(end - start, last - first) <= _MANY else ():
            found = next((n for n in range(at, last) if _are_alike(old(index), new(n))), None)
            if found is not None:
                at = found + 1
                if before[index] not in here and now[found] not in there:
                    out[before[index]] = now[found]
    return out


def _are_alike(one: str, other: str) -> bool:
    words, others = one.split(), other.split()
    shared = (Counter(words) & Counter(others)).total()
    return 2 * shared >= _ALIKE * (len(words) + len(others))


def _move_marks(connection: sqlite3.Connection, pair: int, names: Names) -> bool:
    done = sum(
        connection.execute(
            "UPDATE OR IGNORE mark SET paragraph = ? WHERE pair = ? AND side = ? AND paragraph = ?",
            (new, pair, side, old),
        ).rowcount
        for side, paragraphs in names.items()
        for old, new in paragraphs.items()
    )
    if done:
        every: dict[tuple[object, object], str] = {
            (side, old): new for side in SIDES for old, new in names[side].items()
        }
        rename_in_steps(
            connection, pair, "paragraph", lambda key: every.get((key.get("side"), key["paragraph"]))
        )
    return bool(done)


def rename_in_steps(
    connection: sqlite3.Connection, pair: int, column: str, name: Callable[[Key], str | None]
) -> None:
    """Has steps undone under the names of now.

    `column`: what of a row's key is a name. `name`: the one of now, by the key; None where it is the same.
    """
    for step in steps(connection, pair):
        cells = [
            cell if column not in cell.key or (now := name(cell.key)) is None
            else cell._replace(key={**cell.key, column: now})
            for cell in step.cells
        ]  # fmt: skip
        if cells != list(step.cells):
            connection.execute(
                "UPDATE step SET cells = ? WHERE pair = ? AND number = ?",
                (json.dumps(cells), pair, step.number),
            )


def _move_corrections(connection: sqlite3.Connection, pair: int, paragraphs: Names, sentences: Names) -> bool:
    rows = connection.execute("SELECT number, body FROM correction WHERE pair = ?", (pair,)).fetchall()
    done = False
    for number, written in rows:
        if not is_correction(written):
            continue
        body = json_of(written)
        names = paragraphs if body["kind"] in PARAGRAPHS else sentences
        now = body | {side: [names[side].get(name, name) for name in body[side]] for side in SIDES}
        if now != body:
            done = True
            connection.execute(
                "UPDATE correction SET body = ? WHERE pair = ? AND number = ?",
                (json.dumps(now), pair, number),
            )
    return done
