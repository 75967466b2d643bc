import gzip
import subprocess
import sys
from pathlib import Path

import pytest

from hoinghi.errors import ResourceError
from hoinghi.resources import points as module
from hoinghi.resources.points import point, points
from hoinghi.resources.units import gazetteer

ROOT = Path(__file__).resolve().parents[2]


def test_a_code_that_the_reform_gave_away_has_a_point_for_each_time():
    before, since = point("20380", reformed=False), point("20380", reformed=True)
    assert before is not None  # Xã Tam Phước
    assert since is not None  # Xã Tây Hồ
    assert before != since
    assert before.latitude == pytest.approx(15.6, abs=0.1)
    assert before.longitude == pytest.approx(108.4, abs=0.1)


@pytest.mark.parametrize(
    ("code", "reformed", "latitude", "longitude"),
    [
        ("01", False, 21.03, 105.83),  # Hà Nội
        ("79", True, 10.8, 106.7),  # Thành phố Hồ Chí Minh
        ("518", False, 15.6, 108.4),  # Huyện Phú Ninh
        ("26732", True, 8.69, 106.61),  # Đặc khu Côn Đảo
        ("20333", True, 16.5, 112.0),  # Đặc khu Hoàng Sa
        ("22736", True, 9.7, 114.4),  # Đặc khu Trường Sa
    ],
)
def test_well_known_units_lie_where_they_are(code, reformed, latitude, longitude):
    found = point(code, reformed=reformed)
    assert found == (pytest.approx(latitude, abs=0.4), pytest.approx(longitude, abs=0.4))


@pytest.mark.parametrize(
    ("code", "reformed"),
    [
        ("498", False),  # Huyện Hoàng Sa, which the package puts into Đà Nẵng
        ("576", False),  # Huyện Trường Sa, which it puts into Nha Trang
        ("99999", True),
        ("", False),
    ],
)
def test_an_unknown_or_unsure_unit_has_none(code, reformed):
    assert point(code, reformed=reformed) is None


def test_communes_whose_points_the_package_mixed_up_have_none():
    for name in ("Xã Lương Sơn, Tỉnh Phú Thọ", "Xã Long Khánh, Tỉnh Đồng Tháp"):
        known = gazetteer()
        unit = next(u for u in known.units if u.reformed and known.full_name(u) == name)
        assert point(unit.code, reformed=True) is None


@pytest.mark.parametrize("reformed", [False, True])
def test_points_are_of_units_of_their_time_and_lie_in_vietnam(reformed):
    units = {unit.code for unit in gazetteer().units if unit.reformed == reformed}
    table = points(reformed=reformed)
    assert table.keys() <= units
    assert all(7.5 < lat < 23.5 and 102 < lon < 115.5 for lat, lon in table.values())


def test_nearly_all_communes_have_a_point_and_hardly_two_the_same():
    since = [code for code in points(reformed=True) if len(code) == 5]
    before = [code for code in points(reformed=False) if len(code) == 5]
    assert len(since) > 3_300
    assert len(before) > 9_300
    assert len({points(reformed=False)[code] for code in before}) > 0.99 * len(before)


def test_a_commune_lies_by_its_district():
    table, near = points(reformed=False), 0
    communes = [
        u for u in gazetteer().units if not u.reformed and u.code in table and len(u.parent) == 3
    ]
    for unit in communes:
        here, above = table[unit.code], table.get(unit.parent, table[unit.code])
        near += abs(here[0] - above[0]) < 0.45 and abs(here[1] - above[1]) < 0.45
    assert near > 0.99 * len(communes)


def test_the_table_is_read_only():
    with pytest.raises(TypeError):
        points(reformed=True)["20380"] = (0.0, 0.0)  # type: ignore[index]


def test_a_damaged_table_says_what_to_do(monkeypatch, tmp_path):
    (tmp_path / "unit_points.tsv.gz").write_bytes(gzip.compress(b"code\nno point\n"))
    monkeypatch.setattr(module, "files", lambda _: tmp_path)
    module._tables.cache_clear()
    try:
        with pytest.raises(ResourceError, match="install the package again"):
            point("20380", reformed=True)
    finally:
        module._tables.cache_clear()


def test_extracting_loads_no_points():
    code = "import sys, hoinghi; hoinghi.load(); print('hoinghi.resources.points' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_the_stored_table_is_what_the_script_builds():
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "build_points.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
