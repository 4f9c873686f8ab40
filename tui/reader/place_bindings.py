"""Every key that counts only in the list of findings or in a dialog, by place: for these and for the help."""

from __future__ import annotations

from textual.binding import Binding

from tui.reader.bindings import BINDINGS, Task


def _key(
    id: str,  # noqa: A002
    keys: str,
    action: str,
    label: str,
    tooltip: str,
    *,
    show: bool = False,
) -> Binding:
    return Binding(keys, action, label, show=show, tooltip=tooltip, id=id)


LIST = Task(
    "In the list of findings",
    (
        _key("list.down", "j", "cursor_down", "Down", "Next finding of the list"),
        _key("list.up", "k", "cursor_up", "Up", "Finding before in the list"),
        _key("list.sort", "s", "sort", "Sort", "Sort by another column"),
        _key("list.verdict", "v", "only('verdict')", "Verdict", "Filter by verdict"),
        _key("list.severity", "S", "only('severity')", "Severity", "Filter by severity"),
        _key("list.kind", "K", "only('kind')", "Kind", "Filter by kind"),
    ),
)
NOTE = Task(
    "In a note",
    (_key("note.keep", "escape,ctrl+s", "keep", "Keep and close", "Keep the note and close", show=True),),
)
RECENT = Task(
    "Among the recent pairs",
    (
        _key("recent.sample", "escape,q", "sample", "The sample", "Read the sample", show=True),
        _key("recent.down", "j", "down", "Down", "Next pair"),
        _key("recent.up", "k", "up", "Up", "Pair before"),
    ),
)
FILES = Task(
    "Opening files",
    (_key("files.close", "escape", "leave", "Close", "Back to the page", show=True),),
)
EXPORT = Task(
    "Writing a report",
    (_key("export.close", "escape", "leave", "Close", "Back to the page", show=True),),
)
MODELS = Task(
    "Installing a model",
    (_key("models.leave", "escape", "leave", "Stop or close", "Stop what runs, or close", show=True),),
)
HELP = Task(
    "In this help",
    (
        _key("help.close", "escape,q,question_mark,f1", "dismiss", "Close", "Back to the page", show=True),
        _key("help.down", "j,down", "scroll(1)", "Down", "Scroll down"),
        _key("help.up", "k,up", "scroll(-1)", "Up", "Scroll up"),
    ),
)
PLACES = (LIST, NOTE, RECENT, FILES, EXPORT, MODELS, HELP)

IDS = [b.id for b in (*BINDINGS, *(b for place in PLACES for b in place.bindings)) if b.id]
"""What can be mapped to other keys: the actions of the page and of every place."""
