"""What site furniture looks like: words of menus, counters, bylines, boxes and comment forms.

Every pattern runs on ``hoinghi.text.fold`` of one line (lower case, old tone style, plain dashes
and spaces), is anchored or bounded, and takes linear time. The phrases are those of the content
systems that Vietnamese communes, portals and newspapers use (WordPress, NukeViet, VNPT portals).
"""

from __future__ import annotations

import re

# What counters, share bars and date lines are made of; a line of nothing else is furniture.
_WEEKDAY = r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|chúa nhật)"
_DAY = r"(?:ngày )?\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}|ngày \d{1,2} tháng \d{1,2} năm \d{4}"
_CLOCK = r"\d{1,2} ?(?::|h|giờ) ?\d{2}(?::\d{2})?(?: ?[ap]m\b)?|gmt ?\+ ?\d"
_STAMP = (
    r"(?:cập nhật|được (?:viết|đăng|gửi)|viết|đăng|đăng tải|đăng tin|ngày đăng|ngày cập nhật"
    r"|xuất bản|ngày tạo|lần cập nhật cuối)(?: (?:lúc|ngày|vào))?"
)
_COUNTER = (
    r"(?:(?:tổng )?(?:số )?(?:lượt|lần|người) (?:xem|đọc|truy cập|thích|chia sẻ)|đã xem"
    r"|tổng (?:số )?truy cập|(?:đang )?(?:online|truy cập)|hôm nay|hôm qua|tuần này|tháng này"
    r"|tất cả|thống kê truy cập|view[s]?) ?:? ?[\d.,]+"
    r"|[\d.,]+ (?:lượt (?:xem|đọc|chia sẻ)|bình luận|phản hồi|views?)"
)
_BUTTON = (
    r"(?:xem )?cỡ chữ|\ba ?[-+]?(?: +a ?[-+]?)+(?!\w)"
    r"|in (?:trang|ra|bài(?: viết)?|tin(?: này)?|lịch)|bản in|xuất (?:excel|pdf|word)|in$"
    r"|gửi (?:email|bài viết|tin|cho bạn bè|phản hồi|ý kiến(?: của bạn)?|bình luận(?: của bạn)?)"
    r"|quay lại|trở (?:về|lại)|(?:lên|về) đầu trang|đầu trang|trang (?:trước|sau)"
    r"|chia sẻ(?: bài viết| tin| lên)?|facebook|zalo|twitter|tweet|google ?\+?|zing(?: me)?"
    r"|linkedin|pinterest|messenger|telegram|youtube|tiktok|copy link|rss|email|print"
    r"|(?:lưu|thích|đọc|nghe) bài(?: viết)?|thích(?: \d+)?|lưu|(?:viết )?bình luận|phản hồi|góp ý"
    r"|ý kiến (?:của )?bạn(?: đọc)?|đọc báo in|đọc nhiều|xem nhiều(?: nhất)?|mới nhất"
    r"|đánh giá(?: bài viết)?(?: ?:? ?\d(?:/\d)?)?|bình chọn|[★☆⭐]+|🔊"
    r"|theo dõi (?:báo|chúng tôi|tác giả)(?: trên)?(?: google news)?|google news"
    r"|tin hoạt động|search for|leave a comment|recent posts|uncategorized"
)
_MENU = (
    r"trang (?:chủ|nhất)|home|giới thiệu|liên hệ|sơ đồ (?:cổng|site|trang)|bản đồ|hỏi đáp"
    r"|hỏi - đáp|văn bản(?: mới)?|thủ tục hành chính|công khai (?:ngân sách|tài chính)"
    r"|đường dây nóng|dịch vụ công|thư viện (?:ảnh|video)|đăng nhập|đăng ký|tìm kiếm"
    r"|tin (?:tức|nổi bật|hoạt động|trong tỉnh|trong nước)|thời sự|chính quyền số"
)
_PARTS = "|".join(
    f"(?:{part})" for part in (_WEEKDAY, _DAY, _CLOCK, _STAMP, _COUNTER, _BUTTON, _MENU)
)
PARTS = re.compile(_PARTS)
# The next of such parts, if no other word stands before it.
NEXT_PART = re.compile(rf"[\W_]*?(?:{_PARTS})")
DAY = re.compile(_DAY)
# How WordPress, Joomla and Blogger print a day: "04 Tháng 11 2022", "Tháng Ba 8, 2024".
_MONTH = r"tháng (?:\d{1,2}|mười(?: một| hai)?|một|giêng|hai|ba|tư|năm|sáu|bảy|tám|chín)"
MONTH_DAY = re.compile(rf"\b\d{{1,2}} {_MONTH},? \d{{4}}\b|\b{_MONTH} \d{{1,2}}, ?\d{{4}}\b")
# What either of them ends with: the quick way past lines that tell no day.
YEAR = re.compile(r"\d{4}")
CLOCK = re.compile(_CLOCK)
WEEKDAY = re.compile(_WEEKDAY)
COUNTED = re.compile(f"{_COUNTER}|{_BUTTON}|(?:{_STAMP}) ?:? ?(?:{_DAY}|{_CLOCK}|{_WEEKDAY})")
# What is left of a date line beside its section name must not tell when something happens.
TELLS_TIME = re.compile(r"\b(?:ngày|lúc|từ|đến|tại|thời gian|tháng|năm|giờ|phút|sáng|chiều|tối)\b")

BREADCRUMB = re.compile(
    r"^(?:bạn đang ở ?:? ?)?(?:trang (?:chủ|nhất)|home|tin tức) ?(?:[»›>/|]|->|::).{0,150}$"
    r"|^[^»›.]{2,40}(?: [»›] [^»›.]{2,60}){2,6}$"
)
# A path of one step only, which counts above the article alone.
SHORT_PATH = re.compile(r"^[^»›>.:]{2,60} ?(?:[»›]|>>?) ?[^»›>.:]{2,60}$")
# The signs of a site's own lines: names of the site, licence, copyright, hosting.
IMPRINT = re.compile(
    r"^(?:[^.:;|]{0,60} [-|] )?(?:cổng|trang) (?:thông tin(?: điện tử)?|ttđt|tin điện tử)\b"
    r".{0,110}$"
    r"|^[a-z0-9-]{2,30}\.(?:gov|com|org|edu|net)?\.?vn\b.{0,40}$"
    r"|^[^.:;]{0,60}©|^\(?(?:copyright|bản quyền|đơn vị chủ quản|cơ quan chủ quản"
    r"|giấy phép (?:số|hoạt động|xuất bản)|(?:người )?chịu trách nhiệm"
    r"(?: chính| nội dung)? ?:|tổng biên tập ?:|tòa soạn ?:"
    r"|ghi rõ nguồn|powered by|design(?:ed)? by|thiết kế bởi|liên kết (?:website|web)|website ?:"
    r"|tên miền|bản tin nội bộ|mọi thắc mắc xin|hotline ?:|fanpage ?:|ban biên tập ?:"
    r"|liên kết(?: website)? ?:)"
)
# A line of the site's owner alone: a body and its unit, a unit and those around it, a newspaper.
_UNIT = (
    r"(?:xã|phường|thị trấn|thị xã|huyện|quận|thành phố|tp\.?|tỉnh|đặc khu)"
    r" (?:[^-|,:;.!?\d]{2,24}|\d{1,2})"
)
_OWNER = (
    r"(?:ubnd|hđnd|mttq|ubmttq(?: ?vn)?|đảng ủy|đảng bộ|huyện ủy|tỉnh ủy|ủy ban nhân dân"
    r"|hội đồng nhân dân|(?:ủy ban|ban thường trực ủy ban) (?:mttq|mặt trận tổ quốc)(?: việt nam)?)"
)
MASTHEAD = re.compile(
    rf"^(?:{_OWNER} ?[-,:]? ?)?{_UNIT}(?: ?[-|,] ?(?:{_UNIT}|[^-|,:;.!?\d]{{4,20}})){{0,3}}$"
    rf"|^{_OWNER}(?: [^-|,:;.!?\d]{{4,24}})?$"
    r"|^báo [^.:;!?\d]{2,30} (?:online|điện tử)$|^(?:báo|đài) [^-|,.:;!?\d]{4,30}$"
)
# Rows of menus: items between strokes, diamonds, brackets or wide gaps; the signs of one.
MENU_SIGN = re.compile(r" ?[|◊◇•·»›] ?|\] ?\[| {2,}|\t+")
MENU_MARK = re.compile(
    r"^(?:[☰≡]|menu$|danh mục$)|trang (?:chủ|nhất|nhà)\b|\bhome\b|giới thiệu|liên hệ|sơ đồ"
    r"|đăng nhập|văn bản|hỏi đáp|tra cứu|font size|a- +a"
)
# What the name of a site's owner begins with where it is not in capitals.
OWNER_START = re.compile(
    rf"^(?:{_OWNER}|{_UNIT}|trường|sở|phòng|hội|liên đoàn|công đoàn|đoàn|liên minh|ban|báo|đài|cổng"
    r"|trang|công an|bộ|viện|trung tâm|tạp chí)\b"
)
# What a headline tells and the name of an owner does not.
EVENT_WORDS = re.compile(
    r"\b(?:họp|hội nghị|hội thảo|hội thi|hội thao|hội chợ|hội xuân|đại hội|lễ"
    r"|ngày hội|tổ chức|tập huấn|thăm|tặng|trao|khai mạc"
    r"|bế mạc|tiếp|giám sát|kỳ họp|ra quân|phát động|chúc mừng|công bố|kiểm tra|làm việc|triển khai"
    r"|sơ kết|tổng kết|gặp mặt|họp mặt|tọa đàm|đối thoại|bàn giao|khởi công|khánh thành|kết nạp"
    r"|bồi dưỡng|tuyên truyền|đẩy mạnh|tăng cường|thực hiện)\b"
)
# Addresses, greetings and counters of a site, which stand above its articles.
SITE_LINE = re.compile(
    r"^(?:https?://)?(?:[a-z0-9-]{2,40}\.){1,4}(?:vn|com|org|net)(?:/\S*)?$"
    r"|^(?:chào mừng|kính chào|welcome)\b.{0,60}\b(?:trang|cổng|website|site|đến với)\b"
    r"|^(?:cổng|trang) (?:thông tin|tin|ttđt)(?: điện tử)?$"
    r"|^(?:bạn đang ở|trang (?:chủ|nhất|nhà)) ?[:/|>»›◊]"
    r"|^(?:hôm nay|đang online|đã truy cập|lượt truy cập|font size|cỡ chữ) ?:"
)
OWNER_CHAIN = re.compile(rf"^(?:{_OWNER} ?[-,:]? ?)?{_UNIT} ?[-|] ?{_UNIT}$")
# The words of such a line that may go without a capital; any other tells of something.
OWNER_WORDS = frozenset(
    "xã phường thị trấn huyện quận thành phố tỉnh đặc khu ủy uỷ ban nhân dân hội đồng mặt trận tổ "
    "quốc đảng bộ thường trực báo đài điện tử online".split()
)
NAMES_UNIT = re.compile(
    r"\b(?:xã|phường|thị trấn|thị xã|huyện|quận|thành phố|tp|tỉnh|đặc khu|báo|đài|ủy|sở) ?\S"
)
# What makes such lines the letterhead of a document.
LETTERHEAD = re.compile(
    r"^(?:số ?:|cộng hòa xã hội|độc lập|giấy mời|biên bản|thông báo|kế hoạch|báo cáo|tờ trình"
    r"|quyết định|công văn|lịch |chương trình|thư |danh sách|kính gửi)"
)
SECTION = re.compile(
    r"^(?:tin tức(?: - sự kiện)?|thời sự(?: - chính trị)?|chính trị(?: - xã hội)?|xã hội|kinh tế"
    r"|chi tiết tin|chi tiết bài viết|tin hoạt động|tin (?:trong (?:xã|huyện|tỉnh)|địa phương)"
    r"|mặt trận - đoàn thể|hoạt động (?:của )?mặt trận|xây dựng đảng|tin nổi bật)$"
)

# Lines that say who wrote, took, collected or tagged; the rest of the line is a name or a list.
CREDIT = re.compile(
    r"^[(\[*]?\s*(?:(?:tin|bài|bài viết|tin bài|ảnh|clip|video|đồ họa)"
    r"(?: ?(?:,|và|-|–|/|&|\+) ?(?:tin|bài|ảnh|clip|video))+|tin|bài|bài viết|tin bài"
    r"|tác giả(?: bài viết)?|người (?:viết|đăng|gửi)|nguồn(?: tin| bài)?|đăng bởi|bt|btv|biên tập"
    r"|biên soạn|sưu tầm|người (?:thực hiện|tổng hợp)|chuyên mục|được đăng (?:bởi|trong))"
    r" ?:.{0,120}$"
)
PHOTO = re.compile(r"^[(\[]?(?:ảnh|hình ảnh|nguồn ảnh|photo)(?: minh họa)? ?[:;] ?")
MADE_BY = re.compile(
    r"^(?:(?:thực hiện|trình bày|ghi chép|lược ghi|phỏng vấn|pv|ctv|nhóm pv|admin) ?: ?"
    r"|(?:luật gia|luật sư|ls|nhà báo|nhà văn|ths|ts|bs)\.? )"
)
SOURCE = re.compile(
    r"^[(\[]?(?:theo|nguồn|trích) ?:? (?:báo|đài|cổng|trang|tạp chí|ttxvn|vov|vtv"
    r"|vietnamnet|vnexpress|tuổi trẻ|thanh niên|dân trí|nhân dân|qđnd|vgp|chinhphu)\b.{0,50}$"
)
COLLECTED = re.compile(
    r"^[^.!?]{0,30}(?:tổng hợp|sưu tầm|lược ghi|lược thuật|ghi)\)?$|^\((?:còn nữa|hết)\)$"
)
TAGS = re.compile(
    r"^(?:từ khóa|tags?|thẻ|labels?|nhãn|keywords?|chủ đề|chuyên mục|chuyên đề) ?:.{0,200}$"
)
HASHTAGS = re.compile(r"^(?:#\w+[ ,;]*)+$")
ATTACHED = re.compile(
    r"^[\[(]?(?:tệp|tập tin|file|tài liệu) (?:đính kèm|tải về)|^[\[(]?(?:tải về|download)\b"
    r"|^(?:\[(?:ảnh|hình|video|clip)[^\]]{0,10}\] ?)+$"
    r"|^nơi nhận ?:[^|]*$"
)
POINTER = re.compile(
    r"^(?:>>|»|►|▶|☞|→ ?xem) ?\S|^[>►▶☞\[-]* ?(?:xem|đọc) (?:thêm|tiếp|chi tiết|tất cả)\b.{0,120}$"
    r"|^xem (?:video|clip|phóng sự) ?:.{0,120}$"
    r"|^url của (?:bản tin|bài viết|tin)(?: này)? ?:.{0,300}$"
    r"|^(?:xem )?(?:phiên )?bản (?:đầy đủ )?(?:dành cho|cho|trên) (?:máy tính|di động|desktop)$"
)
FOLLOW = re.compile(
    r"^(?:theo dõi|đọc báo|quan tâm|tham gia nhóm|mời (?:bạn )?đọc)\b.{0,60}"
    r"\b(?:zalo|facebook|google|tại đây|online|trên app)"
    r"|^(?:share|like|follow)\b.{0,40}$|^bài viết thể hiện quan điểm"
    r"|^tổng số điểm của bài viết"
)
_NETWORK = (
    r"(?:facebook|zalo|twitter|telegram|linkedin|pinterest|messenger|whatsapp|youtube|email|in"
    r"|sao chép(?: liên kết)?|copy(?: link)?|gửi thư(?: cho bạn)?|x)"
)
SHARE = re.compile(
    r"^(?:(?:chia sẻ|share|thích|like)(?: (?:bài viết|nội dung|tin|điều))?(?: này)?"
    rf"(?: lên| qua| trên)? ?:? ?(?:{_NETWORK}[ ,|]*){{0,8}}){{1,6}}$"
    r"|^(?:bấm|nhấp|nhấn)(?: vào)?(?: để)? chia sẻ\b.{0,60}$|\(mở trong cửa sổ mới\)$"
    r"|^bài viết này được đăng trong\b.{0,200}$|^[-–—]? ?quảng cáo(?: giữa bài)? ?[-–—]?$"
    r"|^đánh giá(?: bài viết)? ?:? ?\d(?:[.,]\d)?/\d\b.{0,40}$|^(?:nghe|nghe đọc) bài\b.{0,60}$"
)
BANNER = re.compile(r"^[^.!?:]{3,90} tại đây(?: ?[!.]*)$")

# Headers of boxes: what follows is another story's, up to the end or to the next paragraph.
RELATED = re.compile(
    r"^[>»►▶\[(*#• -]{0,4}(?:(?:các|những|một số) )?(?:(?:tin|bài)(?: bài| viết| tức)?"
    r" (?:mới(?: hơn| nhất| đăng| cập nhật)?|khác|cũ hơn|liên quan|cùng (?:chuyên )?mục|cùng loại"
    r"|cùng chủ đề|đã (?:đưa|đăng)|nổi bật|đọc nhiều|xem nhiều|tiếp theo|trước)|có thể bạn quan tâm"
    r"|đừng bỏ lỡ|đọc nhiều(?: nhất)?|xem nhiều(?: nhất)?|tiêu điểm|recent posts|related(?: posts)?"
    r"|bài (?:trước|tiếp|sau)(?: theo)?|previous|next|xem (?:tiếp )?các tin\b.{0,40}"
    r"|tin cùng chuyên mục)[\])]? ?(?::.{0,400}|\|.{0,400})?$"
)
# The second part are words that sentences begin with, too ("Trả lời cử tri, ông ... cho biết").
FORM = re.compile(
    r"^[>»\[(]{0,2}(?:about (?:the )?\w{2,20}|về tác giả|leave a (?:comment|reply)"
    r"|(?:địa chỉ )?email của bạn sẽ không|để lại (?:một )?(?:bình luận|phản hồi|lời nhắn)"
    r"|bình luận ?[:(] ?\d+\)?|phản hồi ?\(\d+\)|ý kiến (?:của )?bạn(?: đọc)?(?: ?\(\d+\))?"
    r"|đăng nhận xét|search for ?:?|hủy trả lời|lưu tên của tôi|họ (?:và )?tên ?\(\*\)"
    r"|bạn phải đăng nhập"
    r")(?:[\s,|•].{0,200})?[\])]?$"
    r"|^[>»\[(]{0,2}(?:gửi (?:bình luận|phản hồi|ý kiến)(?: của bạn)?|bình luận(?: của bạn)?"
    r"|trả lời(?: ?:? ?hủy)?)"
    r"(?: (?:hủy|trả lời|email|địa chỉ email)\b.{0,200}| ?[|•].{0,200})?[\])]?$"
)
REACTIONS = re.compile(
    r"^[👍❤💬↗️😍♥\s\d.,]*(?:\d[\d.,]* (?:bình luận|lượt chia sẻ)|\d[\d.,]*|[👍❤💬])[\s👍❤💬↗️😍♥]*$"
    r"|^[👍❤💬↗️😍♥\s\d.,]*\d (?:bình luận|lượt chia sẻ)"
)

# Within a line (credits of photos, and forms where the page lost its line breaks).
BRACKET_CREDIT = re.compile(
    r"[(\[](?:nguồn|tin|bài|clip|video|tin, ảnh|bài, ảnh|bài và ảnh) ?: ?[^()\[\]\n]{1,60}[)\]]"
    r"|[(\[](?:nguồn )?ảnh(?: minh họa| tư liệu)?(?P<who> ?[:;] ?[^()\[\]\n]{1,60})?[)\]]"
)
END_CREDIT = re.compile(
    r"(?<=[\s.!?”\")/])(?:(?:tin|bài)(?: ?(?:,|và|-|/|&) ?(?:bài|ảnh|clip))+|ảnh|nguồn"
    r"(?: ảnh)?) ?: ?(?P<who>[^.:;!?\n]{1,50}(?:\.[^\s.:;!?\n]{1,15})*)[.)\s]*$",
    re.MULTILINE,
)
PHOTO_IN_LINE = re.compile(r"(?<=[.!?”\"')/-] )ảnh: ?")
AGENCIES = re.compile(
    r"(?:[^\s/]{1,12} ){0,3}[^\s/]{1,12}/ ?"
    r"(?:ttxvn|vgp|vov|vna|bnews|vietnam\+|reuters|afp|ap|epa|getty)"
    r"|ttxvn|vgp|vov|vna|reuters|afp|epa|getty(?: images)?|internet|ctv|btc|tư liệu"
    r"|minh họa|vnn|afp/ttxvn"
)
# Offices whose people take a site's pictures, as the whole of a credit.
NEWSROOM = re.compile(
    r"(?:đài (?:truyền thanh|phát thanh|pt|tt)|trung tâm (?:dịch vụ|văn hóa|truyền thông|cung ứng)"
    r"|tt (?:dịch vụ|văn hóa|vh|cudvc)|cổng (?:thông tin|ttđt)|ban biên tập)[^.;:!?]{0,50}"
)
# Each form of it holds one of the signs.
LOST_FORM_SIGNS = ("about admin", "email của bạn", "leave a ", "để lại một bình luận")
LOST_FORM = re.compile(
    r"(?:about admin\b|(?:trả lời )?(?:địa chỉ )?email của bạn sẽ không được"
    r"|leave a (?:comment|reply)\b|để lại một bình luận)"
)
CAPTION = re.compile(
    r"^[(\[📸 ]{0,3}(?:ảnh(?: \d{1,2})?|hình(?: \d{1,2})?|trong ảnh|chú thích(?: ảnh)?"
    r"|ảnh (?:trên|dưới)) ?[:.]"
    r"|^(?:quang|toàn) cảnh\b"
)

HONORIFICS = frozenset({"ông", "bà", "anh", "chị", "đồng", "đ/c", "thầy", "cô", "em", "cụ", "bác"})
PEN_NAMES = frozenset({"pv", "p.v", "ctv", "bbt", "ttxvn", "nhóm", "admin"})
AFFILIATION = re.compile(
    r"^(?:đài|phòng|trung tâm|tt|văn phòng|vp|cổng|trang|báo|tạp chí|ctv|pv|tổ|công chức|cc|bbt"
    r"|ban biên tập|ban (?:tuyên|văn)|đtn|đoàn tn|(?:ub)?mttq|từ|theo|tổng hợp|ttvh|sở|thông tấn)\b"
)
# After a photographer's name in a run-on line these words open the next sentence.
_OPENERS = """
ông bà anh chị thủ chủ phó sáng chiều tối trưa ngày theo tại trong đại bộ sở ủy ubnd hđnd mttq tổng
đồng các phát hội trước sau cùng liên đây trao tham dự về việc để khi từ ban đoàn cán nhiều những
hôm với đến như nhân thực qua trên bí thành tỉnh quốc chính cục công đảng giám trưởng thiếu thượng
trung hiệu thứ tân nguyên hà tp ở
"""
_SURNAMES = """
nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn vương trịnh trương
lâm mai tô tạ phùng quách hà cao lương đinh châu chu la kiều tống nghiêm
"""
OPENERS = frozenset(_OPENERS.split())
SURNAMES = frozenset(_SURNAMES.split())
