"""Forms that communes fill in again and again: much text in common, and each another event."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import md5
from pathlib import Path
from typing import Self

from hoinghi.records import Article

ROOT = Path(__file__).parent.parent
FORMS = (ROOT / "tests/data/boilerplate.txt").read_text(encoding="utf-8").split("---\n")
DEV, HELD = "dev", "held"


@dataclass(frozen=True)
class Case:
    """An article with the one that it repeats (``None``: it repeats none), and what was done."""

    article: Article
    original: str | None
    kind: str


def half_of(key: str) -> str:
    return (DEV, HELD)[int(md5(key.encode()).hexdigest(), 16) % 2]  # noqa: S324


def distinct(cases: list[Case]) -> list[Case]:
    """Return the first case of each text: where a change changed nothing, nothing is measured."""
    found: dict[str, Case] = {}
    for case in cases:
        found.setdefault(case.article.text, case)
    return list(found.values())


COMMUNES = [
    ("Tam Đại", "Phú Ninh", "Quảng Nam"),
    ("Tam Lãnh", "Phú Ninh", "Quảng Nam"),
    ("Bình Sa", "Thăng Bình", "Quảng Nam"),
    ("Bình Nam", "Thăng Bình", "Quảng Nam"),
    ("Gia Hiệp", "Di Linh", "Lâm Đồng"),
    ("Tam Bố", "Di Linh", "Lâm Đồng"),
    ("An Thạnh", "Mỏ Cày Nam", "Bến Tre"),
    ("Định Thủy", "Mỏ Cày Nam", "Bến Tre"),
    ("Trà Côn", "Trà Ôn", "Vĩnh Long"),
    ("Thuận Thới", "Trà Ôn", "Vĩnh Long"),
]
HAMLETS = [
    "thôn Trung Đàn",
    "thôn An Hà",
    "thôn An Hải",
    "thôn 3",
    "thôn 4",
    "ấp Tân Lộc",
    "ấp Tân Lợi",
    "khu phố 2",
    "thôn Đông",
    "thôn Tây",
]
FAMILY = "Nguyễn Trần Lê Phạm Huỳnh Võ Phan Bùi Đặng Hồ Ngô Dương Đinh Đoàn".split()
MIDDLE = "Văn Thị Minh Quang Thanh Ngọc Đức Hữu Xuân Kim".split()
GIVEN = (
    "Mẫu Hòa Hưng Hương Hường Diệm Khiêm Thảo Tâm Lâm Phúc Bảo Duyên Sơn Thủy Trí Vinh Yên".split()
)
NEAR = dict(
    zip(
        GIVEN,
        "Mậu Hoa Hương Hường Hương Diễm Khiếm Thao Tám Lam Phức Bão"
        " Duyến Sớn Thùy Trị Vĩnh Yến".split(),
        strict=True,
    )
)


@dataclass(frozen=True)
class Values:
    """What is written into a form."""

    place: tuple[str, str, str]
    hamlet: str
    day: date
    session: int
    number: int
    people: tuple[str, str, str]

    @classmethod
    def rolled(cls, dice: random.Random) -> Self:
        return cls(
            dice.choice(COMMUNES),
            dice.choice(HAMLETS),
            date(2023, 1, 5) + timedelta(days=dice.randrange(600)),
            dice.randrange(5, 20),
            dice.randrange(11, 300),
            _people(dice),
        )

    def changed(self, what: str, dice: random.Random) -> Self:
        """Return these values with one thing changed."""
        return replace(self, **self.changes()[what](self, dice))

    @classmethod
    def changes(cls) -> dict[str, Callable[[Self, random.Random], dict]]:
        """Return what may be filled in otherwise."""
        return CHANGES

    def fields(self) -> dict[str, object]:
        """Return what stands in a form for each of its fields."""
        commune, district, province = self.place
        one, two, three = self.people
        return {
            "commune": commune,
            "district": district,
            "province": province,
            "hamlet": self.hamlet,
            "day": f"{self.day.day}/{self.day.month}/{self.day.year}",
            "year": self.day.year,
            "session": self.session,
            "n": self.number,
            "p1": one,
            "p2": two,
            "p3": three,
        }


def _people(dice: random.Random) -> tuple[str, str, str]:
    given = dice.sample(GIVEN, 3)
    one, two, three = (f"{dice.choice(FAMILY)} {dice.choice(MIDDLE)} {name}" for name in given)
    return one, two, three


def _other(things: list, own: object, dice: random.Random) -> object:
    return dice.choice([thing for thing in things if thing != own])


def _later(days: int, *, session: int = 0) -> Callable[[Values, random.Random], dict]:
    return lambda v, _: {"day": v.day + timedelta(days=days), "session": v.session + session}


def _namesake(name: str) -> str:
    *family, given = name.split()
    return " ".join([*family, NEAR[given]])


ACCENTS = {"thôn An Hà": "thôn An Hạ", "thôn Đông": "thôn Đồng", "ấp Tân Lộc": "ấp Tân Lọc"}
# What is filled in otherwise; "near" and "alike" are names that differ in an accent or a letter.
CHANGES: dict[str, Callable[[Values, random.Random], dict]] = {
    "commune": lambda v, dice: {"place": _other(COMMUNES, v.place, dice)},
    "hamlet": lambda v, dice: {"hamlet": _other(HAMLETS, v.hamlet, dice)},
    "near": lambda v, dice: {"hamlet": ACCENTS.get(v.hamlet, "thôn An Hải")},
    "day": _later(1),
    "week": _later(7),
    "month": _later(30, session=1),
    "year": _later(364),
    "session": lambda v, _: {"session": v.session + 1},
    "number": lambda v, dice: {"number": v.number + dice.choice([1, 10])},
    "person": lambda v, dice: {"people": (_people(dice)[0], *v.people[1:])},
    "people": lambda v, dice: {"people": _people(dice)},
    "alike": lambda v, _: {"people": (_namesake(v.people[0]), *v.people[1:])},
}


def filled(form: str, values: Values, site: str) -> Article:
    """Return ``form`` as the commune's site posts it the day after."""
    text = form.strip().format(**values.fields())
    return Article(text, published=values.day + timedelta(days=1), source=f"{site}.example")


def forms(half: str, rounds: int, every: int = 1) -> list[list[Case]]:
    """Return families: a form, filled in once and again with one thing changed at a time."""
    chosen = [form for number, form in enumerate(FORMS) if (number % 2 == 0) == (half == DEV)]
    return families(chosen[::every], Values, rounds, half)


def families(chosen: list[str], values: type[Values], rounds: int, seed: str) -> list[list[Case]]:
    """Return a family for each of the forms ``chosen`` and each round."""
    found: list[list[Case]] = []
    for number, form in enumerate(chosen):
        for turn in range(rounds):
            dice = random.Random(f"form {seed} {number} {turn}")  # noqa: S311
            base = values.rolled(dice)
            made = {filled(form, base, "a").text: Case(filled(form, base, "a"), None, "form")}
            for what in values.changes():
                article = filled(form, base.changed(what, dice), what)
                made.setdefault(article.text, Case(article, None, what))
            found.append(list(made.values()))
    return found


def same_event(half: str) -> list[Case]:
    """Return articles of which several tell of one meeting, each in its own words."""
    lines = (ROOT / "corpus/linking/articles.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [
        Case(
            Article(
                row["text"],
                title=row["title"],
                published=date.fromisoformat(row["published"]) if row["published"] else None,
                source=row["source"],
            ),
            None,
            "own words",
        )
        for row in rows
        if half_of(row["id"][:3]) == half
    ]
