"""Whose a bare inner body is: the board of the cooperative, the union of the school named last."""

from __future__ import annotations

from collections.abc import Sequence

from hoinghi.stages.organizations import patterns
from hoinghi.stages.organizations.parsed import Parsed
from hoinghi.stages.organizations.tokens import Tokens

# Bodies that schools and companies have as well as communes.
_INNER = {
    "Công đoàn", "Công đoàn cơ sở", "Ban Thanh tra nhân dân", "Chi bộ", "Chi đoàn",
    "Đoàn trường",
}  # fmt: skip
# Boards that no commune has: without a whole they are of a body that nothing names.
_BOARDS = {
    name: {"doanh nghiệp"} for name in ("Hội đồng quản trị", "Hội đồng thành viên", "Ban Kiểm soát")
} | {
    "Ban Quản trị": {"doanh nghiệp", "tôn giáo"},
    "Ban đại diện cha mẹ học sinh": {"trường"},
    **{name: {"tôn giáo"} for name in (
        "Ban Hành giáo", "Ban Cai quản", "Ban Hộ tự", "Ban Hộ đình", "Ban Quản tự", "Ban Chấp sự",
        "Hội đồng Giáo xứ", "Hội đồng Mục vụ",
    )},
}  # fmt: skip
# No office but a body of its own.
_CHAMBER = "Phòng Thương mại"
_WITH_OFFICES = ("Sở ", "Cục ", "Viện ", "Bộ đội ")
# The squads of a border station.
_BORDER_SQUADS = (
    "Đội Vận động quần chúng", "Đội Trinh sát", "Đội Kiểm soát hành chính", "Đội Vũ trang",
    "Đội Phòng, chống ma túy và tội phạm", "Đội Phòng chống ma túy và tội phạm",
    "Đội Tham mưu - Hành chính", "Đội Tổng hợp - Bảo đảm", "Đội Tổng hợp bảo đảm",
)  # fmt: skip
_FORCES = ("Công an", "Bộ Chỉ huy", "Ban Chỉ huy", "Bộ đội", "Bộ Tư lệnh")
# What stands between a committee and the body whose head leads it.
_HEADED = [[",", *words] for words in (["giám", "đốc"], ["phó", "giám", "đốc"])]
_COMMITTEES = {"Đảng ủy", "Đảng bộ"}
_OWNERS = {"trường", "doanh nghiệp"}


def is_board(parsed: Parsed) -> bool:
    """Tell whether only firms or faiths have the bare body."""
    return parsed.name in _BOARDS and not parsed.located and parsed.child is None


def owner(
    tokens: Tokens,
    parsed: Parsed,
    before: Sequence[Parsed],
    after: Parsed | None,
    *,
    of_unit: bool,
) -> Parsed | None:
    """Return the school, company or faith of which a bare inner body is: the whole named last.

    ``of_unit`` tells that the article speaks of a unit's own bodies, ``after`` is the body behind.
    """
    if is_board(parsed):
        wholes = (body.child or body for body in reversed(before) if not is_board(body))
        return next((b for b in wholes if b.body.kind in _BOARDS[parsed.name]), None)
    if parsed.located or parsed.child is not None:
        return None
    if parsed.body.grammar == "faculty":
        return _school(tokens, parsed, before, after)
    if is_inner_office(parsed):
        return _with_office(tokens, parsed, before, after)
    if parsed.name.startswith(_BORDER_SQUADS):
        return next((b for b in reversed(before) if b.name.startswith("Đồn Biên phòng ")), None)
    return _of_committee(tokens, parsed, before, after, of_unit=of_unit)


def _of_committee(
    tokens: Tokens,
    parsed: Parsed,
    before: Sequence[Parsed],
    after: Parsed | None,
    *,
    of_unit: bool,
) -> Parsed | None:
    """Return the whole of a committee, cell or union that communes have as well."""
    inner = parsed.name in _INNER
    if parsed.name == "Đoàn trường" or (
        (inner or parsed.name in _COMMITTEES) and heads_school(tokens, parsed)
    ):
        return next((b for b in reversed(before) if b.body.kind == "trường" and b.open), None)
    if inner:
        return _of_school_or_firm(tokens, parsed, before, after, of_unit=of_unit)
    led = parsed.name in _COMMITTEES and after is not None
    if not led or after is None or tokens.low[parsed.end : after.start] not in _HEADED:
        return None
    return after if _has_offices(after) else None


def is_inner_office(parsed: Parsed) -> bool:
    """Tell whether a bare ``Phòng`` is a body's own: no district has an office of such work."""
    office = parsed.body.grammar == "department" and parsed.body.name == "Phòng"
    if not office or parsed.located or parsed.child is not None:
        return False
    work = parsed.name.removeprefix("Phòng ")
    return work not in patterns.UNIT_OFFICES and not work.startswith(patterns.POLICE_WORK)


def _with_office(
    tokens: Tokens, office: Parsed, before: Sequence[Parsed], after: Parsed | None
) -> Parsed | None:
    """Return the body that an inner office is of: behind a sign, else the last one named."""
    if office.name.startswith(_CHAMBER):
        return None
    joined = after is not None and tokens.low[office.end : after.start] in ([","], ["("])
    near = [after] if after is not None and joined else []
    if office.name.removeprefix("Phòng ").startswith(patterns.STAFF_WORK):
        return next((b for b in (*near, *reversed(before)) if b.name.startswith(_FORCES)), None)
    return next((b for b in (*near, *reversed(before)) if _has_offices(b)), None)


def _has_offices(body: Parsed) -> bool:
    return body.name.startswith(_WITH_OFFICES) or _has_faculties(body)


def _of_school_or_firm(
    tokens: Tokens,
    parsed: Parsed,
    before: Sequence[Parsed],
    after: Parsed | None,
    *,
    of_unit: bool,
) -> Parsed | None:
    shared = after.child if after is not None else None
    joined = after is not None and only_separators(tokens, parsed.end, after.start)
    if joined and shared is not None and shared.body.kind in _OWNERS:
        return shared
    named = (b for b in reversed(before) if b.body.grammar not in {"organ", "child"})
    last = next((b for b in named if b.child or b.name not in _INNER), None)
    last = last.child or last if last is not None else None
    if last is None or last.body.kind not in _OWNERS:
        return None
    # Companies are mostly donors where a unit's own bodies act.
    return None if last.body.kind == "doanh nghiệp" and of_unit else last


def _school(
    tokens: Tokens, parsed: Parsed, before: Sequence[Parsed], after: Parsed | None
) -> Parsed | None:
    """Return the school or hospital that a faculty is of: behind a comma, else named before."""
    near = [after] if after is not None and tokens.word(parsed.end) == "," else []
    return next((b for b in (*near, *reversed(before)) if _has_faculties(b)), None)


def _has_faculties(body: Parsed) -> bool:
    school = body.body.kind == "trường" and body.body.grammar != "faculty"
    return school or body.name.startswith("Bệnh viện")


def heads_school(tokens: Tokens, parsed: Parsed) -> bool:
    """``Bí thư Chi bộ, Hiệu trưởng``: the second post of the same person tells whose cell it is."""
    return "hiệu trưởng" in " ".join(tokens.low[parsed.end + 1 : parsed.end + 5])


def inside(parsed: Parsed, whole: Parsed) -> str:
    """Return the name of ``parsed`` as an inner body of ``whole``."""
    if parsed.name == "Đoàn trường":
        return f"Đoàn trường {whole.name.removeprefix('Trường ')}"
    return f"{parsed.name} {whole.name}"


def only_separators(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether nothing but what joins a row stands between two bodies."""
    between = tokens.low[start:end]
    return 0 < len(between) <= 2 and all(word in patterns.SEPARATORS for word in between)
