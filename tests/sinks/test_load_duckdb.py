"""Loading into a DuckDB file: equal content, documents replaced, nothing half done."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from load_checks import cells, expected, load_killed, names, questions

from hoinghi.errors import OutputError, UsageError
from hoinghi.sinks.database import load
from hoinghi.sinks.database.schema import TABLES


@pytest.fixture
def file(tmp_path):
    return tmp_path / "db" / "meetings.duckdb"


@pytest.fixture
def url(file):
    return f"duckdb:///{file}"


def ask(file, query):
    with duckdb.connect(str(file), read_only=True) as connection:
        return connection.execute(query).fetchall()


def content(file):
    return {name: cells(ask(file, f"FROM {name}")) for name in TABLES}


def test_every_cell_is_as_it_was_extracted_and_loading_twice_changes_nothing(extracted, file, url):
    first = load(extracted, url)
    assert content(file) == expected(extracted)
    assert first.added == first.documents == len(expected(extracted)["documents"])
    second = load(extracted, url)
    assert content(file) == expected(extracted)
    assert (second.added, second.others, second.rows) == (0, 0, first.rows)


def test_a_changed_document_is_replaced_whole_and_others_stay(folder, file, url):
    load(folder("a", {"d1": "Trà My", "d2": "Hòa"}), url)
    summary = load(folder("b", {"d2": "Bền", "d3": "Đàn"}), url)
    assert (summary.documents, summary.added, summary.others) == (2, 1, 1)
    both = folder("both", {"d1": "Trà My", "d2": "Bền", "d3": "Đàn"})
    assert content(file) == expected(both)


def test_replace_leaves_the_documents_of_the_folder_alone(folder, file, url):
    load(folder("a", {"d1": "Trà My", "d2": "Hòa"}), url)
    b = folder("b", {"d2": "Bền"})
    assert load(b, url, replace=True).others == 0
    assert content(file) == expected(b)


def test_keys_are_declared_and_violations_refused(folder, file, url):
    load(folder("a", {"d1": "Trà My"}), url)
    with duckdb.connect(str(file)) as connection:
        for name in TABLES:
            if name != "documents":
                with pytest.raises(duckdb.ConstraintException, match="does not exist"):
                    connection.execute(
                        f"INSERT INTO {name} BY NAME SELECT * REPLACE ('dx' AS document_id) "  # noqa: S608
                        f"FROM {name}"
                    )
            with pytest.raises(duckdb.ConstraintException, match=r"(?i)duplicate"):
                connection.execute(f"INSERT INTO {name} SELECT * FROM {name}")  # noqa: S608
        with pytest.raises(duckdb.ConstraintException, match="still referenced"):
            connection.execute("DELETE FROM documents")


def test_the_catalogue_says_what_columns_hold(folder, file, url):
    load(folder("a", {"d1": "Trà My"}), url)
    query = "SELECT comment FROM duckdb_columns() WHERE table_name = 'meetings' AND column_name = 'when'"  # noqa: E501
    assert ask(file, query) == [("TIMEX3",)]


@pytest.mark.parametrize("name", ["people", "positions", "dates", "documents"])
def test_tables_that_contradict_each_other_are_refused_and_the_old_state_stays(
    folder, file, url, name
):
    load(folder("a", {"d1": "Trà My"}), url)
    before = content(file)
    bad = folder("bad", {"d1": "Bền", "d2": "Đàn"})
    path = bad / "parquet" / f"{name}.parquet"
    column = {"people": "meeting_id", "positions": "person_id", "dates": "document_id",
              "documents": "duplicate_of"}[name]  # fmt: skip
    table = pq.read_table(path)
    at = table.schema.get_field_index(column)
    pq.write_table(table.set_column(at, column, pa.array(["lạ"] * len(table))), path)
    with pytest.raises(OutputError, match=rf"{name}.parquet: .*lạ is not in \w+.parquet"):
        load(bad, url)
    assert content(file) == before


def test_a_document_that_stands_there_twice_is_refused(folder, url):
    bad = folder("bad", {"d1": "Bền"})
    path = bad / "parquet" / "documents.parquet"
    table = pq.read_table(path)
    pq.write_table(pa.concat_tables([table, table]), path)
    with pytest.raises(OutputError, match="document_id d1 is there more than once"):
        load(bad, url)


def test_rows_of_a_document_may_lie_apart(folder, file, url):
    a = folder("a", {"d1": "Trà My", "d2": "Hòa"})
    path = a / "parquet" / "positions.parquet"
    table = pq.read_table(path)
    apart = table.take([0, 3, 1, 4, 2, 5])
    pq.write_table(apart, path)
    load(a, url)
    query = "SELECT document_id, ordinal, title FROM positions ORDER BY ALL"
    titles = ["Chủ tịch", "Bí thư", "Ủy viên"]
    assert ask(file, query) == [(d, i + 1, t) for d in ("d1", "d2") for i, t in enumerate(titles)]


def test_a_load_that_is_killed_leaves_the_old_state_and_the_next_succeeds(folder, file, url):
    load(folder("a", {"d1": "Trà My"}), url)
    before = content(file)
    b = folder("b", {"d1": "Bền", "d2": "Đàn"})
    assert load_killed(b, url) == -signal.SIGKILL
    assert content(file) == before
    load(b, url)
    assert content(file) == expected(b)


def test_a_file_that_is_open_elsewhere_is_said(folder, file, url):
    a = folder("a", {"d1": "Trà My"})
    load(a, url)
    script = f"import duckdb; c = duckdb.connect({str(file)!r}); print(1, flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        other.stdout.readline()
        with pytest.raises(OutputError, match=r"PID \d+.*close the program that has it open"):
            load(a, url)
        other.communicate(b"\n")
    assert load(a, url).added == 0


def test_tables_of_somebody_else_or_of_another_version_are_left_alone(folder, file, url):
    file.parent.mkdir()
    a = folder("a", {"d1": "Trà My"})
    with duckdb.connect(str(file)) as connection:
        connection.execute("CREATE TABLE people (name text)")
    with pytest.raises(UsageError, match="its table people was not made by hoinghi load"):
        load(a, url)
    with duckdb.connect(str(file)) as connection:
        connection.execute("DROP TABLE people")
    load(a, url)
    with duckdb.connect(str(file)) as connection:
        connection.execute("UPDATE hoinghi_schema SET fingerprint = 'x'")
    with pytest.raises(OutputError, match=r"another version of hoinghi .*--replace"):
        load(a, url)
    load(a, url, replace=True)
    assert content(file) == expected(a)


def test_any_path_can_be_named(folder, tmp_path, monkeypatch):
    odd = folder("l[ạ] {'a',b}*?", {"d1": "Trà My"})
    monkeypatch.chdir(tmp_path)
    load(odd, "duckdb:///relative.duckdb")
    assert content(tmp_path / "relative.duckdb") == expected(odd)
    load(odd, f"duckdb:///{tmp_path}/absolute file.duckdb")
    assert content(tmp_path / "absolute file.duckdb") == expected(odd)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("duckdb://meetings.duckdb", "duckdb:///meetings.duckdb"),
        ("duckdb:///", "names no file"),
        ("duckdb:///:memory:", "names no file"),
        ("mysql://root:x9x9@host/db", "duckdb:///FILE or postgresql://"),
        ("meetings.duckdb", "duckdb:///FILE or postgresql://"),
        ("postgresql:meetings", "duckdb:///FILE or postgresql://"),
    ],
)
def test_an_address_of_another_form_is_refused(folder, url, said):
    with pytest.raises(UsageError) as caught:
        load(folder("a", {"d1": "Trà My"}), url)
    assert said in str(caught.value)
    assert "x9x9" not in str(caught.value)


def test_what_is_no_database_or_no_table_is_said(folder, tmp_path, file, url):
    a = folder("a", {"d1": "Trà My"})
    file.parent.mkdir()
    file.write_text("không phải" * 1000, encoding="utf-8")
    with pytest.raises(OutputError, match="name a file that DuckDB made"):
        load(a, url)
    with pytest.raises(UsageError, match=r"documents.parquet: cannot be read .*hoinghi extract"):
        load(tmp_path, url)
    path = a / "parquet" / "dates.parquet"
    pq.write_table(pq.read_table(path).drop_columns(["anchor"]), path)
    with pytest.raises(UsageError, match=r"the column anchor is missing; extract .* again"):
        load(a, url)


@pytest.mark.parametrize(
    ("url", "package"),
    [("duckdb:///a.duckdb", "duckdb"), ("postgresql://u:x9x9@h/d", "adbc_driver_postgresql")],
)
def test_a_package_that_is_not_installed_is_named(folder, url, package):
    script = (
        f"import sys; sys.modules[{package!r}] = None\n"
        "from pathlib import Path\nfrom hoinghi.sinks.database import load\n"
        "load(Path(sys.argv[1]), sys.argv[2])"
    )
    result = subprocess.run(
        [sys.executable, "-c", script, folder("a", {"d1": "Hòa"}), url],
        capture_output=True,
        text=True,
        check=False,
    )
    extra = url.partition(":")[0]
    assert f"{package} is not installed; install it with pip install 'hoinghi[{extra}]'" in (
        result.stderr
    )
    assert "x9x9" not in result.stderr


def test_the_catalogue_says_what_the_contract_says():
    said, contract = names(), Path(__file__).parents[2] / "docs" / "TABLES.md"
    lines = contract.read_text(encoding="utf-8").replace("`", "").splitlines()
    rows = {line.split(" | ")[0][2:]: line for line in lines if line.startswith("| ")}
    for name, comments in said.items():
        assert set(comments) <= set(TABLES[name].columns) | {""}
        for comment in comments.values():
            assert comment in rows[name]


def test_the_questions_of_the_documentation_have_answers(extracted, file, url):
    load(extracted, url)
    answers = [ask(file, question) for question in questions()]
    assert len(answers) == 5
    assert all(answers)
    assert all(row[2] for row in answers[3])
