"""What both kinds of database are held to: the cells of the Parquet files, and a sudden death."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pyarrow.parquet as pq

from hoinghi.sinks.database.comments import COLUMNS, ROWS
from hoinghi.tables import SCHEMAS

# Dies by SIGKILL when the last table is being filled and most of the work is done.
_KILLED = """
import os, signal, sys
from pathlib import Path
from hoinghi.sinks.database import load
from hoinghi.sinks.database.addresses import connect

database = type(connect(sys.argv[2]))
run = database.execute


def execute(self, statement):
    run(self, statement)
    if statement.startswith('INSERT INTO "directives"'):
        os.kill(os.getpid(), signal.SIGKILL)


database.execute = execute
load(Path(sys.argv[1]), sys.argv[2])
"""


def cells(rows):
    """Return rows in one order, whatever order the database gave them in."""
    return sorted((tuple(row) for row in rows), key=repr)


def expected(folder):
    """Return what a database should hold after ``folder`` alone was loaded."""
    made = {}
    for name in SCHEMAS:
        rows = pq.read_table(folder / "parquet" / f"{name}.parquet").to_pylist()
        seen = Counter()
        made[name] = []
        for row in rows:
            seen[row["document_id"]] += 1
            ordinal = () if name == "documents" else (seen[row["document_id"]],)
            made[name].append((*row.values(), *ordinal))
        made[name] = cells(made[name])
    return made


def load_killed(folder, url):
    """Load in a process that is killed before it commits; return its exit status."""
    return subprocess.run([sys.executable, "-c", _KILLED, folder, url], check=False).returncode


def names():
    """Return the comments of every table; that of the table itself has no column."""
    return {name: {"": ROWS[name]} | dict(COLUMNS[name]) for name in SCHEMAS}


def questions():
    """Return the questions of docs/DATABASE.md, each a statement of SQL."""
    text = (Path(__file__).parents[2] / "docs" / "DATABASE.md").read_text(encoding="utf-8")
    return [block.partition("```")[0] for block in text.split("```sql\n")[1:]]
