"""Downloading a model so that a break costs nothing and a lie is found out."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING

from tui.errors import AfronteError, StoppedError
from tui.translation.index import Offer, connection
from tui.translation.workshop import Cancelled, never
from tui.untrusted import json_of, open_regular

if TYPE_CHECKING:
    from http.client import HTTPResponse

Progress = Callable[[int, int | None], None]
"""Gets the bytes there are so far and, when it is known, the bytes there will be."""

_LARGEST = 2 << 30
_SILENCE = 20.0


def download(
    offer: Offer,
    folder: Path,
    progress: Progress | None = None,
    cancelled: Cancelled = never,
    silence: float = _SILENCE,
) -> Path:
    """Downloads an offered model into `folder`, as a `.part` file, and returns the file.

    Goes on where an earlier download broke off, when the server still has the same file. Each link is tried
    in turn. `silence`: seconds to wait for a byte. Raises `AfronteError` when all links fail, when the file
    is not of the size or SHA-256 the index promises, when the disk is full, and `StoppedError` when
    `cancelled` says so; what has come so far stays for the next time.
    """
    name = re.sub(r"[^\w.-]", "_", f"{offer.card.source}_{offer.card.target}-{offer.card.version}")
    part = folder / f"{name}.argosmodel.part"
    for number, link in enumerate(offer.links, 1):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if not _fetch(offer, link, part, progress, cancelled, silence):  # resumed, and it did not fit
                _fetch(offer, link, part, progress, cancelled, silence)
            break
        except StoppedError:
            raise
        except AfronteError:
            if number == len(offer.links):
                raise
        except OSError as error:
            raise AfronteError(f"{part} cannot be written: {error.strerror}; free some space.") from error
    return part


def forget(part: Path) -> None:
    """Deletes a downloaded file and the note beside it."""
    part.unlink(missing_ok=True)
    _note(part).unlink(missing_ok=True)


def _fetch(
    offer: Offer, link: str, part: Path, progress: Progress | None, cancelled: Cancelled, silence: float
) -> bool:
    """Completes `part` from `link`; False, and `part` is gone, when a resumed file turned out wrong."""
    start, total, validator = _there(part, link)
    resumed = bool(start)
    if not start or start != total:
        headers = {"Range": f"bytes={start}-", "If-Range": validator} if start else {}
        try:
            with connection(link, silence, headers) as response:
                resumed = response.status == 206
                total = _receive(response, start if resumed else 0, offer, link, part, progress, cancelled)
        except AfronteError as error:
            if getattr(error.__cause__, "code", None) != HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
                raise
            forget(part)
            return False
    problem = _wrong(offer, part, total)
    if not problem:
        return True
    forget(part)
    if resumed:
        return False
    raise AfronteError(f"{link} is not the file the index promises: {problem}. Nothing was installed.")


def _receive(
    response: HTTPResponse,
    done: int,
    offer: Offer,
    link: str,
    part: Path,
    progress: Progress | None,
    cancelled: Cancelled,
) -> int | None:
    """Writes the answer behind the first `done` bytes of `part`; returns how many bytes the server
    announced.
    """
    from http.client import HTTPException

    length = response.headers.get("Content-Length", "")
    # No more digits than a file can have bytes: `int` has its own limit, and no sense of a raised two.
    total = done + int(length) if re.fullmatch("[0-9]{1,18}", length) else None
    if problem := _unwelcome(offer, total, part):
        raise AfronteError(f"{link} is not downloaded: {problem}.")
    validator = response.headers.get("ETag") or response.headers.get("Last-Modified")
    note = {"link": link, "validator": validator, "total": total}
    with part.open("ab" if done else "wb") as file:
        _note(part).write_text(json.dumps(note), "utf-8")
        while True:
            try:
                block = response.read1(1 << 18)
            except (OSError, HTTPException) as error:
                raise _broken_off(link, done, total) from error
            if not block:
                break
            if cancelled():
                raise StoppedError("The download was stopped; it goes on from there the next time.")
            done += len(block)
            if done > (offer.size or _LARGEST):
                break
            file.write(block)
            if progress:
                progress(done, total or offer.size)
    if total and done < total:
        raise _broken_off(link, done, total)
    return total


def _broken_off(link: str, done: int, total: int | None) -> AfronteError:
    whole = f" of {total:,}" if total else ""
    return AfronteError(f"{link} broke off after {done:,}{whole} bytes; the same command goes on from there.")


def _unwelcome(offer: Offer, total: int | None, part: Path) -> str | None:
    """What speaks against downloading `total` bytes."""
    free = shutil.disk_usage(part.parent).free
    if total and total > _LARGEST:
        return f"{total >> 20:,} MB is more than any model has"
    if total and offer.size and total != offer.size:
        return f"it has {total:,} bytes, and the index promises {offer.size:,}"
    if total and total > free:
        return f"it takes {total >> 20:,} MB, and {part.parent} has {free >> 20:,} MB left"
    return None


def _wrong(offer: Offer, part: Path, total: int | None) -> str | None:
    """How a complete file differs from what the server and the index promised."""
    size = part.stat().st_size
    for promised in (total, offer.size):
        if promised and size != promised:
            return f"it has not {promised:,} bytes"
    if offer.sha256:
        with part.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        if digest != offer.sha256:
            return f"its SHA-256 is {digest}"
    return None


def _there(part: Path, link: str) -> tuple[int, int | None, str]:
    """How many bytes of the file at `link` there are to go on from, of how many, and of which version of
    it.
    """
    with suppress(OSError, ValueError, KeyError, TypeError):
        with open_regular(_note(part)) as file:
            note = json_of(file.read())
        if isinstance(note, dict) and note["link"] == link and note["validator"]:
            return part.stat().st_size, note["total"], note["validator"]
    return 0, None, ""


def _note(part: Path) -> Path:
    return part.with_suffix(".json")
