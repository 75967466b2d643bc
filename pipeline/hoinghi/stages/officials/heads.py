"""Titles that share a word with their body: ``Trưởng`` + ``Ban Dân vận`` is a ``Trưởng ban``."""

from __future__ import annotations

import re

from hoinghi.resources.officials import common_surnames, surnames
from hoinghi.stages.officials.patterns import ACTS
from hoinghi.stages.officials.scan import Scan

_HEADS = {
    ("phó", "trưởng"): "Phó Trưởng", ("trưởng",): "Trưởng", ("phó", "chánh"): "Phó Chánh",
    ("chánh",): "Chánh", ("phó",): "Phó Trưởng", ("p", "trưởng"): "Phó Trưởng",
    ("tổng",): "Tổng", ("phó", "tổng"): "Phó Tổng",
}  # fmt: skip
HEAD_WORDS = frozenset(forms[0] for forms in _HEADS)
# The first words of a body's name -> the second half of its head's title.
_TAILS = {
    "ban": "ban", "phòng": "phòng", "công an": "Công an", "ca": "Công an",
    "văn phòng": "Văn phòng", "vp": "Văn phòng", "thanh tra": "Thanh tra", "khối": "khối",
    "đoàn": "đoàn", "khoa": "khoa", "trạm": "trạm", "đội": "đội", "tổ": "tổ", "hội": "hội",
    "nhóm": "nhóm", "bộ môn": "bộ môn", "tiểu ban": "tiểu ban", "bộ phận": "bộ phận",
    "chi nhánh": "chi nhánh", "văn phòng đại diện": "Văn phòng đại diện", "đài": "đài",
    "ấp": "ấp", "thôn": "thôn", "xóm": "xóm", "bản": "bản", "khu": "khu", "khóm": "khóm",
    "buôn": "buôn", "làng": "làng", "phân hội": "phân hội", "chi hội": "chi hội",
    "hạt": "hạt", "trại": "trại", "đồn": "đồn", "cơ quan": "cơ quan", "cụm": "cụm",
    "tiểu khu": "tiểu khu", "câu lạc bộ": "câu lạc bộ", "clb": "câu lạc bộ", "họ": "họ",
    "khu phố": "khu phố", "tổ dân phố": "tổ dân phố", "ty": "ty", "nha": "nha", "bon": "bon",
    "phân ban": "phân ban", "sóc": "sóc", "nóc": "nóc", "phum": "phum", "kiểm toán": "Kiểm toán",
}  # fmt: skip
# Offices that a ``Trưởng`` leads: of lawyers, of notaries, of land registers.
_PRIVATE = frozenset({"luật", "công", "đăng", "giao"})
_OFFICES = {"Văn phòng", "Thanh tra", "Văn phòng đại diện"}
_OF_STATE = {"Thanh tra", "Kiểm toán"}  # their heads are a ``Tổng``
_BAN = re.compile(
    r"(?:b(?:dv|tg|tc|nc|ch|pc|kt|tt|ql|cđ|tcđ|tv|ctmt|chqs|tgdv|ttnd|gsđtcđ|hd|qt)|bts|btc)"
)
_BLANK = re.compile(r" {1,2}")
# Lower-case words that go on with a body's name after "ban", "phòng" and so on.
_BODY_WORDS = frozenset(
    "công dân tuyên tổ kiểm thanh chỉ nội kinh văn tư tài giáo y lao nông quản kế bảo hòa vận "
    "điều chấp đại bầu quân pháp chính tuyên nghiên đào khám cảnh an huyện xã tỉnh thành quận "
    "phường thị đảng tôn hội dân tộc quản hành xây phòng hậu nghiệp giám phụ thống nhân liên hộ "
    "trị nữ khánh nghi vì".split()
)
_STANDING = re.compile(r" {1,2}ban {1,2}(?:thường trực|tt)(?![^\W_])")
_LEADING = re.compile(r" {1,2}(ban|phòng|khoa|trạm|đoàn|chi cục) {1,2}phụ trách(?![^\W_])")
# ``Trưởng các ban, ngành``, ``Trưởng các đoàn thể``: heads of all kinds of bodies.
_OF_ALL = re.compile(r" {1,2}các {1,2}(?:đoàn thể|ngành|ban,? {1,2}ngành|tổ chức|hội,? đoàn thể)")
_COUNTED = re.compile(
    r" {1,2}(?:của {1,2})?(?:cả {1,2})?(?:\d{1,4}|các) {1,2}([^\W\d_]+(?: phố| dân phố)?)"
)
_SHARED = re.compile(r" ?(?:,|/|-|và) ?(?:các )?phó(?: trưởng| chánh)? {1,2}(?:các {1,2})?")


def find_head(scan: Scan, at: int) -> tuple[int, str] | None:
    """Return the end and canonical form of a head's title that starts at token ``at``."""
    tokens = scan.tokens
    head, used = _HEADS.get((tokens[at].form,), ""), 1
    if at + 1 < len(tokens) and _BLANK.fullmatch(scan.gap(at, at + 1)):
        two = _HEADS.get((tokens[at].form, tokens[at + 1].form))
        head, used = (two, 2) if two else (head, used)
    if not head or at + used >= len(tokens):
        return None
    last = at + used - 1
    deputy = tokens[at].form == "phó" and used == 1
    whole = _whole(scan, last, head)
    if whole is not None:
        return whole
    if "Tổng" in head:
        return _of_state(scan, last, head)
    if _twice(scan, last):
        return tokens[last + 1].end, _title(head, tokens[last + 1].form)
    end = scan.body_from(tokens[last].end + 1)
    if end is not None and _BLANK.match(scan.folded, tokens[last].end):
        tail = _tail(scan, last + 1)
        return (tokens[last].end, _title(head, tail)) if tail else None
    return _without_body(scan, last, head, deputy=deputy)


def _whole(scan: Scan, last: int, head: str) -> tuple[int, str] | None:
    """Read a deputy's title that says ``ban`` or ``phòng`` itself: standing, or in charge."""
    end = scan.tokens[last].end
    standing = _STANDING.match(scan.folded, end)
    if standing and head == "Phó Trưởng":
        return standing.end(), "Phó Trưởng ban Thường trực"
    leading = _LEADING.match(scan.folded, end)
    if leading and scan.body_from(leading.end()) is not None:
        return leading.end(), f"{head} {leading[1]} phụ trách"
    return None


def _of_state(scan: Scan, last: int, head: str) -> tuple[int, str] | None:
    """Read ``Tổng`` before ``Thanh tra Chính phủ`` and ``Kiểm toán Nhà nước``."""
    end = scan.tokens[last].end
    tail = _tail(scan, last + 1)
    named = scan.body_from(end) is not None and scan.folded[end].isspace()
    return (end, f"{head} {tail}") if named and tail in _OF_STATE else None


def _twice(scan: Scan, last: int) -> bool:
    """Tell whether the body's first word is said twice (``Trưởng ban Ban Dân tộc``)."""
    forms = [token.form for token in scan.tokens[last + 1 : last + 3]]
    return len(forms) == 2 and forms[0] == forms[1] and forms[0] in {"ban", "phòng"}


def _title(head: str, tail: str) -> str:
    if tail in _OFFICES:
        head = head.replace("Trưởng", "Chánh")
    return f"{head} {tail}"


def _tail(scan: Scan, at: int) -> str | None:
    """Return the second half of the title that the body's name from token ``at`` gives."""
    forms = [token.form for token in scan.tokens[at : at + 3]]
    if forms[:2] == ["văn", "phòng"] and forms[2:] and forms[2] in _PRIVATE:
        return "văn phòng"
    for size in (3, 2, 1):
        tail = _TAILS.get(" ".join(forms[:size]))
        if tail and len(forms) >= size:
            return tail
    if _BAN.fullmatch(forms[0]):
        return "ban"
    return "phòng" if forms[0] == "p" else forms[0]


def _without_body(scan: Scan, last: int, head: str, *, deputy: bool) -> tuple[int, str] | None:
    """Read a head whose body is not marked: groups, unnamed bodies, bodies not recognised."""
    folded, end = scan.folded, scan.tokens[last].end
    if _OF_ALL.match(folded, end):
        return end, head
    counted = _COUNTED.match(folded, end)
    if counted:
        tail = _TAILS.get(counted[1]) or _TAILS.get(counted[1].split()[0])
        return (end, _title(head, tail)) if tail else (end, head)
    shared = _SHARED.match(folded, end)
    if shared and not deputy:
        tail = _tail(scan, scan.index_from(shared.end()))
        return (end, _title(head, tail)) if tail and tail in _TAILS.values() else None
    if not _BLANK.match(folded, end):
        return None
    return _unmarked(scan, last, head, deputy=deputy)


def _unmarked(scan: Scan, last: int, head: str, *, deputy: bool) -> tuple[int, str] | None:
    """Read a head before words that could be a body's name, or the rest of the title."""
    end = scan.tokens[last].end
    forms = [token.form for token in scan.tokens[last + 1 : last + 4]]
    sizes = range(len(forms), 0, -1)
    size = next((n for n in sizes if " ".join(forms[:n]) in _TAILS), 0)
    if not size:
        return (end, f"{head} ban") if forms and _BAN.fullmatch(forms[0]) else None
    tail, tail_last = _TAILS[" ".join(forms[:size])], last + size
    if tail in _OFFICES and "Chánh" not in head and not deputy:
        return None
    if _goes_on(scan, tail_last):
        return end, _title(head, tail)
    whole = scan.tokens[tail_last].end
    if deputy and tail not in {"ban", "phòng"}:
        return whole, f"Phó {tail}"
    return whole, _title(head, tail)


def _goes_on(scan: Scan, at: int) -> bool:
    """Tell whether a body's name goes on after token ``at`` (``Trưởng ban | công tác …``)."""
    if at + 1 >= len(scan.tokens) or not _BLANK.fullmatch(scan.gap(at, at + 1)):
        return False
    follower = scan.tokens[at + 1]
    if not scan.capital(follower):
        return follower.form in _BODY_WORDS
    return follower.form not in common_surnames() or not name_ahead(scan, at + 1)


def name_ahead(scan: Scan, at: int) -> bool:
    """Tell whether the capitals from token ``at`` look like a person's name."""
    form, size = scan.tokens[at].form, capitals(scan, at)
    if size >= 3:
        return form in surnames()
    acts = ACTS.match(scan.folded, scan.tokens[at + size - 1].end)
    return size == 2 and form in common_surnames() and acts is not None


def capitals(scan: Scan, at: int) -> int:
    """Return how many capitalised tokens follow each other with blanks from token ``at``."""
    size = 0
    while at + size < len(scan.tokens) and scan.capital(scan.tokens[at + size]):
        if size and not _BLANK.fullmatch(scan.gap(at + size - 1, at + size)):
            break
        size += 1
    return size


def village_end(scan: Scan, last: int) -> int | None:
    """Return where ``Trưởng thôn …`` ends: behind the village's name, when it is there.

    Args:
        scan: The article.
        last: The last token of the title (``thôn``).
    """
    token = scan.tokens[last]
    for at in range(last, max(last - 3, -1), -1):
        place = scan.place_from(scan.tokens[at].start)
        if place is not None and place > token.end:
            return place
    if last + 1 >= len(scan.tokens) or not _BLANK.fullmatch(scan.gap(last, last + 1)):
        return token.end
    follower = scan.tokens[last + 1]
    if follower.form.isdigit():
        counted = _COUNTED.match(scan.folded, token.end)
        return token.end if counted and counted[1] in _TAILS else follower.end
    if scan.capital(follower) and not name_ahead(scan, last + 1):
        size = capitals(scan, last + 1)
        return scan.tokens[last + size].end if size <= 3 else token.end
    return token.end
