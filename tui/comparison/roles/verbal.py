"""Which words of a language whose forms do not tell its verbs are verbs all the same: *sued*, *owns*.

Beside another language that language's verb tells it. Two sentences of one language have nothing but a
dictionary: a word is a verb as far as what translates it has the form of one.
"""

from __future__ import annotations

from functools import cache, lru_cache

from tui.comparison.roles.grammar import grammar
from tui.languages import LANGUAGES, Dictionary, base_language, dictionary


@lru_cache(maxsize=4096)
def verbal(forms: frozenset[str], language: str) -> float:
    """How much of what surely translates a word, by its forms, is a verb: 0 to 1; 0 without a dictionary."""
    telling = _telling(base_language(language))
    if telling is None:
        return 0.0
    rules = grammar(telling.target)
    said = telling.sure(forms)
    if not said or rules is None or rules.infinitive is None:
        return 0.0
    return sum(rules.infinitive.fullmatch(word) is not None for word in said) / len(said)


@cache
def _telling(language: str) -> Dictionary | None:
    """A dictionary of a language and one whose forms tell its verbs; None where there is none."""
    for other in LANGUAGES:
        rules = grammar(other)
        if rules is not None and rules.infinitive is not None and (found := dictionary(language, other)):
            return found
    return None
