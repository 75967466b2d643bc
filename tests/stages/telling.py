"""An article of a district, for the tests of meetings: its units, and what is read in a text."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from hoinghi.records import (
    Article,
    DateMention,
    Home,
    Meeting,
    OrganizationMention,
    Place,
    PlaceMention,
    Reading,
)
from hoinghi.stages.meetings import find_events, find_meetings

PROVINCE = Place("Tỉnh Yên Bái", "Tỉnh", "tỉnh")
DISTRICT = Place("Huyện Văn Chấn, Tỉnh Yên Bái", "Huyện", "huyện")
COMMUNE = Place("Xã Nậm Lành, Huyện Văn Chấn, Tỉnh Yên Bái", "Xã", "xã")
OTHER = Place("Xã Gia Hội, Huyện Văn Chấn, Tỉnh Yên Bái", "Xã", "xã")
TOWN = Place("Thị xã Nghĩa Lộ, Tỉnh Yên Bái", "Thị xã", "huyện")
VILLAGE = Place("Bản Tà Lành, Xã Nậm Lành, Huyện Văn Chấn, Tỉnh Yên Bái", "Bản", "thôn")
PARK = Place("Khu công nghiệp Phía Nam", "Khu công nghiệp")
ROAD = Place("Đường Điện Biên", "Đường")
UNITS = {
    "tỉnh Yên Bái": PROVINCE,
    "huyện Văn Chấn": DISTRICT,
    "xã Nậm Lành": COMMUNE,
    "xã Gia Hội": OTHER,
    "thị xã Nghĩa Lộ": TOWN,
    "bản Tà Lành": VILLAGE,
    "Khu công nghiệp Phía Nam": PARK,
    "đường Điện Biên": ROAD,
}
HOME = Home(district=DISTRICT, province=PROVINCE)
DAY = re.compile(r"(?:(?:ngày|sáng|chiều) )?(\d{1,2})/(\d{1,2})/(\d{4})", re.IGNORECASE)


def tell(body: str, bodies: dict[str, Place | None], home: Home = HOME) -> list[Meeting]:
    """Return the meetings of ``body``; its days are written out, its bodies have those seats."""
    days = []
    for found in DAY.finditer(body):
        day, month, year = map(int, found.groups())
        first = date(year, month, day)
        days.append(
            DateMention(
                *found.span(),
                found.group(),
                str(first),
                "DATE",
                "day",
                first,
                first,
                "text",
                "test",
            )
        )
    places = tuple(
        PlaceMention(found.start(), found.end(), text, place, "text", "test")
        for text, place in UNITS.items()
        for found in re.finditer(text, body)
    )
    organizations = tuple(
        OrganizationMention(found.start(), found.end(), text, text, "", None, place, "test")
        for text, place in bodies.items()
        for found in re.finditer(re.escape(text), body)
    )
    facts = {"dates": tuple(days), "places": places, "organizations": organizations}
    reading = Reading(Article(body), body=body, home=home, **facts)
    return find_meetings(replace(reading, events=tuple(find_events(body, **facts))))


def main_of(body: str, *bodies: str, home: Home = HOME, **seats: Place) -> Meeting:
    """Return the main meeting; ``seats`` are bodies with a place, words joined by ``_``."""
    named: dict[str, Place | None] = dict.fromkeys(bodies)
    named |= {name.replace("_", " "): place for name, place in seats.items()}
    return tell(body, named, home)[0]
