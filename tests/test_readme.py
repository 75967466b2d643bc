"""The README's Python is run as it stands there."""

import re
import shlex
from pathlib import Path

import pyarrow.parquet as pq
from click.testing import CliRunner

from hoinghi.cli import main

ROOT = Path(__file__).parents[1]


def test_the_example_of_the_readme_runs(tmp_path, monkeypatch):
    (code,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    (tmp_path / "corpus").symlink_to(ROOT / "corpus")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    exec(compile(code, "README.md", "exec"), names)  # noqa: S102 - our own text
    assert names["doc"]._.hoinghi.meetings[0].when == "2023-06-12TAF"
    assert pq.read_table(tmp_path / "tables" / "parquet" / "meetings.parquet").num_rows > 10


def test_every_command_of_the_readme_exists():
    text = (ROOT / "README.md").read_text("utf-8")
    used = set(re.findall(r"^hoinghi ([\w-]+)", text, re.MULTILINE))
    assert used
    assert used <= set(main.commands)


def test_the_session_of_the_readme_prints_what_stands_there():
    text = (ROOT / "README.md").read_text("utf-8")
    sessions = re.findall(r"```console\n\$ hoinghi (.*?)\n(.*?)```", text, re.DOTALL)
    assert sessions
    for command, printed in sessions:
        assert CliRunner().invoke(main, shlex.split(command)).stdout == printed
