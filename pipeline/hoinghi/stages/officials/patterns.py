"""Word lists and patterns of the officials stage; all of them match text after ``fold``."""

from __future__ import annotations

import re

from hoinghi.alternatives import by_letter

# What is written before a name: form -> canonical form of the record. Ranks and degrees are
# honorifics (guidelines, ruling 8); abbreviations are read out.
_ADDRESS = "ông bà anh chị em cụ cô chú bác cậu dì ngài thầy cháu mẹ má mế già ama amí bok"
_PLAIN = (
    "vị thí sinh|cử tri|hội viên|đảng viên|đoàn viên|học sinh|sinh viên|liệt sĩ|thương binh|"
    "bệnh binh|anh hùng liệt sĩ|nghệ sĩ|ca sĩ|diễn viên|họa sĩ|đạo diễn|nông dân|ngư dân|"
    "công nhân|chiến sĩ|bị cáo|bị can|nghi can|nghi phạm|doanh nhân|cầu thủ|hộ|phu nhân|tác giả|"
    "đồng bào|phật tử|giáo dân|đại biểu|vđv|vận động viên|tổng thống|thủ tướng|nhân dân|học viên|"
    "cựu chiến binh|ccb|mẹ liệt sĩ|vợ|chồng|con trai|con gái|giáo sinh|nữ sinh|nam sinh|danh hài|"
    "lão nông|bạn|võ sĩ|kình ngư|kỳ thủ|á hậu|hoa hậu|người mẫu|danh tướng|tướng|nghệ nhân|anh hùng"
)
_RANKS = (
    "đại tướng|thượng tướng|trung tướng|thiếu tướng|chuẩn đô đốc|phó đô đốc|đô đốc|đại tá|"
    "thượng tá|trung tá|thiếu tá|đại úy|thượng úy|trung úy|thiếu úy|chuẩn úy|thượng sĩ|"
    "trung sĩ|hạ sĩ|binh nhất|binh nhì"
)
_DEGREES = (
    "giáo sư|phó giáo sư|tiến sĩ khoa học|tiến sĩ|tiến sỹ|thạc sĩ|thạc sỹ|cử nhân|kỹ sư|"
    "luật sư|luật gia|bác sĩ chuyên khoa ii|bác sĩ chuyên khoa i|bác sĩ|bác sỹ|dược sĩ|"
    "kiến trúc sư|y tá|điều dưỡng"
)
_CLERGY = (
    "đại lão hòa thượng|trưởng lão hòa thượng|hòa thượng|thượng tọa|đại đức|ni trưởng|ni sư|"
    "sư cô|sư thầy|sư cả|phó cả sư|cả sư|lục cả|linh mục|mục sư nhiệm chức|mục sư|đức cha|cha xứ|"
    "đức giám mục|giám mục|tổng giám mục|đức hồng y|hồng y|đức tổng giám mục|nữ tu|tu sĩ|"
    "truyền đạo|thầy truyền đạo|phối sư|giáo sư|giáo hữu|lễ sanh|đầu sư|chánh phối sư|giáo cả|"
    "phó giáo cả|tỳ kheo|sadi|thầy phó tế|cư sĩ|chưởng lão"
)
_CALLINGS = (
    "nhà báo|nhà thơ|nhà văn|nhà nghiên cứu|nhà sử học|nhà giáo|nhạc sĩ|nhà khoa học|"
    "thầy giáo|cô giáo|già làng|nhà phê bình"
)
_SHORT = {
    "đ/c": "đồng chí", "đ.c": "đồng chí", "đc": "đồng chí", "đ/chí": "đồng chí",
    "đ.chí": "đồng chí", "ths": "Thạc sĩ", "th.s": "Thạc sĩ", "ts": "Tiến sĩ",
    "gs": "Giáo sư", "pgs": "Phó Giáo sư", "bs": "Bác sĩ", "bscki": "Bác sĩ chuyên khoa I",
    "bsckii": "Bác sĩ chuyên khoa II", "ckii": "chuyên khoa II", "cki": "chuyên khoa I",
    "ks": "Kỹ sư", "ls": "Luật sư", "kts": "Kiến trúc sư", "tskh": "Tiến sĩ khoa học",
    "ht": "Hòa thượng", "đđ": "Đại đức", "lm": "Linh mục", "gm": "Giám mục",
    "qncn": "Quân nhân chuyên nghiệp", "đ/tá": "Đại tá", "t/tá": "Thiếu tá", "dr": "Tiến sĩ",
}  # fmt: skip
CAPITALISED = frozenset(f"{_RANKS}|{_DEGREES}|{_CLERGY}".split("|"))
ADDRESS = frozenset(_ADDRESS.split()) | {"đồng chí"}
CALLINGS = frozenset(_CALLINGS.split("|"))
SHORT = _SHORT
WEAK_ADDRESS = frozenset("em con cháu mẹ má mế già ma bác cậu dì".split())


def _union(*groups: str) -> str:
    forms = {form for group in groups for form in group.split("|")}
    return by_letter("|".join(sorted(map(re.escape, forms), key=lambda form: (-len(form), form))))


# One honorific at a time; the caller chains those that follow each other.
HONORIFIC = re.compile(
    rf"(?<![^\W_])(?:(?P<abbr>{_union('|'.join(SHORT))})(?![^\W\d_])\.?"
    rf"|(?P<word>đồng chí|{_union(_RANKS, _DEGREES, _CLERGY, _CALLINGS, _PLAIN)}"
    rf"|{_union(_ADDRESS.replace(' ', '|'))})(?![^\W_]))"
)
# Their last words; hardly any other word before a name is one of these.
HONORIFIC_TAILS = frozenset(
    form.rpartition(" ")[2]
    for group in (_ADDRESS.replace(" ", "|"), _RANKS, _DEGREES, _CLERGY, _CALLINGS, _PLAIN)
    for form in (*group.split("|"), *SHORT, "đồng chí")
)
# Between an honorific and the name or the next honorific: "TS., Đại tá", "PGS.TS", "ông: ".
HONORIFIC_GAP = re.compile(r"[.,]?[ \n]{0,3}")
NAME_GAP = re.compile(r":?[ \n]{0,3}")
# "các ông:", "các đồng chí", "hai ông": what follows is a list of names.
PLURAL = re.compile(
    r"(?<![^\W_])(?=[cnhb2-4g])(?:các|những|hai|ba|bốn|2|3|4|gồm)[ ]"
    r"(?:đồng chí|đ/c|đc|ông bà|ông, ?bà|bà, ?ông|"
    r"ông|bà|anh|chị|anh, ?chị|vị|thầy|cô|em|cụ|đại biểu)\b"
)
# Letters are compared one by one, so these never cross a line or a sentence end.
LIST_GAP = re.compile(r" {0,2}(?:[,;]|[,;]? ?(?<![^\W_])(?:và|cùng|với)(?![^\W_]))[ \n]{0,3}")
BULLET = re.compile(r"(?:^|[\n;:.])[ ]{0,3}(?:[-+*•●]|\d{1,2}[.)/]|\(\d{1,2}\))[ ]{0,3}$")
AFTER_NAME = re.compile(r" {0,2}(?:[,;:(…]|- ?|\.(?!\w)|\n|$|và |cùng |là |làm )|[ ]{0,2}-")
# Words that own the capitalised words behind them: roads, schools, prizes, places.
_OWNERS = (
    r"tuyến|tuyến phố|các tuyến đường:|đường:|đường|phố|trường|"
    r"thpt|thcs|th|ptdtnt|ptth|tiểu học|mầm non|mẫu giáo|"
    r"trung học|cơ sở|phổ thông|đại học|học viện|quỹ|giải|giải thưởng|cúp|"
    r"huân chương|huy chương|chiến dịch|tượng đài|(?<!đối )tượng|cầu|chợ|núi|sông|"
    r"suối|hồ|đèo|biển|đảo|"
    r"bản|thôn|xóm|ấp|buôn|làng|khóm|khu phố|tổ dân phố|xã|phường|thị trấn|huyện|quận|thị xã|"
    r"thành phố|tp|tỉnh|khu|khu đô thị|công viên|quảng trường|nhà máy|công ty|cty|tập đoàn|"
    r"ngân hàng|bệnh viện|bv|lăng|đền|đình|chùa|miếu|nhà thờ|giáo xứ|họ đạo|thư viện|bảo tàng|"
    r"rạp|nhà hát|sân vận động|khách sạn|nhà hàng|hẻm|ngõ|ngách|kênh|rạch|vịnh|mũi|chi bộ|"
    r"tư tưởng|đạo đức|phong cách|tấm gương|mang tên|tên|văn hóa|đoàn tncs|tncs|"
    r"đội thiếu niên|tháng|năm|xuân|tết|dân tộc|người|tiếng|nước|lễ hội|nhãn hiệu|thương hiệu|"
    r"ảnh|ảnh:|tin|bài|bài:|theo báo|báo|tạp chí|dự án|hợp tác xã|htx|tàu|cảng|ga|sân bay|"
    r"nút giao|giao lộ|ngã tư|ngã ba|ngã năm|vòng xoay|cầu vượt|dòng họ|"
    r"(?:số|số nhà) \d{1,4}[a-z]?(?:[-/]\d{1,4}[a-z]?){0,2},?|"
    r"bảo hiểm|ví|hãng|chuỗi|đời|nhà|vùng|miền|triều|thời|phái|phim|vở|bài hát|ca khúc"
)
OWNER = re.compile(rf"(?<![^\W_]){by_letter(_OWNERS)}[ ]{{1,2}}$")
ROAD = re.compile(r"(?<![^\W_])(?:đường|phố|đường phố|hẻm|ngõ|chợ|cầu|núi|chùa)[ ]$")
# Words of speech and action that only people govern; one of them behind a run of capitals is
# good evidence of a name.
_ACTS = (
    "phát biểu|"
    r"cho biết|cho hay|cho rằng|nói|khẳng định|đề nghị|yêu cầu|nhấn mạnh|chia sẻ|"
    r"báo cáo|trình bày|truyền đạt|cảm ơn|kết luận|hỏi|phản ánh|kiến nghị|nêu|đánh giá|ghi nhận|"
    r"biểu dương|chúc|bày tỏ|tặng|trao|thăm|chủ trì|điều hành|thừa nhận|thông tin|giải thích|"
    r"trả lời|tiếp thu|mong|dẫn đầu|tham dự|dự|đến|chỉ đạo|lưu ý|gợi ý|động viên|tâm sự|kể|"
    r"khai mạc|bế mạc|khai giảng|bế giảng|quán triệt|giới thiệu|thông qua|hứa|cam kết|giải trình|"
    r"ký|làm|được|bị|cùng|nhận|nhận xét|phân tích|đọc|công bố"
)
ACTS = re.compile(
    r"[ ]{1,2}(?:đã |cũng |còn |sẽ |vừa |đang |trực tiếp |thay mặt )?"
    rf"{by_letter(_ACTS)}(?![^\W_])"
)
# Between a name and the first title behind it.
TO_TITLE = re.compile(
    r" {0,2}(?:[,(:;]|-{1,2}|\n)?[ \n]{0,3}(?:(?:hiện )?(?:là|giữ chức|làm) )?(?:đương kim |tân )?"
)
TO_NAME = re.compile(r"[ ]{0,2}[,:-]?[ \n]{0,3}")
# An age, a people, a hamlet, an alias or a body's term may stand between: ", 81 tuổi, ",
# ", người Dao, ", " (xã A), ", " khóa XV, ".
FROM_NAME = re.compile(
    r"(?: ?\([^()\n]{1,40}\)|,? (?:khóa|nhiệm kỳ) [ivx\d][ivx\d –-]{0,14}"
    r"|(?:, ?(?:\d{2,3} tuổi|(?:người|dân tộc|quê|sinh|ở|trú|ngụ|đảng viên|hội viên)"
    r" [^,.;:\n]{2,30})){1,2})?"
    r"[ \n]{0,3}[,(:-]{0,2}[ \n]{0,3}"
    r"(?:(?:nguyên |hiện |cũng |và |đồng thời )?"
    r"(?:là |làm |và |kiêm |giữ chức |hiện là |của ))?"
    r"(?:các |một |vị |tân )?$"
)
NOT_BEHIND_ADDRESS = frozenset(
    "táo hồ rịa nà đen trưng chiểu quẹo điểm hom trời con sở ban phòng ủy bộ đảng thường "
    "hđnd ubnd mttq phó chủ bí trưởng hội xã huyện tỉnh phường quận cục vụ viện trường tổ".split()
)
PROVINCES = frozenset(
    "an giang|bắc giang|bắc kạn|bạc liêu|bắc ninh|bến tre|bình định|bình dương|bình phước|"
    "bình thuận|cà mau|cần thơ|cao bằng|đà nẵng|đắk lắk|đắk nông|điện biên|đồng nai|đồng tháp|"
    "gia lai|hà giang|hà nam|hà nội|hà tĩnh|hải dương|hải phòng|hậu giang|hòa bình|hưng yên|"
    "khánh hòa|kiên giang|kon tum|lai châu|lâm đồng|lạng sơn|lào cai|long an|nam định|nghệ an|"
    "ninh bình|ninh thuận|phú thọ|phú yên|quảng bình|quảng nam|quảng ngãi|quảng ninh|quảng trị|"
    "sóc trăng|sơn la|tây ninh|thái bình|thái nguyên|thanh hóa|thừa thiên huế|tiền giang|"
    "trà vinh|tuyên quang|vĩnh long|vĩnh phúc|yên bái|sài gòn|hoàng sa|trường sa|việt nam|"
    "trung quốc|hàn quốc|nhật bản|hoa kỳ|thái lan|sa đéc|cao đài|phật giáo|công giáo|hà lan|"
    "ba lan|ấn độ|triều tiên|viêng chăn|bắc kinh|lào|campuchia|anh|pháp|đức|nga|mỹ|cuba|singapore|"
    "a di đà phật|a di đà|tiền phong|kiến thức|dân trí|dân việt|"
    "bắc bộ|nam bộ|trung bộ|tây nguyên|đông nam á|châu á|châu âu|liên bang nga".split("|")
)
# First words of bodies and things that are written with capitals, never of a name of two words.
BODY_WORDS = frozenset(
    "sở ban hội phòng công trung ủy quốc chính tổng bộ đảng tỉnh huyện thành xã phường quận đoàn "
    "mặt hđnd ubnd ubmttq mttq cục vụ viện trường đại liên chi văn thường nhà quân hợp tập ngân "
    "báo đài tòa viện thanh đồn trạm tổ khối khu nghị chủ phó bí việt nhân cộng đông tây nam bắc "
    "bang miền ngày tháng năm tết hà_nội cựu phụ người học".split()
)
MIDDLE = frozenset("văn thị đình hữu ngọc quốc xuân minh đức thanh công bá viết sỹ trọng".split())
# The office holder as issuer (ruling 14): the body alone is marked.
ISSUED = re.compile(
    r"(?<![^\W_])(?:giấy khen|bằng khen|thư khen|quyết định|công điện|chỉ thị|thông báo|cờ thi đua|"
    r"công văn|lệnh|nghị quyết|văn bản|thông tư|kế hoạch|huy hiệu|danh hiệu)"
    r"[^.;\n]{0,60}?(?<![^\W_])của[ ]$"
)
PRIZED = re.compile(r" {1,2}(?:trao )?(?:tặng|khen)(?![^\W_])")
AWARDS = re.compile(
    r" {1,2}(?:đã )?(?:trao )?tặng {1,2}(?:\d+ {1,2})?(?:bằng khen|giấy khen|cờ thi đua|"
    r"kỷ niệm chương|huân chương|huy chương|danh hiệu|thư khen)(?![^\W_])"
)
FORMER = ("nguyên", "cựu")
LIST_STOP = re.compile(r"[.!?](?=\s)|\n(?![ ]*[-+*•])")
# Words that begin the next sentence where a caption or headline has no full stop: never the end
# of a name; those of the second set are names too, so that only a fourth word is cut.
NEXT_SENTENCE = frozenset(
    "tại theo trong sau trước khi ngoài không với các những ảnh về được ông bà đây chuyến".split()
)
NEXT_SENTENCE_LONG = frozenset("sáng chiều trưa tối đón đoàn phát".split())
