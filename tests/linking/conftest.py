import json
from pathlib import Path

import pytest

from hoinghi.evaluate.link_cases import read_link_cases
from hoinghi.tables import SCHEMAS, arrow, rows


@pytest.fixture
def tables(tmp_path):
    """Return a function from articles (day, people, meetings) to the tables before linking."""

    def make(*articles):
        lines = []
        for number, (day, people, meetings) in enumerate(articles):
            row = {"id": f"d{number}", "half": "dev", "source": f"s{number}", "published": day}
            lines.append(json.dumps({**row, "people": people, "meetings": meetings}))
        path = Path(tmp_path / "cases.jsonl")
        path.write_text("\n".join(lines), encoding="utf-8")
        made = {name: [] for name in SCHEMAS}
        for case in read_link_cases([path]):
            for name, new in rows(case.reading, case.document_id).items():
                made[name].extend(new)
        return arrow(made)

    return make
