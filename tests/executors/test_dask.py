import os
import shutil
import signal
import sys
import time
from pathlib import Path

import psutil
import pyarrow.parquet as pq
import pytest
from dask_cases import Machines, children, read_on, tables, who
from distributed import Client

from hoinghi.errors import UsageError, WorkerError
from hoinghi.executors import dask_cluster, dask_executor, open_executor
from hoinghi.executors.dask_executor import ClusterExecutor
from hoinghi.executors.same import compare, only_same
from hoinghi.run import Listener, Options, run

SAMPLES = Path(__file__).parents[2] / "corpus" / "samples"
WORKER, READER = "spawn_main", "-P"


@pytest.fixture(scope="module")
def empty():
    """A scheduler without any worker."""
    machines = Machines()
    yield machines
    machines.close()


def wait_for(cluster, count):
    with Client(cluster.address, set_as_default=False) as client:
        client.wait_for_workers(count, timeout=60)


def test_a_cluster_of_this_machine_writes_the_same_tables_and_leaves_ctrl_c_to_the_run(tmp_path):
    run([SAMPLES], tmp_path / "serial", options=Options(workers=1))
    workers, alive = [], []

    def on_progress(progress):
        if progress.writing:  # when the cluster has ended
            return
        if not workers:
            workers.extend(children(os.getpid(), WORKER))
            for one in workers:  # as a terminal does, with all that was started from it
                one.send_signal(signal.SIGINT)
        alive.append(sum(one.is_running() for one in workers))

    options = Options(cluster="local", workers=2, chunk_size=4)
    run([SAMPLES], tmp_path / "dask", options=options, listener=Listener(on_progress=on_progress))
    assert tables(tmp_path / "dask") == tables(tmp_path / "serial")
    assert (len(workers), set(alive)) == (2, {2})


def test_a_cluster_of_several_machines_writes_the_same_tables(
    cluster, articles, expected, tmp_path, monkeypatch
):
    monkeypatch.chdir(articles.parent)
    wait_for(cluster, 2)
    (tmp_path / "out").mkdir()
    out = Path(os.path.relpath(tmp_path / "out"))
    # Workers work in another folder, and take their articles from there all the same.
    summary = read_on(cluster.address, str(articles), out)
    assert tables(out) == expected
    assert (summary.articles, summary.failed) == (60, 0)


def test_what_a_machine_that_dies_was_reading_is_read_by_another(
    cluster, articles, expected, tmp_path
):
    victim = cluster.worker()
    wait_for(cluster, 3)
    readers = []

    def midway():
        while not readers:  # it has chunks, but may still be starting
            time.sleep(0.1)
            readers.extend(children(victim.pid, READER))
        for one in [*children(victim.pid, WORKER), psutil.Process(victim.pid)]:
            one.kill()
        victim.wait()

    read_on(cluster.address, articles, tmp_path, midway)
    assert tables(tmp_path) == expected
    assert psutil.wait_procs(readers, timeout=60)[1] == []  # readers end with their worker


def test_a_reading_process_that_is_killed_costs_no_article(cluster, articles, expected, tmp_path):
    killed = []

    def midway():
        killed.extend(one for pid in cluster.pids() for one in children(pid, READER))
        for one in killed:
            one.kill()

    read_on(cluster.address, articles, tmp_path, midway)
    assert killed
    assert tables(tmp_path) == expected


def test_an_article_that_crashes_its_reader_fails_alone(cluster, articles, tmp_path):
    few = tmp_path / "few"
    few.mkdir()
    for n in range(20, 23):
        shutil.copy(articles / f"bai-{n:03}.txt", few)
    summary = read_on(cluster.address, few, tmp_path / "out", worker="crashing_reader")
    documents = pq.read_table(tmp_path / "out" / "parquet" / "documents.parquet").to_pylist()
    assert [d["source"][-11:] for d in documents if d["status"] == "failed"] == ["bai-021.txt"]
    assert (summary.articles, summary.failed) == (3, 1)


def test_a_scheduler_that_dies_ends_the_run_which_goes_on_without_it(articles, expected, tmp_path):
    machines = Machines()
    try:
        machines.worker()
        with pytest.raises(WorkerError, match="the same command goes on from here"):
            read_on(machines.address, articles, tmp_path, machines.scheduler.kill)
    finally:
        machines.close()
    summary = run([articles], tmp_path, options=Options(workers=1))
    assert 0 < summary.kept < 60
    assert tables(tmp_path) == expected


def test_a_machine_with_other_versions_is_named(cluster):
    with (
        pytest.raises(WorkerError, match=r"machine \S+ has another process \d+ \(here \d+\); inst"),
        open_executor(cluster=cluster.address, versions=who),
    ):
        pass


def test_a_machine_that_comes_late_is_asked_too(cluster):
    with dask_cluster.open_cluster(cluster.address) as opened:
        executor = ClusterExecutor(opened.executor.client, only_same(who))
        with pytest.raises(WorkerError, match="has another process"):
            executor.submit(os.getpid).result(timeout=60)
        executor.shutdown()


def test_a_machine_without_this_package_is_said(tmp_path):
    (tmp_path / "hoinghi").mkdir()
    (tmp_path / "hoinghi" / "__init__.py").touch()
    machines = Machines(packages=str(tmp_path))
    try:
        machines.worker()
        with (
            pytest.raises(WorkerError, match="see that hoinghi is installed where its scheduler"),
            open_executor(cluster=machines.address),
        ):
            pass
    finally:
        machines.close()


def test_the_versions_of_python_and_of_the_package_are_compared():
    ours = {"Python": "3.12", "hoinghi": "1.2.0", "code": "0123456789abcdef01"}
    compare("here", ours, ours)
    with pytest.raises(WorkerError, match=r"another Python 3\.11 \(here 3\.12\), code; install"):
        compare("tcp://a:1", ours | {"Python": "3.11", "code": "9"}, ours)
    with pytest.raises(WorkerError, match=r"tcp://a:1 has another hoinghi none \(here 1\.2\.0\)"):
        compare("tcp://a:1", ours | {"hoinghi": ""}, ours)


@pytest.mark.parametrize("address", ["8786", "scheduler:8786", "tcp://a", "tcp://:1", "tcp://a:b"])
def test_what_is_no_address_is_said(address):
    with pytest.raises(UsageError, match="write tcp://HOST:8786"), open_executor(cluster=address):
        pass


def test_an_address_where_nobody_answers_is_said(monkeypatch):
    monkeypatch.setattr(dask_cluster, "_CONNECT", 1.0)
    address = "tcp://127.0.0.1:9"
    with pytest.raises(WorkerError, match="no Dask scheduler"), open_executor(cluster=address):
        pass


def test_a_cluster_without_workers_is_said(empty, monkeypatch):
    monkeypatch.setattr(dask_cluster, "_FIRST_WORKER", 1.0)
    with (
        pytest.raises(WorkerError, match="no worker after 1 seconds"),
        open_executor(cluster=empty.address),
    ):
        pass


def test_a_cluster_that_no_worker_comes_back_to_ends_the_run(empty, monkeypatch):
    monkeypatch.setattr(dask_executor, "PATIENCE", 1.0)
    with Client(empty.address, set_as_default=False) as client:
        executor = ClusterExecutor(client, only_same(dict))
        future = executor.submit(os.getpid)
        with pytest.raises(WorkerError, match="no worker for 1 seconds"):
            future.result(timeout=60)
        executor.shutdown()


def test_a_missing_package_is_said_with_the_way_to_it(monkeypatch):
    monkeypatch.delitem(sys.modules, "hoinghi.executors.dask_cluster")
    monkeypatch.setitem(sys.modules, "distributed", None)
    with (
        pytest.raises(UsageError, match=r"pip install 'hoinghi\[dask\]'"),
        open_executor(cluster="local"),
    ):
        pass
