"""What the families propose, section by section, and how little of it is asked for again after an edit.

All that is proposed in a section is kept with it. Of a section that was edited, what families say that look
no farther than beside a bead is kept by the bead: they are asked about those around the edit alone.
"""

from __future__ import annotations

import logging
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.cache import no_garbage
from tui.comparison.by_section import kept_by_section
from tui.comparison.copied import may_differ
from tui.comparison.evidence import bead_of
from tui.comparison.questions import answered
from tui.comparison.rule import Candidate, Family
from tui.comparison.sections import Section, beside, sections

if TYPE_CHECKING:
    from tui.alignment import AlignedPair
    from tui.cache import Store

Near = Callable[[], int]
"""Gives the index of the bead that matters most at the moment."""
_Proposed = Mapping[str, Sequence[Candidate]]
"""Candidates by the name of their family."""

_LOG = logging.getLogger("afronte.comparison")


def by_section(
    pair: AlignedPair,
    families: Iterable[Family] | None,
    incomplete: list[str],
    store: Store | None = None,
    near: Near | None = None,
) -> Iterator[tuple[float, list[Candidate]]]:
    """The candidates of some families, all where none are given, whose languages have what they need: of one
    section after the other, each with the share that is read then.

    None of facts and words in text that stands letter for letter on both sides: there is nothing to compare.
    The rules of families that failed are added to `incomplete`. `store`: where those of each section are
    kept; `near`: gives the bead whose section comes first, then those beside it.
    """
    # The families are a quarter of a second of imports, which a pair that was compared before does not need.
    from tui.comparison.families import FAMILIES

    families = FAMILIES if families is None else tuple(families)
    in_sections = [family for family in families if not family.whole]
    waiting = list(sections(pair))
    count = len(waiting)
    with kept_by_section(pair, tuple(waiting), store):
        everywhere = _made(pair, [family for family in families if family.whole], incomplete)
    starts = sorted(section.beads.start for section in waiting)
    of_whole: dict[tuple[str, int], list[Candidate]] = defaultdict(list)
    for name, candidates in everywhere.items():
        for one in candidates:
            of_whole[name, starts[bisect_right(starts, bead_of(one, pair)) - 1]].append(one)
    for section in _outward(waiting, near or (lambda: 0)):
        made = _of_section(section, in_sections, store, incomplete)
        found = [
            one
            for family in families
            for one in (*made.get(family.name, ()), *of_whole[family.name, section.beads.start])
        ]
        yield 1 - len(waiting) / count, found


def said_by(family: Family, pair: AlignedPair) -> list[Candidate]:
    """What one family alone proposes. Raises what the family raises."""
    return answered(list(filter(may_differ(pair), _asked(family, pair))), pair.encoder)


def _outward(waiting: list[Section], near: Near) -> Iterator[Section]:
    """Takes the sections out of a list, each time the nearest."""
    while waiting:
        bead = near()
        at = min(range(len(waiting)), key=lambda index: waiting[index].distance(bead))
        yield waiting.pop(at)


def _of_section(
    section: Section, families: Sequence[Family], store: Store | None, incomplete: list[str]
) -> _Proposed:
    """What each of some families, by its name, proposes in a section, as it stands in the whole pair."""
    if section.is_whole:
        return _made(section.pair, families, incomplete)
    key = section.key([family.name for family in families]) if store else b""
    held = store.get([key]) if store else {}
    if held:
        return section.unpacked(held[key], families)
    section = replace(section)  # what is read for it is not needed after it
    failed: list[str] = []
    by_bead, others = ([one for one in families if one.beside is is_so] for is_so in (True, False))
    made = {
        name: list(map(section.placed, some))
        for found in (_of_beads(section.pair, by_bead, store, failed), _made(section.pair, others, failed))
        for name, some in found.items()
    }
    incomplete += failed
    if store and not failed:
        store.put({key: section.packed(made)})
    return made


def _of_beads(
    pair: AlignedPair, families: Sequence[Family], store: Store | None, failed: list[str]
) -> _Proposed:
    """What families that look no farther than beside a bead propose in those that are asked about, in order:
    of each bead what is kept of it, if anything is.
    """
    names = [family.name for family in families]
    unsettled = [replace(family, settle=iter) for family in families]
    beads = {at: beside(pair, range(at, at + 1)) for at in pair.asked or ()} if store else {}
    keys = {at: bead.key(names) for at, bead in beads.items()}
    held = store.get(list(keys.values())) if store else {}
    by_bead: dict[int, _Proposed] = {
        at: beads[at].unpacked(held[key], families) for at, key in keys.items() if key in held
    }
    new = sorted(set(pair.asked or ()) - by_bead.keys())
    if new:
        part = beside(pair, range(new[0], new[-1] + 1)) if by_bead else None
        found = _made(part.pair if part else pair, unsettled, failed)
        made = {at: {name: list[Candidate]() for name in names} for at in new}
        for name, some in found.items():
            for one in map(part.placed, some) if part else some:
                if (at := bead_of(one, pair)) in made:
                    made[at][name].append(one)
        by_bead |= made
        if store and not failed:
            store.put({keys[at]: beads[at].packed(made[at]) for at in new})
    every = sorted(by_bead)
    return {
        family.name: list(family.settle(one for at in every for one in by_bead[at][family.name]))
        for family in families
    }


def _made(pair: AlignedPair, families: Iterable[Family], incomplete: list[str]) -> _Proposed:
    """What each of some families, by its name, proposes in the beads of a pair that are asked about, with all
    its evidence.
    """
    with no_garbage():
        proposed = {family.name: _unharmed(family, pair, incomplete) for family in families}
        differ = may_differ(pair)
        made = {
            name: [
                one
                for one in some
                if (pair.asked is None or bead_of(one, pair) in pair.asked) and differ(one)
            ]
            for name, some in proposed.items()
        }
        told = iter(answered([one for some in made.values() for one in some], pair.encoder))
        return {name: list(islice(told, len(some))) for name, some in made.items()}


def _asked(family: Family, pair: AlignedPair) -> list[Candidate]:
    """The candidates of those rules of a family for which both languages have what they need."""
    running = {rule.name for rule in family.rules if rule.runs(pair)}
    said = family.settle(family.propose(pair)) if running else ()
    return [one for one in said if one.rule.name in running]


def _unharmed(family: Family, pair: AlignedPair, incomplete: list[str]) -> list[Candidate]:
    """What a family proposes; nothing where it fails, which is logged and told."""
    try:
        return _asked(family, pair)
    except Exception:
        _LOG.exception("the rules of %s failed", family.name)
        incomplete += [rule.name for rule in family.rules]
        return []
