"""The shipped corpus: 300 articles of two years in twenty communes, and what else sites publish."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

from made.kinds import Event, fitting, kinds, some_kind
from made.layouts import written
from made.officials import Offices, document, new_places, old_places
from made.places import Place

from hoinghi.resources.units import REFORM
from hoinghi.text import strip_accents

Row = dict[str, str | None]
COUNT = 300
_SEED = 20_250_701
_FIRST, _LAST = date(2024, 1, 3), date(2025, 12, 26)
_OTHER = Path(__file__).with_name("other.txt")
_TURNS = {"undated": 5, "vague": 5, "repost": 7, "copy": 2}
_AT_DISTRICT = 0.3  # of those meetings before the reform that districts hold too
_ELSEWHERE = 0.2  # of the articles stand on the site of the unit above
_DISTRICTS_HOLD = ("tongket", "soket", "uyban", "giamsat", "phanbien", "taphuan", "quantriet",
                   "soketvb", "danguy", "giaoban")  # fmt: skip
_WHEN = ("vừa qua", "mới đây")
_DAY = re.compile(r"\d/\d|[Nn]gày \d|tháng \d|quý [IV]|hai năm|sáu tháng")


def bulletin() -> list[Row]:
    """Return the articles of the corpus, in the order of their days."""
    dice = Random(_SEED)  # noqa: S311 - not a secret
    desk = _Desk(dice)
    plan = [(day, turn) for turn in _TURNS for day in _days(dice, _TURNS[turn])]
    others = _OTHER.read_text(encoding="utf-8").split("---\n")
    plan += [(day, text) for text, day in zip(others, _days(dice, len(others)), strict=True)]
    rows = [desk.founding(commune, kind) for commune in new_places()
            for kind in ("congbo", "daihoidang")]  # fmt: skip
    rows += desk.told_twice()
    rows += [desk.plain(day) for day in _days(dice, COUNT - len(plan) - len(rows))]
    rows.sort(key=lambda row: row["day"] or "")
    for day, turn in sorted(plan):
        rows.append(desk.special(day, turn, rows))
    rows.sort(key=lambda row: (row["day"] or "", row["url"] or ""))
    return [
        {key: row[key] for key in ("text", "title", "published", "url", "site")} for row in rows
    ]


def _days(dice: Random, count: int) -> list[date]:
    """Return days spread over the two years."""
    span = (_LAST - _FIRST).days
    return [_FIRST + timedelta(days=int((n + dice.random()) * span / count)) for n in range(count)]


class _Desk:
    """Writes the articles, so that no commune holds one kind of meeting again and again."""

    def __init__(self, dice: Random) -> None:
        self._dice, self._offices = dice, Offices()
        self._count: Counter[str] = Counter()
        self._held: set[tuple[object, ...]] = set()
        self._numbers: Counter[str] = Counter()

    def plain(self, day: date) -> Row:
        """Return the article of a meeting of about that day."""
        event = self._event(day)
        return self._row(event)

    def founding(self, commune: Place, name: str) -> Row:
        """Return the article of one of the first meetings of a new commune."""
        kind = kinds()[name]
        first = REFORM if name == "congbo" else date(2025, 7, 21)
        day = first + timedelta(days=0 if name == "congbo" else self._dice.randrange(24))
        return self._row(Event(kind, commune, day, self._offices, document))

    def told_twice(self) -> list[Row]:
        """Return two articles about one meeting, of a commune's page and of the district's."""
        commune = old_places()[0]
        settled = {"noi": "Hội trường UBND xã", "part": "sáng", "v": commune.parts[0],
                   "su": "hội nghị tổng kết công tác Mặt trận năm 2024"}  # fmt: skip
        event = Event(
            kinds()["tongket"], commune, date(2024, 12, 20), self._offices, document, settled
        )
        self._held.add((commune.mark, "tongket", 2024))
        return [self._row(event, at=at) for at in (commune, commune.above[0])]

    def special(self, day: date, turn: str, rows: list[Row]) -> Row:
        """Return an article without a day, of an unnamed commune, a re-post, or other news."""
        if turn == "undated":
            return self._undated(day)
        if turn == "vague":
            return self._vague(day)
        if turn in {"repost", "copy"}:
            return self._again(day, rows, exact=turn == "copy")
        commune = self._commune(day)
        title, _, text = turn.strip().partition("\n")
        blanks = {"xa": commune.name, "Xa": commune.name.capitalize()[:1] + commune.name[1:],
                  "thang": f"{day.month}/{day.year}"}  # fmt: skip
        return self._addressed(
            {"text": text.format(**blanks), "title": title.format(**blanks)}, commune, day
        )

    def _event(self, day: date) -> Event:
        dice = self._dice
        for _ in range(200):
            kind = some_kind(dice, day)
            fit = fitting(kind, day, dice)
            where = self._commune(fit)
            if fit < REFORM and kind.name in _DISTRICTS_HOLD and dice.random() < _AT_DISTRICT:
                where = where.above[0]
            keys = {(where.mark, kind.name, fit.year), (kind.name, fit)}
            if not self._held & keys and kind.name not in {"congbo", "daihoidang"}:
                break
        self._held |= keys
        self._count[where.mark] += 1
        return Event(kind, where, fit, self._offices, document)

    def _commune(self, day: date) -> Place:
        """Return one of the communes of that day that were told of least."""
        places = old_places() if day < REFORM else new_places()
        return min(places, key=lambda one: (self._count[one.mark] // 2, self._dice.random()))

    def _row(self, event: Event, at: Place | None = None) -> Row:
        if at is None:
            away = event.place.above and self._dice.random() < _ELSEWHERE
            at = event.place.above[0] if away else event.place
        made = written(event, self._dice)
        later = date.fromisoformat(made["published"])
        return self._addressed({"text": made["text"], "title": made["title"]}, at, later)

    def _addressed(self, row: Row, at: Place, day: date) -> Row:
        """Give a row its day, its address and the name of its site."""
        slug = re.sub("[^a-z0-9]+", "-", strip_accents(at.name).lower())
        self._numbers[slug] += 1
        row |= {
            "url": f"https://{slug}.example/tin-tuc/{day.year}/{self._numbers[slug]:03}",
            "site": f"Trang thông tin điện tử {at.name}",
            "published": str(day),
            "day": str(day),
        }
        return row

    def _undated(self, day: date) -> Row:
        """Return an article that tells no day at all."""
        while True:
            event = replace(self._event(day), fixed={"khi": self._dice.choice(_WHEN)})
            for _ in range(40):
                row = self._row(event)
                row["text"] = re.sub("vào (vừa qua|mới đây)", r"\1", row["text"] or "")
                if not _DAY.search(f"{row['title']} {row['text']}"):
                    return row | {"published": None}

    def _vague(self, day: date) -> Row:
        """Return an article that says "the commune" and stands on a page of many communes."""
        event = self._event(day)
        while event.place.level != 3 or event.kind.name == "daihoihoi":
            event = self._event(day)
        kind = event.place.kind
        bare = replace(event.place, name=kind, bare=kind, above=(), former=())
        row = self._row(replace(event, place=bare), at=bare)
        return row | {"url": f"https://ban-tin-co-so.example/{day.year}/{day.month}/{day.day}",
                      "site": "Bản tin cơ sở"}  # fmt: skip

    def _again(self, day: date, rows: list[Row], *, exact: bool) -> Row:
        """Return an article of the last weeks once more, on another site."""
        known = [
            row
            for row in rows
            if row["published"]
            and (row["day"] or "") <= str(day)
            and "xa-" in (row["url"] or "")
            and (row["url"],) not in self._held
        ] or rows[:5]
        source = known[-1 - self._dice.randrange(min(6, len(known)))]
        self._held.add((source["url"],))
        row = dict(source)
        if not exact:
            lines = (row["text"] or "").split("\n")
            row["text"] = "\n".join([*lines[:-1], f"Theo {source['site']}"])
            row["title"] = f"{row['title']} (tin cơ sở)"
        day = date.fromisoformat(source["published"] or "") + timedelta(days=1)
        row |= {
            "url": f"https://diem-tin-mat-tran.example/{day.year}/{len(rows)}",
            "site": "Điểm tin Mặt trận",
            "published": str(day),
            "day": str(day),
        }
        return row
