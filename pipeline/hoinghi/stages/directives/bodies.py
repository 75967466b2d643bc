"""Give a document without an issuer the body of the article that issued it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from hoinghi.records import DirectiveMention, OrganizationMention
from hoinghi.text import fold

# Between a document and the body that issued it; office holders issue for their body (ruling 14).
_OF = re.compile(
    r"(?: ?\([^()\n]{1,40}\))? ?,? ?(?:của|do) (?:đồng chí |ông |bà )?"
    r"(?:(?:phó )?(?:chủ tịch|bí thư|trưởng ban|trưởng|giám đốc|bộ trưởng|chánh văn phòng) )?"
)
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
    ordered = sorted(organizations, key=lambda organization: organization.start)
    found: list[DirectiveMention] = []
    for mention in reversed(mentions):
        if mention.directive.issuer is None:
            following = found[-1] if found else None
            issuer = (
                _after(mention, body, ordered)
                or _shared(mention, body, following)
                or _before(mention, body, ordered)
                or _only(mention, ordered)
            )
            mention = replace(mention, directive=replace(mention.directive, issuer=issuer))
        found.append(mention)
    return found[::-1]


def _after(
    mention: DirectiveMention, body: str, organizations: list[OrganizationMention]
) -> str | None:
    names: list[str] = []
    end = mention.end
    for organization in organizations:
        if organization.start < end:
            continue
        gap = fold(body[end : organization.start]) if organization.start - end < 70 else "x" * 9
        if not (_OF if not names else _JOINT).fullmatch(gap) or len(names) == 3:
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


def _before(
    mention: DirectiveMention, body: str, organizations: list[OrganizationMention]
) -> str | None:
    words = _CODES.get(_code(mention) or "", ())
    near = [
        organization
        for organization in organizations
        if mention.start - 250 < organization.start < mention.start
        and _is(organization, words)
        and not _STOP.search(body, organization.end, mention.start)
    ]
    return near[-1].name if near else None


def _only(mention: DirectiveMention, organizations: list[OrganizationMention]) -> str | None:
    words = _CODES.get(_code(mention) or "", ())
    names = {organization.name for organization in organizations if _is(organization, words)}
    return names.pop() if len(names) == 1 else None


def _is(organization: OrganizationMention, words: tuple[str, ...]) -> bool:
    return any(word in organization.name for word in words)
