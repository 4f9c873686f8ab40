"""Files read again are the same texts: the chapter of a book, the order of a file that holds both."""

from pathlib import Path

from written_formats import epub, tmx

from tui.articles import load_pair
from tui.reader.files import read_again

EN = ("The harbour opened on Monday with much music.", "Nobody on the river was surprised at all.")
IT = ("Il porto ha aperto lunedì con molta musica.", "Sul fiume non si è sorpreso proprio nessuno.")


def test_a_chapter_is_read_again_and_not_the_whole_book(tmp_path: Path) -> None:
    english, italian = tmp_path / "en.epub", tmp_path / "it.epub"
    english.write_bytes(epub(EN))
    italian.write_bytes(epub(IT))
    pair = load_pair(str(english), str(italian), chapters=(2, 2))
    assert EN[0] not in pair.source.text
    again = read_again(pair.source, pair.target).pair
    assert (again.source, again.target) == (pair.source, pair.target)
    turned = read_again(pair.target, pair.source).pair
    assert (turned.source, turned.target) == (pair.target, pair.source)


def test_the_sides_of_one_file_stay_as_they_were_swapped(tmp_path: Path) -> None:
    memory = tmp_path / "both.tmx"
    memory.write_bytes(tmx(EN, IT))
    pair = load_pair(str(memory))
    for source, target in ((pair.source, pair.target), (pair.target, pair.source)):
        again = read_again(source, target).pair
        assert (again.source.text, again.target.text) == (source.text, target.text)
