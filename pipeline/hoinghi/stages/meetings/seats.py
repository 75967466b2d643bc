"""The units that bodies and venues belong to, where they are named by ``xã`` or by a bare name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hoinghi.records import Home, OrganizationMention, Place, Reading
from hoinghi.text import fold

_LEVELS = (
    ("thôn", re.compile(r"(?:thôn|ấp|bản|buôn|làng|xóm|khu phố|tổ dân phố|khu dân cư)$")),
    ("xã", re.compile(r"(?:(?<!thị )xã|phường|thị trấn|đặc khu)$")),
    ("huyện", re.compile(r"(?:huyện|quận|thị xã|huyện ủy|quận ủy|thị ủy|huyện đoàn)$")),
    ("tỉnh", re.compile(r"(?:tỉnh|tỉnh ủy|thành ủy|tỉnh đoàn)$")),
)
_CITY = re.compile(r"(?:thành phố|thành ủy)$")
_LOOSE = re.compile(r"(?: cũ| mới| lớn| nhỏ)+$")


def seat_of(hosts: Iterable[OrganizationMention], reading: Reading) -> list[Place]:
    """Return the place that the first host belongs to."""
    for host in hosts:
        if host.place is not None:
            return [host.place]
        low = fold(host.name)
        for mention in reading.places:
            short = fold(mention.place.name.split(",")[0])
            seat = "ủy " + short.split(" ", 1)[-1]
            if mention.place.level and low.endswith((" " + short, seat)):
                return [mention.place]
        return home_of(host.name, reading.home)
    return []


def unit_of(text: str, hosts: list[OrganizationMention], home: Home) -> list[Place]:
    """Return the unit that a venue's last word means: the host's of that level, else the home."""
    own = home_of(text, home)
    if not own:
        return []
    level = own[0].level
    return [h.place for h in hosts if h.place is not None and h.place.level == level][:1] or own


def home_of(text: str, home: Home) -> list[Place]:
    """Return the home unit that a bare ``xã``, ``huyện``, ``tỉnh`` at the end of ``text`` means."""
    low = _LOOSE.sub("", fold(text))
    units = {
        "thôn": home.village,
        "xã": home.commune,
        "huyện": home.district,
        "tỉnh": home.province,
    }
    if _CITY.search(low):
        cities = [u for u in (home.district, home.province) if u and u.kind == "Thành phố"]
        return cities[:1]
    level = next((level for level, pattern in _LEVELS if pattern.search(low)), "")
    unit = units.get(level)
    return [unit] if unit is not None else []


def named_like(venue: str, reading: Reading) -> list[Place]:
    """Return the home unit that a venue bears the name of (``Tòa Giám mục Kon Tum``)."""
    low, home = fold(venue), reading.home
    for place in (home.village, *home.units):
        if place is not None and low.endswith(" " + _bare_name(place)):
            return [place]
    return []


def named_in(title: str, home: Home) -> list[Place]:
    """Return the narrowest home unit that a title names (``Trà Vinh dự hội nghị toàn quốc``)."""
    low = f" {fold(title)} "
    for place in home.units:
        if re.search(rf"\W{re.escape(_bare_name(place))}\W", low):
            return [place]
    return []


def _bare_name(place: Place) -> str:
    short = place.name.split(",")[0]
    return fold(short.removeprefix(place.kind).strip())
