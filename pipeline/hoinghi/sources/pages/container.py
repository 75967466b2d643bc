"""The element that holds the article: where the theme keeps it, or where the text is."""

from __future__ import annotations

from collections import defaultdict

from selectolax.lexbor import LexborNode

from hoinghi.sources.pages.furniture import is_furniture_name
from hoinghi.sources.pages.themes import THEMES
from hoinghi.sources.pages.tree import Page, letters_in, names_of

# A theme's container that holds less than this share of the page's text is a wrong match.
_LEAST_SHARE = 0.4
_LEVELS = 4
_MOST = 50
# How much more text a wider element must hold; columns of a page made of tables are cells.
_WIDER, _WIDER_THAN_CELLS = 1.3, 2.0
_CELLS = frozenset({"td", "th"})
_FRAMES = frozenset({"nav", "aside", "footer", "header", "li", "form"})
_LEAF = frozenset({"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "figcaption", "dd"})


def by_theme(page: Page, inside: LexborNode | None = None) -> LexborNode | None:
    """Return the container of the first theme whose marks are on the page, or ``inside`` it."""
    for theme in THEMES:
        for selector in theme.body:
            found = [node for node in page.shown(selector)[:_MOST] if not _is_teaser(node)]
            found = [node for node in found if inside is None or page.holds(inside, node)]
            if found:
                return max(found, key=lambda node: (page.weight(node), letters_in(node)))
    return None


def by_text(page: Page) -> LexborNode | None:
    """Return the element that most of the page's running text stands in, boxes left out."""
    score: dict[int, float] = defaultdict(float)
    nodes: dict[int, LexborNode] = {}
    total = page.weight(page.body)
    for node, length in page.paragraphs:
        chain = [*([] if node.tag in _LEAF else [node]), *page.ancestors(node)]
        if any(_is_box(page, one, total) for one in chain):
            continue
        for level, one in enumerate(chain[:_LEVELS]):
            nodes[one.mem_id] = one
            score[one.mem_id] += length / (level + 1)
    if not score:
        return None
    best = nodes[max(score, key=lambda key: score[key])]
    crossed = best.tag in _CELLS
    for above in page.ancestors(best):
        gain = _WIDER_THAN_CELLS if crossed else _WIDER
        if above.mem_id in nodes and page.weight(above) >= gain * page.weight(best):
            best, crossed = above, False
        crossed = crossed or above.tag in _CELLS
    return best


def is_wrong(page: Page, node: LexborNode, other: LexborNode) -> bool:
    """Tell whether a theme's container holds too little of what ``other`` holds."""
    if page.holds(node, other):
        return False
    return page.weight(node) < _LEAST_SHARE * page.weight(other)


def _is_box(page: Page, node: LexborNode, total: int) -> bool:
    furniture = node.tag in _FRAMES or is_furniture_name(names_of(node))
    return furniture and page.weight(node) <= total / 2


def _is_teaser(node: LexborNode) -> bool:
    """Tell whether the container belongs to a teaser of another story."""
    above = node.parent
    for _ in range(6):
        if above is None:
            return False
        if above.tag in {"li", "aside", "nav", "footer"}:
            return True
        above = above.parent
    return False
