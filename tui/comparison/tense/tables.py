"""What a language has to say when something is, and how surely, read from `assets/tense/<language>.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, Literal

from msgspec import Struct

from tui.comparison.polarity import Stretch, once
from tui.languages import NEVER, Phrases, Section, bare, spelled_out, toml_table

Time = Literal[
    "future",
    "coming",
    "meant",
    "unreal",
    "past",
    "habit",
    "imperfect",
    "present",
    "going",
    "goes-on",
    "went-on",
    "other",
]
"""When a verb puts what it says: `coming` is planned, `meant` was meant to be done, `unreal` did not come
about, `habit` is a habit that is over, `imperfect` was so, `going` goes on now, `goes-on` does still,
`went-on` did then."""


_ALSO = "also"
"""The key of the words that may stand for one of a group of marks."""


class Times(Struct, frozen=True, eq=False):
    """How the verbs of a language tell time."""

    infinitive: re.Pattern[str] | None
    """How the dictionary form of a verb ends; None where it does not tell a verb."""
    present: str
    """What makes the dictionary form of a form of the present: *-re* after *permette*; may be empty."""
    present_plural: str
    """What its plural has more: *-no* of *arrivano*; may be empty."""
    participle: re.Pattern[str]
    within: frozenset[str]
    """What may stand between the words of a verb."""
    adverb: re.Pattern[str]
    done: frozenset[str]
    """What says among the words of a verb that it is over."""
    helpers: Mapping[str, Time]
    """What a word before a verb makes of it."""
    be: frozenset[str]
    """Words that make a past of some participles, a present of others."""
    was: frozenset[str]
    """Words that are past whatever stands after them."""
    ever_past: frozenset[str]
    """Words that may be of the past and do not look so: *put*, *ago*."""
    been: frozenset[str]
    """What makes a passive of a participle after it, whatever stands before."""
    intransitive: frozenset[str]
    """Dictionary forms of verbs whose past is made with `be`."""
    reflexive: frozenset[str]
    """What before a form of `be` makes a past of any participle."""
    going: frozenset[str]
    """What says before a gerund that something goes on now."""
    going_passive: frozenset[str]
    """What says it after one of these before a participle: *is being built*."""
    went_on: frozenset[str]
    """What says it of what was."""
    gerund: re.Pattern[str] | None
    """How a gerund ends; None where none says that."""
    perfect: tuple[tuple[str, str], ...]
    """The end of a dictionary form, and that of a form of its past."""
    subjunctive: tuple[tuple[str, str], ...]
    """How forms end that leave open when something is, each with the end of the dictionary form."""
    shifted_by: frozenset[str]
    """Words of a sentence that tells what was still to come: *said it would*."""
    shifted_after: frozenset[str]
    """Conjunctions after which a past tells, in such a sentence, what was still to come: *unless it paid*."""
    story: bool
    """Whether its present tells what is over, as in a story."""
    phrases: Phrases[Time]
    """What a phrase before a verb makes of it."""
    subjects: frozenset[str]
    """Words right after which a form that ends like `present_form` is one of the present."""
    present_form: re.Pattern[str] | None
    forms: tuple[tuple[re.Pattern[str], Time], ...]
    """How a form that stands for itself ends."""


@cache
def times(language: str) -> Times | None:
    """The times of a base language; None where no data describes it."""
    data = Section.of(f"tense/{language}.toml").section("time")
    if not data.values:
        return None
    helpers: dict[str, Time] = {}
    for time in ("future", "past", "other"):
        for word in data.listed(time):
            helpers[word] = time
    going = data.words("going")
    for word in going:
        helpers.setdefault(word, "other")
    return Times(
        infinitive=data.pattern("infinitive", before=".*"),
        present=data.text("present"),
        present_plural=data.text("present_plural"),
        participle=data.pattern("participle") or NEVER,
        within=data.words("within"),
        adverb=data.pattern("adverb") or NEVER,
        done=data.words("done"),
        helpers=helpers,
        be=data.words("be"),
        was=data.words("was"),
        ever_past=data.words("ever_past"),
        been=data.words("been"),
        intransitive=data.words("intransitive"),
        reflexive=data.words("reflexive"),
        going=going,
        going_passive=data.words("going_passive"),
        went_on=data.words("went_on"),
        gerund=data.pattern("gerund"),
        perfect=tuple(data.section("perfect").values.items()),
        subjunctive=tuple(
            (ending, infinitive)
            for infinitive, endings in data.section("subjunctive").values.items()
            for ending in endings.split()
        ),
        shifted_by=data.words("shifted_by"),
        shifted_after=data.words("shifted_after"),
        story=bool(data.text("story")),
        phrases=_phrases(language)["time"],
        subjects=data.words("subjects"),
        present_form=data.pattern("present_form"),
        forms=tuple(
            (re.compile(ending), _TIME_OF.get(name, "other"))
            for name, ending in data.section("forms").values.items()
        ),
    )


_TIME_OF: Mapping[str, Time] = {"future": "future", "past": "past", "imperfect": "imperfect"}
_TIME_OF_PHRASES: Mapping[str, Time] = {
    "coming": "coming", "meant": "meant", "unreal": "unreal", "habit": "habit", "neither": "other",
    "goes_on": "goes-on",
}  # fmt: skip


@cache
def _phrases(language: str) -> Mapping[str, Phrases[Any]]:
    """Every phrase of a base language, by what it is for: a group of marks is `marks` and its name."""
    return Phrases.kept_together(f"phrases of tense {language}", lambda: dict(_listed(language)))


def _listed(language: str) -> Iterator[tuple[str, list[tuple[str, Any]]]]:
    data = Section.of(f"tense/{language}.toml")
    time, groups = data.section("time"), data.values
    yield "time", _spelled_out({told: time.listed(name) for name, told in _TIME_OF_PHRASES.items()})
    for name, group in groups.get("marks", {}).items():
        yield f"marks {name}", _spelled_out({key: said for key, said in group.items() if key != _ALSO})
    joining = groups.get("joining", {})
    yield "joining", _by_phrase({key: listed for key, listed in joining.items() if isinstance(listed, list)})
    for name in ("verbs", "loose", "inverted"):
        yield f"joining {name}", _by_phrase(joining.get(name, {}))
    yield "sequence", _spelled_out(groups.get("sequence", {}))
    yield "supposing", _spelled_out({"": data.section("supposing").listed("phrases")})


def _spelled_out(groups: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """Each phrase with the key under which it is listed."""
    return [(phrase, key) for key, listed in groups.items() for one in listed for phrase in spelled_out(one)]


def _by_phrase(groups: Mapping[str, Sequence[str]]) -> list[tuple[str, frozenset[str]]]:
    """Each phrase once, with all keys under which it is listed."""
    says: dict[str, set[str]] = {}
    for phrase, key in _spelled_out(groups):
        says.setdefault(phrase, set()).update({key} - {"idle"})
    same: dict[frozenset[str], frozenset[str]] = {}  # what is one object is kept once
    return [
        (phrase, same.setdefault(keys, keys)) for phrase, keys in ((p, frozenset(k)) for p, k in says.items())
    ]


class Marks(Struct, frozen=True, eq=False):
    """Phrases of one group of which each says another thing: *if*, *unless*, *only if*."""

    phrases: Phrases[str]
    """What each says, by a key that is the same in all languages; `idle` for nothing."""
    also: frozenset[str]
    """Words that may stand for one of the group."""


@cache
def marks(language: str) -> Mapping[str, Marks]:
    """The groups of a base language by name; empty where no data describes it."""
    groups: dict[str, dict[str, Any]] = toml_table(f"tense/{language}.toml").get("marks", {})
    phrases = _phrases(language)
    return {
        name: Marks(phrases[f"marks {name}"], frozenset(str(group.get(_ALSO, "")).replace("-", " ").split()))
        for name, group in groups.items()
    }


def forms_of_keys(keys: Sequence[str]) -> list[frozenset[str]]:
    """The forms under which a phrase may hold each of some folded words: without its apostrophe (*dell'*), a
    number as `0`.
    """
    return [_forms_of_key(key) for key in keys]


@lru_cache(maxsize=8192)
def _forms_of_key(key: str) -> frozenset[str]:
    return frozenset({key, bare(key), "0" if key[:1].isdigit() else key})


@once
def plain_forms(side: Stretch) -> list[frozenset[str]]:
    """The same of the words of a stretch, with the forms of verbs that a phrase may ask for."""
    rules = times(side.language)
    held = forms_of_keys([token.key for token in side.tokens])
    if rules is None:
        return held
    return [forms | _verbal(token.key, rules) for forms, token in zip(held, side.tokens, strict=True)]


@lru_cache(maxsize=8192)
def _verbal(key: str, rules: Times) -> frozenset[str]:
    """Which of the forms that a phrase may ask for (`<participle>`) a folded word may be."""
    infinitive = rules.infinitive is not None and rules.infinitive.fullmatch(key)
    future = key not in rules.helpers and any(
        time == "future" and ending.fullmatch(key) for ending, time in rules.forms
    )
    told = {"<participle>": rules.participle.fullmatch(key), "<infinitive>": infinitive, "<future>": future}
    return frozenset(name for name, is_one in told.items() if is_one)


class Joining(Struct, frozen=True, eq=False):
    """What joins a clause or a noun to what it is the reason, the time or the aim of, each with all that it
    may say; nothing for a phrase that only looks so.
    """

    sure: Phrases[frozenset[str]]
    verbs: Phrases[frozenset[str]]
    """Verbs that do, by their dictionary forms."""
    loose: Phrases[frozenset[str]]
    """Words that may join in many ways (*for*, *and*), which only stand against one that is sure."""
    inverted: Phrases[frozenset[str]]
    """Verbs that do where they stand before their subject at the head of a clause: *had he known*."""


@cache
def joining(language: str) -> Joining:
    """What joins in a base language."""
    phrases = _phrases(language)
    return Joining(
        phrases["joining"], phrases["joining verbs"], phrases["joining loose"], phrases["joining inverted"]
    )


@cache
def sequences(language: str) -> Phrases[str]:
    """What stands between what comes first and what comes after, by which of them stands before it."""
    return _phrases(language)["sequence"]


@cache
def grades(language: str) -> Mapping[str, str]:
    """What each helper of a base language makes of its verb, by keys that are alike in all languages."""
    data = Section.of(f"tense/{language}.toml").section("grades")
    return {word: grade for grade in data.values for word in data.words(grade)}


class Supposing(Struct, frozen=True, eq=False):
    """How a language says that something is only supposed, expected or intended."""

    phrases: Phrases[str]
    """What makes the verb after it so."""
    words: frozenset[str]
    """Dictionary forms and forms of all that hedges in any way."""
    endings: tuple[str, ...]
    """How forms of verbs end that do."""


@cache
def supposing(language: str) -> Supposing | None:
    """How a base language supposes; None where no data describes it."""
    data = Section.of(f"tense/{language}.toml").section("supposing")
    if not data.values:
        return None
    return Supposing(_phrases(language)["supposing"], data.words("words"), tuple(data.listed("endings")))
