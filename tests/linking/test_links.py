"""What holds for the ids of a run, whatever is joined."""

from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from linking_cases import TD, event, person

import hoinghi
from hoinghi.assembly import read
from hoinghi.evaluate import read_floors, undercut
from hoinghi.evaluate.link_cases import read_link_cases
from hoinghi.evaluate.links import Mark, mark_links, score_links
from hoinghi.linking import link, relink, replace_ids

ROOT = Path(__file__).parents[2]
FLOORS = read_floors(Path(__file__).parent / "floors.json")
CHAIR = person("Ngô Quang Diệm", ("Chủ tịch", "Ủy ban nhân dân xã Tam Đại", TD))
DEPUTY = person("Ngô Quang Diệm", ("Phó Chủ tịch", "Ủy ban nhân dân xã Tam Đại", TD))
GUEST = person("Trần Minh Tâm")
TOLD = event("Hội nghị sơ kết công tác Mặt trận", "2024-05-04", TD, venue="Hội trường xã")
SHORT = {**TOLD, "name": "sơ kết công tác Mặt trận"}
ARTICLES = [
    ("2022-05-05", [DEPUTY, GUEST], []),
    ("2024-05-05", [CHAIR, GUEST], [TOLD]),
    ("2024-05-06", [CHAIR], [SHORT]),
]


@pytest.fixture(scope="module")
def marks(nlp):
    cases = read_link_cases([ROOT / "corpus/linking"])
    return mark_links(cases, lambda article: read(nlp, article))


def turned(tables):
    """Return the tables with the articles the other way round, the rows of each in their order."""
    result = {}
    for name, table in tables.items():
        rows = table.to_pylist()
        keys = dict.fromkeys(row["document_id"] for row in reversed(rows))
        rows = [row for key in keys for row in rows if row["document_id"] == key]
        result[name] = pa.Table.from_pylist(rows, schema=table.schema)
    return result


def test_ids_do_not_depend_on_the_order_of_articles(tables):
    made = tables(*ARTICLES)
    first, second = link(made), link(turned(made))
    assert (first.people, first.meetings) == (second.people, second.meetings)
    assert len(set(first.people.values())) == 3
    assert len(set(first.meetings.values())) == 1


def test_the_id_is_one_of_the_group_and_stays_where_nothing_is_joined(tables):
    made = tables(*ARTICLES)
    links = link(made)
    assert set(links.people.values()) <= {old for _, old in links.people}
    alone = link(tables(ARTICLES[0]))
    assert all(old == new for (_, old), new in alone.people.items())


def test_linking_what_is_linked_changes_nothing(tables):
    once = relink(made := tables(*ARTICLES), link(made))
    assert once != made
    assert relink(once, link(once)) == once


def test_persons_with_one_old_id_may_get_two(tables):
    woman, man = ({**CHAIR, "honorific": h} for h in ("bà", "ông"))
    made = tables(("2024-05-05", [woman], []), ("2024-05-06", [man], []))
    old = made["people"]["person_id"].to_pylist()
    new = relink(made, link(made))["people"]["person_id"].to_pylist()
    assert old[0] == old[1] == new[0] != new[1]


def test_positions_follow_people_and_tables_keep_all_rows(tables):
    made = tables(*ARTICLES)
    linked = relink(made, link(made))
    assert {n: t.num_rows for n, t in linked.items()} == {n: t.num_rows for n, t in made.items()}
    people = {(r["document_id"], r["person_id"]) for r in linked["people"].to_pylist()}
    assert {(r["document_id"], r["person_id"]) for r in linked["positions"].to_pylist()} <= people


def test_every_column_that_names_a_meeting_follows(tables):
    met = [{**CHAIR, "meeting": 0}]
    host = ["Ủy ban nhân dân xã Tam Đại"]
    told = [{**event, "hosts": host} for event in (TOLD, SHORT)]
    made = tables(("2024-05-05", met, [told[0]]), ("2024-05-06", met, [told[1]]))
    linked = relink(made, link(made))
    (meeting_id,) = set(linked["meetings"]["meeting_id"].to_pylist())
    for column in ("host_of", "took_part_in"):
        assert linked["organizations"][column].to_pylist() == [[meeting_id]] * 2


def test_ids_are_replaced_in_front_of_a_colon_and_in_lists():
    table = pa.table(
        {
            "document_id": ["d1", "d1", "d2"],
            "evidence": [["a:name:x", "b:when:y"], None, ["a:place:z:a"]],
        }
    )
    found = replace_ids(table, "evidence", {("d1", "a"): "n", ("d2", "b"): "n"})
    assert found["evidence"].to_pylist() == [["n:name:x", "b:when:y"], None, ["a:place:z:a"]]


def test_extract_gives_linked_ids():
    texts = (
        "Sáng 5/6/2024, tại xã Tam Đại, huyện Phú Ninh, tỉnh Quảng Nam, UBMTTQ xã tổ chức Hội nghị "
        "sơ kết công tác Mặt trận 6 tháng đầu năm 2024. Ông Ngô Quang Diệm, Chủ tịch UBMTTQ xã "
        "chủ trì.",
        "Ngày 5/6/2024, Ủy ban MTTQ Việt Nam xã Tam Đại (huyện Phú Ninh, tỉnh Quảng Nam) tổ chức "
        "sơ kết công tác Mặt trận 6 tháng đầu năm 2024. Chủ tịch Ủy ban MTTQ xã Ngô Quang Diệm "
        "chủ trì hội nghị.",
    )
    found = hoinghi.extract([hoinghi.Article(t, published=date(2024, 6, 6)) for t in texts])
    assert found.meetings["meeting_id"].nunique() == 1
    assert len(found.meetings) == 2
    assert found.people["person_id"].nunique() == 1
    assert set(found.people["meeting_id"]) == set(found.meetings["meeting_id"])


def test_no_figure_of_the_benchmark_is_under_its_floor(marks):
    figures = {
        f"{half}.{name}": value
        for half in ("dev", "held")
        for name, value in score_links(marks, half).figures.items()
    }
    assert {f"{h}.{k}.{m}" for h in ("dev", "held") for k in ("people", "meetings")
            for m in ("precision", "recall")} <= FLOORS.keys()  # fmt: skip
    assert undercut(figures, FLOORS) == []


def test_pairs_and_bcubed_count_as_they_say():
    given = [("a", "1"), ("a", "1"), ("a", None), ("b", "1"), ("c", "2")]
    marks = [Mark(f"d{i}", "dev", truth, truth, key) for i, (truth, key) in enumerate(given)]
    figures = score_links({"people": marks}).figures
    assert figures["people.precision"] == pytest.approx(1 / 3)
    assert figures["people.recall"] == pytest.approx(1 / 3)
    assert figures["people.found"] == pytest.approx(4 / 5)
    assert figures["people.bcubed.precision"] == pytest.approx((2 / 3 * 2 + 1 + 1 / 3 + 1) / 5)
    assert figures["people.bcubed.recall"] == pytest.approx((2 / 3 * 2 + 1 / 3 + 1 + 1) / 5)
