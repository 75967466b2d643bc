"""The closed lists and value forms of the guidelines, as the validator needs them."""

from __future__ import annotations

import re
from typing import Final

LABELS: Final = ("DATE", "LOC", "VENUE", "PER", "TITLE", "ORG", "DIRECTIVE", "MEETING")

MEETING_TYPES: Final = (
    "hội nghị",
    "đại hội",
    "tập huấn",
    "hội thảo",
    "lễ",
    "họp",
    "giám sát",
    "tiếp xúc cử tri",
    "làm việc",
    "thăm tặng quà",
    "hội thi",
    "ra quân",
    "khác",
)

ROLES: Final = ("chủ trì", "phát biểu", "tham dự", "được bầu", "khen thưởng", "nhắc đến")

# What may lie inside what; everything else stands side by side. Rulings 4 and 17.
INSIDE: Final = {
    "ORG": frozenset({"LOC"}),
    "VENUE": frozenset({"LOC"}),
    "TITLE": frozenset({"LOC"}),
    "MEETING": frozenset({"DATE", "LOC", "ORG", "DIRECTIVE", "VENUE"}),
}

# Labels whose norm is not simply the surface, so that it must be written.
NORM_NEEDED: Final = frozenset({"LOC", "ORG", "TITLE"})

DIRECTIVE_PARTS: Final = ("kind", "number", "symbol", "issuer", "date")

# Central organs that texts name in a longer and a shorter form: one norm for each.
ONE_NAME: Final = {
    "Ban Bí thư Trung ương Đảng": "Ban Bí thư",
    "Bộ Chính trị, Ban Bí thư Trung ương Đảng": "Bộ Chính trị, Ban Bí thư",
    "Ban Chấp hành Trung ương": "Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam",
    "Ban Chấp hành Trung ương Đảng": "Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam",
}

# Symbols that name their issuer, which is known then even where the text is silent.
ISSUER_OF: Final = (
    (re.compile(r"(?:L-|NQ-)?QH\d+"), "Quốc hội"),
    (re.compile(r"(?:PL-|NQ-)?UBTVQH\d+"), "Ủy ban Thường vụ Quốc hội"),
    (re.compile(r"(?:NĐ|NQ)-CP"), "Chính phủ"),
    (re.compile(r"(?:QĐ|CT|CĐ)-TTg"), "Thủ tướng Chính phủ"),
)

_CLOCK = r"T(?:MO|MI|AF|EV|NI|[01]\d(?::[0-5]\d)?|2[0-4](?::[0-5]\d)?)"
_DAY = rf"-(?:0[1-9]|1[0-2]|XX)(?:-(?:0[1-9]|[12]\d|3[01]|XX)(?:{_CLOCK})?)?"
_PART = rf"-Q[1-4]|-H[12]|-W[0-5]\d(?:-[1-7])?|-(?:SP|SU|FA|WI)|{_DAY}"
_POINT = rf"PRESENT_REF|\d{{2}}|\d{{3}}X?|(?:\d{{4}}|XXXX)(?:{_PART})?"
_TIMEX = re.compile(rf"(?:{_POINT})(?:/(?:{_POINT}))*")


def is_timex(value: str) -> bool:
    """Tell whether ``value`` is a TIMEX3 value of the guidelines, or several joined by ``/``."""
    return _TIMEX.fullmatch(value) is not None


def issuer_of(symbol: str) -> str | None:
    """Return the body that the symbol of a central document names (``NĐ-CP``), or none."""
    return next((issuer for form, issuer in ISSUER_OF if form.fullmatch(symbol)), None)
