"""Bodies known by their edges that an article names in full once and then in short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hoinghi.resources.bodies import Body
from hoinghi.stages.organizations.parsed import Parsed
from hoinghi.stages.organizations.tokens import Tokens
from hoinghi.text import fold

_CENTRE = {("trung", "ương"), ("tw",), ("tư",), ("t", ".", "ư")}
_PARTY = Body(
    "Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam", "Đảng", "fixed", "trung ương", "any"
)
# A bare head has so many words at most: "Hội đồng Sư cả".
_LONGEST_HEAD = 4
_HEADS = {"open"}
# The one of the country, whatever longer name begins so.
_OF_STATE = {"đảng", "nhà nước", "quốc hội", "chính phủ", "quân đội"}
_FIRM = "công ty"
_REGION = " khu vực "


def in_full(toks: Tokens, bodies: Sequence[Parsed]) -> list[Parsed]:
    """Return ``bodies`` with what stands for a fuller name named so.

    A bare head is the last body before that begins with it, else the first behind (``công ty đã
    ...`` of ``Công ty TNHH Giày Phú Cường``); a firm's last words are the firm (``Công ty Phú
    Cường``), a numbered court the one whose seat is told.
    """
    names = [fold(body.name) for body in bodies]
    whole: list[Parsed] = []
    for at, body in enumerate(bodies):
        source = _source(toks, bodies, names, at)
        whole.append(body if source is None else _again(body, source))
    return whole


def _source(toks: Tokens, bodies: Sequence[Parsed], names: Sequence[str], at: int) -> Parsed | None:
    body, name = bodies[at], names[at]
    if tuple(toks.low[body.start : body.end]) in _CENTRE:
        return replace(body, name=_PARTY.name, body=_PARTY)
    if body.located or body.child is not None:
        return None
    order = [one for n in (*range(at - 1, -1, -1), *range(at + 1, len(bodies)))
             for one in _line(bodies[n])]  # fmt: skip
    if _is_bare_head(body, name):
        told = next((one for one in order if _begins(toks, body, name, one)), None)
        if told is not None:
            return told
    if body.body.kind in {"doanh nghiệp", "khác"} and body.open:
        return next((one for one in order if _is_firm(name, fold(one.name))), None)
    if body.body.grammar == "numbered":
        seat = next((one for one in order if _is_seat(name, fold(one.name))), None)
        return replace(body, name=f"{body.name} -", place=seat.place) if seat else None
    return None


def _is_bare_head(body: Parsed, name: str) -> bool:
    """Tell whether the words are a kind of body and no name: ``công ty``, ``Hội đồng Sư cả``."""
    if not body.open or body.body.grammar not in _HEADS or name in _OF_STATE:
        return False
    bare = name == fold(body.body.name) or not body.body.name or body.body.kind == "tôn giáo"
    return bare and body.end - body.start <= _LONGEST_HEAD


def _line(body: Parsed) -> Iterator[Parsed]:
    """Yield ``body`` and the bodies that it is part of."""
    part: Parsed | None = body
    while part is not None:
        yield part
        part = part.child


def _is_seat(short: str, full: str) -> bool:
    """Tell whether ``full`` tells the seat of the numbered region; court and prosecutors share it.

    ``TAND khu vực 5 - Gia Lai``, then ``VKSND khu vực 5``.
    """
    region = f"{_REGION}{short.rpartition(_REGION)[2]} -"
    return _REGION in short and region in full


def _begins(toks: Tokens, body: Parsed, name: str, whole: Parsed) -> bool:
    """Tell whether ``body`` is the bare head of ``whole``; a member's ``Ủy ban`` is the Front's."""
    full = fold(whole.name)
    if (name == "hội đồng" and whole.body.kind == "HĐND") or full.startswith(f"{name} đồng"):
        return False
    if name == "ủy ban" and toks.word(body.start - 1) == "viên" and whole.body.kind != "MTTQ":
        return False
    return full.startswith(f"{name} ")


def _is_firm(short: str, full: str) -> bool:
    """Tell whether ``short`` ends the firm's name ``full``, with or without ``Công ty``."""
    own = short.removeprefix(_FIRM).strip()
    longer = full.startswith(_FIRM) and len(full) > len(short) and own != ""
    return longer and full.endswith(f" {own}") and len(own.split()) > (own == short)


def _again(body: Parsed, source: Parsed) -> Parsed:
    return replace(source, start=body.start, end=body.end)
