"""The grammar of bodies: from the token where a body begins to where it ends.

Read from right to left, so that an organ (``Ban Thường vụ``) finds the body that it is part of
(``Đảng ủy xã``) already parsed. Which words a body may begin with, and what may follow, is data:
``resources/bodies.tsv``.
"""

from __future__ import annotations

from dataclasses import replace

from hoinghi.resources.bodies import Body, departments
from hoinghi.stages.organizations import context, patterns, tails, work
from hoinghi.stages.organizations.parsed import Parsed
from hoinghi.stages.organizations.tokens import Tokens

# "Tổ giúp việc Ban Thường vụ Đảng ủy xã" is deep enough; deeper nesting is no name but noise.
_DEEPEST = 3
# How far the next post of a row may stand (words).
_ROW = 14
_COMMAND = Body("Ban Chỉ huy", "khác", "topic", None, "cap")


def parse(tokens: Tokens) -> dict[int, Parsed]:
    """Return every body of the article by the token that it starts at; they may overlap."""
    found: dict[int, Parsed] = {}
    general: set[int] = set()
    trie = tokens.bodies
    roots = trie.children
    for at in range(len(tokens) - 1, -1, -1):
        if tokens.low[at] not in roots:
            continue
        for end, body in trie.matches(tokens.low, at):
            by_number = body.grammar in {"numbered", "topic"} and tokens.word(end).isdigit()
            plural = not by_number and context.is_plural(tokens, end)
            if body.grammar == "off" or plural or _of_any(body, end, general):
                general.add(at)
                break  # nor are the first words of "Hội Nông dân các xã" a body
            parsed = _build(tokens, at, end, body, found)
            if parsed is not None:
                found[at] = parsed
                break
    return found


def _of_any(body: Body, end: int, general: set[int]) -> bool:
    """``Ban Thường trực UBMTTQ xã, phường``: the part of a body in the plural is none either."""
    return body.grammar in {"organ", "child", "standing"} and end in general


def _build(
    tokens: Tokens, at: int, end: int, body: Body, found: dict[int, Parsed]
) -> Parsed | None:
    if context.inside_word(tokens, at) or context.is_part_of_title(tokens, at, body):
        return None
    if body.grammar == "seat" and tokens.word(end) == "viên":
        return None
    place = tokens.place(at)
    if (place is not None and place[0] > end) or context.in_a_name(tokens, at, end, body):
        return None  # the town of Hội An is no association
    base = Parsed(at, end, body.name, body)
    parsed = _GRAMMAR[body.grammar](tokens, base, found)
    if parsed is None or not context.case_holds(tokens, parsed):
        return None
    return parsed


def _fixed(tokens: Tokens, base: Parsed, found: dict[int, Parsed]) -> Parsed | None:  # noqa: ARG001
    return base


def _placed(tokens: Tokens, base: Parsed, found: dict[int, Parsed]) -> Parsed | None:  # noqa: ARG001
    """A body that may be followed by ``Việt Nam``, its place, or the bare word for it."""
    at = tails.bracket(tokens, base.end)
    if tokens.word(at) in {"việt", "vn"} and tokens.is_capital(at):
        nation = at + (2 if tokens.word(at + 1) == "nam" else 1)
        if tokens.word(at) == "vn" or tokens.word(at + 1) == "nam":
            own = base.name.endswith("Việt Nam") or base.body.name == "Bộ"
            name = base.name if own else f"{base.name} Việt Nam"
            base, at = replace(base, name=name, end=nation), nation
    place = tokens.place(at)
    if place is not None:
        end = place[0]
        numbered = base.body.kind == "trường" and tokens.word(end).isdigit()
        return replace(base, end=end + numbered, place=place[1])
    unit = work.level_word(tokens, at)
    if unit is not None:
        return replace(base, end=at + len(unit), unit=unit)
    return base


def _organ(tokens: Tokens, base: Parsed, found: dict[int, Parsed]) -> Parsed | None:
    """A part of a body: the body itself follows, or its place, or the sentence gives it."""
    at = tails.bracket(tokens, base.end)
    past = tails.past_bracket(tokens, base.end)
    at = past if past in found else at
    for link in (at, at + 1):
        child = found.get(link)
        if link > at and tokens.word(at) not in {",", "."}:
            break
        if child is None or child.depth >= _DEEPEST or (link > at and not _joins(base, child)):
            continue
        end, name = _with_twin(tokens, child, found)
        last = child if end == child.end else found[child.end + 1]
        return _part_of(replace(base, child=child), last, name)
    if base.name == "Ban Chấp hành" and tokens.word(at) in patterns.COMMANDS:
        return _topic(tokens, replace(base, name="Ban Chỉ huy", body=_COMMAND), found)
    listed = tokens.word(at) in patterns.TIGHT_SEPARATORS and at + 1 in found
    listed = listed or _in_party_row(tokens, base, found)
    if base.name == "Ban Tổ chức" and not listed:
        return None  # of an event: ruling 6
    if base.name == "Văn phòng" and not listed and not _is_office(tokens, base):
        return None
    placed = _placed(tokens, base, found)
    if placed and placed.located and base.name in patterns.WHOLES:
        placed = replace(placed, name=f"{base.name} {patterns.WHOLES[base.name]}")
    return _with_tail(tokens, placed) if placed and base.name.startswith("Đội") else placed


def _in_party_row(tokens: Tokens, base: Parsed, found: dict[int, Parsed]) -> bool:
    """``Trưởng Ban Tổ chức; ... Trưởng Ban Tuyên giáo``: one of the committee's organs."""
    if base.name != "Ban Tổ chức" or tokens.word(base.start - 1) != "trưởng":
        return False
    row = range(base.end, min(len(tokens), base.end + _ROW))
    after = next((found[at] for at in row if at in found), None)
    return after is not None and after.name in patterns.PARTY_ORGANS


def _is_office(tokens: Tokens, base: Parsed) -> bool:
    """Tell whether a bare ``Văn phòng`` is a body, not the first word of something else."""
    at, after = base.end, tokens.word(base.end)
    if tokens.place(at) or work.level_word(tokens, at) or tokens.word(base.start - 1) == "chánh":
        return True
    alone = not after.isalnum() or after in patterns.AFTER_ANAPHORS or tokens.is_capital(at)
    return alone and tokens.is_capital(base.start)


def _cell(tokens: Tokens, base: Parsed, found: dict[int, Parsed]) -> Parsed | None:
    """A committee of a place or, directly before its name, of another body."""
    child = found.get(base.end)
    if child is not None and child.body.grammar not in {"organ", "seat", "cell", "standing"}:
        return _organ(tokens, base, found)
    if base.body.level == "thôn" and tokens.word(base.end).isdigit():
        return _numbered(tokens, base, found)  # "Chi bộ 4" of an office
    return _placed(tokens, base, found)


def _joins(base: Parsed, child: Parsed) -> bool:
    """A comma or stop joins only the Front's own boards to it (``BTT.UBMTTQ phường``).

    Squads it joins to the police (``Đội CSGT, Công an huyện``).
    """
    boards = base.body.kind == "MTTQ" and child.body.kind == "MTTQ"
    squad = base.name.startswith("Đội") and child.name == "Công an"
    return squad or (boards and child.body.grammar != "organ")


def _with_twin(tokens: Tokens, child: Parsed, found: dict[int, Parsed]) -> tuple[int, str]:
    """``Văn phòng HĐND và UBND xã`` serves two bodies; both belong to its name."""
    twin = found.get(child.end + 1)
    linked = tokens.word(child.end) in {"-", "và", "&"} and not child.located
    if linked and twin and (child.name, twin.name) in patterns.TWINS:
        return twin.end, f"{child.name} và {twin.name}"
    return child.end, child.name


def _part_of(base: Parsed, last: Parsed, name: str) -> Parsed:
    """Extend ``base`` over the body it is part of, which ends as ``last`` does."""
    if last.body.name in patterns.WORSHIP:
        name = name[0].lower() + name[1:]  # "Ban Quản trị chùa Sóc Xoài"
    name = f"{base.name} {name}"
    return replace(base, end=last.end, name=name, place=last.place, unit=last.unit)


def _standing(tokens: Tokens, base: Parsed, found: dict[int, Parsed]) -> Parsed | None:
    """``Thường trực HĐND xã`` alone is one body; in a coordination it stays out (ruling 3)."""
    child = found.get(base.end)
    if child is None or child.body.kind not in {"HĐND", "Đảng", "MTTQ", "UBND"}:
        return None
    if child.name == "Ban Bí thư":
        return None  # its standing member is one person
    if not child.located and tokens.word(child.end) in patterns.TIGHT_SEPARATORS:
        return None
    return _part_of(replace(base, child=child), child, child.name)


def _child(tokens: Tokens, base: Parsed, found: dict[int, Parsed]) -> Parsed | None:
    """An organ that is a body only together with the one it belongs to."""
    parsed = _organ(tokens, base, found)
    if parsed is None:
        return None
    if parsed.child is None:
        numbered = _with_tail(tokens, base) if base.name == "Tổ đại biểu" else base
        return numbered if numbered.tail and numbered.end not in found else None
    return _with_tail(tokens, parsed)


def _with_tail(tokens: Tokens, parsed: Parsed) -> Parsed:
    """``Tổ đại biểu HĐND tỉnh đơn vị huyện A``, ``Đội QLTT số 3``: the part comes last."""
    at = parsed.end + (2 if tokens.low[parsed.end : parsed.end + 2] == ["đơn", "vị"] else 0)
    place = tokens.place(at) if at > parsed.end else None
    if tokens.word(at) == "số" and tokens.word(at + 1).isdigit():
        end = at + 2
    elif place is not None:
        end = place[0]
    else:
        return parsed
    return replace(parsed, end=end, tail=tails.read(tokens, parsed.end, end))


def _department(tokens: Tokens, base: Parsed, found: dict[int, Parsed]) -> Parsed | None:
    """Sở, phòng, bộ, ban with its field of work."""
    for end, field in departments().matches(tokens.low, base.end):
        capital = tokens.is_capital(base.start) or tokens.is_capital(base.end)
        if capital and not tails.runs_on(tokens, end):
            short = base.body.name == "Phòng" and tokens.surface(base.end, end).isupper()
            work = patterns.OFFICES.get(field, field) if short else field
            named = replace(base, end=end, name=f"{base.body.name} {work}", open=True)
            return _office_of(tokens, named, found) or _placed(tokens, named, found)
    if base.body.name == "Ban" or tokens.word(base.end) == "luật":
        return None
    written = _open(tokens, base, found)
    if written is None or base.body.level not in {"tỉnh", "huyện"}:
        return written
    return _office_of(tokens, written, found) or _before_place(tokens, written)


def _office_of(tokens: Tokens, office: Parsed, found: dict[int, Parsed]) -> Parsed | None:
    """``Phòng PC06 (,) Công an tỉnh``: the office with the body that it is part of, if one follows.

    After a comma only the police and the Party's own bodies belong to the name.
    """
    if office.located:
        return None
    at = tails.past_bracket(tokens, office.end)
    whole = found.get(at)
    if whole is not None and whole.name.split()[0] in patterns.WITH_OFFICES:
        return _part_of(replace(office, child=whole, open=False), whole, whole.name)
    whole = found.get(at + 1) if tokens.word(at) == "," and office.body.name == "Phòng" else None
    if whole is None or not (whole.located or whole.child):
        return None
    joined = any(whole.name.startswith(name) for name in patterns.WITH_PARTS)
    own = office.name.removeprefix("Phòng ").startswith(patterns.POLICE_WORK + patterns.STAFF_WORK)
    listed = next(iter(departments().matches(tokens.low, office.start + 1)), (0, ""))[0]
    joined = joined and (own or listed != office.end)
    return _part_of(replace(office, child=whole, open=False), whole, whole.name) if joined else None


def _before_place(tokens: Tokens, parsed: Parsed) -> Parsed:
    """``Sở Địa chính | Yên Bái``: the place that ends a department's name is where it belongs."""
    for at in range(parsed.start + 2, parsed.end):
        place = tokens.place(at)
        if parsed.place is None and place is not None and place[0] == parsed.end:
            head = parsed.body.name
            name = f"{head} {tails.read(tokens, parsed.start + len(head.split()), at)}"
            return replace(parsed, name=name, place=place[1])
    return parsed


def _open(tokens: Tokens, base: Parsed, found: dict[int, Parsed]) -> Parsed | None:
    """A proper name as written, then the place.

    ``Vụ``, ``Viện``, ``Hội`` and the like are named after their work, never after a place alone.
    """
    base = replace(base, end=_past_initials(tokens, base))
    end = tails.proper_name(tokens, tails.number(tokens, base))
    if tokens.word(base.start - 1) in patterns.TITLE_ENDS:
        end = tails.before_holder(tokens, base, end)
    plain = base.body.name in patterns.PLAIN_WORDS
    if plain and (tokens.place(base.end) or (base.name == "Hội" and end == base.end + 1)):
        return None
    if end == base.end:
        end = tails.plain_name(tokens, base)
    if end == base.end and base.name in patterns.NAMED_BY_CHARGE and work.led_to(tokens, end):
        return _placed(tokens, base, found)
    if end == base.end:
        led = base.body.kind == "trường" or base.name.startswith("Bệnh viện")
        unit = patterns.LEVEL_WORDS[work.level_word(tokens, end) or ("thôn",)]
        led = (led and unit != "thôn") or tokens.place(end) is not None
        return _placed(tokens, base, found) if led else None
    written = tails.read(tokens, base.end, end)
    firm = base.body.kind == "doanh nghiệp" and base.name != "Tổ hợp tác"
    if firm or base.name in patterns.NAMED_BY_FIELD:
        written = written[0].upper() + written[1:]
    head = base.name
    if head == "Đại học" and not written.startswith(patterns.UNIVERSITIES):
        head = "Trường Đại học"  # only these have member colleges
    named = replace(base, end=end, name=f"{head} {written}", open=True)
    return _placed(tokens, named, found)


def _past_initials(tokens: Tokens, base: Parsed) -> int:
    """Step over the head's own abbreviation before its name: ``Hợp tác xã (HTX) | Bình An``."""
    end = tails.past_bracket(tokens, base.end)
    letters = "".join(word[0] for word in base.body.name.lower().split())
    own = end == base.end + 3 and tokens.word(base.end + 1) == letters
    return end if own and tokens.is_capital(end) else base.end


def _topic(tokens: Tokens, base: Parsed, found: dict[int, Parsed]) -> Parsed | None:
    """A committee with its task in lower-case words: ``Ban Chỉ đạo vận động hiến máu tỉnh``."""
    child = found.get(base.end)
    if child is not None and child.body.grammar == "fund":
        return _part_of(replace(base, child=child, open=True), child, child.name)
    at = tails.past_bracket(tokens, base.end)
    if tails.opens_holder(tokens, base.start, at):
        return _placed(tokens, base, found)
    end = work.task(tokens, at)
    if end == at:
        return _placed(tokens, base, found)
    inside = tokens.word(at) in patterns.QUOTES
    name = f"{base.name} {tails.read(tokens, at + inside, end - inside)}"
    return _placed(tokens, replace(base, end=end, name=name, open=True), found)


def _faculty(tokens: Tokens, base: Parsed, found: dict[int, Parsed]) -> Parsed | None:
    """``khoa Nhà nước và pháp luật``, ``khoa Nội Bệnh viện huyện``: with its school or hospital."""
    end = work.subject(tokens, base.end, found)
    if end == base.end:
        return None
    name = tails.read(tokens, base.end, end)
    named = replace(base, end=end, name=f"Khoa {name[0].upper()}{name[1:]}", open=True)
    whole = found.get(end)
    return _part_of(replace(named, child=whole), whole, whole.name) if whole else named


def _numbered(tokens: Tokens, base: Parsed, found: dict[int, Parsed]) -> Parsed | None:
    """``Quân khu 5``, ``Kho bạc Nhà nước khu vực IX``, ``TAND khu vực 3 - Đà Nẵng``."""
    at = base.end + (tokens.word(base.end) == "số")
    number = tokens.surface(at, at + 1) if at < len(tokens) else ""
    if not number.isdigit() and not patterns.ROMAN.fullmatch(number):
        return None
    end, name = at + 1, f"{base.name} {tails.read(tokens, base.end, at + 1)}"
    place = tokens.place(end + 1) if tokens.word(end) in {"-", "–"} else None
    if place is not None and tokens.is_capital(end + 1):
        return replace(base, end=place[0], name=f"{name} -", place=place[1], open=True)
    return _placed(tokens, replace(base, end=end, name=name, open=True), found)


def _fund(tokens: Tokens, base: Parsed, found: dict[int, Parsed]) -> Parsed | None:
    end, name = tails.fund(tokens, base.end)
    if end == base.end:
        return None
    return _placed(tokens, replace(base, end=end, name=f"{base.name} {name}", open=True), found)


def _acting(tokens: Tokens, base: Parsed, found: dict[int, Parsed]) -> Parsed | None:  # noqa: ARG001
    """Bare ``Chính phủ``, ``Quốc hội`` count only where they act, issue or are addressed."""
    before, end = tokens.word(base.start - 1), base.end
    if tokens.word(end) in {"khóa", "khoá"}:
        if before == "biểu" and not patterns.ELECTED.isdisjoint(
            tokens.low[max(0, base.start - 6) : base.start]
        ):
            return None  # the election of deputies is a topic (ruling 21)
        end += 2
        if before == ",":
            return base
    if before in patterns.OF_STATE or before in patterns.ASKED_BEFORE - {"cho", "với", "để"}:
        return base
    after = (tokens.word(end), tokens.word(end + 1))
    return base if not patterns.STATE_ACTS.isdisjoint({after, after[:1]}) else None


def _issuer(tokens: Tokens, base: Parsed, found: dict[int, Parsed]) -> Parsed | None:
    """``của Thủ tướng Chính phủ`` issues (ruling 14); with a name after it, it is a post."""
    if tokens.word(base.start - 1) == "phó":
        return None
    letter = tokens.word(base.start - 2) == "thư"  # "Thư của Chủ tịch nước" is no directive
    if tokens.word(base.start - 1) in {"của", "do"} and not (letter or tokens.is_capital(base.end)):
        return base
    return _acting(tokens, base, found) if base.body.name.startswith("Thủ tướng") else None


_GRAMMAR = {
    "fixed": _fixed,
    "place": _placed,
    "seat": _placed,
    "organ": _organ,
    "cell": _cell,
    "child": _child,
    "standing": _standing,
    "acting": _acting,
    "issuer": _issuer,
    "open": _open,
    "topic": _topic,
    "department": _department,
    "numbered": _numbered,
    "fund": _fund,
    "faculty": _faculty,
}
