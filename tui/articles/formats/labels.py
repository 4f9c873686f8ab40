"""Boxes and lists of a web page whose label tells that they are no part of the article: *Read also*."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from tui.articles.formats.lines import Line, contains
from tui.articles.formats.surroundings import CELLS, is_before_link, is_label, is_tool

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_LABEL = 60
"""Characters at most of a label."""
_MOST = 0.4
"""The share of a page's text, and of its running text, up to which a box stands around the article."""
_LINKS = 0.5
"""The share of link text from which on a box leads elsewhere."""
_LITTLE = 120
"""Characters up to which a box with a label says nothing of its own."""


def take_labelled(lines: list[Line], above: tuple[int, ...]) -> list[Line]:
    """The lines but those in labelled boxes, which leave the page; `above` holds the headline."""
    whole = sum(len(line.text) for line in lines)
    running = sum(len(line.text) for line in lines if line.is_running)
    kept: list[Line] = []
    number = 0
    while number < len(lines):
        end = _end(number, lines, above, (whole, running))
        if end == number:
            kept.append(lines[number])
            end += 1
        else:
            for line in lines[number:end]:
                line.remove()
        number = end
    return kept


def _end(number: int, lines: list[Line], above: tuple[int, ...], wholes: tuple[int, int]) -> int:
    """Where what begins with a line ends, if it is to be taken away; its own number if it stays."""
    line = lines[number]
    if is_before_link(line) or is_tool(line) or _counts_clicks(number, lines):
        return number + 1
    if len(line.text) > _LABEL or line.block.tag in CELLS or line.block.mem_id in above:
        return number
    sure = is_label(line.text, "around")
    if not sure and not is_label(line.text, "around-with-links"):
        return number
    box = _box(number, lines, above, wholes)
    rest = lines[number + 1 : box]
    if rest and (sure or _leads_elsewhere(rest)):
        return box
    end = number + 1
    while (
        end < len(lines)
        and (lines[end].is_link or is_tool(lines[end]))
        and lines[end].block.mem_id not in above
    ):
        end += 1
    return end if end > number + 1 or (sure and not line.heading) else number


def _counts_clicks(number: int, lines: list[Line]) -> bool:
    """Whether a line is a mere number beside small tools: how often they were used."""
    line = lines[number]
    if not line.text.isdecimal() or line.heading or line.block.tag in CELLS:
        return False
    near = (other for other in lines[number + 1 : number + 4] if not other.text.isdecimal())
    return any(is_tool(other) for other in islice(near, 1))


def _box(number: int, lines: list[Line], above: tuple[int, ...], wholes: tuple[int, int]) -> int:
    """Where the largest element that begins with a line ends, as long as it is no part of the article."""
    end = number + 1
    node: LexborNode | None = lines[number].block
    while node is not None and node.tag not in ("body", "main") and node.mem_id not in above:
        if number and contains(node, lines[number - 1]):
            break
        last = end
        while last < len(lines) and contains(node, lines[last]):
            last += 1
        inside = lines[number:last]
        if sum(len(line.text) for line in inside) > _MOST * wholes[0]:
            break
        if sum(len(line.text) for line in inside if line.is_running) > _MOST * wholes[1]:
            break
        end = last
        node = node.parent
    return end


def _leads_elsewhere(lines: list[Line]) -> bool:
    length = sum(len(line.text) for line in lines)
    return sum(line.linked for line in lines) > _LINKS * length or (
        length <= _LITTLE and not any(line.is_running for line in lines)
    )
