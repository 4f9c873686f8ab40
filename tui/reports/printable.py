"""The door for what goes into a report for people."""

from tui.printable import printable

__all__ = ["printable"]
