"""Roles: who did what to whom."""

from tui.comparison.roles.compare import FAMILY

__all__ = ["FAMILY"]
