"""The one door to a terminal: what would steer or reorder it is shown instead.

Article text, names of files, what servers, packages and other programs say: none of it is trusted, and all of
it leaves through one of these functions. `tests/test_doors.py` lists where.
"""

import re

_CONTROLS_BUT_LINE_FEED = "\x00-\x09\x0b-\x1f\x7f-\x9f"  # escape among them
_REORDERING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional marks, embeddings, isolates
_SURROGATES = "\ud800-\udfff"  # bytes of a file's name that are no text: they can't be written
STEERING = re.compile(f"[{_CONTROLS_BUT_LINE_FEED}\n{_REORDERING}{_SURROGATES}]")
"""One character that a terminal obeys, that changes the order in which it shows others, or that is none."""
_IN_LINES = re.compile(rf"\x1b\[[0-9;]*m|[{_CONTROLS_BUT_LINE_FEED}{_REORDERING}{_SURROGATES}]")
"""The same but for what lines of styled text are made of: line feeds, and the sequences that set a style."""


def printable(text: str) -> str:
    """The text on one line: one blank for white space, a picture or number for a steering character."""
    return STEERING.sub(_shown, re.sub(r"\s+", " ", text))


def printable_lines(text: str) -> str:
    """Lines of styled text, in which nothing but line feeds and styles steers."""
    return _IN_LINES.sub(lambda match: match[0] if len(match[0]) > 1 else _shown(match), text)


def printable_places(text: str) -> str:
    """The text with one character of one cell for each steering one, so that offsets and widths stay."""
    return STEERING.sub(lambda match: _shown(match) if ord(match[0]) <= 0x7F else "\ufffd", text)


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"<U+{code:04X}>"
