"""What stands in the blanks of one article: places, days, people, numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from random import Random

from made.documents import central, local, worded
from made.grammar import Stock, Teller
from made.people import GUESTS, LEVELS, POSTS, Person, holder, named
from made.places import Place, roman, term

from hoinghi.resources.units import COMMUNE, DISTRICT, REFORM

HERE = Path(__file__).parent
HOSTS = {
    "mt": ("Ủy ban MTTQ Việt Nam {}", "Ban Thường trực Ủy ban MTTQ Việt Nam {}"),
    "bct": ("Ban công tác Mặt trận {v}",),
    "hd": ("Thường trực HĐND {}", "HĐND {}"),
    "ub": ("UBND {}",),
    "du": ("Đảng ủy {}", "Ban Thường vụ Đảng ủy {}"),
    "nd": ("Hội Nông dân {}", "Ban Thường vụ Hội Nông dân {}"),
    "pn": ("Hội Liên hiệp Phụ nữ {}", "Hội LHPN {}"),
    "ccb": ("Hội Cựu chiến binh {}", "Hội CCB {}"),
    "dtn": ("Đoàn Thanh niên {}", "Ban Thường vụ Đoàn {}"),
    "cd": ("Công đoàn {}",),
    "qs": ("Ban Chỉ huy Quân sự {}",),
    "ctd": ("Hội Chữ thập đỏ {}",),
    "kh": ("Hội Khuyến học {}",),
    "nct": ("Hội Người cao tuổi {}",),
}
CONGRESSES = {
    "nd": ("Hội Nông dân", "ct_nd"),
    "pn": ("Phụ nữ", "ct_pn"),
    "ccb": ("Hội Cựu chiến binh", "ct_ccb"),
    "dtn": ("Đoàn TNCS Hồ Chí Minh", "bt_doan"),
}
_LEADERS = ("bt", "pbtt", "ct_ub", "pct_ub", "pct_hd", "ct_mt", "pct_mt")
_UNIONS = ("ct_nd", "ct_pn", "ct_ccb", "bt_doan", "ca", "qs", "tyt")
_PARTS = ("sáng", "sáng", "sáng", "chiều", "chiều", "tối")
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_OURS = {
    "nd": ("hội", "hội", "các chi hội nông dân"),
    "pn": ("hội", "chị em toàn {l}", "các chi hội phụ nữ"),
    "ccb": ("hội", "các cựu chiến binh", "các chi hội"),
    "dtn": ("tuổi trẻ {l}", "đoàn viên, thanh niên", "các chi đoàn"),
    "mt": ("Mặt trận và các đoàn thể", "Mặt trận {l}", "toàn {l}"),
    "bct": ("cả thôn", "bà con", "các hộ trong khu dân cư"),
}


@lru_cache(maxsize=1)
def stock() -> Stock:
    """Return all sentences, read once."""
    return Stock(*(HERE / f"{name}.txt" for name in ("clauses", "frames", "events", "kinds")))


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of meeting, a line of ``kinds.tsv``."""

    name: str
    host: str
    chair: str
    months: frozenset[int]
    topics: tuple[str, ...]
    word: str
    time: str
    layouts: tuple[str, ...]


@lru_cache(maxsize=1)
def kinds() -> dict[str, Kind]:
    """Return the kinds of meetings by name."""
    lines = (HERE / "kinds.tsv").read_text(encoding="utf-8").splitlines()[1:]
    found = {}
    for line in lines:
        name, host, chair, months, topics, word, time, layouts = line.split("\t")
        found[name] = Kind(
            name, host, chair, frozenset(map(int, months.split())), tuple(topics.split()), word,
            time, tuple(layouts.split()),
        )  # fmt: skip
    return found


@dataclass(frozen=True, slots=True)
class Event:
    """One meeting: what kind, where and when; whom a post has, which documents are about."""

    kind: Kind
    place: Place
    day: date
    cast: Callable[[Place, str], Person] = holder
    document: Callable[[Random, list[str]], str] | None = None


class Writer:
    """Fills the blanks of the sentences of one article."""

    def __init__(self, event: Event, dice: Random) -> None:
        self.event, self.dice = event, dice
        self.place, self.day, kind = event.place, event.day, event.kind
        self.host_key, self.chair_post = kind.host, kind.chair
        if kind.host == "hoi":
            self.host_key = dice.choice(tuple(CONGRESSES))
            self.congress, self.chair_post = CONGRESSES[self.host_key]
        self.topics = dice.sample(kind.topics, len(kind.topics))
        self.comrades = dice.random() < (0.7 if kind.host in {"du", "ccb", "dtn", "qs"} else 0.35)
        self.joint = dice.choice((", ", ", ", ", ", " – ", " - ", "- ", "(", "before"))
        self.village = self.place.some_village(dice)
        self.teller = Teller(stock(), dice, self._blank)
        self._known: dict[str, str] = {}
        self._told: set[str] = set()
        self._full_host = False
        self.present = self._present()
        self.tell, self.phrase = self.teller.tell, self.teller.phrase
        self._known["su"] = self._name()

    def _blank(self, name: str) -> str:
        known = self._known.get(name)
        if known is None:
            known = getattr(self, f"_{name}")()
            if name in _FIXED:
                self._known[name] = known
        return known

    # people

    def _present(self) -> list[tuple[Person, Place]]:
        """Return who came: first a guest from above, then people of the place itself."""
        dice, place = self.dice, self.place
        chair = (self.event.cast(place, self.chair_post), place)
        self.chair = chair
        found = []
        for above in place.above[: 1 + (dice.random() < 0.2)]:
            posts = POSTS[LEVELS[3 - above.level]]
            post = dice.choice(GUESTS[self.event.kind.host])
            if post in posts:
                found.append((self.event.cast(above, post), above))
        level = POSTS[LEVELS[3 - place.level]]
        ours = dice.sample(_LEADERS, 2 + int(dice.random() * 2))
        ours += dice.sample(_UNIONS, int(dice.random() * 2.2))
        ours = [post for post in ours if post in level and post != self.chair_post]
        found += [(self.event.cast(place, post), place) for post in ours]
        kept: dict[str, tuple[Person, Place]] = {}
        for one in found:
            if one[0].name != chair[0].name:
                kept.setdefault(one[0].name, one)
        return list(kept.values()) or [chair]

    def titles(self, person: Person, place: Place) -> list[str]:
        """Return the titles of a person as they are written beside the name."""
        own = place is self.place
        unit = place.kind if own or self.dice.random() < 0.5 else place.name
        blanks = {"l": unit, "v": self.village}
        if place.level < COMMUNE:
            committee = place.committee
            blanks["uy"] = committee
            blanks["uv"] = f"{committee} viên"
            blanks["doan"] = f"{committee.split()[0]} đoàn"
        return [title.format(**blanks) for title in person.titles]

    def _person(self, one: tuple[Person, Place]) -> str:
        """Return how a sentence names somebody: with titles where that comes first."""
        person, place = one
        honor = "đồng chí" if self.comrades else person.honor
        if person.name in self._told:
            if self.dice.random() < 0.25:
                return f"{self.titles(person, place)[-1]} {person.name}"
            return f"{honor} {person.name}"
        self._told.add(person.name)
        titles = self.titles(person, place)
        if self.joint == "before":
            return f"{titles[-1]} {person.name}"
        if self.joint == "(":
            return f"{honor} {person.name} ({titles[-1]})"
        return f"{honor} {person.name}{self.joint}{', '.join(titles[-2:])}"

    def _chair(self) -> str:
        return self._person(self.chair)

    def _guest(self) -> str:
        return self._person(self.present[0])

    def _speaker(self) -> str:
        return self._person(self.present[int(self.dice.random() * len(self.present))])

    def _khach(self) -> str:
        """Return the list of those present, in one of the forms of such lists."""
        rows = self.present
        self._told.update(person.name for person, _ in rows)
        if self.joint == "before":
            names = [f"{self.titles(p, at)[-1]} {p.name}" for p, at in rows]
            return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " và " + names[-1]
        common = self.dice.random() < 0.45 and len(rows) > 1
        names = []
        for person, place in rows:
            honor = "" if common else "đồng chí " if self.comrades else f"{person.honor} "
            titles = ", ".join(self.titles(person, place))
            joint = f" ({titles})" if self.joint == "(" else f"{self.joint}{titles}"
            names.append(f"{honor}{person.name}{joint}")
        start = ("các đồng chí: " if self.comrades else "các ông, bà: ") if common else ""
        return start + "; ".join(names)

    def _ordinary(self) -> Person:
        return named(str(self.dice.random()))

    def _ten(self) -> str:
        person = self._ordinary()
        return f"{person.honor} {person.name}"

    _chunha = _ten

    def _dan(self) -> str:
        where, text = self.place.some_village(self.dice), self._ten()
        turn = int(self.dice.random() * 4)
        voter = "cử tri " if self.event.kind.name == "tiepxuc" and turn == 3 else ""
        return (
            f"{text} ({where})",
            f"{text} ở {where}",
            f"{text}, {where},"[:-1],
            f"{voter}{text}",
        )[turn]

    def _but(self) -> str:
        words = self._ordinary().name.split()
        return " ".join(words[-2:]) if self.dice.random() < 0.8 else f"{words[0][0]}.{words[-1][0]}"

    # places and bodies

    def _unit(self) -> str:
        """Return the unit with what lies above it, as the first mention has it."""
        names = [one.name for one in self.place.above]
        turn = self.dice.random()
        if not names or turn < 0.12:
            return self.place.name
        if turn < 0.35:
            return f"{self.place.name} ({', '.join(names)})"
        if turn < 0.5:
            return f"{self.place.name} ({names[0]})"
        return ", ".join([self.place.name, *names[: 1 + (turn < 0.85)]])

    def _body(self, unit: str) -> str:
        if self.host_key == "du" and self.place.level < COMMUNE:
            return f"Ban Thường vụ {self.place.committee}{unit.removeprefix(self.place.kind)}"
        if self.host_key == "cd" and self.place.level == DISTRICT:
            return f"Liên đoàn Lao động {unit}"
        forms = HOSTS[self.host_key]
        form = forms[0] if self.event.kind.name == "kyhop" else self.dice.choice(forms)
        if self.event.kind.name == "kyhop":
            form = "HĐND {}"
        if self.host_key == "bct":
            return form.format(v=self.village) + (f", {unit}" if unit != self.place.kind else "")
        return form.format(unit)

    def _host(self) -> str:
        if self._full_host:
            return self._body(self.place.kind)
        self._full_host = True
        return self._body(self._unit())

    def host_in_title(self) -> str:
        """Return the host as a headline names it."""
        return self._body(self.place.name)

    def _noi(self) -> str:
        kind, name = self.place.kind, self.place.name
        if self.host_key == "bct" or self.event.kind.name == "nhaodk":
            return f"Nhà văn hóa {self.village}"
        if self.place.level < COMMUNE:
            hall = (f"Hội trường {self.place.committee}", f"Trung tâm Chính trị {kind}",
                    f"Trung tâm Hội nghị {kind}", f"Hội trường UBND {name}")  # fmt: skip
        else:
            hall = (
                f"Hội trường UBND {kind}", f"Hội trường UBND {name}", f"hội trường Đảng ủy {kind}",
                f"Nhà văn hóa {self.village}", f"Trung tâm Văn hóa - Thể thao {kind}",
                f"Trung tâm học tập cộng đồng {kind}", f"Nhà văn hóa trung tâm {kind}",
            )  # fmt: skip
        return hall[int(self.dice.random() * len(hall))]

    def _tai(self) -> str:
        return f"tại {self._blank('noi')}"

    def _xa(self) -> str:
        return self.place.name

    def _tenxa(self) -> str:
        return self.place.bare

    def _loai(self) -> str:
        return self.place.kind

    def _v(self) -> str:
        return self.village

    def _v2(self) -> str:
        return self.place.some_village(self.dice)

    def _thon(self) -> str:
        return self.place.village

    def _cacthon(self) -> str:
        return "các xã, thị trấn" if self.place.level == DISTRICT else (
            "các xã, phường" if self.place.level < COMMUNE else f"các {self.place.village}")  # fmt: skip

    def _captren(self) -> str:
        if self.host_key == "du" or self.place.level < COMMUNE:
            return (self.place.above or (self.place,))[0].committee
        return "Đảng ủy " + self.place.kind

    def _xacu(self) -> str:
        names = list(self.place.former)[:5]
        return f"{', '.join(names[:-1])} và {names[-1]}" if len(names) > 1 else "các đơn vị cũ"

    def _haicap(self) -> str:
        above = self.place.above[0].kind if self.place.above else self.place.kind
        return f"{above} và {self.place.kind}" if above != self.place.kind else above

    def _hoi(self) -> str:
        return self.congress

    def _ai(self) -> str:
        if self.dice.random() < 0.5 and self.host_key in _OURS:
            ours = _OURS[self.host_key]
            return ours[int(self.dice.random() * len(ours))].format(l=self.place.kind)
        if self.host_key == "bct":
            return "bà con trong thôn" if self.place.village == "thôn" else "bà con"
        ours = (f"toàn {self.place.kind}", "địa phương", self.place.name, "cấp ủy, chính quyền")
        return ours[int(self.dice.random() * 4)]

    # days and numbers

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

    def _part(self) -> str:
        if "part" not in self._known:
            self._known["part"] = self.dice.choice(_PARTS)
        return self._known["part"]

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

    # words

    def _hn(self) -> str:
        return self.event.kind.word

    def _nhieu(self) -> str:
        return self.dice.choice(
            ("nhiều đại biểu", "không ít người", "những người làm công tác cơ sở")
        )

    def _dsdb(self) -> str:
        return self.phrase("dsdb")

    def _ban(self) -> str:
        return self.phrase("ban")

    def _clause(self, section: str) -> str:
        topics = [topic for topic in self.topics if f"{section}.{topic}" in stock()]
        topic = topics[int(self.dice.random() ** 1.4 * len(topics))]
        return self.phrase(f"{section}.{topic}")

    def _done(self) -> str:
        return self._clause("done")

    def _todo(self) -> str:
        return self._clause("todo")

    def _lack(self) -> str:
        return self._clause("lack")

    def _ask(self) -> str:
        return self._clause("ask")

    def _answer(self) -> str:
        return self._clause("answer")

    def _vb(self) -> str:
        """Return a document; in a meeting about one, that one, later on by its number alone."""
        main = self.event.kind.name in {"quantriet", "soketvb"}
        if main and "document" in self._known:
            return self._known["document"]
        if self.event.document:
            text = self.event.document(self.dice, self.topics)
        else:
            found = (
                central(self.dice, self.topics[:2], self.day)
                if main or self.dice.random() < 0.6
                else None
            )
            text = worded(found, self.dice) if found else local(self.dice, self.place, self.day)
        if main:
            self._known["document"] = (
                text.partition(" ngày ")[0].partition(" của ")[0].partition(" về ")[0]
            )
        return text

    def _name(self) -> str:
        kind, year, month = self.event.kind.name, self.day.year, self.day.month
        for section in (f"su.{kind}.{year}-{month}", f"su.{kind}.{month}", f"su.{kind}"):
            if section in stock():
                return self.phrase(section)
        raise KeyError(kind)


_FIXED = {"noi", "khi", "chunha"}
