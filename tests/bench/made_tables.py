"""Made-up tables of any number of meetings, as ``hoinghi extract`` would write them.

Units are real, people invented. Every meeting has an article of its own with 25 sentences, each
tenth a second article; a fifth of the meetings is in one of 40 communes, so that lists are long.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa

from hoinghi.records import Directive
from hoinghi.resources.units import COMMUNE, Unit, gazetteer
from hoinghi.sinks.parquet_files import parquet_table
from hoinghi.tables import DUPLICATE, OK, SCHEMAS, digest, directive_norm

_FIRST = date(2023, 1, 2)
_DAYS = 1_060  # to November 2025: on both sides of the reform
_AT_ONCE = 2_000
_KINDS = (
    ("hội nghị", "Hội nghị tổng kết công tác Mặt trận"),
    ("họp", "Họp giao ban công tác dân vận"),
    ("lễ", "Ngày hội Đại đoàn kết toàn dân tộc"),
    ("tập huấn", "Tập huấn nghiệp vụ giám sát, phản biện xã hội"),
    ("tiếp xúc cử tri", "Hội nghị tiếp xúc cử tri trước kỳ họp"),
    ("giám sát", "Giám sát việc thực hiện dân chủ ở cơ sở"),
)
_OFFICES = ("Ủy ban Mặt trận Tổ quốc Việt Nam", "Ủy ban nhân dân", "Hội Nông dân", "Đảng ủy")
_ROLES = ("chủ trì", "phát biểu", "tham dự", "tham dự", "tham dự")
_FAMILIES = "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng".split()
_MIDDLE = "Văn Thị Hữu Đức Minh Ngọc Thanh Xuân Quang".split()
_GIVEN = "An Bình Cường Dung Giang Hà Hiền Hòa Khoa Lan Long Mai Nam Phúc Thảo".split()
_FILLER = (
    "Các đại biểu đã thảo luận, đóng góp nhiều ý kiến vào dự thảo báo cáo và phương hướng, nhiệm "
    "vụ trọng tâm trong thời gian tới của địa phương."
)
_PAPERS = [
    Directive(
        f"{number:02}-CT/TW",
        "Chỉ thị",
        f"{number:02}",
        "CT/TW",
        "Ban Bí thư",
        date(2020, 1, 2),
        title=None,
        known=True,
    )
    for number in range(1, 41)
]

Rows = dict[str, list[dict[str, Any]]]


def make(out: Path, count: int) -> None:
    """Write the tables of ``count`` meetings to ``out/parquet``."""
    dice = random.Random(7)  # noqa: S311
    made = _articles(count, dice)
    with ExitStack() as files:
        writers = {
            name: files.enter_context(parquet_table(out / "parquet", name)) for name in SCHEMAS
        }
        while True:
            tables: Rows = {name: [] for name in SCHEMAS}
            for _ in range(_AT_ONCE):
                for name, rows in next(made, {}).items():
                    tables[name] += rows
            if not tables["documents"]:
                return
            for name, schema in SCHEMAS.items():
                whole = pa.Table.from_pylist(tables[name], schema)
                for batch in whole.to_batches():
                    writers[name](batch)


def _articles(count: int, dice: random.Random) -> Iterator[Rows]:
    units = _units()
    for number in range(count):
        meeting = _meeting(number, dice, units)
        yield _article(f"https://tin.example/{number}", number, meeting, dice)
        if number % 10 == 0:
            yield _article(f"https://bao.example/{number}", number, meeting, dice)
            yield {"documents": [_repost(number)]}


def _units() -> dict[bool, list[Unit]]:
    units = gazetteer()
    old = [u for u in units.units if u.level == COMMUNE and u.likely(_FIRST)]
    new = [u for u in units.units if u.level == COMMUNE and u.current]
    return {False: old, True: new}


def _meeting(number: int, dice: random.Random, units: dict[bool, list[Unit]]) -> dict[str, Any]:
    day = _FIRST + timedelta(dice.randrange(_DAYS))
    pool = units[day >= date(2025, 7, 1)]
    unit = pool[dice.randrange(40)] if dice.random() < 0.2 else dice.choice(pool)
    chain = {u.level: u.name for u in gazetteer().parents(unit, day)}
    today = gazetteer().today(unit)
    kind, name = dice.choice(_KINDS)
    dated = dice.random() < 0.96
    return {
        "meeting_id": digest("meeting", str(number)),
        "main": True,
        "name": f"{name} năm {day.year}, đợt {number}",
        "type": kind,
        "when": day.isoformat() if dated else None,
        "start_date": day if dated else None,
        "end_date": day if dated else None,
        "day_part": dice.choice(("sáng", "chiều", None)),
        "venue": f"Hội trường UBND {unit.name.lower()}",
        "place_text": unit.name,
        "commune": unit.name,
        "district": chain.get(2),
        "province": chain.get(1),
        "place_code": unit.code,
        "current_commune": [u.name for u in today],
        "current_province": list({gazetteer().parents(u)[0].name for u in today}),
        "current_place_code": [u.code for u in today],
        "level": "xã",
        "hosts": [f"{_OFFICES[0]} {unit.name[0].lower()}{unit.name[1:]}"],
        "topics": ["công tác Mặt trận"],
        "confidence": round(dice.uniform(0.5, 0.99), 3),
    }


def _article(source: str, number: int, meeting: dict[str, Any], dice: random.Random) -> Rows:
    key = digest(source)
    base = {"document_id": key}
    day = meeting["start_date"]
    papers = dice.sample(_PAPERS, 2)
    said = f"Ngày {day.day}/{day.month}/{day.year}" if day else "Vừa qua"
    text = f"{said}, {meeting['hosts'][0]} tổ chức {meeting['name']}.\n"
    spans = [(0, len(said), "DATE", meeting["when"], f"{meeting['meeting_id']}:when:sentence")]
    at = text.index(meeting["name"])
    spans.append((at, at + len(meeting["name"]), "MEETING", None, ""))
    spans[-1] = (*spans[-1][:4], f"{meeting['meeting_id']}:name:fullest")
    for paper in papers:
        start = len(text) + len("Hội nghị quán triệt ")
        text += f"Hội nghị quán triệt Chỉ thị số {paper.directive_id}.\n"
        spans.append((start, len(text) - 2, "DIRECTIVE", directive_norm(paper), ""))
    people, posts = _people(base, meeting, dice)
    for person in people:
        start = len(text)
        text += f"{person['name']} phát biểu. {_FILLER}\n"
        spans.append((start, start + len(person["name"]), "PER", person["name"], ""))
    text += "\n".join([_FILLER] * 15)
    spans += [(at, at + 9, "LOC", "xã", "") for at in range(len(text) - 600, len(text) - 300, 15)]
    document = base | {"source": source, "title": meeting["name"], "status": OK, "text": text}
    return {
        "documents": [document | {"characters": len(text), "published": day, "language": "vi"}],
        "mentions": [base | _mention(text, *span) for span in spans],
        "meetings": [base | meeting],
        "people": people,
        "positions": posts,
        "organizations": [base | body for body in _bodies(meeting)],
        "directives": [base | _paper(paper) for paper in papers],
    }


def _mention(
    text: str, start: int, end: int, label: str, norm: str | None, evidence: str
) -> dict[str, Any]:
    return {
        "start": start,
        "end": end,
        "label": label,
        "text": text[start:end],
        "norm": norm,
        "rule": "made",
        "confidence": 0.9,
        "evidence": [evidence] if evidence else [],
    }


def _people(
    base: dict[str, Any], meeting: dict[str, Any], dice: random.Random
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    people, posts = [], []
    for at, role in enumerate(_ROLES):
        where = f"{meeting['commune']}, {meeting['province']}"
        cast = random.Random(f"{where} {at}")  # noqa: S311
        name = f"{cast.choice(_FAMILIES)} {cast.choice(_MIDDLE)} {cast.choice(_GIVEN)}"
        person = base | {"person_id": digest(name, where, str(at)), "name": name}
        sure = 0.5 if dice.random() < 0.02 else 0.99
        row = {"meeting_id": meeting["meeting_id"], "honorific": "ông", "role": role}
        people.append(person | row | {"confidence": sure})
        body = _bodies(meeting)[at % len(_OFFICES)]["name"]
        posts.append(person | {"title": "Chủ tịch", "organization": body, "former": False})
    return people, posts


def _bodies(meeting: dict[str, Any]) -> list[dict[str, Any]]:
    unit = meeting["commune"][0].lower() + meeting["commune"][1:]
    place = ", ".join(filter(None, (meeting[n] for n in ("commune", "district", "province"))))
    own = [meeting["meeting_id"]]
    return [
        {
            "organization_id": digest(office, place),
            "name": f"{office} {unit}",
            "text": [office],
            "kind": "khác",
            "level": "xã",
            "place": place,
            "host_of": own if office == _OFFICES[0] else [],
            "took_part_in": [] if office == _OFFICES[0] else own,
        }
        for office in _OFFICES
    ]


def _paper(paper: Directive) -> dict[str, Any]:
    names = ("directive_id", "kind", "number", "symbol", "issuer", "date", "known")
    return {name: getattr(paper, name) for name in names} | {"mentions": 1}


def _repost(number: int) -> dict[str, Any]:
    source = f"https://dang-lai.example/{number}"
    document = {"document_id": digest(source), "source": source, "status": DUPLICATE}
    return document | {"duplicate_of": digest(f"https://tin.example/{number}")}
