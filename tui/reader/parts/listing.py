"""The list of findings beside the page: which are listed, and what is decided on all of them at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from tui.comparison import Finding
from tui.desk import Verdict
from tui.reader.page import listing
from tui.reader.page.state import Column, State
from tui.reader.page.words import as_written, counted, in_words
from tui.reader.parts.part import Closable, Part
from tui.reader.widgets.findings_list import FilterBar, FindingsList


class Listing(Part):
    """Opens the list, chooses what it shows, and goes where it points."""

    VERBS = (
        "findings",
        "sort_list",
        "filter_list",
        "clear_filters",
        "type_filter",
        "decide_listed",
        "dismiss_rule",
    )

    _asked: tuple[object, ...] = ()
    """What has been asked for once: the same again is done."""

    def findings(self) -> None:
        """Opens the list of findings, or closes it."""
        if self.state.listing.is_open:
            self._close()
        else:
            self._open()

    def _open(self) -> None:
        self._show(is_open=True)
        self.screen.query_one(FindingsList).take_up()

    def _show(self, *, is_open: bool) -> None:
        self._become(replace(self.state, listing=replace(self.state.listing, is_open=is_open)))

    def go_to(self, finding: Finding, *, leave: bool) -> None:
        """Goes to a finding; `leave`: and gives the keys back to the page."""
        number = self.state.edition.number_of(finding)
        if number is None:  # it was listed before the last comparison
            self.screen.hint("This finding is there no more.")
            return
        self.screen.become(self.state.at_finding(number))
        if leave:
            self.screen.set_focus(self.screen.spread)

    def say_ended(self, *, is_last: bool) -> None:
        """Says that the list goes no further."""
        if not listing.listed(self.state):
            self.screen.hint("The list is empty.")
        else:
            self.screen.hint(f"The {'last' if is_last else 'first'} finding listed.")

    # What is listed

    def _become(self, state: State) -> None:
        self.screen.become(state, reveal=False)

    def sort_list(self) -> None:
        """Sorts by the next column."""
        self._become(listing.sorted_by_next(self.state))

    def filter_list(self, column: Column) -> None:
        """Lists the findings with the next value of a column."""
        before = self.state.listing
        self._become(listing.filtered_by_next(self.state, column))
        if self.state.listing == before:
            self.screen.hint("Nothing to choose from: the list is empty.")

    def show_only(self, column: Column, value: str) -> None:
        """Opens the list with the findings of one value of a column; of all, where it showed these alone."""
        self._become(listing.filtered_to(self.state, column, value))
        self._open()

    def clear_filters(self) -> None:
        """Lists all findings again."""
        if listing.filters(self.state):
            self._forget()
        else:
            self.screen.hint("No filter is on.")

    def type_filter(self) -> None:
        """Opens the field for words that a finding has to say."""
        self.screen.query_one(FilterBar).open(self.state.listing.words)

    def leave_field(self) -> None:
        """Closes the field for words, if it is open."""
        bar = self.screen.query_one(FilterBar)
        if bar.display:
            bar.close()

    def filter_by(self, words: str) -> None:
        """Lists the findings that say all of some words."""
        self._become(replace(self.state, listing=replace(self.state.listing, words=words)))

    # Deciding on many

    def decide_listed(self, verdict: Verdict) -> None:
        """Gives a verdict on all that is listed, when it is asked for twice."""
        numbers = listing.listed(self.state)
        named = as_written(", ".join(listing.filters(self.state)))
        self._decide(numbers, verdict, f"listed ({named})" if named else "listed")

    def dismiss_rule(self) -> None:
        """Dismisses all open findings of the current one's rule, when it is asked for twice."""
        state = self.state
        if (current := self.in_hand()) is None:
            return
        alike = [
            number
            for number, finding in enumerate(state.edition.findings)
            if finding.rule == current.rule and state.verdict(finding) == "open"
        ]
        found = [state.edition.findings[number] for number in alike] or [current]
        kinds = ", ".join(dict.fromkeys(in_words(finding.kind) for finding in found))
        named = f"of this kind ({kinds}; found by the same rule)"
        self._decide(alike, "dismissed", named, asked_of="open finding")

    def _decide(
        self, numbers: Sequence[int], verdict: Verdict, named: str, *, asked_of: str = "finding"
    ) -> None:
        """`asked_of`: what the findings are called before they are decided."""
        findings = [self.state.edition.findings[number] for number in numbers]
        findings = [finding for finding in findings if self.state.verdict(finding) != verdict]
        if not findings:
            self.screen.hint(f"Nothing {named} that is not {verdict} already.")
            return
        asked = verdict, *(finding.id for finding in findings)
        if self._asked != asked:
            self._asked = asked
            self.screen.hint(
                f"The same key again makes {counted(len(findings), asked_of)} {named} {verdict}."
            )
            return
        self._asked = ()
        done = f"Now {verdict}: {counted(len(findings), 'finding')} {named}. {{undo}} takes it back."
        self.screen.deciding.keep(lambda dossier: dossier.decide_all(findings, verdict), lambda: done)

    def closables(self) -> Iterable[Closable]:
        """The list, its filters, and the field for words."""
        bar = self.screen.query_one(FilterBar)
        yield Closable(lambda: self.state.listing.is_open, self._close)
        yield Closable(
            lambda: (
                self.state.listing.is_open
                and bool(self.state.listing.only or self.state.listing.words)
                and not bar.display
            ),
            self._forget,
        )
        yield Closable(lambda: bar.display, bar.close)

    def _close(self) -> None:
        self._show(is_open=False)
        self.screen.set_focus(self.screen.spread)

    def _forget(self) -> None:
        self._become(listing.unfiltered(self.state))
