"""What the keys of an action are called, as they are mapped at present: for every text that names one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.keys import KEY_NAME_REPLACEMENTS, Keys, _character_to_key, key_to_character

from tui.reader.bindings import BINDINGS
from tui.reader.place_bindings import PLACES

if TYPE_CHECKING:
    from textual.app import App

_PLACES: tuple[Mapping[str, Binding], ...] = tuple(
    {binding.id: binding for binding in bindings if binding.id}
    for bindings in (BINDINGS, *(place.bindings for place in PLACES))
)
"""The bindings that count beside each other, by id."""
_NAMES = {*(key.value.split("+")[-1] for key in Keys), *KEY_NAME_REPLACEMENTS.values()}
_OTHER_NAMES = {"esc": "escape", "return": "enter", "pgup": "pageup", "pgdn": "pagedown", "del": "delete"}
_MODIFIERS = {"ctrl", "shift", "alt", "super", "hyper", "meta"}
_SPOKEN = {"escape": "Esc", "enter": "Enter", "tab": "Tab", "space": "Space"}


def spelled(key: str) -> str | None:
    """A key as Textual spells it, from how people and this program do (`?`, `Ctrl-N`); None for no key."""
    key = re.sub(r"(?i)\b(ctrl|shift|alt)-(?=.)", r"\1+", key)
    *modifiers, name = re.sub(r"(^|\+)\+$", r"\1plus", key).split("+")
    modifiers = [modifier.lower() for modifier in modifiers]
    if len(name) == 1:
        name = _character_to_key(name.lower() if modifiers else name)
    else:
        name = _OTHER_NAMES.get(name.lower(), name.lower())
    known = name in _NAMES or key_to_character(name) is not None
    return "+".join([*modifiers, name]) if known and _MODIFIERS.issuperset(modifiers) else None


def keys_of(app: App[object], action: str) -> Iterator[tuple[str, Binding]]:
    """The keys of an action, with its binding: those that another action beside it has do not count."""
    beside = next(place for place in _PLACES if action in place)
    keymap = app._keymap
    taken = {
        key
        for other, keys in keymap.items()
        if other != action and other in beside
        for key in keys.split(",")
    }
    binding = beside[action]
    return (
        (key, binding.with_key(key)) for key in keymap.get(action, binding.key).split(",") if key not in taken
    )


def all_keys_of(app: App[object], action: str) -> str:
    """The keys of an action beside each other, as they are printed on them."""
    return "  ".join(app.get_key_display(binding) for _, binding in keys_of(app, action))


def key_of(app: App[object], action: str) -> str:
    """The first key of an action as one says it; its label where it has no key."""
    for key, binding in keys_of(app, action):
        *modifiers, name = key.split("+")
        spoken = _SPOKEN.get(name) or app.get_key_display(binding.with_key(name))
        return "-".join([*(modifier.capitalize() for modifier in modifiers), spoken])
    return f"“{next(place[action] for place in _PLACES if action in place).description}”"


def with_keys(app: App[object], text: str) -> str:
    """A text with the key of an action in place of each id in braces; see `as_written`."""
    return re.sub(r"\{\{|\{([a-z.-]+)\}", lambda match: key_of(app, match[1]) if match[1] else "{", text)
