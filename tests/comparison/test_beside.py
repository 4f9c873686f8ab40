"""What is said of a bead by who looks no farther than beside it: the same wherever its paragraphs stand."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from weakref import ref

import pytest
from msgspec.structs import replace
from toy_encoder import ToyEncoder

from tui.alignment import AlignedPair, Alignment, Bead
from tui.articles import Article, Paragraph, Span, article_from_text
from tui.cache import Store
from tui.comparison import sections as parts_of_pairs
from tui.comparison.evidence import bead_of
from tui.comparison.families import FAMILIES
from tui.comparison.proposals import by_section
from tui.comparison.rule import Candidate, Family, Rule
from tui.comparison.sections import beside

OF_BEADS = [one for one in FAMILIES if one.beside]
SAID = (
    ("The ferry did not leave on Monday.", "Il traghetto è partito lunedì."),
    ("The wages rose again, and the rents fell. Then Nora, they all", "I salari scesero. Poi tutti"),
    ("The baker paid the miller", "Il mugnaio pagò il fornaio"),
    ("She met him on the narrow stairs. It was dark.", "Lui la incontrò sulle scale larghe. Era buio."),
    ("They will sell, won't", "Non venderanno, vero"),
    ("?", "?"),
    ("They will sell, won't they, Nora?", "Non venderanno, vero?"),
    ("“Nobody asked us. Every window was open.", "«Ce l'hanno chiesto tutti. Una finestra era chiusa."),
    ("They may come tomorrow.” He left quietly.", "Vengono domani». Partì rumorosamente."),
    ("* * *", "* * *"),
    ("The council will meet in spring?", "Il consiglio si riunì in primavera"),
    ("All of the boats sank before dawn - not one", "Alcune barche affondarono dopo l'alba"),
    ("The son of the queen wrote to his aunt. He did not wait.", "La figlia della regina scrisse. Aspettò."),
    ("Her firm sued the bank. It won.", "La sua ditta denunciò la banca. La banca vinse."),
)
LONE, MOVED = 4, 8
"""A paragraph whose target has no counterpart, and one that has another place among the beads."""


def pair_of(said: tuple[tuple[str, str], ...] = SAID) -> AlignedPair:
    source = article_from_text("\n\n".join(one for one, _ in said), language="en")
    target = article_from_text("\n\n".join(other for _, other in said), language="it")
    beads: list[Bead] = []
    for at, sides in enumerate(zip(source.paragraphs, target.paragraphs, strict=True)):
        one, other = (tuple(side.sentences) for side in sides)
        if at == LONE:
            beads += [Bead(one, (), 0.8), Bead((), other, 0.8)]
        elif len(one) == len(other):
            beads += [Bead((s,), (t,), 0.8) for s, t in zip(one, other, strict=True)]
        else:
            beads.append(Bead(one, other, 0.8))
    if len(beads) > MOVED:
        beads.append(replace(beads.pop(MOVED), moved=True))
    return AlignedPair(source, target, Alignment(tuple(beads)), ToyEncoder())


def proposed(family: Family, pair: AlignedPair) -> list[Candidate]:
    return [replace(one, questions=()) for one in family.propose(pair)]


@pytest.mark.parametrize("family", OF_BEADS, ids=lambda one: one.name)
def test_it_depends_on_nothing_that_is_not_read_beside_a_bead(family: Family) -> None:
    pair = pair_of()
    every = proposed(family, pair)
    assert every
    for at in range(len(pair.alignment.beads)):
        part = beside(pair, range(at, at + 1))
        alone = map(part.placed, proposed(family, part.pair))
        assert [one for one in alone if bead_of(one, pair) == at] == [
            one for one in every if bead_of(one, pair) == at
        ]


def test_the_paragraphs_of_a_bead_and_of_those_next_to_it_are_read_whole() -> None:
    pair = pair_of()
    read = {
        at: {
            pair.target.paragraphs.index(paragraph_of(pair.target, number))
            for number in beside(pair, range(at, at + 1)).sentences["target"]
        }
        for at in range(len(pair.alignment.beads))
    }
    at = pair.alignment.bead_index("target", pair.target.paragraphs[2].sentences.start)
    assert read[at] == {1, 2, 3}
    for number, paragraphs in read.items():
        held = beside(pair, range(number, number + 1)).sentences["target"]
        assert sum(len(pair.target.paragraphs[one].sentences) for one in paragraphs) == len(held)


def paragraph_of(article: Article, sentence: int) -> Paragraph:
    return article.paragraphs[article.sentences[sentence].paragraph]


def test_nothing_is_held_of_a_section_that_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, less in (("WHOLE", 20), ("_NEAR", 8), ("_MOST", 20)):
        monkeypatch.setattr(parts_of_pairs, name, less)
    read: list[ref[AlignedPair]] = []

    def propose(pair: AlignedPair) -> list[Candidate]:
        gc.collect()
        assert not any(one() for one in read)
        read.append(ref(pair))
        return []

    family = Family("odd", (Rule("odd-words", "word", "words", "minor"),), propose)
    pair = pair_of(tuple((f"Lamp {at} is lit.", f"La lampada {at} arde.") for at in range(60)))
    failed: list[str] = []
    for _ in by_section(pair, [family], failed, Store(tmp_path / "kept.db")):
        pass
    assert len(read) > 2
    assert not failed


def test_after_an_edit_only_what_stands_around_it_is_asked_about(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name, less in (("WHOLE", 20), ("_NEAR", 8), ("_MOST", 40)):
        monkeypatch.setattr(parts_of_pairs, name, less)
    rule = Rule("odd-words", "word", "words", "minor")
    asked: list[str] = []

    def propose(pair: AlignedPair) -> Iterator[Candidate]:
        for bead in filter(pair.is_asked, pair.alignment.beads):
            (number,) = bead.source
            asked.append(pair.source.sentence_text(number))
            start = pair.source.sentences[number].start
            yield Candidate(rule, (Span(start, start + 3),), (), "the", None, asked[-1], {"near": 0.5})

    def compared(texts: list[str]) -> list[Candidate]:
        asked.clear()
        pair = pair_of(tuple((text, f"{at} lampade.") for at, text in enumerate(texts)))
        beads = tuple(Bead((at,), (at,), 0.8) for at in range(len(texts)))
        pair = replace(pair, alignment=Alignment(beads))
        failed: list[str] = []
        found = [one for _, some in by_section(pair, [family], failed, store) for one in some]
        assert not failed
        assert [pair.source.sentence_at(one.source[0].start) for one in found] == list(range(len(texts)))
        assert [one.message for one in found] == texts
        return found

    family = Family("odd", (rule,), propose, beside=True)
    store = Store(tmp_path / "kept.db")
    texts = [f"The lamp of house {number} is lit." for number in range(60)]
    compared(texts)
    assert sorted(asked) == sorted(texts)
    texts[30] = "The lamp of the harbour is out."
    compared(texts)
    assert asked == texts[29:32]
    compared(texts)
    assert not asked
