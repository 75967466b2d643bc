"""What a line or sentence is about: the unit that opens it, or whose delegation it tells of."""

from __future__ import annotations

import re

_TIME = (
    r"(?:(?:Sáng|Trưa|Chiều|Tối|Ngày|Cùng|Còn|Hôm|Thứ|Mới đây|Trước đó|Sau đó|Tiếp đó|Tiếp tục)\b"
    r"(?:[^.;:,\n]|[.:](?=\d)|,(?=\s(?:ngày\s)?\d)){0,45},\s)"
)
# "Tại xã A", "Chiều cùng ngày, tại đình Phú Lộc, xã A"
_AT = re.compile(
    rf"{_TIME}?(?:Còn )?(?:[Tt]ại|[Ởở]|[Vv]ề|[Tt]ừ)\s"
    r"(?:điểm cầu |địa bàn )?(?:(?:[^.;:,\n]|\.(?=\w)){2,60},\s)?"
)
# "* Ngày 17-10, Hội Nông dân quận A": a body of the unit is the first to act.
_ACTS = re.compile(rf"{_TIME}(?!(?:tại|ở|về)\b)(?:[^.;:,\n]|\.(?=\w)){{2,60}}")
_BULLET = re.compile(r"[\W\d]{0,6}")
_NEAR = 400
_STOP = re.compile(r"(?<![A-ZĐƯ])\.(?!\d)")  # "T.Ư", "TP." end nothing
_ENDS = re.compile(rf"{_STOP.pattern}|;")
_HEADING = re.compile(r"[^\n:;.,(]{2,30}[:–-]")
# "Đoàn đại biểu tỉnh A do ...", "Về phía tỉnh A có ...": posts behind are of A.
_SIDE = re.compile(r"(?:[Đđ]oàn|[Pp]hía|[Đđ]ại biểu)(?:\s[^\s.;,:()]{1,12}){0,5}\s")
_MEMBERS = re.compile(r"\b(?:do|có|gồm)\b")
_SIDE_WORDS = 60


def opens(body: str, position: int, start: int) -> bool:
    """Tell whether the unit named at ``position`` opens the line or sentence of ``start``.

    A line is about the unit that heads it (``* Mường Chanh: ...``), a sentence about that which it
    begins with (``Tại xã Mường Chanh, ...``).
    """
    between = body[position:start]
    if "\n" in between:
        return False
    near = max(0, position - _NEAR)  # a line is not searched further back, however long
    lead = body[max(near, body.rfind("\n", near, position) + 1) : position]
    bullet = _BULLET.match(lead)
    own = lead[bullet.end() :] if bullet is not None else lead
    if _AT.fullmatch(own) or _ACTS.fullmatch(own):
        return True
    if not own and _HEADING.match(body, position):
        return True
    if _STOP.search(between):
        return False
    stop = max((found.end() for found in _ENDS.finditer(lead)), default=0)
    return stop > 0 and _AT.fullmatch(lead[stop:].removeprefix(" ")) is not None


def is_side(body: str, position: int, start: int) -> bool:
    """Tell whether ``start`` is told of the delegation of the unit named at ``position``.

    ``Đoàn đại biểu tỉnh Mường Chanh do đồng chí Lò Văn Pảnh, Bí thư Tỉnh ủy làm trưởng đoàn``.
    """
    between = body[position:start]
    if "\n" in between or _STOP.search(between) or _MEMBERS.search(between) is None:
        return False
    lead = body[max(0, position - _SIDE_WORDS) : position]
    heads = [found.start() for found in re.finditer(r"[Đđ]oàn|[Pp]hía|[Đđ]ại biểu", lead)]
    return any(_SIDE.fullmatch(lead, at) for at in heads)
