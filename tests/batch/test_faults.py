import io
import signal

import pyarrow.parquet as pq
import pytest
from batch_cases import RULES, command, kill, parts, readers, tables, until

from hoinghi.errors import OutputError, StoppedError
from hoinghi.run import Listener, Options, run
from hoinghi.settings import Settings

FAULTY = "faulty_worker"
QUICK = Settings(model="none", article_seconds=5, article_megabytes=900)


def documents(out):
    rows = pq.read_table(out / "parquet" / "documents.parquet").to_pylist()
    return {row["source"].rpartition("/")[2]: row for row in rows}


def test_an_article_that_breaks_a_stage_fails_alone(folder, tmp_path, extract):
    (folder / "a.txt").write_text("SAI\nmột bài", encoding="utf-8")
    extract(folder, "out", worker=FAULTY, workers=1)
    rows = documents(tmp_path / "out")
    assert [name for name, row in rows.items() if row["status"] == "failed"] == ["a.txt"]
    assert "RecursionError" in rows["a.txt"]["error"]
    assert len(rows) == 51


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("CHẾT", "twice ended its process"),
        ("TREO", "twice took more than 5 seconds"),
        ("NGỦ", "twice took more than 5 seconds"),
        ("PHÌNH", "MemoryError"),
    ],
)
def test_an_article_that_takes_its_process_along_fails_alone(
    word, reason, folder, tmp_path, extract, calm
):
    (folder / "020a.txt").write_text(f"{word}\nmột bài", encoding="utf-8")
    extract(folder, "out", worker=FAULTY, workers=2, settings=QUICK)
    rows = documents(tmp_path / "out")
    assert [name for name, row in rows.items() if row["status"] == "failed"] == ["020a.txt"]
    assert reason in rows["020a.txt"]["error"]
    kept = {name: row for name, row in rows.items() if name != "020a.txt"}
    assert kept == documents(calm)


def test_a_process_that_dies_once_costs_no_article(folder, tmp_path, extract):
    marker = tmp_path / "died"
    (folder / "020a.txt").write_text(f"CHẾT MỘT LẦN\n{marker}\nmột bài", encoding="utf-8")
    assert extract(folder, "out", worker=FAULTY) == extract(folder, "undisturbed")
    assert marker.exists()


def test_what_was_given_up_is_tried_again_when_it_is_asked_for(folder, tmp_path, extract):
    (folder / "a.txt").write_text("CHẾT\nmột bài", encoding="utf-8")
    extract(folder, "out", worker=FAULTY)
    extract(folder, "out")
    assert documents(tmp_path / "out")["a.txt"]["status"] == "failed"
    after = extract(folder, "out", retry_failed=True)
    assert documents(tmp_path / "out")["a.txt"]["status"] == "no meeting"
    assert after == extract(folder, "undisturbed")
    assert after == extract(folder, "out")


def test_reading_processes_that_are_killed_again_and_again_lose_nothing(
    folder, tmp_path, extract, undisturbed
):
    out = tmp_path / "out"
    running = command("extract", folder, "--out", out, "--model", "none", "--chunk-size", 10)
    killed = set()
    while running.poll() is None:
        for process in readers(running):
            if process.pid not in killed and len(killed) < 4 and process.cpu_times().user > 0.3:
                killed.add(process.pid)
                kill(process)
    assert running.wait() == 0, running.stderr.read()
    assert len(killed) == 4
    assert tables(out) == undisturbed


def test_a_run_that_is_killed_goes_on_where_it_was(folder, tmp_path, extract, undisturbed):
    out = tmp_path / "out"
    for least in (1, 3):
        running = command("extract", folder, "--out", out, "--model", "none", "--chunk-size", 8)
        until(lambda: len(parts(out)) >= least or running.poll() is not None)  # noqa: B023
        assert running.poll() is None
        kill(running)
        running.wait()
    assert not (out / "csv").exists()
    before = {path.name for path in parts(out)}
    assert extract(folder, "out", chunk_size=11) == undisturbed
    assert before <= {path.name for path in parts(out)}


def test_ctrl_c_finishes_what_is_begun_and_says_how_to_go_on(
    folder, tmp_path, extract, undisturbed
):
    out = tmp_path / "out"
    running = command("extract", folder, "--out", out, "--model", "none", "--chunk-size", 4)
    until(lambda: parts(out))
    running.send_signal(signal.SIGINT)
    _, told = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "the same command goes on from there" in told
    assert 0 < len(parts(out)) < 13
    assert not list((out / ".hoinghi" / "parts").glob(".*"))
    status = command("status", out)
    assert "not finished" in status.communicate()[0]
    assert status.returncode == 1
    assert extract(folder, "out") == undisturbed


def test_ctrl_c_twice_ends_at_once(folder, tmp_path, extract, undisturbed):
    (folder / "0000.txt").write_text("NGỦ\nmột bài", encoding="utf-8")
    out = tmp_path / "out"
    code = (
        "from hoinghi.cli import extract as module; import hoinghi.run as r, dataclasses, sys\n"
        "from hoinghi.cli import main\n"
        "import hoinghi.batch.chunks as c\n"
        "real = r.Job\n"
        f"r.Job = lambda *a: real(*a[:2], {FAULTY!r})\n"
        "main()"
    )
    running = command("extract", folder, "--out", out, "--model", "none", code=code)
    (reader, *_) = until(lambda: [p for p in readers(running) if p.cpu_times().user > 1])
    running.send_signal(signal.SIGINT)
    assert "once more" in running.stderr.readline()
    running.send_signal(signal.SIGINT)
    assert running.wait(timeout=20) == 130
    until(lambda: not reader.is_running())
    (folder / "0000.txt").unlink()
    assert extract(folder, "out") == undisturbed


def test_two_runs_on_one_folder_are_refused(folder, tmp_path):
    out = tmp_path / "out"
    running = command("extract", folder, "--out", out, "--model", "none")
    until((out / ".hoinghi" / "lock.json").exists)
    second = command("extract", folder, "--out", out, "--model", "none")
    _, told = second.communicate(timeout=60)
    assert second.returncode == 2
    assert f"process {running.pid}" in told
    assert running.wait(timeout=120) == 0


def test_the_lock_of_a_killed_run_is_taken_over(folder, tmp_path, extract, undisturbed):
    out = tmp_path / "out"
    running = command("extract", folder, "--out", out, "--model", "none")
    until((out / ".hoinghi" / "lock.json").exists)
    kill(running)
    running.wait()
    assert extract(folder, "out") == undisturbed


@pytest.mark.parametrize("keep", [0, 10, 0.5, 0.99])
def test_a_part_that_is_cut_short_is_read_again(keep, folder, tmp_path, extract):
    first = extract(folder, "out", chunk_size=10)
    path = parts(tmp_path / "out")[2]
    data = path.read_bytes()
    path.write_bytes(data[: keep if isinstance(keep, int) else int(keep * len(data))])
    assert extract(folder, "out") == first


def test_a_part_with_a_wrong_byte_is_read_again(folder, tmp_path, extract):
    first = extract(folder, "out", chunk_size=10)
    for path in parts(tmp_path / "out"):
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 0xFF
        path.write_bytes(data)
    assert extract(folder, "out") == first


def test_a_full_disk_ends_the_run_and_costs_nothing(small_disk, folder, extract, undisturbed):
    out = small_disk / "out"
    with pytest.raises(OutputError, match="free disk space"):
        run([folder], out, settings=RULES, options=Options(chunk_size=5))
    (small_disk / "ballast").unlink()
    run([folder], out, settings=RULES)
    assert tables(out) == undisturbed


def test_a_stop_from_within_keeps_what_was_read(folder, tmp_path, extract, undisturbed):
    asked = []

    def stop(_):
        if not asked:
            asked.append(signal.raise_signal(signal.SIGTERM))

    with pytest.raises(StoppedError, match="goes on from there"):
        extract(folder, "out", chunk_size=5, workers=1, listener=Listener(on_progress=stop))
    assert 0 < len(parts(tmp_path / "out")) < 10
    assert extract(folder, "out") == undisturbed


def test_a_part_that_is_lost_before_the_tables_are_made_is_read_again(
    folder, tmp_path, extract, undisturbed
):
    lost = []

    def lose(progress):
        if not progress.writing and not lost:
            (path, *_) = parts(tmp_path / "out")
            lost.append(path.write_bytes(path.read_bytes()[:100]))

    assert extract(folder, "out", workers=1, listener=Listener(on_progress=lose)) == undisturbed
    assert lost


def test_a_part_that_is_lost_ends_a_run_over_standard_input_with_what_to_do(tmp_path):
    def lose(progress):
        for path in parts(tmp_path / "out") if not progress.writing else ():
            path.unlink()

    text = "Sáng 3/3/2021, UBND xã Bình Sa, huyện Thăng Bình tổ chức hội nghị.".encode()
    with pytest.raises(OutputError, match="out: what was read is damaged or gone; run again"):
        run(
            ["-"],
            tmp_path / "out",
            stdin=io.BytesIO(text),
            options=Options(workers=1),
            listener=Listener(on_progress=lose),
        )
