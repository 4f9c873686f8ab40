"""Which part of a web page is the article: headline, byline and body, without what stands around them.

Published extractors are heavy (trafilatura brings 25 MB with it) or leave out lists, tables and headings,
which would then be missing on one side only: of ten pages of the usual shapes readability-lxml gave headline,
whole body and nothing else for two, trafilatura (text alone) for one, jusText for none. So what is known for
sure to be no article is taken away, by element, role, name and label; of the rest the smallest element is
kept that holds nearly all of the running text, from the headline to the last line that does not lead
elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.articles.formats.headline import headline_of
from tui.articles.formats.labels import take_labelled
from tui.articles.formats.lines import Line, contains, lines_of, path_of
from tui.articles.formats.markup import HEADINGS, UNSEEN, is_hidden
from tui.articles.formats.surroundings import (
    asks_for_consent,
    is_inside,
    is_label,
    is_legal,
    is_tool,
    share_at_most,
    stands_around,
)

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_NEARLY_ALL = 0.85
_MUCH = 0.5
"""The share of the running text from which on an element that holds the headline holds the article."""
_EARLY = 0.2
"""The share of an article's text up to which what stands before the headline is no part of it."""
_LATE = 0.2
"""The same for what stands below a label at its end."""
_BETWEEN = 1.0
"""The share of an article's text up to which what stands between headline and body belongs to it."""
_SHORT = 60
"""Characters at most of a heading over links."""
_LIST = 3
"""Links in a row from which on they are no part of an element that says it is an article."""
_RUNS = 0.3
"""The share of running text from which on a page is told by it; others consist of tables or lists."""


def parts(tree: LexborHTMLParser) -> list[LexborNode]:
    """The elements of a page that hold its article, in order; what stands around it is taken away."""
    body = tree.body
    if body is None:
        return []
    headline = headline_of(tree, lines_of(body))
    above = tuple(path_of(headline)) if headline is not None else ()
    _clear(body, above)
    lines = take_labelled(lines_of(body), above)
    root, sure = _root(body, _weights(lines), above)
    first = next((n for n, line in enumerate(lines) if headline is not None and line.holds(headline)), None)
    root, kept = _with_headline(root, first, lines)
    kept = _trimmed(kept, sure=sure)
    ids = {id(line) for line in kept}
    for line in lines:
        if id(line) not in ids:
            line.remove()
    return [root]


def _clear(body: LexborNode, above: tuple[int, ...]) -> None:
    """Takes away what is known to stand around an article.

    `above` are the headline and what it stands in, from within; nothing before it is the body.
    """
    for node in body.css(", ".join(UNSEEN - {"math", "svg"})):
        node.decompose()
    for asked in (True, False):
        whole = max(1, _length(body))
        early = bool(above)
        for node in body.css("*"):
            tag = node.tag or ""
            early = early and node.mem_id != above[1]
            if tag in ("main", "h1", "body") or node.parent is None or asked != asks_for_consent(node):
                continue
            if not stands_around(node, tag):
                continue
            sure = is_hidden(node) or tag == "nav" or (early and node.mem_id not in above)
            if sure or (node.mem_id not in above and _length(node) < share_at_most(node) * whole):
                node.decompose()


def _weights(lines: list[Line]) -> dict[int, int]:
    """How many characters of running text each element holds, or of text outside links where little runs."""
    running = sum(len(line.text) for line in lines if line.is_running)
    unlinked = sum(len(line.text) - line.linked for line in lines)
    runs = running > _RUNS * unlinked
    weights: dict[int, int] = {}
    for line in lines:
        weight = (len(line.text) if line.is_running else 0) if runs else len(line.text) - line.linked
        if weight:
            for element in path_of(line.block):
                weights[element] = weights.get(element, 0) + weight
    return weights


def _root(body: LexborNode, weights: dict[int, int], above: tuple[int, ...]) -> tuple[LexborNode, bool]:
    """The smallest element that holds nearly all of a page's running text, and whether it calls itself so."""

    def weight(node: LexborNode) -> int:
        return weights.get(node.mem_id, 0)

    whole = max(1, weight(body))
    mains = [
        node for node in body.css("main, [role=main], [itemprop=articleBody]") if weight(node) > whole / 2
    ]
    scope = max(mains, key=weight, default=body)
    articles = [node for node in scope.css("article") if not is_inside(node, ("article",))]
    best = max(articles, key=weight, default=None)
    if best is not None and weight(best) >= 0.6 * max(1, weight(scope)):
        return best, True
    if mains:
        return scope, False
    node = body
    while True:
        inner = max((child for child in node.iter() if child.tag != "p"), key=weight, default=None)
        if inner is None or inner.tag in HEADINGS:
            break
        share = _MUCH if inner.mem_id in above else _NEARLY_ALL
        if weight(inner) < share * whole:
            break
        node = inner
    return node, False


def _with_headline(root: LexborNode, first: int | None, lines: list[Line]) -> tuple[LexborNode, list[Line]]:
    """The element that holds headline and body, and the lines of it that belong to the article."""
    inside = [n for n, line in enumerate(lines) if contains(root, line)]
    if not inside or first is None:
        return root, [lines[n] for n in inside]
    body = [lines[n] for n in inside]
    length = sum(len(line.text) for line in body)
    if first in inside:
        before = lines[inside[0] : first]
        if sum(len(line.text) for line in before) > _EARLY * length:
            return root, body
        return root, [*(line for line in before if line.is_byline), *lines[first : inside[-1] + 1]]
    while not contains(root, lines[first]) and root.parent is not None:
        root = root.parent
    if first > inside[0]:
        return root, body
    between = [line for line in lines[first + 1 : inside[0]] if not line.is_link or line.is_byline]
    if sum(len(line.text) for line in between) > _BETWEEN * length:
        between = [line for line in between if line.is_byline]
    return root, [lines[first], *between, *body]


def _trimmed(lines: list[Line], *, sure: bool) -> list[Line]:
    """The lines without what leads elsewhere at the end; more of it in an element that may be no article."""
    end = len(lines)
    if not sure:
        late = sum(len(line.text) for line in lines) * _LATE
        below = 0
        for number in range(len(lines) - 1, 0, -1):
            below += len(lines[number].text)
            if below > late:
                break
            if len(lines[number].text) <= _SHORT and is_label(lines[number].text, "around"):
                end = number
    taken = end < len(lines)
    while end > 1:
        line = lines[end - 1]
        if is_legal(line.text) or is_tool(line) or (not sure and _leads_elsewhere(line)):
            taken = True
        elif sure and end > _LIST and all(map(_leads_elsewhere, lines[end - _LIST : end])):
            taken, sure = True, False
        elif not (taken and line.heading and len(line.text) <= _SHORT):
            break
        end -= 1
    return lines[:end]


def _leads_elsewhere(line: Line) -> bool:
    return line.is_link and not line.is_byline


def _length(node: LexborNode) -> int:
    return len(" ".join(node.text(deep=True).split()))
