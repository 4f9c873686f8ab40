"""The reader: the Textual app."""

from tui.reader.app import ReaderApp
from tui.reader.terminal import undisturbed

__all__ = ["ReaderApp", "undisturbed"]
