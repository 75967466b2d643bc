"""A commune's own page, for the tests of bodies: its units, and what is found in a text of it."""

from hoinghi.records import Home, Place, PlaceMention
from hoinghi.stages.organizations import find_organizations

COMMUNE = Place("Xã Quế Phú, Huyện Quế Sơn, Tỉnh Quảng Nam", "Xã", "xã", "20656")
DISTRICT = Place("Huyện Quế Sơn, Tỉnh Quảng Nam", "Huyện", "huyện", "509")
PROVINCE = Place("Tỉnh Quảng Nam", "Tỉnh", "tỉnh", "49")
HOME = Home(commune=COMMUNE, district=DISTRICT, province=PROVINCE)


def find(text, home=HOME, **named):
    """Return surfaces and names of the bodies in ``text``, where the ``named`` places stand."""
    places = []
    for key, place in named.items():
        surface = key.replace("_", " ")
        at = text.find(surface)
        places.append(PlaceMention(at, at + len(surface), surface, place, "test", "test"))
    return [(m.text, m.name) for m in find_organizations(text, places=places, home=home)]
