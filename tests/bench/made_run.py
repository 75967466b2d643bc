"""A made-up run of any size on disk: raw rows in Parquet parts, the same in every run.

Units are real, people invented, a cast for every unit, so that names come as often as in news: the
officials of a commune are told of again and again, and thousands share a common name. A fifth of
the articles tells of an event that another one told, 5 % are re-posts, 3 % exact copies, and
2 % fill in one form.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from hoinghi.linking.reposts import SIZE
from hoinghi.linking.shelf import DOCUMENT, SIGNATURE
from hoinghi.resources.units import Unit, gazetteer
from hoinghi.tables import NO_MEETING, OK, SCHEMAS, digest
from hoinghi.text import fold

PART = 1_000  # documents
_DAY = date(2022, 1, 1)
_DAYS = 1_090
_LEVELS = {1: "tỉnh", 2: "huyện", 3: "xã"}
_FAMILIES = (
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Alăng Thạch Giàng "
    "Ksor Lò Cầm Mạc Ung"
).split()
_WEIGHTS = [31, 11, 9, 7, 5, 5, 5, 4, 4, 2, 2, 2, 1.5, 1.3, 1, 0.7] + [0.8] * 8
_MIDDLE = "Văn Thị Hữu Đức Minh Ngọc Thanh Xuân Quang Đình Công Quốc Hồng Kim Thu".split()
_GIVEN = (
    "An Bình Châu Chiến Cường Dung Duy Dũng Giang Hà Hạnh Hiền Hiếu Hoa Hòa Hùng Hương Khánh Khoa "
    "Lan Liên Linh Loan Long Mai Minh Nam Nga Nghĩa Oanh Phong Phúc"
).split()
_POSTS = (
    ("Chủ tịch", "Ủy ban nhân dân"),
    ("Phó Chủ tịch", "Ủy ban nhân dân"),
    ("Bí thư", "Đảng ủy"),
    ("Chủ tịch", "Ủy ban Mặt trận Tổ quốc Việt Nam"),
    ("Phó Chủ tịch", "Ủy ban Mặt trận Tổ quốc Việt Nam"),
    ("Chủ tịch", "Hội Nông dân"),
    ("Chủ tịch", "Hội Liên hiệp Phụ nữ"),
    ("Trưởng Công an", "Công an"),
)
_HEADS = "Hội nghị sơ kết,Hội nghị tổng kết,Hội nghị triển khai,Lễ phát động,Hội thảo".split(",")
_TOPICS = (  # of every other office; the other half of the meetings has words of its own
    "công tác Mặt trận,phong trào nông dân,xây dựng nông thôn mới,giảm nghèo bền vững,"
    "chuyển đổi số ở cơ sở,công tác dân vận khéo,quỹ vì người nghèo,khuyến học khuyến tài,"
    "phòng chống cháy rừng mùa khô,bảo vệ nguồn nước sinh hoạt ở nông thôn"
).split(",")
_WORDS = (
    "bà con nhân dân cán bộ thôn xã đường kênh lúa vườn nhà trường quỹ vốn hội viên đoàn tuyến "
    "công trình kết quả nhiệm vụ giải pháp phong trào tiêu chí hộ nghèo môi trường đồng ruộng mùa "
    "vụ giống phân chợ khách hàng nghề lao động học sinh sức khỏe"
).split()


class ParquetShelf:
    """The parts of ``make``, read one row group at a time."""

    def __init__(self, folder: Path) -> None:
        self._parts = sorted(folder.glob("part-*"))
        tables = [pq.ParquetFile(part / "documents.parquet") for part in self._parts]
        self._size = sum(table.metadata.num_rows for table in tables)

    def __len__(self) -> int:
        return self._size

    def scan(self, table: str, columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
        """Yield the rows of all parts."""
        names = [DOCUMENT.name, *columns]
        for part in self._parts:
            with pq.ParquetFile(part / f"{table}.parquet") as file:
                for batch in file.iter_batches(4_000, columns=names):
                    yield batch.select(names)


def make(folder: Path, count: int) -> None:
    """Write a run of ``count`` documents to ``folder``."""
    world = _World()
    for start in range(0, count, PART):
        tables: dict[str, list[dict[str, Any]]] = {name: [] for name in SCHEMAS}
        for number in range(start, min(count, start + PART)):
            for name, rows in world.article(number).items():
                tables[name] += rows
        part = folder / f"part-{start:08}"
        part.mkdir(parents=True)
        for name, schema in SCHEMAS.items():
            own = [SIGNATURE] if name == "documents" else []
            made = pa.Table.from_pylist(tables[name], pa.schema([DOCUMENT, *schema, *own]))
            pq.write_table(made, part / f"{name}.parquet", compression="zstd", compression_level=1)


class _World:
    def __init__(self) -> None:
        self.dice = random.Random(11)  # noqa: S311
        self.noise = np.random.default_rng(11)
        day = date(2023, 6, 1)
        known = [unit for unit in gazetteer().units if unit.likely(day)]
        self.units = {level: [u for u in known if u.level == level] for level in _LEVELS}
        self.sentences = [self._sentence() for _ in range(4_000)]
        self.events: list[dict[str, Any]] = []
        self.told: list[tuple[str, np.ndarray, dict[str, Any]]] = []
        self.form = self.noise.integers(0, 2**32, SIZE // 4, dtype=np.uint32)

    def _sentence(self) -> str:
        words = self.dice.choices(_WORDS, k=self.dice.randint(12, 24))
        start = " ".join(words).capitalize()
        return f"{start} {self.dice.randint(2, 900)} {self.dice.choice(_WORDS)}."

    def article(self, number: int) -> dict[str, list[dict[str, Any]]]:
        turn = self.dice.random()
        if self.told and turn < 0.08:
            text, print_, event = self.dice.choice(self.told)
            if turn > 0.03:
                text = f"{self.dice.choice(self.sentences)}\n{text}"
                changed = self.noise.random(SIZE // 4) < 0.15
                print_ = np.where(changed, self.noise.integers(0, 2**32, SIZE // 4), print_)
        else:
            event = self._event()
            first = f"{event['name']} tại {event['place']}."
            text = "\n".join([first, *self.dice.sample(self.sentences, 25)])
            print_ = self.noise.integers(0, 2**32, SIZE // 4, dtype=np.uint32)
            if turn > 0.98:
                filled = self.noise.random(SIZE // 4) < 0.4
                print_ = np.where(filled, print_, self.form)
        print_ = print_.astype("<u4")
        print_[0] = sum(map(str.isalpha, text))
        self._remember(self.told, (text, print_, event))
        return self._rows(number, text, print_.tobytes(), event)

    def _remember(self, kept: list[Any], one: object) -> None:
        if len(kept) < 5_000:
            kept.append(one)
        else:
            kept[self.dice.randrange(5_000)] = one

    def _event(self) -> dict[str, Any]:
        if self.events and self.dice.random() < 0.2:
            return self.dice.choice(self.events)
        level = self.dice.choices((1, 2, 3), (1, 3, 6))[0]
        unit = self.dice.choice(self.units[level])
        day = _DAY + timedelta(self.dice.randrange(_DAYS))
        own = " ".join(self.dice.choices(_WORDS, k=self.dice.randint(3, 7)))
        topic = self.dice.choice((own, self.dice.choice(_TOPICS)))
        name = f"{self.dice.choice(_HEADS)} {topic} năm {day.year}"
        event = {"unit": unit, "day": day, "name": name, "place": _full(unit)}
        self._remember(self.events, event)
        return event

    def _rows(self, number: int, text: str, print_: bytes, event: dict[str, Any]) -> Any:
        key = digest(text)
        published = event["day"] + timedelta(self.dice.randrange(3))
        base = {"document": number, "document_id": key}
        events = [event] if self.dice.random() < 0.95 else []
        events += [self._event()] if self.dice.random() < 0.25 else []
        chain = [event["unit"], *gazetteer().parents(event["unit"])]
        meetings = [base | _meeting(one, at == 0) for at, one in enumerate(events)]
        people, positions, bodies = [], [], {}
        for unit, count in zip(chain, (4, 2, 1), strict=False):
            for post in self.dice.sample(range(len(_POSTS)), count):
                name, honorific = _cast(unit.code, unit.level, post)
                title, head = _POSTS[post]
                body = f"{head} {unit.name.lower()}"
                one = digest(fold(name), fold(body), unit.code)
                event_id = meetings[0]["meeting_id"] if meetings else None
                row = base | {"person_id": one, "name": name}
                people.append(row | {"meeting_id": event_id, "honorific": honorific})
                post_row = {"title": title, "title_text": title, "organization": body}
                positions.append(row | post_row | {"former": False})
                bodies[body] = unit
        for _ in range(2):
            name = _name(self.dice)
            one = digest(fold(name), "", key)
            people.append(base | {"person_id": one, "name": name, "role": ""})
        for body in _WORDS[:5]:
            bodies[f"Câu lạc bộ {body} {self.dice.randrange(99)}"] = event["unit"]
        joined = [row["meeting_id"] for row in meetings]
        document = base | {"source": f"https://tin.example/{number}", "published": published}
        document |= {"title": event["name"], "language": "vi", "text": text, "signature": print_}
        document |= {"characters": len(text), "status": OK if meetings else NO_MEETING}
        places = (*chain, *self.dice.sample(self.units[3], 3))
        return {
            "documents": [document],
            "mentions": [base | _mention(at, joined) for at in range(40)],
            "meetings": meetings,
            "people": people,
            "positions": positions,
            "organizations": [base | _body(name, unit, joined) for name, unit in bodies.items()],
            "places": [
                base | {"name": _full(unit), "current_name": _today(unit), "mentions": 1}
                for unit in places
            ],
        }


def _mention(at: int, joined: Sequence[str]) -> dict[str, Any]:
    told = [f"{one}:name:x" for one in joined] if at < 5 else []
    place = {"start": at, "end": at + 9, "label": "LOC", "text": "xã", "rule": "x"}
    return place | {"confidence": 1.0, "evidence": told}


def _body(name: str, unit: Unit, joined: Sequence[str]) -> dict[str, Any]:
    body = {"organization_id": digest(name), "name": name, "text": [name], "mentions": 1}
    return body | {"place": _full(unit), "host_of": [], "took_part_in": list(joined)}


def _meeting(event: dict[str, Any], main: bool) -> dict[str, Any]:
    unit, day = event["unit"], event["day"]
    chain = {_LEVELS[one.level]: one.name for one in (unit, *gazetteer().parents(unit))}
    return {
        "meeting_id": digest(str(day), event["place"], fold(event["name"])),
        "main": main,
        "name": event["name"],
        "type": "hội nghị",
        "when": day.isoformat(),
        "start_date": day,
        "end_date": day,
        "venue": "Hội trường",
        "commune": chain.get("xã"),
        "district": chain.get("huyện"),
        "province": chain.get("tỉnh"),
        "hosts": [f"Ủy ban nhân dân {unit.name.lower()}"],
    }


@cache
def _full(unit: Unit) -> str:
    return gazetteer().full_name(unit)


@cache
def _today(unit: Unit) -> list[str]:
    return [_full(heir) for heir in gazetteer().today(unit)]


@cache
def _cast(code: str, level: int, post: int) -> tuple[str, str]:
    dice = random.Random(f"{code} {level} {post}")  # noqa: S311
    return _name(dice), dice.choice(("ông", "bà", "đồng chí"))


def _name(dice: random.Random) -> str:
    family = dice.choices(_FAMILIES, _WEIGHTS)[0]
    return f"{family} {dice.choice(_MIDDLE)} {dice.choice(_GIVEN)}"
