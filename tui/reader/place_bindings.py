"""Every key that counts only in the list of findings or in a dialog, by place: for these and for the help."""

from __future__ import annotations

from tui.reader.bindings import BINDINGS, Task, key

LIST = Task(
    "In the list of findings",
    (
        key("list.down", "j,down", "go(1)", "Down the list", "Next finding of the list"),
        key("list.up", "k,up", "go(-1)", "Up the list", "Finding before in the list"),
        key(
            "list.page-down", "space,pagedown", "page(1)", "List page down", "Go down by what the list shows"
        ),
        key("list.page-up", "pageup,shift+space", "page(-1)", "List page up", "Go up by what the list shows"),
        key("list.first", "g,home", "end(-1)", "First in the list", "First finding of the list"),
        key("list.last", "G,end", "end(1)", "Last in the list", "Last finding of the list"),
        key("list.choose", "enter", "choose", "From the list to the page", "Read on at this finding"),
        key("list.sort", "s", "sort", "Sort the list", "Sort by severity, kind, verdict or place in turn"),
        key("list.verdict", "v", "only('verdict')", "List by verdict", "Filter by verdict"),
        key("list.severity", "S", "only('severity')", "List by severity", "Filter by severity"),
        key("list.kind", "K", "only('kind')", "List by kind", "Filter by kind"),
    ),
)
NOTE = Task(
    "In a note",
    (
        key("note.keep", "escape,ctrl+s", "keep", "Keep and close", "Keep the note and close", show=True),
        key("note.leave", "ctrl+g", "leave", "Leave it", "Close and leave the note as it was", show=True),
    ),
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
REPLACE = Task(
    "Replacing a report",
    (key("replace.close", "escape", "leave", "Back", "Back to the file's name", show=True),),
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
        key("help.page-down", "space,pagedown", "page(1)", "Page down", "Go down by a screen"),
        key("help.page-up", "pageup,shift+space", "page(-1)", "Page up", "Go up by a screen"),
    ),
)
PLACES = (LIST, NOTE, RECENT, FILES, EXPORT, REPLACE, MODELS, HELP)

BESIDE = tuple(
    {b.id: b.key for b in bindings if b.id} for bindings in (BINDINGS, *(place.bindings for place in PLACES))
)
"""The keys of the actions of the page and of every place, by id: those of one place count side by side."""
BY_DEFAULT = {action: keys for place in BESIDE for action, keys in place.items()}
"""What can be mapped to other keys: the actions of the page and of every place, with the keys they have."""
