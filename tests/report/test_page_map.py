import pytest
from page_cases import facts_of, made_meetings

from hoinghi.report.page.map import Spot
from hoinghi.report.page.spots import around, spots
from hoinghi.resources.points import points
from hoinghi.resources.units import COMMUNE, gazetteer

FAR = {"Quần đảo Hoàng Sa", "Quần đảo Trường Sa"}


def communes(province, count):
    """Return communes of today that have a point, of a province named so."""
    units = gazetteer()
    return [
        unit
        for unit in units.units
        if unit.level == COMMUNE
        and unit.reformed
        and unit.kind == "Xã"
        and unit.code in points(reformed=True)
        and units.parent(unit).bare == province
    ][:count]


def held(units, times):
    """Return facts of so many meetings in each of the communes."""
    made = iter(made_meetings(sum(times)))
    meetings = []
    for unit, count in zip(units, times, strict=True):
        place = {"unit_commune": unit.name, "unit_code": unit.code, "current_code": unit.code}
        meetings += [next(made) | place | {"unit_district": None} for _ in range(count)]
    return facts_of(meetings)


def test_communes_stand_where_they_lie_those_with_most_meetings_first():
    first, second = communes("Lâm Đồng", 2)
    found = spots(held([first, second], [2, 5]))
    known = points(reformed=True)
    assert found == [
        Spot(second.name, *known[second.code], 5),
        Spot(first.name, *known[first.code], 2),
    ]


def test_communes_without_a_known_point_are_not_on_the_map():
    assert spots(facts_of(made_meetings(5))) == []


@pytest.mark.parametrize(
    ("province", "far"), [("Lâm Đồng", set()), ("Khánh Hòa", {"Quần đảo Trường Sa"})]
)
def test_a_map_of_one_province_shows_its_communes(province, far):
    frame = around(held(communes(province, 2), [1, 1]))
    everywhere = around(held(communes(province, 1) + communes("Cao Bằng", 1), [1, 1]))
    assert not frame.country
    assert {spot.name for spot in frame.far} == far
    assert 20 < len(frame.near) < 200
    assert len(everywhere.near) > 3_000
    assert set(frame.near) < set(everywhere.near)


def test_a_map_of_the_country_has_its_islands():
    frame = around(held(communes("Lâm Đồng", 1) + communes("Cao Bằng", 1), [1, 1]))
    assert frame.country
    assert {spot.name for spot in frame.far} == FAR
