"""Bodies known by their edges that an article names in full once and then in short."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
_FIRM = "công ty"


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
    order = (*range(at - 1, -1, -1), *range(at + 1, len(bodies)))
    bare = body.open and body.body.grammar != "department"
    if bare and body.end - body.start <= _LONGEST_HEAD:
        told = _first(bodies, (n for n in order if _begins(toks, body, name, bodies[n])))
        if told is not None:
            return told
    if body.body.kind in {"doanh nghiệp", "khác"} and body.open:
        return _first(bodies, (n for n in order if _is_firm(name, names[n])))
    if body.body.grammar == "numbered":
        return _first(bodies, (n for n in order if names[n].startswith(f"{name} -")))
    return None


def _first(bodies: Sequence[Parsed], order: Iterable[int]) -> Parsed | None:
    return next((bodies[n] for n in order), None)


def _begins(toks: Tokens, body: Parsed, name: str, whole: Parsed) -> bool:
    """Tell whether ``body`` is the bare head of ``whole``; a member's ``Ủy ban`` is the Front's."""
    if name == "hội đồng" and whole.body.kind == "HĐND":
        return False
    if name == "ủy ban" and toks.word(body.start - 1) == "viên" and whole.body.kind != "MTTQ":
        return False
    return fold(whole.name).startswith(f"{name} ")


def _is_firm(short: str, full: str) -> bool:
    """Tell whether ``short`` is the end of the firm's name ``full``, with or without ``Công ty``."""
    own = short.removeprefix(_FIRM).strip()
    longer = full.startswith(_FIRM) and len(full) > len(short) and own != ""
    return longer and full.endswith(f" {own}") and len(own.split()) > (own == short)


def _again(body: Parsed, source: Parsed) -> Parsed:
    return replace(source, start=body.start, end=body.end)
