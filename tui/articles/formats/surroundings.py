"""What tells that an element of a web page stands around the article: tag, role, names, and what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from tui.articles.formats.markup import HEADINGS, is_hidden
from tui.languages import Section, fold
from tui.resources import asset

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from tui.articles.formats.lines import Line

_AROUND = frozenset({
    "ad", "ads", "addthis", "addtoany", "adsense", "advert", "advertisement", "advertisements", "adv",
    "alsoread", "backlink", "banner", "breadcrumb", "breadcrumbs", "catlinks", "commentlist", "comment",
    "comments", "copyright", "correlati", "disqus", "editsection", "footer", "headerlink",
    "interlanguage", "jump", "leggianche", "login", "masthead", "menu", "mostread", "nav", "navbar",
    "navbox", "navfooter", "navheader", "navigation", "newsletter", "newsletters", "noprint", "outbrain",
    "overlay", "pager", "pagination", "paywall", "popular", "popup", "postmetadata", "printfooter",
    "promo", "promoted", "reactions", "recommendations", "recommended", "related", "relatedarticles",
    "relatedcontent", "relatedlinks", "relatedposts", "respond", "search", "share", "sharebar",
    "sharedaddy", "sharing", "sidebar", "signin", "signup", "sitemap", "skip", "skiplink", "social",
    "sponsor", "sponsored", "submeta", "subscribe", "subscription", "taboola", "tagcloud", "tags", "toc",
    "toolbar", "topbar", "trending",
})  # fmt: skip
"""Words in the names of an element that stands around an article."""
_AROUND_TOGETHER = re.compile(
    r"(?:^|-)(?:"
    r"(?:author|writer)-(?:bio|box|card|info|profile)|about-(?:the-)?author|rich-link|"
    r"inline-(?:article|link|related)|(?:links|promo)-block|topic-(?:list|links)|"
    r"more-(?:from|stories|posts|articles|news|on|like|to)|most-(?:viewed|shared|commented)|"
    r"read-(?:more|also|next)|up-next|next-(?:article|story|post)|"
    r"(?:latest|recent|top|popular|similar|other)-(?:news|posts|stories|articles|comments|videos?)|"
    r"also-(?:like|read)|(?:post|entry|cat|category|tag|tags|tax|taxonomy)-(?:terms|links|cloud|category)|"
    r"(?:sign|log)-(?:up|in|on)|(?:back|scroll)-to-top|to-top|follow-us|support-us|"
    r"(?:lang|language)-(?:btn|switch|switcher|selector)|portlet|site-(?:logo|tagline|slogan|branding|notice)|"
    r"site-?sub|post-(?:nav|likes?|rating|views)|node-links|bookmark-card|likes?-widget"
    r")(?:-|$)"
)
"""The same for words that say it together."""
_CONSENT = frozenset({
    "borlabs", "cky", "cmp", "cmplz", "consent", "cookie", "cookiebot", "cookies", "cookieyes", "didomi",
    "gdpr", "iubenda", "klaro", "onetrust", "osano", "quantcast", "termly", "truste", "trustarc",
    "usercentrics",
})  # fmt: skip
"""Words in the names of what asks for consent, those of its makers among them."""
_COMMENTS = frozenset({"comment", "comments", "commentlist", "disqus", "respond"})
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
BYLINE = "[rel=author], [itemprop=author], [class*=byline], [data-component*=byline]"
"""What says of itself that it tells who wrote the article."""
_NAMES = ("class", "id", "data-component", "data-testid", "data-module", "data-block", "data-type")
"""Where programs that make pages write what an element is."""
_WORD = re.compile(r"[a-z]+|[A-Z][a-z]*")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|[_\s]+|-+")
_NO_LETTER = re.compile(r"[^\w' -]|[\d_]")
_MOST = 0.4
"""The share of a page's text from which on an element is no mere surroundings, whatever it is called."""
_MOST_BESIDE = 0.9
"""The same for requests for consent and for comments, which may be longer than the article."""
_TOOLS = 80
"""Characters at most of a line of small tools."""
CELLS = ("td", "th", "dt", "dd", "li", "figcaption", "caption")
"""Where what elsewhere is a label or a word of tools is text."""
_BETWEEN = re.compile(r"[|·•/]+")


def stands_around(node: LexborNode, tag: str) -> bool:
    """Whether an element says of itself that it is no part of an article."""
    attributes = node.attributes
    if tag == "nav" or is_hidden(node) or attributes.get("role") in _ROLES:
        return True
    words = words_of(node)
    if tag == "aside":
        return not words & _NOTES and not _is_byline(node)
    if tag in ("header", "footer"):
        return bool(words & _AROUND) or not is_inside(node, ("article", "main", "blockquote"))
    if tag in ("article", "code", "pre", "a", "p") or tag in HEADINGS:
        return bool(
            words
            & {"comment", "headerlink", "jump", "skip", "skiplink", "noprint", "editsection", "postmetadata"}
        )
    return (
        bool(words & _AROUND or words & _CONSENT)
        or _is_unread(attributes.get("class"))
        or _is_called_so(node)
    )


def asks_for_consent(node: LexborNode) -> bool:
    """Whether an element asks for consent to be watched, or hides."""
    return bool(words_of(node) & _CONSENT) or is_hidden(node)


def share_at_most(node: LexborNode) -> float:
    """The share of a page's text up to which an element may be taken away."""
    words = words_of(node)
    asks = words & _CONSENT or node.attributes.get("role") in ("dialog", "alertdialog")
    if asks and node.css_first("main, article") is None:
        return _MOST_BESIDE
    return _MOST_BESIDE if words & _COMMENTS and node.css_first("h1") is None else _MOST


def words_of(node: LexborNode) -> set[str]:
    """The words of an element's names: `mw-editsection`, `shareBar` and `cookie_wall` have two each."""
    return {word for name in _names(node) for word in (*_words(name), *re.split(r"[\s_-]+", name.lower()))}


def is_inside(node: LexborNode, tags: tuple[str, ...]) -> bool:
    """Whether an element stands in one of these."""
    parent = node.parent
    while parent is not None:
        if parent.tag in tags:
            return True
        parent = parent.parent
    return False


def is_label(text: str, kind: str) -> bool:
    """Whether a text is one of the labels of that kind (a key of `assets/pages/`), or begins like one."""
    label = plain(text)
    labels, beginnings = _labels(kind), _labels("begins") if kind == "around" else ()
    return label in labels or any(label.startswith(f"{beginning} ") for beginning in beginnings)


def is_tool(line: Line) -> bool:
    """Whether a line holds nothing but the words of small tools: *Print | Share*."""
    if len(line.text) > _TOOLS or line.heading or line.block.tag in CELLS:
        return False
    texts = [plain(part) for node in line.nodes for part in _BETWEEN.split(node.text_content or "")]
    said = [text for text in texts if text]
    return all(text in _labels("tools") for text in said) and bool(
        said or not any(map(str.isalnum, line.text))
    )


def is_before_link(line: Line) -> bool:
    """Whether a line is a link to another article with a label before it: *Read more: …*."""
    if not line.linked or line.heading:
        return False
    label, colon, _ = line.text.partition(":")
    unlinked = len(line.text) - line.linked
    return bool(colon) and plain(label) in _labels("before-link") and unlinked <= len(label) + 4


def is_legal(text: str) -> bool:
    """Whether a line says who owns a text or what made the page."""
    label = plain(text)
    return text.lstrip().startswith("©") or any(phrase in label for phrase in _labels("legal"))


def plain(text: str) -> str:
    """A label as labels are compared: without case, digits and punctuation."""
    return " ".join(_NO_LETTER.sub(" ", fold(text)).split()).strip("-' ")


@cache
def _labels(kind: str) -> frozenset[str]:
    tables = (Section.of(f"pages/{path.name}") for path in sorted(asset("pages").glob("*.toml")))
    return frozenset(plain(label) for table in tables for label in table.listed(kind))


def _names(node: LexborNode) -> Iterator[str]:
    attributes = node.attributes
    return (name for name in map(attributes.get, _NAMES) if name)


def _words(name: str) -> Iterator[str]:
    return (word.lower() for word in _WORD.findall(name))


def _is_called_so(node: LexborNode) -> bool:
    return any(
        _AROUND_TOGETHER.search(_CAMEL.sub("-", name).lower())
        for names in _names(node)
        for name in names.split()
    )


def _is_byline(node: LexborNode) -> bool:
    """Whether an aside says who wrote the article, and no more."""
    return node.css_first(BYLINE) is not None and node.css_first("h2, h3, h4, img") is None


def _is_unread(names: str | None) -> bool:
    return any(name.split("-")[0] in _UNREAD and "-" in name for name in (names or "").lower().split())
