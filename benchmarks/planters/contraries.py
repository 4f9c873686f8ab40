"""Errors of meaning: a word of the target is exchanged for what translates the contrary of its source."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from benchmarks.planters import Planted, Planter
from tui.languages import Token, contraries, dictionary, lemma, tokenize

_VERBS = ("are", "ere", "ire")
"""Endings of the infinitives of verbs that are inflected alike."""
_OTHERS = ("o", "e", "mente")
"""Endings of other words that are."""


def exchanged(source: str, target: str, random: Random) -> Planted | None:
    """A word that translates one of the source is exchanged for its contrary, in the same form."""
    places = list(_places(tokenize(source), tokenize(target)))
    if not places:
        return None
    token, other = random.choice(places)
    return Planted(target[: token.start] + other + target[token.end :], token.start, token.start + len(other))


def _places(source: tuple[Token, ...], target: tuple[Token, ...]) -> Iterator[tuple[Token, str]]:
    """Each word of the target that one of the source may mean, with its contrary in its form."""
    words = dictionary("en", "it")
    ours = {lemma(token.key, "en") for token in source if token.text.islower()}
    for token in target:
        form = lemma(token.key, "it")
        meant = [one for one in sorted(ours) if form in words.sure((one,))]
        if len(meant) != 1 or not token.text.islower():
            continue
        for of, against in enumerate(contraries(meant[0], "en")):
            for other in sorted(words.sure_as(against, noun=of == 0) - words.possible(meant)):
                if found := _in_form(token.key, form, other):
                    yield token, found


def _in_form(key: str, form: str, other: str) -> str:
    """Another word in the form that a word has; empty where they are not inflected alike."""
    for ending in (*_VERBS, *_OTHERS):
        if form.endswith(ending) and other.endswith(ending):
            cut = len(ending) if ending in _VERBS else ending != "mente"
            stem = form[: len(form) - cut]
            return other[: len(other) - cut] + key[len(stem) :] if key.startswith(stem) else ""
    return ""


PLANTERS: dict[str, Planter] = {"contrary": exchanged}
