"""Pages that show more than one whole article, or one article twice."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate

from selectolax.lexbor import LexborNode

from hoinghi.sources.pages.headline import is_declared
from hoinghi.sources.pages.tree import Page, line_of, names_of
from hoinghi.stages.layout.patterns import FORM
from hoinghi.text import fold

# Running text of the page's own story, of each that follows, and of a copy, in characters.
_OWN, _NEXT, _COPY = 250, 160, 250
_MOST_HEADINGS = 60
_LONGEST_HEADING = 60
_MOST_LETTERS = 400
# How many nodes a heading of a few words is made of, at most.
_SHORT = 20


def first_story(page: Page) -> LexborNode | None:
    """Return the page's own story where others follow it whole, as endless pages load them.

    They are neighbours with the same names, each with a headline of the same kind and a time;
    the first one's headline is the title of the page.
    """
    headings = page.shown("h1, h2, h3")[:_MOST_HEADINGS]
    for at, heading in enumerate(headings):
        kind = _kind(heading)
        if heading.css_first("a") is not None or not is_declared(page, line_of(heading)):
            continue
        others = [one for one in headings[at + 1 :] if _kind(one) == kind]
        for story in page.ancestors(heading):
            above = story.parent
            if above is None or page.weight(story) < _OWN:
                continue
            if any(page.holds(story, one) for one in others):
                break
            following = [one for one in _following(story) if _kind(one) == _kind(story)]
            if any(_is_story(page, one, others) for one in following) and _is_dated(story):
                return story
    return None


def _kind(node: LexborNode) -> tuple[str, str]:
    return node.tag or "", " ".join(sorted(names_of(node).split())[:1])


def _following(node: LexborNode) -> Iterator[LexborNode]:
    after = node.next
    while after is not None:
        if after.is_element_node:
            yield after
        after = after.next


def _is_dated(node: LexborNode) -> bool:
    return node.css_first("time") is not None


def _is_story(page: Page, node: LexborNode, headings: list[LexborNode]) -> bool:
    headed = any(page.holds(node, one) for one in headings)
    return headed and page.weight(node) >= _NEXT and _is_dated(node)


def copies_in(page: Page, top: LexborNode) -> set[int]:
    """Return the ``mem_id`` of the elements below ``top`` that only repeat what stands above.

    Themes write an article twice, for wide and for narrow screens; a style sheet shows one.
    """
    seen: set[str] = set()
    again: set[int] = set()
    length = 0
    paragraphs = [(node, size) for node, size in page.paragraphs if page.holds(top, node)]
    for node, size in paragraphs:
        key = fold(line_of(node)[:_MOST_LETTERS])
        if key in seen:
            again.add(node.mem_id)
            length += size
        seen.add(key)
    if len(again) < 2 or length < _COPY:  # an article may repeat a sentence
        return set()
    starts = [page.span(node)[0] for node, _ in paragraphs if node.mem_id in again]
    sums = [0, *accumulate(size for node, size in paragraphs if node.mem_id in again)]
    found: set[int] = set()
    end = -1
    for node, _ in paragraphs:
        if node.mem_id not in again or page.span(node)[0] <= end:
            continue
        widest = node
        for above in page.ancestors(node):
            first, last = page.span(above)
            copied = sums[bisect_right(starts, last)] - sums[bisect_left(starts, first)]
            if above.mem_id == top.mem_id or page.weight(above) > copied:
                break
            widest = above
        found.add(widest.mem_id)
        end = page.span(widest)[1]
    return found


def readers_in(page: Page, top: LexborNode) -> set[int]:
    """Return the ``mem_id`` of what readers wrote below ``top``: all beside a heading of theirs.

    However long it is, it follows the article's own text.
    """
    begin = page.text_after(None, top)
    found: set[int] = set()
    for node in top.css("h2, h3, h4, h5, h6"):
        line = line_of(node) if page.span(node)[1] - page.span(node)[0] < _SHORT else ""
        if not line or len(line) > _LONGEST_HEADING or not FORM.match(fold(line)):
            continue
        box = node.parent
        if begin is None or box is None or page.span(begin)[0] > page.span(node)[0]:
            continue
        whole = not page.holds(box, begin) and page.holds(top, box)
        parts = [box] if whole else [node, *_following(node)]
        found |= {one.mem_id for one in parts if one.mem_id != top.mem_id}
    return found
