"""The tour that someone is offered the first time."""

from __future__ import annotations

from collections.abc import Iterable

from tui.reader.parts.part import Closable, Part
from tui.reader.widgets.tour import Tour


class Touring(Part):
    """Begins the tour where the sample is opened for the first time."""

    VERBS = ("tour",)

    def mounted(self) -> None:
        """Begins at the first run."""
        if self.screen.pairs.is_first_run:
            self.screen.query_one(Tour).begin()

    @property
    def is_on(self) -> bool:
        """Whether the tour is on the screen."""
        return bool(self.screen.query_one(Tour).display)

    def tour(self) -> None:
        """Begins the tour, or goes on with it."""
        tour = self.screen.query_one(Tour)
        if tour.display:
            tour.go_on()
        else:
            tour.begin()

    def closables(self) -> Iterable[Closable]:
        """The tour."""
        tour = self.screen.query_one(Tour)
        yield Closable(lambda: tour.display, tour.leave)
