"""From finding to mended text: a file in the person's editor, and what the edit has done."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from tui.articles import STDIN, Article, Side, other_side
from tui.config import editing, editor
from tui.errors import AfronteError
from tui.log import LOG
from tui.reader.files import are_same
from tui.reader.page.edition import Edition
from tui.reader.page.mending import mending, told
from tui.reader.page.state import State
from tui.reader.page.words import as_written
from tui.reader.parts.part import Part
from tui.resources import is_of_the_sample
from tui.untrusted import open_regular

if TYPE_CHECKING:
    from tui.reader.screens.reading import ReadingScreen

_LOOKED_AT = 8192
"""Bytes at the head of a file that tell whether it is text."""


class Editing(Part):
    """Opens a file at the line of the finding; when it is read again, tells what is mended."""

    VERBS = ("edit",)

    def __init__(self, screen: ReadingScreen) -> None:
        super().__init__(screen)
        self._before: Edition | None = None

    def edit(self, side: Side) -> None:
        """Opens the file of a side in the editor, waits, and reads it again."""
        article = self.state.edition.article(side)
        if problem := _not_editable(article):
            self.screen.hint(problem, seconds=8)
            return
        try:
            command = editing(editor(), article.path, line_of(self.state, side))
            with self.screen.app.suspend():
                problem = _run(command)
        except SuspendNotSupported:
            self.screen.hint("This terminal cannot be lent to an editor.")
            return
        except AfronteError as error:
            problem = str(error)
        LOG.debug("edited: the %s", side)
        if problem:
            self.screen.notify(problem, severity="error", timeout=10, markup=False)
        else:
            self.screen.pairs.reread()

    @property
    def is_waiting(self) -> bool:
        """Whether it will be told of files that were read again, once they are compared."""
        return self._before is not None and bool(self.state.work.stage)

    def remember(self) -> None:
        """Takes note of the findings before the files are read again."""
        if self.state.edition.is_compared:
            self._before = self.state.edition

    def follow(self, before: State) -> None:  # noqa: ARG002
        """Tells what is mended, once the files that were read again are compared."""
        now, was = self.state.edition, self._before
        if was is None or not now.is_compared or now.source is was.source or now.target is was.target:
            return
        self._before = None
        if not are_same((now.source, now.target), (was.source, was.target)):
            return  # another pair has been opened meanwhile
        if (now.source, now.target) == (was.source, was.target):
            return  # whoever has read them says so
        found = mending(was, now)
        if found.renamed:
            self.screen.deciding.keep(lambda dossier: dossier.carry(found.renamed, was.source, was.target))
        self.screen.hint(told(found), seconds=8)


def line_of(state: State, side: Side) -> int | None:
    """The line of a file, from 1, on which the finding or else the sentence under the cursor stands; None
    where lines mean nothing.

    Where a side has nothing of it, its counterpart counts.
    """
    edition, finding = state.edition, state.current
    article, other = edition.article(side), other_side(side)
    if finding is not None and finding.side(side):
        offset = finding.side(side)[0].start
    else:
        near = state.sentence
        if finding is not None and finding.side(other):
            near = edition.article(other).sentence_at(finding.side(other)[0].start)
        elif state.side == side:
            return _line(article, article.sentences[near].start)
        far = edition.counterparts(other, near)
        row = edition.sentences(edition.row_of(other, near), side)
        beside = far[0] if far else row[0] if row else None
        if beside is None:
            return None
        offset = article.sentences[beside].start
    return _line(article, offset)


def _line(article: Article, offset: int) -> int | None:
    line = article.line_at(offset)
    return line if article.where(offset) == f"line {line}" else None


def _not_editable(article: Article) -> str:
    """Why a text cannot be edited; nothing where it can."""
    if article.path == STDIN:
        return "What came from standard input is in no file that could be edited."
    if is_of_the_sample(article.path):
        return "The sample belongs to the program and is not edited; a copy of it can be."
    path = Path(article.path)
    name = as_written(path.name)
    try:
        if not path.is_file():
            return f"{name} is no file that could be edited."
        with open_regular(path) as file:
            head = file.read(_LOOKED_AT)
    except OSError as error:
        return f"{name}: {error.strerror}."
    is_utf16 = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    if head.startswith((b"PK", b"%PDF")) or (b"\0" in head and not is_utf16):
        return f"{name} is no plain text: edit it with the program it is from, then read it again."
    return ""


def _run(command: list[str]) -> str:
    """Runs an editor in the terminal, Ctrl-C being for it alone; why it failed, nothing where it did not.

    Raises nothing: Textual takes a terminal back only from a body that ends by itself.
    """
    handler = signal.signal(
        signal.SIGINT, lambda *_: None
    )  # a handler ends at `exec`: the editor has its own
    try:
        code = subprocess.run(command, check=False, stderr=sys.__stderr__).returncode
    except Exception as error:  # whatever it is, the terminal must come back
        reason = getattr(error, "strerror", None) or error
        return f"{command[0]}: {reason}: set VISUAL or EDITOR to an editor that is there"
    finally:
        signal.signal(signal.SIGINT, handler)
    ending = f"code {code}" if code >= 0 else f"signal {-code}"
    return f"{command[0]} ended with an error ({ending})." if code else ""
