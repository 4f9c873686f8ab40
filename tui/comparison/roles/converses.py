"""Verbs that say one thing from its two ends: *she owns it*, *it belongs to her*.

What stands around them changes places and nothing else has changed (Lyons 1977, *Semantics*, 9.1: converses).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Set
from functools import cache

from tui.languages import tsv_table

_TABLE = "roles/converses.tsv"
_SIGNS = ("", "_turned")


Verb = tuple[str, Set[str], str]
"""The tag of its language, its forms, and the word after it."""


def are_converses(one: Verb, other: Verb) -> bool:
    """Whether two verbs may tell one thing from its two ends."""
    ours, theirs = (
        {
            end
            for form in forms
            for listed in (form, f"{form}-{following}")
            for end in _ends(language).get(listed, ())
        }
        for language, forms, following in (one, other)
    )
    return any((concept, not turned) in theirs for concept, turned in ours)


@cache
def _ends(language: str) -> Mapping[str, frozenset[tuple[str, bool]]]:
    """By verb: its concepts, and whether it is of the second list."""
    found: dict[str, set[tuple[str, bool]]] = defaultdict(set)
    for row in tsv_table(_TABLE):
        for sign in _SIGNS:
            for verb in row.get(f"{language}{sign}", "").split():
                found[verb].add((row["concept"], bool(sign)))
    return {verb: frozenset(ends) for verb, ends in found.items()}
