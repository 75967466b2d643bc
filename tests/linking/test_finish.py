"""The end of a run gives what linking all tables in memory gives, however the rows are stored."""

import random
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from form_cases import HELD
from hoinghi.collecting import collect, raw_rows
from hoinghi.errors import ReadError
from hoinghi.evaluate.link_cases import read_link_cases
from hoinghi.gold import read_gold
from hoinghi.linking import MemoryShelf, finish, link, relink
from hoinghi.pipeline import open_pipeline
from hoinghi.records import Article
from hoinghi.sources import read_articles
from hoinghi.tables import SCHEMAS, arrow, digest, failed_row, rows
from repost_cases import reposts

ROOT = Path(__file__).parents[2]
TEXT = (
    "Sáng nay (3/3), tại Hội trường UBND xã Bình Sa, huyện Thăng Bình, tỉnh Quảng Nam, Hội Nông "
    "dân xã tổ chức Hội nghị tổng kết công tác Hội và phong trào nông dân năm qua. Ông Ung Nho "
    "Thiệp, Chủ tịch Hội Nông dân xã, chủ trì; dự hội nghị có bà Lê Thị Sáu."
)


def finished(articles, **more):
    at_once = more.pop("at_once", 4_000)
    made = finish(MemoryShelf.of_rows(articles, at_once=at_once), **more)
    tables = {n: pa.Table.from_batches(made.batches(n), s) for n, s in SCHEMAS.items()}
    assert Counter(tables["documents"]["status"].to_pylist()) == +Counter(made.statuses)
    return tables


def shuffled(things, seed):
    return random.Random(seed).sample(things, len(things))  # noqa: S311


@pytest.fixture(scope="module")
def records():
    """Return the rows of the records of the benchmark of links, a key of its own for each."""
    cases = read_link_cases([ROOT / "corpus/linking"])
    known = [case for case in cases if case.reading is not None]
    return [(rows(case.reading, digest(case.document_id)), b"") for case in known]


@pytest.fixture(scope="module")
def read_rows():
    """Return the raw rows of samples, gold articles, re-posts, copies and failures."""
    items = [*read_articles([ROOT / "corpus/samples"])]
    items += [doc.article for doc in read_gold([ROOT / "corpus/gold"])][::30]
    items += [case.article for case in reposts(HELD, 1, every=90)]
    dated = [item for item in items if isinstance(item, Article) and item.published]
    items += [replace(item, source=f"{item.source}#copy") for item in dated[::5]]
    items += [replace(item, published=None, source=f"{item.source}#bare") for item in dated[::7]]
    items += [ReadError("hỏng.pdf", "is empty", "give another")] * 2
    return [raw_rows(open_pipeline().read, item) for item in items]


@pytest.mark.parametrize(("drawers", "at_once"), [(1, 4_000), (7, 3), (64, 100)])
def test_it_gives_what_linking_in_memory_gives(records, drawers, at_once):
    articles = shuffled(records, drawers)
    tables = {name: [row for made, _ in articles for row in made[name]] for name in SCHEMAS}
    made = arrow(tables)
    wanted = relink(made, link(made))
    assert wanted["people"] != made["people"]
    assert finished(articles, drawers=drawers, at_once=at_once) == wanted


@pytest.mark.parametrize(("seed", "drawers", "at_once"), [(1, 1, 5), (2, 7, 33), (3, 64, 500)])
def test_batches_and_drawers_make_no_difference(read_rows, seed, drawers, at_once):
    articles = shuffled(read_rows, seed)
    wanted = finished(articles)
    statuses = Counter(wanted["documents"]["status"].to_pylist())
    assert statuses["failed"] == 2
    assert statuses["duplicate"] > len(reposts(HELD, 1, every=90)) / 4
    assert finished(articles, drawers=drawers, at_once=at_once) == wanted


def test_every_row_belongs_to_a_document_that_counts(read_rows):
    tables = finished(shuffled(read_rows, 5))
    status = {row["document_id"]: row["status"] for row in tables["documents"].to_pylist()}
    assert len(status) == len(read_rows)
    for name in SCHEMAS.keys() - {"documents"}:
        told = {status[key] for key in tables[name]["document_id"].to_pylist()}
        assert told <= {"ok", "no meeting"}
    events = {(r["document_id"], r["meeting_id"]) for r in tables["meetings"].to_pylist()}
    people = tables["people"].to_pylist()
    assert {(r["document_id"], r["meeting_id"]) for r in people if r["meeting_id"]} <= events
    evidence = {
        (row["document_id"], one.partition(":")[0])
        for row in tables["mentions"].to_pylist()
        for one in row["evidence"]
    }
    assert evidence
    assert evidence <= events


def test_a_run_without_documents_has_empty_tables():
    assert finished([]) == arrow({})


def test_nothing_is_left_in_the_folder_for_temporary_files(records, tmp_path):
    assert finished(records, folder=tmp_path) == finished(records)
    assert list(tmp_path.iterdir()) == []


def test_a_copy_keeps_the_day_and_the_title_that_its_text_tells():
    text = f"HỘI NÔNG DÂN XÃ BÌNH SA TỔNG KẾT CÔNG TÁC\nCập nhật: 03/03/2021 - 16:09\n{TEXT}"
    tables = collect([Article(text, source=name) for name in "ab"])
    first, second = tables["documents"].to_pylist()
    assert (first["status"], second["status"]) == ("ok", "duplicate")
    assert first["title"]
    assert first["published"] == date(2021, 3, 3)
    assert (second["title"], second["published"]) == (first["title"], first["published"])


def test_a_dated_copy_has_rows_of_its_own_key():
    items = [
        Article(TEXT, source="a"),
        Article(TEXT, source="b"),
        Article(TEXT, source="c", published=date(2021, 3, 3)),
        Article(TEXT, source="d", published=date(2021, 3, 4)),
    ]
    seen = []
    tables = collect(items, on_article=seen.append)
    key = tables["documents"]["document_id"][0].as_py()
    documents = tables["documents"].to_pylist()
    assert [row["document_id"] for row in documents] == [key, f"{key}-2", f"{key}-3", f"{key}-4"]
    assert [row["duplicate_of"] for row in documents] == [f"{key}-3"] * 2 + [None, f"{key}-3"]
    assert [one.status for one in seen] == ["ok", "duplicate", "ok", "duplicate"]
    for name in ("meetings", "people", "positions", "mentions", "organizations"):
        assert set(tables[name]["document_id"].to_pylist()) == {f"{key}-3"}


def test_what_failed_takes_its_key_but_is_no_original():
    good = raw_rows(open_pipeline().read, Article(TEXT, source="good", published=date(2021, 3, 3)))
    key = good[0]["documents"][0]["document_id"]
    failed = (
        {"documents": [failed_row(ReadError("x", "is empty", "y")) | {"document_id": key}]},
        b"",
    )
    tables = finished([failed, good, failed, good])
    found = [
        (r["document_id"], r["status"], r["duplicate_of"]) for r in tables["documents"].to_pylist()
    ]
    assert found == [
        (key, "failed", None),
        (f"{key}-2", "ok", None),
        (f"{key}-3", "failed", None),
        (f"{key}-4", "duplicate", f"{key}-2"),
    ]
    assert set(tables["meetings"]["document_id"].to_pylist()) == {f"{key}-2"}
    assert set(tables["people"]["document_id"].to_pylist()) == {f"{key}-2"}
