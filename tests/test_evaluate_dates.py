"""Scores of readers of dates: what is right, and which files are refused."""

import json
from datetime import date, datetime
from pathlib import Path

import pytest

from hoinghi.errors import GoldError
from hoinghi.evaluate.date_cases import read_cases
from hoinghi.evaluate.date_readers import OURS, READERS, ours
from hoinghi.evaluate.dates import DateCase, date_figures, judge_all, verdict

DATA = Path(__file__).parent / "data" / "dates.jsonl"
ROW = {
    "source": "thử",
    "text": "tin",
    "reference": None,
    "value": "2024",
    "grain": "year",
    "kind": "point",
}


def case(value, grain="day", *, convention=False):
    return DateCase("cases:1", "thử", "tin", None, value, grain, convention)


@pytest.mark.parametrize("one", read_cases(DATA), ids=lambda one: f"{one.where[-3:]} {one.text}")
def test_our_own_cases_are_right(one):
    assert verdict(one, ours(one.text, one.reference)) == "right"


def test_our_own_cases_cover_what_is_and_what_is_never_a_date():
    values = [one.value for one in read_cases(DATA)]
    assert len(values) >= 120
    assert values.count(None) >= 20


@pytest.mark.parametrize(
    ("value", "grain", "answer"),
    [
        ("2024-06-05", "day", "2024-06-05"),
        ("2024-06-05T15", "hour", "2024-06-05T15:00"),
        ("2024-06-05T15:00", "minute", "2024-06-05T15"),
        ("2024-06-05T07/2024-06-05T09", "hour", "2024-06-05T07:00/2024-06-05T09:00"),
        ("XXXX-06-05", "monthday", "2024-06-05"),
        ("XXXX-WXX-3", "weekday", "2024-06-05"),
        ("XXXX-WXX-3", "weekday", "XXXX-WXX-3"),
        ("2024-W23-3", "weekday", "2024-06-05"),
        ("2024-06-05TMO", "day part", datetime(2024, 6, 5, 20, 0)),
        ("2024-06-05T15", "hour", datetime(2024, 6, 5, 15, 20)),
        ("2024-06-05T15:20:00", "second", datetime(2024, 6, 5, 15, 20)),
        ("2024-06-05/2024-06-09", "day", datetime(2024, 6, 5, 15, 20)),
        ("2025-W01", "week", datetime(2024, 12, 30)),
        ("XXXX-WXX-1", "weekday", datetime(2024, 12, 30)),
        ("2024-Q2", "quarter", datetime(2024, 6, 30)),
        ("2024-Q3", "quarter", datetime(2024, 7, 1)),
        ("2024-H1", "half-year", datetime(2024, 6, 30)),
        ("2024-H2", "half-year", datetime(2024, 7, 1)),
        ("2024-SU", "season", datetime(2024, 1, 1)),
        ("0938", "year", datetime(938, 6, 5)),
        ("199", "decade", datetime(1995, 6, 5)),
        ("19", "century", datetime(1995, 6, 5)),
        ("2024-W23-WE", "weekend", datetime(2024, 6, 8)),
        ("2024-06-05", "of another name", datetime(2024, 6, 5, 15, 20)),
    ],
)
def test_an_answer_is_right_at_the_grain_of_the_case(value, grain, answer):
    assert verdict(case(value, grain), [answer]) == "right"


@pytest.mark.parametrize(
    ("value", "grain", "answer"),
    [
        ("2024-06-05", "day", "2024-06"),
        ("2024-06", "month", "2024-06-05"),
        ("2024-06-05", "day", "XXXX-06-05"),
        ("2024-06-05T15", "hour", "2024-06-05T15:30"),
        ("2024-06-05T15:00", "minute", "2024-06-05TAF"),
        ("2024-06-05/2024-06-09", "day", "2024-06-05"),
        ("2024-06-05/2024-06-09", "day", "2024-06-05/2024-06-08"),
        ("XXXX-WXX-3", "weekday", "2024-06-06"),
        ("2024-06-05TMO", "day part", datetime(2024, 6, 6)),
        ("2024-06-05/2024-06-09", "day", datetime(2024, 6, 6)),
        ("2024", "year", datetime(2023, 12, 31)),
    ],
)
def test_another_value_is_wrong(value, grain, answer):
    assert verdict(case(value, grain), [answer]) == "wrong"


def test_one_right_answer_among_several_is_enough_and_silence_is_no_answer():
    assert verdict(case("2024-06-05"), ["2023", "2024-06-05"]) == "right"
    assert verdict(case("2024-06-05"), []) == "none"
    assert verdict(case(None, "none"), []) == "right"
    assert verdict(case(None, "none"), ["2023"]) == "wrong"


def test_figures_count_conventions_apart_and_negatives_twice():
    cases = [case("2024"), case(None, "none"), case("2024-06-05", convention=True)]
    judged = judge_all(cases, {"one": lambda text, reference: ["2024-06-05"]})
    figures = date_figures(judged, ["one"])
    assert {key: value for key, value in figures.items() if ".total.one." in key} == {
        "rows.total.one.rows": 2,
        "rows.total.one.right": 0,
        "rows.total.one.wrong": 2,
        "rows.total.one.none": 0,
        "rows.total.one.share": 0.0,
        "conventions.total.one.rows": 1,
        "conventions.total.one.right": 1,
        "conventions.total.one.wrong": 0,
        "conventions.total.one.none": 0,
        "conventions.total.one.share": 1.0,
        "negatives.total.one.rows": 1,
        "negatives.total.one.right": 0,
        "negatives.total.one.wrong": 1,
        "negatives.total.one.none": 0,
        "negatives.total.one.share": 0.0,
    }


def test_every_reader_counts_from_the_reference():
    for name, read in READERS.items():
        answers = read("hôm qua", date(2021, 3, 1))
        assert [str(answer)[:10] for answer in answers] == ["2021-02-28"], name
        assert read("xin chào", date(2021, 3, 1)) == []
    assert READERS["dateparser.parse"]("năm 2024", None)
    assert READERS[OURS]("ngày 5/6", None) == ["XXXX-06-05"]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"value": None}, "value and kind do not agree"),
        ({"value": ""}, "value and kind do not agree"),
        ({"kind": "negative"}, "value and kind do not agree"),
        ({"grain": None}, "grain is null; it must be text"),
        ({"text": 5}, "text is 5; it must be text"),
        ({"value": 2024}, "value is 2024; it must be text or null"),
        ({"convention": "no"}, 'convention is "no"; it must be bool'),
        ({"reference": "1/2/2024"}, "reference '1/2/2024' is no ISO time"),
        ({"reference": "2024-02-01T07:00+07:00"}, "has a zone"),
    ],
)
def test_a_bad_row_is_named_with_its_file_and_line(tmp_path, change, problem):
    path = tmp_path / "cases.jsonl"
    path.write_text("\n".join(["", json.dumps(ROW), json.dumps({**ROW, **change})]), "utf-8")
    with pytest.raises(GoldError) as caught:
        read_cases(path)
    assert str(caught.value).startswith(f"{path}:3: ")
    assert problem in str(caught.value)


@pytest.mark.parametrize("key", sorted(ROW))
def test_a_key_that_is_missing_is_named(tmp_path, key):
    path = tmp_path / "cases.jsonl"
    path.write_text(json.dumps({k: v for k, v in ROW.items() if k != key}), "utf-8")
    with pytest.raises(GoldError, match=f":1: {key} is missing"):
        read_cases(path)


@pytest.mark.parametrize("content", [b"", b"\n\n", b"[1]", b"{", b"\xff"])
def test_a_file_that_holds_no_rows_is_refused(tmp_path, content):
    path = tmp_path / "cases.jsonl"
    path.write_bytes(content)
    with pytest.raises(GoldError, match=r"cases\.jsonl"):
        read_cases(path)
    with pytest.raises(GoldError, match="absent"):
        read_cases(tmp_path / "absent.jsonl")


def test_a_reference_is_a_day_or_a_time(tmp_path):
    path = tmp_path / "cases.jsonl"
    rows = [{**ROW, "reference": written} for written in ("2024-06-05", "2024-06-05T07:30:00")]
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    found = [one.reference for one in read_cases(path)]
    assert found == [date(2024, 6, 5), datetime(2024, 6, 5, 7, 30)]
    assert type(found[0]) is date
