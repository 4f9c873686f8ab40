"""Subtitles: a paragraph a cue, without its times; its place is the number of the cue and its time."""

from __future__ import annotations

import re
from html import unescape

from tui.articles.blocks import Block, Document, normalized_lines
from tui.articles.encodings import decode
from tui.articles.formats.registry import Format
from tui.articles.formats.text import document_of as plain_document

_SUBRIP = re.compile(rb"(?:\A|\n)\s*\d+[ \t]*\r?\n\d{1,3}:\d\d:\d\d[,.]\d{1,3}[ \t]*-->")
_WEBVTT = re.compile(rb"\AWEBVTT\b")
_TIMES = re.compile(r"\d\d:\d\d\.\d{3}\s+-->")
_NAME = re.compile(r"\A(?:(?!.*-->).*\n)+")
"""The lines above the times of a cue."""
_BETWEEN_CUES = re.compile(r"\n[ \t]*\n\s*")
_LINE_BREAK = re.compile(r"\\[Nn]|\n")
_TURN = re.compile(r"(?:\A|(?<!\s)[^\S\n]*+\n)\s*+[-–—]\s*+(?=\S)")
_TAG = re.compile(r"<[^<>\n]*>|\{\\[^{}]*\}")


def recognise(data: bytes) -> bool:
    """Whether bytes begin as subtitles do."""
    sample = data.removeprefix(b"\xef\xbb\xbf")[:2000]
    return _SUBRIP.match(sample) is not None or _WEBVTT.match(sample) is not None


def document_of(text: str) -> Document:
    """The cues of subtitles in any common format, each a block, or one for each who speaks in it.

    A sentence that goes on in the next cue makes one block with it. What is not in such a format is plain
    text.
    """
    import pysubs2

    text = _without_names(normalized_lines(text))
    if _TIMES.search(text) and not text.startswith("WEBVTT"):
        text = f"WEBVTT\n\n{text}"
    try:
        cues = pysubs2.SSAFile.from_string(text, keep_html_tags=True)
    except (pysubs2.exceptions.Pysubs2Error, ValueError):
        return plain_document(text)
    blocks: list[Block] = []
    shown = [cue for cue in cues if not cue.is_comment]
    for number, cue in enumerate(shown, 1):
        words = unescape(_TAG.sub("", _LINE_BREAK.sub("\n", cue.text)))
        place = f"cue {number}, {pysubs2.time.ms_to_str(cue.start)}"
        for turn in _TURN.split(words):
            said = " ".join(turn.split())
            if said and blocks and _goes_on(blocks[-1].text, said):
                blocks[-1] = Block(f"{blocks[-1].text} {said}", place=blocks[-1].place)
            elif said:
                blocks.append(Block(said, place=place))
    return Document(tuple(blocks))


def _without_names(text: str) -> str:
    """WebVTT without what is not shown: the names of cues, notes, styles, and what its head says."""
    if not text.startswith("WEBVTT"):
        return text
    cues = (_NAME.sub("", cue) for cue in _BETWEEN_CUES.split(text)[1:] if "-->" in cue)
    return "\n\n".join(["WEBVTT", *cues])


def _goes_on(before: str, said: str) -> bool:
    """Whether a cue goes on in the middle of the sentence of the one before."""
    return said[0].islower() and (before[-1].isalnum() or before[-1] in ",;-–—")


def _read(data: bytes, name: str) -> Document:
    return document_of(decode(data, name))


FORMATS = (Format("subtitles", (".srt", ".vtt", ".ass", ".ssa"), recognise, _read, rank=30),)
