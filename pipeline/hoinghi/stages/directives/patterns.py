"""How documents are cited: kinds, numbers, symbols, dates, issuers.

All patterns run on ``hoinghi.text.fold`` of the article; capitals are checked on the original.
Kinds and symbols follow Nghị định 30/2020/NĐ-CP (state) and Hướng dẫn 36-HD/VPTW (Party).
"""

from __future__ import annotations

import re

# Written form -> kind; whether a bare number (``Chỉ thị 05``, no ``số``, no symbol) is enough.
KINDS: dict[str, tuple[str, bool]] = {
    "nghị quyết liên tịch": ("Nghị quyết liên tịch", True),
    "thông tư liên tịch": ("Thông tư liên tịch", True),
    "chương trình phối hợp": ("Chương trình phối hợp", False),
    "chương trình hành động": ("Chương trình hành động", False),
    "thông báo kết luận": ("Thông báo kết luận", False),
    "kế hoạch phối hợp": ("Kế hoạch phối hợp", False),
    "quy chế phối hợp": ("Quy chế phối hợp", False),
    "chương trình liên tịch": ("Chương trình liên tịch", False),
    "kế hoạch liên tịch": ("Kế hoạch liên tịch", False),
    "kế hoạch liên ngành": ("Kế hoạch liên ngành", False),
    "hướng dẫn liên tịch": ("Hướng dẫn liên tịch", False),
    "hướng dẫn liên ngành": ("Hướng dẫn liên ngành", False),
    "nghị quyết chuyên đề": ("Nghị quyết", True),
    "lời kêu gọi": ("Lời kêu gọi", False),
    "phương án": ("Phương án", False),
    "công điện khẩn": ("Công điện", False),
    "công điện": ("Công điện", False),
    "chỉ thị": ("Chỉ thị", True),
    "nghị quyết": ("Nghị quyết", True),
    "nghị định": ("Nghị định", True),
    "quyết định": ("Quyết định", True),
    "quy định": ("Quy định", True),
    "quy chế": ("Quy chế", False),
    "kết luận": ("Kết luận", True),
    "kế hoạch": ("Kế hoạch", False),
    "hướng dẫn": ("Hướng dẫn", False),
    "thông tri": ("Thông tri", True),
    "thông tư": ("Thông tư", True),
    "thông báo": ("Thông báo", False),
    "công văn": ("Công văn", False),
    "chương trình": ("Chương trình", False),
    "đề án": ("Đề án", True),
    "tờ trình": ("Tờ trình", False),
    "báo cáo": ("Báo cáo", False),
    "pháp lệnh": ("Pháp lệnh", True),
    "bộ luật": ("Bộ luật", False),
    "luật": ("Luật", False),
    "sắc lệnh": ("Sắc lệnh", True),
    "giấy mời": ("Giấy mời", False),
    "lệnh": ("Lệnh", False),
    "văn bản": ("Văn bản", False),
}
# Abbreviated kinds, in capitals, and whether a bare number is enough.
SHORT_KINDS: dict[str, tuple[str, bool]] = {
    "nqlt": ("Nghị quyết liên tịch", True),
    "ttlt": ("Thông tư liên tịch", True),
    "ctr": ("Chương trình", False),
    "ttr": ("Tờ trình", False),
    "ct": ("Chỉ thị", True),
    "nq": ("Nghị quyết", True),
    "nđ": ("Nghị định", True),
    "qđ": ("Quyết định", True),
    "kl": ("Kết luận", True),
    "kh": ("Kế hoạch", False),
    "hd": ("Hướng dẫn", False),
    "tt": ("Thông tư", False),
    "tb": ("Thông báo", False),
    "cv": ("Công văn", False),
    "cđ": ("Công điện", False),
    "qc": ("Quy chế", False),
    "bc": ("Báo cáo", False),
    "pl": ("Pháp lệnh", True),
}
# Kinds that are nouns only, never the verb or the plan that counts what follows its number.
NOUNS = frozenset(
    {
        "nghị quyết liên tịch", "thông tư liên tịch", "nghị quyết chuyên đề", "nghị quyết",
        "nghị định", "chỉ thị", "thông tư", "thông tri", "pháp lệnh", "sắc lệnh", "công văn",
        "công điện", "nqlt", "ttlt", "nq", "nđ", "qđ",
    }
)  # fmt: skip
# The first part of a symbol -> kind, for a number and symbol that stand without a kind word.
CODES: dict[str, str] = {code: kind for code, (kind, _) in SHORT_KINDS.items()} | {
    "qđi": "Quy định",
    "qyđ": "Quy định",
    "qyđi": "Quy định",
}
_KIND = "|".join(sorted(KINDS, key=len, reverse=True))
_SHORT = "|".join(sorted(SHORT_KINDS, key=len, reverse=True))
# These patterns have no guard in front, which would slow the search: see ``free``.
HEAD = re.compile(
    rf"(?P<kind>{_KIND}|{_SHORT})(?P<gap> |\n| ?, ?|(?<=[^\W\d_]))(?P<so>số ?:? ?\n?)?(?=\d)"
)
# Words between the kind and the number: ``Kế hoạch giám sát số 15/KH-HĐND``.
KIND_BEFORE = re.compile(rf"(?P<kind>{_KIND})(?: [^\W\d_]{{1,8}}){{1,5}} số ?:? ?$")
MANY = re.compile(r"(?:các|hai|ba|những) $")
NUMBER = re.compile(r"(\d{1,5}[a-eđ]?)(?: ?/ ?(\d{4})|-(\d{4})(?=/))?(?![\w%])")
LOOSE = re.compile(r"(\d{1,5}[a-eđ]?)(?: ?/ ?(\d{4}))? ?[-/] ?(?=[a-zđ])")
# The article's own number, where it is a notice itself: ``Số: 12/TB-UBND`` on a line of its own.
LETTERHEAD = re.compile(r"\n\s?số ?: ?$")
LOOSE_BEFORE = frozenset("/.,-")
_PIECE = r"(?:t\.ư|[^\W\d_]{1,18}(?:\d{1,2})?)"
SYMBOL = re.compile(rf"(?: ?[-/] ?|[-/]\n)({_PIECE}(?:(?: ?[-/&] ?|[-/]\n){_PIECE}){{0,7}})")
PIECES = re.compile(rf"{_PIECE}")
# Parts of symbols with small letters of their own, in their canonical writing.
MIXED = {
    "ttg": "TTg",
    "ctr": "CTr",
    "ctrph": "CTrPH",
    "ttr": "TTr",
    "qđi": "QĐi",
    "qyđ": "QyĐ",
    "qyđi": "QyĐi",
    "thu": "ThU",
    "tw": "TW",
    "tư": "TW",
    "t.ư": "TW",
}
# Bodies and offices that a symbol may name behind a dash with spaces around it.
SPACED = frozenset({"cp", "ttg", "tw", "btt", "ubnd", "hđnd", "mttq", "mttw", "tu", "hu", "đu"})
# Symbols that are recognised even in small letters.
COMMON = frozenset(
    {
        "ct/tw", "nq/tw", "kl/tw", "qđ/tw", "qđi/tw", "hd/tw", "nđ-cp", "nq-cp", "qđ-ttg",
        "ct-ttg", "cđ-ttg", "kh/tw", "ct-tw", "nq-tw", "qđ-tw", "kl-tw",
    }
)  # fmt: skip
PARLIAMENT = re.compile(r"(?:ubtvqh|qh|qhk)\d{1,2}$")
CHAIN = re.compile(r"(?: ?[,;] ?| và | & | ?[-] ?|, và )(?:số ?)?(?=\d)")
# A bare number in a chain must be followed by one of these, not by what it would count.
CHAIN_END = re.compile(r" ?(?:[.;)\n]|$)| (?:của|ngày|về|do|được|đã|quy định|và|ban hành)\b| ?,")

_SEP = r" ?\n?[/.-] ?\n?"
DATE = re.compile(
    rf"(?P<comma>,)?[ \n]{{1,3}}(?:(?:ban hành|ký|ra) )?ngày[ \n](?:"
    rf"(?P<d>\d{{1,2}}){_SEP}(?P<m>\d{{1,2}})(?:{_SEP}(?P<y>\d{{4}}))?(?![\d/])"
    r"|(?P<dd>\d{1,2}) tháng (?P<mm>\d{1,2}) năm (?P<yy>\d{4}))"
)
# What goes on about the document, so that a date after a comma is its own.
AFTER_DATE = re.compile(
    r"[ \n]?(?:của|về|do|điều động|bổ nhiệm|công nhận|thành lập|phê duyệt|chỉ định|chuẩn y|ban hành"
    r"|quy định|hướng dẫn|tiếp nhận)\b"
)
YEAR = re.compile(r"[ \n](?:năm )?((?:19|20)\d{2})(?![\d/-]|\.\d)")
NAMED_YEAR = re.compile(r" năm ((?:19|20)\d{2})(?!\d)")
BRACKET_DAY = re.compile(r" ?\((?:ngày )?(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4})\)")
# What may follow a bare number; a counted noun (``Kế hoạch 5 năm``) must not.
AFTER_BARE = re.compile(
    r" ?(?:[.,;:!?)\]\"”’\n(-]|$)| (?:của|về|và|ngày|đã|đang|được|là|có|cho|với|theo|trong|trên"
    r"|tại|do|gắn|quy định|ban hành|ra đời|đi vào|nói|nêu|thì|mà|cũng|vào|đến|từ|để|nhằm"
    r"|bằng|như|không|chưa|sẽ|mới|hay|hoặc|còn|cùng|sang|gồm|khi|sau|trước|bị|ở|yêu cầu"
    r"|giao|cấm|\d+ tháng)\b"
)
# What a number counts rather than names: ``ban hành Nghị quyết 5 năm``, ``Quyết định 12 suất``.
COUNTED = re.compile(
    r" ?(?:%|ha\b|km|kg|m2|m²)| (?:ngày|tuần|tháng|quý|năm|giờ|phút|lần|khóa|kỳ"
    r"|người|hộ|ông|bà|anh|chị|em|cháu|đồng chí|đại biểu|cán bộ|đảng viên|hội viên|đoàn viên|cử tri"
    r"|thành viên|đối tượng|cá nhân|tập thể|đơn vị|tổ chức|cơ quan|doanh nghiệp|xã|phường|huyện"
    r"|quận|tỉnh|thôn|bản|làng|ấp|khu|tổ|nhóm|đội|đoàn|ban|phòng|sở|bộ|ngành|lĩnh vực|nội dung"
    r"|nhiệm vụ|giải pháp|vấn đề|chỉ tiêu|tiêu chí|mục tiêu|điều|khoản|điểm|chương|phần|mục|trang"
    r"|dự án|công trình|đề án|chương trình|kế hoạch|trường hợp|vụ|việc|vị trí|chức danh|suất|căn"
    r"|chiếc|con|cây|loại|hình thức|mức|khoản|phương án|giai đoạn|đợt|cuộc|buổi|bộ luật|luật"
    r"|nghị quyết|văn bản|hồ sơ|đồng|triệu|tỷ|tỉ|nghìn|ngàn|trăm)(?!\w)"
)
DRAFT = re.compile(r"(?:dự thảo|dự án)(?: các)? $")

_ORDINAL = r"nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?: (?:một|hai|ba|bốn|lăm))?"
PLENUM = re.compile(
    r"nghị quyết (?:của )?(?:hội nghị )?(?:lần thứ (?P<ord>" + _ORDINAL + r"|\d{1,2}),? "
    r"(?:của )?(?:ban chấp hành|bch) (?:trung ương|tw)(?: đảng)?"
    r"|(?:trung ương|tw|t\.ư|t\.w|tư|hntw) ?(?P<no>\d{1,2}))"
    r"(?:,? ?(?P<open>\()?khóa (?P<term>\d{1,2}|[ivx]{1,5}(?:(?:, ?| và )[ivx]{1,5})?)"
    r"(?(open)\)))?(?!\w)"
)
CONGRESS = re.compile(
    r"nghị quyết (?P<body>đại hội(?: [^\W\d_]{1,7}){0,8}?)"
    rf"(?:,? (?:lần thứ|khóa|lần) (?P<term>[ivx]{{1,6}}|\d{{1,2}}|{_ORDINAL})"
    r"|,? (?P<roman>[ivx]{2,6}))(?!\w)"
    r"(?P<party> (?:của )?đảng(?: cộng sản việt nam| ta)?(?!\w)(?! (?:bộ|ủy|nhân dân)\b))?"
)
ORDINALS = {
    word: number
    for number, word in enumerate(
        ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một"), 1
    )
}
RECORD = re.compile(r"(?P<kind>biên bản (?:ghi nhớ|thỏa thuận|hợp tác))(?: hợp tác)?(?= ngày \d)")
CHARTER = re.compile(
    r"(?P<kind>điều lệ|hiến chương) (?P<body>(?:tổng |liên )?(?:hội|hiệp hội|đoàn|liên đoàn|liên"
    r" hiệp|liên minh|giáo hội)(?: (?!việt nam)[^\W\d_]{1,8}){1,10} việt nam)(?!\w)"
)
# Not the tail of a longer word: ``pháp luật Công đoàn``, ``kỷ luật``.
NAME_HEAD = re.compile(
    r"(?:(?<!pháp )(?<!kỷ )(?<!trường )luật|bộ luật|pháp lệnh|điều lệ|hiến pháp)(?= )"
    r"|bl(?:tt)?(?:hs|ds)(?!\w)|bllđ(?!\w)"
)
# The tail of a longer word: ``pháp luật``, ``kỷ luật``.
NOT_LAW = re.compile(r"(?:pháp|kỷ|kết|quy|trường) $")
LAW_TITLE = re.compile(r"(?:bộ )?luật(?:,? [^\W\d_]{1,8}){1,18} ?,? số ?:? ?$")
TERM = re.compile(r"[^.;\n]{0,60}?\(?khóa ([ivx]{1,5})\b")
AMENDING = re.compile(
    r"luật sửa đổi,? ?bổ sung(?: một số điều)?(?: của)? (?:các )?(?=luật|bộ luật)"
)
NAME_NUMBER = re.compile(r",? (?:\()?số ?:? ?(?=\d)")
AMENDED = re.compile(r" (?:\((?:sửa đổi|bổ sung|mới)(?:,? ?bổ sung)?\)|sửa đổi(?:, bổ sung)?)")
# Abbreviations inside names of laws, spelt out.
SPELT = {
    "mttq": "mặt trận tổ quốc",
    "mttqvn": "mặt trận tổ quốc việt nam",
    "hđnd": "hội đồng nhân dân",
    "ubnd": "ủy ban nhân dân",
    "đbqh": "đại biểu quốc hội",
    "nvqs": "nghĩa vụ quân sự",
    "dqtv": "dân quân tự vệ",
    "bhyt": "bảo hiểm y tế",
    "bhxh": "bảo hiểm xã hội",
    "pctn": "phòng chống tham nhũng",
    "bvmt": "bảo vệ môi trường",
    "pccc": "phòng cháy và chữa cháy",
    "cand": "công an nhân dân",
    "ttxh": "trật tự xã hội",
    "gtđb": "giao thông đường bộ",
    "atgt": "an toàn giao thông",
    "hngđ": "hôn nhân và gia đình",
    "kntc": "khiếu nại tố cáo",
    "atvslđ": "an toàn vệ sinh lao động",
    "hlhpn": "hội liên hiệp phụ nữ",
    "lhpn": "liên hiệp phụ nữ",
    "ccb": "cựu chiến binh",
    "htx": "hợp tác xã",
    "nsnn": "ngân sách nhà nước",
    "blhs": "bộ luật hình sự",
    "blds": "bộ luật dân sự",
    "bltths": "bộ luật tố tụng hình sự",
    "blttds": "bộ luật tố tụng dân sự",
    "bllđ": "bộ luật lao động",
    "tncs": "thanh niên cộng sản",
    "vn": "việt nam",
}


def free(text: str, start: int) -> bool:
    """Tell whether a word begins at ``start``."""
    return start == 0 or not (text[start - 1].isalnum() or text[start - 1] == "_")
