"""Give a document without an issuer the body of the article that issued it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from hoinghi.records import DirectiveMention, OrganizationMention
from hoinghi.stages.directives.candidates import CODES, STANDING, Bodies, code_of
from hoinghi.text import fold

# Between a document and the body that issued it; office holders issue for their body (ruling 14).
_OF = re.compile(
    r"(?: ?\([^()\n]{1,40}\))? ?,? ?(?:của|do) (?:đồng chí |ông |bà )?"
    r"(?:(?:phó )?(?:chủ tịch|bí thư|trưởng ban|trưởng|giám đốc|bộ trưởng|chánh văn phòng) )?"
)
_JOINT = re.compile(r" ?(?:,|và|-|–|&) ?")
_LINK = re.compile(r" ?[,;]? ?(?:và )?(?:các )?")
_STOP = re.compile(r"[.!?\n](?:\s|$)")
# Between a body and a document that it issues: ``UBND tỉnh vừa ra Quyết định số …``.
_ISSUES = re.compile(
    r" (?:(?:cũng|đã|vừa|mới|tiếp tục|kịp thời) ){0,3}"
    r"(?:có|ra|ban hành|ký|ký ban hành|gửi|phát hành)(?: các)? "
)
_PART = frozenset({"Ban Thường vụ", "Ban Thường trực", "Thường trực", "Ban Chấp hành"})
_BARE_PARTY = re.compile(
    r"(đại hội(?: đại biểu)? đảng bộ )(tỉnh|thành phố|huyện|quận|thị xã|xã|phường)(?= )"
)
_ROMAN = re.compile(r"(?<!\w)[ivx]{1,6}(?!\w)")


def with_issuers(
    mentions: Sequence[DirectiveMention],
    body: str,
    organizations: Sequence[OrganizationMention],
) -> list[DirectiveMention]:
    """Fill issuers that only the article names.

    In turn: the body named after the citation (``… của Ban Thường vụ Huyện ủy``); the issuer of
    the document it is coordinated with; the body that issues it by the verb of the sentence, or
    the last one before it there that its symbol can stand for (``UBND tỉnh … ban hành Kế hoạch
    số 12/KH-UBND``); the issuer of another mention of it; the body of the article that its
    symbol most likely stands for.

    Args:
        mentions: What ``find_directives`` found, in order.
        body: The text that they were found in.
        organizations: The bodies of the same text, with canonical names.

    Returns:
        The mentions in the same order. Issuers that are known stay as they are.
    """
    bodies = Bodies(organizations)
    found: list[DirectiveMention] = []
    for mention in reversed(mentions):
        issuer = mention.directive.issuer
        if issuer is None:
            following = found[-1] if found else None
            issuer = (
                _after(mention, body, bodies)
                or _shared(mention, body, following)
                or _before(mention, body, bodies)
                or _congress(mention, bodies)
            )
        found.append(_issued(mention, issuer))
    told = _agreed(found)
    return [_complete(mention, told, bodies) for mention in reversed(found)]


def _issued(mention: DirectiveMention, issuer: str | None) -> DirectiveMention:
    if issuer == mention.directive.issuer:
        return mention
    return replace(mention, directive=replace(mention.directive, issuer=issuer))


_Key = tuple[str, str | None, str | None]


def _key(mention: DirectiveMention) -> _Key:
    directive = mention.directive
    return directive.kind, directive.number, directive.symbol


def _agreed(mentions: list[DirectiveMention]) -> dict[_Key, DirectiveMention]:
    """Return what the mentions of a document say together, if they do not contradict."""
    told: dict[_Key, DirectiveMention] = {}
    contradicted: set[_Key] = set()
    for mention in mentions:
        key = _key(mention)
        if mention.directive.number is None or mention.directive.symbol is None:
            continue
        other = told.setdefault(key, mention).directive
        one = mention.directive
        if (one.date and other.date and one.date != other.date) or (
            one.issuer and other.issuer and one.issuer != other.issuer
        ):
            contradicted.add(key)
        joined = replace(other, date=other.date or one.date, issuer=other.issuer or one.issuer)
        told[key] = replace(mention, directive=joined)
    return {key: mention for key, mention in told.items() if key not in contradicted}


def _complete(
    mention: DirectiveMention, told: dict[_Key, DirectiveMention], bodies: Bodies
) -> DirectiveMention:
    directive = mention.directive
    other = told.get(_key(mention), mention).directive
    issuer = directive.issuer or other.issuer or bodies.voted(mention)
    if issuer in _PART:  # ``BTV ĐU``: the symbol tells whose
        whole = bodies.voted(mention)
        issuer = f"{issuer} {STANDING.sub('', whole)}" if whole else issuer
    day = directive.date or other.date
    if (issuer, day) == (directive.issuer, directive.date):
        return mention
    return replace(mention, directive=replace(directive, issuer=issuer, date=day))


def _after(mention: DirectiveMention, body: str, bodies: Bodies) -> str | None:
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
    code = code_of(mention)
    if code and code == code_of(following) and _LINK.fullmatch(gap):
        return following.directive.issuer
    return None


def _before(mention: DirectiveMention, body: str, bodies: Bodies) -> str | None:
    words = CODES.get(code_of(mention) or "", ())
    first, last = bodies.index(mention.start - 250), bodies.index(mention.start)
    for organization in reversed(bodies.ordered[first:last]):
        if _STOP.search(body, organization.end, mention.start):
            return None
        if _is(organization, words) or _acts(mention, body, organization):
            return organization.name
    return None


def _acts(mention: DirectiveMention, body: str, organization: OrganizationMention) -> bool:
    """Tell whether a body, and not an organ of it (``Ủy ban … của Quốc hội``), issues."""
    gap = fold(body[organization.end : min(mention.start, organization.end + 60)])
    part = body.endswith(" của ", max(0, organization.start - 5), organization.start)
    return bool(mention.directive.number and not part and _ISSUES.fullmatch(gap))


def _is(organization: OrganizationMention, words: tuple[str, ...]) -> bool:
    """Tell whether a body is one of those, or the standing part of one (``Ban Thường vụ …``)."""
    name = STANDING.sub("", organization.name)
    return organization.name.startswith(words) or (bool(words) and name.startswith(words))


def _congress(mention: DirectiveMention, bodies: Bodies) -> str | None:
    """Return the congress of a Party organisation that a resolution is named after.

    It is named as written, with the unit where only its kind is (``Đại hội Đảng bộ xã lần thứ
    II`` -> ``Đại hội Đảng bộ xã Hòa An lần thứ II``).
    """
    if mention.rule != "congress":
        return None
    named = fold(mention.text).removeprefix("nghị quyết ")
    bare = _BARE_PARTY.match(named + " ")
    if bare is None:
        return None
    unit = bodies.unit(bare[2])
    rest = _ROMAN.sub(lambda term: term[0].upper(), named[bare.end() :])
    if unit is None or not rest.startswith((" lần", " khóa", ",", " nhiệm")):
        return None
    head = bare[1].replace("đại hội", "Đại hội").replace("đảng bộ", "Đảng bộ")
    return f"{head}{unit}{rest}"
