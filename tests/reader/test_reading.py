"""Reading by keys: what stands where, where the cursor is, what the status says."""

from threading import Event

import pytest
from by_hand import article_of
from reader_pair import study_by_hand, study_failing, study_waiting_for
from reading import reading

from tui.articles import article_from_text, load
from tui.config import Config
from tui.errors import AfronteError
from tui.reader.work import PairStudy
from tui.resources import asset


async def test_both_texts_are_there_before_anything_is_known() -> None:
    """Plain order and a line of progress; then the rows settle and the cursor stays on its paragraph."""
    gate = Event()
    async with reading(study=study_waiting_for(gate), wait=False) as reader:
        await reader.press("j", "j", "j")
        before = await reader.until("━")
        assert before.lines[1].count("━") == 40
        beside = before.lines[before.line_of("The lamp still works")]
        assert "«Lo chiuderemo ai visitatori»" in beside
        assert beside.startswith("▌ 4")
        assert "╱" not in before.text
        gate.set()
        after = await reader.finish()
        beside = after.lines[after.line_of("The lamp still works")]
        assert "La lampada funziona ancora" in beside
        assert beside.startswith("▌ 4")
        assert "━" not in after.text


async def test_counterparts_stand_beside_each_other() -> None:
    """Aligned paragraphs share a line; what is alone faces a hatched side, what moved a note."""
    async with reading() as reader:
        page = reader.look()
        rows = {
            "“We will not close": "«Lo chiuderemo ai visitatori»",
            "Fishermen had asked": "╱╱╱",
            "Work begins in spring": "I lavori cominciano",
            "The mayor was not": "⇄ T3",
        }
        for source, target in rows.items():
            assert target in page.lines[page.line_of(source)].split("│", 1)[1]
        continued = page.lines[page.line_of("La casa del guardiano")]
        assert "⤷ S7" in continued.split("│")[0]


async def test_the_gutter_names_every_kind_of_difference() -> None:
    """Number, then the glyph of what begins on that line."""
    async with reading() as reader:
        page = reader.look()
        for glyph, words in {
            "≠  Monday for": "300,000",
            " 5−  Fishermen": "Fishermen",
            " 6+  Secondo": "Secondo",
            " 6⇄  The mayor": "The mayor",
            " 3⇄  Il sindaco": "Il sindaco",
            " ~  Ferri": "friends",
            " 4   The lamp": "The lamp",
        }.items():
            assert glyph in page.lines[page.line_of(words)]


async def test_the_masthead_tells_titles_languages_and_counts() -> None:
    """Rows are counted with their glyphs, findings by severity."""
    async with reading() as reader:
        head = reader.look().lines[0]
        for words in ("A lighthouse for sale", "English", "Faro in vendita", "Italian"):
            assert words in head
        assert "2 critical  3 major  1 minor" in head
        assert "5 =  1 −  2 +  2 ⇄ " in head


@pytest.mark.parametrize(
    ("keys", "words", "status"),
    [
        ((), "1   A lighthouse for sale", "S1 of 7  T1 of 9"),
        (("j",), "The old lighthouse", "· S2 T2"),
        (("down", "down", "up"), "The old lighthouse", "· S2 T2"),
        (("G",), "La casa del guardiano", "T9 of 9"),
        (("G", "g"), "1   A lighthouse for sale", "S1 of 7  T1 of 9"),
        (("end", "home"), "1   A lighthouse for sale", "S1 of 7  T1 of 9"),
        (("k",), "1   A lighthouse for sale", "S1 of 7  T1 of 9"),
        (("G", "j"), "La casa del guardiano", "T9 of 9"),
        (("j", "l"), "The old lighthouse", "S2 of 7  T2 of 9"),
        (("j", "l", "l"), "Il sindaco", "· S6 T3"),
        (("j", "l", "l", "h"), "The old lighthouse", "S2 of 7  T2 of 9"),
        (("right_curly_bracket",), "Il sindaco", "· S6 T3"),
        (("right_curly_bracket", "right_curly_bracket"), "Fishermen", "· S5"),
        (("G", "left_curly_bracket"), "Nel frattempo", "T8 of 9"),
    ],
)
async def test_keys_move_the_cursor(keys: tuple[str, ...], words: str, status: str) -> None:
    """The bar stands beside the row, in both panes, and the status counts it."""
    async with reading() as reader:
        page = await reader.press(*keys)
        line = page.lines[page.line_of(words)]
        assert line.startswith("▌")
        assert "│▌" in line
        assert status in page.text


async def test_the_current_sentence_and_its_counterpart_are_lit() -> None:
    """Both stand on a ground of their own; their neighbours do not."""
    async with reading() as reader:
        page = await reader.press("j", "l")
        paper = page.style_of("The lamp").bgcolor
        assert page.style_of("It had been dark").bgcolor != paper
        assert page.style_of("Era spento").bgcolor != paper
        assert page.style_of("The old lighthouse").bgcolor == paper
        assert page.style_of("Il vecchio faro").bgcolor == paper


async def test_enter_goes_to_what_moved_and_back() -> None:
    """The counterpart of a moved sentence stands rows away."""
    async with reading() as reader:
        page = await reader.press("right_curly_bracket", "enter")
        assert page.lines[page.line_of("The mayor was not")].startswith("▌")
        assert "S6 of 7" in page.text
        page = await reader.press("enter")
        assert "│▌ 3⇄  Il sindaco" in page.text


async def test_enter_goes_to_where_a_paragraph_is_continued() -> None:
    """From the row of its own, to the sentence of the split paragraph that it continues."""
    async with reading() as reader:
        page = await reader.press("G")
        assert "continued: S7 says this" in page.text
        page = await reader.press("enter")
        assert page.lines[page.line_of("Work begins in spring")].startswith("▌ 7")
        assert page.style_of("keeper’s").bgcolor != page.style_of("Work begins").bgcolor


async def test_tab_changes_the_pane() -> None:
    """The bar's accent goes over to the other pane, and stays there in the rows below."""
    async with reading() as reader:
        page = await reader.press("j", "tab")
        y = page.line_of("Il vecchio faro")
        joint = page.lines[y].index("│")
        accent = page.style_at(joint + 1, y).color
        assert page.style_at(0, y).color != accent
        page = await reader.press("j", "j")
        y = page.line_of("«Lo chiuderemo")
        assert page.style_at(joint + 1, y).color == accent


async def test_the_findings_are_walked_in_the_order_of_the_rows() -> None:
    """Severity, kind and how sure; the message, both sides with the values compared; which of how many."""
    async with reading() as reader:
        page = await reader.press("right_square_bracket")
        assert "≠ critical · amount · 90% sure that they differ" in page.text
        told = "The amounts differ.   300,000 euros (300000 EUR) │ 500.000 euro (500000 EUR)"
        assert told in page.text
        assert "finding 1 of 6" in page.text
        seen = []
        for _ in range(6):
            page = await reader.press("right_square_bracket")
            seen.append(page.lines[-3].split(" · ")[1])
        assert seen == ["moved", "negation", "word", "only source", "only target", "only target"]
        page = await reader.press("left_square_bracket")
        assert "− major · only source" in page.lines[-3]


async def test_the_current_finding_stands_out_on_both_sides() -> None:
    """Reversed where it is current, underlined where it is not: seen without colour too."""
    async with reading() as reader:
        page = await reader.press("right_square_bracket")
        assert page.style_of("300,000 euros").reverse
        assert page.style_of("500.000 euro").reverse
        assert page.style_of("not close").underline
        assert not page.style_of("not close").reverse


async def test_moving_onto_a_finding_says_what_it_is() -> None:
    """Sentence by sentence, the status tells what the marks there mean."""
    async with reading() as reader:
        assert "The amounts differ." in (await reader.press("j")).text
        assert "The amounts differ." not in (await reader.press("l")).text


async def test_each_layer_is_hidden_by_its_key() -> None:
    """Marks and glyphs go, and the walk leaves the layer out; the same key brings them back."""
    async with reading() as reader:
        page = await reader.press("1")
        assert not page.style_of("300,000 euros").underline
        assert "≠  Monday" not in page.text
        page = await reader.press("right_square_bracket")
        assert "⇄ major · moved" in page.text
        page = await reader.press("2", "3")
        assert not any(glyph in page.text for glyph in (" 5−", " 6+", "⇄  Il sindaco", " ~ "))
        page = await reader.press("1", "2", "3")
        assert page.style_of("300,000 euros").underline
        assert page.style_of("friends").underline


async def test_a_search_finds_both_sides_and_n_goes_round() -> None:
    """Every letter narrows; Enter goes to the next match, Esc forgets the search."""
    async with reading() as reader:
        page = await reader.press("slash", *"SINDACO", "enter")
        assert "1 of 1 match" in page.text
        assert "│▌ 3⇄  Il sindaco" in page.text
        page = await reader.press("slash", *"lam", "enter")
        assert "1 of 2 matches" in page.text
        assert page.lines[page.line_of("The lamp")].startswith("▌")
        page = await reader.press("n")
        assert "2 of 2 matches" in page.text
        page = await reader.press("n")
        assert "1 of 2 matches" in page.text
        page = await reader.press("N")
        assert "2 of 2 matches" in page.text
        page = await reader.press("escape")
        assert "match" not in page.text


async def test_a_search_without_a_match_says_so() -> None:
    """The cursor stays."""
    async with reading() as reader:
        page = await reader.press("j", "slash", *"xyz", "enter")
        assert "no match for “xyz”" in page.text
        assert page.lines[page.line_of("The old lighthouse")].startswith("▌")


async def test_the_list_of_findings_goes_to_the_one_chosen() -> None:
    """Enter in the list moves the page; f closes it."""
    async with reading() as reader:
        page = await reader.press("f")
        assert "negation         critical" in page.text
        page = await reader.press("j", "j", "enter")
        assert "Only the source says “not”." in page.text
        page = await reader.press("f")
        assert "negation         critical" not in page.text
        assert page.lines[page.line_of("“We will not")].startswith("▌")


async def test_one_pane_is_shown_alone_and_both_again() -> None:
    """With one pane, what the other side alone has is a dotted line."""
    async with reading() as reader:
        page = await reader.press("j", "o")
        assert "Il vecchio faro" not in page.text
        assert "┄┄┄" in page.text
        page = await reader.press("tab")
        assert "Il vecchio faro" in page.text
        assert "The old lighthouse" not in page.text
        page = await reader.press("o")
        assert "The old lighthouse" in page.text


async def test_pages_turn_and_the_cursor_stays_in_view() -> None:
    """Down and up again; at the end the cursor goes to the last row."""
    async with reading(size=(120, 16)) as reader:
        await reader.press("space")
        assert reader.cursor_lines()
        assert "A lighthouse" not in "\n".join(reader.look().lines[1:])
        page = await reader.press("space", "space", "space", "space", "space")
        assert "T9 of 9" in page.text
        page = await reader.press("pageup", "pageup", "pageup", "pageup", "pageup", "pageup")
        assert "S1 of 7  T1 of 9" in page.text
        await reader.press("ctrl+d")
        first = reader.look().lines[2:5]
        await reader.press("ctrl+u")
        assert reader.look().lines[2:5] != first


async def test_a_row_taller_than_the_screen_is_read_to_its_end() -> None:
    """The row below comes only after the last line of a long one was in view."""
    long = article_of([[" ".join(f"word{n}" for n in range(400))], ["The end."]])
    async with reading(long, long, study=study_by_hand("0=0 1=1", ()), size=(100, 20)) as reader:
        seen = reader.look().text
        for _ in range(50):  # far more screens than it takes
            if "S1 of 2" not in reader.look().text:
                break
            seen += (await reader.press("j")).text
        assert "S2 of 2" in reader.look().text
        assert all(f"word{n}" in seen for n in range(400))


async def test_a_finding_gone_to_stands_clear_of_the_edges() -> None:
    """Three lines of what comes before and after are in view, where there are any."""
    async with reading(size=(120, 22)) as reader:
        for key in ("right_square_bracket", "left_square_bracket"):
            for _ in range(6):
                page = await reader.press(key)
                bars = [y for y, line in enumerate(page.lines) if line.startswith("▌")]
                top, bottom = page.line_of("┬"), page.line_of("┴")
                assert bars[0] > top + 3 or page.lines[top + 1].split()[1:3] == ["A", "lighthouse"]
                assert bars[-1] < bottom - 3 or "diventa un caffè" in page.lines[bottom - 1]


async def test_help_shows_every_key_and_the_legend() -> None:
    """By task, with the keys as they are mapped now."""
    async with reading(size=(120, 110), config=Config(keymap={"finding.next": "w"})) as reader:
        page = await reader.press("question_mark")
        for words in ("Go to the row below", "Show or hide single words", "What the marks mean", "moved:"):
            assert words in page.text
        assert " w " in page.lines[page.line_of("Go to the next finding")]
        assert "Go to the row below" not in (await reader.press("escape")).text
        assert "finding 1 of 6" in (await reader.press("w")).text


async def test_help_says_how_it_is_read_and_left() -> None:
    """By lines and pages, also on a small screen."""
    async with reading(size=(80, 24), config=Config(keymap={"help.page-down": "ctrl+n"})) as reader:
        page = await reader.press("question_mark")
        assert "↓ ↑ Ctrl-n scroll · Esc closes" in page.text
        assert "aligned: the two sides" in page.text
        assert "aligned: the two sides" not in (await reader.press("ctrl+n")).text
        assert "aligned: the two sides" in (await reader.press("pageup")).text


async def test_help_is_filtered_as_one_types() -> None:
    """By what keys are for and what they are called; Esc shows everything again, then closes it."""
    async with reading() as reader:
        page = await reader.press("question_mark", *"bookmark")
        assert "Go to the next row with a bookmark or note" in page.text
        assert "Go to the row below" not in page.text
        assert "Nothing in the help says that." in (await reader.press(*"xyz")).text
        assert "aligned: the two sides" in (await reader.press("escape")).text
        assert "aligned: the two sides" not in (await reader.press("escape")).text


async def test_keys_of_the_list_and_of_dialogs_can_be_others() -> None:
    """They count there alone: on the page the same key does what it did."""
    keymap = {"list.sort": "z", "list.down": "w", "note.keep": "f5", "help.close": "f9"}
    async with reading(size=(120, 220), config=Config(keymap=keymap)) as reader:
        page = await reader.press("question_mark")
        assert " z " in page.lines[page.line_of("Sort by severity, kind")]
        assert " f5 " in page.lines[page.line_of("Keep the note and close")].lower()
        page = await reader.press("f9")
        assert "Sort by severity, kind" not in page.text
        assert "z sorts" in (await reader.press("f", "z")).text
        assert "by severity" in reader.look().text
        assert "finding 1 of 6" in (await reader.press("f", "g", "right_square_bracket")).text
        assert "finding 2 of 6" not in (await reader.press("w")).text
        await reader.press("e", *"Ada", "f5")
        assert "✎ Ada" in (await reader.finish()).text


async def test_a_failed_comparison_is_one_line_and_the_texts_stay() -> None:
    """What the person can mend is said in its own words, anything else with its name."""
    for error, line in (
        (AfronteError("the encoder has no weights; install it again"), "the encoder has no weights"),
        (ValueError("shapes\n(3,) (4,)"), "Comparing failed (ValueError: shapes (3,) (4,))"),
    ):
        async with reading(study=study_failing(error)) as reader:
            page = reader.look()
            assert line in page.text
            assert "The old lighthouse" in page.text
            assert (await reader.press("g", "j")).lines[4].startswith("▌ 2")


async def test_swapped_texts_are_offered_the_other_way_round() -> None:
    """One key changes sides without a restart, at the same paragraph."""
    async with reading(looks_swapped=True) as reader:
        page = await reader.press("j", "j", "j")
        assert "look swapped" in page.text
        await reader.press("tab", "s")
        page = await reader.finish()
        assert page.lines[0].index("Faro") < page.lines[0].index("lighthouse")
        assert page.lines[page.line_of("«Lo chiuderemo")].startswith("▌")


async def test_texts_that_hardly_correspond_are_said_to() -> None:
    """Once they are aligned, and not for those that do."""
    six = article_from_text("\n\n".join("The ferry left before dawn." for _ in range(6)), language="en")
    alone = " ".join([f"{n}=" for n in range(6)] + [f"={n}" for n in range(6)])
    together = " ".join(f"{n}={n}" for n in range(6))
    for beads, told in ((alone, True), (together, False)):
        async with reading(six, six, study=study_by_hand(beads, ())) as reader:
            assert ("hardly correspond" in reader.look().text) is told


async def test_markup_and_control_characters_are_shown_as_text() -> None:
    """Brackets stay brackets, an escape sequence colours nothing, an override turns nothing round."""
    odd = article_from_text("He said [red]no[/red] \x1b[31mand \u202eleft.\n\nEnd.", language="en")
    async with reading(odd, odd, study=study_by_hand("0=0 1=1", ())) as reader:
        page = reader.look()
        assert "He said [red]no[/red] ␛[31mand ⟨RLO⟩left." in page.text


async def test_every_action_is_a_command_of_the_palette() -> None:
    """Found by a few letters of its name."""
    async with reading() as reader:
        await reader.press("ctrl+p", *"next finding")
        await reader.until("Go to the next finding")
        await reader.press("enter")
        await reader.until("finding 1 of 6")


async def test_the_open_list_has_its_actions_in_the_palette_too() -> None:
    """They are not offered while there is no list to sort."""
    async with reading() as reader:
        await reader.press("f", "ctrl+p", *"sort the")
        await reader.until("Sort by severity, kind")
        await reader.press("enter")
        await reader.until("by severity")
        await reader.press("f", "ctrl+p", *"sort the")
        assert "Sort the list" not in (await reader.until("No command is called that.")).text


async def test_the_sample_is_aligned_and_compared_in_the_background() -> None:
    """With the encoder and the rules that everyone gets."""
    sides = (load(str(asset(f"sample/{language}.txt")), language=language) for language in ("en", "it"))
    async with reading(*sides, study=PairStudy()) as reader:
        page = await reader.press("right_square_bracket")
        assert "26 =  1 −  5 +" in page.lines[0]
        assert "finding 1 of" in page.text
        assert page.lines[page.line_of("The city of Sarvenik")].startswith("▌")
        assert "La città di Sarvenik" in page.lines[page.line_of("The city of Sarvenik")]
