"""Of a saved page the article is read: headline, byline and body, and nothing of what stands around it."""

from pathlib import Path

import pytest

from tui.articles import Article, load, load_pair

PAGES = sorted(Path(__file__).with_name("pages").glob("*.html"))


def lines(article: Article) -> list[str]:
    return [article.paragraph_text(number) for number in range(len(article.paragraphs))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_article_of_a_page(page: Path) -> None:
    assert (
        lines(load(str(page), fallback="en")) == page.with_suffix(".txt").read_text("utf-8").split("\n")[:-1]
    )


def test_there_are_ten_shapes() -> None:
    assert len(PAGES) == 10


def test_a_page_in_two_languages_is_a_pair() -> None:
    page = str(Path(__file__).with_name("pages") / "two_languages.html")
    pair = load_pair(page, page)
    assert lines(pair.source)[0] == "Notice"
    assert lines(pair.target) == ["Avviso", "Lunedì la banchina è chiusa.", "Si prega di usare il ponte."]


def test_code_and_links_are_marked() -> None:
    article = load(str(Path(__file__).with_name("pages") / "lists.html"), fallback="en")
    marked = [(mark.kind, mark.value, article.text[mark.start : mark.end]) for mark in article.marks]
    assert marked == [("code", "bight", "bight"), ("link", "#ropes", "ropes")]
    assert "ropes" in article.anchors


def test_a_page_is_in_the_encoding_it_names(tmp_path: Path) -> None:
    path = tmp_path / "old.html"
    path.write_bytes(
        '<html><meta charset="iso-8859-1"><body><p>La città è più grande — “oggi”.'.encode("cp1252")
    )
    assert load(str(path), fallback="it").text == "La città è più grande — “oggi”."


@pytest.mark.parametrize("mark", ['<sup><a href="#n1">[1]</a></sup>', '<a href="#n1"><sup>[1] </sup></a>'])
def test_the_mark_of_a_note_is_no_text(mark: str, tmp_path: Path) -> None:
    path = tmp_path / "note.html"
    path.write_text(f"<!doctype html><body><p>It rained{mark} for 3 days.<p>{mark}In spring.", "utf-8")
    assert lines(load(str(path), fallback="en")) == ["It rained for 3 days.", "In spring."]


def test_keys_steps_code_and_footnotes_of_a_manual(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text(
        '<page xmlns="http://projectmallard.org/1.0/"><title>Keys</title><p>Press <keyseq><key>Ctrl</key>'
        "<key>Q</key></keyseq> or <guiseq><gui>File</gui><gui>Quit</gui></guiseq>, see <link xref='a#b'>this"
        "</link>.</p><screen>cp a b\n  cp c d</screen><p><cmd>cp</cmd> copies.</p></page>",
        "utf-8",
    )
    article = load(str(path), fallback="en")
    assert lines(article) == ["Keys", "Press Ctrl+Q or File ▸ Quit, see this.", "cp a b cp c d", "cp copies."]
    assert [(mark.kind, mark.value) for mark in article.marks] == [
        ("link", "a#b"), ("code", "cp a b\n  cp c d"), ("code", "cp"),
    ]  # fmt: skip
    assert article.where(article.paragraphs[1].start) == "“Keys”, paragraph 2"
