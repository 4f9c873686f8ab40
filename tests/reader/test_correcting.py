"""Correcting the alignment by keys: rows follow, findings follow, and nothing is lost."""

from by_hand import article_of
from reader_pair import study_going_on
from reading import Reading, reading
from screenful import Screenful
from toy_encoder import ToyEncoder

from tui.reader.work import PairStudy

SOURCE = article_of(
    [
        ["alpha beta gamma delta"],
        ["river bridge castle garden"],
        ["winter summer autumn spring", "copper silver iron gold"],
        ["doctor teacher baker farmer"],
        ["piano violin trumpet drum"],
    ]
)
TARGET = article_of(
    [
        ["alpha beta gamma delta"],
        ["quite another thing altogether"],
        ["winter summer autumn spring"],
        ["copper silver iron gold"],
        ["doctor teacher baker farmer"],
        ["piano violin trumpet drum"],
    ],
    "it",
)
"""The bridge has no counterpart, nor has the other thing; seasons and metals are one paragraph in two."""


def words() -> PairStudy:
    """A study of the two, anew."""
    return PairStudy(ToyEncoder())


async def correct(reader: Reading, *keys: str) -> Screenful:
    """Presses keys and waits until the pair is studied again."""
    await reader.press(*keys)
    return await reader.finish()


def beside(page: Screenful, words: str) -> str:
    """What stands in the other pane on the line that shows `words` of the source."""
    return page.lines[page.line_of(words)].split("│")[1]


async def test_two_keys_link_two_sentences() -> None:
    """The first takes one in hand and goes to what may be its counterpart, the second links the two."""
    async with reading(SOURCE, TARGET, study=words()) as reader:
        page = reader.look()
        assert "╱╱╱" in beside(page, "river bridge")
        assert "1 −" in page.lines[0]
        page = await reader.press("j", "L")
        assert "1 sentence of the source taken" in page.text
        assert "quite another thing" in reader.cursor_lines()[0]
        page = await correct(reader, "L")
        assert "quite another thing" in beside(page, "river bridge")
        assert "taken" not in page.text
        assert "river bridge" in reader.cursor_lines()[0]
        assert "╱" not in page.text
        assert "5 =" in page.lines[0]


async def test_the_counterpart_may_be_gone_to_by_hand() -> None:
    """By every key that moves, within the other pane."""
    async with reading(SOURCE, TARGET, study=words()) as reader:
        await correct(reader, "j", "L", "j", "l", "L")
        beads = reader.screen.state.edition.alignment
        assert beads is not None
        assert beads.bead_of("source", 1).target == (3,)


async def test_what_is_in_hand_can_be_let_go() -> None:
    """By the same key on it, and by Esc from anywhere, which goes back to it."""
    async with reading(SOURCE, TARGET, study=words()) as reader:
        assert "taken" in (await reader.press("j", "L")).text
        assert "taken" not in (await reader.press("j", "j", "escape")).text
        assert "river bridge" in reader.cursor_lines()[0]
        assert "taken" in (await reader.press("g", "L", "tab")).text
        assert "taken" not in (await reader.press("L")).text


async def test_several_sentences_are_linked_with_one() -> None:
    async with reading(SOURCE, TARGET, study=words()) as reader:
        page = await reader.press("j", "L", "j", "tab", "L")
        assert "2 sentences of the source taken" in page.text
        assert "quite another thing" in reader.cursor_lines()[0]
        page = await correct(reader, "L")
        assert "quite another thing" in beside(page, "river bridge")
        beads = reader.screen.state.edition.alignment
        assert beads is not None
        assert beads.bead_of("target", 1).source == (1, 2)


async def test_a_sentence_is_unlinked_undone_and_redone() -> None:
    """Without limit; what was undone looks as it did before."""
    async with reading(SOURCE, TARGET, study=words()) as reader:
        before = reader.look().lines[2:14]
        parted = await correct(reader, "G", "U")
        assert "piano" not in beside(parted, "piano violin")
        again = await correct(reader, "k", "U")
        assert "doctor" not in beside(again, "doctor teacher")
        page = await correct(reader, "u")
        assert "doctor" in beside(page, "doctor teacher")
        page = await correct(reader, "u", "g")
        assert page.lines[2:14] == before
        assert "Nothing to undo." in (await correct(reader, "u")).text
        page = await correct(reader, "ctrl+r", "ctrl+r")
        assert "doctor" not in beside(page, "doctor teacher")
        assert "piano" not in beside(page, "piano violin")
        assert "Nothing to redo." in (await correct(reader, "ctrl+r")).text


async def test_rows_are_merged_and_split() -> None:
    """Merged with the one below; split at the paragraph of the cursor and at its counterpart."""
    async with reading(SOURCE, TARGET, study=words()) as reader:
        rows = len(reader.screen.state.edition.rows)
        await correct(reader, "M")
        assert len(reader.screen.state.edition.rows) == rows - 1
        assert "One row of S1–2" in reader.look().text
        await reader.press("l")
        page = await correct(reader, "S")
        assert len(reader.screen.state.edition.rows) == rows
        assert "· S2" in page.text
        assert "╱╱╱" in beside(page, "river bridge")
        assert "A row begins here already" in (await correct(reader, "S")).text


async def test_a_row_is_linked_and_parted_as_a_whole() -> None:
    """`W` and `X` are to rows what `L` and `U` are to sentences."""
    async with reading(SOURCE, TARGET, study=words()) as reader:
        page = await correct(reader, "G", "k", "k", "X")
        assert "winter" not in beside(page, "winter summer")
        await correct(reader, "u")
        page = await correct(reader, "g", "j", "W", "W")
        assert "quite another thing" in beside(page, "river bridge")


async def test_a_passage_is_marked_as_moved() -> None:
    """The sentence in hand and the one under the cursor; Enter goes from one to the other."""
    async with reading(SOURCE, TARGET, study=words()) as reader:
        page = await correct(reader, "j", "L", "m")
        assert "2 ⇄" in page.lines[0]
        assert "⇄ T2" in beside(page, "river bridge")
        assert "T2" in (await reader.press("enter")).text
        assert "S2" in (await reader.press("enter")).text


async def test_corrections_are_there_tomorrow() -> None:
    """The pair opens as it was corrected, and can still be undone."""
    async with reading(SOURCE, TARGET, study=words()) as reader:
        await correct(reader, "j", "L", "L")
    async with reading(SOURCE, TARGET, study=words()) as reader:
        page = reader.look()
        assert "quite another thing" in beside(page, "river bridge")
        page = await correct(reader, "u")
        assert "╱╱╱" in beside(page, "river bridge")


async def test_verdicts_follow_a_correction() -> None:
    """What was decided on the rest of the text stays decided."""
    async with reading(SOURCE, TARGET, study=words()) as reader:
        await reader.press("right_square_bracket", "right_square_bracket")
        page = await correct(reader, "c")
        assert "confirmed ✓" in page.text
        page = await correct(reader, "G", "U", "left_curly_bracket", "left_curly_bracket")
        assert "1/" in page.lines[0]


async def test_nothing_can_be_corrected_before_the_two_are_aligned() -> None:
    async with reading(study=study_going_on(), wait=False) as reader:
        assert "Wait until the two are aligned." in (await reader.press("L")).text
