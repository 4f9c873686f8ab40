"""From the desk to the state in which a pair is opened, and from the state to what the desk remembers."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from tui.articles import Article
from tui.config import LAYOUTS, Config
from tui.desk import Desk, Dossier, Position
from tui.reader.edition import Edition, title
from tui.reader.state import State


@dataclass(frozen=True, slots=True)
class Opened:
    """A pair as it is laid on the desk."""

    dossier: Dossier
    state: State
    position: Position | None
    """Where it was left; None the first time."""


def open_pair(
    desk: Desk, source: Article, target: Article, config: Config, insisted: Collection[str] = ()
) -> Opened:
    """The pair where it was left, or at its beginning.

    `insisted`: the settings that are to be as configured, however the pair was left.
    """
    dossier = desk.open(source, target, source_title=title(source), target_title=title(target))
    state = State.opening(
        Edition.plain(source, target),
        layers=config.layers,
        arrangement=config.layout,
        compact=config.density == "compact",
        ruler=config.ruler,
    )
    state = replace(state, sheet=dossier.sheet())
    position = dossier.position()
    return Opened(dossier, resumed(state, position, insisted) if position else state, position)


def resumed(state: State, position: Position, insisted: Collection[str]) -> State:
    """The state at a position."""
    if "layers" not in insisted:
        state = replace(state, layers=position.layers)
    if "layout" not in insisted and position.layout in LAYOUTS:
        state = replace(state, arrangement=position.layout)
    sentences = state.edition.article(position.side).sentences
    if position.sentence >= len(sentences):
        return state
    return replace(state, home=position.side, only=position.only).at(position.side, position.sentence)


def position_of(state: State, line: int, theme: str, config: Config) -> Position:
    """What is to be remembered: `line` is the line of the screen on which the cursor's row begins."""
    return Position(
        side=state.side,
        sentence=state.sentence,
        line=line,
        layers=state.layers,
        only=state.only,
        theme="" if theme == config.theme else theme,
        layout="" if state.arrangement == config.layout else state.arrangement,
    )
