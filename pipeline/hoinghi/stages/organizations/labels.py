"""The place of a body as part of its name: with its type word, without, or as written."""

from __future__ import annotations

from hoinghi.records import Place
from hoinghi.stages.organizations.parsed import Parsed

KINDS = {"tx": "thị xã", "tt": "thị trấn", "tp": "thành phố"}
# These are called after the town, not after the unit: ``Đài ... Bến Tre``, ``Bưu điện A Lưới``.
_AFTER_TOWN = {"Bưu điện", "Trung tâm Viễn thông", "Trung tâm Y tế", "Điện lực"}


def place_label(parsed: Parsed, place: Place, text: str | None) -> str:
    """Return ``place`` as the end of the name of ``parsed``; ``text`` is how it is written there.

    Units have their type word in lower case (``xã Tam Đại``); the city that a person gave the name
    keeps the capital (``Thành phố Hồ Chí Minh``).
    """
    first = place.name.split(",")[0]
    known = first.startswith(place.kind)
    bare = first[len(place.kind) :].strip() if known else first
    if place.level is None and text is not None:
        return text  # "miền Trung", "tỉnh Kampot": no unit of the country
    if bare == "Hồ Chí Minh":
        return first
    typed = f"{place.kind.lower()} {bare}" if bare else first
    if parsed.anchor.grammar == "seat":
        return first if bare.isdigit() else bare
    if parsed.body.case == "brand" and parsed.body.kind == "doanh nghiệp":
        return f"Chi nhánh {bare}"
    if text is None or not _as_written(parsed):
        return typed
    short = text.split()[0].split(".")[0].lower() in KINDS
    with_type = short or text.lower().startswith(place.kind.lower())
    return typed if with_type else bare if text.isupper() else text


def _as_written(parsed: Parsed) -> bool:
    """Tell whether a body is called as the text does it, with the type word of its place or not."""
    if parsed.anchor.grammar == "department":
        return False
    proper = parsed.open or parsed.body.grammar == "open" or parsed.body.kind == "báo chí"
    return proper or parsed.body.name in _AFTER_TOWN
