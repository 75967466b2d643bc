"""Who may talk to the page's server: only the browser that was given the address."""

from __future__ import annotations

from secrets import compare_digest
from typing import Final
from urllib.parse import parse_qs

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PARAMETER: Final = "token"
HEADERS: Final = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}
_NAMES: Final = ("127.0.0.1", "localhost")
_MOST: Final = 1_000_000  # bytes of a request


class Guard:
    """Lets through what comes from the page itself, and adds the headers that confine it.

    * ``Host`` must be this machine's loopback name and port: another name that leads here (DNS
      rebinding) is refused.
    * ``Origin`` and ``Sec-Fetch-Site`` must be the page's own, where a browser sends them; who
      writes must send an ``Origin``.
    * The token must come along: in the address of the first page, then in a cookie that no script
      reads and no other site's request carries.
    """

    def __init__(self, app: ASGIApp, *, token: str, port: int) -> None:
        """Guard ``app``.

        Args:
            app: What answers.
            token: The secret of the address that was printed.
            port: Where it listens.
        """
        self._app, self._token = app, token
        self._hosts = {f"{name}:{port}" for name in _NAMES}
        self._origins = {f"http://{host}" for host in self._hosts}
        self._cookie = f"hoinghi-{port}"  # a browser has one jar for all ports

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":  # "lifespan"; there is no other
            await self._app(scope, receive, send)
            return
        request = Request(scope)

        async def confined(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                if self._comes_with_address(request):
                    headers.append(
                        "set-cookie",
                        f"{self._cookie}={self._token}; Path=/; HttpOnly; SameSite=Strict",
                    )
            await send(message)

        refusal = self._refusal(request)
        await (refusal or self._app)(scope, receive, confined)

    def _refusal(self, request: Request) -> Response | None:
        headers = request.headers
        if headers.get("host") not in self._hosts:
            return _refused("Địa chỉ này không thuộc trang duyệt.", 421)
        writes = request.method not in {"GET", "HEAD"}
        origin = headers.get("origin")
        if origin not in self._origins and (writes or origin is not None):
            return _refused("Yêu cầu đến từ một trang khác.", 403)
        allowed = {"same-origin"} if writes else {"same-origin", "none"}
        if headers.get("sec-fetch-site", "same-origin") not in allowed:
            return _refused("Yêu cầu đến từ một trang khác.", 403)
        if not (self._comes_with_address(request) or self._comes_with_cookie(request)):
            return _refused("Hãy mở trang bằng địa chỉ mà lệnh hoinghi review in ra.", 401)
        size = headers.get("content-length", "0")
        if writes and not (size.isdecimal() and int(size) <= _MOST):
            return _refused("Yêu cầu quá dài.", 413)
        return None

    def _comes_with_address(self, request: Request) -> bool:
        if request.url.path != "/" or request.method != "GET":
            return False
        given = parse_qs(request.url.query).get(PARAMETER, [""])[0]
        return compare_digest(given.encode(), self._token.encode())

    def _comes_with_cookie(self, request: Request) -> bool:
        # The jar holds the cookies of other local programs, too, however odd they are written.
        given = request.cookies.get(self._cookie, "")
        return compare_digest(given.encode(), self._token.encode())


def _refused(why: str, status: int) -> Response:
    return PlainTextResponse(why + "\n", status)
