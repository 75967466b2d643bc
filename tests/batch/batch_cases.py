import os
import signal
import subprocess
import sys
import time

import psutil

from hoinghi.settings import Settings

RULES = Settings(model="none")  # loads faster; what is tested here does not depend on it


def tables(out):
    """Return the bytes of every table in ``out``."""
    found = {p.name: p.read_bytes() for name in ("csv", "parquet") for p in (out / name).iterdir()}
    assert len(found) == 18
    return found


def command(*arguments, **more):
    """Start the command line in a process, and a session, of its own."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    code = more.pop("code", "from hoinghi.cli import main; main()")
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        start_new_session=True,
        **more,
    )


def parts(out):
    return sorted((out / ".hoinghi" / "parts").glob("[!.]*.parquet"))


def until(condition, seconds=60):
    """Wait until ``condition`` holds; return what it gave."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := condition():
            return found
        time.sleep(0.01)
    raise AssertionError("it never came to that")


def readers(process):
    """Return the reading processes of a run."""
    try:
        return psutil.Process(process.pid).children()
    except psutil.NoSuchProcess:
        return []


def kill(process):
    os.kill(process.pid, signal.SIGKILL)
