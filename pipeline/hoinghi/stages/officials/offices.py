"""Mentions of a named person by the post alone (``đồng chí Bí thư Đảng ủy xã đề nghị``)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hoinghi.records import Mention
from hoinghi.stages.officials.positions import Holding
from hoinghi.stages.officials.units import Unit
from hoinghi.text import fold

# What the holder of a post may be announced by; before a bare title it must be said.
_OPENS = re.compile(r"(?:^|[.,;:\n“\"] ?|(?<![^\W_])(?:do|là|thì|nghe|theo) )$")
_CALLED = re.compile(r"(?<!các )(?<![^\W_])(?:đồng chí|đ/c|đc|tân|ngài|vị) $")
# "các Ủy viên …", "Bí thư chi bộ các thôn": many hold such a post.
_MANY = re.compile(r"(?<![^\W_])(?:các|những|\d{1,3})(?![^\W_])[^,.;:\n]{0,24}$")
_OF_MANY = re.compile(r" {1,2}(?:(?:chi bộ|ubnd|xã|thôn) )?(?:các|những|\d{1,3})(?![^\W_])")
_MEMBER = re.compile(r"ủy viên|thành viên|đại biểu|hội thẩm|chi hội trưởng")


def find_offices(
    folded: str, names: Sequence[Mention], holdings: Sequence[Holding], units: Sequence[Unit]
) -> list[Mention]:
    """Return the posts that stand for the one person of the article who holds them.

    Args:
        folded: The article, folded.
        names: The PER mentions.
        holdings: The posts joined to them.
        units: All posts of the article.

    Returns:
        PER mentions that span the post and whose norm is the holder's name; none where two
        people hold the post, and none for a post that anybody is named with.
    """
    holders: dict[tuple[str, str | None], set[str]] = {}
    for holding in holdings:
        position = holding.unit.position
        if not position.former:
            name = names[holding.name].norm or names[holding.name].text
            for body in {position.organization, None}:
                holders.setdefault((fold(position.title), body), set()).add(name)
    taken = {holding.unit.start for holding in holdings}
    found = []
    for unit in units:
        position = unit.position
        named = holders.get((fold(position.title), position.organization), set())
        if len(named) == 1 and unit.start not in taken and _stands_for_one(folded, unit):
            text = folded[unit.start : unit.end]
            (name,) = named
            found.append(Mention(unit.start, unit.end, "PER", text, name, "name:post", 0.8))
    return found


def _stands_for_one(folded: str, unit: Unit) -> bool:
    """Tell whether the post is said of one person, as the subject or with a form of address."""
    position = unit.position
    since = max(0, unit.start - 32)
    if position.former or _MEMBER.search(fold(position.title)):
        return False
    if _MANY.search(folded, since, unit.start) or _OF_MANY.match(folded, unit.end):
        return False
    if _CALLED.search(folded, since, unit.start):
        return True
    return position.organization_text is not None and (
        _OPENS.search(folded, since, unit.start) is not None
    )


def with_offices(
    names: Sequence[Mention], offices: Sequence[Mention], holdings: Sequence[Holding]
) -> tuple[list[Mention], list[Holding]]:
    """Return names and offices in reading order, and the holdings numbered anew."""
    if not offices:
        return list(names), list(holdings)
    both = sorted([*names, *offices], key=lambda mention: mention.start)
    place = {id(mention): number for number, mention in enumerate(both)}
    return both, [
        Holding(place[id(names[one.name])], one.unit, one.chained, one.appointed)
        for one in holdings
    ]
