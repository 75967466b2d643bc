"""The records of one article as titled lists in Vietnamese, the same rows as in the tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, cast

from hoinghi.markup import harmless
from hoinghi.records import Reading
from hoinghi.tables import document_id, rows
from hoinghi.text import squeeze

Row = Mapping[str, object]
Columns = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Section:
    """A titled table of text; an empty ``header`` means pairs of a field and its value."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


_MEETING: Final[Columns] = {
    "name": "Tên",
    "type": "Loại",
    "when": "Thời gian (TIMEX3)",
    "start_date": "Từ ngày",
    "end_date": "Đến ngày",
    "start_time": "Giờ",
    "day_part": "Buổi",
    "venue": "Địa điểm",
    "place_text": "Nơi, như trong bài",
    "village": "Thôn",
    "commune": "Xã",
    "district": "Huyện",
    "province": "Tỉnh",
    "current_commune": "Xã hiện nay",
    "current_province": "Tỉnh hiện nay",
    "level": "Cấp",
    "hosts": "Đơn vị tổ chức",
    "topics": "Chủ đề",
}
_EVIDENCE: Final[Columns] = {
    "name": "tên",
    "when": "thời gian",
    "venue": "địa điểm",
    "place": "nơi",
    "hosts": "đơn vị tổ chức",
    "took_part_in": "đơn vị tham dự",
}
_TABLES: Final[Mapping[str, tuple[str, Columns]]] = {
    "organizations": (
        "Cơ quan, tổ chức",
        {"name": "Tên", "kind": "Loại", "level": "Cấp", "text": "Trong bài"},
    ),
    "directives": (
        "Văn bản",
        {
            "kind": "Loại",
            "number": "Số",
            "symbol": "Ký hiệu",
            "issuer": "Nơi ban hành",
            "date": "Ngày",
            "title": "Về việc",
        },
    ),
    "dates": (
        "Thời gian",
        {"text": "Trong bài", "value": "TIMEX3", "start_date": "Từ ngày", "end_date": "Đến ngày"},
    ),
    "places": (
        "Địa danh",
        {"name": "Tên", "text": "Trong bài", "place_code": "Mã", "current_name": "Hiện nay"},
    ),
}


def sections(reading: Reading) -> list[Section]:
    """Return what was read, most important first; what the article has none of is left out."""
    tables = rows(reading, document_id(reading.article))
    found = [_meeting(row, tables["mentions"]) for row in tables["meetings"]]
    people = _people(tables["people"], tables["positions"])
    if people.rows:
        found.append(people)
    for name, (title, columns) in _TABLES.items():
        if tables[name]:
            cells = tuple(tuple(_cell(row[key]) for key in columns) for row in tables[name])
            found.append(Section(title, tuple(columns.values()), cells))
    return found


def _meeting(row: Row, mentions: Sequence[Row]) -> Section:
    fields = [(label, _cell(row[key])) for key, label in _MEETING.items()]
    fields.append(("Căn cứ trong bài", _read_from(str(row["meeting_id"]), mentions)))
    fields.append(("Độ tin cậy", f"{row['confidence']:.0%}"))
    title = "Cuộc họp" if row["main"] else "Cuộc họp khác trong bài"
    return Section(title, (), tuple((label, value) for label, value in fields if value))


def _read_from(meeting_id: str, mentions: Sequence[Row]) -> str:
    """Return what the text says for each field of a meeting, in the order of the fields."""
    said: dict[str, list[str]] = {field: [] for field in _EVIDENCE}
    for mention in mentions:
        for one in cast("list[str]", mention["evidence"]):
            key, _, rest = one.partition(":")
            field, _, rule = rest.partition(":")
            if key == meeting_id and field in said and rule != "told":
                said[field].append(f"“{_cell(mention['text'])}”")
    shown = ((label, dict.fromkeys(said[field])) for field, label in _EVIDENCE.items())
    return "; ".join(f"{label}: {', '.join(texts)}" for label, texts in shown if texts)


def _people(people: Sequence[Row], positions: Sequence[Row]) -> Section:
    def posts(person_id: object) -> str:
        mine = (row for row in positions if row["person_id"] == person_id)
        return "; ".join(_post(row) for row in mine)

    cells = tuple(
        (_cell(row["name"]), _cell(row["honorific"]), posts(row["person_id"]), _cell(row["role"]))
        for row in people
    )
    return Section("Người", ("Họ tên", "Xưng hô", "Chức vụ", "Vai trò"), cells)


def _post(row: Row) -> str:
    title = f"nguyên {_cell(row['title'])}" if row["former"] else _cell(row["title"])
    return f"{title} – {_cell(row['organization'])}" if row["organization"] else title


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return " | ".join(map(_cell, value))
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return squeeze(harmless(str(value)))
