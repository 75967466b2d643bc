"""The headline of the article on a page, without the name of the site."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from hoinghi.sources.pages.tree import Page, line_of, meta, names_of
from hoinghi.text import fold, nfc, squeeze

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
# Where pages keep the headline, for want of an <h1>.
_HEADLINE_CLASS = re.compile(
    r"tieu[_-]?de|(?:news|post|entry|article|detail|content|bai[_-]?viet|tin)[_-]{0,2}title"
    r"|title[_-]{0,2}(?:news|post|article|detail|content|tin|bai)|lbl(?:title|tieude)",
    re.IGNORECASE,
)
_FEWEST_WORDS = 4
_FEWEST_ALIKE = 3
_LONGEST = 300
_TITLE_PROPERTIES = ("og:title", "twitter:title")
_ELSEWHERE = frozenset({"aside", "nav", "footer", "li"})


def headline(page: Page) -> tuple[str | None, LexborNode | None]:
    """Return the headline and the element that shows it; ``None`` for what is not there."""
    raw = raw_title(page)
    shown = list(_shown(page))
    for text, node in shown:
        if fold(raw).startswith(fold(text)) and (
            len(text.split()) >= _FEWEST_ALIKE or len(text) == len(raw)
        ):
            return raw[: len(text)], node  # capitals as in the metadata; the page may shout
    title = without_site(raw, meta(page, ("og:site_name",)))
    for text, node in shown:
        if title and fold(text).startswith(fold(title)) and len(text) <= 2 * len(title):
            return text, node
    marked = [one for one in shown if _is_marked(one[1])]
    if title and fold(title) not in _NO_TITLES:
        return title, next((node for text, node in shown if fold(title) in fold(text)), None)
    return next(iter(marked), (None, None))


def raw_title(page: Page) -> str:
    """Return the page's title as it is declared, the site's name with it."""
    declared = page.tree.css_first("head title") or page.tree.css_first("title")
    inside = squeeze(nfc(declared.text_content or "")) if declared is not None else ""
    return meta(page, _TITLE_PROPERTIES) or inside


def without_site(title: str, site_name: str | None) -> str:
    """Cut names of the site off the end of ``title``."""
    while True:
        separators = list(_SEPARATOR.finditer(title[:_LONGEST]))
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


def _shown(page: Page) -> Iterator[tuple[str, LexborNode]]:
    """Yield what may be the headline: headings first, then what is named so."""
    named = (node for node in page.shown("[class], [id]") if _HEADLINE_CLASS.search(names_of(node)))
    for node in [*page.shown("h1"), *page.shown("h2, h3"), *named]:
        above = {one.tag for one in page.ancestors(node)}
        if not above.isdisjoint(_ELSEWHERE) or node.tag == "a":
            continue
        start, end = page.span(node)
        text = line_of(node) if end - start < _LONGEST else ""
        if text and len(text) <= _LONGEST:
            yield text, node


def _is_marked(node: LexborNode) -> bool:
    """Tell whether an element is the headline by its own name or place."""
    if node.tag == "h1":
        return len(line_of(node).split()) >= _FEWEST_WORDS
    named = _HEADLINE_CLASS.search(names_of(node)) is not None
    return named and len(line_of(node).split()) >= _FEWEST_WORDS
