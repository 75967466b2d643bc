"""Roads and monuments that bear a person's name, and the country that looks like one."""

from __future__ import annotations

from collections.abc import Sequence

from hoinghi.records import Mention, PlaceMention
from hoinghi.text import fold

# Behind "kỹ sư", "người anh em" the country stands where a name would.
_COUNTRY = "việt nam"
# What tells that a person is meant: a form of address, a title or a list of people before it.
_ANNOUNCED = ("name:honorific", "name:title", "name:list", "name:leader")


def without_namesakes(
    names: Sequence[Mention], places: Sequence[PlaceMention]
) -> tuple[Mention, ...]:
    """Drop the people who are only roads and monuments of the article by their short name.

    Where ``đường Phạm Văn Đồng`` is told of, ``nút giao Phạm Văn Đồng`` names no person, unless
    one of that name is announced as a person somewhere in the article.

    Args:
        names: PER and TITLE mentions.
        places: The places of the same article.
    """
    announced = {fold(one.text) for one in names if one.rule.startswith(_ANNOUNCED)}
    bearers = {_COUNTRY} | ({_own_name(one) for one in places} - announced)
    return tuple(one for one in names if one.label != "PER" or fold(one.text) not in bearers)


def _own_name(mention: PlaceMention) -> str:
    """Return the name of a road or monument without its kind; nothing for other places."""
    if mention.place.level is not None:
        return ""
    name = fold(mention.place.name.partition(",")[0])
    return name.removeprefix(fold(mention.place.kind) + " ")
