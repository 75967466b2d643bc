"""Bodies known by their edges that an article names in full once and then in short."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hoinghi.resources.bodies import Body
from hoinghi.stages.organizations.parents import FAR
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
# Boards of many faiths and unions, of which an article names one in full.
_BOARDS = {"Ban Đại diện"}
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
    lines = [_line(body) for body in bodies]
    whole = list(bodies)
    for at, body in enumerate(bodies):
        named = lines[at][0][0]
        if tuple(toks.low[body.start : body.end]) in _CENTRE:
            whole[at] = replace(body, name=_PARTY.name, body=_PARTY)
        elif body.child is None and not body.located and _may_be_short(body):
            around = (*lines[max(0, at - FAR) : at][::-1], *lines[at + 1 : at + FAR])
            source = _source(toks, body, named, [one for line in around for one in line])
            whole[at] = replace(source or body, start=body.start, end=body.end)
            lines[at] = _line(whole[at])
    return whole


def _may_be_short(body: Parsed) -> bool:
    return body.open or body.body.grammar == "numbered" or body.body.name in _BOARDS


def _line(body: Parsed) -> list[tuple[str, Parsed]]:
    """Return ``body`` and the bodies that it is part of, with their folded names."""
    parts = [body]
    while (child := parts[-1].child) is not None:
        parts.append(child)
    return [(fold(part.name), part) for part in parts]


def _source(
    toks: Tokens, body: Parsed, name: str, others: Sequence[tuple[str, Parsed]]
) -> Parsed | None:
    """Return what ``body`` of the folded ``name`` is short for, the first of ``others``."""
    if _is_bare_head(body, name):
        told = (one for full, one in others if _begins(toks, body, name, (full, one)))
        if (source := next(told, None)) is not None:
            return source
    if body.body.grammar == "numbered":
        seat = next((one for full, one in others if _is_seat(name, full)), None)
        return replace(body, name=f"{body.name} -", place=seat.place) if seat else None
    if body.body.kind in {"doanh nghiệp", "khác"}:
        return next((one for full, one in others if _is_firm(name, full)), None)
    return None


def _is_bare_head(body: Parsed, name: str) -> bool:
    """Tell whether the words are a kind of body and no name: ``công ty``, ``Hội đồng Sư cả``."""
    if body.body.name in _BOARDS:
        return True
    if not body.open or body.body.grammar not in _HEADS or name in _OF_STATE:
        return False
    bare = name == fold(body.body.name) or not body.body.name or body.body.kind == "tôn giáo"
    return bare and body.end - body.start <= _LONGEST_HEAD


def _is_seat(short: str, full: str) -> bool:
    """Tell whether ``full`` tells the seat of the numbered region; court and prosecutors share it.

    ``TAND khu vực 5 - Gia Lai``, then ``VKSND khu vực 5``.
    """
    region = f"{_REGION}{short.rpartition(_REGION)[2]} -"
    return _REGION in short and region in full


def _begins(toks: Tokens, body: Parsed, name: str, other: tuple[str, Parsed]) -> bool:
    """Tell whether ``body`` is the bare head of ``other``; a member's ``Ủy ban`` is the Front's."""
    full, whole = other
    other_word = full.startswith((f"{name} đồng", f"{name} nghị"))  # "Hội nghị" is no "Hội"
    if (name == "hội đồng" and whole.body.kind == "HĐND") or other_word:
        return False
    if name == "ủy ban" and toks.word(body.start - 1) == "viên" and whole.body.kind != "MTTQ":
        return False
    return full.startswith(f"{name} ")


def _is_firm(short: str, full: str) -> bool:
    """Tell whether ``short`` ends the firm's name ``full``, with or without ``Công ty``."""
    own = short.removeprefix(_FIRM).strip()
    longer = full.startswith(_FIRM) and len(full) > len(short) and own != ""
    return longer and full.endswith(f" {own}") and len(own.split()) > (own == short)
