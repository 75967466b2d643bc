"""The body of a post that the sentence leaves out because it has just named it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from hoinghi.records import OrganizationMention
from hoinghi.stages.officials.positions import Unit

_PARTY = "Tỉnh ủy|Huyện ủy|Thành ủy|Quận ủy|Thị ủy|Đảng ủy"
_COMMITTEE = re.compile(rf"(?:^|\s)((?:{_PARTY})(?:\s.*)?)$")
_INNER = re.compile(
    r"^(?:Ban Thường trực|Thường trực|Ban Thường vụ|Ban Chấp hành|Đoàn Chủ tịch|lãnh đạo) "
    r"(?=Ủy ban|Hội|Liên đoàn|Đoàn|Đảng ủy|Huyện|Tỉnh|Thành|Quận|Thị)"
)
_STOP = re.compile(r"[.!?](?=\s)|\n(?![ ]*[-+*•\d])")
# The first words of a post -> the first words of the bodies that have such a post.
_FAMILIES: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (
        ("Chủ tịch", "Phó Chủ tịch", "Ủy viên Thường trực", "Ủy viên Ban Thường trực"),
        ("Ủy ban nhân dân", "Ủy ban Mặt trận", "Ủy ban Trung ương", "Hội", "Liên đoàn", "Liên hiệp",
         "Tổng Liên đoàn", "Hội đồng nhân dân", "Trung ương Hội"),
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
         "Ngân hàng", "Xí nghiệp", "Nhà máy", "Tập đoàn"),
    ),
    (("Chủ nhiệm", "Phó Chủ nhiệm"), ("Ủy ban Kiểm tra", "Hợp tác xã", "Câu lạc bộ")),
    (("Hiệu trưởng", "Phó Hiệu trưởng"), ("Trường",)),
    (("Trưởng ban", "Phó Trưởng ban"), ("Ban",)),
    (("Trưởng phòng", "Phó Trưởng phòng"), ("Phòng",)),
    (("Chỉ huy trưởng", "Phó Chỉ huy trưởng", "Tham mưu trưởng", "Chính trị viên"),
     ("Ban Chỉ huy", "Bộ Chỉ huy", "Đồn")),
    (("Chánh xứ", "Phó xứ", "Quản xứ"), ("Giáo xứ",)),
    (("Trạm trưởng",), ("Trạm",)),
    (("Chi cục trưởng",), ("Chi cục",)),
    (("Hội trưởng",), ("Hội",)),
    (("Đồn trưởng",), ("Đồn",)),
)  # fmt: skip


def understand_bodies(
    folded: str, units: Sequence[Unit], organizations: Sequence[OrganizationMention]
) -> list[Unit]:
    """Return the units with the bodies filled in that their own sentence or list gives.

    A body that is only understood leaves ``organization_text`` empty. Nothing is taken from
    another sentence: ``None`` is better than a guess.
    """
    bodies = sorted(organizations, key=lambda body: body.start)
    filled: list[Unit] = []
    for number, unit in enumerate(units):
        name = unit.position.organization
        if name is None:
            follower = units[number + 1] if number + 1 < len(units) else None
            name = _committee(folded, unit, follower) or _named_before(folded, unit, bodies, filled)
        position = replace(unit.position, organization=name)
        filled.append(replace(unit, position=position))
    return filled


def _committee(folded: str, unit: Unit, follower: Unit | None) -> str | None:
    """``Ủy viên Ban Thường vụ, Trưởng Ban Dân vận Huyện ủy …`` is of that ``Huyện ủy``."""
    if follower is None or follower.position.organization is None:
        return None
    if not unit.position.title.startswith(("Ủy viên Ban Thường vụ", "Ủy viên Thường vụ")):
        return None
    if folded[unit.end : follower.start].strip() not in {",", "-", ";", "và"}:
        return None
    found = _COMMITTEE.search(follower.position.organization)
    return found[1] if found and found.start() > 0 else None


def _family(title: str) -> tuple[str, ...]:
    plain = title.removeprefix("nguyên ").removeprefix("Quyền ")
    fits = [
        bodies for titles, bodies in _FAMILIES if any(plain == t or plain.startswith(t + " ")
                                                      for t in titles)
    ]  # fmt: skip
    return fits[0] if fits else ()


def _named_before(
    folded: str, unit: Unit, bodies: Sequence[OrganizationMention], done: Sequence[Unit]
) -> str | None:
    """Return the nearest body of the same sentence or list that has such a post."""
    kinds = _family(unit.position.title)
    if not kinds:
        return None
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
    fitting = [item for item in names if item[1].startswith(kinds)]
    return max(fitting)[1] if fitting else None
