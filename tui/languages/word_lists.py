"""The word lists of a language, as `assets/words` has them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from tui.languages.folding import fold
from tui.languages.tables import toml_table
from tui.languages.tags import base_language


@cache
def word_list(language: str, name: str) -> frozenset[str]:
    """The folded words of the list `name` (`doubled`, `light`, `loans`) of a language, or none.

    A compound counts as its parts, as tokens do.
    """
    return frozenset(fold(word) for word in str(word_table(language).get(name, "")).replace("-", " ").split())


@cache
def word_table(language: str) -> Mapping[str, Any]:
    """What `assets/words` has on a BCP 47 tag's language; empty where it has nothing."""
    return toml_table(f"words/{base_language(language)}.toml")
