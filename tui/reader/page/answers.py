"""What is said where a key finds nothing to do: no key stays without an answer."""

from __future__ import annotations

from collections.abc import Callable

from tui.articles import other_side
from tui.comparison import LAYERS
from tui.desk import Mark
from tui.reader.page.listing import filters, walked
from tui.reader.page.state import State
from tui.reader.page.words import as_written, counted, language

Answer = Callable[[State], str]
"""The ids of actions stand in braces, for their keys."""


def why_unmoved(name: str, state: State) -> str:
    """Why a move has left everything as it was."""
    return _ANSWERS[name](state)


def none_in_hand(state: State) -> str:
    """Why nothing is done with the finding under the cursor where there is none."""
    if walked(state):
        return "No finding under the cursor: {finding.next} goes to the next one."
    return why_unmoved("next_finding", state)


def hidden_findings(state: State) -> str:
    """The findings that no move stops at because they are hidden, and the keys that show them."""
    findings = state.edition.findings
    hidden = [layer for layer in LAYERS if layer not in state.layers]
    inside = sum(finding.layer in hidden for finding in findings)
    told = []
    if inside:
        keys = " ".join(f"{{layer.{layer}}}" for layer in hidden)
        told.append(f"{counted(inside, 'finding')} in hidden layers ({keys})")
    if state.open_only:
        decided = sum(state.verdict(finding) != "open" for finding in findings if finding.layer not in hidden)
        if decided:
            told.append(f"{decided} decided ({{findings.open}})")
    return ", ".join(told)


def _no_finding_beyond(state: State, name: str, again: str, *, only_open: bool = False) -> str:
    edition, hidden = state.edition, hidden_findings(state)
    shown = [edition.findings[number] for number in walked(state)]
    if only_open:
        shown = [finding for finding in shown if state.verdict(finding) == "open"]
    is_listed = bool(state.listing.is_open and filters(state))
    if shown:
        open_, listed = "open " if only_open else "", " listed" if is_listed else ""
        told = f"The {name} {open_}finding{listed}; {again} again starts over."
        return f"{told} Not shown: {hidden}." if hidden else told
    if is_listed and edition.findings:
        named = " and ".join(map(as_written, filters(state)))
        return f"No {'open ' if only_open else ''}finding is {named}."
    if hidden:
        return f"No finding is shown: {hidden}."
    if edition.findings and only_open:
        return "Nothing open: every finding is decided."
    if state.work.stage or not edition.is_compared:
        return "No finding yet: the texts have not been compared."
    if edition.less_sure:
        return f"Nothing sure enough to be told: {len(edition.less_sure)} less sure ({{certainty.less}})."
    return "No finding: nothing differs."


def _no_lone(state: State, again: str, where: str) -> str:
    if any(row.kind != "aligned" for row in state.edition.rows):
        return f"No row without a counterpart {where}; {again} again starts over."
    return "Every row has its counterpart beside it."


def _no_match(state: State) -> str:
    if not state.query:
        return "Nothing was searched for: {search} searches."
    return f"No match for “{as_written(state.query)}”." if not state.matches else "This is the only match."


def _no_bookmark(state: State) -> str:
    if any(mark != Mark() for mark in state.sheet.marks.values()):
        return "This is the only row with a bookmark or a note."
    return "No bookmark yet: {bookmark} sets one on this row, {row.note} writes a note beside it."


def _no_counterpart(state: State) -> str:
    if state.edition.alignment is None:
        return "Wait until the two are aligned."
    return f"The {_beside(state)} has no counterpart of this."


def _beside(state: State) -> str:
    return language(state.edition.article(other_side(state.side)))


def done(name: str, state: State) -> str:
    """What a move has done where the page may not show it; nothing where it does."""
    if name == "ruler":
        return "The ruler lies on the sentence." if state.ruler else "The ruler is off."
    if name == "density":
        return "No empty lines between rows." if state.compact else "An empty line between rows."
    return ""


_ANSWERS: dict[str, Answer] = {
    "next_row": lambda _: "This is the end.",
    "last_row": lambda _: "This is the end.",
    "previous_row": lambda _: "This is the beginning.",
    "first_row": lambda _: "This is the beginning.",
    "next_sentence": lambda _: "This is the last sentence.",
    "previous_sentence": lambda _: "This is the first sentence.",
    "other_pane": lambda state: f"The {_beside(state)} has nothing beside this.",
    "counterpart": _no_counterpart,
    "next_finding": lambda state: _no_finding_beyond(state, "last", "{finding.next}"),
    "previous_finding": lambda state: _no_finding_beyond(state, "first", "{finding.previous}"),
    "next_open": lambda state: _no_finding_beyond(state, "last", "{finding.next-open}", only_open=True),
    "previous_open": lambda state: _no_finding_beyond(
        state, "first", "{finding.previous-open}", only_open=True
    ),
    "next_lone": lambda state: _no_lone(state, "{lone.next}", "below"),
    "previous_lone": lambda state: _no_lone(state, "{lone.previous}", "above"),
    "next_match": _no_match,
    "previous_match": _no_match,
    "next_bookmark": _no_bookmark,
    "select": lambda _: "This is the last sentence.",
}
