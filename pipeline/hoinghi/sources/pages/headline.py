"""The headline of the article on a page, without the name of the site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from hoinghi.sources.pages.furniture import is_furniture_name
from hoinghi.sources.pages.linked_data import described, text
from hoinghi.sources.pages.tree import Page, line_of, meta, names_of
from hoinghi.stages.layout.patterns import DAY
from hoinghi.text import fold, nfc, squeeze

_SEPARATOR = re.compile(r"\s+[-–—|»•·>:]+\s+|\s*::+\s*")
# How the names of sites begin, folded.
_SITE_WORDS = (
    "trang thông tin",
    "trang tin",
    "trang ttđt",
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
# Where pages keep the headline, for want of an <h1>; and the names of sections and boxes.
_HEADLINE_CLASS = re.compile(
    r"tieu[_-]?de|headline|(?:^|\s)title(?:\s|$)"
    r"|(?:news|post|entry|article|detail|content|bai[_-]?viet|tin)[_-]{0,2}title"
    r"|title[_-]{0,2}(?:news|post|article|detail|content|tin|bai)|lbl(?:title|tieude)",
    re.IGNORECASE,
)
_SECTION_CLASS = re.compile(
    r"(?:portlet|block|widget|module|cat|category|section|box|khung|menu|site|sidebar|top"
    r"|breadcrumb)[_-]{0,2}(?:title|tieude|heading|header|name)"
    r"|(?:title|tieude)[_-]{0,2}(?:box|khung|block|module|cat|page)|breadcrumb|logo|slogan",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
# The site's own head, in which its name may be an <h1>, and that of an article.
_BANNER = re.compile(
    r"\b(?:banner|logo|masthead|site-header|site-branding|brand)\b|(?:^|\s)header$"
)
_OWN_HEAD = re.compile(r"entry|article|post|detail|news|page|content|title")
_FEWEST_WORDS = 4
_LONGEST = 300
_LONGEST_TITLE = 1000
_TITLE_PROPERTIES = ("og:title", "twitter:title")
_ELSEWHERE = frozenset({"aside", "nav", "footer", "li"})
_LEAST = 2
_LOUD = (
    "b, strong, font[size='4'], font[size='5'], font[size='6'], font[size='+1'], font[size='+2'], "
    "[style*='bold' i]"
)
# How many nodes may stand between such a line and the text: a day, a few blanks.
_NEAR = 40


class Headline(NamedTuple):
    """The headline's text and the element that shows it; ``None`` for what is not there."""

    text: str | None
    node: LexborNode | None


def headline(page: Page, container: LexborNode | None) -> Headline:
    """Return the headline of the article in ``container``.

    What the page shows is weighed by its tag, its names, its place, and whether the page's
    metadata say the same; without anything shown the metadata alone count.
    """
    declared = [title for title in _declared(page) if title]
    site = meta(page, ("og:site_name",))
    best, most = Headline(None, None), 0
    for text_, node in _shown(page, container):
        points = _points(page, text_, node, declared)
        if points >= max(_LEAST, most):  # of equals the one nearest to the text
            best, most = Headline(_as_declared(text_, declared), node), points
    if best.node is not None:
        return best
    loud = _loudest(page, container)
    if loud is not None:
        return Headline(_as_declared(line_of(loud), declared), loud)
    for title in declared:
        bare = without_site(title, site)
        if fold(bare) not in _NO_TITLES and not _is_site(bare, site):
            return Headline(bare, None)
    return Headline(None, None)


def is_declared(page: Page, shown: str) -> bool:
    """Tell whether the page's metadata call it by what it shows as a headline."""
    key, site = _words(shown), meta(page, ("og:site_name",))
    return len(key.split()) >= _FEWEST_WORDS and any(
        key == _words(without_site(title, site)) for title in _declared(page)
    )


def raw_title(page: Page) -> str:
    """Return the page's title as it is declared, the site's name with it."""
    node = page.tree.css_first("head title") or page.tree.css_first("title")
    inside = squeeze(nfc(node.text()[:_LONGEST_TITLE])) if node is not None else ""
    return inside or meta(page, _TITLE_PROPERTIES) or ""


def without_site(title: str, site_name: str | None) -> str:
    """Cut names of the site off both ends of ``title``."""
    while len(title) <= _LONGEST:
        separators = list(_SEPARATOR.finditer(title))
        if not separators:
            return title
        first, last = separators[0], separators[-1]
        if title[: last.start()] and _is_site(title[last.end() :], site_name):
            title = title[: last.start()]
        elif title[first.end() :] and _is_site(title[: first.start()], site_name):
            title = title[first.end() :]
        else:
            return title
    return title


def _is_site(name: str, site_name: str | None) -> bool:
    folded = fold(name)
    named = site_name is not None and folded == fold(site_name)
    return named or folded.startswith(_SITE_WORDS) or _DOMAIN.fullmatch(folded) is not None


def _declared(page: Page) -> Iterator[str]:
    """Yield what the page's metadata call it, the surest first."""
    articles = described(page)
    if len(articles) == 1:
        yield text(articles[0].get("headline"))
    for name in _TITLE_PROPERTIES:
        yield meta(page, (name,)) or ""
    yield raw_title(page)


def _as_declared(shown: str, declared: list[str]) -> str:
    """Return a headline with the capitals of the metadata, for the page may shout."""
    if not shown.isupper():
        return shown
    key = fold(shown)
    for title in declared:
        at = fold(title).find(key)
        if at >= 0 and not title[at : at + len(key)].isupper():
            return title[at : at + len(key)]
    return shown


def _words(title: str) -> str:
    """Return a title's words alone: pages write quotes and dashes in several ways."""
    return f" {' '.join(_WORD.findall(fold(title)))} "


def _points(page: Page, shown: str, node: LexborNode, declared: list[str]) -> int:
    site = meta(page, ("og:site_name",))
    key, names = _words(shown), names_of(node)
    marked = _HEADLINE_CLASS.search(names) or node.attributes.get("itemprop") == "headline"
    points = {"h1": 2, "h2": 1, "h3": 1}.get(node.tag or "", 0) + (3 if marked else 0)
    if any(key in _words(title) for title in declared):
        points += 3 if len(shown.split()) >= _FEWEST_WORDS else 2
    if any(key == _words(without_site(title, site)) for title in declared):
        points += 2
    if len(shown.split()) < _FEWEST_WORDS:
        points -= 2
    if _in_banner(page, node):
        points -= 4
    if any(above.tag in {"article", "main"} for above in page.ancestors(node)):
        points += 2
    if _SECTION_CLASS.search(names) or fold(shown) in _NO_TITLES:
        points -= 6
    if _is_site(shown, site) and not marked:
        points -= 6
    return points


def _loudest(page: Page, container: LexborNode | None) -> LexborNode | None:
    """Return the last bold or large line above the text, in pages without any names."""
    if container is None:
        return None
    found = None
    last = _last_place(page, container) - 1
    for node in page.shown(_LOUD):
        start, end = page.span(node)
        if end >= last:
            break
        line = line_of(node) if end - start < _LONGEST else ""
        if len(line.split()) >= _FEWEST_WORDS and len(line) <= _LONGEST and is_telling(line):
            found = node
    near = found is not None and last - page.span(found)[1] <= _NEAR
    return found if near and found is not None and not found.css("a") else None


def is_telling(line: str) -> bool:
    """Tell whether a line may be a headline: no day, no path, no name of a site."""
    folded = fold(line)
    return not (DAY.search(folded)) and not _is_site(line, None)


def _in_banner(page: Page, node: LexborNode) -> bool:
    """Tell whether a heading stands in the head of the site, not of an article."""
    around = list(page.ancestors(node))
    if any(above.tag in {"article", "main"} for above in around):
        return False
    for above in around:
        names = names_of(above).strip().lower()
        head = above.tag == "header" or _BANNER.search(names) is not None
        if head and _OWN_HEAD.search(names) is None:
            return True
    return False


def _shown(page: Page, container: LexborNode | None) -> Iterator[tuple[str, LexborNode]]:
    """Yield what may be the headline, in the order of the page."""
    named = [
        node
        for node in page.shown("[class], [id], [itemprop=headline]")
        if _HEADLINE_CLASS.search(f"{names_of(node)} {node.attributes.get('itemprop') or ''}")
    ]
    found = {node.mem_id: node for node in [*page.shown("h1, h2, h3"), *named]}
    last = _last_place(page, container)
    for node in sorted(found.values(), key=page.span):
        start, end = page.span(node)
        if start >= last:
            return
        if node.tag == "a" or end - start > _LONGEST or _stands_apart(page, node):
            continue
        line = line_of(node)
        if line and len(line) <= _LONGEST:
            yield line, node


def _last_place(page: Page, container: LexborNode | None) -> int:
    """Return where the headline must begin: above the text's first paragraph."""
    if container is None:
        return page.span(page.body)[1]
    first = page.text_after(None, container)
    return page.span(first if first is not None else container)[0] + 1


def _stands_apart(page: Page, node: LexborNode) -> bool:
    """Tell whether a heading belongs to a menu or a box."""
    boxes = _ELSEWHERE if node.tag != "h1" else {"nav", "footer"}
    for above in page.ancestors(node):
        if above.tag in boxes:
            return True
        if is_furniture_name(names_of(above)) and page.weight(above) == 0:
            return node.tag != "h1"
    return False
