"""A long pair, compared section by section: whatever was kept before an edit, it says what it says anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from random import Random

import pytest
from toy_encoder import ToyEncoder

from tui.alignment import AlignedPair, Alignment, Bead
from tui.articles import Article, article_from_text
from tui.cache import Store
from tui.comparison import Comparison, compare
from tui.comparison import sections as parts_of_pairs
from tui.comparison.sections import sections
from tui.reports import report_formats
from tui.reports.making import report_on

PLACES = ("Turin", "Genoa", "Milan", "Naples", "Florence")
LUOGHI = ("Torino", "Genova", "Milano", "Napoli", "Firenze")
SENTENCES = (
    ("The mayor of {place} did not sign.", "Il sindaco di {luogo} ha firmato."),
    ("Her sister bought {n} boats in May.", "Suo fratello comprò {n} barche a maggio."),
    ("“We will never sell,” said Marta Rossi of {place}.", "«Venderemo», disse Marta Bossi di {luogo}."),
    ("The harbour of {place} was partly closed.", "Il porto di {luogo} era chiuso."),
    ("The vice-president resigned after {n} days.", "Il presidente si dimise dopo {n} giorni."),
    ("Nobody in {place} ate before {n}.", "A {luogo} mangiarono tutti prima delle {n}."),
)
Texts = list[tuple[str, str]]


def said(random: Random) -> tuple[str, str]:
    at, n = random.randrange(len(PLACES)), random.randrange(2, 90)
    source, target = random.choice(SENTENCES)
    other = n + 1 if random.random() < 0.2 else n
    return source.format(place=PLACES[at], n=n), target.format(luogo=LUOGHI[at], n=other)


def article(texts: Sequence[str], language: str) -> Article:
    return article_from_text("\n\n".join(texts), language=language)


def pair_of(texts: Texts) -> AlignedPair:
    source, target = article([s for s, _ in texts], "en"), article([t for _, t in texts], "it")
    count = min(len(source.sentences), len(target.sentences))
    assert len(source.sentences) == len(target.sentences)
    beads = tuple(Bead((at,), (at,), 0.8) for at in range(count))
    return AlignedPair(source, target, Alignment(beads), ToyEncoder())


def compared(texts: Texts, store: Store | None = None) -> Comparison:
    pair = pair_of(texts)
    return compare(pair.source, pair.target, pair.alignment, pair.encoder, store=store)


@pytest.fixture
def texts() -> Texts:
    random = Random(5)
    return [said(random) for _ in range(420)]


@pytest.mark.long
def test_an_edited_pair_says_what_it_says_without_a_store(tmp_path: Path, texts: Texts) -> None:
    store, random = Store(tmp_path / "kept.db"), Random(7)
    first = compared(texts, store)
    assert first.findings
    for _ in range(2):
        at = random.randrange(len(texts))
        texts[at : at + random.randrange(2)] = [said(random)]
        assert compared(texts, store) == compared(texts)


WORDS = {
    "mayor": "sindaco", "sister": "fratello", "bought": "comprò", "boats": "barche", "may": "maggio",
    "sell": "venderemo", "rossi": "bossi", "harbour": "porto", "closed": "chiuso", "days": "giorni",
    "vice-president": "presidente", "resigned": "dimise", "ate": "mangiarono", "turin": "torino",
    "genoa": "genova", "milan": "milano", "naples": "napoli", "florence": "firenze", "signed": "firmato",
}  # fmt: skip
Paragraphs = list[list[str]]
Edit = Callable[[Paragraphs, int], None]


@pytest.fixture
def small_sections(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pair of a hundred sentences is as long as it need be."""
    for name, less in (("WHOLE", 40), ("_NEAR", 8), ("_MOST", 40)):
        monkeypatch.setattr(parts_of_pairs, name, less)
    monkeypatch.setattr(import_module("tui.alignment.align"), "_LONG", 40)


@pytest.fixture
def paragraphs() -> tuple[Paragraphs, Paragraphs]:
    """Paragraphs of one to four sentences, some of them in one quotation, with a heading here and there."""
    random = Random(9)
    source: Paragraphs = []
    target: Paragraphs = []
    for number in range(40):
        several = [said(random) for _ in range(random.randrange(1, 5))]
        english, italian = ([text[side] for text in several] for side in (0, 1))
        if number % 7 == 3 and not any("“" in text for text in english):
            english, italian = ["“" + english[0], *english[1:]], ["«" + italian[0], *italian[1:]]
            english[-1], italian[-1] = english[-1] + "”", italian[-1] + "»"
        if number % 11 == 5:
            english, italian = [f"Part {number}"], [f"Parte {number}"]
        source.append(english)
        target.append(italian)
    return source, target


def reported(source: Paragraphs, target: Paragraphs, store: Store | None = None) -> bytes:
    english, italian = (
        article([" ".join(paragraph) for paragraph in side], language)
        for side, language in ((source, "en"), (target, "it"))
    )
    return report_formats()["json"].content(report_on(english, italian, ToyEncoder(WORDS), store=store))


def changed(target: Paragraphs, at: int) -> None:
    target[at][0] = "Qui il sindaco non firmò 14 lettere."


def inserted(target: Paragraphs, at: int) -> None:
    target[at].insert(1, "Due delle 30 barche non si trovarono mai.")


def added(target: Paragraphs, at: int) -> None:
    target.insert(at, ["Two of the boats were never found by the police of the harbour."])


def deleted(target: Paragraphs, at: int) -> None:
    del target[at][-1:]


def dropped(target: Paragraphs, at: int) -> None:
    del target[at]


def headed(target: Paragraphs, at: int) -> None:
    target.insert(at, ["Le barche di Napoli"])


def quoted(target: Paragraphs, at: int) -> None:
    target[at][0] = "«" + target[at][0]


def exchanged(target: Paragraphs, at: int) -> None:
    target[at], target[at - 7] = target[at - 7], target[at]


EDITS = (changed, inserted, added, deleted, dropped, headed, quoted, exchanged)


@pytest.mark.dear
@pytest.mark.parametrize(
    ("edits", "first"),
    [(EDITS[:4], 0), pytest.param(EDITS[4:], 1, marks=pytest.mark.long)],
    ids=["sentences", "paragraphs"],
)
@pytest.mark.usefixtures("small_sections")
def test_a_report_is_the_same_to_the_byte_whatever_was_kept(
    tmp_path: Path, paragraphs: tuple[Paragraphs, Paragraphs], edits: Sequence[Edit], first: int
) -> None:
    source, target = paragraphs
    full = Store(tmp_path / "full.db")
    reports = [reported(source, target, full)]
    for number, edit in enumerate(edits):
        edit(target, (0, 19, -1)[(first + number) % 3])
        reports.append(reported(source, target))
        assert reported(source, target, full) == reports[-1]
    assert len(set(reports)) == len(reports)
    assert reported(source, target, Store(tmp_path / "empty.db")) == reports[-1]
    assert reported(source, target, full) == reports[-1]


def keys(texts: Texts) -> list[bytes]:
    return [section.key(()) for section in sections(pair_of(texts))]


@pytest.mark.parametrize("at", range(0, 900, 45))
def test_an_edit_leaves_the_sections_that_it_does_not_stand_in_as_they_are(at: int) -> None:
    random = Random(at)
    texts = [said(random) for _ in range(900)]
    before = keys(texts)
    assert len(before) > 5
    texts[at : at + random.randrange(2)] = [("A new sentence stands here.", "Qui sta una frase nuova.")]
    assert len(set(keys(texts)) - set(before)) <= 3


def test_a_text_that_says_one_thing_over_and_over_has_sections_too() -> None:
    parts = sections(pair_of([("The lamp is lit.", "La lampada è accesa.")] * 1000))
    assert max(len(part.beads) for part in parts) <= 400


def test_every_bead_stands_in_one_section_and_a_finding_where_it_stands_in_the_whole(texts: Texts) -> None:
    pair = pair_of(texts)
    parts = sections(pair)
    assert [bead for part in parts for bead in part.beads] == list(range(len(pair.alignment.beads)))
    for finding in compared(texts).every:
        if finding.kind == "number" and finding.source_value:
            assert finding.source[0].within(pair.source.text) == finding.source_value


@pytest.mark.long
def test_what_is_found_is_told_from_the_chosen_bead_outward(texts: Texts) -> None:
    pair = pair_of(texts)
    shares: list[float] = []
    places: list[int] = []

    def told(share: float, found: Sequence[object]) -> None:
        shares.append(share)
        starts = [f.source[0].start for f in found if f.source]  # type: ignore[attr-defined]
        places.append(pair.source.sentence_at(starts[0]))

    compare(pair.source, pair.target, pair.alignment, pair.encoder, near=lambda: 419, told=told)
    assert shares == sorted(shares)
    assert shares[-1] < 1
    assert places == sorted(places, reverse=True)
    assert places[0] > 200
