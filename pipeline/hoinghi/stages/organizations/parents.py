"""Which body a bare organ is part of: ``Ban Thường vụ`` of the Party committee, of a union ..."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from hoinghi.records import Place
from hoinghi.resources.bodies import Body
from hoinghi.stages.organizations import patterns
from hoinghi.stages.organizations.parsed import Parsed

# How many bodies back the whole of an organ may be named; keeps very long texts linear.
FAR = 100
# Unions have these organs too, so that the union spoken of just before counts.
_WITH_ORGANS = {"Đảng", "đoàn thể"}
_PARTY_ORGANS = {"Ban Tổ chức", "Ban Tuyên giáo", "Ban Dân vận", "Ban Nội chính"}
_SHARED_ORGANS = {"Ban Chấp hành", "Ban Thường vụ", "Ủy ban Kiểm tra"}
_PARENTS = {
    ("MTTQ", None): "Ủy ban Mặt trận Tổ quốc Việt Nam",
    ("HĐND", None): "Hội đồng nhân dân",
    ("Đảng", "xã"): "Đảng ủy",
    ("Đảng", "huyện"): "Huyện ủy",
    ("Đảng", "tỉnh"): "Tỉnh ủy",
}
# The trade unions of such a unit form a federation.
_FEDERATED = {"huyện", "thành phố", "tỉnh"}
_POLICE = {"Phòng": "tỉnh", "Đội": "huyện"}
_SERVED = {
    "UBND": "Hội đồng nhân dân và Ủy ban nhân dân",
    "MTTQ": "Ủy ban Mặt trận Tổ quốc Việt Nam",
}
_SERVED_BY_PROVINCE = _SERVED | {"UBND": "Ủy ban nhân dân"}
_WHOLES = {"Tổ đại biểu": "Hội đồng nhân dân"} | patterns.WHOLES
CENTRAL_FRONT = "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam"
_CITY_COMMITTEES = {"Thành phố": "Thành ủy", "Quận": "Quận ủy", "Thị xã": "Thị ủy"}


def level_served(parsed: Parsed) -> str | None:
    """Return the level of the police whose office or squad a body is by its name."""
    first, *rest = parsed.name.split(maxsplit=1)
    return _POLICE.get(first) if "".join(rest).startswith(patterns.POLICE_WORK) else None


def with_parent(parsed: Parsed, place: Place | None, office: str = "UBND") -> Parsed:
    """Name the body that a bare organ belongs to (``Ban Thường vụ`` -> of the Party committee).

    ``office`` is the kind of body that a bare ``Văn phòng`` serves in this article.
    """
    if parsed.child is not None or place is None:
        return parsed
    body, whole = parsed.body, _WHOLES.get(parsed.name)
    if level_served(parsed):
        return _inside(parsed, "Công an", replace(body, name="Công an", grammar="place"))
    if whole is not None:
        return replace(parsed, name=f"{parsed.name} {whole}")
    if parsed.name == "Văn phòng":
        served = _SERVED[office] if place.level != "tỉnh" else _SERVED_BY_PROVINCE[office]
        return _inside(parsed, served, replace(body, name=served, kind=office, grammar="place"))
    return _of_unit(parsed, place) if body.grammar == "organ" else parsed


def _of_unit(parsed: Parsed, place: Place) -> Parsed:
    body = parsed.body
    parent = _PARENTS.get((body.kind, None)) or _PARENTS.get((body.kind, place.level or ""))
    if parent is None:
        return parsed
    if body.kind == "Đảng" and place.level in {"huyện", "tỉnh"}:
        parent = _CITY_COMMITTEES.get(place.kind, parent)
    if parsed.name == "Ban Chấp hành":
        parent = "Đảng bộ"
    seat = body.kind == "Đảng" and parent not in {"Đảng ủy", "Đảng bộ"}
    anchor = Body(parent, body.kind, "seat" if seat else "place", place.level, "any")
    return _inside(parsed, parent, anchor)


def with_centre(parsed: Parsed, before: Sequence[Parsed]) -> Parsed | None:
    """Name a bare organ of the Front as the central committee's, if that is the Front just named.

    ``Phó Chủ tịch UBTƯ MTTQ Việt Nam; ... Trưởng Ban Phong trào``.
    """
    if parsed.body.kind != "MTTQ" or parsed.body.grammar != "organ" or parsed.child is not None:
        return None
    front = next((b.anchor for b in reversed(before) if b.anchor.kind == "MTTQ"), None)
    return _inside(parsed, front.name, front) if front and front.name == CENTRAL_FRONT else None


def _inside(parsed: Parsed, whole: str, anchor: Body) -> Parsed:
    child = Parsed(parsed.start, parsed.end, whole, anchor)
    return replace(parsed, name=f"{parsed.name} {whole}", child=child)


def with_parent_of(parsed: Parsed, after: Parsed, place: Place | None) -> Parsed:
    """``Ủy ban Kiểm tra, Ban Dân vận Huyện ủy``: the organ before shares the body too.

    The executive committee is that of the Party organisation, the standing one the committee's.
    """
    child = after.child
    if parsed.body.grammar != "organ" or parsed.child is not None:
        return parsed
    if child is None and after.body.grammar in {"seat", "cell"}:
        child = after
    if child is None or child.body.kind != parsed.body.kind:
        return with_parent(parsed, place)
    if (parsed.name, child.name) == ("Ban Thường vụ", "Đảng bộ"):
        return with_parent(parsed, place)
    if (parsed.name, child.name) == ("Ban Chấp hành", "Đảng ủy"):
        child = replace(child, name="Đảng bộ")
    return replace(parsed, name=f"{parsed.name} {child.name}", child=child)


def level_given(parsed: Parsed) -> str | None:
    """Return the level that the text itself gives the body, ``thành phố`` where it is open."""
    if parsed.place is not None:
        return parsed.place.place.level
    return patterns.LEVEL_WORDS[parsed.unit] if parsed.unit is not None else None


def union_before(bodies: Sequence[Parsed], at: int, congress: Sequence[int]) -> Parsed | None:
    """Return the union whose organ ``bodies[at]`` is: the last of unions and Party named before.

    Of those in ``congress``, whose congress is told of, the last one counts before all others.
    """
    if bodies[at].name not in _SHARED_ORGANS or bodies[at].child is not None:
        return None
    told = bisect_left(congress, at)
    known = [
        *bodies[max(0, at - FAR) : at],
        *(bodies[n] for n in congress[max(0, told - FAR) : told]),
    ]
    for before in reversed(known):
        if before.name in _PARTY_ORGANS:
            return None
        whole = before.child or before
        if whole.body.grammar in {"seat", "cell", "place"} and whole.body.kind in _WITH_ORGANS:
            return whole if whole.body.kind == "đoàn thể" else None
    return None


def with_union(parsed: Parsed, union: Parsed) -> Parsed:
    """Name ``parsed`` as an organ of ``union``, of which it takes the place."""
    if union.name == "Công đoàn" and level_given(union) in _FEDERATED:
        union = replace(union, name="Liên đoàn Lao động")
    return replace(
        parsed,
        name=f"{parsed.name} {union.name}",
        child=union,
        place=union.place,
        unit=union.unit,
    )
