"""Two files are a pair, or one line says why they are none."""

import io
from pathlib import Path

import pytest

from tui.articles import load_pair
from tui.errors import AfronteError

ENGLISH = "The port opens in spring, the council said. It was closed for a year."
ENGLISH_TOO = "The harbour will open in the spring, said the council. It had been closed for a year."
ITALIAN = "Il porto apre in primavera, ha detto il consiglio. È stato chiuso per un anno."
GERMAN = "Der Hafen öffnet im Frühling, sagte der Rat. Er war ein Jahr lang geschlossen."


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    """The path of each file by its name."""
    texts = {
        "en": ENGLISH,
        "en2": ENGLISH_TOO,
        "it": ITALIAN,
        "de": GERMAN,
        "name": "Marta Venier",
        "title": "Il porto",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    return {name: str(tmp_path / name) for name in texts}


@pytest.mark.parametrize(
    ("source", "target", "swapped"),
    [("en", "it", False), ("it", "en", True), ("de", "it", False), ("en", "de", False), ("it", "de", False)],
)
def test_languages_are_found_and_the_wrong_order_is_noticed(
    source: str, target: str, swapped: bool, files: dict[str, str]
) -> None:
    pair = load_pair(files[source], files[target])
    assert (pair.source.language, pair.target.language, pair.swapped) == (source, target, swapped)
    assert (pair.source.path, pair.target.path) == (files[source], files[target])


def test_a_swapped_pair_is_right_once_it_is_exchanged(files: dict[str, str]) -> None:
    pair = load_pair(files["it"], files["en"]).exchanged()
    assert (pair.source.language, pair.target.language, pair.swapped) == ("en", "it", False)


def test_languages_given_go_with_the_texts_when_the_files_are_in_the_wrong_order(
    files: dict[str, str],
) -> None:
    pair = load_pair(files["it"], files["de"], source_language="de-CH", target_language="it-CH")
    assert (pair.source.language, pair.target.language, pair.swapped) == ("it-CH", "de-CH", True)


def test_short_texts_are_in_the_usual_languages(files: dict[str, str]) -> None:
    pair = load_pair(files["name"], files["title"])
    assert (pair.source.language, pair.target.language, pair.swapped) == ("en", "it", False)


def test_one_side_may_be_standard_input(files: dict[str, str]) -> None:
    pair = load_pair("-", files["it"], stdin=io.BytesIO(ENGLISH.encode()))
    assert (pair.source.path, pair.source.text, pair.source.language) == ("-", ENGLISH, "en")


def test_both_sides_cannot_be_standard_input() -> None:
    with pytest.raises(AfronteError, match="only one of the two can be standard input: name a file"):
        load_pair("-", "-", stdin=io.BytesIO(ENGLISH.encode()))


@pytest.mark.parametrize(
    "copy", [ENGLISH, "\ufeff" + ENGLISH.replace(" ", "\r\n"), ENGLISH.replace("'", "’")]
)
def test_a_copy_of_the_source_is_a_target_not_yet_translated(
    copy: str, files: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "copy").write_bytes(copy.encode())
    pair = load_pair(files["en"], str(tmp_path / "copy"))
    assert (pair.source.language, pair.target.language, pair.swapped) == ("en", "it", False)


def test_a_target_with_much_of_the_source_in_it_lags(files: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "lagging").write_text(f"{ENGLISH}\n\nThey wrote another end for it.\n", "utf-8")
    pair = load_pair(files["en"], str(tmp_path / "lagging"))
    assert (pair.source.language, pair.target.language, pair.swapped) == ("en", "it", False)


@pytest.mark.parametrize("given", [{}, {"source_language": "en"}, {"target_language": "English"}])
def test_two_texts_in_one_language_need_to_be_meant(given: dict[str, str], files: dict[str, str]) -> None:
    with pytest.raises(AfronteError, match=r"both in English: .* --source-language en --target-language en$"):
        load_pair(files["en"], files["en2"], **given)  # type: ignore[arg-type]


def test_two_texts_in_one_language_are_a_pair_when_both_languages_are_given(files: dict[str, str]) -> None:
    pair = load_pair(files["en"], files["en2"], source_language="en", target_language="en-GB")
    assert (pair.source.language, pair.target.language, pair.swapped) == ("en", "en-GB", False)


def test_an_unknown_language_is_said_before_any_file_is_opened() -> None:
    with pytest.raises(AfronteError, match="unknown language “xx”"):
        load_pair("gone.txt", "gone too.txt", target_language="xx")
