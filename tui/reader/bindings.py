"""Every key of the reader, by task: the one list that the screen, the footer and the help are made from."""

from __future__ import annotations

from msgspec import Struct
from textual.binding import Binding


class Task(Struct, frozen=True):
    """What keys are for, and the keys."""

    name: str
    bindings: tuple[Binding, ...]


_ROW = Binding.Group("Row", compact=True)
_FINDING = Binding.Group("Finding", compact=True)
_VERDICT = Binding.Group("Decide", compact=True)


def key(
    id: str,  # noqa: A002
    keys: str,
    action: str,
    label: str,
    tooltip: str,
    *,
    show: bool = False,
    group: Binding.Group | None = None,
) -> Binding:
    """A binding whose every part is said."""
    return Binding(keys, action, label, show=show, tooltip=tooltip, id=id, group=group)


TASKS: tuple[Task, ...] = (
    Task(
        "Move",
        (
            key("row.next", "j,down", "do('move', 'next_row')", "Next row", "Go to the row below",
                 show=True, group=_ROW),
            key("row.previous", "k,up", "do('move', 'previous_row')", "Previous row", "Go to the row above",
                 show=True, group=_ROW),
            key("sentence.next", "l,right", "do('move', 'next_sentence')", "Next sentence",
                 "Go to the next sentence of this pane"),
            key("sentence.previous", "h,left", "do('move', 'previous_sentence')", "Previous sentence",
                 "Go to the sentence before in this pane"),
            key("row.number", "colon", "do('paragraph')", "Paragraph by number",
                 "Go to a paragraph by its number: 12 of this pane, S12 of the source, T12 of the target"),
            key("row.first", "g,home", "do('move', 'first_row')", "First row", "Go to the beginning"),
            key("row.last", "G,end", "do('move', 'last_row')", "Last row", "Go to the end"),
            key("page.down", "space,pagedown", "do('turn_page', 1.0)", "Page down", "Go down by a screen"),
            key("page.up", "pageup,shift+space", "do('turn_page', -1.0)", "Page up", "Go up by a screen"),
            key("page.half-down", "ctrl+d", "do('turn_page', 0.5)", "Half a page down",
                 "Go down by half a screen"),
            key("page.half-up", "ctrl+u", "do('turn_page', -0.5)", "Half a page up",
                 "Go up by half a screen"),
            key("pane.other", "tab", "do('move', 'other_pane')", "Other pane",
                 "Go to what corresponds in the other pane"),
            key("counterpart", "enter", "do('move', 'counterpart')", "Counterpart",
                 "Go to the counterpart wherever it stands, and back"),
        ),
    ),
    Task(
        "Find what differs",
        (
            key("finding.next", "right_square_bracket", "do('move', 'next_finding')", "Next finding",
                 "Go to the next finding", show=True, group=_FINDING),
            key("finding.previous", "left_square_bracket", "do('move', 'previous_finding')",
                 "Previous finding",
                 "Go to the finding before", show=True, group=_FINDING),
            key("finding.next-open", "right_parenthesis", "do('move', 'next_open')", "Next open finding",
                 "Go to the next finding on which nothing is decided"),
            key("finding.previous-open", "left_parenthesis", "do('move', 'previous_open')",
                 "Previous open finding", "Go to the finding before on which nothing is decided"),
            key("lone.next", "right_curly_bracket", "do('move', 'next_lone')",
                 "Next row without a counterpart",
                 "Go to the next row with nothing beside it"),
            key("lone.previous", "left_curly_bracket", "do('move', 'previous_lone')",
                 "Previous row without a counterpart", "Go to the row before with nothing beside it"),
            key("findings", "f", "do('findings')", "List", "Open or close the list of findings",
                 show=True),
            key("layer.facts", "1", "do('layer', 'facts')", "Facts ≠", "Show or hide the facts that differ"),
            key("layer.missing", "2", "do('layer', 'missing')", "Missing − + ⇄",
                 "Show or hide what has no counterpart or has moved"),
            key("layer.words", "3", "do('layer', 'words')", "Words ~", "Show or hide single words"),
            key("certainty.less", "plus", "do('certainty', -1)", "More marks +",
                 "Tell what is less sure too; it is marked as less severe"),
            key("certainty.more", "minus", "do('certainty', 1)", "Fewer marks −",
                 "Tell only what is surer, and mark it as less severe"),
            key("findings.open", "4", "do('move', 'only_open')", "Open ones only",
                 "Hide or show what is decided"),
        ),
    ),
    Task(
        "Decide",
        (
            key("verdict.confirmed", "c", "do('decide', 'confirmed')", "Confirm",
                 "The finding is right; again: open", show=True, group=_VERDICT),
            key("verdict.dismissed", "x", "do('decide', 'dismissed')", "Dismiss",
                 "The finding is none; again: open", show=True, group=_VERDICT),
            key("verdict.intended", "i", "do('decide', 'intended')", "Intended",
                 "The sides differ on purpose; again: open", show=True, group=_VERDICT),
            key("same", "equals_sign", "do('same')", "The same",
                 "Both sides of the finding say the same: silence it and its like, here and in every pair "
                 "(figures: here)"),
            key("verdict.rule", "D", "do('dismiss_rule')", "Dismiss the rule",
                 "Dismiss every open finding of the same rule; asks once"),
            key("finding.why", "w", "do('why')", "Why", "Say which rule found this, and on what evidence"),
            key("note", "e", "do('note')", "Note", "Write a note on the finding"),
            key("edit.target", "a", "do('edit', 'target')", "Edit",
                 "Open the target in $VISUAL or $EDITOR at the line of the finding; then it is read again"),
            key("edit.source", "A", "do('edit', 'source')", "Edit the source", "The same with the source"),
            key("bookmark", "b", "do('bookmark')", "Bookmark", "Set or take away the bookmark of the row"),
            key("bookmark.next", "B", "do('move', 'next_bookmark')", "Next bookmark",
                 "Go to the next row with a bookmark or note, round the end"),
            key("row.note", "r", "do('row_note')", "Note on the row", "Write a note beside the row"),
        ),
    ),
    Task(
        "Translate",
        (
            key("translation", "t", "do('translation')", "Translation",
                 "Open the panel with the target of this row translated back; again: the source translated "
                 "forward, where a model does that; once more: close it", show=True),
            key("translation.article", "T", "do('translate_article')", "Translate all",
                 "Translate the whole article back in the background, or stop that"),
            key("translation.down", "greater_than_sign", "do('scroll_translation', 1)", "Translation down",
                 "Scroll the translation down"),
            key("translation.up", "less_than_sign", "do('scroll_translation', -1)", "Translation up",
                 "Scroll the translation up"),
            key("model.install", "I", "do('install_model')", "Install a model",
                 "Download the model that translates back, or take it from a file"),
        ),
    ),
    Task(
        "Correct the alignment",
        (
            key("link", "L", "do('link', 'sentence')", "Link",
                 "Take the sentence and go to what may be its counterpart; there, link the two"),
            key("link.row", "W", "do('link', 'row')", "Link whole rows",
                 "Take all of the row and go to what may be its counterpart; there, link the two"),
            key("unlink", "U", "do('unlink', 'sentence')", "Unlink",
                 "Take the sentence from its counterpart: they no longer belong together"),
            key("unlink.row", "X", "do('unlink', 'row')", "Unlink row",
                 "Take all of the row from its counterpart"),
            key("moved", "m", "do('moved')", "Moved", "Mark the sentence and its counterpart as moved"),
            key("row.merge", "M", "do('merge')", "Merge rows", "Make one row of this and the one below"),
            key("row.split", "S", "do('split')", "Split row", "Begin a row at this paragraph"),
            key("undo", "u", "do('undo')", "Undo",
                 "Take back what was decided last: verdict, note, bookmark, correction, the same"),
            key("redo", "ctrl+r", "do('redo')", "Redo", "Make it hold again"),
        ),
    ),
    Task(
        "Search",
        (
            key("search", "slash", "do('search')", "Search", "Search both sides, blind to case and accents "
                 "(re: begins a regular expression)"),
            key("match.next", "n", "do('move', 'next_match')", "Next match", "Go to the next match"),
            key("match.previous", "N", "do('move', 'previous_match')", "Previous match",
                 "Go to the match before"),
        ),
    ),
    Task(
        "Page",
        (
            key("pane.one", "o", "do('move', 'one_pane')", "One pane", "Show only this pane, or both again"),
            key("layout", "O", "do('layout')", "Layout", "Stack the panes, or lay them side by side"),
            key("density", "d", "do('move', 'density')", "Density",
                 "Leave out the empty line between two rows, or put it there again"),
            key("ruler", "underscore", "do('move', 'ruler')", "Ruler",
                 "Light the lines of the current sentence, or stop that"),
            key("export", "E", "do('export')", "Export", "Write a report beside the files"),
            key("cite", "Y", "do('cite')", "Copy finding", "Copy the finding with what both sides say"),
            key("select", "v", "do('move', 'select')", "Select",
                 "Select the sentence to be copied; again: the next one too"),
            key("copy", "y,ctrl+c", "do('copy')", "Copy",
                 "Copy the selection, or else both sides of the row"),
            key("open", "ctrl+o", "do('open')", "Open", "Open two other files"),
            key("reread", "R", "do('reread')", "Read again", "Read both files again, with all verdicts kept"),
            key("swap", "s", "do('swap')", "Swap sides", "Read the two texts the other way round"),
            key("palette", "ctrl+p", "do('palette')", "Commands", "Look for a command by its name"),
            key("back", "escape", "back", "Back", "Close what was opened last"),
            key("tour", "ctrl+t", "do('tour')", "Tour", "Begin the tour of six steps, or go on with it"),
            key("help", "question_mark,f1", "do('help')", "Help", "Show every key and what the marks mean",
                 show=True),
            key("suspend", "ctrl+z", "app.suspend_process", "To the shell",
                "Give the terminal back to the shell; its fg goes on here"),
            key("quit", "q", "app.quit", "Quit", "Leave the reader", show=True),
        ),
    ),
)  # fmt: skip

BINDINGS = [binding for task in TASKS for binding in task.bindings]
