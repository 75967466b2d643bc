"""What an article says of days, years, terms and sessions."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from made.places import Place, roman, term

from hoinghi.resources.units import REFORM

_PARTS = ("sáng", "sáng", "sáng", "chiều", "chiều", "tối")
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


class Days:
    """The blanks that follow from the day of a meeting; each is called ``_`` and its name."""

    dice: Random
    place: Place
    day: date
    known: dict[str, str]
    evening: bool

    def _khi(self) -> str:
        day, dice = self.day, self.dice
        part = self._part()
        short = f"{day.day}/{day.month}"
        turn = int(dice.random() * 12)
        if turn < 4:
            return f"{part} ngày {short}/{day.year}"
        return (
            f"{part} {short}", f"{part} {short}/{day.year}", f"ngày {short}/{day.year}",
            f"{part} {day.day:02}-{day.month}-{day.year}", f"{part} nay ({short})",
            f"{part} ngày {day.day:02} tháng {day.month:02} năm {day.year}",
            f"{part} {_WEEKDAYS[day.weekday()]} ({short})", f"{part} ngày {short}",
        )[turn - 4]  # fmt: skip

    def _giokhi(self) -> str:
        hour = {"sáng": 7, "chiều": 14, "tối": 19}[self._part()] + int(self.dice.random() * 2)
        minutes = self.dice.choice(("", " 00", " 30"))
        day = f"{self.day.day}/{self.day.month}/{self.day.year}"
        return f"{hour} giờ{minutes}{' phút' if minutes else ''} ngày {day}"

    def _gioxong(self) -> str:
        hour = {"sáng": 10, "chiều": 16, "tối": 21}[self._part()]
        return f"{hour} giờ {self.dice.choice(('15', '30', '45'))} phút"

    def _part(self) -> str:
        if "part" not in self.known:
            self.known["part"] = self.dice.choice(_PARTS if self.evening else _PARTS[:-1])
        return self.known["part"]

    def _nam(self) -> str:
        return str(self.day.year)

    def _namtong(self) -> str:
        return str(self.day.year - (self.day.month < 6))

    def _namsau(self) -> str:
        return str(int(self._namtong()) + 1 if self.day.month in {1, 12} else self.day.year + 1)

    def _nambatruoc(self) -> str:
        return str(self.day.year - 3)

    def _namhoc(self) -> str:
        start = self.day.year - (self.day.month < 6)
        return f"{start}-{start + 1}"

    def _tuoi(self) -> str:
        return str(self.day.year - 1930)

    def _tuoihai(self) -> str:
        return str(self.day.year - 40)

    def _tuoiccb(self) -> str:
        return str(self.day.year - 1989)

    def _thang(self) -> str:
        return str(self.day.month)

    def _giua(self) -> str:
        return "giữa" if self.day.month < 8 else "cuối"

    def _quy(self) -> str:
        return roman((self.day.month // 3 + 1) % 4 + 1)

    def _quynay(self) -> str:
        return roman((self.day.month - 1) // 3 + 1)

    def _kythu(self) -> str:
        if self.place.mark.endswith("+") or self.day >= REFORM:
            return str(2 + (self.day.month > 9) + int(self.dice.random() * 2))
        return str((self.day.year - 2021) * 3 + 4 + self.day.month // 4)

    def _lanthu(self) -> str:
        since = self.day - (REFORM if self.day >= REFORM else date(2023, 1, 1))
        return str(1 + since.days // 90) if self.day < REFORM else str(2 + since.days // 80)

    def _landaihoi(self) -> str:
        return term(self.place)

    def _khoa(self) -> str:
        return term(self.place)

    def _nhiemky(self) -> str:
        if self.day >= REFORM:
            return "2025-2030"
        return "2019-2024" if self.day < date(2024, 3, 1) else "2024-2029"

    def _nkdang(self) -> str:
        return "2020-2025" if self.day < REFORM else "2025-2030"

    def _han(self) -> str:
        day = self.day + timedelta(days=12 + int(self.dice.random() * 90))
        return f"{day.day}/{day.month}" + (f"/{day.year}" if self.dice.random() < 0.5 else "")

    def _qua(self) -> str:
        day = self.day - timedelta(days=2 + int(self.dice.random() * 14))
        return f"{day.day}/{day.month}/{day.year}"

    def _thu(self) -> str:
        return self.dice.choice(("hai", "ba", "tư", "năm"))
