"""The words that events and venues are told by, as patterns over folded text (``text.fold``).

They come from general knowledge of how Vietnamese administration writes about its meetings.
Every pattern is a flat alternation with bounded runs, so that matching stays linear.
"""

from __future__ import annotations

import re

from hoinghi.alternatives import by_letter


def _words(text: str) -> str:
    """Turn a comma-separated list into an alternation, longest first."""
    items = sorted({w.strip() for w in text.split(",") if w.strip()}, key=len, reverse=True)
    return "|".join(items)


# What a meeting does: opens the topic of a noun head, and goes on after a comma.
TOPIC_VERBS = _words(
    "tổng kết, sơ kết, triển khai, quán triệt, học tập, tập huấn, bồi dưỡng, phản biện, góp ý,"
    "tham gia góp ý, lấy ý kiến, lấy phiếu, đối thoại, tiếp xúc, hiệp thương, giao ban, công bố,"
    "trao đổi, trao quyết định, trao giải, trao quà, trao tặng, trao tiền, trao, ký kết"
    ", ký giao ước,"
    "biểu dương, tuyên dương, tôn vinh, gặp mặt, gặp gỡ, sinh hoạt, kiểm điểm, rà soát, bàn,"
    "phổ biến, tuyên truyền, thông báo, tư vấn, xúc tiến, thẩm định, bình xét, xét, phân bổ"
    ", phát động,"
    "hưởng ứng, ra mắt, ra quân, khai mạc, bế mạc, khai giảng, khánh thành, khởi công, động thổ,"
    "gắn biển, thông xe, bàn giao, đón nhận, đón, kỷ niệm, chào mừng, thành lập, kết nạp, chúc tết,"
    "chúc mừng, thăm, thăm hỏi, tặng quà, tặng, động viên, hỗ trợ, tri ân, thắp nến, dâng hương,"
    "dâng hoa, viếng, truy điệu, giao nhận, giao quân, tiễn, mít tinh, cầu siêu, tưởng niệm,"
    "rút kinh nghiệm, kiện toàn, bầu cử, giới thiệu, thống nhất, lập danh sách, lựa chọn,"
    "báo cáo, giải trình, chất vấn, thông qua, khen thưởng, phát thưởng, vinh danh, cấp phát,"
    "cấp thuốc, khám bệnh, tiếp nhận, xây dựng, giải quyết, tháo gỡ, công nhận, điều chỉnh,"
    "truyền thông, nâng cao, chia sẻ, tham vấn, hòa giải, thảo luận, đánh giá, phát huy, liên kết,"
    "công khai, rước, diễu binh, diễu hành, ký, nhận, gắn, làm việc, biểu diễn, giới thiệu, nghe,"
    "giám sát, kiểm tra, khảo sát, chuyển giao, hướng dẫn, cung cấp, quảng bá, cam kết, nghiệm thu,"
    "sắp xếp, sáp nhập, xử lý, ứng phó, phòng chống, quản lý, thực hiện, đẩy mạnh, tăng cường"
)
# What may stand straight after a noun head besides a topic verb.
QUALIFIERS = _words(
    "lần, thứ, đầu tuần, cuối tuần, khối, cụm, đại biểu, trực tuyến, thường kỳ, thường lệ,"
    "thường niên, định kỳ, bất thường,"
    "chuyên đề, liên tịch, mở rộng, toàn quốc, toàn tỉnh, toàn thể, quốc tế, quốc gia, khoa học,"
    "chính thức, trọng thể, đầu năm, giữa năm, cuối năm, đầu xuân, giữa nhiệm kỳ, về, khóa,"
    "nhiệm kỳ, năm, tháng, quý, tuần, cấp, cử tri, nhân dân, cán bộ, công chức, viên chức,"
    "người lao động, đảng bộ, đảng viên, đảng ủy, đảng, chi bộ, chi hội, chi đoàn, công đoàn,"
    "đoàn viên, hội viên, đoàn, hội, liên đoàn, liên hiệp, mặt trận, mttq, ubmttq, ubmttqvn, ubnd,"
    "hđnd, ủy ban, ban, hội đồng, bch, btv, các dân tộc, toàn dân, đại đoàn kết, điển hình,"
    "thi đua, văn nghệ, văn hóa, thể thao, thể dục, nghệ thuật, truyền thống"
)
NOUN_HEADS = _words(
    "hội nghị, đại hội, kỳ họp, phiên họp, phiên giải trình, phiên chất vấn, phiên thường kỳ"
    ", phiên tòa giả định, phiên tòa xét xử"
    ", hội thảo,"
    "hội đàm, tọa đàm, diễn đàn, hội thi, cuộc thi, hội diễn, hội thao, hội khỏe, hội trại"
    ", liên hoan,"
    "ngày hội, tết trồng cây, lễ hội, đại lễ, lễ,"
    "lớp tập huấn, lớp bồi dưỡng, lớp học, lớp đào tạo, lớp dạy,"
    "lớp tuyên truyền, khóa tập huấn, khóa bồi dưỡng, khóa đào tạo, khóa học, họp báo, họp mặt"
    ", gặp mặt,"
    "giao ban, đêm văn nghệ, đêm giao lưu, đêm nhạc, đêm hội, đêm thơ, chung kết, chung khảo,"
    "giải bóng \\w+(?: hơi| nam| nữ)?, giải vật, giải chạy, giải cờ, giải cầu lông, giải quần vợt"
    ", giải bơi(?: chải)?, giải đua, giải thể thao,"
    "giải vô địch, giải việt dã, giải điền kinh, giải kéo co, mít tinh, festival, hội chợ"
    ", triển lãm, hội xuân, hội báo, hội sách, phiên trù bị"
)
# Events told by a verb; each form is specific enough to be one with a trigger before it.
VERB_HEADS = "|".join(
    (
        r"thăm(?: hỏi)?(?=[ ,])|chúc tết(?=[ ,])|chúc mừng(?=[ ,])|tặng quà(?=[ ,])",
        r"trao quà(?=[ ,])|trao tặng(?=[ ,])",
        r"làm việc (?:với|tại(?! hội trường| tổ))",
        r"tiếp(?:,| và) làm việc với|tiếp đoàn|tiếp công dân",
        r"tiếp xúc (?:với |giữa )?cử tri|tiếp xúc với|đối thoại(?: trực tiếp)? với|đối thoại giữa",
        r"gặp gỡ, đối thoại|giám sát tại|giám sát(?= (?:việc|công tác|chuyên đề|về|tình hình"
        r"|kết quả))",
        r"kiểm tra(?= (?:công tác|việc|tiến độ|tình hình|thực tế|hiện trường))|kiểm tra, giám sát",
        r"khảo sát(?= (?:thực tế|tiến độ|việc|tình hình|công tác|địa điểm|thực địa|tại))",
        r"họp(?= (?:khẩn|triển khai|bàn|với|bình xét|phân bổ|rà|giao ban|trực tuyến|liên tịch))",
        r"họp(?= (?:thường kỳ|hội đồng|ban|btv|bch|đánh giá|kiểm điểm|thống nhất|xét|nghe|chi bộ))",
        r"họp(?= (?:thôn|dân|định kỳ|phiên|về|tổ|ủy ban|sơ kết|tổng kết|góp ý|thẩm định"
        r"|cho ý kiến))",
        r"họp(?= (?:trù bị|nhân dân|lấy ý kiến|chuyên đề|công bố|quán triệt))",
        r"tập huấn(?= )|khám bệnh,(?= )|khám, (?:chữa|phát|cấp)(?= )|giao lưu(?= )",
        r"sinh hoạt chuyên đề|học tập, quán triệt|phát động(?= )|ra mắt(?= )|ra quân(?= )",
        r"tiếp nhận, phân bổ|lấy phiếu tín nhiệm|tổng duyệt(?= )|khai giảng(?= )",
        r"bế giảng(?= )|dâng (?:hương|hoa)(?=[ ,])|thắp hương(?=[ ,])|viếng(?= )|trao nhà(?= )",
        r"trao (?:quà|học bổng|tiền|kinh phí|\d[\d.]*)(?= )|tặng (?:quà|\d[\d.]*)(?= )",
        r"mừng thọ(?= )|chúc thọ(?= )|họp báo(?= )|bàn giao(?= )|khánh thành(?= )|khởi công(?= )",
        r"khai mạc(?= (?:huấn luyện|hè|trại|tuần|tháng|mùa|đợt))",
        r"gặp mặt(?=[ ,])|tổng kết(?= )|sơ kết(?= )|tri ân(?= )|nghiệm thu(?= )",
        r"tiếp(?= (?:ông|bà|ngài|đoàn|đại sứ|bộ trưởng|thứ trưởng|thủ tướng|tổng thống|chủ tịch|phó"
        r"|tổng (?:thư ký|giám đốc)|quốc vụ khanh|đồng chí|phái đoàn)(?!\w))",
        r"tham quan(?=[ ,])|đặt vòng hoa(?=[ ,])|thắp nến(?= )|hội đàm (?:với|cùng)",
        r"(?:tiếp|chào|hội kiến) xã giao|hội kiến(?= )|khai trương(?= )|thông xe(?= )",
        r"động thổ(?= )",
        r"ký(?: kết)? (?:hợp tác|giao ước|biên bản|thỏa thuận|quy chế|chương trình|kế hoạch"
        r"|kết nghĩa)(?= )|kết nạp(?= \d)",
        r"trao (?:giải|bằng|huy hiệu|kỷ niệm chương|quyết định|phương tiện|sinh kế|vốn|nhà|xe|bò"
        r"|hỗ trợ|giấy chứng nhận)(?= )|(?:phát|cấp phát|cấp) \d[\d.]* (?:suất|phần|túi|bộ)(?= )",
        r"khám bệnh(?= miễn phí| từ thiện| nhân đạo)|tư vấn(?= pháp luật| sức khỏe| hướng nghiệp)",
        r"tuyên truyền(?= pháp luật| luật| lưu động)|hiến máu(?= )|(?<!tết )trồng cây(?= )",
        r"sinh hoạt(?= chi bộ| kỷ niệm| hè| truyền thống)|giao ban(?= )|tiếp đón(?= đoàn)",
        r"họp(?= rút kinh nghiệm| lần (?:thứ|đầu))",
    )
)
# Verbs that name an occasion by themselves, where a verb of holding or a classifier stands before
# them ("tổ chức tổng kết ...", "buổi tư vấn ...").
OCCASIONS = _words(
    "tổng kết, sơ kết, tập huấn, bồi dưỡng, khai giảng, bế giảng, khai mạc, bế mạc, khánh thành,"
    "khởi công, động thổ, bàn giao, trao quà, trao nhà, trao tặng, trao học bổng, trao giải,"
    "trao quyết định, tặng quà, thăm, viếng, dâng hương, dâng hoa, tri ân, tưởng niệm, thắp nến,"
    "chúc tết, chúc mừng, chúc thọ, mừng thọ, gặp mặt, gặp gỡ, họp mặt, đối thoại, tiếp xúc,"
    "giao lưu, ra mắt, ra quân, phát động, hưởng ứng, tuyên dương, biểu dương, tôn vinh, vinh danh,"
    "kết nạp, công bố, ký kết, kỷ niệm, khám bệnh, khám, hiến máu, bầu cử, bầu, hiệp thương,"
    "lấy phiếu, lấy ý kiến, phản biện, góp ý, học tập, quán triệt, triển khai, sinh hoạt,"
    "kiểm điểm, giám sát, kiểm tra, khảo sát, tư vấn, truyền thông, tuyên truyền, làm việc,"
    "tiếp dân, tiếp công dân, diễn tập, trồng cây, rút kinh nghiệm, giao ban, nói chuyện,"
    "nghiệm thu"
)
# In a headline these alone tell the event: "Xã X tổng kết công tác ...".
HEADLINE_VERBS = _words(
    "tập huấn, tổng kết, sơ kết, ký kết, ra mắt, khánh thành, khởi công, phát động, ra quân"
    ", bàn giao,"
    "trao nhà, trao quà, trao tặng, thăm, tặng quà, chúc tết, làm việc với, "
    "đối thoại, tiếp xúc, phản biện, lấy ý kiến, lấy phiếu tín nhiệm, học tập"
    ", sinh hoạt chuyên đề, họp,"
    "khai giảng, tuyên dương, biểu dương, khám bệnh, gặp mặt, họp mặt, giao lưu, quán triệt"
    ", dâng hương,"
    "thi(?! đua| hành| công| thể), hòa giải, bế giảng, giao ban, tiếp công dân, tọa đàm"
)

NOUN = re.compile(rf"(?<!\w){by_letter(NOUN_HEADS)}(?!\w)")
VERB = re.compile(rf"(?<!\w){by_letter(VERB_HEADS)}(?!\w)")
HEADLINE_VERB = re.compile(
    rf"(?<!\w)(?:{by_letter(HEADLINE_VERBS)}|(?:giám sát|kiểm tra|khảo sát)"
    r"(?= (?:việc|công tác|tiến độ|thực tế|tình hình)))(?!\w)"
)
OPENER = re.compile(rf"\s{by_letter(f'{TOPIC_VERBS}|{QUALIFIERS}')}(?!\w)|\s?[\"“«]|\s['‘\d]")
LE_OPENER = re.compile(rf"\s{by_letter(TOPIC_VERBS)}(?!\w)")
CEREMONY = re.compile(
    r"\s(?!vật|phép|phục|tân|nghi|đài|độ|nghĩa|chùa|hội|lạt|bái|này|trên|lớn|xong)[^\W\d_]"
)
CONTINUER = re.compile(
    rf"(?:và )?(?:{by_letter(TOPIC_VERBS)}|bảo vệ|phòng|không(?! thể| chỉ))(?!\w)"
)
OCCASION = re.compile(rf"{by_letter(OCCASIONS)}(?=[ ,])")
# Here and in the next pattern a first letter goes before the look back: so the search skips ahead.
BEFORE_OCCASION = re.compile(
    r"(?:t(?<!\w.)ổ chức|b(?<!\w.)uổi|c(?<!\w.)uộc|c(?<!\w.)huyến|đ(?<!\w.)ợt)\s"
)
SHOW = re.compile(
    r"c(?<!\w.)hương trình(?= ?[\"“«]| ['‘]| (?:kỷ niệm|giao lưu|gặp mặt|văn nghệ|nghệ thuật"
    r"|ca nhạc|truyền thông|tư vấn|tọa đàm|tri ân|tuyên dương|tôn vinh|trao|tặng|ra quân"
    r"|sinh hoạt)(?!\w))"
)

HOSTED = re.compile(
    r"(?<!\w)(?:tổ chức|diễn ra|cử hành|tiến hành|khai mạc|mở|làm|triệu tập|bước vào)"
    r"(?: thành công| trọng thể| long trọng)?(?: buổi| cuộc)?\s$"
)
CLASSIFIED = re.compile(
    r"(?<!\w)(?:(?:có|tổ chức|chủ trì|kết luận|sau|trong|tại)\s(?:buổi|cuộc|chuyến)"
    r"|(?:^|[.\n]\s?)buổi)\s$"
)
# Before an occasion's verb; "tổ chức triển khai" alone is everyday business, not an occasion.
HOLDING = re.compile(
    r"(?<!\w)(?:(?:tổ chức|tiến hành|có|tại|trong|sau|qua) (?:buổi|cuộc|chuyến|đợt)"
    r"|(?<!công tác )(?<!các )(?<!thành viên )(?:đã |vừa |đồng loạt )?tổ chức)\s$"
)
# What an assembly without a name of its own was held for.
AIM = re.compile(
    r" (?:để|nhằm) (?:chuẩn bị|bàn|thảo luận|cho ý kiến|lấy ý kiến|thông qua|triển khai|đánh giá"
    r"|xem xét|thống nhất|rà soát|dự kiến|giải quyết|kiểm điểm|lựa chọn|công bố|góp ý)(?!\w)"
)
# Said just before a head, these show that a meeting is being told, not a word explained.
TRIGGER = re.compile(
    r"(?<!\w)(?:tổ chức|mở|triệu tập|họp|tiến hành|khai mạc|bế mạc|khai giảng|diễn ra|dự|chủ trì"
    r"|tại|trong|sau|kết luận"
    r"|chứng kiến|cử hành|theo dõi|mở màn|chung vui|phối hợp|ra quân|trao giải|phiên|buổi|cuộc"
    r"|chuyến|đêm|vòng|làm|mở đầu|bước vào|tham gia"
    r"|biên bản|chương trình|chủ tọa)"
    r"(?: thành công| trọng thể| long trọng| chương trình| phần)?\s$"
)
VERB_TRIGGER = re.compile(
    r"(?<!\w)(?:buổi (?:sáng|trưa|chiều|tối)|đã|đến|tới|về|đã đi|ghé|có|tổ chức|tiến hành"
    r"|chủ trì|mở|tiếp tục|dẫn đầu|đoàn"
    r"|cùng|sang|buổi|cuộc|chuyến"
    r"|diễn ra|trưởng đoàn|dự|họp|vừa|khai mạc|trong|tại|(?<!trước )khi|làm|cũng|đi|bạn"
    r"|đoàn (?:công tác|đại biểu|giám sát|khách)|(?:các|quý) (?:đại biểu|đồng chí|thầy cô)"
    r"|lãnh đạo (?:tỉnh|huyện|xã|phường|thành phố|thị trấn|quận|thị xã|địa phương))\s$"
    r"|(?<!\w)(?:đến|tới|ra|lên|xuống|sang|về) (?:tận )?(?:đảo|xã|phường|thôn|bản|huyện|tỉnh"
    r"|ấp|buôn|làng|thị trấn|trường|chùa|đồn)(?: [^\s,.;:]{1,9}){0,4}\s$"
    r"|(?<!nội dung):\s$"
    r"|(?<!\w)(?:phối hợp|cùng)(?: với)? [^,.;:\n]{3,60}\s$"
)
HOSTING = re.compile(
    r"(?<!\w)(?:tổ chức|mở|triệu tập|họp|tiến hành|khai mạc|bế mạc|diễn ra|chủ trì|dự|đã|đến|tới"
    r"|có|tiếp tục|chứng kiến"
    r"|chung vui|ra quân|theo dõi|khai giảng|làm|mở đầu|bước vào|tham gia|khi)"
    r"(?: thành công| trọng thể| long trọng| phần)?(?: buổi| cuộc| chuyến| vòng| đêm"
    r"| chung kết)?\s$"
)
AFTERWARDS = re.compile(
    r"\s?(?:\([^)\n]{0,60}\) ?)?,?\s?(?:đã|được|vừa|diễn ra|do|bắt đầu|khai mạc|bế mạc|tại"
    r"|thành công|(?:cũng |tiếp tục )+(?:được|diễn ra|đã|vừa)|(?:có|với) sự tham (?:dự|gia)"
    r"|thu hút|quy tụ)(?!\w)"
)
# Before the noun of an event; a place or a time is reached by "đến", "tới" as well.
HOSTING_NOUN = re.compile(
    r"(?<!\w)(?:tổ chức|mở|triệu tập|tiến hành|khai mạc|bế mạc|diễn ra|chủ trì|dự|tiếp tục"
    r"|chứng kiến|chung vui|ra quân|theo dõi|khai giảng|làm|mở đầu|bước vào|tham gia|họp"
    r"|(?:đã|có|đến|tới) (?:buổi|cuộc|chuyến))"
    r"(?: thành công| trọng thể| long trọng| phần)?(?: buổi| cuộc| chuyến| vòng| đêm"
    r"| chung kết)?\s$"
)
# What is only asked for, or not done, is no event; a reporter's talk is none either.
UNREAL = re.compile(
    r"(?<!\w)(?:(?<!hàng )không(?! gian| khí| quân| quản)|chưa|phải|nên"
    r"|cần(?! thơ| giờ| giuộc| đước)|muốn"
    r"|hy vọng|dự định|có thể|nếu|đề nghị|yêu cầu|kiến nghị|đề xuất|xem xét"
    r"|giao(?! thông| lưu| ban| dịch| nhận| hữu| an))"
    r"(?: [^\s,.;:]{1,12}){0,6} $"
    r"|(?<!\w)(?:phóng viên|pv|chúng tôi) [^,.;:\n]{0,30}$"
)
PAPERS = ("biên bản", "giấy mời", "thư mời", "chương trình")
# On a formal page the event stands after a heading.
HEADED = re.compile(
    r"(?<!\w)(?:(?:đến |tham )?dự|nội dung|v/v(?: tổ chức| dự| mời dự)?"
    r"|về việc(?: tổ chức| dự| mời dự| triệu tập)?)\s?:?\s$"
)
# A head after one of these is only talked of: a paper's name, a comparison, something to come.
NEVER_BEFORE = re.compile(
    r"(?<!\w)(?:trung tâm|trung tâm tổ chức|nhà|(?<![/\d.-])\d{1,3}|một|nhiều|mô hình|hoàn thành"
    r"|mỗi)\s[\"“]?$"
    r"|kỳ họp (?:lần )?thứ [^.\n]{1,14}[(,-]\s?$|(?:^|[,.;:\n] ?|của |theo |yêu cầu )ban tổ chức\s$"
)
NOT_EVENT_AFTER = re.compile(
    r"đại hội [^,.\n]{0,40}các cấp|khóa học \d|đại lễ đường|hội nghị hiệp thương chính trị"
    r"|đại hội (?:đại biểu )?nhân dân toàn quốc|đại hội (?:ở )?(?:cấp|cơ sở|điểm)(?!\w)"
    r"|kỳ họp (?:này|trước|sau)"
)
NOT_EVENT_BEFORE = re.compile(
    r"(?<!\w)(?:nghị quyết|văn kiện|điều lệ|báo cáo chính trị|nghi|tang|dịp|ngày|nghỉ|mùa"
    r"|thủ tục|quy chế|mô hình"
    r"|trung tâm|trung tâm tổ chức|nhà|phòng|các|những|mỗi|từng|một số|nhiều|số|nhân|đón|mừng"
    r"|dấu|cỗ|đồ|vật|thánh|điểm|vai trò)\s$"
)
TALKED_OF = re.compile(
    r"(?<!\w)(?:(?<!chương )trình|chuẩn bị(?: tốt)?(?: cho)?|phục vụ(?: tốt)?|tiến tới|hướng tới"
    r"|đi dự|(?:đại biểu|đoàn|đội|thí sinh|người|hạt nhân) dự|tham dự các"
    r"|chào mừng|trước|từ|thay mặt [^.,\n]{1,20} dự|sau|ở|của|cho|lập thành tích|được chọn dự|kể cả"
    r"|(?:nhân dịp|nhằm|sẽ|sắp|sang|mời) (?:tham )?dự"
    r"|thăm [^.\n]{2,50} và (?:tham )?dự|đăng cai(?: tổ chức)?"
    r"|kế hoạch|nghị quyết|nơi sẽ diễn ra|sẽ diễn ra"
    r"|(?:công tác|việc|kết quả|nội dung|thời gian|chương trình|phương án|địa điểm) tổ chức)\s$"
    r"|(?<!\w)(?:thông báo|thông tin|dự kiến|truyền đạt|tuyên truyền|triển khai|quán triệt|báo cáo"
    r"|công bố)(?: [^\s,.;:]{1,12}){0,4} (?:nội dung|kết quả|chương trình|lịch)\s$"
    r"|(?<!\w)(?:nghị quyết|luật|pháp lệnh|quy định|chủ trương|đề án)[^.;\n]{0,40}"
    r"(?:thông qua|ban hành|biểu quyết|nêu|xác định|đề ra) tại\s$"
    r"|(?<!\w)từng (?:tham gia |tham dự |dự |đi dự |được dự |là đại biểu )?$"
)
COMING = re.compile(
    r"\s?,?\s?(?:sẽ|dự kiến|tới|sắp tới|vào tháng|năm tới)(?!\w)|[^.\n]{0,60}?(?:dự kiến"
    r"|\btới đây)(?!\w)"
)
COMING_BEFORE = re.compile(r"(?<!\w)(?:sẽ|dự kiến) [^.,\n]{0,24}$")
HELD_AFTER = re.compile(
    r"\s?(?:\([^)\n]{0,60}\) ?)?,?\s?(?:đã |vừa |được )*(?:diễn ra|khai mạc|bế mạc|thành công"
    r"|tổ chức)(?!\w)"
)
INSPECTORS = re.compile(
    r"(?<!\w)(?:(?<!làm trưởng )đoàn|ban|ủy ban|quyền|công tác|việc|tổ|kế hoạch|quy chế"
    r"|chương trình) $"
)
FORMAL = re.compile(
    r"\n\W{0,6}(?:\d\. ?)?(?:thời gian|địa điểm|biên bản|giấy mời|thư mời|thông báo"
    r"|chương trình)"
)
# The gatherings that a sentence may name, to tell whose day it gives.
GATHERING = re.compile(
    r"(?<!\w)(?:hội nghị|đại hội|kỳ họp|phiên \w+|cuộc họp|hội thảo|tọa đàm|hội thi|hội thao"
    r"|hội diễn|liên hoan|giải \w+|lễ hội|ngày hội|hội xuân|hội chợ|triển lãm|lớp"
    r"|khóa (?:học|tập|bồi|đào)|diễn đàn|hội trại|festival|lễ)(?!\w)"
)
