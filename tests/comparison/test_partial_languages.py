"""A language of which a table has one key is compared to the end: what it lacks is empty."""

import json
from pathlib import Path

import pytest
from by_hand import Zeros, alignment_of

from tui.articles import article_from_text
from tui.comparison import compare
from tui.languages import tables, toml_table
from tui.resources import asset

SOURCE = [
    "Nobody said that the port, which Marta Venier had not sold, would never be closed unless it paid.",
    "He might have told her that the firm was unable to hire the three workers of the council.",
    "The mayor, her brother, warned them 2.5 million times on Tuesday because the bridge was unsafe.",
    "It may rain, but the town does not want more than 20 ferries, Keller said: they must not leave.",
]
TARGET = [
    "Nessuno ha detto che il porto, che Marta Venier non aveva venduto, non sarebbe mai stato chiuso.",
    "Forse lui le aveva detto che la ditta non era in grado di assumere i tre operai del consiglio.",
    "Il sindaco, suo fratello, li ha avvertiti 2,5 milioni di volte martedì perché il ponte era insicuro.",
    "Può piovere, ma la città non vuole più di 20 traghetti, ha detto Keller: non devono partire.",
]
FOLDERS = "classes", "polarity", "quantities", "roles", "sentences", "speech", "tense", "words"
_MANY = 100
"""Keys in sections from which on a table is tried by its sections."""


def parts(folder: str) -> list[tuple[str, ...]]:
    """Each section and key of the Italian table of a folder; of the longest table, its sections."""
    held = toml_table(f"{folder}/it.toml")
    inside = [(name, key) for name, part in held.items() if isinstance(part, dict) for key in part]
    return [*((name,) for name in held), *(inside if len(inside) < _MANY else ())]


def alone(held: object, keys: tuple[str, ...]) -> object:
    """What a table holds under one key, and nothing else."""
    if not keys:
        return held
    assert isinstance(held, dict)
    return {keys[0]: alone(held[keys[0]], keys[1:])}


def toml(held: object) -> str:
    if isinstance(held, dict):
        return "{" + ", ".join(f"{json.dumps(key)} = {toml(value)}" for key, value in held.items()) + "}"
    if isinstance(held, list):
        return "[" + ", ".join(map(toml, held)) + "]"
    return json.dumps(held, ensure_ascii=False)


def rules_that_speak(
    folder: str, held: object, tag: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> list[str]:
    """The rules of facts that speak of a text whose language has this alone; none fails."""
    assert isinstance(held, dict)
    path = home / f"{tag}.toml"
    path.write_text("\n".join(f"{key} = {toml(value)}" for key, value in held.items()), encoding="utf-8")
    monkeypatch.setattr(tables, "asset", lambda name: path if name == f"{folder}/{tag}.toml" else asset(name))
    source, target = ("\n\n".join(text) for text in (SOURCE, TARGET))
    articles = article_from_text(source, language="en"), article_from_text(target, language=tag)
    found = compare(*articles, alignment_of("0=0 1=1 2=2 3=3"), Zeros())
    assert (found.incomplete, held.keys()) == ((), held.keys())
    return [one.rule for one in found.findings if one.layer == "facts"]


@pytest.mark.parametrize("folder", FOLDERS)
def test_one_section_or_key_is_enough(folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = toml_table(f"{folder}/it.toml")
    for number, keys in enumerate(parts(folder)):
        rules_that_speak(folder, alone(held, keys), f"{folder}{number}", tmp_path, monkeypatch)


def test_without_a_word_that_denies_nothing_is_said_to_be_denied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = {"negation": {"answers": ["no"], "idle": ["non solo"]}}
    assert not {
        rule
        for rule in rules_that_speak("polarity", held, "undenied", tmp_path, monkeypatch)
        if rule.startswith("negation")
    }
