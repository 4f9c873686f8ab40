"""Sentences: where a paragraph breaks into them, by rules that need only short word lists a language."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from tui.articles.model import Span
from tui.resources import asset

_STOP = re.compile(
    r"""
      (?P<wide> [。！？｡]+ [」』”’）】〉》"]* )                    # needs no blank after it
    | (?P<mark> \.(?:[ \xa0]\.){2,} | [.!?…؟۔‼⁇⁈⁉]+ )
      (?P<closers> (?: ["'“”’»)\]}›] | [ \xa0\u202f][”»"“›](?=\s|\Z) | \[\d{1,3}\] )* )
      (?=\s|\Z)
    """,
    re.VERBOSE,
)
"""A mark that may end a sentence, with the quotation marks and brackets that close after it.

A blank before a closing quotation mark is a slip that machine translation makes often; so is the wrong mark.
"""
_OPENERS = re.compile(r"""[\s"'“”„‘’‚«»‹›(\[{¿¡「『（*_–—-]*""")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]*)?")
_BEFORE = re.compile(r"""[^\s'’"“”„«»()\[\]/–—]+\Z""")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]")
_ENUMERATION = re.compile(r"\d{1,3}|[IVXLC]+|[A-Za-z]")
_LONGEST_ABBREVIATION = 24


@dataclass(frozen=True, slots=True)
class _Language:
    """The word lists of `assets/sentences/`, which says what each means."""

    before_a_name: frozenset[str] = frozenset()
    anywhere: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
    ordinals: bool = False


def sentences(text: str, paragraph: Span, language: str) -> tuple[Span, ...]:
    """The sentences of one paragraph, in order, without the white space around them.

    `language` is a BCP 47 tag; a language without word lists is split by the rules alone. The paragraph
    begins and ends with a character that is not white space; each of those lies in exactly one sentence.
    """
    rules = _language(language.partition("-")[0])
    found = []
    start = paragraph.start
    for stop in _STOP.finditer(text, paragraph.start, paragraph.end):
        if stop.end() >= paragraph.end or stop.end() <= start:
            continue
        if stop["wide"] or _ends(text, stop, start, paragraph.end, rules):
            found.append(Span(start, stop.end()))
            start = stop.end()
            while text[start].isspace():
                start += 1
    found.append(Span(start, paragraph.end))
    return tuple(found)


def _ends(text: str, stop: re.Match[str], start: int, end: int, rules: _Language) -> bool:
    """Whether the sentence that began at `start` ends at a stop that more text follows."""
    opened = _OPENERS.match(text, stop.end(), end)
    at = opened.end() if opened else stop.end()
    if text[at : at + 1].islower():
        return False
    word = _WORD.match(text, at, end)
    begins = word is not None and (
        word[0] in rules.starters or re.split("['’]", word[0])[0] in rules.starters
    )
    mark = stop["mark"]
    if " " in mark or "\xa0" in mark:
        return begins
    if mark != ".":
        return not (stop["closers"].startswith(")") and text[stop.start() - 1 : stop.start()] == "(")
    return begins or not _is_abbreviation(text, start, stop.start(), rules)


def _is_abbreviation(text: str, start: int, stop: int, rules: _Language) -> bool:
    before = _BEFORE.search(text[max(start, stop - _LONGEST_ABBREVIATION) : stop])
    if before is None:
        return False
    word = before[0]
    if stop - len(word) == start and _ENUMERATION.fullmatch(word):
        return True
    if word.isdigit():
        return rules.ordinals and len(word) <= 2
    return (
        word in rules.before_a_name
        or word in rules.anywhere
        or (word[0].isupper() and _INITIALS.fullmatch(word) is not None)
    )


@cache
def _language(language: str) -> _Language:
    path = asset(f"sentences/{language}.toml")
    if not path.is_file():
        return _Language()
    lists = tomllib.loads(path.read_text("utf-8"))
    return _Language(
        frozenset(lists["before_a_name"]),
        frozenset(lists["anywhere"]),
        frozenset(lists["starters"]),
        lists.get("ordinals", False),
    )
