import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
COMMANDS = (
    "extract",
    "doubtful",
    "show",
    "dates",
    "evaluate",
    "evaluate-dates",
    "evaluate-links",
    "check",
)
HEAVY = {"spacy", "pandas", "pyarrow", "underthesea", "trafilatura", "dateparser"}


@pytest.mark.parametrize("arguments", [["--help"], *([name, "--help"] for name in COMMANDS)])
def test_every_help_has_an_example(hoinghi, arguments):
    result = hoinghi(*arguments)
    assert result.exit_code == 0
    command = "hoinghi " + ("extract" if len(arguments) == 1 else arguments[0])
    assert command in result.stdout.partition("Example")[2]


def test_help_loads_nothing_heavy():
    code = (
        "import sys; from hoinghi.cli import main; main(['extract', '--help'], "
        f"standalone_mode=False); print(sorted({HEAVY!r} & sys.modules.keys()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8"
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_version_is_that_of_the_project(hoinghi):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert hoinghi("--version").stdout == f"hoinghi, version {project['version']}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract", "a.txt"],
        ["extract", "--out", "tables"],
        ["publish"],
        ["show"],
        ["evaluate", "corpus", "--split", "dev"],
        ["check"],
        ["extract", "a.txt", "--out", "tables", "--colour"],
    ],
)
def test_wrong_usage_ends_with_two(hoinghi, arguments):
    result = hoinghi(*arguments)
    assert result.exit_code == 2
    assert "Usage: " in result.stderr


def test_the_module_runs_as_the_command_does(hoinghi):
    arguments = ["dates", "Sáng 23/4/2024, họp tại xã."]
    done = subprocess.run(
        [sys.executable, "-m", "hoinghi", *arguments],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stdout == hoinghi(*arguments).stdout != ""
