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
