"""What stands around a body: whether its first words are one there at all."""

from __future__ import annotations

from hoinghi.resources.bodies import Body
from hoinghi.stages.organizations import patterns
from hoinghi.stages.organizations.parsed import Parsed
from hoinghi.stages.organizations.tokens import Tokens
from hoinghi.stages.organizations.work import level_word

# A brand so short is an abbreviation: all its letters are capitals ("ĐU", not the commune Keng Đu).
_LETTERS = 3


def is_plural(tokens: Tokens, end: int) -> bool:
    """Tell whether a body in the plural ends here: ``UBND các xã``, ``UBMTTQ của cả 20 xã``."""
    if tokens.word(end) in {"của", "ở", "tại"}:
        end += 1
    if tokens.word(end) == "cả":
        end += 1
    several = tokens.word(end) in patterns.PLURAL_AFTER or tokens.word(end).isdigit()
    if several:
        return tokens.word(end + 1) in patterns.PLURAL_UNITS
    return _of_any_unit(tokens, end)


def _of_any_unit(tokens: Tokens, at: int) -> bool:
    """``Mặt trận xã, phường``, ``UBND huyện, thị xã``: units of one level without a name."""
    first = level_word(tokens, at)
    if first is None or tokens.place(at) is not None:
        return False
    after = at + len(first) + 1
    second = level_word(tokens, after) if tokens.word(after - 1) in {",", "/", "và"} else None
    if second is None or tokens.place(after) is not None:
        return False
    levels = {patterns.LEVEL_WORDS[first], patterns.LEVEL_WORDS[second]}
    cities = levels == {"huyện", "thành phố"} and tokens.word(after - 1) == ","
    named = tokens.is_capital(after + len(second)) or tokens.word(after + len(second)).isdigit()
    return first != second and not named and (len(levels) == 1 or cities)


def in_a_name(tokens: Tokens, at: int, end: int, body: Body) -> bool:
    """Tell whether the match is part of a longer name or of a document's number.

    A one-syllable head after another capital is a name's middle (``xã Tân Hội Đông``, ``Lê Trường
    Cận``), unless that capital ends a title; what follows a number unspaced is a symbol
    (``12/GM-UBND``).
    """
    back = at
    while tokens.glued(back) and at - back < 6:
        back -= 1
        if tokens.word(back).isdigit():
            return tokens.word(back + 1) == "/"
    inner = tokens.is_capital(at - 1) and tokens.word(at - 1) not in patterns.TITLE_ENDS
    shouted = tokens.surface(at - 1, at).isupper() if at else False
    return end == at + 1 and body.grammar == "open" and inner and not shouted


def inside_word(tokens: Tokens, at: int) -> bool:
    """Tell whether the match begins inside an ordinary word (``cán bộ``, ``ngày hội``)."""
    if tokens.word(at - 1) == "đảng" and tokens.word(at - 2) == "sự":
        return False  # "Ban Cán sự đảng | Bộ Y tế"
    return tokens.word(at - 1) in patterns.INSIDE_WORDS.get(tokens.low[at], ())


def is_part_of_title(tokens: Tokens, at: int, body: Body) -> bool:
    """Tell whether the organ is part of a title (``Ủy viên Ban Thường vụ``, ruling 2)."""
    before = tokens.word(at - 1)
    organ = body.name in patterns.MEMBER_ORGANS and tokens.word(at) in patterns.ORGAN_WORDS
    if before == "." and tokens.glued(at):
        before = tokens.word(at - 2)  # "UV.BTV"
    if organ and before in patterns.MEMBER_WORDS:
        return True
    if body.name in {"Ban Thường trực", "Thường trực"}:
        return before in patterns.TITLE_WORDS_BEFORE_STANDING
    return False


def case_holds(tokens: Tokens, parsed: Parsed) -> bool:
    """Tell whether capitals and context allow the reading, as the column ``case`` asks."""
    capital = tokens.is_capital(parsed.start)
    match parsed.body.case:
        case "any":
            holds = True
        case "brand" if parsed.body.kind == "báo chí":
            holds = capital and not _is_credit(tokens, parsed)
        case "brand" if _is_short(tokens, parsed):
            holds = tokens.surface(parsed.start, parsed.start + 1).isupper()
        case "cap" | "brand":
            named = parsed.open and tokens.is_capital(_head_end(tokens, parsed))
            holds = capital or (named and parsed.body.name not in patterns.PLAIN_WORDS)
        case "bare":
            holds = _acts_or_located(tokens, parsed, capital=capital)
        case "letters" | "row" | "post":
            holds = _told(tokens, parsed, capital=capital)
        case "force":
            # "bầu ông A làm Bí thư chi bộ": the post makes it one body, not the idea of one.
            held = tokens.word(parsed.start - 1) == "thư" and tokens.is_capital(parsed.start - 2)
            whole = parsed.located or parsed.child is not None
            holds = whole or held or (capital and not parsed.open)
        case "level" | "named":
            post = "tịch" if parsed.body.case == "named" else "đốc"
            held = tokens.word(parsed.start - 1) == post
            whole = parsed.located or parsed.child is not None
            holds = whole or (capital and (held or tokens.word(parsed.end) == "việt"))
        case _:
            holds = parsed.open or parsed.place is not None
    return holds


def _told(tokens: Tokens, parsed: Parsed, *, capital: bool) -> bool:
    """Tell whether an abbreviation or ordinary word is a body by what stands around it."""
    of_post = tokens.word(parsed.start - 1) in patterns.TITLE_ENDS
    match parsed.body.case:
        case "letters":
            whole = parsed.located or parsed.child is not None or of_post
            return whole and tokens.surface(parsed.start, parsed.start + 1).isupper()
        case "row":
            return _in_row(tokens, parsed, capital=capital)
        case _:
            return parsed.open and tokens.word(parsed.start - 1) in {"trưởng", "phó", "nhiệm"}


def _in_row(tokens: Tokens, parsed: Parsed, *, capital: bool) -> bool:
    """``Quân sự xã:``, ``công an, quân sự huyện``: the command itself, not its field of work."""
    before = tokens.word(parsed.start - 1)
    if capital and (before == "trưởng" or (parsed.located and not before.isalnum())):
        return True
    beside = tokens.low[max(0, parsed.start - 3) : parsed.start - 1] == ["công", "an"]
    return parsed.located and beside and before in patterns.SEPARATORS


def _is_credit(tokens: Tokens, parsed: Parsed) -> bool:
    """Tell whether an agency signs a text or picture (``Lê Mẫu/TTXVN``, ``Lê Mẫu (TTXVN)``)."""
    before, after = tokens.word(parsed.start - 1), tokens.word(parsed.end)
    alone = before == "(" and after == ")" and tokens.word(parsed.start - 2) != "nam"
    alone = alone and not tokens.word(parsed.end + 1).isalpha()
    return alone or "/" in (before, after) or before == "ảnh"


def _is_short(tokens: Tokens, parsed: Parsed) -> bool:
    one = _head_end(tokens, parsed) == parsed.start + 1
    return one and len(tokens.low[parsed.start]) <= _LETTERS


def _acts_or_located(tokens: Tokens, parsed: Parsed, *, capital: bool) -> bool:
    """``Mặt trận``, ``Đoàn`` are bodies with a place or where they act, else ideas."""
    if tokens.word(parsed.start - 1) in patterns.IDEA_BEFORE:
        return False
    acts = (tokens.word(parsed.end), tokens.word(parsed.end + 1))
    front = parsed.body.kind == "MTTQ"  # "Đoàn đã đến thăm" is a delegation
    doing = acts in patterns.ACTING_VERBS
    if front:
        doing = doing or not patterns.FRONT_ACTS.isdisjoint({acts, acts[:1]})
        doing = doing or tokens.word(parsed.start - 1) in patterns.ASKED_BEFORE
    return parsed.located or (capital and doing)


def _head_end(tokens: Tokens, parsed: Parsed) -> int:
    for end, body in tokens.bodies.matches(tokens.low, parsed.start):
        if body is parsed.body or body == parsed.body:
            return end
    return parsed.start + 1
