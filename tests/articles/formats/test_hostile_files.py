"""Files made to do harm, or broken ones, are refused in one line that names them."""

import io
import zipfile
from pathlib import Path

import pytest
from written_formats import docx, epub, odt, pdf, rtf, xlsx, zipped

from tui.articles import load
from tui.articles.formats.registry import formats
from tui.errors import AfronteError

TEXT = ["The river port will reopen in spring, the council said."]
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE tmx [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefg", "bcdefgh", strict=True))
    + ']><tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>&h;</seg></tuv></tu>'
    "</body></tmx>"
)
WORD = '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:body></w:document>'


def bomb() -> bytes:
    """A document of 101 MB in 100 KB."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr("word/document.xml", WORD.format("a" * 101_000_000))
    return out.getvalue()


def message(name: str, content: bytes, folder: Path) -> str:
    path = folder / name
    path.write_bytes(content)
    with pytest.raises(AfronteError) as raised:
        load(str(path), fallback="en")
    assert str(path) in str(raised.value)
    assert len(str(raised.value).splitlines()) == 1
    return str(raised.value)


def test_what_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    assert "unpacks to more than any article has" in message("a.docx", bomb(), tmp_path)


@pytest.mark.parametrize("name", ["a.tmx", "a.xliff"])
def test_entities_that_multiply_are_refused(name: str, tmp_path: Path) -> None:
    content = LAUGHS if name == "a.tmx" else LAUGHS.replace("tmx", "xliff")
    assert "entities of its own" in message(name, content.encode(), tmp_path)


def test_an_entity_that_reads_a_file_is_refused(tmp_path: Path) -> None:
    document = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + WORD.format("&x;")
    files: dict[str, str | bytes] = {"[Content_Types].xml": "<Types/>", "word/document.xml": document}
    assert "entities of its own" in message("a.docx", zipped(files), tmp_path)


def test_names_that_lead_outside_are_only_names(tmp_path: Path) -> None:
    book = epub(TEXT)
    files = {"META-INF/container.xml": '<a><rootfile full-path="../../etc/passwd"/></a>', "x": "y"}
    message("a.epub", zipped({**files}), tmp_path)
    (tmp_path / "good.epub").write_bytes(book)
    assert load(str(tmp_path / "good.epub"), fallback="en").text == TEXT[0]


@pytest.mark.parametrize("cut", [0.1, 0.5, 0.9])
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", docx(TEXT)),
        ("a.odt", odt(TEXT)),
        ("a.epub", epub(TEXT)),
        ("a.pdf", pdf(TEXT)),
        ("a.xlsx", xlsx(TEXT, TEXT)),
    ],
    ids=["docx", "odt", "epub", "pdf", "xlsx"],  # archives carry the time at which they are written
)
def test_half_a_file_is_damaged(name: str, content: bytes, cut: float, tmp_path: Path) -> None:
    message(name, content[: int(len(content) * cut)], tmp_path)


@pytest.mark.parametrize("name", sorted({suffix for each in formats() for suffix in each.suffixes}))
def test_noise_of_any_name_is_refused(name: str, tmp_path: Path) -> None:
    message(f"a{name}", bytes(range(256)) * 40, tmp_path)


DEEP = {
    "deep.html": ("<html><body>{}The port opens.{}</body></html>", "<div>", "</div>"),
    "words.html": ("<html><body><p>It rains. <b>{}so{}</b></p></body></html>", "<i>", "</i>"),
    "lists.html": ("<html><body>{}The port opens.{}</body></html>", "<ul><li>", "</li></ul>"),
    "deep.md": ("{}The port opens.{}", "> ", ""),
    "deep.tmx": ("<tmx><body>{}<tu/>{}</body></tmx>", "<x>", "</x>"),
}


@pytest.mark.parametrize("name", DEEP)
def test_elements_nested_without_end_do_no_harm(name: str, tmp_path: Path) -> None:
    whole, begin, end = DEEP[name]
    path = tmp_path / name
    path.write_text(whole.format(begin * 20_000, end * 20_000))
    try:
        text = load(str(path), fallback="en").text
    except AfronteError as error:
        text = str(error)
    assert len(text.splitlines()) == 1
    assert "The port opens." in text or str(path) in text


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.epub"])
def test_documents_nested_without_end_are_refused(name: str, tmp_path: Path) -> None:
    deep, whole = "{}It rains.{}", {"a.docx": docx, "a.odt": odt, "a.epub": epub}[name](["HERE"])
    element = {"a.docx": "w:x", "a.odt": "text:x", "a.epub": "div"}[name]
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            nested = deep.format(f"<{element}>" * 5000, f"</{element}>" * 5000).encode()
            new.writestr(part, old.read(part).replace(b"HERE", nested))
    told = message(name, out.getvalue(), tmp_path)
    assert "nested too deep" in told or "damaged" in told or "empty" in told


def test_rich_text_that_is_cut_off_keeps_what_is_there(tmp_path: Path) -> None:
    path = tmp_path / "cut.rtf"
    path.write_bytes(rtf(TEXT)[:-1])
    assert load(str(path), fallback="en").text == TEXT[0]


def test_a_picture_of_text_says_what_to_do(tmp_path: Path) -> None:
    assert "OCR" in message("a.pdf", pdf([], head=""), tmp_path)


def test_a_catalogue_that_is_the_name_of_a_file_is_not_that_file(tmp_path: Path) -> None:
    """The library that reads catalogues opens the file that a text names, if there is one."""
    other = tmp_path / "other.po"
    other.write_text('msgid "The secret."\nmsgstr "Il segreto."\n', "utf-8")
    assert "damaged" in message("a.po", str(other).encode(), tmp_path)
