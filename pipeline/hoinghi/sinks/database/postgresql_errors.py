"""What PostgreSQL's errors mean to the one who loads, and never a password in them."""

from __future__ import annotations

import re

from adbc_driver_manager import dbapi

from hoinghi.errors import OutputError

_WORDS_AROUND = re.compile(
    r"^(?:[A-Z_]+: )?\[libpq\] |Failed to (?:connect|execute query)(?: '.*?')?: "
    r"|(?<!\w)(?:ERROR|FATAL): +|\s*\.? ?SQLSTATE: \w+|Query was: .*",
    re.DOTALL,
)
_CANNOT_CONNECT = (
    ("password", "check user and password: in the address, in PGPASSWORD or in ~/.pgpass"),
    ("authentication", "ask the server's administrator to let you in (pg_hba.conf)"),
    ("pg_hba.conf", "ask the server's administrator to let you in (pg_hba.conf)"),
    ('database "', "make it with createdb, or correct the address"),
    ('role "', "name a user whom the server knows: postgresql://USER@host/db"),
    ("refused", "start the server, or correct host and port"),
    ("timeout", "check host, port and firewall"),
    ("translate host name", "correct the name of the host"),
    ("No such file", "name the server's host: postgresql://user@host/db"),
)
# By the first characters of SQLSTATE, https://www.postgresql.org/docs/current/errcodes-appendix.html
_CANNOT_LOAD = (
    ("42501", "the user needs the rights to connect, to make temporary tables and to own tables in "
     "the schema; docs/DATABASE.md lists them"),
    ("25006", "name the primary server, not a read-only copy"),
    ("53100", "free disk space on the server, and load again"),
    ("53", "give the server more room, and load again"),
    ("57", "load again when the server is back"),
    ("08", "load again when the server is back"),
    ("2BP01", "drop what of your own depends on the tables, and load again"),
    ("0A000", "drop foreign keys of your own tables that refer to them, and load again"),
    ("40", "load again"),
    ("55", "load again"),
)  # fmt: skip


def shown(url: str) -> str:
    """Return ``url`` without its password and its parameters."""
    scheme, _, rest = url.partition("?")[0].partition("://")
    userinfo, at, host = rest.rpartition("@")
    return f"{scheme}://{userinfo.partition(':')[0]}{at}{host}"


def unreachable(error: dbapi.Error, url: str) -> OutputError:
    """Return the error of a connection that was not made."""
    text = _clean(str(error), url)
    advice = next(
        (way for sign, way in _CANNOT_CONNECT if sign in text),
        "give the address as postgresql://user@host:5432/db",
    )
    return OutputError(f"{shown(url)}: no connection ({text}); {advice}")


def failed(error: dbapi.Error, url: str) -> OutputError:
    """Return the error of a statement or of COPY."""
    text, state = _clean(str(error), url), error.sqlstate or ""
    advice = next((way for start, way in _CANNOT_LOAD if state.startswith(start)), "")
    if not advice or not state:
        lost = re.search(r"closed|terminat|connection|timed out", text) and not state
        advice = "load again when the server is back" if lost else "load again"
    return OutputError(f"{shown(url)}: cannot be loaded ({text}); {advice}")


def _clean(message: str, url: str) -> str:
    """Return the words that tell something, in one line; pieces of a password become ``***``."""
    secrets = re.findall(r"[?&]password=([^&]*)", url)
    authority = url.partition("://")[2].partition("?")[0]
    secrets += re.split(r"[@/ ]", authority.rpartition("@")[0].partition(":")[2])
    text = " ".join(_WORDS_AROUND.sub("", message).split())
    for secret in sorted(filter(None, secrets), key=len, reverse=True):
        text = text.replace(secret, "***")
    return text
