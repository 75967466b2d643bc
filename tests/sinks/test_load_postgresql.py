"""Loading into a PostgreSQL server that the tests start: see test_load_duckdb for what is meant."""

from __future__ import annotations

import signal
from concurrent.futures import ThreadPoolExecutor

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from adbc_driver_manager import dbapi
from adbc_driver_postgresql.dbapi import connect
from load_checks import cells, expected, load_killed, questions

from hoinghi.errors import OutputError, UsageError
from hoinghi.sinks.database import load, loading
from hoinghi.sinks.database.schema import TABLES

CHILDREN = [name for name in TABLES if name != "documents"]


@pytest.fixture
def url(server):
    return server.new()


def ask(url, query):
    with connect(url) as connection, connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchall()


def tell(url, *statements):
    with connect(url) as connection, connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
        connection.commit()


def content(url):
    return {name: cells(ask(url, f"TABLE {name}")) for name in TABLES}


def test_every_cell_is_as_it_was_extracted_and_loading_twice_changes_nothing(extracted, url):
    first = load(extracted, url)
    assert content(url) == expected(extracted)
    assert first.added == first.documents == len(expected(extracted)["documents"])
    second = load(extracted, url)
    assert content(url) == expected(extracted)
    assert (second.added, second.others, second.rows) == (0, 0, first.rows)


def test_a_changed_document_is_replaced_whole_and_others_stay(folder, url):
    load(folder("a", {"d1": "Trà My", "d2": "Hòa"}), url)
    summary = load(folder("b", {"d2": "Bền", "d3": "Đàn"}), url)
    assert (summary.documents, summary.added, summary.others) == (2, 1, 1)
    both = folder("both", {"d1": "Trà My", "d2": "Bền", "d3": "Đàn"})
    assert content(url) == expected(both)


def test_replace_leaves_the_documents_of_the_folder_alone(folder, url):
    load(folder("a", {"d1": "Trà My", "d2": "Hòa"}), url)
    b = folder("b", {"d2": "Bền"})
    assert load(b, url, replace=True).others == 0
    assert content(url) == expected(b)


def keys(url):
    query = "SELECT conname::text FROM pg_constraint WHERE contype IN ('f', 'p')"
    return {name for (name,) in ask(url, query)}


def indexes(url):
    query = "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'"
    return {text for (text,) in ask(url, query)}


def test_keys_and_indexes_are_the_same_after_every_kind_of_load(folder, url):
    a, b = folder("a", {"d1": "Trà My"}), folder("b", {"d2": "Hòa"})
    load(a, url)
    first = keys(url), indexes(url)
    assert len([name for name in first[0] if name.endswith("_fkey")]) == 11
    assert len([name for name in first[0] if name.endswith("_pkey")]) == len(TABLES)
    assert any("people USING btree (person_id)" in text for text in first[1])
    for out, anew in ((a, False), (b, False), (b, True)):
        load(out, url, replace=anew)
        assert (keys(url), indexes(url)) == first


@pytest.mark.parametrize(
    "statement",
    [
        *(f"UPDATE {name} SET document_id = 'dx'" for name in CHILDREN),  # noqa: S608
        "UPDATE people SET meeting_id = 'mx'",
        "UPDATE positions SET person_id = 'px'",
        "UPDATE documents SET duplicate_of = 'dx'",
    ],
)
def test_foreign_keys_refuse_what_names_nothing(folder, url, statement):
    load(folder("a", {"d1": "Trà My"}), url)
    with pytest.raises(dbapi.IntegrityError, match="violates foreign key constraint"):
        tell(url, statement)


def test_who_deletes_a_document_deletes_its_rows(folder, url):
    load(folder("a", {"d1": "Trà My", "d2": "Hòa"}), url)
    tell(url, "DELETE FROM documents WHERE document_id = 'd1'")
    assert content(url) == expected(folder("b", {"d2": "Hòa"}))


def test_tables_that_contradict_each_other_are_refused_and_the_old_state_stays(folder, url):
    load(folder("a", {"d1": "Trà My"}), url)
    before = content(url)
    bad = folder("bad", {"d1": "Bền", "d2": "Đàn"})
    path = bad / "parquet" / "positions.parquet"
    table = pq.read_table(path)
    at = table.schema.get_field_index("person_id")
    pq.write_table(table.set_column(at, "person_id", pa.array(["lạ"] * len(table))), path)
    with pytest.raises(OutputError, match=r"positions.parquet: .*lạ is not in people.parquet"):
        load(bad, url)
    assert content(url) == before


@pytest.mark.parametrize("whole", [True, False])
def test_a_load_that_is_killed_leaves_the_old_state_and_the_next_succeeds(folder, url, whole):
    load(folder("a", {"d1": "Trà My"} if whole else {"d1": "Trà My", "d0": "Hòa"}), url)
    before = content(url), keys(url)
    b = folder("b", {"d1": "Bền", "d2": "Đàn"})
    assert load_killed(b, url) == -signal.SIGKILL
    assert (content(url), keys(url)) == before
    load(b, url, replace=True)
    assert content(url) == expected(b)


def test_a_connection_that_is_lost_leaves_the_old_state(folder, url, monkeypatch):
    load(folder("a", {"d1": "Trà My"}), url)
    before = content(url)

    def lose(database):
        others = "pid <> pg_backend_pid() AND datname = current_database()"
        ask(url, f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}")  # noqa: S608
        insert(database)

    insert = loading._insert
    monkeypatch.setattr(loading, "_insert", lose)
    with pytest.raises(OutputError, match="load again when the server is back"):
        load(folder("b", {"d1": "Bền"}), url)
    assert content(url) == before


def test_a_server_that_dies_leaves_the_old_state(folder, server, url, monkeypatch):
    load(folder("a", {"d1": "Trà My"}), url)
    before = content(url)

    def lose(database):
        server.stop()
        insert(database)

    insert = loading._insert
    monkeypatch.setattr(loading, "_insert", lose)
    try:
        with pytest.raises(OutputError, match="load again when the server is back"):
            load(folder("b", {"d1": "Bền"}), url)
        with pytest.raises(OutputError, match=r"refused.*; start the server, or correct host"):
            load(folder("b", {"d1": "Bền"}), url)
    finally:
        server.start()
    assert content(url) == before


def test_a_character_that_postgresql_cannot_hold_keeps_its_width(folder, url):
    a = folder("a", {"d1": "T\0rà"})
    load(a, url)
    (text, evidence) = ask(url, "SELECT text, evidence FROM documents JOIN mentions "
                           "USING (document_id, text) UNION ALL "
                           "SELECT d.text, m.evidence FROM documents d, mentions m")[0]  # fmt: skip
    assert text.startswith("Bà T\ufffdrà nói")
    assert evidence == ["m1:name:x", "a, b", "{}", ""]


def test_a_name_of_any_length_can_be_loaded(folder, url):
    name = "".join(f"Ng{number}uyễn" for number in range(5000))
    load(folder("a", {"d1": name}), url)
    assert ask(url, "SELECT name FROM people WHERE ordinal = 1") == [(name,)]


def test_tables_of_somebody_else_are_left_alone_and_another_schema_can_be_named(folder, url):
    tell(url, "CREATE TABLE people (name text)", "CREATE SCHEMA meetings")
    a = folder("a", {"d1": "Trà My"})
    with pytest.raises(UsageError, match="its table people was not made by hoinghi load"):
        load(a, url)
    other = f"{url}?options=-csearch_path%3Dmeetings"
    load(a, other)
    assert content(other) == expected(a)
    assert ask(url, "TABLE people") == []


def test_tables_of_another_version_are_replaced_only_when_asked(folder, url):
    a = folder("a", {"d1": "Trà My"})
    load(a, url)
    tell(url, "UPDATE hoinghi_schema SET fingerprint = 'x'",
         "ALTER TABLE people DROP COLUMN role")  # fmt: skip
    with pytest.raises(OutputError, match=r"another version of hoinghi .*--replace"):
        load(a, url)
    load(a, url, replace=True)
    assert content(url) == expected(a)


def test_views_and_tables_that_build_upon_ours_stay(folder, url):
    a, b = folder("a", {"d1": "Trà My"}), folder("b", {"d1": "Bền", "d2": "Đàn"})
    load(a, url)
    tell(url, "CREATE VIEW who AS SELECT name FROM people WHERE ordinal = 1",
         "CREATE TABLE notes (document_id text REFERENCES documents, note text)",
         "INSERT INTO notes VALUES ('d1', 'hay')")  # fmt: skip
    load(b, url)
    assert content(url) == expected(b)
    assert ask(url, "SELECT name FROM who ORDER BY name") == [("Bền",), ("Đàn",)]
    assert ask(url, "TABLE notes") == [("d1", "hay")]


def test_what_the_server_refuses_is_said_with_the_way_out_and_no_password(folder, server, url):
    a = folder("a", {"d1": "Trà My"})
    tell(url, "CREATE ROLE an LOGIN PASSWORD 'đúng'", "CREATE ROLE reader LOGIN")
    host = f"127.0.0.1:{server.port}"
    for address, said in {
        f"postgresql://tester@{host}/khong": 'database "khong" does not exist); make it',
        f"postgresql://ai:x9x9@{host}/khong": 'role "ai" does not exist); name a user',
        f"postgresql://an:x9x9@{host}/postgres": "check user and password",
        f"postgresql://an:x9 x9@{host}/postgres": "give the address as",
        f"postgresql://an:x9@x9@{host}/postgres": "correct the name of the host",
        f"postgresql://an@{host}/postgres?password=x9x9": "check user and password",
        server.url(url.rpartition("/")[2], "reader"): "docs/DATABASE.md lists them",
    }.items():
        with pytest.raises(OutputError) as caught:
            load(a, address)
        assert said in str(caught.value)
        assert "x9" not in str(caught.value)
        assert "\n" not in str(caught.value)
    with pytest.raises(UsageError, match=r"encoded in SQL_ASCII, .*createdb --encoding UTF8"):
        load(a, server.new("-E", "SQL_ASCII", "-T", "template0"))


def test_two_loads_at_once_wait_for_each_other(folder, url):
    outs = [folder("a", {"d1": "Trà My", "d2": "Hòa"}), folder("b", {"d1": "Bền", "d2": "Đàn"})]
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda out: load(out, url), outs))
    assert sorted(summary.added for summary in found) == [0, 2]
    assert content(url) in [expected(out) for out in outs]


def test_the_questions_of_the_documentation_have_answers(extracted, url):
    load(extracted, url)
    answers = [ask(url, question.rstrip().rstrip(";")) for question in questions()]
    assert len(answers) == 5
    assert all(answers)
    assert all(row[2] for row in answers[3])
