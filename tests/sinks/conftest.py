"""Folders of tables as an extraction writes them, and a PostgreSQL server of our own."""

from __future__ import annotations

import os
import subprocess
import tempfile
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from postgresql_server import Server, binaries

from hoinghi.run import run
from hoinghi.sinks import write_parquet
from hoinghi.tables import SCHEMAS, arrow

INSTALL = Path(__file__).parents[2] / "tools" / "install_test_packages.sh"


def _rows(document, name):
    """Return rows of one document in every table, lists, nulls and days among them."""
    common = {"document_id": document}
    return {
        "documents": common | {"source": f"{name}.txt", "published": date(2024, 4, 23),
                               "status": "ok", "text": f"Bà {name} nói: \"Được\"\n\\N\t'ạ'"},
        "mentions": common | {"start": 0, "end": 9, "label": "PER", "text": f"Bà {name}",
                              "confidence": 0.25, "evidence": ["m1:name:x", "a, b", "{}", ""]},
        "meetings": common | {"meeting_id": "m1", "main": True, "name": f"Họp thôn của {name}",
                              "when": "2024-04-23TMO", "start_date": date(2024, 4, 23),
                              "hosts": [], "topics": ["đất đai"]},
        "people": common | {"meeting_id": "m1", "person_id": "p1", "name": name},
        "positions": common | {"person_id": "p1", "name": name, "title": "Chủ tịch"},
        "organizations": common | {"organization_id": "o1", "name": "Hội A", "text": ["Hội A"]},
        "places": common | {"name": "xã Tam Đại", "place_code": "20387", "mentions": 2},
        "dates": common | {"start": 1, "end": 5, "value": "2024-04", "type": "DATE"},
        "directives": common | {"directive_id": "05-CT/TW", "known": True, "mentions": 1},
    }  # fmt: skip


def made(documents):
    """Return the tables of ``{document: name}``; each document has two rows in some tables."""
    rows = {table: [] for table in SCHEMAS}
    for document, name in documents.items():
        for table, row in _rows(document, name).items():
            rows[table].append(row)
        rows["people"].append({"document_id": document, "person_id": "p0", "name": "Lê Thị Đào"})
        rows["positions"] += [
            {"document_id": document, "person_id": "p1", "name": name, "title": title}
            for title in ("Bí thư", "Ủy viên")
        ]
    return arrow(rows)


@pytest.fixture
def folder(tmp_path):
    """Return a function that writes tables, or those of ``{document: name}``, as ``out/NAME``."""

    def write(name, tables):
        if not all(isinstance(table, pa.Table) for table in tables.values()):
            tables = made(tables)
        write_parquet(tables, tmp_path / name / "parquet")
        return tmp_path / name

    return write


@pytest.fixture(scope="session")
def extracted(tmp_path_factory):
    """Return the folder of the tables of the samples, as the extractor writes them."""
    out = tmp_path_factory.mktemp("extracted")
    run([Path(__file__).parents[2] / "corpus" / "samples"], out)
    return out


@pytest.fixture(scope="session")
def server():
    """Return a server that runs as another user than root; it ends with the tests."""
    if binaries() is None and os.geteuid() == 0:
        subprocess.run(["sh", INSTALL], check=True)
    if binaries() is None:
        reason = f"PostgreSQL is not installed; sh tools/{INSTALL.name} tells how"
        if os.environ.get("CI"):
            raise RuntimeError(reason)
        pytest.skip(reason)
    with tempfile.TemporaryDirectory() as folder:  # those of pytest are root's alone
        made = Server(Path(folder))
        made.start()
        yield made
        made.stop()
