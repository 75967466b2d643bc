"""Bodies whose edges are known, named by the grammar where it agrees and as written elsewhere."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from hoinghi.records import PlaceMention
from hoinghi.resources.bodies import Body
from hoinghi.stages.organizations import tails
from hoinghi.stages.organizations.again import in_full
from hoinghi.stages.organizations.parsed import Parsed
from hoinghi.stages.organizations.tokens import Tokens
from hoinghi.stages.organizations.work import level_word
from hoinghi.text import squeeze

_UNKNOWN = Body("", "khác", "open", None, "any")
# What a name of a kind begins with that the lexicon does not list.
_KINDS = {
    "doanh nghiệp": "công ty|tập đoàn|ngân hàng|xí nghiệp|nhà máy|doanh nghiệp|hợp tác|htx|cơ sở",
    "trường": "trường|đại học|học viện|khoa",
    "báo chí": "báo|đài|tạp chí|tờ",
    "đoàn thể": "hội|chi hội|liên hiệp|liên đoàn|câu lạc bộ|clb|đoàn|chi đoàn|nghiệp đoàn|"
    "công đoàn",
    "tôn giáo": "giáo|dòng|tu viện|ban hành giáo|ban quản trị|hội đồng giáo xứ|họ đạo|chùa",
    "lực lượng vũ trang": "đồn|bộ đội|trung đoàn|sư đoàn|lữ đoàn|tiểu đoàn|đại đội|trung đội|"
    "quân|công an",
    "sở ban ngành": "sở|phòng|chi cục|cục|vụ|trung tâm|bệnh viện|trạm|ban quản lý|bộ|tổng cục",
}  # fmt: skip
# Words that lead from a part to its whole, no part of either's name.
_LINKS = {"-", "–", ",", "của", "thuộc", "("}
# "UBMT TQ xã" is cut in two.
_REST_OF_FRONT = {"tq", "tqvn", "vn"}
_OWN_UNITS = {"xã", "phường", "huyện", "quận", "tỉnh", "tp", "thành", "thị", "đặc"}
_DEEPEST = 3
# Another party's name goes on: "Trung ương Đảng | Nhân dân Cách mạng Lào".
_OF_COUNTRY = " Cộng sản Việt Nam"
# How far the bracket closes that gives a body's abbreviation (tokens).
_BRACKET = 8
_STARTS = [(start, kind) for kind, row in _KINDS.items() for start in row.split("|")]
_STARTS.sort(key=lambda item: -len(item[0]))


def hold(
    toks: Tokens,
    held: Sequence[tuple[int, int]],
    chosen: Sequence[Parsed],
    found: Mapping[int, Parsed],
) -> list[Parsed]:
    """Return a body for every span of ``held`` (characters, in order, apart).

    Args:
        toks: The article.
        held: The spans that are bodies.
        chosen: What the grammar chose by itself: its reading of a span wins.
        found: All that the grammar found, by the token that it starts at.
    """
    known = {(parsed.start, parsed.end): parsed for parsed in (*found.values(), *chosen)}
    bodies: list[Parsed] = []
    short: dict[str, Parsed] = {}
    for start, end in held:
        first, stop = bisect_left(toks.starts, start), bisect_left(toks.starts, end)
        if first >= stop:
            continue
        parsed = known.get((first, stop)) or _short(toks, first, stop, bodies, short)
        bodies.append(parsed or _as_written(toks, first, stop, found))
        _remember(toks, bodies[-1], short)
    return in_full(toks, bodies)


def _short(
    toks: Tokens, first: int, stop: int, before: Sequence[Parsed], short: dict[str, Parsed]
) -> Parsed | None:
    """Return the body whose abbreviation this is: given in brackets behind it, then alone."""
    surface = toks.surface(first, stop)
    if toks.word(first - 1) == "(" and before and before[-1].end == first - 1:
        whole = toks.surface(before[-1].start, before[-1].end)
        if surface[0].isupper() and len(surface) < len(whole):
            short[surface] = before[-1]
    source = short.get(surface)
    return replace(source, start=first, end=stop, child=None) if source is not None else None


def _remember(toks: Tokens, body: Parsed, short: dict[str, Parsed]) -> None:
    """Keep the abbreviation in brackets behind ``body`` that is no span itself: ``... (GILAECO)``.

    It may be introduced: ``(gọi tắt là GILAECO)``.
    """
    at = body.end
    if toks.word(at) != "(":
        return
    close = next((n for n in range(at + 2, at + _BRACKET) if toks.word(n) == ")"), at)
    since = close - 1
    if close > at and toks.is_capital(since) and toks.surface(since, close).isupper():
        told = tuple(toks.low[at + 1 : since])
        if not told or told[-1] in {"là", "tắt", ":"}:
            short.setdefault(toks.surface(since, close), body)


def _as_written(toks: Tokens, first: int, stop: int, found: Mapping[int, Parsed]) -> Parsed:
    """Return the body as the text writes it, less the place or the word for one at its end."""
    end, body = _head(toks, first, stop)
    while body.kind == "MTTQ" and end < stop and toks.low[end] in _REST_OF_FRONT:
        end += 1
    if body.kind == "trường" and toks.word(end) in {",", "-", "&"}:
        end, body = first + 1, replace(body, name="Trường")  # "Trường TH, THCS & THPT"
    whole = _whole(max(end, first + 1), stop, found)
    if whole is not None:
        return _part_of(toks, (first, end), body, whole)
    place = _place_at_end(toks, max(end, first + 1), stop)
    name_end, unit = stop, None
    if place is not None:
        name_end = place[0]
    else:
        at = next((at for at in range(max(end, first + 1), stop) if _is_unit(toks, at, stop)), None)
        if at is not None and (body.grammar != "open" or toks.low[at] in _OWN_UNITS):
            unit, name_end = tuple(toks.low[at:stop]), at
    abroad = end < name_end and toks.low[end] not in {"cs", "csvn", "cộng", "việt"}
    own = body.name.removesuffix(_OF_COUNTRY) if abroad else body.name
    name = f"{own} {tails.read(toks, end, name_end)}".strip()
    name = name or squeeze(toks.surface(first, stop))
    if body.grammar == "organ" and end < name_end:
        body = replace(body, grammar="open")  # "Ban Trị sự Hội quán Sao Mai": of that, no unit's
    named = Parsed(first, stop, name[0].upper() + name[1:], body, open=True)
    return replace(named, place=place[1] if place is not None else None, unit=unit)


def _whole(since: int, stop: int, found: Mapping[int, Parsed]) -> Parsed | None:
    """Return the known body that ends the span: ``Chi đoàn | VKSND tỉnh``."""
    inner = (found[at] for at in range(since, stop) if at in found and found[at].end == stop)
    named = (one for one in inner if one.body.name != "Phòng")  # "Quân chủng | Phòng không"
    return next((one for one in named if one.depth < _DEEPEST), None)


def _part_of(toks: Tokens, head: tuple[int, int], body: Body, whole: Parsed) -> Parsed:
    """Return the body that ``head`` (its tokens) begins as a part of ``whole`` behind it."""
    first, end = head
    stop = whole.start
    while stop > end and toks.word(stop - 1) in _LINKS:
        stop -= 1
    name = f"{body.name} {tails.read(toks, end, stop)} {whole.name}".strip()
    kind = whole.body.kind if body.kind == "khác" else body.kind
    return Parsed(
        first,
        whole.end,
        squeeze(name[0].upper() + name[1:]),
        replace(body, kind=kind),
        place=whole.place,
        unit=whole.unit,
        child=whole,
        tail=whole.tail,
    )


def _place_at_end(toks: Tokens, since: int, stop: int) -> tuple[int, PlaceMention] | None:
    """Return where the place that ends a body begins, and that place."""
    for at in range(since, stop):
        for after, mention in toks.places.get(at, ()):
            if after == stop:
                return at, mention
    return None


def _is_unit(toks: Tokens, at: int, stop: int) -> bool:
    unit = level_word(toks, at)
    return unit is not None and at + len(unit) == stop


def _head(toks: Tokens, first: int, stop: int) -> tuple[int, Body]:
    """Return where the known words at the beginning end, and what body they begin."""
    for end, body in toks.bodies.matches(toks.low, first):
        named = body.grammar != "department" or toks.is_capital(end)  # ``Bộ đội`` is no ministry
        if body.grammar != "off" and end <= stop and named:
            return end, body
    folded = " ".join(toks.low[first:stop])
    kind = next((kind for start, kind in _STARTS if f"{folded} ".startswith(f"{start} ")), "khác")
    return first, replace(_UNKNOWN, kind=kind)
