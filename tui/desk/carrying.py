"""Verdicts that a finding was given under another name.

With the texts the other way round a finding has another name, under which what is decided stands too; one
that only one direction finds, or that was decided before both names were kept, gets it here.

Version 1 had other names as well. The desk knows a finding by a digest alone, so what version 1 would have
called a finding is worked out again, once for each verdict:
the same digest over the same sentences, with the names that its rules had, and with the values and places
that a finding may have had then. What was decided under such a name belongs to the finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import product
from typing import TYPE_CHECKING

from msgspec.structs import asdict

from tui.articles import SIDES, Article, Side, Span
from tui.comparison import Finding, mirror_id
from tui.desk.columns import made, names_of
from tui.desk.model import Decision

if TYPE_CHECKING:
    import sqlite3

    from tui.desk.lens import Lens

_FORMER_RULES: Mapping[str, Sequence[str]] = {
    "number": (
        *(
            "number",
            "ordinal",
            "code",
            "fraction",
            "dozen",
            "indefinite",
            "conversion",
            "notation",
            "qualifier",
        ),
        *("unit", "range-turned"),
    ),
    "percentage": ("percentage", "unit", "conversion", "notation", "qualifier", "range-turned"),
    "amount": ("amount", "unit", "conversion", "notation", "qualifier", "range-turned"),
    "unit": ("unit", "conversion", "notation", "qualifier", "range-turned"),
    "date": (
        *("year", "month", "day-and-month", "day", "numeric-date", "relative-date", "weekday", "season"),
        *("decade", "century", "unit", "qualifier", "notation", "range-turned"),
    ),
    "time": ("clock", "unit", "qualifier", "range-turned"),
    "name": ("name-spelling", "name-exchanged", "name-missing"),
    "negation": ("negation-one-sided",),
    "reversal": ("opposite-words", "qualifier"),
    "modality": ("hedge-one-sided",),
    "speaker": ("speaker-differs", "role-differs"),
    "quotation": ("quotation-unmarked",),
    "only-source": ("paragraph-without-counterpart", "sentence-without-counterpart"),
    "only-target": ("paragraph-without-counterpart", "sentence-without-counterpart"),
    "moved": ("moved-passage",),
    "omission": ("phrase-without-counterpart", "word-without-counterpart"),
    "addition": ("phrase-without-counterpart", "word-without-counterpart"),
    "word": ("word-without-counterpart",),
    "untranslated": ("untranslated-word",),
    "doubled": ("doubled-word",),
    "false-friend": ("false-friend",),
    "lookalike": ("lookalike-letter",),
    "back-translation": ("back-translation-reversal", "back-translation-words"),
}
"""The rules of version 1 by what they found."""
_AKIN: Sequence[frozenset[str]] = (
    frozenset(("number", "percentage", "amount", "unit", "date", "time")),
    frozenset(("negation", "reversal", "modality")),
    frozenset(("omission", "addition", "word")),
    frozenset(("speaker", "name")),
)
"""Kinds of which a finding may have changed from one to another."""

_Values = tuple[str | None, str | None]
_Places = tuple[Sequence[Span], Sequence[Span]]


def give_other_names(
    connection: sqlite3.Connection, lens: Lens, findings: Sequence[Finding], source: Article, target: Article
) -> int:
    """Puts what was decided under one name of each finding under its others; returns how often.

    What version 1 decided is looked for once among what a comparison finds, and until it is found among what
    back-translations show.
    """
    done = _give_former(connection, lens, findings, source, target)
    query = f"SELECT finding, {names_of(Decision)} FROM decision WHERE pair = ? AND mirrored = ?"
    here, there = (
        {name: made(Decision, row) for name, *row in connection.execute(query, (lens.pair, mirrored))}
        for mirrored in (lens.mirrored, not lens.mirrored)
    )
    if here.keys() or there.keys():
        for finding in findings:
            mirror = mirror_id(finding, source, target)
            given, turned = here.get(finding.id), there.get(mirror)
            if given and not turned:
                done += give(connection, lens.finding(mirror, turned=True), given)
            elif turned and not given:
                done += give(connection, lens.finding(finding.id), turned)
    return done


def _give_former(
    connection: sqlite3.Connection, lens: Lens, findings: Sequence[Finding], source: Article, target: Article
) -> int:
    back = [finding for finding in findings if finding.kind == "back-translation"]
    done = 0
    for stage, some in ((2, back), (1, findings)):
        of_reading = (lens.pair, lens.mirrored)
        rows = connection.execute(
            f"SELECT finding, {names_of(Decision)} FROM decision "
            "WHERE pair = ? AND mirrored = ? AND former = ?",
            (*of_reading, stage),
        ).fetchall()
        if not rows or not some:
            continue
        named = {finding.id for finding in some}
        found = former_ids(some, source, target, {name for name, *_ in rows} - named)
        for name, *row in rows:
            if name in found:
                done += give(connection, lens.finding(found[name]), made(Decision, row))
            connection.execute(
                "UPDATE decision SET former = ? WHERE pair = ? AND mirrored = ? AND finding = ?",
                (0 if name in found or name in named else 2, *of_reading, name),
            )
    return done


def give(connection: sqlite3.Connection, key: Mapping[str, str | int], decision: Decision) -> int:
    """Puts what was decided under the name of a finding, unless it has some; returns 1 if so, else 0."""
    row = {**key, **asdict(decision)}
    return connection.execute(
        f"INSERT OR IGNORE INTO decision ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})",
        tuple(row.values()),
    ).rowcount


def former_ids(
    findings: Iterable[Finding], source: Article, target: Article, wanted: Iterable[str]
) -> dict[str, str]:
    """Of those of the `wanted` names of version 1 that are names of these findings: the names they have now.

    `findings`: in the order of the text, by which version 1 numbered what was alike.
    """
    open_names = set(wanted)
    articles: Mapping[Side, Article] = {"source": source, "target": target}
    seen: dict[str, dict[str, int]] = {}
    found: dict[str, str] = {}
    for finding in findings:
        for variant, former in _names(finding, articles):
            counted = seen.setdefault(variant, {})
            counted[former] = counted.get(former, 0) + 1
            name = former if counted[former] == 1 else f"{former}-{counted[former]}"
            if name in open_names and name not in found and finding.id not in found.values():
                found[name] = finding.id
    return found


def _names(finding: Finding, articles: Mapping[Side, Article]) -> Iterator[tuple[str, str]]:
    """What version 1 may have called a finding, nearest first, each with the way in which that was made."""
    akin = sorted(kind for kinds in _AKIN if finding.kind in kinds for kind in kinds - {finding.kind})
    own = [(str(finding.kind), rule) for rule in _FORMER_RULES.get(finding.kind, ())]
    others = [(kind, rule) for kind in akin for rule in _FORMER_RULES[kind]]
    for number, (places, values) in enumerate(product(_places(finding), _values(finding, articles))):
        rules = own if number else [*own, *others]  # nearest first, and not everything with everything
        said = [
            part
            for side, spans in zip(SIDES, places, strict=True)
            for span in spans
            for part in _said(articles[side], span)
        ]
        for kind, rule in rules:
            way = f"{kind} {rule} {len(places[0])} {len(places[1])}"
            yield way, _digest(kind, rule, values[0] or "", values[1] or "", *said)


def _places(finding: Finding) -> Iterator[_Places]:
    """Where a finding stands, and where it stood if that was on one side only."""
    yield finding.source, finding.target
    if finding.source and finding.target:
        yield finding.source, ()
        yield (), finding.target


def _values(finding: Finding, articles: Mapping[Side, Article]) -> Iterable[_Values]:
    """The values of a finding, and what stood for them where there was no other form of the words."""
    written = [
        spans[0].within(articles[side].text) if (spans := finding.side(side)) else None for side in SIDES
    ]
    of_sides = [
        tuple(dict.fromkeys((value, None, words, words.casefold() if words else None)))
        for value, words in zip((finding.source_value, finding.target_value), written, strict=True)
    ]
    return product(of_sides[0], of_sides[1])


def _said(article: Article, span: Span) -> tuple[str, str]:
    return span.within(article.text), article.sentence_text(article.sentence_at(span.start))


def _digest(*parts: str) -> str:
    """As version 1 named findings."""
    digest = blake2b(digest_size=6)
    for part in parts:
        digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()
