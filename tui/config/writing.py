"""The configuration as text: what is in force, and the file to begin with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from types import MappingProxyType

from tui.config.loading import DEFAULT, Loaded
from tui.config.model import KEYMAP, Config, settings
from tui.config.values import as_toml
from tui.errors import AfronteError
from tui.whole_file import write_whole

_HEAD = """\
# Settings of afronte. A line that begins with # does not count: take the # of a setting away to change it.
# An option (--theme) goes before an environment variable (AFRONTE_THEME), and that before this file.
"""


def template() -> str:
    """A file in which every setting is explained and stands at its default, switched off."""
    parts = [_HEAD]
    for name, (kind, default, doc) in settings().items():
        allowed = f"# Allowed: {kind.allowed}.\n"
        parts.append(f"{_comment(doc)}{allowed}# {name} = {as_toml(default)}\n")
    doc = next(one.metadata["doc"] for one in fields(Config) if one.name == KEYMAP)
    parts.append(f'[{KEYMAP}]\n{_comment(doc)}# "finding.next" = "right_square_bracket,ctrl+n"\n')
    return "\n".join(parts)


def write_template(path: Path) -> None:
    """Writes the file to begin with, unless there is one. Raises AfronteError when it cannot."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            write_whole(template().encode(), path)
    except FileExistsError:
        pass
    except OSError as error:
        raise AfronteError(f"{path}: {error.strerror}: make its folder writable") from error


def show(loaded: Loaded, keys_by_default: Mapping[str, str] = MappingProxyType({})) -> str:
    """What is in force, as TOML, with where each value comes from."""
    lines = {name: as_toml(getattr(loaded.config, name)) for name in settings()}
    keymap = {**keys_by_default, **loaded.config.keymap}
    keys = {as_toml(action): as_toml(keys) for action, keys in keymap.items()}
    origins = {as_toml(action): loaded.origins.get(f"{KEYMAP}.{action}", DEFAULT) for action in keymap}
    parts = [f"# {loaded.path}\n", *_assignments(lines, loaded.origins)]
    if keys:
        parts += [f"\n[{KEYMAP}]\n", *_assignments(keys, origins)]
    return "".join(parts)


def _assignments(values: Mapping[str, str], origins: Mapping[str, str]) -> list[str]:
    lines = {name: f"{name} = {value}" for name, value in values.items()}
    width = max(len(line) for line in lines.values())
    return [f"{line:{width}}  # {origins.get(name, DEFAULT)}\n" for name, line in lines.items()]


def _comment(text: str) -> str:
    return "".join(f"# {line}\n" for line in text.split("\n"))
