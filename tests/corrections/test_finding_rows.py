"""Decisions find the rows they were made on, and no others, when ids and rows have changed."""

from itertools import permutations

import pytest

from hoinghi.corrections.decisions import Decision, Target
from hoinghi.corrections.overlay import overlay
from hoinghi.corrections.rows import found
from hoinghi.tables import SCHEMAS

NAME = "Hội nghị"
X, Y = (Target("d", "meetings", *own) for own in (("x", NAME, 9, 17), ("y", NAME, 500, 508)))


def rows_with(*meetings):
    """Return the rows of a document with meetings: id, name and where it stands, if it does."""
    rows = {table: [] for table in SCHEMAS}
    rows["documents"] = [{"document_id": "d", "published": None, "status": "ok", "text": None}]
    for key, name, start in meetings:
        told = {"meeting_id": key, "name": name, "main": False, "hosts": [], "start_date": None}
        rows["meetings"].append(told)
        if start is not None:
            rows["mentions"].append(
                {"label": "MEETING", "norm": name, "start": start, "end": start + len(name)}
                | {"evidence": [f"{key}:name:fullest"]}
            )
    return rows


def ids(targets, *meetings, rejected=()):
    matched = found(targets, rows_with(*meetings), rejected)
    return {key[2]: row["meeting_id"] for key, row in matched.items()}


@pytest.mark.parametrize("targets", list(permutations((X, Y))))
@pytest.mark.parametrize("key", ["y", "of another model"])
def test_who_has_lost_its_row_takes_none_that_is_another_s(targets, key):
    assert ids(targets, (key, NAME, 500)) == {"y": key}


@pytest.mark.parametrize("targets", list(permutations((X, Y))))
def test_rows_with_other_ids_and_one_name_are_told_apart_by_their_places(targets):
    assert ids(targets, ("1", NAME, 502), ("2", NAME, 11)) == {"x": "2", "y": "1"}


def test_a_row_that_is_named_otherwise_now_is_nearer_than_a_namesake_elsewhere():
    longer = f"{NAME} tổng kết"
    assert ids([X], ("1", NAME, 500), ("2", longer, 9)) == {"x": "2"}


def test_a_namesake_elsewhere_may_be_corrected_but_not_rejected():
    """The article may have grown; a row that goes by mistake is seen by nobody."""
    assert ids([X], ("1", NAME, 700)) == {"x": "1"}
    assert ids([X], ("1", NAME, 700), rejected={X.key}) == {}


def test_a_rejected_row_of_a_title_is_found_by_its_name():
    title = Target("d", "meetings", "t", NAME)
    assert ids([title], ("1", NAME, 9), ("2", NAME, None), rejected={title.key}) == {"t": "2"}
    assert ids([title], ("1", NAME, 9), rejected={title.key}) == {}


@pytest.mark.parametrize("order", [1, -1])
def test_a_rejection_whose_row_is_gone_deletes_no_other(order):
    decisions = [Decision("1", X, "reject", who="An"), Decision("2", Y, "accept", who="An")]
    made = overlay(rows_with(("1", NAME, 500)), decisions[::order])
    assert [row["meeting_id"] for row in made.rows["meetings"]] == ["1"]
    assert [decision.target.row_id for decision in made.lost] == ["x"]
