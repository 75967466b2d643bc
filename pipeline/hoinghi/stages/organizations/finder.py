"""The organisations of an article: parsed, chosen, placed and named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hoinghi.records import Home, OrganizationMention, PlaceMention
from hoinghi.resources.bodies import Body, departments
from hoinghi.resources.lexicon import Lexicon
from hoinghi.stages.organizations import patterns
from hoinghi.stages.organizations.anaphors import add_abbreviations, add_bare_heads, with_tasks
from hoinghi.stages.organizations.held import hold
from hoinghi.stages.organizations.parents import level_given
from hoinghi.stages.organizations.parsed import Parsed
from hoinghi.stages.organizations.parser import parse
from hoinghi.stages.organizations.placing import Located, Placer
from hoinghi.stages.organizations.tokens import Tokens, tokens
from hoinghi.stages.organizations.work import level_word
from hoinghi.text import squeeze

_DEPARTMENT_HEADS = ("sở", "phòng", "bộ")
_GROUPED = {"place", "organ", "topic", "cell", "seat"}
_CONFIDENCE = {"named": 0.95, "shared": 0.9, "unit": 0.9, "home": 0.75, "bare": 0.8}


def find_organizations(
    body: str,
    *,
    places: Sequence[PlaceMention] = (),
    home: Home = Home(),  # noqa: B008 - frozen and empty, so sharing it is safe
    words: Sequence[tuple[int, int]] = (),
    lexicon: Lexicon | None = None,
    held: Sequence[tuple[int, int]] | None = None,
) -> list[OrganizationMention]:
    """Find the named bodies of an article, in order and without overlaps.

    Args:
        body: NFC text with furniture blanked out; offsets count in it.
        places: Places of the same text; a body takes the place that follows it.
        home: The units that bare ``xã``, ``huyện``, ``tỉnh`` mean in this article.
        words: Word spans; they tell which lower-case syllables complete a proper name.
        lexicon: The bodies that are known; ``None`` means the shipped ones.
        held: The spans of the bodies where they are known, in order and apart; then only these
            are named. ``None`` means that the grammar finds them.

    Returns:
        One mention a body. ``name`` is canonical with the place that the body belongs to: named
        in it, shared in a coordination (``HĐND, UBND, UBMTTQVN xã Tam Đại``), or the article's
        own. What counts as a body follows ``corpus/GUIDELINES.md`` (ORG; rulings 1-3, 6, 14, 22).
    """
    toks = tokens(body, places, words, lexicon)
    found = parse(toks)
    _add_fields(toks, found)
    _add_shared_heads(toks, found)
    add_abbreviations(toks, found)
    add_bare_heads(toks, found)
    chosen = with_tasks(_choose(toks, found))
    if held is not None:
        chosen = hold(toks, held, chosen, found)
    located = Placer(toks, places, home).locate(chosen)
    kept = located if held is not None else [one for one in located if not _nowhere(one)]
    return [_mention(toks, one) for one in kept]


def _choose(toks: Tokens, found: dict[int, Parsed]) -> list[Parsed]:
    chosen: list[Parsed] = []
    cursor = 0
    for at in sorted(found):
        if at < cursor or _is_group(toks, found[at]):
            continue
        chosen.append(found[at])
        cursor = found[at].end
    return chosen


def _is_group(toks: Tokens, parsed: Parsed) -> bool:
    """Unnamed groups (``các chi bộ``, ``16 ban công tác Mặt trận``) are none; named ones are."""
    if parsed.place or parsed.body.grammar not in _GROUPED:
        return False
    before, second = toks.word(parsed.start - 1), toks.word(parsed.start - 2)
    joined = before == "," and second == "chi"  # "54 chi, đảng bộ"
    cells = parsed.body.grammar == "cell" or parsed.body.level == "thôn"
    cells = cells or parsed.name in patterns.COUNTED
    counted = before.isdigit() and cells and second not in patterns.ORDINAL_BEFORE
    of_all = second == "/" and before == toks.word(parsed.start - 3)
    tenth = before in {"hai", "ba", "bốn", "năm"} and second in patterns.ORDINAL_BEFORE
    plural = before in patterns.GROUP_BEFORE and not tenth and second != "kiện"
    return plural or joined or counted or (of_all and before.isdigit())


def _nowhere(one: Located) -> bool:
    """Tell whether a hamlet's body is of no hamlet that the text tells: the kind, not one of it."""
    parsed = one.parsed
    of_hamlet = parsed.body.level == "thôn" or level_given(parsed) == "thôn"
    return of_hamlet and one.place is None and parsed.child is None and not parsed.open


def _add_fields(toks: Tokens, found: dict[int, Parsed]) -> None:
    """``các sở Nội vụ, Tài chính và Xây dựng``: every field after the shared head is a body."""
    for at, word in enumerate(toks.low):
        if word not in _DEPARTMENT_HEADS:
            continue
        head = _head(toks, at)
        if head is None:
            continue
        after = found[at].end if at in found and found[at].open else _list_start(toks, at)
        if after is None:
            continue
        _add_run(toks, found, after, head, first=at not in found)


def _head(toks: Tokens, at: int) -> Body | None:
    matches = [b for end, b in toks.bodies.matches(toks.low, at) if end == at + 1]
    return matches[0] if matches and matches[0].grammar == "department" else None


def _list_start(toks: Tokens, at: int) -> int | None:
    """Return where the fields begin after ``các sở, ngành:``; only a plural shares its head."""
    if toks.word(at - 1) not in {"các", "hai", "3", "ba"}:
        return None
    end = at + 1
    while toks.word(end) in {",", "ban", "ngành", "phòng", "chức", "năng", "chuyên", "môn"}:
        end += 1
    return end + 1 if toks.word(end) == ":" else end


def _add_run(toks: Tokens, found: dict[int, Parsed], at: int, head: Body, *, first: bool) -> None:
    while True:
        if not first:
            if toks.word(at) not in {",", "và", ";"}:
                return
            at += 1
        first = False
        field = next(iter(departments().matches(toks.low, at)), None)
        if field is None or not toks.is_capital(at):
            return
        end, name = field
        found.setdefault(at, Parsed(at, end, f"{head.name} {name}", head, open=True))
        at = end


def _add_shared_heads(toks: Tokens, found: dict[int, Parsed]) -> None:
    """``Hội LHPN, Nông dân và CCB xã``: what follows a union in a row is one without its head."""
    for first in sorted(found):
        last: Parsed | None = found[first]
        head = last.name.split()[0] if last is not None else ""
        while last is not None and head in patterns.SHARED_HEADS and last.located is False:
            at = last.end + 1
            joined = toks.word(last.end) in patterns.SEPARATORS and at not in found
            last = _headless(toks, at, found, last) if joined else None
            if last is not None:
                found[at] = last


def _headless(toks: Tokens, at: int, found: dict[int, Parsed], before: Parsed) -> Parsed | None:
    members = patterns.SHARED_HEADS[before.name.split()[0]]
    for size in (3, 2, 1):
        end = at + size
        name = members.get(" ".join(toks.low[at:end]))
        if name is None or not toks.is_capital(at):
            continue
        alone = Parsed(at, end, name, replace(before.body, name=name))
        whole, place, unit = found.get(end), toks.place(end), level_word(toks, end)
        if whole is not None and before.body.grammar == "organ":
            name = f"{name} {whole.name}"
            return replace(whole, start=at, name=name, body=alone.body, child=whole)
        if place is not None:
            return replace(alone, end=place[0], place=place[1])
        return replace(alone, end=end + len(unit or ()), unit=unit)
    return None


def _mention(toks: Tokens, one: Located) -> OrganizationMention:
    parsed = one.parsed
    start, end = toks.starts[parsed.start], toks.ends[parsed.end - 1]
    level = one.place.level if one.place and one.place.level else parsed.anchor.level
    return OrganizationMention(
        start=start,
        end=end,
        text=toks.body[start:end],
        name=squeeze(f"{parsed.name} {one.label} {parsed.tail}"),
        kind=parsed.anchor.kind if parsed.body.kind == "khác" else parsed.body.kind,
        level=level,
        place=one.place,
        rule=f"{parsed.body.grammar}:{one.rule}",
        confidence=_CONFIDENCE[one.rule],
    )
