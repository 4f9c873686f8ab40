"""What one writes in the palette, and which commands it means."""

from __future__ import annotations

import pytest

from tui.reader.page.commands import Command, command_line, matching


def command(name: str, told: str = "", *, is_place: bool = False) -> Command:
    return Command(name, told, lambda: None, is_place=is_place)


COMMANDS = (
    command("Next row", "Go to the row below"),
    command("Next finding", "Go to the next finding"),
    command("Next open finding", "Go to the next finding on which nothing is decided"),
    command("Search", "Find words in both texts"),
    command("Write a report", "Of every finding"),
    command("Finding 3 Città", "The names differ.", is_place=True),
)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("next finding", ["Next finding", "Next open finding"]),
        ("nof", ["Next open finding"]),
        ("FIND", ["Next finding", "Next open finding", "Search", "Write a report", "Finding 3 Città"]),
        ("citta", ["Finding 3 Città"]),
        ("f3", []),
        ("", [one.name for one in COMMANDS]),
    ],
)
def test_names_come_before_what_commands_are_for_and_places_last(query: str, found: list[str]) -> None:
    """A place is meant only as it is written; letters stand at the heads of words, or follow one another."""
    assert [match.command.name for match in matching(COMMANDS, query)] == found


@pytest.mark.parametrize("width", [40, 70, 110])
def test_a_command_takes_one_line_of_any_width(width: int) -> None:
    for match in matching(COMMANDS, "find"):
        assert len("".join(text for text, _ in command_line(match, width, at_cursor=True))) == width
