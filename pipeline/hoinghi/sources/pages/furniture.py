"""Which elements are furniture of the site: by their tags, by the names that themes give them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from selectolax.lexbor import LexborNode

from hoinghi.sources.pages.tree import PARAGRAPH, Page, letters_in, line_of, names_of
from hoinghi.stages.layout.patterns import RELATED
from hoinghi.text import fold

# Words of class names and ids, English and Vietnamese without accents.
_WORDS = frozenset(
    """
    share shares sharing sharer social socials addtoany addthis sharethis sharedaddy zalo facebook
    twitter like likes likebox related relates relate lienquan tinlienquan bailienquan tinkhac
    baikhac tincungmuc cungchuyenmuc tinmoi othernews morenews readmore comments comment commentlist
    binhluan phanhoi respond reply ads ad adv advert adverts advertisement advertising adsense
    adsbygoogle quangcao qc breadcrumb breadcrumbs pagination pagenav pager paging tags tag taglist
    tukhoa keyword keywords views viewcount viewer luotxem hits counter statistics thongke rating
    ratings stars vote votes danhgia binhchon printer print toolbar tools fontsize sidebar widget
    widgets newsletter subscribe subscription popup modal toc menu navbar navigation nav footer
    copyright recommend recommended suggest suggestion suggestions bookmark gnews googlenews
    feedback gopy adspot arec login captcha cookie tooltip poll survey backtop totop yarpp crp
    mostread hotnews
    gdpr consent popmake paywall
    byline author authors tacgia credit butdanh meta postmeta dateline postdate pubdate timestamp
    ngaydang publishdate skiplink bsp vnptai tts rss dinhkem
    """.split()
)
_PAIRS = frozenset(
    """
    post-info article-info entry-info news-info detail-info post-date entry-date news-date
    article-date post-time article-time news-time detail-time date-time font-size co-chu lien-quan
    tin-khac bai-khac tin-moi bai-moi cung-muc chuyen-muc luot-xem tu-khoa binh-luan quang-cao
    read-more view-more see-more other-news more-news other-post other-posts other-articles
    page-links latest-posts recent-posts link-callout link-content doc-them xem-them skip-link
    back-top to-top tac-gia but-danh nguoi-dang ngay-dang nguon-tin google-news hot-news
    cat-links post-categories post-category entry-category prev-next next-prev post-nav post-views
    danh-gia gop-y dinh-kem in-trang y-kien the-loai link-box tin-tuc-khac news-other list-news
    article-related news-relation block-file a-rec mp3-player audio-player box-audio text-to-speech
    """.split()
)
# Words that make a name one of the page's frame, not of a box in it, or deny the box.
_FRAME = frozenset(
    "no not has with without is wrap wrapper container layout elementor page".split()
)
_CAPTION = frozenset({"caption", "captions", "chuthich", "chu", "legend"})
_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_HIDING = frozenset(
    "hidden d-none hide invisible screen-reader-text sr-only visually-hidden visuallyhidden "
    "show-for-sr offscreen print-only".split()
)
_SELECTED = (
    "nav, footer, dialog, [hidden], [aria-hidden=true], [role=navigation], [role=search], "
    "[style*='display:none' i], [style*='display: none' i], [style*='visibility:hidden' i], "
    "[type^=Related i], [data-type*=related i], ins.adsbygoogle, label, "
    "[itemprop=author], [rel=tag], [rel=author], time, amp-ad, amp-sidebar, [role=dialog]"
)
_HIDDEN = "[hidden], [style*='display:none' i], [style*='display: none' i]"
# A box takes no more than this share of the running text of what it stands in.
_SHARE = 0.4
_PICTURES = frozenset({"figure", "figcaption", "img"})
_LINKED, _LINKED_IN_LIST = 0.8, 0.65
_LONG_BOX, _SMALL = 3000, 20


def furniture_in(page: Page, top: LexborNode) -> set[int]:
    """Return the ``mem_id`` of the elements of furniture below ``top``."""
    found = {node.mem_id for node in top.css(_HIDDEN)}
    most = _SHARE * page.weight(top)
    for node in _candidates(top):
        if page.weight(node) <= most and not page.holds(node, top):
            found.add(node.mem_id)
    for node in _linked(page, top):
        if page.weight(node) <= most and not page.holds(node, top):
            found.add(node.mem_id)
            found |= {above.mem_id for above in _heading_of(page, node)}
    return found


def _candidates(top: LexborNode) -> Iterator[LexborNode]:
    yield from top.css(_SELECTED)
    for node in top.css("[class], [id]"):
        if node.tag not in _PICTURES and is_furniture_name(names_of(node)):
            yield node
    for node in top.css("form"):
        if node.css_first("textarea, input[type=text], input[type=email]") is not None:
            yield node


def _linked(page: Page, top: LexborNode) -> Iterator[LexborNode]:
    """Yield the blocks below ``top`` that only lead elsewhere."""
    for node in top.css("ul, ol, div, p, section, aside, table, blockquote, h3, h4"):
        start, end = page.span(node)
        if end - start <= _LONG_BOX and _is_links(node):
            yield node


def _heading_of(page: Page, node: LexborNode) -> Iterator[LexborNode]:
    """Yield the element right above a box of links if it says that other stories follow."""
    above = node.prev
    while above is not None and above.is_text_node and not (above.text_content or "").strip():
        above = above.prev
    if above is None or above.is_text_node:
        return
    start, end = page.span(above)
    if end - start < _SMALL and RELATED.match(fold(line_of(above))):
        yield above


def _is_links(node: LexborNode) -> bool:
    """Tell whether a block is nothing but links to elsewhere."""
    links = node.css("a[href]")
    if not links:
        return False
    whole = letters_in(node)
    linked = sum(letters_in(link) for link in links if _leads_away(link))
    if len(links) > 1:  # beside each link may stand its day
        return 0 < whole <= linked / _LINKED_IN_LIST
    return 0 < whole <= linked / _LINKED and whole < 2 * PARAGRAPH


def _leads_away(link: LexborNode) -> bool:
    """Tell whether a link leads to another page, not to a picture or a place on this page."""
    target = (link.attributes.get("href") or "").lower()
    return not target.endswith((".jpg", ".jpeg", ".png", ".gif", ".webp"))


@lru_cache(maxsize=4096)
def is_furniture_name(names: str) -> bool:
    """Tell whether the class names and id of an element are those of furniture."""
    return any(_is_furniture_token(token) for token in names.split()[:30])


@lru_cache(maxsize=4096)
def _is_furniture_token(token: str) -> bool:
    if token in _HIDING:
        return True
    words = [word.lower() for word in _PART.findall(token[:80])]
    if not words or not _FRAME.isdisjoint(words) or not _CAPTION.isdisjoint(words):
        return False
    pairs = {f"{one}-{two}" for one, two in pairwise(words)}
    return not _WORDS.isdisjoint(words) or not _PAIRS.isdisjoint(pairs)
