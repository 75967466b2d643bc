"""What a page says of its article in JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from hoinghi.sources.markup import text_of_fragment, tidy
from hoinghi.sources.pages.tree import Page
from hoinghi.text import fold, nfc, squeeze

_ARTICLE_TYPES = frozenset(
    "article newsarticle blogposting reportagenewsarticle report analysisnewsarticle".split()
)
_LISTS = frozenset("collectionpage searchresultspage itemlist".split())

# Markup in what should be plain text.
_TAG = re.compile(r"<(?:p|br|div)\b", re.IGNORECASE)

Node = Mapping[str, Any]


def described(page: Page) -> list[Node]:
    """Return the articles that the page's JSON-LD describes at its top level."""
    return [node for node in _nodes(page) if not _ARTICLE_TYPES.isdisjoint(_types(node))]


def is_list(page: Page) -> bool:
    """Tell whether the page calls itself a list of others."""
    return any(not _LISTS.isdisjoint(_types(node)) for node in _nodes(page))


def own(page: Page, title: str | None) -> list[Node]:
    """Return the descriptions that are this article's: those of its headline, else all."""
    found = described(page)
    wanted = fold(title or "")
    named = [node for node in found if wanted and fold(text(node.get("headline"))) == wanted]
    return named or found


def text(value: object) -> str:
    """Return a value of JSON-LD on one line, empty if it is no text."""
    return squeeze(nfc(value)) if isinstance(value, str) else ""


def told(page: Page) -> str:
    """Return the text of the one article that the page's JSON-LD holds whole; empty without.

    Pages that a script builds show nothing else when they are saved.
    """
    found = described(page)
    value = found[0].get("articleBody") if len(found) == 1 else None
    if not isinstance(value, str):
        return ""
    return text_of_fragment(value) if _TAG.search(value) else tidy(nfc(value))


def people(node: Node, page: Page) -> Iterator[str]:
    """Yield the names of the authors of a description that are not said to be organizations."""
    for author in _listed(node.get("author")):
        if isinstance(author, str):
            yield text(author)
        elif isinstance(author, dict) and "organization" not in _types(author):
            yield text(author.get("name")) or _referred(author.get("@id"), page)


def _referred(key: object, page: Page) -> str:
    nodes = (one for one in _nodes(page) if one.get("@id") == key and key is not None)
    return next((name for one in nodes if (name := text(one.get("name")))), "")


def _nodes(page: Page) -> Iterator[Node]:
    for source in page.linked_data:
        try:
            value = json.loads(source, strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _listed(value):
            graph = item.get("@graph", [item]) if isinstance(item, dict) else []
            yield from (node for node in _listed(graph) if isinstance(node, dict))


def _types(node: Node) -> set[str]:
    return {kind.lower() for kind in _listed(node.get("@type")) if isinstance(kind, str)}


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]
