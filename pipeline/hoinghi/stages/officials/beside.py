"""The body of a post that stands beside its holder's name and not beside the post."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from hoinghi.records import Mention, OrganizationMention, Reading
from hoinghi.stages.officials.bodies import suits
from hoinghi.stages.officials.patterns import HONORIFIC
from hoinghi.stages.officials.positions import Holding
from hoinghi.stages.officials.units import Unit
from hoinghi.text import fold, squeeze

# "Thẩm phán A của TAND khu vực 9", "Đồn phó B (Đồn Biên phòng Ba Nang)".
_BEHIND = re.compile(r"[ ]?(?P<bracket>\()|[ ]{1,2}(?:của|thuộc|công tác tại|đến từ)[ ]{1,2}")
_CALLED = re.sub(r"\(\?P<\w+>", "(?:", HONORIFIC.pattern)
# "Hội Nông dân xã - bà B, Chủ tịch", "Công ty C: ông D - Giám đốc".
_BEFORE = re.compile(rf"[ ]?(?:[:–-]|do|có)[ ]{{1,2}}(?:(?:{_CALLED})[ .:]{{0,2}}){{0,4}}")


# "Trưởng Ban | Kinh tế | Hội LHPN tỉnh": the part of a body that the recogniser left out.
_PART = re.compile(r"(?:[ ]{1,2}(?!ông |bà |đồng chí |của |các |là )[^\W\d_]+| [-–&]){1,7}[ ]{1,2}")
# "Giám đốc quan hệ quốc tế của Tập đoàn A": what the post is for stands between the two.
_SECTION = re.compile(
    r"[ ]{1,2}(?:phụ trách|quan hệ|kỹ thuật|kinh doanh|điều hành|chuyên môn|đối ngoại|khu vực|"
    r"phát triển|tài chính|nhân sự|chương trình|dự án|chuyên trách|sản xuất|truyền thông)"
    r"(?:[ ]{1,2}(?!ông |bà |đồng chí )[^\W\d_]+){0,8}[ ]{1,2}(?:của|tại)[ ]{1,2}"
)
_PARTS = frozenset({"ban", "phòng", "khoa", "tổ", "đội", "khối"})


def bodies_spelled(
    reading: Reading, folded: str, units: Sequence[Unit], names: Sequence[Mention]
) -> list[Unit]:
    """Return the units, those of a part of a body with the name that stands between the two.

    ``Trưởng Ban Kinh tế Hội LHPN tỉnh`` heads the ``Ban Kinh tế`` of the ``Hội LHPN tỉnh``, also
    where only the latter was recognised.
    """
    starts = {body.start: body for body in reading.organizations}
    taken = sorted([*(unit.start for unit in units), *(name.start for name in names)])
    return [_spelled(reading.body, folded, unit, starts, taken) for unit in units]


def _spelled(
    text: str,
    folded: str,
    unit: Unit,
    starts: Mapping[int, OrganizationMention],
    taken: Sequence[int],
) -> Unit:
    position = unit.position
    section = _SECTION.match(folded, unit.end) if position.organization is None else None
    if section is not None and section.end() in starts:
        body = starts[section.end()]
        found = replace(position, organization=body.name, organization_text=body.text)
        return replace(unit, end=body.end, position=found)
    kind = position.title.rpartition(" ")[2].lower()
    part = _PART.match(folded, unit.end) if kind in _PARTS else None
    while part is not None and part.end() not in starts:
        part = _PART.fullmatch(folded, unit.end, folded.rfind(" ", unit.end, part.end() - 1) + 1)
    if part is None or position.organization is not None:
        return unit
    if bisect_left(taken, unit.end) != bisect_left(taken, part.end()):
        return unit
    body = starts[part.end()]
    words = squeeze(text[unit.end : part.end()]).strip()
    own = words if words.lower().startswith(kind) else f"{kind.capitalize()} {words}"
    found = replace(
        position,
        organization=f"{own} {body.name}",
        organization_text=text[unit.end : body.end].strip(),
    )
    return replace(unit, end=body.end, position=found)


def without_guesses(
    text: str, units: Sequence[Unit], written: Sequence[Unit], names: Sequence[Mention]
) -> list[Unit]:
    """Return ``units`` without those understood bodies that the text's own words speak against.

    Args:
        text: The article.
        units: The posts with the bodies understood.
        written: The same posts as they were before.
        names: The PER mentions.

    A capital behind a post that begins neither a name nor another post is a body that was not
    recognised; only one of these words can be meant.
    """
    taken = {unit.start for unit in units} | {name.start for name in names}
    return [
        unit if before.position.organization or _agrees(text, unit, taken) else before
        for unit, before in zip(units, written, strict=True)
    ]


def _agrees(text: str, unit: Unit, taken: set[int]) -> bool:
    start = unit.end + 1
    if (
        unit.position.organization is None
        or start in taken
        or not text[start : start + 1].isupper()
    ):
        return True
    words = fold(text[start : start + 30]).split()[:2]
    known = set(fold(unit.position.organization).split())
    return text[unit.end] != " " or known.issuperset(word.strip(",.;:)") for word in words)


def bodies_beside(
    folded: str,
    names: Sequence[Mention],
    holdings: Sequence[Holding],
    organizations: Sequence[OrganizationMention],
) -> list[Holding]:
    """Return the holdings, those that are written without a body with the one beside the name.

    Args:
        folded: The article, folded.
        names: The PER mentions.
        holdings: The posts joined to them.
        organizations: The bodies of the article.
    """
    bodies = sorted(organizations, key=lambda body: body.start)
    posts = {holding.unit.end for holding in holdings}
    return [_with_body(folded, names[one.name], one, bodies, posts) for one in holdings]


def _with_body(
    folded: str,
    name: Mention,
    holding: Holding,
    bodies: Sequence[OrganizationMention],
    posts: set[int],
) -> Holding:
    position = holding.unit.position
    if position.organization_text is not None:
        return holding
    leads = holding.unit.end <= name.start
    body = _behind(folded, name, bodies) if leads else _before(folded, name, bodies, posts)
    if body is None or not suits(position.title, body.name):
        return holding
    found = replace(position, organization=body.name, organization_text=body.text)
    return replace(holding, unit=replace(holding.unit, position=found))


def _behind(
    folded: str, name: Mention, bodies: Sequence[OrganizationMention]
) -> OrganizationMention | None:
    gap = _BEHIND.match(folded, name.end)
    at = bisect_left(bodies, gap.end(), key=lambda body: body.start) if gap else len(bodies)
    if gap is None or at == len(bodies) or bodies[at].start != gap.end():
        return None
    closed = not gap["bracket"] or folded.startswith(")", bodies[at].end)
    return bodies[at] if closed else None


def _before(
    folded: str, name: Mention, bodies: Sequence[OrganizationMention], posts: set[int]
) -> OrganizationMention | None:
    """Return the body whose item of a list the name stands in; no other's post may end in it."""
    last = bisect_left(bodies, name.start, key=lambda body: body.start) - 1
    if last < 0 or bodies[last].end in posts:
        return None
    return bodies[last] if _BEFORE.fullmatch(folded, bodies[last].end, name.start) else None
