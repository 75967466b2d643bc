"""What a line or sentence is about: the unit that opens it."""

from __future__ import annotations

import re

_AT = re.compile(r"(?:[Tt]ại|Ở|Về)\s(?:điểm cầu )?(?:địa bàn )?")
_BULLET = re.compile(r"[\W\d]{0,6}")
_NEAR = 400
_HEADING = re.compile(r"[^\n:;.,(]{2,30}[:–-]")


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
    if _AT.fullmatch(lead) or (_BULLET.fullmatch(lead) and _HEADING.match(body, position)):
        return True
    stop = max(lead.rfind("."), lead.rfind(";"))
    at = lead[stop + 1 :].removeprefix(" ")
    return stop >= 0 and ". " not in between and _AT.fullmatch(at) is not None
