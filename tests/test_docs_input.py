"""docs/INPUT.md names every extension that is read, and no other."""

from __future__ import annotations

import re
from pathlib import Path

from hoinghi.sources.dispatch import KNOWN

PAGE = Path(__file__).parents[1] / "docs" / "INPUT.md"


def test_the_page_lists_what_is_read():
    text = PAGE.read_text("utf-8")
    table = text.split("## Formats")[1].split("\n\n")[1]
    cells = [row.split("|")[2] for row in table.splitlines()[2:]]
    assert {name for cell in cells for name in re.findall(r"`(\.[\w.]+)`", cell)} == set(KNOWN)
