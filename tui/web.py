"""The one way out to the network: an answer over HTTP, to something that the person asked for."""

from __future__ import annotations

import time
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from http.client import HTTPResponse
    from urllib.request import Request


def is_web_address(link: str) -> bool:
    """Whether a link begins as those of the web do; urllib also opens files and FTP."""
    try:
        return urlsplit(link).scheme in ("http", "https")
    except ValueError:
        return False


def answer(request: Request, silence: float) -> AbstractContextManager[HTTPResponse]:
    """The answer to a request, also where it leads on, as long as that is over HTTP.

    `silence`: seconds to wait for a byte. Raises what urllib does.
    """
    from urllib import request as urllib

    opener = urllib.OpenerDirector()
    for handler in (
        urllib.ProxyHandler,
        urllib.UnknownHandler,
        urllib.HTTPHandler,
        urllib.HTTPSHandler,
        urllib.HTTPDefaultErrorHandler,
        urllib.HTTPRedirectHandler,
        urllib.HTTPErrorProcessor,
    ):
        opener.add_handler(handler())
    return cast("AbstractContextManager[HTTPResponse]", opener.open(request, timeout=silence))


def body(response: HTTPResponse, limit: int, patience: float) -> bytes | None:
    """All of an answer; None when it is longer than `limit` bytes or not there after `patience` seconds.

    Raises `IncompleteRead` when it ends before the length that was announced.
    """
    from http.client import IncompleteRead

    deadline = time.monotonic() + patience
    content = bytearray()
    while block := response.read1(1 << 16):
        content += block
        if len(content) > limit or time.monotonic() > deadline:
            return None
    if response.length:  # what is still to come
        raise IncompleteRead(bytes(content), response.length)
    return bytes(content)
