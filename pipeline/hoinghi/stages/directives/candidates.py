"""The bodies of an article, and which of them a document's symbol can stand for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from hoinghi.records import DirectiveMention, OrganizationMention

STANDING = re.compile(r"^(?:Ban Thường vụ|Ban Thường trực|Thường trực) ")
_UNIT = re.compile(
    r"(?<!\w)(xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh)"
    r" ([A-ZÀ-ỸĐ0-9].{0,40})$"
)
_RANK = {"tỉnh": 3, "thành phố": 2, "huyện": 2, "quận": 2, "thị xã": 2}
# A part of a symbol -> what the name of its issuer starts with (Hướng dẫn 36-HD/VPTW, 2018;
# Nghị định 30/2020/NĐ-CP, appendices III and VI).
CODES = {
    "UBND": ("Ủy ban nhân dân",),
    "HĐND": ("Hội đồng nhân dân",),
    "TTHĐND": ("Thường trực Hội đồng nhân dân",),
    "UBBC": ("Ủy ban bầu cử", "Ủy ban Bầu cử"),
    "TU": ("Tỉnh ủy", "Thành ủy"),
    "ThU": ("Thành ủy", "Thị ủy"),
    "HU": ("Huyện ủy",),
    "QU": ("Quận ủy",),
    "ĐU": ("Đảng ủy",),
    "MTTQ": ("Ủy ban Mặt trận Tổ quốc",),
    "UBMTTQ": ("Ủy ban Mặt trận Tổ quốc",),
    "UBMT": ("Ủy ban Mặt trận Tổ quốc",),
    "BTT": ("Ban Thường trực Ủy ban Mặt trận Tổ quốc", "Ban Thường trực Ủy ban Trung ương Mặt"),
    "BCĐ": ("Ban Chỉ đạo",),
    "LĐLĐ": ("Liên đoàn Lao động",),
    "HND": ("Hội Nông dân",),
    "HLHPN": ("Hội Liên hiệp Phụ nữ",),
    "LHPN": ("Hội Liên hiệp Phụ nữ",),
    "HPN": ("Hội Liên hiệp Phụ nữ",),
    "CCB": ("Hội Cựu chiến binh",),
    "HCCB": ("Hội Cựu chiến binh",),
    "ĐTN": ("Đoàn Thanh niên",),
    "TĐTN": ("Tỉnh đoàn", "Thành đoàn"),
    "HCTĐ": ("Hội Chữ thập đỏ",),
    "HNCT": ("Hội Người cao tuổi",),
    "HKH": ("Hội Khuyến học",),
    "BCHQS": ("Ban Chỉ huy Quân sự", "Bộ Chỉ huy Quân sự"),
    "BCH": ("Ban Chỉ huy Quân sự", "Bộ Chỉ huy Quân sự"),
    "CAX": ("Công an xã",),
    "BHXH": ("Bảo hiểm xã hội",),
    "BTS": ("Ban Trị sự",),
}
# Bodies that every unit of a kind has: part of a symbol -> (kinds, name in front of the unit's).
_EVERYWHERE = {
    "UBND": (None, "Ủy ban nhân dân"),
    "HĐND": (None, "Hội đồng nhân dân"),
    "TTHĐND": (None, "Thường trực Hội đồng nhân dân"),
    "MTTQ": (None, "Ủy ban Mặt trận Tổ quốc Việt Nam"),
    "UBMTTQ": (None, "Ủy ban Mặt trận Tổ quốc Việt Nam"),
    "BTT": (None, "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam"),
    "ĐU": (("xã", "phường", "thị trấn", "đặc khu"), "Đảng ủy"),
}
# Acts that a Party committee's standing committee decides on.
_DECIDED = frozenset({"Quyết định", "Quy định", "Quy chế", "Chỉ thị", "Kết luận", "Kế hoạch"})
_LETTERS = frozenset({"Công văn", "Văn bản"})
_COMMITTEES = frozenset({"TU", "ThU", "HU", "QU", "ĐU"})
_WORD = re.compile(r"[^\W\d_]+")
_JOINT = re.compile(r"phối hợp|liên tịch")


class Bodies:
    """The bodies of an article in order, with what is asked of them over and over."""

    def __init__(self, organizations: Sequence[OrganizationMention]) -> None:
        self.ordered = sorted(organizations, key=lambda organization: organization.start)
        self._counts = Counter(body.name for body in self.ordered)
        self._voted: dict[tuple[str, bool], str | None] = {}
        self._initials: dict[str, Counter[str]] | None = None
        self._units: Counter[tuple[str, str]] = Counter()
        self._main: dict[str | None, str | None] = {}
        for name, count in self._counts.items():
            if unit := _UNIT.search(name):
                self._units[unit[1], unit[2]] += count

    def index(self, offset: int) -> int:
        """Return the index of the first body that starts at or after ``offset``."""
        return bisect_left(self.ordered, offset, key=lambda organization: organization.start)

    def voted(self, mention: DirectiveMention) -> str | None:
        """Return the body that a symbol most likely stands for in this article.

        The one that the article names most often, counting its organs; among equals, and for
        general rules (numbers with a year), that of the highest level. If it names none, the
        body that the article's main unit must have. For joint documents all that can be told,
        with commas between them.
        """
        directive = mention.directive
        parts = re.split(r"[-/]", directive.symbol or "")[1:]
        general = "/" in (directive.number or "")
        if _JOINT.search(directive.kind.lower()):
            joint = (self._stands_for(part, directive.kind, general=general) for part in parts)
            return ", ".join(dict.fromkeys(filter(None, joint))) or None
        letter = directive.kind in _LETTERS  # their symbols begin with the body that writes
        own = (directive.symbol or "").partition("-")[0] if letter else ""
        code = code_of(mention) or own or (parts[-1] if parts else "")
        return self._stands_for(code, directive.kind, general=general)

    def unit(self, kind: str | None = None) -> str | None:
        """Return the unit that most bodies of the article belong to (``xã Hòa An``).

        Args:
            kind: The type word that the unit must have; a tie is no answer.
        """
        if kind not in self._main:
            units = [unit for unit in self._units if kind in (None, unit[0])]
            first, second = [*sorted((self._units[unit] for unit in units), reverse=True), 0, 0][:2]
            main = next((unit for unit in units if self._units[unit] == first > second), None)
            self._main[kind] = " ".join(main) if main else None
        return self._main[kind]

    def _stands_for(self, code: str, kind: str, *, general: bool) -> str | None:
        if (code, general) not in self._voted:
            self._voted[code, general] = (
                self._vote(code, general=general) or self._supply(code) or self._initialled(code)
            )
        base = self._voted[code, general]
        standing = f"Ban Thường vụ {base}"
        decided = kind in _DECIDED and code in _COMMITTEES and standing in self._counts
        return standing if decided else base

    def _initialled(self, code: str) -> str | None:
        """Return the body whose initials a code is (``STNMT``, ``HKL``; ``CAT`` with its unit)."""
        if len(code) == 1:  # no abbreviation of a body
            return None
        if self._initials is None:
            self._initials = {}
            for name, count in self._counts.items():
                for letters in _initials(name):
                    self._initials.setdefault(letters, Counter())[name] += count
        fitting = self._initials.get(code, Counter[str]())
        return next(iter(fitting)) if len(fitting) == 1 else None

    def _vote(self, code: str, *, general: bool) -> str | None:
        words = CODES.get(code)
        if words is None:
            return None
        votes: Counter[str] = Counter()
        for name, count in self._counts.items():
            at = min((name.find(word) for word in words if word in name), default=-1)
            if at == 0 or (at > 0 and name[at - 1] == " "):
                votes[name[at:]] += count
        order = (_level, votes.get) if general else (votes.get, _level)
        ranked = sorted(votes, key=lambda name: [rank(name) for rank in order], reverse=True)
        if not ranked:
            return None
        tie = len(ranked) > 1 and all(rank(ranked[0]) == rank(ranked[1]) for rank in order)
        return None if tie else ranked[0]

    def _supply(self, code: str) -> str | None:
        kinds, name = _EVERYWHERE.get(code, (None, None))
        unit = self.unit() if self._units.total() > 1 else None  # one body tells too little
        if name is None or unit is None:
            return None
        return f"{name} {unit}" if kinds is None or unit.startswith(kinds) else None


def _level(name: str) -> int:
    unit = _UNIT.search(name)
    return _RANK.get(unit[1], 1) if unit else 0


def _initials(name: str) -> tuple[str, str]:
    """Return the initials of a body's name without its unit, and with the unit's kind."""
    unit = _UNIT.search(name)
    own = name[: unit.start()] if unit else name
    letters = "".join(word[0].upper() for word in _WORD.findall(own) if word not in {"và", "của"})
    return letters, letters + (unit[1][0].upper() if unit else "")


def code_of(mention: DirectiveMention) -> str | None:
    """Return the last part of a document's symbol that tells of its issuer."""
    symbol = mention.directive.symbol
    if symbol is None:
        return None
    return next((part for part in reversed(re.split(r"[-/]", symbol)) if part in CODES), None)
