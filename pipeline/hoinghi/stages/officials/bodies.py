"""The body of a post that the sentence leaves out because it has just named it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise, takewhile

from hoinghi.records import OrganizationMention
from hoinghi.stages.officials.units import Unit
from hoinghi.text import fold

_PARTY = "Tỉnh ủy|Huyện ủy|Thành ủy|Quận ủy|Thị ủy|Đảng ủy"
_INNER = re.compile(
    r"^(?:Ban Thường trực|Thường trực|Ban Thường vụ|Ban Chấp hành|Đoàn Chủ tịch|lãnh đạo) "
    r"(?=Ủy ban|Hội|Liên đoàn|Đoàn|Đảng ủy|Huyện|Tỉnh|Thành|Quận|Thị)"
)
# The point behind the number of a list's item ends no sentence.
_STOP = re.compile(r"(?<!\n\d)(?<!\n\d\d)[.!?](?=\s)|\n(?![ ]*[-+*•\d])")
# The chair of a council or committee is of that unit's Party committee as its secretary.
_GOVERNS = re.compile(
    r"(?:Ủy ban|Hội đồng) nhân dân "
    r"(xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh)(.*)",
    re.IGNORECASE,
)
_PARTY_OF = {
    "huyện": "Huyện ủy", "quận": "Quận ủy", "thị xã": "Thị ủy", "thành phố": "Thành ủy",
    "tỉnh": "Tỉnh ủy",
}  # fmt: skip
_ADJACENT = frozenset({",", "-", "–", "kiêm", "và", "&"})
# The first words of a post -> the first words of the bodies that have such a post.
_FAMILIES: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (
        ("Chỉ huy trưởng", "Phó Chỉ huy trưởng", "Tham mưu trưởng", "Phó Tham mưu trưởng",
         "Chính trị viên", "Chính ủy", "Phó Chính ủy", "Chủ nhiệm Chính trị",
         "Phó Chủ nhiệm Chính trị", "Chủ nhiệm Hậu cần", "Chủ nhiệm Kỹ thuật"),
        ("Ban Chỉ huy", "Bộ Chỉ huy", "Đồn", "Bộ Tư lệnh", "Bộ đội Biên phòng", "Tiểu đoàn",
         "Trung đoàn", "Lữ đoàn", "Sư đoàn", "Hải đoàn", "Quân khu"),
    ),
    (
        ("Chủ tịch Hội đồng quản trị", "Chủ tịch Hội đồng thành viên", "Kế toán trưởng",
         "Phó Chủ tịch Hội đồng quản trị", "Phó Chủ tịch Hội đồng thành viên"),
        ("Công ty", "Tổng Công ty", "Tập đoàn", "Hợp tác xã", "Ngân hàng", "Trường"),
    ),
    (
        ("Chủ tịch", "Phó Chủ tịch", "Ủy viên Thường trực", "Ủy viên Ban Thường trực",
         "Ủy viên Đoàn Chủ tịch"),
        ("Ủy ban nhân dân", "Ủy ban Mặt trận", "Ủy ban Trung ương", "Hội", "Liên đoàn", "Liên hiệp",
         "Tổng Liên đoàn", "Hội đồng nhân dân", "Trung ương Hội", "Công đoàn"),
    ),
    (
        ("Bí thư", "Phó Bí thư", "Ủy viên Ban Thường vụ", "Ủy viên Thường vụ",
         "Ủy viên Ban Chấp hành"),
        (*_PARTY.split("|"), "Đoàn Thanh niên", "Tỉnh đoàn", "Huyện đoàn", "Thành đoàn", "Xã đoàn",
         "Chi bộ", "Liên đoàn Lao động"),
    ),
    (
        ("Giám đốc", "Phó Giám đốc", "Tổng Giám đốc", "Phó Tổng Giám đốc"),
        ("Sở", "Trung tâm", "Công ty", "Tổng Công ty", "Hợp tác xã", "Bệnh viện", "Bảo tàng",
         "Ngân hàng", "Xí nghiệp", "Nhà máy", "Tập đoàn", "Doanh nghiệp", "Chi nhánh",
         "Phòng giao dịch", "Quỹ", "Ban Quản lý", "Nông trường", "Lâm trường", "Vườn quốc gia",
         "Cảng", "Kho bạc", "Bưu điện", "Điện lực", "Khu bảo tồn", "Thư viện", "Nhà hát",
         "Học viện", "Đài", "Viettel", "VNPT"),
    ),
    (("Chủ nhiệm", "Phó Chủ nhiệm"), ("Ủy ban Kiểm tra", "Hợp tác xã", "Câu lạc bộ")),
    (("Hiệu trưởng", "Phó Hiệu trưởng"), ("Trường",)),
    (("Trưởng ban", "Phó Trưởng ban"), ("Ban",)),
    (("Trưởng phòng", "Phó Trưởng phòng"), ("Phòng",)),
    (("Chánh xứ", "Phó xứ", "Quản xứ"), ("Giáo xứ",)),
    (("Trạm trưởng", "Phó Trạm trưởng"), ("Trạm",)),
    (("Chi cục trưởng", "Phó Chi cục trưởng"), ("Chi cục",)),
    (("Cục trưởng", "Phó Cục trưởng"), ("Cục",)),
    (("Hạt trưởng", "Phó Hạt trưởng"), ("Hạt",)),
    (("Viện trưởng", "Phó Viện trưởng"), ("Viện",)),
    (("Chánh án", "Phó Chánh án", "Thẩm phán"), ("Tòa án",)),
    (("Kiểm sát viên",), ("Viện kiểm sát", "Viện Kiểm sát")),
    (("Trưởng khoa", "Phó Trưởng khoa"), ("Khoa",)),
    (("Tổ trưởng", "Tổ phó"), ("Tổ",)),
    (("Đội trưởng", "Phó Đội trưởng", "Đội phó"), ("Đội",)),
    (("Vụ trưởng", "Phó Vụ trưởng"), ("Vụ",)),
    (("Thứ trưởng",), ("Bộ",)),
    (("Trụ trì", "Phó Trụ trì"), ("Chùa", "Tịnh xá", "Thiền viện", "Tu viện")),
    (("Quản nhiệm", "Phó Quản nhiệm"), ("Chi hội Tin lành", "Hội thánh", "Điểm nhóm")),
    (("Hội trưởng", "Phó Hội trưởng"), ("Hội",)),
    (("Đồn trưởng", "Phó Đồn trưởng", "Đồn phó"), ("Đồn",)),
    (("Tổng Biên tập", "Phó Tổng Biên tập"), ("Báo", "Tạp chí")),
)  # fmt: skip
# Posts that only one body of an article can mean, wherever it is named.
_OF_ONE = (
    "Hiệu trưởng", "Phó Hiệu trưởng", "Trạm trưởng", "Chi cục trưởng", "Phó Chi cục trưởng",
    "Hạt trưởng", "Chánh xứ", "Phó xứ", "Quản xứ", "Trụ trì", "Chánh án", "Đồn trưởng",
    "Phó Đồn trưởng", "Tổng Biên tập", "Hội trưởng", "Cục trưởng", "Phó Cục trưởng",
    "Chỉ huy trưởng", "Phó Chỉ huy trưởng", "Chính trị viên", "Viện trưởng", "Phó Viện trưởng",
    "Tổng Giám đốc", "Phó Tổng Giám đốc", "Giám đốc", "Phó Giám đốc", "Trưởng khoa",
    "Phó Chánh án", "Đồn phó", "Phó Trạm trưởng", "Phó Trụ trì", "Trưởng phòng",
)  # fmt: skip
# Bodies that have a Party committee of their own, unlike a unit's government.
_HOUSES = (
    "Sở", "Trường", "Bệnh viện", "Công ty", "Tổng Công ty", "Tập đoàn", "Học viện", "Ngân hàng",
    "Trung tâm", "Cục", "Chi cục", "Viện", "Đại học", "Bộ Chỉ huy", "Ban Quản lý", "Đài", "Báo",
)  # fmt: skip
# No post of these bears its name: their members are ``Ủy viên``.
_HEADLESS = ("Ban Chấp hành", "Ban Thường vụ", "Ban Thường trực", "Ban Bí thư")
# "Giám đốc công ty", "Hiệu trưởng nhà trường": the body named before, by its kind alone.
_DEFINITE = re.compile(
    r" {1,2}(?:của {1,2})?(?:(nhà trường|công ty|doanh nghiệp|hợp tác xã|htx|chùa|đồn|trạm|"
    r"trung tâm|bệnh viện|giáo xứ|hội thánh|tập đoàn|ngân hàng)|"
    r"(trường|hội đồng|ban|tổ|sở|viện|hội(?! thi| diễn| thao| trại| làng| chợ)|cục|chi cục|báo|"
    r"câu lạc bộ|clb|quỹ|ủy ban|công đoàn|đoàn|khối)"
    r"(?= ?[,.;:)(\n“”\"]| - | (?:làm|cho|đã|dẫn|nói|là|đến|phát|cắt|trao|tặng|chủ|"
    r"trình|báo|yêu|đề|khẳng|nhấn|thông|chia|đọc|tiếp|tham|dự|ký|trả|giải|kết|hứa|cùng|và)(?![^\W_])|$))(?![^\W_])"
)
_KINDS = {
    "nhà trường": ("Trường",), "công ty": ("Công ty", "Tổng Công ty", "Tập đoàn"),
    "doanh nghiệp": ("Công ty", "Tổng Công ty", "Tập đoàn"), "htx": ("Hợp tác xã",),
    "clb": ("Câu lạc bộ",), "đoàn": ("Đoàn",), "ngân hàng": ("Ngân hàng",),
}  # fmt: skip
# "Bí thư Quận 2", "Chủ tịch huyện Hương Sơn": of that unit, whatever was named before.
_ELSEWHERE = re.compile(
    r" {1,2}(?:xã|phường|quận|huyện|tỉnh|thành phố|thị xã|thị trấn|tp|[qhpx]\.)(?![^\W_])"
)
# "TM. UBND XÃ", "KT. CHỦ TỊCH": lines over a signature.
_FOR = re.compile(r"(?<![^\W_])t\.?/?m\.? ?$")
_OVER = re.compile(r"[ ]{0,3}\n\s{0,6}(?:kt\. ?chủ tịch\s{1,6})?")
_ELECTED = re.compile(
    r"(?<![^\W_])(?:làm|giữ chức|giữ chức vụ|giữ chức danh|cử chức|trúng cử|tái cử|đắc cử|"
    r"được bầu) {1,2}$"
)
# "Phó Giám đốc phụ trách khu vực …": more of the post follows, and its body behind that.
_SECTION = re.compile(
    r" {1,2}(?:phụ trách|khu vực|của|thuộc|điều hành|chuyên môn|kỹ thuật)(?![^\W_])"
)
_REACH, _NEAR = 1200, 500


# Presidents of the past are named for what they taught, not as holders of a post near by.
_LEADERS = re.compile(r" {1,2}(?:hồ chí minh|tôn đức thắng)(?![^\W_])")


def understand_bodies(
    folded: str, units: Sequence[Unit], organizations: Sequence[OrganizationMention]
) -> list[Unit]:
    """Return the units with the bodies filled in that their own sentence or list gives.

    A body that is only understood leaves ``organization_text`` empty. From another sentence
    only what the post's own words point to is taken, or the one body of the article that has
    such a post: ``None`` is better than a guess.
    """
    bodies = sorted(organizations, key=lambda body: body.start)
    filled: list[Unit] = []
    for number, unit in enumerate(units):
        name = unit.position.organization
        if name is None and not _LEADERS.match(folded, unit.end):
            follower = units[number + 1] if number + 1 < len(units) else None
            name = (
                _signed(folded, unit, bodies)
                or _elected(folded, unit, bodies, filled)
                or _party(folded, unit, follower)
                or _adjacent(folded, unit, follower)
                or _beside(folded, unit, follower)
                or _defined(folded, unit, bodies)
                or _named_before(folded, unit, bodies, filled)
                or _only_one(folded, unit, bodies)
            )
        filled.append(unit if name == unit.position.organization else _of(unit, name))
    return [_of_house(folded, unit, after) for unit, after in pairwise([*filled, None]) if unit]


def _of(unit: Unit, body: str | None) -> Unit:
    return replace(unit, position=replace(unit.position, organization=body))


def _of_house(folded: str, unit: Unit, follower: Unit | None) -> Unit:
    """``Bí thư Đảng ủy, Giám đốc Sở Y tế``: a bare Party committee is that of the house itself."""
    house = follower.position.organization if follower is not None else None
    if unit.position.organization != "Đảng ủy" or follower is None or house is None:
        return unit
    if not house.startswith(_HOUSES) or folded[unit.end : follower.start].strip() not in _ADJACENT:
        return unit
    return _of(unit, f"Đảng ủy {house}")


def _signed(folded: str, unit: Unit, bodies: Sequence[OrganizationMention]) -> str | None:
    """``TM. UBND XÃ`` over ``CHỦ TỊCH`` and a signature names the body of both."""
    last = bisect_left(bodies, unit.start, key=lambda body: body.start) - 1
    if last < 0 or not _OVER.fullmatch(folded, bodies[last].end, unit.start):
        return None
    for_body = _FOR.search(folded, max(0, bodies[last].start - 6), bodies[last].start)
    return _INNER.sub("", bodies[last].name) if for_body else None


def _elected(
    folded: str, unit: Unit, bodies: Sequence[OrganizationMention], done: Sequence[Unit]
) -> str | None:
    """``hiệp thương cử 45 vị vào Ủy ban MTTQ xã. Ông A được cử giữ chức Chủ tịch``: of that body.

    The bodies of the posts that people already hold say nothing of what they are elected to.
    """
    kinds = _family(unit.position.title)
    if not kinds or not _ELECTED.search(folded, max(0, unit.start - 20), unit.start):
        return None
    since, latest = unit.start - _NEAR, [u for u in done[-40:] if u.end > unit.start - _NEAR]
    last = bisect_left(bodies, unit.start, key=lambda body: body.start)
    for body in takewhile(lambda b: b.start >= since, reversed(bodies[:last])):
        holder = next((u for u in latest if u.start <= body.start < u.end), None)
        chosen = holder is None or _ELECTED.search(folded, max(0, holder.start - 20), holder.start)
        name = _INNER.sub("", body.name)
        if chosen and name.startswith(kinds) and not name.startswith(_HEADLESS):
            return name
    return None


def _adjacent(folded: str, unit: Unit, follower: Unit | None) -> str | None:
    """``Phó Chỉ huy trưởng - Tham mưu trưởng Bộ CHQS tỉnh``: two posts of one body side by side."""
    if follower is None or follower.position.organization is None:
        return None
    if folded[unit.end : follower.start].strip() not in _ADJACENT:
        return None
    title, name = unit.position.title, follower.position.organization
    if title.startswith(("Bí thư", "Phó Bí thư", "Ủy viên Ban Thường vụ", "Ủy viên Thường vụ")):
        return None
    return name if name.startswith(_family(title) or ("?",)) else None


def _party(folded: str, unit: Unit, follower: Unit | None) -> str | None:
    """``Phó Bí thư, Chủ tịch UBND xã A`` is of the Party committee of ``xã A``."""
    if follower is None or follower.position.organization is None:
        return None
    if folded[unit.end : follower.start].strip() not in _ADJACENT:
        return None
    if unit.position.title not in {"Bí thư", "Phó Bí thư", "Phó Bí thư Thường trực"}:
        return None
    if not follower.position.title.startswith(("Chủ tịch", "Phó Chủ tịch")):
        return None
    found = _GOVERNS.fullmatch(follower.position.organization)
    if found is None:
        return None
    kind = found[1].lower()
    return _PARTY_OF.get(kind, f"Đảng ủy {kind}") + found[2]


def _beside(folded: str, unit: Unit, follower: Unit | None) -> str | None:
    """``Chủ tịch và bà B, Phó Chủ tịch UBND xã``: what follows "và" names the body of both."""
    if follower is None or follower.position.organization is None:
        return None
    between = folded[unit.end : follower.start]
    chosen = _ELECTED.search(folded, max(0, unit.start - 20), unit.start) is not None
    chosen = chosen and _ELECTED.search(between) is not None
    joined = between.startswith((" và ", ", ", "; ") if chosen else " và ")
    if len(between) > 60 or not joined or _STOP.search(between):
        return None
    fits = follower.position.organization.startswith(_family(unit.position.title) or ("?",))
    return follower.position.organization if fits else None


def _defined(folded: str, unit: Unit, bodies: Sequence[OrganizationMention]) -> str | None:
    """Return the body that the post only names by its kind (``Giám đốc công ty``)."""
    match = _DEFINITE.match(folded, unit.end)
    if match is None or _said(folded, unit):
        return None
    kind = match[1] or match[2]
    kinds = _KINDS.get(kind) or (kind[0].upper() + kind[1:],)
    last = bisect_left(bodies, unit.start, key=lambda body: body.start)
    near = (body.name for body in reversed(bodies[:last]) if unit.start - body.start < 4 * _REACH)
    return next((_INNER.sub("", n) for n in near if _INNER.sub("", n).startswith(kinds)), None)


def _only_one(folded: str, unit: Unit, bodies: Sequence[OrganizationMention]) -> str | None:
    """Return the only body of the article, or of the lines before an election, with such a post."""
    kinds, title = _family(unit.position.title), unit.position.title.removeprefix("nguyên ")
    if not kinds:
        return None
    if _SECTION.match(folded, unit.end):
        return None
    near = bodies
    if title not in _OF_ONE:
        if not _ELECTED.search(folded, max(0, unit.start - 20), unit.start):
            return None
        last = bisect_left(bodies, unit.start, key=lambda body: body.start)
        near = [body for body in bodies[:last] if unit.start - body.start < _REACH]
    names = {_INNER.sub("", body.name) for body in near}
    fitting = {name for name in names if name.startswith(kinds) and not name.startswith(_HEADLESS)}
    if len(fitting) > 1 and title in _OF_ONE:
        line = folded.rfind("\n", max(0, unit.start - _REACH), unit.start)
        here = {_INNER.sub("", body.name) for body in near if line < body.start < unit.start}
        fitting &= here if line >= 0 else fitting
    return next(iter(fitting)) if len(fitting) == 1 else None


@lru_cache(maxsize=512)
def _family(title: str) -> tuple[str, ...]:
    plain = title.removeprefix("nguyên ").removeprefix("Quyền ")
    fits = [
        bodies for titles, bodies in _FAMILIES if any(plain == t or plain.startswith(t + " ")
                                                      for t in titles)
    ]  # fmt: skip
    return fits[0] if fits else ()


def suits(title: str, body: str) -> bool:
    """Tell whether a body of this canonical name is of a kind that has such a post."""
    return body.startswith(_family(title) or ("?",))


def _said(folded: str, unit: Unit) -> str:
    """Return the first words of a body that follows unrecognised (``Trưởng | ban Nữ công``)."""
    tail = unit.position.title.split()[-1].lower()
    if tail not in {"ban", "phòng"} or unit.position.title_text.lower().endswith(tail):
        return ""
    return " ".join(folded[unit.end : unit.end + 30].split()[:2])


def _named_before(
    folded: str, unit: Unit, bodies: Sequence[OrganizationMention], done: Sequence[Unit]
) -> str | None:
    """Return the nearest body of the same sentence or list that has such a post."""
    kinds = _family(unit.position.title)
    if not kinds or _ELSEWHERE.match(folded, unit.end):
        return None
    said = _said(folded, unit)
    stops = [m.end() for m in _STOP.finditer(folded, max(0, unit.start - 900), unit.start)]
    since = stops[-1] if stops else max(0, unit.start - 900)
    first = bisect_left(bodies, since, key=lambda body: body.start)
    last = bisect_left(bodies, unit.start, key=lambda body: body.start)
    names = [(body.start, _INNER.sub("", body.name)) for body in bodies[first:last]]
    names += [
        (earlier.start, earlier.position.organization)
        for earlier in takewhile(lambda u: u.start >= since, reversed(done))
        if earlier.position.organization is not None
    ]
    fitting = [
        item for item in names
        if item[1].startswith(kinds) and not item[1].startswith(_HEADLESS)
        and (not said or fold(item[1]).startswith(said))
    ]  # fmt: skip
    return max(fitting)[1] if fitting else None
