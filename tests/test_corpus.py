"""Cases that fuzzing found worth keeping: each is read, or refused in one line; what is right is read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.fuzzing.targets import targets
from tui.articles.formats.registry import formats
from tui.errors import AfronteError

CORPUS = Path(__file__).parent / "corpus"


def refusal(feed: Callable[[bytes], None], data: bytes) -> str:
    """Why it is refused, or nothing."""
    try:
        feed(data)
    except AfronteError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("name", targets())
def test_whatever_is_fed_is_read_or_refused_in_one_line(name: str) -> None:
    target = targets()[name]
    assert not any(refusal(target.feed, seed) for seed in target.seeds())
    for path in (CORPUS / name.replace(" ", "-")).glob("*"):
        assert "\n" not in refusal(target.feed, path.read_bytes()), path


def test_every_format_that_is_read_is_fuzzed() -> None:
    fuzzed = {f".{target.suffix}" for name, target in targets().items() if name.startswith("read ")}
    left = [each.name for each in formats() if not fuzzed & set(each.suffixes)]
    assert left == [], "give each a writer in tests/support/written_formats.py"
