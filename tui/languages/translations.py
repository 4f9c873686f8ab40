"""Words that translators use for one another, as `assets/words` lists them for a pair of languages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from tui.cache import kept_table
from tui.languages.lemmas import lemma
from tui.languages.tables import tsv_table
from tui.languages.tags import base_language


class Translations:
    """The listed translations of the words of one language into another; of none for an unlisted pair."""

    def __init__(self, source: str, target: str) -> None:
        self._source, self._target = base_language(source), base_language(target)
        self._listed = _listed(self._source, self._target)

    def of(self, key: str) -> frozenset[str]:
        """The dictionary forms that may stand for a folded word of the source."""
        found = self._listed.get(key, frozenset())
        form = lemma(key, self._source) if self._listed else key
        return found if form == key else found | self._listed.get(form, frozenset())

    def forms(self, key: str) -> frozenset[str]:
        """A folded word of the target, as it is and in its dictionary form."""
        return frozenset((key, lemma(key, self._target))) if self._listed else frozenset()


@cache
def _listed(source: str, target: str) -> Mapping[str, frozenset[str]]:
    """By word of `source`: read in the direction of the file or against it."""
    return kept_table(f"translations {source} {target}", lambda: _read(source, target))


def _read(source: str, target: str) -> dict[str, frozenset[str]]:
    for one, two in ((source, target), (target, source)):
        rows = tsv_table(f"words/translations.{one}-{two}.tsv")
        if not rows:
            continue
        found: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            word, translations = row.values()
            for translation in translations.split():
                left, right = (word, translation) if one == source else (translation, word)
                found[left].add(right)
        return {word: frozenset(others) for word, others in found.items()}
    return {}
