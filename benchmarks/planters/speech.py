"""Errors of speech: the speaker exchanged for another name, another office that speaks, marks lost."""

import re
from functools import cache
from random import Random

from benchmarks.planters import Planted, Planter
from tui.languages import lemma, toml_table, tsv_table

_WORD = re.compile(r"\b[\wà-ÿ]+\b")
_RUN = re.compile(r"(?<![.?!] )(?<!^)\b[A-ZÀ-Þ][a-zà-ÿ]{2,}(?: [A-ZÀ-Þ][a-zà-ÿ]+)*\b")
"""A name inside a sentence, whole."""
_SPOKEN_TO = re.compile(r"\b(?:a|ad|al|alla|all|di|del|della|dell|da|dal|dalla|in|nel|con|su|per)[ ’']$")
_NEAR = 1
"""Words between a verb of saying and its speaker."""
_QUOTED = re.compile(r"[“«\"](?P<said>[^“”«»\"]{40,})[”»\"]")


def speaker_exchanged(source: str, target: str, random: Random) -> Planted | None:
    """The name of who speaks and another one of the sentence, whole, stand in each other's place."""
    found = [match for match in _RUN.finditer(target) if match[0] in source and target.count(match[0]) == 1]
    said = _saying(target)
    speakers = [one for one in found if any(_beside(target, one, verb) for verb in said)]
    if not speakers:
        return None
    one = random.choice(speakers)
    others = [
        other for other in found if other is not one and one[0] not in other[0] and other[0] not in one[0]
    ]
    if not others:
        return None
    other = random.choice(others)
    first, last = sorted((one, other), key=lambda match: match.start())
    text = (
        target[: first.start()]
        + last[0]
        + target[first.end() : last.start()]
        + first[0]
        + target[last.end() :]
    )
    at = one.start() + (len(other[0]) - len(one[0]) if one is last else 0)
    return Planted(text, at, at + len(other[0]))


def role_exchanged(_: str, target: str, random: Random) -> Planted | None:
    """An office beside a verb of saying is another one."""
    said, kinds = _saying(target), _roles()
    found = [
        word
        for word in _WORD.finditer(target)
        if word[0] in kinds and any(_beside(target, word, verb) for verb in said)
    ]
    if not found:
        return None
    word = random.choice(found)
    other = random.choice(sorted(role for role, kind in kinds.items() if kind != kinds[word[0]]))
    return Planted(
        target[: word.start()] + other + target[word.end() :], word.start(), word.start() + len(other)
    )


def marks_lost(_: str, target: str, random: Random) -> Planted | None:
    """A long quotation stands without its marks."""
    found = list(_QUOTED.finditer(target)) if _saying(target) else []
    if not found:
        return None
    match = random.choice(found)
    text = target[: match.start()] + match["said"] + target[match.end() :]
    return Planted(text, match.start(), match.start() + len(match["said"]))


PLANTERS: dict[str, Planter] = {
    "speaker": speaker_exchanged,
    "role": role_exchanged,
    "marks lost": marks_lost,
}


def _saying(text: str) -> list[re.Match[str]]:
    verbs = set(toml_table("speech/it.toml")["verbs"].split())
    return [word for word in _WORD.finditer(text) if {word[0], lemma(word[0], "it")} & verbs]


def _beside(text: str, word: re.Match[str], verb: re.Match[str]) -> bool:
    """Whether a word is the subject of a verb: it stands beside it, after no preposition."""
    if _SPOKEN_TO.search(text[: word.start()]):
        return False
    between = text[min(word.end(), verb.end()) : max(word.start(), verb.start())]
    return (
        word.start() != verb.start()
        and len(between.split()) <= _NEAR
        and not re.search(r"[,;:.“”«»\"]", between)
    )


@cache
def _roles() -> dict[str, str]:
    """The offices of one word of the table, by kind."""
    rows = [row for row in tsv_table("speech/roles.tsv") if not row["key"].startswith(("of-", "when-"))]
    return {word: row["key"] for row in rows for word in row["it"].split() if "-" not in word}
