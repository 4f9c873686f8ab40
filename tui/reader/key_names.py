"""The keys of an action as a person sees them, after the key map."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import App
from textual.binding import Binding


def key_names(app: App[object], binding: Binding, beside: Iterable[Binding]) -> str:
    """The keys of a binding; those that the key map gives to another action `beside` it do not count."""
    keymap, own = app._keymap, binding.id or ""
    taken = {
        key
        for other in beside
        if other.id and other.id != own and other.id in keymap
        for key in keymap[other.id].split(",")
    }
    keys = keymap.get(own, binding.key).split(",")
    return "  ".join(app.get_key_display(binding.with_key(key)) for key in keys if key not in taken)
