"""Every key that counts only in the list of findings or in a dialog, by place: for these and for the help."""

from __future__ import annotations

from tui.reader.bindings import BINDINGS, Task, key

LIST = Task(
    "In the list of findings",
    (
        key("list.down", "j", "cursor_down", "Down", "Next finding of the list"),
        key("list.up", "k", "cursor_up", "Up", "Finding before in the list"),
        key("list.sort", "s", "sort", "Sort", "Sort by another column"),
        key("list.verdict", "v", "only('verdict')", "Verdict", "Filter by verdict"),
        key("list.severity", "S", "only('severity')", "Severity", "Filter by severity"),
        key("list.kind", "K", "only('kind')", "Kind", "Filter by kind"),
    ),
)
NOTE = Task(
    "In a note",
    (key("note.keep", "escape,ctrl+s", "keep", "Keep and close", "Keep the note and close", show=True),),
)
RECENT = Task(
    "Among the recent pairs",
    (
        key("recent.sample", "escape,q", "sample", "The sample", "Read the sample", show=True),
        key("recent.down", "j", "down", "Down", "Next pair"),
        key("recent.up", "k", "up", "Up", "Pair before"),
    ),
)
FILES = Task(
    "Opening files",
    (key("files.close", "escape", "leave", "Close", "Back to the page", show=True),),
)
EXPORT = Task(
    "Writing a report",
    (key("export.close", "escape", "leave", "Close", "Back to the page", show=True),),
)
MODELS = Task(
    "Installing a model",
    (key("models.leave", "escape", "leave", "Stop or close", "Stop what runs, or close", show=True),),
)
HELP = Task(
    "In this help",
    (
        key("help.close", "escape,q,question_mark,f1", "dismiss", "Close", "Back to the page", show=True),
        key("help.down", "j,down", "scroll(1)", "Down", "Scroll down"),
        key("help.up", "k,up", "scroll(-1)", "Up", "Scroll up"),
    ),
)
PLACES = (LIST, NOTE, RECENT, FILES, EXPORT, MODELS, HELP)

BY_DEFAULT = {b.id: b.key for b in (*BINDINGS, *(b for place in PLACES for b in place.bindings)) if b.id}
"""What can be mapped to other keys: the actions of the page and of every place, with the keys they have."""
