"""Figures of the page reader over the benchmark of pages, beside plain trafilatura.

Run ``python tests/bench/bench_pages.py [FOLDER ...]``; without folders all of ``corpus/pages``.
``--errors`` prints what went wrong on each page, but never of a folder named ``p3``: it is held
out, so that no rule is ever made for it.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import trafilatura
from pasted import pasted

from hoinghi.errors import ReadError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sources.pages import read_page_text
from hoinghi.sources.published import parse_published
from hoinghi.stages.layout import find_regions, mask
from hoinghi.stages.places import find_home
from hoinghi.text import nfc, squeeze

PAGES = Path(__file__).parents[2] / "corpus" / "pages"
HELD_OUT = "p3"
SETTINGS = Settings()
SHORT = 20  # characters from which a line of furniture is looked for inside other lines
FACTS = ("title", "published", "author", "site")


@dataclass
class Score:
    """Counts over some pages."""

    pages: int = 0
    failed: int = 0
    paragraphs: int = 0
    kept: int = 0
    furniture: int = 0
    dropped: int = 0
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys((*FACTS, "unit"), 0))
    wrong_days: int = 0
    missing_days: int = 0
    seconds: float = 0.0
    size: int = 0
    errors: list[str] = field(default_factory=list)

    def add(self, name: str, gold: dict[str, Any], article: Article | None) -> None:
        self.pages += 1
        self.failed += article is None
        article = article or Article(text="")
        self._text(name, gold, article)
        said = {
            "title": article.title,
            "published": str(article.published) if article.published else None,
            "author": article.author,
            "site": article.site,
        }
        for fact in FACTS:
            wanted = gold[fact]
            if fact == "site" and wanted:
                wanted = wanted.removeprefix("www.")
            self._fact(name, fact, wanted, said[fact])
        if said["published"] != gold["published"]:
            self.wrong_days += said["published"] is not None
            self.missing_days += said["published"] is None
        self._fact(name, "unit", gold["unit"], unit_of(article))

    def _fact(self, name: str, fact: str, wanted: str | None, said: str | None) -> None:
        if _key(wanted) == _key(said):
            self.right[fact] += 1
        else:
            self.errors.append(f"{name} {fact}: {said!r} for {wanted!r}")

    def _text(self, name: str, gold: dict[str, Any], article: Article) -> None:
        text = squeeze(nfc(article.text))
        lines = {squeeze(line) for line in article.text.split("\n")}
        for paragraph in map(squeeze, map(nfc, gold["paragraphs"])):
            kept = _occurs(paragraph, text)
            self.paragraphs += 1
            self.kept += kept
            if not kept:
                self.errors.append(f"{name} lost: {paragraph}")
        for line in map(squeeze, map(nfc, gold["furniture"])):
            left = line in lines or (len(line) >= SHORT and line in text)
            self.furniture += 1
            self.dropped += not left
            if left:
                self.errors.append(f"{name} left: {line}")


def _key(value: str | None) -> str | None:
    return None if value is None else squeeze(nfc(value)).casefold()


def _occurs(paragraph: str, text: str) -> bool:
    """Tell whether a paragraph is in the text; the cells of a row need only follow each other."""
    if paragraph in text:
        return True
    cells = [re.escape(cell) for cell in paragraph.split(" | ")]
    return len(cells) > 1 and re.search(r"[\s|]{1,5}".join(cells), text) is not None


def unit_of(article: Article) -> str | None:
    """Return the full name of the unit that site and owner lines give."""
    home = find_home(
        [], "", published=article.published, site=article.site, owner=article.owner or ""
    )
    return home.units[0].name if home.units else None


def ours(html: str, name: str) -> Article | None:
    try:
        return read_page_text(html, name, SETTINGS)
    except ReadError:
        return None


def plain(html: str, name: str) -> Article | None:
    """Return what trafilatura makes of a page with its defaults."""
    document = trafilatura.bare_extraction(html, with_metadata=True)
    if document is None:
        return None
    day = getattr(document, "date", None)
    return Article(
        text=trafilatura.extract(html) or "",
        title=document.title,
        published=parse_published(day or ""),
        source=name,
        site=document.hostname,
        author=document.author,
    )


def pasted_as_text(html: str, name: str) -> Article | None:
    """Return what is left of the page's visible lines when there are no tags to go by."""
    text = nfc(pasted(html))
    return Article(text=mask(text, find_regions(text)), source=name)


def measure(folder: Path, read: Callable[[str, str], Article | None]) -> dict[str, Score]:
    """Return the scores by theme, that of all pages under ``all``."""
    scores = {"all": Score()}
    for path in sorted(folder.glob("*.html")):
        gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        html = path.read_text(encoding="utf-8", errors="replace")
        read(html, path.name)  # so that no page pays for loading what is loaded once
        start = time.process_time()
        article = read(html, path.name)
        spent = time.process_time() - start
        for score in (scores["all"], scores.setdefault(gold["theme"], Score())):
            score.add(path.name, gold, article)
            score.seconds += spent
            score.size += len(html.encode())
    return scores


def row(name: str, score: Score, *, facts_too: bool = True) -> str:
    """Return one line of the table; without the facts where the reading gives none."""
    n = max(1, score.pages)
    if not facts_too:
        kept, dropped = score.kept / score.paragraphs, score.dropped / score.furniture
        return f"{name[:34]:34} {score.pages:3} {100 * kept:6.2f} {100 * dropped:6.2f}"
    facts = " ".join(f"{100 * score.right[fact] / n:6.1f}" for fact in (*FACTS, "unit"))
    return (
        f"{name[:34]:34} {score.pages:3} {100 * score.kept / max(1, score.paragraphs):6.2f} "
        f"{100 * score.dropped / max(1, score.furniture):6.2f} {facts} "
        f"{score.wrong_days:5} {score.missing_days:5} {score.failed:4} "
        f"{1000 * score.seconds / n:6.1f} {score.size / max(score.seconds, 1e-9) / 1e6:6.2f}"
    )


def main(arguments: list[str]) -> None:
    """Print the tables."""
    folders = [Path(one) for one in arguments if not one.startswith("--")]
    for folder in folders or sorted(path for path in PAGES.iterdir() if path.is_dir()):
        print(f"\n{folder.name}")
        print(
            f"{'':34} {'n':>3} {'kept%':>6} {'drop%':>6} {'title':>6} {'publ.':>6} {'author':>6} "
            f"{'site':>6} {'unit':>6} {'wrong':>5} {'miss':>5} {'fail':>4} {'ms':>6} {'MB/s':>6}"
        )
        scores = measure(folder, ours)
        held_out = folder.name == HELD_OUT
        for theme, score in scores.items():
            if theme == "all" or not held_out:
                print(row(theme, score))
        text = measure(folder, pasted_as_text)["all"]
        print(row("pasted as text, all", text, facts_too=False))
        print(row("trafilatura, all", measure(folder, plain)["all"]))
        if "--errors" in arguments and not held_out:
            print("\n".join(scores["all"].errors))


if __name__ == "__main__":
    main(sys.argv[1:])
