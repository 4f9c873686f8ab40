"""An article is loaded from a file or from standard input, or one line says why not."""

import io
from pathlib import Path

import pytest

from tui.articles import load
from tui.articles.formats.registry import MANY_BYTES
from tui.articles.loading import MOST_SENTENCES
from tui.errors import AfronteError

ENGLISH = "The port opens in spring, the council said. It was closed for a year."
ITALIAN = "Il porto apre in primavera, ha detto il consiglio. È stato chiuso per un anno."


def written(folder: Path, content: str | bytes, name: str = "story.txt") -> str:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "en"), (ITALIAN, "it")])
def test_a_file_is_an_article_in_the_language_found(text: str, language: str, tmp_path: Path) -> None:
    path = written(tmp_path, text)
    article = load(path)
    assert (article.path, article.language, article.text) == (path, language, text)
    assert len(article.sentences) == 2


def test_the_language_given_counts_more_than_the_one_found(tmp_path: Path) -> None:
    assert load(written(tmp_path, ITALIAN), language="English").language == "en"


def test_a_text_too_short_to_tell_falls_back(tmp_path: Path) -> None:
    path = written(tmp_path, "Marta Venier")
    assert load(path, fallback="it").language == "it"
    with pytest.raises(
        AfronteError, match=r"cannot tell which language .*story\.txt is in: .*--source-language"
    ):
        load(path)


def test_standard_input_is_read_for_a_dash() -> None:
    article = load("-", stdin=io.BytesIO(ITALIAN.encode("utf-16")))
    assert (article.path, article.language, article.text) == ("-", "it", ITALIAN)


def test_one_sentence_is_an_article(tmp_path: Path) -> None:
    article = load(written(tmp_path, "The port opens."), fallback="en")
    assert len(article.sentences) == len(article.paragraphs) == 1


def message(path: str, stdin: bytes = b"") -> str:
    with pytest.raises(AfronteError) as raised:
        load(path, fallback="en", stdin=io.BytesIO(stdin))
    assert len(str(raised.value).splitlines()) == 1
    return str(raised.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert (
        message(str(tmp_path / "gone.txt")) == f"{tmp_path}/gone.txt: there is no such file: check the path"
    )
    assert "no such file" in message(written(tmp_path, ENGLISH) + "/below.txt")
    assert "no such file" in message("a\0b.txt")


def test_a_directory_is_named(tmp_path: Path) -> None:
    assert message(str(tmp_path)) == f"{tmp_path} is a directory: name a text file in it"


@pytest.mark.parametrize(
    "content", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe", "\u200b\n\ufeff".encode()]
)
def test_a_file_without_text_is_empty(content: bytes, tmp_path: Path) -> None:
    assert message(written(tmp_path, content)).endswith(
        "story.txt is empty: name the file that holds the text"
    )
    assert message("-", content) == "standard input is empty: name the file that holds the text"


def test_more_than_fifty_megabytes_are_too_large(tmp_path: Path) -> None:
    huge = b"a harbour " * (MANY_BYTES // 10 + 1)
    assert "is too large: more than 50 MB" in message(written(tmp_path, huge))
    assert message("-", huge).startswith("standard input is too large")


def test_what_has_no_end_is_not_read() -> None:
    assert message("/dev/zero") == "/dev/zero cannot be read: it is a pipe or a device: try a copy of it"


@pytest.mark.long
def test_too_many_sentences_are_too_long(tmp_path: Path) -> None:
    text = "It rains. " * (MOST_SENTENCES + 1)
    assert "too long: it has 250,001 sentences" in message(written(tmp_path, text))


def test_a_long_line_without_stops_is_cut_into_parts_that_can_be_compared(tmp_path: Path) -> None:
    text = "and then the harbour " * 500
    article = load(written(tmp_path, text))
    assert max(sentence.end - sentence.start for sentence in article.sentences) <= 1000
    assert " ".join(map(article.sentence_text, range(len(article.sentences)))) == text.strip()


def test_a_text_in_a_language_that_cannot_be_aligned_is_refused(tmp_path: Path) -> None:
    greek = "Ο υπουργός είπε τη Δευτέρα ότι οι συνομιλίες θα συνεχιστούν."
    assert "story.txt: Greek cannot be aligned, only Arabic" in message(written(tmp_path, greek))


def test_a_file_name_with_a_line_break_stays_on_one_line(tmp_path: Path) -> None:
    assert "no such file" in message(str(tmp_path / "two\nlines.txt"))


@pytest.mark.parametrize(
    ("written", "paragraphs"),
    [
        (r"The bridge is open.\n\nNobody came.\n", ["The bridge is open.", "Nobody came."]),
        (r"Write \n where a line ends.", [r"Write \n where a line ends."]),
        (r"The tool reads '\n' as a break.", [r"The tool reads '\n' as a break."]),
        (r"Save it in D:\new\notes first.", [r"Save it in D:\new\notes first."]),
        ("One line.\n" + r"The other ends with\nthis.", ["One line.", r"The other ends with\nthis."]),
    ],
)
def test_escaped_line_breaks_are_read_where_a_text_has_no_others(
    tmp_path: Path, written: str, paragraphs: list[str]
) -> None:
    """A text out of a table has its line breaks escaped; a text that speaks of them stays as it is."""
    path = tmp_path / "text.txt"
    path.write_text(written, encoding="utf-8")
    article = load(str(path), language="en")
    assert [article.text[one.start : one.end] for one in article.paragraphs] == paragraphs
