"""What many pairs come to: a table at the end of a run, and a page that leads to every report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from urllib.parse import quote

from msgspec import Struct

from tui.comparison import SEVERITIES
from tui.printable import printable
from tui.reports.formats.html import page_of
from tui.reports.header import NOTICE, tool

_COLUMNS = (*SEVERITIES, "aligned", "moved", "only_source", "only_target")
Summary = Mapping[str, int]


class Entry(Struct, frozen=True):
    """One pair in the index."""

    id: str
    source: str
    target: str
    page: str
    """The name of its report, in the folder of the index."""
    summary: Summary | None
    """None for a pair that could not be checked."""
    error: str = ""


def summary_table(summaries: Sequence[Summary | None]) -> str:
    """How many findings of each severity there are, in how many pairs; ends with a line feed."""
    checked = [summary for summary in summaries if summary is not None]
    quiet = sum(not any(summary[severity] for severity in SEVERITIES) for summary in checked)
    lines = [f"{'':<10}{'findings':>10}{'pairs with':>12}"]
    for severity in SEVERITIES:
        found = [summary[severity] for summary in checked]
        lines.append(f"{severity:<10}{sum(found):>10,}{sum(map(bool, found)):>12,}")
    failed = len(summaries) - len(checked)
    lines.append(f"{len(summaries):,} pairs: {quiet:,} without findings, {failed:,} could not be checked.")
    return "\n".join([*lines, NOTICE]) + "\n"


def index_page(entries: Sequence[Entry], total: int) -> str:
    """The page; what needs a look first stands first: what could not be checked, then by what was found."""
    ordered = sorted(entries, key=_urgency)
    told = (
        f"{len(entries):,} pairs" if len(entries) == total else f"{len(entries):,} of {total:,} pairs so far"
    )
    found = {
        severity: sum(entry.summary[severity] for entry in entries if entry.summary)
        for severity in SEVERITIES
    }
    counts = ", ".join(f"{number:,} {severity}" for severity, number in found.items())
    body = [
        f"<header><h1>{told}</h1><p>Findings: {counts}.<br>{NOTICE}</p>",
        f"<p><small>{escape(tool())}</small></p></header>",
        '<main><table class="index"><thead><tr><th scope="col">pair</th>',
        *(f'<th scope="col">{name.replace("_", " ")}</th>' for name in _COLUMNS),
        "</tr></thead><tbody>",
        *(line for entry in ordered for line in _row(entry)),
        "</tbody></table></main>",
    ]
    return page_of(told, body)


def _urgency(entry: Entry) -> tuple[int, ...]:
    if entry.summary is None:
        return (0,)
    return (1, *(-entry.summary[severity] for severity in SEVERITIES))


def _row(entry: Entry) -> Iterator[str]:
    name = escape(printable(entry.id))
    files = escape(printable(f"{entry.source} · {entry.target}"))
    if entry.summary is None:
        why = escape(printable(entry.error))
        yield f'<tr><th scope="row">{name}</th><td colspan="{len(_COLUMNS)}">{why}</td></tr>'
        return
    link = f'<a href="{quote(entry.page, errors="surrogatepass")}">{name}</a>'
    cells = "".join(
        f'<td class="{column}">{f"<b>{count:,}</b>" if column in SEVERITIES and count else f"{count:,}"}</td>'
        for column in _COLUMNS
        for count in [entry.summary[column]]
    )
    yield f'<tr><th scope="row">{link} <small>{files}</small></th>{cells}</tr>'
