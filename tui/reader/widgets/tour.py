"""The first-run tour: six steps told under the page, while every key does what it says."""

from __future__ import annotations

from textual.widgets import Static

STEPS = (
    "Each paragraph stands beside its counterpart. j and k go from row to row, Tab to the other pane.",
    "≠ marks a fact that differs, − and + what only one side has, ⇄ what was moved. ] goes to the next.",
    "Decide on a finding: c confirms it, x dismisses it, i says it is intended; e writes a note.",
    "f lists all findings, 1 2 3 show or hide their layers, / searches both sides.",
    "L on a sentence and L on its counterpart link the two; U parts them; u takes it back.",
    "E writes a report, ? shows every key, q leaves. All that you decide is there tomorrow.",
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
            self.display = False

    def _tell(self) -> None:
        told = f"{self._step + 1} of {len(STEPS)}  {STEPS[self._step]}"
        self.update(f"{told}\n        Ctrl-t goes on · Esc leaves the tour")
