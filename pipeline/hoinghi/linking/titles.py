"""What the name of a meeting says: its own words, and the numbers that must agree."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from hoinghi.text import fold, squeeze

_ABBREVIATIONS: Final = {
    "hđnd": "hội đồng nhân dân",
    "ubnd": "ủy ban nhân dân",
    "txct": "tiếp xúc cử tri",
    "hội lhpn": "hội phụ nữ",
    "lhpn": "phụ nữ",
    "liên hiệp phụ nữ": "phụ nữ",
    "ccb": "cựu chiến binh",
    "lđlđ": "liên đoàn lao động",
    "đtn": "đoàn thanh niên",
    "đoàn tncs hồ chí minh": "đoàn thanh niên",
    "đoàn thanh niên cộng sản hồ chí minh": "đoàn thanh niên",
    "hội nd": "hội nông dân",
    "kt-xh": "kinh tế xã hội",
    "ntm": "nông thôn mới",
    "tw": "trung ương",
    "hn": "hội nghị",
    "đh": "đại hội",
}
_LONG: Final = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, _ABBREVIATIONS), key=len, reverse=True))})(?!\w)"
)
_FRONT: Final = re.compile(
    r"(?<!\w)(?:ủy ban |ub ?)?(?:mặt trận(?: tổ quốc)?|mttq|mt)(?: ?(?:việt nam|vn))?(?!\w)"
)
_UNITS: Final = "một hai ba bốn năm sáu bảy tám chín".split()
_WORDS: Final = {
    **{word: number for number, word in enumerate(_UNITS, 1)},
    "nhất": 1,
    "mốt": 1,
    "nhì": 2,
    "tư": 4,
    "lăm": 5,
    "mười": 10,
}
_NUMBER: Final = r"(?P<n>\d{1,3}|[ivxl]{1,7}|(?:mười |hai mươi )?\w{1,6}|mười)"
# What is counted; the same thing with another number is another meeting.
_COUNTED: Final = tuple(
    (kind, re.compile(rf"(?<!\w)(?:{forms}){tail}"))
    for kind, forms, tail in (
        ("term", r"(?:nhiệm kỳ|nhiệm kì|nk)\s*", r"(?P<n>\d{4})\s*[-/]\s*\d{4}(?!\d)"),
        ("years", r"(?:giai đoạn\s*)?", r"(?P<n>\d{4}\s*-\s*\d{4})(?!\d)"),
        ("session", r"kỳ họp(?: lần)? thứ\s*|kỳ họp lần\s*|phiên họp thứ\s*", _NUMBER + r"(?!\w)"),
        ("time", r"lần thứ\s*|lần\s+(?=[ivx\d])", _NUMBER + r"(?!\w)"),
        ("khóa", r"khóa\s*", _NUMBER + r"(?!\w)"),
        ("round", r"đợt\s*", _NUMBER + r"(?!\w)"),
        ("quarter", r"quý\s*", r"(?P<n>[ivx]{1,3}|[1-4])(?!\w)"),
        ("months", r"", r"(?P<n>\d{1,2}) tháng (?:đầu|cuối)(?: năm)?(?!\w)"),
        ("month", r"tháng\s*", r"(?P<n>\d{1,2})(?![\d/])"),
        ("year", r"(?:năm\s*)?", r"(?P<n>(?:19|20)\d\d)(?!\d)"),
    )
)
_ROMAN: Final = {"i": 1, "v": 5, "x": 10, "l": 50}
_ROMAN_FORM: Final = re.compile(r"[ivxl]+")
_WORD: Final = re.compile(r"[^\W\d_]+")
# What many names share: heads of events, small words, units, and words of office work.
_EMPTY_PHRASES: Final = re.compile(
    r"(?<!\w)(?:hội nghị|đại hội(?: đại biểu)?|công tác|thực hiện|tổ chức|khai mạc|bế mạc|nhân dịp|"
    r"toàn thể|thị trấn|thành phố|khu dân cư|địa bàn|ngày hội|đối với)(?!\w)"
)
_EMPTY: Final = frozenset(
    "hội lễ buổi cuộc lớp họp ngày và của về cho các những với trong tại ở trên cấp việc năm tháng "
    "đầu cuối theo lần thứ kỳ khóa nhiệm do từ đến là có được xã phường huyện quận tỉnh tp thôn ấp "
    "bản".split()
)
_PLAIN: Final = frozenset(
    "tổng kết sơ triển khai nhiệm vụ phương hướng giao ban thường định bàn làm thăm tặng quà trao "
    "hộ nghèo tết gặp mặt họp đại đoàn kết toàn dân tộc tiếp xúc cử tri kiểm tra giám sát tập huấn "
    "nghiệp bồi dưỡng".split()
)


@dataclass(frozen=True, slots=True)
class Title:
    """The name of a meeting: ``words`` of its own, ``numbers`` by what is counted."""

    words: frozenset[str]
    numbers: Mapping[str, str]

    @property
    def telling(self) -> frozenset[str]:
        """Return those of its words that are not those of every other office meeting."""
        return self.words - _PLAIN


@lru_cache(maxsize=4096)  # some 2 KB each
def parse_title(name: str, place: tuple[str, ...] = ()) -> Title:
    """Return what ``name`` says, the names of its own ``place`` left aside."""
    text = expand(name)
    numbers: dict[str, str] = {}
    for kind, form in _COUNTED:
        for match in form.finditer(text):
            if (value := _value(match["n"])) is not None:
                numbers.setdefault(kind, value)
                text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
    text = _EMPTY_PHRASES.sub(" ", without(text, place))
    words = frozenset(_WORD.findall(text)) - _EMPTY
    return Title(words, numbers)


def expand(name: str) -> str:
    """Return a folded name with the abbreviations of bodies written out, one form for each."""
    text = _LONG.sub(lambda m: _ABBREVIATIONS[m[0]], squeeze(fold(name)))
    return _FRONT.sub("mặt trận", text)


def without(text: str, place: tuple[str, ...]) -> str:
    """Return a folded text without the names of ``place`` and its parents."""
    for unit in place:
        text = _cut(text, unit)
        bare = unit.split(" ", 1)[-1]
        text = _cut(text, bare) if " " in bare else text
    return text


def _cut(text: str, words: str) -> str:
    if words not in text:  # mostly; a pattern for each unit of the country costs much more
        return text
    return re.sub(rf"(?<!\w){re.escape(words)}(?!\w)", " ", text)


def contradict(a: Title, b: Title) -> bool:
    """Tell whether the two count one thing differently (``lần thứ XI``, ``lần thứ 12``)."""
    return any(a.numbers[kind] != b.numbers[kind] for kind in a.numbers.keys() & b.numbers.keys())


def likeness(a: Title, b: Title) -> tuple[float, float]:
    """Return F1 of the words, and the share of the shorter name that the longer has."""
    shared = len(a.words & b.words)
    short, total = min(len(a.words), len(b.words)), len(a.words) + len(b.words)
    if not short:
        return (1.0, 1.0) if not total else (0.0, 1.0)
    return 2 * shared / total, shared / short


def _value(written: str) -> str | None:
    """Return a number in figures, ``None`` where the word is none."""
    written = squeeze(written)
    if written[0].isdigit():
        return re.sub(r"\s+", "", written).lstrip("0") or "0"
    if _ROMAN_FORM.fullmatch(written):
        return str(_roman(written))
    first, _, last = written.rpartition(" ")
    tens = {"": 0, "mười": 10, "hai mươi": 20}[first]
    return str(tens + _WORDS[last]) if last in _WORDS else None


def _roman(written: str) -> int:
    values = [_ROMAN[letter] for letter in written]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))
