"""Errors of polarity: a *non* added to an Italian clause or dropped from it, a word turned round."""

import re
from random import Random

from benchmarks.planters import Planted, Planter
from tui.languages import lemma, tokenize, tsv_table

_FINITE = re.compile(
    r"\b(?:è|era|sarà|ha|hanno|aveva|avevano|sono|erano|saranno|può|possono|potrebbe|vuole|vogliono|deve|devono"
    r"|dovrebbe|fa|va|sta|viene|vengono|riesce|[a-z]{4,}(?:ava|eva|iva|erà|irà|erebbe|avano|evano|ivano|eranno))\b"
)
_NON = re.compile(r"\b[Nn]on (?=\w)")
_DENIES = re.compile(
    r"\b(?:non|né|mai|senza|nessun\w*|niente|nulla|neanche|nemmeno|neppure)\b", re.IGNORECASE
)
_IDLE = re.compile(
    r"\bnon (?:solo|soltanto|appena|che|più|ancora)\b|\bquando non\b"
    r"|\b(?:finch[éè]|sinché|fino a (?:quando|che)|meno che|per poco|prima che)(?: \w+){0,5} non\b",
    re.IGNORECASE,
)
_SAID_AGAIN = re.compile(
    r"[^,;:.!?]*?\bche (?:nessun|niente|nulla|neanche|nemmeno|neppure|mai\b)", re.IGNORECASE
)
"""Another denial before the verb of the next clause: that is right Italian without the *non* too."""
_PLAIN = re.compile(r"\b(?:not|never|no|cannot|none|nobody|nothing|neither)\b|n['’]t\b", re.IGNORECASE)


def non_added(_: str, target: str, random: Random) -> Planted | None:
    """A *non* before a finite verb of a sentence that has no negation."""
    verbs = list(_FINITE.finditer(target))
    if not verbs or _DENIES.search(target):
        return None
    at = random.choice(verbs).start()
    return Planted(f"{target[:at]}non {target[at:]}", at, at + len("non"))


def non_dropped(source: str, target: str, random: Random) -> Planted | None:
    """A *non* taken out where the source says no in so many words; it touches the word that followed."""
    idle = list(_IDLE.finditer(target))
    cues = [
        cue
        for cue in _NON.finditer(target)
        if not any(cue.start() < phrase.end() and phrase.start() < cue.end() for phrase in idle)
        and not _SAID_AGAIN.match(target, cue.end())
    ]
    if not cues or not _PLAIN.search(source):
        return None
    cue = random.choice(cues)
    text = target[: cue.start()] + target[cue.end() :]
    following = re.compile(r"\w+").match(text, cue.start())
    return Planted(text, cue.start(), following.end() if following else cue.start() + 1)


def opposite(source: str, target: str, random: Random) -> Planted | None:
    """A word exchanged for the first opposite that the table has of it, where both sides say one pole."""
    english = {lemma(token.key, "en") for token in tokenize(source)} | {t.key for t in tokenize(source)}
    places: list[tuple[int, int, str]] = []
    for token in tokenize(target):
        for row in tsv_table("polarity/opposites.tsv"):
            for one, other in (("+", "-"), ("-", "+")):
                said = row[f"it{one}"].split()
                if {token.key, lemma(token.key, "it")} & set(said) and english & set(row[f"en{one}"].split()):
                    places.append((token.start, token.end, row[f"it{other}"].split()[0].replace("-", " ")))
    if not places:
        return None
    start, end, word = random.choice(places)
    return Planted(target[:start] + word + target[end:], start, start + len(word))


PLANTERS: dict[str, Planter] = {
    "non added": non_added,
    "non dropped": non_dropped,
    "opposite": opposite,
}
