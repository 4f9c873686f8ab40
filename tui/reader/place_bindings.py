"""Every key that counts only in the list of findings or in a dialog, by place: for these and for the help."""

from __future__ import annotations

from tui.reader.bindings import BINDINGS, Task, key

LIST = Task(
    "In the list of findings",
    (
        key("list.down", "j,down", "go(1)", "Down the list", "Next finding of the list"),
        key("list.up", "k,up", "go(-1)", "Up the list", "Finding before in the list"),
        key("list.page-down", "space,pagedown", "page(1)", "List page down",
            "Go down by what the list shows"),
        key("list.page-up", "pageup,shift+space", "page(-1)", "List page up", "Go up by what the list shows"),
        key("list.first", "g,home", "end(-1)", "First in the list", "First finding of the list"),
        key("list.last", "G,end", "end(1)", "Last in the list", "Last finding of the list"),
        key("list.choose", "enter", "choose", "From the list to the page", "Read on at this finding"),
        key("list.filter", "slash", "screen.do('type_filter')", "Filter",
            "List only findings that say what you type", show=True),
        key("list.severity", "S", "screen.do('filter_list', 'severity')", "List by severity",
            "List one severity, then the next"),
        key("list.kind", "K", "screen.do('filter_list', 'kind')", "List by kind",
            "List one kind, then the next"),
        key("list.verdict", "v", "screen.do('filter_list', 'verdict')", "List by verdict",
            "List one verdict, then the next"),
        key("list.clear", "0,backspace", "screen.do('clear_filters')", "List all",
            "List all findings again"),
        key("list.sort", "s", "screen.do('sort_list')", "Sort the list",
            "Sort by severity, kind, verdict or place in turn"),
        key("list.confirm", "C", "screen.do('decide_listed', 'confirmed')", "Confirm all listed",
            "Confirm every finding listed; asks once"),
        key("list.dismiss", "X", "screen.do('decide_listed', 'dismissed')", "Dismiss all listed",
            "Dismiss every finding listed; asks once"),
        key("list.intend", "I", "screen.do('decide_listed', 'intended')", "All listed intended",
            "Say of every finding listed that it is intended; asks once"),
    ),
)  # fmt: skip
FIELD = Task(
    "In a line to write in",
    (
        key("field.take", "enter", "submit", "Take", "Take what is written", show=True),
        key("field.leave", "escape", "screen.back", "Leave", "Close the line", show=True),
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
        key(
            "help.close",
            "escape,f1",
            "leave",
            "Close",
            "Show all of it, then close it",
            show=True,
        ),
        key("help.down", "down", "scroll(1)", "Down", "Scroll down"),
        key("help.up", "up", "scroll(-1)", "Up", "Scroll up"),
        key("help.page-down", "pagedown", "page(1)", "Page down", "Go down by a screen"),
        key("help.page-up", "pageup", "page(-1)", "Page up", "Go up by a screen"),
    ),
)
PALETTE = Task(
    "Among the commands",
    (
        key("palette.down", "down", "go(1)", "Next command", "Next command"),
        key("palette.up", "up", "go(-1)", "Command before", "Command before"),
        key("palette.page-down", "pagedown", "page(1)", "Commands page down", "Go down by what is shown"),
        key("palette.page-up", "pageup", "page(-1)", "Commands page up", "Go up by what is shown"),
    ),
)
PLACES = (LIST, FIELD, NOTE, RECENT, FILES, EXPORT, REPLACE, MODELS, HELP, PALETTE)

BESIDE = tuple(
    {b.id: b.key for b in bindings if b.id} for bindings in (BINDINGS, *(place.bindings for place in PLACES))
)
"""The keys of the actions of the page and of every place, by id: those of one place count side by side."""
BY_DEFAULT = {action: keys for place in BESIDE for action, keys in place.items()}
"""What can be mapped to other keys: the actions of the page and of every place, with the keys they have."""
