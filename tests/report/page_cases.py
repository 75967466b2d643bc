"""Facts of a report, made up from a seed, for tests and measurements of the page."""

import random
from datetime import date, timedelta

import pandas as pd

from hoinghi.report.columns import (
    BODY_COLUMNS,
    DOCUMENT_COLUMNS,
    DOUBT_COLUMNS,
    MEETING_COLUMNS,
    PAPER_COLUMNS,
    PERSON_COLUMNS,
)
from hoinghi.report.facts import Facts
from hoinghi.report.scope import Scope

PROVINCE = "Tỉnh Thừa Thiên Huế"
COMMUNES = {
    "Huyện Quảng Điền": ("Xã Quảng Phú", "Xã Quảng Lợi", "Xã Quảng An", "Thị trấn Sịa"),
    "Huyện Phú Vang": ("Xã Phú Mỹ", "Xã Phú An", "Xã Vinh Hà", "Thị trấn Phú Đa"),
    "Thị xã Hương Thủy": ("Xã Thủy Thanh", "Xã Thủy Tân", "Phường Thủy Châu"),
}
KINDS = ("hội nghị", "hội thảo", "lễ", "đại hội", "cuộc họp", "tọa đàm")
TASKS = (
    "triển khai nhiệm vụ công tác Mặt trận",
    "sơ kết phong trào toàn dân đoàn kết xây dựng nông thôn mới",
    "tổng kết cuộc vận động người Việt Nam ưu tiên dùng hàng Việt Nam",
    "tiếp xúc cử tri trước kỳ họp thường lệ của Hội đồng nhân dân",
    "học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
    "giám sát việc thực hiện chính sách đối với người có công",
)
CALLED = ("Lê Thị", "Nguyễn Văn", "Trần Quốc", "Phan Thị Mỹ", "Hồ Đăng", "Đặng Ngọc")
GIVEN = ("Hạnh", "Bình", "Cường", "Dung", "Ân", "Đạt", "Khánh", "Yến")
DIRECTIVES = {
    "05-CT/TW": "Đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
    "18-NQ/TW": "Tiếp tục đổi mới, sắp xếp tổ chức bộ máy của hệ thống chính trị tinh gọn",
    "217-QĐ/TW": "Quy chế giám sát và phản biện xã hội của Mặt trận Tổ quốc Việt Nam",
}


def made_meeting(random_, number, days=730):
    """Return one meeting as a dictionary of the columns of ``facts.meetings``."""
    district = random_.choice(list(COMMUNES))
    commune = random_.choice(COMMUNES[district])
    day = date(2023, 1, 5) + timedelta(days=random_.randrange(days))
    kind, task = random_.choice(KINDS), random_.choice(TASKS)
    year = f"năm {day.year}"
    name = f"{kind.capitalize()} {task} {year} tại {commune.replace('Xã', 'xã')} lần {number}"
    host = f"Ủy ban Mặt trận Tổ quốc Việt Nam {commune}"
    chair = f"{random_.choice(CALLED)} {random_.choice(GIVEN)}"
    told = f"{day.day}/{day.month}"
    guests = random_.sample(GIVEN, 3)
    sentence = (
        f"Sáng {told}, {host} tổ chức {name[0].lower()}{name[1:]}; {random_.randrange(20, 200)}"
        f" đại biểu của các thôn {', '.join(guests)} tham dự, đóng góp"
        f" {random_.randrange(3, 30)} lượt ý kiến và thống nhất {random_.randrange(2, 9)} nhóm"
        f" giải pháp; ông {chair} chủ trì."
    )
    marks = [
        (sentence.index(text), sentence.index(text) + len(text), label)
        for text, label in (
            (f"Sáng {told}", "DATE"), (host, "ORG"), (commune, "LOC"), (chair, "PER"),
        )
    ]  # fmt: skip
    return {
        "meeting_id": f"h{number}", "document_id": f"d{number}", "name": name, "type": kind,
        "when": day.isoformat(), "when_text": None, "start_date": day, "end_date": day,
        "month": f"{day:%Y-%m}", "start_time": "08:00", "day_part": "sáng",
        "venue": f"Hội trường Ủy ban nhân dân {commune}", "village": None, "commune": commune,
        "district": district, "province": PROVINCE, "current_commune": commune,
        "current_province": "Thành phố Huế", "current_communes": [commune],
        "unit_commune": commune, "unit_district": district, "unit_province": PROVINCE,
        "unit_code": f"x-{commune}", "current_code": None,
        "cover": f"{commune}, {district}, {PROVINCE}", "level": "xã",
        "hosts": [host], "chairs": [chair],
        "people": 2, "directives": random_.sample(list(DIRECTIVES), random_.choice((0, 0, 1, 2))),
        "topics": ["công tác Mặt trận"], "confidence": 0.9,
        "sources": [f"https://mattran.example.vn/tin-tuc/{day:%Y/%m/%d}/bai-{number * 7919}.html"],
        "titles": [name], "sentence": sentence, "marks": marks, "reasons": [],
    }  # fmt: skip


def undated(meeting):
    """Return a meeting of which only the month is told."""
    nothing = dict.fromkeys(("when", "start_date", "end_date"), None)
    told = f"tháng {int(meeting['month'][5:])}/{meeting['month'][:4]}"
    return {**meeting, **nothing, "when_text": told, "reasons": ["Chưa rõ ngày"]}


def made_meetings(count, seed=9):
    """Return so many meetings; one in ten has no day and is to be checked."""
    random_ = random.Random(seed)  # noqa: S311 - made-up facts
    made = [made_meeting(random_, number) for number in range(count)]
    return [undated(meeting) if i % 10 == 3 else meeting for i, meeting in enumerate(made)]


def facts_of(meetings, failed=(), scope=None):
    """Return the facts of these meetings, in the order that reports have."""
    ordered = sorted(
        meetings, key=lambda m: (m["start_date"] is None, m["start_date"] or date.max, m["name"])
    )
    documents = [
        {"document_id": m["document_id"], "source": m["sources"][0], "title": m["name"],
         "published": m["start_date"], "status": "ok", "error": None, "duplicate_of": None}
        for m in ordered
    ] + [
        {"document_id": f"f{i}", "source": source, "title": None, "published": None,
         "status": "failed", "error": error, "duplicate_of": None}
        for i, (source, error) in enumerate(failed)
    ]  # fmt: skip
    communes = sorted(
        {(m["cover"], m["unit_commune"], m["unit_district"], m["unit_province"], m["unit_code"])
         for m in ordered if m["cover"]}
    )  # fmt: skip
    return Facts(
        scope=scope or Scope(),
        place_names=(),
        meetings=_frame(ordered, MEETING_COLUMNS),
        people=_frame([row for m in ordered for row in _people(m)], PERSON_COLUMNS),
        bodies=_frame([row for m in ordered for row in _bodies(m)], BODY_COLUMNS),
        directives=_frame([row for m in ordered for row in _directives(m)], PAPER_COLUMNS),
        documents=_frame(documents, DOCUMENT_COLUMNS),
        doubts=_frame([row for m in ordered for row in _doubts(m)], DOUBT_COLUMNS),
        communes=pd.DataFrame(
            communes, columns=["label", "commune", "district", "province", "code"], dtype=object
        ),
        area_known=False,
        left_out=0,
        elsewhere=0,
    )  # fmt: skip


def _frame(rows, columns):
    frame = pd.DataFrame(rows, columns=list(columns), dtype=object)
    return frame.where(frame.notna(), None)


def _people(meeting):
    names = [(name, "chủ trì") for name in meeting["chairs"]] + [("Nguyễn Thị Ánh", "phát biểu")]
    return [
        {"person_id": f"n-{name}", "meeting_id": meeting["meeting_id"], "name": name,
         "honorific": "ông" if role == "chủ trì" else "bà", "role": role,
         "positions": [f"Chủ tịch {host}" for host in meeting["hosts"]], "bodies": meeting["hosts"],
         "confidence": 0.99, "document_id": meeting["document_id"]}
        for name, role in names
    ]  # fmt: skip


def _bodies(meeting):
    return [
        {"body_id": host, "body": host, "place": meeting["cover"], "kind": "MTTQ", "level": "xã",
         "meeting_id": meeting["meeting_id"], "hosted": True}
        for host in meeting["hosts"]
    ]  # fmt: skip


def _directives(meeting):
    return [
        {"paper": directive, "directive_id": directive, "kind": "Chỉ thị", "issuer": "Bộ Chính trị",
         "date": date(2016, 5, 15), "title": DIRECTIVES.get(directive), "known": True,
         "meeting_id": meeting["meeting_id"]}
        for directive in meeting["directives"]
    ]  # fmt: skip


def _doubts(meeting):
    return [
        {"document_id": meeting["document_id"], "meeting_id": meeting["meeting_id"],
         "person_id": None, "reason": "no-date", "reason_text": reason, "field": "when",
         "field_text": "Ngày", "value": None, "name": meeting["name"],
         "sentence": meeting["sentence"], "marks": meeting["marks"],
         "source": meeting["sources"][0], "confidence": meeting["confidence"]}
        for reason in meeting["reasons"]
    ]  # fmt: skip
