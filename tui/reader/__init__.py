"""The reader: the Textual app."""

from tui.reader.app import ReaderApp

__all__ = ["ReaderApp"]
