"""Give a document without an issuer the body of the article that issued it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from hoinghi.records import DirectiveMention, OrganizationMention
from hoinghi.text import fold

# Between a document and the body that issued it; office holders issue for their body (ruling 14).
_OF = re.compile(
    r"(?: ?\([^()\n]{1,40}\))? ?,? ?(?:của|do) (?:đồng chí |ông |bà )?"
    r"(?:(?:phó )?(?:chủ tịch|bí thư|trưởng ban|trưởng|giám đốc|bộ trưởng|chánh văn phòng) )?"
)
_STANDING = re.compile(r"^(?:Ban Thường vụ|Ban Thường trực|Thường trực) ")
_JOINT = re.compile(r" ?(?:,|và|-|–|&) ?")
_LINK = re.compile(r" ?[,;]? ?(?:và )?(?:các )?")
_STOP = re.compile(r"[.!?\n](?:\s|$)")
# What the last part of a symbol says of its issuer: words that the body's name must contain.
_CODES = {
    "UBND": ("Ủy ban nhân dân",),
    "HĐND": ("Hội đồng nhân dân",),
    "TTHĐND": ("Thường trực Hội đồng nhân dân",),
    "UBBC": ("Ủy ban bầu cử", "Ủy ban Bầu cử"),
    "TU": ("Tỉnh ủy", "Thành ủy"),
    "ThU": ("Thành ủy", "Thị ủy"),
    "HU": ("Huyện ủy",),
    "QU": ("Quận ủy",),
    "ĐU": ("Đảng ủy",),
    "MTTQ": ("Ủy ban Mặt trận Tổ quốc",),
    "BTT": ("Ban Thường trực Ủy ban Mặt trận Tổ quốc", "Ban Thường trực Ủy ban Trung ương Mặt"),
    "BCĐ": ("Ban Chỉ đạo",),
}


class _Bodies:
    """The bodies of an article in order, with what is asked of them over and over."""

    def __init__(self, ordered: list[OrganizationMention]) -> None:
        self.ordered = ordered
        self._only: dict[str, str | None] = {}

    def index(self, offset: int) -> int:
        """Return the index of the first body that starts at or after ``offset``."""
        return bisect_left(self.ordered, offset, key=lambda organization: organization.start)

    def only(self, code: str | None) -> str | None:
        """Return the one body of the article that a symbol's last part can stand for."""
        words = _CODES.get(code or "", ())
        if code and words and code not in self._only:
            names = {body.name for body in self.ordered if _is(body, words)}
            self._only[code] = names.pop() if len(names) == 1 else None
        return self._only.get(code or "")


def with_issuers(
    mentions: Sequence[DirectiveMention],
    body: str,
    organizations: Sequence[OrganizationMention],
) -> list[DirectiveMention]:
    """Fill issuers that only the article names.

    In turn: the body named after the citation (``… của Ban Thường vụ Huyện ủy``); the issuer of
    the document it is coordinated with; the last body before it in its sentence that its symbol
    can stand for (``UBND tỉnh … ban hành Kế hoạch số 12/KH-UBND``); the only such body of the
    article.

    Args:
        mentions: What ``find_directives`` found, in order.
        body: The text that they were found in.
        organizations: The bodies of the same text, with canonical names.

    Returns:
        The mentions in the same order. Issuers that are known stay as they are.
    """
    bodies = _Bodies(sorted(organizations, key=lambda organization: organization.start))
    found: list[DirectiveMention] = []
    for mention in reversed(mentions):
        if mention.directive.issuer is None:
            following = found[-1] if found else None
            issuer = (
                _after(mention, body, bodies)
                or _shared(mention, body, following)
                or _before(mention, body, bodies)
                or bodies.only(_code(mention))
            )
            filled = replace(mention.directive, issuer=issuer)
            found.append(replace(mention, directive=filled))
        else:
            found.append(mention)
    return found[::-1]


def _after(mention: DirectiveMention, body: str, bodies: _Bodies) -> str | None:
    names: list[str] = []
    end = mention.end
    for organization in bodies.ordered[bodies.index(end) :]:
        gap = fold(body[end : min(organization.start, end + 70)])
        if not (_JOINT if names else _OF).fullmatch(gap) or len(names) == 3:
            break
        names.append(organization.name)
        end = organization.end
    return names[0] if len(names) == 1 else _several(mention, names)


def _several(mention: DirectiveMention, names: list[str]) -> str | None:
    """Return the issuers of a joint document; for any other one only the first of them."""
    if not names:
        return None
    joint = (mention.directive.symbol or "").count("-") > 1 or "liên tịch" in mention.text
    return ", ".join(names) if joint else names[0]


def _shared(mention: DirectiveMention, body: str, following: DirectiveMention | None) -> str | None:
    if following is None or following.directive.issuer is None:
        return None
    gap = fold(body[mention.end : following.start])
    if _code(mention) and _code(mention) == _code(following) and _LINK.fullmatch(gap):
        return following.directive.issuer
    return None


def _code(mention: DirectiveMention) -> str | None:
    symbol = mention.directive.symbol
    return re.split(r"[-/]", symbol)[-1] if symbol else None


def _before(mention: DirectiveMention, body: str, bodies: _Bodies) -> str | None:
    words = _CODES.get(_code(mention) or "", ())
    first, last = bodies.index(mention.start - 250), bodies.index(mention.start)
    for organization in reversed(bodies.ordered[first:last]):
        if _STOP.search(body, organization.end, mention.start):
            return None
        if _is(organization, words):
            return organization.name
    return None


def _is(organization: OrganizationMention, words: tuple[str, ...]) -> bool:
    """Tell whether a body is one of those, or the standing part of one (``Ban Thường vụ …``)."""
    name = _STANDING.sub("", organization.name)
    return organization.name.startswith(words) or (bool(words) and name.startswith(words))
