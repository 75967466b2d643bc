"""The page's server: what it answers under which address."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, Final

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from hoinghi.corrections import ConflictError
from hoinghi.errors import HoinghiError
from hoinghi.gold.vocabulary import MEETING_TYPES, ROLES
from hoinghi.markup import LABELS
from hoinghi.review.days import PARTS
from hoinghi.review.forms import FormError
from hoinghi.review.items import reason_texts
from hoinghi.review.session import GoneError, Session, theirs
from hoinghi.review.units import suggestions

_TYPES: Final = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "svg": "image/svg+xml",
}
_GONE: Final = (
    "Dòng này không còn trong bảng: dữ liệu vừa được trích xuất lại. Hãy tắt trang duyệt rồi chạy "
    "lại lệnh hoinghi review."
)


def application(session: Session) -> Starlette:
    """Return what answers the page of a session; ``Guard`` stands before it."""
    views = _Views(session)
    return Starlette(
        routes=[
            Route("/", views.page),
            Route("/static/{name}", views.static),
            Route("/api/items", views.items),
            Route("/api/items/{number:int}", views.item),
            Route("/api/items/{number:int}", views.decide, methods=["POST"]),
            Route("/api/items/{number:int}/day", views.day),
            Route("/api/changes", views.changes),
            Route("/api/units", views.units),
        ],
        exception_handlers={HoinghiError: _failed, GoneError: _gone},
    )


async def _failed(_: Request, error: Exception) -> Response:
    return JSONResponse({"problem": f"Máy chủ báo lỗi: {error}"}, 500)


async def _gone(_: Request, __: Exception) -> Response:
    return JSONResponse({"problem": _GONE}, 410)


class _Views:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def page(self, _: Request) -> Response:
        return _file("index.html")

    async def static(self, request: Request) -> Response:
        return _file(request.path_params["name"])

    async def items(self, _: Request) -> Response:
        listed = await run_in_threadpool(self._session.listed)
        words = {
            "who": self._session.who,
            "reasonTexts": reason_texts(),
            "labels": LABELS,
            "types": MEETING_TYPES,
            "roles": ROLES,
            "parts": list(PARTS),
        }
        return JSONResponse(listed | words)

    async def item(self, request: Request) -> Response:
        found = await run_in_threadpool(self._session.item, request.path_params["number"])
        return JSONResponse(found)

    async def day(self, request: Request) -> Response:
        asked = request.query_params
        number, text, value = request.path_params["number"], asked.get("text"), asked.get("value")
        found = await run_in_threadpool(self._session.day, number, text or "", value or "")
        return JSONResponse(found)

    async def changes(self, request: Request) -> Response:
        since = request.query_params.get("since", "")
        number = int(since) if since.isdecimal() and len(since) < 10 else 0
        return JSONResponse(await run_in_threadpool(self._session.changes, number))

    async def units(self, request: Request) -> Response:
        asked = request.query_params
        found = await run_in_threadpool(suggestions, asked.get("q", ""), asked.get("day", ""))
        return JSONResponse(found)

    async def decide(self, request: Request) -> Response:
        number = request.path_params["number"]
        try:
            given = _given(await request.body())
            return JSONResponse(await run_in_threadpool(self._session.decide, number, given))
        except ConflictError as error:
            now = await run_in_threadpool(self._session.item, number)
            return JSONResponse({"theirs": theirs(error), "item": now}, 409)
        except FormError as error:
            return JSONResponse({"field": error.field, "problem": str(error)}, 422)


def _given(body: bytes) -> Mapping[str, Any]:
    try:
        given = json.loads(body)
    except ValueError as error:
        raise FormError("", "Yêu cầu không đọc được") from error
    if not isinstance(given, dict) or not isinstance(given.get("form", {}), dict):
        raise FormError("", "Yêu cầu không đọc được")
    return given


def _file(name: str) -> Response:
    """Return a file of the page; only what lies in its folder, and of the kinds that it has."""
    kind = _TYPES.get(name.rpartition(".")[2])
    path = files("hoinghi.review").joinpath("page", name)
    if kind is None or "/" in name or "\\" in name or not path.is_file():
        return Response(status_code=404)
    return Response(path.read_bytes(), media_type=f"{kind}; charset=utf-8")
