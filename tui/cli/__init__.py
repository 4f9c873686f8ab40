"""The command line: opens the reader, checks a pair or many, keeps the shelf of models."""

from tui.cli.main import main

__all__ = ["main"]
