"""Documents that meetings study or carry out: those of the centre are real, local ones made up."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from random import Random

from made.places import Place

from hoinghi.resources.catalogue import Document, load_documents

Cited = tuple[str, str]
# Documents of the centre by the topics that they belong to.
CENTRAL = {
    "dang": "05-CT/TW 01-KL/TW 35-CT/TW 144-QĐ/TW 213-QĐ/TW 37-QĐ/TW 118-KL/TW 22-QĐ/TW",
    "danchu": "217-QĐ/TW 218-QĐ/TW 43-NQ/TW 10/2022/QH15 59/2023/NĐ-CP 25-NQ/TW 18-CT/TW",
    "chinhquyen": "72/2025/QH15 65/2025/QH15 178-KL/TW 160-KL/TW",
    "so": "57-NQ/TW 52-NQ/TW 06/QĐ-TTg 749/QĐ-TTg",
    "ansinh": "42-NQ/TW 40-CT/TW 102/CĐ-TTg 90/QĐ-TTg 39-CT/TW",
    "nong": "46-NQ/TW 19-NQ/TW 919/QĐ-TTg 263/QĐ-TTg",
    "phunu": "06-CT/TW",
    "thanhnien": "25-NQ/TW@2008",
    "congnhan": "02-NQ/TW",
    "giaoduc": "29-NQ/TW@2013 49-KL/TW 1373/QĐ-TTg 387/QĐ-TTg",
    "yte": "38-CT/TW 52-CT/TW 20-NQ/TW@2017 72-NQ/TW",
    "dat": "31/2024/QH15 18-NQ/TW 102/2024/NĐ-CP",
    "anninh": "09-CT/TW 30/2023/QH15 44-NQ/TW",
    "vanhoa": "33-NQ/TW@2014",
    "moitruong": "72/2020/QH14 56-KL/TW",
    "thientai": "42-CT/TW 86/CĐ-TTg",
    "duong": "263/QĐ-TTg 318/QĐ-TTg",
}
_LOCAL = (
    ("Kế hoạch số {}/KH-UBND", "UBND {}"),
    ("Kế hoạch số {}/KH-MTTQ-BTT", "Ban Thường trực Ủy ban MTTQ Việt Nam {}"),
    ("Hướng dẫn số {}/HD-MTTQ-BTT", "Ban Thường trực Ủy ban MTTQ Việt Nam {}"),
    ("Công văn số {}/UBND-VX", "UBND {}"),
    ("Chỉ thị số {}/CT-UBND", "Chủ tịch UBND {}"),
    ("Quyết định số {}/QĐ-UBND", "UBND {}"),
    ("Nghị quyết số {}/NQ-HĐND", "HĐND {}"),
)
_ABOUT = (
    ("về tăng cường giữ gìn vệ sinh môi trường nông thôn", "moitruong"),
    ("về đợt cao điểm xóa nhà tạm, nhà dột nát", "ansinh"),
    ("về đẩy mạnh cải cách thủ tục hành chính", "chinhquyen"),
    ("về nâng cao chất lượng hòa giải ở cơ sở", "danchu"),
    ("về phát động thi đua chào mừng đại hội đảng bộ các cấp", "dang"),
    ("về phòng, chống đuối nước cho trẻ em", "giaoduc"),
    ("về vận động người dân tham gia bảo hiểm y tế", "yte"),
    ("về bảo đảm trật tự, an toàn giao thông", "anninh"),
    ("về giám sát và phản biện xã hội năm {}", "danchu"),
    ("về xây dựng khu dân cư văn hóa năm {}", "vanhoa"),
    ("về chuyển đổi số ở cơ sở", "so"),
    ("về hỗ trợ nông dân phát triển sản xuất", "nong"),
    ("về phòng, chống thiên tai năm {}", "thientai"),
    ("về quản lý đất công ích", "dat"),
    ("về làm đường giao thông nông thôn năm {}", "duong"),
)
_PROPER = ("Chương trình", "Đề án", "Kế hoạch", "Luật", "Nghị quyết", "Chiến lược", "Bộ", "Ngày")


@lru_cache(maxsize=1)
def _by_key() -> dict[str, Document]:
    """Return the documents of the catalogue by ``05-CT/TW``, the latest, and ``05-CT/TW@2016``."""
    known: dict[str, Document] = {}
    for document in load_documents():
        if document.number and document.symbol and document.date:
            for link in "-/":
                key = f"{document.number}{link}{document.symbol}"
                known[f"{key}@{document.date.year}"] = document
                if key not in known or known[key].date < document.date:
                    known[key] = document
    return known


def by_key(key: str) -> Document:
    """Return the document of a number and symbol, of one year where ``@`` and a year follow."""
    return _by_key()[key]


@lru_cache(maxsize=1)
def _central() -> dict[str, tuple[Document, ...]]:
    return {topic: tuple(map(by_key, keys.split())) for topic, keys in CENTRAL.items()}


def central(dice: Random, topics: list[str], day: date) -> tuple[Document, str] | None:
    """Return a document of the centre that there was on ``day``, and which of ``topics`` it is."""
    found = [
        (one, topic)
        for topic in topics
        for one in _central().get(topic, ())
        if one.date and one.date < day
    ]
    return found[int(dice.random() * len(found))] if found else None


def worded(document: Document, dice: Random) -> str:
    """Return how an article cites a document of the centre."""
    link = "-" if "TW" in (document.symbol or "") else "/"
    if document.symbol and document.symbol.startswith("CĐ"):
        link = "/"
    cited = f"{document.kind} số {document.number}{link}{document.symbol}"
    if document.kind in {"Luật", "Bộ luật"}:
        return f"{document.title} số {document.number}/{document.symbol}"
    day = document.date
    if day and dice.random() < 0.6:
        cited += f" ngày {day.day}/{day.month}/{day.year}"
    if document.issuer and dice.random() < 0.75:
        cited += " của " + document.issuer.removesuffix(" Đảng Cộng sản Việt Nam")
    if document.title and dice.random() < 0.6 and len(document.title) < 120:
        title = document.title.replace(' "', " “").replace('"', "”")
        if not title.startswith(_PROPER):
            title = title[:1].lower() + title[1:]
        cited += f" về {title}"
    return cited


def local(dice: Random, place: Place, day: date, topics: list[str]) -> Cited:
    """Return a made-up document of the unit above ``place``, on one of ``topics`` if it can be."""
    form, issuer = _LOCAL[int(dice.random() * len(_LOCAL))]
    above = place.above[0] if place.above else place
    signed = day - timedelta(days=10 + int(dice.random() * 150))
    text = form.format(10 + int(dice.random() * 890))
    unit = above.name if dice.random() < 0.4 else above.kind
    text += f" ngày {signed.day}/{signed.month}/{signed.year} của {issuer.format(unit)}"
    fit = [one for one in _ABOUT if one[1] in topics] or _ABOUT
    about, topic = fit[int(dice.random() * len(fit))]
    return f"{text} {about.format(day.year)}", topic


def some_document(dice: Random, place: Place, day: date, topics: list[str]) -> Cited:
    """Return how an article cites a document of the centre or of the unit above, and its topic."""
    found = central(dice, topics, day) if dice.random() < 0.6 else None
    return (worded(found[0], dice), found[1]) if found else local(dice, place, day, topics)
