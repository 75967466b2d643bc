"""A PostgreSQL server on loopback, from the machine's own packages, in a temporary folder."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
from pathlib import Path


def binaries():
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: p.parts[4])
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).resolve().parent if on_path else None


class Server:
    """A PostgreSQL server on loopback whose superuser is ``tester``."""

    def __init__(self, folder):
        self.folder, self.binaries, self.databases = folder, binaries(), 0
        # The server refuses to run as root.
        self.identity = {}
        if os.geteuid() == 0:
            user = pwd.getpwnam("postgres")
            self.identity = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
            os.chown(folder, user.pw_uid, user.pw_gid)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._call("initdb", "-D", folder / "data", "-U", "tester", "-E", "UTF8", "--no-sync",
                   "--locale=C", "-A", "trust")  # fmt: skip
        access = "host all an all scram-sha-256\nhost all all 127.0.0.1/32 trust\n"
        (folder / "data" / "pg_hba.conf").write_text(access)

    def start(self):
        options = (f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' "
                   "-c fsync=off")  # fmt: skip
        self._call("pg_ctl", "-D", self.folder / "data", "-w", "-l", self.folder / "log",
                   "-o", options, "start")  # fmt: skip

    def stop(self):
        self._call("pg_ctl", "-D", self.folder / "data", "-w", "-m", "immediate", "stop")

    def _call(self, program, *arguments):
        subprocess.run(
            [self.binaries / program, *arguments],
            check=True,
            stdout=subprocess.DEVNULL,
            cwd=self.folder,
            **self.identity,
        )

    def url(self, database, user="tester"):
        return f"postgresql://{user}@127.0.0.1:{self.port}/{database}"

    def new(self, *options):
        """Make a database and return its address."""
        self.databases += 1
        name = f"d{self.databases}"
        self._call("createdb", "-h", "127.0.0.1", "-p", str(self.port), "-U", "tester", *options,
                   name)  # fmt: skip
        return self.url(name)

    def processor_seconds(self):
        """Return those of all connections that have ended; 0 where /proc does not tell."""
        pid = (self.folder / "data" / "postmaster.pid").read_text().split()[0]
        stat = Path("/proc", pid, "stat")
        if not stat.exists():
            return 0.0
        fields = stat.read_text().rpartition(")")[2].split()
        return (int(fields[13]) + int(fields[14])) / os.sysconf("SC_CLK_TCK")
