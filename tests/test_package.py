"""What is installed is one wheel with the code, its data and the pipeline."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TEXT = "Sáng 3/3/2021, HĐND xã Bình Sa, huyện Thăng Bình tổ chức Hội nghị tổng kết năm 2020."


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", folder, ROOT]
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_the_wheel_reads_an_article_without_the_checkout(unpacked, tmp_path):
    code = (
        "import hoinghi, pathlib\n"
        f"assert pathlib.Path(hoinghi.__file__).is_relative_to({str(unpacked)!r})\n"
        f"print(hoinghi.extract({TEXT!r}).meetings['when'].item())"
    )
    env = {**os.environ, "PYTHONPATH": str(unpacked), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=env, cwd=tmp_path, check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert done.stdout.strip() == "2021-03-03TMO"


def test_the_wheel_holds_the_pipeline_the_data_and_the_types(unpacked):
    package = unpacked / "hoinghi"
    assert (package / "model" / "config.cfg").is_file()
    assert (package / "py.typed").is_file()
    shipped = {p.name for p in (package / "resources").iterdir()}
    assert shipped >= {p.name for p in (ROOT / "pipeline/hoinghi/resources").glob("*.t*")}
    assert not (unpacked / "tests").exists()
