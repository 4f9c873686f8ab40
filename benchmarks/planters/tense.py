"""Another time, duty or condition: a future made a past, a *not yet* an *already*, an *if* an *even if*."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from benchmarks.planters import Planted, Planter
from tui.languages import lemma

_FUTURE = re.compile(r"\b(?P<stem>[a-z]{2,})er(?P<end>à|anno)\b")
_PERFECT = re.compile(r"\b(?P<have>ha|hanno) (?P<stem>[a-z]{2,})at[oaie]\b")
_WILL = re.compile(r"\b(?:will|shall|going to)\b|['’]ll\b", re.IGNORECASE)
_DONE = re.compile(r"\b(?:has|have|had|did|[a-z]{3,}ed)\b", re.IGNORECASE)
_YET = re.compile(r"\bnon (?P<verb>\w+) ancora\b")
_ALREADY = re.compile(r"\b(?P<verb>ha|hanno|è|sono|aveva|avevano|era|erano) già\b")
_DUTY = re.compile(r"\b(?P<not>[Nn]on )?(?P<verb>deve|devono)\b(?! avere| aver | essere stat)")
_WEAKER = {"deve": "dovrebbe", "devono": "dovrebbero"}
_FREE = {"deve": "è necessario", "devono": "è necessario"}
_IF = re.compile(
    r"\b(?P<only>[Ss]olo |[Ss]oltanto )?(?P<if>[Ss]e) (?!stess|non\b|ne\b|l[aoei]\b|altro)(?=\w)"
)


def future_to_past(source: str, target: str, random: Random) -> Planted | None:
    """What will be is told as what has been: *comprerà*, *ha comprato*."""
    found = [m for m in _FUTURE.finditer(target) if lemma(m[0], "it") == m["stem"] + "are"]
    if not found or not _WILL.search(source):
        return None
    match = random.choice(found)
    have = "ha" if match["end"] == "à" else "hanno"
    return _replaced(target, match, f"{have} {match['stem']}ato")


def past_to_future(source: str, target: str, random: Random) -> Planted | None:
    """What has been is told as what will be."""
    found = [m for m in _PERFECT.finditer(target) if lemma(m["stem"] + "are", "it") == m["stem"] + "are"]
    if not found or not _DONE.search(source) or _WILL.search(source):
        return None
    match = random.choice(found)
    return _replaced(target, match, f"{match['stem']}er{'à' if match['have'] == 'ha' else 'anno'}")


def yet_to_already(source: str, target: str, random: Random) -> Planted | None:
    """*Not yet* becomes *already*."""
    if not re.search(r"\byet\b", source):
        return None
    return _exchanged(target, _YET, lambda match: f"{match['verb']} già", random)


def already_to_yet(source: str, target: str, random: Random) -> Planted | None:
    """*Already* becomes *not yet*."""
    if not re.search(r"\balready\b", source, re.IGNORECASE) or re.search(r"\bnon\b", target):
        return None
    return _exchanged(target, _ALREADY, lambda match: f"non {match['verb']} ancora", random)


def duty_weaker(source: str, target: str, random: Random) -> Planted | None:
    """What must be only should be; what must not be need not be."""
    if not re.search(r"\bmust\b", source):
        return None
    return _exchanged(target, _DUTY, _weaker, random)


def _weaker(match: re.Match[str]) -> str:
    return match["not"] + _FREE[match["verb"]] if match["not"] else _WEAKER[match["verb"]]


def condition_other(source: str, target: str, random: Random) -> Planted | None:
    """*If* and *only if* become *even if* or *unless*."""
    if not re.search(r"(?<!even )(?<!as )(?<!what )\bif\b", source, re.IGNORECASE):
        return None
    by = random.choice(["anche se", "a meno che"])
    return _exchanged(
        target, _IF, lambda match: (by[0].upper() + by[1:] if match[0][0].isupper() else by) + " ", random
    )


def _exchanged(
    target: str, pattern: re.Pattern[str], by: Callable[[re.Match[str]], str], random: Random
) -> Planted | None:
    found = list(pattern.finditer(target))
    if not found:
        return None
    match = random.choice(found)
    return _replaced(target, match, by(match))


def _replaced(target: str, match: re.Match[str], by: str) -> Planted:
    return Planted(
        target[: match.start()] + by + target[match.end() :], match.start(), match.start() + len(by)
    )


PLANTERS: dict[str, Planter] = {
    "future past": future_to_past,
    "past future": past_to_future,
    "yet already": yet_to_already,
    "already yet": already_to_yet,
    "duty": duty_weaker,
    "condition": condition_other,
}
