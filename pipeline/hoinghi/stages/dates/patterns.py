"""The words of the date grammar, apart from the code that reads them.

All words are folded (lower case, old tone style) and one syllable per entry; a phrase is a tuple
of syllables. Sources: the date and time forms of Vietnamese administrative writing (Decree
30/2020/NĐ-CP, appendix I) and TIMEX3 (ISO 24617-1) for the values.
"""

from __future__ import annotations

import re

Phrase = tuple[str, ...]

TOKEN = re.compile(r"(\s*)([0-9]+|[^\W\d_]+|[^\w\s]|[\d_])")
# No syllable ends in one of these words: before a figure they have lost a space ("từngày 5/6").
_GLUE = r"(?=\s?[0-9])"
GLUED = re.compile(rf"(?:ngày(?<=[^\W\d_]ngày)|tháng(?<=[^\W\d_]tháng)|năm(?<=[^\W\d_]năm)){_GLUE}")
TOKEN_GLUED = re.compile(
    rf"(\s*)([0-9]+|[^\W\d_]+?(?=(?:ngày|tháng|năm){_GLUE})|[^\W\d_]+|[^\w\s]|[\d_])"
)

# Number words; spelling variants carry the same value.
DIGITS = {
    "không": 0, "linh": 0, "lẻ": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4,
    "năm": 5, "lăm": 5, "nhăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
TEN, TENS = "mười", "mươi"
HUNDRED, THOUSAND, ZERO_TENS = "trăm", frozenset({"nghìn", "ngàn"}), frozenset({"linh", "lẻ"})
NUMBER_WORDS = frozenset(DIGITS) | {TEN, TENS, HUNDRED} | THOUSAND
MONTH_NAMES = {"giêng": 1, "chạp": 12}
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}

# TIMEX3 parts of the day.
PARTS: dict[Phrase, str] = {
    ("sáng",): "MO", ("trưa",): "MI", ("chiều",): "AF", ("tối",): "EV", ("đêm",): "NI",
    ("rạng", "sáng"): "MO", ("tảng", "sáng"): "MO", ("sáng", "sớm"): "MO", ("giữa", "trưa"): "MI",
    ("xế", "chiều"): "AF", ("chiều", "tối"): "EV", ("đêm", "khuya"): "NI",
    ("nửa", "đêm"): "NI", ("giữa", "đêm"): "NI", ("tối", "muộn"): "EV", ("đêm", "muộn"): "NI",
    ("chiều", "muộn"): "AF", ("trưa", "muộn"): "MI",
    ("đầu", "giờ", "sáng"): "MO", ("đầu", "giờ", "chiều"): "AF", ("cuối", "giờ", "chiều"): "AF",
    ("cuối", "giờ", "sáng"): "MO",
}  # fmt: skip

# Days counted from the day of publication, and those that need a day part before them.
DEICTIC_DAYS: dict[Phrase, int] = {
    ("hôm", "nay"): 0, ("ngày", "hôm", "nay"): 0, ("bữa", "nay"): 0,
    ("hôm", "qua"): -1, ("ngày", "hôm", "qua"): -1, ("bữa", "qua"): -1,
    ("hôm", "kia"): -2, ("ngày", "hôm", "kia"): -2, ("hôm", "kìa"): -3,
    ("ngày", "mai"): 1, ("ngày", "kia"): 2, ("ngày", "mốt"): 2,
}  # fmt: skip
AFTER_PART: dict[Phrase, int] = {("nay",): 0, ("qua",): -1, ("mai",): 1}
# Days counted from the day last mentioned.
ANAPHORIC_DAYS: dict[Phrase, int] = {
    ("cùng", "ngày"): 0, ("cùng", "hôm"): 0, ("ngày", "hôm", "đó"): 0, ("ngày", "hôm", "ấy"): 0,
    ("ngày", "hôm", "sau"): 1, ("ngày", "hôm", "trước"): -1,
    ("hôm", "đó"): 0, ("hôm", "ấy"): 0, ("hôm", "sau"): 1, ("ngày", "này"): 0,
}  # fmt: skip
# What ends in one of these points back: without a day told before it has no value.
POINTING = frozenset({"đó", "ấy", "này"})
ANAPHORIC_AFTER_PART: dict[Phrase, int] = {
    ("hôm", "đó"): 0, ("hôm", "ấy"): 0, ("hôm", "sau"): 1, ("hôm", "trước"): -1,
    ("đó",): 0, ("ấy",): 0,
}  # fmt: skip

# Weeks, months, quarters and years counted from publication: "tuần trước", "năm nay".
SHIFTS: dict[Phrase, int] = {
    ("này",): 0, ("nay",): 0, ("hiện", "tại"): 0,
    ("trước",): -1, ("vừa", "qua"): -1, ("vừa", "rồi"): -1, ("rồi",): -1,
    ("ngoái",): -1, ("sau",): 1, ("tới",): 1, ("tiếp", "theo"): 1, ("tiếp",): 1,
    ("kế", "tiếp"): 1, ("kế",): 1,
}  # fmt: skip
# What may not follow such a shift, for then it is a preposition ("tuần trước khi họp").
NOT_AFTER_SHIFT = frozenset({"khi", "đó", "đây", "ngày", "lúc", "thềm", "hết", "cùng", "năm"})
# What goes on with "tiếp" as a verb ("năm tiếp tục", "tuần tiếp xúc").
TIEP_VERBS = frozenset("tục cận nhận xúc đón thu dân sức diễn tế".split())
# Before "quý" these make it a word of praise ("cao quý này").
PRAISES = frozenset("cao trân yêu đáng kính phú quyền của đá".split())
# What may not stand before it, for then it is a length of time or no single unit.
NOT_BEFORE_SHIFT = frozenset(
    {"những", "các", "nhiều", "mấy", "vài", "mỗi", "từng", "nửa", "hàng", "hằng", "bao", "suốt"}
)
WEEKDAYS = {"hai": 1, "ba": 2, "tư": 3, "năm": 4, "sáu": 5, "bảy": 6, "bẩy": 6}
WEEKDAY_NUMBERS = {2: 1, 3: 2, 4: 3, 5: 4, 6: 5, 7: 6}
SUNDAY = frozenset({("chủ", "nhật"), ("chúa", "nhật")})

HOUR, MINUTE, SECOND = frozenset({"giờ", "h", "g"}), frozenset({"phút", "p"}), frozenset({"giây"})
PRIMES = frozenset("'’′`")
# The words between the ends of a range.
TO = frozenset({"đến", "tới"})
HALF_DAYS = {"am": 0, "pm": 1}
HALF_DAYS_VI = {"sa": 0, "ch": 1}  # written with capitals behind the minutes
CLOCK_CUES = frozenset({"lúc", "hồi", "từ", "đến", "vào", "trước", "sau", "đúng", "khoảng", "tới"})
CLOCK_LENGTH = frozenset({"trong", "suốt", "mất", "hơn", "gần", "cả", "sau", "khoảng", "mỗi"})

# The year's parts as TIMEX3's mod: "đầu năm 2024" has the value of the whole.
EDGES: dict[Phrase, str] = {
    **dict.fromkeys([("đầu",), ("thượng", "tuần"), ("nửa", "đầu"), ("những", "ngày", "đầu")],
                    "START"),
    **dict.fromkeys([("những", "năm", "đầu")], "START"),
    **dict.fromkeys([("những", "năm", "cuối")], "END"),
    **dict.fromkeys([("giữa",), ("trung", "tuần"), ("những", "ngày", "giữa")], "MID"),
    **dict.fromkeys([("cuối",), ("hạ", "tuần"), ("nửa", "cuối"), ("những", "ngày", "cuối")],
                    "END"),
}  # fmt: skip
# Years and centuries before (-1) and of (1) our era.
ERAS: dict[Phrase, int] = {
    ("tcn",): -1, ("trước", "công", "nguyên"): -1, ("tr", ".", "cn"): -1,
    ("scn",): 1, ("sau", "công", "nguyên"): 1,
}  # fmt: skip
HALVES: dict[Phrase, int] = {("nửa", "đầu"): 1, ("nửa", "cuối"): 2}
PERIOD_EDGES = {"đầu": 1, "cuối": 2}
SEASONS: dict[Phrase, str] = {
    ("xuân",): "SP", ("hè",): "SU", ("hạ",): "SU", ("thu",): "FA", ("đông",): "WI",
    ("mưa",): "", ("khô",): "", ("lũ",): "", ("bão",): "",
}  # fmt: skip
YEAR_KINDS: dict[Phrase, str] = dict.fromkeys(
    [("học",), ("học", "mới"), ("mới",), ("tài", "chính")], ""
)
TERM_HEADS: dict[Phrase, str] = dict.fromkeys([
    ("nhiệm", "kỳ"), ("nhiệm", "kì"), ("giai", "đoạn"), ("niên", "khóa"), ("thời", "kỳ"),
    ("thời", "kì"), ("năm", "học"), ("năm", "học", "mới"),
], "")  # fmt: skip
PLURALS = frozenset({"các", "những"})

STEMS = ("giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý")
BRANCHES = ("tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi")
VARIANTS = {"kỉ": "kỷ", "tí": "tý", "mẹo": "mão", "tị": "tỵ", "quí": "quý"}

# Lengths of time: their units, finest last, what half of one is, and the words that place them.
COUNT_UNITS = {
    "giây": "second", "s": "second", "phút": "minute", "giờ": "hour", "tiếng": "hour",
    "h": "hour", "ngày": "day", "hôm": "day", "đêm": "day", "tuần": "week", "tháng": "month",
    "quý": "quarter", "năm": "year",
}  # fmt: skip
DECADE_WORDS = frozenset({"niên", "kỷ", "kỉ"})
STEP_RANKS = {
    unit: rank for rank, unit in enumerate(
        ("second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade")
    )
}  # fmt: skip
CLOCK_STEPS = frozenset({"second", "minute", "hour"})
HALF_STEPS = {
    "minute": (30, "second"), "hour": (30, "minute"), "day": (12, "hour"),
    "month": (15, "day"), "year": (6, "month"), "decade": (5, "year"),
}  # fmt: skip
NOW: dict[Phrase, str] = dict.fromkeys([
    ("bây", "giờ"), ("ngay", "bây", "giờ"), ("lúc", "này"), ("ngay", "lúc", "này"),
    ("hiện", "giờ"), ("ngay", "giờ"),
], "")  # fmt: skip
# Units without a number that are counted all the same: "tuần vừa qua".
LAST_UNITS = frozenset({"tuần", "tháng", "quý"})
LATER_TAILS: dict[Phrase, str] = {("nữa",): ""}
AGO_TAILS: dict[Phrase, str] = dict.fromkeys([("trước",), ("trước", "đây"), ("về", "trước")], "")
PAST_TAILS: dict[Phrase, str] = dict.fromkeys(
    [("qua",), ("vừa", "qua"), ("vừa", "rồi"), ("gần", "đây"), ("trở", "lại", "đây")], ""
)
NEXT_TAILS: dict[Phrase, str] = dict.fromkeys(
    [("tới",), ("sắp", "tới"), ("tới", "đây"), ("tiếp", "theo"), ("kế", "tiếp")], ""
)
WEEKEND_TAILS: dict[Phrase, int] = {
    ("qua",): -1, ("vừa", "qua"): -1, ("vừa", "rồi"): -1, ("trước",): -1, ("này",): 0,
}  # fmt: skip
# After "trước" these make it a preposition, after "qua" and "tới" a verb.
NO_ADVERB = frozenset(
    """khi ngày đó lúc kỳ kì thềm năm tết thời đại hội giờ buổi cuộc trận hạn sinh sự
    cửa cổng sân mặt mắt nhà""".split()
)
NOT_AFTER_PAST = frozenset({"đời", "lại", "đường", "khỏi", "tay", "cầu", "các", "những"})
NOT_AFTER_NEXT = frozenset({"nơi", "thăm", "các", "dự", "trường", "khi", "nay", "lúc", "chỗ"})
LENGTH_BEFORE = frozenset(
    """trong suốt hơn gần trên quá tròn ít nhất chậm những - hay hoặc tới""".split()
)
TIME_BEFORE = frozenset({"lúc", "hồi", "vào", "từ", "đến", "tới", "đúng", "-"})
ALONE_AFTER = frozenset({"", ".", ",", ";", ":", ")", "!", "?", '"', "”"})
DEADLINE_VERBS = frozenset({"thành", "xong", "quyết", "thúc"})
DONE_CUES = frozenset({"đã", "được"})

# Units picked out of a whole: "tuần đầu tiên của tháng 9", "Chủ nhật cuối cùng của năm".
PICKED_UNITS = {"ngày": "day", "tuần": "week", "tháng": "month", "quý": "quarter"}

# Nouns and measures that make the number before them a count ("tháng 3 lần", "5/7 thôn").
COUNTED = frozenset(
    """lần triệu tỷ tỉ nghìn ngàn đồng đ lượt suất người hộ xã phường thôn bản ấp xóm buôn làng
    khóm khu tổ huyện quận tỉnh thành đại vị đồng chí ý phiếu chỉ tiêu tiêu đơn cơ trường lớp học
    sinh cán bộ thành viên chi đảng hội đoàn dự công nhóm nội câu mục tiếng bánh tầng hạng
    dân giáo em cháu cụ tuổi km m kg
    ha tấn mét lít điểm thị cử hồ kiến vụ tổng số nhà cặp cuộc thủ ủy uỷ
    tthc văn quyết kế ban liên trạm bệnh giám nghị chương môn sản tân thanh thí tuổi
    con m² m³ bài""".split()
)
# Words that may stand before and after a year of three figures, which is otherwise a count.
OLD_YEAR_CUES = frozenset({"vào", "", ".", "từ", "đến", "tới", "trước", "sau", "-", "("})
YEAR_FOLLOWERS = frozenset({"", ".", ",", ")", ";", "là", "đến", "thì", "khi", "tại", "của"})

# Words before the number of a day.
DAY_HEADS: dict[Phrase, str] = {
    ("ngày",): "ngày", ("hôm",): "hôm", ("mùng",): "mùng", ("mồng",): "mùng", ("mung",): "mùng",
    ("ngày", "mùng"): "mùng", ("ngày", "mồng"): "mùng", ("hôm", "mùng"): "mùng",
    ("hôm", "mồng"): "mùng", ("hôm", "ngày"): "ngày",
}  # fmt: skip
LUNAR_MARKS: dict[Phrase, str] = {
    ("âm", "lịch"): "lunar", ("âl",): "lunar", ("dương", "lịch"): "solar",
    ("lịch", "âm"): "lunar", ("lịch", "dương"): "solar",
    ("(", "âm", "lịch", ")"): "lunar", ("(", "dương", "lịch", ")"): "solar",
}  # fmt: skip
RECURRING: dict[Phrase, str] = {
    ("hàng", "năm"): "year", ("hằng", "năm"): "year", ("mỗi", "năm"): "year",
    ("hàng", "tháng"): "month", ("hằng", "tháng"): "month", ("mỗi", "tháng"): "month",
}  # fmt: skip
# Words between the clock time, the weekday and the day of one moment.
JOINERS = frozenset({"vào", "lúc", "hồi", "của", "đúng"})

# Units of a set after a number: "hai ngày 14 và 15/6", "hai đêm 29, 30/6".
PLURAL_UNITS = {"ngày": "day", "đêm": "night", "tháng": "month", "năm": "year"}

# What a share or score stands after ("đạt 5/7"), and what bears a day as its name.
SHARE_CUES = frozenset(
    """đạt chiếm được có hạng binh viết với hơn gần khoảng
    trên bằng chỉ mất giảm tăng ít ngắn""".split()
)
# Numbers behind these count weeks and issues: "tuần 3 tháng 8/2025", "số 3 tháng 5/2024".
COUNTING_HEADS = frozenset({"số", "tuần"})
NAME_HEADS = frozenset(
    """trường đường viên viện ty phố cầu chợ nghiệp lớp tuyến kênh may sách
    hẻm ngõ ngách kiệt nhà số lô thửa bậc trang phòng
    đội tổ khối điểm htx iphone công""".split()
)
# Words that make a way of "trường" ("tựu trường 25-8"), for which a date may stand.
SCHOOL_WAYS = frozenset({"tựu", "ra", "nhập"})
# What a share is a share of ("2/3 thời gian"); a day of such small figures stands before no noun.
SHARED = frozenset("thời vốn tài tổng diện quãng dân số lượng".split())
# A score ("thắng 3-1") stands behind one of these; the words beside some make something else.
SCORE_WORDS = frozenset("thắng thua hòa hạ số hiệp lưu".split())
NO_SCORE_BEFORE = {"thắng": {"chiến", "quyết", "toàn", "đại", "tất"}, "số": {"một", "nhiều"}}
NO_SCORE_AFTER = {
    "hạ": {"tầng", "cấp", "huyệt", "thủy", "tuần", "viện", "du", "lưu"},
    "hòa": {"giải", "bình", "nhập", "mạng", "hợp", "thượng"},
    "thắng": {"lợi", "cảnh", "tích"},
}
# What may follow a day number without a month ("trong ngày 12, ...").
DAY_FOLLOWERS = frozenset(
    {"", ",", ".", ";", ":", ")", "tại", "đã", "của", "và", "là", "thì", "nên"}
)
WEEKDAY_CUES = frozenset({"vào", "hôm", "ngày", "đến", "trước", "từ", "sáng", "chiều", "tối", "("})


# Measures that make the number of a month or quarter a count ("mỗi tháng 5 triệu").
MEASURES = frozenset("tuần lần triệu tỷ tỉ nghìn ngàn đồng lượt suất người kg tấn ha".split())
UNIT_WORDS = frozenset({"ngày", "tháng", "năm", "giờ", "phút", "h", "g", "tuần", "buổi", "đêm"})
# Words that go on with no day but with a count, if the next is a noun ("từ 2-3 triệu").
MEASURE_CUES = frozenset({"từ", "tới", "đến", "khoảng", "có"})
# What may come after such a day all the same.
AFTER_DAY = frozenset("đến tới tại đã sẽ và hằng hàng là thì ở sang của do vừa sắp mới".split())
# Words that only a date follows, whatever comes after it.
BARE_CUES = frozenset(
    {"trước", "sau", "từ", "đến", "dịp", "vào", "hôm", "lễ", "khánh", "tới", "hết", "ngày", "tức"}
)
SPACED_CUES = frozenset({"từ", "ngày", "hôm", "sáng", "trưa", "chiều", "tối", "đêm", "đến", "và"})
# What tells that a day without a year lies ahead of, or behind, the day of publication.
AHEAD_AFTER: frozenset[Phrase] = frozenset({("tới",), ("sắp", "tới"), ("tới", "đây")})
BEHIND_AFTER: frozenset[Phrase] = frozenset({("vừa", "qua"), ("vừa", "rồi"), ("qua",)})
NOT_AHEAD: frozenset[Phrase] = frozenset({("tới", "nay")})
AHEAD_BEFORE = re.compile(r"\b(?:sẽ|sắp|dự kiến)\b")

# What makes a clock time before it a habit: "6h đến 18h hằng ngày", "19h mỗi tối".
HABITS = {
    **dict.fromkeys(
        ("hằng", "hàng", "mỗi"),
        frozenset("ngày tuần tháng năm đêm tối sáng chiều trưa thứ chủ buổi".split()),
    ),
    "các": frozenset({"ngày", "buổi", "tối"}),
}
# A year without "năm" stands after one of these, and before no noun that it could count.
BARE_YEAR_CUES = frozenset("đến tới từ trước sau cuối đầu giữa hết trong sang hồi".split())
BARE_YEAR_AFTER = frozenset(
    """đến tới là đã sẽ và của có thì mới chỉ tại khi cho phải nay về còn trở bằng sang
    được không theo với ở do""".split()
)

_NUMERAL_NEXT = (
    frozenset(NUMBER_WORDS)
    | {"tháng", "ngày", "năm", "đêm", "giờ", "tuần"}
    | {"phút", "giây", "tiếng", "rưỡi", "quý", "thập", "hôm"}
)
_PART_NEXT = frozenset(
    """ngày nay qua mai hôm cùng thứ chủ chúa t cn mùng mồng sớm khuya muộn tối đó ấy
    giờ : , ( | vào lúc hồi""".split()
)
_UNIT_NEXT = frozenset("này nay trước vừa rồi ngoái sau tới tiếp kế hiện qua".split())
# Every word that an expression can start with, and what must come next; a number may always come
# next, and an empty set lets anything come. All other words are passed over without a look.
STARTERS: dict[str, frozenset[str]] = {
    "từ": frozenset(
        """ngày hôm sáng trưa chiều tối đêm rạng giữa nửa đầu cuối buổi thứ chủ tháng quý năm tuần
        mùa cùng mùng mồng rằm thập thế các những nay hai ba thượng trung hạ""".split()
    )
    | _NUMERAL_NEXT,
    "ngày": frozenset("này hôm mai kia mốt mùng mồng rằm thứ chủ chúa đầu cuối".split())
    | NUMBER_WORDS,
    "hôm": frozenset("nay qua kia kìa đó ấy sau mùng mồng ngày thứ chủ chúa".split())
    | NUMBER_WORDS,
    "bữa": frozenset({"nay", "qua"}),
    "tháng": _UNIT_NEXT | NUMBER_WORDS | frozenset(MONTH_NAMES) | {"đầu", "cuối"},
    "năm": _UNIT_NEXT
    | NUMBER_WORDS
    | frozenset(STEMS)
    | frozenset(VARIANTS)
    | {"học", "mới", "giờ", "ngày", "tuần", "tháng", "phút", "giây", "tiếng", "rưỡi"},
    "quý": _UNIT_NEXT
    | NUMBER_WORDS
    | frozenset(ROMAN)
    | frozenset(BRANCHES)
    | frozenset(VARIANTS)
    | {"đầu", "cuối"},
    "tuần": _UNIT_NEXT | {"đầu", "cuối", "thứ"},
    "mùa": frozenset(head[0] for head in SEASONS),
    "xuân": frozenset(STEMS) | frozenset(VARIANTS) | {"này", "năm"},
    "cùng": frozenset({"ngày", "hôm"}),
    "thứ": frozenset(WEEKDAYS),
    "t": frozenset("234567"),
    "cn": frozenset({"", ",", ":", "(", "-", "|", "tuần", "ngày", "này"}),
    "chủ": frozenset({"nhật"}),
    "chúa": frozenset({"nhật"}),
    "buổi": frozenset({"sáng", "trưa", "chiều", "tối", "đêm"}),
    "rạng": frozenset({"sáng"}),
    "tảng": frozenset({"sáng"}),
    "xế": frozenset({"chiều"}),
    "giữa": frozenset({"tháng", "năm", "quý", "tuần", "trưa", "đêm", "thập", "thế"}),
    "nửa": frozenset("đầu cuối đêm năm tháng ngày giờ tiếng phút thập".split()),
    "đầu": frozenset({"tháng", "năm", "quý", "tuần", "giờ", "thập", "thế"}),
    "cuối": frozenset({"tháng", "năm", "quý", "tuần", "giờ", "thập", "thế"}),
    "các": frozenset(PLURAL_UNITS),
    "những": frozenset(PLURAL_UNITS),
    "trung": frozenset({"tuần", "thu"}),
    "thượng": frozenset({"tuần"}),
    "hạ": frozenset({"tuần"}),
    "nhiệm": frozenset({"kỳ", "kì"}),
    "giai": frozenset({"đoạn"}),
    "niên": frozenset({"khóa"}),
    "thời": frozenset({"kỳ", "kì"}),
    "thập": frozenset({"niên", "kỷ", "kỉ"}),
    "thế": frozenset({"kỷ", "kỉ"}),
    "cách": frozenset({"đây", "nay"}),
    "sau": NUMBER_WORDS | {"nửa"},
    "bây": frozenset({"giờ"}),
    "không": frozenset({"giờ"}),
    "ngay": frozenset({"bây", "lúc", "giờ"}),
    "lúc": frozenset({"này"}),
    "hiện": frozenset({"giờ"}),
    "giáng": frozenset({"sinh"}),
    "phật": frozenset({"lịch"}),
    "mùng": NUMBER_WORDS,
    "mồng": NUMBER_WORDS,
    "rằm": frozenset({"tháng"}),
    **dict.fromkeys(("tết", "noel", "pl"), frozenset[str]()),
    **dict.fromkeys(("sáng", "trưa", "chiều", "tối", "đêm"), _PART_NEXT),
    **dict.fromkeys((s for s in STEMS if s != "quý"), frozenset(BRANCHES) | frozenset(VARIANTS)),
    **dict.fromkeys(("kỉ", "quí"), frozenset(BRANCHES) | frozenset(VARIANTS)),
    **dict.fromkeys(("một", "hai", "ba", "bốn", "sáu", "bảy", "bẩy", "tám", "chín"), _NUMERAL_NEXT),
    "mười": _NUMERAL_NEXT,
}
# The words that must come after a number that starts an expression, if no sign does.
AFTER_NUMBER = frozenset(
    """h g giờ tháng ngày năm đêm tuần và đến tới
    phút giây tiếng s quý thập hôm rưỡi am pm tết""".split()
)
