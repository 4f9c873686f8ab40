"""Nothing jumps while one reads: alignments, findings and translations arrive around the line read."""

from collections.abc import Iterator
from threading import Event

import pytest
from by_hand import alignment_of, article_of
from msgspec.structs import replace
from reader_pair import FINDINGS, study_by_hand
from reading import Reading, reading
from toy_translators import Shouting
from translation_pair import equipped

from tui.alignment import Progress
from tui.articles import Article, Span
from tui.comparison import Comparison
from tui.reader.work import Result
from tui.translation import Shelf

ROWS = 60
LONG = "goes on and on until it has filled a line and a half of its pane, or more than that"
SOURCE = article_of([[f"Paragraph {n} {LONG}."] for n in range(ROWS)], "en")
ONLY_TARGET = [["Only here."] * 9, ["And here."] * 30]
ROWS_OF_TARGET = [[f"Il paragrafo {n} {LONG}."] for n in range(ROWS)]
TARGET = article_of([*ONLY_TARGET, *ROWS_OF_TARGET], "it")
BEADS = " ".join([*(f"={n}" for n in range(39)), *(f"{n}={n + 39}" for n in range(ROWS))])
"""Two paragraphs that only the target has come first, so that every row moves down when this is known."""


class Gates:
    """A study that gives its alignment when the first gate opens, its findings when the second does."""

    def __init__(self) -> None:
        self.aligned, self.compared = Event(), Event()

    def __call__(
        self, source: Article, target: Article, _corrections: object, _progress: Progress
    ) -> Iterator[Result]:
        assert self.aligned.wait(60)
        yield alignment_of(BEADS)
        assert self.compared.wait(60)
        at, beside = source.paragraphs[25].start, target.paragraphs[27].start
        yield Comparison(
            (
                replace(FINDINGS[0], source=(Span(at, at + 9),), target=(Span(beside, beside + 5),)),
                replace(FINDINGS[4], source=(), target=(Span(0, 10),)),
            )
        )


@pytest.fixture
def gates() -> Iterator[Gates]:
    made = Gates()
    yield made
    made.aligned.set()
    made.compared.set()


def line_of_cursor(reader: Reading) -> tuple[int, str]:
    """Where on the screen the cursor's row begins, and the text with which it does."""
    lines = reader.look().lines
    y = next(y for y, line in enumerate(lines) if line.startswith("▌"))
    return y, lines[y][6:41]


@pytest.mark.parametrize(
    "size",
    [
        pytest.param((80, 24), marks=pytest.mark.long),
        (120, 40),
        pytest.param((200, 60), marks=pytest.mark.long),
    ],
)
@pytest.mark.parametrize("keys", [(), ("f",)], ids=["page", "list"])
async def test_the_line_read_stays_while_alignment_and_findings_arrive(
    gates: Gates, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    """Rows come in above it, marks and glyphs on it, and it stands where it stood."""
    async with reading(SOURCE, TARGET, study=gates, size=size, wait=False) as reader:
        await reader.until("aligning")
        await reader.press(*["j"] * 24, *keys)
        before = line_of_cursor(reader)
        assert "Paragraph 24" in before[1]
        gates.aligned.set()
        await reader.until("2 +")
        assert line_of_cursor(reader) == before
        gates.compared.set()
        await reader.until("critical")
        await reader.finish()
        assert line_of_cursor(reader) == before


async def test_the_page_stays_while_a_translation_arrives(shelf: Shelf) -> None:
    """The panel grows at its upper edge with what it holds; no line of the page above it moves."""
    gate = Event()
    engine = Shouting(before=lambda _: assert_open(gate))
    engines = equipped(shelf, lambda *languages: engine if languages == engine.languages else None)
    study = study_by_hand(BEADS, ())
    try:
        async with reading(SOURCE, TARGET, study=study, engines=engines) as reader:
            await reader.press(*["j"] * 20, *["k"] * 3, "t")
            waiting = await reader.until("translating")
            before = line_of_cursor(reader)
            assert before[1].startswith("Paragraph")
            gate.set()
            page = await reader.until("IL PARAGRAFO")
            assert line_of_cursor(reader) == before
            # But for the last column: the overview tells how much of the text is in view.
            above = [line[:-1] for line in page.lines[: page.line_of("┴")]]
            assert above == [line[:-1] for line in waiting.lines[: len(above)]]
    finally:
        gate.set()


def assert_open(gate: Event) -> None:
    """Waits for a gate."""
    assert gate.wait(60)


async def test_long_names_emoji_and_marks_are_laid_out_alike_everywhere() -> None:
    """On the page, above it, in the status and in the list: no line is wider or narrower."""
    name = "Donaudampfschifffahrtsgesellschaftskapitän" * 3
    family = "👩‍👩‍👧"
    odd = article_of(
        [
            [f"A headline with {family} and 港口"],
            [f"The {name} said \u202eleft\u202c, e\u0301 and {family} again."],
            ["The end."],
        ],
        "en",
    )
    at = odd.text.index("The Donau")
    span = (Span(at, at + 160),)
    found = (replace(FINDINGS[0], source=span, target=span, message=f"{family} {name} \u202e."),)
    for size in ((80, 24), (120, 40), (200, 60)):
        async with reading(odd, odd, study=study_by_hand("0=0 1=1 2=2", found), size=size) as reader:
            for keys in (("right_square_bracket",), ("f",), ("O",), ("question_mark",)):
                page = await reader.press(*keys)
                assert [strip.cell_length for strip in page.strips] == [size[0]] * size[1]
                assert "\u202e" not in page.text
                if keys != ("question_mark",):
                    assert "⟨RLO⟩" in page.text
                    assert family.replace("\u200d", "") in page.lines[0]  # drawn apart: terminals disagree
                    assert "e\u0301" in page.text
