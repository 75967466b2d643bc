"""What an HTML page says about its article: headline, day, site. Said in data, never guessed.

Portals print today's date in their banner and other articles' dates in their boxes; only what is
marked as this article's own day is believed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from hoinghi.sources.published import parse_published
from hoinghi.sources.table_rows import host
from hoinghi.text import fold, nfc, squeeze

# An element of lxml, which has no types of its own.
Element = Any

_ARTICLE_TYPES = {"article", "newsarticle", "blogposting", "reportagenewsarticle", "report"}
_SEPARATOR = re.compile(r"\s+[-–—|»•·]+\s+|\s*::+\s*")
# How the names of sites begin, folded.
_SITE_WORDS = (
    "trang thông tin",
    "trang tin",
    "trang chủ",
    "cổng ",
    "website",
    "báo ",
    "đài ",
    "tạp chí",
    "ủy ban nhân dân",
    "ubnd ",
    "mặt trận tổ quốc",
    "ủy ban mttq",
)
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+){1,4}")
# Page titles of portals that give every page the same one, folded.
_NO_TITLES = {
    "chi tiết",
    "chi tiết tin",
    "chi tiết tin tức",
    "chi tiết bài viết",
    "xem tin",
    "tin tức",
    "tin tức - sự kiện",
    "bài viết",
    "trang chủ",
    "home",
    "untitled document",
}
# Where old portals keep the headline, for want of an <h1>.
_HEADLINE_CLASS = re.compile(
    r"tieu[_-]?de|(?:news|post|entry|article|detail|content)[_-]{0,2}title"
    r"|title[_-]{0,2}(?:news|post|article|detail|content)",
    re.IGNORECASE,
)
_FEWEST_WORDS = 4
_SUMMARY_CLASS = re.compile(r"sapo|chapeau|detail[_-]{0,2}lead|article[_-]{0,2}lead", re.IGNORECASE)
_SHORTEST_SUMMARY, _LONGEST_SUMMARY = 40, 1500
_TITLE_PROPERTIES = ("og:title", "twitter:title")
_DAY_PROPERTIES = ("article:published_time", "og:article:published_time")
# A <time> belongs to the article if it stands by the headline: in its header, or in the same
# <article> before the first real paragraph.
_LONG_PARAGRAPH = 120
_TIMES = 20
_NOT_THE_ARTICLE = "ancestor::aside or ancestor::nav or ancestor::footer or ancestor::li"
_MARKED_HEADLINE = f"//*[@class or @id][not({_NOT_THE_ARTICLE}) and not(ancestor-or-self::a)]"


def headline(tree: Element) -> str | None:
    """Return the article's headline without the site's name, or ``None``."""
    raw = _meta(tree, _TITLE_PROPERTIES) or _text(tree.find(".//title"))
    marked = [
        text
        for e in tree.xpath(_MARKED_HEADLINE)
        if _HEADLINE_CLASS.search(_names(e)) and len((text := _text(e)).split()) >= _FEWEST_WORDS
    ]
    for heading in [*map(_text, tree.iter("h1", "h2")), *marked]:
        if heading and fold(raw).startswith(fold(heading)):
            return raw[: len(heading)]  # capitals as in the metadata; the page may shout
    title = _without_site(raw, _meta(tree, ("og:site_name",)))
    if title and fold(title) not in _NO_TITLES:
        return title
    inside = map(_text, tree.xpath("//article//h1 | //main//h1 | //article//h2"))
    return next(filter(None, [*inside, *marked]), None)


def summary(tree: Element) -> str | None:
    """Return the lead that newspapers set apart above the body (``sapo``), or ``None``."""
    for element in tree.xpath(f"//*[@class][not({_NOT_THE_ARTICLE})]"):
        if _SUMMARY_CLASS.search(element.get("class")):
            text = _text(element)
            if _SHORTEST_SUMMARY <= len(text) <= _LONGEST_SUMMARY:
                return text
    return None


def published(tree: Element) -> date | None:
    """Return the day that the page declares its article to be published, or ``None``.

    Believed are, in this order: JSON-LD ``datePublished`` of the one article on the page,
    OpenGraph ``article:published_time``, and a ``<time datetime>`` by the headline.
    """
    days = {parse_published(day) for day in _declared_days(tree)} - {None}
    if len(days) == 1:
        return days.pop()
    if day := _meta(tree, _DAY_PROPERTIES):
        return parse_published(day)
    for element in tree.xpath(f"//time[@datetime][not({_NOT_THE_ARTICLE})]")[:_TIMES]:
        if _by_headline(element):
            return parse_published(element.get("datetime"))
    return None


def site(tree: Element) -> str | None:
    """Return the host of the page's canonical or OpenGraph address, or ``None``."""
    links = tree.xpath("//link[translate(@rel, 'CANOIL', 'canoil') = 'canonical']/@href")
    return next(filter(None, map(host, [*links, _meta(tree, ("og:url",)) or ""])), None)


def _names(element: Element) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def _text(element: Element | None) -> str:
    return "" if element is None else squeeze(nfc("".join(element.itertext())))


def _meta(tree: Element, names: tuple[str, ...]) -> str | None:
    for name in names:
        for element in tree.iter("meta"):
            if name in {element.get("property"), element.get("name")}:
                content = squeeze(nfc(element.get("content") or ""))
                if content:
                    return content
    return None


def _without_site(title: str, site_name: str | None) -> str:
    """Cut names of the site off the end of ``title``."""
    while True:
        separators = list(_SEPARATOR.finditer(title))
        if not separators:
            return title
        last = separators[-1]
        suffix = fold(title[last.end() :])
        named = site_name is not None and suffix == fold(site_name)
        if not (named or suffix.startswith(_SITE_WORDS) or _DOMAIN.fullmatch(suffix)):
            return title
        if not title[: last.start()]:
            return title
        title = title[: last.start()]


def _declared_days(tree: Element) -> Iterator[str]:
    """Yield ``datePublished`` of every article that JSON-LD describes at its top level."""
    for script in tree.xpath("//script[@type = 'application/ld+json']"):
        try:
            value = json.loads("".join(script.itertext()), strict=False)
        except (ValueError, RecursionError):
            continue
        for item in value if isinstance(value, list) else [value]:
            graph = item.get("@graph", [item]) if isinstance(item, dict) else []
            for node in graph if isinstance(graph, list) else [graph]:
                if isinstance(node, dict) and _is_article(node.get("@type")):
                    day = node.get("datePublished")
                    if isinstance(day, str):
                        yield day


def _is_article(kinds: object) -> bool:
    listed = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.lower() in _ARTICLE_TYPES for kind in listed)


def _by_headline(element: Element) -> bool:
    """Tell whether a ``<time>`` stands by the headline of its own ``<article>``."""
    articles = element.xpath("ancestor::article")
    if not articles or not articles[-1].xpath(".//h1"):
        return False
    if element.xpath("ancestor::header"):
        return True
    before = element.xpath("preceding::p")
    own = [p for p in before if articles[-1] in p.iterancestors("article")]
    return all(len(_text(p)) < _LONG_PARAGRAPH for p in own)
