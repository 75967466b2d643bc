"""Every resource is sealed by its script, and an edit without the script is named."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "pipeline" / "hoinghi" / "resources"


def check(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    script = str(ROOT / "tools" / "build_resources.py")
    command = [sys.executable, script, "--folder", str(folder), *options]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for path in FOLDER.iterdir():
        if path.is_file():
            shutil.copy(path, tmp_path)
    return tmp_path


def test_the_lists_are_as_their_script_leaves_them() -> None:
    done = check(FOLDER, "--check")
    assert (done.returncode, done.stdout) == (0, "")


def test_an_edit_without_the_script_is_named_and_the_script_seals_it(copy: Path) -> None:
    with (copy / "titles.tsv").open("a", encoding="utf-8") as titles:
        titles.write("Trưởng ban Thử nghiệm \t\tpost\t60\n")
    done = check(copy, "--check")
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        f"{name}: edited without its script; run python tools/build_resources.py"
        for name in ("titles.tsv", "manifest.tsv")
    ]
    assert check(copy).returncode == 0
    assert check(copy, "--check").returncode == 0
    assert "Trưởng ban Thử nghiệm\t\tpost\t60\n" in (copy / "titles.tsv").read_text("utf-8")


def test_a_table_edited_in_its_archive_is_named(copy: Path) -> None:
    (copy / "units.tsv.gz").write_bytes((copy / "units.tsv.gz").read_bytes()[:-1] + b"\1")
    assert check(copy, "--check").returncode != 0


def test_a_data_file_without_maker_or_licence_is_refused(copy: Path) -> None:
    (copy / "rivers.tsv").write_text("Sông Thu Bồn\n", encoding="utf-8")
    done = check(copy, "--check")
    assert done.returncode == 1
    assert "rivers.tsv: missing, or not named in RESOURCES" in done.stderr
