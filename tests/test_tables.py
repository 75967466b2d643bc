"""From records to rows: keys, derived columns, and the contract's columns themselves."""

from __future__ import annotations

import dataclasses
import re
from datetime import date
from pathlib import Path

import pytest

from hoinghi.errors import ReadError
from hoinghi.records import (
    Article,
    DateMention,
    Directive,
    DirectiveMention,
    Evidence,
    Home,
    Meeting,
    Mention,
    OrganizationMention,
    Participation,
    Person,
    Place,
    PlaceMention,
    Position,
    Reading,
    Region,
)
from hoinghi.tables import SCHEMAS, arrow, directive_norm, document_id, failed_row, mentions, rows

TEXT = (
    "Họp dân\nChiều 2/3/2023, UBND xã Ia Mlah họp với ông Siu Dương về Chỉ thị 05. UBND xã Ia Mlah."
)
COMMUNE = Place(
    "Xã Ia Mlah, Huyện Krông Pa, Tỉnh Gia Lai",
    "Xã",
    place_code="24085",
    commune="Xã Ia Mlah",
    district="Huyện Krông Pa",
    province="Tỉnh Gia Lai",
    current_place_code=("1", "2"),
    current_name=("Xã A, Tỉnh Gia Lai", "Xã B, Tỉnh Gia Lai"),
    current_commune=("Xã A", "Xã B"),
    current_province=("Tỉnh Gia Lai", "Tỉnh Gia Lai"),
)
VILLAGE = dataclasses.replace(
    COMMUNE, name=f"Buôn Prông, {COMMUNE.name}", kind="Buôn", place_code=None, village="Buôn Prông"
)
PAPER = Directive(
    "05-CT/TW", "Chỉ thị", "05", "CT/TW", "Bộ Chính trị", date(2016, 5, 15), "T", True
)
BODY = "Ủy ban nhân dân xã Ia Mlah"


def _at(surface: str, nth: int = 0) -> tuple[int, int]:
    start = [m.start() for m in re.finditer(re.escape(surface), TEXT)][nth]
    return start, start + len(surface)


def _body(nth: int) -> OrganizationMention:
    span = _at("UBND xã Ia Mlah", nth)
    return OrganizationMention(*span, "UBND xã Ia Mlah", BODY, "UBND", "xã", COMMUNE, "o", 0.9)


def _reading(**changes: object) -> Reading:
    day = date(2023, 3, 2)
    reading = Reading(
        Article(TEXT, source="a.txt"),
        regions=(Region(0, 7, "headline"),),
        dates=(
            DateMention(
                *_at("Chiều 2/3/2023"), "Chiều 2/3/2023", "2023-03-02TAF", "TIME", "day part",
                day, day, "text", "d",
            ),
        ),
        directives=(DirectiveMention(*_at("Chỉ thị 05"), "Chỉ thị 05", PAPER, "c"),),
        places=tuple(
            PlaceMention(*_at("xã Ia Mlah", n), "xã Ia Mlah", COMMUNE, "gazetteer", "p")
            for n in (0, 1)
        ),
        organizations=(_body(0), _body(1)),
        names=(Mention(*_at("Siu Dương"), "PER", "Siu Dương", "Siu Dương", "n"),),
        people=(
            Person(
                "Siu Dương", "ông",
                (Position("Chủ tịch", "CT", BODY, "UBND xã"), Position("Bí thư", "Bí thư")),
                "tham dự", (_at("Siu Dương"),), meeting=0,
            ),
        ),
        meetings=(Meeting("Họp dân", "họp", True, "2023-03-02TAF", places=(VILLAGE, COMMUNE)),),
    )  # fmt: skip
    return dataclasses.replace(reading, **changes)


def test_every_table_has_the_columns_of_its_contract_in_order():
    contract = Path(__file__).parents[1].joinpath("docs/TABLES.md").read_text(encoding="utf-8")
    listed = {}
    for line in contract.splitlines():
        if line.startswith("| `"):
            name, _, columns = (cell.strip() for cell in line.strip("|").split("|", 2))
            # What stands in brackets explains; `text` of documents stands in the last clause.
            plain = re.sub(r"\([^()]*(?:\([^()]*\)[^()]*)*\)", "", columns.split("; Parquet")[0])
            listed[name.strip("`")] = re.findall(r"`([^`]+)`", plain)
            listed[name.strip("`")] += ["text"] if "; Parquet" in columns else []
    assert listed == {name: schema.names for name, schema in SCHEMAS.items()}


def test_rows_fill_every_column_and_nothing_else():
    found = rows(_reading(), "d1")
    for name, schema in SCHEMAS.items():
        assert found[name], name
        assert all(set(row) == set(schema.names) for row in found[name]), name
    tables = arrow(found)
    assert tables["places"].column("current_name").to_pylist() == [list(COMMUNE.current_name)]


def test_tables_without_rows_keep_their_columns():
    assert {name: table.schema for name, table in arrow({}).items()} == SCHEMAS


def test_mentions_carry_norms_and_true_surfaces_longest_first():
    spans = mentions(_reading())
    assert [(m.label, m.norm) for m in spans[:4]] == [
        ("DATE", "2023-03-02TAF"),
        ("ORG", BODY),
        ("LOC", COMMUNE.name),
        ("PER", "Siu Dương"),
    ]
    assert all(m.text == TEXT[m.start : m.end] for m in spans)
    assert directive_norm(PAPER) == "Chỉ thị|05|CT/TW|Bộ Chính trị|2016-05-15"
    assert directive_norm(Directive("", "Hiến pháp", None, None, None, None, None, False)) == (
        "Hiến pháp||||"
    )


def test_a_body_or_place_named_twice_is_one_row_that_counts():
    found = rows(_reading(), "d1")
    assert [(r["name"], r["mentions"], r["text"]) for r in found["organizations"]] == [
        (BODY, 2, ["UBND xã Ia Mlah"])
    ]
    assert [r["mentions"] for r in found["places"]] == [2]


def test_a_meeting_in_a_village_has_its_own_village_and_its_communes_code():
    (row,) = rows(_reading(), "d1")["meetings"]
    assert (row["village"], row["place_code"]) == ("Buôn Prông", "24085")
    assert row["current_commune"] == ["Xã A", "Xã B"]
    assert row["place_text"] is None  # the village itself is not written in the text


def test_a_meeting_takes_no_code_from_a_place_that_is_not_its_parent():
    other = dataclasses.replace(COMMUNE, name="Xã Chư Gu, Huyện Krông Pa, Tỉnh Gia Lai")
    meeting = Meeting("Họp", "họp", True, places=(VILLAGE, other))
    (row,) = rows(_reading(meetings=(meeting,)), "d1")["meetings"]
    assert row["place_code"] is None


def test_a_body_says_what_it_held_and_where_its_people_came():
    body, other = _body(0), dataclasses.replace(_body(1), name="Hội Nông dân xã Ia Mlah")
    held = Meeting("Họp A", "họp", True, hosts=(BODY,))
    joined = Meeting("Họp B", "họp", False)
    posts = (Position("Chủ tịch", "Chủ tịch", BODY), Position("Hội viên", "hội viên", other.name))
    chair = Person("Siu Dương", None, posts[:1], "chủ trì", (_at("Siu Dương"),), meeting=1)
    absent = Person("Siu Dương", None, posts[1:], "nhắc đến", (_at("Siu Dương"),))
    group = Participation(other.start, other.end, "listed", 0)
    made = rows(
        _reading(
            meetings=(held, joined), people=(chair, absent), organizations=(body, other),
            participants=(group,),
        ), "d1",
    )  # fmt: skip
    first, second = (row["meeting_id"] for row in made["meetings"])
    found = {row["name"]: (row["host_of"], row["took_part_in"]) for row in made["organizations"]}
    assert found == {BODY: ([first], [second]), other.name: ([], [first])}
    shown = [row["evidence"] for row in made["mentions"] if row["start"] == other.start]
    assert [f"{first}:took_part_in:listed"] in shown


def test_the_place_as_written_is_that_which_the_meeting_was_read_from():
    first = PlaceMention(*_at("Ia Mlah", 0), "Ia Mlah", COMMUNE, "gazetteer", "p")
    second = PlaceMention(*_at("xã Ia Mlah", 1), "xã Ia Mlah", COMMUNE, "gazetteer", "p")
    read = Evidence("place", second.start, second.end, "sentence")
    for evidence, written in ((), None), ((read,), "xã Ia Mlah"):
        meeting = Meeting("Họp", "họp", True, places=(COMMUNE,), evidence=evidence)
        reading = _reading(meetings=(meeting,), places=(first, second))
        assert rows(reading, "d1")["meetings"][0]["place_text"] == written


def test_a_mention_says_which_fields_of_which_meeting_were_read_from_it():
    body, day = _body(0), _at("Chiều 2/3/2023")
    events = (
        Meeting("Họp A", "họp", True, evidence=(Evidence("when", *day, "sentence"),)),
        Meeting("Họp B", "họp", False, evidence=(
            Evidence("when", *day, "before"), Evidence("hosts", body.start, body.end, "before"),
        )),
    )  # fmt: skip
    made = rows(_reading(meetings=events, organizations=(body,)), "d1")
    first, second = (row["meeting_id"] for row in made["meetings"])
    shown = {row["label"]: row["evidence"] for row in made["mentions"] if row["evidence"]}
    assert shown == {
        "DATE": [f"{first}:when:sentence", f"{second}:when:before"],
        "ORG": [f"{second}:hosts:before"],
    }
    assert all(row["evidence"] == [] for row in made["mentions"] if row["label"] == "LOC")


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2024-05-12T14:30", (date(2024, 5, 12), date(2024, 5, 12), "14:30", None)),
        ("2024-05-12TMO", (date(2024, 5, 12), date(2024, 5, 12), None, "sáng")),
        ("2022-07-14TAF/2022-07-15TMO", (date(2022, 7, 14), date(2022, 7, 15), None, "chiều")),
        ("XXXX-04-26T07:00", (None, None, "07:00", None)),
        ("2024-03", (None, None, None, None)),
        ("2024-02-31", (None, None, None, None)),
        ("2019/2024", (None, None, None, None)),
        (None, (None, None, None, None)),
    ],
)
def test_days_and_hours_come_from_the_value_and_are_never_made_up(when, expected):
    meeting = Meeting("Họp", "họp", True, when)
    (row,) = rows(_reading(meetings=(meeting,)), "d1")["meetings"]
    assert (row["start_date"], row["end_date"], row["start_time"], row["day_part"]) == expected


def test_one_event_has_one_key_in_all_articles_and_keys_stay_unique_in_each():
    meeting = _reading().meetings[0]
    shouted = dataclasses.replace(meeting, name="HỌP  DÂN")
    first = rows(_reading(), "d1")["meetings"][0]["meeting_id"]
    again, twin = (
        r["meeting_id"] for r in rows(_reading(meetings=(shouted, meeting)), "d2")["meetings"]
    )
    assert first == again != twin
    nowhere = dataclasses.replace(meeting, places=())
    ids = [
        rows(_reading(meetings=(nowhere,)), d)["meetings"][0]["meeting_id"] for d in ("d1", "d2")
    ]
    assert ids[0] != ids[1]


def test_a_person_is_known_again_by_name_body_and_place_not_by_name_alone():
    def key(document: str, **changes: object) -> object:
        return rows(_reading(**changes), document)["people"][0]["person_id"]

    bare = (Person("Siu Dương", None, (), "tham dự", ()),)
    elsewhere = tuple(
        dataclasses.replace(o, place=dataclasses.replace(COMMUNE, place_code="9"))
        for o in _reading().organizations
    )
    assert key("d1") == key("d2") != key("d1", organizations=elsewhere)
    assert key("d1", people=bare) != key("d2", people=bare)
    home = Home(commune=COMMUNE)
    assert key("d1", people=bare, home=home) != key("d2", people=bare, home=home)
    post = (dataclasses.replace(bare[0], positions=(Position("Trưởng thôn", "Trưởng thôn"),)),)
    assert key("d1", people=post, home=home) == key("d2", people=post, home=home)


def test_positions_and_people_hang_on_their_keys():
    found = rows(_reading(), "d1")
    (person,) = found["people"]
    assert person["meeting_id"] == found["meetings"][0]["meeting_id"]
    assert [(p["person_id"], p["title"], p["organization"]) for p in found["positions"]] == [
        (person["person_id"], "Chủ tịch", BODY),
        (person["person_id"], "Bí thư", None),
    ]


def test_status_says_what_became_of_the_article():
    (ok,) = rows(_reading(), "d1")["documents"]
    assert (ok["status"], ok["title"], ok["language"]) == ("ok", "Họp dân", "vi")
    quiet = rows(_reading(meetings=(), people=()), "d1")["documents"][0]
    assert quiet["status"] == "no meeting"
    again = rows(_reading(), "d2", duplicate_of="d1")
    assert [n for n, some in again.items() if some] == ["documents"]
    assert (again["documents"][0]["status"], again["documents"][0]["duplicate_of"]) == (
        "duplicate",
        "d1",
    )
    error = ReadError("b.txt", "it is broken", "mend it")
    failed = failed_row(error)
    assert list(failed) == SCHEMAS["documents"].names
    assert (failed["status"], failed["error"]) == ("failed", "it is broken; mend it")


def test_the_document_key_is_the_hash_of_its_content():
    assert document_id(Article("Hội nghị", source="a")) == document_id(Article("Hội nghị"))
    assert document_id(Article("Hội nghị")) == "4229a57e3e2cfffc"  # sha256, first 16
    assert document_id(Article("x")) != document_id(ReadError("x y", "", ""))


def test_a_text_in_english_is_marked():
    reading = Reading(Article("The council of the commune met on Monday to hear reports."))
    assert rows(reading, "d")["documents"][0]["language"] == "en"
