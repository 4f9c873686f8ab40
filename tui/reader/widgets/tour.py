"""The first-run tour: six steps told under the page, while every key does what it says."""

from __future__ import annotations

from textual.widgets import Static

from tui.reader.keys import with_keys

STEPS = (
    "Each paragraph stands beside its counterpart. {row.next} and {row.previous} go from row to row, "
    "{pane.other} to the other pane.",
    "≠ marks a fact that differs, − and + what only one side has, ⇄ what was moved. "
    "{finding.next} goes to the next.",
    "Decide on a finding: {verdict.confirmed} confirms it, {verdict.dismissed} dismisses it, "
    "{verdict.intended} says it is intended; {note} writes a note. "
    "During the tour the cursor then goes on to the next one.",
    "{findings} lists all findings; {layer.facts} {layer.missing} {layer.words} show or hide facts, missing "
    "text and words; {search} searches both sides.",
    "{link} takes a sentence and goes to what may be its counterpart, {link} again links the two; "
    "{unlink} parts them; {undo} takes it back.",
    "{export} writes a report, {help} shows every key, {quit} leaves. All that you decide is there tomorrow.",
)


class Tour(Static):
    """Hidden until it begins; can be left at any time."""

    def __init__(self) -> None:
        super().__init__(markup=False)
        self.display = False
        self._step = 0

    def begin(self) -> None:
        """Shows the first step."""
        self._step = 0
        self.display = True
        self._tell()

    def go_on(self) -> None:
        """Shows the next step, or ends after the last."""
        self._step += 1
        if self._step < len(STEPS):
            self._tell()
        else:
            self.leave()

    def leave(self) -> None:
        """Ends the tour."""
        self.display = False

    def _tell(self) -> None:
        told = f"{self._step + 1} of {len(STEPS)}  {STEPS[self._step]}"
        self.update(with_keys(self.app, f"{told}\n        {{tour}} goes on · {{back}} leaves the tour"))
