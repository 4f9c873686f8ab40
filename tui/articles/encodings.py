"""From a file's bytes to its text: Unicode first, then the legacy encoding that makes the best sense."""

import codecs
import re
from collections.abc import Iterable
from contextlib import suppress

from tui.articles.detection import detect
from tui.errors import AfronteError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks; that of UTF-32 begins as that of UTF-16 and so stands before it."""
_SHIFTS = ((b"\x1b$B", "iso2022_jp_2"), (b"\x1b$@", "iso2022_jp_2"), (b"\x1b$)C", "iso2022_kr"))
"""What begins another script in the encodings of seven bits, which look like ASCII otherwise."""
_FORMATS = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a Word, EPUB or other zipped document",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel document",
    b"{\\rtf": "rich text",
}
_ENCODINGS = {"pl": ("cp1250", "iso8859-2", "cp852"), "tr": ("cp1254", "cp857")}
_WESTERN_ENCODINGS = ("cp1252", "mac_roman", "iso8859-15", "cp850")
"""Of Windows, the old Macintosh, Unix and DOS."""
_OTHER_ENCODINGS = [
    "cp1251", "koi8_r", "cp866", "mac_cyrillic", "cp1256", "gb18030", "big5", "cp932", "euc_jp", "cp949",
    "cp874",
]  # fmt: skip
_LETTERS = {
    "de": "äöüßÄÖÜ", "en": "", "es": "áéíñóúü", "fr": "àâçèéêëîïôùûÀÉ", "it": "àèéìòùÈ", "nl": "éëïóöü",
    "pl": "ąćęłńóśźż", "pt": "àáâãçéêíóôõú", "tr": "âçğıöşüİÖÜŞ",
}  # fmt: skip
"""What each language in Latin script writes beside the letters of ASCII."""
_COMMON = frozenset("“”„‘’«»–—… \xa0").union(*_LETTERS.values())
_RARE = frozenset("‚‹›œãáõÁÂÄÇÉÊÌÍÎÑÒÓÔÖÙÚÛÜŒŚŻŹŁĆŞĞ•·€£§°©®™¿¡ºª½")
_NEVER_IN_WORDS = frozenset("“”„«»‚‹›•·€£§°©®™¿¡ºª½")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_NOT_ASCII_BYTES = bytes(range(128, 256))
_SAMPLE = 100_000
"""Bytes by which a legacy encoding is told."""

_LINE_BREAK = re.compile(rb"[\r\n]")
_ESCAPES = {b"n": b"\n", b"r": b"", b"t": b"\t", b'"': b'"', b"\\": b"\\"}
_ESCAPE = re.compile(rb"\\([nrt\"\\])")
_ESCAPED = re.compile(
    rb"[^\\\s](?:[^\\]|\\[rt\"\\]|(?<=[^\s\"'`])\\n(?=\S|\Z)|(?<=[\"'`])\\n(?=[^\s\"'`]|\Z))*"
)
"""A text in which nothing else is escaped, and no `\\n` stands by itself as if it were spoken of."""
_DRIVE = re.compile(rb"(?<![A-Za-z])[A-Za-z]:\\")
"""The beginning of a path, whose folders may begin with an *n*."""


def unescaped(data: bytes) -> bytes:
    r"""A text without a line break of its own in which `\n` stands between its lines, as it does where a text
    was taken out of a table or of JSON, with line breaks in their place; any other as it is.
    """
    if b"\\n" not in data or b"\0" in data or _LINE_BREAK.search(data.strip()) or _DRIVE.search(data):
        return data
    if data.lstrip()[:1] in (b"<", b"{", b"[") or not _ESCAPED.fullmatch(data.strip()):
        return data
    return _ESCAPE.sub(lambda escape: _ESCAPES[escape[1]], data)


def decode(data: bytes, name: str) -> str:
    """The text that a file's bytes hold, without a byte order mark; `name` is the file's name in messages.

    Raises `AfronteError` for binary data and for bytes that are no text in any encoding known.
    """
    for beginning, description in _FORMATS.items():
        if data.startswith(beginning):
            raise AfronteError(
                f"{name} is {description}, not plain text: save it as text (.txt) and open that"
            )
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, name)
    text = _seven_bits(data)
    if text is None:
        text = _with_zeros(data) if b"\0" in data else _utf8(data, name) or _legacy(data)
    if text is None:
        raise AfronteError(
            f"{name} is a binary file, or text in an encoding not known: save it as UTF-8 text and open that"
        )
    if len(_CONTROL.findall(text)) > len(text) // 20:
        raise AfronteError(f"{name} is a binary file: only plain text can be read")
    return text


def _seven_bits(data: bytes) -> str | None:
    """The text when the data is Japanese or Korean in an encoding that shifts between scripts."""
    for shift, encoding in _SHIFTS:
        if shift in data and data.isascii():
            with suppress(UnicodeDecodeError):
                return data.decode(encoding)
    return None


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        label = encoding.upper().removesuffix("-SIG")
        raise AfronteError(
            f"{name} is damaged: it is {label} but for byte {error.start + 1:,}: save it anew as UTF-8 text"
        ) from error


def _utf8(data: bytes, name: str) -> str | None:
    """The text when the data is UTF-8; raises `AfronteError` when most of what is not ASCII is."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        lenient = _NOT_ASCII.findall(data.decode("utf-8", "replace"))
        if len(lenient) > 4 * lenient.count("\ufffd"):
            return _strict(data, "utf-8", name)
        return None


def _with_zeros(data: bytes) -> str | None:
    """The text when the data, which has zero bytes, is UTF-8 with a few strays or else UTF-16."""
    with suppress(UnicodeDecodeError):
        text = data.decode("utf-8")
        if 20 * len(_CONTROL.findall(text)) < len(text):
            return text
    return _utf16_without_mark(data)


def _utf16_without_mark(data: bytes) -> str | None:
    """The text when the data is UTF-16, which shows in zero bytes at even or at odd offsets only."""
    high_first, low_first = data[::2].count(0), data[1::2].count(0)
    if max(high_first, low_first) >= 3 * min(high_first, low_first):
        try:
            text = data.decode("utf-16-be" if high_first > low_first else "utf-16-le")
        except UnicodeDecodeError:
            pass
        else:
            if not _CONTROL.search(text):
                return text
    return None


def _legacy(data: bytes) -> str | None:
    """The text in the legacy encoding in which it makes the best sense.

    For texts in Latin script the encodings of their languages are tried: a library that does not know the
    language finds the right one for every other English or Italian article only.
    """
    sample = data[:_SAMPLE]
    if 2 * len(sample.translate(None, _NOT_ASCII_BYTES)) > len(sample):
        readings = [(_sense(text, detect(text)), text) for text in _readings(data, _WESTERN_ENCODINGS)]
        for language, encodings in _ENCODINGS.items():
            readings += [
                (_sense(text, language), text)
                for text in _readings(data, encodings)
                if detect(text) == language
            ]
        return max(readings, default=((), None))[1]
    from charset_normalizer import from_bytes

    match = from_bytes(sample, cp_isolation=_OTHER_ENCODINGS).best()
    return next(iter(_readings(data, [match.encoding])), None) if match else None


def _readings(data: bytes, encodings: Iterable[str]) -> list[str]:
    """The texts that the data can be in some encodings."""
    found = []
    for encoding in encodings:
        with suppress(UnicodeDecodeError):
            found.append(data.decode(encoding))
    return found


def _sense(text: str, language: str | None) -> tuple[float, float]:
    """How much of what is not ASCII in the beginning of a text is what people write, 0 to 1: in `language`,
    and anywhere.
    """
    odd = [match.start() for match in _NOT_ASCII.finditer(text, 0, _SAMPLE)]
    around = f" {text[: _SAMPLE + 1]} "
    total = max(1, len(odd))
    own = _LETTERS.get(language or "", "")
    anywhere = sum(_likelihood(*around[at : at + 3]) for at in odd) / total
    return anywhere + sum(text[at] in own for at in odd) / total, anywhere


def _likelihood(before: str, char: str, after: str) -> float:
    """How much a character that is not ASCII between two others is what people write, 0 to 1."""
    if (char.isupper() and before.islower()) or (
        char in _NEVER_IN_WORDS and before.isalpha() and after.isalpha()
    ):
        return 0
    return 1 if char in _COMMON else 0.6 if char in _RARE else 0
