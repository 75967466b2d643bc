"""Days of publication: strict, so that a wrong year never gets into the tables."""

from __future__ import annotations

from datetime import date

import pytest

from hoinghi.sources import host, parse_published

DAY = date(2024, 4, 5)


@pytest.mark.parametrize(
    "cell",
    [
        "2024-04-05",
        "2024-04-05 23:59",
        "2024-04-05T08:00:00+07:00",
        "2024-04-04T17:30:00+00:00",
        "2024-04-04T17:30:00.000Z",
        "05/04/2024",
        "5-4-2024",
        "05.04.2024",
        "Thứ sáu, 05/04/2024, 14:30 GMT+7",
        "Thứ Sáu, ngày 5/4/2024 | 14:30",
        "Cập nhật lúc 14:30, 05/04/2024",
        "Đăng ngày: 05-04-2024 (cập nhật 05-04-2024)",
        "5 tháng 4 năm 2024",
        "Thứ sáu, ngày 5 tháng 4, 2024",
        "5 Tháng Tư, 2024",
    ],
)
def test_a_full_day_is_read(cell):
    assert parse_published(cell) == DAY


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "2024",
        "tháng 4/2024",
        "05/04",
        "05/04/24",
        "31/02/2024",
        "04/23/2024",
        "2024-13-05",
        "20240405",
        "1712300000",
        "hôm qua",
        "2 giờ trước",
        "12 tháng trước",
        "2 giờ trước, 2024",
        "Đăng 05/04/2024, sửa 07/04/2024",
        "abc " * 100,
    ],
)
def test_anything_less_is_unknown(cell):
    assert parse_published(cell) is None


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.tamdai.example/tin?x=1", "tamdai.example"),
        ("TamDai.example/tin", "tamdai.example"),
        ("//tamdai.example", "tamdai.example"),
        ("tin tức", None),
        ("http://[x", None),
        ("", None),
    ],
)
def test_the_site_is_the_host_of_the_address(url, name):
    assert host(url) == name
