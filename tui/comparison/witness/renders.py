"""Whether a word of the back-translation can be what a word of the target says, by a dictionary."""

from __future__ import annotations

from tui.languages import Token, dictionary, dictionary_forms


def renders(said: Token, word: Token, languages: tuple[str, str], *, surely: bool = False) -> bool:
    """Whether a dictionary has one for the other, or they are one word.

    `languages`: those of `said` and of `word`; `surely`: only what it is sure of.
    """
    one, other = languages
    ours, theirs = dictionary_forms(said.key, one), dictionary_forms(word.key, other)
    there, back = dictionary(one, other), dictionary(other, one)
    found = (there.sure(ours), back.sure(theirs)) if surely else (there.possible(ours), back.possible(theirs))
    return not theirs.isdisjoint(found[0] | ours) or not ours.isdisjoint(found[1])


def share_translation(one: Token, other: Token, languages: tuple[str, str]) -> bool:
    """Whether a dictionary has a word of the second language that may stand for both words of the first."""
    words = dictionary(*languages)
    return not words.possible(dictionary_forms(one.key, languages[0])).isdisjoint(
        words.possible(dictionary_forms(other.key, languages[0]))
    )
