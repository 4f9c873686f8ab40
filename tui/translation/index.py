"""The index: which models can be downloaded. The only part of the program that opens a connection."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from msgspec import Struct

from tui.errors import AfronteError
from tui.translation.languages import closest
from tui.translation.settings import index_url
from tui.translation.shelf import Card, card_of
from tui.untrusted import json_of
from tui.web import answer, body, is_web_address

if TYPE_CHECKING:
    from http.client import HTTPResponse

_SILENCE = 20.0
"""Seconds without a byte after which a server counts as gone."""
_PATIENCE = 60.0
"""Seconds after which the index, some 30 KB, is given up."""
_INDEX_LIMIT = 16 << 20
_MOST_LINKS = 4
"""Places of one model that are tried, since each may keep silent."""
ASSURANCE = (
    "Checked: its size and SHA-256 where the index gives them, its files, that it translates. "
    "Not checked: who made it, whether it is right."
)
"""What is to be said of any model before a download."""
_BY_HAND = "or carry a file by hand: afronte models install FILE.argosmodel"


class Offer(Struct, frozen=True):
    """A model that can be downloaded."""

    card: Card
    links: tuple[str, ...]
    """Where it lies, over HTTP; one or more."""
    size: int | None
    """Bytes, where the index says so."""
    sha256: str | None
    """In hexadecimal digits, where the index says so."""

    @property
    def assurance(self) -> str:
        """Where it comes from, what of it is checked and what is not: for the person, before a download."""
        link = urlsplit(self.links[0])
        way = "" if link.scheme == "https" else ", on a way where anyone could change it"
        checked = [*["its size"][: bool(self.size)], *["its SHA-256"][: bool(self.sha256)], "its files"]
        unsure = "" if self.sha256 else "whether it is as packed (the index gives no SHA-256), "
        return (
            f"{self.card.pair} comes from {link.netloc.rpartition('@')[2]}{way}. "
            f"Checked: {', '.join(checked)}, that it translates. "
            f"Not checked: {unsure}who made it, whether it is right."
        )


def offers(
    url: str | None = None, silence: float = _SILENCE, patience: float = _PATIENCE
) -> tuple[Offer, ...]:
    """The models the index offers, by pair; of each pair the newest.

    `url`: Argos Translate's own index when not given. `silence` and `patience`: how many seconds to wait for
    a byte, and for all of it. Raises `AfronteError` when it does not answer or makes no sense.
    """
    url = url or index_url()
    with connection(url, silence) as response:
        content = body(response, _INDEX_LIMIT, patience)
    if content is None:
        raise AfronteError(f"The index of models at {url} is too slow or has no end; try again, {_BY_HAND}.")
    try:
        return newest(content)
    except ValueError as error:
        raise AfronteError(
            f"The index of models at {url} is not in the format of Argos; check ARGOS_PACKAGE_INDEX."
        ) from error


def newest(content: bytes) -> tuple[Offer, ...]:
    """The models that an index lists, by pair; of each pair the newest. Raises `ValueError` for no list."""
    listed = json_of(content)
    if not isinstance(listed, list):
        raise ValueError("no list")  # noqa: TRY004 - what was read is wrong, not how it was asked for
    found: dict[tuple[str, str], Offer] = {}
    for offer in filter(None, map(_offer, listed)):
        pair = (offer.card.source, offer.card.target)
        if pair not in found or offer.card.order > found[pair].card.order:
            found[pair] = offer
    return tuple(found[pair] for pair in sorted(found))


def find_offer(source: str, target: str, offered: tuple[Offer, ...]) -> Offer:
    """The offered model of a pair of BCP 47 tags. Raises `AfronteError` when there is none."""
    start = closest(source, {offer.card.source for offer in offered})
    end = closest(target, {offer.card.target for offer in offered})
    for offer in offered:
        if (offer.card.source, offer.card.target) == (start, end):
            return offer
    raise AfronteError(
        f"The index offers no model {source}→{target}; `afronte models list --available` shows what there "
        "is, and two models in a row do as well."
    )


@contextmanager
def connection(url: str, silence: float, headers: Mapping[str, str] | None = None) -> Iterator[HTTPResponse]:
    """An open answer to a request; whatever goes wrong while it is read is an `AfronteError` in one line."""
    import urllib.error
    import urllib.request
    from http.client import HTTPException

    if not is_web_address(url):
        raise AfronteError(f"{url} is no web address (http:// or https://).")
    try:
        request = urllib.request.Request(url, headers={"User-Agent": "afronte"} | dict(headers or {}))
        with answer(request, silence) as response:
            yield response
    except urllib.error.HTTPError as error:
        error.close()
        raise AfronteError(f"{url} answers {error.code} ({error.reason}); try later, {_BY_HAND}.") from error
    except TimeoutError as error:
        raise AfronteError(f"{url} says nothing for {silence:g} seconds; try again, {_BY_HAND}.") from error
    except (urllib.error.URLError, HTTPException, ConnectionError, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise AfronteError(f"{url} does not answer ({reason}); check the connection, {_BY_HAND}.") from error


def _offer(listed: object) -> Offer | None:
    """One entry of the index; None for what is no model for download (there are splitters and torrents
    too).
    """
    try:
        card = card_of(listed)
    except ValueError:
        return None
    assert isinstance(listed, Mapping)
    links = listed.get("links")
    links = links if isinstance(links, list) else []
    size, digest = listed.get("size"), listed.get("sha256")
    web = tuple(link for link in links if isinstance(link, str) and is_web_address(link))[:_MOST_LINKS]
    if not web:
        return None
    return Offer(
        card,
        web,
        size if isinstance(size, int) and size > 0 else None,
        digest.lower() if isinstance(digest, str) else None,
    )
