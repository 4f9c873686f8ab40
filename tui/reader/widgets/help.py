"""What the marks mean and every key by task, as it is mapped at present; filtered as one types."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Input, Static

from tui.reader import place_bindings
from tui.reader.bindings import TASKS
from tui.reader.keys import all_keys_of, with_keys
from tui.reader.page.help_text import LEGEND, Entry, Section, help_lines
from tui.reader.page.words import Pieces
from tui.reader.widgets.in_order import act_in_order
from tui.reader.widgets.overlay import Overlay
from tui.reader.widgets.painting import Painter


class HelpText(Painter, ScrollView, can_focus=False):
    """What the help says, painted by line."""

    PREFIX = "help"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"help--title", "help--key"}

    def __init__(self) -> None:
        super().__init__()
        self.sections: tuple[Section, ...] = ()
        """All that there is to say."""
        self._words = ""
        self._laid_out = "", 0
        """For which words and which width."""
        self._lines: list[Pieces] = []

    def say(self, words: str) -> None:
        """Says what has some words in it, from the top."""
        self._words = words
        self.scroll_to(y=0, animate=False, force=True)
        self._lay_out()

    def on_resize(self) -> None:
        """Says it in the other width."""
        self._lay_out()

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        if width and (self._words, width) != self._laid_out:
            self._laid_out = self._words, width
            self._lines = help_lines(self.sections, self._words, width)
            self.virtual_size = Size(width, len(self._lines))
            self.repaint()

    def paint(self, y: int) -> Strip:
        """Paints line `y` of the view."""
        at = y + self.scroll_offset.y
        return self.strip_of(
            self._lines[at] if at < len(self._lines) else (), self.scrollable_content_region.width
        )


class _Sought(Input):
    """The line for what one looks for."""

    async def on_key(self, event: events.Key) -> None:
        """Edits in the order of the keys."""
        await act_in_order(self, event)


class Help(Overlay):
    """The legend and the keys over the page."""

    BINDINGS: ClassVar[list[BindingType]] = [*place_bindings.HELP.bindings]

    def compose(self) -> ComposeResult:
        """The field for what one looks for, then signs and keys with what they mean."""
        hint = "{help.down} {help.up} {help.page-down} scroll · {help.close} closes"
        yield _Sought(placeholder="Type what you look for", compact=True, select_on_focus=False)
        yield HelpText()
        yield Static(with_keys(self.app, hint), classes="dialog-keys", markup=False)

    def open(self) -> None:
        """Shows everything."""
        text = self.query_one(HelpText)
        text.sections = text.sections or self._sections()
        text.say("")
        super().open()

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        event.stop()
        if "?" in event.value:  # the key that has opened the help
            self.close()
        else:
            self.query_one(HelpText).say(event.value)

    def _sections(self) -> tuple[Section, ...]:
        said = partial(with_keys, self.app)
        legend = tuple(Entry(sign, said(told)) for sign, told in LEGEND)
        return (
            Section("What the marks mean", legend),
            *(
                Section(
                    task.name,
                    tuple(
                        Entry(all_keys_of(self.app, binding.id or ""), binding.tooltip, binding.description)
                        for binding in task.bindings
                    ),
                )
                for task in (*TASKS, *place_bindings.PLACES)
            ),
        )

    def action_leave(self) -> None:
        """Shows everything again, or closes the help."""
        if self.field.value:
            self.field.value = ""
        else:
            self.close()

    def action_scroll(self, lines: int) -> None:
        """Scrolls the help."""
        self.query_one(HelpText).scroll_relative(y=lines, animate=False)

    def action_page(self, step: int) -> None:
        """Scrolls by what is shown at once, but for a line."""
        self.action_scroll(step * (self.query_one(HelpText).scrollable_content_region.height - 1))
