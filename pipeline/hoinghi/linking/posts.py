"""Posts as the linker compares them: what kind of body, how high, held beside what else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from hoinghi.linking.wheres import VILLAGE, Chain, Where
from hoinghi.text import fold, squeeze

HEAD, DEPUTY, MEMBER, OTHER = 3, 2, 1, 0

# What a body is by the words that it begins with; the first that fits counts.
_WALKS: Final = tuple(
    (walk, re.compile(rf"(?:{forms})(?!\w)"))
    for walk, forms in {
        "village": r"ban công tác mặt trận|chi bộ|chi hội|chi đoàn|chi ủy|tổ (?:dân phố|tự quản)|"
        r"(?:thôn|ấp|bản|buôn|làng|xóm|khóm|khu phố)",
        "party organ": r"ban (?:tổ chức|dân vận|tuyên giáo|nội chính|xây dựng đảng|kinh tế trung)|"
        r"ủy ban kiểm tra|văn phòng (?:đảng|huyện|quận|thị|thành|tỉnh) ủy|trung tâm chính trị",
        "party": r"(?:đảng|huyện|quận|thị|thành|tỉnh|khu|quân) ủy|đảng bộ|ban thường vụ|"
        r"thường trực (?:đảng|huyện|quận|thị|thành|tỉnh) ủy|ban chấp hành (?:đảng bộ|trung ương)|"
        r"bộ chính trị|ban bí thư|đảng cộng sản|trung ương đảng",
        "council": r"(?:thường trực )?hội đồng nhân dân|ban (?:pháp chế|kinh tế|văn hóa|dân tộc)|"
        r"quốc hội|đoàn đại biểu quốc hội|ủy ban thường vụ quốc hội",
        "government": r"ủy ban nhân dân|chính phủ",
        "front": r"(?:ban thường trực )?ủy ban (?:trung ương )?mặt trận|"
        r"ủy ban trung ương mặt trận|mặt trận tổ quốc",
        "union": r"hội (?:nông dân|liên hiệp phụ nữ|phụ nữ|cựu chiến binh)|đoàn thanh niên|"
        r"(?:tỉnh|thành|huyện|quận|thị|xã|phường|trung ương) đoàn|liên đoàn lao động|công đoàn|"
        r"tổng liên đoàn",
        "force": r"công an|ban chỉ huy quân sự|bộ chỉ huy|bộ tư lệnh|đồn biên phòng|cảnh sát|"
        r"bộ đội|quân khu|sư đoàn|trung đoàn|quân sự",
        "court": r"tòa án|viện kiểm sát|thi hành án|(?:chi )?cục thi hành",
        "school": r"trường|đại học|học viện|nhà trường|mầm non",
        "health": r"trạm y tế|bệnh viện|trung tâm y tế|phòng khám",
        "firm": r"(?:tổng )?công ty|tập đoàn|ngân hàng|doanh nghiệp|hợp tác xã|quỹ tín dụng",
        "faith": r"giáo hội|ban trị sự|chùa|giáo xứ|giáo phận|tòa giám mục|hội thánh|tịnh xá",
        "press": r"báo|đài|tạp chí|tòa soạn|thông tấn xã",
        "office": r"bộ|sở|phòng|cục|chi cục|tổng cục|vụ|văn phòng|thanh tra|trung tâm|kho bạc|"
        r"ban quản lý|ban dân tộc|bảo hiểm xã hội",
    }.items()
)
_BY_TITLE: Final = tuple(
    (walk, re.compile(rf"(?:{forms})(?!\w)"))
    for walk, forms in {
        "village": r"(?:phó )?trưởng (?:thôn|ấp|bản|buôn|làng|xóm|khóm|khu|khu phố|sóc|phum)|"
        r"(?:phó )?tổ trưởng(?: tổ dân phố)?|già làng|người có uy tín|chi hội trưởng",
        "health": r"bác s[ĩỹ]|y s[ĩỹ]|điều dưỡng|trạm trưởng",
        "school": r"(?:phó )?hiệu trưởng|giáo viên|giảng viên|hiệu phó",
        "press": r"phóng viên|nhà báo|biên tập viên",
        "court": r"luật sư|thẩm phán|kiểm sát viên",
    }.items()
)
POLITICAL: Final = frozenset(
    {"party", "party organ", "council", "government", "front", "union", "office"}
)
# Bodies of one unit whose leaders have time for one of them only.
_FULL_TIME: Final = frozenset(
    "government front union force court school health office firm press".split()
)
_FORMER: Final = re.compile(r"^(?:nguyên|cựu)\s+")
_ACTING: Final = re.compile(r"^(?:quyền|tân)\s+|\s+(?:thường trực|chuyên trách|phụ trách)$")
_HEADS: Final = re.compile(
    r"(?:chủ tịch|bí thư|(?:tổng )?giám đốc|chủ nhiệm|bộ trưởng|tổng bí thư|thủ tướng|thống đốc|"
    r"chánh|hiệu trưởng|chỉ huy trưởng|tư lệnh|tổng|viện trưởng|cục trưởng|vụ trưởng|trưởng|"
    r"chi cục trưởng|trạm trưởng|đồn trưởng|tổ trưởng|chi hội trưởng|hội trưởng)(?!\w)"
)
_MEMBERS: Final = re.compile(
    r"ủy viên|(?:tỉnh|thành|huyện|quận|thị|đảng) ủy viên|đại biểu|thành viên"
)
# Offices that one person in the country holds, or a few: with the name they need no place.
_NATIONAL: Final = re.compile(
    r"(?:phó )?chủ tịch nước|(?:phó )?thủ tướng(?: thường trực)?|tổng bí thư|(?:bộ|thứ) trưởng|"
    r"tổng thống|quốc vương|tổng (?:thanh tra|kiểm toán)|ngoại trưởng"
)
# Walks of life whose bodies bear names that others elsewhere bear too.
_ANYWHERE: Final = frozenset({"firm", "school", "faith", "press", "other"})
_COUNTRYWIDE: Final = re.compile(
    r"trung ương|quốc hội|chính phủ|toàn quốc|(?:^|\s)bộ\s|tòa án nhân dân tối cao|việt nam$|"
    r"viện kiểm sát nhân dân tối cao"
)

_ONE_OF_ITS_KIND: Final = re.compile(r"(?:tổng cục|cục|vụ|viện|bệnh viện)(?!\w)")


@dataclass(frozen=True, slots=True)
class Post:
    """One post of one person.

    ``title`` is folded, without ``nguyên``; ``body`` the folded body without its place; ``where``
    the place of the body. ``walk`` is the kind of body or calling, ``rank`` how high in it.
    """

    title: str
    body: str
    where: Where
    former: bool
    walk: str
    rank: int

    @property
    def political(self) -> bool:
        """Whether it is a post of the political system of a unit above the village."""
        return self.walk in POLITICAL and self.where.level != VILLAGE

    @property
    def countrywide(self) -> bool:
        """Whether title and body by themselves say which post of the country it is."""
        if self.where:
            return False
        return bool(
            _COUNTRYWIDE.search(self.body) if self.body else _NATIONAL.fullmatch(self.title)
        )

    @property
    def own_name(self) -> bool:
        """Whether the body has a name of its own: a firm, a hospital, a department of a ministry.

        A ``Sở Nội vụ``, a ``Trạm Y tế`` or a ``Hội Nông dân`` is in every place.
        """
        words = len(self.body.split())
        if self.walk in _ANYWHERE:
            return words > 3
        return words > 2 and bool(_ONE_OF_ITS_KIND.match(self.body))

    @property
    def common_name(self) -> bool:
        """Whether a body of the same name may be in any place: a school, a parish, a firm."""
        return self.own_name and self.walk in _ANYWHERE and not self.where

    @property
    def full(self) -> bool:
        """Whether the post fills a working life: leaders and callings, no memberships."""
        if self.former or self.rank == MEMBER:
            return False
        return self.walk == "village" or self.walk in _FULL_TIME

    @property
    def key(self) -> tuple[str, str, Chain, bool]:
        """Return what makes two posts the same, for sets."""
        return self.title, self.body, self.where.names, self.former


def make_post(title: str, body: str | None, where: Where, *, former: bool = False) -> Post:
    """Return the post of a row of ``positions``; ``where`` is its body's place, if known."""
    folded = fold(squeeze(title))
    bare = _FORMER.sub("", folded)
    gone = former or bare != folded
    bare = _ACTING.sub("", bare)
    core = _without_place(fold(squeeze(body or "")), where)
    walk = _walk(core, bare, where)
    return Post(bare, core, where, gone, walk, _rank(bare))


def same_title(a: Post, b: Post) -> bool:
    """Tell whether two titles are one, up to a head word that the body says (``Trưởng ban``)."""
    if a.title == b.title:
        return True
    short, long = sorted((a.title, b.title), key=len)
    return a.rank == b.rank and a.rank >= DEPUTY and long.startswith(f"{short} ") and bool(a.body)


def same_body(a: Post, b: Post) -> bool:
    """Tell whether two bodies of one place are one: by name, or the only one of its walk."""
    if a.body == b.body:
        return True
    return a.walk == b.walk and a.walk in {"party", "council", "government", "front"}


def exclusive(a: Post, b: Post) -> bool:
    """Tell whether no one holds both posts of one place at one time.

    A Party secretary chairs the council, a deputy of the Front leads a union (so since 2025),
    village posts go together; a head of police is no head of a union, a chairman no deputy.
    """
    if a.former or b.former or MEMBER in (a.rank, b.rank):
        return False
    if a.walk == b.walk == "village":
        return False
    if a.body and same_body(a, b):
        return a.rank != b.rank and min(a.rank, b.rank) >= DEPUTY and a.walk != "party organ"
    walks = {a.walk, b.walk}
    if walks == {"front", "union"}:
        return DEPUTY not in {p.rank for p in (a, b) if p.walk == "front"}
    return walks == {"government", "council"} or (a.full and b.full)


def _without_place(body: str, where: Where) -> str:
    """Return ``body`` without the name of its place at the end, type word and all."""
    for name in where.names:
        bare = name.split(" ", 1)[-1]
        if name.startswith(("thành phố ", "thị trấn ", "thị xã ", "đặc khu ")):
            bare = name.split(" ", 2)[-1]
        for form in (name, bare):
            if body.endswith(f" {form}"):
                return body.removesuffix(f" {form}").rstrip(" ,")
    return body


def _walk(body: str, title: str, where: Where) -> str:
    if where.level == VILLAGE:
        return "village"
    for walk, form in _BY_TITLE if not body else _WALKS:
        if form.match(body or title):
            return walk
    return "other"


def _rank(title: str) -> int:
    if title.startswith(("phó ", "thứ trưởng", "hiệu phó", "cục phó")):
        return DEPUTY
    if _MEMBERS.search(title):
        return MEMBER
    return HEAD if _HEADS.match(title) else OTHER
