"""The reader's own themes, beside Textual's: colours kept in `assets/themes`, one file each."""

from __future__ import annotations

import tomllib

from textual.theme import BUILTIN_THEMES, Theme

from tui.resources import asset

TERMINAL = "terminal"
"""The theme made of the terminal's own colours."""


def own_themes() -> tuple[Theme, ...]:
    """Every theme of ours: its name is its file's, its fields are Textual's."""
    return tuple(
        Theme(name=path.stem, **tomllib.loads(path.read_text("utf-8")))
        for path in sorted(asset("themes").glob("*.toml"))
    )


def theme_names() -> tuple[str, ...]:
    """The names of all themes there are: ours, then Textual's."""
    return (*(theme.name for theme in own_themes()), *BUILTIN_THEMES)
