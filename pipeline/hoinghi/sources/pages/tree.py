"""A page as a tree in which order, containment and the weight of running text are known."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate

from selectolax.lexbor import LexborHTMLParser, LexborNode

from hoinghi.sources.markup import BLOCKS, parse, text_of, walk
from hoinghi.text import nfc, squeeze

# Characters outside links from which a block is a paragraph of running text.
PARAGRAPH = 80
_END = 1 << 60
_MOST_METAS = 500
_MOST_SCRIPTS, _LONGEST_SCRIPT = 20, 200_000
_MOST_BETWEEN = 300
_MOST_OVERLAYS = 50
_OVERLAYS = (
    "div[class*=cookie i], div[id*=cookie i], div[class*=gdpr i], div[id*=gdpr i], "
    "div[class*=consent i], div[id*=consent i], dialog, [role=dialog], [role=alertdialog], "
    "[aria-modal=true]"
)


class Page:
    """The tree of a page.

    Attributes:
        tree: The parser's tree; nothing ever changes it.
        body: Its body.
        metas: What its ``<meta>`` say, by their names.
        linked_data: Its JSON-LD, as it is written.
        url: The page's own address where the container of the page gives it.
        spans: Where each element and each long text begins and ends, by its ``mem_id``.
        depth: How deep elements nest.
        length: How many characters of text it shows.
        paragraphs: Blocks of running text with its length in characters, in order.
    """

    def __init__(self, html: str, url: str | None = None) -> None:
        self.tree = parse(html)
        self.url = url
        self.metas = _metas(self.tree)
        scripts = self.tree.css("script[type='application/ld+json' i]")[:_MOST_SCRIPTS]
        self.linked_data = [text for one in scripts if len(text := one.text()) <= _LONGEST_SCRIPT]
        top = self.tree.body or self.tree.root
        if top is None:  # nothing but white space
            self.tree = parse("<p>")
            top = self.tree.body
        assert top is not None  # noqa: S101 - a tag always makes a body
        self.body: LexborNode = top
        self.length = self.depth = 0
        self.paragraphs: list[tuple[LexborNode, int]] = []
        self.spans: dict[int, tuple[int, int]] = {}
        self._texts: list[LexborNode] = []
        self._index()
        self._places = [self.spans[node.mem_id][0] for node, _ in self.paragraphs]
        self._pieces = [self.spans[node.mem_id][0] for node in self._texts]
        self._sums = [0, *accumulate(length for _, length in self.paragraphs)]

    def _index(self) -> None:
        """Number the elements and weigh the text that stands directly in each block."""
        blocks: list[tuple[LexborNode, int, int]] = []  # element, its number, text outside links
        begun: dict[int, int] = {}
        found: list[tuple[int, LexborNode, int]] = []
        links = 0
        for number, (node, entered) in enumerate(walk(self.body, _overlays(self.body))):
            if node.is_text_node:
                length = len((node.text_content or "").strip())
                self.length += length
                if blocks and not links:
                    element, at, weight = blocks[-1]
                    blocks[-1] = (element, at, weight + length)
                if length >= PARAGRAPH and not links:
                    self._texts.append(node)
                    self.spans[node.mem_id] = (number, number)
                continue
            tag, key = node.tag or "", node.mem_id
            if entered:
                begun[key] = number
                self.depth = max(self.depth, len(begun))
            else:
                self.spans[key] = (begun.pop(key), number)
            if tag == "a":
                links += 1 if entered else -1
            elif is_block(tag):
                if entered:
                    blocks.append((node, number, 0))
                    continue
                element, at, weight = blocks.pop()
                if weight >= PARAGRAPH:
                    found.append((at, element, weight))
        self.spans[self.body.mem_id] = (-1, _END)
        found.sort(key=lambda one: one[0])
        self.paragraphs = [(element, weight) for _, element, weight in found]

    def span(self, node: LexborNode) -> tuple[int, int]:
        """Return where ``node`` begins and ends in document order; nowhere if it is not shown."""
        return self.spans.get(node.mem_id, (-2, -2))

    def holds(self, outer: LexborNode, inner: LexborNode) -> bool:
        """Tell whether ``inner`` is ``outer`` or lies below it."""
        (start, end), (first, last) = self.span(outer), self.span(inner)
        return start <= first and last <= end

    def weight(self, node: LexborNode) -> int:
        """Return the length of the paragraphs of running text in ``node``."""
        start, end = self.span(node)
        first, last = bisect_left(self._places, start), bisect_right(self._places, end)
        return self._sums[last] - self._sums[first]

    def text_after(self, node: LexborNode | None, inside: LexborNode) -> LexborNode | None:
        """Return where running text begins in ``inside``, below ``node`` if that is given.

        It is a paragraph, or a long piece of text where line breaks alone part the paragraphs.
        """
        begin, end = self.span(inside)
        after = begin - 1 if node is None else self.span(node)[1]
        at, piece = bisect_right(self._places, after), bisect_right(self._pieces, after)
        first = self._places[at] if at < len(self._places) else _END
        long = self._pieces[piece] if piece < len(self._pieces) else _END
        nearest = min(first, long)
        if nearest > end or nearest == _END:
            return None
        if first > long or (self.paragraphs[at][0].mem_id == inside.mem_id and long <= end):
            return self._texts[piece]
        return self.paragraphs[at][0]

    def ancestors(self, node: LexborNode) -> Iterator[LexborNode]:
        """Yield the elements around ``node`` up to the body, the nearest first."""
        above = node.parent
        while above is not None and above.mem_id in self.spans:
            yield above
            above = above.parent

    def around(self, first: LexborNode, second: LexborNode) -> LexborNode:
        """Return the smallest element that holds both."""
        for above in (first, *self.ancestors(first)):
            if self.holds(above, second):
                return above
        return self.body

    def shown(self, selector: str) -> list[LexborNode]:
        """Return the elements of the body that ``selector`` finds, in order."""
        return [node for node in self.tree.css(selector) if node.mem_id in self.spans]

    def between(self, first: LexborNode, last: LexborNode) -> list[LexborNode]:
        """Return the largest subtrees, pieces of text too, between two nodes, in order.

        No more than a few hundred, for headline and text are neighbours; none where ``last``
        lies in ``first`` or does not come after it.
        """
        found: list[LexborNode] = []
        if self.holds(first, last) or self.span(last)[0] < self.span(first)[1]:
            return found
        at: LexborNode | None = first
        while at is not None and len(found) < _MOST_BETWEEN:
            following = at.next
            while following is None and at is not None:  # climb
                at = at.parent
                if at is None:
                    return found
                following = at.next
            at = following
            while at is not None and at.mem_id in self.spans and self.holds(at, last):  # descend
                if at.mem_id == last.mem_id:
                    return found
                inner = at.child
                if inner is None:
                    return found
                at = inner
            if at is not None and at.mem_id != last.mem_id:
                found.append(at)
            else:
                return found
        return found


def letters_in(node: LexborNode) -> int:
    """Return how many characters of text stand below ``node``, white space left out."""
    return len("".join(node.text().split()))


def is_block(tag: str) -> bool:
    """Tell whether an element stands on lines of its own; cells and items do, too."""
    return tag in BLOCKS or tag in {"li", "td", "th"}


def names_of(node: LexborNode) -> str:
    """Return the class names and the id of an element, parted by blanks."""
    attributes = node.attributes
    return f"{attributes.get('class') or ''} {attributes.get('id') or ''}"


def line_of(node: LexborNode | None) -> str:
    """Return all the text of an element on one line, in NFC."""
    if node is None:
        return ""
    if node.is_text_node:
        return squeeze(nfc(node.text_content or ""))
    return squeeze(text_of(node))


def attribute(node: LexborNode, name: str) -> str:
    """Return an attribute in NFC on one line; empty where there is none."""
    return squeeze(nfc(node.attributes.get(name) or ""))


def meta(page: Page, names: tuple[str, ...]) -> str | None:
    """Return the content of the first ``<meta>`` with one of ``names``, the first name first."""
    return next((page.metas[name] for name in names if page.metas.get(name)), None)


def _overlays(body: LexborNode) -> set[int]:
    """Return the ``mem_id`` of what lies over the page and asks for consent; never its article."""
    found = body.css(_OVERLAYS)[:_MOST_OVERLAYS]
    return {node.mem_id for node in found if node.css_first("h1, article, main") is None}


def _metas(tree: LexborHTMLParser) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.css("meta[content]")[:_MOST_METAS]:
        for key in ("property", "name", "itemprop"):
            found.setdefault(attribute(node, key).lower(), attribute(node, "content"))
    return found
