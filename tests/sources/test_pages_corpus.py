"""The benchmark of pages agrees with itself: every line of its gold stands on its page."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

CORPUS = Path(__file__).parents[2] / "corpus" / "pages"
PAGES = sorted(CORPUS.glob("*/*.html"))
KEYS = [
    "theme",
    "url",
    "title",
    "published",
    "author",
    "site",
    "unit",
    "paragraphs",
    "furniture",
]
LEAST_FURNITURE = 25
# A line of the page may hold this many letters that no line of its gold holds: bullets, arrows.
LEFT_OVER = 20

_HIDDEN = {"script", "style", "noscript", "template", "head", "iframe", "svg", "textarea"}
_INLINE = set(
    "a abbr b big cite code del em font i img ins kbd label mark o:p q s small span strike strong "
    "sub sup time tt u var".split()
)

each_page = pytest.mark.parametrize(
    "page", PAGES, ids=lambda path: f"{path.parent.name}/{path.stem}"
)


def _squeeze(text: str) -> str:
    return " ".join(text.split())


def _concealed(node: LexborNode) -> bool:
    style = (node.attributes.get("style") or "").replace(" ", "")
    return "hidden" in node.attributes or "display:none" in style


def _gather(node: LexborNode, out: list[str]) -> None:
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            out.append(" ".join((child.text_content or "").split("\n")))
        elif child.tag not in _HIDDEN and not _concealed(child):
            edge = "" if child.tag in _INLINE else "\n"
            out.append(edge)
            _gather(child, out)
            out.append(edge)


@cache
def visible_lines(path: Path) -> list[str]:
    body = LexborHTMLParser(path.read_text(encoding="utf-8")).body
    out: list[str] = []
    if body is not None:
        _gather(body, out)
    lines = (_squeeze(line) for line in "".join(out).split("\n"))
    return [line for line in lines if line]


@cache
def gold(path: Path) -> dict[str, object]:
    return json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))


def _pieces(paragraph: str) -> list[str]:
    """A row of a table is its cells; anything else is itself."""
    return [piece for piece in paragraph.split(" | ") if piece]


def test_the_benchmark_has_pages_and_each_page_its_gold():
    assert PAGES
    assert sorted(path.with_suffix(".html") for path in CORPUS.glob("*/*.json")) == PAGES


@each_page
def test_the_gold_has_its_keys_and_kinds(page):
    facts = gold(page)
    assert list(facts) == KEYS
    assert facts["theme"]
    assert facts["title"] == _squeeze(facts["title"])
    assert facts["published"] is None or date.fromisoformat(facts["published"])
    for key in ("url", "author", "site", "unit"):
        assert facts[key] is None or (facts[key] and facts[key] == _squeeze(facts[key]))
    for line in facts["paragraphs"] + facts["furniture"]:
        assert line == _squeeze(line)


@each_page
def test_title_and_paragraphs_stand_on_the_page(page):
    facts = gold(page)
    text = " ".join(visible_lines(page))
    wanted = [facts["title"]]
    for paragraph in facts["paragraphs"]:
        wanted += _pieces(paragraph)
    assert len(facts["paragraphs"]) >= 2
    assert [line for line in wanted if line not in text] == []


@each_page
def test_furniture_stands_on_the_page_and_never_in_the_article(page):
    facts = gold(page)
    text = " ".join(visible_lines(page))
    furniture = facts["furniture"]
    assert len(set(furniture)) >= LEAST_FURNITURE
    assert [line for line in furniture if line not in text] == []
    article = "\n".join(facts["paragraphs"])
    assert [line for line in furniture if line in article or line == facts["title"]] == []


@each_page
def test_no_visible_line_is_missing_from_the_gold(page):
    facts = gold(page)
    known = {facts["title"]}.union(facts["furniture"])
    for paragraph in facts["paragraphs"]:
        known.update(_pieces(paragraph))
    longest_first = sorted(known, key=len, reverse=True)
    whole = "\n".join(known)
    missing = []
    for line in visible_lines(page):
        if line in whole:
            continue
        rest = line
        for piece in longest_first:
            rest = rest.replace(piece, " ")
        if sum(letter.isalpha() for letter in rest) > LEFT_OVER:
            missing.append(line)
    assert missing == []
