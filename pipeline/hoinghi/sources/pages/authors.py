"""Who signs an article: a person that the page names, never an account or an office."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborNode

from hoinghi.sources.pages.addresses import addresses
from hoinghi.sources.pages.frame import Body, Frame
from hoinghi.sources.pages.headline import raw_title
from hoinghi.sources.pages.linked_data import own, people
from hoinghi.sources.pages.tree import Page, line_of, meta, names_of
from hoinghi.stages.layout.lines import is_byline, is_newsroom
from hoinghi.stages.layout.patterns import PEN_NAMES
from hoinghi.text import fold, strip_accents

_PROPERTIES = ("author", "article:author", "dc.creator", "dc.author", "dcterms.creator")
_NAMED = (
    "[rel=author], [itemprop=author], [class*=author i], [class*=byline i], [class*=tacgia i], "
    "[class*=tac-gia i], [class*=butdanh i], [class*=but-danh i], [class*=nguoidang i], "
    "[data-role=author], .createdby"
)
_RIGHT = (
    "[align=right i], [style*='text-align:right' i], [style*='text-align: right' i], .text-right, "
    ".has-text-align-right"
)
_OTHERS = re.compile(
    r"comment|binh-?luan|relat|lien-?quan|sidebar|(?<!elementor-)widget|avatar|desc|role",
    re.IGNORECASE,
)
# What a byline says before the names: who wrote, or who took the pictures.
_WROTE = (
    r"tin|bài|bài viết|tin bài|tác giả(?: bài viết)?|người (?:viết|đăng|thực hiện)|by|bởi"
    r"|viết bởi|written by|posted by|đăng bởi|thực hiện|phóng viên|pv|ctv|cộng tác viên"
)
_LABEL = re.compile(
    rf"^[\s(*\[–-]*(?:{_WROTE})(?: ?(?:,|và|&|\+|/|-) ?(?:bài|ảnh|clip|video|tin))*\s*[:.]?\s+",
    re.IGNORECASE,
)
_PICTURES = re.compile(r"^[\s(*\[]*(?:ảnh|hình ảnh|nguồn|theo|clip|video)(?!\w)", re.IGNORECASE)
_TAIL = re.compile(r"\s+[-–|,;]*\s*(?:ảnh|clip|video)\s*:.*$", re.IGNORECASE)
_OFFICES = re.compile(
    r"(?:^|\W)(?:admin\w*|quản trị|biên tập|ban|bbt|btv|pv|ctv|user|editor|webmaster|tòa soạn|cổng"
    r"|trang|ubnd|hđnd|mttq|xã|phường|huyện|tỉnh|thành phố|văn phòng|đảng ủy|ủy ban|hội|đoàn"
    r"|mặt trận|phòng|trung tâm|đài|báo|công an|phóng viên|nhóm|tổng hợp|theo|trường|sở|chi cục"
    r"|quan tri|bien tap|vietnam|internet|thông tin|văn hóa|truyền thông|nguồn|ttxvn"
    r"|super|host|ttđt|vp|tt)(?:$|\W)"
)
_HOST = re.compile(r"[a-z0-9-]+")
_TYPE = re.compile(
    r"\b(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|báo)\s|[,|–-]", re.IGNORECASE
)
_BETWEEN = re.compile(r"\s*(?:[,;&/|•·–]|\s-\s|(?<!\w)và(?!\w))\s*")
_BRACKET = re.compile(r"\s*\([^()]{0,80}\)")
_EDGES = " .*|()[]–-:\u00a0"
_LONGEST = 80


def author(page: Page, frame: Frame, body: Body, title: str | None) -> str | None:
    """Return the person, or persons as they are written, that sign the article, or ``None``.

    Args:
        page: The page.
        frame: Where the parts of its article stand.
        body: Its text and the lines left out of it, among them the signature.
        title: The article's headline.
    """
    account = (name for name in _declared(page, title) if not _is_site(page, name))
    said = (*account, *_shown(page, frame, body.dropped))
    return next(filter(None, map(person, said)), None)


def signatures(top: LexborNode) -> Iterator[LexborNode]:
    """Yield the elements below ``top`` that are set to the right and hold names alone."""
    for node in [*([top] if top.css_matches(_RIGHT) else []), *top.css(_RIGHT)]:
        line = line_of(node)
        if 0 < len(line) <= _LONGEST and (person(line) or is_byline(line) or is_newsroom(line)):
            yield node


def person(said: str) -> str | None:
    """Return the names that a byline begins with, ``None`` unless they are those of people."""
    bare = _BRACKET.sub("", said).strip(_EDGES)
    if not bare or len(bare) > _LONGEST or "@" in bare or _PICTURES.match(bare):
        return None
    bare = _TAIL.sub("", _LABEL.sub("", bare)).strip(_EDGES)
    end = at = 0
    for cut in [*_BETWEEN.finditer(bare), None]:
        part = bare[at : cut.start() if cut else len(bare)]
        if _is_person(part):
            end = at + len(part)
        elif not end or not (is_newsroom(part) or _OFFICES.search(fold(part))):
            return None
        else:
            break
        at = cut.end() if cut else len(bare)
    return bare[:end] or None


def _declared(page: Page, title: str | None) -> Iterator[str]:
    for one in own(page, title):
        yield ", ".join(filter(None, people(one, page)))
    yield meta(page, _PROPERTIES) or ""


def _is_site(page: Page, name: str) -> bool:
    """Tell whether an account goes by the name of the place whose site it is."""
    key = _plain(name)
    site = f"{meta(page, ('og:site_name',)) or ''} {raw_title(page)[-_LONGEST:]}"
    labels = _HOST.findall(" ".join(addresses(page, None)[:1]))
    return bool(key) and (key in labels or any(key == _plain(part) for part in _TYPE.split(site)))


def _plain(name: str) -> str:
    return "".join(strip_accents(fold(name)).split())


def _shown(page: Page, frame: Frame, dropped: Sequence[str]) -> Iterator[str]:
    if frame.container is not None:
        for top in (frame.container, *frame.below):
            yield from (line_of(node) for node in signatures(top))
    yield from (line for line in reversed(dropped) if len(line) <= _LONGEST)
    if frame.scope is not None:
        for node in [*frame.scope.css(_NAMED)]:
            if not _of_others(page, node, frame.scope):
                yield line_of(node)


def _of_others(page: Page, node: LexborNode, scope: LexborNode) -> bool:
    """Tell whether a name is that of a reader or of another story."""
    for one in (node, *page.ancestors(node)):
        if one.mem_id == scope.mem_id:
            return False
        if _OTHERS.search(names_of(one)):
            return True
    return False


def _is_person(name: str) -> bool:
    """Tell whether a name is a person's: two to five words in capitals, or initials."""
    words = name.split()
    if not 2 <= len(words) <= 5 and "." not in name.strip("."):
        return False
    if not is_byline(name) or is_newsroom(name) or _OFFICES.search(fold(name)):
        return False
    return fold(words[0]) not in PEN_NAMES
