"""Who issued a document: from its symbol, from the words after it, from the bodies around it."""

from __future__ import annotations

import re

# Ministries and central bodies as their symbols write them.
BODIES = {
    "CP": "Chính phủ",
    "TTg": "Thủ tướng Chính phủ",
    "TTCP": "Thanh tra Chính phủ",
    "VPCP": "Văn phòng Chính phủ",
    "VPTW": "Văn phòng Trung ương Đảng",
    "BTCTW": "Ban Tổ chức Trung ương",
    "BTGTW": "Ban Tuyên giáo Trung ương",
    "BDVTW": "Ban Dân vận Trung ương",
    "UBKTTW": "Ủy ban Kiểm tra Trung ương",
    "UBTWMTTQVN": "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
    "ĐCTUBTWMTTQVN": "Đoàn Chủ tịch Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
    "BTTUBTWMTTQVN": "Ban Thường trực Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
    "HĐBCQG": "Hội đồng Bầu cử Quốc gia",
    "TLĐ": "Tổng Liên đoàn Lao động Việt Nam",
    "UBDT": "Ủy ban Dân tộc",
    "BNV": "Bộ Nội vụ",
    "BTC": "Bộ Tài chính",
    "BTP": "Bộ Tư pháp",
    "BYT": "Bộ Y tế",
    "BCA": "Bộ Công an",
    "BQP": "Bộ Quốc phòng",
    "BNG": "Bộ Ngoại giao",
    "BCT": "Bộ Công Thương",
    "BXD": "Bộ Xây dựng",
    "BGDĐT": "Bộ Giáo dục và Đào tạo",
    "BKHĐT": "Bộ Kế hoạch và Đầu tư",
    "BKHCN": "Bộ Khoa học và Công nghệ",
    "BGTVT": "Bộ Giao thông vận tải",
    "BTNMT": "Bộ Tài nguyên và Môi trường",
    "BTTTT": "Bộ Thông tin và Truyền thông",
    "BNNPTNT": "Bộ Nông nghiệp và Phát triển nông thôn",
    "BNNMT": "Bộ Nông nghiệp và Môi trường",
    "BLĐTBXH": "Bộ Lao động - Thương binh và Xã hội",
    "BVHTTDL": "Bộ Văn hóa, Thể thao và Du lịch",
    "BDTTG": "Bộ Dân tộc và Tôn giáo",
    "NHNN": "Ngân hàng Nhà nước Việt Nam",
    "HĐTS": "Hội đồng Trị sự Giáo hội Phật giáo Việt Nam",
    "TANDTC": "Tòa án nhân dân tối cao",
    "VKSNDTC": "Viện kiểm sát nhân dân tối cao",
}
_PARLIAMENT = re.compile(r"^(?:(UBTVQH)(?:\d{1,2})?|(QH)\d{1,2})$")
# The body that a citation names after it (``… của Ban Bí thư``), as a class of issuers.
_CITED = (
    (re.compile(r"(?:bộ chính trị|bct)\b"), "Bộ Chính trị"),
    (re.compile(r"(?:ban bí thư|bbt)\b"), "Ban Bí thư"),
    (
        re.compile(
            r"(?:(?:hội nghị )?(?:lần thứ \w+ )?(?:ban chấp hành|bch) (?:trung ương|tw|t\.ư)"
            r"|hội nghị (?:trung ương|tw|lần thứ)|trung ương(?! (?:hội|đoàn|mttq|mặt))"
            r"|tw(?! (?:hội|đoàn))|đảng(?! (?:ủy|bộ|đoàn)))"
        ),
        "Ban Chấp hành Trung ương",
    ),
    (re.compile(r"thủ tướng|ttg\b|ttcp\b"), "Thủ tướng Chính phủ"),
    (re.compile(r"chính phủ|cp\b"), "Chính phủ"),
    (re.compile(r"(?:ủy ban thường vụ quốc hội|ubtvqh)"), "Ủy ban Thường vụ Quốc hội"),
    (re.compile(r"quốc hội"), "Quốc hội"),
    (
        re.compile(
            r"(?:ban thường trực )?(?:ủy ban |ub ?)?(?:trung ương |tw |tw|tư )(?:mttq|mặt trận)"
        ),
        "Mặt trận",
    ),
    (
        re.compile(r"(?:ban|ủy ban|văn phòng)(?: [^\W\d_]{1,8}){1,5} (?:trung ương|tw|t\.ư)(?!\w)"),
        "Trung ương",
    ),
    (
        re.compile(r"(?:liên )?bộ (?!(?:chính|luật|phận|mặt|máy|đội|chỉ huy|tư lệnh|tiêu chí))"),
        "Bộ ",
    ),
    (
        re.compile(
            r"(?:(?:ban (?:thường vụ|chấp hành)|btv|bch|thường trực) )?(?:tỉnh|thành|huyện|quận|thị"
            r"|đảng) ?(?:ủy|bộ)\b|(?:thường trực )?hđnd|hội đồng nhân dân|(?:chủ tịch )?ubnd"
            r"|(?:chủ tịch )?ủy ban nhân dân|(?:ban thường trực |btt )?(?:ubmttq|ủy ban mttq|mttq"
            r"|ủy ban mặt trận)|(?:tỉnh|huyện|xã|phường|thị trấn|quận|sở|phòng|ban) \w"
        ),
        "địa phương",
    ),
)
_AFTER = re.compile(r"(?: ?\([^()\n]{1,40}\))? ?,? ?(?:của|do) ")


def by_symbol(symbol: str | None) -> str | None:
    """Return the issuer that a symbol names outright (``QĐ-TTg``), several joined by commas."""
    if symbol is None or symbol.endswith(("/TW", "/TU", "/HU")):
        return None
    if symbol.endswith("MTTW-BTT"):
        return "Ban Thường trực Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam"
    found = []
    for piece in re.split(r"[-/&]", symbol):
        if parliament := _PARLIAMENT.match(piece):
            found.append("Quốc hội" if parliament[2] else "Ủy ban Thường vụ Quốc hội")
        elif piece in BODIES:
            found.append(BODIES[piece])
    return ", ".join(found) or None


def cited_after(folded: str, end: int) -> str | None:
    """Return the class of the body named right after a citation, ``None`` if there is none.

    Classes are the names of central bodies, ``Mặt trận``, ``Trung ương`` (an organ of the
    Central Committee), ``Bộ `` (a ministry) and ``địa phương`` (any local body).
    """
    of = _AFTER.match(folded, end, end + 60)
    if of is None:
        return None
    for pattern, name in _CITED:
        if pattern.match(folded, of.end()):
            return name
    return None


def fits(issuer: str | None, cited: str | None) -> bool:
    """Tell whether a document's issuer can be the body that the text names."""
    if cited is None or issuer is None:
        return True
    if cited == "Chính phủ":  # news say so of what its head signed, too: ``Đề án 06``
        return issuer in {"Chính phủ", "Thủ tướng Chính phủ"} or issuer.startswith("Chính phủ,")
    if cited == "Quốc hội":
        return issuer == "Quốc hội"
    if cited == "Ban Chấp hành Trung ương":
        return issuer.startswith(("Ban Chấp hành", "Bộ Chính trị", "Ban Bí thư", "Đại hội"))
    if cited == "Bộ ":
        return issuer.startswith("Bộ ") and not issuer.startswith("Bộ Chính trị")
    return cited in issuer
