"""What the machine had read is never lost: not by saving again, not by a run cut short."""

import os

import pytest

from corrections_cases import ARTICLES, Desk, contents, extract, write
from hoinghi.api import read_tables
from hoinghi.batch.lock import locked
from hoinghi.batch.manifest import FOLDER
from hoinghi.corrections import applying, refresh
from hoinghi.errors import LockedError
from hoinghi.sinks import files

NAMES = ("tổng kết", "thi đua", "nghề dệt chiếu")


class CutError(Exception):
    """The power is cut here."""


def cut(*_, **__):
    raise CutError


def decide(out):
    desk = Desk(out)
    desk.decide("correct", "meetings", NAMES[0], when="2024-03-13", venue=None, hosts=[])
    desk.decide("reject", "meetings", NAMES[2])
    desk.decide("correct", "people", "Phan Tấn", name="Phan Tấn Hảo")
    return desk


def withdraw_all(desk):
    for decision in desk.store.read().decisions:
        if desk.store.last(decision.target.key).stands:
            desk.again(decision, "withdraw")


def withdrawn(desk, out):
    """Withdraw all that was decided; return the tables after that."""
    withdraw_all(desk)
    refresh(out)
    return contents(out)


def test_tables_that_were_read_and_saved_again_can_still_be_withdrawn(out):
    before = contents(out)
    desk = decide(out)
    tables = read_tables(out)
    corrected = contents(out)
    tables.save(out)
    assert contents(out) == corrected
    assert withdrawn(desk, out) == before


def test_decisions_made_between_reading_and_saving_are_applied_and_can_be_withdrawn(out):
    before = contents(out)
    desk = decide(out)
    tables = read_tables(out)
    desk.decide("reject", "meetings", NAMES[1])
    desk.decide("accept", "people", "Lưu Quang Tiến")
    refresh(out)
    corrected = contents(out)
    tables.save(out)
    assert contents(out) == corrected
    assert withdrawn(desk, out) == before


def test_tables_are_not_saved_into_those_of_a_run_that_writes(out):
    tables = read_tables(out)
    with locked(out / FOLDER, out), pytest.raises(LockedError):
        tables.save(out)


def test_a_run_without_a_corrected_article_cut_short_keeps_what_was_read(
    machine, out, tmp_path, monkeypatch
):
    before = contents(out)
    desk = decide(out)
    refresh(out)
    write(tmp_path / "in", "bcd")
    with monkeypatch.context() as patched:
        patched.setattr(applying, "write_tables", cut)
        with pytest.raises(CutError):
            extract(tmp_path / "in", out)
    refresh(out)
    withdraw_all(desk)
    refresh(out)
    after = contents(out)
    assert {name for name in after if after[name] != before[name]} <= {
        *("documents.csv", "documents.parquet"),  # they tell where the articles were read
    }


def test_a_run_after_the_decisions_were_deleted_cut_short_keeps_what_was_read(
    machine, out, monkeypatch
):
    before = contents(out)
    decide(out)
    refresh(out)
    (out / "corrections.jsonl").unlink()
    with monkeypatch.context() as patched:
        patched.setattr(applying, "write_tables", cut)
        with pytest.raises(CutError):
            extract(machine / "in", out)
    refresh(out)
    assert contents(out) == before


@pytest.mark.parametrize("deleted", [False, True])
def test_a_run_cut_short_after_its_tables_are_written_is_not_undone(
    machine, out, tmp_path, monkeypatch, deleted
):
    """Also where it read another text of a corrected article."""
    write(tmp_path / "in")
    text = ARTICLES["a"].replace("Trịnh Thị Thảo", "Trịnh Thị Thúy")
    (tmp_path / "in" / "a.txt").write_text(text, encoding="utf-8")
    decide(out)
    refresh(out)
    if deleted:
        (out / "corrections.jsonl").unlink()
    with monkeypatch.context() as patched:
        patched.setattr(applying, "note_applied", cut)
        patched.setattr(applying, "forget_machine", cut)
        with pytest.raises(CutError):
            extract(tmp_path / "in", out)
    written = contents(out)
    assert refresh(out) is True
    assert contents(out) == written


def test_a_run_makes_good_what_is_kept_of_the_machine_when_that_is_damaged(machine, out):
    before = contents(out)
    desk = decide(out)
    refresh(out)
    corrected = contents(out)
    (out / "corrections" / "machine.parquet").write_bytes(b"damaged")
    extract(machine / "in", out)
    assert contents(out) == corrected
    withdraw_all(desk)
    refresh(out)
    assert contents(out) == before


@pytest.mark.parametrize("by_a_run", [True, False])
def test_tables_are_on_the_disk_before_they_are_said_to_have_the_decisions(
    machine, out, monkeypatch, by_a_run
):
    decide(out)
    waited = []
    settle = files._settle

    def watch(path):
        waited.append(path.name.removeprefix(".").partition(f".{os.getpid()}.")[0])
        settle(path)

    monkeypatch.setattr(files, "_settle", watch)
    if by_a_run:
        extract(machine / "in", out)
    else:
        refresh(out)
    noted = waited.index("state.json")
    tables = {f"{name}.{form}" for name in ("meetings", "people") for form in ("csv", "parquet")}
    assert tables | {"csv", "parquet"} <= set(waited[:noted])
