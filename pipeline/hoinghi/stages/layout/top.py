"""What stands above an article: the site's owner, its menu, its path."""

from __future__ import annotations

import re

from hoinghi.stages.layout import patterns as p
from hoinghi.stages.layout.lines import Line, is_date_line
from hoinghi.text import fold

_WORD = re.compile(r"[^\W_]+")
_LINES = 12  # lines from the top among which a page's head may end
# What share of the title's words a headline has, and of the words of the shorter of the two.
_ALIKE = 0.5
_WHOLE = 0.6
_NAME = 60  # characters of the longest line that may be a site's name


def mark_top(lines: list[Line], kinds: list[str], title: str | None) -> None:
    """Turn the kinds of the lines above an article's headline into ``furniture``.

    What ends the page's head, in turn: the line above the one that says what ``title`` says; the
    last menu, path or address of the site; a unit and the one around it; a date stamp below
    names of the owner. The letterhead of an invitation or a record belongs to the text.

    Args:
        lines: The lines of the page.
        kinds: The kind of each, changed in place.
        title: The headline where the source gives it apart.
    """
    end = _headline(lines, title)
    if end is None:
        end = _menu(lines, kinds) or _owners(lines, kinds, fold(title or "").strip())
    letter = any(p.LETTERHEAD.match(line.folded) for line in lines[: end + 4])
    if end and not letter:
        kinds[:end] = ["furniture"] * end


def _headline(lines: list[Line], title: str | None) -> int | None:
    """Return the index of the first line that says what the title says, if there is one.

    None lies below a sentence, or below the date stamp that follows a headline.
    """
    wanted = set(_WORD.findall(fold(title or "")))
    if len(wanted) < 4:
        return None
    for i, line in enumerate(lines[:_LINES]):
        if line.is_paragraph or line.ends_sentence or is_date_line(line):
            break
        said = set(_WORD.findall(line.folded))
        shared = len(wanted & said)
        if shared >= _WHOLE * min(len(wanted), len(said)) and shared >= _ALIKE * len(wanted):
            return i
    return None


def _menu(lines: list[Line], kinds: list[str]) -> int:
    """Return the index behind the last menu or address of the site at the top, else 0."""
    end = 0
    for i, line in enumerate(lines[: _LINES // 2]):
        if p.SITE_LINE.match(line.folded) or p.BREADCRUMB.match(line.folded) or _is_menu(line):
            end = i + 1
        elif kinds[i] == "furniture":  # a day at the top of a page
            continue
        elif not _may_be_owner(line):
            break
    return end


def _may_be_owner(line: Line) -> bool:
    """Tell whether a line above a menu can be the site's name rather than a headline."""
    if line.ends_sentence or len(line.text) > _NAME or any(c.isdigit() for c in line.text):
        return False
    named = line.text.isupper() or p.OWNER_START.match(line.folded) is not None
    return named and p.EVENT_WORDS.search(line.folded) is None


def _is_menu(line: Line) -> bool:
    """Tell whether a line is a row of short items between signs of a menu."""
    items = [item for item in p.MENU_SIGN.split(line.folded) if item.strip()]
    short = all(len(item.split()) <= 6 for item in items)
    return short and (len(items) > 2 or p.MENU_MARK.search(line.folded) is not None)


def _owners(lines: list[Line], kinds: list[str], wanted: str) -> int:
    """Return how many lines at the top name the site's owner, else 0."""
    end = 0
    while end < min(3, len(lines)) and _is_owner(lines[end], wanted):
        end += 1
    chain = any(p.OWNER_CHAIN.match(line.folded) for line in lines[:end])
    if chain and end < len(lines):
        return end
    return end if "furniture" in kinds[end : end + 2] else 0


def _is_owner(line: Line, wanted: str) -> bool:
    """Tell whether a line names an office or a unit and says nothing of it."""
    plain = {word for word in line.text.split() if word.islower()}
    return (
        len(line.text) <= 90
        and plain <= p.OWNER_WORDS
        and line.folded != wanted
        and p.MASTHEAD.match(line.folded) is not None
    )
