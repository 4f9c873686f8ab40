"""A web page fetched because somebody asked for it, and kept as a file."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

from tui.articles.formats.registry import MANY_BYTES
from tui.errors import AfronteError
from tui.web import answer, body, is_web_address
from tui.whole_file import write_whole

_SILENCE = 30.0
"""Seconds without a byte after which a server counts as gone."""
_PATIENCE = 120.0
"""Seconds after which a page is given up."""
_NAME = re.compile(r"[^\w.-]+")
_LONGEST = 80
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
}


def fetch(address: str, folder: Path) -> Path:
    """Saves what is at a web address in a folder, under a name made of the address, and returns the path.

    Raises `AfronteError` when it cannot be had or is too large for an article. A file of that name is written
    anew.
    """
    from http.client import HTTPException
    from urllib.request import Request

    if not is_web_address(address):
        raise AfronteError(f"{address} is no web address: it begins with https://")
    try:
        request = Request(address, headers={"User-Agent": "afronte", "Accept": "text/html, */*;q=0.5"})
        with answer(request, _SILENCE) as page:
            data = body(page, MANY_BYTES, _PATIENCE)
            kind = page.headers.get_content_type()
    except (OSError, HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise AfronteError(f"{address} cannot be fetched: {reason}: save the page as a file") from error
    if data is None:
        raise AfronteError(
            f"{address} is no article: it has more than {MANY_BYTES // 1_000_000} MB, or comes too slowly"
        )
    path = folder / _file_name(address, kind)
    try:
        write_whole(data, path, replace=True)
    except OSError as error:
        raise AfronteError(f"{path} cannot be written: {error.strerror or error}") from error
    return path


def _file_name(address: str, kind: str) -> str:
    parts = urlsplit(address)
    name = _NAME.sub("-", f"{parts.netloc}{parts.path}{'-' + parts.query if parts.query else ''}").strip("-.")
    suffix = _SUFFIXES.get(kind, "")
    return name[:_LONGEST].removesuffix(suffix) + suffix
