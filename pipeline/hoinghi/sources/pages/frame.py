"""Where the parts of an article stand on its page."""

from __future__ import annotations

from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from hoinghi.sources.pages.tree import Page


@dataclass(frozen=True, slots=True)
class Frame:
    """The parts of an article.

    Attributes:
        container: The element that holds the text.
        headline: The element that shows the headline.
        above: What stands between the headline and the text, in order.
        scope: The smallest element that holds headline and text.
    """

    container: LexborNode | None
    headline: LexborNode | None
    above: tuple[LexborNode, ...]
    scope: LexborNode | None


def frame_of(page: Page, container: LexborNode | None, headline: LexborNode | None) -> Frame:
    """Return the parts of the article in ``container`` below ``headline``."""
    if container is None or headline is None:
        return Frame(container, headline, (), container)
    start: LexborNode | None = container
    if page.holds(container, headline):
        start = page.first_paragraph_after(headline, container)
    above = () if start is None else tuple(page.between(headline, start))
    return Frame(container, headline, above, page.around(headline, container))
