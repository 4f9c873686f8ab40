"""The translation panel by key press: what it says, what it costs, and that nothing waits for it."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from by_hand import article_of
from reader_pair import study_by_hand
from reading import reading
from screenful import Screenful
from toy_translators import Shouting
from translation_pair import BEADS, SOURCE, STUDY, TARGET, equipped

from tui.alignment import Correction
from tui.articles import Article
from tui.comparison import Finding, identified
from tui.config import Config
from tui.errors import AfronteError
from tui.reader.outward import Listener
from tui.reader.work import Result
from tui.translation import Shelf, Translator, install_file

HUNDRED = [[f"frase {row}"] for row in range(100)]
LONG_SOURCE = article_of([[f"sentence {row}"] for row in range(100)], "en")
LONG_TARGET = article_of(HUNDRED, "it")
LONG_STUDY = study_by_hand(" ".join(f"{row}={row}" for row in range(100)), ())


class Gate:
    """Holds an engine before each batch until it is open."""

    def __init__(self) -> None:
        self.open = threading.Event()

    def __call__(self, _sentences: Sequence[str]) -> None:
        assert self.open.wait(60)


@pytest.fixture
def gate() -> Iterator[Gate]:
    made = Gate()
    yield made
    made.open.set()


def back_with(translator: Translator) -> Callable[[str, str], Translator | None]:
    """An engine for the one direction of a translator."""
    return lambda *languages: translator if languages == translator.languages else None


def panel_of(page: Screenful) -> list[str]:
    """The lines from the panel's heading down."""
    start = next(y for y, line in enumerate(page.lines) if " Argos " in line or "no model" in line)
    return page.lines[start:-1]


async def test_the_row_is_translated_back_beside_its_source(stocked: Shelf) -> None:
    """With a real model, on the sides of the page; what parts is underlined between ‹ ›."""
    async with reading(SOURCE, TARGET, study=STUDY, engines=equipped(stocked)) as reader:
        assert "back-translation" not in reader.look().text
        await reader.press("t")
        page = await reader.until("‹restores›")
        panel = panel_of(page)
        assert panel[0].startswith(" back-translation  Argos it→en 1.0 · fresh, just now")
        assert panel[1].startswith("▌ The cat sleeps.")
        assert panel[1].endswith("│▌ The cat sleeps.")
        assert panel[2].startswith("  The government ‹lifts› the sanctions.")
        assert panel[2].endswith("│  The government ‹restores› the sanctions.")
        assert page.style_of("‹restores›").underline
        assert page.style_of("‹lifts›").underline
        assert not page.style_of("The government ‹restores›").underline
        closed = await reader.press("t")
        assert "back-translation" not in closed.text


async def test_the_sentence_under_the_cursor_is_lit_where_it_stands(stocked: Shelf) -> None:
    """In either pane; the order is that of the text."""
    async with reading(SOURCE, TARGET, study=STUDY, engines=equipped(stocked)) as reader:
        await reader.press("t", "l")
        page = await reader.until("‹restores›")
        assert panel_of(page)[1].startswith("  The cat sleeps.")
        assert panel_of(page)[2].startswith("▌ The government ‹lifts›")
        assert page.style_of("‹restores›").bgcolor != page.style_of("back-translation").bgcolor
        page = await reader.press("tab", "h")
        assert panel_of(page)[1].startswith("▌ The cat sleeps.")


async def test_what_has_no_counterpart_says_so(stocked: Shelf) -> None:
    """In words, on either side."""
    async with reading(SOURCE, TARGET, study=STUDY, engines=equipped(stocked)) as reader:
        await reader.press("t", "G")
        page = await reader.until("The house is big.")
        assert "+ nothing like it in the English" in page.text
        page = await reader.press("k")
        assert "− nothing of it in the Italian" in page.text


@pytest.mark.long
async def test_holding_j_makes_a_handful_of_calls_and_every_press_is_served(shelf: Shelf, gate: Gate) -> None:
    """While the engine is busy with the first row, the cursor goes on to the hundredth."""
    engine = Shouting(before=gate)
    async with reading(
        LONG_SOURCE, LONG_TARGET, study=LONG_STUDY, engines=equipped(shelf, back_with(engine))
    ) as reader:
        await reader.press("t")
        await reader.until("translating")
        page = await reader.press(*["j"] * 99)
        assert "S100 of 100" in page.text
        assert len(engine.calls) == 1
        gate.open.set()
        await reader.until("FRASE")
        assert engine.calls[1] == ("frase 99",)
        assert len(engine.calls) <= 3


async def test_neighbours_are_there_before_the_cursor(shelf: Shelf) -> None:
    """A row that was prepared costs no call, nor does one that was read before, nor all of them tomorrow."""
    engine = Shouting()
    engines = equipped(shelf, back_with(engine))
    source, target = article_of([["one"], ["two"]], "en"), article_of([["uno"], ["due"]], "it")
    async with reading(source, target, study=study_by_hand("0=0 1=1", ()), engines=engines) as reader:
        await reader.press("t")
        await reader.until("UNO")
        while len(engine.calls) < 2:
            await reader.pilot.pause()
        assert engine.calls == [("uno",), ("due",)]
        await reader.press("j")
        await reader.until("DUE")
        await reader.press("k")
        await reader.until("UNO")
    async with reading(source, target, study=study_by_hand("0=0 1=1", ()), engines=engines) as reader:
        await reader.press("t", "j")
        page = await reader.until("DUE")
        assert "cached, just now" in page.text
    assert len(engine.calls) == 2


class Faulty(Shouting):
    """An engine that gives back what `fault` makes of a sentence."""

    fault: Callable[[str], str]

    def says(self, sentence: str) -> str:
        return self.fault(sentence)


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (lambda sentence: sentence, "! doubtful: the engine gave the sentence back"),
        (lambda _: "", "! doubtful: the engine gave nothing"),
        (lambda _: "cat " * 50, "! doubtful: the engine repeats itself"),
        (lambda _: "A very long tale of many other things altogether. " * 5, "is much longer or"),
    ],
)
async def test_an_output_in_doubt_is_shown_as_such(
    shelf: Shelf, fault: Callable[[str], str], said: str
) -> None:
    """Nothing, the input itself, a loop, a length off the scale."""
    engine = Faulty()
    engine.fault = fault
    async with reading(SOURCE, TARGET, study=STUDY, engines=equipped(shelf, back_with(engine))) as reader:
        await reader.press("t")
        page = await reader.until(said)
        assert page.style_of(said).bold


async def test_an_engine_that_fails_is_told_to_the_end(shelf: Shelf) -> None:
    """Reading goes on; on the next row it is tried again."""

    def fail(sentences: Sequence[str]) -> None:
        if "Il cane mangia." not in sentences:
            raise AfronteError("The engine is out of order." + " It squeaks." * 12 + " Oil it.")

    engine = Shouting(before=fail)
    async with reading(SOURCE, TARGET, study=STUDY, engines=equipped(shelf, back_with(engine))) as reader:
        await reader.press("t")
        page = await reader.until("The engine is out of order.")
        assert "Oil it." in page.text
        assert page.text.count("out of order") == 1
        await reader.press("j")
        page = await reader.until("CANE")  # what parts is soon put between ‹ ›
        assert "out of order" not in page.text


async def test_a_failure_on_a_row_that_was_left_is_not_told(shelf: Shelf, gate: Gate) -> None:
    """It comes when the cursor is on a row that the engine has yet to begin with."""

    def fail(sentences: Sequence[str]) -> None:
        if "Il cane mangia." not in sentences:
            gate(sentences)
            raise AfronteError("The engine is out of order.")
        assert asked.wait(60)

    asked = threading.Event()
    engine = Shouting(before=fail)
    async with reading(SOURCE, TARGET, study=STUDY, engines=equipped(shelf, back_with(engine))) as reader:
        await reader.press("t")
        await reader.until("translating")
        await reader.press("j")
        gate.open.set()
        while len(engine.calls) < 2:
            await reader.pilot.pause()
        page = await reader.press("tab")
        assert "out of order" not in page.text
        asked.set()
        await reader.until("CANE")


async def test_the_whole_article_is_translated_and_what_parts_is_found(stocked: Shelf) -> None:
    """Findings of their own kind, beside the others and in the list."""
    async with reading(SOURCE, TARGET, study=STUDY, engines=equipped(stocked)) as reader:
        assert "minor" not in reader.look().lines[0]
        await reader.press("T")
        await reader.until("1 minor")
        await reader.finish()
        page = await reader.press("right_square_bracket")
        status = page.line_of("· back translation ·")
        assert "“patto”" in page.lines[status + 1]
        assert "“agreement”" in page.lines[status + 1]


async def test_findings_of_the_back_translation_outlive_a_new_comparison(stocked: Shelf) -> None:
    """Whichever comes first, the findings of the study or those of the translation."""
    started = threading.Event()

    def study(
        source: Article, target: Article, corrections: Sequence[Correction], listener: Listener
    ) -> Iterator[Result]:
        results = STUDY(source, target, corrections, listener)
        yield next(results)
        assert started.wait(60)
        yield from results

    async with reading(
        SOURCE,
        TARGET,
        study=study,
        engines=equipped(stocked),
        wait=False,
    ) as reader:
        await reader.press("T")
        await reader.until("1 minor")
        started.set()
        page = await reader.finish()
        assert "1 minor" in page.lines[0]


async def test_what_may_settle_a_doubt_is_translated_without_being_asked(stocked: Shelf) -> None:
    """The panel stays closed, and the finding says what the back-translation says of it."""
    doubtful = Finding(
        "reversal", "facts", "major", 0.6,
        (SOURCE.sentences[1].span,), (TARGET.sentences[1].span,), None, None,
        "The two say the reverse.", "opposite-words",
    )  # fmt: skip
    study = study_by_hand(BEADS, identified([doubtful], SOURCE, TARGET))
    async with reading(SOURCE, TARGET, study=study, engines=equipped(stocked)) as reader:
        await reader.press("right_square_bracket")
        page = await reader.until("the back-translation")
        assert "The two say the reverse." in page.text
        assert "Argos" not in page.text


@pytest.mark.parametrize("key", ["T", "escape"])
async def test_the_translation_of_the_article_can_be_stopped(shelf: Shelf, key: str) -> None:
    """A bar says how far it is; what is done stays, and Esc does not close the panel yet."""
    passes = threading.Semaphore(3)

    def pass_by(_sentences: Sequence[str]) -> None:
        assert passes.acquire(timeout=60)

    engine = Shouting(before=pass_by)
    async with reading(
        LONG_SOURCE, LONG_TARGET, study=LONG_STUDY, engines=equipped(shelf, back_with(engine))
    ) as reader:
        await reader.press("T")
        page = await reader.until("of 100 sentences · T stops")
        assert "╌" in page.text
        page = await reader.press(key)
        while "of 100 sentences" in page.text:
            await reader.pilot.pause()
            page = reader.look()
        assert "back-translation" in page.text
        done = len(engine.calls)
        passes.release(1000)
        await reader.finish()
        assert len(engine.calls) <= done + 1


FORWARD = {"the": "il", "cat": "gatto", "sleeps": "dorme"}


async def test_t_shows_one_direction_after_the_other(stocked: Shelf, package: Callable[..., Path]) -> None:
    """The back-translation first, then the source forward, then none; the pane of the cursor is no matter."""
    install_file(package("en_it", words=FORWARD, languages=("en", "it")), stocked)
    async with reading(SOURCE, TARGET, study=STUDY, engines=equipped(stocked)) as reader:
        await reader.press("t")
        page = await reader.until("The government ‹restores›")
        assert panel_of(page)[0].startswith(" back-translation  Argos it→en 1.0")
        page = await reader.press("tab")
        assert panel_of(page)[0].startswith(" back-translation  Argos it→en 1.0")
        await reader.press("t")
        page = await reader.until("Il gatto dorme.  ")
        assert panel_of(page)[0].startswith(" translation into Italian  Argos en→it 1.0")
        assert panel_of(page)[1].startswith("▌ Il gatto dorme.")
        assert panel_of(page)[1].endswith("│▌ Il gatto dorme.")
        page = await reader.press("tab")
        assert panel_of(page)[0].startswith(" translation into Italian  Argos en→it 1.0")
        page = await reader.press("t")
        assert "Argos" not in page.text
        page = await reader.press("t")
        assert panel_of(page)[0].startswith(" back-translation  Argos it→en 1.0")


async def test_escape_closes_either_direction(stocked: Shelf, package: Callable[..., Path]) -> None:
    """At once, and the next `t` begins with the back-translation again."""
    install_file(package("en_it", words=FORWARD, languages=("en", "it")), stocked)
    async with reading(SOURCE, TARGET, study=STUDY, engines=equipped(stocked)) as reader:
        await reader.press("t")
        await reader.until("Argos it→en")
        page = await reader.press("escape")
        assert "Argos" not in page.text
        await reader.press("t", "t")
        await reader.until("Argos en→it")
        page = await reader.press("escape")
        assert "Argos" not in page.text
        page = await reader.press("t")
        assert "back-translation  Argos it→en" in page.text


async def test_a_model_for_the_other_direction_alone_is_used(
    shelf: Shelf, package: Callable[..., Path]
) -> None:
    """Better than none; then `t` closes."""
    install_file(package("en_it", words=FORWARD, languages=("en", "it")), shelf)
    async with reading(SOURCE, TARGET, study=STUDY, engines=equipped(shelf)) as reader:
        await reader.press("t")
        page = await reader.until("Il gatto dorme.  ")
        assert panel_of(page)[0].startswith(" translation into Italian  Argos en→it 1.0")
        page = await reader.press("t")
        assert "Argos" not in page.text


async def test_swapped_sides_are_translated_the_other_way(
    stocked: Shelf, package: Callable[..., Path]
) -> None:
    """What is the target now is translated back into what is the source now."""
    async with reading(SOURCE, TARGET, study=STUDY, engines=equipped(stocked)) as reader:
        await reader.press("t")
        await reader.until("The government ‹restores›")
        install_file(package("en_it", words=FORWARD, languages=("en", "it")), stocked)
        await reader.press("s")
        page = await reader.until("back-translation  Argos en→it 1.0")
        assert "Argos it→en" not in page.text


async def test_without_a_model_the_panel_says_where_one_is_and_goes_word_by_word(shelf: Shelf) -> None:
    """Three lines; in the last each content word with the source's, the others between ‹ ›."""
    async with reading(SOURCE, TARGET, study=STUDY, engines=equipped(shelf)) as reader:
        await reader.press("t")
        page = await reader.until("gatto→cat")
        panel = panel_of(page)
        assert panel[0].startswith(" no model  translates Italian into English")
        assert panel[0].endswith("I downloads one or takes a file")
        assert panel[1].startswith(" elsewhere: https://")
        assert panel[2].startswith(" word by word  gatto→cat  dorme→sleeps")
        await reader.press("G")
        page = await reader.until("‹casa›  ‹grande›")
        assert page.style_of("‹casa›").underline


async def test_a_command_translates() -> None:
    """Named in the settings; the panel calls it by its name."""
    async with reading(SOURCE, TARGET, study=STUDY, config=Config(translator="tr a-z A-Z")) as reader:
        await reader.press("t")
        page = await reader.until("GATTO")
        assert "back-translation  tr · fresh" in page.text


async def test_search_looks_into_the_translations_too(stocked: Shelf) -> None:
    """The sentence is found, and the words are lit in the panel."""
    async with reading(SOURCE, TARGET, study=STUDY, engines=equipped(stocked)) as reader:
        await reader.press("T")
        await reader.until("1 minor")
        page = await reader.press("j", "slash", *"restor", "enter")
        assert "1 of 1 match" in page.text
        assert "S1 " in page.text
        lit = page.style_of("‹restor")
        assert lit != page.style_of("The government")
        page = await reader.press("slash", *r"re:rest\w+s\b", "enter")
        assert "1 of 1 match" in page.text
        assert page.style_of("‹restor") == lit


async def test_a_small_screen_keeps_room_for_the_text(stocked: Shelf) -> None:
    """At 24 lines the page has eleven, at 14 five; what does not fit is counted, and > scrolls to it."""
    async with reading(SOURCE, TARGET, study=STUDY, engines=equipped(stocked), size=(80, 24)) as reader:
        await reader.press("t")
        page = await reader.until("‹restores›")
        assert reader.screen.spread.size.height >= 11
        assert "│ The cat sleeps." in page.text
        await reader.resize(80, 14)
        page = await reader.until("more lines")
        assert reader.screen.spread.size.height >= 5
        assert "‹lifts›" not in page.text
        page = await reader.press("greater_than_sign", "greater_than_sign")
        assert "‹lifts›" in page.text
        page = await reader.press("less_than_sign", "less_than_sign")
        assert "‹lifts›" not in page.text


async def test_a_damaged_cache_is_told_and_translation_goes_on(stocked: Shelf, tmp_path: Path) -> None:
    """It is set aside with a word."""
    cache = tmp_path / "data" / "afronte" / "translations.db"
    cache.parent.mkdir(parents=True)
    cache.write_bytes(b"not a database, but longer than a header is, so that it is looked at" * 20)
    async with reading(SOURCE, TARGET, study=STUDY, engines=equipped(stocked)) as reader:
        await reader.press("t")
        await reader.until("‹restores›")
        await reader.until("were damaged")


async def test_leaving_ends_the_thread(shelf: Shelf, gate: Gate) -> None:
    """In the middle of the article, without waiting for it."""
    closed = threading.Event()
    engine = Shouting(before=gate, on_close=closed.set)
    async with reading(
        LONG_SOURCE, LONG_TARGET, study=LONG_STUDY, engines=equipped(shelf, back_with(engine))
    ) as reader:
        await reader.press("T")
        await reader.until("translating")
        await reader.press("q")
    gate.open.set()
    assert closed.wait(60)
    assert len(engine.calls) == 1


def test_nothing_that_translates_is_loaded_before_the_panel_is_opened() -> None:
    """Reading, walking and comparing need none of it."""
    code = """
import asyncio, sys
from reader_pair import SOURCE, TARGET, study_by_hand
from tui.reader import ReaderApp

async def read():
    app = ReaderApp(SOURCE, TARGET, study=study_by_hand())
    async with app.run_test() as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.press("j", "]", "f", "f")

asyncio.run(read())
print(*{"argostranslate", "ctranslate2", "sentencepiece", "onnxruntime"} & set(sys.modules), "nothing else")
"""
    support = str(Path(__file__).parents[1] / "support")
    run = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {support!r})\n{code}"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert run.stdout.split("\n")[0] == "nothing else"
