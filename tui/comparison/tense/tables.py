"""What a language has to say when something is, and how surely, read from `assets/tense/<language>.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from tui.languages import Phrases, spelled_out, tokenize, toml_table

Time = Literal["future", "coming", "past", "habit", "present", "going", "other"]
"""When a verb puts what it says: `coming` is planned, `habit` a habit that is over, `going` goes on now."""


@dataclass(frozen=True, slots=True, eq=False)
class Times:
    """How the verbs of a language tell time."""

    infinitive: re.Pattern[str] | None
    """How the dictionary form of a verb ends; None where it does not tell a verb."""
    present: str
    """What makes the dictionary form of a form of the present: *-re* after *permette*; may be empty."""
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
    been: frozenset[str]
    """What makes a passive of a participle after it, whatever stands before."""
    intransitive: frozenset[str]
    """Dictionary forms of verbs whose past is made with `be`."""
    reflexive: frozenset[str]
    """What before a form of `be` makes a past of any participle."""
    going: frozenset[str]
    """What says before a gerund that something goes on now."""
    gerund: re.Pattern[str] | None
    """How a gerund ends; None where none says that."""
    subjunctive: tuple[tuple[str, str], ...]
    """How forms end that leave open when something is, each with the end of the dictionary form."""
    shifted_by: frozenset[str]
    """Words of a sentence that tells what was still to come: *said it would*."""
    shifted_after: frozenset[str]
    """Conjunctions after which a past tells, in such a sentence, what was still to come: *unless it paid*."""
    phrases: Phrases[Time]
    """What a phrase before a verb makes of it."""
    openers: frozenset[str]
    """The first words of those phrases."""
    forms: tuple[tuple[re.Pattern[str], Time], ...]
    """How a form that stands for itself ends."""


@cache
def times(language: str) -> Times | None:
    """The times of a base language; None where no data describes it."""
    data = toml_table(f"tense/{language}.toml").get("time")
    if not data:
        return None
    helpers: dict[str, Time] = {}
    for time in ("future", "past", "other"):
        for word in data[time].split():
            helpers[word] = time
    going = frozenset(data.get("going", "").split())
    for word in going:
        helpers.setdefault(word, "other")
    forms = tuple((re.compile(ending), _TIME_OF.get(name, "other")) for name, ending in data["forms"].items())
    told: Mapping[str, Time] = {"coming": "coming", "habit": "habit", "neither": "other"}
    phrases = [
        (phrase, time) for name, time in told.items() for one in data[name] for phrase in spelled_out(one)
    ]
    return Times(
        infinitive=re.compile(f".*{data['infinitive']}") if data["infinitive"] else None,
        present=data.get("present", ""),
        participle=re.compile(data["participle"]),
        within=frozenset(data["within"].split()),
        adverb=re.compile(data["adverb"]),
        done=frozenset(data.get("done", "").split()),
        helpers=helpers,
        be=frozenset(data.get("be", "").split()),
        was=frozenset(data.get("was", "").split()),
        been=frozenset(data.get("been", "").split()),
        intransitive=frozenset(data.get("intransitive", "").split()),
        reflexive=frozenset(data.get("reflexive", "").split()),
        going=going,
        gerund=re.compile(data["gerund"]) if "gerund" in data else None,
        subjunctive=tuple(
            (ending, infinitive)
            for infinitive, endings in data.get("subjunctive", {}).items()
            for ending in endings.split()
        ),
        shifted_by=frozenset(data.get("shifted_by", "").split()),
        shifted_after=frozenset(data.get("shifted_after", "").split()),
        phrases=Phrases(phrases),
        openers=openers(phrase for phrase, _ in phrases),
        forms=forms,
    )


_TIME_OF: Mapping[str, Time] = {"future": "future", "past": "past"}


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """Phrases of one group of which each says another thing: *if*, *unless*, *only if*."""

    phrases: Phrases[str]
    """What each says, by a key that is the same in all languages; `idle` for nothing."""
    openers: frozenset[str]
    """The first words of the phrases."""
    also: frozenset[str]
    """Words that may stand for one of the group."""


@cache
def marks(language: str) -> Mapping[str, Marks]:
    """The groups of a base language by name; empty where no data describes it."""
    groups: dict[str, dict[str, Any]] = toml_table(f"tense/{language}.toml").get("marks", {})
    found = {}
    for name, group in groups.items():
        phrases = [
            (phrase, key)
            for key, listed in group.items()
            if key != "also"
            for one in listed
            for phrase in spelled_out(one)
        ]
        also = frozenset(str(group.get("also", "")).replace("-", " ").split())
        found[name] = Marks(Phrases(phrases), openers(phrase for phrase, _ in phrases), also)
    return found


def openers(phrases: Iterable[str]) -> frozenset[str]:
    """The first words of some phrases."""
    return frozenset(tokenize(phrase)[0].key for phrase in phrases)
