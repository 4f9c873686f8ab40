"""Keys in the order in which they were pressed, where one writes."""

from __future__ import annotations

from textual import events
from textual.widget import Widget


async def act_in_order(place: Widget, event: events.Key) -> None:
    """Has what a key is for done at once, unless it is to be written.

    `place`: what one writes in. It writes a letter as soon as that comes; Textual hands any other key on
    through all that lies around before it does anything, and letters typed behind it would get ahead of it.
    """
    if event.is_printable:
        return
    bound = place.screen.active_bindings.get(event.key)
    if bound is not None and await place.app.run_action(bound.binding.action, bound.node):
        event.stop()
        event.prevent_default()
