"""A place in a text."""

from msgspec import Struct


class Span(Struct, frozen=True, order=True):
    """A run of characters of an article's text: offsets in Unicode code points, `end` exclusive."""

    start: int
    end: int

    def within(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]
