"""The formats of articles are one list, which everybody reads."""

from pathlib import Path

import tui
from tui.articles.formats.registry import by_suffix, formats


def test_the_readme_lists_every_format_with_its_endings() -> None:
    text = (Path(tui.__file__).parents[1] / "README.md").read_text("utf-8")
    for each in formats():
        endings = " ".join(f"`{suffix}`" for suffix in each.suffixes)
        assert f"| {each.name} | {endings} |" in text


def test_each_ending_is_that_of_one_format() -> None:
    assert len(by_suffix()) == sum(len(each.suffixes) for each in formats())
    assert len({each.name for each in formats()}) == len(formats())
