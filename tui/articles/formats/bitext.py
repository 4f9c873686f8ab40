"""Translation memories (.tmx) and files in translation (.xliff): units that the file itself aligns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.articles.blocks import Bilingual, Block, Builder, Document
from tui.articles.formats.packed import attribute, local, parsed, xml_root
from tui.articles.formats.registry import Format
from tui.errors import AfronteError
from tui.languages import base_language

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_TAGS = frozenset({"bpt", "ept", "ph", "it", "ut", "x", "bx", "ex", "sc", "ec", "cp"})
"""Inline elements that stand for what has no text."""
_PAIRS = frozenset({"g", "pc"})
"""Inline elements that stand for the two tags around a text.

`mrk`, `sm`, `em` and `hi` are none: they note something about a text.
"""
_XLIFF = (".xliff", ".xlf", ".sdlxliff", ".mxliff", ".mqxliff")
_OPEN = "⟨{}⟩"


def read_tmx(data: bytes, name: str) -> Bilingual:
    """The units of a translation memory: its source language and the other one that most units have.

    Regional variants of a language are one language: a unit without the file's usual one is read in another.
    """
    root = parsed(data, name)
    units = [element for element in root.iter() if local(element) == "tu"]
    header = next((element for element in root.iter() if local(element) == "header"), None)
    said = header.get("srclang", "") if header is not None else ""
    tags = [_tmx_language(variant) for unit in units for variant in _variants(unit)]
    first = _usual(tags, said) if any(_same(tag, said) for tag in tags) else next(iter(tags), "")
    others = Counter(base_language(tag) for tag in tags if not _same(tag, first)).most_common(1)
    if not others:
        raise AfronteError(f"{name} has no units in two languages: name a file with both versions")
    second = _usual(tags, others[0][0])
    rows = []
    for number, unit in enumerate(units, 1):
        sides = tuple(_segment(_variant(unit, tag), "seg") for tag in (first, second))
        rows.append((f"unit {unit.get('tuid') or number}", sides[0], sides[1]))
    return _bilingual(rows, first, second)


def read_xliff(data: bytes, name: str) -> Bilingual:
    """The segments of an XLIFF file of version 1 or 2, or of SDL's kind of it."""
    root = parsed(data, name)
    files = [element for element in root.iter() if local(element) == "file"]
    first = attribute(root, "srcLang") or next((attribute(file, "source-language") for file in files), "")
    second = attribute(root, "trgLang") or next((attribute(file, "target-language") for file in files), "")
    rows = []
    for number, (place, source, target) in enumerate(_segments(root), 1):
        rows.append((place or f"unit {number}", _inline(source), _inline(target)))
    return _bilingual(rows, first, second)


def _segments(root: Element) -> Iterator[tuple[str, Element | None, Element | None]]:
    """The segments that are to be translated: where each stands, if it is named, and its two sides.

    Of a file whose segments have numbers of their own, as SDL's have, these tell where.
    """
    units = list(_translated(root))
    numbers = Counter(
        mid for unit in units if local(unit) == "trans-unit" for mid in _marked(_child(unit, "seg-source"))
    )
    own = max(numbers.values(), default=2) == 1
    for unit in units:
        named = f"unit {unit.get('id')}" if unit.get("id") else ""
        if local(unit) == "trans-unit":
            source, target, cut = (_child(unit, tag) for tag in ("source", "target", "seg-source"))
            pieces = [_marked(element) for element in (cut, target)]
            if pieces[0] and (pieces[1] or _is_empty(target)):
                for mid in dict.fromkeys([*pieces[0], *pieces[1]]):
                    place = f"segment {mid}" if own else f"unit {unit.get('id')}, segment {mid}"
                    yield place, pieces[0].get(mid), pieces[1].get(mid)
            else:
                yield named, source, target
        else:
            for segment in (child for child in unit.iter() if local(child) == "segment"):
                yield named, _child(segment, "source"), _child(segment, "target")


def _translated(element: Element) -> Iterator[Element]:
    """The units in an element that are to be translated: what is not may be said of all that is in it."""
    if element.get("translate") == "no":
        return
    if local(element) in ("trans-unit", "unit"):
        yield element
        return
    for child in element:
        yield from _translated(child)


def _is_empty(element: Element | None) -> bool:
    return element is None or not "".join(element.itertext()).strip()


def _marked(element: Element | None) -> dict[str, Element]:
    """The segments inside an element by their number."""
    if element is None:
        return {}
    cut = (child for child in element.iter() if local(child) == "mrk" and child.get("mtype") == "seg")
    return {child.get("mid") or str(number): child for number, child in enumerate(cut, 1)}


def _child(element: Element, tag: str) -> Element | None:
    return next((child for child in element if local(child) == tag), None)


def _variants(unit: Element) -> Iterator[Element]:
    return (child for child in unit if local(child) == "tuv")


def _variant(unit: Element, tag: str) -> Element | None:
    """What a unit has in the very variant of a language that a tag names, or else in any of that language."""
    found = [variant for variant in _variants(unit) if _same(_tmx_language(variant), tag)]
    return next((each for each in found if _alike(_tmx_language(each), tag)), next(iter(found), None))


def _usual(tags: list[str], language: str) -> str:
    """Of the tags of a language, the very one that is asked for, or else the most frequent."""
    found = [tag for tag in tags if _same(tag, language)]
    return next((tag for tag in found if _alike(tag, language)), Counter(found).most_common(1)[0][0])


def _alike(tag: str, other: str) -> bool:
    return tag.replace("_", "-").lower() == other.replace("_", "-").lower()


def _tmx_language(variant: Element) -> str:
    return attribute(variant, "lang")


def _same(tag: str, other: str) -> bool:
    return base_language(tag) == base_language(other)


def _segment(variant: Element | None, tag: str) -> Block:
    return _inline(_child(variant, tag) if variant is not None else None)


def _inline(element: Element | None) -> Block:
    """The text of a segment; what stands for a tag is a mark, as in ⟨1⟩, and so are both ends of a pair.

    One of tags alone says nothing.
    """
    builder = Builder()
    if element is not None:
        _add(element, builder, iter(range(1, 1_000_000)))
    builder.end()
    found = builder.blocks[0] if builder.blocks else Block("")
    tags = sum(mark.end - mark.start for mark in found.marks if mark.kind == "tag")
    return found if tags < len("".join(found.text.split())) else Block("")


def _add(element: Element, builder: Builder, numbers: Iterator[int]) -> None:
    builder.add(element.text or "")
    for child in element:
        tag = local(child)
        if tag in _TAGS:
            _add_tag(tag, builder, numbers)
        elif tag in _PAIRS:
            _add_tag(tag, builder, numbers)
            _add(child, builder, numbers)
            _add_tag(tag, builder, numbers)
        elif tag:
            _add(child, builder, numbers)
        builder.add(child.tail or "")


def _add_tag(tag: str, builder: Builder, numbers: Iterator[int]) -> None:
    with builder.mark("tag", tag):
        builder.add(_OPEN.format(next(numbers)))


def _bilingual(rows: list[tuple[str, Block, Block]], first: str, second: str) -> Bilingual:
    sides: list[list[Block]] = [[], []]
    for unit, (place, *blocks) in enumerate(rows):
        for side, block in zip(sides, blocks, strict=True):
            side.append(replace(block, place=place, unit=unit))
    return Bilingual(Document(tuple(sides[0]), first), Document(tuple(sides[1]), second))


def _begins(root: bytes) -> Callable[[bytes], bool]:
    return lambda data: xml_root(data) == root


FORMATS = (
    Format("a translation memory", (".tmx",), _begins(b"tmx"), read_tmx, 20),
    Format("a file in translation", _XLIFF, _begins(b"xliff"), read_xliff, 20),
)
