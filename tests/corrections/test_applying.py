import json

import duckdb
import pandas as pd
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from corrections_cases import ARTICLES, Desk, contents, extract, write
from hoinghi.api import Tables
from hoinghi.cli import main
from hoinghi.corrections import Change, applied, refresh
from hoinghi.errors import UsageError
from hoinghi.report.joining import joined

PLACE = "Xã Tam Dân, Huyện Phú Ninh, Tỉnh Quảng Nam"


def rows(out, table):
    return pq.read_table(out / "parquet" / f"{table}.parquet").to_pylist()


def one(out, table, name):
    return next(row for row in rows(out, table) if name in row["name"])


def test_a_corrected_day_is_consistent(desk, out):
    desk.decide("correct", "meetings", "tổng kết", when="2024-03-13T14:30/2024-03-14")
    assert refresh(out) is True
    row = one(out, "meetings", "tổng kết")
    told = ("when", "start_date", "end_date", "start_time", "day_part", "confidence")
    assert [str(row[name]) for name in told] == [
        *("2024-03-13T14:30/2024-03-14", "2024-03-13", "2024-03-14", "14:30", "None", "1.0"),
    ]


def test_a_corrected_place_goes_through_the_gazetteer(desk, out):
    desk.decide("correct", "meetings", "thi đua", place=PLACE, village=None)
    refresh(out)
    row = one(out, "meetings", "thi đua")
    assert (row["commune"], row["district"], row["village"]) == (
        "Xã Tam Dân",
        "Huyện Phú Ninh",
        None,
    )
    assert row["province"] == "Tỉnh Quảng Nam"
    assert (row["place_code"], row["current_commune"]) == ("20392", ["Xã Phú Ninh"])
    assert row["current_province"] == ["Thành phố Đà Nẵng"]
    assert (row["place_text"], row["level"]) == (None, "xã")


def test_a_village_stands_in_its_commune(desk, out):
    desk.decide("correct", "meetings", "tổng kết", village="Thôn Đông", hosts=[])
    refresh(out)
    row = one(out, "meetings", "tổng kết")
    assert (row["village"], row["commune"], row["level"]) == ("Thôn Đông", "Xã Tam Đại", "thôn")
    assert row["place_code"] == "20387"


def test_a_place_that_is_taken_away_leaves_nothing_of_it(desk, out):
    desk.decide("correct", "meetings", "tổng kết", place=None, hosts=[])
    refresh(out)
    row = one(out, "meetings", "tổng kết")
    empty = "place_text village commune district province place_code level".split()
    assert {row[name] for name in empty} == {None}
    assert row["current_commune"] == row["current_place_code"] == []


def test_another_host_is_the_host_in_every_table(desk, out):
    desk.decide("correct", "meetings", "tổng kết", hosts=["Ủy ban nhân dân xã Tam Đại"])
    refresh(out)
    event = one(out, "meetings", "tổng kết")["meeting_id"]
    held = {row["name"]: row["host_of"] for row in rows(out, "organizations")}
    assert held["Ủy ban nhân dân xã Tam Đại"] == [event]
    assert held["Ủy ban Mặt trận Tổ quốc Việt Nam xã Tam Đại"] == []
    made = one(out, "organizations", "Ủy ban nhân dân xã Tam Đại")
    assert (made["kind"], made["level"], made["mentions"]) == ("UBND", "xã", 0)


def test_a_person_is_corrected_with_their_posts(desk, out):
    post = {"title": "Phó Chủ tịch", "organization": "Hội Nông dân xã Bình Sa", "former": True}
    desk.decide(
        "correct", "people", "Phan Tấn", name="Phan Tấn Hảo", role="chủ trì", positions=[post]
    )
    refresh(out)
    person = one(out, "people", "Phan Tấn")
    assert (person["name"], person["role"], person["confidence"]) == (
        "Phan Tấn Hảo",
        "chủ trì",
        1.0,
    )
    (row,) = [r for r in rows(out, "positions") if r["person_id"] == person["person_id"]]
    assert (row["name"], row["title"], row["former"]) == ("Phan Tấn Hảo", "Phó Chủ tịch", True)
    assert row["title_text"] is None  # nobody marked how the article writes it
    assert row["organization_text"]
    names = {m["norm"] for m in rows(out, "mentions") if m["label"] == "PER"}
    assert "Phan Tấn Hảo" in names
    assert "Phan Tấn Hào" not in names
    # Who held a post no longer came for that body.
    assert one(out, "organizations", "Hội Nông dân xã Bình Sa")["took_part_in"] == []


def test_a_rejected_meeting_leaves_no_trace_but_its_people(desk, out):
    before = one(out, "meetings", "tổng kết")
    desk.decide("reject", "meetings", "tổng kết")
    refresh(out)
    gone = before["meeting_id"]
    assert gone not in {row["meeting_id"] for row in rows(out, "meetings")}
    people = [r for r in rows(out, "people") if r["document_id"] == before["document_id"]]
    assert [(r["name"], r["meeting_id"]) for r in people] == [
        ("Đoàn Ngọc Khiêm", None),
        ("Trịnh Thị Thảo", None),
    ]
    for row in rows(out, "organizations"):
        assert gone not in (*row["host_of"], *row["took_part_in"])
    assert not [m for m in rows(out, "mentions") if any(gone in e for e in m["evidence"])]
    status = {row["document_id"]: row["status"] for row in rows(out, "documents")}
    assert status[before["document_id"]] == "no meeting"


def test_of_two_meetings_of_an_article_the_other_becomes_the_main_one(desk, out):
    desk.decide("reject", "meetings", "thi đua")
    refresh(out)
    row = one(out, "meetings", "nghề dệt chiếu")
    assert row["main"] is True
    status = {r["document_id"]: r["status"] for r in rows(out, "documents")}
    assert status[row["document_id"]] == "ok"


def test_a_rejected_person_takes_their_posts_along(desk, out):
    desk.decide("reject", "people", "Đoàn Ngọc Khiêm")
    refresh(out)
    for table in ("people", "positions"):
        assert "Đoàn Ngọc Khiêm" not in {row["name"] for row in rows(out, table)}
    assert one(out, "organizations", "Đảng ủy xã Tam Đại")["took_part_in"] == []


def test_what_was_accepted_is_certain(desk, out):
    desk.decide("accept", "people", "Đoàn Ngọc Khiêm")
    refresh(out)
    assert one(out, "people", "Đoàn Ngọc Khiêm")["confidence"] == 1.0
    assert one(out, "people", "Trịnh Thị Thảo")["confidence"] == 0.95


def test_words_marked_in_the_article_become_what_the_field_was_read_from(desk, out):
    text = ARTICLES["a"]
    start = text.index("công tác Mặt trận")
    end = text.index(" năm 2023")
    change = Change(None, "công tác Mặt trận", start, end)
    desk.decide("correct", "meetings", "tổng kết", name=change)
    refresh(out)
    event = one(out, "meetings", "công tác Mặt trận")["meeting_id"]
    told = [m for m in rows(out, "mentions") if any(f"{event}:name:" in e for e in m["evidence"])]
    (mention,) = told
    assert (mention["text"], mention["label"]) == ("công tác Mặt trận", "MEETING")
    assert mention["rule"] == "corrected:name"


def test_refreshing_again_changes_nothing_and_writes_nothing(desk, out):
    desk.decide("correct", "meetings", "thi đua", place=PLACE)
    assert refresh(out) is True
    before = {p: p.stat().st_mtime_ns for p in out.rglob("*.parquet")}
    assert refresh(out) is False
    assert {p: p.stat().st_mtime_ns for p in out.rglob("*.parquet")} == before


def test_only_tables_that_change_are_written(desk, out):
    before = contents(out)
    desk.decide("accept", "people", "Đoàn Ngọc Khiêm")
    refresh(out)
    changed = {name for name, found in contents(out).items() if found != before[name]}
    assert changed == {"people.csv", "people.parquet"}


def test_a_later_decision_wins_and_a_withdrawal_gives_the_machine_back(desk, out):
    before = contents(out)
    first = desk.decide("reject", "meetings", "thi đua")
    desk.decide("reject", "meetings", "tổng kết")
    refresh(out)
    desk.again(first, "withdraw")
    refresh(out)
    assert one(out, "meetings", "thi đua")["main"] is True
    for decision in [d for d in desk.store.decisions if d.action == "reject"]:
        if desk.store.last(decision.target.key).stands:
            desk.again(decision, "withdraw")
    refresh(out)
    assert contents(out) == before


def test_a_folder_without_its_decisions_is_as_the_machine_left_it(desk, out):
    before = contents(out)
    desk.decide("reject", "meetings", "thi đua")
    refresh(out)
    (out / "corrections.jsonl").unlink()
    assert refresh(out) is True
    assert contents(out) == before
    assert not (out / "corrections").exists()


def test_a_refresh_that_was_cut_short_is_made_good_by_the_next(desk, out, monkeypatch):
    desk.decide("reject", "meetings", "thi đua")
    desk.decide("correct", "meetings", "tổng kết", place=PLACE)
    wrote = []

    def fail(*_):
        wrote.append(1)
        raise KeyboardInterrupt

    monkeypatch.setattr("hoinghi.corrections.applying.note_applied", fail)
    with pytest.raises(KeyboardInterrupt):
        refresh(out)
    monkeypatch.undo()
    assert wrote
    desk.again(desk.store.decisions[0], "withdraw")
    refresh(out)
    assert one(out, "meetings", "thi đua")
    assert one(out, "meetings", "tổng kết")["commune"] == "Xã Tam Dân"


def decide_three(out):
    desk = Desk(out)
    desk.decide("correct", "meetings", "tổng kết", when="2024-03-13", place=PLACE)
    desk.decide("reject", "meetings", "nghề dệt chiếu")
    desk.decide("correct", "people", "Phan Tấn", name="Phan Tấn Hảo")


@pytest.mark.parametrize("options", [{}, {"force": True}, {"workers": 2, "chunk_size": 1}])
def test_decisions_survive_another_run(machine, out, options):
    decide_three(out)
    refresh(out)
    refreshed = contents(out)
    extract(machine / "in", out, **options)
    assert contents(out) == refreshed
    assert refresh(out) is False


def test_decisions_survive_a_cache_that_was_deleted_and_a_folder_that_grew(machine, out, tmp_path):
    decide_three(out)
    write(tmp_path / "in")
    for number, name in enumerate(("00", "zz")):
        text = ARTICLES["d"].replace("20/6", f"2{number}/5").replace("sơ kết", f"quý {number}")
        (tmp_path / "in" / f"{name}.txt").write_text(text, encoding="utf-8")
    for path in (out / ".hoinghi").rglob("*"):
        if path.is_file():
            path.unlink()
    extract(tmp_path / "in", out)
    assert str(one(out, "meetings", "tổng kết")["start_date"]) == "2024-03-13"
    assert len(rows(out, "documents")) == 6
    assert "nghề dệt chiếu" not in {row["name"] for row in rows(out, "meetings")}
    assert one(out, "people", "Phan Tấn Hảo")


def test_a_decision_finds_its_row_when_ids_have_changed(desk, out):
    """As another model or other articles make them."""
    desk.decide("correct", "meetings", "tổng kết", venue="Nhà văn hóa xã")
    desk.decide("reject", "people", "Phan Tấn")
    path = out / "corrections.jsonl"
    told = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for line in told:
        line["row"]["id"] = "of an earlier model"
    told[0]["row"]["name"] = "Hội nghị tổng kết công tác"  # so it was read then, at that place
    path.write_text("".join(json.dumps(line) + "\n" for line in told), encoding="utf-8")
    refresh(out)
    assert one(out, "meetings", "tổng kết")["venue"] == "Nhà văn hóa xã"
    assert "Phan Tấn Hào" not in {row["name"] for row in rows(out, "people")}
    assert applied(out).lost == ()


def test_a_decision_whose_row_is_gone_is_kept_and_told(machine, out, tmp_path):
    decide_three(out)
    write(tmp_path / "in", "bcd")
    extract(tmp_path / "in", out)
    lost = applied(out).lost
    assert [(d.target.table, d.target.name) for d in lost] == [
        ("meetings", "Hội nghị tổng kết công tác Mặt trận năm 2023")
    ]
    shown = CliRunner().invoke(main, ["status", str(out)]).output
    assert "decided         2 rows" in shown
    assert "no longer there" in shown
    assert "Hội nghị tổng kết công tác Mặt trận năm 2023" in shown
    extract(machine / "in", out)  # it is back
    assert one(out, "meetings", "tổng kết")["commune"] == "Xã Tam Dân"


def test_decisions_reach_csv_and_the_database(out, tmp_path):
    decide_three(out)
    url = f"duckdb:///{tmp_path / 'm.duckdb'}"
    done = CliRunner().invoke(main, ["load", str(out), url])
    assert done.exit_code == 0, done.output
    with duckdb.connect(str(tmp_path / "m.duckdb")) as database:
        found = database.execute("select name, commune from meetings order by name").fetchall()
        posts = database.execute("select name from positions").fetchall()
    assert ("Hội nghị tổng kết công tác Mặt trận năm 2023", "Xã Tam Dân") in found
    assert len(found) == 3
    assert ("Phan Tấn Hảo",) in posts
    csv = pd.read_csv(out / "csv" / "meetings.csv")
    assert sorted(csv["name"]) == sorted(name for name, _ in found)


def test_tables_saved_from_a_notebook_have_them_too(out):
    frames = Tables.from_arrow(
        {path.stem: pq.read_table(path) for path in (out / "parquet").glob("*.parquet")}
    )
    decide_three(out)
    frames.save(out)
    assert one(out, "meetings", "tổng kết")["commune"] == "Xã Tam Dân"


def test_decisions_beside_no_tables_are_said(tmp_path, out):
    decide_three(out)
    (tmp_path / "empty").mkdir()
    (out / "corrections.jsonl").rename(tmp_path / "empty" / "corrections.jsonl")
    with pytest.raises(UsageError, match="hoinghi extract"):
        refresh(tmp_path / "empty")


def test_of_several_articles_the_one_that_was_corrected_counts_in_a_report(out):
    """Also where another article tells more, but wrongly."""
    (row,) = [row for row in rows(out, "meetings") if "tổng kết" in row["name"]]
    fuller = {**row, "document_id": "other", "village": "Thôn Sai", "confidence": 0.9}
    fuller |= {"commune": "Xã Sai", "start_time": "07:30"}
    corrected = {**row, "confidence": 1.0}
    (meeting,) = joined([fuller, corrected])
    assert (meeting["village"], meeting["commune"]) == (None, "Xã Tam Đại")
    unsure = {**row, "confidence": 0.8}
    (meeting,) = joined([fuller, unsure])
    assert meeting["village"] == "Thôn Sai"
