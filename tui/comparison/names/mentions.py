"""Where an article names somebody or something: names of the lists, and words that can only be names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from tui.alignment import AlignedPair
from tui.articles import SIDES, Article, Side, Span
from tui.comparison.names.gazetteer import Hit, gazetteer
from tui.comparison.names.ordinary import grammar, ordinary
from tui.comparison.names.spelling import sound
from tui.comparison.once import once_a_pair
from tui.languages import Token, bare, base_language, function_words, unaccented

Sort = Literal["listed", "opaque", "abbreviation"]
Placed = Literal["", "where", "way"]


class Mention(Struct, frozen=True):
    """One name of the lists, or one word that only a name can be."""

    start: int
    end: int
    sentence: int
    text: str
    words: tuple[str, ...]
    """Folded, without accents."""
    sound: str
    things: frozenset[str]
    """What the lists say it may name; empty for a name that no list knows."""
    sort: Sort
    firm: bool
    """Whether it surely is a name; one that is not can be a counterpart but makes no finding alone."""
    run: int
    """Where the capitalised run in which it stands begins: the same for the words of one full name."""
    run_end: int
    language: str
    head: bool
    """Whether its capital says nothing where it stands."""
    people: bool
    """Whether it is a people or an adjective of a place: *Italian*."""
    joined: frozenset[str]
    """The word and a neighbour with a capital in one: *montecarlo* for *Carlo* in *Monte Carlo*."""
    placed: Placed = ""
    """What stands before it: a word that says where, *in Berlin*, or one of whence, whither or whose."""

    @property
    def key(self) -> str:
        """The words in one."""
        return " ".join(self.words)

    @property
    def span(self) -> Span:
        """The mention as a span."""
        return Span(self.start, self.end)


def mentions(
    article: Article, tokens: Sequence[Sequence[Token]], names: Set[str] = frozenset()
) -> tuple[tuple[Mention, ...], ...]:
    """The names of each sentence, in order; `tokens` are those of each sentence.

    `names` are words that are names though a language knows them otherwise, as *Ford* is.
    """
    return _Reader(article, tokens).mentions(names)


@once_a_pair
def pair_mentions(pair: AlignedPair) -> dict[Side, tuple[tuple[Mention, ...], ...]]:
    """The names of each sentence of both articles, each told which words the two have in common as names."""
    readers = {side: _Reader(pair.article(side), pair.tokens[side]) for side in SIDES}
    names = _kept(pair, readers)
    return {side: reader.mentions(names) for side, reader in readers.items()}


def _kept(pair: AlignedPair, readers: Mapping[Side, _Reader]) -> frozenset[str]:
    """The words that both articles always capitalise and that most beads with one have on both sides."""
    capital = [_always_capital(readers[side]) for side in SIDES]
    both: Counter[str] = Counter()
    one: Counter[str] = Counter()
    for bead in pair.alignment.beads:
        source, target = (
            {token.key for index in bead.side(side) for token in pair.tokens[side][index]} for side in SIDES
        )
        both.update(source & target)
        one.update(source ^ target)
    return frozenset(word for word in capital[0] & capital[1] if both[word] > one[word])


def _always_capital(reader: _Reader) -> frozenset[str]:
    """The words that an article capitalises inside its sentences and never writes in lower case."""
    words = reader.grammar.words
    return frozenset(word for word in reader.always_capital if len(word) > 2 and word not in words)


def title_case(tokens: Sequence[Token], language: str) -> bool:
    """Whether most long words of a sentence begin with a capital, as in an English headline.

    In a headline hardly any of the others is a content word: *Anna Berti lives in Rome* is none.
    """
    long = [token for token in tokens if len(token.text) > 3 and token.text[0].isalpha()]
    small = [token for token in long if not token.text[0].isupper()]
    if len(long) < 4 or len(small) > 0.35 * len(long):
        return False
    function = function_words(language)
    return sum(not function.get(token.key) for token in small) <= len(long) // 6


def unmarked(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a capital says nothing at a word: at the start of a sentence, of a quotation, after a colon."""
    if at == 0:
        return True
    before = tokens[at - 1]
    between = text[before.end : tokens[at].start]
    if between.startswith(".") and len(before.text) <= 5 and before.text[0].isupper():
        between = between[1:]  # an abbreviated title or first name
    return between != " " and _BREAK.search(between) is not None


_BREAK = re.compile(r'[:.!?"“«„‘—–•|(\[]')


def _shouted(tokens: Sequence[Token]) -> bool:
    """Whether a sentence is written in capitals, so that they tell no abbreviation: a heading, an outcry."""
    if sum(token.text.isupper() for token in tokens) < 2:
        return False  # as most
    words = [token.text for token in tokens if any(letter.isalpha() for letter in token.text)]
    if len(words) > 1 and all(word.isupper() for word in words):
        return True
    return sum(word.isupper() for word in words if len(word) > 3) > 2


def _joined(tokens: Sequence[Token], hit: Hit) -> frozenset[str]:
    around = tokens[max(0, hit.first - 1) : hit.last + 2]
    return frozenset(
        unaccented(one.key) + unaccented(other.key)
        for one, other in pairwise(around)
        if one.text[:1].isupper() and other.text[:1].isupper()
    )


_ABBREVIATION = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]{2,6}")
_NUMERAL = re.compile(r"L?X{0,3}(?:IX|IV|V?I{0,3})")
_WORD = 3
"""Letters in capitals that may be a word written so for emphasis."""
PLURAL = re.compile(r"(?<=[A-Z])(?:['’]?s|es)$")
"""How an abbreviation says that there are several: *PCs*, *OSes*."""
_CAMEL = re.compile(r"[A-Z][a-z]+|[A-Z]+(?![a-z])")
_DRAWN = re.compile(r"(.)\1\1")
"""An outcry, drawn out: *Hmmm*, *Nooo*."""
_JOIN = re.compile(r"[\s’'-]*\.?\s*")


class _Reader:
    """Reads the sentences of one article."""

    def __init__(self, article: Article, tokens: Sequence[Sequence[Token]]) -> None:
        self.text = article.text
        self.tokens = tokens
        self.language = base_language(article.language)
        self.grammar = grammar(self.language)
        self.always_capital = self._always_capital()
        self.names: Set[str] = frozenset()

    def mentions(self, names: Set[str]) -> tuple[tuple[Mention, ...], ...]:
        """The names of each sentence; `names` are words that are names though the language has them."""
        self.names = names
        return tuple(self.sentence(index) for index in range(len(self.tokens)))

    def _always_capital(self) -> frozenset[str]:
        """The words that the article capitalises inside a sentence and never writes in lower case."""
        capital: set[str] = set()
        small: set[str] = set()
        for sentence in self.tokens:
            large = [at for at, token in enumerate(sentence) if token.text[:1].isupper()]
            small.update(token.key for token in sentence if not token.text[:1].isupper())
            marked = [at for at in large if not unmarked(self.text, sentence, at)]
            if marked and not title_case(sentence, self.language):
                capital.update(sentence[at].key for at in marked)
        self.small = small
        return frozenset(capital - small)

    def sentence(self, index: int) -> tuple[Mention, ...]:
        """The names of one sentence."""
        tokens = self.tokens[index]
        runs = self._runs(tokens)
        found: list[Mention] = []
        taken: set[int] = set()
        shouted = _shouted(tokens)
        for hit in gazetteer(self.language).find(tokens, self.text):
            if self._code(tokens[hit.first]):
                continue
            if shouted and hit.first == hit.last and function_words(self.language).get(tokens[hit.first].key):
                continue  # the article *LA*, not Los Angeles
            found.append(self._mention(index, hit, runs, "listed", self._firm(tokens, hit)))
            taken.update(range(hit.first, hit.last + 1))
        for at, token in enumerate(tokens):
            if at in taken or not token.text[:1].isupper():
                continue
            sort = self._sort(token, shouted)
            if sort:
                if sort == "abbreviation":
                    firm = not self._emphasis(PLURAL.sub("", token.text.replace(".", "")).casefold())
                else:
                    firm = self._unmistakable(token) or not unmarked(self.text, tokens, at)
                found.append(self._mention(index, Hit(at, at, frozenset(), firm), runs, sort, firm))
        return tuple(sorted(found, key=lambda mention: mention.start))

    def _mention(
        self, index: int, hit: Hit, runs: Sequence[tuple[int, int]], sort: Sort, firm: bool
    ) -> Mention:
        held = self.tokens[index][hit.first : hit.last + 1]
        text = self.text[held[0].start : held[-1].end]
        words = tuple(unaccented(token.key) for token in held)
        return Mention(
            held[0].start,
            held[-1].end,
            index,
            text,
            words,
            sound(text),
            hit.things,
            sort,
            firm,
            *runs[hit.first],
            self.language,
            unmarked(self.text, self.tokens[index], hit.first),
            hit.people,
            _joined(self.tokens[index], hit),
            self._placed(self.tokens[index][: hit.first]) if hit.things else "",
        )

    def _placed(self, before: Sequence[Token]) -> Placed:
        """How the words right before a name say that it is a place."""
        definite = function_words(self.language)
        for token in reversed(before[-2:]):
            if token.key in self.grammar.where:
                return "where"
            if token.key in self.grammar.way:
                return "way"
            if "definite" not in definite.get(bare(token.key), ()):
                return ""
        return ""

    def _firm(self, tokens: Sequence[Token], hit: Hit) -> bool:
        """Whether a name of the lists is surely meant: *Turkey* in a sentence, not *Nice* at its start."""
        token = tokens[hit.first]
        if all(thing.startswith("a-") for thing in hit.things):
            return False
        if not hit.firm or hit.first < hit.last:
            return hit.firm
        if not token.text[0].isupper():
            return any(len(thing) == 2 or thing.startswith("GB-") for thing in hit.things)
        if token.key in self.small:  # the Phoenix, a phoenix
            return False
        if not ordinary(token.key, self.language):
            return True
        return not unmarked(self.text, tokens, hit.first) and not title_case(tokens, self.language)

    def _unmistakable(self, token: Token) -> bool:
        """Whether a word that the language lacks is a name even at the head of a sentence."""
        long = len(token.text) > 3 and self.grammar.opening.search(token.key) is not None
        return long or token.key in self.always_capital

    def _sort(self, token: Token, shouted: bool) -> Sort | None:
        """What a capitalised word that no list knows is; None when it need not be a name."""
        letters = token.text.replace(".", "")
        capitals = PLURAL.sub("", letters)
        if _ABBREVIATION.fullmatch(token.text) and len(capitals) > 1 and capitals[-1].isupper():
            key = capitals.casefold()
            word = shouted or self._code(token) or (self._emphasis(key) and not self._may_abbreviate(key))
            return None if word or _NUMERAL.fullmatch(token.text) else "abbreviation"
        if self._camel_case(token):
            return None
        if len(letters) < 3 or letters.isupper() or token.key.endswith("'") or token.key in self.small:
            return None
        if _DRAWN.search(token.key):
            return None
        return None if ordinary(token.key, self.language) and token.key not in self.names else "opaque"

    def _emphasis(self, key: str) -> bool:
        """Whether a word in capitals is one of the language: *NOT*, *NOTE*."""
        if key in self.names:
            return False
        if function_words(self.language).get(key):
            return True
        return (len(key) >= _WORD and key in self.small) or (
            len(key) > _WORD and ordinary(key, self.language)
        )

    def _may_abbreviate(self, key: str) -> bool:
        """Whether a word of the language that the article has in capitals alone may be an abbreviation that
        has its letters: *AIDS*.
        """
        return not function_words(self.language).get(key) and key not in self.small

    def _code(self, token: Token) -> bool:
        """Whether a stroke joins an abbreviation to a figure: *2004/18/EC*."""
        before = self.text[max(0, token.start - 2) : token.start]
        return len(before) == 2 and before[1] == "/" and before[0].isdigit()

    def _camel_case(self, token: Token) -> bool:
        """Whether words of the language are written in one: *ShareAlike*."""
        parts = _CAMEL.findall(token.text)
        return (
            len(parts) > 1
            and "".join(parts) == token.text
            and all(ordinary(part.casefold(), self.language) for part in parts)
            and token.key not in self.names
        )

    def _runs(self, tokens: Sequence[Token]) -> list[tuple[int, int]]:
        """For each token, its capitalised run in the text: particles join, punctuation parts."""
        runs: list[list[int]] = []
        in_run = False
        for at, token in enumerate(tokens):
            capital = token.text[:1].isupper()
            goes_on = at > 0 and in_run and (capital or token.key in self.grammar.particles)
            if goes_on and _JOIN.fullmatch(self.text, tokens[at - 1].end, token.start):
                runs.append(runs[-1])
                if capital:
                    runs[-1][1] = token.end
            else:
                runs.append([token.start, token.end])
                in_run = capital and not (
                    unmarked(self.text, tokens, at)
                    and (token.key in self.grammar.particles or ordinary(token.key, self.language))
                )
        return [(begin, end) for begin, end in runs]
