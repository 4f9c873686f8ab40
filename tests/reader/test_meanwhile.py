"""What happens while something else goes on: files change, pairs are read, studies end, dialogs are open."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event

from by_hand import alignment_of
from reader_pair import BEADS, FINDINGS, SOURCE, TARGET
from reading import Reading, reading
from toy_encoder import ToyEncoder

from tui.alignment import Correction, Progress
from tui.articles import Article, load_pair
from tui.comparison import Comparison, equivalence
from tui.config import Config
from tui.desk import Desk
from tui.reader.files import FilePair, read_files
from tui.reader.outward import Listener, Outlook
from tui.reader.work import PairStudy, Result, Study

EN = "The harbour opened with 12 boats.\n\nNobody was surprised at all.\n\nThe music played for 3 hours.\n"
IT = "Il porto ha aperto con 21 barche.\n\nNessuno si è sorpreso.\n\nLa musica ha suonato per 3 ore.\n"
ALIKE = {"porto": "harbour", "musica": "music", "barche": "boats", "ore": "hours", "nessuno": "nobody"}


class Files:
    """A pair on disk with one finding, and the study of it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.source, self.target = folder / "en.txt", folder / "it.txt"
        self.source.write_text(EN, "utf-8")
        self.target.write_text(IT, "utf-8")
        self.pair = load_pair(str(self.source), str(self.target))
        self.study = PairStudy(ToyEncoder(ALIKE))

    def edit(self, old: str, new: str) -> None:
        """Has another program change the target."""
        self.target.write_text(self.target.read_text("utf-8").replace(old, new), "utf-8")


async def looked_round(reader: Reading) -> str:
    """Waits until the reader has looked at the files once more."""
    reader.screen.pairs.look_round()
    return (await reader.finish()).text


async def read_by_itself(reader: Reading, files: Files, old: str, new: str) -> None:
    """An edit by another program that the reader has noticed."""
    await looked_round(reader)
    files.edit(old, new)
    for _ in range(2):
        reader.screen.pairs.look_round()
        await reader.pilot.pause(0.05)
        while reader.screen.pairs._round.locked():
            await reader.pilot.pause(0.01)


async def test_a_note_is_put_on_the_finding_it_was_begun_on(tmp_path: Path) -> None:
    """The file is read again by itself only when the dialog is closed, and the note goes along."""
    files = Files(tmp_path / "pair")
    watching = Config(reread=True)
    async with reading(files.pair.source, files.pair.target, study=files.study, config=watching) as reader:
        await reader.press("right_square_bracket", "e", *"ask")
        await read_by_itself(reader, files, "barche", "barche nuove")
        assert "21 barche." in reader.screen.state.edition.target.text
        await reader.press("ctrl+s")
        page = (await reader.finish()).text
        assert "21 barche nuove" in page
        assert "✎ ask" in page


async def test_a_report_asked_for_while_the_files_change_is_written(tmp_path: Path) -> None:
    files = Files(tmp_path / "pair")
    watching = Config(reread=True)
    async with reading(files.pair.source, files.pair.target, study=files.study, config=watching) as reader:
        await reader.press("E")
        await read_by_itself(reader, files, "barche", "barche nuove")
        await reader.press("enter")
        await reader.finish()
        assert "Written: " in reader.told
        assert "21 barche" in (tmp_path / "pair" / "en-it-report.html").read_text("utf-8")


async def test_a_change_just_after_the_files_were_read_is_noticed(tmp_path: Path) -> None:
    files = Files(tmp_path / "pair")
    async with reading(files.pair.source, files.pair.target, study=files.study) as reader:
        await reader.press("R")
        await reader.finish()
        files.edit("barche", "navi")
        assert "it.txt has changed on disk" in await looked_round(reader)


async def test_a_file_that_is_gone_for_a_moment_has_not_changed(tmp_path: Path) -> None:
    files = Files(tmp_path / "pair")
    async with reading(files.pair.source, files.pair.target, study=files.study) as reader:
        await looked_round(reader)
        aside = files.target.rename(tmp_path / "aside.txt")
        await looked_round(reader)
        aside.rename(files.target)
        assert "has changed on disk" not in await looked_round(reader)
        files.edit("barche", "navi")
        assert "it.txt has changed on disk" in await looked_round(reader)


async def test_a_filter_and_a_search_outlast_the_reading_again(tmp_path: Path) -> None:
    """What is written in the field is what the list shows."""
    files = Files(tmp_path / "pair")
    async with reading(files.pair.source, files.pair.target, study=files.study) as reader:
        await reader.press("slash", *"hours", "enter", "f", "slash", *"zebra")
        files.edit("barche", "navi")
        reader.screen.pairs.reread()
        page = (await reader.finish()).text
        assert "21 navi" in page
        assert "No finding is “zebra”" in page
        page = (await reader.press("escape")).text
        assert "zebra" not in page
        assert "1 match" in page


async def test_the_sides_are_not_swapped_while_another_pair_is_read(tmp_path: Path) -> None:
    """Neither is lost: the pair that was asked for comes."""
    files, other, gate = Files(tmp_path / "pair"), Files(tmp_path / "other"), Event()
    other.source.write_text(EN.replace("boats", "ships"), "utf-8")

    def read() -> FilePair:
        assert gate.wait(60)
        return read_files(str(other.source), str(other.target))

    async with reading(files.pair.source, files.pair.target, study=files.study) as reader:
        reader.screen.pairs._lay(read)
        for key in "sR":
            reader.app.clear_notifications()
            assert "Wait until the files are read." in (await reader.press(key)).text
        gate.set()
        assert "12 ships" in (await reader.finish()).text


class Gated:
    """The study of another, which waits when the files have been read again."""

    def __init__(self, study: Study) -> None:
        self._study, self.gate, self.begun = study, Event(), 0

    def __call__(
        self, source: Article, target: Article, corrections: Sequence[Correction], listener: Listener
    ) -> Iterator[Result]:
        self.begun += 1
        assert self.begun != 2 or self.gate.wait(60)
        yield from self._study(source, target, corrections, listener)


async def test_the_sides_are_not_swapped_before_verdicts_have_followed_an_edit(tmp_path: Path) -> None:
    """A finding in an edited sentence has another name, which is known when the two are compared."""
    files = Files(tmp_path / "pair")
    study = Gated(files.study)
    async with reading(files.pair.source, files.pair.target, study=study) as reader:
        await reader.press("right_square_bracket", "c")
        await reader.finish()
        files.edit("Il porto", "Il nuovo porto")
        await reader.press("R")
        await reader.until("aligning")
        assert "Wait until what was read again is compared." in (await reader.press("s")).text
        study.gate.set()
        await reader.finish()
        await reader.press("s")
        page = await reader.finish()
        assert "1/1 ✓" in page.lines[0]


class Twice:
    """A study whose first findings come just when a second study begins."""

    def __init__(self) -> None:
        self.may_tell, self.has_told, self.goes_on = Event(), Event(), Event()
        self.begun = 0

    def __call__(
        self, _source: Article, _target: Article, _corrections: object, _progress: Progress
    ) -> Iterator[Result]:
        self.begun += 1
        if self.begun > 1:
            assert self.goes_on.wait(60)
        yield alignment_of(BEADS)
        if self.begun == 1:
            assert self.may_tell.wait(60)
            yield Comparison(())
            self.has_told.set()
        yield Comparison(tuple(FINDINGS))


async def test_what_a_study_told_that_was_broken_off_counts_no_more() -> None:
    """Nothing differs is not said of a pair that is being studied anew."""
    study = Twice()
    async with reading(study=study, wait=False) as reader:
        await reader.until("comparing")
        study.may_tell.set()
        assert study.has_told.wait(60)
        reader.screen.studying.start()
        page = await reader.press("right_square_bracket")
        assert "No finding yet: the texts have not been compared." in page.text
        assert "Wait until the two are aligned." in (await reader.press("E")).text
        study.goes_on.set()
        await reader.finish()
        assert "critical" in reader.look().lines[0]


async def test_what_is_called_the_same_while_findings_come_counts_its_own_alone() -> None:
    """Not what an earlier equivalence silences of those that have come meanwhile."""
    desk = Desk()
    words = equivalence(FINDINGS[3], SOURCE, TARGET)
    assert words is not None
    desk.open(SOURCE, TARGET).call_same(words)
    desk.close()
    more, saving = Event(), Event()

    def study(
        _source: Article, _target: Article, _corrections: object, listener: Listener
    ) -> Iterator[Result]:
        yield alignment_of(BEADS)
        listener.see(Outlook(0.5, found=tuple(FINDINGS[:1])))
        assert more.wait(60)
        yield Comparison(tuple(FINDINGS))

    async with reading(study=study, wait=False) as reader:
        await reader.until("1 critical")
        reader.screen.deciding.run_beside(lambda: saving.wait(60))
        await reader.press("right_square_bracket", "equals_sign")
        more.set()
        await reader.until("1 silenced")
        saving.set()
        await reader.finish()
        assert "are the same in this pair: 1 finding silenced here" in reader.told


class Late:
    """The study of another, of which the first asks where the cursor is when it may."""

    def __init__(self, study: Study) -> None:
        self._study, self.may_ask, self.has_asked = study, Event(), Event()
        self.answers: list[object] = []
        self.begun = 0

    def __call__(
        self, source: Article, target: Article, corrections: Sequence[Correction], listener: Listener
    ) -> Iterator[Result]:
        self.begun += 1
        if self.begun == 1:
            assert self.may_ask.wait(60)
            try:
                self.answers.append(listener.place())
            finally:
                self.has_asked.set()
        yield from self._study(source, target, corrections, listener)


async def test_a_study_is_not_told_where_the_cursor_is_in_another_text(tmp_path: Path) -> None:
    """Its own text may have no such sentence."""
    files = Files(tmp_path / "pair")
    study = Late(files.study)
    async with reading(files.pair.source, files.pair.target, study=study, wait=False) as reader:
        await reader.until("aligning")
        files.edit("Il porto", "Il nuovo porto")
        await reader.press("R")
        await reader.until("Il nuovo porto")
        study.may_ask.set()
        assert study.has_asked.wait(60)
        await reader.finish()
        assert study.answers == []
        assert study.begun == 2
