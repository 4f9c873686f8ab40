"""Code that differs, links that lead elsewhere, and links that lead nowhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from urllib.parse import unquote

from tui.alignment import AlignedPair
from tui.articles import SIDES, Article, Mark, Side, Span, other_side
from tui.comparison.markup.addresses import address_form, is_path, is_translated
from tui.comparison.markup.code import changes, code_form, is_translation, parts
from tui.comparison.rule import AS_READ, SOURCE, TARGET, Candidate, Family, Rule
from tui.languages import base_language

CODE = Rule("code-differs", "code", "facts", "major")
LINK = Rule("link-differs", "link", "facts", "major")
NOWHERE = Rule("link-leads-nowhere", "link", "facts", "major")

_LONG = 80
"""Characters of code that a message shows."""
_ALIKE = 0.35
"""How alike two pieces of code are at least, 0 to 1, for one to stand where the other stood."""


def propose(pair: AlignedPair) -> Iterator[Candidate]:
    """Code and links of each bead with two sides that do not stand on the other, and dead anchors."""
    languages = frozenset(base_language(pair.article(side).language) for side in SIDES)
    yield from _code(pair)
    for links in _by_bead(pair, "link").values():
        yield from _links(links, languages)
    yield from _nowhere(pair)


FAMILY = Family("markup", (CODE, LINK, NOWHERE), propose, one_language=False, whole=True)


def _by_bead(pair: AlignedPair, kind: str) -> dict[int, dict[Side, list[Mark]]]:
    """The marks of a kind in each bead with two sides."""
    found: dict[int, dict[Side, list[Mark]]] = defaultdict(lambda: {"source": [], "target": []})
    for side in SIDES:
        for mark in pair.article(side).marks:
            if mark.kind == kind:
                index = pair.bead(side, mark.start)
                bead = pair.alignment.beads[index]
                if bead.source and bead.target:
                    found[index][side].append(mark)
    return found


def _code(pair: AlignedPair) -> Iterator[Candidate]:
    """One candidate a bead: what code has nothing like it on the other side.

    What is changed alike again and again, such as *foo* into *pippo*, is a name that the translation has for
    it.
    """
    unlike = [
        found for index, marks in _by_bead(pair, "code").items() if (found := _unlike(pair, index, marks))
    ]
    again = Counter(change for one in unlike for change in set(changes(one[0].value, one[1].value)))
    languages = (base_language(pair.source.language), base_language(pair.target.language))
    for source, target, alike in unlike:
        values = _shown(source.value, target.value)
        made = changes(source.value, target.value)
        worded = sum(again[change] > 1 or is_translation(change, languages) for change in made)
        yield Candidate(
            rule=CODE,
            source=(_span(source),),
            target=(_span(target),),
            source_value=values[0],
            target_value=values[1],
            message=f"The code differs: {values[0]} in the {SOURCE}, {values[1]} in the {TARGET}.",
            evidence={"alike": alike, "worded": float(worded == len(made))},
        )


def _unlike(pair: AlignedPair, index: int, marks: dict[Side, list[Mark]]) -> tuple[Mark, Mark, float] | None:
    """The two pieces of a bead that are most alike of those that have no equal, and how much they are."""
    languages = frozenset(base_language(pair.article(side).language) for side in SIDES)
    left = _left(marks, lambda mark: _form(mark.value, languages))
    left = {side: [m for m in left[side] if not _stands(pair, index, m, other_side(side))] for side in SIDES}
    if not left["source"] or not left["target"]:
        return None
    found = _likest(left)
    return found if found[2] >= _ALIKE or _in_place(marks) else None


def _form(code: str, languages: frozenset[str]) -> str:
    """Code in the form in which it is compared; a path is the same in the folder of another language."""
    return address_form(code, languages) if is_path(code) else code_form(code)


def _stands(pair: AlignedPair, index: int, mark: Mark, side: Side) -> bool:
    """Whether a piece of code stands on that side of its bead as it is, marked or not."""
    article, sentences = pair.article(side), pair.alignment.beads[index].side(side)
    start, end = article.sentences[min(sentences)].start, article.sentences[max(sentences)].end
    return mark.value in article.text[start:end]


def _likest(left: dict[Side, list[Mark]]) -> tuple[Mark, Mark, float]:
    """The two that are most alike, and how much."""
    return max(
        ((s, t, _likeness(s.value, t.value)) for s in left["source"][:20] for t in left["target"][:20]),
        key=lambda found: found[2],
    )


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, parts(code_form(one))[:400], parts(code_form(other))[:400], False).ratio()


def _in_place(marks: dict[Side, list[Mark]]) -> bool:
    """Whether both sides have as many pieces, so that one stands in the place of the other."""
    return len(marks["source"]) == len(marks["target"])


def _shown(source: str, target: str) -> tuple[str, str]:
    """What to show of two pieces of code: of several lines the first in which they differ."""
    lines = [
        [" ".join(line.split()) for line in value.split("\n") if code_form(line)]
        for value in (source, target)
    ]
    pairs = [(s, t) for s, t in zip(*lines, strict=False) if code_form(s) != code_form(t)]
    longer = [value[min(map(len, lines)) :] for value in lines]
    s, t = pairs[0] if pairs else (next(iter(longer[0]), "…"), next(iter(longer[1]), "…"))
    return _shortened(s), _shortened(t)


def _shortened(code: str) -> str:
    return code if len(code) <= _LONG else code[: _LONG - 1] + "…"


def _links(marks: dict[Side, list[Mark]], languages: frozenset[str]) -> Iterator[Candidate]:
    """The links of a bead that lead elsewhere than those of the other side, in order."""
    left = _left(marks, lambda mark: address_form(mark.value, languages))
    left = {side: [m for m in left[side] if address_form(m.value, languages)] for side in SIDES}
    for source, target in zip(left["source"], left["target"], strict=False):
        if is_translated(source.value, target.value, languages):
            continue
        yield Candidate(
            rule=LINK,
            source=(_span(source),),
            target=(_span(target),),
            source_value=source.value,
            target_value=target.value,
            message=f"A link leads to {source.value} in the {SOURCE}, to {target.value} in the {TARGET}.",
            evidence={"unequal-numbers": float(len(left["source"]) != len(left["target"]))},
        )


def _left(marks: dict[Side, list[Mark]], form: Callable[[Mark], str]) -> dict[Side, list[Mark]]:
    """The marks of each side that have no equal on the other."""
    left: dict[Side, list[Mark]] = {}
    for side in SIDES:
        there = Counter(map(form, marks[other_side(side)]))
        left[side] = []
        for mark in marks[side]:
            if there[form(mark)]:
                there[form(mark)] -= 1
            else:
                left[side].append(mark)
    return left


def _nowhere(pair: AlignedPair) -> Iterator[Candidate]:
    """Links to a place in the same file that is not there, where files of this kind have such places.

    A link that the target took over from the source as it is, is one link that leads nowhere in both.
    """
    if not pair.source.anchors and not pair.target.anchors:
        return
    dead = {side: _dead(pair.article(side)) for side in SIDES}
    taken: dict[tuple[int, str], list[Mark]] = defaultdict(list)
    for mark in reversed(dead["target"]):
        taken[pair.bead("target", mark.start), mark.value].append(mark)
    for mark in dead["source"]:
        same = taken[pair.bead("source", mark.start), mark.value]
        yield _leading_nowhere(mark, same.pop() if same else None)
    for left in taken.values():
        for mark in reversed(left):
            yield _leading_nowhere(None, mark)


def _leading_nowhere(source: Mark | None, target: Mark | None) -> Candidate:
    sides = {side: mark for side, mark in zip(SIDES, (source, target), strict=True) if mark}
    where = " and ".join(f"in the {AS_READ[side]}" for side in sides)
    link = next(iter(sides.values())).value
    missing = "the files have" if len(sides) > 1 else "the file has"
    return Candidate(
        rule=NOWHERE,
        source=(_span(source),) if source else (),
        target=(_span(target),) if target else (),
        source_value=source.value if source else None,
        target_value=target.value if target else None,
        message=f"{where.capitalize()} the link {link} leads nowhere: {missing} no such place.",
        evidence={},
    )


def _dead(article: Article) -> list[Mark]:
    return [mark for mark in article.marks if mark.kind == "link" and _is_dead(mark.value, article)]


def _is_dead(address: str, article: Article) -> bool:
    """Whether an address names a place in its own file that is not there.

    The top is always there (HTML standard); what begins with `/`, `!` or `:~:` is read by a program.
    """
    name = address[1:].partition(":~:")[0]
    if not address.startswith("#") or not name or name[0] in "/!" or name.lower() == "top":
        return False
    return not article.anchors & {name, unquote(name)}


def _span(mark: Mark) -> Span:
    return Span(mark.start, mark.end)
