"""Zipped and XML files of unknown origin, read without harm: what is too large or unsafe is refused."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping
from typing import TYPE_CHECKING

from tui.errors import AfronteError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MOST_UNPACKED = 100_000_000
"""Bytes of all that is read from one file."""
_SAMPLE = 2048
_DAMAGED = (
    zipfile.BadZipFile, struct.error, ValueError, EOFError, OSError, NotImplementedError, RuntimeError,
    IndexError,  # of a name that is empty
)  # fmt: skip
"""What reading a member raises where the file is damaged or locked."""


def is_zip_with(data: bytes, *names: str) -> bool:
    """Whether bytes are a zip file that has all members of these names."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            return set(names) <= set(file.namelist())
    except _DAMAGED:
        return False


def member_begins(data: bytes, name: str, begin: bytes) -> bool:
    """Whether bytes are a zip file with a member of that name, packed or not, that begins so."""
    if not is_zip_with(data, name):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file, file.open(name) as member:
            return member.read(len(begin)) == begin
    except (*_DAMAGED, _zlib_error()):
        return False


def members(data: bytes, name: str, wanted: tuple[str, ...] = ("",)) -> Mapping[str, bytes]:
    """The members of a zip file whose names begin as one of `wanted`, by name.

    Nothing is written. Raises `AfronteError` for a damaged or locked file and for one that unpacks to more
    than any article has.
    """
    found: dict[str, bytes] = {}
    left = _MOST_UNPACKED
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            for info in file.infolist():
                if info.is_dir() or not info.filename.startswith(wanted):
                    continue
                if info.flag_bits & 1:
                    raise AfronteError(f"{name} is locked with a password: save it without one")
                with file.open(info) as member:
                    content = member.read(left + 1)
                left -= len(content)
                if left < 0:
                    raise AfronteError(f"{name} unpacks to more than any article has: it is not read")
                found[info.filename] = content
    except (*_DAMAGED, _zlib_error()) as error:
        raise AfronteError(f"{name} is damaged: save it anew from the program that made it") from error
    return found


def parsed(xml: bytes, name: str) -> Element:
    """The root of an XML document; entities that it defines itself are refused, nothing is fetched."""
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(xml)
    except DefusedXmlException as error:
        raise AfronteError(f"{name} defines entities of its own, which is not safe: save it anew") from error
    except (ParseError, ValueError, LookupError, RecursionError) as error:
        raise AfronteError(f"{name} is damaged ({error}): save it anew") from error
    return root


def local(element: Element) -> str:
    """The name of an element without its namespace; empty for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """An attribute by its name, in whatever namespace; empty where there is none."""
    for key, value in element.attrib.items():
        if key == name or key.endswith(f"}}{name}"):
            return value
    return ""


def xml_root(data: bytes) -> bytes:
    """The name of the first element of what may be XML, without its prefix; empty where there is none."""
    import re

    sample = data[:_SAMPLE]
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        sample = sample.replace(b"\0", b"")
    match = re.match(
        rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?:\s++|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*+(?:\[[^\]]*+\])?\s*+>)*+<([\w:.-]+)",
        sample,
        re.S,
    )
    return match[1].rpartition(b":")[2] if match else b""


def _zlib_error() -> type[Exception]:
    import zlib

    return zlib.error
