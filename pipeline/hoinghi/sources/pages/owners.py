"""Whose site a page belongs to, in the words of its banner, its imprint and its name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from hoinghi.sources.markup import text_of, walk
from hoinghi.sources.pages.headline import without_site
from hoinghi.sources.pages.tree import Page, attribute, line_of, meta
from hoinghi.stages.layout.patterns import IMPRINT, MASTHEAD, NAMES_UNIT
from hoinghi.text import fold

_LONGEST, _LONGEST_LINE = 400, 120
_BANNERS = (
    "header, #header, .header, #banner, .banner, #masthead, .site-header, .site-title, "
    ".site-description, .site-branding, #logo, .logo, .top-header, #top, .topbar, .top-bar, "
    ".header-top, [role=banner]"
)
_IMPRINT = "footer, #footer, .footer, .site-footer, #colophon, [role=contentinfo], .copyright"
_PICTURES = (
    "[class*=logo i] img, [id*=logo i] img, [class*=banner i] img, [id*=banner i] img, header img, "
    "[id*=header i] img, [class*=header i] img"
)
_LIST_ITEMS = "nav, ul, ol, form, script"
# What an imprint says of the owner; its other lines name offices, persons and addresses.
_SAYS_OWNER = re.compile(
    r"cơ quan chủ quản|đơn vị chủ quản|bản quyền|copyright|©|trang thông tin|cổng thông tin"
    r"|trang tin|ủy ban nhân dân|ubnd|ủy ban mttq|mặt trận|đảng ủy|hđnd"
    r"|cơ quan của"
    r"|^(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|báo|hội|đài) "
)
_SEAT = re.compile(
    r"(?:địa chỉ|trụ sở|tòa soạn|điện thoại|đt|email)\s{0,2}:.*$"
    r"|\s-\s(?:số \d|khu phố|khối|tổ|ấp|thôn|xóm|đường)\b.*$",
    re.IGNORECASE,
)
_EDGES = " -–—|»•·:,;"
_PROVINCE = re.compile(r"(?<!\w)tỉnh [^,.;:|()\d-]{4,20}")
_MOST_LINES = 60
_FIRST_LINES, _MOST_NODES = 12, 400
# A line of a banner is the name of a site or of a unit, as a whole.
_BANNER_LINE = re.compile(
    rf"(?:{IMPRINT.pattern})|(?:{MASTHEAD.pattern})|^(?:tỉnh|huyện|xã) [^.:;!?\d]{{2,60}}$"
)


def owner(page: Page, raw_title: str) -> str | None:
    """Return the lines that name the site's owner, the surest first; ``None`` without any.

    Args:
        page: The page.
        raw_title: Its title with the name of the site.
    """
    return _short(_named(page, raw_title)) or _short(_top(page))


def _short(lines: Iterable[str]) -> str | None:
    """Return the first lines that name a unit, each once, as far as there is room."""
    kept: list[str] = []
    seen: set[str] = set()
    for said in lines:
        line = _SEAT.sub("", said).strip(_EDGES)  # the seat lies in a smaller unit than the owner's
        key = fold(line)
        if len(line) > _LONGEST_LINE or "°" in line or not NAMES_UNIT.search(key) or key in seen:
            continue
        seen.add(key)
        if sum(map(len, kept)) + len(kept) + len(line) > _LONGEST:
            break
        kept.append(line)
    return "\n".join(kept) or None


def _named(page: Page, raw_title: str) -> Iterator[str]:
    name = meta(page, ("og:site_name", "application-name"))
    yield name or ""
    yield raw_title[len(without_site(raw_title, name)) :]
    for picture in page.tree.css(_PICTURES):
        yield attribute(picture, "alt")
        yield attribute(picture, "title")
    for banner in page.shown(_BANNERS)[:_MOST_LINES]:
        skipped = {node.mem_id for node in banner.css(_LIST_ITEMS)}
        if page.weight(banner) == 0 or banner.tag == "header":
            yield from text_of(banner, skipped).split("\n")[:_MOST_LINES]
    for imprint in page.shown(_IMPRINT)[:_MOST_LINES]:
        for line in text_of(imprint).split("\n")[:_MOST_LINES]:
            if _SAYS_OWNER.search(fold(line)):
                yield line
            elif (province := _PROVINCE.search(fold(line))) is not None:
                yield line[province.start() : province.end()]


def _top(page: Page) -> Iterator[str]:
    """Yield the first lines of the page that are no links: its banner, by whatever name."""
    lines = 0
    skipped = {node.mem_id for node in page.body.css("a, nav, form, li")}
    for (node, entered), _ in zip(walk(page.body, skipped), range(_MOST_NODES), strict=False):
        if node.tag == "h1" or lines > _FIRST_LINES:
            return
        if node.is_text_node and entered and (line := line_of(node)):
            lines += 1
            if _BANNER_LINE.match(fold(line)):
                yield line
