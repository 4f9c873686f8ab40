"""The gate of `afronte check`: which findings make its exit code 1."""

from collections.abc import Mapping, Sequence

from tui.comparison import SEVERITIES, Severity

NEVER = "never"
"""What `--fail-on` takes beside the severities."""


def fails(summary: Mapping[str, int], fail_on: str) -> bool:
    """Whether a report with this summary holds a finding at or above the severity `fail_on` (or `never`)."""
    if fail_on == NEVER:
        return False
    return any(summary[severity] for severity in SEVERITIES[: SEVERITIES.index(_severity(fail_on)) + 1])


def _severity(name: str) -> Severity:
    return next(severity for severity in SEVERITIES if severity == name)


def exit_code(summaries: Sequence[Mapping[str, int] | None], fail_on: str) -> int:
    """The exit code for pairs with these summaries; None stands for a pair that could not be checked.

    Such a pair did not pass; the work counts as undone only where that is true of all.
    """
    checked = [summary for summary in summaries if summary is not None]
    if not checked:
        return 2
    if fail_on == NEVER:
        return 0
    return int(len(checked) < len(summaries) or any(fails(summary, fail_on) for summary in checked))
