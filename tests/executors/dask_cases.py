"""What the tests of clusters share; machines of a cluster import it too."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import psutil

from hoinghi.run import Listener, Options, run

HERE = Path(__file__).parent
PACKAGES = HERE.parents[1] / "pipeline"

_PLACES = [
    ("xã Tam Đại", "Phú Ninh", "Quảng Nam"),
    ("xã Đại Hiệp", "Đại Lộc", "Quảng Nam"),
    ("xã Bình Sa", "Thăng Bình", "Quảng Nam"),
    ("xã Thạch Hà", "Thạch Hà", "Hà Tĩnh"),
    ("xã Ea Tu", "Buôn Ma Thuột", "Đắk Lắk"),
]
_WORKS = ["tổng kết phong trào thi đua", "sơ kết công tác giảm nghèo", "triển khai vụ đông xuân"]
_NAMES = ["Lê Quang Tự", "Trần Thị Mơ", "Phan Đình Khoát", "Hồ Văn Nhẫn", "Võ Thị Lành"]


def write_articles(folder, count=60):
    """Write so many articles, no two of them alike."""
    folder.mkdir()
    for n in range(count):
        commune, district, province = _PLACES[n % 5]
        day, month = n % 28 + 1, n % 12 + 1
        text = (
            f"Sáng {day}/{month}/2023, tại Hội trường UBND {commune}, huyện {district}, tỉnh "
            f"{province}, UBND xã tổ chức Hội nghị {_WORKS[n % 3]} lần thứ {n + 2}. Dự hội nghị có "
            f"ông {_NAMES[n // 3 % 5]}, Chủ tịch UBND xã, cùng {n + 30} đại biểu. Hội nghị đánh "
            f"giá việc thực hiện Nghị quyết số {n + 1}/NQ-HĐND của HĐND xã.\n"
        )
        (folder / f"bai-{n:03}.txt").write_text(text, encoding="utf-8")
    return folder


def tables(out):
    """Return the bytes of all tables below ``out``."""
    files = [p for kind in ("csv", "parquet") for p in sorted((out / kind).iterdir())]
    return {f"{p.parent.name}/{p.name}": p.read_bytes() for p in files}


def read_on(address, articles, out, midway=None, **options):
    """Read in small chunks on a cluster; ``midway`` is called once, when some were read."""
    waiting = [midway] if midway else []

    def on_progress(progress):
        if waiting and 0 < progress.articles < 50:
            waiting.pop()()

    given = Options(cluster=address, workers=2, chunk_size=4, **options)
    summary = run([articles], out, options=given, listener=Listener(on_progress=on_progress))
    assert not waiting
    return summary


class Machines:
    """A scheduler and workers as their own programs, on this machine."""

    def __init__(self, packages=f"{PACKAGES}{os.pathsep}{HERE}"):
        self._packages = packages
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"tcp://127.0.0.1:{port}"
        self._running, self.workers = [], []
        where = ["--host", "127.0.0.1", "--port", str(port), "--no-dashboard"]
        self.scheduler = self._start("scheduler", *where)

    def worker(self):
        how = ["--nworkers", "1", "--nthreads", "1", "--host", "127.0.0.1"]
        started = self._start("worker", self.address, *how)
        self.workers.append(started)
        return started

    def pids(self):
        """Return the numbers of the workers' programs that still run."""
        return [one.pid for one in self.workers if one.poll() is None]

    def close(self):
        """End all, as machines do that lose power."""
        for process in self._running:
            if process.poll() is None:
                for one in [*psutil.Process(process.pid).children(recursive=True), process]:
                    one.kill()
            process.wait()

    def _start(self, *arguments):
        started = subprocess.Popen(
            [sys.executable, "-m", "dask", *arguments],
            env={**os.environ, "PYTHONPATH": self._packages},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd="/",
        )
        self._running.append(started)
        return started


def children(pid, word):
    """Return the processes below ``pid`` with ``word`` in their command line."""
    found = []
    for child in psutil.Process(pid).children(recursive=True):
        try:
            if any(word in part for part in child.cmdline()):
                found.append(child)
        except psutil.Error:  # it has just ended
            continue
    return found


def who():
    """Versions that are other ones in every process."""
    return {"process": str(os.getpid())}
