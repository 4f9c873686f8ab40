"""Where paragraphs end: at blank lines and line breaks, but not at those of hard-wrapped text."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.articles import article_from_text

STORY = {
    "en": [
        "The river port will reopen in spring, the council said on Tuesday after a debate of six hours.",
        "Marta Venier, who led the talks with the shipping lines, called the accord a good one. “It is "
        "fair,” she said, and added that work on the two quays would begin before the end of the month.",
        "Trade unions welcomed it.",
        "The port has been closed since a barge struck the northern lock. Nobody was hurt then, but the "
        "repairs cost far more than had been foreseen, and two of the contractors went out of business.",
    ],
    "it": [
        "Il porto fluviale riaprirà in primavera, ha detto martedì il consiglio dopo un lungo dibattito.",
        "Marta Venier, che ha guidato i colloqui con gli armatori, lo ha definito un buon accordo. «È equo», "
        "ha detto, e ha aggiunto che i lavori sulle due banchine cominceranno entro la fine del mese.",
        "I sindacati lo hanno accolto bene.",
        "Il porto è chiuso da quando una chiatta ha urtato la chiusa nord. Nessuno rimase ferito, ma le "
        "riparazioni sono costate molto più del previsto e due delle imprese hanno chiuso.",
    ],
}


def paragraphs(text: str, language: str = "en") -> list[str]:
    article = article_from_text(text, language=language)
    return [article.paragraph_text(index) for index in range(len(article.paragraphs))]


@pytest.mark.parametrize("language", STORY)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\u2028", "\n\n", "\r\n\r\n", "\n\t\n \n"])
def test_a_line_break_or_a_blank_line_ends_a_paragraph(language: str, line_end: str) -> None:
    assert paragraphs(line_end.join(STORY[language]), language) == STORY[language]


@pytest.mark.parametrize("language", STORY)
@pytest.mark.parametrize("width", [40, 60, 72, 80])
def test_hard_wrapped_paragraphs_are_joined(language: str, width: int) -> None:
    wrapped = [textwrap.fill(paragraph, width, break_on_hyphens=False) for paragraph in STORY[language]]
    assert paragraphs("\n\n".join(wrapped), language) == STORY[language]
    assert paragraphs("\r\n \r\n".join(wrapped).replace("\n", "\r\n"), language) == STORY[language]


@pytest.mark.parametrize("language", STORY)
def test_hard_wrapped_paragraphs_without_blank_lines_end_at_their_short_line(language: str) -> None:
    wrapped = [textwrap.fill(paragraph, 60, break_on_hyphens=False) for paragraph in STORY[language]]
    assert paragraphs("\n".join(wrapped), language) == STORY[language]


@pytest.mark.parametrize("language", STORY)
def test_hard_wrapped_paragraphs_may_begin_with_an_indent(language: str) -> None:
    wrapped = [
        textwrap.fill(paragraph, 60, initial_indent="   ", break_on_hyphens=False)
        for paragraph in STORY[language]
    ]
    assert paragraphs("\n".join(wrapped), language) == STORY[language]


@pytest.mark.parametrize("indent", ["", "    ", "\t"])
@pytest.mark.parametrize("line_end", ["\n", " \n", "\r\n"])
def test_a_joined_line_break_is_one_blank_whatever_stood_around_it(indent: str, line_end: str) -> None:
    wrapped = "\n\n".join(
        textwrap.fill(paragraph, 60, initial_indent=indent, subsequent_indent=indent)
        for paragraph in STORY["en"]
    )
    assert paragraphs(wrapped.replace("\n", line_end)) == STORY["en"]


def test_lines_keep_their_numbers_when_they_are_joined() -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, 60, subsequent_indent="  ") for paragraph in STORY["en"])
    article = article_from_text(f"\n{wrapped}\n", language="en")
    for number, line in enumerate(wrapped.split("\n"), 2):
        start = article.line_starts[number - 1]
        assert article.text.startswith(line.strip(), start)
        assert not line or article.line_at(start) == number
    assert len(article.line_starts) == wrapped.count("\n") + 2


@pytest.mark.parametrize("width", range(40, 80, 3))
def test_a_word_broken_at_its_hyphen_is_one_word_again(width: int) -> None:
    text = (
        "The Dutch-led consortium will rebuild the south-eastern quays, said the port’s long-serving owner, "
        "Anne-Marie Kam-Venier, who bought them - and most of the half-ruined depots - in the boom years of "
        "2021-24. The wheat-laden barges of the Franco-Italian fleet went round by the well-known canal."
    )
    assert paragraphs(textwrap.fill(text, width)) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Apples\nPears\nPlums\nFigs and dates\nWalnuts",
        "Council reopens the river port after six hours\nShipping lines say nothing about the accord\n"
        "Unions are pleased with what the council did\nRepairs of the northern lock cost a fortune",
        "The port reopens\n\nThe council said so on Tuesday.\nNobody was surprised.\nThe end.",
        "Half a line, which ends\nin the middle of a sentence.",
        "River port to reopen in spring after the accord with shipping lines\n"
        "the council votes fourteen to nine and the unions are pleased with it\n"
        "no barge has passed the northern lock since the accident last winter\n"
        + STORY["en"][3]
        + "\n"
        + STORY["en"][1],
    ],
)
def test_lines_that_only_look_wrapped_stay_apart(text: str) -> None:
    assert paragraphs(text) == [line for line in text.split("\n") if line]


@pytest.mark.parametrize("mark", ["- ", "* ", "• ", "(a) ", "# "])
def test_the_items_of_a_wrapped_list_are_paragraphs_without_their_marks(mark: str) -> None:
    items = [textwrap.fill(mark + p, 60, subsequent_indent="  ") for p in STORY["en"]]
    assert paragraphs("\n".join(items)) == STORY["en"]


def test_numbers_that_count_items_are_marks_and_others_are_text() -> None:
    items = [f"{number}. {paragraph}" for number, paragraph in enumerate(STORY["en"], 1)]
    assert paragraphs("\n".join(items)) == STORY["en"]
    assert paragraphs("1. Mai 1945: Der Hafen brennt.") == ["1. Mai 1945: Der Hafen brennt."]


@pytest.mark.parametrize(
    "rule", ["======", "---", "* * *", "| --- | :---: |", "+-----+---+", "~~~~~~~~~~~~~~"]
)
def test_what_is_drawn_is_no_text(rule: str) -> None:
    assert paragraphs(f"The port\n{rule}\nIt opens in spring.") == ["The port", "It opens in spring."]


@pytest.mark.parametrize("text", ["…", "– No.", "+39 041 555", "C++", "-5 °C", "=sum", "#port"])
def test_what_only_begins_as_if_it_were_drawn_is_text(text: str) -> None:
    assert paragraphs(text) == [text]


def test_each_block_shows_for_itself_whether_it_is_wrapped() -> None:
    """One list or one long line says nothing of the paragraphs around it."""
    wrapped = [textwrap.fill(paragraph, 50) for paragraph in STORY["en"]]
    odd = ["Apples\nPears\nPlums", "A long line. " * 20]
    found = paragraphs("\n\n".join([wrapped[1], odd[0], wrapped[3], odd[1]]))
    assert found == [STORY["en"][1], "Apples", "Pears", "Plums", STORY["en"][3], odd[1].strip()]


def test_one_wrapped_paragraph_alone_is_joined() -> None:
    assert paragraphs(
        "Il consiglio riaprirà il porto fluviale\nin primavera, dopo sei ore di dibattito.", "it"
    ) == ["Il consiglio riaprirà il porto fluviale in primavera, dopo sei ore di dibattito."]


def test_a_word_divided_at_the_end_of_a_line_is_whole_again() -> None:
    text = "Il consiglio ha approvato ieri il bi-\nlancio, con una spesa del quattro per cen-\nto in più."
    assert paragraphs(text, "it") == [
        "Il consiglio ha approvato ieri il bilancio, con una spesa del quattro per cento in più."
    ]


def test_a_term_and_its_wrapped_explanation_are_two_paragraphs() -> None:
    page = "\n\n".join(
        f"       {term}\n" + textwrap.indent(textwrap.fill(paragraph, 58), " " * 14)
        for term, paragraph in zip(("--open", "--shut", "--show", "-x"), STORY["en"], strict=True)
    )
    assert paragraphs(page)[1::2] == STORY["en"]
    assert paragraphs(page)[::2] == ["--open", "--shut", "--show", "-x"]


@pytest.mark.parametrize("indent", [" " * 14, "\t      "])
def test_blocks_that_show_their_width_speak_for_those_too_short_to(indent: str) -> None:
    """As in a page of the manual, whose lists of files and options would hide that it is wrapped."""
    wrapped = [textwrap.fill(paragraph, 64) for paragraph in STORY["en"][:4]]
    short = "Mayor Anna Rossi, her deputy Bruno Galli and the engineer who is"
    listed = "\n\n".join(f"       --option-{n}\n{indent}Opens gate {n}." for n in range(20))
    told = textwrap.indent("\n\n".join(wrapped), indent)
    page = f"{told}\n\n{listed}\n\n{indent}{short}\n{indent}Carlo Neri."
    assert paragraphs(page)[:4] == STORY["en"][:4]
    assert paragraphs(page)[-1] == f"{short} Carlo Neri."
    assert paragraphs(page)[4:6] == ["--option-0", "Opens gate 0."]


def test_a_heading_set_less_deep_does_not_hide_that_two_lines_are_one() -> None:
    page = "NAME\n       reopen - opens the gates that the harbour master has closed, and\n       tells him\n"
    assert paragraphs(page) == [
        "NAME",
        "reopen - opens the gates that the harbour master has closed, and tells him",
    ]


def test_a_constant_that_a_program_divided_is_whole() -> None:
    text = (
        "Since the flood the harbour has had two gates, which are both\n"
        "kept shut by night and opened where somebody has set CON\u2010\n"
        "FIG_GATES in the file of the settings that the council wrote\n"
        "in spring."
    )
    assert "CONFIG_GATES" in paragraphs(text)[0]


def test_entities_are_what_they_stand_for() -> None:
    assert paragraphs("La citt&agrave; &egrave; pi&ugrave; grande &#8212; AT&T; R&D") == [
        "La città è più grande — AT&T; R&D"
    ]


def test_wrapped_japanese_needs_no_blanks_to_be_known() -> None:
    text = (
        "川の港は春に再開されると市議会が火曜日に発表した。六時間に及ぶ長い議論のあとで、船会社との合意が結ばれた"
        * 3
    )
    wrapped = "\n".join(text[i : i + 40] for i in range(0, len(text), 40))
    assert paragraphs(wrapped, "ja") == [text]


def test_white_space_and_a_byte_order_mark_belong_to_no_paragraph() -> None:
    article = article_from_text("\ufeff\n  The port.\t\n\n\u00a0\nIt opens. \n", language="en")
    assert [article.paragraph_text(index) for index in (0, 1)] == ["The port.", "It opens."]
    assert not article.text.startswith("\ufeff")
    assert [article.line_at(paragraph.start) for paragraph in article.paragraphs] == [2, 5]


@given(st.lists(st.sampled_from(STORY["en"] + STORY["it"]), min_size=1, max_size=6), st.integers(30, 120))
def test_wrapping_never_changes_the_words(story: list[str], width: int) -> None:
    text = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in story)
    assert " ".join(paragraphs(text)).split() == " ".join(story).split()


def test_of_a_wrapped_book_each_line_is_looked_at_a_few_times() -> None:
    """It would take minutes if for each paragraph all lines were."""
    lines = "The ferry left the harbour, and", "nobody slept. It rained on them.", "Then it stopped."
    assert len(paragraphs("\n\n".join(["\n".join(lines)] * 12_000))) == 12_000
