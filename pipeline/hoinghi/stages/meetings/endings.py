"""The words that end the name of an event, and those that carry it on, over folded text."""

from __future__ import annotations

import re

from hoinghi.alternatives import by_letter
from hoinghi.stages.meetings.patterns import TOPIC_VERBS


def _compiled(table: dict[str, str]) -> dict[str, re.Pattern[str]]:
    return {word: re.compile(pattern) for word, pattern in table.items()}


LONGEST = 420
_BOUNDARY = (
    r"được|đã|sẽ|vừa|đang|diễn ra|bắt đầu|kết thúc|bế mạc"
    r"|thành công|dự kiến|nhằm|gồm|dưới|là|cũng|còn|phải|này|trên cơ sở|do|với|để|vào|tại|ngay"
    r"|từ|cùng|theo|trong"
    r"|dành cho|thu hút|quy tụ|cho|(?<!nhà )(?<!đất )(?<!nơi )(?<!chỗ )ở"
    r"|có|giữa|tới|đến|tham dự|khi|hôm|sáng|trưa|chiều|tối|ngày"
    r"|nơi|của|nói|thì"
    r"|sau khi|sau đó|mà|như|đợt này|vì|thay|đối với|trên|bằng hình thức|khai mạc|mang|lúc"
    r"|hồi (?:\d|tháng|đầu|cuối|năm)|sau|hôm nay|cho biết"
    r"|năm (?:nay|tới|ngoái|sau|qua)|rằng|sắp|cử hành|tương tự|về phía"
    r"|tổ chức(?! bộ máy| đảng| cơ sở| chính trị| thành viên| cán bộ)|và|\d{1,2} ?(?:h"
    r"|g|giờ)(?:\d\d)?"
    r"|thông qua|biểu quyết|bầu(?! cử)|thống nhất|đánh giá|(?<!ứng )(?<!bầu )cử"
    r"|chưa|chứ|(?<!về )(?<!và )(?<!, )tiếp tục|kéo dài|thể hiện"
    r"|dự(?= (?:hội nghị|đại hội|buổi|lễ|và))|bắc qua"
    r"|qua(?= (?:cầu )?truyền hình| hình thức| nền tảng)"
    r"|tuy thế|tuy nhiên|tuy vậy|thế nhưng|dọc(?= tuyến| đường| theo)"
)
BOUNDARY = re.compile(
    r"[\n|:.!?…,;()\[]|[\"“«]|(?<=\s)['‘](?=\w)|\s-\s|-\s"
    rf"|(?<!\w){by_letter(_BOUNDARY)}(?!\w)"
)
PLAIN_ENDS = frozenset(
    "được,đã,sẽ,vừa,đang,diễn ra,bắt đầu,kết thúc,bế mạc,thành công,dự kiến,nhằm,gồm,dưới,là,cũng,"
    "còn,phải,này,trên cơ sở,ngay,từ,dành cho,thu hút,quy tụ,tham dự,hôm,thì,sau khi,sau đó,mà,"
    "như,đợt này,bằng hình thức,khai mạc,mang,lúc,hôm nay,cho biết,nói,vừa qua,năm nay,năm tới,"
    "năm ngoái,năm sau,năm qua,rằng,cử hành,tương tự,về phía,chưa,chứ,kéo dài,"
    "thể hiện,tiếp tục,tuy thế,tuy nhiên,tuy vậy,"
    "thế nhưng,dọc,dự,bắc qua,qua".split(",")
)
# What each of these words must be followed by to end the name ...
ENDS_BEFORE = _compiled(
    {
        "với": r"(?:sự|chủ đề|hơn|gần|tổng|phương châm|mục (?:tiêu|đích)|thông điệp|thành phần"
        r"|tinh thần|mong muốn)(?!\w)|\d",
        "vào": r"(?:ngày|tháng|lúc|hồi|sáng|chiều|tối|cuối|đầu|giữa|trung tuần|quý|thứ"
        r"|chủ nhật)(?!\w)|\d",
        "cùng": r"(?!phối hợp)\w",
        "theo": r"(?:luật|kế hoạch|quy định|hình thức|tinh thần|chương trình|quyết định"
        r"|hướng dẫn|đúng|điều)(?!\w)",
        "trong": r"(?:không khí|hai|ba|khuôn khổ|sáng|chiều|ngày|thời gian|đó|tháng|dịp)(?!\w)|\d",
        "có": r"(?:sự|các|ông|bà|đồng chí|đ/c|mặt|đông|gần|hơn|trên|đại diện|chủ đề|tên|thể"
        r"|nhiều)(?!\w)|\d",
        "sắp": r"(?:tổ chức|diễn ra|tới|khai mạc)",
        "đến": r"(?:dự|từ|với|các|nay|\d+ điểm)(?!\w)",
        "khi": r"(?!vận hành|tiến hành|thực hiện|kết thúc|nhà nước|sáp nhập)\w",
        "nơi": r"(?!cư trú|công tác|làm việc)\w",
        "vì": r"(?!người nghèo|sự|an|trẻ|biển|cộng|sức|tương lai|đàn em)\w",
        "thay": r"mặt",
        "đánh giá": r"cao(?!\w)",
        "sau": r"(?:một|hai|ba|gần|hơn)(?!\w)|\d",
        "và": r"(?:nhận|thông qua|bầu|tiếp tục|có|được|đã)(?!\w)",
        "sáng": r"(?:ngày|nay|qua|thứ|chủ nhật|hôm|mai|cùng)(?!\w)|\d",
        "trưa": r"(?:ngày|nay|qua|thứ|hôm|cùng)(?!\w)|\d",
        "chiều": r"(?:ngày|nay|qua|thứ|chủ nhật|hôm|cùng|tối)(?!\w)|\d",
        "tối": r"(?:ngày|nay|qua|thứ|chủ nhật|hôm|cùng)(?!\w)|\d",
    }
)
# ... and these to go on.
GOES_ON = _compiled(
    {
        "ở": r"(?:cơ sở|khu dân cư|địa phương|nông thôn|vùng|cộng đồng|đô thị|nơi|trường học"
        r"|cấp)(?!\w)",
        "để": r"(?:lựa chọn|lập danh sách|giới thiệu|thỏa thuận|thống nhất)(?!\w)",
    }
)
RECIPIENT = re.compile(
    r"(?:thăm|tặng|trao(?! đổi)|bàn giao|chúc|cấp thuốc|tiêm|hỗ trợ|chính sách|chế độ)(?!\w)"
)
NAMED_RECIPIENT = re.compile(
    r"(?:các )?(?:hộ )?(?:ông|bà|anh|chị|gia đình|em)(?!\w)|các hộ:|đội ngũ|\d+ (?:học viên"
    r"|cán bộ|đại biểu)"
)
NEEDS_RECIPIENT = re.compile(r"(?:tập huấn|bồi dưỡng)(?: (?:nghiệp vụ|kỹ năng|kiến thức))?$")
SESSION = re.compile(r"(?:thứ|lần) \w+|tháng \d|khóa [ivx\d]+|nhiệm kỳ")
SESSION_ENDS = frozenset({"thông qua", "biểu quyết", "bầu", "thống nhất", "cử"})
SECOND_EVENT = re.compile(
    r"\s(?:ra mắt|phát động|tặng quà|trao|bàn giao|thăm|khánh thành|khai mạc)(?!\w)"
)
HOST_AFTER_DO = re.compile(
    r"(?:đồng chí|đ/c|ông|bà|ban|đoàn|hội|trung tâm|công ty|phòng|sở|cơ quan|trường|tổ|các"
    r"|liên đoàn|ubnd|hđnd"
    r"|mttq|ủy ban|đảng ủy|huyện ủy|tỉnh ủy|bộ|chính|nhóm|nhà|anh|chị|thầy"
    r"|cô|kỹ sư|bác sĩ|luật sư|nghệ nhân|chuyên gia|giảng viên"
    r"|cán bộ|đại diện|hòa thượng|thượng tọa|linh mục|tiến sĩ|thạc sĩ|ts|ths|báo|đài|tạp chí"
    r"|tập đoàn|ngân hàng|quỹ|viện|học viện|bệnh viện|mặt trận|liên hiệp|hiệp hội|tổng|cục|vụ|clb"
    r"|câu lạc bộ|văn phòng|công an|chủ tịch|phó|bí thư|thường trực|thủ tướng|quốc hội|tòa)(?!\w)"
)
# What causes a need is told with the same word as who holds an event: "khó khăn do Covid-19".
CAUSE = re.compile(r"(?:covid|dịch|bão|thiên tai|mưa|lũ|lụt|hạn|sạt lở|hỏa hoạn|chiến tranh)")
# A visit's name ends before where it went; a conference may be about what lies there.
VISIT_HEAD = re.compile(r"(?:thăm|tặng|trao|chúc|khảo sát|kiểm tra|giám sát|làm việc)(?!\w)")
ALL_OVER = re.compile(r"địa bàn(?!\w)")
LATER_DAY = re.compile(r"(?:tháng|tuần|ngày)(?!\w)")
# Names of days that are kept together: "Tuần lễ Biển và Hải đảo, Ngày Môi trường thế giới".
HONOURS = re.compile(r"(?:hưởng ứng|kỷ niệm|chào mừng|phát động)(?!\w)")
NAMED_DAY = re.compile(r"(?:Ngày|Tuần lễ|Tháng|Chiến dịch|Giờ) [^\W\d_a-zđ]")
# Where a mission sits is part of what it is called: "Đại sứ quán Hà Lan tại Việt Nam".
MISSION = re.compile(r"(?:sứ quán|lãnh sự quán|lãnh sự|văn phòng đại diện)[^,;]{0,60}$")
COUNCIL_OF = re.compile(r"(?:hđnd|hội đồng nhân dân|quốc hội)(?!\w)")
# The two ends of a talk, and posts that a vote is about, are told in a row.
POSTS = re.compile(r"(?:giữa|tín nhiệm)(?!\w)[^;]{0,60}(?:chủ tịch|bí thư)[^,;]{0,30}$")
POST = re.compile(r"(?:phó )?(?:chủ tịch|bí thư|trưởng ban)(?!\w)")
PARTIES = re.compile(r"(?:giữa|với|đối với|tặng quà)(?!\w)[^,;]{0,60}$")
PARTY = re.compile(r"nhân dân(?!\w)|đoàn thể(?!\w)|đơn vị(?!\w)")
# An anniversary's years stand in brackets within the name: "Ngày truyền thống (1950 - 2020) và".
YEARS_PASSED = re.compile(r"(?:ngày|kỷ niệm|thành lập|tháng|truyền thống|chiến thắng)(?!\w)[^,;]*$")
FROM_TO = re.compile(r"[^)]{0,24}\d{4}\s?[-/]\s?[^)]{0,24}\d{4}\)\s(?:và|\d)")
# "... 2015-2020.Dự đại hội": a sentence ends where no blank was left.
GLUED = re.compile(r"[^\W\d_a-zđ][^\W\d_A-ZĐ]")
# What may not be taken for the second half of a name behind a dash.
AFTER_DASH = re.compile(
    r"(?:ngày|sáng|trưa|chiều|tối|ông|bà|đồng chí|ảnh|tin|theo|báo|phó|chủ tịch|bí thư)(?!\w)"
)
NAME_HALF = re.compile(r"\w+$")
PLENUM = re.compile(r"hội nghị (?:lần thứ|trung ương)(?!\w)")
AFTER_COMMA = re.compile(
    r"\s*(?:nhiệm kỳ|khóa|giai đoạn|lần (?:thứ|\d)|năm (?:học )?\d|quý|đợt \d)(?!\w)"
)
CLAUSE = re.compile(
    r"\s*(?:kỷ niệm|tham dự|dự|đến dự|tới dự|về dự|có|đồng chí|đ/c|ông|bà(?! con)|anh|chị|với"
    r"|nhằm|hướng dẫn|yêu cầu|đề nghị|chỉ đạo|tháng|trong|đối với|do|tại|kết nối"
    r"|qua đó|đây|đánh giá|thảo luận|mục đích|đơn vị|sáng|chiều|tối|trưa|ngày|hôm|lúc|đã|được"
    r"|nơi|gồm|góp phần|thu hút"
    r"|để|nhân dịp|nhân|bao gồm|từ|trước|sau|khi|theo|vào|kế hoạch|cho ý kiến|bàn về|dưới|toàn"
    r"|mỗi|hơn|nhiều|chủ đề|với chủ đề|theo đó|không chỉ"
    r"|gần|trên|tổng|trị giá|cùng|thông qua|bầu|bên cạnh|đặc biệt|đồng thời|hội nghị|đại hội"
    r"|kỳ họp|buổi|lễ|đoàn(?! thể| viên)|mật danh|xong)(?!\w)"
)
CLAUSE_INSIDE = re.compile(
    r"\s(?:đã|sẽ|được|là|diễn ra|cho biết|tham dự|chủ trì|phát biểu|cùng dự|đến dự|dẫn đầu)(?!\w)"
    r"|(?<!các)(?<!điểm)\stổ chức(?! chính trị)"
)
ONLY_TOLD = re.compile(
    r"(?:thông qua|bầu|thống nhất|báo cáo|nghe|đánh giá|thảo luận|kỷ niệm|chào mừng|nhận"
    r"|trao đổi)(?!\w)"
)
ALIKE = re.compile(r"[^\n.;:()]{0,90}")
# A bracket that a name goes on behind: "(mở rộng), khóa XI", "(CT-XH) tỉnh".
WIDENED = re.compile(r"(?:mở rộng|bất thường|thường lệ|chuyên đề|trù bị|trực tuyến)\)")
SHORT_FORM = re.compile(r"[A-ZĐ]{2}[A-ZĐa-z&.-]{0,10}\) [^\W\d_]")
GOES_AFTER_BRACKET = re.compile(
    rf"\s(?:về|và|năm|của|giai đoạn|nhiệm kỳ|lần|\d|công tác|thực hiện|{TOPIC_VERBS})(?!\w)"
)
DIRECTIVE_DATE = re.compile(
    r"(?:(?<!\w)số:? ?(?=\d)|chỉ thị|nghị quyết|quyết định|kế hoạch|nghị định|luật|\w/\w)"
    r"[^,;]{0,40},?\s$"
)
SYMBOL_END = re.compile(r"\d/?[\w-]*-[a-zđ/]+$")
YEAR_END = re.compile(r"(?:năm|năm học) \d{4}(?: ?- ?\d{4})?$")
SESSION_BEFORE = re.compile(
    r"kỳ họp (?:(?:lần )?thứ \w{1,8}(?: \w{1,6})?|(?:thường lệ )?(?:giữa|cuối) năm)$"
)
LOOSE = re.compile(
    r"(?:\s|[^\w\s\"”»)'’]|(?<!\w)(?:và|hoặc|của|về|cho|với|tại|ở|để|do|trong|vào|lần|gồm|các"
    r"|những|là|từ|khi|có|nhân dịp|dịp)(?=$))+$"
)
CLOSING_GROUP = re.compile(r"\s*\([^()]{0,80}\)$")


MEETS = re.compile(r"mặt(?: thân mật)?\s$")
ORGANIZING = re.compile(
    r"(?:các|công tác|địa điểm|và|của|,|việc|ban|đoàn|cho|để|(?<!\d)\d{1,2}|những|một số|về)\s$"
)
ONWARD = re.compile(r"(?:tiến|hướng|đi)\s$")
# Capitals that begin the next sentence where a full stop was left out.
NEXT_SENTENCE = re.compile(
    r"\s(?:Trước đó|Sau đó|Tại|Theo|Nói về|Phát biểu|Đồng chí|Quang cảnh|Toàn cảnh|Ảnh|Tham dự"
    r"|Đến dự|Đây là|Cùng ngày|Dịp này|Trong (?:diễn văn|bài|lời|phần|khuôn khổ)|Tin,|Bài,|Tin:)\s"
)
QUOTE_END = re.compile(r"[\"”»\n]")
SINGLE_QUOTE_END = re.compile(r"['’](?!\w)|\n")
ABBREVIATED = re.compile(r"(?:^|[\s(])(?:TP|Tp|TX|TT|Q|P|H|X|T)$")
DASH_ENDS = re.compile(
    r"(?:kỳ họp|đại hội|hội nghị|công trình|hoạt động|sự kiện|ông|bà|đ/c|đồng chí|buổi)(?!\w)"
)
DASH_GOES_ON = re.compile(r"\d|(?:năm|nhiệm kỳ|khóa|lần)(?!\w)")
# Capitalised items of a list inside a name: fields ("Văn hóa, Thể thao và Du lịch"), single
# names between plain words ("chức sắc, Achar, người có uy tín").
FIELD = re.compile(
    r"(?:thể thao|du lịch|nghệ thuật|khoa học|công nghệ|thông tin|truyền thông|giáo dục|gia đình"
    r"|môi trường|thương mại|dịch vụ|công nghiệp|nông nghiệp|xã hội|an ninh|quốc phòng)(?!\w)"
)
LONE_NAME = re.compile(r"[A-ZĐ]\w*(?:,| và) (?!(?:đã|sẽ|do|có|tại|với)\b)[^\W\d_A-ZĐ]")
# Verbs that belong together: the comma between them ends nothing.
PAIRS = {
    "phòng": "chống",
    "lãnh đạo": "chỉ đạo",
    "chỉ đạo": "điều hành",
    "tiếp nhận": "giải quyết",
    "sắp xếp": "tinh gọn",
    "thăm": "tặng quà",
}
PAPER_DAY = re.compile(r"\s?ngày \d")
PAPER = re.compile(r"(?:kết luận|chỉ thị|nghị quyết|quyết định|quy định) (?:số )?\d")
COUNCIL = re.compile(r"(?:hđnd|hội đồng nhân dân|quốc hội)(?!\w)")
FEAST = re.compile(r"(?:ngày|thành lập|dịp|lễ) (?:[\w-]{1,5} và )?$")
# What a name ends in so far, and the capitalised item that goes on with it behind a comma.
ROWS = (
    (SESSION_BEFORE, COUNCIL),
    (SYMBOL_END, PLENUM),
    (POSTS, POST),
    (PARTIES, PARTY),
)
