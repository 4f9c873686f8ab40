"""Sentences: where a paragraph breaks into them, by rules that need only short word lists a language.

A splitter of our own, because the ready ones read the stray blanks and wrong quotation marks of machine
translation badly; `benchmarks/segmentation.py` measures it.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from msgspec import Struct

from tui.languages import Section, Span

_STOP = re.compile(
    r"""
      (?P<wide> [。！？｡]+ [」』”’）】〉》"]* )                       # needs no blank after it
    | (?P<glued> (?<=[^\W\d_A-Z]{3}) [.!?…] ["”’»)]* ) (?=["“«(]?[^\W\d_])  # lacks the blank after it
    | (?P<mark> \.(?:[ \xa0]\.){2,} | (?<![.!?…؟۔‼⁇⁈⁉])[.!?…؟۔‼⁇⁈⁉]++ )
      (?P<closers> (?: ["'“”’»)\]}›⁰¹²³⁴-⁹] | \[\d{1,3}\] | ⟨\d+⟩ )* )
      (?P<stray> [ \xa0\u202f][”»"“›] )?
      (?=\s|\Z)
    """,
    re.VERBOSE,
)
"""A mark that may end a sentence, with the quotation marks, brackets, footnotes and tags that close after it.

A blank before a closing quotation mark is a slip that machine translation makes often; so is the wrong mark.
"""
_MARK = re.compile("[.!?…؟۔‼⁇⁈⁉。！？｡]")
"""What each of them begins with, looked for first: of the many characters of a text few are one."""
_OPENERS = re.compile(r"""(?:[\s"'“”„‘’‚«»‹›(\[{¿¡「『（*_–—-]|⟨\d+⟩)*""")
_WORD = re.compile(r"(?P<elided>[^\W\d_]+)(?:['’][^\W\d_]*)?(?!\.\s?[A-Z])")
_BEFORE = re.compile(r"""[^\s'’"“”„«»()\[\]/–—⟨⟩]+\Z""")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]")
_ROMAN = re.compile("[IVXLC]{2,}")
_ENUMERATION = re.compile(r"\d{1,3}(?:\.\d{1,3})*|[IVXLC]+|[A-Za-z](?:\.\d{1,3})*")
_NUMBER = re.compile(r"\d|[IVXLC]+\b")
_SAID_ON = re.compile("[とっ]")
_LONGEST_ABBREVIATION = 24
_LONGEST = 1000
"""Characters in a sentence: what is longer is text without stops, such as the transcript of a speech."""
_KEPT = 16_384
"""Paragraphs whose sentences are kept, some 8 MB: of a file that is read again most are as they were."""


class _Language(Struct, frozen=True):
    """The word lists of `assets/sentences/`, whose files say what each means."""

    before_a_name: frozenset[str]
    before_a_number: frozenset[str]
    anywhere: frozenset[str]
    starters: frozenset[str]
    ordinals: bool

    def abbreviates(self, word: str) -> bool:
        """Whether the stop behind a word may be only that of an abbreviation, an initial or an ordinal."""
        if word in self.anywhere:
            return True
        if word.isdecimal():
            return self.ordinals and len(word) <= 2
        return word[:1].isupper() and (_INITIALS.fullmatch(word) or _ROMAN.fullmatch(word)) is not None

    def begins(self, word: re.Match[str] | None) -> bool:
        """Whether a word is one that seldom begins anything but a sentence."""
        return word is not None and (word[0] in self.starters or word["elided"] in self.starters)


@lru_cache(maxsize=_KEPT)
def sentences(text: str, language: str) -> tuple[Span, ...]:
    """The sentences of one paragraph, in order, without the white space around them.

    `language` is a BCP 47 tag; a language without word lists is split by the rules alone. The paragraph
    begins and ends with a character that is not white space; each of those lies in exactly one sentence.
    """
    rules = _language(language.partition("-")[0])
    found: list[Span] = []
    start = counted = 0
    straight = curly = 0
    for stop in _stops(text):
        end = stop.end()
        if stop["stray"]:
            end = stop.start("stray")
            straight += text.count('"', counted, end)
            curly += text.count("“", counted, end) - text.count("”", counted, end)
            counted = end
            if _closes(stop["stray"][1], straight, curly):
                end = stop.end()
        if start < end < len(text) and _ends(text, stop, Span(start, end), rules):
            found += _pieces(text, Span(start, end))
            start = end
            while text[start].isspace():
                start += 1
    found += _pieces(text, Span(start, len(text)))
    return tuple(found)


def _stops(text: str) -> Iterator[re.Match[str]]:
    """The marks of a text that may end a sentence, in order and without overlap."""
    at = 0
    while mark := _MARK.search(text, at):
        stop = _STOP.match(text, mark.start())
        at = (stop or mark).end()
        if stop:
            yield stop


def _pieces(text: str, sentence: Span) -> Iterator[Span]:
    """The sentence, or parts of it when it is too long to be compared as one."""
    start = sentence.start
    while sentence.end - start > _LONGEST:
        blank = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        end = blank if blank > 0 else start + _LONGEST
        yield Span(start, start + len(text[start:end].rstrip()))
        start = end
        while text[start].isspace():
            start += 1
    yield Span(start, sentence.end)


def _closes(stray: str, straight: int, curly: int) -> bool:
    """Whether a quotation mark between blanks closes, after that many straight marks and open curly ones."""
    return straight % 2 == 1 if stray == '"' else stray != "“" or curly > 0


def _ends(text: str, stop: re.Match[str], sentence: Span, rules: _Language) -> bool:
    """Whether what ends at a stop, with more text behind it, is a sentence."""
    if stop["wide"]:
        return not (stop["wide"][-1] in "」』" and _SAID_ON.match(text, sentence.end))
    opened = _OPENERS.match(text, sentence.end)
    following = opened.end() if opened else sentence.end
    if following == len(text) or text[following].islower():
        return False
    next_word = _WORD.match(text, following)
    if stop["glued"]:
        return rules.begins(next_word)
    mark = stop["mark"]
    if mark == ".":
        word = _before(text, sentence.start, stop.start())
        if stop.start() - len(word) == sentence.start and _ENUMERATION.fullmatch(word):
            return False
        if word in rules.before_a_name:
            return False
        if word in rules.before_a_number:
            return _NUMBER.match(text, following) is None
        return not rules.abbreviates(word) or rules.begins(next_word)
    if mark.startswith((". ", ".\xa0")):
        return rules.begins(next_word)
    return not (stop["closers"].startswith(")") and text[stop.start() - 1] == "(")


def _before(text: str, start: int, stop: int) -> str:
    """The word right before a stop, with the stops inside it; empty when there is none."""
    found = _BEFORE.search(text[max(start, stop - _LONGEST_ABBREVIATION) : stop])
    return found[0] if found else ""


@cache
def _language(language: str) -> _Language:
    lists = Section.of(f"sentences/{language}.toml")
    return _Language(
        before_a_name=lists.words("before_a_name"),
        before_a_number=lists.words("before_a_number"),
        anywhere=lists.words("anywhere"),
        starters=lists.words("starters"),
        ordinals=lists.values.get("ordinals", False),
    )
