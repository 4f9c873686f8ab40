"""Some sentences of one side, in which the counterpart of a name is looked for."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import pairwise
from typing import Literal

from tui.articles import Span
from tui.comparison.names.adaptation import assimilated, stems
from tui.comparison.names.common import Renderings
from tui.comparison.names.gazetteer import gazetteer
from tui.comparison.names.letters import Letters
from tui.comparison.names.mentions import Mention, title_case, unmarked
from tui.comparison.names.ordinary import compound_of, grammar, ordinary, people_of
from tui.comparison.names.spelling import adapted, cognate, derived, shortened, slip, sound
from tui.comparison.quantities.notation import roman
from tui.languages import Token, bare, function_words, known, lemma, unaccented

_SMALL_WORDS = 2
"""Words without a capital running inside a title."""
_PARTED = re.compile(r"[.,;:!?()]")
_PERSONS = ("f-", "h-", "n-")
"""How the keys of people's names begin."""
_LOOSE = 3
"""Letters that a capitalised word that may be a name has at least."""


class Text:
    """Some sentences of one side, made ready to look for the counterpart of a name."""

    def __init__(
        self,
        language: str,
        text: str,
        sentences: Sequence[Sequence[Token]],
        named: Sequence[Mention],
        small: Set[str] = frozenset(),
    ) -> None:
        """`small`: the words that the whole article has in lower case."""
        self.lower = small
        self._no_names = grammar(language).words, small  # not in one: there may be thousands of both
        self.language = language
        self.text = text
        self.sentences = sentences
        self.named = named
        self.tokens = [token for sentence in sentences for token in sentence]
        self.counts = Counter(unaccented(token.key) for token in self.tokens)
        self.things = Counter(thing for mention in named for thing in mention.things)
        self.capitals = [token for token in self.tokens if token.text[:1].isupper()]
        self._kin: dict[tuple[str, str], bool] = {}

    @classmethod
    def of_names(cls, language: str, named: Sequence[Mention]) -> Text:
        """Names without the text in which they stand."""
        tokens = [
            Token(mention.start, mention.end, word.title(), word)
            for mention in named
            for word in mention.words
        ]
        return cls(language, "", [tokens], named)

    @cached_property
    def sounds(self) -> Mapping[str, Set[str]]:
        """The words with a capital, folded, by how they sound."""
        found: dict[str, set[str]] = defaultdict(set)
        for token in self.capitals:
            found[sound(token.key)].add(unaccented(token.key))
        for word in self.joined:
            found[sound(word)].add(word)
        return found

    @cached_property
    def stems(self) -> Mapping[str, Sequence[tuple[str, Set[int]]]]:
        """The words by the stems that they may have, each with the rows of endings that leave that stem."""
        found: dict[str, list[tuple[str, Set[int]]]] = defaultdict(list)
        for word in self.counts.keys() | self.joined:
            for stem, rows in stems(word, self.language).items():
                found[stem].append((word, rows))
        return found

    @cached_property
    def capital_keys(self) -> frozenset[str]:
        """The words with a capital, and each in one with the next."""
        return frozenset(unaccented(token.key) for token in self.capitals) | self.joined

    @cached_property
    def opaque(self) -> frozenset[str]:
        """The names that no list knows."""
        return frozenset(mention.key for mention in self.named if mention.sort == "opaque")

    @cached_property
    def small(self) -> frozenset[str]:
        """Words that may be derived from a name: in lower case, or words of the language."""
        return frozenset(
            unaccented(token.key)
            for token in self.tokens
            if len(token.key) > 3 and (token.text[:1].islower() or known(token.key, self.language))
        )

    @property
    def refers(self) -> bool:
        """Whether a pronoun stands here for somebody who is named elsewhere: *she*, *lui*."""
        return not grammar(self.language).referring.isdisjoint(token.key for token in self.tokens)

    @cached_property
    def told(self) -> bool:
        """Whether a pronoun stands here beside a verb of saying: *she said*."""
        rules = grammar(self.language)
        return any(
            any(token.key in rules.acting for token in two) and any(self.says(token) for token in two)
            for two in pairwise(self.tokens)
        )

    def tells(self, name: Span) -> bool:
        """Whether a name stands beside a verb of saying, or one word before it: *Rossi ha detto*."""
        before = [token for token in self.tokens if token.end <= name.start][-1:]
        after = [token for token in self.tokens if token.start >= name.end][:2]
        return any(self.says(token) for token in (*before, *after))

    def says(self, token: Token) -> bool:
        """Whether a word is a verb of saying."""
        return not grammar(self.language).saying.isdisjoint((token.key, lemma(token.key, self.language)))

    def is_small(self, token: Token) -> bool:
        """Whether a word is one of the language's small ones."""
        return bool(function_words(self.language).get(bare(token.key)))

    def beside(self, span: Span, step: Literal[-1, 1]) -> Token | None:
        """The word in lower case right before or after a span, or beyond small words; None where a mark or a
        word with a capital stands between.
        """
        order = range(len(self.tokens)) if step > 0 else range(len(self.tokens) - 1, -1, -1)
        for token in (self.tokens[at] for at in order):
            if not (token.start >= span.end if step > 0 else token.end <= span.start):
                continue
            between = self.text[span.end : token.start] if step > 0 else self.text[token.end : span.start]
            if token.text[:1].isupper() or _PARTED.search(between):
                return None
            if not self.is_small(token):
                return token
        return None

    @cached_property
    def bare(self) -> frozenset[str]:
        """Words that no capitalised word stands before, unless it is one of the language's small ones."""
        words, function = grammar(self.language).words, function_words(self.language)
        opening = {unaccented(token.key) for token in self.tokens[:1]}
        return frozenset(opening) | frozenset(
            unaccented(token.key)
            for before, token in pairwise(self.tokens)
            if not before.text[:1].isupper() or before.key in words or function.get(bare(before.key))
        )

    @cached_property
    def with_article(self) -> frozenset[str]:
        """The words with a capital before which a definite article stands wherever they are."""
        function = function_words(self.language)
        found: set[str] = set()
        without: set[str] = set()
        for before, token in pairwise(self.tokens):
            if token.text[:1].isupper():
                definite = "definite" in function.get(bare(before.key), ())
                (found if definite else without).add(unaccented(token.key))
        return frozenset(found - without)

    def in_a_title(self, span: Span) -> bool:
        """Whether a word of the language with a capital belongs to a name made of such words: it ends one
        (*the Turin Shroud*, but not *Mr Shroud*), or small words join it to another (*Stairway to Heaven*).
        """
        function = function_words(self.language)
        at = next((n for n, token in enumerate(self.tokens) if token.start == span.start), None)
        if at is None:
            return False
        before, after = self.tokens[max(0, at - 1) : at], self.tokens[at + 1 : at + 2]
        joins = any(
            token.text[:1].isupper()
            and token.key not in grammar(self.language).address
            and not _PARTED.search(self.text[token.end : span.start].removeprefix("."))
            for token in before
        )
        if joins and not any(t.text[:1].isupper() for t in after):
            return True
        for step in (1, -1):
            other = at + step
            while 0 <= other < len(self.tokens) and function.get(bare(self.tokens[other].key)):
                other += step
            joined = 1 < abs(other - at) <= _SMALL_WORDS + 1 and 0 <= other < len(self.tokens)
            if joined and self.tokens[other].text[:1].isupper():
                ends = (
                    sorted((self.tokens[at].end, self.tokens[other].start))
                    if step > 0
                    else sorted((self.tokens[other].end, self.tokens[at].start))
                )
                if not _PARTED.search(self.text, *ends) and ordinary(self.tokens[other].key, self.language):
                    return True
        return False

    @cached_property
    def joined(self) -> frozenset[str]:
        """Each word with a capital and the one after it in one: of a name (*Monte Carlo*), of its particle
        (*Abd el*), or of a letter that an apostrophe stands for (*Naval'nyj, Ipat'ev*).
        """
        particles = grammar(self.language).particles
        return frozenset(
            unaccented(a.key).rstrip("'") + soft + unaccented(b.key)
            for a, b in pairwise(self.tokens)
            if a.text[:1].isupper()
            and (b.text[:1].isupper() or b.key in particles or (a.key[-1] == "'" and a.end == b.start))
            for soft in (("", "i") if a.key[-1] == "'" else ("",))
        )

    @cached_property
    def clipped(self) -> frozenset[str]:
        """The words of which an asterisk stands for the beginning: `*nix`."""
        if "*" not in self.text:
            return frozenset()
        return frozenset(
            unaccented(token.key)
            for token in self.tokens
            if self.text[token.start - 1 : token.start] == "*" and len(token.text) >= _LOOSE
        )

    @cached_property
    def letters(self) -> Letters:
        """The first letters of its words, and the abbreviations among them."""
        return Letters(self.language, self.tokens, self.capitals, self.counts)

    @cached_property
    def loose(self) -> list[Token]:
        """Capitalised words inside a sentence that are no mention, though they may stand for a name."""
        mentioned = {at for mention in self.named for at in range(mention.start, mention.end)}
        return [
            token
            for sentence in self.sentences
            if not title_case(sentence, self.language)
            for at, token in enumerate(sentence)
            if token.text[:1].isupper()
            and not token.text.isupper()
            and len(token.text) >= _LOOSE
            and not any(token.key in words for words in self._no_names)
            and token.start not in mentioned
            and not unmarked(self.text, sentence, at)
        ]

    @cached_property
    def numerals(self) -> list[Token]:
        """The Roman numerals of two letters or more."""
        return [token for token in self.tokens if roman(token.text) is not None]

    def says_number(self, numeral: Token) -> bool:
        """Whether a Roman numeral, or its number in figures, stands here: *XVI*, *16th*."""
        number = re.compile(rf"{roman(numeral.text)}(?!\d)")
        return unaccented(numeral.key) in self.counts or any(map(number.match, self.counts))

    def holds(self, mention: Mention) -> bool:
        """Whether the mention is one of these sentences."""
        return any(mention is one for one in self.named)

    def has(self, mention: Mention) -> bool:
        """Whether something here can stand for the mention."""
        return self.same(mention) or bool(self.respellings(mention)) or self.like(mention)

    def same(self, mention: Mention) -> bool:
        """Whether the name stands here: in the same letters, another transliteration or its other name."""
        if any(thing in self.things for thing in mention.things):
            return True
        if mention.sort == "abbreviation":
            joined = any(word in self.counts for word in mention.joined)  # Power PC
            return joined or self.letters.abbreviates(mention, ordered=False)
        if any(mention.key.endswith(word) for word in self.clipped):
            return True
        plural = mention.key.removesuffix("s") if mention.key.endswith("s") else mention.key + "s"
        if mention.key in self.counts or plural in self.counts:
            return True
        if mention.sort == "listed" and (
            all(word in self.counts for word in mention.words) or self._names_inside(mention)
        ):
            return True
        return mention.key in self.joined or any(word in self.counts for word in mention.joined)

    def _names_inside(self, mention: Mention) -> bool:
        """Whether a person's name stands inside a longer one here: *Paolo* in *San Paolo*."""
        return any(
            unaccented(form) in self.capital_keys
            for thing in mention.things
            if thing.startswith(_PERSONS)
            for form in gazetteer(self.language).forms(thing)
            if form[:1].isupper()
        )

    def respellings(self, mention: Mention) -> list[str]:
        """The other words here that may be the name transliterated otherwise, or in this language's form."""
        if mention.sort == "abbreviation":
            return []
        found = list(self.sounds.get(mention.sound, ())) if len(mention.sound) > 2 else []
        if mention.sort == "opaque" or (mention.people and len(mention.words) == 1):
            for key in (mention.key, *sorted(mention.joined)):
                for stem, rows in stems(key, mention.language).items():
                    found += [word for word, others in self.stems.get(stem, ()) if rows & others]
        found += self._as_heard(mention)
        return [word for word in found if word != mention.key]

    def _as_heard(self, mention: Mention) -> Iterator[str]:
        """A name with a letter of another alphabet as it is heard without that, or the other way round:
        *Constanța*, *Costanza*.
        """
        is_plain, heard = mention.text.isascii(), assimilated(mention.sound)
        for token in self.capitals:
            if token.text.isascii() != is_plain and assimilated(sound(token.key)) == heard:
                yield unaccented(token.key)

    def like(self, mention: Mention) -> bool:
        """Whether a word here is derived from the name, or a shorter or naturalised form of it."""
        if mention.sort != "opaque":
            return False
        short = len(mention.text) < 5 and self.letters.abbreviates(mention, ordered=True)
        return short or self.form(mention) or any(True for _ in self.derivations(mention))

    def derivations(self, mention: Mention) -> Iterator[str]:
        """The words here that may be made from a name that no list knows."""
        return (word for word in self.small if mention.key in word or derived(mention.key, word))

    def of_one_place(self, mention: Mention) -> bool:
        """Whether the name here is that of a place whose people or adjective is the mention, or the other way
        round: *Mauryan*, *impero Maurya*.
        """
        if mention.sort != "opaque":
            return False
        one = mention.key, mention.language
        return any(people_of(*one, word) or people_of(word, self.language, one[0]) for word in self.opaque)

    def form(self, mention: Mention) -> bool:
        """Whether a name here is a shorter or naturalised form of the name."""
        return mention.sort == "opaque" and any(
            shortened(mention.key, word) or adapted(mention.key, word) for word in self.opaque
        )

    def place(self, span: Span) -> float:
        """How far into the sentences a span stands, 0 to 1."""
        first, last = self.tokens[0].start, self.tokens[-1].end
        return (span.start - first) / max(1, last - first)

    def lacks(self, token: Token, other: Text) -> bool:
        """Whether a word of the other side stands here less often, and not by its name in this language."""
        key = unaccented(token.key)
        translated = any(
            mention.things and mention.start <= token.start < mention.end and self.same(mention)
            for mention in other.named
        )
        return self.counts[key] < other.counts[key] and not translated

    def kin(self, token: Token, language: str) -> bool:
        """Whether a word here may be the counterpart of a word of `language` that need be no name."""
        asked = token.key, language
        if asked not in self._kin:
            key = unaccented(token.key)
            self._kin[asked] = (
                key in self.counts
                or sound(token.key) in self.sounds
                or any(cognate(key, word) or slip(key, word) for word in self.counts)
                or self.means(token.key, language)
            )
        return self._kin[asked]

    @cached_property
    def _renderings(self) -> Renderings:
        names = {mention.key for mention in self.named if mention.sort == "opaque"}
        parts = (part for name in names for parts in compound_of(name, self.language) for part in parts)
        return Renderings((*(token.key for token in self.tokens), *parts), self.language)

    def translates(self, mention: Mention) -> bool:
        """Whether words here translate those of a name that are words of its language: *Queen*."""
        if mention.sort == "abbreviation" or mention.text.isupper():  # USA is no use
            return False
        function = function_words(mention.language)
        words = [word for word in mention.text.casefold().split() if not function.get(word)]
        return bool(words) and all(
            (ordinary(word, mention.language) and self.means(word, mention.language))
            or self._means_parts(word, mention.language)
            for word in words
        )

    @cached_property
    def in_small(self) -> Renderings:
        """The words in lower case."""
        return Renderings((t.key for t in self.tokens if t.text[:1].islower()), self.language)

    def _means_parts(self, word: str, language: str) -> bool:
        """Whether words here translate both words of which a folded name is made: *Nightsouls*, *Anime della
        Notte*.
        """
        return any(all(self.means(part, language) for part in parts) for parts in compound_of(word, language))

    def means(self, key: str, language: str) -> bool:
        """Whether a word here translates a folded word of `language`."""
        return self._renderings.of(key, language)
