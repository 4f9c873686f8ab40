"""Of a saved page the article is read: headline, byline and body, and nothing of what stands around it."""

from pathlib import Path

import pytest

from tui.articles import Article, load, load_pair
from tui.errors import AfronteError

PAGES = sorted(Path(__file__).with_name("pages").glob("*.html"))
BY_PROGRAM = sorted(Path(__file__).with_name("pages_by_program").glob("*.html"))
"""The same shapes as the programs and houses that make most pages write them."""


def lines(article: Article) -> list[str]:
    return [article.paragraph_text(number) for number in range(len(article.paragraphs))]


@pytest.mark.parametrize("page", [*PAGES, *BY_PROGRAM], ids=lambda page: page.stem)
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


APART = """<!doctype html><html><title>Notice</title><body>
<div class="a"><h2>The quay is closed</h2><p>The quay will be closed for 12 days.</p></div><hr>
<div class="b"><h2>La banchina è chiusa</h2><p>La banchina resterà chiusa per 12 giorni.</p></div>"""


def test_a_page_that_does_not_say_its_two_languages_is_a_pair_by_its_words(tmp_path: Path) -> None:
    path = tmp_path / "notice.html"
    path.write_text(APART, "utf-8")
    pair = load_pair(str(path))
    assert lines(pair.source) == ["The quay is closed", "The quay will be closed for 12 days."]
    assert lines(pair.target) == ["La banchina è chiusa", "La banchina resterà chiusa per 12 giorni."]


def test_a_page_in_one_language_is_half_a_pair(tmp_path: Path) -> None:
    path = tmp_path / "notice.html"
    path.write_text(
        APART.replace("La banchina", "The pier").replace("resterà chiusa", "will be closed"), "utf-8"
    )
    with pytest.raises(AfronteError, match="holds one version"):
        load_pair(str(path))


def test_what_was_struck_out_is_read_no_more(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<!doctype html><body><p>It costs <del>17</del><ins>19</ins> euros.", "utf-8")
    assert lines(load(str(path), fallback="en")) == ["It costs 19 euros."]


@pytest.mark.parametrize(
    "around",
    [
        '<div><p class="x">Most read</p><p><a href="/1">A dog at sea</a></p></div>',
        '<h3>You may also like</h3><ul><li><a href="/1">A dog at sea</a></li></ul>',
        '<div><h4>Leggi anche</h4><p>A dog at sea: <a href="/1">the whole story</a></p></div>',
        '<p><b>Read more:</b> <a href="/1">A dog at sea</a></p>',
        '<div data-component="topic-list"><span><a href="/t">ports</a></span></div>',
        "<div><span>48</span><br><span>Share</span> | <span>Print</span></div>",
    ],
)
def test_a_label_tells_what_is_no_part_of_an_article(around: str, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    first, second = "The port will reopen in spring, the council said.", "It was shut for two years."
    path.write_text(f"<!doctype html><body><h1>The port</h1><p>{first}</p>{around}<p>{second}</p>", "utf-8")
    assert lines(load(str(path), fallback="en")) == ["The port", first, second]


def test_a_heading_of_the_text_that_is_worded_like_a_label_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    body = (
        "<h1>Git</h1><p>Git keeps history.</p><h2>Tags</h2><p>A tag names a commit that matters to you.</p>"
    )
    path.write_text(f"<!doctype html><body><main>{body}</main>", "utf-8")
    assert lines(load(str(path), fallback="en"))[2:] == ["Tags", "A tag names a commit that matters to you."]


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
