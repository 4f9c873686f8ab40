"""Errors of polarity: a *non* added to an Italian clause or dropped from it."""

import re
from random import Random

from benchmarks.planters import Planted

_FINITE = re.compile(
    r"\b(?:è|era|sarà|ha|hanno|aveva|avevano|sono|erano|saranno|può|possono|potrebbe|vuole|vogliono|deve|devono"
    r"|dovrebbe|fa|va|sta|viene|vengono|riesce|[a-z]{4,}(?:ava|eva|iva|erà|irà|erebbe|avano|evano|ivano|eranno))\b"
)
_NON = re.compile(r"\b[Nn]on (?=\w)")
_DENIES = re.compile(r"\b(?:non|né|mai|senza|nessun\w*|niente|nulla|neanche|nemmeno|neppure)\b", re.IGNORECASE)
_IDLE = re.compile(r"\bnon (?:solo|soltanto|appena|che|più|ancora)\b|\b(?:finché|quando|meno che|poco) non\b", re.IGNORECASE)


def non_added(target: str, random: Random) -> Planted | None:
    """A *non* before a finite verb of a sentence that has no negation."""
    verbs = list(_FINITE.finditer(target))
    if not verbs or _DENIES.search(target):
        return None
    at = random.choice(verbs).start()
    return Planted(f"{target[:at]}non {target[at:]}", at, at + 3)


def non_dropped(target: str, random: Random) -> Planted | None:
    """A *non* taken out; the error touches the word that followed it."""
    cues = [cue for cue in _NON.finditer(target) if not _IDLE.match(target, cue.start())]
    cues = [cue for cue in cues if not any(cue.start() < idle.end() and idle.start() < cue.end() for idle in _IDLE.finditer(target))]
    if not cues:
        return None
    cue = random.choice(cues)
    text = target[: cue.start()] + target[cue.end() :]
    following = re.compile(r"\w+").match(text, cue.start())
    return Planted(text, cue.start(), following.end() if following else cue.start() + 1)
