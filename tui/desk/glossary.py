"""Glossaries: a table of two columns, or TBX (ISO 30042), in; a table out."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from tui.comparison import Equivalence
from tui.errors import AfronteError
from tui.languages import LANGUAGES, base_language
from tui.untrusted import open_regular

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_COLUMNS = ("source", "target", "source_language", "target_language")
_LARGEST = 64 * 1024 * 1024
"""Bytes of a glossary that is read: some half a million entries."""
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_ENTRIES = frozenset(("termEntry", "conceptEntry"))
"""What TBX calls an entry: version 2, version 3."""
_SECTIONS = frozenset(("langSet", "langSec"))


def read_glossary(path: str, languages: tuple[str, str] | None = None) -> tuple[Equivalence, ...]:
    """The equivalences in a file, each once, in order; `languages`: those of its two columns, or to be taken.

    A table has its columns separated by tabs: `source` and `target`, and if it likes `source_language` and
    `target_language`, under these names or in this order without any; two tags of languages name them too.
    Of TBX every term in one language goes with every term in the other. Raises AfronteError, one line, for
    what is no glossary.
    """
    text = _read(path)
    bases = (base_language(languages[0]), base_language(languages[1])) if languages else None
    found = _of_tbx(text, path, bases) if text.lstrip().startswith("<") else _of_table(text, path, bases)
    equivalences = tuple(dict.fromkeys(found))
    if not equivalences:
        raise AfronteError(f"{path}: holds no two terms: give a table of two columns, or TBX")
    return equivalences


def write_glossary(equivalences: Iterable[Equivalence]) -> str:
    """The table that `read_glossary` reads."""
    out = io.StringIO()
    table = csv.writer(out, delimiter="\t", lineterminator="\n")
    table.writerow(_COLUMNS)
    table.writerows(
        [one.source, one.target, one.source_language, one.target_language] for one in equivalences
    )
    return out.getvalue()


def _read(path: str) -> str:
    try:
        with open_regular(path) as file:
            data = file.read(_LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise AfronteError(f"{path}: {reason}: name a glossary, a table or TBX") from error
    if len(data) > _LARGEST:
        raise AfronteError(f"{path}: is larger than {_LARGEST >> 20} MB: take a part of it")
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise AfronteError(f"{path}: is not UTF-8 text: save the glossary as UTF-8") from error


def _of_table(text: str, path: str, languages: tuple[str, str] | None) -> Iterator[Equivalence]:
    names: Sequence[str] = _COLUMNS
    own = languages or ("", "")
    lines = csv.reader(io.StringIO(text, newline=""), delimiter="\t")
    try:
        for number, cells in enumerate(lines):
            fields = [" ".join(cell.split()) for cell in cells]
            if not any(fields):
                continue
            if number == 0:
                lowered = [field.lower() for field in fields]
                if {"source", "target"} <= set(lowered):
                    names = lowered
                    continue
                if len(fields) > 1 and all(base_language(field) in LANGUAGES for field in lowered[:2]):
                    own = (base_language(lowered[0]), base_language(lowered[1]))
                    continue
            row = dict(zip(names, fields, strict=False))
            source, target = row.get("source", ""), row.get("target", "")
            if not (source and target):
                raise AfronteError(f"{path}: line {lines.line_num} has no two terms: separate them by a tab")
            given = [base_language(row.get(f"{side}_language") or "") for side in ("source", "target")]
            yield Equivalence(source, target, given[0] or own[0], given[1] or own[1])
    except csv.Error as error:
        raise AfronteError(f"{path}: line {lines.line_num}: {error}: save it as plain text") from error


def _of_tbx(text: str, path: str, languages: tuple[str, str] | None) -> Iterator[Equivalence]:
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root = fromstring(text.encode())
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise AfronteError(f"{path}: is no sound TBX: {error}") from error
    entries = [_terms(element) for element in root.iter() if _name(element) in _ENTRIES]
    if languages is None:
        there = sorted({language for terms in entries for language in terms})
        if len(there) > 2:
            raise AfronteError(
                f"{path}: has {len(there)} languages: say which two are meant with --source-language and "
                "--target-language"
            )
        pairs = list(combinations(there, 2))
    else:
        pairs = [languages]
    for terms in entries:
        for source, target in pairs:
            for one, other in product(terms.get(source, ()), terms.get(target, ())):
                yield Equivalence(one, other, source, target)


def _terms(entry: Element) -> Mapping[str, list[str]]:
    """The terms of an entry by language."""
    found: dict[str, list[str]] = {}
    for section in entry.iter():
        if _name(section) not in _SECTIONS:
            continue
        language = base_language(section.get(_LANGUAGE) or section.get("lang") or "")
        for element in section.iter():
            term = " ".join("".join(element.itertext()).split()) if _name(element) == "term" else ""
            if term and language:
                found.setdefault(language, []).append(term)
    return found


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
