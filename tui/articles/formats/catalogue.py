"""Catalogues of messages (.po): each message and its translation, which are aligned by the file."""

from __future__ import annotations

import re

from tui.articles.blocks import Bilingual, Block, Document, normalized_lines
from tui.articles.encodings import decode
from tui.articles.formats.registry import Format
from tui.errors import AfronteError

_BEGINNING = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s*+#[^\n]*+\n)*+\s*+(?:msgctxt\s+\"[^\n]*+\n\s*+)?msgid\s+\"")

_NO_PATH = "# \0"
"""A comment that no path can hold: polib opens the file that its text names, if there is one."""


def recognise(data: bytes) -> bool:
    """Whether bytes begin as a catalogue does."""
    return _BEGINNING.match(data[:20_000].replace(b"\r\n", b"\n")) is not None


def read(data: bytes, name: str) -> Bilingual:
    """The messages as the source, the translations as the target; what is obsolete is left out.

    A translation marked as fuzzy is no translation yet. Of plural forms the last is compared: it is the one
    for many.
    """
    import polib

    text = normalized_lines(decode(data, name))
    try:
        entries = polib.pofile(f"{text}\n{_NO_PATH}")
    except (OSError, ValueError) as error:
        raise AfronteError(f"{name} is damaged: {error}: check it with msgfmt") from error
    source: list[Block] = []
    target: list[Block] = []
    for unit, entry in enumerate(entry for entry in entries if not entry.obsolete and entry.msgid):
        place = f"message {unit + 1}"
        translation = "" if entry.fuzzy else entry.msgstr
        if entry.msgid_plural:
            translation = "" if entry.fuzzy else entry.msgstr_plural.get(max(entry.msgstr_plural), "")
        for blocks, words in ((source, entry.msgid_plural or entry.msgid), (target, translation)):
            blocks.append(Block(" ".join(words.split()), place=place, unit=unit))
    language = entries.metadata.get("Language", "")
    return Bilingual(Document(tuple(source)), Document(tuple(target), language))


FORMATS = (Format("a catalogue of messages", (".po", ".pot"), recognise, read, rank=35),)
