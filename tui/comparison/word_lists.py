"""The word lists of a language, as `assets/words` has them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from tui.comparison.tokens import fold
from tui.comparison.vocabulary import primary
from tui.resources import asset


@cache
def word_list(language: str, name: str) -> frozenset[str]:
    """The folded words of the list `name` (`doubled`, `light`, `loans`) of a language, or none.

    A compound counts as its parts, as tokens do.
    """
    return frozenset(fold(word) for word in str(word_table(language).get(name, "")).replace("-", " ").split())


@cache
def word_table(language: str) -> Mapping[str, Any]:
    """What `assets/words` has on a BCP 47 tag's language; empty where it has nothing."""
    path = asset(f"words/{primary(language)}.toml")
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
