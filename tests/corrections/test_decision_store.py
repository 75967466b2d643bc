import json
import subprocess
import sys
from dataclasses import replace

import pytest

from hoinghi.corrections import Change, ConflictError, Decision, Store, Target
from hoinghi.errors import CorrectionsError


def decision(number, key="m1", **more):
    return Decision(
        id=str(number),
        target=Target("d1", "meetings", key, "Hội nghị tổng kết", 3, 20),
        action=more.pop("action", "correct"),
        fields={"venue": Change(None, f"Hội trường số {number}")},
        who="Nguyễn Thị An",
        when="2026-11-23T14:00:00+07:00",
        note="xem lại “nguồn”\nvà ngày",
        reasons=("no-date",),
        **more,
    )


def test_what_was_added_is_read_back_by_another_process_and_by_eye(tmp_path):
    Store(tmp_path).add(decision(1))
    assert Store(tmp_path).read().decisions == (decision(1),)
    (line,) = (tmp_path / "corrections.jsonl").read_text(encoding="utf-8").splitlines()
    told = json.loads(line)
    assert told["fields"] == {"venue": {"from": None, "to": "Hội trường số 1"}}
    assert (told["who"], told["when"]) == ("Nguyễn Thị An", "2026-11-23T14:00:00+07:00")


def test_a_folder_without_decisions_has_none_and_stays_empty(tmp_path):
    assert Store(tmp_path).read().decisions == ()
    assert list(tmp_path.iterdir()) == []


def test_who_has_not_seen_the_last_decision_on_a_row_is_refused(tmp_path):
    mine, yours = Store(tmp_path), Store(tmp_path)
    mine.add(decision(1))
    with pytest.raises(ConflictError, match="Nguyễn Thị An") as conflict:
        yours.add(replace(decision(2), who="Bình"))
    assert conflict.value.theirs.id == "1"
    assert [d.id for d in mine.read().decisions] == ["1"]
    yours.add(replace(decision(2), after="1"))
    yours.add(decision(3, key="m2"))
    assert [d.id for d in mine.read().decisions] == ["1", "2", "3"]


def test_a_line_cut_short_by_a_power_cut_is_put_aside_not_lost(tmp_path):
    store = Store(tmp_path)
    store.add(decision(1))
    path = tmp_path / "corrections.jsonl"
    torn = path.read_bytes()[:-40].replace(b'"1"', b'"2"')
    path.write_bytes(path.read_bytes() + torn)
    assert [d.id for d in Store(tmp_path).read().decisions] == ["1"]
    Store(tmp_path).add(decision(3, key="m2"))
    assert [d.id for d in store.read().decisions] == ["1", "3"]
    assert path.read_bytes().endswith(b"\n")
    assert (tmp_path / "corrections.torn").read_bytes() == torn + b"\n"


def test_a_line_that_lost_only_its_end_of_line_counts(tmp_path):
    Store(tmp_path).add(decision(1))
    path = tmp_path / "corrections.jsonl"
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    assert [d.id for d in Store(tmp_path).read().decisions] == ["1"]
    Store(tmp_path).add(decision(2, after="1"))
    assert [d.id for d in Store(tmp_path).read().decisions] == ["1", "2"]
    assert not (tmp_path / "corrections.torn").exists()


@pytest.mark.parametrize(
    "damaged",
    [
        "{half",
        "[]",
        '{"id": "2"}',
        '{"a": "\ud800"}'.encode("utf-8", "surrogatepass").decode("utf-8", "replace"),
    ],
)
def test_a_damaged_line_is_told_by_file_and_number(tmp_path, damaged):
    Store(tmp_path).add(decision(1))
    path = tmp_path / "corrections.jsonl"
    path.write_text(path.read_text(encoding="utf-8") + f"{damaged}\n", encoding="utf-8")
    with pytest.raises(CorrectionsError, match=r"corrections\.jsonl: line 2 is damaged"):
        Store(tmp_path).read()


def test_a_damaged_line_has_the_same_number_however_often_it_is_read(tmp_path):
    store = Store(tmp_path)
    store.add(decision(1))
    with (tmp_path / "corrections.jsonl").open("a", encoding="utf-8") as file:
        file.write("{half\n")
    for _ in range(3):
        with pytest.raises(CorrectionsError, match="line 2 is damaged"):
            store.read()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("action", "burn"),
        ("table", "dates"),
        ("fields", {"confidence": {"from": 0, "to": 1}}),
        ("fields", {"hosts": {"from": [], "to": [1]}}),
        ("fields", {"name": {"from": "a", "to": ""}}),
    ],
)
def test_a_line_that_this_version_does_not_know_is_refused_not_misread(tmp_path, name, value):
    Store(tmp_path).add(decision(1))
    path = tmp_path / "corrections.jsonl"
    told = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(told | {name: value}) + "\n", encoding="utf-8")
    with pytest.raises(CorrectionsError, match="line 1"):
        Store(tmp_path).read()


ADDING = """
import sys
from hoinghi.corrections import Decision, Store, Target
from pathlib import Path
out, who = Path(sys.argv[1]), sys.argv[2]
print("ready", flush=True)
sys.stdin.readline()
for number in range(40):
    target = Target("d1", "meetings", f"{who}{number}", "x" * 3000)
    Store(out).add(Decision(f"{who}{number}", target, "accept", {}, who, "t"))
"""


def test_processes_that_add_at_the_same_time_lose_nothing(tmp_path):
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", ADDING, tmp_path, who],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for who in ("an", "binh")
    ]
    for process in processes:
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        process.stdin.write("\n")
        process.stdin.flush()
    for process in processes:
        assert process.wait(60) == 0
        process.stdin.close()
        process.stdout.close()
    ids = [d.id for d in Store(tmp_path).read().decisions]
    assert sorted(ids) == sorted(f"{who}{n}" for who in ("an", "binh") for n in range(40))


def test_a_store_that_is_open_sees_a_file_that_was_begun_anew(tmp_path):
    store = Store(tmp_path)
    store.add(decision(1))
    (tmp_path / "corrections.jsonl").unlink()
    assert store.read().decisions == ()
    Store(tmp_path).add(decision(2))
    assert [d.id for d in store.read().decisions] == ["2"]
