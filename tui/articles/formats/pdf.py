"""PDF, as well as it goes: a page has no paragraphs, only places of letters.

Lines are joined to paragraphs as in hard-wrapped text, words divided at line ends are whole again, and what
stands on most pages at the same end (running heads, page numbers), or is printed there by a browser, is left
out.
"""

from __future__ import annotations

import logging
import re
import unicodedata
from collections import Counter
from io import BytesIO

from msgspec.structs import replace

from tui.articles.blocks import Block, Document
from tui.articles.formats.registry import Format
from tui.articles.formats.text import document_of
from tui.errors import AfronteError

_EDGE = 2
"""Lines at the head and the foot of a page that may be running ones."""
_OFTEN = 0.5
"""The share of the pages on which a running line stands at least."""
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_NUMBERS = re.compile(r"\d+|\b[ivxlc]+\b", re.I)
_PAGE_NUMBER = re.compile(
    r"\W*+(?:pag(?:e|ina|\.)?\W*+)?(?:\d{1,4}|[ivxlc]{1,6})(?:\W++(?:(?:of|di)\W*+)?\d{1,4})?\W*+", re.I
)

_PRINTED = re.compile(
    r"(?:https?|file)://\S+(?:\s+\d+/\d+)?|\d+/\d+\s+(?:https?|file)://\S+"
    r"|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? +\d{1,2}[:.]\d\d(?: ?[ap]m)?\b.*",
    re.I,
)
"""What a browser prints at the edges of a page: address and page number, time and title."""


def read(data: bytes, name: str) -> Document:
    """The document in the bytes of a .pdf file; a place is a page and a paragraph."""
    try:
        from pypdf import PdfReader
    except ImportError as error:
        raise AfronteError(
            f'{name} is a PDF, which needs another library: pip install "afronte[formats]"'
        ) from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it would quote the file to the terminal
    try:
        reader = PdfReader(BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
        pages = [] if locked else [page.extract_text() or "" for page in reader.pages]
    except Exception as error:  # in a damaged file the library trips over anything
        raise AfronteError(f"{name} is damaged or of an unusual kind: save its text and open that") from error
    if locked:
        raise AfronteError(f"{name} is locked with a password: save it without one")
    if not "".join(pages).strip():
        raise AfronteError(f"{name} holds pictures of text: have its text recognised (OCR) and open that")
    return document_of_pages(pages)


def _letters(text: str) -> str:
    """Text with single letters in place of what is set as one: *ﬁ* is *fi*."""
    return _LIGATURE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)


def document_of_pages(pages: list[str]) -> Document:
    """The document that the text of some pages is, line by line as it stands on them."""
    kept = _without_running(
        [[line.rstrip() for line in _letters(page).strip().splitlines()] for page in pages]
    )
    lines = [line for page in kept for line in page]
    page_of = [number for number, page in enumerate(kept, 1) for _ in page]
    lengths = sorted(len(line) for line in lines if line.strip())
    width = lengths[(len(lengths) - 1) * 9 // 10] if lengths else 0
    blocks: list[Block] = []
    counts: Counter[int] = Counter()
    for block in document_of("\n".join(lines), width).blocks:
        page = page_of[block.line - 1]
        counts[page] += 1
        blocks.append(replace(block, line=0, place=f"page {page}, paragraph {counts[page]}"))
    return Document(tuple(blocks))


def _without_running(pages: list[list[str]]) -> list[list[str]]:
    """The pages without the lines that stand at the same end of most of them, and without page numbers."""
    seen = Counter(sign for page in pages for sign in {_sign(line) for line in _edges(page)} if sign)
    running = {sign for sign, count in seen.items() if count >= max(2, _OFTEN * len(pages))}
    kept = []
    for page in pages:
        inner = list(page)
        for end in (0, -1):
            for _ in range(_EDGE):
                if inner and (
                    _sign(inner[end]) in running
                    or _PAGE_NUMBER.fullmatch(inner[end])
                    or _PRINTED.fullmatch(inner[end])
                    or not inner[end].strip()
                ):
                    inner.pop(end)
        kept.append(inner)
    return kept


def _edges(page: list[str]) -> list[str]:
    return [*page[:_EDGE], *page[-_EDGE:]]


def _sign(line: str) -> str:
    """A line without its numbers, by which a running one is known on every page."""
    return _NUMBERS.sub("#", " ".join(line.split()).lower())


FORMATS = (Format("a PDF", (".pdf",), lambda data: data.startswith(b"%PDF-"), read, 10, text=False),)
