"""Bodies named again in short: by an abbreviation, a bare head, a committee without its task."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from hoinghi.stages.organizations import patterns
from hoinghi.stages.organizations.parents import level_given
from hoinghi.stages.organizations.parsed import Parsed
from hoinghi.stages.organizations.tails import opens_holder
from hoinghi.stages.organizations.tokens import Tokens

_ANAPHOR_NAMES = {
    ("bcđ",): "Ban Chỉ đạo", ("ban", "chỉ", "đạo"): "Ban Chỉ đạo", ("htx",): "Hợp tác xã",
}  # fmt: skip
_LEVELS = {None: 0, "xã": 0, "huyện": 1, "thành phố": 1, "tỉnh": 2}
_DOCUMENT = re.compile(r"(?:Nghị quyết|Chỉ thị|Quyết định|Kết luận|Kế hoạch|Đề án) (?:số )?(\d+)")
_FIRST = frozenset(words[0] for words in patterns.ANAPHORS)


def add_abbreviations(toks: Tokens, found: dict[int, Parsed]) -> None:
    """A body's abbreviation, once given in brackets, names it wherever it stands alone."""
    known: dict[str, Parsed] = {}
    for parsed in list(found.values()):
        at = parsed.end
        inside = toks.word(at + 1)
        if toks.word(at) == "(" and toks.word(at + 2) == ")" and 2 <= len(inside) <= 12:
            surface = toks.surface(at + 1, at + 2)
            named = parsed.open and toks.place(at + 1) is None
            if surface.isupper() and inside.isalpha() and named:
                known[surface] = parsed
    if not known:
        return
    for at in range(len(toks)):
        surface = toks.surface(at, at + 1)
        if surface in known and at not in found:
            source = known[surface]
            found[at] = replace(source, start=at, end=at + 1, child=None)


def add_bare_heads(toks: Tokens, found: dict[int, Parsed]) -> None:
    """``Chủ tịch Hội``, ``Sở đã ...``: a bare head is the last body that begins with it."""
    last: dict[str, Parsed] = {}
    lowest: dict[str, Parsed] = {}
    inner = {p.end: p for p in found.values() if _is_inner(p)}
    for at in range(len(toks)):
        if at in found:
            name = found[at].name.split()
            if name[-2:] != ["Việt", "Nam"] and name[:2] != ["Hội", "đồng"]:
                last |= {" ".join(name[:size]): found[at] for size in (1, 2, 3)}
                lowest[found[at].name] = _lower(found[at], lowest.get(found[at].name))
        elif last and toks.low[at] in _FIRST and _may_refer(toks, at, inner):
            end, head = _bare_head(toks, at, inside=at in inner)
            if head in last and at in inner:
                found[inner[at].start] = _inside(inner[at], last[head], end)
            elif head in last and _refers(toks, at, end):
                of_post = toks.word(at - 1) in patterns.TITLE_ENDS
                whole = last[head] if of_post else lowest[last[head].name]
                found[at] = replace(whole, start=at, end=end)


def _lower(parsed: Parsed, other: Parsed | None) -> Parsed:
    """Of two bodies of one name, an article speaks of the smaller unit's; the other is a guest."""
    if other is None:
        return parsed
    given, before = (_LEVELS.get(level_given(body), 0) for body in (parsed, other))
    return other if before < given else parsed


def _may_refer(toks: Tokens, at: int, inner: dict[int, Parsed]) -> bool:
    """Plain words refer only where they complete an inner body or are ordinary in no other way."""
    return toks.is_capital(at) or at in inner or toks.low[at] == "tổ"


def _is_inner(parsed: Parsed) -> bool:
    bare = parsed.child is None and not parsed.located
    return bare and parsed.body.grammar in {"organ", "cell"}


def _inside(parsed: Parsed, whole: Parsed, end: int) -> Parsed:
    """``Hội đồng quản trị | HTX``: the organ is one of the body that the bare head means."""
    name = f"{parsed.name} {whole.name}"
    body = replace(parsed.body, kind=whole.body.kind)
    return replace(
        parsed, end=end, name=name, body=body, child=whole, place=whole.place, unit=whole.unit
    )


def _refers(toks: Tokens, at: int, end: int) -> bool:
    """Tell whether the bare head stands after a post, or acts or is spoken of as one body."""
    before = toks.word(at - 1)
    if before in patterns.TITLE_ENDS:
        return True
    if toks.is_capital(at - 1) or before in patterns.GROUP_BEFORE | {"số", "cấp"}:
        return False
    ends = toks.word(end) in patterns.ANAPHORS_ACT
    return ends or (before in patterns.SPOKEN_OF and not toks.word(end).isalnum())


def _bare_head(toks: Tokens, at: int, *, inside: bool) -> tuple[int, str]:
    """Return the end of the bare head at ``at`` and the head in full, "" if there is none."""
    for size in (3, 2, 1):
        words = tuple(toks.low[at : at + size])
        end = at + size
        if words in patterns.ANAPHORS:
            follows = toks.word(end) in patterns.AFTER_ANAPHORS or opens_holder(toks, at, end)
            follows = follows or (inside and words == ("trường",) and not toks.is_capital(end))
            if toks.word(end).isalnum() and not follows:
                return end, ""
            return end, _ANAPHOR_NAMES.get(words) or " ".join(words).capitalize()
    return at, ""


def with_tasks(bodies: Sequence[Parsed]) -> list[Parsed]:
    """``Ban Chỉ đạo`` alone is the one whose task was named last, or will be named first."""
    bodies = _with_documents(bodies)
    named: list[Parsed | None] = []
    last: dict[str, Parsed] = {}
    for body in bodies:
        bare = _without_task(body)
        if not bare and body.body.grammar == "topic":
            last[body.body.name] = body
        named.append(last.get(body.body.name) if bare else None)
    following: dict[str, Parsed] = {}
    whole = list(bodies)
    for at in range(len(bodies) - 1, -1, -1):
        body = bodies[at]
        if not _without_task(body):
            if body.body.grammar == "topic":
                following[body.body.name] = body
            continue
        source = named[at] or following.get(body.body.name)
        if source is not None:
            whole[at] = replace(source, start=body.start, end=body.end)
    return whole


def _with_documents(bodies: Sequence[Parsed]) -> list[Parsed]:
    """``Ban Chỉ đạo 57`` is the committee for the document of that number, named in full."""
    numbers = {
        (body.body.name, number[1]): body.name
        for body in bodies
        if body.body.grammar == "topic" and (number := _DOCUMENT.search(body.name))
    }
    if not numbers:
        return list(bodies)
    split = [(body, body.name.rpartition(" ")) for body in bodies]
    return [replace(body, name=numbers.get((k[0], k[2]), body.name)) for body, k in split]


def _without_task(body: Parsed) -> bool:
    return body.body.grammar == "topic" and not body.open and not body.located
