"""From the desk to the state in which a pair is opened, and from the state to what the desk remembers."""

from __future__ import annotations

import os
from collections.abc import Collection
from contextlib import suppress
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from tui.articles import SIDES, Article, Side, title
from tui.config import DENSITIES, LAYOUTS, Config, Density
from tui.desk import Desk, Dossier, Position, Recent
from tui.log import LOG
from tui.reader.page.edition import Edition
from tui.reader.page.state import State
from tui.resources import is_of_the_sample


class Opened(Struct, frozen=True):
    """A pair as it is laid on the desk."""

    dossier: Dossier
    state: State
    position: Position | None
    """Where it was left; None the first time."""


class Remembering(Struct, frozen=True):
    """The desk, with the settings that hold for what it does not know."""

    desk: Desk
    config: Config
    insisted: Collection[str] = ()
    """The settings that are to be as configured, however a pair was left."""

    def open(self, source: Article, target: Article, before: tuple[Article, Article] | None = None) -> Opened:
        """The pair where it was left, or at its beginning.

        `before`: source and target as they were before both were read again.
        """
        dossier = self.desk.open(
            source, target, source_title=title(source), target_title=title(target), at_once=False
        )
        if before is not None:
            dossier.follow_edit(*before)
        LOG.debug(
            "opened: %s",
            ", ".join(f"{one.language} {len(one.sentences)} sentences" for one in (source, target)),
        )
        config = self.config
        state = State.opening(
            Edition.unaligned(source, target, config.certainty),
            layers=config.layers,
            arrangement=config.layout,
            compact=config.density == "compact",
            ruler=config.ruler,
        )
        state = replace(state, dates=_dates(source, target)).with_sheet(dossier.sheet())
        position = dossier.position()
        return Opened(dossier, _resumed(state, position, self.insisted) if position else state, position)

    def recent(self) -> tuple[Recent, ...]:
        """The pairs read last whose files are still there, but for the sample."""
        return tuple(
            pair
            for pair in self.desk.recent()
            if not is_of_the_sample(pair.source) and all(map(os.path.exists, (pair.source, pair.target)))
        )

    def position(self, state: State, line: int, theme: str) -> Position:
        """What is to be remembered: `line` is the line of the screen on which the cursor's row begins."""
        density: Density = "compact" if state.compact else "comfortable"
        return Position(
            side=state.side,
            sentence=state.sentence,
            line=line,
            layers=state.layers,
            only=state.only,
            theme="" if theme == self.config.theme else theme,
            layout="" if state.arrangement == self.config.layout else state.arrangement,
            density="" if density == self.config.density else density,
            ruler=None if state.ruler == self.config.ruler else state.ruler,
            sure=None if state.edition.sure == self.config.certainty else state.edition.sure,
        )


def _dates(source: Article, target: Article) -> dict[Side, str]:
    """When the file of each side was last changed, such as `9 May 2024`; none for what is in no file."""
    out: dict[Side, str] = {}
    for side, article in zip(SIDES, (source, target), strict=True):
        with suppress(OSError, ValueError):
            when = datetime.fromtimestamp(os.stat(article.path).st_mtime)  # noqa: PTH116 — as a person has it
            out[side] = f"{when.day} {when:%b %Y}"
    return out


def _resumed(state: State, position: Position, insisted: Collection[str]) -> State:
    """The state at a position."""
    if "layers" not in insisted:
        state = replace(state, layers=position.layers)
    if "layout" not in insisted and position.layout in LAYOUTS:
        state = replace(state, arrangement=position.layout)
    if "density" not in insisted and position.density in DENSITIES:
        state = replace(state, compact=position.density == "compact")
    if "ruler" not in insisted and position.ruler is not None:
        state = replace(state, ruler=position.ruler)
    if "certainty" not in insisted and position.sure is not None:
        state = replace(state, edition=state.edition.at(position.sure))
    sentences = state.edition.article(position.side).sentences
    if position.sentence >= len(sentences):
        return state
    return replace(state, home=position.side, only=position.only).at(position.side, position.sentence)
