"""A listener to a study that keeps what it is told."""

from __future__ import annotations

from tui.articles import Side
from tui.reader.outward import Outlook


class Told:
    """A listener that keeps what it is told; the cursor stands where it says."""

    def __init__(self, side: Side = "source", sentence: int = 0) -> None:
        self.at: tuple[Side, int] = side, sentence
        self.outlooks: list[Outlook] = []
        self.shares: list[float] = []

    def __call__(self, share: float) -> None:
        self.shares.append(share)

    def see(self, outlook: Outlook) -> None:
        self.outlooks.append(outlook)

    def place(self) -> tuple[Side, int]:
        return self.at
