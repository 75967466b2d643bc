"""The units that an address names: ``tamdai.phuninh.quangnam.gov.vn``."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from functools import lru_cache

from hoinghi.resources.units import DISTRICT, PROVINCE, Unit, gazetteer
from hoinghi.stages.places.evidence import codes_of
from hoinghi.stages.places.resolve import BEFORE_REFORM
from hoinghi.text import strip_accents

# What stands before a unit's name in one label: its type word, or a body or paper of its own.
_TYPES = {
    "xa": "Xã", "phuong": "Phường", "thitran": "Thị trấn", "tt": "Thị trấn", "huyen": "Huyện",
    "dackhu": "Đặc khu",
    "quan": "Quận", "q": "Quận", "thixa": "Thị xã", "tx": "Thị xã", "thanhpho": "Thành phố",
    "tp": "Thành phố", "tinh": "Tỉnh",
}  # fmt: skip
_TYPED = re.compile(rf"({'|'.join(sorted(_TYPES, key=len, reverse=True))})(?=[a-z]{{3}}|\d)")
_BODY = re.compile(
    r"(?:bao|ubnd|hdnd|ubmttq|mttq|mattran|dangbo|danguy|tinhuy|tinhdoan|thanhuy|thanhdoan|huyenuy|"
    r"quanuy|thiuy|congan|hoinongdan|dbnd)(?=[a-z]{4})"
)
_SHORT = {"hcm": "hochiminh", "tphcm": "hochiminh", "hochiminhcity": "hochiminh", "hn": "hanoi"}
_CITY = re.compile(r"(?<=[a-z]{4})city\Z")
_GOVERNMENT = ".gov.vn"
_SIGNS = re.compile(r"[^\w\n]|_")
_IN_ADDRESS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-.")


def address_of(text: str, source: str) -> str | None:
    """Return the address of a page: its source if that is one, or what the page itself prints.

    Of printed addresses only those of provinces and what lies in them count (``Website:
    xatamdai.quangnam.gov.vn``), and only if all of them lie in one another.
    """
    if "://" in source:
        return source
    low = text.lower()
    found: set[str] = set()
    at = low.find(_GOVERNMENT)
    while at >= 0:
        start = at
        while start > 0 and at - start < 60 and low[start - 1] in _IN_ADDRESS:
            start -= 1
        owner = low[start:at].removeprefix("www.")
        if _tops(owner.rpartition(".")[2], state=True):
            found.add(owner)
        at = low.find(_GOVERNMENT, at + 1)
    longest = max(found, key=len, default="")
    one = all(longest.endswith(owner) for owner in found)
    return longest + _GOVERNMENT if longest and one else None


def site_units(site: str | None, day: date) -> list[Unit]:
    """Return the units that a domain names, the widest first.

    Labels are read from the widest unit down; each must lie in the one before. A domain from
    before the reform gives what its units are on ``day``.
    """
    if not site:
        return []
    host = re.sub(r"^[a-z]+://", "", site.lower()).split("/")[0]
    chain = _chain(host, day)
    if chain or day <= BEFORE_REFORM:
        return chain
    heirs = [gazetteer().today(unit) for unit in _chain(host, BEFORE_REFORM)]
    return [units[0] for units in heirs if len(units) == 1]


def _chain(host: str, day: date) -> list[Unit]:
    chain: list[Unit] = []
    state = host.endswith(_GOVERNMENT)
    for label in reversed(host.split(".")):
        if not chain:
            options = [u for u in _tops(label, state=state) if u.likely(day)]
            options = [u for u in options if u.level == PROVINCE] or options
        else:
            options = [u for u in _options(label) if u.likely(day)]
            inside = codes_of(chain[-1])[0]
            options = [u for u in options if inside in codes_of(u)[1:]]
            # ``badon.quangbinh.gov.vn`` is the town's; its ward of that name stands below it.
            options = [u for u in options if u.level == DISTRICT] or options
        if len({u.mark for u in options}) == 1:
            chain.append(options[0])
    if not chain:
        return chain
    return [*reversed(gazetteer().parents(chain[0], day)), *chain]


def _tops(label: str, *, state: bool) -> list[Unit]:
    """Return what the widest label of an address may mean.

    Mostly that is a province; among the addresses of the state some towns (``halongcity``) and
    wards with their type word have one of their own.
    """
    options = _options(label)
    typed = _TYPED.match(label) is not None
    return [u for u in options if u.level == PROVINCE or (state and (typed or u.level == DISTRICT))]


def _options(label: str) -> list[Unit]:
    """Return the units that one label may mean: ``xatamdai``, ``quan1``, ``baothanhhoa``."""
    whole = label.replace("-", "")
    found = _plain_names().get(_SHORT.get(whole, whole))
    if found:
        return found
    typed = _TYPED.match(whole)
    if typed:
        named = _plain_names().get(whole[typed.end() :], [])
        units = [unit for unit in named if unit.kind == _TYPES[typed[1]]]
        if units:
            return units
    body = _BODY.match(whole)
    return _plain_names().get(_CITY.sub("", whole[body.end() :] if body else whole), [])


@lru_cache(maxsize=1)
def _plain_names() -> dict[str, list[Unit]]:
    found: dict[str, list[Unit]] = defaultdict(list)
    units = gazetteer().units
    # As one text, which takes a tenth of the time.
    names = strip_accents("\n".join(unit.bare for unit in units)).lower()
    for unit, plain in zip(units, _SIGNS.sub("", names).split("\n"), strict=True):
        found[plain].append(unit)
    return found
