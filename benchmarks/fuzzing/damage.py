"""Data with a few pieces cut, doubled, exchanged or put in."""

from __future__ import annotations

import json
import zipfile
import zlib
from copy import deepcopy
from io import BytesIO
from random import Random
from typing import Any

ODD = [
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"<", b">", b"&", b"&#x110000;", b"&#0;", b"]]>", b"<!--",
    b"<![CDATA[", b"\\u-99999?", b"{\\", b"}", b"```", b"---", b"|", b"::", b".. ", b"\x1b]0;x\x07", b"\r",
    b"\n" * 9, b"1 --> 2", b"%PDF-", b"PK\x03\x04", b'msgid "', b'"', b",", b"\t", b"A" * 4000, b"(" * 400,
    b"[" * 400, b"<p>" * 400, b"-1", b"9" * 5000, b"0", "\u202e".encode(), "\u2028".encode(),
    "é".encode("utf-16"),
]  # fmt: skip
"""At what parsers stumble."""
_LONG_RUN = 30_000
"""Bytes of one piece again and again, at which whoever looks from each of them to the end does not end."""
_ODD_VALUES: tuple[Any, ...] = (
    None, True, -1, 0, 1.5, 10**30, 10**400, 1e308, float("inf"), float("nan"), "",
    "\u202e\x1b]0;x\x07", "9" * 5000, [], {}, [[]] * 20,
    {"start": 5, "end": 1}, "\ud800",
)  # fmt: skip
"""At what reads JSON stumbles."""


def damaged(data: bytes, random: Random) -> bytes:
    """The data with one to eight pieces damaged."""
    for _ in range(random.choice((1, 1, 2, 3, 8))):
        start = random.randrange(len(data) + 1)
        end = min(len(data), start + random.choice((0, 1, 2, 8, 60, 600)))
        match random.randrange(5):
            case 0:
                data = data[:start] + data[end:]
            case 1:
                data = data[:start] + random.choice(ODD) + data[end:]
            case 2:
                times = random.choice((2, 3, 50, _LONG_RUN // (end - start + 1)))
                data = data[:start] + data[start:end] * times + data[end:]
            case 3:
                data = data[:start] + random.randbytes(end - start) + data[end:]
            case _:
                at = random.randrange(len(data) + 1)
                data = data[:at] + data[start:end] + data[at:]
    return data


def damaged_inside(data: bytes, random: Random) -> bytes:
    """A zip file with a member damaged; now and then, and what is no zip file always, damaged as it is."""
    if random.random() < 0.2:
        return damaged(data, random)
    try:
        with zipfile.ZipFile(BytesIO(data)) as file:
            members = {name: file.read(name) for name in file.namelist()}
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError):
        members = {}  # it is none, or damaged already
    if not members:
        return damaged(data, random)
    chosen = random.choice(list(members))
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in members.items():
            new.writestr(name, damaged(content, random) if name == chosen else content)
    return out.getvalue()


def damaged_json(data: bytes, random: Random) -> bytes:
    """A JSON document with one to three of its values exchanged or lost, or now and then damaged as it is."""
    try:
        document = json.loads(data) if random.random() < 0.8 else None
    except (ValueError, RecursionError):  # it is damaged already
        document = None
    if document is None:
        return damaged(data, random)
    for _ in range(random.choice((1, 1, 2, 3))):
        holders = list(_holders(document))
        if not holders:
            break
        holder = random.choice(holders)
        key = random.choice(list(holder) if isinstance(holder, dict) else range(len(holder)))
        if random.random() < 0.3:
            del holder[key]
        else:
            holder[key] = deepcopy(random.choice((*_ODD_VALUES, *holders)))
    return json.dumps(document).encode("utf-8", "surrogatepass")


def _holders(document: Any) -> list[Any]:
    """Every list and object that holds something."""
    found, ahead = [], [document]
    while ahead:
        here = ahead.pop()
        if isinstance(here, dict | list) and here:
            found.append(here)
            ahead.extend(here.values() if isinstance(here, dict) else here)
    return found
