"""The text of an article: what stands in its container, its lead and captions above, no more."""

from __future__ import annotations

import trafilatura
from selectolax.lexbor import LexborNode

from hoinghi.sources.markup import text_of, text_of_fragment, tidy
from hoinghi.sources.pages.authors import signatures
from hoinghi.sources.pages.container import by_text, by_theme, is_wrong
from hoinghi.sources.pages.frame import Body
from hoinghi.sources.pages.furniture import furniture_in, is_furniture_name
from hoinghi.sources.pages.stories import copies_in, first_story, readers_in
from hoinghi.sources.pages.themes import CAPTIONS, LEADS
from hoinghi.sources.pages.tree import PARAGRAPH, Page, letters_in, line_of, names_of
from hoinghi.stages.layout import find_regions, mask
from hoinghi.text import fold, squeeze

# trafilatura takes seconds on more: characters, nested elements, elements.
_LARGEST, _DEEPEST, _MOST_ELEMENTS = 2_000_000, 80, 15_000
# Above this a page needs no second opinion.
_ENOUGH = 250
_SHORTEST_LEAD, _LONGEST_LEAD = 20, 1500
_NO_LEADS = frozenset({"ul", "ol", "nav", "form", "aside"})
_FIRST_LINES = 6
_SLACK = 40


def container_of(page: Page) -> LexborNode | None:
    """Return the element that holds the article, ``None`` where the page has no running text."""
    story = first_story(page)
    if story is not None:
        return by_theme(page, story) or story
    themed, other = by_theme(page), by_text(page)
    if themed is None:
        return other
    if other is not None and is_wrong(page, themed, other) and _elsewhere(page, themed, other):
        return other
    return themed


def _elsewhere(page: Page, themed: LexborNode, other: LexborNode) -> bool:
    """Tell whether trafilatura, too, finds the article in ``other`` rather than in ``themed``."""
    found = fold(squeeze(by_trafilatura(page)))
    if len(found) <= 2 * letters_in(themed):
        return False
    here, there = (fold(line_of(page.text_after(None, one)))[:PARAGRAPH] for one in (themed, other))
    return there in found and not (here and here in found)


def by_trafilatura(page: Page) -> str:
    """Return the text that trafilatura takes for the article; empty if it finds none."""
    html = page.tree.html or ""
    if page.length < PARAGRAPH or len(html) > _LARGEST:
        return ""
    if page.depth > _DEEPEST or len(page.spans) > _MOST_ELEMENTS:
        return ""
    found = trafilatura.extract(
        html, output_format="html", include_comments=False, include_tables=True
    )
    return text_of_fragment(found) if found else ""


def body_of(page: Page, container: LexborNode | None, headline: LexborNode | None) -> str:
    """Return the article's text without its headline; empty where there is none."""
    if container is None:
        return by_trafilatura(page)
    skipped = furniture_in(page, container)
    skipped |= {node.mem_id for node in signatures(container)}
    skipped |= copies_in(page, container) | readers_in(page, container)
    above: list[str] = []
    if headline is not None and page.holds(container, headline):
        skipped |= _up_to(page, container, headline)
    elif headline is not None:
        above = _above(page, headline, container)
    text = text_of(container, skipped)
    if len(text) < _ENOUGH:
        text = max(text, by_trafilatura(page), key=len)
    known = fold(squeeze(text[: 2 * _LONGEST_LEAD]))
    return "\n\n".join([*(line for line in above if fold(line)[:PARAGRAPH] not in known), text])


def _up_to(page: Page, container: LexborNode, headline: LexborNode) -> set[int]:
    """Return the ``mem_id`` of all in the container that ends before its headline does."""
    skipped = {headline.mem_id}
    for node in [headline, *page.ancestors(headline)]:
        if node.mem_id == container.mem_id:
            return skipped
        before = node.prev
        while before is not None:
            skipped.add(before.mem_id)
            before = before.prev
    return skipped


def _above(page: Page, headline: LexborNode, container: LexborNode) -> list[str]:
    """Return the lead and captions that stand between the headline and the text."""
    marked = {node.mem_id for node in page.shown(f"{LEADS}, {CAPTIONS}")}
    found: list[str] = []
    for node in page.between(headline, container):
        if node.is_text_node or node.tag in _NO_LEADS or is_furniture_name(names_of(node)):
            continue
        own = [part for part in [node, *node.css("*")] if part.mem_id in marked]
        lines = text_of(node, furniture_in(page, node)).split("\n")
        leads = fold("\n".join(text_of(part) for part in own))
        found.extend(
            line
            for line in lines
            if len(line) >= PARAGRAPH or (len(line) >= _SHORTEST_LEAD and fold(line) in leads)
        )
    return found


def whole(body: str, title: str | None) -> Body:
    """Return ``body`` below its headline, and the lines left out of it as furniture."""
    text = body if not title or _opens(body, title) else f"{title}\n\n{body}"
    kept: list[str] = []
    dropped: list[str] = []
    at = 0
    masked = mask(text, find_regions(text, title=title))
    for line in text.split("\n"):
        furniture = line and not masked[at : at + len(line)].strip()
        (dropped if furniture else kept).append(line)
        at += len(line) + 1
    return Body(tidy("\n".join(kept)), tuple(dropped))


def _opens(body: str, title: str) -> bool:
    """Tell whether one of the first lines is the title, give or take a little at its end."""
    key = fold(title)
    lines = body.split("\n", _FIRST_LINES)[:_FIRST_LINES]
    return any(fold(line).startswith(key) and len(line) <= len(key) + _SLACK for line in lines)
