"""The settings: what each is called, what it does, what it may be and what it is by default."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Literal

from tui.comparison import LAYERS, SURE, Layer
from tui.config.values import Choice, Choices, Command, Keys, Kind, Number, Switch

Layout = Literal["auto", "side-by-side", "stacked"]
LAYOUTS: tuple[Layout, ...] = ("auto", "side-by-side", "stacked")
Density = Literal["compact", "comfortable"]
DENSITIES: tuple[Density, ...] = ("compact", "comfortable")

LEAST_SURE, SUREST = 0.4, 1.0
"""Between these lies the probability from which a finding may be critical; at the least, all are told."""

ARGOS = "argos"
"""The translator that is no command."""


def _told(kind: Kind, doc: str) -> Mapping[str, Any]:
    """What a field may be, and what people are told about it."""
    return {"kind": kind, "doc": doc}


@dataclass(frozen=True, slots=True)
class Config:
    """How the reader looks and behaves; the `doc` of each field is what the file to begin with says."""

    theme: str = field(
        default="dark",
        metadata=_told(
            Choice(()),
            "The colours: dark, light, high-contrast, colour-blind, terminal (the terminal's own colours),\n"
            "or one of the other themes the command palette lists.",
        ),
    )
    layers: frozenset[Layer] = field(
        default=frozenset(LAYERS),
        metadata=_told(
            Choices(LAYERS),
            "The layers of findings shown at first; the keys 1, 2 and 3 switch them\n"
            "(unless they are mapped otherwise).",
        ),
    )
    certainty: float = field(
        default=SURE,
        metadata=_told(
            Number(LEAST_SURE, SUREST),
            "How likely a finding must be right to be critical; the steps to major and minor follow it, and\n"
            "what is less sure is not told. The keys + and - change it, and --sure does for `afronte check`.",
        ),
    )
    layout: Layout = field(
        default="auto",
        metadata=_told(
            Choice(LAYOUTS),
            "How the panes lie; auto stacks them on a page of under 90 columns; the key O turns them.",
        ),
    )
    density: Density = field(
        default="comfortable",
        metadata=_told(
            Choice(DENSITIES), "Compact leaves out the empty line between two rows; the key d changes it."
        ),
    )
    ruler: bool = field(
        default=False,
        metadata=_told(Switch(), "A ruler on the lines of the sentence one reads; the key _ switches it."),
    )
    reread: bool = field(
        default=False,
        metadata=_told(
            Switch(),
            "Read a file again when another program has saved it; otherwise a message offers that.",
        ),
    )
    translator: str = field(
        default=ARGOS,
        metadata=_told(
            Command(),
            "What translates back: argos, or a command that reads a sentence a line and writes one a line,\n"
            'such as "apertium -u ita-spa".',
        ),
    )
    keymap: Mapping[str, str] = field(
        default_factory=dict,
        metadata=_told(
            Keys(),
            "The keys of an action by its id, several with commas between; `afronte config show` lists\n"
            "the ids with the keys in force.",
        ),
    )
    advance: bool = field(
        default=False,
        metadata=_told(Switch(), "After a verdict, go on to the next open finding."),
    )


def settings() -> Mapping[str, tuple[Kind, Any, str]]:
    """Of every setting but the keymap, in order: its kind, its default and what people are told about it."""
    return {
        one.name: (one.metadata["kind"], one.default, one.metadata["doc"])
        for one in fields(Config)
        if one.name != KEYMAP
    }


KEYMAP = "keymap"
"""The one setting that is a table."""
