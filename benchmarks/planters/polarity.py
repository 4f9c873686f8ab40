"""Errors of polarity: a *non* added to an Italian clause or dropped from it, a word turned round."""

import re
from collections.abc import Mapping
from functools import cache
from random import Random

from benchmarks.planters import Planted, Planter
from tui.languages import lemma, tokenize, tsv_table

_FINITE = re.compile(
    r"(?<!['’])\b(?:(?:mi|ti|si|ci|vi|lo|la|li|le|gli|ne|l['’]|c['’]|v['’]|s['’]) ?)?"
    r"(?P<verb>è|era|sarà|ha|hanno|aveva|avevano|sono|erano|saranno|può|possono|potrebbe|vuole|vogliono|deve|devono"
    r"|dovrebbe|fa|va|sta|viene|vengono|riesce|[a-z]{4,}(?:ava|eva|iva|erà|irà|erebbe|avano|evano|ivano|eranno))\b"
)
"""A verb with the pronoun before it."""
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


_ENDED = 8
"""Letters from which on a verb is known by its ending, and may be another word."""


def non_added(_: str, target: str, random: Random) -> Planted | None:
    """A *non* before a finite verb of a sentence that has no negation."""
    verbs = [match for match in _FINITE.finditer(target) if _is_verb(match["verb"])]
    if not verbs or _DENIES.search(target):
        return None
    at = random.choice(verbs).start()
    return Planted(f"{target[:at]}non {target[at:]}", at, at + len("non"))


def _is_verb(word: str) -> bool:
    """Whether a word is no noun or adjective with the ending of a verb: *direttiva*; *due anni fa*."""
    return word not in ("fa", "sta") and (len(word) < _ENDED or lemma(word, "it").endswith("re"))


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
    english = {row for token in tokenize(source) for row in _poles("en", token.key)}
    places = [
        (token.start, token.end, other)
        for token in tokenize(target)
        for (concept, pole), other in _poles("it", token.key).items()
        if (concept, pole) in english
    ]
    if not places:
        return None
    start, end, word = random.choice(places)
    return Planted(target[:start] + word + target[end:], start, start + len(word))


def _poles(language: str, key: str) -> Mapping[tuple[str, str], str]:
    """The notion and the pole that a word stands for, by what first says the other pole."""
    listed = _by_word(language)
    return {**listed.get(lemma(key, language), {}), **listed.get(key, {})}


@cache
def _by_word(language: str) -> Mapping[str, Mapping[tuple[str, str], str]]:
    """The same for every word of the table."""
    found: dict[str, dict[tuple[str, str], str]] = {}
    for row in tsv_table("polarity/opposites.tsv"):
        for one, other in (("+", "-"), ("-", "+")):
            for word in row[f"{language}{one}"].split():
                against = row[f"{language}{other}"].split()[0].replace("-", " ")
                found.setdefault(word, {})[row["concept"], one] = against
    return found


PLANTERS: dict[str, Planter] = {
    "non added": non_added,
    "non dropped": non_dropped,
    "opposite": opposite,
}
