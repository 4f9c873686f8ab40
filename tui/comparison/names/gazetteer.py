"""Names that two languages write differently: CLDR's countries and cities, then our own lists."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property

from msgspec import Struct

from tui.cache import kept_table
from tui.comparison.names.ordinary import Grammar, grammar
from tui.languages import Token, phrase_words, spelled_out, tokenize, tsv_table, unaccented

_LISTS = ("demonyms", "places", "organisations", "people", "first-names")
_STEM = 4
"""Letters that the stem of a place has at least in a name made from it."""


_Row = tuple[tuple[str, ...], str, tuple[str, ...], bool]
"""The fields of a `Form`, plain as they are kept."""
_Names = tuple[dict[str, list[_Row]], dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]
"""Forms by their first word; how a thing is written; the places that a stem may be of."""


class Form(Struct, frozen=True, dict=True):
    """One way to write a name in one language."""

    words: tuple[str, ...]
    """Folded and without accents."""
    written: str
    things: frozenset[str]
    """The keys of what it may name: `GE` is a country, `p-kyiv` a place of our own list."""
    people: bool = False
    """Whether it is a people or an adjective, not the place itself."""

    @cached_property
    def capitals(self) -> tuple[bool, ...]:
        """Which of its words are written with a capital (an Italian adjective is not)."""
        return tuple(token.text[:1].isupper() for token in tokenize(self.written))

    @property
    def abbreviation(self) -> bool:
        """Whether its letters are all capitals, so that `US` is not `us`."""
        return len(self.written) <= 6 and self.written.isupper()

    @property
    def dotted(self) -> bool:
        """Whether it is a shortened word with its full stop, so that `Miss.` is not `Miss`."""
        return self.written.endswith(".") and "." not in self.written[:-1]


class Hit(Struct, frozen=True):
    """A form found in a text: tokens `first` to `last`, `last` inclusive."""

    first: int
    last: int
    things: frozenset[str]
    firm: bool
    """Written as a name is; a hit that is not firm can be a counterpart but is no evidence of a name."""
    people: bool = False
    """A people or an adjective of a place."""


class Gazetteer:
    """The names of one language."""

    def __init__(self, names: _Names, grammar: Grammar) -> None:
        """`grammar`: how the language makes names from those of places, and writes abbreviations."""
        self._rows, self._by_thing, self._by_stem = names
        self._grammar = grammar
        self._peoples: dict[str, frozenset[str]] = {}
        self._forms: dict[str, list[Form]] = {}

    def forms(self, thing: str) -> frozenset[str]:
        """Every way this language writes a thing."""
        return frozenset(self._by_thing.get(thing, ()))

    def written(self) -> Iterator[str]:
        """Every form of every name."""
        for forms in self._by_thing.values():
            yield from forms

    def words(self, thing: str) -> frozenset[str]:
        """The words in all its names, folded and without accents."""
        return frozenset(unaccented(token.key) for form in self.forms(thing) for token in tokenize(form))

    def find(self, tokens: Sequence[Token], text: str) -> Iterator[Hit]:
        """The names in a sentence of `text`, the longest at each place, without overlap."""
        words = [unaccented(token.key) for token in tokens]
        rows, peoples = self._rows, self._peoples
        free = 0  # the word after the last name
        for at, word in enumerate(words):
            if at < free:
                continue
            hit = self._at(tokens, words, at, text) if word in rows or "." in word else None
            if hit is None:
                things = peoples.get(word)
                things = self._people(word) if things is None else things
                if not things:
                    continue  # as of most
                hit = Hit(at, at, things, firm=False, people=True)
            yield hit
            free = hit.last + 1

    def _people(self, word: str) -> frozenset[str]:
        """What a people or an adjective is made of by rule, a place: *Genoese*, *genovese*."""
        endings = self._grammar.demonyms if word.endswith(self._grammar.demonyms) else ()
        stems = (word.removesuffix(ending) for ending in endings if word.endswith(ending))
        found = (self._by_stem.get(stem) for stem in stems if len(stem) >= _STEM)
        things = self._peoples[word] = frozenset(next(filter(None, found), ()))
        return things

    def _at(self, tokens: Sequence[Token], words: list[str], at: int, text: str) -> Hit | None:
        bare = words[at].replace(".", "")  # A.I. for AI
        forms = self._beginning(words[at])
        if bare != words[at]:
            forms = [*forms, *(form for form in self._beginning(bare) if form.abbreviation)]
        found: list[tuple[Form, bool]] = []
        after = words[at + 1] if at + 1 < len(words) else ""
        for form in forms:
            end = at + len(form.words)
            if found and len(form.words) < len(found[0][0].words):
                break
            if end > at + 1 and form.words[1] != after:
                continue  # as most
            if form.words[0] not in (words[at], bare) or tuple(words[at + 1 : end]) != form.words[1:]:
                continue
            written = tokens[at].text
            if form.abbreviation and not (written.isupper() or self._titled(written)):
                continue
            if form.dotted and text[tokens[end - 1].end : tokens[end - 1].end + 1] != ".":
                continue
            capitals = [token.text[:1].isupper() for token in tokens[at:end]]
            firm = all(has or not needs for needs, has in zip(form.capitals, capitals, strict=True))
            found.append((form, firm))
        if not found:
            return None
        found = [(form, firm) for form, firm in found if firm] or found  # svizzera is no country
        things = frozenset(thing for form, _ in found for thing in form.things)
        people = all(form.people for form, _ in found)
        return Hit(at, at + len(found[0][0].words) - 1, things, found[0][1], people)

    def _beginning(self, word: str) -> list[Form]:
        """The forms of which a word is the first, the longest first."""
        if word not in self._forms:
            self._forms[word] = [
                Form(words, written, frozenset(things), people)
                for words, written, things, people in self._rows.get(word, ())
            ]
        return self._forms[word]

    def _titled(self, written: str) -> bool:
        """Whether an abbreviation is written as a word, as Italian newspapers do: *Oms*."""
        return self._grammar.titled_abbreviations and len(written) > 2 and written.istitle()


def is_place(thing: str) -> bool:
    """Whether the key of a thing is that of a place."""
    return thing.startswith(("city:", "p-", "us-")) or len(thing) == 2


@cache
def gazetteer(language: str) -> Gazetteer:
    """The names of a language; of one that no list knows, an empty one."""
    return Gazetteer(kept_table(f"names {language}", lambda: _names(language)), grammar(language))


def _names(language: str) -> _Names:
    things: dict[str, set[str]] = defaultdict(set)
    places: set[str] = set()
    for thing, form, people in (*_cldr(language), *_own(language)):
        things[form].add(thing)
        if not people:
            places.add(form)
    # `GA` and `Ga.` are read otherwise than `Ga`: each is a form of its own
    forms: dict[tuple[tuple[str, ...], bool, bool, bool], _Row] = {}
    for text, keys in things.items():
        words = tuple(map(unaccented, phrase_words(text)))
        if not words:
            continue
        one = Form(words, text, frozenset())
        at = (words, text[:1].isupper(), one.abbreviation, one.dotted)
        known = forms.get(at)
        people = text not in places and (known is None or known[3])
        forms[at] = words, text, tuple(keys.union(known[2] if known else ())), people
    return _sorted(_with_places(forms.values()))


def _with_places(rows: Iterable[_Row]) -> Iterator[_Row]:
    """The rows, each body that names a place with that place: *UN General Assembly* is of the UN."""
    held = list(rows)
    places = {
        words: things for words, written, things, people in held if written[:1].isupper() and not people
    }
    for words, written, things, people in held:
        inside: set[str] = set()
        if len(words) > 1 and all(thing.startswith("o-") for thing in things):
            for first in range(len(words)):
                for last in range(first + 1, len(words) + 1):
                    inside.update(filter(is_place, places.get(words[first:last], ())))
        yield words, written, (*things, *sorted(inside - set(things))), people


def _sorted(rows: Iterable[_Row]) -> _Names:
    """Forms by their first word, by what they name, and as others may be made from them."""
    by_first: dict[str, list[_Row]] = defaultdict(list)
    by_thing: dict[str, set[str]] = defaultdict(set)
    by_stem: dict[str, set[str]] = defaultdict(set)
    for row in sorted(rows, key=lambda row: -len(row[0])):
        words, written, things, _ = row
        by_first[words[0]].append(row)
        for thing in things:
            by_thing[thing].add(written)
        if len(words) == 1 and written[:1].isupper():
            places = {thing for thing in things if is_place(thing)}
            for stem in {words[0], words[0].rstrip("aeiou"), words[0].removesuffix("s")}:
                by_stem[stem] |= places
    return (
        dict(by_first),
        {thing: tuple(forms) for thing, forms in by_thing.items()},
        {stem: tuple(places) for stem, places in by_stem.items()},
    )


def _cldr(language: str) -> Iterator[tuple[str, str, bool]]:
    """Countries and cities, as CLDR (through babel) names them."""
    from babel import Locale, UnknownLocaleError
    from babel.core import get_global

    try:
        locale = Locale(language)
    except (UnknownLocaleError, ValueError):
        return
    for code, name in locale.territories.items():
        if len(code) == 2 and code not in _NO_PLACE:
            short = _BRACKETS.sub("", name)
            yield code, short, False
            yield code, short.replace(" & ", " and "), False
    # A zone is called after its city; CLDR names a city only where a language departs from that.
    for zone in get_global("zone_territories"):
        region, _, city = zone.partition("/")
        if city and "/" not in city and region not in _NO_CITIES:
            name = locale.time_zones.get(zone, {}).get("city") or city.replace("_", " ")
            yield f"city:{zone}", _BRACKETS.sub("", name), False


_BRACKETS = re.compile(r"\s*[(\[,].*")
_NO_PLACE = ("QO", "XA", "XB", "ZZ")  # pseudo-locales, "unknown region"
_NO_CITIES = ("Antarctica", "Etc")


def _own(language: str) -> Iterator[tuple[str, str, bool]]:
    """The forms of our own lists: the thing, how it is written, whether that is a people or an adjective."""
    demonyms = grammar(language).demonyms
    for name in _LISTS:
        for row in tsv_table(f"names/{name}.tsv"):
            thing = next(iter(row.values()))
            for at, form in enumerate(spelled_out(row[language]) if language in row else ()):
                made = name == "demonyms" or (
                    is_place(thing) and (form[:1].islower() or (at > 0 and form.endswith(demonyms)))
                )
                yield thing, form, made
