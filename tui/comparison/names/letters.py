"""The first letters of words, which abbreviations are made of."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from tui.articles import Span
from tui.comparison.names.mentions import PLURAL, Mention
from tui.comparison.names.ordinary import grammar
from tui.languages import Token, bare, function_words, unaccented

_LETTERS = 7
"""Words that an abbreviation stands for, at most."""
_WITHIN = 10
"""Words around an abbreviation in which it may be spelt out, the small ones among them."""
_INITIALS = 6
"""Words running whose first letters are read, at most."""


class Letters:
    """The first letters of the words of some sentences, and the abbreviations among these."""

    def __init__(
        self, language: str, tokens: Sequence[Token], capitals: Sequence[Token], counts: Mapping[str, int]
    ) -> None:
        """`capitals`: those with a capital; `counts`: how often each word stands there, without accents."""
        self._language = language
        self._tokens = tokens
        self._capitals = capitals
        self._counts = counts
        self._shuffled: dict[int, frozenset[str]] = {}

    @cached_property
    def initials(self) -> frozenset[str]:
        """First letters of up to six words running of which one at least has a capital, the first and the
        last of them no function words.

        They are read with and without the function words, and without all small ones.
        """
        out: set[str] = set()
        function = function_words(self._language)
        content = [token for token in self._tokens if not function.get(bare(token.key))]
        for words in (self._tokens, content, [token for token in self._tokens if len(token.text) > 3]):
            letters = [unaccented(token.key)[:1] for token in words]
            bounds = [not function.get(bare(token.key)) for token in words]
            capitals = [
                at
                for at, token in enumerate(words)
                if token.text[:1].isupper() and (len(token.text) == 1 or not token.text.isupper())
            ]
            for at in range(len(words)):
                last = min(len(words), at + _INITIALS)
                first = bisect_left(capitals, at)
                if bounds[at] and first < len(capitals):
                    out.update(
                        "".join(letters[at:end])
                        for end in range(capitals[first] + 1, last + 1)
                        if bounds[end - 1]
                    )
        return frozenset(out)

    def shuffled(self, length: int) -> frozenset[str]:
        """The `initials` of so many words, the letters of each in order of the alphabet."""
        if length not in self._shuffled:
            self._shuffled[length] = frozenset(
                "".join(sorted(letters)) for letters in self.initials if len(letters) == length
            )
        return self._shuffled[length]

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        """The short words that may be an abbreviation of three letters or more: *FDA*, *Nyt*."""
        written = [unaccented(token.key.replace(".", "")) for token in self._capitals]
        return frozenset(letters for letters in written if 2 < len(letters) <= _LETTERS)

    @cached_property
    def reordered(self) -> frozenset[str]:
        """The letters of the words in capitals, in order of the alphabet."""
        return frozenset(
            "".join(sorted(unaccented(letters)))
            for token in self._capitals
            if len(letters := PLURAL.sub("", token.text.replace(".", ""))) > 1 and letters.isupper()
        )

    def initials_over(self, span: Span) -> Iterator[str]:
        """The first letters of the runs of words over a span that begin and end with a capital."""
        function = function_words(self._language)
        content = [token for token in self._tokens if not function.get(bare(token.key))]
        for words in (content, self._capitals):
            at = next((n for n, token in enumerate(words) if token.start >= span.start), len(words))
            for first in range(max(0, at - _LETTERS), min(at + 1, len(words))):
                for last in range(max(at, first + 1), min(len(words), first + _LETTERS)):
                    if words[first].text[:1].isupper() and words[last].text[:1].isupper():
                        yield "".join(unaccented(token.key)[:1] for token in words[first : last + 1])

    def name_a_body(self, letters: str) -> bool:
        """Whether words here may be those of an abbreviation in this language: a body by what it is (*the
        Agency*), or words of which all first letters but one are among its own.
        """
        bodies = grammar(self._language).bodies
        if any(token.key in bodies for token in self._capitals):
            return True
        wanted = Counter(letters)
        return any(
            len(run) == len(letters) and (Counter(run) & wanted).total() >= len(letters) - 1
            for run in self.initials
        )

    def write_out(self, mention: Mention) -> bool:
        """Whether the words of an abbreviation stand here, too: *Federal Office for Housing (FOH)*."""
        letters = unaccented(mention.text.replace(".", ""))
        return len(letters) > 1 and (letters in self.initials or self._within(letters, mention))

    def _within(self, letters: str, mention: Mention) -> bool:
        """Whether words right before or after an abbreviation have its letters in their order, each word its
        first letter: *broncopneumopatia cronica ostruttiva (BPCO)*.
        """
        function = function_words(self._language)
        at = next(n for n, token in enumerate(self._tokens) if token.end > mention.start)
        before, after = (
            [unaccented(token.key) for token in words if not function.get(bare(token.key))]
            for words in (self._tokens[max(0, at - _WITHIN) : at], self._tokens[at + 1 : at + 1 + _WITHIN])
        )
        runs = (*(before[-count:] for count in range(2, len(before) + 1)), after)
        return any(len(run) > 1 and _made_of(letters, run, whole=run is not after) for run in runs)

    def abbreviates(self, mention: Mention, *, ordered: bool) -> bool:
        """Whether an abbreviation stands here too, or words that it may be short for: in its order, or an
        abbreviation or words of the same letters in another.
        """
        letters = _letters(mention)
        if self._written(letters):
            return True
        if ordered:
            return letters in self.initials
        order = "".join(sorted(letters))  # EP, PE
        return order in self.reordered or order in self.shuffled(len(order))

    def hold(self, mention: Mention) -> bool:
        """Whether an abbreviation itself stands here, in the order of its letters or in another."""
        letters = _letters(mention)
        return self._written(letters) or "".join(sorted(letters)) in self.reordered

    def _written(self, letters: str) -> bool:
        return any(form in self._counts for form in (letters, letters + "s", ".".join(letters) + "."))


def _made_of(letters: str, words: Sequence[str], *, whole: bool) -> bool:
    """Whether the letters are those of two words or more, of each its first and any after it, in order; of
    all the words where they are wanted `whole`, else of the first ones.
    """
    left = {letters}
    for count, word in enumerate(words, 1):
        left = {rest for one in left if one.startswith(word[:1]) for rest in _without(one[1:], word[1:])}
        if "" in left and count > 1 and (count == len(words) or not whole):
            return True
    return False


def _without(letters: str, word: str) -> Iterator[str]:
    """What is left of some letters when as many as may be, or fewer, are found in a word in their order."""
    yield letters
    rest = iter(word)
    for at, letter in enumerate(letters, 1):
        if letter not in rest:
            return
        yield letters[at:]


def _letters(mention: Mention) -> str:
    """The letters of an abbreviation, without accents and without what says that there are several."""
    return unaccented(PLURAL.sub("", mention.text.replace(".", "")).removesuffix("s"))
