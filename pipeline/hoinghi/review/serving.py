"""The page's server from its start to Ctrl-C."""

from __future__ import annotations

import os
import secrets
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from hoinghi.corrections import Store, refresh
from hoinghi.errors import UsageError

HOST: Final = "127.0.0.1"


def serve(out: Path, who: str, *, port: int, on_ready: Callable[[str, int, int], None]) -> None:
    """Serve the review of a folder on this machine alone, until Ctrl-C.

    Args:
        out: The folder that ``hoinghi extract`` wrote.
        who: Whose decisions they are.
        port: Where to listen; 0 for any that is free.
        on_ready: Called with the address, how many rows are to be checked, and how many of them
            are decided on.

    Raises:
        UsageError: The folder holds no tables, the port is taken, or what serves is not installed.
        HoinghiError: The decisions of the folder cannot be read, or not applied to the tables.
    """
    try:
        import uvicorn  # noqa: PLC0415 - an extra

        from hoinghi.review.guard import PARAMETER, Guard  # noqa: PLC0415 - an extra
        from hoinghi.review.server import application  # noqa: PLC0415 - an extra
    except ImportError as error:
        package = (error.name or "").partition(".")[0]
        raise UsageError(
            f"the package {package} is not installed; install it with pip install 'hoinghi[review]'"
        ) from error
    from hoinghi.review.folder import Folder  # noqa: PLC0415 - not before it is known to be needed
    from hoinghi.review.session import Session  # noqa: PLC0415

    refresh(out)
    session = Session(Folder(out), Store(out), who)
    token = secrets.token_urlsafe(24)
    with bound(port) as listening:
        number = listening.getsockname()[1]
        app = Guard(application(session), token=token, port=number)
        server = uvicorn.Server(
            uvicorn.Config(
                app, log_level="warning", access_log=False, server_header=False, lifespan="off",
                timeout_graceful_shutdown=2,
            )
        )  # fmt: skip
        on_ready(f"http://{HOST}:{number}/?{PARAMETER}={token}", *session.progress)
        with suppress(KeyboardInterrupt):  # how a review ends
            server.run(sockets=[listening])


def bound(port: int) -> socket.socket:
    """Return a socket that listens on this machine alone.

    Raises:
        UsageError: The port is taken.
    """
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # elsewhere the option lets two listen at one port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((HOST, port))
        listening.listen()  # so that the browser waits, however quick it is
    except OSError as error:
        listening.close()
        raise UsageError(
            f"port {port}: cannot be used ({error.strerror or error}); leave --port out, or name "
            "another"
        ) from error
    return listening
