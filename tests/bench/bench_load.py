"""Documents and rows per second into DuckDB and PostgreSQL, beside executemany.

usage: python tests/bench/bench_load.py [--documents N] [--json FILE]

The tables are those of corpus/samples, its rows repeated under new keys (seeded, so that every
run loads the same). Every load runs in a process of its own; PostgreSQL is a server that this
program starts. Rates are by processor seconds, those of the server's connection included, so that
a busy machine matters little; the wall sees less, since both work at once. The way beside is
executemany on a part of the rows.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests" / "sinks"))  # also in the processes that measure
from postgresql_server import Server, binaries  # noqa: E402 - the server of the tests

Measure = Callable[..., dict[str, float]]
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024  # bytes there, KiB elsewhere
_NAIVE_ROWS = 2000
Tables = dict[str, pa.Table]


def extract(folder: str) -> None:
    """Write the tables of the samples."""
    from hoinghi.run import run  # noqa: PLC0415 - in a process of its own

    run([ROOT / "corpus" / "samples"], Path(folder))


def make(source: str, out: str, documents: int) -> None:
    """Write tables of ``documents`` documents by repeating those of ``source`` under new keys."""
    folder = Path(out, "parquet")
    folder.mkdir(parents=True)
    tables = {path.stem: pq.read_table(path) for path in Path(source, "parquet").glob("*.parquet")}
    read = tables["documents"].filter(pc.equal(tables["documents"]["status"], "ok"))
    keys = read["document_id"].to_pylist()
    writers = {
        name: pq.ParquetWriter(folder / f"{name}.parquet", table.schema, compression="zstd")
        for name, table in tables.items()
    }
    waiting: dict[str, list[pa.Table]] = {name: [] for name in tables}
    for start in range(0, documents, len(keys)):
        chosen = keys[: documents - start]
        for name, table in copies(tables, chosen, start).items():
            waiting[name].append(table)
            if sum(piece.num_rows for piece in waiting[name]) > 20_000:
                writers[name].write_table(pa.concat_tables(waiting[name]))
                waiting[name].clear()
    for name, writer in writers.items():
        writer.write_table(pa.concat_tables([tables[name].slice(0, 0), *waiting[name]]))
        writer.close()


def copies(tables: Tables, chosen: list[str], start: int) -> Tables:
    """Return the rows of the ``chosen`` documents under keys that ``start`` makes new."""
    old = pa.array(chosen)
    fresh = pa.array([hashlib.sha256(f"{start} {key}".encode()).hexdigest()[:16] for key in chosen])
    made = {}
    for name, table in tables.items():
        rows = table.filter(pc.is_in(table["document_id"], old))
        for at, column in enumerate(rows.column_names):
            if column == "document_id":
                rows = rows.set_column(at, column, fresh.take(pc.index_in(rows[column], old)))
            elif column in {"meeting_id", "person_id"}:
                tail = pa.scalar(f"{start:06x}")
                rows = rows.set_column(
                    at, column, pc.binary_join_element_wise(rows[column], tail, "")
                )
        made[name] = rows
    return made


def measure(folder: str, url: str) -> dict[str, float]:
    """Load in this process; return seconds, counts and the peak of memory in MB."""
    from hoinghi.sinks.database import load  # noqa: PLC0415 - in a process of its own

    started = time.process_time()
    summary = load(Path(folder), url)
    return {
        "seconds": summary.seconds,
        "processor_seconds": time.process_time() - started,
        "documents": summary.documents,
        "rows": summary.rows,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _RSS_UNIT / 2**20,
    }


def naive_duckdb(folder: str, file: str) -> dict[str, float]:
    """Write mentions by executemany, as is written most often."""
    import duckdb  # noqa: PLC0415 - in a process of its own

    rows = pq.read_table(Path(folder, "parquet", "mentions.parquet")).slice(0, _NAIVE_ROWS)
    marks = ", ".join("?" * rows.num_columns)
    with duckdb.connect(file) as connection:
        connection.register("shape", rows.slice(0, 0))
        connection.execute("CREATE TABLE mentions AS FROM shape")
        values = [list(row.values()) for row in rows.to_pylist()]
        started = time.process_time()
        connection.executemany(f"INSERT INTO mentions VALUES ({marks})", values)  # noqa: S608
    return {"processor_seconds": time.process_time() - started, "rows": rows.num_rows}


def naive_postgresql(folder: str, url: str) -> dict[str, float]:
    """Write mentions by an INSERT a row, all in one transaction."""
    from adbc_driver_postgresql.dbapi import connect  # noqa: PLC0415 - in a process of its own

    rows = pq.read_table(Path(folder, "parquet", "mentions.parquet")).slice(0, _NAIVE_ROWS)
    marks = ", ".join(f"${number + 1}" for number in range(rows.num_columns))
    with closing(connect(url)) as connection, connection.cursor() as cursor:
        cursor.adbc_ingest("naive", rows.slice(0, 0), mode="create")
        started = time.process_time()
        for row in rows.to_batches(max_chunksize=1):
            cursor.executemany(f"INSERT INTO naive VALUES ({marks})", row)  # noqa: S608
        connection.commit()
    return {"processor_seconds": time.process_time() - started, "rows": rows.num_rows}


@contextmanager
def postgresql() -> Iterator[Server | None]:
    """Yield a server that ends with the block, or nothing where none is installed."""
    if binaries() is None:
        yield None
        return
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder))
        server.start()
        try:
            yield server
        finally:
            server.stop()


def timed(server: Server | None, function: Measure, *arguments: str) -> dict[str, float]:
    """Return what ``function`` measures in a fresh process, the server's seconds added."""
    before = server.processor_seconds() if server else 0.0
    figures: dict[str, float] = _in_process(function, *arguments)
    if server:
        time.sleep(1)  # the server counts a connection when it has ended
        figures["processor_seconds"] += server.processor_seconds() - before
    figures["rows_per_second"] = figures["rows"] / figures["processor_seconds"]
    return figures


def _in_process(function: Callable[..., Any], *arguments: object) -> Any:
    """Return what ``function`` gives in a fresh process, so that peaks of memory are its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(function, arguments)


def bench(
    name: str, server: Server | None, many: str, urls: tuple[str, str]
) -> dict[str, dict[str, float]]:
    """Load twice, then write row by row into another database; print and return the figures."""
    results = {}
    for turn in ("first", "again"):
        figures = results[f"{name}_{turn}"] = timed(server, measure, many, urls[0])
        print(
            f"{name + ', ' + turn:20} {figures['seconds']:8.1f} "
            f"{figures['processor_seconds']:10.1f} "
            f"{figures['documents'] / figures['processor_seconds']:12,.0f} "
            f"{figures['rows_per_second']:9,.0f} {figures['peak_mb']:8.0f}",
            flush=True,
        )
    naive = naive_postgresql if server else naive_duckdb
    figures = results[f"{name}_row_by_row"] = timed(server, naive, many, urls[1])
    figures["ratio"] = results[f"{name}_first"]["rows_per_second"] / figures["rows_per_second"]
    rate = f"{figures['rows_per_second']:9,.0f}"
    print(f"{'  executemany':52} {rate}   load is {figures['ratio']:.0f} times that", flush=True)
    return results


def main() -> None:
    """Make the tables, load them twice into each database, and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=20_000, help="documents [20000]")
    parser.add_argument("--json", type=Path, help="also write the figures there")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, postgresql() as server:
        many = f"{folder}/many"
        _in_process(extract, f"{folder}/samples")
        _in_process(make, f"{folder}/samples", many, arguments.documents)
        print(f"{'':20} {'wall s':>8} {'processor':>10} {'documents/s':>12} {'rows/s':>9} peak MB")
        urls = (f"duckdb:///{folder}/bench.duckdb", f"{folder}/naive.duckdb")
        results = bench("duckdb", None, many, urls)
        if server:
            results |= bench("postgresql", server, many, (server.new(), server.new()))
        else:
            print("PostgreSQL is not installed")
    if arguments.json:
        arguments.json.write_text(json.dumps(results, indent=1) + "\n")


if __name__ == "__main__":
    main()
