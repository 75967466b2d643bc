"""Who signs an article: a person that the page names, never an account or an office."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborNode

from hoinghi.sources.pages.linked_data import own, people
from hoinghi.sources.pages.tree import Page, line_of, meta
from hoinghi.stages.layout.lines import is_byline, is_newsroom
from hoinghi.stages.layout.patterns import CREDIT, PEN_NAMES
from hoinghi.text import fold

_PROPERTIES = ("author", "article:author", "dc.creator", "dc.author", "dcterms.creator")
_BYLINES = (
    "[rel=author], [itemprop=author], .author-name, .byline .author, .byline, .article__author, "
    ".cms-author, .detail-author, .detail__author .author-name, [data-role=author], .author_mail, "
    ".the-article-author, .singular-author, .post-author, .td-post-author-name, .entry-author, "
    ".itemAuthor, .createdby, .author, .tacgia, .tac-gia, .butdanh, .but-danh, .nguoidang, "
    ".article-author, .news-author, .author-info .name"
)
_LABEL = re.compile(
    r"^[\s(*\[–-]*(?:(?:tin|bài|bài viết|tin bài|tác giả(?: bài viết)?|người (?:viết|thực hiện)|by"
    r"|bởi|viết bởi|written by|đăng bởi|người đăng|theo|ảnh|clip|video|nguồn|thực hiện|pv)"
    r"(?: ?(?:,|và|&|\+|/|-) ?(?:bài|ảnh|clip|video|tin))*)\s*[:.]?\s+",
    re.IGNORECASE,
)
_ONLY_PHOTOS = re.compile(r"^[\s(*\[]*(?:ảnh|nguồn|theo|clip|video|nguồn ảnh)\b", re.IGNORECASE)
_OFFICES = re.compile(
    r"(?:^|\W)(?:admin\w*|quản trị|biên tập|ban |bbt|btv|pv|ctv|user|editor|webmaster|tòa soạn|cổng"
    r"|trang|ubnd|hđnd|mttq|xã|phường|huyện|tỉnh|thành phố|văn phòng|đảng ủy|ủy ban|hội |đoàn "
    r"|mặt trận|phòng|trung tâm|đài|báo|công an|phóng viên|nhóm|tổng hợp|theo|trường|sở|chi cục"
    r"|vietnam|internet|thông tin|văn hóa|truyền thông|nguồn|ttxvn)(?:$|\W)"
)
_NAMES = re.compile(r"\s*(?:[,;&/|•·–]| - |\bvà\b)\s*")
_BRACKET = re.compile(r"\s*\([^()]{0,80}\)")
_LONGEST = 80


def author(
    page: Page,
    title: str | None,
    zone: Sequence[LexborNode],
    dropped: Sequence[str],
) -> str | None:
    """Return the person, or persons, that sign the article, or ``None``.

    Args:
        page: The page.
        title: The article's headline.
        zone: What stands between the headline and the text, and the text itself.
        dropped: Lines of furniture in the text, among them the signature.
    """
    for said in _said(page, title, zone, dropped):
        if name := _person(said):
            return name
    return None


def _said(
    page: Page, title: str | None, zone: Sequence[LexborNode], dropped: Sequence[str]
) -> Iterator[str]:
    for node in own(page, title):
        yield ", ".join(filter(None, people(node, page)))
    yield meta(page, _PROPERTIES) or ""
    yield from (line for line in reversed(dropped) if _is_signature(line))
    for part in zone:
        if part.is_element_node:
            marked = [part] if part.css_matches(_BYLINES) else []
            yield from (line_of(one) for one in [*marked, *part.css(_BYLINES)])


def _is_signature(line: str) -> bool:
    return len(line) <= _LONGEST and not _ONLY_PHOTOS.match(fold(line))


def _person(said: str) -> str | None:
    """Return the names in a byline, ``None`` unless it is nothing but names of people."""
    bare = _BRACKET.sub("", said).strip(" .*|()[]–-:")
    if len(bare) > _LONGEST or "@" in bare or _ONLY_PHOTOS.match(bare):
        return None
    bare = _LABEL.sub("", bare).strip(" .*|()[]–-:")
    names = [name for name in _NAMES.split(bare) if name]
    if not names or not all(_is_person(name) for name in names):
        return None
    return ", ".join(dict.fromkeys(names))


def _is_person(name: str) -> bool:
    words = name.split()
    if not 2 <= len(words) <= 5 and "." not in name:
        return False
    if name.isupper() and "." not in name and len(words) < 2:
        return False
    folded = fold(name)
    return bool(
        is_byline(name)
        and not is_newsroom(name)
        and not _OFFICES.search(folded)
        and words[0].lower() not in PEN_NAMES
        and not CREDIT.match(folded)
    )
