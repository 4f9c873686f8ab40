"""Which part of a web page is the article: headline, byline and body, without what stands around them.

Published extractors are heavy (trafilatura brings 25 MB with it) or leave out lists, tables and headings,
which would then be missing on one side only: of ten pages of the usual shapes readability-lxml gave headline,
whole body and nothing else for two, trafilatura (text alone) for one, jusText for none. So what is known for
sure to be no article is taken away, by element, role and class name, and the smallest element is kept that
holds nearly all of the rest.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.articles.formats.markup import HEADINGS, UNSEEN, is_hidden

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_AROUND = frozenset({
    "ad", "ads", "adsense", "advert", "advertisement", "advertisements", "adv", "alsoread", "author-bio",
    "banner", "breadcrumb", "breadcrumbs", "catlinks", "cmp", "commentlist", "comment", "comments",
    "consent", "cookie", "cookies", "correlati", "disqus", "editsection", "footer", "gdpr", "headerlink",
    "jump", "leggianche", "login", "masthead", "menu", "mostread", "nav", "navbar", "navbox", "navfooter",
    "navheader", "navigation", "newsletter", "noprint", "outbrain", "overlay", "pager", "pagination",
    "paywall", "popular", "popup", "printfooter", "promo", "promoted", "recommendations", "recommended",
    "related", "relatedarticles", "relatedcontent", "relatedlinks", "relatedposts", "respond", "search",
    "share", "sharebar", "sharing", "sidebar", "sitemap", "skip",
    "skiplink", "social", "sponsor", "sponsored", "subscribe", "subscription", "taboola", "tags", "toc",
    "toolbar", "topbar", "trending",
})  # fmt: skip
"""Words in the class or the id of an element that stands around an article."""
_UNREAD = frozenset({"sr", "visually", "screen"})
"""First words of class names for what only a screen reader is told: `sr-only`, `visually-hidden`."""
_ROLES = frozenset({
    "navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog", "menu",
    "menubar", "toolbar", "form",
})  # fmt: skip
_NOTES = frozenset({
    "note", "notes", "tip", "warning", "caution", "important", "admonition", "callout", "hint", "info",
    "danger", "footnote",
})  # fmt: skip
"""Words in the class of an aside that belongs to the text."""
_WORD = re.compile(r"[a-z]+|[A-Z][a-z]*")
_MOST = 0.4
"""The share of a page's text from which on an element is no mere surroundings, whatever it is called."""
_CONSENT = frozenset({"cmp", "consent", "cookie", "cookies", "gdpr"})
_MOST_OF_CONSENT = 0.9
"""The same for what asks for consent, which may be longer than the article."""
_NEARLY_ALL = 0.85
_LINKS = 0.7
"""The share of link text from which on a list or table leads elsewhere."""
_BYLINE = "[rel=author], [itemprop=author], .byline, .by-line, .author, .article-author, .article__byline"


def parts(tree: LexborHTMLParser) -> list[LexborNode]:
    """The elements of a page that hold its article, in order; what stands around them is taken away."""
    body = tree.body
    if body is None:
        return []
    _clear(body)
    root = _root(body)
    found = [root]
    if root.css_first("h1") is None and (headline := body.css_first("h1")) is not None:
        byline = None if root.css_first(_BYLINE) else body.css_first(_BYLINE)
        found = [headline, *([byline] if byline is not None else []), root]
    return found


def _clear(body: LexborNode) -> None:
    """Takes away what is known to stand around an article."""
    for node in body.css(", ".join(UNSEEN - {"math", "svg"})):
        node.decompose()
    whole = max(1, _length(body))
    only_headline = len(body.css("h1")) == 1
    for node in body.css("*"):
        tag = node.tag or ""
        if tag in ("main", "h1", "body") or node.parent is None or not _stands_around(node, tag):
            continue
        if is_hidden(node) or tag == "nav" or _length(node) < _most(node) * whole:
            if only_headline and node.css_first("h1") is not None and not is_hidden(node):
                continue
            node.decompose()


def _most(node: LexborNode) -> float:
    """The share of a page's text up to which an element may be taken away."""
    attributes = node.attributes
    words = _words(attributes.get("class")) | _words(attributes.get("id"))
    asks = words & _CONSENT or attributes.get("role") in ("dialog", "alertdialog")
    return _MOST_OF_CONSENT if asks and node.css_first("main, article") is None else _MOST


def _stands_around(node: LexborNode, tag: str) -> bool:
    attributes = node.attributes
    if tag == "nav" or is_hidden(node) or attributes.get("role") in _ROLES:
        return True
    words = _words(attributes.get("class")) | _words(attributes.get("id"))
    if tag == "aside":
        return not words & _NOTES
    if tag in ("header", "footer"):
        return bool(words & _AROUND) or not _inside(node, ("article", "main", "blockquote"))
    if tag in ("article", "code", "pre", "a", "p") or tag in HEADINGS:
        return bool(words & {"comment", "headerlink", "skip", "skiplink", "noprint", "editsection"})
    return bool(words & _AROUND) or _is_unread(attributes.get("class"))


def _words(names: str | None) -> set[str]:
    """The words of class names: `mw-editsection`, `shareBar` and `cookie_wall` have two each."""
    if not names:
        return set()
    words = [word.lower() for word in _WORD.findall(names)]
    whole = {name.lower() for name in re.split(r"[\s_-]+", names)}
    return {*words, *whole}


def _is_unread(names: str | None) -> bool:
    return any(name.split("-")[0] in _UNREAD and "-" in name for name in (names or "").lower().split())


def _root(body: LexborNode) -> LexborNode:
    """The smallest element that holds nearly all of a page's running text."""
    whole = max(1, _weight(body))
    mains = [
        node for node in body.css("main, [role=main], [itemprop=articleBody]") if _weight(node) > whole / 2
    ]
    scope = max(mains, key=_weight, default=body)
    articles = [node for node in scope.css("article") if not _inside(node, ("article",))]
    best = max(articles, key=_weight, default=None)
    if best is not None and _weight(best) >= 0.6 * max(1, _weight(scope)):
        return best
    if mains:
        return scope
    return _without_lists_of_links(_narrowed(scope, whole))


def _narrowed(node: LexborNode, whole: int) -> LexborNode:
    """The smallest element inside `node` that holds nearly all of the running text, of length `whole`."""
    while True:
        inner = max((child for child in node.iter() if child.tag != "p"), key=_weight, default=None)
        if inner is None or inner.tag in HEADINGS or _weight(inner) < _NEARLY_ALL * whole:
            return node
        node = inner


def _without_lists_of_links(root: LexborNode) -> LexborNode:
    """Takes away lists and tables that lead elsewhere, where that leaves an article."""
    whole = _weight(root)
    if whole < _MOST * max(1, _length(root)):
        return root
    for node in root.css("ul, ol, table"):
        if node.parent is None:
            continue
        links = node.css("a[href]")
        length = max(1, _length(node))
        if len(links) > 2 and sum(map(_length, links)) > _LINKS * length:
            node.decompose()
    return root


def _inside(node: LexborNode, tags: tuple[str, ...]) -> bool:
    parent = node.parent
    while parent is not None:
        if parent.tag in tags:
            return True
        parent = parent.parent
    return False


def _length(node: LexborNode) -> int:
    return len(" ".join(node.text(deep=True).split()))


def _weight(node: LexborNode) -> int:
    """The length of an element's text outside links."""
    return _length(node) - sum(_length(link) for link in node.css("a[href]"))
