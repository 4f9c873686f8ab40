"""The whole reading screen, with the tour that someone is offered the first time."""

from __future__ import annotations

from tui.reader.screens.sharing import SharingScreen
from tui.reader.widgets.tour import Tour


class TouringScreen(SharingScreen):
    """Begins the tour where the sample is opened for the first time."""

    def on_mount(self) -> None:
        """Puts the tour under the page."""
        tour = Tour()
        self.mount(tour, before="Footer")
        if self.is_first_run:
            tour.begin()

    def action_tour(self) -> None:
        """Begins the tour, or goes on with it."""
        tour = self.query_one(Tour)
        if tour.display:
            tour.go_on()
        else:
            tour.begin()

    def action_back(self) -> None:
        """Leaves the tour before anything is closed."""
        tour = self.query_one(Tour)
        if tour.display:
            tour.display = False
        else:
            super().action_back()
