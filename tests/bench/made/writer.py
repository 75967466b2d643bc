"""What stands in the blanks of one article: places, days, people, numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from random import Random

from made.days import Days
from made.grammar import Stock, Teller
from made.kinds import CONGRESSES, HOSTS, Event
from made.people import GUESTS, LEVELS, POSTS, Person, named
from made.places import Place

from hoinghi.resources.units import COMMUNE, DISTRICT, REFORM

HERE = Path(__file__).parent
ABOUT_ONE = {"quantriet", "soketvb"}  # meetings about one document
_WORDS = {"lễ": "buổi lễ", "diễn": "diễn đàn", "lớp": "lớp tập huấn"}
_COMMON = ("danchu", "ansinh", "vanhoa", "moitruong", "giaoduc")
_NO_GUESTS = {"phienhop", "giaoban"}
_BOTH_LEVELS = {"daihoidang", "congbo", "daihoimt", "tiepxuc", "ngayhoi"}
_LEADERS = ("bt", "pbtt", "ct_ub", "pct_ub", "pct_hd", "ct_mt", "pct_mt")
_UNIONS = ("ct_nd", "ct_pn", "ct_ccb", "bt_doan", "ca", "qs", "tyt")
_OURS = {
    "nd": ("hội", "hội", "các chi hội nông dân"),
    "pn": ("hội", "chị em toàn {l}", "các chi hội phụ nữ"),
    "ccb": ("hội", "các cựu chiến binh", "các chi hội"),
    "dtn": ("tuổi trẻ {l}", "đoàn viên, thanh niên", "các chi đoàn"),
    "mt": ("Mặt trận và các đoàn thể", "Mặt trận {l}", "toàn {l}"),
    "bct": ("cả khu dân cư", "bà con", "các hộ trong khu dân cư"),
}


@lru_cache(maxsize=1)
def stock() -> Stock:
    """Return all sentences, read once."""
    return Stock(*(HERE / f"{name}.txt" for name in ("clauses", "frames", "events", "kinds")))


class Writer(Days):
    """Fills the blanks of the sentences of one article."""

    def __init__(self, event: Event, dice: Random) -> None:
        self.event, self.dice = event, dice
        self.place, self.day, kind = event.place, event.day, event.kind
        self.host_key, self.chair_post = kind.host, kind.chair
        if kind.host == "hoi":
            self.host_key = dice.choice(tuple(CONGRESSES))
            self.congress, self.chair_post = CONGRESSES[self.host_key]
        self.topics = dice.sample(kind.topics, len(kind.topics))
        if self.day >= REFORM and "chinhquyen" in self.topics:
            self.topics.insert(dice.randrange(3), "sapnhap")
        self.comrades = dice.random() < (0.7 if kind.host in {"du", "ccb", "dtn", "qs"} else 0.35)
        self.joint = dice.choice((", ", ", ", ", ", " – ", " - ", "- ", "(", "before"))
        self.evening = kind.name in {"ngayhoi", "tiepxuc", "doithoai", "phunu", "doan"}
        self.village = event.fixed.get("v") or self.place.some_village(dice)
        self.teller = Teller(stock(), dice, self._blank)
        self.known: dict[str, str] = dict(event.fixed)
        self._told: set[str] = set()
        self._full_host = False
        self._topic = self._about = ""
        self.present = self._present()
        self.tell, self.phrase = self.teller.tell, self.teller.phrase
        self.known.setdefault("su", self._name())

    def _blank(self, name: str) -> str:
        known = self.known.get(name)
        if known is None:
            known = getattr(self, f"_{name}")()
            if name in _FIXED:
                self.known[name] = known
        return known

    # people

    def _present(self) -> list[tuple[Person, Place]]:
        """Return who came: first a guest from above, then people of the place itself."""
        dice, place = self.dice, self.place
        chair = (self.event.cast(place, self.chair_post, self.day), place)
        self.chair = chair
        found = []
        name = self.event.kind.name
        levels = 0 if name in _NO_GUESTS else 1 + (name in _BOTH_LEVELS and dice.random() < 0.4)
        for above in place.above[:levels]:
            posts = POSTS[LEVELS[3 - above.level]]
            post = dice.choice(GUESTS[self.event.kind.host])
            if post in posts:
                found.append((self.event.cast(above, post, self.day), above))
        self.guests = len(found)
        level = POSTS[LEVELS[3 - place.level]]
        ours = dice.sample(_LEADERS, 2 + int(dice.random() * 2))
        ours += dice.sample(_UNIONS, int(dice.random() * 2.2))
        order = (*_LEADERS, *_UNIONS).index
        ours = sorted((p for p in ours if p in level and p != self.chair_post), key=order)
        found += [(self.event.cast(place, post, self.day), place) for post in ours]
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
            early = self.day < date(2025, 2, 1)
            blanks["dv"] = "Ban Dân vận" if early else "Ban Tuyên giáo và Dân vận"
            blanks["doan"] = f"{committee.split()[0]} đoàn"
        return [title.format(**blanks) for title in person.titles]

    def main_title(self, person: Person, place: Place) -> str:
        """Return the title by which somebody is told of where there is room for one."""
        titles = self.titles(person, place)
        return titles[0] if "Bí thư Đảng ủy" in titles else titles[-1]

    def _person(self, one: tuple[Person, Place]) -> str:
        """Return how a sentence names somebody: with titles where that comes first."""
        person, place = one
        honor = "đồng chí" if self.comrades else person.honor
        if person.name in self._told:
            if self.dice.random() < 0.25:
                return f"{self.main_title(person, place)} {person.name}"
            return f"{honor} {person.name}"
        self._told.add(person.name)
        titles = self.titles(person, place)
        if self.joint == "before":
            return f"{self.main_title(person, place)} {person.name}"
        if self.joint == "(":
            return f"{honor} {person.name} ({self.main_title(person, place)})"
        return f"{honor} {person.name}{self.joint}{', '.join(titles[-2:])}"

    def _chair(self) -> str:
        return self._person(self.chair)

    def _guest(self) -> str:
        return self._person(self.present[0])

    def _speaker(self) -> str:
        ours = [one for one in self.present if one[1] is self.place] or [self.chair]
        return self._person(ours[int(self.dice.random() * len(ours))])

    def _officer(self) -> str:
        """Return who answers for the administration."""
        post = "ct_ub" if self.event.kind.name == "tiepxuc" else "pct_ub"
        return self._person((self.event.cast(self.place, post, self.day), self.place))

    def _khach(self) -> str:
        """Return the list of those present, in one of the forms of such lists."""
        rows = self.present
        self._told.update(person.name for person, _ in rows)
        if self.joint == "before":
            names = [f"{self.main_title(p, at)} {p.name}" for p, at in rows]
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

    def _chuthe(self) -> str:
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
        if self.place.level == COMMUNE:
            return f"các {self.place.village}"
        return "các xã, thị trấn" if self.place.level == DISTRICT else "các xã, phường"

    def _captren(self) -> str:
        if self.host_key == "du" or self.place.level < COMMUNE:
            return self.place.above[0].committee if self.place.above else "cấp ủy cấp trên"
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

    # words

    def _hn(self) -> str:
        start = self.known["su"].split()
        first = start[0].lower()
        return _WORDS.get(first) or " ".join(start[: 3 if first == "buổi" else 2]).lower()

    def _nhieu(self) -> str:
        return self.dice.choice(
            ("nhiều đại biểu", "không ít người", "những người làm công tác cơ sở")
        )

    def _dsdb(self) -> str:
        return self.phrase("dsdb")

    def _ban(self) -> str:
        return self.phrase("ban")

    def _clause(self, section: str, topic: str = "") -> str:
        """Return a clause on ``topic``, or on one of the article's, that was not told yet."""
        fresh, dice = self.teller.fresh, self.dice
        topics: Sequence[str] = (topic,) if topic else self.topics
        for turn in range(12):
            topic = topics[int(dice.random() ** 1.4 * len(topics))]
            if fresh(f"{section}.{topic}"):
                break
            topics = self.topics if turn < 6 else _COMMON
        self._topic = topic
        return self.phrase(f"{section}.{topic}")

    def _done(self) -> str:
        return self._clause("done")

    def _todo(self) -> str:
        return self._clause("todo")

    def _lack(self) -> str:
        return self._clause("lack")

    def _ask(self) -> str:
        return self._clause("ask")

    def _askof(self) -> str:
        return self._clause("ask", self._topic)

    def _answer(self) -> str:
        if not self.teller.asked:
            self._ask()
        return self.teller.answer()

    def _donevb(self) -> str:
        return self._clause("done", self._about)

    def _todovb(self) -> str:
        return self._clause("todo", self._about)

    def _vb(self) -> str:
        """Return a document; in a meeting about one, that one, later on by its number alone."""
        kind = self.event.kind.name
        if kind in ABOUT_ONE and "document" in self.known:
            return self.known["document"]
        signed_by = self.day - timedelta(days=200 if kind == "soketvb" else 0)
        cited = self.event.document(self.dice, self.place, signed_by, self.topics)
        text, self._about = cited
        if kind in ABOUT_ONE and len(text) > 110:
            text = text.partition(" về ")[0]
        number = re.split(" ngày | của | về ", text)[0]
        if number in self._told:
            return number
        self._told.add(number)
        if kind in ABOUT_ONE:
            self.known["document"] = number
            if self._about not in self.topics:
                self.topics.insert(0, self._about)
        return text

    def carrying_out(self) -> str | None:
        """Return, now and then, a lead that names a document which the meeting carries out."""
        if self.event.kind.name in ABOUT_ONE or self.dice.random() > 0.15:
            return None
        text = self.tell("lead.vb")
        if self._about in self.event.kind.topics:
            return text
        self._full_host = False
        return None

    def _name(self) -> str:
        kind, year, month = self.event.kind.name, self.day.year, self.day.month
        for section in (f"su.{kind}.{year}-{month}", f"su.{kind}.{month}", f"su.{kind}"):
            if section in stock():
                return self.phrase(section)
        raise KeyError(kind)


_FIXED = {"noi", "khi", "chunha"}
