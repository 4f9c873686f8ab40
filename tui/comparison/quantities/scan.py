"""A sentence under the eye of the rules: its lexemes and what each phrase in it is worth."""

from __future__ import annotations

from tui.articles import Span
from tui.comparison.quantities.lexing import Lexeme, lex
from tui.comparison.quantities.vocabulary import Term, Vocabulary

_NOTHING: dict[str, Term] = {}


class Scan:
    """One sentence; the rules ask it by the index of a lexeme, and past either end there is nothing."""

    def __init__(
        self, text: str, start: int, end: int, vocabulary: Vocabulary, beside: Vocabulary | None = None
    ) -> None:
        """`beside` is the vocabulary of the other article: words of it may have been left as they were."""
        self.vocabulary = vocabulary
        self.lexemes: list[Lexeme] = lex(text, start, end)
        self._beside = beside
        self._keys = [lexeme.key for lexeme in self.lexemes]
        begins = vocabulary.begins
        self._terms = [None if begins(key) else _NOTHING for key in self._keys]
        """By lexeme what `terms` gives, None until it is asked."""

    def __len__(self) -> int:
        return len(self.lexemes)

    def at(self, index: int) -> Lexeme | None:
        """The lexeme at `index`."""
        return self.lexemes[index] if 0 <= index < len(self.lexemes) else None

    def key(self, index: int) -> str:
        """The key of the lexeme at `index`, empty past either end."""
        return self._keys[index] if 0 <= index < len(self._keys) else ""

    def text(self, index: int) -> str:
        """The lexeme at `index` as written, empty past either end."""
        return self.lexemes[index].text if 0 <= index < len(self.lexemes) else ""

    def kind(self, index: int) -> str:
        """The kind of the lexeme at `index`, empty past either end."""
        return self.lexemes[index].kind if 0 <= index < len(self.lexemes) else ""

    def glued(self, index: int) -> bool:
        """Whether the lexeme at `index` stands right after the one before."""
        return 0 < index < len(self.lexemes) and self.lexemes[index].glued

    def capital(self, index: int) -> bool:
        """Whether a word inside the sentence has a capital: not the one that the sentence gives its first."""
        return index > 0 and self.text(index)[:1].isupper() and self.key(index - 1) not in _OPENING

    def whole(self, index: int) -> int | None:
        """The numeral at `index` as a whole number, where it has digits only."""
        text = self.text(index)
        return int(text) if text.isdecimal() else None

    def begins(self, index: int) -> bool:
        """Whether a phrase may begin at the lexeme at `index`, which there is."""
        return self._terms[index] is not _NOTHING

    def terms(self, index: int) -> dict[str, Term]:
        """What the phrases beginning at `index` are worth, by category."""
        if not 0 <= index < len(self._terms):
            return _NOTHING
        found = self._terms[index]
        if found is None:
            found = self._terms[index] = self.vocabulary.terms(self._keys, index)
        return found

    def term(self, index: int, category: str) -> Term | None:
        """What the phrase beginning at `index` is worth in one category."""
        if not 0 <= index < len(self._terms):
            return None
        found = self._terms[index]
        if found is _NOTHING:
            return None  # as for most
        return (self.terms(index) if found is None else found).get(category)

    def foreign(self, index: int, category: str) -> Term | None:
        """What the phrase beginning at `index` is worth in the language of the other article."""
        if self._beside is None or not 0 <= index < len(self._keys):
            return None
        return self._beside.terms(self._keys, index).get(category)

    def past(self, index: int, *categories: str) -> int:
        """The index after a phrase of one of the categories, or `index` itself when there is none."""
        for category in categories:
            term = self.term(index, category)
            if term is not None:
                return index + term.width
        return index

    def past_hyphen(self, index: int) -> int:
        """The index after a hyphen that joins two words, or `index` itself."""
        joins = self.key(index) in _HYPHENS and self.glued(index) and self.glued(index + 1)
        return index + 1 if joins else index

    def ends_with(self, index: int, category: str) -> bool:
        """Whether a phrase of the category ends right before `index`."""
        return any(
            (term := self.term(index - width, category)) is not None and term.width == width
            for width in (1, 2, 3)
        )

    def span(self, start: int, end: int) -> Span:
        """The characters from the lexeme `start` to the one before `end`."""
        return Span(self.lexemes[start].start, self.lexemes[end - 1].end)


_HYPHENS = frozenset("-‐‑")
_OPENING = frozenset('.:!?"«»“”—–-()[]•*')
