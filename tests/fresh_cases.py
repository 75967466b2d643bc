"""A third set of forms, written by one who had not seen the finder; its rules were not tuned on it.

Other genres, places and names than in ``form_cases``. Nobody reads what is missed here to write a
rule: once that is done, the figure is no longer a fair one and another set is wanted.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from pathlib import Path

from form_cases import CHANGES, FAMILY, MIDDLE, Case, Values, families, filled
from hoinghi.gold import read_gold
from hoinghi.records import Article
from repost_cases import EDITS, repost

ROOT = Path(__file__).parent.parent
FRESH = "fresh"
FRESH_FORMS = (ROOT / "tests/data/boilerplate_fresh.txt").read_text(encoding="utf-8").split("---\n")
HUE = ("thành phố Huế", "tỉnh Thừa Thiên Huế")
PLACES = [
    ("xã Hòa Phong", "huyện Hòa Vang", "thành phố Đà Nẵng"),
    ("xã Hòa Tiến", "huyện Hòa Vang", "thành phố Đà Nẵng"),
    ("phường Thủy Xuân", *HUE),
    ("phường An Tây", *HUE),
    ("xã Thanh Chăn", "huyện Điện Biên", "tỉnh Điện Biên"),
    ("xã Thanh Xương", "huyện Điện Biên", "tỉnh Điện Biên"),
    ("thị trấn Phố Châu", "huyện Hương Sơn", "tỉnh Hà Tĩnh"),
    ("xã Sơn Kim 1", "huyện Hương Sơn", "tỉnh Hà Tĩnh"),
    ("xã Sơn Kim 2", "huyện Hương Sơn", "tỉnh Hà Tĩnh"),
    ("xã Ia Dom", "huyện Đức Cơ", "tỉnh Gia Lai"),
    ("xã Vĩnh Hậu", "huyện Hòa Bình", "tỉnh Bạc Liêu"),
    ("xã Vĩnh Hậu A", "huyện Hòa Bình", "tỉnh Bạc Liêu"),
    ("phường 5", "thành phố Tân An", "tỉnh Long An"),
    ("phường 6", "thành phố Tân An", "tỉnh Long An"),
]
HAMLETS = [
    "thôn Phú Bình",
    "thôn Cẩm Toại Đông",
    "thôn Cẩm Toại Tây",
    "tổ dân phố 5",
    "tổ dân phố 15",
    "khối Xuân Lâm",
    "xóm Lũng",
    "bản Noong Ứng",
    "ấp Cây Gừa",
    "làng Mook Trêl",
]
ACCENTS = {
    "thôn Phú Bình": "thôn Phú Bính",
    "khối Xuân Lâm": "khối Xuân Lam",
    "xóm Lũng": "xóm Lung",
    "ấp Cây Gừa": "ấp Cây Giừa",
}
NEAR = {
    "Tuấn": "Tuân",
    "Hạnh": "Hanh",
    "Thắng": "Thăng",
    "Toàn": "Toản",
    "Lan": "Lân",
    "Hà": "Hạ",
    "Tú": "Tư",
    "Dung": "Dũng",
    "Bình": "Bính",
    "Quyền": "Quyên",
    "Kiên": "Kiến",
    "Nga": "Ngà",
    "Hoàng": "Hoằng",
    "Liên": "Liễn",
}
WEEKDAYS = ["hai", "ba", "tư", "năm", "sáu", "bảy"]


def _person(dice: random.Random) -> str:
    return f"{dice.choice(FAMILY)} {dice.choice(MIDDLE)} {dice.choice(list(NEAR))}"


def _phone(dice: random.Random) -> str:
    digits = f"{dice.randrange(10**8):08}"
    return f"09{digits[:2]}.{digits[2:5]}.{digits[5:]}"


@dataclass(frozen=True)
class FreshValues(Values):
    """What is written into a fresh form; places are named with their kind (``xã Hòa Tiến``)."""

    phone: str
    amount: int  # in đồng

    @classmethod
    def rolled(cls, dice: random.Random) -> FreshValues:
        return cls(
            dice.choice(PLACES),
            dice.choice(HAMLETS),
            date(2022, 2, 10) + timedelta(days=dice.randrange(900)),
            dice.randrange(2, 40),
            dice.randrange(12, 400),
            (_person(dice), _person(dice), _person(dice)),
            _phone(dice),
            dice.randrange(3, 1200) * 250_000,
        )

    @classmethod
    def changes(cls) -> dict[str, Callable[[FreshValues, random.Random], dict]]:
        return FRESH_CHANGES

    def fields(self) -> dict[str, object]:
        commune, day = self.place[0], self.day
        weekday = "Chủ nhật" if day.weekday() == 6 else f"Thứ {WEEKDAYS[day.weekday()]}"
        more = {
            "Commune": commune[0].upper() + commune[1:],
            "unit": "thị trấn" if commune.startswith("thị trấn") else commune.split()[0],
            "longday": f"{day.day:02} tháng {day.month:02} năm {day.year}",
            "Weekday": weekday,
            "month": day.month,
            "quarter": (day.month + 2) // 3,
            "next_year": day.year + 1,
            "phone": self.phone,
            "amount": f"{self.amount:,}".replace(",", "."),
            "age": 60 + self.number % 40,
        }
        return {**super().fields(), **more}


def _but(things: list, own: object, dice: random.Random) -> object:
    return dice.choice([thing for thing in things if thing != own])


def _other(at: int) -> Callable[[FreshValues, random.Random], dict]:
    """Return the change of one of the three people."""

    def change(values: FreshValues, dice: random.Random) -> dict:
        people = list(values.people)
        people[at] = _person(dice)
        return {"people": tuple(people)}

    return change


def _namesake(values: FreshValues, dice: random.Random) -> dict:
    *family, given = values.people[0].split()
    return {"people": (" ".join([*family, NEAR[given]]), *values.people[1:])}


# What is filled in otherwise. "near" and "alike" are names that differ in an accent or a letter,
# "digit" is a telephone number that differs in its last one.
FRESH_CHANGES: dict[str, Callable[[FreshValues, random.Random], dict]] = {
    "commune": lambda v, dice: {"place": _but(PLACES, v.place, dice)},
    "hamlet": lambda v, dice: {"hamlet": _but(HAMLETS, v.hamlet, dice)},
    "near": lambda v, dice: {"hamlet": ACCENTS.get(v.hamlet, "tổ dân phố 1")},
    **{what: CHANGES[what] for what in ("day", "week", "month", "year", "session", "number")},
    "quarter": lambda v, _: {"day": v.day + timedelta(days=91), "session": v.session + 3},
    "person": _other(0),
    "second": _other(1),
    "third": _other(2),
    "people": lambda v, dice: {"people": (_person(dice), _person(dice), _person(dice))},
    "alike": _namesake,
    "contact": lambda v, dice: {"phone": _phone(dice)},
    "digit": lambda v, _: {"phone": v.phone[:-1] + str((int(v.phone[-1]) + 1) % 10)},
    "amount": lambda v, dice: {"amount": v.amount + dice.choice([250_000, 5_000_000])},
}


def fresh_forms(rounds: int, every: int = 1) -> list[list[Case]]:
    """Return families of the fresh forms."""
    return families(FRESH_FORMS[::every], FreshValues, rounds, FRESH)


def _again(article: Article, kinds: tuple[str, ...], strength: int, dice: random.Random) -> Case:
    # Letters are changed last, once a page has its lines.
    steps = tuple(kind for kind in EDITS if kind in kinds)
    made = repost(article, steps, strength, dice)
    return Case(made, article.text, "+".join(steps) + f" {strength}")


def fresh_reposts(fillings: int = 6) -> list[Case]:
    """Return re-posts of forms, each kind in each strength and some threes, and of gold articles.

    Args:
        fillings: How often each form is filled in; the kinds and strengths are spread over these.
    """
    cases: list[Case] = []
    plan = list(product(EDITS, (1, 2, 3)))
    for number, form in enumerate(FRESH_FORMS):
        for turn in range(fillings):
            dice = random.Random(f"fresh original {number} {turn}")  # noqa: S311
            article = filled(form, FreshValues.rolled(dice), "x")
            cases.append(Case(article, None, "original"))
            steps = [((kind,), strength) for kind, strength in plan[turn::fillings]]
            steps += [(tuple(dice.sample(list(EDITS), 3)), n) for n in dice.sample((1, 2, 3), 2)]
            cases.extend(_again(article, kinds, strength, dice) for kinds, strength in steps)
    docs = [doc for doc in read_gold([ROOT / "corpus" / "gold"]) if len(doc.article.text) > 400]
    for doc in docs[::5]:
        dice = random.Random(f"fresh repost {doc.document_id}")  # noqa: S311
        cases.append(Case(doc.article, None, "original"))
        for count in (1, 1, 3, 3):
            kinds = tuple(dice.sample(list(EDITS), count))
            cases.append(_again(doc.article, kinds, dice.choice((1, 2, 3)), dice))
    return cases
