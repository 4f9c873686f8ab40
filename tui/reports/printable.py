"""Article text on its way to a terminal or a page: what would steer or reorder it is shown."""

import re

_STEERING = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # controls, escape among them
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"  # bidirectional marks, embeddings, overrides, isolates
)


def printable(text: str) -> str:
    """The text on one line: one blank for white space, a picture or number for a control character."""
    return _STEERING.sub(_shown, re.sub(r"\s+", " ", text))


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"<U+{code:04X}>"
