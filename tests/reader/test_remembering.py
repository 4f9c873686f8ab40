"""What is there when one comes back: the place, the looks, the pairs, and files that have changed."""

from pathlib import Path

import pytest
from reader_pair import SOURCE, TARGET, study_by_hand
from reading import Reading, reading
from textual.pilot import Pilot
from toy_encoder import ToyEncoder
from written_formats import epub

from tui.articles import load_pair
from tui.config import Config
from tui.desk import Desk
from tui.reader import ReaderApp
from tui.reader.work import PairStudy

pytestmark = pytest.mark.long

EN = "The harbour opened on Monday.\n\nNobody was surprised at all.\n\nThe music played until late.\n"
IT = "Il porto ha aperto lunedì.\n\nNessuno si è sorpreso.\n\nLa musica ha suonato fino a tardi.\n"


def files(folder: Path) -> tuple[Path, Path]:
    """A pair on disk."""
    folder.mkdir(exist_ok=True)
    source, target = folder / "en.txt", folder / "it.txt"
    source.write_text(EN, "utf-8")
    target.write_text(IT, "utf-8")
    return source, target


async def looked_round(reader: Reading) -> None:
    """Waits until the reader has looked at the files once more."""
    reader.screen.pairs.look_round()
    await reader.finish()


async def test_a_pair_reopens_where_it_was_left() -> None:
    """Row, pane, sentence, layers, the one pane, the theme, how the panes lie, density and ruler."""
    async with reading(size=(120, 16)) as reader:
        await reader.press("G", "k", "k", "k", "k", "tab", "O", "d", "underscore", "o", "3")
        reader.app.theme = "light"
        reader.app.clear_notifications()
        await reader.finish()
        before = [line.rstrip("◆▪· ") for line in reader.cursor_lines()]
    async with reading(size=(120, 16)) as reader:
        assert reader.app.theme == "light"
        assert [line.rstrip("◆▪· ") for line in reader.cursor_lines()] == before
        state = reader.screen.state
        assert state.layers == {"facts", "missing"}
        assert (state.side, state.only) == ("source", "source")
        assert (state.arrangement, state.compact, state.ruler) == ("stacked", True, True)


async def test_what_is_insisted_on_counts_more() -> None:
    """An option given for this once is not overruled by how the pair was left."""
    async with reading() as reader:
        reader.app.theme = "light"
        await reader.press("3")
    app = ReaderApp(SOURCE, TARGET, study=study_by_hand(), insisted={"theme", "layers"})
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.theme == "dark"
        assert "words" in app.get_default_screen().state.layers


async def test_a_changed_file_is_noticed_and_read_again(tmp_path: Path) -> None:
    """Verdicts stay with what has not changed."""
    source, target = files(tmp_path / "pair")
    pair = load_pair(str(source), str(target))
    async with reading(pair.source, pair.target, study=PairStudy(ToyEncoder())) as reader:
        await looked_round(reader)
        await reader.press("j", "b")
        await reader.finish()
        target.write_text(IT.replace("fino a tardi", "poco"), "utf-8")
        await looked_round(reader)
        assert "it.txt has changed on disk: R reads it again." in reader.look().text
        await reader.press("R")
        page = await reader.finish()
        assert "La musica ha suonato poco." in page.text
        assert "Nobody" in reader.cursor_lines()[0]
        assert "▸Nobody" in page.text


async def go_to(reader: Reading, words: str) -> None:
    """To the first finding of which the status says `words`."""
    page = await reader.press("g")
    for _ in reader.screen.state.edition.findings:
        if words in page.text:
            break
        page = await reader.press("right_square_bracket")
    assert words in page.text


async def test_verdicts_follow_the_sentences_of_a_file_that_is_read_again(tmp_path: Path) -> None:
    """What was said of a sentence that did not change stays; of one that did, it is open again."""
    source, target = files(tmp_path / "pair")
    english = EN.replace("on Monday", "with 12 boats").replace("until late", "for 3 hours")
    italian = IT.replace("lunedì", "con 21 barche").replace("fino a tardi", "per 5 ore")
    source.write_text(english, "utf-8")
    target.write_text(italian, "utf-8")
    pair = load_pair(str(source), str(target))
    study = PairStudy(ToyEncoder({"porto": "harbour", "musica": "music", "barche": "boats", "ore": "hours"}))
    async with reading(pair.source, pair.target, study=study) as reader:
        await go_to(reader, "says 12, the target 21")
        await reader.press("c")
        await go_to(reader, "says 3 hours")
        await reader.press("x")
        assert "  2/" in (await reader.finish()).lines[0]
        await looked_round(reader)
        target.write_text(italian.replace("per 5 ore", "almeno per 5 ore"), "utf-8")
        await looked_round(reader)
        assert "R reads it again" in reader.look().text
        await reader.press("R")
        assert "  2/" in (await reader.finish()).lines[0]
        await go_to(reader, "says 12, the target 21")
        assert "confirmed ✓" in reader.look().text
        await go_to(reader, "says 3 hours")
        assert "dismissed ×" in reader.look().text


async def test_two_files_are_opened_by_their_names(tmp_path: Path) -> None:
    """One that is not there is named, and the page stays."""
    source, target = files(tmp_path / "pair")
    async with reading() as reader:
        await reader.press("ctrl+o", *"~nobody/no.txt", "enter", *"no.it", "enter")
        page = await reader.until("there is no such file")
        assert "no.txt" in page.text
        await reader.press("escape")
        assert "A lighthouse for sale" in reader.look().lines[0]
        await reader.press("ctrl+o", *str(source), "enter", *str(target), "enter")
        page = await reader.finish()
        assert "The harbour opened on Monday." in page.text


async def test_files_are_picked_by_completing_their_names_or_in_the_tree(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A right arrow completes; the tree shows the folder that is typed, and Enter in it takes a file."""
    files(tmp_path / "a pair")
    monkeypatch.chdir(tmp_path)
    async with reading() as reader:
        await reader.press("ctrl+o", "a")
        page = await reader.until("a pair/")
        await reader.press("right")
        page = await reader.until("it.txt")
        await reader.press("e")
        await reader.until("a pair/en.txt")
        await reader.press("right", "enter", "tab", "end", "enter")
        page = await reader.press("enter")
        assert "The harbour opened on Monday." in (await reader.finish()).text, page.text


async def offered(pilot: Pilot[None], app: ReaderApp) -> Reading:
    await pilot.pause()
    reader = Reading(app, pilot)
    await reader.finish()
    return reader


async def test_recent_pairs_are_offered_beside_the_sample(tmp_path: Path) -> None:
    source, target = files(tmp_path / "pair")
    pair = load_pair(str(source), str(target))
    desk = Desk()
    desk.open(pair.source, pair.target, source_title="Harbour", target_title="Porto")
    desk.close()
    app = ReaderApp(SOURCE, TARGET, study=PairStudy(ToyEncoder()), offer_recent=True)
    async with app.run_test(size=(120, 30)) as pilot:
        reader = await offered(pilot, app)
        page = reader.look()
        assert "What do you want to read?" in page.text
        assert "Harbour │ Porto" in page.text
        assert "The sample pair" in page.text
        await reader.press("enter")
        page = await reader.finish()
        assert "The harbour opened on Monday." in page.text


async def test_a_recent_chapter_is_offered_and_read_as_one(tmp_path: Path) -> None:
    english, italian = tmp_path / "en.epub", tmp_path / "it.epub"
    english.write_bytes(epub(("The harbour opened on Monday.", "Nobody was surprised at all.")))
    italian.write_bytes(epub(("Il porto ha aperto lunedì.", "Nessuno si è sorpreso.")))
    pair = load_pair(str(english), str(italian), chapters=(2, 2))
    desk = Desk()
    desk.open(pair.source, pair.target)
    desk.close()
    app = ReaderApp(SOURCE, TARGET, study=PairStudy(ToyEncoder()), offer_recent=True)
    async with app.run_test(size=(200, 30)) as pilot:
        reader = await offered(pilot, app)
        assert "en.epub, chapter 2" in reader.look().text
        await reader.press("enter")
        page = await reader.finish()
        assert "Nobody was surprised" in page.text
        assert "The harbour opened" not in page.text


async def test_two_readers_see_each_other_decide() -> None:
    """No verdict of either is lost."""
    async with reading() as one, reading() as two:
        await one.press("right_square_bracket", "c")
        await one.finish()
        await two.press("G", "left_square_bracket", "x")
        await two.finish()
        await looked_round(one)
        for reader in (one, two):
            page = reader.look()
            assert "2/6 ✓" in page.lines[0]


async def test_looks_put_back_to_the_settings_follow_the_settings() -> None:
    """Turned on and off again, they are as configured the next time, whatever that is by then."""
    async with reading() as reader:
        await reader.press("O", "O", "d", "d", "underscore", "underscore", "j")
    async with reading(config=Config(layout="stacked", density="compact", ruler=True)) as reader:
        state = reader.screen.state
        assert (state.arrangement, state.compact, state.ruler) == ("stacked", True, True)


async def test_two_readers_who_decide_at_once_lose_nothing() -> None:
    """Each every other finding, with notes and corrections; no screen tells of a lock."""
    async with reading() as one, reading() as two:
        for reader in (one, two):
            reader.screen.become(reader.screen.state.at_finding(0))
        await two.press("right_square_bracket")
        for key in ("c", "x", "i"):
            await one.pilot.press(key, "M", "right_square_bracket", "right_square_bracket")
            await two.pilot.press(key, "M", "u", "right_square_bracket", "right_square_bracket")
        await two.pilot.press("e", *"ask", "escape")
        for reader in (one, two):
            await reader.finish()
        for reader in (one, two):
            await looked_round(reader)
            page = reader.look()
            assert "6/6 ✓" in page.lines[0]
            assert not any(word in page.text for word in ("locked", "Not saved", "not kept"))
        corrections = one.screen.state.sheet.corrections
        assert two.screen.state.sheet.corrections == corrections
    async with reading() as again:
        sheet = again.screen.state.sheet
        verdicts = [sheet.decision(finding).verdict for finding in again.screen.state.edition.findings]
        assert verdicts == ["confirmed"] * 2 + ["dismissed"] * 2 + ["intended"] * 2
        assert sheet.corrections == corrections


async def test_a_layout_that_was_configured_is_kept_apart_from_the_place() -> None:
    """Only what differs from the settings is remembered, so that new settings count."""
    async with reading(config=Config(theme="light")) as reader:
        await reader.press("j")
    async with reading(config=Config(theme="high-contrast")) as reader:
        assert reader.app.theme == "high-contrast"


async def test_the_first_run_offers_a_tour_that_can_be_left() -> None:
    """Six steps under the page, while the keys do what they say; the second time it stays away."""
    app = ReaderApp(SOURCE, TARGET, study=study_by_hand(), offer_recent=True)
    async with app.run_test(size=(120, 30)) as pilot:
        reader = await offered(pilot, app)
        assert "1 of 6  Each paragraph" in reader.look().text
        assert "· S2 T2" in (await reader.press("j")).text
        page = await reader.press(*["ctrl+t"] * 5)
        assert "6 of 6  E writes a report" in page.text
        assert "of 6  " not in (await reader.press("ctrl+t")).text
        assert "1 of 6  Each" in (await reader.press("ctrl+t")).text
        assert "1 of 6  Each" not in (await reader.press("escape")).text
        await reader.press("q")
    again = ReaderApp(SOURCE, TARGET, study=study_by_hand(), offer_recent=True)
    async with again.run_test(size=(120, 30)) as pilot:
        reader = await offered(pilot, again)
        assert "1 of 6  Each" not in reader.look().text


async def test_what_was_typed_is_kept_when_a_path_is_wrong(tmp_path: Path) -> None:
    """The wrong one has the cursor, and the dialog says why."""
    source, target = files(tmp_path / "news")
    async with reading(study=PairStudy(ToyEncoder())) as reader:
        await reader.press("ctrl+o", *f"{source}", "tab", *f"{target}x", "enter")
        page = await reader.until("there is no such file")
        assert "news/en.txt" in page.text  # the field shows the end of a long path
        await reader.press("backspace", "enter")
        await reader.until("The harbour opened on Monday.")
