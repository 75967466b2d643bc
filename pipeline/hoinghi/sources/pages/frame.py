"""Where the parts of an article stand on its page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from hoinghi.sources.pages.tree import Page

_STEPS = 6
_LISTS = frozenset({"ul", "ol", "aside", "nav", "footer", "script"})


@dataclass(frozen=True, slots=True)
class Frame:
    """The parts of an article.

    Attributes:
        container: The element that holds the text.
        headline: The element that shows the headline.
        above: What stands between the headline and the text, in order.
        start: What the text begins with.
        below: What follows the text and is no text itself, a few elements.
        scope: The smallest element that holds headline and text.
    """

    container: LexborNode | None
    headline: LexborNode | None
    above: tuple[LexborNode, ...]
    start: LexborNode | None
    below: tuple[LexborNode, ...]
    scope: LexborNode | None


@dataclass(frozen=True, slots=True)
class Body:
    """The text of an article and the lines that were left out of it as furniture."""

    text: str
    dropped: tuple[str, ...]


def frame_of(page: Page, container: LexborNode | None, headline: LexborNode | None) -> Frame:
    """Return the parts of the article in ``container`` below ``headline``."""
    below = () if container is None else tuple(_below(page, container))
    if container is None or headline is None:
        return Frame(container, headline, (), container, below, container)
    start: LexborNode | None = container
    if page.holds(container, headline):
        start = page.text_after(headline, container)
    above = () if start is None else tuple(page.between(headline, start))
    return Frame(container, headline, above, start, below, page.around(headline, container))


def _below(page: Page, container: LexborNode) -> Iterator[LexborNode]:
    node = container.next
    for _ in range(_STEPS):
        if node is None:
            return
        if node.is_element_node and page.weight(node) == 0 and node.tag not in _LISTS:
            yield node
        node = node.next
