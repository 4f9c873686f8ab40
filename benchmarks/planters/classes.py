"""Errors in closed classes: a member that both sides have is exchanged for another one, or left out."""

from functools import cache, partial
from random import Random

from benchmarks.planters import Planted, Planter
from tui.comparison.classes.kinds import CLASSES
from tui.comparison.classes.members import Member, members
from tui.comparison.classes.tables import IDLE, NEAR
from tui.comparison.polarity import Stretch
from tui.languages import tokenize, tsv_table

_STEP = 0.35
"""How far the other member lies from the one on the scale of its class at least."""


def exchanged(source: str, target: str, random: Random, name: str) -> Planted | None:
    """A member of a class is another one of its axis that neither side has."""
    found = _shared(source, target, name)
    if not found:
        return None
    member, held = random.choice(found)
    others = [
        phrase
        for axis, key, step, phrase in _listed(name)
        if axis == member.axis
        and key not in held
        and (step is None or member.step is None or abs(step - member.step) >= _STEP)
    ]
    return _replaced(target, member, random.choice(others)) if others else None


def left_out(source: str, target: str, random: Random, name: str) -> Planted | None:
    """A member that changes a word is gone; the word stays."""
    found = _shared(source, target, name)
    if not found:
        return None
    member, _ = random.choice(found)
    if member.rest:
        return _replaced(target, member, member.rest)
    end = member.span.end + (target[member.span.end : member.span.end + 1] in (" ", "-"))
    text = target[: member.span.start] + target[end:]
    return Planted(text, member.span.start, min(len(text), member.span.start + 3))


def _shared(source: str, target: str, name: str) -> list[tuple[Member, frozenset[str]]]:
    """The members of the target that the source surely says too, each with all keys of its axis there."""
    here = [one for one in _members(source, "en") if one.word_class.name == name]
    there = [one for one in _members(target, "it") if one.word_class.name == name]
    held = frozenset(key for one in (*here, *there) for key in one.says | one.also)
    return [(one, held) for one in there if one.says and any(one.says & other.says for other in here)]


def _members(text: str, language: str) -> list[Member]:
    tokens = tokenize(text)
    return members(Stretch("target", language, text, tokens, frozenset())) if tokens else []


@cache
def _listed(name: str) -> tuple[tuple[str, str, float | None, str], ...]:
    """The first Italian phrase of each member that has one, with its axis, key and step."""
    return tuple(
        (row["key"].rpartition("/")[0], row["key"], float(row["step"]) if row.get("step") else None, said)
        for row in tsv_table(f"classes/{name}.tsv")
        if row["key"] not in (IDLE, NEAR)
        for said in [row["it"].partition("|")[0].split(" ")[0].replace("-", " ")]
        if said and not said.endswith("+")
    )


def _replaced(target: str, member: Member, by: str) -> Planted:
    start = member.span.start
    return Planted(target[:start] + by + target[member.span.end :], start, start + len(by))


PLANTERS: dict[str, Planter] = {
    **{f"{one.name} exchanged": partial(exchanged, name=one.name) for one in CLASSES if not one.alone},
    **{f"{one.name} left out": partial(left_out, name=one.name) for one in CLASSES if one.alone},
}
