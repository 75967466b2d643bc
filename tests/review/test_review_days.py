import pytest

from hoinghi.review.days import form_of, when_of


@pytest.mark.parametrize(
    ("when", "told"),
    [
        (None, ("", "", "", "")),
        ("2024-04-23", ("23/4/2024", "", "", "")),
        ("2024-04-23TMO", ("23/4/2024", "", "", "sáng")),
        ("2024-05-12T14:30", ("12/5/2024", "", "14:30", "")),
        ("2018-06-14/2018-06-15", ("14/6/2018", "15/6/2018", "", "")),
        ("2018-06-14TNI/2018-06-15", ("14/6/2018", "15/6/2018", "", "đêm")),
        ("XXXX-09-28", ("28/9", "", "", "")),
        ("2024-03", ("3/2024", "", "", "")),
        ("2023", ("2023", "", "", "")),
    ],
)
def test_a_value_is_told_in_the_form_and_comes_back(when, told):
    form = form_of(when)
    assert tuple(form[name] for name in ("day", "until", "time", "part")) == told
    assert when_of(form) == when


def test_a_value_that_the_form_has_no_words_for_stands_as_it_is():
    assert form_of("2024-Q2")["day"] == "2024-Q2"


@pytest.mark.parametrize(
    ("form", "when"),
    [
        ({"day": "05/04/2024"}, "2024-04-05"),
        ({"day": " 5-4-2024 ", "time": "7h"}, "2024-04-05T07:00"),
        ({"day": "5.4.2024", "time": "14 giờ 30 phút"}, "2024-04-05T14:30"),
        ({"day": "5/4/2024", "time": "8", "part": "sáng"}, "2024-04-05T08:00"),
        ({"day": "5/4/2024", "until": "5/4/2024"}, "2024-04-05"),
        ({"day": "29/2"}, "XXXX-02-29"),
    ],
)
def test_days_are_taken_as_people_write_them(form, when):
    assert when_of({"day": "", "until": "", "time": "", "part": ""} | form) == when


@pytest.mark.parametrize(
    ("form", "problem"),
    [
        ({"day": "29/2/2023"}, "Không có ngày"),
        ({"day": "13/2024/5"}, "Không hiểu ngày"),
        ({"day": "4/2024", "part": "sáng"}, "đủ ngày và tháng"),
        ({"time": "7:30"}, "phải có ngày bắt đầu"),
        ({"day": "5/4/2024", "until": "4/4/2024"}, "sớm hơn"),
        ({"day": "5/4/2024", "time": "24:00"}, "Không hiểu giờ"),
        ({"day": "5/4/2024", "part": "khuya"}, "Không có buổi"),
    ],
)
def test_what_is_no_day_is_said_in_vietnamese(form, problem):
    with pytest.raises(ValueError, match=problem):
        when_of({"day": "", "until": "", "time": "", "part": ""} | form)
