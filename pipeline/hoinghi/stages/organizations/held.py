"""Bodies whose edges are known, named by the grammar where it agrees and as written elsewhere."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from hoinghi.records import PlaceMention
from hoinghi.resources.bodies import Body
from hoinghi.stages.organizations import tails
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
        bodies.append(parsed or _as_written(toks, first, stop))
    return bodies


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


def _as_written(toks: Tokens, first: int, stop: int) -> Parsed:
    """Return the body as the text writes it, less the place or the word for one at its end."""
    end, body = _head(toks, first, stop)
    place = _place_at_end(toks, max(end, first + 1), stop)
    name_end, unit = stop, None
    if place is not None:
        name_end = place[0]
    elif body.grammar != "open":
        at = next((at for at in range(end, stop) if _is_unit(toks, at, stop)), None)
        if at is not None:
            unit, name_end = tuple(toks.low[at:stop]), at
    name = f"{body.name} {tails.read(toks, end, name_end)}".strip()
    name = name or squeeze(toks.surface(first, stop))
    named = Parsed(first, stop, name[0].upper() + name[1:], body, open=True)
    return replace(named, place=place[1] if place is not None else None, unit=unit)


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
