"""Small tables made by hand, as ``hoinghi extract`` would write them."""

from datetime import date

from hoinghi.resources.units import COMMUNE, DISTRICT, PROVINCE, gazetteer
from hoinghi.sinks import write_parquet
from hoinghi.tables import SCHEMAS, arrow

TAM_DAI = {
    "commune": "Xã Tam Đại",
    "district": "Huyện Phú Ninh",
    "province": "Tỉnh Quảng Nam",
    "place_code": "20387",
    "current_commune": ["Xã Phú Ninh"],
    "current_province": ["Thành phố Đà Nẵng"],
    "current_place_code": ["20392"],
}
TAM_DAN = TAM_DAI | {"commune": "Xã Tam Dân", "place_code": "20392"}
PHU_NINH = TAM_DAI | {
    "commune": "Xã Phú Ninh",
    "district": None,
    "province": "Thành phố Đà Nẵng",
    "place_code": "20392",
}
PHU_NINH_DISTRICT = TAM_DAI | {
    "commune": None,
    "place_code": "518",
    "current_commune": ["Xã Chiên Đàn", "Xã Phú Ninh", "Xã Tây Hồ"],
    "current_place_code": ["20364", "20392", "20380"],
}
NOWHERE = dict.fromkeys(TAM_DAI)
NOWHERE |= {"current_commune": [], "current_province": [], "current_place_code": []}


def place(code, day):
    """Return a commune of the gazetteer with the units above it on ``day`` (ISO)."""
    units, day = gazetteer(), date.fromisoformat(day)
    unit = next(one for one in units.coded(COMMUNE, code) if one.likely(day))
    above = {one.level: one.name for one in units.parents(unit, day)}
    heirs = units.today(unit)
    return {
        "commune": unit.name,
        "district": above.get(DISTRICT),
        "province": above[PROVINCE],
        "place_code": code,
        "current_commune": [heir.name for heir in heirs],
        "current_province": list({units.parents(heir)[-1].name for heir in heirs}),
        "current_place_code": [heir.code for heir in heirs],
    }


class Made:
    """Rows of tables, added one by one, written when all are there."""

    def __init__(self):
        self.rows = {name: [] for name in SCHEMAS}

    def article(self, key, text="", **values):
        row = {"document_id": key, "source": f"{key}.txt", "status": "ok", "text": text}
        self.rows["documents"].append(row | values)

    def meeting(self, key, article, day="2024-05-06", place=TAM_DAI, **values):
        """Add a meeting on ``day`` (ISO, or ``None``), with its article if that is not there."""
        if all(row["document_id"] != article for row in self.rows["documents"]):
            self.article(article)
        start = date.fromisoformat(day) if day else None
        row = {
            "meeting_id": key,
            "document_id": article,
            "main": True,
            "name": f"Hội nghị {key}",
            "type": "hội nghị",
            "when": day,
            "start_date": start,
            "end_date": start,
            "level": "xã",
            "hosts": [],
            "topics": [],
            "confidence": 0.9,
        }
        self.rows["meetings"].append(row | place | values)

    def person(self, key, meeting, article, role="tham dự", **values):
        row = {"person_id": key, "meeting_id": meeting, "document_id": article, "role": role}
        name = {"name": f"Nguyễn Văn {key}", "confidence": 0.99}
        self.rows["people"].append(row | name | values)

    def body(self, key, article, hosted=(), joined=(), **values):
        row = {"organization_id": key, "name": key, "document_id": article, "text": [key]}
        did = {"host_of": list(hosted), "took_part_in": list(joined)}
        self.rows["organizations"].append(row | did | values)

    def directive(self, article, key="05-CT/TW", **values):
        number, _, symbol = key.partition("-")
        row = {"document_id": article, "directive_id": key, "kind": "Chỉ thị", "known": True}
        row |= {"number": number, "symbol": symbol, "issuer": "Bộ Chính trị"}
        self.rows["directives"].append(row | values)

    def mention(self, article, words, label, norm=None, evidence=()):
        """Add the first mention of ``words`` in the text of an article."""
        text = next(r["text"] for r in self.rows["documents"] if r["document_id"] == article)
        start = text.index(words)
        row = {"document_id": article, "start": start, "end": start + len(words), "label": label}
        row |= {"text": words, "norm": norm, "rule": "made", "confidence": 0.9}
        self.rows["mentions"].append(row | {"evidence": list(evidence)})

    def write(self, out):
        write_parquet(arrow(self.rows), out / "parquet")
        return out
