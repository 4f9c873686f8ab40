"""Which language a text is written in: by its script, or by the words that carry its grammar."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import chain
from operator import itemgetter

from msgspec import Struct

from tui.cache import kept_table
from tui.languages import toml_table

_SAMPLE = 20_000
"""Characters looked at: more change nothing."""
_ENOUGH = 0.08
"""The share of words that must tell a text's language: less is a list of names, or an unknown language."""
_MARGIN = 1.2
"""How much more must speak for the best language than for the next."""
_HEAD_START = 1.0
"""What speaks for the fallback, in telling words: it decides short texts and is nothing in long ones."""
_LONG = 50
"""Words from which on a text can be found to be in a language that articles may not be in, or in none."""

_LATIN_WORD = re.compile("[a-zA-Z\u00c0-\u024f\u1e00-\u1eff]+")


class _Script(Struct, frozen=True):
    """A script, the language it is taken for, and letters that tell another: (letters, share, language)."""

    letters: tuple[tuple[str, str], ...]
    """The first and the last letter of each range: to compile so large sets takes milliseconds."""
    language: str
    others: tuple[tuple[str, float, str], ...] = ()


_KANA = "\u3040", "\u30ff"
_SCRIPTS = (
    _Script((_KANA, ("\u3400", "\u9fff")), "zh", (("".join(map(chr, range(0x3040, 0x3100))), 0.1, "ja"),)),
    _Script((("\uac00", "\ud7af"),), "ko"),
    _Script((("\u0400", "\u04ff"),), "ru", (("ЄєІіЇїҐґ", 0.02, "uk"),)),
    _Script((("\u0620", "\u06d3"),), "ar", (("پچژگکی", 0.04, "fa"),)),
    _Script((("\u0e01", "\u0e4e"),), "th"),
    _Script((("\u0370", "\u03ff"), ("\u1f00", "\u1fff")), "el"),
    _Script((("\u05d0", "\u05ea"),), "he"),
    _Script((("\u0900", "\u097f"),), "hi"),
)
_FIRST = min(first for script in _SCRIPTS for first, _ in script.letters)
"""Of the letters of all of these, which most texts have none of."""


def detect(text: str, fallback: str | None = None) -> str | None:
    """The BCP 47 tag of the language a text is written in; None when too little in it tells.

    A short text that does not tell is taken to be in the language `fallback`, and so is a long one that is
    half in it, such as a translation that lags, or of whose few telling words most are its own, such as a
    list of books. In a long one other languages than those of articles are found too, so that it is not taken
    for one of these.
    """
    sample = text[:_SAMPLE]
    words = _LATIN_WORD.findall(sample)
    if not sample.isascii() and (later := [letter for letter in sample if letter >= _FIRST]):
        count, script = max(((_count(s, later), s) for s in _SCRIPTS), key=itemgetter(0))
        if count > sum(map(len, words)):
            for letters, share, language in script.others:
                if sum(letter in letters for letter in later) >= share * count:
                    return language
            return script.language
    return _by_words([word.lower() for word in words], fallback)


def _count(script: _Script, letters: Iterable[str]) -> int:
    return sum(first <= letter <= last for letter in letters for first, last in script.letters)


def _by_words(words: list[str], fallback: str | None) -> str | None:
    scores = {fallback: _HEAD_START} if fallback else {}
    clues = _clues(unread=len(words) >= _LONG)
    letters = (letter for word in words if not word.isascii() for letter in word if not letter.isascii())
    for clue in chain(words, letters):
        if clue in clues:
            languages, worth = clues[clue]
            for language in languages:
                scores[language] = scores.get(language, 0.0) + worth
    ranked = sorted(scores.items(), key=itemgetter(1), reverse=True)
    (best, score), (other, second) = (*ranked, ("", 0.0), ("", 0.0))[:2]
    enough = _ENOUGH * len(words)
    if score >= enough and score >= _MARGIN * second:
        return best or None
    if len(words) < _LONG:
        return fallback
    if (second >= enough and fallback in (best, other)) or (score >= enough / 2 and fallback == best):
        return fallback
    return None


@cache
def _clues(*, unread: bool) -> Mapping[str, tuple[tuple[str, ...], float]]:
    """Each telling word or letter with the languages that have it, and how much it says for each."""
    return kept_table(f"clues {unread}", lambda: _read_clues(unread))


def _read_clues(unread: bool) -> dict[str, tuple[tuple[str, ...], float]]:
    tables = toml_table("function-words.toml")
    clues: dict[str, tuple[str, ...]] = {}
    for language, words in (tables["words"] | (tables["unread"] if unread else {})).items():
        for word in words.split():
            clues[word] = (*clues.get(word, ()), language)
    return {clue: (languages, 1 / len(languages) ** 0.5) for clue, languages in clues.items()}
