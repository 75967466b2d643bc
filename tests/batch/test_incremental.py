import csv
import json
import os
import shutil
from dataclasses import replace

import pyarrow.parquet as pq
import pytest
from batch_cases import RULES, parts, tables

from hoinghi.run import Listener, Options, run


@pytest.fixture
def again(tmp_path):
    """Return a call of ``run`` on ``out`` that gives which articles were read, and the notes."""

    def call(inputs, **options):
        read, notes = [], []
        listener = Listener(
            on_article=lambda status: read.append(status.source.rpartition("/")[2]),
            on_note=notes.append,
        )
        settings = options.pop("settings", RULES)
        inputs = inputs if isinstance(inputs, list) else [inputs]
        summary = run(
            inputs, tmp_path / "out", settings=settings, options=Options(**options),
            listener=listener,
        )  # fmt: skip
        return read, notes, summary

    return call


def test_a_folder_that_grew_is_read_where_it_is_new_or_changed(folder, tmp_path, again, extract):
    again(folder)
    (folder / "005.txt").write_text("Tin khác hẳn.", encoding="utf-8")
    (folder / "0055.txt").write_text("Tin mới.", encoding="utf-8")
    (folder / "007.txt").unlink()
    read, notes, summary = again(folder)
    assert sorted(read) == ["005.txt", "0055.txt"]
    assert (summary.articles, summary.kept, notes) == (50, 48, [])
    assert tables(tmp_path / "out") == extract(folder, "undisturbed")


def test_times_of_files_do_not_matter(folder, tmp_path, again):
    again(folder)
    before = tables(tmp_path / "out")
    for number, path in enumerate(sorted(folder.iterdir())):
        os.utime(path, (0, 0) if number % 2 else (4_000_000_000, 4_000_000_000))
    assert again(folder)[0] == []
    assert tables(tmp_path / "out") == before


def test_another_setting_is_said_and_what_depends_on_it_read_again(folder, tmp_path, again):
    rows = folder / "rows.csv"
    with rows.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["text", "khác"], ["Một bài.", "Hai bài."]])
    again(folder)
    read, notes, _ = again(folder, settings=replace(RULES, text_column="khác"))
    assert read == ["rows.csv#1"]
    assert "text_column" in notes[0]
    read, notes, _ = again(folder, settings=replace(RULES, text_column="khác", max_characters=900))
    assert len(read) == 51
    assert "max_characters" in notes[0]
    assert again(folder, settings=replace(RULES, text_column="khác", max_characters=900))[:2] == (
        [],
        [],
    )


def test_another_gazetteer_is_said_and_everything_read_again(folder, tmp_path, again):
    own = tmp_path / "own.tsv"
    own.write_text("type\tname\nbody\tTổ Dân vận khéo\n", encoding="utf-8")
    settings = replace(RULES, gazetteer=str(own))
    again(folder, settings=settings)
    assert again(folder, settings=settings)[0] == []
    own.write_text("type\tname\nbody\tTổ Dân vận rất khéo\n", encoding="utf-8")
    read, notes, _ = again(folder, settings=settings)
    assert (len(read), "gazetteer" in notes[0]) == (50, True)


def test_force_reads_everything_again(folder, tmp_path, again):
    again(folder)
    before = tables(tmp_path / "out")
    assert len(again(folder, force=True)[0]) == 50
    assert tables(tmp_path / "out") == before


def test_what_failed_for_a_passing_reason_is_tried_again(folder, tmp_path, again, monkeypatch):
    gone = folder / "lost.txt"
    gone.symlink_to(tmp_path / "nowhere")
    again(folder)
    read, _, summary = again(folder)
    assert (read, summary.failed) == (["lost.txt"], 1)
    (tmp_path / "nowhere").write_text("Đã có lại.", encoding="utf-8")
    read, _, summary = again(folder)
    assert (read, summary.failed) == (["lost.txt"], 0)


def test_what_failed_for_good_is_not_read_again_unless_it_is_asked_for(folder, again):
    (folder / "bad.txt").write_bytes(b"\xff\x00\xfe")
    again(folder)
    assert again(folder)[0] == []
    assert again(folder, retry_failed=True)[0] == ["bad.txt"]
    assert again(folder)[0] == []


@pytest.fixture
def large(tmp_path, texts):
    """Return a file of rows that is large enough for its rows to be units."""
    path = tmp_path / "rows.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(60):
            text = f"{texts[number % len(texts)]}\nBài số {number}.\n" + "Chữ. " * 12_000
            row = {"text": text, "published": "2024-04-23", "url": f"https://a.vn/{number}"}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    assert path.stat().st_size > 1 << 20
    return path


def test_rows_of_a_large_file_are_read_one_by_one(large, tmp_path, again, extract):
    settings = replace(RULES, max_characters=50_000)  # most rows fail at once: it is about rows
    read, _, summary = again(large, settings=settings, chunk_size=7)
    assert (len(read), summary.articles) == (60, 60)
    before = tables(tmp_path / "out")
    assert again(large, settings=settings)[0] == []
    with large.open("a", encoding="utf-8") as file:
        file.write('{"text": "Thêm một bài."}\n')
    read, _, summary = again(large, settings=settings)
    assert (read, summary.articles) == (["rows.jsonl#61"], 61)
    lines = large.read_text(encoding="utf-8").splitlines()[:60]
    large.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert len(again(large, settings=settings)[0]) in {0, 1}
    assert tables(tmp_path / "out") == before


def test_standard_input_goes_on_too(tmp_path, again, large):
    settings = replace(RULES, max_characters=50_000)
    for expected in (60, 0):
        read = []
        with large.open("rb") as stdin:
            run(
                ["-"],
                tmp_path / "out",
                settings=settings,
                stdin=stdin,
                listener=Listener(on_article=read.append),
            )
        assert len(read) == expected


@pytest.mark.parametrize(
    "options",
    [
        {"workers": 1, "chunk_size": 1},
        {"workers": 1, "chunk_size": 50},
        {"workers": 2, "chunk_size": 3},
        {"workers": 5, "chunk_size": 200},
    ],
)
def test_tables_do_not_depend_on_how_they_were_made(options, folder, extract):
    shutil.copy(folder / "003.txt", folder / "030a.txt")
    (folder / "bad.txt").write_bytes(b"\xff\x00\xfe")
    assert extract(folder, "one", **options) == extract(folder, "other")


def test_parts_that_no_input_needs_are_removed(folder, tmp_path, again):
    again(folder, chunk_size=10)
    many = len(parts(tmp_path / "out"))
    for number in range(5, 50):
        (folder / f"{number:03}.txt").unlink()
    again(folder)
    assert len(parts(tmp_path / "out")) < many
    documents = pq.read_table(tmp_path / "out" / "parquet" / "documents.parquet")
    assert documents.num_rows == 5


def test_a_file_that_changes_while_a_worker_reads_it_is_read_again_next_time(
    folder, tmp_path, again, monkeypatch
):
    path = folder / "000.txt"
    changed = []

    def change(_note_or_progress):
        if not changed:
            changed.append(path.write_text("Đã khác.", encoding="utf-8"))

    listener = Listener(on_progress=change)
    run([folder / "049.txt", path], tmp_path / "out", settings=RULES, listener=listener,
        options=Options(workers=1, chunk_size=1))  # fmt: skip
    read, _, summary = again([folder / "049.txt", path])
    assert summary.failed == 0
    assert set(read) <= {"000.txt"}
