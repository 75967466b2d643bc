"""Where the name of a body ends when the lexicon knows only how it begins."""

from __future__ import annotations

import re

from hoinghi.resources.bodies import abbreviations, fields, tokenize
from hoinghi.resources.officials import common_surnames
from hoinghi.stages.organizations import patterns
from hoinghi.stages.organizations.parsed import Parsed
from hoinghi.stages.organizations.tokens import Tokens
from hoinghi.stages.organizations.work import charge, field, led_to, level_word, quoted, trade
from hoinghi.text import squeeze, to_old_tone

_LONGEST_NAME = 14
_LONGEST_SYLLABLE = 7
# A school's own name has so many capitals at least ("Trường Đại học Y" of itself has one).
_SCHOOL_NAME = 2
_SYLLABLE = re.compile(
    r"[bcdđghklmnpqrstvx]{0,3}[^\Wbcdđfghjklmnpqrstvwxz\d]{1,3}(?:ch|ng|nh|[cmnpt])?"
)
_ABBREVIATED = re.compile(r"(?<!\w)(?<!\w/)[A-ZĐ]{2,6}(?:&[A-ZĐ]{2,4})?(?!\w)")
# "PCTT-TKCN": the dash between two tasks is read as "và".
_PAIRED = re.compile(r"(?<![\w-])([A-ZĐ]{4,6}) ?[-&] ?([A-ZĐ]{4,6})(?![\w-])")
_IN_BRACKETS = re.compile(r" ?\([A-ZĐ&-]{2,12}\)")
_SCHOOLS = {
    "MN": "Mầm non", "TH": "Tiểu học",
    "THCS": "Trung học cơ sở", "THPT": "Trung học phổ thông",
}  # fmt: skip
_LEVEL = re.compile("THCS|THPT|TH|MN")
_LEVELS = re.compile(
    r"(?<![\w&-])(?:THCS|THPT|TH|MN)(?: ?(?:[-&,]|và) ?(?:THCS|THPT|TH|MN)){1,3}(?![\w&-])"
)
_LONG_DASH = re.compile("[–—]")
_OF_CENTRE = re.compile(r"(?<!\w)T\.[ƯW](?!\w)")
_FUNDS = sorted((tuple(tokenize(name)) for name in patterns.FUND_NAMES), key=len, reverse=True)


def bracket(tokens: Tokens, at: int) -> int:
    """Step over an abbreviation in brackets, ``(CCB)``, that a place follows; else stay."""
    closed = tokens.word(at) == "(" and tokens.word(at + 2) == ")" and tokens.is_capital(at + 1)
    if not closed:
        return at
    return at + 3 if led_to(tokens, at + 3) else at


def past_bracket(tokens: Tokens, at: int) -> int:
    """Step over an abbreviation in brackets at ``at``, whatever follows; else stay."""
    end = at + 2 + tokens.word(at + 2).isdigit()  # "(PC02)" is two tokens
    closed = tokens.word(at) == "(" and tokens.word(end) == ")"
    return end + 1 if closed and tokens.surface(at + 1, at + 2).isupper() else at


def runs_on(tokens: Tokens, at: int) -> bool:
    """Tell whether a glued sign continues the word, so that the match is only a part of it."""
    hyphen = tokens.word(at) == "-" and tokens.glued(at) and tokens.glued(at + 1)
    return tokens.word(at) == "&" or (hyphen and tokens.is_capital(at + 1))


def proper_name(tokens: Tokens, at: int) -> int:
    """Return the token after the run of a proper name that starts at ``at``.

    The run is made of capitalised words, numbers and signs that join them; lower-case words
    belong to it only between two parts of it or before its place (``Bồi dưỡng chính trị huyện``).
    A place that a type word opens is left to the caller.
    """
    if tokens.word(at) in patterns.QUOTES:
        return at if tokens.glued(at) else quoted(tokens, at)
    if _shouted(tokens, at):
        return at
    end = at
    while end < min(len(tokens), at + _LONGEST_NAME):
        if end > at and (_place_opens(tokens, end) or _ends_before(tokens, end)):
            break
        if tokens.is_capital(end) and not _office_opens(tokens, end):
            end = max(_syllables(tokens, end), _work(tokens, end))
        elif end > at and tokens.word(end).isdigit() and not _counts(tokens, end):
            end += 1
        else:
            bridge = _bridge(tokens, end) if end > at else end
            if bridge == end > at:
                bridge = field(tokens, end)
            if bridge == end == at + 1:
                bridge = _second_syllable(tokens, end)
            if bridge == end:
                break
            end = bridge
    return end - (end > at + 1 and tokens.word(end - 1) in {"và", "&"})


def plain_name(tokens: Tokens, base: Parsed) -> int:
    """Return the end of a name that begins with plain words: a field of work, a trade, a charge."""
    at, name = base.end, base.name
    if name in patterns.NAMED_BY_FIELD and tokens.is_capital(base.start):
        end = field(tokens, at, first=True)
        end = max(end, proper_name(tokens, end))
        # "công ty bảo hiểm" is none, "Công ty du lịch Sông Trà" one
        if name != "Công ty" or tokens.is_capital(end - 1):
            return end
    end = trade(tokens, at) if name in patterns.NAMED_BY_TRADE else at
    charged = name in patterns.NAMED_BY_CHARGE and not led_to(tokens, at)
    grown = name == "Hợp tác xã" and tokens.word(at) in patterns.TRADES
    start = charge(tokens, at) if end == at and (charged or grown) else at
    return max(start, proper_name(tokens, start)) if start > at else end


def number(tokens: Tokens, base: Parsed) -> int:
    """Return where the name goes on after a school's number (``Trường Tiểu học số 1 | Cát Hanh``).

    A school named after a day (``Trường Mẫu giáo 19/5``) has only that.
    """
    at = base.end
    if base.body.kind != "trường":
        return at
    if tokens.word(at) == "số" and tokens.word(at + 1).isdigit():
        return at + 2
    day = tokens.word(at).isdigit() and tokens.word(at + 1) in {"/", "-"}
    return at + 3 if day and tokens.word(at + 2).isdigit() else at


def _shouted(tokens: Tokens, at: int) -> bool:
    """In a headline all in capitals, capitals tell nothing of where a name ends."""
    near = range(max(at - 2, 0), min(at + 3, len(tokens)))
    words = [w for w in (tokens.surface(i, i + 1) for i in near) if w.isalpha() and len(w) > 1]
    return len(words) >= 4 and all(w.isupper() for w in words)


def _counts(tokens: Tokens, at: int) -> bool:
    """Tell whether the number at ``at`` counts what follows (``30 triệu``) or is a date."""
    follower = tokens.word(at + 1)
    part = tokens.glued(at + 1) and (follower not in ".,;:)" or tokens.word(at + 2).isdigit())
    return part or (follower.isalpha() and not tokens.is_capital(at + 1))


def _syllables(tokens: Tokens, at: int) -> int:
    """Step over one capitalised word and the lower-case syllables that complete it."""
    end = at + 1
    last = tokens.word_ends.get(at, end)
    while end < last and tokens.word(end).isalpha() and not tokens.is_capital(end):
        end += 1
    return end if end == last else at + 1


def _work(tokens: Tokens, at: int) -> int:
    """Step over a capitalised field of work (``Lương thực``), unless a verb ends it otherwise."""
    end = next((end for end, _ in fields().matches(tokens.low, at)), at)
    plain = end > at + 1 and not any(map(tokens.is_capital, range(at + 1, end)))
    verb = (tokens.word(end - 1), tokens.word(end)) in {("thực", "hiện"), ("hành", "động")}
    return end if plain and not verb else at


def _second_syllable(tokens: Tokens, at: int) -> int:
    """Step over the syllable that completes a name of one capital (``Cục Chống | ngập``)."""
    word = tokens.word(at)
    plain = word.isalpha() and word not in patterns.STOP_WORDS and not tokens.is_capital(at)
    plain = plain and word != "và" and len(tokens.word(at - 1)) <= _LONGEST_SYLLABLE
    plain = plain and tokens.word(at - 2) != "chùa"  # "chùa Thầy | an toàn"
    return at + 1 if plain and level_word(tokens, at) is None and tokens.place(at) is None else at


def _place_opens(tokens: Tokens, at: int) -> bool:
    place = tokens.place(at)
    return place is not None and not tokens.is_capital(at)


def _office_opens(tokens: Tokens, at: int) -> bool:
    """Tell whether a post, a rank or a form of address begins at ``at``."""
    ranks = patterns.RANKS_BEGIN.get(tokens.word(at), ())
    return tokens.word(at) in patterns.NAME_ENDS_BEFORE or tokens.word(at + 1) in ranks


def _ends_before(tokens: Tokens, at: int) -> bool:
    """Tell whether a person, ``Thành phố``, ``TP.HCM`` or a new sentence begins at ``at``."""
    word = tokens.word(at)
    unit = word in patterns.UNIT_ENDS and tokens.is_capital(at) and not tokens.is_capital(at + 1)
    if unit and level_word(tokens, at) is not None and not tokens.word(at + 1).isdigit():
        return True
    if word in {"tp", "tx"} and tokens.place(at) is not None:
        return True
    return word in patterns.SENTENCE_BEGINS or _person_opens(tokens, at)


def _person_opens(tokens: Tokens, at: int) -> bool:
    """Tell whether a person's full name begins at ``at`` (``... May Hà Quảng | Trần Thị Ngà``)."""
    middle = tokens.word(at + 1) in {"thị", "văn"}
    return middle and all(tokens.is_capital(at + step) for step in range(3))


def _bridge(tokens: Tokens, at: int) -> int:
    """Return the token after lower-case words or a joining sign, if the name goes on there."""
    word = tokens.word(at)
    if word in {"-", "&", "và", "/"}:
        follows = tokens.is_capital(at + 1) and not _is_head(tokens, at + 1)
        follows = follows or (word == "-" and _trade_opens(tokens, at + 1))
        if follows and not _office_opens(tokens, at + 1):
            return at + 1
        people = tokens.word(at + 1) in patterns.PEOPLE
        end = field(tokens, at + 1, first=True) if word in {"và", "&"} and not people else at
        return end if end > at + 1 and tokens.is_capital(end) else at
    end = at
    while end < at + 4 and tokens.word(end).isalpha() and not tokens.is_capital(end):
        if tokens.word(end) in patterns.STOP_WORDS or _place_opens(tokens, end):
            break
        if level_word(tokens, end):
            break
        end += 1
    if end == at:
        return at
    goes_on = tokens.place(end) is not None or level_word(tokens, end) is not None
    joined = tokens.word(end) in {"-", "&", "và"} and tokens.is_capital(end + 1)
    capital = tokens.is_capital(end) and end - at <= 1
    return end if goes_on or joined or capital else at


def _trade_opens(tokens: Tokens, at: int) -> bool:
    """Tell whether one more trade in a plain word leads to a name (``HTX Tôm - | lúa Kinh Ba``)."""
    return tokens.word(at) in patterns.TRADES and tokens.is_capital(at + 1)


def _is_head(tokens: Tokens, at: int) -> bool:
    """Tell whether another body begins at ``at`` (``Bệnh viện A và | Bệnh viện B``)."""
    if tokens.word(at) in patterns.NEW_HEADS or tokens.word(at) in patterns.DEGREES:
        return True
    found = tokens.bodies.matches(tokens.low, at)
    return any(end > at + 1 and body.name not in patterns.INNER_HEADS for end, body in found)


def before_holder(tokens: Tokens, base: Parsed, end: int) -> int:
    """Return where a body's name ends before the person whose post there was just named.

    ``Giám đốc Công ty Xi măng Thanh Liêm | Đinh Công Hậu``: two to four capitals that begin with
    a common family name and end the run are the office holder, if a name of the body remains.
    """
    at = base.end
    if tokens.word(end) == ")":
        return end  # the post itself stands behind its holder, in brackets
    if _is_person(tokens, base, end):
        return at
    if base.body.grammar == "department":  # a ministry abroad: "Bộ Công nghiệp | Vitaly Vovk"
        return next((n for n in range(at + 1, end) if _is_foreign(tokens, n)), end)
    for start in range(max(at + 1, end - 4), end - 1):
        run = range(start, end)
        if tokens.word(start) in common_surnames() and all(map(tokens.is_capital, run)):
            own = sum(map(tokens.is_capital, range(at, start)))
            return end if base.body.kind == "trường" and own < _SCHOOL_NAME else start
    return end


def _is_person(tokens: Tokens, base: Parsed, end: int) -> bool:
    """Tell whether the whole run behind the head is its holder: ``Đồn Biên phòng | Lê Văn Hùng``.

    Schools, hospitals and funds are named after people, firms hardly ever with ``Văn``, ``Thị``.
    """
    at, middle = base.end, tokens.word(base.end + 1)
    full = 3 <= end - at <= 4 and all(map(tokens.is_capital, range(at, end)))
    if not full or tokens.word(at) not in common_surnames():
        return False
    firm = base.body.kind in {"doanh nghiệp", "đoàn thể"} and middle in {"văn", "thị"}
    return firm or base.body.kind == "lực lượng vũ trang"


def _is_foreign(tokens: Tokens, at: int) -> bool:
    """Tell whether a capitalised word, no abbreviation, is no Vietnamese syllable."""
    short = tokens.surface(at, at + 1).isupper()
    return tokens.is_capital(at) and not short and _SYLLABLE.fullmatch(tokens.word(at)) is None


def opens_holder(tokens: Tokens, at: int, end: int) -> bool:
    """Tell whether the holder of a post follows the bare head at ``at``, which ends at ``end``.

    ``Giám đốc HTX | Trần Văn Tám``, ``Trưởng Ban Chỉ đạo | Lê Quốc Hùng``.
    """
    before = tokens.word(at - 1)
    named = tokens.word(end) in common_surnames() and tokens.is_capital(end + 1)
    return before in patterns.TITLE_ENDS and named and tokens.is_capital(end)


def fund(tokens: Tokens, at: int) -> tuple[int, str]:
    """Return the end and the name of the fund named at ``at``; the start where there is none."""
    if tokens.word(at) in patterns.QUOTES:
        end = quoted(tokens, at)
        return end, read(tokens, at + 1, end - 1) if end > at + 1 else ""
    for words in _FUNDS:
        if tuple(tokens.low[at : at + len(words)]) == words:
            surface = read(tokens, at, at + len(words))
            return at + len(words), surface[0].upper() + surface[1:]
    if tokens.is_capital(at):
        end = proper_name(tokens, at)
        return end, read(tokens, at, end)
    return at, ""


def read(tokens: Tokens, start: int, end: int) -> str:
    """Return the tokens on one line in one tone style, with abbreviations read out."""
    if end <= start:
        return ""
    surface = _IN_BRACKETS.sub("", to_old_tone(squeeze(tokens.surface(start, end))))
    surface = _OF_CENTRE.sub("Trung ương", surface)
    surface = _LEVELS.sub(_read_levels, _LONG_DASH.sub("-", surface))
    return _ABBREVIATED.sub(_read_out, _PAIRED.sub(_read_both, surface))


def _read_levels(match: re.Match[str]) -> str:
    """``TH-THCS``, ``TH, THCS và THPT``: the levels that one school has."""
    *first, last = (_SCHOOLS[level] for level in _LEVEL.findall(match.group()))
    return f"{', '.join(first)} và {last}"


def _read_both(match: re.Match[str]) -> str:
    first, second = (abbreviations().get(match[part]) for part in (1, 2))
    return f"{first} và {second}" if first and second else match.group()


def _read_out(match: re.Match[str]) -> str:
    return abbreviations().get(match.group(), match.group())
