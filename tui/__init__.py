"""afronte: two versions of an article side by side.

Data flows one way, and each room imports only those before it: `articles`, `alignment`, `comparison`,
`translation`, `desk`, `reports`, `reader`; `cli` knows them all. What other programs need is here:
`compare`, `compare_texts` and `report_formats`, loaded when they are first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["compare", "compare_texts", "report_formats"]

if TYPE_CHECKING:
    from tui.library import compare, compare_texts, report_formats
else:

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from tui import library

        return getattr(library, name)
