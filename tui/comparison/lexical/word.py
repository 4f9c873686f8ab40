"""What is said of every single word."""

from msgspec import Struct

from tui.articles import Span


class Word(Struct, frozen=True):
    """A word, number or punctuation mark of an article, and what stands for it on the other side."""

    start: int
    end: int
    difference: float
    """0 to 1: 1 when nothing like it stands on the other side."""
    counterpart: Span | None
    """The words of the other side linked with it, those that stand together; None without a link."""
