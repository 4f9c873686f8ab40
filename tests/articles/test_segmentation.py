"""A text becomes an article: paragraphs and sentences as spans of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.articles import article_from_text
from tui.articles.blocks import Block, Document
from tui.articles.segmentation import article_from_document


def test_letters_with_separate_accents_are_composed() -> None:
    article = article_from_text("Perche\u0301 la citta\u0300?\nE\u0300 cosi\u0300.", language="it")
    assert article.text == "Perché la città?\nÈ così."
    assert article.line_starts == (0, 17)


def test_control_and_direction_characters_stay() -> None:
    text = "The port \x07 opens, \u202enot today\u202c.\x0b Tomorrow."
    assert article_from_text(text, language="en").text == text


def test_a_paragraph_of_many_lines_is_joined_in_one_pass() -> None:
    """It would take an hour if each line were looked for in all that stands before it."""
    block = Block(
        "The ferry left the harbour before dawn.\nNobody aboard had slept, said the har-\nbour master. "
        * 20_000
    )
    article = article_from_document(Document((block,)), language="en")
    assert article.text.startswith(
        "The ferry left the harbour before dawn. Nobody aboard had slept, said the harbour"
    )
    assert len(article.sentences) == 40_000


def test_a_word_of_a_whole_page_is_no_part_of_one_that_is_divided() -> None:
    block = Block(f"{'A' * 40_000}-\n{'b' * 40_000}\nat the har-\nbour.")
    article = article_from_document(Document((block,)), language="en")
    assert article.text == f"{'A' * 40_000}{'b' * 40_000} at the harbour."


_PIECES = st.sampled_from(
    [
        " ", "\n", "\n\n", "\r\n", "\u2028", ".", ". . .", "…", "?", "。", "“", "”", '"', "’", "(", ")",
        "Mr", "U.S", "It", "e", "12", "\u200b", "\u0301",
    ]
)  # fmt: skip


@pytest.mark.dear
@given(
    st.one_of(st.text(), st.lists(st.one_of(_PIECES, st.text(max_size=8))).map("".join)),
    st.sampled_from(["en", "it", "ja", "th"]),
)
def test_sentences_cover_all_text_in_order(text: str, language: str) -> None:
    """Whatever the text, each of its characters but white space lies in exactly one sentence."""
    article = article_from_text(text, language=language)
    uncovered = list(article.text)
    for index, paragraph in enumerate(article.paragraphs):
        assert len(paragraph.sentences) > 0
        assert "\n" not in article.paragraph_text(index)
        inside = [article.sentences[i] for i in paragraph.sentences]
        assert (inside[0].start, inside[-1].end) == (paragraph.start, paragraph.end)
        assert all(sentence.paragraph == index for sentence in inside)
    end = 0
    for sentence in article.sentences:
        assert end <= sentence.start < sentence.end
        end = sentence.end
        assert sentence.span.within(article.text) == sentence.span.within(article.text).strip()
        uncovered[sentence.start : sentence.end] = " " * (sentence.end - sentence.start)
    assert not "".join(uncovered).strip()
    assert sum(len(paragraph.sentences) for paragraph in article.paragraphs) == len(article.sentences)
