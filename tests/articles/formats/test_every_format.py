"""The same pair, whatever its format, is the same articles with the same findings."""

from pathlib import Path

import pytest
from written_formats import BOTH, ONE

from tui.alignment import UseEncoder, align
from tui.articles import Article, load_pair
from tui.articles.formats.pdf import document_of_pages
from tui.articles.formats.registry import format_of, formats
from tui.comparison import compare

SOURCE = [
    "The river port will reopen in spring, the council said on Tuesday after a debate of six hours.",
    "Marta Venier, who led the talks, called the accord fair. It costs 3.4 million euros (or less).",
    "Trade unions did not welcome it, and nobody else in town was asked what should be done.",
    "The two quays were built in 1908 by an Austrian firm & its partners.",
]
TARGET = [
    "Il porto fluviale riaprirà in primavera, ha detto martedì il consiglio dopo sei ore di dibattito.",
    "Marta Venier, che ha guidato i colloqui, lo ha definito equo. Costa 4,3 milioni di euro (o meno).",
    "I sindacati lo hanno accolto bene, e nessun altro in città è stato consultato sul da farsi.",
    "Le due banchine furono costruite nel 1908 da una ditta austriaca & dai suoi soci.",
]  # fmt: skip


@pytest.fixture(scope="module")
def encoder() -> UseEncoder:
    return UseEncoder(threads=1)


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory, encoder: UseEncoder) -> set[tuple[str, ...]]:
    """What is found in plain text."""
    folder = tmp_path_factory.mktemp("plain")
    found = findings(*written(folder, "txt"), encoder)
    assert {"amount", "negation"} <= {kind for kind, *_ in found}
    return found


def written(folder: Path, suffix: str) -> tuple[str, str]:
    paths = [folder / f"{side}.{suffix}" for side in ("en", "it")]
    for path, paragraphs in zip(paths, (SOURCE, TARGET), strict=True):
        path.write_bytes(ONE[suffix](paragraphs))
    return str(paths[0]), str(paths[1])


def findings(source: str, target: str | None, encoder: UseEncoder) -> set[tuple[str, ...]]:
    pair = load_pair(source, target)
    for article, paragraphs in ((pair.source, SOURCE), (pair.target, TARGET)):
        assert [article.paragraph_text(n) for n in range(len(article.paragraphs))] == paragraphs
    found = compare(pair.source, pair.target, align(pair.source, pair.target, encoder), encoder)
    return {
        (
            finding.kind,
            finding.severity,
            *(span.within(pair.source.text) for span in finding.source),
            *(span.within(pair.target.text) for span in finding.target),
        )
        for finding in found.findings
    }


@pytest.mark.parametrize("suffix", ONE)
def test_two_files(suffix: str, tmp_path: Path, encoder: UseEncoder, usual: set[tuple[str, ...]]) -> None:
    assert findings(*written(tmp_path, suffix), encoder) == usual


@pytest.mark.parametrize("suffix", BOTH)
def test_one_file(suffix: str, tmp_path: Path, encoder: UseEncoder, usual: set[tuple[str, ...]]) -> None:
    path = tmp_path / f"both.{suffix}"
    path.write_bytes(BOTH[suffix](SOURCE, TARGET))
    assert findings(str(path), None, encoder) == usual


def place(article: Article) -> str:
    return article.where(article.paragraphs[-1].start)


@pytest.mark.parametrize(
    ("suffix", "where"),
    [
        ("txt", "line 4"),
        ("md", "line 11"),
        ("html", "paragraph 4"),
        ("docx", "paragraph 4"),
        ("pdf", "page 3, paragraph 1"),
        ("srt", "cue 4, 0:00:04"),
        ("csv", "cell A4"),
    ],
)
def test_a_place_is_told_in_words_where_there_are_no_lines(suffix: str, where: str, tmp_path: Path) -> None:
    assert place(load_pair(*written(tmp_path, suffix)).source) == where


@pytest.mark.parametrize(
    ("suffix", "where"), [("xlsx", "cell B5"), ("tmx", "unit 4"), ("xliff", "unit 3"), ("po", "message 4")]
)
def test_a_unit_is_a_place(suffix: str, where: str, tmp_path: Path) -> None:
    path = tmp_path / f"both.{suffix}"
    path.write_bytes(BOTH[suffix](SOURCE, TARGET))
    assert place(load_pair(str(path)).source) == where


@pytest.mark.parametrize("suffix", [*ONE, *BOTH])
def test_a_file_of_the_wrong_name_is_known_by_its_content(suffix: str) -> None:
    data = ONE[suffix](SOURCE) if suffix in ONE else BOTH[suffix](SOURCE, TARGET)
    right = format_of(data, f"a.{suffix}")
    assert f".{suffix}" in right.suffixes
    if suffix not in ("txt", "text", "csv", "md", "rst"):  # these are text, whatever they hold
        assert format_of(data, "a.txt") is format_of(data, "a.docx") is format_of(data, "a") is right


def test_every_format_that_is_read_is_tried_here() -> None:
    tried = {f".{suffix}" for suffix in (*ONE, *BOTH)}
    assert all(tried & set(each.suffixes) for each in formats())


def test_of_a_printed_page_only_the_text_is_read() -> None:
    first = ["The pier 2", "11/29/26, 3:44 AM The pier", "It rained on the ﬁrst day, and the boats"]
    second = ["The pier 3", "stayed in the harbour.", "file:///home/ada/pier.html 2/2"]
    pages = ["\n".join([*first, "https://example.org/pier 1/2"]), "\n".join(second)]
    assert [" ".join(block.text.split()) for block in document_of_pages(pages).blocks] == [
        "It rained on the first day, and the boats stayed in the harbour."
    ]


def test_what_stands_on_one_page_alone_is_text() -> None:
    pages = ["The pier\nIt rained on Monday.", "The harbour\nWe stayed."]
    assert "\n".join(block.text for block in document_of_pages(pages).blocks).split("\n") == [
        "The pier", "It rained on Monday.", "The harbour", "We stayed.",
    ]  # fmt: skip
