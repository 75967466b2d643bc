"""The page's own address: whose host it is, and the day that it may hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from hoinghi.sources.pages.linked_data import own
from hoinghi.sources.pages.tree import Page, attribute, meta
from hoinghi.sources.table_rows import host
from hoinghi.text import nfc

# How browsers note where a page was saved from.
_SAVED = re.compile(r"<!--\s{0,5}saved from url=\(\d{1,6}\)([^\s>]{1,2000}?)\s{0,5}-->")
_HEAD = 5000
_HOST = re.compile(r"(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,10}", re.IGNORECASE)
_NAMED = re.compile(
    r"(?:(?:web\s?site|trang web|địa chỉ web|tên miền|ghi rõ nguồn)\s?:?\s{0,3}\W?"
    r"|(?<!\w)(?=www\.)|\n\s*(?=https?://[^\s/]+/?\s*(?:\n|\Z)))(?:https?://)?"
    r"((?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,10})(?![\w@.-]*@)",
    re.IGNORECASE,
)
# The bottom of a page, in characters.
_IMPRINT = 1500
# A day in three parts of its own, and the clock of newspapers' systems in the number of an article:
# year, month, day, hour, minute, second, with or without milliseconds. Eight digits alone may be
# any number.
_FOLDERS = re.compile(r"/((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})(?=/)")
_CLOCK = re.compile(
    r"(?<!\d)(20\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d[0-5]\d(?:\d{3})?(?!\d)"
)


def saved_from(html: str) -> str | None:
    """Return the address that a browser noted at the top of a page that it saved."""
    found = _SAVED.search(html[:_HEAD])
    return found[1] if found else None


def addresses(page: Page, title: str | None) -> list[str]:
    """Return what the page says to be its own addresses, the surest first."""
    return [one for one in _addresses(page, title) if host(one) is not None]


def named_host(page: Page) -> str | None:
    """Return the host that a page gives as its own where it does not give its whole address.

    It may be the base of its links, the name of the site, or the imprint at the bottom, where
    ``Website:`` or ``Ghi rõ nguồn`` stands before it.
    """
    base = page.tree.css_first("base[href]")
    name = meta(page, ("og:site_name", "application-name")) or ""
    said = [attribute(base, "href")] if base is not None else []
    said += [name] if _HOST.fullmatch(name) else []
    if found := next(filter(None, map(host, said)), None):
        return found
    shown = page.body.text(separator="\n")[-_IMPRINT:]
    named = {host(match[1].lower()) for match in _NAMED.finditer(nfc(shown))}
    return named.pop() if len(named) == 1 else None


def _addresses(page: Page, title: str | None) -> Iterator[str]:
    if page.url:
        yield page.url
    for link in page.tree.css("link[rel=canonical i][href]"):
        yield attribute(link, "href")
    yield meta(page, ("og:url",)) or ""
    for node in own(page, title):
        whole = node.get("mainEntityOfPage")
        for value in (whole.get("@id") if isinstance(whole, dict) else whole, node.get("url")):
            yield value if isinstance(value, str) and "://" in value else ""


def day_in(address: str) -> date | None:
    """Return the day of publication that an address holds; no number that only looks like one."""
    path = address.split("?", maxsplit=1)[0].split("#", maxsplit=1)[0]
    found = {
        day
        for match in [*_FOLDERS.finditer(path), *_CLOCK.finditer(path)]
        if (day := _day(match)) is not None
    }
    return found.pop() if len(found) == 1 else None


def _day(match: re.Match[str]) -> date | None:
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
